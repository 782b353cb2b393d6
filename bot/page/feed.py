"""The stream of what happens: server-sent events, each with all that is new since the one before."""

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from secrets import token_hex

from aiohttp import web

from bot.page.assets import HEADERS
from bot.page.news import Seen, news
from bot.sandbox import Sandbox
from bot.sandbox.params import Json

FRAME = 0.03
"""Seconds in which news are gathered into one event: a collection that fills itself makes hundreds a second."""

BEAT = 20.0
"""Seconds after which an idle stream says that it is alive."""


@dataclass(frozen=True)
class Feed:
    """Streams to any number of pages."""

    sandbox: Sandbox
    process: Callable[[], Json]
    roles: dict[int, str]
    run: str = field(default_factory=lambda: token_hex(8))

    async def stream(self, request: web.Request) -> web.StreamResponse:
        """Answer with events until the page goes; after a break it goes on where it was."""
        headers = HEADERS | {"Content-Type": "text/event-stream", "X-Accel-Buffering": "no"}
        response = web.StreamResponse(headers=headers)
        await response.prepare(request)
        seen = Seen.read(request.headers.get("Last-Event-ID", ""), self.run)
        with suppress(ConnectionResetError):
            await self._tell(response, seen)
        return response

    async def _tell(self, response: web.StreamResponse, seen: Seen) -> None:
        nothing_new = ""
        while not self.sandbox.world.closing:
            told, seen = self._news(seen)
            if told != nothing_new:
                # Before anything is awaited: what changes while this is on its way is news again.
                nothing_new, _ = self._news(seen)
                await response.write(f"id: {seen.written}\ndata: {told}\n\n".encode())
                await asyncio.sleep(FRAME)
            elif not await self._beaten():
                await response.write(b": still here\n\n")

    def _news(self, seen: Seen) -> tuple[str, Seen]:
        told, until = news(self.sandbox, seen, self.process(), self.roles)
        return json.dumps(told), until

    async def _beaten(self) -> bool:
        """Wait for something to happen; say whether it has."""
        try:
            async with asyncio.timeout(BEAT):
                await self.sandbox.world.pulse.next()
        except TimeoutError:
            return False
        return True
