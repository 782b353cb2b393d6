"""Several workers on one database: each thing is done by one of them, in order."""

# ruff: noqa: PLR0913, PLR0917 - fixtures are arguments

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from datetime import datetime
from typing import Any

import pytest
from support.turns import accept, sent
from support.updates import update_of
from telegram.error import InvalidToken

from bot.app import Bot
from bot.clock import now
from bot.sandbox import Person, Sandbox
from bot.telegram.client import PlainBot
from bot.telegram.sending import send
from bot.telegram.texts import SEEN_BEFORE, trying_again
from conversations.dialogue.conversation import Conversation, Step
from conversations.dialogue.inputs import Input, Wrote
from conversations.dialogue.replies import ExportFile, Line, Reply
from conversations.dialogue.repositories import ReviewRepository
from storage import (
    Batches,
    Database,
    Inbox,
    Kind,
    Mark,
    Outbox,
    OutgoingMessage,
    People,
    RawUpdate,
    StepFunction,
    WorkerLocks,
)
from storage.conversations import lock

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
    monkeypatch.setattr("bot.app.SWEEP_SECONDS", 3600)
    monkeypatch.setattr("bot.telegram.receiving.ASK_SECONDS", 0.01)


@pytest.fixture
async def pair(start: Start) -> AsyncIterator[tuple[Bot, Bot]]:
    """Run two workers, of which the first polls."""
    async with start() as first:
        assert await first.runtime.locks.keeps(Kind.POLLING)
        async with start() as second:
            yield first, second


@pytest.fixture
async def third(url: str) -> AsyncIterator[WorkerLocks]:
    """Hold locks as a third worker does."""
    locks = WorkerLocks(url)
    yield locks
    await locks.close()


async def is_posted(worker: Bot, update: dict[str, Any]) -> None:
    """Let one worker accept an update."""
    await worker.listener.hear([update])


@asynccontextmanager
async def at_it(database: Database, chat_id: int) -> AsyncIterator[None]:
    """Be at a chat's turn, as another worker is that has locked its conversation."""
    async with database.write() as connection:
        await connection.run_sync(lambda each: lock(each, [chat_id], now()))
        yield


