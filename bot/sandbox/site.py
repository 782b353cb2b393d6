"""The HTTP site that carries the sandbox."""

import socket

from aiohttp import web

MAX_BODY = 50 << 20  # bytes


class Site:
    """One listening socket with a set of routes."""

    def __init__(self, app: web.Application, host: str, port: int) -> None:
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        self._host = host
        self._port = port

    async def start(self) -> int:
        """Begin to listen; return the port, a free one where 0 was asked for."""
        await self._runner.setup()
        family = socket.AF_INET6 if ":" in self._host else socket.AF_INET
        listening = socket.create_server((self._host, self._port), family=family)
        await web.SockSite(self._runner, listening).start()
        return int(listening.getsockname()[1])

    async def stop(self) -> None:
        """Listen no more."""
        await self._runner.cleanup()
