"""What the tests of keeping stand on: one clock, one address, one open database."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage import Database


@pytest.fixture
def now() -> datetime:
    """Tell the time, which stands still."""
    return datetime(2026, 11, 23, 10, tzinfo=UTC)


@pytest.fixture
def url(tmp_path: Path) -> str:
    """Name a database that is not there yet; every test goes through here, whatever database it is to run on."""
    return f"sqlite+aiosqlite:///{tmp_path}/practices.db"


@pytest.fixture
async def db(url: str) -> AsyncIterator[Database]:
    """Open the database, and close it at the end."""
    db = await Database.open(url)
    yield db
    await db.close()


@pytest.fixture
async def other(url: str, db: Database) -> AsyncIterator[Database]:  # noqa: ARG001 - it is to be there first
    """Open the same database as another process does."""
    other = await Database.open(url)
    yield other
    await other.close()