def rests_until(gate: asyncio.Event, worker: Bot, monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """Let a worker that waits for another one wait until a gate is open; gives the sign that it waits."""
    waits = asyncio.Event()

    async def rest(_seconds: float) -> None:
        waits.set()
        await gate.wait()

    monkeypatch.setattr(worker.runtime.stopping, "rest", rest)
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
            assert await second.runtime.locks.keeps(Kind.POLLING) is True
    assert (["one", "two", "three"], (False, True)) == (await heard(anna), hearing)


async def test_update_of_a_worker_that_died(
    pair: tuple[Bot, Bot], database: Database, sandbox: Sandbox, anna: Person, heard: Words, said: Said
) -> None:
    """What another worker accepted and did not handle is taken up at the next look, in order, once."""
    await pair[0].settled(await anna.says("one"))
    texts = {9_000_001: "two", 9_000_002: "three"}
    left = [RawUpdate(number, anna.user_id, update_of(anna, number, text)) for number, text in texts.items()]
    await accept(database, left, now())
    await asyncio.gather(*(each.sweep() for each in (*pair, *pair)))
    await sandbox.until(lambda: len(said(anna)) == 3, timeout=30)
    assert (["one", "two", "three"], ["1: one", "2: two", "3: three"]) == (await heard(anna), said(anna))


async def test_messages_wait_for_their_sender(
    pair: tuple[Bot, Bot], sandbox: Sandbox, anna: Person, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reply that one worker has made while another sends to that chat goes out behind, when that one is done."""
    begun, gate, senders = asyncio.Event(), asyncio.Event(), list[PlainBot]()

    async def slow(bot: PlainBot, outgoing: OutgoingMessage) -> int | None:
        senders.append(bot)
        begun.set()
        await gate.wait()
        return await send(bot, outgoing)

    monkeypatch.setattr("bot.telegram.delivery.send", slow)
    waits = rests_until(gate, pair[1], monkeypatch)
    await anna.says("one")
    await begun.wait()
    await is_posted(pair[1], update_of(anna, 9_000_001, "two"))
    await waits.wait()
    gate.set()
    await sandbox.until(lambda: len(said(anna)) == 2, timeout=30)
    assert (["1: one", "2: two"], [worker.listener for worker in pair]) == (said(anna), senders)


async def test_sweep_leaves_messages_to_their_sender(
    start: Start, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sweep wakes no chat whose messages are being sent here: its outbox is read once."""
    begun, gate, read = asyncio.Event(), asyncio.Event(), list[int]()

    async def slow(bot: PlainBot, outgoing: OutgoingMessage) -> int | None:
        begun.set()
        await gate.wait()
        return await send(bot, outgoing)

    async with start() as bot:
        really = bot.store.outbox.next

        async def reading(chat_id: int, at: datetime) -> tuple[OutgoingMessage, ...]:
            read.append(chat_id)
            return await really(chat_id, at)

        monkeypatch.setattr("bot.telegram.delivery.send", slow)
        monkeypatch.setattr(bot.store.outbox, "next", reading)
        update_id = await anna.says("one")
        await begun.wait()
        await bot.sweep()
        gate.set()
        await bot.settled(update_id)
    assert [anna.user_id] == read


async def test_turn_is_left_to_its_worker(
    pair: tuple[Bot, Bot],
    database: Database,
    sandbox: Sandbox,
    anna: Person,
    ben: Person,
    heard: Words,
    said: Said,
) -> None:
    """An update of a chat that another worker is at waits, and nobody else waits for it; then it is handled, once."""
    await pair[0].settled(await anna.says("one"))
    async with at_it(database, anna.user_id):
        await is_posted(pair[1], update_of(anna, 9_000_001, "two"))
        await pair[0].settled(await ben.says("hello"))
        await pair[0].sweep()
        waiting = [raw.update_id for raw in await Inbox(database).waiting()]
    await sandbox.until(lambda: len(said(anna)) == 2, timeout=30)
    assert ([9_000_001], ["one", "two"], ["1: one", "2: two"]) == (waiting, await heard(anna), said(anna))


@pytest.mark.slow
async def test_stop_while_another_worker_is_at_it(
    start: Start, third: WorkerLocks, database: Database, sandbox: Sandbox, anna: Person, ben: Person
) -> None:
    """A worker that is to stop waits for no other: what it was to do is left for others, and nothing is lost."""
    async with start() as bot:
        await bot.settled(await ben.says("hello"))
    async with third.hold(Kind.SENDING, anna.user_id), at_it(database, ben.user_id), start():
        await anna.says("one")
        await ben.says("two")
        await sandbox.until(lambda: not sandbox.world.updates.pending(), timeout=30)
    assert ({ben.user_id}, False) == (
        {raw.chat_id for raw in await Inbox(database).waiting()},
        await Outbox(database).empty(),
    )


async def test_document_is_left_to_its_worker(
    start: Start, third: WorkerLocks, database: Database, sandbox: Sandbox, anna: Person, said: Said
) -> None:
    """A document that another worker makes is not made here; what comes behind goes past it; if that one dies it is."""

    def step(conversation: Conversation, given: Input, _now: datetime, _desk: ReviewRepository) -> Step:
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


async def test_worker_that_loses_its_lock_as_it_begins(
    pair: tuple[Bot, Bot], sandbox: Sandbox, anna: Person, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker that loses its locks as it begins to send does not send; the next one says that it may be a repeat."""
    mark = Batches.mark

    async def begun(batches: Batches, given: Mark) -> None:
        await mark(batches, given)
        if batches is pair[0].turns.batches:
            await pair[0].runtime.locks._end()

    monkeypatch.setattr(Batches, "mark", begun)
    await pair[0].settled(await anna.says("one"))
    by_first = said(anna)
    await pair[1].sweep()
    await sandbox.until(lambda: said(anna), timeout=30)
    assert ([], [f"{SEEN_BEFORE}\n\n1: one"]) == (by_first, said(anna))


async def test_handled_by_whoever_is_asked(pair: tuple[Bot, Bot], anna: Person, heard: Words, said: Said) -> None:
    """What is posted to one worker and to the other is answered in order, each once."""
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
    await asyncio.gather(*(worker.idle() for worker in pair))
    assert (["one", "two"], ["1: one", "2: two"]) == (await heard(anna), said(anna))


async def test_messages_that_another_worker_found_first(
    start: Start, third: WorkerLocks, database: Database, anna: Person, said: Said
) -> None:
    """An answer is not said by who has handled the update where another worker's look has found it, and said it."""
    async with start() as bot:
        await bot.settled(await anna.says("one"))
        async with third.hold(Kind.SENDING, anna.user_id):
            await is_posted(bot, update_of(anna, 9_000_001, "two"))
            found = await Outbox(database).next(anna.user_id, now())
            for outgoing in found:
                await sent(database, outgoing.id, 900, now())
        await bot.settled(9_000_001)
    assert (1, ["1: one"]) == (len(found), said(anna))


async def test_step_that_broke_with_its_batch(start: Start, notebook: StepFunction, anna: Person, said: Said) -> None:
    """A step that broke in the batch's transaction has had its first attempt: the person hears of it, it goes on."""
    steps = 0

    def step(conversation: Conversation, given: Input, at: datetime, repository: ReviewRepository) -> Step:
        nonlocal steps
        steps += 1
        if steps == 1:
            raise RuntimeError("a bug")
        return notebook(conversation, given, at, repository)

    async with start(step) as bot:
        await bot.settled(await anna.says("one"))
    assert (2, [trying_again().text, "1: one"]) == (steps, said(anna))


@pytest.mark.slow
async def test_sweeping_is_one_workers(
    pair: tuple[Bot, Bot], database: Database, sandbox: Sandbox, anna: Person
) -> None:
    """What is done every few seconds for all, such as menus, is done by one."""
    await pair[0].settled(await anna.says("one"))
    await People(database).give(anna.user_id, "coordinator", None, now())
    for _ in range(3):
        await asyncio.gather(*(each.sweep() for each in pair))
    menus = [
        call.params.get("language_code")
        for call in sandbox.calls
        if call.method == "setMyCommands" and str(anna.user_id) in str(call.params)
    ]
    kept = [await each.runtime.locks.keeps(Kind.SWEEPING) for each in pair]
    assert (sorted(set(menus), key=str), [False, True]) == (sorted(menus, key=str), sorted(kept))


async def test_locks_cannot_be_asked(
    pair: tuple[Bot, Bot], anna: Person, heard: Words, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """While the database does not answer a worker fetches nothing, says so once, and goes on when it does."""
    keeps, failed = pair[0].runtime.locks.keeps, asyncio.Event()

    async def fails(kind: Kind) -> bool:
        if kind is Kind.POLLING and not failed.is_set():
            failed.set()
            raise ConnectionError
        return await keeps(kind)

    monkeypatch.setattr(pair[0].runtime.locks, "keeps", fails)
    await pair[0].settled(await anna.says("one"))
    await failed.wait()
    await pair[0].settled(await anna.says("two"))
    assert (["one", "two"], 1) == (await heard(anna), caplog.text.count("the database does not work"))
