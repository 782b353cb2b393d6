"""A proxy between the bot and the local Bot API that sometimes answers itself, as real proxies do."""

import asyncio
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle, islice
from typing import Self

import aiohttp
from aiohttp import web

HTML = b"<html><head><title>Not here</title></head><body><h1>Not here</h1></body></html>"


@dataclass(frozen=True)
class Says:
    """An answer instead of the Bot API's; ``cut_off`` breaks the connection in the middle."""

    status: int = 200
    body: bytes = b""
    cut_off: bool = False
    headers: dict[str, str] = field(default_factory=dict)

    @classmethod
    def json(cls, status: int, **values: object) -> Self:
        """Make a JSON answer."""
        return cls(status, json.dumps(values).encode())


class Proxy:
    """Passes calls on to a Bot API, except the ones that it was told to answer."""

    def __init__(self, upstream: str) -> None:
        self.calls: Counter[str] = Counter()
        self._upstream = upstream
        self._instead: dict[str, Iterator[Says]] = {}
        self._runner: web.AppRunner | None = None
        self.url = ""

    def says(self, method: str, *says: Says, times: int | None = None) -> None:
        """Answer a method differently from now on, a number of times or always; several answers come in turn."""
        self._instead[method] = islice(cycle(says), times)

    def clear(self) -> None:
        """Pass on every call."""
        self._instead.clear()

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_route("*", "/{way:.*}", self._answer)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"
        self._session = aiohttp.ClientSession()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._session.close()
        if self._runner is not None:
            await self._runner.cleanup()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        method = request.path.rpartition("/")[2]
        self.calls[method] += 1
        says = next(self._instead.get(method, iter(())), None)
        if says is None:
            return await self._passed_on(request)
        await asyncio.sleep(0)
        if says.cut_off:
            return await _broken_off(request, says)
        return web.Response(status=says.status, body=says.body, headers=says.headers)

    async def _passed_on(self, request: web.Request) -> web.Response:
        headers = {"Content-Type": request.headers.get("Content-Type", "")}
        async with self._session.post(
            f"{self._upstream}{request.path}", data=await request.read(), headers=headers
        ) as answer:
            return web.Response(status=answer.status, body=await answer.read(), content_type=answer.content_type)


async def _broken_off(request: web.Request, says: Says) -> web.StreamResponse:
    """Send less than announced, then close the connection."""
    if says.body:
        response = web.StreamResponse(status=says.status, headers={"Content-Length": str(len(says.body) + 1)})
        await response.prepare(request)
        await response.write(says.body)
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
