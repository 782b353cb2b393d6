"""The retry rule: the pauses, the number of attempts, and who hears of an error."""

import asyncio
import signal
from collections.abc import Sequence
from itertools import pairwise

import pytest
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.health import DatabaseHealth
from bot.telegram.stopping import (
    FAILS,
    GROWING,
    LISTENING,
    LONGEST_SECONDS,
    PASSES,
    SHORT,
    SIGNALS,
    UNDONE,
    Stopping,
    pause_after,
    until_signal,
)


class Work:
    """Something that ends as it is told to, attempt after attempt; the last way again and again."""

    def __init__(self, *ends: bool | BaseException) -> None:
        self.ends = ends
        self.attempts = 0

    async def __call__(self) -> bool:
        """Make an attempt."""
        end = self.ends[min(self.attempts, len(self.ends) - 1)]
        self.attempts += 1
        if isinstance(end, BaseException):
            raise end
        return end


class Noting(Stopping):
    """Makes no pause, and notes how long each would have been; stops after so many."""

    def __init__(self, database_health: DatabaseHealth, stops_after: int = 1000) -> None:
        super().__init__(database_health)
        self.rests: list[float] = []
        self._stops_after = stops_after

    async def rest(self, seconds: float) -> None:
        """Note a pause."""
        self.rests.append(seconds)
        if len(self.rests) == self._stops_after:
            self.set()


