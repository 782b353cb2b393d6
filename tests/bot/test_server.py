"""The server: silent connections, however many, keep nobody else from an answer."""

# ruff: noqa: PLR0913, PLR0917 - fixtures are arguments

import asyncio
import os
import resource
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress

import aiohttp
import pytest
from starlette.types import ASGIApp, Receive, Scope, Send
from support.slow import slowly
from trials.victim import Victim, hooked, ours

from bot.sandbox import Person, Sandbox
from bot.server import Server
from bot.settings import Settings
from bot.telegram.stopping import SIGNALS

Said = Callable[[Person], list[str]]

Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]

WHOLE = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"

BODY = 100_000

FEW_FILES = """
import resource, runpy, sys
resource.setrlimit(resource.RLIMIT_NOFILE, (200, 200))
sys.argv = ["bot", "run"]
runpy.run_module("bot", run_name="__main__")
"""

MADE = """
import asyncio, sys
from bot.cli.main import main
from bot.settings import read_settings
from bot.app import build
from storage import Database

async def made():
    settings = read_settings()
    database = await Database.open(settings.database_url)
    build(settings, database)
    await database.close()

asyncio.run(made())
print(*sorted({"starlette", "uvicorn"} & set(sys.modules)))
"""


@pytest.fixture
def address() -> str:
    """Name a free address."""
    return hooked("s3cret")["WEBHOOK_LISTEN"]


@asynccontextmanager
async def serving(app: ASGIApp, address: str) -> AsyncIterator[None]:
    """Serve an application."""
    serving = Server(app, address, "HEALTH_LISTEN")
    serving.start()
    try:
        yield
    finally:
        await serving.stop()


async def well(_scope: Scope, _receive: Receive, send: Send) -> None:
    """Answer at once."""
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"4")]})
    await send({"type": "http.response.body", "body": b"well"})


