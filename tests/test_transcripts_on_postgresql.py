"""Every talk once more with PostgreSQL behind it; a file of its own, so that it runs beside the one with SQLite."""

from pathlib import Path

import pytest
from support.transcripts import each_transcript, expected_in

from bot.demo.playing import SandboxTalker
from bot.demo.test_bed import TRANSCRIPTS_BEGIN, TestBed
from bot.demo.transcripts import parse, play

pytestmark = pytest.mark.slow


@each_transcript
async def test_transcript_through_the_whole_bot_on_postgresql(path: Path, postgres_url: str) -> None:
    """With PostgreSQL behind it the whole bot says the same."""
    expected = expected_in(path)
    async with TestBed(postgres_url, begins=TRANSCRIPTS_BEGIN) as bed:
        actual = await play(parse(expected), SandboxTalker(bed))
    assert expected == actual
