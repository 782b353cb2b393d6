"""Migrations with data: what an older version kept is there in the newer one."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import create_engine

from conversations.review.pages import Wanted
from conversations.review.record import Member
from storage import Database, conversation_of
from storage.desk import DeskOf
from storage.schema import configuration

AT = "2026-11-20T10:00:00Z"
KEPT = "2026-11-20 10:00:00.000000"


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
def first(url: str, tmp_path: Path) -> str:
    """Make a database as the first version left it: one draft, one submission."""
    path = tmp_path / "practices.db"
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        command.upgrade(configuration(connection), "0001")
    engine.dispose()
    state = '{"shape":1,"place":{"at":"submitted"},"revision":7,"hand":1,"pressed":""}'
    with closing(sqlite3.connect(path)) as kept, kept:
        for chat, status in ((5, "submitted"), (6, "draft")):
            kept.execute("INSERT INTO conversations VALUES (?, 3, ?, ?)", (chat, state, KEPT))
            row = (chat, chat, status, "RAN-2026-0001" if chat == 5 else None, body(status, f"Practice {chat}"))
            submitted = KEPT if chat == 5 else None
            kept.execute(
                "INSERT INTO drafts VALUES (?, ?, 1, ?, ?, 'Practice', ?, ?, ?, ?, NULL)", (*row, KEPT, KEPT, submitted)
            )
    return url


async def test_first_schema_comes_up_with_its_data(first: str) -> None:
    """Drafts of the first version are in the queue, narrowed by what they say, and read as they were."""
    db = await Database.open(first)
    wanted = Wanted(theme="Formers", country="Denmark")
    me = Member(user=1, name="")
    listing = await db.ask(lambda connection: DeskOf(connection, me, "coordinator", ()).listing(wanted))
    (draft,) = (await conversation_of(db, 6)).drafts
    await db.close()

    (dossier,) = listing.dossiers
    assert (5, "RAN-2026-0001", 1) == (dossier.number, dossier.draft.reference, listing.total)
    assert ("Practice 6", ()) == (draft.values["name.name"], draft.versions)


async def test_submission_of_the_first_version_has_what_was_handed_in(first: str) -> None:
    """What had been handed in before there were versions is the first of them."""
    db = await Database.open(first)
    (draft,) = (await conversation_of(db, 5)).drafts
    await db.close()

    assert (1, ["hand in"]) == (len(draft.versions), [entry.move for entry in draft.review.log])
    assert draft.handed_in.values == draft.values
    assert draft.unsent == ()
