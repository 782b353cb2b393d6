"""Copying: all that one database holds is in the other, or nothing."""

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, column, delete, insert, select, table, update
from support.turns import accept, turn

from conversations.dialogue.conversation import Answer, Conversation, Draft, Step
from conversations.dialogue.events import Answered, Submitted
from conversations.dialogue.inputs import Input, Registered, Wrote
from conversations.dialogue.model import Selection, Status
from conversations.dialogue.replies import Line, Reply
from conversations.dialogue.repositories import ReviewRepository
from storage import (
    CannotCopy,
    Database,
    DatabaseInUse,
    Heard,
    Inbox,
    Outbox,
    People,
    RawUpdate,
    conversation_of,
    copy,
    held,
    history_of,
    submissions,
)
from storage.copying import Copied
from storage.database.tables import CONVERSATIONS, COUNTERS, HISTORY, METADATA, PEOPLE

pytestmark = pytest.mark.both


SUBMITTED: tuple[Status, ...] = ("submitted",)

PERSON = 7_000_000_001

WORDS = "Ærøskøbing \N{SMILE} {}\\ \t 'quoted' \"twice\"\n| and so on"


@pytest.fixture
def empty(url: str, postgres_url: str, tmp_path: Path) -> str:
    """Name an empty database of the other kind."""
    return postgres_url if url.startswith("sqlite") else f"sqlite+aiosqlite:///{tmp_path}/copy.db"


def hands_in(conversation: Conversation, given: Input, now: datetime, _desk: ReviewRepository) -> Step:
    """Hand in what is written."""
    if isinstance(given, Registered):
        draft = conversation.drafts[0].model_copy(update={"status": "submitted", "reference": given.reference})
        return Step(conversation=conversation.model_copy(update={"drafts": (draft,)}))
    assert isinstance(given, Wrote)
    answers = {"name.name": Answer(value=given.text, source="typed", at=now)}
    draft = Draft(number=1, created_at=now, updated_at=now, answers=answers)
    said = Answered(draft=1, question="name.name", value=given.text, source="typed", messages=(given.message,))
    replies = (Reply(lines=(Line(text=given.text),)),)
    after = conversation.model_copy(update={"drafts": (draft,)})
    return Step(conversation=after, replies=replies, events=(said, Submitted(draft=1)))


async def hear(db: Database, update_id: int, text: str, now: datetime) -> None:
    """Hear one text of a person of their own."""
    person = PERSON + update_id
    await turn(db, Heard(update_id, person, person, Wrote(text=text, message=update_id)), hands_in, now)


@pytest.fixture
async def kept(db: Database, url: str, now: datetime) -> str:
    """Keep two submissions, a coordinator, and an update that still waits."""
    await People(db).give(2001, "coordinator", None, now)
    for update_id in (1, 2):
        await hear(db, update_id, WORDS, now)
    await accept(db, [RawUpdate(9, None, {"lone": "\ud800", "nul": "\0"})], now)
    return url


async def everything(db: Database, now: datetime) -> list[object]:
    """Gather what a database holds, as the program reads it."""
    people = [PERSON + 1, PERSON + 2]
    return [
        [await conversation_of(db, person) for person in people],
        [await history_of(db, person) for person in people],
        [await Outbox(db).next(person, now) for person in (*people, 2001)],
        [raw async for raw in submissions(db, Selection(statuses=SUBMITTED))],
        await Inbox(db).waiting(),
        await People(db).all(),
    ]


async def test_copy_has_all(kept: str, empty: str, db: Database, now: datetime) -> None:
    """The copy is read as what it was copied from, and each table is told with its count."""
    copied = {each.name: each.rows for each in await copy(kept, empty)}
    there = await Database.open(empty)
    found = await everything(there, now)
    await there.close()

    assert await everything(db, now) == found
    assert set(METADATA.tables) == set(copied)
    some = {"people": 3, "inbox": 3, "conversations": 2, "drafts": 2, "history": 4, "counters": 2, "stopped": 0}
    assert some.items() <= copied.items()


async def test_copy_goes_on(kept: str, empty: str, now: datetime) -> None:
    """In the copy new rows get new ids, and references go on where they were."""
    await copy(kept, empty)
    there = await Database.open(empty)
    await hear(there, 3, "Another practice", now)
    names = [stored.draft.reference async for stored in submissions(there, Selection(statuses=SUBMITTED))]
    await there.close()

    assert ["RAN-2026-0001", "RAN-2026-0002", "RAN-2026-0003"] == names


async def test_copy_there_and_back(kept: str, empty: str, tmp_path: Path) -> None:
    """Copied to the other kind and on to SQLite, all is as it was, to the sum."""
    there = await copy(kept, empty)
    on = await copy(empty, f"sqlite+aiosqlite:///{tmp_path}/on.db")

    assert there == on
    assert [each.digest for each in there] == [each.digest for each in on]


