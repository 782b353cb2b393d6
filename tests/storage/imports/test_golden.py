"""Every practice of the transcripts comes back as it is, from JSON and from a spreadsheet."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from support.core_talker import CoreTestBed
from support.slow import few
from support.spreadsheets import exported
from support.transcripts import TRANSCRIPTS, expected_in

from bot.demo.transcripts import parse, play
from conversations import submission_json
from conversations.dialogue.conversation import Draft
from conversations.form.completion import FIRST
from conversations.imports import drafted, given_in_json
from storage.imports.spreadsheet import practices_in_spreadsheet

FOLDERS = ("practices", "reviews", "sections")

TALKS = [path for path in TRANSCRIPTS if path.parent.name in FOLDERS]

NOT_IN_A_SPREADSHEET = ("attachments", "review", "id", "updated_at")


async def drafts_of(path: Path) -> tuple[list[Draft], datetime]:
    """Play a transcript; return the practices with a name that it leaves, and the time at its end."""
    bed = CoreTestBed()
    await play(parse(expected_in(path)), bed)
    drafts = (draft.handed_in for one in bed.collection.conversations.values() for draft in one.drafts)
    return [draft for draft in drafts if draft.values.get(FIRST)], bed.talker("").now


@pytest.mark.parametrize("path", few(6, TALKS), ids=lambda path: path.stem)
async def test_comes_back(path: Path, tmp_path: Path) -> None:
    """What a talk has left is the same after an export and an import."""
    drafts, now = await drafts_of(path)
    for draft in drafts:
        written = submission_json(draft)
        read = drafted(given_in_json(written, ""), "draft", now)
        assert read.draft is not None, read.problems
        assert written == submission_json(read.draft)
    for draft, given in zip(drafts, practices_in_spreadsheet(exported(tmp_path / "a.xlsx", drafts)), strict=True):
        read = drafted(given, "draft", now)
        assert read.draft is not None, read.problems
        assert in_a_spreadsheet(draft) == in_a_spreadsheet(read.draft)


def in_a_spreadsheet(draft: Draft) -> dict[str, Any]:
    """Return what a spreadsheet has of a practice."""
    return {key: value for key, value in submission_json(draft).items() if key not in NOT_IN_A_SPREADSHEET}
