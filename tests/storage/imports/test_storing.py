"""Imported practices are stored one by one: with their number, reference and files, and nothing twice."""

import hashlib
import io
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from sqlalchemy import select
from support.practices import keep, leaflet, practice
from support.turns import turn

from bot.demo.test_bed import agree
from conversations.dialogue.conversation import Draft
from conversations.dialogue.inputs import Chose, Commanded, Press
from conversations.dialogue.model import NOBODY
from conversations.engine.engine import step
from storage import Blobs, Database, Heard, Retention, conversation_of, history_of
from storage.database.tables import DRAFT_THEMES, DRAFTS, ORPHANED_FILES, OUTBOX
from storage.imports import Collection, Outcome
from storage.imports.storing import Archive
from storage.unit_of_work import allot

OWNER, CORA = 1001, 2001

CONTENT = b"a leaflet"

SUM = hashlib.sha256(CONTENT).hexdigest()

NO_FILES = Archive()


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    """Give an empty folder of contents."""
    return Blobs(tmp_path / "data")


def new(**fields: Any) -> Draft:  # noqa: ANN401 - a draft's
    """Return a practice without a reference."""
    return practice(1, **{"reference": None, **fields})


def packed(**parts: bytes) -> ZipFile:
    """Return a package that is open."""
    file = io.BytesIO()
    with ZipFile(file, "w") as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return ZipFile(file)


async def add(db: Database, blobs: Blobs, draft: Draft, now: datetime, owner: int = NOBODY, **how: bool) -> Outcome:
    """Import a practice by a command of its own."""
    return await (await Collection.of(db, blobs, owner)).add(draft, NO_FILES, now, **how)


@pytest.mark.both
async def test_stored(db: Database, blobs: Blobs, now: datetime) -> None:
    """Each gets the next number and, where it was handed in, a reference; the queue's index has it."""
    collection = await Collection.of(db, blobs)
    first = await collection.add(new(status="submitted"), NO_FILES, now)
    second = await collection.add(new(status="draft", changes={"name.name": "Other"}), NO_FILES, now)
    third = await collection.add(practice(42, changes={"name.name": "Third"}), NO_FILES, now)
    assert [(1, "RAN-2026-0001"), (2, None), (3, "RAN-2026-0042")] == [
        (one.draft.number, one.draft.reference) for one in (first, second, third)
    ]
    stored = (await conversation_of(db, NOBODY)).drafts
    assert (first.draft, second.draft, third.draft) == stored
    themes = await db.rows(select(DRAFTS.c.number, DRAFT_THEMES.c.theme).join_from(DRAFTS, DRAFT_THEMES))
    assert 4 == len(themes)
    history = [row.event for row in await history_of(db, NOBODY)]
    assert {"started", "answered"} == {event.what for event in history}
    assert "RAN-2026-0043" == await db.change(allot, now)


@pytest.mark.both
async def test_beside_what_is_there(db: Database, blobs: Blobs, now: datetime) -> None:
    """The owner's other practices stay, and a number is given once."""
    await keep(db, OWNER, practice(1), practice(2, changes={"name.name": "Other"}))
    done = await add(db, blobs, new(status="draft", changes={"name.name": "Third"}), now, OWNER)
    assert [1, 2, 3] == [draft.number for draft in (await conversation_of(db, OWNER)).drafts]
    assert (3, now) == (done.draft.number, done.draft.updated_at)


async def test_not_twice(db: Database, blobs: Blobs, now: datetime) -> None:
    """What is here already is named by what it has in common, also within one import; once more only if asked for."""
    collection = await Collection.of(db, blobs)
    await collection.add(practice(7, identifier="abc"), NO_FILES, now)
    other = {"name.name": "Other"}
    for draft, same in (
        (new(changes={"name.name": "OPEN  door!"}), "name and organisation"),
        (practice(7, changes=other), "reference"),
        (new(identifier="abc", changes=other), "identifier"),
    ):
        again = await collection.add(draft, NO_FILES, now)
        assert (same, "RAN-2026-0007") == (again.same, again.there)
    once_more = await collection.add(practice(7, identifier="abc"), NO_FILES, now, again=True)
    assert ("RAN-2026-0008", "") == (once_more.draft.reference, once_more.draft.identifier)
    assert 2 == len((await conversation_of(db, NOBODY)).drafts)
    assert (await add(db, blobs, new(changes={"organisation.description": "Others"}), now)).same is None


async def test_draft_is_named_by_its_name(db: Database, blobs: Blobs, now: datetime) -> None:
    """A draft that is here already has no reference."""
    await add(db, blobs, new(status="draft"), now)
    assert "Open Door" == (await add(db, blobs, new(status="draft"), now)).there


