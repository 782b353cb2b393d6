"""Files from Telegram: stored before the answer counts, once for each content, within the limits."""

# ruff: noqa: PLR0913, PLR0917 - fixtures are arguments

import asyncio
import os
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest
from support.slow import slowly
from telegram import File

from bot.app import Bot
from bot.clock import now
from bot.sandbox import Person, Sandbox
from conversations.dialogue.conversation import Attachment, Conversation, Step
from conversations.dialogue.inputs import Attached, Input
from conversations.dialogue.repositories import ReviewRepository
from conversations.engine.engine import step
from conversations.filling.attachments import LARGEST
from storage import Database, Fetches, conversation_of, history_of
from storage.file_writing import UNFINISHED
from storage.files import Arriving, Blobs

Start = Callable[..., AbstractAsyncContextManager[Bot]]

Said = Callable[[Person], list[str]]

Kept = Callable[[], Awaitable[tuple[Attachment, ...]]]

LEAFLET = b"%PDF invented leaflet " * 40_000

SUM = sha256(LEAFLET).hexdigest()


@pytest.fixture
async def bot(start: Start, anna: Person) -> AsyncIterator[Bot]:
    """Run the bot, with Anna at the question for deliverables."""
    async with start(step) as bot:
        for text in ("I agree", "/overview", "8"):
            await bot.settled(await anna.says(text))
        yield bot


@pytest.fixture
def kept(database: Database, anna: Person) -> Kept:
    """Tell which files Anna's draft has."""

    async def files() -> tuple[Attachment, ...]:
        return (await conversation_of(database, anna.user_id)).drafts[0].attachments

    return files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Name the folder of the files, the default one: it is not there yet."""
    return tmp_path / "data"


def stored(folder: Path) -> list[str]:
    """List what lies in the folder, with its content's sum where it is a file."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def fetched(sandbox: Sandbox) -> int:
    """Count how often a file was asked for."""
    return len([call for call in sandbox.calls if call.method == "getFile"])


async def test_file_is_stored_under_its_sum(bot: Bot, anna: Person, kept: Kept, folder: Path) -> None:
    """The content lies in a folder of its owner's alone, the name stands in the draft."""
    await bot.settled(await anna.sends("document", content=LEAFLET, name="Leaflet ø.pdf"))
    path = folder / SUM[:2] / SUM
    modes = [oct(state.stat().st_mode & 0o777) for state in (folder, path.parent, path)]
    assert (LEAFLET, ["0o700", "0o700", "0o600"]) == (await asyncio.to_thread(path.read_bytes), modes)
    assert [("Leaflet ø.pdf", SUM, len(LEAFLET))] == [(file.name, file.sha256, file.size) for file in await kept()]


async def test_photo_is_stored_in_its_largest_size(bot: Bot, anna: Person, kept: Kept, folder: Path) -> None:
    """A photo has no name of its own."""
    await bot.settled(await anna.sends("photo", content=b"\xff\xd8\xff large"))
    assert ["photo.jpg"] == [file.name for file in await kept()]
    assert [f"{file.sha256[:2]}/{file.sha256}" for file in await kept()] == stored(folder)


async def test_same_content_is_stored_once(bot: Bot, anna: Person, kept: Kept, folder: Path) -> None:
    """Two files with one content are one on disk."""
    await bot.settled(await anna.sends("document", content=LEAFLET, name="one.pdf"))
    await bot.settled(await anna.sends("document", content=LEAFLET, name="two.pdf"))
    assert (["one.pdf", "two.pdf"], [f"{SUM[:2]}/{SUM}"]) == ([file.name for file in await kept()], stored(folder))


async def test_file_delivered_twice_is_kept_once(
    bot: Bot, sandbox: Sandbox, anna: Person, kept: Kept, database: Database
) -> None:
    """However often Telegram delivers it, the draft and the history have it once."""
    await bot.settled(await anna.sends("document", content=LEAFLET))
    await bot.settled(await anna.says("Handbook"))
    sandbox.faults.redeliver()
    await bot.settled(await anna.says("Film"))
    told = [row for row in await history_of(database, anna.user_id) if row.event.what == "file_kept"]
    assert (1, 1) == (len(await kept()), len(told))


@pytest.mark.parametrize(
    "name", ["../../../escaped", "a\0b.pdf", *slowly("/etc/passwd", "x" * 300, "\u202efdp.exe", ".", "")]
)
async def test_name_is_no_path(bot: Bot, anna: Person, kept: Kept, folder: Path, name: str) -> None:
    """A file with any name is stored under its sum and nowhere else."""
    await bot.settled(await anna.sends("document", content=LEAFLET, name="plain", file_name=name))
    assert ([SUM], [f"{SUM[:2]}/{SUM}"]) == ([file.sha256 for file in await kept()], stored(folder))
    assert {"data"} == {path.name for path in folder.parent.iterdir() if path.is_dir()}


@pytest.mark.parametrize(
    "shown",
    [
        {"size": LARGEST + 1},
        {"size": LARGEST + 1, "file_size": 5},
        {"content": bytes(LARGEST + 1), "size": 5},
    ],
    ids=["as Telegram says", "as getFile says", "as it turns out"],
)
async def test_file_over_the_limit_is_refused(
    bot: Bot, anna: Person, kept: Kept, folder: Path, said: Said, shown: dict[str, object]
) -> None:
    """A file over 20 MB is refused with the figure, whoever notices it, and leaves nothing behind."""
    await bot.settled(await anna.sends("document", name="film.mp4", **shown))
    assert ((), []) == (await kept(), stored(folder))
    assert "the limit of 20 MB. Put it online" in said(anna)[-1]


