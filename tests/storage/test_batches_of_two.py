"""Batches of two workers on PostgreSQL at once: the second leaves a chat out or waits, and nothing is lost."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime

import pytest
from sqlalchemy import Connection
from sqlalchemy.util import await_
from support.batches import ANN, BEN, context, fates, leave, note, taken, waiting, words_of, wrote
from support.postgres import Postgres
from support.statements import heard
from support.turns import Handling, accept, raw_of, turn

from conversations.dialogue.conversation import Conversation, Handled, Step
from conversations.dialogue.inputs import Input, TimeCame
from conversations.dialogue.repositories import ReviewRepository
from storage import Database, Heard, StepFunction, Taken, conversation_of, history_of
from storage.conversations import wait_for
from storage.scheduled import pass_time

pytestmark = pytest.mark.postgresql


def meanwhile(doing: Callable[[], Awaitable[object]], step: StepFunction = note) -> StepFunction:
    """Make a step in the middle of whose first taking another worker does something."""
    done = list[object]()

    def taking(conversation: Conversation, given: Input, now: datetime, repository: ReviewRepository) -> Step:
        if not done:
            done.append(None)
            await_(doing())
        return step(conversation, given, now, repository)

    return taking


def decide(conversation: Conversation, _given: Input, now: datetime, repository: ReviewRepository) -> Step:
    """Approve the first submission."""
    submission = repository.submission(1)
    assert submission is not None
    draft = submission.draft.model_copy(update={"status": "approved", "decided_at": now})
    return Step(conversation=conversation, handled=(Handled(number=1, author=ANN, draft=draft, events=()),))


async def status_of(db: Database, chat_id: int) -> str | None:
    """Tell what has become of a chat's draft."""
    drafts = (await conversation_of(db, chat_id)).drafts
    return drafts[0].status if drafts else None


@asynccontextmanager
async def held(db: Database, other: Database, now: datetime) -> AsyncIterator[None]:
    """Let two people be known, and another worker hold the conversation of one."""
    await context(db, now, wrote(1), wrote(2, chat_id=BEN))
    async with asyncio.timeout(30), other.write() as holder:
        await holder.run_sync(wait_for, ANN)
        yield


async def test_chat_that_another_is_at_is_left_out(db: Database, other: Database, now: datetime) -> None:
    """A chat whose conversation another worker holds is not waited for: the others are handled."""
    async with held(db, other, now):
        told = await taken(db, now, wrote(3), wrote(4, chat_id=BEN))
    assert {4: "handled"} == fates(told)


async def test_chat_that_another_is_at_waits(db: Database, other: Database, now: datetime) -> None:
    """What has come from a chat that another worker holds is kept."""
    async with held(db, other, now):
        await taken(db, now, wrote(3), wrote(4, chat_id=BEN))
    assert [3] == await waiting(db)


async def test_chat_that_another_is_at_is_looked_at_again(db: Database, other: Database, now: datetime) -> None:
    """A chat that was left out is to be looked at again, and no other."""
    async with held(db, other, now):
        told = await taken(db, now, wrote(3), wrote(4, chat_id=BEN))
    assert {ANN} == told.again


async def test_chat_that_another_was_at_is_handled_by_itself(db: Database, other: Database, now: datetime) -> None:
    """A chat that was left out is handled soon after, without anybody asking."""
    done = asyncio.Event()

    def step(conversation: Conversation, given: Input, now: datetime, repository: ReviewRepository) -> Step:
        done.set()
        return note(conversation, given, now, repository)

    handling = Handling(db, step, now)
    async with held(db, other, now):
        await handling.batches.take([raw_of(wrote(3))])
        left = done.is_set()
    async with asyncio.timeout(30):
        await done.wait()
    await handling.batches.settled()
    assert (False, []) == (left, await waiting(db))


