"""Databases of the tests that are lent again: as a new one, or thrown away."""

from datetime import datetime

import pytest
from support.postgres import Postgres

from storage import Database, People

LEFT = {
    "table": "CREATE TABLE letters (letter text)",
    "column": "ALTER TABLE people ADD COLUMN letter text",
    "function": "CREATE FUNCTION letter() RETURNS text LANGUAGE sql RETURN 'a'",
    "statistics": "INSERT INTO counters VALUES ('a', 1); ANALYZE counters",
    "version": "UPDATE alembic_version SET version_num = '0001'",
}


async def _used(url: str, now: datetime) -> list[int]:
    """Give two people a role; gives the numbers of all and of the lines of the log."""
    db = await Database.open(url)
    for user in (1, 2):
        await People(db).give(user, "coordinator", None, now)
    numbers = await db.ask(lambda connection: connection.exec_driver_sql("SELECT id FROM audit").scalars().all())
    people = await People(db).all()
    await db.close()
    return [*(each.user_id for each in people), *numbers]


async def test_lent_again_as_new(server: Postgres, now: datetime) -> None:
    """One that was used is lent again, with no row in it, and counts from 1."""
    with server.lent() as url:
        first = await _used(url, now)
    with server.lent() as again:
        assert (url, first) == (again, await _used(again, now))


@pytest.mark.parametrize("statement", LEFT.values(), ids=LEFT)
async def test_changed_is_not_lent_again(server: Postgres, statement: str) -> None:
    """One in which a test has changed more than rows is thrown away."""
    with server.lent() as url:
        for each in statement.split("; "):
            server.run(each, url)
    with server.lent() as another:
        assert url != another


async def test_in_use_is_not_lent_again(server: Postgres) -> None:
    """One at which somebody still is when the test ends is thrown away, and they with it."""
    with server.lent() as url:
        db = await Database.open(url)
    with server.lent() as another:
        assert url != another
    await db.close()
