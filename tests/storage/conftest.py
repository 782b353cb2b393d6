"""Fixtures of the storage tests: one clock, one address, one open database, on SQLite and on PostgreSQL."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from support.jobs import in_child

from storage import Database

__all__ = ["in_child"]

KINDS = ("sqlite", "postgresql")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run each test that asks for a database on both kinds, unless its marker names the only one.

    On PostgreSQL it is slow, unless it is marked ``both``.
    """
    if "url" in metafunc.fixturenames:
        marks = {mark.name for mark in metafunc.definition.iter_markers()}
        again = [pytest.mark.slow] if marks.isdisjoint({"both", *KINDS}) else []
        kinds = [kind for kind in KINDS if kind in marks] or KINDS
        params = [pytest.param(kind, marks=again if kind == "postgresql" else []) for kind in kinds]
        metafunc.parametrize("url", params, indirect=True)


@pytest.fixture
def now() -> datetime:
    """Tell the time, which stands still."""
    return datetime(2026, 11, 23, 10, tzinfo=UTC)


@pytest.fixture
def url(request: pytest.FixtureRequest) -> str:
    """Name a database with nothing in it; every test goes through here, whatever database it is to run on."""
    return str(request.getfixturevalue({"postgresql": "postgres_url", "sqlite": "sqlite_url"}[request.param]))


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
