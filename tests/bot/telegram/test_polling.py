"""Polling: whatever Telegram answers, the bot asks again, with pauses, and says that it does not hear."""

# ruff: noqa: PLR0913, PLR0917 - fixtures are arguments

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, suppress
from functools import partial
from typing import Any

import aiohttp
import pytest
from support.proxy import HTML, Proxy, Says
from support.slow import slowly
from trials.victim import Victim, hooked, ours

from bot.app import Bot, build, running
from bot.cli.running import username
from bot.sandbox import Person, Sandbox
from bot.settings import Settings, WrongSetting
from bot.telegram.stopping import LONGEST_SECONDS, Stopping
from storage import Database

Start = Callable[..., AbstractAsyncContextManager[Bot]]

Heard = Callable[[Person], Awaitable[list[str]]]

Said = Callable[[Person], list[str]]

SECRET = "s3cret"

UNAUTHORIZED = Says.json(401, ok=False, error_code=401, description="Unauthorized")

REFUSALS = {
    "401": UNAUTHORIZED,
    "403": Says.json(403, ok=False, error_code=403, description="Forbidden"),
    "404": Says.json(404, ok=False, error_code=404, description="Not Found"),
    "409": Says.json(409, ok=False, error_code=409, description="Conflict: terminated by other getUpdates request"),
    "429": Says.json(429, ok=False, error_code=429, description="Too Many", parameters={"retry_after": 1}),
    "500": Says.json(500, ok=False, error_code=500, description="Internal Server Error"),
}

PAGES = {f"page {status}": Says(status, HTML) for status in (200, 400, 401, 403, 404, 409, 413, 429, 502, 503, 504)}

GARBAGE = {
    "nothing": Says(),
    "no content": Says(204),
    "nothing 503": Says(503),
    "moved in a circle": Says(302, headers={"Location": "/"}),
    "list": Says(200, b"[]"),
    "null": Says(200, b"null"),
    "not ok": Says.json(200, ok=False),
    "not ok, with a result": Says.json(200, ok=False, result=[{"update_id": 1}]),
    "refusal with 200": Says.json(200, ok=False, error_code=401, description="Unauthorized"),
    "no result": Says.json(200, ok=True),
    "result null": Says.json(200, ok=True, result=None),
    "result text": Says.json(200, ok=True, result="hello"),
    "result of others": Says.json(200, ok=True, result={"a": 1}),
    "no JSON": Says(200, b'{"ok":true,"resu'),
    "no text": Says(200, b"\xff\xfe\x00"),
    "nested": Says(200, b"[" * 100_000),
    "cut off": Says(200, b'{"ok":true,"result":', cut_off=True),
    "hung up": Says(cut_off=True),
    "refusal that is a list": Says(404, b"[]"),
    "refusal in odd words": Says.json(400, ok=False, description=["x"], parameters=["y"]),
    "an odd wait": Says.json(429, ok=False, description="x", parameters={"retry_after": "soon"}),
    "a wait until yesterday": Says.json(429, ok=False, description="x", parameters={"retry_after": -86400}),
    "half a second": Says.json(429, ok=False, description="x", parameters={"retry_after": 0.5}),
    "a wait of ages": Says.json(429, ok=False, description="x", parameters={"retry_after": 10**30}),
}

STRANGE = REFUSALS | PAGES | GARBAGE


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    """Open a local Bot API that posts to plain http addresses."""
    async with Sandbox(plain_webhooks=True, webhook_pause=0.01) as sandbox:
        yield sandbox


@pytest.fixture
async def proxy(sandbox: Sandbox) -> AsyncIterator[Proxy]:
    """Put a proxy before it."""
    async with Proxy(sandbox.base_url) as proxy:
        yield proxy


@pytest.fixture
def settings(settings: Settings, proxy: Proxy, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Reach the Bot API through the proxy."""
    monkeypatch.setenv("BOT_API_URL", proxy.url)
    monkeypatch.setenv("HEALTH_LISTEN", hooked(SECRET)["WEBHOOK_LISTEN"])
    return Settings(bot_token=settings.bot_token)


@pytest.fixture
def rests(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Make no pause between calls, and tell how long each would have been; looks at the outbox go on."""
    lengths, paused, looks = list[float](), Stopping.rest, 0.1

    async def rest(stopping: Stopping, seconds: float) -> None:
        if seconds == looks:
            await paused(stopping, seconds)
            return
        lengths.append(seconds)
        await asyncio.sleep(0.01)

    monkeypatch.setattr("bot.app.SWEEP_SECONDS", looks)
    monkeypatch.setattr("bot.telegram.stopping.Stopping.rest", rest)
    return lengths


async def health(settings: Settings) -> tuple[int, dict[str, Any]]:
    """Ask how the bot is."""
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"http://{settings.health_listen}/healthz") as answer,
    ):
        return answer.status, await answer.json()


