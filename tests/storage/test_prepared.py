"""Prepared statements: the same on each database, whoever tells it to the driver."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    Connection,
    Text,
    Update,
    any_,
    bindparam,
    insert,
    select,
    update,
)

from storage import Database
from storage.dialects import from_arrays, unless_there
from storage.prepared import Prepared
from storage.tables import PEOPLE

MEET = Prepared(lambda dialect: unless_there(dialect, PEOPLE))
ABOUT = select(PEOPLE.c.role, PEOPLE.c.since, PEOPLE.c.seen_at)
INTRODUCE = Prepared(insert(PEOPLE).returning(PEOPLE.c.user_id, PEOPLE.c.since, sort_by_parameter_order=True))


def _named(value: Callable[[str], ColumnElement[Any]]) -> Update:
    return update(PEOPLE).where(PEOPLE.c.user_id == value("user")).values(name="Ann", menu=value("menu"))


NAME = Prepared(_named(bindparam), _named(from_arrays(user=BigInteger, menu=Text)))
FIND = Prepared(
    ABOUT.where(PEOPLE.c.user_id == bindparam("user")),
    ABOUT.where(PEOPLE.c.user_id == any_(bindparam("user", type_=ARRAY(BigInteger)))),
)
UNNAME = Prepared(
    update(PEOPLE).where(PEOPLE.c.user_id == bindparam("user")).values(name=None),
    update(PEOPLE).where(PEOPLE.c.user_id == any_(bindparam("user", type_=ARRAY(BigInteger)))).values(name=None),
)

EARLY = datetime(2026, 11, 23, 11, 30, tzinfo=timezone(timedelta(hours=2)))


def person(user: int, since: datetime = EARLY) -> dict[str, Any]:
    """Give a row of a practitioner."""
    return {"user_id": user, "role": "practitioner", "since": since}


async def test_rows_are_counted_that_change(db: Database) -> None:
    """Of many rows those are counted that were written, on each database."""
    for people in ([person(1)], [person(1), person(2)]):
        await db.change(MEET.change, people)
    given = [{"user": user, "menu": "desk"} for user in (1, 2, 3)]
    assert 2 == await db.change(NAME.changed, given)
    kept = await db.rows(select(PEOPLE.c.name, PEOPLE.c.menu))
    assert [("Ann", "desk")] * 2 == [tuple(row) for row in kept]


async def test_many_are_counted_at_once(db: Database) -> None:
    """A server is asked once for many rows and counts them."""
    await db.change(MEET.change, [person(1), person(2)])
    assert 2 == await db.change(UNNAME.changed, [{"user": user} for user in (1, 2, 3)])


async def test_what_comes_back_is_in_order(db: Database) -> None:
    """What a statement gives back comes for each row in order, moments in UTC."""
    found = await db.change(INTRODUCE.ask, [person(3), person(1)])
    assert [(3, datetime(2026, 11, 23, 9, 30, tzinfo=UTC)), (1, EARLY.astimezone(UTC))] == found


async def test_questions_are_asked_for_each(db: Database) -> None:
    """A question is asked for each row; one that finds nothing gives nothing."""
    await db.change(MEET.change, [person(1), person(2)])
    found = await db.ask(FIND.ask, [{"user": 2}, {"user": 9}, {"user": 1}])
    assert [("practitioner", EARLY, None)] * 2 == found


async def test_each_call_names_its_own_values(db: Database) -> None:
    """What a call names is kept, whatever the first one has named."""
    put = Prepared(insert(PEOPLE))
    for rows in ([person(1)], [{**person(2), "name": "Ben"}], [person(3)]):
        await db.change(put.change, rows)
    kept = await db.rows(select(PEOPLE.c.name).order_by(PEOPLE.c.user_id))
    assert [None, "Ben", None] == [name for (name,) in kept]


@pytest.mark.parametrize(("way", "nothing"), [(MEET.change, None), (MEET.changed, 0), (INTRODUCE.ask, [])])
async def test_nothing_to_do(db: Database, way: Callable[[Connection, list[Any]], object], nothing: object) -> None:
    """For no rows the database is not asked."""
    assert nothing == await db.change(way, [])


async def test_moment_without_a_zone(db: Database) -> None:
    """What a column refuses is refused here too, and nothing of the transaction is kept."""
    with pytest.raises(Exception, match="A moment needs a time zone"):
        await db.change(MEET.change, [person(1), person(2, datetime(2026, 11, 23))])  # noqa: DTZ001 - it is the bug
    assert [] == await db.rows(select(PEOPLE.c.user_id))