async def test_held_up_by_another_in_order(db: Database, other: Database, now: datetime) -> None:
    """What came from a chat while another worker held it is handled in order, once that lets go."""
    handling = Handling(db, note, now)
    async with held(db, other, now):
        for number in (3, 4):
            await handling.took([raw_of(wrote(number, str(number)))])
    await handling.looked(ANN)
    assert [3, 4] == [*fates(handling.all())]


@pytest.mark.parametrize("before", [(), (wrote(1),)])
async def test_what_waits_elsewhere_is_first(
    db: Database, other: Database, now: datetime, before: tuple[Heard, ...]
) -> None:
    """What another worker has accepted and not handled is not overtaken, be it somebody's first word or not."""
    await context(db, now, *before)
    await accept(other, [raw_of(wrote(2))], now)
    assert [2, 3] == [*fates(await taken(db, now, wrote(3)))]


async def test_batch_under_way_is_first(db: Database, other: Database, now: datetime) -> None:
    """An update whose batch is not committed yet is not overtaken by the next one of its chat."""
    await context(db, now, wrote(1))
    told = list[Taken]()

    async def take_third() -> None:
        told.append(await taken(db, now, wrote(3, "three")))

    await taken(other, now, wrote(2, "two"), step=meanwhile(take_third))
    assert ([{}], [3], "two") == ([fates(each) for each in told], await waiting(db), await words_of(db, ANN))


@pytest.mark.parametrize(("step", "words"), [(note, "nine"), (leave, None)])
async def test_same_chat_at_two_is_taken_one_after_the_other(
    db: Database, other: Database, now: datetime, step: StepFunction, words: str | None
) -> None:
    """What the same person says to another worker in between, an erasure too, is done on top of what was saved."""
    await context(db, now, wrote(1))
    second = Handling(other, step, now)
    await taken(db, now, wrote(2, "two"), step=meanwhile(lambda: second.took([raw_of(wrote(9, "nine"))])))
    before = await words_of(db, ANN)
    await second.looked(ANN)
    assert ("two", words) == (before, await words_of(db, ANN))


async def test_decision_beside_its_author(db: Database, other: Database, now: datetime) -> None:
    """A coordinator who decides while the author's batch is under way is behind it: both are kept."""
    await context(db, now, wrote(1))
    tasks, tried = list[asyncio.Task[object]](), asyncio.Event()

    def hear(_connection: Connection, statement: str, given: object) -> None:
        if "SKIP LOCKED" in statement and str(ANN) in str(given) and tasks:
            tried.set()

    async def begins() -> None:
        tasks.append(asyncio.ensure_future(turn(other, wrote(9, chat_id=BEN), decide, now)))
        await tried.wait()

    with heard(hear):
        async with asyncio.timeout(30):
            await taken(db, now, wrote(2, "two"), step=meanwhile(begins))
            await asyncio.gather(*tasks)
    assert ("two", "approved") == (await words_of(db, ANN), await status_of(db, ANN))


def remind(connection: Connection, now: datetime) -> object:
    """Say what time brings to the person, on top of what is there."""

    def step(conversation: Conversation, _given: Input, _now: datetime, _desk: ReviewRepository) -> Step:
        assert conversation.drafts[0].answers["name.name"].value == "two"
        return Step(conversation=conversation.model_copy())

    wait_for(connection, ANN)
    return pass_time(connection, ANN, TimeCame(), step, now)


async def test_reminder_beside_a_batch(
    db: Database, other: Database, server: Postgres, url: str, now: datetime
) -> None:
    """A reminder waits for the batch, and is said on top of what that saved."""
    await context(db, now, wrote(1))
    tasks = list[asyncio.Task[object]]()

    async def begins() -> None:
        tasks.append(asyncio.create_task(other.change(remind, now)))
        await server.someone_waits(url)

    await taken(db, now, wrote(2, "two"), step=meanwhile(begins))
    await asyncio.gather(*tasks)
    assert "two" == await words_of(db, ANN)


