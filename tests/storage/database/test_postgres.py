"""PostgreSQL: its settings, values it cannot store, transactions it undoes, and its errors without values."""

import asyncio
import traceback
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Insert, func, insert, make_url, select, update
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.util import await_
from support.postgres import Postgres
from support.turns import accept, turn

from bot.telegram.reading import full_name, read
from conversations.dialogue.conversation import Answer, Conversation, Draft, Step
from conversations.dialogue.inputs import Input, Wrote
from conversations.dialogue.repositories import ReviewRepository
from storage import CannotOpen, Database, Heard, Inbox, RawUpdate, conversation_of, is_transient
from storage.database.tables import COUNTERS, DRAFTS, INBOX, PEOPLE

pytestmark = pytest.mark.postgresql

SECRET = "secret words"


async def raised(db: Database, statement: Insert) -> DBAPIError:
    """Give what a statement raises."""
    with pytest.raises(DBAPIError) as caught:
        await db.change(Connection.execute, statement)
    return caught.value


async def test_connections_are_in_utc(db: Database) -> None:
    """Whatever the server's zone, a time is shown in UTC, and the server sees who asks."""
    found = [(await db.rows(select(func.current_setting(name))))[0][0] for name in ("timezone", "application_name")]
    assert ["UTC", "practice-bot"] == found


async def test_reading_sees_one_moment(db: Database, other: Database, now: datetime) -> None:
    """A transaction that only reads sees nothing of what is committed after it began."""
    count = select(func.count()).select_from(INBOX)
    async with db.read() as connection:
        before = await connection.scalar(count)
        await accept(other, [RawUpdate(1, 1, {})], now)
        after = await connection.scalar(count)
    assert [(0, 0), [(1,)]] == [(before, after), await db.rows(count)]


async def test_errors_quote_nothing(db: Database, now: datetime) -> None:
    """Rows that broke a rule, and values that cannot be sent, are in no error, nor in what caused it."""
    row = {"user_id": 1, "role": SECRET, "since": now}
    await db.change(Connection.execute, insert(PEOPLE).values(row))
    found = [
        await raised(db, insert(PEOPLE).values(row)),
        await raised(db, insert(PEOPLE).values(row | {"user_id": 2, "since": None})),
        await raised(db, insert(PEOPLE).values(row | {"user_id": 2, "name": f"{SECRET}\0"})),
        await raised(db, insert(PEOPLE).values(row | {"user_id": 2, "name": f"{SECRET}\ud800"})),
        await raised(db, insert(PEOPLE).values(row | {"user_id": 1 << 70})),
    ]
    said = ["".join(traceback.format_exception(error)) for error in found]

    assert [False] * 5 == [SECRET in words or "Key (" in words or str(1 << 70) in words for words in said]
    assert ["23505", "23502", "22021"] == [getattr(error.orig, "sqlstate", None) for error in found[:3]]
    assert [False] * 5 == [is_transient(error) for error in found]


async def test_moment_of_any_zone(db: Database) -> None:
    """A time comes back as the same time in UTC, to the microsecond."""
    time = datetime(2026, 10, 25, 2, 30, 0, 123456, tzinfo=timezone(timedelta(hours=2)))
    await accept(db, [RawUpdate(1, 1, {})], time)
    ((found,),) = await db.rows(select(INBOX.c.arrived_at))
    assert (time, UTC) == (found, found.tzinfo)


def keep(conversation: Conversation, given: Input, now: datetime, _desk: ReviewRepository) -> Step:
    """Keep a text as a practice's name."""
    assert isinstance(given, Wrote)
    draft = Draft(
        number=1,
        created_at=now,
        updated_at=now,
        answers={"name.name": Answer(value=given.text, source="typed", at=now)},
    )
    return Step(conversation=conversation.model_copy(update={"drafts": (draft,)}))


ANY = st.text(st.characters(), max_size=30)
"""Any characters, lone halves of surrogate pairs and NUL too."""


async def test_text_of_any_kind_is_kept(db: Database, now: datetime) -> None:
    """What Telegram may deliver is read without what no database keeps, and kept as it was read; so are names."""
    texts = iter(range(1, 10_000))

    @given(ANY, ANY)
    @settings(suppress_health_check=list(HealthCheck))
    def heard(text: str, name: str) -> None:
        loop.run(hear(next(texts), text, name))

    async def hear(number: int, text: str, name: str) -> None:
        sender = {"id": number, "is_bot": False, "first_name": name}
        chat = {"id": number, "type": "private"}
        message = {"message_id": 1, "date": 1, "chat": chat, "from": sender, "text": f"a{text}"}
        body: dict[str, Any] = {"update_id": number, "message": message}
        given = read(body).given
        assert isinstance(given, Wrote)
        await turn(
            db, Heard(number, number, number, given, None, full_name(name, "")), keep, now, admins=frozenset({number})
        )
        (draft,) = (await conversation_of(db, number)).drafts
        ((title,),) = await db.rows(select(DRAFTS.c.title).where(DRAFTS.c.chat_id == number))
        assert (given.text, given.text) == (draft.values["name.name"], title)

    loop = Waiting(asyncio.get_running_loop())
    await asyncio.to_thread(heard)


