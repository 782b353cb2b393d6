"""Copying a collection into another database, SQLite or PostgreSQL, and comparing all rows before the commit."""

import hashlib
from collections.abc import AsyncGenerator, AsyncIterator, Iterable, Sequence
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Table, insert, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database.address import CannotOpen, file_of, is_there, parsed
from storage.database.database import Database
from storage.database.dialects import count_on
from storage.database.schema import is_up_to_date
from storage.database.sqlite_file import held
from storage.database.tables import METADATA

_AT_A_TIME = 500


class CannotCopy(CannotOpen):
    """The collection cannot be copied; the message is one line, and the target is unchanged."""


@dataclass
class Copied:
    """The number of rows of a table and their checksum, which does not depend on their order."""

    name: str
    rows: int = 0
    sum: int = field(default=0, repr=False)

    @property
    def digest(self) -> str:
        """The checksum as it is shown."""
        return f"{self.sum:064x}"

    def add(self, rows: Iterable[Row[Any]]) -> None:
        """Count more rows."""
        for row in rows:
            self.rows += 1
            digest = hashlib.sha256(repr([_plain(value) for value in row]).encode()).digest()
            self.sum = (self.sum + int.from_bytes(digest)) % (1 << 256)


async def copy(source_url: str, target_url: str) -> tuple[Copied, ...]:
    """Copy all tables in one transaction, with their ids; returns the count and checksum of each.

    No bot may run on either database. The source is never changed, so an older version is refused. Attachments are
    files, which the databases name by their checksums: they stay where they are.
    """
    path = file_of(source_url)
    if path is not None and not is_there(path):
        raise CannotCopy(f"There is no database {path}.")
    with held(source_url), held(target_url):
        async with _closing(await _source(source_url)) as source, _closing(await Database.open(target_url)) as target:
            try:
                async with source.read() as reading, target.write() as writing:
                    return await _copied(reading, writing)
            except DBAPIError as error:
                raise CannotCopy(f"The copy was given up, and nothing was written: {error.orig}.") from error


@asynccontextmanager
async def _closing(database: Database) -> AsyncIterator[Database]:
    try:
        yield database
    finally:
        await database.close()


async def _source(url: str) -> Database:
    """Open a database without bringing it up to date."""
    address = parsed(url)
    name = address.render_as_string(hide_password=True)
    source = Database(address)
    try:
        fits = await source.ask(is_up_to_date)
    except (DBAPIError, OSError) as error:
        await source.close()
        raise CannotCopy(f"{name} cannot be read: {getattr(error, 'orig', error)}.") from error
    if not fits:
        await source.close()
        raise CannotCopy(f"{name} is of another version: DATABASE_URL={name} practice-bot check brings it up to date.")
    return source


async def _copied(reading: AsyncConnection, writing: AsyncConnection) -> tuple[Copied, ...]:
    """Copy table by table, in the order of their foreign keys, and read all rows again."""
    tables = METADATA.sorted_tables
    for table in tables:
        if (await writing.execute(select(table).limit(1))).first() is not None:
            raise CannotCopy(f"The target is not empty ({table.name}): name an empty database after --to.")
    copied = [await _filled(reading, writing, table) for table in tables]
    for each, table in zip(copied, tables, strict=True):
        if each != (found := await _read(writing, table)):
            raise CannotCopy(f"{table.name} has {each.rows} rows, and {found.rows} came: nothing was written.")
    return tuple(copied)


async def _filled(reading: AsyncConnection, writing: AsyncConnection, table: Table[Any]) -> Copied:
    copied, into = Copied(table.name), insert(table)
    async with aclosing(_batches(reading, table)) as batches:
        async for rows in batches:
            copied.add(rows)
            await writing.execute(into, [row._asdict() for row in rows])
    await writing.run_sync(count_on, table)
    return copied


async def _read(connection: AsyncConnection, table: Table[Any]) -> Copied:
    found = Copied(table.name)
    async with aclosing(_batches(connection, table)) as batches:
        async for rows in batches:
            found.add(rows)
    return found


async def _batches(connection: AsyncConnection, table: Table[Any]) -> AsyncGenerator[Sequence[Row[Any]]]:
    async with connection.stream(select(table)) as result:
        async for rows in result.partitions(_AT_A_TIME):
            yield rows


def _plain(value: object) -> object:
    """Write a value as both databases have it; times are in UTC already."""
    return value.isoformat() if isinstance(value, datetime) else value
