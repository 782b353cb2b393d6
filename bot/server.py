"""The server of the webhook and of the pages for monitoring: uvicorn in the bot's own event loop.

Anybody may open connections to it, and each takes a file descriptor that the bot needs for its own work. So this
module accepts connections itself, one at a time: it limits their number, and each must send a whole request in time.
Uvicorn's own limits are not enough: they begin after the first answer, or count a silent connection as busy.
"""

import asyncio
import socket
from collections.abc import Callable  # noqa: TC003 - used in a cast
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import cast

import uvicorn
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route, Router
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.health import CONTENT_TYPE, HealthCheck, Metrics
from bot.settings import WrongSetting
from bot.telegram.polling import Hearing
from storage.portable import most_files

LAST_SECONDS = 1
"""How long a request that has begun may still take when the server stops."""

WHOLE_SECONDS = 10.0
"""How long a connection may take to send a whole request, counted from its beginning or from the last answer."""

ANSWERED_SECONDS = 60.0
"""How long an answer may take, until it is made and the client has read it."""

MOST = 128
"""Connections at the same time; Telegram opens 40 by default, and 100 at most."""

SHARE = 8
"""If the process may open few files, connections may take one of this many."""

SHORT_SECONDS = 0.1
"""How often late connections are closed, and the pause when the system has no file descriptor for one more."""

BODY_HEADERS = frozenset({b"content-length", b"transfer-encoding"})
"""A request with neither has no body: it is complete after its headers."""


@dataclass(eq=False)
class _Connection:
    """A connection, and how long it may wait: for a whole request while it is silent, else for its answer."""

    socket: socket.socket
    until: float
    is_silent: bool = True
    transport: asyncio.Transport = field(init=False)


class Server:
    """Serves an ASGI application at ``host:port``; ``setting`` is the name of the setting, for an error."""

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
        """Begin to listen; raise ``WrongSetting`` if the port is taken."""
        host, _, port = self._address.rpartition(":")
        try:
            listening = socket.create_server((host, int(port)), backlog=self._config.backlog)
        except OSError as error:
            raise WrongSetting(f"{self._setting} should be an address that is free on this machine: {error}") from None
        listening.setblocking(False)
        work = self._accept(listening), self._watch(), self._serve()
        self._work = tuple(asyncio.create_task(each) for each in work)

    async def stop(self) -> None:
        """Stop listening; requests that have begun are answered."""
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
        # its own `serve` does the same, but it takes SIGTERM and SIGINT over, and these must stop the whole bot
        self._server.lifespan = self._config.lifespan_class(self._config)
        await self._server.startup([])
        await self._server.main_loop()
        await self._server.shutdown([])

    async def _accept(self, listening: socket.socket) -> None:
        """Accept connections one by one: a loop that accepts all that wait could take the last file descriptor."""
        loop = asyncio.get_running_loop()
        with listening:
            while True:
                try:
                    accepted, _ = await loop.sock_accept(listening)
                except OSError:  # too many files are open, or the client has hung up
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
        """Make the same protocol object as uvicorn's server; each request brings ``app_state`` back."""
        # uvicorn has no documented way to take a connection that somebody else accepted
        make = cast("Callable[..., asyncio.Protocol]", self._config.http_protocol_class)
        return make(self._config, self._server.server_state, app_state={"connection": connection})

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(SHORT_SECONDS)
            self._tidy()

    def _tidy(self) -> None:
        """Close connections that are late, and drop closed ones, whose sockets have no descriptor."""
        now = asyncio.get_running_loop().time()
        for each in self._open:
            if each.until <= now:
                each.transport.abort()
        self._open = [each for each in self._open if each.until > now and each.socket.fileno() >= 0]

    def _thin_out(self) -> None:
        """Close the silent connection that has waited longest."""
        longest = min((each for each in self._open if each.is_silent), key=lambda each: each.until, default=None)
        if longest is not None:
            self._open.remove(longest)
            longest.transport.abort()

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the application answer; note when the request is complete, and when it is answered."""
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
    """Return the number of connections to allow: a small part of the files that this process may open."""
    files = most_files()
    return MOST if files is None else min(MOST, files // SHARE)


_NO_CACHE = {"Cache-Control": "no-store"}


def pages(check: HealthCheck, metrics: Metrics, hearing: Hearing, webhook: ASGIApp | None = None) -> Router:
    """Make the application of ``/healthz`` and ``/metrics``; the webhook, if there is one, gets all other requests."""

    async def healthz(_request: Request) -> Response:
        health = await check.health()
        said = {
            "status": "ok" if health.is_ok else "failing",
            "database": health.database,
            "backlog_seconds": health.backlog_seconds,
            "hearing": hearing.works,  # not a reason for a 503: a restart would not help
        }
        return JSONResponse(said, 200 if health.is_ok else 503, _NO_CACHE)

    async def figures(_request: Request) -> Response:
        return Response(metrics.page(await check.health()), headers=_NO_CACHE, media_type=CONTENT_TYPE)

    both = [Route("/healthz", healthz), Route("/metrics", figures)]
    return Router([*both, Mount("", webhook)] if webhook else both, redirect_slashes=False)
