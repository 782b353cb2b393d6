"""The path of one typed answer through our files."""

import asyncio

import pytest

from benchmarks.call_path import ROOT, CallPath, call_path

MOST_FILES = 104
"""The number of today, four of them for languages; the budget is 40. Lower it when the path gets shorter."""


@pytest.fixture(scope="module")
def path() -> CallPath:
    """Return the path of one answer."""
    return asyncio.run(call_path())


def test_number_of_files(path: CallPath) -> None:
    """An answer goes from the poll to its mark as sent through no more files than before."""
    found = path.files
    assert (True, []) == (0 < len(found) <= MOST_FILES, [file for file in found if not (ROOT / file).exists()])


def test_path_begins_with_the_poll_and_ends_with_the_mark(path: CallPath) -> None:
    """The path has both its ends: the polling loop, and the mark of a sent message."""
    files = path.files
    assert ("bot/telegram/polling.py", True) == (next(iter(files)), "write_marks" in files["storage/outbox.py"])


def test_changes_of_file_are_counted() -> None:
    """Each change to another file counts, also back to an earlier one; the functions are listed under it."""
    found = CallPath([("a.py", "f"), ("a.py", "g"), ("b.py", "h"), ("a.py", "f"), ("b.py", "h")])
    assert "2 files, 3 functions, 3 changes of file\na.py: f, g\nb.py: h" == str(found)
