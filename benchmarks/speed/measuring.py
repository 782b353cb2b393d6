"""One run of one program: start, all phases, stop."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.speed.people import Crowd, NotAnswered, Phase
from benchmarks.speed.processes import PATIENCE, Running
from benchmarks.speed.subjects import Subject
from benchmarks.speed.telegram import Telegram

Figures = dict[str, float]

SLOW = 0.06
"""Seconds of each call on a slow Bot API."""

_STEADY = 50
_OPENED = 5
"""The inputs that leave an open conversation behind: /start and four answers."""


class NotMeasured(Exception):  # noqa: N818 - it says what came of it
    """A run without figures; the message says why."""


@dataclass(frozen=True)
class Load:
    """The load: seconds of each phase, people at the same time, and open conversations for the memory."""

    seconds: float = 3.0
    people: tuple[int, ...] = (1, 50, 500)
    opened: int = 1_000

    @property
    def settle(self) -> float:
        """Seconds at the beginning of a phase that do not count."""
        return self.seconds / 4


@dataclass(frozen=True)
class Up:
    """A running program, its Bot API and its people, and the seconds of its start."""

    telegram: Telegram
    running: Running
    crowd: Crowd
    started: float


@asynccontextmanager
async def up(subject: Subject) -> AsyncIterator[Up]:
    """Start a program; ``NotMeasured`` if that fails."""
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        telegram = await stack.enter_async_context(Telegram())
        environments = stack.enter_context(subject.environments(telegram, folder))
        begun = perf_counter()
        python = subject.python
        running = await stack.enter_async_context(Running(folder, subject.command, environments, python))
        await reached(telegram, running, subject.workers)
        yield Up(telegram, running, Crowd(telegram, subject.inputs[:-1]), perf_counter() - begun)


async def measured(subject: Subject, load: Load) -> Figures:
    """Take all figures of one run; raises ``NotMeasured``."""
    async with up(subject) as it:
        run = _Run(it.telegram, it.running, it.crowd, load, {"start s": it.started})
        try:
            return await run.all(subject)
        except (NotAnswered, NotMeasured):
            it.running.check()
            raise


async def reached(telegram: Telegram, running: Running, workers: int) -> None:
    """Wait until all workers ask for updates, or have set their webhook."""
    ends = perf_counter() + PATIENCE
    while max(telegram.calls["getupdates"], telegram.calls["setwebhook"]) < workers:
        running.check()
        if perf_counter() > ends:
            raise NotMeasured(f"it did not start within {PATIENCE} s")
        await asyncio.sleep(0.01)  # a look costs little beside a start of a second
    await asyncio.sleep(0.3)  # what else belongs to a start


@dataclass
class _Run:
    telegram: Telegram
    running: Running
    crowd: Crowd
    load: Load
    figures: Figures

    async def all(self, subject: Subject) -> Figures:
        self.figures["memory at start MiB"] = self.running.memory
        await self._unloaded()
        for people in self.load.people[1:]:
            await self._loaded(people)
        await self._opened()
        await self._arriving()
        for people in self.load.people:
            await self._slow(people)
        if not subject.is_echo:
            await self._submitted(subject)
        return self.figures

    async def _unloaded(self) -> None:
        """Let one person answer: first to warm up, then for the figures."""
        await self.crowd.answering(1, self.load.seconds / 2)
        phase = sound(await self.crowd.answering(1, self.load.seconds))
        self.figures["rate 1"] = phase.rate
        self.figures |= {"p50 unloaded ms": _ms(phase, 50), "p99 unloaded ms": _ms(phase, 99)}

    async def _loaded(self, people: int) -> None:
        cpu, calls, answers = self.running.cpu, self._calls(), self.crowd.answers
        phase = sound(await self.crowd.answering(people, self.load.seconds, self.load.settle))
        if people == self.load.people[1]:
            answered = self.crowd.answers - answers
            self.figures["CPU ms an answer"] = (self.running.cpu - cpu) * 1000 / answered
            self.figures["calls an answer"] = (self._calls() - calls) / answered
        self.figures[f"rate {people}"] = phase.rate

    async def _opened(self) -> None:
        """Measure the memory of open conversations, after everything else has been loaded."""
        before = self.running.memory
        await self.crowd.opening(self.load.opened, _OPENED)
        grown = self.running.memory - before
        self.figures["memory for 1,000 MiB"] = grown * 1000 / self.load.opened

    async def _arriving(self) -> None:
        top = max(self.figures[f"rate {people}"] for people in self.load.people)
        self.figures["top rate"] = top
        half = sound(await self.crowd.arriving(top / 2, self.load.seconds))
        self.figures |= {"p50 half ms": _ms(half, 50), "p99 half ms": _ms(half, 99)}
        self.figures["p99 at 50/s ms"] = _ms(sound(await self.crowd.arriving(_STEADY, self.load.seconds)), 99)

    async def _slow(self, people: int) -> None:
        self.telegram.delay = SLOW
        phase = await self.crowd.answering(people, self.load.seconds, self.load.settle + SLOW)
        self.figures[f"slow rate {people}"] = phase.rate
        await self._quiet()

    async def _submitted(self, subject: Subject) -> None:
        """Let one person submit, and wait for all results."""
        await self._submit(subject)  # what is loaded at the first one
        await self._quiet()
        cpu, calls = self.running.cpu, self._calls()
        await self._submit(subject)
        await self._quiet()
        self.figures["calls a submission"] = self._calls() - calls
        self.figures["CPU ms a submission"] = (self.running.cpu - cpu) * 1000

    async def _submit(self, subject: Subject) -> None:
        crowd = Crowd(self.telegram, subject.inputs)
        await crowd.opening(1, len(subject.inputs))

    async def _quiet(self) -> None:
        """Wait until there has been no call for a while."""
        before = -1
        while before != self._calls():
            before = self._calls()
            await asyncio.sleep(min(1.0, self.load.seconds))  # longer than any call of a submission waits for the next

    def _calls(self) -> int:
        return self.telegram.calls.total() - self.telegram.calls["getupdates"]


def sound(phase: Phase) -> Phase:
    """Refuse a phase with a lost or repeated answer."""
    if phase.unanswered:
        raise NotMeasured(f"{phase.unanswered} inputs had no answer")
    if phase.twice:
        raise NotMeasured(f"{phase.twice} messages were said twice")
    if len(phase.took) < 2:  # noqa: PLR2004 - of one there are no quantiles
        raise NotMeasured("next to nothing was answered")
    return phase


def _ms(phase: Phase, percent: int) -> float:
    return quantiles(phase.took, n=100, method="inclusive")[percent - 1] * 1000