async def test_copy_into_what_is_not_empty(kept: str, empty: str) -> None:
    """A target with a row in any table is refused, and stays as it is."""
    there = await Database.open(empty)
    await there.change(Connection.execute, insert(COUNTERS).values(name="references 2026", value=7))
    with pytest.raises(CannotCopy, match=r"The target is not empty \(counters\): name an empty database after --to"):
        await copy(kept, empty)
    counters, people = await there.rows(select(COUNTERS.c.value)), await there.rows(select(PEOPLE.c.user_id))
    await there.close()

    assert ([(7,)], []) == (counters, people)


async def test_copy_of_an_older_version(kept: str, empty: str, db: Database) -> None:
    """The source is never changed: one that is not up to date is refused with what to do."""
    keyboard_version = table("alembic_version", column("version_num"))
    await db.change(Connection.execute, update(keyboard_version).values(version_num="0001"))
    with pytest.raises(CannotCopy, match=r"DATABASE_URL=.* practice-bot check brings it up to date"):
        await copy(kept, empty)


@pytest.mark.unmigrated
async def test_copy_of_an_empty_place(postgres_url: str, tmp_path: Path) -> None:
    """A database without tables is none to copy."""
    with pytest.raises(CannotCopy, match="is of another version"):
        await copy(postgres_url, f"sqlite+aiosqlite:///{tmp_path}/new.db")


async def test_copy_of_nothing(tmp_path: Path) -> None:
    """A file that is not there is not made."""
    with pytest.raises(CannotCopy, match=f"There is no database {tmp_path}/gone.db"):
        await copy(f"sqlite+aiosqlite:///{tmp_path}/gone.db", f"sqlite+aiosqlite:///{tmp_path}/new.db")
    assert [] == sorted(path.name for path in tmp_path.iterdir() if path.suffix == ".db")  # noqa: ASYNC240 - a test


async def test_copy_of_another_file(tmp_path: Path) -> None:
    """A file that is no database is refused in one line."""
    (tmp_path / "diary.db").write_text("Dear diary, " * 100)
    with pytest.raises(CannotCopy, match="cannot be read: file is not a database"):
        await copy(f"sqlite+aiosqlite:///{tmp_path}/diary.db", f"sqlite+aiosqlite:///{tmp_path}/new.db")


async def test_copy_beside_a_bot(kept: str, tmp_path: Path) -> None:
    """A database on which a bot runs changes during the copy: it is refused."""
    there = f"sqlite+aiosqlite:///{tmp_path}/new.db"
    if not kept.startswith("sqlite"):
        kept, there = there, f"sqlite+aiosqlite:///{tmp_path}/practices.db"
        await (await Database.open(kept)).close()
    with held(kept), pytest.raises(DatabaseInUse, match="in use by a bot that runs"):
        await copy(kept, there)


async def test_copy_that_differs(kept: str, empty: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the target does not give back what it was given, nothing is kept of it."""

    def lose(connection: Connection, each: object) -> None:
        if each is HISTORY:
            connection.execute(delete(HISTORY))

    monkeypatch.setattr("storage.copying.count_on", lose)
    with pytest.raises(CannotCopy, match="history has 4 rows, and 0 came: nothing was written"):
        await copy(kept, empty)
    there = await Database.open(empty)
    assert [] == await there.rows(select(CONVERSATIONS.c.chat_id))
    await there.close()


@pytest.mark.sqlite
async def test_copy_of_what_cannot_be_kept(kept: str, empty: str, db: Database) -> None:
    """What the other database cannot hold ends the copy in one line, without the words, and nothing is written."""
    await db.change(Connection.execute, update(PEOPLE).values(name="secret words \0"))
    with pytest.raises(CannotCopy, match="given up, and nothing was written") as caught:
        await copy(kept, empty)
    there = await Database.open(empty)
    assert [] == await there.rows(select(PEOPLE.c.user_id))
    await there.close()
    assert ("secret" in str(caught.value), "\n" in str(caught.value)) == (False, False)


Rows = list[tuple[int | None, str]]


@given(st.lists(st.tuples(st.integers() | st.none(), st.text())), st.randoms(use_true_random=False))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_sum_of_rows(rows: Rows, chance: object) -> None:
    """The sum is that of the rows in any order; one more, less or another gives another sum."""
    shuffled = rows[:]
    chance.shuffle(shuffled)  # type: ignore[attr-defined] # hypothesis gives its own Random
    first, second, more = Copied("rows"), Copied("rows"), Copied("rows")
    first.add(rows)  # type: ignore[arg-type] # a row is a tuple
    second.add(shuffled)  # type: ignore[arg-type] # likewise
    more.add([*rows, (0, "")])  # type: ignore[list-item] # likewise

    assert first == second
    assert first != more
