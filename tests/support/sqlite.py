"""SQLite for the tests: one migrated file for the session, and a copy of it for each test that asks for a database.

The copy is opened like any database: ``Database.open`` checks its revision, and has nothing to do.
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
    """Return the URL of a file."""
    return f"sqlite+aiosqlite:///{path}"


def bare_engines(url: str) -> tuple[AsyncEngine, AsyncEngine]:
    """Make the engines of a database of any kind, without an upgrade."""
    there = parsed(url)
    prepare(there)
    return engines(there, file_behind(there))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an upgraded file, in the same way as any new file."""
    path, loop = tmp_path_factory.mktemp("template") / "practices.db", Loop()
    loop.wait(migrated(address(path)))
    loop.close()
    return path


@pytest.fixture
def sqlite_url(request: pytest.FixtureRequest, tmp_path: Path, sqlite_template: Path) -> str:
    """Return an SQLite database for one test, upgraded unless the test wants no file yet."""
    path = tmp_path / "practices.db"
    if request.node.get_closest_marker("unmigrated") is None:
        shutil.copy(sqlite_template, path)
    return address(path)
