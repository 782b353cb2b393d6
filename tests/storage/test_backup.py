"""Backups: whole while people write, believed after they were checked, brought back into an empty place alone."""

import asyncio
import hashlib
import json
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from support.turns import accept, turn

from conversations.dialogue.conversation import Answer, Conversation, Draft, Step
from conversations.dialogue.events import Answered
from conversations.dialogue.inputs import Input, Wrote
from conversations.dialogue.replies import Line, Reply
from conversations.dialogue.repositories import ReviewRepository
from storage import (
    BackedUp,
    Database,
    Heard,
    Inbox,
    NoBackup,
    RawUpdate,
    archive_of,
    back_up,
    conversation_of,
    history_of,
    restore,
)

pytestmark = pytest.mark.sqlite

PEOPLE = range(1, 6)

TURNS = 60

LEAFLET = b"%PDF a leaflet"


def note(conversation: Conversation, given: Input, now: datetime, _desk: ReviewRepository | None = None) -> Step:
    """Put each text into the only draft, under the next number, and repeat it."""
    assert isinstance(given, Wrote)
    draft = conversation.drafts[0] if conversation.drafts else Draft(number=1, created_at=now, updated_at=now)
    question = f"q.{len(draft.answers)}"
    answers = {**draft.answers, question: Answer(value=given.text, source="typed", at=now)}
    return Step(
        conversation=conversation.model_copy(update={"drafts": (draft.model_copy(update={"answers": answers}),)}),
        replies=(Reply(lines=(Line(text=given.text),)),),
        events=(Answered(draft=1, question=question, value=given.text, source="typed", messages=(given.message,)),),
    )


async def hear(db: Database, update_id: int, person: int, text: str, now: datetime) -> None:
    """Hear one text of a person."""
    await turn(db, Heard(update_id, person, person, Wrote(text=text, message=update_id)), note, now)


def put_attachment(folder: Path, content: bytes) -> Path:
    """Store an attachment under its sum."""
    sha256 = hashlib.sha256(content).hexdigest()
    path = folder / sha256[:2] / sha256
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    return path


@pytest.fixture
async def kept(db: Database, tmp_path: Path, now: datetime) -> Path:
    """Take a backup of one text and one attachment."""
    await hear(db, 1, 1, "kept", now)
    put_attachment(tmp_path / "data", LEAFLET)
    back_up(f"sqlite+aiosqlite:///{tmp_path}/practices.db", tmp_path / "kept.db", tmp_path / "data")
    return tmp_path / "kept.db"


@pytest.fixture
def state(tmp_path: Path) -> str:
    """Name an empty place."""
    (tmp_path / "new").mkdir()
    return f"sqlite+aiosqlite:///{tmp_path}/new/practices.db"


async def test_progress(url: str, state: str, kept: Path, tmp_path: Path) -> None:
    """Attachments are counted while they are copied; a restore counts each twice: checked, and written."""
    put_attachment(tmp_path / "data", b"another")
    backed_up: list[tuple[int, int]] = []
    restored: list[tuple[int, int]] = []
    file = kept.with_name("again.db")
    back_up(url, file, tmp_path / "data", lambda done, of: backed_up.append((done, of)))
    restore(state, file, tmp_path / "new" / "data", lambda done, of: restored.append((done, of)))
    assert ([(1, 2), (2, 2)], [(1, 4), (2, 4), (3, 4), (4, 4)]) == (backed_up, restored)


@pytest.mark.slow
async def test_backup_while_people_write(db: Database, url: str, tmp_path: Path, now: datetime) -> None:
    """A backup taken while turns are committed is sound, private, and has each turn whole or not at all."""
    taken = asyncio.Event()

    async def write(person: int) -> None:
        number = 0
        while number < TURNS or not taken.is_set():
            await hear(db, person * 10_000 + number, person, f"{number}", now)
            number += 1

    writing = [asyncio.create_task(write(person)) for person in PEOPLE]
    files = [tmp_path / f"{number}.db" for number in range(5)]
    for file in files:
        await asyncio.to_thread(back_up, url, file, tmp_path / "data")
    taken.set()
    await asyncio.gather(*writing)
    with closing(sqlite3.connect(files[-1])) as copy:
        assert [("ok",)] == copy.execute("PRAGMA integrity_check").fetchall()
    assert 0o600 == files[-1].stat().st_mode & 0o777
    assert [True, True, True, True, True] == [
        await is_whole(file, tmp_path / f"{file.stem}-restored.db") for file in files
    ]


