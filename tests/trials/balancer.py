"""A load balancer: one address for several workers, like a proxy in front of them."""

from collections.abc import Sequence
from typing import Self

import aiohttp
from aiohttp import web

PATIENCE = aiohttp.ClientTimeout(total=5)
"""Seconds after which a worker counts as hanging, for this request."""


class Balancer:
    """Passes each request to the next worker, and to the one after it if there is no answer."""

    def __init__(self) -> None:
        self.workers: Sequence[str] = ()
        self.taken = 0
        app = web.Application()
        app.router.add_route("POST", "/{path:.*}", self._hand_on)
        self._runner = web.AppRunner(app)
        self._session: aiohttp.ClientSession

    @property
    def url(self) -> str:
        """Return the common address."""
        host, port = self._runner.addresses[0]
        return f"http://{host}:{port}/hook"

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(timeout=PATIENCE)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._session.close()
        await self._runner.cleanup()

    async def _hand_on(self, request: web.Request) -> web.Response:
        body = await request.read()
        self.taken += 1
        for number in range(len(self.workers)):
            worker = self.workers[(self.taken + number) % len(self.workers)]
            try:
                async with self._session.post(f"http://{worker}", data=body, headers=request.headers) as answer:
                    return web.Response(status=answer.status)
            except (aiohttp.ClientError, TimeoutError):
                continue
        return web.Response(status=502)
