"""The server of the webhook and the pages: uvicorn in this process's loop, which leaves the signals to us.

Anybody may open connections to it, and each takes one of the file descriptors that the bot needs for its own work. So
they are accepted here, one at a time, there is a most of them, and each has to say something whole in time; uvicorn's
own limits begin only after an answer, or count a connection that says nothing as one at work.
"""

import asyncio
import resource
import socket
from collections.abc import Callable  # noqa: TC003 - a block of its own for one name is longer
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import cast

import uvicorn
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route, Router
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.health import TYPE, Metrics, Watch
from bot.settings import WrongSetting
from bot.telegram.polling import Hearing

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
"""How often late connections are closed, and how long nobody is accepted where the machine has no room for one more."""

BODY_HEADERS = frozenset({b"content-length", b"transfer-encoding"})
"""A request with neither has no body: it is whole with its headers."""


@dataclass(eq=False)
class _Connection:
    """A connection, and until when it may wait: for a whole request while it is silent, else for its answer."""

    socket: socket.socket
    until: float
    is_silent: bool = True
    transport: asyncio.Transport = field(init=False)


class Serving:
    """Serves an ASGI application at ``host:port``, which ``setting`` has named."""

    def __init__(self, app: ASGIApp, address: str, setting: str) -> None:
        self._app = app
        self._address = address
        self._setting = setting
        self._config = uvicorn.Config(
            self._answer,
            http="h11",
            interface="asgi3",  # it takes a bound method for the older one
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            proxy_headers=False,
            server_header=False,
            timeout_graceful_shutdown=LAST_SECONDS,
        )
        self._config.load()
        self._server = uvicorn.Server(self._config)
        self._most = _most()
        self._open: list[_Connection] = []
        self._work: tuple[asyncio.Task[None], ...] = ()

    def start(self) -> None:
        """Begin to listen; a port that is taken is refused as a wrong setting."""
        host, _, port = self._address.rpartition(":")
        try:
            listening = socket.create_server((host, int(port)), backlog=self._config.backlog)
        except OSError as error:
            raise WrongSetting(f"{self._setting} should be an address that is free on this machine: {error}") from None
        listening.setblocking(False)
        work = self._accept(listening), self._watch(), self._serve()
        self._work = tuple(asyncio.create_task(each) for each in work)

    async def stop(self) -> None:
        """Listen no more; requests that have begun are answered."""
        if self._work:
            accepting, watching, serving = self._work
            accepting.cancel()
            await asyncio.wait([accepting])
            self._server.should_exit = True
            await serving
            watching.cancel()
            for each in self._open:
                each.transport.abort()

    async def _serve(self) -> None:
        """Run uvicorn's server, without a listening socket of its own, until it is to exit."""
        # its `serve` does the same, but takes SIGTERM and SIGINT from the bot: the whole bot stops on one
        self._server.lifespan = self._config.lifespan_class(self._config)
        await self._server.startup([])
        await self._server.main_loop()
        await self._server.shutdown([])

    async def _accept(self, listening: socket.socket) -> None:
        """Accept connections one by one: a loop that takes all that wait at once has no descriptor left in between."""
        loop = asyncio.get_running_loop()
        with listening:
            while True:
                try:
                    accepted, _ = await loop.sock_accept(listening)
                except OSError:  # too many files are open, or whoever called has hung up
                    self._thin_out()
                    await asyncio.sleep(SHORT_SECONDS)
                    continue
                connection = _Connection(accepted, loop.time() + WHOLE_SECONDS)
                with suppress(OSError):  # has hung up
                    made = partial(self._protocol, connection)
                    connection.transport, _ = await loop.connect_accepted_socket(made, accepted)
                    self._open.append(connection)
                    self._tidy()
                    if len(self._open) > self._most:
                        self._thin_out()

    def _protocol(self, connection: _Connection) -> asyncio.Protocol:
        """Make what uvicorn's own server makes for a connection; ``app_state`` comes back with each request of it."""
        # uvicorn has no documented way to take a connection that is accepted already
        make = cast("Callable[..., asyncio.Protocol]", self._config.http_protocol_class)
        return make(self._config, self._server.server_state, app_state={"connection": connection})

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(SHORT_SECONDS)
            self._tidy()

    def _tidy(self) -> None:
        """Close connections that are late, and forget those that are closed: their socket has no descriptor."""
        now = asyncio.get_running_loop().time()
        for each in self._open:
            if each.until <= now:
                each.transport.abort()
        self._open = [each for each in self._open if each.until > now and each.socket.fileno() >= 0]

    def _thin_out(self) -> None:
        """Close the connection that has said nothing whole for longest."""
        longest = min((each for each in self._open if each.is_silent), key=lambda each: each.until, default=None)
        if longest is not None:
            self._open.remove(longest)
            longest.transport.abort()

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the application answer; note when the request is whole, and when it is answered."""
        connection: _Connection = scope["state"]["connection"]

        def waits(seconds: float, *, is_silent: bool) -> None:
            connection.until, connection.is_silent = asyncio.get_running_loop().time() + seconds, is_silent

        async def received() -> Message:
            message = await receive()
            if not message.get("more_body"):
                waits(ANSWERED_SECONDS, is_silent=False)
            return message

        if BODY_HEADERS.isdisjoint(name for name, _ in scope["headers"]):
            waits(ANSWERED_SECONDS, is_silent=False)
        try:
            await self._app(scope, received, send)
        finally:
            waits(WHOLE_SECONDS, is_silent=True)


def _most() -> int:
    """Tell how many connections there may be: a small part of the files that this process may open."""
    files, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return MOST if files == resource.RLIM_INFINITY else min(MOST, files // SHARE)


_OF_NOW = {"Cache-Control": "no-store"}


def pages(watch: Watch, metrics: Metrics, hearing: Hearing, webhook: ASGIApp | None = None) -> Router:
    """Serve both to those who read; all else is for the webhook, where there is one."""

    async def healthz(_request: Request) -> Response:
        health = await watch.health()
        said = {
            "status": "ok" if health.is_ok else "failing",
            "database": health.database,
            "backlog_seconds": health.backlog_seconds,
            "hearing": hearing.works,  # no reason for a 503: a restart would not help
        }
        return JSONResponse(said, 200 if health.is_ok else 503, _OF_NOW)

    async def figures(_request: Request) -> Response:
        return Response(metrics.page(await watch.health()), headers=_OF_NOW, media_type=TYPE)

    both = [Route("/healthz", healthz), Route("/metrics", figures)]
    return Router([*both, Mount("", webhook)] if webhook else both, redirect_slashes=False)
