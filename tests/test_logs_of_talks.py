"""Logs of whole talks, every logger at DEBUG: ids, kinds and places; never a word, a name, an address or the token."""

import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.demo.cast import PEOPLE
from bot.demo.playing import SandboxTalker
from bot.demo.stage import TALKS_BEGIN, Stage
from bot.demo.transcripts import parse, play
from bot.logs import OURS, set_up

TALKS = Path(__file__).parent / "transcripts"
TOLD = (
    "practices/back_on_track",
    "reviews/approval",
    "sections/15_contact",
    "talks/edits",
    "talks/files",
    "talks/rude",
)
LIBRARIES = ("telegram", "telegram.ext", "aiohttp", "sqlalchemy", "aiosqlite", "apscheduler", "asyncio")
TURN = {"time", "level", "logger", "message", "update", "chat", "input", "ms", "outcome", "place"}
KINDS = {"wrote", "chose", "revised", "attached", "commanded", "unreadable", "none"}
PLACE = re.compile(
    r"new|choosing|overview|summary|submitted|revising|replying|withdrawing"
    r"|(asking|collecting|repeating|opened) [a-z_]+(\.[a-z_]+)?(\.\d+\.[a-z_]+)?|desk [a-z]+"
)
UNTYPED = {"time", "logger", "place"}
WORDS = re.compile(r"[^\W_]{4,}")
LOG_WORDS = "turn done running commanded chose wrote revised attached unreadable nothing answer"
"""Words of the log itself that people may write, too; those of its places come from the form."""


@pytest.fixture(autouse=True)
def loggers_restored() -> Iterator[None]:
    """Put the loggers back as they were."""
    loggers = [logging.getLogger(name or None) for name in ("", *LIBRARIES, *OURS, "telegram.ext.AIORateLimiter")]
    before = [(logger, logger.level, logger.handlers[:]) for logger in loggers]
    yield
    logging.captureWarnings(capture=False)
    for logger, level, handlers in before:
        logger.setLevel(level)
        logger.handlers[:] = handlers


async def log_of(talk: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[list[dict[str, Any]], str]:
    """Play a talk through the whole bot; give the lines of its log, and the token."""
    async with Stage(f"sqlite+aiosqlite:///{folder}/talk.db", begins=TALKS_BEGIN) as stage:
        set_up("DEBUG", "json", stage.sandbox.token)
        for name in LIBRARIES:
            logging.getLogger(name).setLevel(logging.DEBUG)
        await play(parse((TALKS / f"{talk}.txt").read_text(encoding="utf-8")), SandboxTalker(stage))
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()], stage.sandbox.token


def typed(talk: str) -> set[str]:
    """List the words that people wrote or that name their files, and their own names."""
    turns = parse((TALKS / f"{talk}.txt").read_text(encoding="utf-8")).turns
    said = " ".join(f"{turn.act.text} {turn.act.file.get('name', '')}" for turn in turns if turn.act.verb != "presses")
    return set(WORDS.findall(f"{said} {PEOPLE}".casefold()))


@pytest.mark.parametrize("talk", TOLD)
async def test_log_of_a_talk(talk: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line a turn, made of ids, kinds, places and times alone; no word that was typed is in any line."""
    lines, token = await log_of(talk, tmp_path, capsys)
    turns = [line for line in lines if line["message"] == "turn"]
    assert [] == [line for line in turns if {*line} != TURN or line["input"] not in KINDS]
    assert [] == [line["place"] for line in turns if not PLACE.fullmatch(line["place"])]
    assert [] == [line["chat"] for line in turns if not re.fullmatch("[0-9a-f]{8}", line["chat"])]
    logged = " ".join(str(value) for line in lines for name, value in line.items() if name not in UNTYPED)
    assert set() == typed(talk) & set(WORDS.findall(logged.casefold())) - set(LOG_WORDS.split())
    assert (True, False) == (len(turns) > 5, token in str(lines))
