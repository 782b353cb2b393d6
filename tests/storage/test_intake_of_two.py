"""Intake by two workers on PostgreSQL at once: who is second gives way, waits, or goes on behind; nothing is lost."""

# ruff: noqa: PLR0913, PLR0917 - fixtures are arguments

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime

import pytest
from sqlalchemy import Connection
from sqlalchemy.util import await_
from support.intake import ANN, BEN, note, raws, said, taken, talk, waiting, wrote
from support.postgres import Postgres

from conversations.conversation import Conversation, Handled, Step
from conversations.messages import Input, TimeCame
from conversations.review.desk import Desk
from storage import Database, Heard, Inbox, StepFunction, TakenIn, conversation_of, history_of, turn
from storage.chats import wait_for
from storage.passing import pass_time

pytestmark = pytest.mark.postgresql

Other = Callable[[Database, datetime], Awaitable[object]]


async def words_of(db: Database, chat_id: int) -> str | None:
    """Tell what a chat's only draft has as its name."""
    drafts = (await conversation_of(db, chat_id)).drafts
    return str(drafts[0].answers["name.name"].value) if drafts else None


def meanwhile(doing: Callable[[], Awaitable[object]], step: StepFunction = note) -> StepFunction:
    """Make a step in the middle of whose first taking another worker does something."""
    done = list[object]()

    def taking(conversation: Conversation, given: Input, now: datetime, desk: Desk) -> Step:
        if not done:
            done.append(None)
            await_(doing())
        return step(conversation, given, now, desk)

    return taking


async def test_chat_that_another_is_at_is_left_out(db: Database, other: Database, now: datetime) -> None:
    """A chat whose conversation another worker holds is not waited for: its update waits, the others are handled."""
    await talk(db, now, wrote(1), wrote(2, chat_id=BEN))
    async with asyncio.timeout(30), other.write() as holder:
        await holder.run_sync(wait_for, ANN)
        told = await taken(db, now, wrote(3), wrote(4, chat_id=BEN))
    assert ([4], [3]) == (list(told.handled), await waiting(db))


@pytest.mark.parametrize("before", [(), (wrote(1),)])
async def test_what_waits_elsewhere_is_first(
    db: Database, other: Database, now: datetime, before: tuple[Heard, ...]
) -> None:
    """What another worker has accepted and not handled is not overtaken, be it somebody's first word or not."""
    await talk(db, now, *before)
    await Inbox(other).accept(raws([wrote(2)]), now)
    assert ({}, [2, 3]) == ((await taken(db, now, wrote(3))).handled, await waiting(db))


async def test_turn_under_way_is_first(db: Database, other: Database, now: datetime) -> None:
    """An update whose turn is not committed yet is not overtaken, whatever that has touched so far."""
    await talk(db, now, wrote(1))
    await Inbox(other).accept(raws([wrote(2, "two")]), now)
    told = list[TakenIn]()

    async def take_third() -> None:
        told.append(await taken(db, now, wrote(3, "three")))

    await turn(other, wrote(2, "two"), meanwhile(take_third), now)
    assert ([{}], [3], "two") == ([each.handled for each in told], await waiting(db), await words_of(db, ANN))


async def test_chat_with_a_turn_to_come_is_not_held(db: Database, other: Database, now: datetime) -> None:
    """A conversation that has a turn of its own to come is left to it: nobody waits for a batch that leaves it out."""
    await talk(db, now, wrote(1), wrote(2, chat_id=BEN))
    await Inbox(other).accept(raws([wrote(3)]), now)
    step = meanwhile(lambda: other.change(wait_for, ANN))
    async with asyncio.timeout(30):
        told = await taken(db, now, wrote(4), wrote(5, chat_id=BEN), step=step)
    assert ([5], [3, 4]) == (list(told.handled), await waiting(db))


async def write_again(other: Database, now: datetime) -> object:
    """Take a turn of the same person."""
    await Inbox(other).accept(raws([wrote(9, "nine")]), now)
    return await turn(other, wrote(9, "nine"), note, now)


def decide(conversation: Conversation, _given: Input, now: datetime, desk: Desk) -> Step:
    """Approve the first dossier."""
    dossier = desk.dossier(1)
    assert dossier is not None
    draft = dossier.draft.model_copy(update={"status": "approved", "decided_at": now})
    return Step(conversation=conversation, handled=(Handled(number=1, author=ANN, draft=draft, events=()),))


async def approve(other: Database, now: datetime) -> object:
    """Let a coordinator decide on what the person hands in."""
    await Inbox(other).accept(raws([wrote(9, chat_id=BEN)]), now)
    return await turn(other, wrote(9, chat_id=BEN), decide, now)


def leave(conversation: Conversation, _given: Input, _now: datetime, _desk: Desk) -> Step:
    """Want to be forgotten."""
    gone = conversation.model_copy(update={"drafts": ()})
    return Step(conversation=gone, replies=(said("gone"),), forget=True)


