"""Faults between the bot and Telegram."""

import time
from collections.abc import Callable, Coroutine
from typing import Any

import aiohttp
import pytest

from bot.sandbox import Person, Sandbox

Json = dict[str, Any]
Call = Callable[..., Coroutine[Any, Any, Json]]


async def test_flood_refuses_one_chat(sandbox: Sandbox, call: Call, anna: Person) -> None:
    """A flood in one chat does not hit another, and it passes."""
    boris = sandbox.person("Boris Example")
    await boris.says("/start")
    sandbox.faults.flood(35, chat_id=anna.user_id)

    answers = [await call("sendMessage", chat_id=person.user_id, text="x") for person in (boris, anna, anna)]

    assert [None, {"retry_after": 35}, None] == [answer.get("parameters") for answer in answers]
    assert "Too Many Requests: retry after 35" == answers[1]["description"]


async def test_flood_says_when_in_a_header(sandbox: Sandbox, http: aiohttp.ClientSession) -> None:
    """The header and the body have the same seconds."""
    sandbox.faults.flood(7)

    async with http.get(f"{sandbox.base_url}/bot{sandbox.token}/getMe") as response:
        assert (429, "7") == (response.status, response.headers["Retry-After"])


async def test_flood_of_one_method(sandbox: Sandbox, call: Call, anna: Person) -> None:
    """A fault can be limited to one method, by its name in any case."""
    sandbox.faults.flood(1, method="sendmessage", times=2)

    answers = [
        await call("sendChatAction", chat_id=anna.user_id, action="typing"),
        *[await call("sendMessage", chat_id=anna.user_id, text="x") for _ in range(3)],
    ]

    assert [True, False, False, True] == [answer["ok"] for answer in answers]


async def test_fault_spares_get_updates(sandbox: Sandbox, call: Call) -> None:
    """A poll uses up no fault that is meant for an answer; a fault for getUpdates hits it."""
    sandbox.faults.fail(500)
    spared = await call("getUpdates")
    sandbox.faults.clear()
    sandbox.faults.fail(500, method="*")
    hit = await call("getUpdates")

    assert (True, "Internal Server Error: restart") == (spared["ok"], hit["description"])


@pytest.mark.parametrize(
    ("code", "description"),
    [(500, "Internal Server Error: restart"), (502, "Bad Gateway"), (403, "Forbidden"), (599, "Unknown")],
)
async def test_failure_answered_in_json(sandbox: Sandbox, call: Call, code: int, description: str) -> None:
    """A server error has the server's words."""
    sandbox.faults.fail(code)

    assert {"ok": False, "error_code": code, "description": description} == await call("getMe")


async def test_failure_answered_in_html(sandbox: Sandbox, http: aiohttp.ClientSession) -> None:
    """A proxy answers with a page."""
    sandbox.faults.fail(502, body="html")

    async with http.get(f"{sandbox.base_url}/bot{sandbox.token}/getMe") as response:
        assert (502, "text/html") == (response.status, response.content_type)
        assert "<h1>502 Bad Gateway</h1>" in await response.text()


async def test_failure_goes_on_until_cleared(sandbox: Sandbox, call: Call) -> None:
    """An outage lasts."""
    sandbox.faults.fail(502, times=None)
    faulty = [(await call("getMe"))["ok"] for _ in range(3)]
    sandbox.faults.clear()

    assert ([False] * 3, True) == (faulty, (await call("getMe"))["ok"])


async def test_connection_dropped_before_the_server_acted(sandbox: Sandbox, call: Call, anna: Person) -> None:
    """The message is not sent, and the call is listed without an answer."""
    sandbox.faults.drop_before(method="sendMessage")

    with pytest.raises(aiohttp.ClientError):
        await call("sendMessage", chat_id=anna.user_id, text="Lost")

    assert ["/start"] == [message.text for message in anna.messages]
    assert [(0, True, False)] == [(last.status, last.dropped, last.ok) for last in sandbox.calls]


async def test_connection_dropped_after_the_server_acted(sandbox: Sandbox, call: Call, anna: Person) -> None:
    """The message is sent, but the bot gets no answer."""
    sandbox.faults.drop_after(method="sendMessage")

    with pytest.raises(aiohttp.ClientError):
        await call("sendMessage", chat_id=anna.user_id, text="Arrived")

    assert ["/start", "Arrived"] == [message.text for message in anna.messages]
    assert [(200, True, True)] == [(last.status, last.dropped, last.ok) for last in sandbox.calls]


async def test_slow_server_takes_its_time(sandbox: Sandbox, call: Call) -> None:
    """Every call is slower until the fault is cleared."""
    sandbox.faults.slow(0.05)
    begun = time.monotonic()
    await call("getMe")
    slow = time.monotonic() - begun
    sandbox.faults.clear()

    assert slow >= 0.05
    assert 0.0 == sandbox.faults.delay("getMe", "")
