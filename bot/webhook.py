"""The webhook: updates that Telegram posts, committed to the inbox before it hears a 200.

An ASGI application with one thing to do, so it is written out here; ``bot.pages`` puts other pages beside it. The
secret, not the path, tells Telegram from others; a proxy in front may change the path.
"""

import hmac
import json
from collections.abc import Awaitable, Callable, Iterable, MutableMapping, Sequence
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from pydantic import JsonValue
from telegram import Update
from telegram.error import TelegramError

if TYPE_CHECKING:
    from asyncio import Queue

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Hear = Callable[[Sequence[JsonValue]], Awaitable[Sequence[Update]]]

LARGEST = 1 << 20
"""The most bytes of a request; the largest update of the Bot API, 32,768 characters of rich text, is far below it."""

SECRET = b"x-telegram-bot-api-secret-token"


class Webhook:
    """Takes what Telegram posts; ``hear`` commits it, then it waits in ``queue`` like what polling brings."""

    def __init__(self, hear: Hear, queue: "Queue[object]", secret: str) -> None:
        self._hear = hear
        self._queue = queue
        self._secret = secret.encode()

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer one request."""
        status = await self._status(scope, receive)
        headers = [(b"content-length", b"0")]
        if status is HTTPStatus.METHOD_NOT_ALLOWED:
            headers.append((b"allow", b"POST"))
        await send({"type": "http.response.start", "status": status.value, "headers": headers})
        await send({"type": "http.response.body", "body": b""})

    async def _status(self, scope: Message, receive: Receive) -> HTTPStatus:
        if not hmac.compare_digest(_secret(scope["headers"]), self._secret):
            return HTTPStatus.FORBIDDEN
        if scope["method"] != "POST":
            return HTTPStatus.METHOD_NOT_ALLOWED
        body = await _body(receive)
        if body is None:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        try:
            update = json.loads(body)
        except (ValueError, RecursionError):  # also what is cut off where a connection breaks
            return HTTPStatus.BAD_REQUEST
        return await self._accepted(update)

    async def _accepted(self, update: JsonValue) -> HTTPStatus:
        """Commit an update and let it wait for its turn; where that fails Telegram posts it again."""
        try:
            heard = await self._hear([update])
        except TelegramError:
            return HTTPStatus.SERVICE_UNAVAILABLE
        for each in heard:
            await self._queue.put(each)
        return HTTPStatus.OK


def _secret(headers: Iterable[tuple[bytes, bytes]]) -> bytes:
    return next((value for name, value in headers if name == SECRET), b"")


async def _body(receive: Receive) -> bytes | None:
    """Read a body; nothing where it is too large."""
    body = bytearray()
    while True:
        message = await receive()
        body += message.get("body", b"")
        if len(body) > LARGEST:
            return None
        if not message.get("more_body"):
            return bytes(body)
