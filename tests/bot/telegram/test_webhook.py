"""The webhook: an update is committed before Telegram gets a 200."""

# ruff: noqa: PLR0913, PLR0917 - fixtures are arguments

import asyncio
import errno
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from io import BytesIO

import aiohttp
import pytest
from sqlalchemy import Connection
from trials.victim import Victim, hooked, ours

from bot.app import Bot, build, running
from bot.sandbox import Person, Sandbox
from bot.settings import Settings, WrongSetting
from bot.telegram.webhook import LARGEST
from storage import Database, Inbox, Taken
from storage.taking import Batch, Taking

Start = Callable[..., AbstractAsyncContextManager[Bot]]

Heard = Callable[[Person], Awaitable[list[str]]]

Said = Callable[[Person], list[str]]

SECRET = "s3cret"


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    """Open a local Bot API that posts to plain http addresses, and again at once."""
    async with Sandbox(plain_webhooks=True, webhook_pause=0.01) as sandbox:
        yield sandbox


@pytest.fixture
def settings(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Set a webhook on a port that is free."""
    for name, value in hooked(SECRET).items():
        monkeypatch.setenv(name, value)
    return Settings(bot_token=settings.bot_token)


async def posted(settings: Settings, body: bytes, secret: str = SECRET, method: str = "POST") -> int:
    """Send a request to the webhook; give the status of its answer."""
    headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
    async with (
        aiohttp.ClientSession() as session,
        session.request(method, settings.webhook_url or "", data=BytesIO(body), headers=headers) as answer,
    ):
        return answer.status


async def test_posted_update(bot: Bot, sandbox: Sandbox, anna: Person, heard: Heard, said: Said) -> None:
    """Updates that Telegram posts are answered in order, and no getUpdates is called."""
    await anna.says("one")
    await bot.settled(await anna.says("two"))
    polls = [call for call in sandbox.calls if call.method == "getUpdates"]
    assert (await heard(anna), said(anna), polls) == (["one", "two"], ["1: one", "2: two"], [])


async def test_posted_after_a_start(start: Start, sandbox: Sandbox, anna: Person, heard: Heard) -> None:
    """The webhook stays set when the bot stops: updates that come until the next start wait with Telegram."""
    async with start() as bot:
        await bot.settled(await anna.says("one"))
    update = await anna.says("two")
    waiting = len(sandbox.world.updates.pending())
    sandbox._webhook._set_at = 0  # Telegram refuses two settings within a second
    async with start() as bot:
        await bot.settled(update)
    assert (waiting, await heard(anna)) == (1, ["one", "two"])


async def test_posted_twice(bot: Bot, sandbox: Sandbox, anna: Person, heard: Heard) -> None:
    """An update that Telegram posts again is taken and changes nothing."""
    await bot.settled(await anna.says("one"))
    sandbox.faults.redeliver()
    await bot.settled(await anna.says("two"))
    assert await heard(anna) == ["one", "two"]


async def test_inbox_fails(
    bot: Bot, sandbox: Sandbox, anna: Person, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An update that cannot be written is answered with 503, stays with Telegram and comes again."""
    unconfirmed: list[int] = []

    take = Taking.take

    def second_time(taking: Taking, connection: Connection, batch: Batch, at: datetime) -> Taken:
        if batch.raws:
            unconfirmed.append(len(sandbox.world.updates.pending()))
            if len(unconfirmed) == 1:
                raise OSError(errno.ENOSPC, "disk full of secrets")
        return take(taking, connection, batch, at)

    monkeypatch.setattr(Taking, "take", second_time)
    await bot.settled(await anna.says("kept"))
    assert (unconfirmed, await heard(anna)) == ([1, 1], ["kept"])
    assert "503" in sandbox._webhook.info()["last_error_message"]


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    ("status", "body", "secret", "method"),
    [
        (403, b"{}", "", "POST"),
        (403, b"{}", "s3cre", "POST"),
        (403, b"", "", "GET"),
        (405, b"", SECRET, "GET"),
        (413, b" " * (LARGEST + 1), SECRET, "POST"),
        (400, b'{"update_id": 1', SECRET, "POST"),
        (400, b"\xff", SECRET, "POST"),
        (200, b'{"update_id": "seven"}', SECRET, "POST"),
        (200, b"[]", SECRET, "POST"),
    ],
)
async def test_request_of_others(
    settings: Settings, database: Database, status: int, body: bytes, secret: str, method: str
) -> None:
    """What is not an update from Telegram is refused; what has no usable id is stepped over."""
    assert await posted(settings, body, secret, method) == status
    assert await Inbox(database).waiting() == ()


