"""The page's addresses, without a browser: its files, its acts, and the stream of what happens."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.page import Page, feed
from bot.page.feed import NAMES, POLICY, outcome, text_of
from bot.sandbox import Call, ControlClient, ControlError, Sandbox

HEAVIEST = 100 * 1024
"""Bytes of the whole page, as they go over the wire."""


@dataclass
class FakeProcess:
    """Writes down what it was asked for."""

    asked: list[str] = field(default_factory=list)
    state: str = "running"
    pid: int = 7
    kills: int = 0

    async def start(self) -> None:
        """Start."""
        self.asked.append("start")

    async def kill(self) -> None:
        """Die."""
        self.asked.append("kill")


@pytest.fixture
def process() -> FakeProcess:
    """Return what stands for the bot's process."""
    return FakeProcess()


@pytest.fixture
async def sandbox(process: FakeProcess) -> AsyncIterator[Sandbox]:
    """Open a sandbox with the page on it."""
    sandbox = Sandbox()
    Page(sandbox, process, {1: "coordinator"}).add_routes(sandbox.app)
    async with sandbox:
        yield sandbox


@pytest.fixture
async def http(sandbox: Sandbox) -> AsyncIterator[aiohttp.ClientSession]:
    """Open a client of the sandbox."""
    async with aiohttp.ClientSession(sandbox.base_url) as session:
        yield session


@asynccontextmanager
async def told(http: aiohttp.ClientSession, seen: str = "") -> AsyncIterator[AsyncIterator[tuple[str, Any]]]:
    """Listen to the stream; give the id and the news of each event, nothing and a comment for a sign of life."""
    async with http.get("/control/feed", headers={"Last-Event-ID": seen}) as response:
        assert "text/event-stream" == response.content_type
        yield events(response)


async def events(response: aiohttp.ClientResponse) -> AsyncIterator[tuple[str, Any]]:
    """Read events, one after the other."""
    number = ""
    async for raw in response.content:
        name, _, value = raw.decode().strip().partition(": ")
        if name == "id":
            number = value
        if name == "data":
            yield number, json.loads(value)
        if not name and value:
            yield "", value


async def test_files_of_the_page(http: aiohttp.ClientSession) -> None:
    """The page and each of its files go out with a policy that lets nothing in from elsewhere."""
    for path in ("/", *(f"/page/{name}" for name in NAMES)):
        async with http.get(path) as response:
            assert (200, POLICY) == (response.status, response.headers["Content-Security-Policy"])
            assert text_of(path.removeprefix("/page/") if path != "/" else "index.html") == await response.text()


@pytest.mark.parametrize("path", ["/page/", "/page/../site.py", "/page/site.py", "/page/%2e%2e/site.py"])
async def test_file_that_is_none_of_the_page(http: aiohttp.ClientSession, path: str) -> None:
    """Nothing but the page's own files can be had."""
    async with http.get(path) as response:
        assert 404 == response.status


def test_weight_of_the_page() -> None:
    """All of it together is lighter than many a picture."""
    assert sum(len(text_of(name).encode()) for name in NAMES) < HEAVIEST


@pytest.mark.parametrize("name", NAMES)
def test_files_that_take_nothing_from_elsewhere(name: str) -> None:
    """No file names another site, and none makes elements out of text."""
    text = text_of(name).replace("http://www.w3.org/2000/svg", "")
    assert [] == re.findall(r"https?://\w|innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", text)


async def test_acts_on_the_process(sandbox: Sandbox, process: FakeProcess) -> None:
    """The process is killed, started, or one after the other; anything else is refused by name."""
    async with ControlClient(sandbox.base_url) as client:
        for act in ("kill", "start", "restart"):
            assert {"state": "running", "pid": 7, "kills": 0} == await client.post("process", {"act": act})
        with pytest.raises(ControlError, match="no act 'feed'; there are start, kill, restart"):
            await client.post("process", {"act": "feed"})
    assert ["kill", "start", "kill", "start"] == process.asked


