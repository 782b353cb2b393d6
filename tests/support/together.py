"""Work that waits together for a database, and what became of it."""

import asyncio
from datetime import datetime

from sqlalchemy import Connection, event, insert, select

from storage import Database
from storage.tables import PEOPLE


def commits_of(db: Database) -> list[Connection]:
    """Count the commits from now on."""
    counted: list[Connection] = []
    event.listen(db.changing, "commit", counted.append)
    return counted


def meet(connection: Connection, user: int, now: datetime) -> int:
    """Keep a person; one who is there already breaks a rule."""
    connection.execute(insert(PEOPLE), {"user_id": user, "role": "practitioner", "since": now})
    return user


async def together(db: Database, users: range, now: datetime) -> list[int | BaseException]:
    """Keep people at once."""
    return await asyncio.gather(*(db.change(meet, user, now) for user in users), return_exceptions=True)


async def known(db: Database) -> list[int]:
    """List who is kept."""
    return [user for (user,) in await db.rows(select(PEOPLE.c.user_id).order_by(PEOPLE.c.user_id))]