async def figure(settings: Settings) -> str:
    """Ask for the figure that says whether the bot hears."""
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"http://{settings.health_listen}/metrics") as answer,
    ):
        lines = (await answer.text()).splitlines()
    return next(line for line in lines if line.startswith("practice_bot_hearing "))


async def comes_true(condition: Callable[[], bool | Awaitable[bool]]) -> None:
    """Wait for what the bot will do."""
    async with asyncio.timeout(20):
        while True:
            found = condition()
            if found if isinstance(found, bool) else await found:
                return
            await asyncio.sleep(0.02)


def are_more(rests: list[float], than: int) -> bool:
    """Say whether there were more pauses."""
    return len(rests) > than


async def hears(settings: Settings) -> bool:
    """Ask whether the bot hears."""
    return bool((await health(settings))[1]["hearing"])


@pytest.mark.slow
@pytest.mark.parametrize("says", STRANGE.values(), ids=STRANGE.keys())
@pytest.mark.usefixtures("rests")
async def test_strange_answer(
    start: Start, proxy: Proxy, anna: Person, heard: Heard, caplog: pytest.LogCaptureFixture, says: Says
) -> None:
    """After any answer of Telegram, at a start or later, the bot goes on and hears, without a traceback."""
    for method in ("getMe", "deleteWebhook", "getUpdates", "setMyCommands", "deleteMyCommands"):
        proxy.says(method, says, times=2)
    async with asyncio.timeout(20), start() as bot:
        await bot.settled(await anna.says("one"))
        proxy.says("getUpdates", says, times=2)
        await bot.settled(await anna.says("two"))
        await bot.settled(await anna.says("three"))
    ours = [record for record in caplog.records if not record.name.startswith("aiohttp")]
    assert (["one", "two", "three"], []) == (
        await heard(anna),
        [record.getMessage() for record in ours if record.exc_info or record.levelno >= logging.ERROR],
    )