@pytest.fixture(autouse=True)
def waits_are_timedeltas(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take what Telegram asks for as the bot does."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
def database_health() -> DatabaseHealth:
    """Keep without anybody to tell."""

    async def tell(_chat: int) -> None:
        raise AssertionError

    return DatabaseHealth(tell)


@pytest.fixture
def stopping(database_health: DatabaseHealth) -> Noting:
    """Make no pauses."""
    return Noting(database_health)


@pytest.mark.parametrize(("pauses", "first", "last"), [(GROWING, 1, 60), (LISTENING, 1, 30), (SHORT, 0.01, 1)])
async def test_pauses_grow(stopping: Noting, pauses: Sequence[float], first: float, last: float) -> None:
    """Pauses begin short, never shrink, and end at their longest."""
    await stopping.retry(Work(*[OSError()] * 20, True), pauses=pauses)
    rests = stopping.rests
    grow = all(one <= other for one, other in pairwise(rests))
    assert (20, first, last, True) == (len(rests), rests[0], rests[-1], grow)


async def test_wait_that_telegram_asks_for(stopping: Noting) -> None:
    """It replaces one of our pauses, and the next ones go on growing."""
    await stopping.retry(Work(TimedOut(), RetryAfter(7), TimedOut(), True))
    assert [1, 7, 5] == stopping.rests


async def test_wait_of_ages(stopping: Noting) -> None:
    """A wait that is wrong by years is an hour."""
    await stopping.retry(Work(RetryAfter(10**9), True))
    assert [LONGEST_SECONDS] == stopping.rests


async def test_work_that_succeeds_is_done_once(stopping: Noting) -> None:
    """What works at once makes no pause."""
    work = Work(True)
    assert (True, 1, []) == (await stopping.retry(work), work.attempts, stopping.rests)


async def test_work_that_a_lambda_begins(stopping: Noting) -> None:
    """Whatever gives something to wait for is work."""
    assert await stopping.retry(lambda: asyncio.sleep(0, result=True))


@pytest.mark.parametrize("error", [BadRequest("no"), Forbidden("no"), KeyError("a bug"), asyncio.CancelledError()])
async def test_error_that_stays_is_raised(stopping: Noting, error: BaseException) -> None:
    """What another attempt cannot mend comes out as it is."""
    with pytest.raises(type(error)) as raised:
        await stopping.retry(Work(error), PASSES)
    assert (error, []) == (raised.value, stopping.rests)


@pytest.mark.parametrize("error", [TelegramError("x"), NetworkError("x"), TimedOut()])
async def test_error_that_passes_is_tried_again(stopping: Noting, error: TelegramError) -> None:
    """What Telegram may do the next time is tried again."""
    assert await stopping.retry(Work(error, True), PASSES)


async def test_each_error_is_told(stopping: Noting) -> None:
    """Each error that is tried again is told, and nothing else."""
    one, other, told = OSError(), TimedOut(), list[BaseException]()
    await stopping.retry(Work(one, other, True), tell=told.append)
    await stopping.retry(Work(False, True), UNDONE, tell=told.append)
    assert [one, other] == told


async def test_stop_allows_one_more_attempt(database_health: DatabaseHealth) -> None:
    """Where a stop comes in a pause, one more attempt is the last, and nothing comes of it."""
    work = Work(OSError())
    assert (None, 3) == (await Noting(database_health, stops_after=2).retry(work), work.attempts)


async def test_attempt_during_a_stop(stopping: Noting) -> None:
    """During a stop what works works, and what fails is not tried again."""
    stopping.set()
    works, fails = Work(True), Work(OSError())
    assert (True, None) == (await stopping.retry(works), await stopping.retry(fails))
    assert (1, 1, []) == (works.attempts, fails.attempts, stopping.rests)


async def test_stop_in_a_pause_that_telegram_asks_for(database_health: DatabaseHealth) -> None:
    """Telegram's pause is obeyed at a stop, too: no attempt follows one that was cut short."""
    work = Work(RetryAfter(7), True)
    assert (None, 1) == (await Noting(database_health, stops_after=1).retry(work), work.attempts)


async def test_error_that_is_tried_again_is_noted_before_the_pause(database_health: DatabaseHealth) -> None:
    """Each such error is noted with the pause that it makes, the last one before a stop, too."""
    stopping, noted = Noting(database_health, stops_after=2), list[tuple[BaseException, float, int]]()

    async def note(error: BaseException, seconds: float) -> None:
        noted.append((error, seconds, len(stopping.rests)))

    one, other = TimedOut(), RetryAfter(7)
    await stopping.retry(Work(one, False), FAILS | UNDONE, note=note)
    stopping.set()
    await stopping.retry(Work(other), note=note)
    assert [(one, 1, 0), (other, 7, 2)] == noted


def test_pause_after_an_attempt() -> None:
    """It is as long as Telegram asks for, an hour at most; else ours for so many attempts."""
    given = [(None, 1), (TimedOut(), 2), (TimedOut(), 9), (RetryAfter(7), 9), (RetryAfter(10**9), 1)]
    assert [1, 2, 2, 7, 3600] == [pause_after(error, attempts, (1, 2)) for error, attempts in given]


async def test_stop_ends_a_pause_at_once(database_health: DatabaseHealth) -> None:
    """Nobody waits for the end of a long pause."""
    stopping, work = Stopping(database_health), Work(RetryAfter(3600))
    trying = asyncio.create_task(stopping.retry(work))
    await asyncio.sleep(0)
    stopping.set()
    async with asyncio.timeout(5):
        assert await trying is None


async def test_persistent_work_tells_of_errors(database_health: DatabaseHealth) -> None:
    """Work on the database that fails at once and again is known to fail, and no longer once it works."""
    failing = list[bool]()

    class Watching(Noting):
        async def rest(self, seconds: float) -> None:
            await super().rest(seconds)
            failing.append(database_health.is_failing)

    done = await Watching(database_health).persist(Work(OSError(), OSError(), True))
    assert (True, [True], False) == (done, failing, database_health.is_failing)


async def test_persistent_work_that_a_stop_ends_is_still_failing(database_health: DatabaseHealth) -> None:
    """What did not work before the stop did not work."""
    assert (None, True) == (
        await Noting(database_health, stops_after=1).persist(Work(OSError())),
        database_health.is_failing,
    )


async def test_work_of_another_worker_is_waited_for(stopping: Noting, database_health: DatabaseHealth) -> None:
    """Work of another worker is no error, and is soon tried again."""
    work = Work(False, OSError(), False, True)
    await stopping.until_true(work)
    assert (4, [0.01], False) == (work.attempts, stopping.rests, database_health.is_failing)


async def test_work_of_another_worker_is_left_at_a_stop(database_health: DatabaseHealth) -> None:
    """A stop does not wait for another worker."""
    work = Work(False)
    await Noting(database_health, stops_after=2).until_true(work)
    assert 4 == work.attempts


async def test_signal_where_the_loop_takes_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows, whose event loops take no signals, a signal ends the work, too."""

    def refuse(*_: object) -> None:
        raise NotImplementedError

    before = {name: signal.getsignal(name) for name in SIGNALS}
    monkeypatch.setattr(asyncio.get_running_loop(), "add_signal_handler", refuse)
    begun = asyncio.Event()

    async def work() -> None:
        begun.set()
        await asyncio.Event().wait()

    working = asyncio.create_task(until_signal(work()))
    await begun.wait()
    try:
        signal.raise_signal(signal.SIGTERM)
        await working
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)