class Waiting:
    """Runs work in a loop that another thread has."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop

    def run(self, work: object) -> None:
        """Wait for work to be done."""
        asyncio.run_coroutine_threadsafe(work, self._loop).result()  # type: ignore[arg-type] # any coroutine


class Deadlock:
    """Two transactions that raise two counters in opposite order, each holding one while it wants the other."""

    def __init__(self) -> None:
        self.tries = 0

    def raise_both(self, connection: Connection, names: tuple[str, str], barrier: asyncio.Barrier) -> None:
        """Raise one counter, wait for the other transaction to have raised its own, raise the other one."""
        self.tries += 1
        meets = self.tries <= 2
        for name in names:
            connection.execute(update(COUNTERS).where(COUNTERS.c.name == name).values(value=COUNTERS.c.value + 1))
            if meets and name == names[0]:
                await_(barrier.wait())


async def test_deadlock_is_taken_again(db: Database, other: Database) -> None:
    """Where two want what the other has, PostgreSQL undoes one; it is done again, and both count."""
    await db.change(Connection.execute, insert(COUNTERS).values([{"name": name, "value": 0} for name in "ab"]))
    deadlock, barrier = Deadlock(), asyncio.Barrier(2)

    await asyncio.gather(
        db.change(deadlock.raise_both, ("a", "b"), barrier), other.change(deadlock.raise_both, ("b", "a"), barrier)
    )
    assert [("a", 2), ("b", 2)] == await db.rows(select(COUNTERS.c.name, COUNTERS.c.value).order_by(COUNTERS.c.name))
    assert deadlock.tries > 2  # the one that was undone may get hold of its first row before the other one moves on


async def test_server_that_is_not_there(unused_tcp_port: int) -> None:
    """A server that does not answer is told in one line, with its address and without the password."""
    address = f"postgresql+asyncpg://anna:s3cret@127.0.0.1:{unused_tcp_port}/practices"
    with pytest.raises(CannotOpen, match=r"anna:\*\*\*@127.0.0.1.* cannot be reached: ") as caught:
        await Database.open(address)
    assert ("s3cret" in str(caught.value), "\n" in str(caught.value)) == (False, False)


async def test_database_that_is_not_there(url: str) -> None:
    """A name that the server does not know is told in one line."""
    with pytest.raises(CannotOpen, match=r'cannot be opened: .*database "nowhere" does not exist\.'):
        await Database.open(make_url(url).set(database="nowhere").render_as_string(hide_password=False))


async def test_lost_connections_pass(db: Database, url: str, server: Postgres, now: datetime) -> None:
    """If the server ends the connections, there is one transient error; then new ones are made."""
    await accept(db, [RawUpdate(1, 1, {})], now)
    await Inbox(db).waiting()
    ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
    server.run(f"{ended} AND pid <> pg_backend_pid()", url)

    for work in (Inbox(db).waiting, lambda: accept(db, [RawUpdate(2, 1, {})], now)):
        with pytest.raises(SQLAlchemyError) as caught:
            await work()
        assert is_transient(caught.value)
    await accept(db, [RawUpdate(2, 1, {})], now)
    assert [1, 2] == [raw.update_id for raw in await Inbox(db).waiting()]


async def test_database_that_is_read_only_is_trouble(db: Database, url: str, server: Postgres, now: datetime) -> None:
    """A read-only server, such as one that was just replaced, is a transient error."""
    name = make_url(url).database
    server.run(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    other = await Database.open(url)
    with pytest.raises(DBAPIError) as caught:
        await accept(other, [RawUpdate(1, 1, {})], now)
    server.run(f"ALTER DATABASE {name} RESET default_transaction_read_only")
    await other.close()

    assert (True, "25006") == (is_transient(caught.value), getattr(caught.value.orig, "sqlstate", None))
    assert (1,) == await accept(db, [RawUpdate(1, 1, {})], now)


@pytest.mark.usefixtures("db")
async def test_server_without_a_connection_left(server: Postgres, url: str) -> None:
    """A server that has no connection left for this program is told in one line."""
    name = make_url(url).database
    server.run(f"CREATE ROLE {name} LOGIN CONNECTION LIMIT 0")
    with pytest.raises(CannotOpen, match="too many connections for role"):
        await Database.open(make_url(url).set(username=name).render_as_string(hide_password=False))
    server.run(f"DROP ROLE {name}")
