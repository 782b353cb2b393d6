"""SQLite for the tests: one file of the session is migrated, and each test that asks for a database has a copy of it.

The copy is opened as any database is: ``Database.open`` looks at its revision, and finds nothing to do.
"""

import shutil
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine
from support.postgres import Loop, migrated

from storage.database.address import parsed
from storage.database.engines import engines, prepare
from storage.database.sqlite_file import file_behind


def address(path: Path) -> str:
    """Give the address of a file."""
    return f"sqlite+aiosqlite:///{path}"


def bare_engines(url: str) -> tuple[AsyncEngine, AsyncEngine]:
    """Make the engines of a database, of whichever kind, without bringing it up to date."""
    there = parsed(url)
    prepare(there)
    return engines(there, file_behind(there))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a file that is up to date, on the way that any new file takes."""
    path, loop = tmp_path_factory.mktemp("template") / "practices.db", Loop()
    loop.wait(migrated(address(path)))
    loop.close()
    return path


@pytest.fixture
def sqlite_url(request: pytest.FixtureRequest, tmp_path: Path, sqlite_template: Path) -> str:
    """Name an SQLite database of the test's own, up to date unless the test wants none to be there yet."""
    path = tmp_path / "practices.db"
    if request.node.get_closest_marker("unmigrated") is None:
        shutil.copy(sqlite_template, path)
    return address(path)