async def is_whole(file: Path, target: Path) -> bool:
    """Tell whether the answers, the history and the inbox of a backup say the same."""
    restore(f"sqlite+aiosqlite:///{target}", file, target.parent / "data")
    db = await Database.open(f"sqlite+aiosqlite:///{target}")
    wholes = []
    for person in PEOPLE:
        drafts = (await conversation_of(db, person)).drafts
        answers = [answer.value for draft in drafts for answer in draft.answers.values()]
        events = [row.event.value for row in await history_of(db, person) if isinstance(row.event, Answered)]
        wholes.append(answers == events == [str(number) for number in range(len(answers))])
    await db.close()
    return all(wholes)


async def test_restore_brings_all_back(kept: Path, state: str, tmp_path: Path) -> None:
    """A backup comes back with its attachments; files and folders are their owner's alone."""
    restored = restore(state, kept, tmp_path / "new" / "data")
    db = await Database.open(state)
    (leaflet,) = (tmp_path / "new" / "data").glob("*/*")
    assert (1, 1, LEAFLET) == (restored, len((await conversation_of(db, 1)).drafts), leaflet.read_bytes())
    await db.close()
    private = [leaflet, leaflet.parent, leaflet.parent.parent, tmp_path / "new" / "practices.db", archive_of(kept)]
    assert [0o600, 0o700, 0o700, 0o600, 0o600] == [path.stat().st_mode & 0o777 for path in private]


async def test_restore_into_a_database_that_was_just_made(kept: Path, state: str, tmp_path: Path) -> None:
    """A database with tables and nothing in them is empty."""
    await (await Database.open(state)).close()
    restore(state, kept, tmp_path / "new")
    db = await Database.open(state)
    assert 1 == len((await conversation_of(db, 1)).drafts)
    await db.close()


async def test_restore_into_a_database_in_use(kept: Path, state: str, tmp_path: Path, now: datetime) -> None:
    """A database with anything in it stays as it is."""
    db = await Database.open(state)
    await accept(db, [RawUpdate(5, 5, {})], now)
    with pytest.raises(NoBackup, match=r"practices\.db is not empty: move practices\.db\* away first"):
        restore(state, kept, tmp_path / "new" / "data")
    assert ((RawUpdate(5, 5, {}),), False) == (await Inbox(db).waiting(), (tmp_path / "new" / "data").exists())
    await db.close()


@pytest.mark.usefixtures("kept")
async def test_backup_lists_its_attachments(tmp_path: Path) -> None:
    """The archive ends with the list of what is in it; what is no attachment stays out."""
    sha256 = hashlib.sha256(LEAFLET).hexdigest()
    (tmp_path / "data" / ".part-abc").write_bytes(b"half")
    back_up(f"sqlite+aiosqlite:///{tmp_path}/practices.db", tmp_path / "again.db", tmp_path / "data")
    with ZipFile(archive_of(tmp_path / "again.db")) as archive:
        name = f"{sha256[:2]}/{sha256}"
        assert [name, "manifest.json"] == archive.namelist()
        listed = json.loads(archive.read("manifest.json"))
    assert {"files": [{"name": name, "size": len(LEAFLET), "sha256": sha256}]} == listed


@pytest.mark.usefixtures("db")
async def test_attachment_that_is_damaged_on_disk(url: str, state: str, tmp_path: Path) -> None:
    """A content that is no longer what its name says holds up neither the backup nor the restoring of the others."""
    put_attachment(tmp_path / "data", b"good")
    put_attachment(tmp_path / "data", b"bad").write_bytes(b"rotten")
    done = back_up(url, tmp_path / "kept.db", tmp_path / "data")
    assert BackedUp(2, damaged=(hashlib.sha256(b"bad").hexdigest(),)) == done
    assert (2, 1) == (done.attachments, restore(state, tmp_path / "kept.db", tmp_path / "new" / "data"))


@pytest.mark.parametrize("name", ["kept.db", "kept.db.files.zip"])
@pytest.mark.usefixtures("db")
async def test_backup_onto_a_file_that_is_there(url: str, tmp_path: Path, name: str) -> None:
    """What is there is not written over."""
    (tmp_path / name).write_text("a letter")
    with pytest.raises(NoBackup, match=f"{name} is there already: name another file"):
        back_up(url, tmp_path / "kept.db", tmp_path / "data")
    assert "a letter" == (tmp_path / name).read_text()


@pytest.mark.usefixtures("db")
async def test_backup_into_no_folder(url: str, tmp_path: Path) -> None:
    """A folder that is not there is told, in one line."""
    with pytest.raises(NoBackup, match="cannot be used: No such file or directory"):
        back_up(url, tmp_path / "away" / "kept.db", tmp_path / "data")


