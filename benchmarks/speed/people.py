"""People of the benchmark: each answers when the bot's message has come, and leaves after the last question."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from time import perf_counter
from typing import Any

from benchmarks.speed.script import AGREE, Input
from benchmarks.speed.telegram import Json, Telegram

DRAIN_SECONDS = 20
"""Seconds without an answer that end a phase; the unanswered inputs are then counted."""

_AT_ONCE = 50
"""The number of people who open a conversation at the same time."""

_CHATS = count(900_000_001)


@dataclass
class Person:
    """One chat; ``answered`` is called with the seconds from the time of an input to its reply."""

    telegram: Telegram
    inputs: Sequence[Input]
    answered: Callable[["Person", float], None]
    chat_id: int
    at: int = 0
    twice: int = 0
    _due: float | None = None
    _shown: Json = field(default_factory=dict)
    _last: tuple[object, ...] = ()

    @property
    def is_through(self) -> bool:
        """Whether there is no input left."""
        return self.at == len(self.inputs)

    def goes_on(self, due: float) -> None:
        """Send the next input."""
        given = self.inputs[self.at]
        if self.at == 0:
            self.telegram.open(self.chat_id, self._heard)
        self._due = due
        if given.pressed:
            self.telegram.press(self.chat_id, self._shown, _buttons(self._shown)[given.value])
        else:
            self.telegram.write(self.chat_id, given.value)

    def _heard(self, _chat_id: int, message: Json) -> None:
        if not message["text"]:
            return
        said = (message["message_id"], message["text"], str(message.get("reply_markup")))
        self.twice += said[1:] == self._last[1:]
        self._last = said
        buttons = _buttons(message)
        if AGREE in buttons:
            self.telegram.press(self.chat_id, message, buttons[AGREE])
        elif self._due is not None and self._belongs(message, buttons):
            took, self._due, self._shown = perf_counter() - self._due, None, message
            self.at += 1
            self.answered(self, took)

    def _belongs(self, message: Json, buttons: dict[str, str]) -> bool:
        """Whether this is the reply: the next question, with the button for the next press."""
        if not all(sign in message["text"] for sign in self.inputs[self.at].signs):
            return False
        following = self.inputs[self.at + 1 : self.at + 2]
        return not following or not following[0].pressed or following[0].value in buttons


def _buttons(message: Json) -> dict[str, str]:
    """Return the data of each button, by its label without a mark."""
    rows: list[list[dict[str, Any]]] = message.get("reply_markup", {}).get("inline_keyboard", [])
    shown = {str(button["text"]): str(button.get("callback_data", "")) for row in rows for button in row}
    return shown | {label.removeprefix("✓ "): data for label, data in shown.items()}


@dataclass
class Phase:
    """The result of some seconds: the number of answered inputs, and the time of each answer."""

    seconds: float
    took: list[float] = field(default_factory=list)
    unanswered: int = 0
    twice: int = 0

    @property
    def rate(self) -> float:
        """Answers per second."""
        return len(self.took) / self.seconds


class NotAnswered(Exception):  # noqa: N818 - it says what happened
    """People waited too long for an answer."""


class Crowd:
    """As many people as needed, one phase after the other."""

    def __init__(self, telegram: Telegram, inputs: Sequence[Input], chats: Iterator[int] | None = None) -> None:
        self._telegram = telegram
        self._inputs = inputs
        self._chats = chats or _CHATS
        self._idle: deque[Person] = deque()
        self._busy: dict[int, Person] = {}
        self._going_on = False
        self._replacing = False
        self._counted: Phase | None = None
        self.answers = 0
        """The number of answered inputs so far."""
        self.all_took: list[float] = []
        """The time of each answer in opened conversations."""

    async def answering(self, people: int, seconds: float, settle: float = 0.0) -> Phase:
        """Let people fill in forms, each as fast as the bot answers.

        It counts after ``settle`` seconds and when all have had their first answer: that they begin at the same moment
        is no load that lasts.
        """
        self._idle.clear()
        self._going_on = self._replacing = True
        begun = [self._person() for _ in range(people)]
        for person in begun:
            self._act(person, perf_counter())
        await asyncio.sleep(settle)  # what comes before all are at it does not count
        await self._while(lambda: any(person.at == 0 for person in begun))
        return await self._counting(seconds, asyncio.sleep(seconds))

    async def arriving(self, rate: float, seconds: float) -> Phase:
        """Send a number of inputs a second, even if the bot is slower; each is timed from its planned time."""
        self._idle.clear()
        return await self._counting(seconds, self._arrive(rate, seconds))

    async def opening(self, people: int, answers: int) -> None:
        """Let people begin, and leave after some answers."""
        self._going_on = True
        for _ in range(people):
            person = self._person(self._inputs[:answers])
            self._act(person, perf_counter())
            while len(self._busy) >= _AT_ONCE:  # noqa: ASYNC110 - a look costs little, and no time is measured here
                await asyncio.sleep(0.005)  # until somebody is through
        await self._drained()
        self._going_on = False
        if self._busy:
            raise NotAnswered(f"{len(self._busy)} people had no answer")

    async def _arrive(self, rate: float, seconds: float) -> None:
        begun = perf_counter()
        for number in range(int(rate * seconds)):
            due = begun + number / rate
            wait = due - perf_counter()
            if wait > 0:
                await asyncio.sleep(wait)  # they arrive at a steady pace, whoever is still busy
            self._act(self._idle.popleft() if self._idle else self._person(), due)

    async def _counting(self, seconds: float, meanwhile: Any) -> Phase:  # noqa: ANN401 - anything that is awaited
        before = sum(person.twice for person in self._busy.values())
        self._counted = phase = Phase(seconds)
        begun = perf_counter()
        await meanwhile
        phase.seconds = perf_counter() - begun
        if self._replacing:
            self._counted = None
        self._going_on = self._replacing = False
        await self._drained()
        self._counted = None
        phase.unanswered = len(self._busy)
        phase.twice += max(0, sum(person.twice for person in self._busy.values()) - before)
        self._busy.clear()
        return phase

    async def _drained(self) -> None:
        self._telegram.delay = 0.0
        await self._while(lambda: bool(self._busy))

    async def _while(self, condition: Callable[[], bool]) -> None:
        """Wait while a condition holds, unless nobody gets an answer for too long."""
        answers, since = -1, perf_counter()
        while condition() and perf_counter() - since < DRAIN_SECONDS:
            if answers != self.answers:
                answers, since = self.answers, perf_counter()
            await asyncio.sleep(0.01)  # before a phase or behind it: a look takes nothing from its figures

    def _act(self, person: Person, due: float) -> None:
        self._busy[person.chat_id] = person
        person.goes_on(due)

    def _person(self, inputs: Sequence[Input] | None = None) -> Person:
        return Person(self._telegram, inputs or self._inputs, self._answered, next(self._chats))

    def _answered(self, person: Person, took: float) -> None:
        if self._busy.pop(person.chat_id, None) is None:
            return  # its phase was given up: a slow bot may answer much later
        self.answers += 1
        if self._counted is None and not self._replacing:
            self.all_took.append(took)
        if self._counted is not None:
            self._counted.took.append(took)
            self._counted.twice += person.twice
            person.twice = 0
        if person.is_through:
            self._telegram.leave(person.chat_id)
            if not self._replacing:
                return
            person = self._person(person.inputs)
        if self._going_on:
            self._act(person, perf_counter())
        else:
            self._idle.append(person)
