"""Files that Telegram does not hand over: they wait, their chat goes on, and each lands at its question once."""

# ruff: noqa: PLR0913, PLR0917 - fixtures are arguments

import asyncio
import errno
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from support.slow import few, slowly

from bot.app import Bot
from bot.clock import now
from bot.demo.test_bed import ShiftedClock
from bot.health import DatabaseHealth, HealthCheck
from bot.sandbox import Person, Sandbox
from bot.telegram.fetching import Downloader
from conversations.dialogue.conversation import Conversation
from conversations.dialogue.inputs import Attached
from conversations.engine.engine import step
from storage import Batches, Database, Retention, conversation_of
from storage.database.tables import INBOX
from storage.files import Arriving
from storage.inbox import Fetches

Start = Callable[..., AbstractAsyncContextManager[Bot]]

Said = Callable[[Person], list[str]]

Files = Callable[[], Awaitable[list[tuple[str, str]]]]

LEAFLET, FILM = b"%PDF invented leaflet " * 4000, b"invented film " * 3000

PATH = "deliverables.deliverables"

WAITS = "Telegram has not given me leaflet.pdf yet."


@pytest.fixture
def url(request: pytest.FixtureRequest) -> str:
    """Name a database: SQLite, unless a test asks for PostgreSQL."""
    on_server = getattr(request, "param", "sqlite") == "postgresql"
    return str(request.getfixturevalue("postgres_url" if on_server else "sqlite_url"))


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look often, and try again at once what Telegram names no time for."""
    monkeypatch.setattr("bot.app.SWEEP_SECONDS", 0.05)
    monkeypatch.setattr("bot.telegram.fetching.PAUSES", (0,))


@pytest.fixture
def files(database: Database, anna: Person) -> Files:
    """Tell which files Anna's practices have, and at which question."""

    async def found() -> list[tuple[str, str]]:
        drafts = (await conversation_of(database, anna.user_id)).drafts
        return [(file.name, file.question) for draft in drafts for file in draft.attachments]

    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Name the folder of the files."""
    return tmp_path / "data"


def stored(folder: Path) -> list[str]:
    """List the contents that lie in the folder."""
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def asked(sandbox: Sandbox) -> int:
    """Count how often Telegram was asked for a file."""
    return len([call for call in sandbox.calls if call.method == "getFile"])


async def at_deliverables(bot: Bot, person: Person) -> None:
    """Go to the question that takes files."""
    for text in ("I agree", "/overview", "8"):
        await bot.settled(await person.says(text))


@pytest.fixture
async def bot(start: Start, anna: Person) -> AsyncIterator[Bot]:
    """Run the bot, with Anna at the question for deliverables."""
    async with start(step) as bot:
        await at_deliverables(bot, anna)
        yield bot


def heard_of(sandbox: Sandbox, anna: Person, said: Said, words: str) -> Awaitable[None]:
    """Wait for something to be said."""
    return sandbox.until(lambda: any(words in text for text in said(anna)), timeout=20)


TROUBLE: dict[str, Callable[[Sandbox], None]] = {
    "page of a proxy": lambda sandbox: sandbox.faults.fail(502, 4, "html", method="getFile"),
    "download 429": lambda sandbox: sandbox.faults.flood(1, method="download"),
    "download 500": lambda sandbox: sandbox.faults.fail(500, 4, method="download"),
    "download 404": lambda sandbox: sandbox.faults.fail(404, 2, method="download"),
    "429": lambda sandbox: sandbox.faults.flood(1, method="getFile"),
    "502": lambda sandbox: sandbox.faults.fail(502, 4, method="getFile"),
    "401": lambda sandbox: sandbox.faults.fail(401, 4, method="getFile"),
    "no answer": lambda sandbox: sandbox.faults.drop_before(4, method="getFile"),
    "download 403": lambda sandbox: sandbox.faults.fail(403, 2, method="download"),
    "broken off": lambda sandbox: sandbox.faults.drop_after(4, method="download"),
}


@pytest.mark.parametrize("trouble", few(4, TROUBLE))
async def test_file_waits_and_lands(
    bot: Bot, sandbox: Sandbox, anna: Person, said: Said, files: Files, folder: Path, trouble: str
) -> None:
    """If anything delays a file, the person is told that it has to wait, and later, once, that it is saved."""
    TROUBLE[trouble](sandbox)
    await bot.settled(await anna.sends("document", content=LEAFLET))
    assert said(anna)[-1].startswith(WAITS)
    await heard_of(sandbox, anna, said, "Saved: leaflet.pdf (file 1 of 10).")
    await bot.idle()
    assert ([("leaflet.pdf", PATH)], [sha256(LEAFLET).hexdigest()]) == (await files(), stored(folder))
    assert (1, 1) == tuple(sum(words in text for text in said(anna)) for words in (WAITS, "Saved: leaflet.pdf"))
    assert not any("wrong on my side" in text or "could not handle" in text for text in said(anna))


async def test_retry_after_of_a_file_is_obeyed(start: Start, sandbox: Sandbox, anna: Person, said: Said) -> None:
    """Telegram is not asked for the file before the time that it named, and is asked once then."""
    clock = ShiftedClock()
    async with start(step, clock) as bot:
        await at_deliverables(bot, anna)
        sandbox.faults.flood(60, method="getFile")
        await bot.settled(await anna.sends("document", content=LEAFLET))
        clock.forward(timedelta(seconds=55))
        for _ in range(5):
            await bot.sweep()
        before = asked(sandbox)
        clock.forward(timedelta(seconds=6))
        await heard_of(sandbox, anna, said, "Saved: leaflet.pdf")
    assert (1, 2) == (before, asked(sandbox))


@pytest.mark.slow
async def test_retry_after_of_ages_is_an_hour(start: Start, sandbox: Sandbox, anna: Person, said: Said) -> None:
    """A time that is wrong by years holds a file up for an hour."""
    clock = ShiftedClock()
    async with start(step, clock) as bot:
        await at_deliverables(bot, anna)
        sandbox.faults.flood(10**7, method="getFile")
        await bot.settled(await anna.sends("document", content=LEAFLET))
        clock.forward(timedelta(minutes=59))
        for _ in range(5):
            await bot.sweep()
        before = asked(sandbox)
        clock.forward(timedelta(minutes=2))
        await heard_of(sandbox, anna, said, "Saved: leaflet.pdf")
    assert (1, 2) == (before, asked(sandbox))


async def test_person_goes_on_while_a_file_waits(
    bot: Bot, sandbox: Sandbox, anna: Person, said: Said, files: Files
) -> None:
    """Later messages are answered; the file lands at its question, and the person stays where they are by then."""
    sandbox.faults.fail(502, None, method="getFile")
    await bot.settled(await anna.sends("document", content=LEAFLET, caption="Our leaflet"))
    for text in ("/overview", "9", "Evaluated in 2019."):
        await bot.settled(await anna.says(text))
    assert "Evaluation and feedback" in said(anna)[-1]
    sandbox.faults.clear()
    await heard_of(sandbox, anna, said, "leaflet.pdf has arrived and is saved under Deliverables (file 1 of 10).")
    assert [("leaflet.pdf", PATH)] == await files()
    assert "Evaluation and feedback" in said(anna)[-1]
    await bot.settled(await anna.says("It goes on."))
    values = (await conversation_of(bot.store.database, anna.user_id)).drafts[0].values
    assert ("Our leaflet", "It goes on.") == (values[PATH], values["evidence.feedback"])


@pytest.mark.slow
async def test_person_goes_on_while_a_download_is_slow(
    bot: Bot, sandbox: Sandbox, anna: Person, said: Said, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A download that takes its time delays its chat for a short time only."""
    monkeypatch.setattr("bot.telegram.fetching.PATIENCE", 0.05)
    sandbox.faults.slow(1, method="download")
    await bot.settled(await anna.sends("document", content=LEAFLET))
    await bot.settled(await anna.says("/overview"))
    assert ([], "Overview") == (await files(), said(anna)[-1].partition("\n")[0][:8])
    await heard_of(sandbox, anna, said, "leaflet.pdf has arrived and is saved")
    assert [("leaflet.pdf", PATH)] == await files()


