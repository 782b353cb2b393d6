"""One person of the sample: reads what the bot asks, types or presses, and waits for the answer."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import cast

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

    def sees(self, *words: str) -> Message | None:
        """Return the bot's newest message that has all these words, None where there is none."""
        said = (message for message in reversed(self.person.messages) if message.sender == "bot")
        return next((message for message in said if all(word in message.text for word in words)), None)

    async def hears(self, *words: str) -> Message:
        """Wait for a message of the bot that has all these words; it may have come already."""
        await self.sandbox.until(lambda: self.sees(*words), PATIENCE)
        return cast("Message", self.sees(*words))

    async def says(self, text: str, shows: str = "") -> None:
        """Write, and wait for the answer; ``shows`` are words of it, where other things may come as well."""
        await self._answered(lambda: self.person.says(text), shows)

    async def replies(self, message: Message, text: str, shows: str) -> None:
        """Write in reply to a message, and wait for the answer."""
        await self._answered(lambda: self.person.says(text, reply_to=message.message_id), shows)

    async def presses(self, label: str, shows: str = "", at: Message | None = None) -> None:
        """Press the newest button of that label, or the one of a message, and wait for the answer."""
        await self._answered(lambda: self.person.presses(label, at.message_id if at else None), shows)

    async def does(self, act: str) -> None:
        """Press what stands in brackets, type anything else."""
        pressed = _PRESSED.fullmatch(act)
        await (self.presses(pressed[1]) if pressed else self.says(act))

    async def submits(self) -> str:
        """Hand in what is on the summary; return its reference, once its Word form is there as well."""
        before = len(self.person.messages)
        await self.person.presses("Submit")
        await self.sandbox.until(lambda: self._references(before) and self.person.messages[-1].document, PATIENCE)
        return self._references(before)[0]

    def _references(self, before: int) -> list[str]:
        said = (message.text for message in self.person.messages[before:] if message.sender == "bot")
        return _REFERENCE.findall("\n".join(said))

    async def _answered(self, act: Callable[[], Awaitable[int]], shows: str = "") -> None:
        """Act, and wait until the bot has said or redrawn the last of what it says: that is what has buttons."""
        await act()
        heard = self.sandbox.world.version
        await self.sandbox.until(lambda: self._shown(heard, shows), PATIENCE)

    def _shown(self, heard: int, words: str) -> bool:
        chat = self.person.chat
        fresh = (chat.messages.get(number, {}) for number, version in chat.versions.items() if version > heard)
        return any("reply_markup" in message and words in message["text"] for message in fresh)
