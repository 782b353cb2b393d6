"""Commands that write files, killed in the middle: the next run works, and nothing of the first is left."""

import asyncio
import hashlib
import os
import shutil
import sqlite3
import sys
from asyncio.subprocess import PIPE
from collections.abc import Callable
from contextlib import closing
from errno import ENOSPC
from pathlib import Path

import pytest
from support.practices import keep, practice

from bot.cli.main import main
from bot.clock import now
from conversations.dialogue.conversation import Attachment
from storage import Database
from storage.backup import Packed
from storage.file_writing import UNFINISHED, finish, private_folder

pytestmark = pytest.mark.slow

LEAFLET = b"an invented leaflet"

SUM = hashlib.sha256(LEAFLET).hexdigest()

DIES = "lambda *_, **__: os.kill(os.getpid(), 9)"

WRITES_HALF = """
def dies(file, target):
    with closing(sqlite3.connect(target)) as writing:
        writing.execute("PRAGMA cache_size=1")
        writing.execute("BEGIN")
        writing.execute("CREATE TABLE letters AS SELECT randomblob(500000) AS letter")
        os.kill(os.getpid(), 9)
"""

BETWEEN = """
def dies(part, path, finish=import_module("storage.file_writing").finish):
    if path.suffix != ".zip":
        os.kill(os.getpid(), 9)
    finish(part, path)
"""

KILLED = """
import os, sqlite3, sys
from contextlib import closing
from importlib import import_module
from bot.cli.main import main
{prepared}
where, name = {place!r}.split(":")
setattr(import_module(where), name, {dies})
sys.exit(main(sys.argv[1:]))
"""


async def command(*arguments: str) -> int:
    """Run a command, which brings its own event loop."""
    return await asyncio.to_thread(main, arguments)


async def killed(place: str, *arguments: str, prepared: str = "") -> int:
    """Run a command in a process of its own, which is killed where it calls a function, named as module:function.

    What is prepared says in ``dies`` when it is killed there: else at once.
    """
    code = KILLED.format(place=place, prepared=prepared, dies="dies" if prepared else DIES)
    root = str(Path(__file__).parents[3])
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", code, *arguments), env={**os.environ, "PYTHONPATH": root}, stdout=PIPE, stderr=PIPE
    )
    await process.communicate()
    return await process.wait()


def named(*folders: Path) -> list[str]:
    """List what is in folders, with what begins with a dot."""
    return sorted(path.name for folder in folders for path in folder.iterdir())


def unfinished(folder: Path) -> list[tuple[str, int]]:
    """List how the names of all that is in a folder begin, and who may read it."""
    return [(path.name[: len(UNFINISHED)], path.stat().st_mode & 0o777) for path in folder.iterdir()]


