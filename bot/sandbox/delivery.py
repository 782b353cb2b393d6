"""The two ways in which the bot gets its updates: getUpdates, and posts to its webhook."""

import asyncio
import json
import re
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

import aiohttp

from bot.sandbox.params import (
    OTHER_GET_UPDATES,
    RESTART,
    SECRET_TOO_LONG,
    SECRET_UNALLOWED,
    WEBHOOK_NOT_HTTPS,
    WEBHOOK_PORT,
    WEBHOOK_URL_INVALID,
    Json,
    Params,
    Refusal,
    RefusalError,
    flood,
)
from bot.sandbox.updates import Waiting
from bot.sandbox.world import World

MAX_LIMIT = 100

MAX_TIMEOUT = 50  # seconds


class Polling:
    """getUpdates, with long polling. Only one call can wait; a later one ends the earlier one with 409."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._ended: asyncio.Future[None] | None = None
        self._closed = False

    @property
    def waiting(self) -> bool:
        """Return whether a bot waits for updates."""
        return self._ended is not None and not self._ended.done()

    async def get_updates(self, params: Params) -> list[Json]:
        """Confirm the updates before `offset`; return the next ones, and wait for them up to `timeout` seconds."""
        remember_wanted(self._world, params)
        offset, limit = params.number("offset"), params.clamped("limit", MAX_LIMIT, 1, MAX_LIMIT)
        timeout = params.clamped("timeout", 0, 0, MAX_TIMEOUT)
        batch = self._world.updates.take(offset, limit)
        if batch or not timeout:
            return batch
        if self._closed:
            raise RefusalError(RESTART)
        self.end(OTHER_GET_UPDATES)
        ended = self._ended = asyncio.get_running_loop().create_future()
        self._world.pulse.beat()
        # A negative offset must be used only once: a second time it would throw away new updates.
        await self._wait(ended, timeout)
        if ended.done():
            ended.result()
        self._ended = None
        return self._world.updates.take(max(offset, 0), limit)

    async def _wait(self, ended: asyncio.Future[None], timeout: float) -> None:  # noqa: ASYNC109 - the parameter of the method
        """Wait for an update, for `ended`, or for the timeout."""
        with suppress(TimeoutError):
            async with asyncio.timeout(timeout):
                while not ended.done() and not self._world.updates.ready():
                    await self._world.pulse.next()

    def end(self, refusal: Refusal) -> None:
        """End the waiting call with a refusal."""
        if self._ended is not None and not self._ended.done():
            self._ended.set_exception(RefusalError(refusal))
            self._world.pulse.beat()

    def close(self) -> None:
        """End the waiting call and refuse later ones: the server stops."""
        self._closed = True
        self.end(RESTART)


def remember_wanted(world: World, params: Params) -> None:
    """Remember `allowed_updates` if the call has it; like Telegram, ignore a list that does not parse."""
    try:
        kinds = json.loads(params.text("allowed_updates") or "null")
    except ValueError:
        return
    if isinstance(kinds, list):
        world.updates.want(str(kind) for kind in kinds)


PORTS = (443, 80, 88, 8443)

MAX_SECRET = 256

SECRET = re.compile(r"[A-Za-z0-9_-]*")

MAX_PAUSE = 60.0  # seconds between two tries

PATIENCE = 60.0  # seconds for an answer


@dataclass(frozen=True)
class Setting:
    """The settings of setWebhook."""

    url: str = ""
    secret: str = ""
    max_connections: int = 40


class Webhook:
    """Posts waiting updates until the bot takes them; `pause` is the first of the growing pauses between tries."""

    def __init__(self, world: World, *, plain: bool, pause: float) -> None:
        self._world = world
        self._plain = plain
        self._pause = pause
        self._posting: dict[str, asyncio.Task[None]] = {}
        self._loop: asyncio.Task[None] | None = None
        self._set_at = float("-inf")
        self._error: tuple[int, str] | None = None
        self.setting = Setting()

    async def set(self, params: Params) -> None:
        """Check and set the address."""
        url = params.text("url")
        if self._world.clock() < self._set_at + 1:
            raise RefusalError(flood(1))
        self._set_at = self._world.clock()
        secret = params.text("secret_token")
        check_secret(secret)
        check_url(url, plain=self._plain)
        self._drop(params)
        remember_wanted(self._world, params)
        self.setting = Setting(url, secret, params.clamped("max_connections", 40, 1, 100))
        self._error = None
        await self.stop()
        self._loop = asyncio.create_task(self._run())

    async def delete(self, params: Params) -> bool:
        """Go back to getUpdates."""
        self._drop(params)
        self.setting = Setting()
        await self.stop()
        return True

    def info(self) -> Json:
        """Return the result of getWebhookInfo."""
        body: Json = {
            "url": self.setting.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self._world.updates.pending()),
        }
        if self.setting.url:
            body["max_connections"] = self.setting.max_connections
        if self._error:
            body["last_error_date"], body["last_error_message"] = self._error
        if self._world.updates.wanted:
            body["allowed_updates"] = self._world.updates.wanted
        return body

    async def stop(self) -> None:
        """Stop posting."""
        tasks = [task for task in (self._loop, *self._posting.values()) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._posting.clear()
        self._loop = None

    def _drop(self, params: Params) -> None:
        if params.flag("drop_pending_updates"):
            self._world.updates.clear()

    async def _run(self) -> None:
        """Post waiting updates, each time that something happens."""
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(PATIENCE)) as session:
            while True:
                self._begin(session)
                await self._world.pulse.next()

    def _begin(self, session: aiohttp.ClientSession) -> None:
        """Start to post the first update of each queue that is not busy."""
        for update in self._world.updates.take_redelivered():
            self._post_in(session, f"again {update.update_id}", update)
        for update in self._world.updates.pending():
            if len(self._posting) >= self.setting.max_connections:
                return
            queue = queue_of(update.body)
            if queue not in self._posting:
                self._post_in(session, queue, update)

    def _post_in(self, session: aiohttp.ClientSession, queue: str, update: Waiting) -> None:
        task = asyncio.create_task(self._post(session, update))
        self._posting[queue] = task
        task.add_done_callback(lambda done: self._posted(queue, done))

    def _posted(self, queue: str, done: asyncio.Task[None]) -> None:
        if self._posting.get(queue) is done:
            del self._posting[queue]
            self._world.pulse.beat()

    async def _post(self, session: aiohttp.ClientSession, update: Waiting) -> None:
        """Post one update again and again, with growing pauses, until it is taken."""
        pause = self._pause
        while not await self._taken(session, update.body):
            await asyncio.sleep(pause)
            pause = min(pause * 2, MAX_PAUSE)
        self._world.updates.confirm_one(update)

    async def _taken(self, session: aiohttp.ClientSession, body: Json) -> bool:
        """Return whether the bot has answered with a 2xx."""
        secret = self.setting.secret
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        try:
            async with session.post(self.setting.url, json=body, headers=headers, ssl=False) as response:
                await response.read()
                if response.ok:
                    return True
                reason = f"Wrong response from the webhook: {response.status} {response.reason}"
        except (aiohttp.ClientError, TimeoutError) as error:
            reason = f"Connection failed: {type(error).__name__}"
        self._error = (self._world.now, reason)
        self._world.pulse.beat()
        return False


def check_secret(secret: str) -> None:
    """Refuse a secret that cannot go into a header."""
    if len(secret) > MAX_SECRET:
        raise RefusalError(SECRET_TOO_LONG)
    if not SECRET.fullmatch(secret):
        raise RefusalError(SECRET_UNALLOWED)


def check_url(url: str, *, plain: bool) -> None:
    """Refuse an address that Telegram would refuse."""
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        port = parts.port or 443
    except ValueError as error:
        raise RefusalError(WEBHOOK_URL_INVALID) from error
    if not parts.hostname or parts.scheme not in ("http", "https"):
        raise RefusalError(WEBHOOK_URL_INVALID)
    if plain:
        return
    if parts.scheme != "https":
        raise RefusalError(WEBHOOK_NOT_HTTPS)
    if port not in PORTS:
        raise RefusalError(WEBHOOK_PORT)


def queue_of(body: Json) -> str:
    """Return the queue of an update: Telegram orders presses by person and messages by chat."""
    if "callback_query" in body:
        return f"presses {body['callback_query']['from']['id']}"
    content = next((value for name, value in body.items() if name != "update_id"), None)
    chat = content.get("chat") if isinstance(content, dict) else None
    return f"chat {chat['id']}" if isinstance(chat, dict) and "id" in chat else "elsewhere"