@pytest.mark.parametrize("url", ["sqlite", *slowly("postgresql")], indirect=True)
async def test_files_that_wait_land_in_order(
    bot: Bot, sandbox: Sandbox, anna: Person, said: Said, files: Files, database: Database
) -> None:
    """Several files that wait are saved in the order in which they came, also one that came while others waited."""
    sandbox.faults.fail(502, 3, method="getFile")
    for name in ("a.pdf", "b.pdf", "c.pdf"):
        await bot.settled(await anna.sends("document", content=name.encode(), name=name))
    await heard_of(sandbox, anna, said, "(file 3 of 10)")
    assert ["a.pdf", "b.pdf", "c.pdf"] == [name for name, _ in await files()]
    assert {"handled"} == {status for (status,) in await database.rows(select(INBOX.c.status))}


@pytest.mark.slow
async def test_files_of_others_do_not_wait(bot: Bot, sandbox: Sandbox, anna: Person, ben: Person, said: Said) -> None:
    """The file of one person waits for no other's."""
    await at_deliverables(bot, ben)
    sandbox.faults.flood(60, method="getFile")
    await bot.settled(await anna.sends("document", content=LEAFLET))
    await bot.settled(await ben.sends("document", content=FILM, name="film.mp4"))
    assert "Saved: film.mp4" in said(ben)[-1]