@pytest.mark.parametrize(
    "name", ["401", "429", "null", *slowly("404", "page 400", "page 404", "not ok", "result null")]
)
@pytest.mark.usefixtures("rests")
async def test_strange_answer_to_set_webhook(
    settings: Settings, database: Database, proxy: Proxy, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """A webhook is set in the end, and the bot says until then that it cannot hear."""
    for variable, value in hooked(SECRET).items():
        monkeypatch.setenv(variable, value)
    there, ends = Settings(bot_token=settings.bot_token), asyncio.Event()

    async def run() -> None:
        async with running(build(there, database)):
            await ends.wait()

    proxy.says("setWebhook", STRANGE[name])
    work = asyncio.create_task(run())
    await comes_true(lambda: proxy.calls["setWebhook"] >= 3)
    before = await health(there)
    proxy.clear()
    await comes_true(lambda: hears(there))
    ends.set()
    await work
    assert (200, "ok", False) == (before[0], before[1]["status"], before[1]["hearing"])


@pytest.mark.parametrize(
    "name",
    [
        "401",
        *slowly("page 502", "409", "429", "hung up", "a wait until yesterday"),
        *slowly("404", "page 404", "not ok", "null", "result of others"),
    ],
)
async def test_strange_answers_for_long(
    start: Start, settings: Settings, proxy: Proxy, anna: Person, heard: Heard, rests: list[float], name: str
) -> None:
    """Pauses grow from 1 s to 30 s, or are as long as Telegram says; health and metrics say it until it is over."""
    async with asyncio.timeout(20), start() as bot:
        await bot.settled(await anna.says("one"))
        proxy.says("getUpdates", STRANGE[name])
        update = await anna.says("two")
        await comes_true(lambda: len(rests) >= 8)
        (status, found), told = await health(settings), await figure(settings)
        pauses, calls, rested = rests[:8], proxy.calls["getUpdates"], len(rests)
        proxy.clear()
        await bot.settled(update)
        await comes_true(lambda: hears(settings))
        after = await figure(settings)
    assert (200, "ok", False, "practice_bot_hearing 0.0") == (status, found["status"], found["hearing"], told)
    assert ("practice_bot_hearing 1.0", ["one", "two"]) == (after, await heard(anna))
    assert pauses == ([1.0] * 8 if name == "429" else [1, 2, 5, 10, 20, 30, 30, 30])
    assert calls <= rested + 5


GROWING = [1, 2, 5, 10, 20, 30, 30]


@pytest.mark.parametrize(
    ("result", "expected", "hearing"),
    [
        ([], [1] * 7, True),
        ([{"update_id": 5}, {"message": {}}], [1, *GROWING[:6]], False),
        *slowly(
            ([7, "x", None], GROWING, False),
            ([{}], GROWING, False),
            ([{"update_id": "seven"}, {"update_id": True}, {"update_id": 1 << 70}], GROWING, False),
            ([{"update_id": 5}], [1, *GROWING[:6]], False),
        ),
    ],
    ids=str,
)
async def test_nothing_new_at_once(
    start: Start,
    settings: Settings,
    proxy: Proxy,
    anna: Person,
    heard: Heard,
    rests: list[float],
    result: list[object],
    expected: list[int],
    *,
    hearing: bool,
) -> None:
    """After an empty list at once a pause of a second follows; any other answer without updates is an error."""
    async with asyncio.timeout(20), start() as bot:
        await bot.settled(await anna.says("one"))
        rests.clear()
        proxy.says("getUpdates", Says.json(200, ok=True, result=result))
        update = await anna.says("two")
        await comes_true(lambda: len(rests) >= 7)
        pauses, heard_then = rests[:7], await hears(settings)
        proxy.clear()
        await bot.settled(update)
    assert (["one", "two"], expected, hearing) == (await heard(anna), pauses, heard_then)


@pytest.mark.slow
async def test_two_answers_in_turn(start: Start, proxy: Proxy, anna: Person, heard: Heard, rests: list[float]) -> None:
    """A cache that gives old answers one after the other has no news either."""
    old = [Says.json(200, ok=True, result=[{"update_id": number}]) for number in (5, 6)]
    async with asyncio.timeout(20), start() as bot:
        await bot.settled(await anna.says("one"))
        proxy.says("getUpdates", *old)
        update = await anna.says("two")
        await comes_true(lambda: len(rests) >= 7)
        pauses = rests[:7]
        proxy.clear()
        await bot.settled(update)
    assert (["one", "two"], [1, *GROWING[:6]]) == (await heard(anna), pauses)


@pytest.mark.slow
async def test_new_updates_come_without_pauses(start: Start, anna: Person, rests: list[float]) -> None:
    """As long as something new comes it is asked at once."""
    async with start() as bot:
        for number in range(20):
            await bot.settled(await anna.says(str(number)))
    assert [] == rests


async def test_wait_that_is_wrong_by_years(start: Start, proxy: Proxy, anna: Person, rests: list[float]) -> None:
    """A pause that a server asks for is obeyed, an hour at most."""
    wait = Says.json(429, ok=False, error_code=429, description="Too Many", parameters={"retry_after": 10**7})
    async with start() as bot:
        proxy.says("getUpdates", wait, times=2)
        await bot.settled(await anna.says("one"))
        await bot.settled(await anna.says("two"))
    assert [LONGEST_SECONDS] * len(rests) == rests


async def test_error_is_logged_once(
    start: Start, proxy: Proxy, anna: Person, rests: list[float], caplog: pytest.LogCaptureFixture
) -> None:
    """The same error is logged once, another one again, and the end of it; the token and words are in no line."""
    async with start() as bot:
        await bot.settled(await anna.says("one"))
        for says in (UNAUTHORIZED, PAGES["page 404"], UNAUTHORIZED):
            before = len(rests)
            proxy.says("getUpdates", says)
            await anna.says("wake up")  # the call that is held ends
            await comes_true(partial(are_more, rests, before + 3))
        proxy.clear()
        await bot.settled(await anna.says("two"))
    lines = [
        (record.getMessage().split(";")[0], record.__dict__.get("fields", {}).get("error"))
        for record in caplog.records
        if record.name == "bot.telegram.polling" and record.levelno >= logging.WARNING
    ]
    assert [
        ("the Bot API refuses the token", "InvalidToken"),
        ("no updates from the Bot API", "UnusableAnswer"),
        ("the Bot API refuses the token", "InvalidToken"),
        ("the Bot API answers again", None),
    ] == lines


@pytest.mark.usefixtures("rests")
async def test_token_refused_at_the_start(settings: Settings, database: Database, proxy: Proxy) -> None:
    """A token that is refused three times in a row at the start is wrong, which is said in one line."""
    proxy.says("getMe", UNAUTHORIZED)
    with pytest.raises(WrongSetting, match="BOT_TOKEN should be the token that @BotFather gave"):
        async with running(build(settings, database)):
            pass
    assert 3 == proxy.calls["getMe"]


async def test_get_me_of_an_emulator(
    start: Start, settings: Settings, proxy: Proxy, anna: Person, heard: Heard
) -> None:
    """A getMe without ``is_bot``, as emulators answer, is enough for ``run`` and for ``check``."""
    told = {"username": "test_bot", "first_name": "Test Name", "id": 666}
    proxy.says("getMe", Says.json(200, ok=True, result=told))
    async with start() as bot:
        await bot.settled(await anna.says("one"))
        name = bot.listener.username
    assert (["one"], "test_bot", "test_bot") == (await heard(anna), name, await username(settings))


@pytest.mark.parametrize(
    "name",
    ["page 404", "page 200", "not ok", "null", "result null", "result of others", "hung up", "a wait until yesterday"],
)
async def test_check_of_what_is_no_bot_api(settings: Settings, proxy: Proxy, name: str) -> None:
    """``check`` says in one line that an address is none of a Bot API."""
    proxy.says("getMe", STRANGE[name])
    with pytest.raises(
        WrongSetting, match=r"^the Bot API cannot be reached \(\w+\): check the network and BOT_API_URL$"
    ):
        await username(settings)


@pytest.mark.parametrize(
    ("method", "name"),
    [("getUpdates", "401"), *slowly(("getMe", "page 404"), ("deleteWebhook", "401"), ("getUpdates", "not ok"))],
)
async def test_sigterm_while_the_bot_cannot_hear(
    settings: Settings,
    sandbox: Sandbox,
    proxy: Proxy,
    tmp_path_factory: pytest.TempPathFactory,
    method: str,
    name: str,
) -> None:
    """The process lives, says that it cannot hear, and ends with 0 on SIGTERM, without a traceback."""
    proxy.says(method, STRANGE[name])
    environment = {**ours(sandbox, settings.database_url), "BOT_API_URL": proxy.url}
    environment["HEALTH_LISTEN"] = settings.health_listen or ""
    async with Victim(sandbox, tmp_path_factory.mktemp("victim"), environment) as victim:
        await victim.start()
        await comes_true(lambda: proxy.calls[method] > 1)
        status, told = await health(settings)
        code = await victim.stop()
        log = victim.log
    assert (0, 200, "ok", False) == (code, status, told["status"], told["hearing"])
    assert (False, False) == ("Traceback" in log, sandbox.token in log)


@pytest.mark.slow
async def test_answer_a_byte_now_and_then(
    start: Start, proxy: Proxy, anna: Person, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer that never ends is given up in time."""
    monkeypatch.setattr("bot.telegram.http_request._CALL_SECONDS", 0.3)
    monkeypatch.setattr("bot.telegram.polling.HOLD_SECONDS", 0)
    monkeypatch.setattr("bot.telegram.polling.TRY_SECONDS", 0)
    monkeypatch.setattr("bot.telegram.polling.LISTENING", (0.01,))
    drips = asyncio.start_server(_drip, "127.0.0.1", 0)
    async with await drips as server:
        host, port = server.sockets[0].getsockname()
        async with start() as bot:
            proxy.says("getUpdates", Says(307, headers={"Location": f"http://{host}:{port}/"}), times=1)
            await bot.settled(await anna.says("one"))
            await bot.settled(await anna.says("two"))
    assert ["one", "two"] == await heard(anna)


async def _drip(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Begin an answer, and say a blank of it now and then."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
    with suppress(ConnectionError):
        while True:
            writer.write(b" ")
            await writer.drain()
            await asyncio.sleep(0.02)


@pytest.mark.slow
@pytest.mark.usefixtures("rests")
async def test_message_that_a_proxy_refuses(start: Start, proxy: Proxy, anna: Person, said: Said) -> None:
    """A proxy's page is no refusal of Telegram's: the message is sent until Telegram has taken it."""
    async with asyncio.timeout(20), start() as bot:
        for number, name in enumerate(("page 400", "page 403", "not ok", "no result", "an odd wait"), start=1):
            proxy.says("sendMessage", STRANGE[name], times=2)
            await bot.settled(await anna.says(str(number)))
    assert [f"{number}: {number}" for number in range(1, 6)] == said(anna)