@pytest.mark.unmigrated
def test_backup_of_nothing(url: str, tmp_path: Path) -> None:
    """Where there is no database, none is made."""
    with pytest.raises(NoBackup, match=r"There is no database .*practices\.db"):
        back_up(url, tmp_path / "kept.db", tmp_path / "data")
    assert [] == list(tmp_path.iterdir())


def test_backup_of_a_file_that_is_no_database(url: str, tmp_path: Path) -> None:
    """A file of another kind is told, and nothing is left."""
    (tmp_path / "practices.db").write_text("Dear diary, " * 100)
    with pytest.raises(NoBackup, match="file is not a database"):
        back_up(url, tmp_path / "kept.db", tmp_path / "data")
    assert ["practices.db"] == [path.name for path in tmp_path.iterdir()]


def test_backup_of_postgresql(tmp_path: Path) -> None:
    """PostgreSQL has its own tools: the line to use is told, without the password."""
    url, file = "postgresql+asyncpg://anna:s3cret@host:5433/practices", tmp_path / "all that.dump"
    with pytest.raises(NoBackup) as backup:
        back_up(url, file, tmp_path)
    with pytest.raises(NoBackup) as restored:
        restore(url, file, tmp_path)

    there = "postgresql://anna@host:5433/practices"
    assert [
        f"Backup is for SQLite; for PostgreSQL: pg_dump --format=custom --file='{file}' {there}",
        f"Restore is for SQLite; for PostgreSQL: pg_restore --single-transaction --no-owner --dbname={there} '{file}'",
    ] == [str(backup.value), str(restored.value)]


def test_restore_of_nothing(url: str, tmp_path: Path) -> None:
    """A file that is not there is told."""
    with pytest.raises(NoBackup, match=r"There is no file .*kept\.db"):
        restore(url, tmp_path / "kept.db", tmp_path)


async def test_restore_of_a_newer_version(kept: Path, state: str, tmp_path: Path) -> None:
    """A backup of a newer version is refused before anything is changed."""
    with closing(sqlite3.connect(kept, isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NoBackup, match=r"newer version of this program \(its revision is 9999\): update the program"):
        restore(state, kept, tmp_path / "new" / "data")
    assert [] == list((tmp_path / "new").iterdir())


def test_restore_of_another_program(state: str, tmp_path: Path) -> None:
    """A database of another program is refused."""
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.execute("CREATE TABLE letters (letter)")
    with pytest.raises(NoBackup, match="is no database of this program"):
        restore(state, tmp_path / "other.db", tmp_path / "data")


async def test_restore_of_a_damaged_database(kept: Path, state: str, tmp_path: Path) -> None:
    """A backup that was damaged since is refused."""
    with closing(sqlite3.connect(kept, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute("UPDATE sqlite_master SET rootpage = 2 WHERE name = 'history_of_chat'")
    with pytest.raises(NoBackup, match=r"kept\.db (is damaged|cannot be used)"):
        restore(state, kept, tmp_path / "new" / "data")


@pytest.mark.parametrize("damage", ["content", "list", "archive"])
async def test_restore_of_a_damaged_archive(kept: Path, state: str, tmp_path: Path, damage: str) -> None:
    """Attachments that are not what they were are refused before anything is changed."""
    archive = archive_of(kept)
    with ZipFile(archive) as packed:
        name, manifest = packed.namelist()
        listed = packed.read(manifest)
    with ZipFile(archive, "w") as packed:
        packed.writestr(name, b"other" if damage == "content" else LEAFLET)
        packed.writestr(manifest, b"no list" if damage == "list" else listed)
    if damage == "archive":
        archive.write_bytes(b"no archive")
    with pytest.raises(NoBackup, match="is damaged"):
        restore(state, kept, tmp_path / "new" / "data")
    assert [] == list((tmp_path / "new").iterdir())


async def test_restore_puts_nothing_elsewhere(kept: Path, state: str, tmp_path: Path) -> None:
    """A name in the archive that is no sum becomes no path."""
    with ZipFile(archive_of(kept), "w") as packed:
        packed.writestr("../evil", LEAFLET)
        listed = {"name": "../evil", "size": 1, "sha256": hashlib.sha256(LEAFLET).hexdigest()}
        packed.writestr("manifest.json", json.dumps({"files": [listed]}))
    assert 0 == restore(state, kept, tmp_path / "new" / "data")
    assert not (tmp_path / "new" / "evil").exists()