async def forget(other: Database, now: datetime) -> object:
    """Let the person ask, elsewhere, to be forgotten."""
    await Inbox(other).accept(raws([wrote(9)]), now)
    return await turn(other, wrote(9), leave, now)


def remind_in(connection: Connection, now: datetime) -> object:
    """Say what time brings to the person, on top of what is there."""

    def step(conversation: Conversation, _given: Input, _now: datetime, _desk: Desk) -> Step:
        assert conversation.drafts[0].answers["name.name"].value == "two"
        return Step(conversation=conversation.model_copy())

    wait_for(connection, ANN)
    return pass_time(connection, ANN, TimeCame(), step, now)


async def remind(other: Database, now: datetime) -> object:
    """Remind the person."""
    return await other.change(remind_in, now)


@pytest.mark.parametrize(
    ("does", "words", "status"),
    [
        (write_again, "nine", "draft"),
        (approve, "two", "approved"),
        (forget, None, None),
        (remind, "two", "draft"),
    ],
)
async def test_whoever_saves_it_too_is_behind(
    db: Database,
    other: Database,
    server: Postgres,
    url: str,
    now: datetime,
    does: Other,
    words: str | None,
    status: str | None,
) -> None:
    """A turn, a decision, a farewell, a reminder: each waits for the batch, and is done on top of what it saved."""
    await talk(db, now, wrote(1))
    tasks = list[asyncio.Task[object]]()

    async def begins() -> None:
        tasks.append(asyncio.ensure_future(does(other, now)))
        await server.someone_waits(url)

    told = await taken(db, now, wrote(2, "two"), step=meanwhile(begins))
    await asyncio.gather(*tasks)
    drafts = (await conversation_of(db, ANN)).drafts
    assert ([2], [], words, status) == (
        list(told.handled),
        await waiting(db),
        await words_of(db, ANN),
        drafts[0].status if drafts else None,
    )


async def test_first_contact_that_another_has_saved(db: Database, other: Database, now: datetime) -> None:
    """Of two first contacts of a chat the second finds out when it saves: all of its batch wait, none is lost."""
    step = meanwhile(lambda: taken(other, now, wrote(1, "one")))
    told = await taken(db, now, wrote(2, "two"), wrote(3, "three", BEN), step=step)
    assert ({}, [2, 3], "one", None) == (
        told.handled,
        await waiting(db),
        await words_of(db, ANN),
        await words_of(db, BEN),
    )
    for heard in (wrote(2, "two"), wrote(3, "three", BEN)):
        await turn(db, heard, note, now)
    assert ("two", "three", 2) == (await words_of(db, ANN), await words_of(db, BEN), len(await history_of(db, ANN)))


async def test_same_update_at_two(db: Database, other: Database, server: Postgres, url: str, now: datetime) -> None:
    """An update that two have at once is handled by one: the other waits for that commit, and finds it known."""
    await talk(db, now, wrote(1))
    tasks = list[asyncio.Task[TakenIn]]()

    async def comes_again() -> None:
        tasks.append(asyncio.create_task(taken(other, now, wrote(2, "two"))))
        await server.someone_waits(url)

    told = await taken(db, now, wrote(2, "two"), step=meanwhile(comes_again))
    again = await tasks[0]
    assert ([2], TakenIn(set()), 2) == (list(told.handled), again, len(await history_of(db, ANN)))


async def test_same_updates_in_another_order(db: Database, other: Database, now: datetime) -> None:
    """Of two who wait for each other over the same updates one is done again: each update is handled once."""
    chats = range(1, 21)
    await talk(db, now, *(wrote(chat, chat_id=chat) for chat in chats))
    for number in range(100, 1100, 100):
        batch = [wrote(number + chat, chat_id=chat) for chat in chats]
        first, second = await asyncio.gather(taken(db, now, *batch), taken(other, now, *reversed(batch)))
        handled = sorted([*first.handled, *second.handled])
        assert ([each.update_id for each in batch], []) == (handled, await waiting(db))


async def test_author_and_coordinator_round_after_round(db: Database, other: Database, now: datetime) -> None:
    """However an author's words and a coordinator's decisions meet, each of them is kept."""
    await talk(db, now, wrote(1, "before"))
    for number in range(10, 60, 2):
        text = f"text {number}"
        await Inbox(other).accept(raws([wrote(number, chat_id=BEN)]), now)
        told, _ = await asyncio.gather(
            taken(db, now, wrote(number + 1, text)), turn(other, wrote(number, chat_id=BEN), decide, now)
        )
        if not told.handled:
            await turn(db, wrote(number + 1, text), note, now)
        (draft,) = (await conversation_of(db, ANN)).drafts
        assert (text, "approved") == (draft.answers["name.name"].value, draft.status)
