"""Every revision of the schema, filled with rows of each kind, comes up to the newest one with all of them."""

from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
import pytest_asyncio
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData, select
from support import kept
from support.kept import ADA, AT, AUTHOR, BEN, CORA, REVIEW, REVISER, ROLES, WORDS, WRITER, Raw, filled, read, tables_of
from support.postgres import Postgres
from support.slow import slowly
from support.sqlite import bare_engines

from conversations import submission_json
from conversations.dialogue.conversation import Draft
from conversations.dialogue.model import Selection, Status
from conversations.dialogue.pages import Wanted
from conversations.dialogue.review_record import Member
from conversations.dialogue.search import Search
from conversations.dialogue.state import Collecting
from storage import Audit, Database, Inbox, Outbox, People, conversation_of, history_of, submissions
from storage.admin import AdminQueries
from storage.database.schema import configuration
from storage.database.stored_schema import REPLY
from storage.database.tables import DRAFT_THEMES, DRAFTS
from storage.failures import Failures
from storage.review_queries import ReviewQueries
from storage.unit_of_work import allot

pytestmark = pytest.mark.asyncio(loop_scope="module")

REVISIONS = sorted(each.revision for each in ScriptDirectory.from_config(configuration()).walk_revisions())

WAITS: Sequence[Status] = ("submitted", "changes_requested")

FORGOTTEN = {("people", "name"), ("drafts", "themes")}
"""What a migration changes in what is there: 0003 forgets the names of those who have no role, 0008 moves themes."""

RENAMED = {"loose_files": "orphaned_files", "notice_parcel": "notice_message"}
"""Tables and columns that 0011 renames."""

Empty = Callable[[], str]


@dataclass(frozen=True)
class Older:
    """A database of an older revision, open in this version, and every row as it was before."""

    revision: str
    db: Database
    before: Raw
    after: Raw


@pytest.fixture(scope="module", params=("sqlite", pytest.param("postgresql", marks=pytest.mark.slow)))
def empty(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Empty]:
    """Give what makes databases without a table, on one of the two kinds."""
    with ExitStack() as databases:
        if request.param == "postgresql":
            server: Postgres = request.getfixturevalue("server")
            yield lambda: databases.enter_context(server.database(migrated=False))
        else:
            yield lambda: f"sqlite+aiosqlite:///{tmp_path_factory.mktemp('older')}/practices.db"


@pytest_asyncio.fixture(
    scope="module", loop_scope="module", params=[REVISIONS[0], REVISIONS[-2], *slowly(*REVISIONS[1:-2], REVISIONS[-1])]
)
async def older(request: pytest.FixtureRequest, empty: Empty) -> AsyncIterator[Older]:
    """Fill a database of that revision, bring it up to date, and open it; the tests share it, as they only read."""
    revision, url = str(request.param), empty()
    both = bare_engines(url)
    async with both[0].begin() as connection:
        before = await connection.run_sync(filled, revision)
    db = await Database.open(url)
    yield Older(revision, db, in_newest_names(before), await db.ask(read_newest))
    await db.close()
    for engine in both:
        await engine.dispose()


def read_newest(connection: Connection) -> Raw:
    """Read every row of every table in the newest revision."""
    now = MetaData()
    now.reflect(connection)
    return read(connection, tables_of(now))


def in_newest_names(rows: Raw) -> Raw:
    """Call the tables and columns of an older revision as the newest one does."""
    return {
        RENAMED.get(table, table): [
            {RENAMED.get(column, column): value for column, value in row.items()} for row in of_table
        ]
        for table, of_table in rows.items()
    }


async def test_every_row_is_there_as_it_was(older: Older) -> None:
    """No row of any table is lost, and each of its columns says what it said."""
    lost = [
        (table, column)
        for table, rows in older.before.items()
        for before, after in zip(rows, older.after[table], strict=True)
        for column in before
        if before[column] != after[column] and (table, column) not in FORGOTTEN
    ]
    assert [] == lost


async def test_names_of_those_without_a_role_are_forgotten(older: Older) -> None:
    """Who has a role keeps the name; the others never had one, or have it no more."""
    names = {row["user_id"]: row.get("name") for row in older.after["people"]}
    reviewers = {CORA: f"Person {CORA}", ADA: f"Person {ADA}"} if older.revision >= REVIEW else {CORA: None, ADA: None}
    assert {AUTHOR: None, **reviewers} == names


async def test_drafts_are_read_as_they_were(older: Older) -> None:
    """What was handed in and what is on its way have every answer, with its words, and every file."""
    author, writer = await draft_of(older.db, AUTHOR), await draft_of(older.db, WRITER)
    assert {path: one["value"] for path, one in kept.answers().items()} == author.values == writer.values
    assert (WORDS, "leaflet.pdf") == (
        author.answers["description.description"].parts[0].text,
        author.attachments[0].name,
    )
    assert (author.values, author.attachments) == (author.handed_in.values, author.handed_in.attachments)
    assert ("submitted", "RAN-2026-0001", 1, 1) == (
        author.status,
        author.reference,
        len(author.versions),
        author.template_version,
    )
    assert ("draft", (), {1: "name.name"}) == (writer.status, writer.versions, writer.filed)
    assert submission_json(author)["attachments"] == submission_json(author.handed_in)["attachments"]


async def draft_of(db: Database, chat: int) -> Draft:
    """Give the one draft of a chat."""
    (draft,) = (await conversation_of(db, chat)).drafts
    return draft