async def patient(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer when the body is there."""
    while (await receive()).get("more_body"):
        pass
    await well(scope, receive, send)


async def large(_scope: Scope, _receive: Receive, send: Send) -> None:
    """Answer with more than a connection holds."""
    await send({"type": "http.response.start", "status": 200, "headers": []})
    for _ in range(1000):
        await send({"type": "http.response.body", "body": b"x" * BODY, "more_body": True})
    await send({"type": "http.response.body", "body": b""})


async def huge(_scope: Scope, _receive: Receive, send: Send) -> None:
    """Answer with as much, in one piece."""
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"x" * BODY * 1000})


async def connected(address: str) -> Connection:
    """Open a connection."""
    host, _, port = address.rpartition(":")
    return await asyncio.open_connection(host, int(port))


@asynccontextmanager
async def connection(address: str) -> AsyncIterator[Connection]:
    """Open a connection, and close it at the end."""
    reader, writer = await connected(address)
    try:
        yield reader, writer
    finally:
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()


async def closed(reader: asyncio.StreamReader) -> bytes:
    """Wait until the other side has closed a connection; give what it said before."""
    said = b""
    async with asyncio.timeout(10):
        with suppress(ConnectionError):
            while chunk := await reader.read(BODY):
                said = chunk
    return said


async def answer_of(address: str, seconds: float = 5) -> str:
    """Ask for a page, as others do."""
    async with (
        aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(seconds)) as session,
        session.get(f"http://{address}/healthz") as answer,
    ):
        return await answer.text()


@pytest.mark.parametrize(
    ("app", "said"),
    [
        (well, b""),
        (well, b"GET"),
        (well, b"GET / HTTP/1.1\r\nHost: x\r\n"),
        (patient, b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n"),
        (patient, b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf"),
        (patient, b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhal"),
        (patient, b"POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n"),
    ],
)
async def test_part_of_a_request(address: str, app: ASGIApp, said: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection that has said nothing, or a part of a request, is closed."""
    monkeypatch.setattr("bot.server.WHOLE_SECONDS", 0.1)
    async with serving(app, address), connection(address) as (reader, writer):
        writer.write(said)
        told = await closed(reader)
    assert told in {b"", b"HTTP/1.1 100 \r\n\r\n", b"HTTP/1.1 100 Continue\r\n\r\n"}


@pytest.mark.parametrize("before", [b"", WHOLE], ids=["first request", "second request"])
async def test_byte_now_and_then(address: str, before: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """One byte after the other gives no more time, also where a whole request came before."""
    monkeypatch.setattr("bot.server.WHOLE_SECONDS", 0.2)
    loop = asyncio.get_running_loop()
    async with serving(well, address), connection(address) as (reader, writer):
        writer.write(before)
        started = loop.time()
        closing = asyncio.create_task(closed(reader))
        with suppress(ConnectionError):
            for byte in (WHOLE * 100).replace(b"\r\n\r\n", b"\r\nA: b\r\n"):
                if closing.done():
                    break
                writer.write(bytes([byte]))
                await writer.drain()
                await asyncio.sleep(0.01)
        told = await closing
    assert (True, bool(before)) == (loop.time() - started < 5, told.endswith(b"well"))


@pytest.mark.slow
async def test_connection_that_is_used_again(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever sends whole requests one after the other keeps the connection."""
    monkeypatch.setattr("bot.server.WHOLE_SECONDS", 1.0)
    async with serving(well, address), connection(address) as (reader, writer):
        for _ in range(4):
            writer.write(WHOLE)
            told = await reader.readuntil(b"well")
            assert told.startswith(b"HTTP/1.1 200")
            await asyncio.sleep(0.4)


@pytest.mark.parametrize(
    ("app", "asked"),
    [(huge, WHOLE), *slowly((large, WHOLE), (huge, WHOLE.replace(b"Host", b"Connection: close\r\nHost")))],
)
async def test_answer_that_nobody_takes(
    address: str, app: ASGIApp, asked: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever asks and does not take the answer is not waited for."""
    monkeypatch.setattr("bot.server.ANSWERED_SECONDS", 0.2)
    monkeypatch.setattr("bot.server.WHOLE_SECONDS", 0.2)
    taken: asyncio.Future[socket.socket] = asyncio.get_running_loop().create_future()

    async def watched(scope: Scope, receive: Receive, send: Send) -> None:
        taken.set_result(scope["state"]["connection"].socket)
        await app(scope, receive, send)

    async with serving(watched, address), connection(address) as (reader, writer), asyncio.timeout(10):
        writer.write(asked)
        server_side = await taken
        while server_side.fileno() >= 0:  # noqa: ASYNC110 - nothing tells of the end of a transport
            await asyncio.sleep(0)
        received = 0
        with suppress(ConnectionError):
            while chunk := await reader.read(1 << 20):
                received += len(chunk)
    assert received < 1000 * BODY


@pytest.mark.parametrize(
    ("app", "said"), [(well, b""), (patient, b"POST / HTTP/1.1\r\nContent-Length: 9\r\nHost: x\r\n\r\n")]
)
async def test_crowd_of_connections(address: str, app: ASGIApp, said: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of more connections than there may be, those go that have waited longest; whoever asks is answered."""
    monkeypatch.setattr("bot.server.MOST", 20)
    async with serving(app, address), AsyncExitStack() as stack:
        readers = []
        for _ in range(100):
            reader, writer = await stack.enter_async_context(connection(address))
            writer.write(said)
            readers.append(reader)
        answers = [await answer_of(address) for _ in range(5)]
        await asyncio.gather(*(closed(reader) for reader in readers[:75]))
    assert ["well"] * 5 == answers


async def test_connections_that_were_closed(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Connections that are closed count no more: one that waits is not closed for them."""
    monkeypatch.setattr("bot.server.MOST", 5)
    async with serving(well, address), connection(address) as (reader, writer):
        for _ in range(20):
            async with connection(address) as (other, asking):
                asking.write(WHOLE)
                await other.readuntil(b"well")
        writer.write(WHOLE)
        told = await reader.readuntil(b"well")
    assert told.startswith(b"HTTP/1.1 200") is True


async def test_signals_are_left_to_the_bot(address: str) -> None:
    """The bot's own handlers of signals stand while it serves, and afterwards."""

    def handlers() -> list[object]:
        return [signal.getsignal(name) for name in SIGNALS]

    before = handlers()
    async with serving(well, address):
        await answer_of(address)
        during = handlers()
    assert [before, before] == [during, handlers()]


async def test_requests_that_come_together(address: str) -> None:
    """Requests that come before the first of them is answered are all answered, in order."""
    async with serving(patient, address), connection(address) as (reader, writer):
        writer.write(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nbody" * 3)
        async with asyncio.timeout(5):
            told = [(await reader.readuntil(b"well"))[:12] for _ in range(3)]
    assert told == [b"HTTP/1.1 200"] * 3


@pytest.mark.slow
@pytest.mark.parametrize(
    ("wanted", "brought"),
    [(None, ""), ("HEALTH_LISTEN", "starlette uvicorn"), ("WEBHOOK_URL", "starlette uvicorn")],
)
async def test_server_stays_away(settings: Settings, wanted: str | None, brought: str, address: str) -> None:
    """A bot that polls and has no pages does not import what serves them: that would be memory for nothing."""
    values = {None: {}, "HEALTH_LISTEN": {"HEALTH_LISTEN": address}, "WEBHOOK_URL": hooked("s3cret")}[wanted]
    environment = {**os.environ, "DATABASE_URL": settings.database_url, **values}
    told = await asyncio.to_thread(
        subprocess.run, [sys.executable, "-c", MADE], check=True, capture_output=True, text=True, env=environment
    )
    assert told.stdout == f"{brought}\n"


@pytest.mark.slow
async def test_crowd_and_a_bot(
    settings: Settings,
    sandbox: Sandbox,
    anna: Person,
    said: Said,
    address: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """With more idle connections than the process may open files, it tells its health, polls and answers."""
    environment = {**ours(sandbox, settings.database_url), "HEALTH_LISTEN": address}
    folder = tmp_path_factory.mktemp("victim")
    async with Victim(sandbox, folder, environment, run=("-c", FEW_FILES)) as victim, AsyncExitStack() as stack:
        await victim.start()
        await anna.says("before")
        await sandbox.until(lambda: said(anna), timeout=30)
        for _ in range(400):
            await stack.enter_async_context(connection(address))
        health = [await answer_of(address) for _ in range(3)]
        await anna.says("with a crowd")
        await sandbox.until(lambda: len(said(anna)) > 1, timeout=30)
        code = await victim.stop()
        assert (0, [True] * 3, False) == (
            code,
            ['"hearing":true' in each for each in health],
            "Traceback" in victim.log,
        )


@pytest.mark.slow
async def test_no_file_can_be_opened(
    settings: Settings,
    sandbox: Sandbox,
    anna: Person,
    said: Said,
    address: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """A process that may open no file more accepts nobody, and goes on when it may."""
    environment = {**ours(sandbox, settings.database_url), "HEALTH_LISTEN": address}
    async with Victim(sandbox, tmp_path_factory.mktemp("victim"), environment) as victim:
        await victim.start()
        await anna.says("before")
        await sandbox.until(lambda: said(anna), timeout=30)
        before = resource.prlimit(victim.pid, resource.RLIMIT_NOFILE)
        resource.prlimit(victim.pid, resource.RLIMIT_NOFILE, (3, before[1]))
        with pytest.raises(TimeoutError):
            await answer_of(address, seconds=0.5)
        resource.prlimit(victim.pid, resource.RLIMIT_NOFILE, before)
        health = await answer_of(address)
        await anna.says("after")
        await sandbox.until(lambda: len(said(anna)) > 1, timeout=30)
        assert (True, 0, False) == ('"hearing":true' in health, await victim.stop(), "Traceback" in victim.log)
