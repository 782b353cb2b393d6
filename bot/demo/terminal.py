"""A conversation in the terminal: each typed line goes to the bot, as a message, a press, a correction or a file."""

import asyncio
import os
import re
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from io import FileIO
from pathlib import Path
from threading import Thread
from typing import TextIO

from bot.demo.test_bed import TestBed
from bot.sandbox import Button, ControlError, Message, RemotePerson
from bot.sandbox.client import Changes
from bot.sandbox.world import Pulse

_BOLD, _PLAIN = "\033[1m", "\033[0m"


class Lines:
    """Typed lines, and ``None`` after the last one."""

    def __init__(self, source: TextIO) -> None:
        # Without a buffer: a thread that waits in one would hold its lock when the program ends.
        self._source = FileIO(os.dup(source.fileno()))
        self._loop = asyncio.get_running_loop()
        self._lines: asyncio.Queue[str | None] = asyncio.Queue()
        Thread(target=self._read, daemon=True).start()

    async def next(self) -> str | None:
        """Wait for the next line; ``None`` at the end, also when asked again."""
        line = await self._lines.get()
        if line is None:
            self._lines.put_nowait(None)
        return line

    def _read(self) -> None:
        with self._source, suppress(RuntimeError):  # the loop may have ended already
            for line in self._source:
                self._put(line.decode(errors="replace").rstrip("\r\n"))
            self._put(None)

    def _put(self, line: str | None) -> None:
        self._loop.call_soon_threadsafe(self._lines.put_nowait, line)


class Screen:
    """Shows the conversation; with a prompt and bold titles if it is a terminal."""

    def __init__(self, source: TextIO, out: TextIO) -> None:
        self._out = out
        self._styled = out.isatty()
        self._typed = source.isatty()
        self._waiting = False
        self._mark = ""

    def prompt(self, mark: str) -> None:
        """Ask for a line."""
        self._mark, self._waiting = mark, True
        self._write(mark if self._typed else "")

    def entered(self, line: str | None) -> None:
        """Take note of a typed line, ``None`` at the end; show it unless the terminal has done so."""
        self._waiting = False
        if line is None:
            self._write("\n" if self._typed else "")
        elif not self._typed:
            self._write(f"{self._mark}{line}\n")

    def show(self, text: str) -> None:
        """Show a text on its own lines, also while somebody types."""
        torn = self._waiting and self._typed
        self._write(f"\n{text}\n{self._mark}" if torn else f"{text}\n")

    def bold(self, text: str) -> str:
        """Make a text bold if the terminal can show it."""
        return f"{_BOLD}{text}{_PLAIN}" if self._styled else text

    def _write(self, text: str) -> None:
        self._out.write(text)
        self._out.flush()


LOOKS = 50.0
"""Seconds that one long poll of the chat waits for news."""


class View:
    """A chat as one person sees it: the last version seen, the buttons to press and the message to edit."""

    def __init__(self, person: RemotePerson, screen: Screen) -> None:
        self.after = 0
        self.answered = False
        self.written = 0
        self.buttons: list[tuple[int, Button]] = []
        self._person = person
        self._screen = screen
        self._pulse = Pulse()

    async def catch_up(self) -> None:
        """Read the chat so far, and show the last message of the bot."""
        seen = await self._person.changes()
        self._note(seen)
        for message in [message for message in seen.messages if message.sender == "bot"][-1:]:
            self._show(message)

    async def watch(self) -> None:
        """Show new messages until the sandbox is gone."""
        while True:
            seen = await self._person.changes(self.after, LOOKS)
            for notice in seen.notices:
                self._screen.show(f"* {notice['text']}")
            for message in seen.messages:
                if message.sender == "bot":
                    self._show(message)
            self._note(seen)

    async def until(self, holds: Callable[[], object], seconds: float) -> bool:
        """Wait until a condition holds, checked after each news; return whether it does."""
        with suppress(TimeoutError):
            await self._pulse.until(holds, seconds)
            return True
        return False

    def _note(self, seen: Changes) -> None:
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
    """Write a message with its file and its buttons."""
    lines = ["(changed)"] * message.edited + [_styled(message, bold)] * bool(message.text)
    if message.attachment:
        lines.append(f"({message.attachment.kind}: {message.attachment.name}, {message.attachment.size} bytes)")
    number = 0
    for row in message.buttons:
        lines.append("  ".join(f"{place:>2} [{button.label}]" for place, button in enumerate(row, number + 1)))
        number += len(row)
    return "\n".join(lines)


