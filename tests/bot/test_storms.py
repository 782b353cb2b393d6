"""Many faults at once, through the whole bot with the real form: every answer is kept."""

import asyncio
import random
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, suppress
from datetime import timedelta
from functools import partial
from time import monotonic

import pytest
from trials.people import is_said_to, typing, typists
from trials.replay import Findings, findings_of

from bot.app import Bot
from bot.demo.test_bed import ShiftedClock
from bot.sandbox import Person, Sandbox
from conversations.engine.engine import step
from storage import Database, Outbox

pytestmark = pytest.mark.slow

Start = Callable[..., AbstractAsyncContextManager[Bot]]

Said = Callable[[Person], list[str]]


@pytest.fixture
def clock() -> ShiftedClock:
    """Set the one clock of the bot and of Telegram."""
    return ShiftedClock()


@pytest.fixture
async def sandbox(clock: ShiftedClock) -> AsyncIterator[Sandbox]:
    """Open a local Bot API whose time can be put forward."""
    async with Sandbox(clock=lambda: clock().timestamp()) as sandbox:
        yield sandbox


async def weathered(sandbox: Sandbox, chance: random.Random) -> None:
    """Make some weather with every fifth call or so."""
    weather = sandbox.faults
    storms: tuple[Callable[[], None], ...] = (
        lambda: weather.flood(0),
        lambda: weather.fail(500),
        lambda: weather.fail(502, body="html"),
        weather.drop_before,
        weather.drop_after,
        lambda: weather.drop_after(method="getUpdates"),
        weather.redeliver,
    )
    while True:
        chance.choices(storms, (4, 4, 4, 4, 4, 1, 2))[0]()
        calls = len(sandbox.calls) + chance.randint(2, 10)
        await sandbox.until(partial(_called, sandbox, calls), timeout=60)


def _called(sandbox: Sandbox, calls: int) -> bool:
    return len(sandbox.calls) >= calls


async def test_storm_over_ten_people(
    start: Start, sandbox: Sandbox, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Through floods, errors, broken connections and repetitions every input is kept once, in order, and answered."""
    monkeypatch.setattr("bot.telegram.stopping.GROWING", (0.0,))
    chance = random.Random(1)
    people = typists(sandbox, chance, 10)
    async with start(step) as bot:
        storm = asyncio.create_task(weathered(sandbox, chance))
        async with typing(people):
            await sandbox.until(lambda: sum(len(one.updates) for one in people) > 120, timeout=60)
        storm.cancel()
        with suppress(asyncio.CancelledError):
            await storm
        sandbox.faults.clear()
        for one in people:
            await bot.settled(one.updates[-1]["update_id"])
        found = [await findings_of(database, sandbox, one.person.user_id, one.updates) for one in people]
    total = sum(found, Findings())
    assert (total.kept, total.inputs > 120, await Outbox(database).empty()) == (True, True, True), total


async def test_outage_of_an_hour(start: Start, sandbox: Sandbox, clock: ShiftedClock, anna: Person, said: Said) -> None:
    """A press that Telegram delivers an hour late can no longer be answered; it is saved, and the question comes."""
    async with start(step, clock) as bot:
        for text in ("I agree", "Open Door", "We prevent radicalisation."):
            await bot.settled(await anna.says(text))
        sandbox.faults.fail(502, times=None, method="getUpdates")
        await sandbox.wait_for_calls(1, "getUpdates")
        press, theme = await anna.presses("No"), await anna.says("2")
        clock.forward(timedelta(hours=1))
        sandbox.faults.clear()
        await bot.settled(press)
        await bot.settled(theme)
    answers = [call for call in sandbox.calls if call.method == "answerCallbackQuery"]
    assert [call.ok for call in answers] == [False]
    assert [line for line in said(anna)[-2].splitlines() if line.startswith("Section")] == [
        "Section 4 of 16 · Key themes"
    ]


async def test_api_that_takes_two_seconds(start: Start, sandbox: Sandbox, said: Said) -> None:
    """Where each call takes 2 s, people do not wait for each other."""
    people = [sandbox.person(f"Person {number}") for number in range(20)]
    async with start() as bot:
        sandbox.faults.slow(2, "sendMessage")
        started = monotonic()
        for update in [await person.says("hello") for person in people]:
            await bot.settled(update)
        seconds = monotonic() - started
    assert ([said(person) for person in people], seconds < 6) == ([["1: hello"]] * 20, True)


@pytest.mark.parametrize("method", ["getUpdates", "answerCallbackQuery", "editMessageText", "sendMessage"])
async def test_connection_lost(
    start: Start, sandbox: Sandbox, database: Database, method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A connection that breaks before and after Telegram has acted changes nothing that is kept."""
    monkeypatch.setattr("bot.telegram.stopping.GROWING", (0.0,))
    (anna,) = typists(sandbox, random.Random(1), 1)
    async with start(step) as bot:
        for text in ("I agree", "Open Door", "We prevent radicalisation."):
            await anna.says(text)
            await bot.settled(anna.updates[-1]["update_id"])
        sandbox.faults.drop_before(method=method)
        sandbox.faults.drop_after(method=method)
        for label in ("Yes", "Family support"):
            assert anna._answered() is True
            await anna.presses(label)
            await bot.settled(anna.updates[-1]["update_id"])
        await anna.says("nothing of the list")
        await bot.settled(anna.updates[-1]["update_id"])
        found = await findings_of(database, sandbox, anna.person.user_id, anna.updates)
    assert found.kept is True, found


async def test_trial_notices(start: Start, sandbox: Sandbox, database: Database) -> None:
    """The check behind the trials sees what is lost, there too often, misfiled, and not said."""
    (anna,) = typists(sandbox, random.Random(1), 1)
    async with start(step) as bot:
        for text in ("I agree", "Open Door", "We prevent radicalisation."):
            await anna.says(text)
            await bot.settled(anna.updates[-1]["update_id"])
    started, name, description = anna.updates
    unheard = {**description, "update_id": description["update_id"] + 1}

    async def found(*updates: dict[str, object]) -> Findings:
        return await findings_of(database, sandbox, anna.person.user_id, updates)

    assert await found(started, name, description) == Findings(people=1, inputs=3, found=3)
    lost, doubled = await found(started, name, description, unheard), await found(started, name)
    misfiled = await found(started, description, name)
    assert (lost.lost, lost.unanswered, doubled.doubled, misfiled.misfiled > 0) == (1, 1, 1, True)
    assert (lost.kept, doubled.kept, misfiled.kept) == (False, False, False)


async def test_trial_notices_messages(start: Start, sandbox: Sandbox, database: Database) -> None:
    """The check behind the trials sees one message that did not come, and one that came again without a warning."""
    (anna,) = typists(sandbox, random.Random(1), 1)
    async with start(step) as bot:
        for text in ("I agree", "Open Door", "We prevent radicalisation."):
            await anna.says(text)
            await bot.settled(anna.updates[-1]["update_id"])
    said = [call for call in sandbox.calls if is_said_to(call, anna.person.user_id)]
    second = next(call for call in said if "Open Door" in call.params["text"])
    sandbox.calls.remove(second)
    silent = await findings_of(database, sandbox, anna.person.user_id, anna.updates)
    assert (silent.unanswered, silent.said_again, silent.kept) == (1, 0, False), silent
    sandbox.calls.insert(sandbox.calls.index(said[-1]), second)
    sandbox.calls.append(second)
    repeated = await findings_of(database, sandbox, anna.person.user_id, anna.updates)
    assert (repeated.unanswered, repeated.said_again, repeated.unwarned, repeated.kept) == (0, 1, 1, True), repeated
