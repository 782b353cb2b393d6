"""The server of the webhook and the pages: uvicorn in this process's loop, which leaves the signals to us.

Anybody may open connections to it, and each takes one of the file descriptors that the bot needs for its own work. So
they are accepted here, one at a time, there is a most of them, and each has to say something whole in time; uvicorn's
own limits begin only after an answer, or count a connection that says nothing as one at work.
"""

import asyncio
import resource
import socket
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, cast

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

from bot.settings import WrongSetting

App = Callable[[Any, Any, Any], Awaitable[None]]

LAST_SECONDS = 1
"""How long requests may take that have begun when the server stops."""

WHOLE_SECONDS = 10.0
"""How long a connection may take to send a whole request, from its beginning or from the last answer."""

ANSWERED_SECONDS = 60.0
"""How long an answer may take, until it is made and whoever asked has taken it."""

MOST = 128
"""Connections at once; Telegram opens 40 unless it is told otherwise, and 100 at most."""

SHARE = 8
"""The part of the file descriptors that they may take where those are few: one in so many."""

SHORT_SECONDS = 0.1
"""How long nobody is accepted where the machine has no room for one more."""


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
        self._crowd = _Crowd(_most())
        self._work: tuple[asyncio.Task[None], ...] = ()

    def start(self) -> None:
        """Begin to listen; a port that is taken is refused as a wrong setting."""
        host, _, port = self._address.rpartition(":")
        try:
            listening = socket.create_server((host, int(port)), backlog=self._server.config.backlog)
        except OSError as error:
            raise WrongSetting(f"{self._setting} should be an address that is free on this machine: {error}") from None
        listening.setblocking(False)
        self._work = asyncio.create_task(self._accept(listening)), asyncio.create_task(self._server.serve([]))

    async def stop(self) -> None:
        """Listen no more; requests that have begun are answered."""
        if self._work:
            accepting, serving = self._work
            accepting.cancel()
            await asyncio.gather(accepting, return_exceptions=True)
            self._server.should_exit = True
            await serving

    async def _accept(self, listening: socket.socket) -> None:
        """Accept connections one by one: a loop that takes all that wait at once has no descriptor left in between."""
        loop = asyncio.get_running_loop()
        with listening:
            while True:
                try:
                    accepted, _ = await loop.sock_accept(listening)
                except OSError:  # too many files are open, or whoever called has hung up
                    self._crowd.thin_out()
                    await asyncio.sleep(SHORT_SECONDS)
                    continue
                with suppress(OSError):  # has hung up
                    await loop.connect_accepted_socket(self._connection, accepted)

    def _connection(self) -> H11Protocol:
        return _Connection(self._crowd, self._server)


class _Crowd:
    """The connections that have to send a request yet, whoever waits longest first; at most so many of all kinds."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._silent: dict[_Connection, None] = {}

    def grown(self, count: int) -> None:
        """Make room where there are too many: for one that comes, one that has said nothing whole goes."""
        if count > self._most:
            self.thin_out()

    def thin_out(self) -> None:
        """Close the connection that has said nothing whole for longest."""
        longest = next(iter(self._silent), None)
        if longest is not None:
            del self._silent[longest]
            longest.transport.abort()

    def note(self, connection: "_Connection", *, is_silent: bool) -> None:
        """Note whether a connection has to send a request yet."""
        self._silent.pop(connection, None)
        if is_silent:
            self._silent[connection] = None


class _Connection(H11Protocol):
    """A connection that is closed where it does not send a whole request in time, or does not take its answer."""

    def __init__(self, crowd: _Crowd, server: uvicorn.Server) -> None:
        super().__init__(server.config, server.server_state, {})
        self._crowd = crowd
        self._alarm: asyncio.TimerHandle | None = None
        self._is_silent = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin to wait for a request."""
        super().connection_made(cast("asyncio.Transport", transport))
        self._wait(is_silent=True)
        self._crowd.grown(len(self.connections))

    def data_received(self, data: bytes) -> None:
        """Take what came; a byte now and then gives no more time."""
        super().data_received(data)
        if self._is_silent and self._is_at_work:
            self._wait(is_silent=False)

    def on_response_complete(self) -> None:
        """Wait for the next request, unless it is here already."""
        super().on_response_complete()
        if not self.transport.is_closing():
            self._wait(is_silent=not self._is_at_work)

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing any more."""
        self._crowd.note(self, is_silent=False)
        if self._alarm is not None:
            self._alarm.cancel()
        super().connection_lost(exc)

    @property
    def _is_at_work(self) -> bool:
        """Whether a request has come whole and is not answered."""
        cycle = cast("RequestResponseCycle | None", self.cycle)  # none before the first request
        return cycle is not None and not cycle.more_body and not cycle.response_complete

    def _wait(self, *, is_silent: bool) -> None:
        self._is_silent = is_silent
        self._crowd.note(self, is_silent=is_silent)
        if self._alarm is not None:
            self._alarm.cancel()
        self._alarm = self.loop.call_later(WHOLE_SECONDS if is_silent else ANSWERED_SECONDS, self.transport.abort)


class _Server(uvicorn.Server):
    """Lets signals alone: the whole bot stops on one, not the server by itself."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


def _most() -> int:
    """Tell how many connections there may be: a small part of the files that this process may open."""
    files, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return MOST if files == resource.RLIM_INFINITY else min(MOST, files // SHARE)