async def headers_of(settings: Settings, lines: str) -> str:
    """Send the headers of a request and nothing of its body; give the headers of the answer."""
    host, _, port = settings.webhook_listen.rpartition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(f"{lines}\r\nHost: x\r\n\r\n".encode())
    async with asyncio.timeout(5):
        answer = await reader.readuntil(b"\r\n\r\n")
    writer.close()
    return answer.decode().lower()


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(("status", "secret"), [(403, "s3cre"), (413, SECRET)])
async def test_body_that_is_not_read(settings: Settings, status: int, secret: str) -> None:
    """Who does not know the secret is refused before a body comes, and a body that is said to be too large, too."""
    length = f"Content-Length: {LARGEST + 1}"
    answer = await headers_of(settings, f"POST / HTTP/1.1\r\nX-Telegram-Bot-Api-Secret-Token: {secret}\r\n{length}")
    assert answer.startswith(f"http/1.1 {status} ")


@pytest.mark.usefixtures("bot")
async def test_method_that_is_not_allowed(settings: Settings) -> None:
    """Who knows the secret and does not post hears which method there is."""
    answer = await headers_of(settings, f"GET / HTTP/1.1\r\nX-Telegram-Bot-Api-Secret-Token: {SECRET}")
    assert "\r\nallow: post\r\n" in answer


@pytest.mark.usefixtures("bot")
async def test_body_cut_off(settings: Settings, caplog: pytest.LogCaptureFixture) -> None:
    """A connection that breaks in the middle of a body is no error of ours."""
    host, _, port = settings.webhook_listen.rpartition(":")
    _, writer = await asyncio.open_connection(host, int(port))
    secret = f"X-Telegram-Bot-Api-Secret-Token: {SECRET}"
    writer.write(f"POST / HTTP/1.1\r\nHost: x\r\n{secret}\r\nContent-Length: 9\r\n\r\nhalf".encode())
    await writer.drain()
    writer.close()
    await writer.wait_closed()
    assert await posted(settings, b"{") == 400
    assert [record.message for record in caplog.records if record.levelname == "ERROR"] == []


async def test_deeply_nested(bot: Bot, settings: Settings, anna: Person, heard: Heard) -> None:
    """JSON that no parser takes is refused, and the next update is heard."""
    assert await posted(settings, b"[" * 100_000) == 400
    await bot.settled(await anna.says("one"))
    assert await heard(anna) == ["one"]


@pytest.mark.slow
async def test_webhook_flooded(start: Start, sandbox: Sandbox, anna: Person, heard: Heard) -> None:
    """A setWebhook that Telegram does not take now is called again, when Telegram says."""
    sandbox.faults.flood(0, times=2, method="setWebhook")
    async with start() as bot:
        await bot.settled(await anna.says("one"))
    assert await heard(anna) == ["one"]


async def test_webhook_refused(settings: Settings, database: Database, sandbox: Sandbox) -> None:
    """An address that Telegram does not take stops the start with one line."""
    sandbox._webhook._plain = False
    with pytest.raises(WrongSetting, match=r"WEBHOOK_URL should be an address that Telegram takes: .*https"):
        async with running(build(settings, database)):
            pass


async def test_address_taken(settings: Settings, database: Database) -> None:
    """An address that cannot be listened on stops the start with one line."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        wrong = settings.model_copy(update={"webhook_listen": address})
        with pytest.raises(WrongSetting, match="WEBHOOK_LISTEN should be"):
            async with running(build(wrong, database)):
                pass


async def test_stopped_while_the_webhook_cannot_be_set(start: Start, sandbox: Sandbox) -> None:
    """A bot that waits for Telegram to take its webhook can be stopped."""
    sandbox.faults.fail(502, times=None, method="setWebhook")
    starting = asyncio.create_task(start().__aenter__())
    await sandbox.wait_for_calls(1, "setWebhook")
    starting.cancel()
    await asyncio.wait([starting])
    assert starting.cancelled() is True


@pytest.mark.slow
async def test_webhook_stopped_by_sigterm(
    settings: Settings, sandbox: Sandbox, anna: Person, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The process with a webhook stops on SIGTERM with 0 within 10 s, also where Telegram does not answer."""
    environment = {**ours(sandbox, settings.database_url), **hooked(SECRET)}
    async with Victim(sandbox, tmp_path_factory.mktemp("victim"), environment) as victim:
        await victim.start()
        sandbox.faults.slow(60, "sendMessage")
        await anna.says("hello")
        await sandbox.until(lambda: not sandbox.world.updates.pending(), timeout=20)
        async with asyncio.timeout(10):
            code = await victim.stop()
        assert (code, sandbox._webhook.setting.secret, SECRET in victim.log) == (0, SECRET, False)
