"""The benchmark of growth, in short: `make bench-growth` is the long form."""

from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import select

from benchmarks.growth.collection import fill
from benchmarks.growth.trial import SOUGHT, trial, written
from benchmarks.queue.pages import ASKED
from benchmarks.speed.trial import sqlite
from conversations.dialogue.model import Selection
from storage import Database, conversation_of, history_of, submissions
from storage.database.tables import DRAFT_THEMES

pytestmark = pytest.mark.slow


async def test_collection_of_a_size(tmp_path: Path) -> None:
    """Copied chats have the same drafts and history as the first hundred, with their own references."""
    db = await Database.open(f"sqlite+aiosqlite:///{tmp_path}/practices.db")
    await fill(db, 300)
    handed_in = [
        each async for each in submissions(db, Selection(statuses=("submitted", "changes_requested", "approved")))
    ]
    copied, original = await conversation_of(db, 205), await conversation_of(db, 5)
    shelves = await db.rows(select(DRAFT_THEMES.c.draft_id))
    assert (10, 2 * len(handed_in)) == (len(await history_of(db, 298)), len(shelves))
    await db.close()
    assert Counter(submitted=75, changes_requested=15, approved=30) == Counter(each.draft.status for each in handed_in)
    assert 120 == len({each.draft.reference for each in handed_in})
    assert copied.drafts[0].answers == original.drafts[0].answers


async def test_growth_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    """The table has each figure for each size, and then the verdict."""
    monkeypatch.setattr("benchmarks.growth.trial._IDLE", 0.1)
    said: list[str] = []
    table = await trial(sqlite, (100, 200), 4, said.append)
    lines = table.splitlines()
    assert (["100 drafts\n", "200 drafts\n"], 2 + 8 + 2 * len(ASKED) + 2 * len(SOUGHT) + 6) == (said, len(lines))
    assert {"level", "NOT LEVEL", ""} >= {line.split(" | ")[-1].removesuffix(" |").strip() for line in lines[2:]}


def test_level_is_half_as_much_again() -> None:
    """Up to one and a half times as much at the largest size counts as level; the output of an export is not judged."""
    small = {"a turn": 2.0, "a sweep": 2.0, "grows with what it writes: json, MB": 1.0}
    large = {"a turn": 3.0, "a sweep": 3.1, "grows with what it writes: json, MB": 99.0}
    verdicts = [line.split(" | ")[-2:] for line in written({100: small, 1000: large}).splitlines()[2:]]
    assert [["1.50", "level |"], ["1.55", "NOT LEVEL |"], ["99.00", " |"]] == verdicts
