"""A draft that its author deleted: gone from the tables, back with Undo for a day, and then gone for good."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection, select
from support.turns import Chat, begun

from conversations.engine import step
from conversations.messages import Chose, Press
from conversations.review.record import Member, Review, Seen
from storage import Database, Reminders, conversation_of, history_of
from storage.chats import load, save
from storage.forgetting import forget_from_outside
from storage.kept import kept_of
from storage.tables import CONVERSATIONS, DRAFTS, HISTORY, LOOSE_FILES

ANNA, CORA = 5, 8
DAY = timedelta(days=1)
DELETE = Press(draft=1, revision=0, about="", action="delete", index=1)


async def deleted(db: Database, now: datetime) -> Chat:
    """Begin a practice with a file and delete it."""
    anna = await begun(db, now)
    await anna.sends("ab" * 32, now)
    await anna.says("/drafts", now)
    revision = (await conversation_of(db, ANNA)).revision
    await anna.give(Chose(press=DELETE.model_copy(update={"revision": revision}), message=1), now)
    await anna.mail(now)
    return anna


async def left(db: Database) -> tuple[int, int, int]:
    """Count the drafts, the lines of history and the files that may be nobody's."""
    tables = DRAFTS.c.id, HISTORY.c.id, LOOSE_FILES.c.sha256
    drafts, history, loose = [len(await db.rows(select(column))) for column in tables]
    return drafts, history, loose


async def test_deleted_draft_is_out_of_the_tables(db: Database, now: datetime) -> None:
    """No queue and no export finds it; its history and its files stay as long as it can come back."""
    await deleted(db, now)
    drafts, history, loose = await left(db)
    assert (0, True, 0) == (drafts, history > 0, loose)


async def test_deleted_draft_comes_back(db: Database, now: datetime) -> None:
    """It has its answers, its file and its history again."""
    anna = await deleted(db, now)
    before = len(await history_of(db, ANNA))
    await anna.says("/undo", now + DAY / 2)
    (draft,) = (await conversation_of(db, ANNA)).drafts
    assert (1, "Open Door", ["a.pdf"], before) == (
        draft.number,
        draft.values["name.name"],
        [file.name for file in draft.attachments],
        len(await history_of(db, ANNA)),
    )
    assert (1, before, 0) == await left(db)


async def test_deleted_draft_is_gone_after_a_day(db: Database, now: datetime) -> None:
    """Time lets go of it, and says nothing; its history goes too, and its file is looked for."""
    await deleted(db, now)
    reminders = Reminders(db, step)
    assert () == await reminders.due(now + DAY / 2)
    assert (ANNA,) == await reminders.due(now + DAY)
    assert await reminders.remind(ANNA, now + DAY) is None
    assert ((0, 0, 1), ()) == (await left(db), await reminders.due(now + 2 * DAY))
    (state,) = (await db.rows(select(CONVERSATIONS.c.state)))[0]
    assert "Open Door" not in state


async def test_deleted_draft_is_gone_with_the_changes_that_follow(db: Database, now: datetime) -> None:
    """As many changes as can be taken back push it out."""
    anna = await deleted(db, now)
    for words in ("/new", "Second", "/back", "Third", "/back", "Fourth"):
        await anna.says(words, now)
    numbers = {number for (number,) in await db.rows(select(HISTORY.c.draft_number))}
    assert ({2}, 1) == (numbers - {None}, len(await db.rows(select(LOOSE_FILES.c.sha256))))


@pytest.mark.both
async def test_deleted_draft_is_in_what_is_kept_about_a_person(db: Database, now: datetime) -> None:
    """As long as it can come back, its author is told that it is there."""
    await deleted(db, now)
    kept = await db.ask(kept_of, ANNA, ANNA, frozenset[int](), now)
    assert ([], True) == (kept["practices"], "Open Door" in str(kept["conversation"]))


async def test_deleted_draft_is_forgotten_with_its_author(db: Database, now: datetime) -> None:
    """Who has everything deleted has that deleted, too, with its file."""
    await deleted(db, now)
    step_ = await db.change(
        lambda connection: forget_from_outside(connection, ANNA, frozenset(), now, withdraw=True),
    )
    assert ([], (0, 0, 0), True) == (await db.rows(select(CONVERSATIONS.c.state)), await left(db), step_.forget)


@pytest.mark.both
async def test_reader_of_a_deleted_draft_is_forgotten(db: Database, now: datetime) -> None:
    """A coordinator who read it stands in it without name and number, also when it comes back."""
    anna = await begun(db, now)

    def read(connection: Connection) -> None:
        before = load(connection, ANNA)
        (draft,) = before.conversation.drafts
        cora = Seen(by=Member(user=CORA, name="Cora Coordinator"), first=now, last=now, version=0, before=0)
        after = draft.model_copy(update={"review": Review(seen=(cora,))})
        save(connection, ANNA, before, before.conversation.model_copy(update={"drafts": (after,)}), now)

    await db.change(read)
    await anna.says("/drafts", now)
    revision = (await conversation_of(db, ANNA)).revision
    await anna.give(Chose(press=DELETE.model_copy(update={"revision": revision}), message=1), now)
    await db.change(lambda connection: forget_from_outside(connection, CORA, frozenset(), now, withdraw=True))
    assert "Cora" not in (await conversation_of(db, ANNA)).model_dump_json()
    await anna.says("/undo", now)
    (draft,) = (await conversation_of(db, ANNA)).drafts
    assert [Member(user=0, name="")] == [one.by for one in draft.review.seen]
