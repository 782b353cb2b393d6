"""Transcripts are the specification: each runs through the core alone and through the whole bot."""

import asyncio
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select
from support.core_talker import CoreTestBed
from support.logbook import handed_over, logged, typed
from support.transcripts import each_transcript, expected_in

from bot.app import build
from bot.demo.playing import SandboxTalker
from bot.demo.test_bed import TRANSCRIPTS_BEGIN, TestBed
from bot.demo.transcripts import Act, parse, play
from bot.sandbox import Sandbox
from conversations.dialogue.conversation import Conversation, Step
from conversations.dialogue.inputs import Input
from conversations.dialogue.replies import Document, ExportFile, Line, Reply, StatsPicture
from conversations.dialogue.repositories import ReviewRepository
from conversations.engine.engine import step
from storage.database.tables import INBOX


@each_transcript
async def test_transcript_through_the_core(path: Path, pytestconfig: pytest.Config) -> None:
    """The core alone says what the transcript says."""
    expected = expected_in(path)
    actual = await play(parse(expected), CoreTestBed())
    if pytestconfig.getoption("--rewrite"):
        await asyncio.to_thread(path.write_text, actual, encoding="utf-8")
    assert expected == actual


@pytest.mark.slow
@each_transcript
async def test_transcript_through_the_whole_bot(path: Path, sqlite_url: str) -> None:
    """The whole bot, over HTTP and with a database, says what the transcript says; its log has no word of it.

    The log has one line for each update that came, made of ids, kinds, places and times alone.
    """
    expected, sandbox = expected_in(path), Sandbox()
    with logged(sandbox.token) as log:
        async with TestBed(sqlite_url, sandbox, begins=TRANSCRIPTS_BEGIN) as bed:
            actual = await play(parse(expected), SandboxTalker(bed))
            came = await bed.database.rows(select(INBOX.c.update_id))
    assert expected == actual
    assert sorted(handed_over(sandbox).items()) == sorted((turn["update"], turn["chat"]) for turn in log.turns)
    assert sorted(handed_over(sandbox)) == sorted(update for (update,) in came)
    assert ([], set(), []) == (log.strange(), log.leaks(typed(parse(expected))), log.has(sandbox.token))
    assert (len(log.lines), True) == (len(log.records), len(log.turns) > 0)


async def test_same_talk_through_both(sqlite_url: str) -> None:
    """Replies and waits of hours and minutes are the same in the core alone and in the whole bot."""
    acts = ["> hello", "> (waits 3 hours)", "> (replies to Section 1) Open Door", "> (waits 40 minutes)", "> /start"]
    transcript = parse("\n".join(acts))
    async with TestBed(sqlite_url, begins=TRANSCRIPTS_BEGIN) as bed:
        whole = await play(transcript, SandboxTalker(bed))
    core = CoreTestBed()
    assert (whole, TRANSCRIPTS_BEGIN + timedelta(minutes=220), True) == (
        await play(transcript, core),
        core.talker("").now,
        "Saved: Open Door" in whole,
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    "document",
    [
        StatsPicture(),
        ExportFile(format="json", statuses=("draft",)),
        ExportFile(format="csv", statuses=("draft",), since=TRANSCRIPTS_BEGIN.date()),
        ExportFile(format="csv", statuses=("draft",), since=TRANSCRIPTS_BEGIN.date() + timedelta(days=1)),
        ExportFile(format="docx", statuses=("draft",)),
        ExportFile(format="json", statuses=("approved",)),
    ],
    ids=lambda document: "-".join(map(str, document.model_dump(exclude_none=True).values())),
)
async def test_same_document_through_both(document: Document, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document that takes long has the same name, words and place in the core and in the whole bot."""

    def both(
        conversation: Conversation, given: Input, now: datetime, repository: ReviewRepository | None = None
    ) -> Step:
        taken = step(conversation, given, now, repository)
        enclosed = Reply(lines=(Line(text="Here it is."),), document=document)
        return taken.model_copy(update={"replies": (enclosed, *taken.replies)})

    transcript = parse("Ada> hello\nAda> Open Door")
    monkeypatch.setattr("bot.demo.test_bed.build", partial(build, step=both))
    monkeypatch.setattr("support.core_talker.step", both)
    monkeypatch.setattr(
        "bot.telegram.document_progress.PATIENCE", 0
    )  # what is said of it meanwhile is taken away again
    async with TestBed(sqlite_url, begins=TRANSCRIPTS_BEGIN) as bed:
        whole = await play(transcript, SandboxTalker(bed))
    assert whole == await play(transcript, CoreTestBed())


async def test_reply_to_nothing() -> None:
    """A reply to words that the bot never said cannot be done."""
    with pytest.raises(LookupError, match="Section 17"):
        await CoreTestBed().act(Act("replies", "hello", "Section 17"))