async def test_failure_beside_another_look(db: Database, other: Database, now: datetime) -> None:
    """An update that two look at, and that fails at the one, is not tried by the other before it is due."""
    await context(db, now, wrote(1))
    await accept(db, [raw_of(wrote(2, "a bug"))], now)
    looks = [Handling(each, note, now) for each in (other, db)]
    done = list[object]()

    def hear(_connection: Connection, statement: str, _given: object) -> None:
        if "SKIP LOCKED" in statement and not done:
            done.append(None)
            await_(looks[0].looked(ANN))

    with heard(hear):
        await looks[1].looked(ANN)
    assert [1, 0] == [len(each.all().outcomes) for each in looks]


async def test_first_contact_at_two(db: Database, other: Database, server: Postgres, url: str, now: datetime) -> None:
    """Of two first contacts of a chat the second is handled on top of the first: none is lost."""
    tasks = list[asyncio.Task[Taken]]()

    async def begins() -> None:
        tasks.append(asyncio.create_task(Handling(other, note, now).handled([raw_of(wrote(2, "two"))])))
        await server.someone_waits(url)

    await taken(db, now, wrote(1, "one"), wrote(3, "three", BEN), step=meanwhile(begins))
    await asyncio.gather(*tasks)
    assert ("two", "three", [1, 2]) == (
        await words_of(db, ANN),
        await words_of(db, BEN),
        [row.update_id for row in await history_of(db, ANN)],
    )


async def test_same_update_at_two(db: Database, other: Database, server: Postgres, url: str, now: datetime) -> None:
    """An update that two have at once is handled by one: the other waits for that commit, and finds it known."""
    await context(db, now, wrote(1))
    tasks = list[asyncio.Task[Taken]]()

    async def comes_again() -> None:
        tasks.append(asyncio.create_task(taken(other, now, wrote(2, "two"))))
        await server.someone_waits(url)

    told = await taken(db, now, wrote(2, "two"), step=meanwhile(comes_again))
    again = await tasks[0]
    assert ({2: "handled"}, set(), {}) == (fates(told), again.new, fates(again))


async def test_same_updates_in_another_order(db: Database, other: Database, now: datetime) -> None:
    """However the same updates come to two at once, each is handled once."""
    chats = range(1, 21)
    await context(db, now, *(wrote(chat, chat_id=chat) for chat in chats))
    for number in range(100, 1100, 100):
        batch = [wrote(number + chat, chat_id=chat) for chat in chats]
        first, second = await asyncio.gather(taken(db, now, *batch), taken(other, now, *reversed(batch)))
        assert sorted(each.update_id for each in batch) == sorted([*fates(first), *fates(second)])


async def test_many_chats_at_two(db: Database, other: Database, now: datetime) -> None:
    """Of many chats that write to two workers at once, in batches that meet, each has all of its answers once."""
    rounds, chats = range(5), range(1, 9)
    batches = [[wrote(100 * n + chat, f"{n}", chat) for chat in chats] for n in rounds]
    halves = [(each[::2], each[1::2]) if n % 2 else (each[:4], each[4:]) for n, each in enumerate(batches)]
    await asyncio.gather(
        *(
            Handling(worker, note, now).handled([raw_of(each) for each in half])
            for pair in halves
            for worker, half in zip((db, other), pair, strict=True)
        )
    )
    assert [len(rounds)] * len(chats) == [len(await history_of(db, chat)) for chat in chats]


@pytest.mark.slow
async def test_author_and_coordinator_round_after_round(db: Database, other: Database, now: datetime) -> None:
    """However an author's words and a coordinator's decisions meet, each of them is kept."""
    await context(db, now, wrote(1, "before"))
    for number in range(10, 60, 2):
        text = f"text {number}"
        author = Handling(db, note, now).handled([raw_of(wrote(number + 1, text))])
        await asyncio.gather(author, turn(other, wrote(number, chat_id=BEN), decide, now))
        assert (text, "approved") == (await words_of(db, ANN), await status_of(db, ANN))
