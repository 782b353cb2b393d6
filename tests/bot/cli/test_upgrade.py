"""Upgrade and rollback by the commands of docs/deploy.md, from a database of the first version."""

import asyncio
import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from support.kept import FIRST, SUM, Raw, all_rows, filled
from support.sqlite import address, bare_engines

from bot.cli.main import main
from bot.settings import Settings
from storage.database.schema import revisions

pytestmark = [pytest.mark.unmigrated, pytest.mark.sqlite]

FILE = b"a leaflet"

NAMED = hashlib.sha256(FILE).hexdigest()


async def command(*arguments: str) -> int:
    """Run a command, which brings its own event loop."""
    return await asyncio.to_thread(main, arguments)


def made_by_the_first(connection: Connection) -> None:
    """Fill the tables of the first version; the file of its practices is one that there is."""
    filled(connection, FIRST)
    for table in ("drafts", "history"):
        connection.execute(text(f"UPDATE {table} SET body = replace(body, '{SUM}', '{NAMED}')"))  # noqa: S608 - names


async def rows(path: Path) -> Raw:
    """Read every row of every table of a file."""
    return await all_rows(address(path))


@pytest.fixture
async def first(settings: Settings, tmp_path: Path) -> Path:
    """Make the database and the attachment of the first version, where the commands look for them."""
    both = bare_engines(settings.database_url)
    async with both[0].begin() as connection:
        await connection.run_sync(made_by_the_first)
    for engine in both:
        await engine.dispose()
    attachment = tmp_path / "data" / NAMED[:2] / NAMED
    attachment.parent.mkdir(parents=True)
    attachment.write_bytes(FILE)
    return tmp_path / "practices.db"


@contextmanager
def old_program() -> Iterator[None]:
    """Turn this program, in the block, into one that knows the first migration only."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("storage.database.schema.revisions", lambda: frozenset({FIRST}))
        yield


def moved_away(database: Path) -> None:
    """Move a database, its companions and its attachments into a folder beside it."""
    away = database.with_name("after")
    away.mkdir()
    for file in (*database.parent.glob("practices.db*"), database.with_name("data")):
        file.rename(away / file.name)


def revision(tables: Raw) -> str:
    """Return the migration of a database."""
    (row,) = tables["alembic_version"]
    return str(row["version_num"])


async def test_upgrade_keeps_everything(first: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A backup before, `check` upgrades, and the export has the practice with its answers and its file."""
    assert 0 == await command("backup", "before.db")
    await command("check")
    assert "database: ok\n" in capsys.readouterr().out
    assert 0 == await command("export", "--format", "json", "--status", "submitted", "--out", "after.json")
    (practice,) = json.loads((first.parent / "after.json").read_text(encoding="utf-8"))
    assert ("RAN-2026-0001", [NAMED]) == (
        practice["reference"],
        [each["sha256"] for each in practice["attachments"]],
    )
    assert (FIRST, max(revisions())) == (
        revision(await rows(first.with_name("before.db"))),
        revision(await rows(first)),
    )


@pytest.mark.slow
async def test_old_program_refuses_what_is_upgraded(first: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The old program changes nothing in an upgraded database, and says why in one line."""
    await command("check")
    upgraded = await rows(first)
    with old_program():
        assert 2 == await command("failed")
    assert 1 == capsys.readouterr().err.count("was written by a newer version of this program")
    assert upgraded == await rows(first)


@pytest.mark.slow
async def test_rollback_brings_everything_back(first: Path) -> None:
    """The upgraded database moved away, the old program restores the backup: every row and every file is as before."""
    before = await rows(first)
    assert 0 == await command("backup", "before.db")
    await command("check")
    moved_away(first)
    with old_program():
        assert 0 == await command("restore", "before.db")
    assert before == await rows(first)
    assert FILE == (first.with_name("data") / NAMED[:2] / NAMED).read_bytes()


@pytest.mark.slow
async def test_upgrade_after_a_rollback(first: Path) -> None:
    """When the new version is repaired, the same database is upgraded again, to the same rows."""
    await command("backup", "before.db")
    await command("check")
    upgraded = await rows(first)
    moved_away(first)
    with old_program():
        await command("restore", "before.db")
    await command("check")
    assert upgraded == await rows(first)
