"""What a person sees of the chat: messages are printed as they come, with a running number at each button."""

from collections.abc import Callable
from contextlib import suppress

from bot.demo.terminal import Screen
from bot.sandbox import Button, Message, RemotePerson
from bot.sandbox.client import Seen
from bot.sandbox.pulse import Pulse

LOOKS = 50.0
"""Seconds for which one look at the chat waits for something new."""


class View:
    """A chat as one person sees it: how far it has been looked at, and what can be pressed and changed there."""

    def __init__(self, person: RemotePerson, screen: Screen) -> None:
        self.after = 0
        self.answered = False
        self.written = 0
        self.buttons: list[tuple[int, Button]] = []
        self._person = person
        self._screen = screen
        self._pulse = Pulse()

    async def catch_up(self) -> None:
        """Look at what there is already, and show where the talk stands: the last message of the bot."""
        seen = await self._person.looks()
        self._note(seen)
        for message in [message for message in seen.messages if message.sender == "bot"][-1:]:
            self._show(message)

    async def watch(self) -> None:
        """Show what comes, as long as the chat can be looked at."""
        while True:
            seen = await self._person.looks(self.after, LOOKS)
            for notice in seen.notices:
                self._screen.show(f"* {notice['text']}")
            for message in seen.messages:
                if message.sender == "bot":
                    self._show(message)
            self._note(seen)

    async def until(self, holds: Callable[[], object], seconds: float) -> bool:
        """Wait until something holds, looking after each news; say whether it does."""
        with suppress(TimeoutError):
            await self._pulse.until(holds, seconds)
            return True
        return False

    def _note(self, seen: Seen) -> None:
        own = [message.message_id for message in seen.messages if message.sender == "person"]
        self.written = max([self.written, *own])
        self.answered |= bool(seen.notices) or len(own) < len(seen.messages)
        self.after = seen.after
        self._pulse.beat()

    def _show(self, message: Message) -> None:
        if message.buttons:
            self.buttons = [(message.message_id, button) for row in message.buttons for button in row]
        self._screen.show(f"\n{drawn(message, self._screen.bold)}")


def drawn(message: Message, bold: Callable[[str], str]) -> str:
    """Write a message with what hangs on it."""
    lines = ["(changed)"] * message.edited + [_styled(message, bold)] * bool(message.text)
    if message.attachment:
        lines.append(f"({message.attachment.kind}: {message.attachment.name}, {message.attachment.size} bytes)")
    number = 0
    for row in message.buttons:
        lines.append("  ".join(f"{place:>2} [{button.label}]" for place, button in enumerate(row, number + 1)))
        number += len(row)
    return "\n".join(lines)


def _styled(message: Message, bold: Callable[[str], str]) -> str:
    """Make bold what is; places are counted in UTF-16 units of two bytes."""
    raw = message.text.encode("utf-16-le")
    for entity in reversed([entity for entity in message.entities if entity["type"] == "bold"]):
        start, end = 2 * entity["offset"], 2 * (entity["offset"] + entity["length"])
        raw = raw[:start] + bold(raw[start:end].decode("utf-16-le")).encode("utf-16-le") + raw[end:]
    return raw.decode("utf-16-le")