@pytest.mark.parametrize("url", ["sqlite", *slowly("postgresql")], indirect=True)
@pytest.mark.parametrize("moves", [(), ("/overview", "9")])
async def test_restart_while_a_file_waits(
    start: Start, sandbox: Sandbox, anna: Person, said: Said, files: Files, moves: tuple[str, ...]
) -> None:
    """A file that waits outlives the process, and still lands where it was sent."""
    sandbox.faults.fail(502, None, method="getFile")
    async with start(step) as bot:
        await at_deliverables(bot, anna)
        await bot.settled(await anna.sends("document", content=LEAFLET))
        for text in moves:
            await bot.settled(await anna.says(text))
    sandbox.faults.clear()
    async with start(step):
        await heard_of(sandbox, anna, said, "saved under Deliverables" if moves else "Saved: leaflet.pdf")
    assert [("leaflet.pdf", PATH)] == await files()


async def test_erasure_while_a_file_waits(
    bot: Bot, sandbox: Sandbox, anna: Person, said: Said, database: Database, folder: Path
) -> None:
    """After /forget the file is not fetched any more, and nothing of it is left."""
    sandbox.faults.fail(502, None, method="getFile")
    await bot.settled(await anna.sends("document", content=LEAFLET, name="Secret leaflet.pdf"))
    await bot.settled(await anna.says("/forget"))
    await bot.settled(await anna.presses("Delete everything"))
    calls = asked(sandbox)
    sandbox.faults.clear()
    for _ in range(3):
        await bot.sweep()
    bodies = [body for (body,) in await database.rows(select(INBOX.c.body))]
    assert (calls, [], Conversation()) == (
        asked(sandbox),
        stored(folder),
        await conversation_of(database, anna.user_id),
    )
    assert not any("Secret" in body for body in bodies)
    assert not any("Secret leaflet" in text for text in said(anna)[-1:])


@pytest.mark.parametrize("time", ["while it is fetched", "before its turn"])
async def test_erasure_while_a_file_arrives(
    bot: Bot,
    sandbox: Sandbox,
    anna: Person,
    database: Database,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    time: str,
) -> None:
    """A file that arrives during an erasure leaves nothing on the disk."""
    sandbox.faults.fail(502, 1, method="getFile")
    arrives, goes_on = asyncio.Event(), asyncio.Event()
    keep = Arriving.keep
    loop = asyncio.get_running_loop()

    def slowly(arriving: Arriving) -> str:
        loop.call_soon_threadsafe(arrives.set)
        asyncio.run_coroutine_threadsafe(goes_on.wait(), loop).result(30)
        return keep(arriving)

    with monkeypatch.context() as held:
        if time == "while it is fetched":
            held.setattr(Arriving, "keep", slowly)
        else:
            held.setattr(Batches, "look", lambda *_: arrives.set())
        await anna.sends("document", content=LEAFLET)
        await arrives.wait()
        await bot.settled(await anna.says("/forget"))
        await bot.settled(await anna.presses("Delete everything"))
        goes_on.set()
        await bot.fetching.close()
    for _ in range(3):
        await bot.sweep()
    await bot.idle()
    assert ([], Conversation()) == (stored(folder), await conversation_of(database, anna.user_id))


