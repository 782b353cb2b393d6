"""Transcripts are the specification: each runs through the core alone and through the whole bot."""

import asyncio
from pathlib import Path

import pytest
from support.core_talker import CoreTalker

from bot.demo.playing import SandboxTalker
from bot.demo.stage import TALKS_BEGIN, Stage
from bot.demo.transcripts import parse, play

TRANSCRIPTS = sorted((Path(__file__).parent / "transcripts").rglob("*.txt"))


def expected_in(path: Path) -> str:
    """Read a transcript."""
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
async def test_transcript_through_the_core(path: Path, pytestconfig: pytest.Config) -> None:
    """The core alone says what the transcript says."""
    expected = expected_in(path)
    actual = await play(parse(expected), CoreTalker())
    if pytestconfig.getoption("--rewrite"):
        await asyncio.to_thread(path.write_text, actual, encoding="utf-8")
    assert expected == actual


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
async def test_transcript_through_the_whole_bot(path: Path, tmp_path: Path) -> None:
    """The whole bot, over HTTP and with a database, says what the transcript says."""
    expected = expected_in(path)
    async with Stage(f"sqlite+aiosqlite:///{tmp_path}/talk.db", begins=TALKS_BEGIN) as stage:
        actual = await play(parse(expected), SandboxTalker(stage))
    assert expected == actual