@pytest.fixture
async def kept(database: Database, tmp_path: Path) -> None:
    """Keep a practice with an attachment of a person with the number 5."""
    file = Attachment(
        question="deliverables.deliverables", name="leaflet.pdf", sha256=SUM, size=len(LEAFLET), message=1, at=now()
    )
    await keep(database, 5, practice().model_copy(update={"attachments": (file,)}))
    stored = tmp_path / "data" / SUM[:2] / SUM
    stored.parent.mkdir(parents=True)
    stored.write_bytes(LEAFLET)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Make a folder to write into."""
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


WRITING = [
    ("storage.backup:pack", ("backup", "kept.db"), ["kept.db", "kept.db.files.zip"]),
    ("storage.backup:finish", ("backup", "kept.db"), ["kept.db", "kept.db.files.zip"]),
    ("bot.cli.records:export", ("export", "--format", "xlsx", "--out", "all.xlsx"), ["all.xlsx"]),
    ("bot.cli.records:export", ("export", "--format", "package", "--out", "all.zip"), ["all.zip"]),
    ("bot.cli.records:finish", ("mydata", "5", "--out", "mine"), ["mine"]),
]


@pytest.mark.usefixtures("settings", "kept")
@pytest.mark.parametrize(("state", "arguments", "files"), WRITING)
async def test_command_killed(
    out: Path, monkeypatch: pytest.MonkeyPatch, state: str, arguments: tuple[str, ...], files: list[str]
) -> None:
    """A command that was killed leaves nothing that stands in its way, and nothing at all after the next try."""
    monkeypatch.setenv("DATA_DIR", str(out.parent / "data"))
    monkeypatch.chdir(out)
    code = await killed(state, *arguments)
    assert (-9, [(UNFINISHED, 0o700)]) == (code, unfinished(out))
    assert (0, files) == (await command(*arguments), named(out))


@pytest.mark.usefixtures("settings", "kept")
@pytest.mark.parametrize("state", ["storage.backup:finish", "storage.backup:private", "storage.backup:_put_back"])
async def test_restore_killed(out: Path, monkeypatch: pytest.MonkeyPatch, state: str) -> None:
    """A restore that was killed is done again, with its attachments, and nothing else is left."""
    assert 0 == await command("backup", str(out.parent / "kept.db"))
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{out}/practices.db")
    monkeypatch.setenv("DATA_DIR", str(out / "data"))
    arguments = ("restore", str(out.parent / "kept.db"))
    half = WRITES_HALF if state == "storage.backup:_put_back" else ""
    assert (-9, 0) == (await killed(state, *arguments, prepared=half), await command(*arguments))
    with closing(sqlite3.connect(out / "practices.db")) as restored:
        drafts = restored.execute("SELECT count(*) FROM drafts").fetchall()
    assert ([(1,)], [SUM[:2], SUM, "data", "practices.db"]) == (drafts, sorted(path.name for path in everything(out)))


def everything(folder: Path) -> list[Path]:
    """List all that is in a folder."""
    return list(folder.rglob("*"))


@pytest.mark.usefixtures("settings", "kept")
async def test_backup_killed_between_its_files(out: Path) -> None:
    """An archive that was there before its database is replaced by the next try; that of somebody else stays."""
    arguments = ("backup", str(out / "kept.db"))
    code = await killed("storage.backup:finish", *arguments, prepared=BETWEEN)
    assert (-9, 2, 0) == (code, len(named(out)), await command(*arguments))
    assert ["kept.db", "kept.db.files.zip"] == named(out)
    (out / "kept.db").unlink()
    assert (2, ["kept.db.files.zip"]) == (await command(*arguments), named(out))


@pytest.mark.usefixtures("settings", "kept")
async def test_backup_that_cannot_be_finished(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the database cannot be put in place, the archive that was made before it is deleted."""

    def half_full(part: Path, path: Path) -> None:
        if path.suffix != ".zip":
            disk_full()
        finish(part, path)

    monkeypatch.setattr("storage.backup.finish", half_full)
    assert (2, []) == (await command("backup", str(out / "kept.db")), named(out))


