"""The transcripts and their texts."""

from pathlib import Path

import pytest

TRANSCRIPTS = sorted((Path(__file__).parents[1] / "transcripts").rglob("*.txt"))

each_transcript = pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
"""Runs a test with every transcript."""


def expected_in(path: Path) -> str:
    """Read a transcript."""
    return path.read_text(encoding="utf-8")