async def test_person_is_where_they_were(older: Older) -> None:
    """The words of a long answer that were still arriving are there."""
    conversation = await conversation_of(older.db, WRITER)
    assert isinstance(conversation.state, Collecting)
    assert (WORDS, 7, 1) == (conversation.state.parts[0].text, conversation.keyboard_version, conversation.hand)


async def test_history_is_whole(older: Older) -> None:
    """Every kind of event is read."""
    history = await history_of(older.db, AUTHOR)
    assert kept.events() == [row.event.model_dump(mode="json", exclude_defaults=False) for row in history]
    assert {(1, AT)} == {(row.update_id, row.at) for row in history}


async def test_mail_and_updates_wait_as_before(older: Older) -> None:
    """What was waiting waits, what was set aside is listed, what is done is done; a chat that was stopped stays so."""
    later = AT.replace(year=2027)
    outgoing_messages = await Outbox(older.db).next(WRITER, later)
    assert [(3, None, ""), (4, "4711", "Saved")] == [(one.id, one.query_id, one.toast) for one in outgoing_messages]
    assert REPLY.read(kept.reply()) == outgoing_messages[0].reply
    assert [WRITER] == list(await Outbox(older.db).chats_with_mail(later))
    assert [3] == [update.update_id for update in await Inbox(older.db).waiting()]
    assert [(2, "KeyError at step")] == [(one.update_id, one.error) for one in await Failures(older.db).all()]
    assert [BEN] == [row["chat_id"] for row in older.after["stopped"]]


async def test_roles_stay(older: Older) -> None:
    """Everybody has the role that they had, from whom they had it."""
    people = {one.user_id: (one.role, one.given_by, one.chat_id) for one in await People(older.db).all()}
    assert {
        AUTHOR: ("practitioner", None, AUTHOR),
        CORA: ("coordinator", ADA, CORA),
        ADA: ("admin", None, ADA),
    } == people


async def test_queue_has_what_waits(older: Older) -> None:
    """What was handed in is in the queue, narrowed by what it says, and can be exported."""
    wanted, me = Wanted(theme="Formers", country="Denmark"), Member(user=CORA, name="")
    listing = await older.db.ask(
        lambda connection: ReviewQueries(lambda: connection, me, "coordinator", ()).listing(wanted)
    )
    waiting = {AUTHOR, REVISER} if older.revision >= REVIEW else {AUTHOR}
    exported = [stored.chat_id async for stored in submissions(older.db, Selection(statuses=tuple(WAITS)))]

    assert AUTHOR in {submission.number for submission in listing.submissions}
    assert waiting == set(exported)


async def test_drafts_are_found(older: Older) -> None:
    """What was written before there was a search is found by its words."""
    found = await older.db.ask(
        lambda connection: ReviewQueries(lambda: connection, Member(user=CORA, name=""), "coordinator", ()).find(
            Search.read("aeroskobing quot"), 0
        )
    )
    everybody = {AUTHOR, WRITER} | ({REVISER} if older.revision >= REVIEW else set())
    assert everybody == {one.number for one in found.submissions}


async def test_themes_have_rows_of_their_own(older: Older) -> None:
    """What was handed in has a row for each of its themes, with what a queue asks for; a draft has its column."""
    found = await older.db.rows(select(DRAFT_THEMES).order_by(DRAFT_THEMES.c.draft_id, DRAFT_THEMES.c.theme))
    column = await older.db.rows(select(DRAFTS.c.id, DRAFTS.c.themes).order_by(DRAFTS.c.id))
    state = "Denmark", CORA if older.revision >= REVIEW else None, AT
    expected = [(AUTHOR, theme, "submitted", *state) for theme in ("Formers", "Training")]
    if older.revision >= REVIEW:
        expected += [(REVISER, theme, "changes_requested", *state) for theme in ("Formers", "Training")]
    in_progress = {number: themes for number, themes in column if themes is not None}

    assert (expected, {WRITER: "|Formers|Training|"}) == ([tuple(row) for row in found], in_progress)


async def test_review_is_whole(older: Older) -> None:
    """From the second revision on: claim, comments, readers and the history of the review."""
    if older.revision < REVIEW:
        assert ["hand in"] == [entry.move for entry in (await draft_of(older.db, AUTHOR)).review.log]
        return
    review = (await draft_of(older.db, REVISER)).review
    assert (True, WORDS, WORDS) == (review.holds(CORA), review.comments[0].text, review.comments[0].reply)
    assert ([CORA], ["hand in"]) == ([one.by.user for one in review.seen], [entry.move for entry in review.log])


async def test_roles_are_whole(older: Older) -> None:
    """From the third revision on: invitations to a role that count, and every line of the audit log."""
    invitations = await older.db.ask(lambda connection: AdminQueries(lambda: connection, (), "bot").invitations())
    audit_entries = [
        entry.audit_entry.model_dump(mode="json", exclude_unset=True) async for entry in Audit(older.db).all()
    ]
    expected = ([3], kept.audit_entries()) if older.revision >= ROLES else ([], [])
    assert expected == ([one.number for one in invitations], audit_entries)


async def test_references_go_on(older: Older) -> None:
    """The next reference is one that nobody has."""
    reference = await older.db.change(next_reference)
    assert ("RAN-2026-0003" if older.revision >= REVIEW else "RAN-2026-0002") == reference


def next_reference(connection: Connection) -> str:
    """Allot a reference, and take it back."""
    with connection.begin_nested() as allotted:
        reference = allot(connection, datetime(2026, 12, 1, tzinfo=UTC))
        allotted.rollback()
    return reference
