"""Several workers on one database: each thing done by one of them, in order, whoever heard of it."""

# ruff: noqa: PLR0913, PLR0917 - fixtures are arguments

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from datetime import datetime
from typing import Any

import pytest
from support.updates import update_of
from telegram.error import InvalidToken

from bot.application import Bot
from bot.clock import now
from bot.plain import PlainBot
from bot.sandbox import Person, Sandbox
from bot.sending import send
from bot.wording import trying_again
from conversations.conversation import Conversation, Step
from conversations.messages import ExportFile, Input, Line, Reply, Wrote
from conversations.review.desk import Desk
from storage import (
    Claims,
    Codes,
    Database,
    Heard,
    Inbox,
    Kind,
    Outbox,
    Parcel,
    People,
    RawUpdate,
    StepFunction,
    claims_of,
    turn,
)

Start = Callable[..., AbstractAsyncContextManager[Bot]]
Words = Callable[[Person], Awaitable[list[str]]]
Said = Callable[[Person], list[str]]


@pytest.fixture
def url(postgres_url: str) -> str:
    """Keep everything in PostgreSQL."""
    return postgres_url


@pytest.fixture(autouse=True)
def no_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no worker look by itself for what others have left; one that may poll finds out at once."""
    monkeypatch.setattr("bot.application.SWEEP_SECONDS", 3600)
    monkeypatch.setattr("bot.listening.ASK_SECONDS", 0.01)


@pytest.fixture
async def pair(start: Start) -> AsyncIterator[tuple[Bot, Bot]]:
    """Run two workers, of which the first polls."""
    async with start() as first:
        assert await first.claims.keeps(Kind.POLLING)
        async with start() as second:
            yield first, second


@pytest.fixture
async def third(url: str) -> AsyncIterator[Claims]:
    """Claim as a third worker does."""
    claims = claims_of(url)
    yield claims
    await claims.close()


async def is_posted(worker: Bot, update: dict[str, Any]) -> None:
    """Let one worker accept an update."""
    for each in await worker.listener.hear([update]):
        await worker.application.update_queue.put(each)


def rests_until(gate: asyncio.Event, worker: Bot, monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """Let a worker that waits for another one wait until a gate is open; gives the sign that it waits."""
    waits = asyncio.Event()

    async def rest(_seconds: float) -> None:
        waits.set()
        await gate.wait()

    monkeypatch.setattr(worker.stopping, "rest", rest)
    return waits


async def test_one_polls(start: Start, anna: Person, heard: Words, caplog: pytest.LogCaptureFixture) -> None:
    """One worker fetches updates; when it stops, another does; Telegram tells none that there are two.

    The call that the first one gave up when it stopped may be sent away later: nobody hears of that.
    """
    async with AsyncExitStack() as stack:
        first = await stack.enter_async_context(start())
        await first.settled(await anna.says("one"))
        async with start() as second:
            await first.settled(await anna.says("two"))
            assert await second.listener.fetch(0) is None
            await stack.aclose()
            await second.settled(await anna.says("three"))
    assert (["one", "two", "three"], 0) == (await heard(anna), caplog.text.count("another program fetches"))


async def test_worker_that_cannot_hear(
    start: Start, anna: Person, heard: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker whose calls fail lets another one fetch updates, and goes on trying."""
    failed = asyncio.Event()

    async def fails(*_: object, **__: object) -> None:
        failed.set()
        raise InvalidToken

    async with start() as first:
        await first.settled(await anna.says("one"))
        async with start() as second:
            monkeypatch.setattr(first.listener._fetching, "call", fails)
            await first.settled(await anna.says("two"))  # the call that was on its way
            await failed.wait()
            await second.settled(await anna.says("three"))
            hearing = first.hearing.works, second.hearing.works
            assert await second.claims.keeps(Kind.POLLING) is True
    assert (["one", "two", "three"], (False, True)) == (await heard(anna), hearing)


