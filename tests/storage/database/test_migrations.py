"""Migrations: the data of an older version is there in the newest one."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData, Table, delete, insert, inspect, select
from support.practices import keep, practice
from support.sqlite import bare_engines
from support.turns import swept

from conversations.dialogue.pages import Wanted
from conversations.dialogue.review_record import Enquiry, Member, Said
from conversations.dialogue.reviews import with_review
from storage import Database, conversation_of
from storage.database.schema import configuration, revisions
from storage.database.sqlite_file import SEARCH
from storage.database.stored_schema import DRAFT
from storage.database.tables import DRAFT_THEMES, DRAFTS, NEWS, ORPHANED_FILES, OUTBOX
from storage.drafts import delete_drafts
from storage.review_queries import ReviewQueries

pytestmark = pytest.mark.unmigrated

AT = "2026-11-20T10:00:00Z"

KEPT = datetime(2026, 11, 20, 10, tzinfo=UTC)

STATE = '{"shape":1,"place":{"at":"submitted"},"revision":7,"hand":1,"pressed":""}'


def body(status: str, name: str) -> str:
    """Write a draft as the first version kept it."""
    answers = {
        "name.name": {"value": name, "source": "typed", "parts": [{"message": 1, "text": name}], "at": AT},
        "country_of_origin.country": {"value": "Denmark", "source": "chosen", "parts": [], "at": AT},
        "key_themes.themes": {"value": ["Formers", "Training"], "source": "chosen", "parts": [], "at": AT},
    }
    reference = None if status == "draft" else "RAN-2026-0001"
    submitted = None if status == "draft" else AT
    draft = {"shape": 1, "number": 1, "template_version": 1, "status": status, "reference": reference}
    return json.dumps(draft | {"created_at": AT, "updated_at": AT, "submitted_at": submitted, "answers": answers})


@pytest.fixture
async def first(url: str) -> str:
    """Make a database as the first version left it: one draft, one submission."""
    both = bare_engines(url)
    async with both[0].begin() as connection:
        await connection.run_sync(kept_by_the_first)
    for engine in both:
        await engine.dispose()
    return url


def kept_by_the_first(connection: Connection) -> None:
    """Keep what the first version kept, in its tables."""
    command.upgrade(configuration(connection), "0001")
    then = MetaData()
    then.reflect(connection)
    for chat, status in ((5, "submitted"), (6, "draft")):
        conversation = {"chat_id": chat, "version": 3, "state": STATE, "updated_at": KEPT}
        connection.execute(insert(then.tables["conversations"]), conversation)
        said: dict[str, object] = {"status": status, "title": "Practice", "body": body(status, f"Practice {chat}")}
        if status == "submitted":
            said |= {"reference": "RAN-2026-0001", "submitted_at": KEPT}
        row = {"id": chat, "chat_id": chat, "number": 1, "created_at": KEPT, "updated_at": KEPT, **said}
        connection.execute(insert(then.tables["drafts"]), row)


def test_revisions_are_those_that_alembic_knows() -> None:
    """The names of the files say which migrations there are, and the highest number is the newest."""
    script = ScriptDirectory.from_config(configuration())
    known = frozenset(each.revision for each in script.walk_revisions())
    assert (known, [max(known)]) == (revisions(), script.get_heads())


@pytest.mark.both
async def test_first_schema_comes_up_with_its_data(first: str) -> None:
    """Drafts of the first version are in the queue, narrowed by what they say, and read as they were."""
    db = await Database.open(first)
    wanted = Wanted(theme="Formers", country="Denmark")
    me = Member(user=1, name="")
    listing = await db.ask(lambda connection: ReviewQueries(lambda: connection, me, "coordinator", ()).listing(wanted))
    (draft,) = (await conversation_of(db, 6)).drafts
    await db.close()

    (submission,) = listing.submissions
    assert (5, "RAN-2026-0001", 1) == (submission.number, submission.draft.reference, listing.total)
    assert ("Practice 6", ()) == (draft.values["name.name"], draft.versions)


async def test_draft_of_the_first_version_is_announced(first: str) -> None:
    """A draft from before there were notices is announced before it is deleted; a submission is not."""
    db = await Database.open(first)
    found = [await swept(db, KEPT + timedelta(days=days)) for days in (334, 500)]
    await db.close()

    assert [[], [6]] == found


async def test_submission_of_the_first_version_has_what_was_handed_in(first: str) -> None:
    """What had been handed in before there were versions is the first of them."""
    db = await Database.open(first)
    (draft,) = (await conversation_of(db, 5)).drafts
    await db.close()

    assert (1, ["hand in"]) == (len(draft.versions), [entry.move for entry in draft.review.log])
    assert draft.handed_in.values == draft.values
    assert draft.unsent == ()


async def test_news_are_made_anew_for_their_numbers(url: str) -> None:
    """News and drafts come through whole, with their indexes, and the number of deleted news is not given again."""
    db = await from_the_third(url)
    columns = NEWS.c.id, NEWS.c.draft_id, NEWS.c.move, DRAFTS.c.title
    kept = [tuple(row) for row in await db.rows(select(*columns).join(DRAFTS))]
    await db.change(lambda connection: connection.execute(delete(NEWS)))
    news = insert(NEWS).values(draft_id=1, move="hand in", at=KEPT)
    given = await db.change(lambda connection: connection.scalar(news.returning(NEWS.c.id)))
    tables = NEWS, DRAFTS, DRAFT_THEMES
    indexes = await db.ask(lambda connection: [indexes_of(connection, table) for table in tables])
    await db.close()

    assert ([(1, 1, "hand in", "Practice")], True) == (kept, given is not None and given > 1)
    assert [{index.name for index in table.indexes} for table in tables] == indexes


async def test_number_of_a_deleted_draft_is_given_up(url: str) -> None:
    """Nor is the number of a draft of the third version given again, where that was the last one and is deleted."""
    db = await from_the_third(url)
    await db.change(lambda connection: connection.execute(delete(NEWS)))
    await db.change(delete_drafts, 5, [1], KEPT)
    await keep(db, 5, practice(2))
    numbers = [number for (number,) in await db.rows(select(DRAFTS.c.id))]
    await db.close()

    assert [2] == numbers


@pytest.mark.parametrize(
    ("makes", "status", "takes_long"),
    [
        ("export", "waiting", True),
        ("stats", "waiting", True),
        ("myfile", "waiting", True),
        ("export", "sent", False),
        ("form", "waiting", False),
    ],
)
async def test_waiting_message_of_the_ninth_version_says_that_it_takes_long(
    url: str,
    makes: str,
    status: str,
    takes_long: bool,  # noqa: FBT001 - a column of the table
) -> None:
    """A message that waits for an export, a picture or a file says so; a form whose words say it does not."""
    db = await left_by(url, partial(kept_by_the_ninth, makes=makes, status=status))
    found = [row.takes_long for row in await db.rows(select(OUTBOX.c.takes_long))]
    await db.close()

    assert [takes_long] == found


async def test_renamed_columns_of_the_tenth_version_keep_their_values(url: str) -> None:
    """The notice of a deletion still has its message, and the files without a draft are still listed."""
    db = await left_by(url, kept_by_the_tenth)
    notices = [tuple(row) for row in await db.rows(select(DRAFTS.c.notice_days, DRAFTS.c.notice_message))]
    orphans = [tuple(row) for row in await db.rows(select(ORPHANED_FILES))]
    indexes = await db.ask(lambda connection: indexes_of(connection, DRAFTS))
    await db.close()

    assert ([(30, 77)], [("ab" * 32, KEPT)]) == (notices, orphans)
    assert {index.name for index in DRAFTS.indexes} == indexes


@pytest.mark.both
async def test_questions_of_the_eleventh_version_wait_in_the_list(url: str) -> None:
    """The authors' questions without a reply are found and counted, by their first words that wait for one."""
    db = await left_by(url, kept_by_the_eleventh)
    me = Member(user=1, name="")
    listing = await db.ask(lambda connection: ReviewQueries(lambda: connection, me, "coordinator", ()).asked(0))
    columns = await db.rows(select(DRAFTS.c.questions, DRAFTS.c.asked_at).order_by(DRAFTS.c.id))
    await db.close()

    assert ([5], 2) == ([one.author for one in listing.submissions], listing.total)
    assert [(2, KEPT + timedelta(hours=2)), (None, None)] == [tuple(row) for row in columns]


