"""The way of one typed answer: how many of our files it goes through."""

import asyncio

import pytest

from benchmarks.way import ROOT, Way, way

MOST_FILES = 98
"""As many as there are today; the budget is 40. Lower it when the way gets shorter."""


@pytest.fixture(scope="module")
def gone() -> Way:
    """Let an answer go its way."""
    return asyncio.run(way())


def test_answer_goes_through_so_many_files(gone: Way) -> None:
    """An answer goes from the poll to its mark as sent through no more files than before."""
    found = gone.files
    assert (True, []) == (0 < len(found) <= MOST_FILES, [file for file in found if not (ROOT / file).exists()])


def test_way_begins_with_the_poll_and_ends_with_the_mark(gone: Way) -> None:
    """The way holds both its ends: the loop that asks Telegram, and what marks a message as sent."""
    files = gone.files
    assert ("bot/telegram/polling.py", True) == (next(iter(files)), "write_marks" in files["storage/outbox.py"])


def test_changes_of_file_are_counted() -> None:
    """Each step into another file counts, back into one that was there before, too; the functions stand under it."""
    found = Way([("a.py", "f"), ("a.py", "g"), ("b.py", "h"), ("a.py", "f"), ("b.py", "h")])
    assert "2 files, 3 functions, 3 changes of file\na.py: f, g\nb.py: h" == str(found)