async def test_update_of_a_worker_that_died(
    pair: tuple[Bot, Bot], database: Database, sandbox: Sandbox, anna: Person, heard: Words, said: Said
) -> None:
    """What another worker accepted and did not handle is taken up at the next look, in order, once."""
    await pair[0].settled(await anna.says("one"))
    texts = {9_000_001: "two", 9_000_002: "three"}
    left = [RawUpdate(number, anna.user_id, update_of(anna, number, text)) for number, text in texts.items()]
    await Inbox(database).accept(left, now())
    await asyncio.gather(*(each.sweep() for each in (*pair, *pair)))
    await sandbox.until(lambda: len(said(anna)) == 3, timeout=30)
    assert (["one", "two", "three"], ["1: one", "2: two", "3: three"]) == (await heard(anna), said(anna))


async def test_mail_waits_for_who_sends(
    pair: tuple[Bot, Bot], sandbox: Sandbox, anna: Person, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reply that one worker has made while another sends to that chat goes out behind, when that one is done."""
    begun, gate, senders = asyncio.Event(), asyncio.Event(), list[PlainBot]()

    async def slow(bot: PlainBot, parcel: Parcel) -> int | None:
        senders.append(bot)
        begun.set()
        await gate.wait()
        return await send(bot, parcel)

    monkeypatch.setattr("bot.delivery.send", slow)
    waits = rests_until(gate, pair[1], monkeypatch)
    await anna.says("one")
    await begun.wait()
    await is_posted(pair[1], update_of(anna, 9_000_001, "two"))
    await waits.wait()
    gate.set()
    await sandbox.until(lambda: len(said(anna)) == 2, timeout=30)
    assert (["1: one", "2: two"], [worker.listener for worker in pair]) == (said(anna), senders)


async def test_look_leaves_mail_to_its_sender(start: Start, anna: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """A look wakes nobody whose mail is on its way here: the outbox is read once for it."""
    begun, gate, read = asyncio.Event(), asyncio.Event(), list[int]()

    async def slow(bot: PlainBot, parcel: Parcel) -> int | None:
        begun.set()
        await gate.wait()
        return await send(bot, parcel)

    async with start() as bot:
        really = bot.store.outbox.next

        async def reading(chat_id: int, at: datetime) -> tuple[Parcel, ...]:
            read.append(chat_id)
            return await really(chat_id, at)

        monkeypatch.setattr("bot.delivery.send", slow)
        monkeypatch.setattr(bot.store.outbox, "next", reading)
        update_id = await anna.says("one")
        await begun.wait()
        await bot.sweep()
        gate.set()
        await bot.settled(update_id)
    assert [anna.user_id] == read


@pytest.mark.usefixtures("turns_alone")
async def test_turn_waits_for_who_is_at_it(
    pair: tuple[Bot, Bot], anna: Person, heard: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An update that came to one worker while another is in that chat's turn is handled behind, once."""
    begun, gate = asyncio.Event(), asyncio.Event()

    async def slow(
        db: Database, given: Heard, step: StepFunction, now: datetime, codes: Codes
    ) -> tuple[int, ...] | None:
        begun.set()
        await gate.wait()
        return await turn(db, given, step, now, codes)

    monkeypatch.setattr("bot.turns.turn", slow)
    waits = rests_until(gate, pair[1], monkeypatch)
    first = await anna.says("one")
    await begun.wait()
    await is_posted(pair[1], update_of(anna, 9_000_001, "two"))
    await waits.wait()
    gate.set()
    await pair[1].settled(9_000_001)
    assert (["one", "two"], [first], [9_000_001]) == (
        await heard(anna),
        list(pair[0].progress._handled),
        list(pair[1].progress._handled),
    )


async def test_look_leaves_a_turn_to_who_is_at_it(
    pair: tuple[Bot, Bot], third: Claims, database: Database, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a look finds while another worker is at it is left to that one, and to the next look."""
    looked = asyncio.Event()
    turns = pair[0].application.handlers[0][0].callback.__self__  # type: ignore[attr-defined] # a bound method
    really: Callable[[int | None], Awaitable[bool]] = turns._worked_off

    async def worked_off(chat_id: int | None) -> bool:
        done = await really(chat_id)
        asyncio.get_running_loop().call_soon(looked.set)
        return done

    monkeypatch.setattr(turns, "_worked_off", worked_off)
    await Inbox(database).accept([RawUpdate(9_000_001, anna.user_id, update_of(anna, 9_000_001, "one"))], now())
    async with third.hold(Kind.TURNS, anna.user_id):
        await pair[0].sweep()
        await looked.wait()
        assert ({}, []) == (pair[0].listener.heard, list(pair[0].progress._handled))
    await pair[0].sweep()
    await pair[0].settled(9_000_001)


@pytest.mark.usefixtures("turns_alone")
async def test_stop_while_another_worker_is_at_it(
    start: Start, third: Claims, database: Database, anna: Person, ben: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker that is to stop waits for no other: what it was to do is left for others, and nothing is lost."""
    waits, waiting = asyncio.Event(), 0
    async with third.hold(Kind.MAIL, anna.user_id), third.hold(Kind.TURNS, ben.user_id), start() as bot:
        rest = bot.stopping.rest

        async def resting(_seconds: float) -> None:
            nonlocal waiting
            waiting += 1
            if waiting == 2:
                waits.set()
            await rest(3600)

        monkeypatch.setattr(bot.stopping, "rest", resting)
        await anna.says("one")
        await ben.says("two")
        await waits.wait()
    assert ({ben.user_id}, False) == (
        {raw.chat_id for raw in await Inbox(database).waiting()},
        await Outbox(database).empty(),
    )


async def test_document_is_left_to_who_makes_it(
    start: Start, third: Claims, database: Database, sandbox: Sandbox, anna: Person, said: Said
) -> None:
    """A document that another worker makes is not made here; what comes behind goes past it; if that one dies it is."""

    def step(conversation: Conversation, given: Input, _now: datetime, _desk: Desk) -> Step:
        words = given.text if isinstance(given, Wrote) else ""
        document = ExportFile(format="csv", statuses=("approved",)) if words == "export" else None
        return Step(conversation=conversation, replies=(Reply(lines=(Line(text=words),), document=document),))

    async with start(step) as bot:
        async with third.hold(Kind.LONG, anna.user_id):
            await anna.says("export")
            await bot.settled(await anna.says("behind it"))
            await bot.idle()
            assert (["behind it"], False) == (said(anna), await Outbox(database).empty())
        await bot.sweep()
        await bot.idle()
        assert (2, True) == (len(said(anna)), await Outbox(database).empty())
    assert [] == [call for call in sandbox.calls if not call.ok]


async def test_worker_that_lost_its_claim_sends_nothing(
    pair: tuple[Bot, Bot],
    database: Database,
    sandbox: Sandbox,
    anna: Person,
    said: Said,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A worker that is told that its claims are gone leaves the mail to the others."""
    with monkeypatch.context() as lost:
        lost.setattr("storage.sharing._Held.still_mine", lambda _held: asyncio.sleep(0, result=False))
        await pair[0].settled(await anna.says("one"))
        assert ([], False) == (said(anna), await Outbox(database).empty())
    await pair[1].sweep()
    await sandbox.until(lambda: said(anna), timeout=30)
    assert ["1: one"] == said(anna)


async def test_handled_at_once_by_whoever_is_asked(
    pair: tuple[Bot, Bot], anna: Person, heard: Words, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is posted to one worker and to the other wants no turn of its own, and is answered in order, each once."""

    async def no_turn(*_: object) -> None:
        raise AssertionError("a turn of its own")

    monkeypatch.setattr("bot.turns.turn", no_turn)
    await pair[0].settled(await anna.says("text 1"))
    for number, worker in enumerate((*pair, *pair), start=2):
        await is_posted(worker, update_of(anna, 9_000_000 + number, f"text {number}"))
        await worker.settled(9_000_000 + number)
    texts = [f"text {number}" for number in range(1, 6)]
    assert (texts, [f"{number}: {text}" for number, text in enumerate(texts, start=1)]) == (
        await heard(anna),
        said(anna),
    )


async def test_posted_to_both(pair: tuple[Bot, Bot], anna: Person, heard: Words, said: Said) -> None:
    """An update that comes to both workers at once is handled and answered by one of them."""
    await pair[0].settled(await anna.says("one"))
    update = update_of(anna, 9_000_001, "two")
    await asyncio.gather(*(is_posted(worker, update) for worker in (*pair, *pair)))
    await asyncio.gather(*(worker.application.update_queue.join() for worker in pair))
    await asyncio.gather(*(worker.idle() for worker in pair))
    assert (["one", "two"], ["1: one", "2: two"]) == (await heard(anna), said(anna))


async def test_mail_that_another_worker_found_first(
    start: Start, third: Claims, database: Database, anna: Person, said: Said
) -> None:
    """An answer is not said by who has handled the update where another worker's look has found it, and said it."""
    async with start() as bot:
        await bot.settled(await anna.says("one"))
        async with third.hold(Kind.MAIL, anna.user_id):
            await is_posted(bot, update_of(anna, 9_000_001, "two"))
            found = await Outbox(database).next(anna.user_id, now())
            for parcel in found:
                await Outbox(database).sent(parcel.id, 900, now())
        await bot.settled(9_000_001)
    assert (1, ["1: one"]) == (len(found), said(anna))


async def test_step_that_broke_with_its_batch(start: Start, notebook: StepFunction, anna: Person, said: Said) -> None:
    """A step that broke in the batch's transaction has had its first attempt: the person hears of it, it goes on."""
    steps = 0

    def step(conversation: Conversation, given: Input, at: datetime, desk: Desk) -> Step:
        nonlocal steps
        steps += 1
        if steps == 1:
            raise RuntimeError("a bug")
        return notebook(conversation, given, at, desk)

    async with start(step) as bot:
        await bot.settled(await anna.says("one"))
    assert (2, [trying_again().text, "1: one"]) == (steps, said(anna))


async def test_sweeping_is_one_workers(
    pair: tuple[Bot, Bot], database: Database, sandbox: Sandbox, anna: Person
) -> None:
    """What is done every few seconds for all, such as menus, is done by one."""
    await pair[0].settled(await anna.says("one"))
    await People(database).give(anna.user_id, "coordinator", None, now())
    for _ in range(3):
        await asyncio.gather(*(each.sweep() for each in pair))
    menus = [call for call in sandbox.calls if call.method == "setMyCommands" and str(anna.user_id) in str(call.params)]
    kept = [await each.claims.keeps(Kind.SWEEPING) for each in pair]
    assert (1, [False, True]) == (len(menus), sorted(kept))


async def test_claims_cannot_be_asked(
    pair: tuple[Bot, Bot], anna: Person, heard: Words, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """While the database does not answer a worker fetches nothing, says so once, and goes on when it does."""
    keeps, failed = pair[0].claims.keeps, asyncio.Event()

    async def fails(kind: Kind) -> bool:
        if kind is Kind.POLLING and not failed.is_set():
            failed.set()
            raise ConnectionError
        return await keeps(kind)

    monkeypatch.setattr(pair[0].claims, "keeps", fails)
    await pair[0].settled(await anna.says("one"))
    await failed.wait()
    await pair[0].settled(await anna.says("two"))
    assert (["one", "two"], 1) == (await heard(anna), caplog.text.count("the database does not work"))