@pytest.mark.slow
async def test_draft_deleted_while_a_file_waits(
    start: Start, sandbox: Sandbox, anna: Person, said: Said, database: Database, folder: Path
) -> None:
    """A file whose practice is gone is not kept, which the person is told."""
    clock = ShiftedClock(datetime.fromisoformat("2026-11-23T12:00:00+00:00"))
    async with start(step, clock) as bot:
        await at_deliverables(bot, anna)
        sandbox.faults.fail(502, None, method="getFile")
        await bot.settled(await anna.sends("document", content=LEAFLET))
        retention = Retention(database, step, 1)
        for days in (1, 4, 8, 12):
            clock.forward(timedelta(days=days))
            for draft in await retention.due(clock()):
                await retention.take(draft, clock())
            await bot.sweep()
            await bot.idle()
        assert () == (await conversation_of(database, anna.user_id)).drafts
        sandbox.faults.clear()
        await heard_of(sandbox, anna, said, "leaflet.pdf has arrived, but its practice can no longer be changed")
    assert [] == stored(folder)


async def test_file_that_cannot_be_taken_away_is_tried_again(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that no draft names is deleted when the database answers again."""
    monkeypatch.setattr("bot.telegram.stopping.GROWING", (0.0,))
    asked, discard = list[str](), Downloader.discard

    async def fails(downloader: Downloader, sha256: str) -> None:
        asked.append(sha256)
        if len(asked) <= 2:
            raise ConnectionError
        await discard(downloader, sha256)

    monkeypatch.setattr(Downloader, "discard", fails)
    bot.fetching._arrived[7] = Attached(what="document", caption="", message=7, name="a.pdf", size=1, sha256="a" * 64)
    bot.fetching.done(7, is_kept=False)
    await bot.fetching.close()
    assert (3, False) == (len(asked), bot.runtime.database_health.is_failing)


@pytest.mark.parametrize("refusal", ["file is too big", "wrong file_id or the file is temporarily unavailable"])
async def test_file_that_telegram_refuses_is_told_once(
    bot: Bot, sandbox: Sandbox, anna: Person, said: Said, refusal: str
) -> None:
    """A file that Telegram will never hand over does not wait: the person is told so once."""
    if refusal == "file is too big":
        await bot.settled(await anna.sends("document", name="film.mp4", size=(20 << 20) + 1, file_size=5))
    else:
        await bot.settled(await anna.sends("document", name="film.mp4", file_id="unknown"))
    for _ in range(3):
        await bot.sweep()
    assert 1 == sum("film.mp4" in text and "was not saved" in text for text in said(anna))
    assert 1 == asked(sandbox)


async def test_link_that_never_leads_anywhere_is_given_up(bot: Bot, sandbox: Sandbox, anna: Person, said: Said) -> None:
    """Telegram is asked for a new link a few times; then the person is asked to send the file again."""
    sandbox.faults.fail(404, None, method="download")
    await bot.settled(await anna.sends("document"))
    await heard_of(sandbox, anna, said, "I could not get leaflet.pdf from Telegram, so it was not saved. Send it again")
    assert 3 == asked(sandbox)


async def test_disk_that_is_full_while_a_file_comes(
    bot: Bot, sandbox: Sandbox, anna: Person, said: Said, files: Files, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that cannot be written waits for room, and leaves no half of it."""

    def full(_arriving: Arriving, _chunk: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(Arriving, "write", full)
        await bot.settled(await anna.sends("document", content=LEAFLET))
        await bot.settled(await anna.says("/overview"))
        assert (WAITS, [], True) == (
            said(anna)[-2][: len(WAITS)],
            await files(),
            bot.runtime.database_health.is_failing,
        )
    await heard_of(sandbox, anna, said, "leaflet.pdf has arrived and is saved")
    assert ([("leaflet.pdf", PATH)], False) == (await files(), bot.runtime.database_health.is_failing)
    assert [sha256(LEAFLET).hexdigest()] == stored(folder)


async def test_file_that_is_shorter_than_telegram_said_waits(
    bot: Bot, sandbox: Sandbox, anna: Person, said: Said, files: Files
) -> None:
    """A connection that ends early without an error brings no half file."""
    await bot.settled(await anna.sends("document", content=LEAFLET, size=len(LEAFLET) + 1))
    assert ([], True) == (await files(), said(anna)[-1].startswith(WAITS))
    for file in sandbox.world.files.all():
        file.size = len(LEAFLET)
    await heard_of(sandbox, anna, said, "Saved: leaflet.pdf")
    assert [("leaflet.pdf", PATH)] == await files()


@pytest.mark.parametrize("weather", ["flood", *slowly("slow")])
async def test_file_that_waits_is_no_backlog(
    bot: Bot, sandbox: Sandbox, anna: Person, database: Database, monkeypatch: pytest.MonkeyPatch, weather: str
) -> None:
    """However long a file takes, a supervisor has no reason to start the bot again."""
    monkeypatch.setattr("bot.telegram.fetching.PATIENCE", 0.05)
    if weather == "flood":
        sandbox.faults.flood(600, method="getFile")
    else:
        sandbox.faults.slow(600, method="download")
    monkeypatch.setattr("bot.app.STOP_SECONDS", 0.05)
    await bot.settled(await anna.sends("document", content=LEAFLET))
    watch = HealthCheck(database, DatabaseHealth(lambda _: asyncio.sleep(0)), lambda: now() + timedelta(minutes=10))
    health = await watch.health()
    assert (True, 0.0) == (health.is_ok, health.backlog_seconds)


async def test_file_that_fails_while_the_person_is_told(
    bot: Bot, sandbox: Sandbox, anna: Person, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A download that fails at the moment when the person is told that it takes longer does not stop the telling."""
    failed = asyncio.Event()
    tell, later = Fetches.tell, Fetches.later

    async def slow_tell(self: Fetches, *given: Any) -> bool:  # noqa: ANN401 - as the original
        await failed.wait()
        return await tell(self, *given)

    async def noted_later(self: Fetches, *given: Any) -> None:  # noqa: ANN401 - as the original
        await later(self, *given)
        failed.set()

    monkeypatch.setattr(Fetches, "tell", slow_tell)
    monkeypatch.setattr(Fetches, "later", noted_later)
    monkeypatch.setattr("bot.telegram.fetching.PATIENCE", 0)
    monkeypatch.setattr("bot.app.STOP_SECONDS", 0.05)
    sandbox.faults.flood(600, method="getFile")
    async with asyncio.timeout(20):
        await bot.settled(await anna.sends("document", content=LEAFLET))
        await sandbox.until(lambda: said(anna)[-1].startswith(WAITS))


@pytest.mark.parametrize("wrong", [timedelta(days=1), *slowly(timedelta(days=-1), timedelta(days=400))])
async def test_clock_put_right_while_a_file_waits(
    start: Start, sandbox: Sandbox, anna: Person, said: Said, wrong: timedelta
) -> None:
    """A file that began to wait by a wrong clock is fetched when the clock is right."""
    async with start(step) as bot:
        await at_deliverables(bot, anna)
    sandbox.faults.flood(60, method="getFile")
    async with start(step, lambda: now() + wrong) as bot:
        await bot.settled(await anna.sends("document", content=LEAFLET))
    sandbox.faults.clear()
    async with start(step):
        await heard_of(sandbox, anna, said, "Saved: leaflet.pdf")
