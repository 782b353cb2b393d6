"""The page's addresses: its files, its stream of events, and the buttons for the bot's process."""

from typing import Protocol

from aiohttp import web

from bot.page.feed import HEADERS, NAMES, Feed, served
from bot.page.texts import WORDS
from bot.sandbox import Sandbox
from bot.sandbox.control import json_action
from bot.sandbox.params import Json
from conversations.languages import ENGLISH, english, matching, offered, speaking


class Process(Protocol):
    """The bot's process as the page needs it."""

    @property
    def state(self) -> str: ...  # noqa: D102 - stopped, starting or running

    @property
    def pid(self) -> int: ...  # noqa: D102 - 0 where none is alive

    @property
    def kills(self) -> int: ...  # noqa: D102 - how often it was killed

    async def start(self) -> None: ...  # noqa: D102

    async def kill(self) -> None: ...  # noqa: D102


class Page:
    """Routes of the page on the site of a sandbox; `roles` is the role of each demo user, by user id."""

    def __init__(self, sandbox: Sandbox, process: Process, roles: dict[int, str]) -> None:
        self._process = process
        self._feed = Feed(sandbox, self.process_state, roles)

    def add_routes(self, app: web.Application) -> None:
        """Add the addresses to a site."""
        app.router.add_get("/", self.file)
        app.router.add_get(f"/page/{{name:{'|'.join(NAMES)}}}", self.file)
        app.router.add_get("/page/words", self.words)
        app.router.add_get("/control/feed", self._feed.stream)
        app.router.add_post("/control/process", json_action(self.act))

    async def file(self, request: web.Request) -> web.Response:
        """Answer with one of the page's files."""
        return served(request.match_info.get("name", "index.html"))

    async def words(self, request: web.Request) -> web.Response:
        """Answer with the page's own words in a language of the browser, by the English ones."""
        code = matching(request.query.get("language", ENGLISH), offered())
        with speaking(code):
            words = {english(word): str(word) for word in WORDS}
        return web.json_response({"language": code, "words": words}, headers=HEADERS)

    async def act(self, body: Json) -> Json:
        """Kill or start the bot: `act` is `start`, `kill`, or `restart` for one after the other."""
        wanted = body["act"]
        if wanted not in ("start", "kill", "restart"):
            raise LookupError(f"no act {wanted!r}; there are start, kill, restart")
        if wanted != "start":
            await self._process.kill()
        if wanted != "kill":
            await self._process.start()
        return self.process_state()

    def process_state(self) -> Json:
        """Return the state of the process."""
        return {"state": self._process.state, "pid": self._process.pid, "kills": self._process.kills}