@pytest.mark.usefixtures("settings", "kept")
async def test_mydata_where_a_file_is_missing(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A person's files that are missing on the disk are named, with exit code 1; all else is written."""
    data = out.parent / "data"
    (data / SUM[:2] / SUM).unlink()
    code, told = await command("mydata", "5", "--out", str(out / "mine")), capsys.readouterr()
    told_files = f"{out}/mine: my-data.json, my-data.html and 0 files of 5\n"
    assert (1, told_files) == (code, told.out)
    assert f"practice-bot: attachment {SUM} is missing in DATA_DIR, {data}\n" == told.err


@pytest.mark.usefixtures("settings", "kept")
@pytest.mark.parametrize("name", [".", "", "/", ".."])
async def test_backup_onto_a_folder(capsys: pytest.CaptureFixture[str], name: str) -> None:
    """A backup cannot replace a folder, and one line says so."""
    code, told = await command("backup", name), capsys.readouterr()
    assert (2, f"practice-bot: {Path(name)} is there already: name another file.\n") == (code, told.err)


@pytest.mark.usefixtures("settings", "kept")
async def test_copy_killed(url: str, out: Path) -> None:
    """A copy that was killed is done again into the same database."""
    arguments = ("copy", "--from", url, "--to", f"sqlite+aiosqlite:///{out}/copied.db")
    assert (-9, 0) == (await killed("storage.copying:_read", *arguments), await command(*arguments))


@pytest.mark.usefixtures("settings", "kept")
async def test_what_is_not_ours_stays(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file or folder of somebody else stays whatever its name is, and so does what another command is writing."""
    monkeypatch.setenv("DATA_DIR", str(out.parent / "data"))
    monkeypatch.chdir(out)
    (out / ".part-kept.db").write_text("a letter")
    (out / ".part-letters").mkdir()
    (out / ".part-letters" / "kept.db").write_text("a letter")
    with private_folder(out) as theirs:
        codes = [await command("backup", "kept.db"), await command("export", "--format", "json", "--out", "all.json")]
        expected = sorted([".part-kept.db", ".part-letters", theirs.name, "kept.db", "kept.db.files.zip", "all.json"])
        assert ([0, 0], expected) == (codes, named(out))
    assert "a letter" == (out / ".part-letters" / "kept.db").read_text()


def disk_full(*_given: object, **_named: object) -> None:
    """Have no room."""
    raise OSError(ENOSPC, os.strerror(ENOSPC))


@pytest.mark.usefixtures("settings", "kept")
@pytest.mark.parametrize(("state", "arguments", "files"), WRITING)
async def test_command_on_a_full_disk(  # noqa: PLR0913, PLR0917 - fixtures are arguments
    out: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    state: str,
    arguments: tuple[str, ...],
    files: list[str],
) -> None:
    """A disk that is full in the middle is told in one line, and no part of a file is left."""
    monkeypatch.setenv("DATA_DIR", str(out.parent / "data"))
    monkeypatch.chdir(out)
    with monkeypatch.context() as full:
        full.setattr(state.replace(":", "."), disk_full)
        code, told = await command(*arguments), capsys.readouterr()
    assert (2, "", 1, []) == (code, told.out, told.err.count("\n"), named(out))
    assert (0, files) == (await command(*arguments), named(out))


@pytest.mark.usefixtures("settings", "kept")
async def test_restore_on_a_full_disk(
    out: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """If the disk has no room for the database, the attachments that were copied before it are deleted."""
    await command("backup", str(out.parent / "kept.db"))
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{out}/practices.db")
    monkeypatch.setenv("DATA_DIR", str(out / "data"))
    capsys.readouterr()
    with monkeypatch.context() as full:
        full.setattr("storage.backup._put_back", disk_full)
        code, told = await command("restore", str(out.parent / "kept.db")), capsys.readouterr()
    left = [path for path in everything(out) if path.is_file()]
    line = f"practice-bot: {out}/practices.db cannot be used: No space left on device.\n"
    assert (2, line, []) == (code, told.err, left)
    assert 0 == await command("restore", str(out.parent / "kept.db"))


Spoil = Callable[[Path], object]


@pytest.mark.usefixtures("settings", "kept")
@pytest.mark.parametrize(
    ("spoil", "becomes"),
    [
        (shutil.rmtree, "missing"),
        (lambda data: (data / SUM[:2] / SUM).unlink(), "missing"),
        (lambda data: (data / SUM[:2] / SUM).write_bytes(b"rotten"), "damaged"),
    ],
)
async def test_backup_of_attachments_that_are_not_whole(
    out: Path, capsys: pytest.CaptureFixture[str], spoil: Spoil, becomes: str
) -> None:
    """A backup names the attachments that are missing or damaged, with exit code 1; it is made all the same."""
    data = out.parent / "data"
    spoil(data)
    code, told = await command("backup", str(out / "kept.db")), capsys.readouterr()
    line = f"practice-bot: attachment {SUM} is {becomes} in DATA_DIR, {data}\n"
    assert (1, line, True) == (code, told.err, (out / "kept.db").is_file())


@pytest.mark.usefixtures("settings", "kept")
async def test_backup_while_an_attachment_is_taken_away(out: Path, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    """An attachment whose practice was deleted after the copy was made is not missing."""

    def taken_away(data: Path, _archive: Path, _progress: object) -> object:
        (data / SUM[:2] / SUM).unlink()
        with closing(sqlite3.connect(url.removeprefix("sqlite+aiosqlite:///"), isolation_level=None)) as live:
            live.execute("DELETE FROM drafts")
        return Packed()

    monkeypatch.setattr("storage.backup.pack", taken_away)
    assert 0 == await command("backup", str(out / "kept.db"))
