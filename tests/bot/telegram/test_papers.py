"""Word files through the whole bot: read in a process of their own, while their chat and all others go on."""

# ruff: noqa: PLR0913, PLR0917 - fixtures are arguments

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from support.paper_practices import papers
from support.paper_template import template
from support.pdf_files import Text, pdf
from support.word_papers import own_pdf

from bot.app import Bot
from bot.sandbox import Person, Sandbox
from conversations.dialogue.conversation import Draft
from conversations.dialogue.paper import Paper
from conversations.engine.engine import step
from conversations.papers import texts
from storage import Blobs, Database, OrphanedFiles, conversation_of
from storage.papers import texts as file_texts

Start = Callable[..., AbstractAsyncContextManager[Bot]]

Said = Callable[[Person], list[str]]

FORM = template(papers()[0])

READ = "What I read in form.docx"

LATER = datetime(2100, 1, 1, tzinfo=UTC)


@pytest.fixture
def url(sqlite_url: str) -> str:
    """Name a database."""
    return sqlite_url


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look often, and try again at once what Telegram names no time for."""
    monkeypatch.setattr("bot.app.SWEEP_SECONDS", 0.05)
    monkeypatch.setattr("bot.telegram.fetching.PAUSES", (0,))


@pytest.fixture
async def bot(start: Start, anna: Person) -> AsyncIterator[Bot]:
    """Run the bot, with Anna at the first question."""
    async with start(step) as bot:
        await bot.settled(await anna.says("I agree"))
        yield bot


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Name the folder of the files."""
    return tmp_path / "data"


@pytest.fixture
def sweep(database: Database, folder: Path) -> OrphanedFiles:
    """Delete files that belong to nothing."""
    return OrphanedFiles(database, Blobs(folder))


def stored(folder: Path) -> list[str]:
    """List the contents that lie in the folder."""
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def drafts(database: Database, anna: Person) -> Callable[[], Awaitable[tuple[Draft, ...]]]:
    """Tell Anna's practices."""

    async def found() -> tuple[Draft, ...]:
        return (await conversation_of(database, anna.user_id)).drafts

    return found


async def test_form_is_read_and_used(
    bot: Bot, anna: Person, said: Said, drafts: Callable[[], Awaitable[tuple[Draft, ...]]]
) -> None:
    """What was read is shown; a press makes it a practice."""
    await bot.settled(await anna.sends("document", content=FORM, name="form.docx"))
    assert said(anna)[-1].startswith(READ)
    await bot.settled(await anna.presses(texts.AS_NEW))
    assert "Saved from your Word form" in said(anna)[-1]
    assert ["Open Door"] == [one.values["name.name"] for one in await drafts()]


@pytest.mark.slow
async def test_form_that_waits_keeps_its_file_for_a_day(
    bot: Bot, sandbox: Sandbox, anna: Person, said: Said, sweep: OrphanedFiles, folder: Path
) -> None:
    """No sweep takes the file away before it can be kept; once the form is left, the next sweep does."""
    await bot.settled(await anna.sends("document", content=FORM, name="form.docx"))
    await sweep.remove(LATER)
    await bot.idle()
    assert [sha256(FORM).hexdigest()] == stored(folder)
    await sandbox.until(lambda: any(text.startswith(READ) for text in said(anna)), timeout=20)
    await bot.settled(await anna.presses(texts.LEAVE))
    assert (1, []) == (await sweep.remove(LATER), stored(folder))


@pytest.mark.slow
async def test_restart_while_a_form_is_read(
    start: Start, sandbox: Sandbox, anna: Person, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next run fetches and reads it again."""
    began = asyncio.Event()

    async def never(_path: Path, _today: object) -> Paper:
        began.set()
        await asyncio.Event().wait()
        raise AssertionError

    with monkeypatch.context() as patched:
        patched.setattr("bot.telegram.fetching.read_in_subprocess", never)
        async with start(step) as bot:
            await bot.settled(await anna.says("I agree"))
            sent = await anna.sends("document", content=FORM, name="form.docx")
            await began.wait()
            await bot.settled(await anna.says("Our Door"))
            assert "Saved: Our Door" in said(anna)[-1]  # the chat goes on
    assert sent
    async with start(step):
        await sandbox.until(lambda: any(text.startswith(READ) for text in said(anna)), timeout=20)


async def test_pdf_of_a_form_is_read_and_another_one_is_kept(
    bot: Bot, anna: Person, said: Said, drafts: Callable[[], Awaitable[tuple[Draft, ...]]]
) -> None:
    """A PDF without the titles of the form is a deliverable, as one without text is, which says so."""
    await bot.settled(await anna.sends("document", content=own_pdf(papers()[0]), name="form.pdf"))
    assert said(anna)[-1].startswith("What I read in form.pdf")
    await bot.settled(await anna.presses(texts.LEAVE))
    await bot.settled(await anna.sends("document", content=pdf([Text(70, 100, "A handbook")]), name="book.pdf"))
    assert "book.pdf" in said(anna)[-1]
    await bot.settled(await anna.sends("document", content=pdf([]), name="scan.pdf"))
    assert file_texts.SCANNED in said(anna)[-1]
    assert ["book.pdf", "scan.pdf"] == [file.name for one in await drafts() for file in one.attachments]


HOSTILE = {
    "form.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), file_texts.OLD_DOC),
    "form.docx": (b"PK\x03\x04 broken", file_texts.CORRUPT),
}


@pytest.mark.parametrize("name", HOSTILE)
async def test_file_that_cannot_be_read_is_not_kept(
    bot: Bot, anna: Person, said: Said, sweep: OrphanedFiles, folder: Path, name: str
) -> None:
    """The person gets the sentence, and the next sweep deletes the file."""
    content, why = HOSTILE[name]
    await bot.settled(await anna.sends("document", content=content, name=name))
    assert said(anna)[-1].startswith(texts.not_read(name, why))
    await sweep.remove(LATER)
    assert [] == stored(folder)


async def test_before_the_yes_no_file_is_kept(
    start: Start, anna: Person, said: Said, sweep: OrphanedFiles, folder: Path
) -> None:
    """What was read waits for the yes, the file does not."""
    async with start(step) as bot:
        await bot.settled(await anna.sends("document", content=FORM, name="form.docx"))
        assert said(anna)[-1].startswith(texts.WAITS_FOR_YES)
        await sweep.remove(LATER)
        assert [] == stored(folder)
        await bot.settled(await anna.presses("I agree"))
        assert said(anna)[-1].startswith(READ)