async def test_stream_from_the_beginning(sandbox: Sandbox, http: aiohttp.ClientSession) -> None:
    """The first event tells all there is, the next what is new: here a message that waits for the bot."""
    await sandbox.person("Cora Coordinator", 1).says("First")
    async with told(http) as stream:
        _, first = await anext(stream)
        await sandbox.people[0].says("Second")
        _, second = await anext(stream)
    assert [(True, ["First"], "coordinator", 1), (False, ["Second"], "coordinator", 2)] == [
        (news["first"], texts(news), news["people"][0]["role"], len(news["waiting"])) for news in (first, second)
    ]


def texts(news: dict[str, Any]) -> list[str]:
    """List the texts of the new messages of one person."""
    return [message["text"] for message in news["chats"]["1"]["messages"]]


async def test_stream_after_a_break(sandbox: Sandbox, http: aiohttp.ClientSession) -> None:
    """A page that comes back is told what it has missed, and all where it knows another sandbox or nothing sensible."""
    await sandbox.person("Anna Example", 1).says("First")
    async with told(http) as stream:
        seen, _ = await anext(stream)
    await sandbox.people[0].says("Second")
    heard = []
    for number in (seen, "1.1.1", "nonsense", f"{seen.partition('.')[0]}.x.1"):
        async with told(http, number) as stream:
            heard.append(texts((await anext(stream))[1]))
    assert [["Second"], *[["First", "Second"]] * 3] == heard


async def test_change_while_an_event_is_on_its_way(
    sandbox: Sandbox, process: FakeProcess, http: aiohttp.ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What changes while an event is being written is told in the next one."""
    write = web.StreamResponse.write

    async def slowly(response: web.StreamResponse, data: bytes) -> None:
        await write(response, data)
        if process.state == "running":
            process.state = "stopped"
            sandbox.world.pulse.beat()

    monkeypatch.setattr(web.StreamResponse, "write", slowly)
    async with told(http) as stream:
        states = [(await anext(stream))[1]["process"]["state"] for _ in range(2)]
    assert ["running", "stopped"] == states


async def test_stream_that_is_idle(http: aiohttp.ClientSession, monkeypatch: pytest.MonkeyPatch) -> None:
    """An idle stream gives a sign of life."""
    monkeypatch.setattr(feed, "BEAT", 0.01)
    async with told(http) as stream:
        await anext(stream)
        assert ("", "still here") == await anext(stream)


async def test_stream_of_a_demo_that_stops(sandbox: Sandbox, http: aiohttp.ClientSession) -> None:
    """The stream ends with the demo."""
    async with told(http) as stream:
        await anext(stream)
        sandbox.world.closing = True
        sandbox.world.pulse.beat()
        assert [] == [event async for event in stream]


async def test_calls_in_the_stream(sandbox: Sandbox, http: aiohttp.ClientSession) -> None:
    """The bot's calls are told with what came of them; asking for updates in vain is not worth telling."""
    for method in ("getUpdates", "getMe", "sendMessage"):
        async with http.get(f"/bot{sandbox.token}/{method}") as response:
            await response.read()
    async with told(http) as stream:
        _, news = await anext(stream)
    assert [("getMe", True, ""), ("sendMessage", False, "Bad Request: message text is empty")] == [
        (call["method"], call["ok"], call["outcome"]) for call in news["calls"]
    ]


@pytest.mark.parametrize(
    ("status", "dropped", "expected"),
    [(200, False, ""), (200, True, "answer lost"), (0, True, "connection lost"), (502, False, "502")],
)
def test_outcome_of_a_call(status: int, expected: str, *, dropped: bool) -> None:
    """A call that was lost on the way says on which."""
    assert expected == outcome(Call("sendMessage", {}, status, {}, 0.0, dropped))


async def test_news_gathered_into_one_event(sandbox: Sandbox, http: aiohttp.ClientSession) -> None:
    """What happens at once is told at once."""
    person = sandbox.person("Anna Example", 1)
    async with told(http) as stream:
        await anext(stream)
        await asyncio.gather(*(person.says(f"{number}") for number in range(20)))
        assert [str(number) for number in range(20)] == texts((await anext(stream))[1])
