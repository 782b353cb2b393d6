"""The Bot API over HTTP: addresses, tokens, answers, and the weather on the way."""

import asyncio
import re
import secrets
from collections.abc import Awaitable

from aiohttp import web

from bot.sandbox.fault_injection import Weather
from bot.sandbox.http import Answer, granted, read_params, refused, stormy
from bot.sandbox.methods import METHODS
from bot.sandbox.params import (
    LOGGED_OUT,
    METHOD_NOT_FOUND,
    NOT_FOUND,
    TOKEN_MALFORMED,
    TOO_LARGE,
    UNAUTHORIZED,
    WEBHOOK_ACTIVE,
    WEBHOOK_SET_MEANWHILE,
    Json,
    Params,
    Refusal,
    RefusalError,
)
from bot.sandbox.polling import Polling
from bot.sandbox.uploads import Spacing
from bot.sandbox.views import Call
from bot.sandbox.webhook import Webhook
from bot.sandbox.world import World

TOKEN = re.compile(r"\d{1,20}:[A-Za-z0-9_-]{1,70}", re.ASCII)

DOWNLOAD = "download"


class Server:
    """Answers the calls of one bot and keeps a list of them."""

    def __init__(self, world: World, webhook: Webhook) -> None:
        self.world = world
        self.webhook = webhook
        self.polling = Polling(world)
        self.weather = Weather(world.updates.redeliver)
        self.calls: list[Call] = []
        self._spacing = Spacing(world.clock)

    def add_routes(self, app: web.Application) -> None:
        """Put the Bot API's addresses on a site."""
        app.router.add_route("*", "/bot{token:[^/]+}/{method:[^/]+}", self.answer)
        app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", self.download)
        app.router.add_route("*", "/bot{rest:.*}", self.astray)

    async def astray(self, _request: web.Request) -> web.StreamResponse:
        """Answer an address that is none of a method."""
        return refused(NOT_FOUND).response()

    async def download(self, request: web.Request) -> web.StreamResponse:
        """Answer with the content of a file; the weather knows this call as ``download``."""
        wrong = self.wrong_token(request.match_info["token"])
        content = self.world.files.content(request.match_info["path"])
        if wrong or content is None:
            return refused(wrong or NOT_FOUND).response()
        await asyncio.sleep(self.weather.delay(DOWNLOAD, ""))
        storm = self.weather.next(DOWNLOAD, "")
        if storm is None:
            return web.Response(body=content, content_type="application/octet-stream")
        if storm.kind in ("flood", "fail"):
            return stormy(storm).response()
        return await broken_off(request, content if storm.kind == "drop_after" else b"")

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer a call, or close the connection where the weather says so."""
        wrong = self.wrong_token(request.match_info["token"])
        if wrong:
            return refused(wrong).response()
        method = request.match_info["method"]
        try:
            params = await read_params(request)
        except web.HTTPRequestEntityTooLarge:
            return self.record(method, Params(), refused(TOO_LARGE)).response()
        except RefusalError as error:
            return self.record(method, Params(), refused(error.refusal)).response()
        answer = await self.weathered(method, params)
        return answer.response() if answer else hung_up(request)

    def wrong_token(self, token: str) -> Refusal | None:
        """Return the refusal of a token, None where it is this bot's."""
        if not TOKEN.fullmatch(token):
            return TOKEN_MALFORMED
        return None if secrets.compare_digest(token.encode(), self.world.token.encode()) else UNAUTHORIZED

    async def weathered(self, method: str, params: Params) -> Answer | None:
        """Return the answer to a call in the weather of the moment, None where the connection is lost."""
        chat_id = params.text("chat_id")
        delay = self.weather.delay(method, chat_id)
        if delay:
            await asyncio.sleep(delay)
        storm = self.weather.next(method, chat_id)
        if storm is None:
            return self.record(method, params, await self.respond(method, params))
        if storm.kind == "drop_before":
            self.record(method, params, Answer(0, {}), dropped=True)
            return None
        if storm.kind == "drop_after":
            self.record(method, params, await self.respond(method, params), dropped=True)
            return None
        return self.record(method, params, stormy(storm))

    async def respond(self, method: str, params: Params) -> Answer:
        """Carry out a call."""
        try:
            return granted(await self.result(method.lower(), params))
        except RefusalError as error:
            return refused(error.refusal)

    async def result(self, method: str, params: Params) -> object:
        """Return what a method gives."""
        if self.world.logged_out:
            raise RefusalError(LOGGED_OUT)
        hearing = self.hearing(method, params)
        if hearing is not None:
            return await hearing
        if method not in METHODS:
            raise RefusalError(METHOD_NOT_FOUND)
        self._spacing.check(params)
        return METHODS[method](self.world, params)

    def hearing(self, method: str, params: Params) -> Awaitable[object] | None:
        """Return the work of the methods by which a bot hears updates, None for all others."""
        if method == "getupdates":
            return self.get_updates(params)
        if method in ("setwebhook", "deletewebhook"):
            return self.set_webhook(method, params)
        return self.webhook_info() if method == "getwebhookinfo" else None

    async def get_updates(self, params: Params) -> list[Json]:
        """Return updates, unless they go to a webhook."""
        if self.webhook.setting.url:
            raise RefusalError(WEBHOOK_ACTIVE)
        return await self.polling.get_updates(params)

    async def set_webhook(self, method: str, params: Params) -> bool:
        """Set or delete the webhook."""
        if method == "deletewebhook" or not params.text("url"):
            return await self.webhook.delete(params)
        await self.webhook.set(params)
        self.polling.end(WEBHOOK_SET_MEANWHILE)
        return True

    async def webhook_info(self) -> Json:
        """Return how the webhook stands."""
        return self.webhook.info()

    def record(self, method: str, params: Params, answer: Answer, *, dropped: bool = False) -> Answer:
        """Keep what was called and what came of it; return the answer."""
        files = {name: f"{upload.name} ({len(upload.content)} bytes)" for name, upload in params.uploads.items()}
        told = dict(params.values) | files
        self.calls.append(Call(method, told, answer.status, answer.body, self.world.clock(), dropped))
        self.world.pulse.beat()
        return answer


async def broken_off(request: web.Request, content: bytes) -> web.StreamResponse:
    """Close the connection in the middle of a file."""
    response = web.StreamResponse(headers={"Content-Length": str(max(len(content), 1))})
    await response.prepare(request)
    await response.write(content[: len(content) // 2])
    return hung_up(request)


def hung_up(request: web.Request) -> web.Response:
    """Close the connection; the response goes nowhere."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