@pytest.mark.slow
async def test_file_of_the_largest_size_is_kept(bot: Bot, anna: Person, kept: Kept) -> None:
    """20 MB are taken."""
    await bot.settled(await anna.sends("document", content=bytes(LARGEST)))
    assert [LARGEST] == [file.size for file in await kept()]


async def test_file_that_is_gone_is_asked_for_again(
    bot: Bot, anna: Person, kept: Kept, folder: Path, said: Said
) -> None:
    """A file that Telegram no longer has is no failure."""
    await bot.settled(await anna.sends("document", file_id="unknown"))
    assert ((), []) == (await kept(), stored(folder))
    assert said(anna)[-1].startswith("I could not get leaflet.pdf from Telegram, so it was not saved. Send it again")


async def test_file_elsewhere_is_not_fetched(bot: Bot, sandbox: Sandbox, anna: Person, folder: Path) -> None:
    """Outside of a practice nothing is downloaded that is no form."""
    await bot.settled(await anna.says("/drafts"))
    await bot.settled(await anna.sends("document", content=LEAFLET, name="leaflet.odt"))
    assert (0, []) == (fetched(sandbox), stored(folder))


async def test_crash_between_file_and_turn(
    start: Start, sandbox: Sandbox, anna: Person, kept: Kept, folder: Path, database: Database
) -> None:
    """A file that was stored before a turn that failed is there once after the next attempt, fetched once."""
    failures = [True]

    def failing(conversation: Conversation, given: Input, now: datetime, _desk: ReviewRepository | None = None) -> Step:
        if isinstance(given, Attached) and failures:
            failures.clear()
            raise ZeroDivisionError
        return step(conversation, given, now)

    async with start(failing) as bot:
        for text in ("I agree", "/overview", "8"):
            await bot.settled(await anna.says(text))
        await bot.settled(await anna.sends("document", content=LEAFLET))
    told = [row for row in await history_of(database, anna.user_id) if row.event.what == "file_kept"]
    assert (1, 1, [f"{SUM[:2]}/{SUM}"], 1) == (len(await kept()), len(told), stored(folder), fetched(sandbox))


def begins(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """Tell when a download begins."""
    begun, fetch = asyncio.Event(), bot.downloader._fetched

    async def noted(conversation: Conversation, given: Attached, file: File) -> Attached:
        begun.set()
        return await fetch(conversation, given, file)

    monkeypatch.setattr(bot.downloader, "_fetched", noted)
    return begun


async def test_stop_amid_a_download(
    start: Start,
    sandbox: Sandbox,
    anna: Person,
    database: Database,
    kept: Kept,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A bot that is stopped while a file arrives leaves the update waiting; the next start keeps the file."""
    sandbox.faults.slow(3, method="download")
    async with start(step) as bot:
        for text in ("I agree", "/overview", "8"):
            await bot.settled(await anna.says(text))
        begun = begins(bot, monkeypatch)
        await anna.sends("document", content=LEAFLET)
        await begun.wait()
    assert ((anna.user_id,), []) == (await Fetches(database).due(now()), stored(folder))
    sandbox.faults.clear()
    async with start(step) as bot:
        await bot.settled(await anna.says("Handbook"))
        await sandbox.until(lambda: any("leaflet.pdf" in message.text for message in anna.messages), timeout=20)
    assert [SUM] == [file.sha256 for file in await kept()]


async def test_stop_while_a_file_is_begun(
    start: Start, anna: Person, database: Database, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bot that is stopped while it makes a file leaves none behind."""
    begun, loop, told, begin = asyncio.Event(), asyncio.get_running_loop(), threading.Event(), Blobs.begin

    def late(blobs: Blobs) -> Arriving:
        loop.call_soon_threadsafe(begun.set)
        told.wait(30)
        return begin(blobs)

    async def tell(bot: Bot) -> None:
        await bot.runtime.stopping.wait()
        await asyncio.sleep(0)  # in which what waits is cancelled
        told.set()

    async with start(step) as bot:
        for text in ("I agree", "/overview", "8"):
            await bot.settled(await anna.says(text))
        monkeypatch.setattr(Blobs, "begin", late)
        telling = asyncio.create_task(tell(bot))
        await anna.sends("document", content=LEAFLET)
        await begun.wait()
    await telling
    assert ((anna.user_id,), []) == (await Fetches(database).due(now()), stored(folder))


@pytest.fixture
def unfinished(folder: Path) -> None:
    """Leave two unfinished files behind, one of them long ago."""
    folder.mkdir()
    for name in ("old", "new"):
        (folder / f"{UNFINISHED}{name}").touch()
    os.utime(folder / f"{UNFINISHED}old", (0, 0))


@pytest.mark.usefixtures("unfinished")
async def test_unfinished_files_are_taken_away_at_the_start(start: Start, folder: Path) -> None:
    """An unfinished file that a crash left a day ago is deleted; one that another worker may be fetching stays."""
    async with start(step):
        assert [f"{UNFINISHED}new"] == stored(folder)