async def test_dry_run(db: Database, blobs: Blobs, now: datetime) -> None:
    """A dry run says what would be, and stores nothing."""
    collection = await Collection.of(db, blobs)
    draft = practice(1, attachments=(leaflet(SUM),))
    done = await collection.add(draft, NO_FILES, now, dry_run=True)
    assert (None, ("leaflet.pdf",)) == (done.same, done.missing)
    assert "reference" == (await collection.add(draft, NO_FILES, now, dry_run=True)).same
    assert () == (await conversation_of(db, NOBODY)).drafts


@pytest.mark.both
async def test_reference_given_a_moment_ago(db: Database, blobs: Blobs, now: datetime) -> None:
    """If another process gives the reference first, nothing is stored twice."""
    collection = await Collection.of(db, blobs)
    await keep(db, OWNER, practice(1))
    late = await collection.add(practice(1, attachments=(leaflet(SUM),)), NO_FILES, now)
    assert ("reference", "RAN-2026-0001") == (late.same, late.there)
    assert () == (await conversation_of(db, NOBODY)).drafts


@pytest.mark.parametrize(
    ("parts", "size", "missing"),
    [
        ({"leaflet.pdf": CONTENT}, len(CONTENT), ()),
        ({"leaflet.pdf": b"another"}, len(CONTENT), ("leaflet.pdf",)),
        ({"leaflet.pdf": CONTENT}, 2, ("leaflet.pdf",)),
        ({}, len(CONTENT), ("leaflet.pdf",)),
    ],
)
async def test_files(  # noqa: PLR0913, PLR0917 - fixtures and parameters are arguments
    db: Database, blobs: Blobs, now: datetime, parts: dict[str, bytes], size: int, missing: tuple[str, ...]
) -> None:
    """A file of a package is stored if it is what the practice says; else it is named, and the practice is stored."""
    archive = Archive(packed(**parts), {SUM: "leaflet.pdf"})
    collection = await Collection.of(db, blobs)
    if size == 2:
        archive = Archive(packed(**{"leaflet.pdf": CONTENT * 2_000_000}), {SUM: "leaflet.pdf"})
    done = await collection.add(practice(1, attachments=(leaflet(SUM, size=size),)), archive, now)
    assert missing == done.missing
    assert blobs.path(SUM).is_file() is not bool(missing)
    assert [] == [path for path in blobs.path(SUM).parent.parent.glob("*") if path.is_file()]


async def test_files_of_what_was_not_stored(db: Database, blobs: Blobs, now: datetime) -> None:
    """A file whose practice could not be stored is looked at later, and deleted if nothing has it."""
    collection = await Collection.of(db, blobs)
    await keep(db, OWNER, practice(1))
    archive = Archive(packed(**{"leaflet.pdf": CONTENT}), {SUM: "leaflet.pdf"})
    await collection.add(practice(1, attachments=(leaflet(SUM, size=len(CONTENT)),)), archive, now)
    assert [(SUM,)] == list(await db.rows(select(ORPHANED_FILES.c.sha256)))


async def test_owner_goes_on(db: Database, blobs: Blobs, now: datetime) -> None:
    """The owner of an imported draft finds it, and can go on with it."""
    await add(db, blobs, new(status="draft", changes={"contact.email": None}), now, OWNER)
    await agree(db, [OWNER], now)
    for number, name in enumerate(("start", "drafts"), 1):
        await turn(db, Heard(number, OWNER, OWNER, Commanded(name=name, argument="", message=number)), step, now)
    said = " ".join(reply or "" for (reply,) in await db.rows(select(OUTBOX.c.reply)))
    assert "Open Door" in said
    assert [1] == [draft.number for draft in (await conversation_of(db, OWNER)).drafts]


async def test_draft_of_nobody_stays(db: Database, blobs: Blobs, now: datetime) -> None:
    """A draft of nobody is never announced nor deleted, however old."""
    await add(db, blobs, new(status="draft", updated_at=now - timedelta(days=3000)), now)
    assert () == await Retention(db, step, 365).due(now)


async def test_nobody_is_told(db: Database, blobs: Blobs, now: datetime) -> None:
    """A coordinator approves a practice of nobody; nobody gets a message."""
    await add(db, blobs, new(status="submitted"), now)
    admins = frozenset((CORA,))
    await turn(
        db,
        Heard(1, CORA, CORA, Commanded(name="show", argument="RAN-2026-0001", message=1), name="Cora"),
        step,
        now,
        admins=admins,
    )
    for update, action in enumerate(("claim", "approve", "sure"), 2):
        version = (await conversation_of(db, CORA)).keyboard_version
        given = Chose(press=Press(draft=1, keyboard_version=version, about="", action=action), message=update)
        await turn(db, Heard(update, CORA, CORA, given, name="Cora"), step, now, admins=admins)
    assert ["approved"] == [draft.status for draft in (await conversation_of(db, NOBODY)).drafts]
    assert {CORA} == {chat_id for (chat_id,) in await db.rows(select(OUTBOX.c.chat_id))}
