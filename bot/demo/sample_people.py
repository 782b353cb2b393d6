"""One person of the sample: reads what the bot asks, types or presses, and waits for the answer."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.sandbox import Message, Person, Sandbox

PATIENCE = 60.0
"""Seconds that an answer may take on a machine that is busy with other things."""

_HEADER = re.compile(r"^Section (\d+) of \d+ · .+\n(.+)$", re.MULTILINE)
_PRESSED = re.compile(r"\[(.+)\]")
_REFERENCE = re.compile(r"RAN-\d{4}-\d{4,}")


@dataclass(frozen=True)
class Asked:
    """What the bot asks: the number of the section and the title of the question."""

    section: int
    title: str


@dataclass(frozen=True)
class Player:
    """Plays one person, an act at a time."""

    sandbox: Sandbox
    person: Person

    @property
    def said(self) -> Message | None:
        """Return the bot's newest message."""
        said = (message for message in reversed(self.person.messages) if message.sender == "bot")
        return next(said, None)

    @property
    def asked(self) -> Asked | None:
        """Return the question that the bot asks, None where it says something else."""
        header = _HEADER.search(self.said.text) if self.said else None
        return Asked(int(header[1]), header[2]) if header else None

    def offers(self, label: str) -> bool:
        """Say whether the bot's newest message has such a button."""
        return self.said is not None and label in self.said.labels

    async def says(self, text: str) -> None:
        """Write, and wait for the answer."""
        await self._answered(lambda: self.person.says(text))

    async def presses(self, label: str) -> None:
        """Press the newest button of that label, and wait for the answer."""
        await self._answered(lambda: self.person.presses(label))

    async def does(self, act: str) -> None:
        """Press what stands in brackets, type anything else."""
        pressed = _PRESSED.fullmatch(act)
        await (self.presses(pressed[1]) if pressed else self.says(act))

    async def submits(self) -> str:
        """Hand in what is on the summary; return its reference, whatever else is said with it."""
        before = len(self.person.messages)
        await self.person.presses("Submit")
        await self.sandbox.until(lambda: self._references(before), PATIENCE)
        return self._references(before)[0]

    def _references(self, before: int) -> list[str]:
        said = (message.text for message in self.person.messages[before:] if message.sender == "bot")
        return _REFERENCE.findall("\n".join(said))

    async def _answered(self, act: Callable[[], Awaitable[int]]) -> None:
        """Act, and wait until the bot has said or redrawn something."""
        world, chat = self.sandbox.world, self.person.chat
        await act()
        heard = world.version
        await self.sandbox.until(lambda: any(version > heard for version in chat.versions.values()), PATIENCE)
