"""The page's addresses, without a browser: its files, its actions, and its stream of events."""

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
from bot.page.texts import WORDS
from bot.sandbox import Call, ControlClient, ControlError, Sandbox
from conversations.languages import english

HEAVIEST = 100 * 1024
"""The size of the whole page in bytes, as it is sent."""


@dataclass
class FakeProcess:
    """A process that only records the calls."""

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
    """Return a process that only records the calls."""
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
    """Read the stream: yield the id and the news of each event, nothing and a comment for a keepalive."""
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
    """The page and each of its files have a policy that loads nothing from other sites."""
    for path in ("/", *(f"/page/{name}" for name in NAMES)):
        async with http.get(path) as response:
            assert (200, POLICY) == (response.status, response.headers["Content-Security-Policy"])
            assert text_of(path.removeprefix("/page/") if path != "/" else "index.html") == await response.text()


@pytest.mark.parametrize("path", ["/page/", "/page/../site.py", "/page/site.py", "/page/%2e%2e/site.py"])
async def test_file_that_is_none_of_the_page(http: aiohttp.ClientSession, path: str) -> None:
    """No other files can be read."""
    async with http.get(path) as response:
        assert 404 == response.status


def test_weight_of_the_page() -> None:
    """The whole page is small."""
    assert sum(len(text_of(name).encode()) for name in NAMES) < HEAVIEST


@pytest.mark.parametrize("name", NAMES)
def test_files_that_take_nothing_from_elsewhere(name: str) -> None:
    """No file names another site, and none makes elements from text."""
    text = text_of(name).replace("http://www.w3.org/2000/svg", "")
    assert [] == re.findall(r"https?://\w|innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", text)


_NAMED = re.compile(r'(?:aria-label|placeholder|alt)="([^"]+)"')


def _words_in_the_files() -> set[str]:
    """List the words that the page translates: those in its markup outside the panel, and those in its scripts."""
    markup = re.sub(
        r"<noscript.*?</noscript>|<kbd>.*?</kbd>|<title>.*?</title>", "", text_of("index.html"), flags=re.DOTALL
    )
    shown = {" ".join(text.split()) for text in re.findall(r">([^<>]*[a-z][^<>]*)<", markup)}
    scripts = "".join(text_of(name) for name in NAMES if name.endswith(".js"))
    said = set(re.findall(r'\bt\((?:[a-z.]+ \? )?"([^"]+)"', scripts)) | set(
        re.findall(r'\bt\(.*? : "([^"]+)"\)', scripts)
    )
    return (shown | set(_NAMED.findall(markup)) | said) - {"Practice bot"}


def test_words_of_the_page() -> None:
    """Each word of the page can be translated, and none is left over; roles come with the people."""
    assert _words_in_the_files() | {"coordinator", "admin"} == {english(word) for word in WORDS}


@pytest.mark.parametrize(
    ("language", "expected"),
    [("fr-BE", ("fr", "Envoyer")), ("en", ("en", "Send")), ("tr", ("en", "Send")), ("<b>", ("en", "Send"))],
)
async def test_words_in_a_language(http: aiohttp.ClientSession, language: str, expected: tuple[str, str]) -> None:
    """The words come in the language of the browser, in English where the bot does not speak it."""
    async with http.get("/page/words", params={"language": language}) as response:
        said = await response.json()
    assert (POLICY, expected) == (
        response.headers["Content-Security-Policy"],
        (said["language"], said["words"]["Send"]),
    )


async def test_acts_on_the_process(sandbox: Sandbox, process: FakeProcess) -> None:
    """The process can be killed, started, or both; any other action is refused by name."""
    async with ControlClient(sandbox.base_url) as client:
        for act in ("kill", "start", "restart"):
            assert {"state": "running", "pid": 7, "kills": 0} == await client.post("process", {"act": act})
        with pytest.raises(ControlError, match="no act 'feed'; there are start, kill, restart"):
            await client.post("process", {"act": "feed"})
    assert ["kill", "start", "kill", "start"] == process.asked


async def test_stream_from_the_beginning(sandbox: Sandbox, http: aiohttp.ClientSession) -> None:
    """The first event has everything, the next one only news: here a message that waits for the bot."""
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
    """After a reconnect a page gets what it has missed; all of it if its id is of another run or makes no sense."""
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
    """A change while an event is written comes in the next event."""
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
    """An idle stream sends a keepalive."""
    monkeypatch.setattr(feed, "KEEPALIVE", 0.01)
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
    """The bot's calls come with their outcome; a getUpdates without an update is left out."""
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
    """A lost call says whether it or its answer was lost."""
    assert expected == outcome(Call("sendMessage", {}, status, {}, 0.0, dropped))


async def test_news_gathered_into_one_event(sandbox: Sandbox, http: aiohttp.ClientSession) -> None:
    """Changes at the same time come in one event."""
    person = sandbox.person("Anna Example", 1)
    async with told(http) as stream:
        await anext(stream)
        await asyncio.gather(*(person.says(f"{number}") for number in range(20)))
        assert [str(number) for number in range(20)] == texts((await anext(stream))[1])