async def from_the_third(url: str) -> Database:
    """Open a database that the third version has left."""
    return await left_by(url, kept_by_the_third)


async def left_by(url: str, older: Callable[[Connection], None]) -> Database:
    """Open a database that an older version has left."""
    both = bare_engines(url)
    async with both[0].begin() as connection:
        await connection.run_sync(older)
    for engine in both:
        await engine.dispose()
    return await Database.open(url)


def indexes_of(connection: Connection, table: Table[Any]) -> set[str | None]:
    """Name the indexes of a table, without those that keep values apart, and without that of PostgreSQL's search."""
    found = inspect(connection).get_indexes(table.name)
    return {index["name"] for index in found if not index["unique"]} - {SEARCH}


def kept_by_the_third(connection: Connection) -> None:
    """Keep a draft and news of it in the tables of the third version."""
    command.upgrade(configuration(connection), "0003")
    then = MetaData()
    then.reflect(connection)
    chat = {"chat_id": 5, "version": 3, "state": STATE, "updated_at": KEPT}
    connection.execute(insert(then.tables["conversations"]), chat)
    said = {"title": "Practice", "body": body("draft", "Practice")}
    draft = {"chat_id": 5, "number": 1, "status": "draft", **said, "created_at": KEPT}
    connection.execute(insert(then.tables["drafts"]), draft | {"updated_at": KEPT})
    connection.execute(insert(then.tables["news"]), {"draft_id": 1, "move": "hand in", "at": KEPT})


