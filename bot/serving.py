"""The server of the webhook and the pages: uvicorn in this process's loop, which leaves the signals to us."""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn

from bot.settings import WrongSetting

App = Callable[[Any, Any, Any], Awaitable[None]]

LAST_SECONDS = 1
"""How long requests may take that have begun when the server stops."""


class Serving:
    """Serves an ASGI application at ``host:port``, which ``setting`` has named."""

    def __init__(self, app: App, address: str, setting: str) -> None:
        self._address = address
        self._setting = setting
        self._server = _Server(
            uvicorn.Config(
                app,
                http="h11",
                ws="none",
                lifespan="off",
                log_config=None,
                access_log=False,
                proxy_headers=False,
                server_header=False,
                timeout_graceful_shutdown=LAST_SECONDS,
            )
        )
        self._work: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to listen; a port that is taken is refused as a wrong setting."""
        host, _, port = self._address.rpartition(":")
        try:
            listening = socket.create_server((host, int(port)), backlog=self._server.config.backlog)
        except OSError as error:
            raise WrongSetting(f"{self._setting} should be an address that is free on this machine: {error}") from None
        self._work = asyncio.create_task(self._server.serve([listening]))

    async def stop(self) -> None:
        """Listen no more; requests that have begun are answered."""
        if self._work is not None:
            self._server.should_exit = True
            await self._work


class _Server(uvicorn.Server):
    """Lets signals alone: the whole bot stops on one, not the server by itself."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield
