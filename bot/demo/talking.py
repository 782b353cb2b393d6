"""A talk in the terminal: what is typed goes to the bot, as a message, a press, a correction or a file."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from bot.demo.stage import Stage
from bot.demo.terminal import Lines, Screen
from bot.demo.view import View
from bot.sandbox import ControlError, RemotePerson

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
"""Seconds: how long an answer is waited for, and after how long without another message it is taken as complete."""

Answered = Callable[[View, Sequence[int]], Awaitable[None]]
"""Waits until the bot has answered so many updates and the answers are shown."""

_NUMBER = re.compile(r":(\d{1,3})", re.ASCII)
_LABEL = re.compile(r"\[(.+)\]")
_COMMAND = re.compile(r":([a-z]+)(?: (.*))?")


class Talk:
    """One person's talk, line by line."""

    def __init__(self, person: RemotePerson, screen: Screen, lines: Lines, answered: Answered) -> None:
        self._person = person
        self._screen = screen
        self._lines = lines
        self._answered = answered
        self._view = View(person, screen)

    async def run(self) -> None:
        """Talk until the lines end or ``:quit``; raises aiohttp's ``ClientError`` where the sandbox is gone."""
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
        """Do what a line asks for, and wait for what comes of it."""
        self._view.answered = False
        try:
            updates = await self._do(line.strip())
        except ControlError as error:
            self._screen.show(str(error).partition(";")[0])
        else:
            if updates:
                await self._answered(self._view, updates)

    async def _do(self, line: str) -> Sequence[int]:
        """Act; give the numbers of the updates that the bot hears."""
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


def when_settled(stage: Stage) -> Answered:
    """Wait for a bot in this process: it knows when it has answered."""

    async def settled(view: View, updates: Sequence[int]) -> None:
        for update in updates:
            await stage.bot.settled(update)
        version = stage.sandbox.world.version
        await view.until(lambda: view.after >= version, PATIENCE)

    return settled


async def when_quiet(view: View, _updates: Sequence[int]) -> None:
    """Wait for a bot elsewhere: until something has come, and then nothing for a moment."""
    seconds = PATIENCE
    while await view.until(lambda: view.answered, seconds):
        view.answered, seconds = False, QUIET
