"""Transcripts: where they stand, and what each of them says."""

from pathlib import Path

import pytest

TRANSCRIPTS = sorted((Path(__file__).parents[1] / "transcripts").rglob("*.txt"))

each_transcript = pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
"""Lets a test run with every talk that there is."""


def expected_in(path: Path) -> str:
    """Read a transcript."""
    return path.read_text(encoding="utf-8")