def _styled(message: Message, bold: Callable[[str], str]) -> str:
    """Make the bold parts bold; offsets count UTF-16 units of two bytes."""
    raw = message.text.encode("utf-16-le")
    for entity in reversed([entity for entity in message.entities if entity["type"] == "bold"]):
        start, end = 2 * entity["offset"], 2 * (entity["offset"] + entity["length"])
        raw = raw[:start] + bold(raw[start:end].decode("utf-16-le")).encode("utf-16-le") + raw[end:]
    return raw.decode("utf-16-le")


HELP = """\
Write as you would in Telegram. Besides:
  :1          press button 1 of the newest message that has buttons
  [Label]     press the newest button with that label
  :edit TEXT  change your last message into TEXT
  :paste      send several lines as one message; a line with nothing but a dot ends them
  :file PATH  send a document
  :quit       end (also Ctrl-D)
  :help       show this"""

UNKNOWN = "There is no such command; :help lists them."

PATIENCE, QUIET = 3.0, 0.3
"""Seconds to wait for an answer, and seconds without another message after which it is complete."""

Answered = Callable[[View, Sequence[int]], Awaitable[None]]
"""Waits until the bot has answered these updates and the answers are shown."""

_NUMBER = re.compile(r":(\d{1,3})", re.ASCII)

_LABEL = re.compile(r"\[(.+)\]")

_COMMAND = re.compile(r":([a-z]+)(?: (.*))?")


class TerminalChat:
    """One person's conversation, line by line."""

    def __init__(self, person: RemotePerson, screen: Screen, lines: Lines, answered: Answered) -> None:
        self._person = person
        self._screen = screen
        self._lines = lines
        self._answered = answered
        self._view = View(person, screen)

    async def run(self) -> None:
        """Talk until the lines end or ``:quit``; raises aiohttp's ``ClientError`` if the sandbox is gone."""
        await self._view.catch_up()
        self._screen.show("Write /start to begin or to go on; :help lists what else can be typed.")
        try:
            async with asyncio.TaskGroup() as group:
                watching = group.create_task(self._view.watch())
                await self._listen()
                watching.cancel()
        except ExceptionGroup as failures:
            raise failures.exceptions[0] from None

    async def _listen(self) -> None:
        while (line := await self._line("> ")) not in {None, ":quit"}:
            await self._take(line or "")

    async def _line(self, mark: str) -> str | None:
        self._screen.prompt(mark)
        line = await self._lines.next()
        self._screen.entered(line)
        return line

    async def _take(self, line: str) -> None:
        """Do what a line asks for, and wait for the answer."""
        self._view.answered = False
        try:
            updates = await self._do(line.strip())
        except ControlError as error:
            self._screen.show(str(error).partition(";")[0])
        else:
            if updates:
                await self._answered(self._view, updates)

    async def _do(self, line: str) -> Sequence[int]:
        """Act; return the ids of the updates for the bot."""
        if number := _NUMBER.fullmatch(line):
            return await self._press(int(number[1]))
        if label := _LABEL.fullmatch(line):
            return [await self._person.presses(label[1])]
        if command := _COMMAND.fullmatch(line):
            return await self._command(command[1], command[2] or "")
        return await self._person.pastes(line)

    async def _command(self, name: str, rest: str) -> Sequence[int]:
        match name:
            case "edit":
                return [await self._person.edits(self._view.written, rest)]
            case "paste":
                return await self._person.pastes(await self._pasted())
            case "file":
                return await self._send(rest)
        self._screen.show(HELP if name == "help" else UNKNOWN)
        return []

    async def _press(self, number: int) -> Sequence[int]:
        if not 1 <= number <= len(self._view.buttons):
            self._screen.show(f"There is no button {number}.")
            return []
        message, button = self._view.buttons[number - 1]
        if button.copies is not None:
            self._screen.show(button.copies)
            return []
        return [await self._person.presses_data(message, button.data or "")]

    async def _pasted(self) -> str:
        lines: list[str] = []
        while (line := await self._line("| ")) not in {None, "."}:
            lines.append(line or "")
        return "\n".join(lines)

    async def _send(self, name: str) -> Sequence[int]:
        path = Path(name)
        try:
            content = await asyncio.to_thread(path.read_bytes)
        except OSError as error:
            self._screen.show(f"{path} cannot be read: {error.strerror}.")
            return []
        return [await self._person.sends("document", content, name=path.name)]


def when_settled(bed: TestBed) -> Answered:
    """Wait for a bot in this process, which knows when it has answered."""

    async def settled(view: View, updates: Sequence[int]) -> None:
        for update in updates:
            await bed.bot.settled(update)
        version = bed.sandbox.world.version
        await view.until(lambda: view.after >= version, PATIENCE)

    return settled


async def when_quiet(view: View, _updates: Sequence[int]) -> None:
    """Wait for a bot in another process: for a message, and then for a pause."""
    seconds = PATIENCE
    while await view.until(lambda: view.answered, seconds):
        view.answered, seconds = False, QUIET