def kept_by_the_ninth(connection: Connection, *, makes: str, status: str) -> None:
    """Keep a message with a document in the outbox of the ninth version."""
    command.upgrade(configuration(connection), "0009")
    then = MetaData()
    then.reflect(connection)
    typed = '"document":{"makes":"export"'
    reply = {"shape": 2, "lines": [{"text": typed, "style": "plain"}], "document": {"makes": makes}}
    text = json.dumps(reply, separators=(",", ":"))
    row = {"chat_id": 5, "reply": text, "toast": "", "created_at": KEPT, "status": status, "attempts": 0}
    connection.execute(insert(then.tables["outbox"]), row)


def kept_by_the_tenth(connection: Connection) -> None:
    """Keep a draft with a notice, and a file without a draft, in the tables of the tenth version."""
    command.upgrade(configuration(connection), "0010")
    then = MetaData()
    then.reflect(connection)
    chat = {"chat_id": 5, "version": 3, "state": STATE, "updated_at": KEPT}
    connection.execute(insert(then.tables["conversations"]), chat)
    said = {"title": "Practice", "body": body("draft", "Practice"), "created_at": KEPT, "updated_at": KEPT}
    notice = {"notice_days": 30, "notice_at": KEPT, "notice_parcel": 77}
    draft = {"chat_id": 5, "number": 1, "status": "draft"}
    connection.execute(insert(then.tables["drafts"]), draft | said | notice)
    connection.execute(insert(then.tables["loose_files"]), {"sha256": "ab" * 32, "since": KEPT})


def kept_by_the_eleventh(connection: Connection) -> None:
    """Keep a draft with an answered question and two open ones, and one with an answered question only."""
    command.upgrade(configuration(connection), "0011")
    then = MetaData()
    then.reflect(connection)
    carl = Member(user=2002, name="Carl Coordinator")
    words = [Said(text="Schools?", message=n, at=KEPT + timedelta(hours=n)) for n in range(6)]
    answer = Said(text="Yes.", message=9, at=KEPT, by=carl)
    talks = [(words[0], answer), (words[1], answer, words[2], words[3]), (words[4],)]
    asked = tuple(Enquiry(number=n, question="name.name", said=said) for n, said in enumerate(talks, 1))
    for chat, enquiries in ((5, asked), (6, asked[:1])):
        conversation = {"chat_id": chat, "version": 3, "state": STATE, "updated_at": KEPT}
        connection.execute(insert(then.tables["conversations"]), conversation)
        kept = with_review(practice(1, status="draft", reference=None), enquiries=enquiries)
        row = {"chat_id": chat, "number": 1, "status": "draft", "title": "", "body": DRAFT.write(kept)}
        connection.execute(insert(then.tables["drafts"]), row | {"created_at": KEPT, "updated_at": KEPT})
