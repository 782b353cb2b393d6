"""The webhook: updates that Telegram posts, committed to the inbox before it hears a 200.

The secret, not the path, tells Telegram from others; a proxy in front may change the path.
"""

import hmac
from collections.abc import (
    Awaitable,
    Callable,
    Sequence,
)

from pydantic import JsonValue
from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send
from telegram.error import TelegramError

Hear = Callable[[Sequence[JsonValue]], Awaitable[None]]

LARGEST = 1 << 20
"""The most bytes of a request; the largest update of the Bot API, 32,768 characters of rich text, is far below it."""

HEADER = "X-Telegram-Bot-Api-Secret-Token"


def webhook(hear: Hear, secret: str) -> ASGIApp:
    """Take what Telegram posts: ``hear`` commits it."""

    async def take(request: Request) -> Response:
        try:
            update = await request.json()
        except (ValueError, RecursionError, ClientDisconnect):
            return Response(status_code=400)
        try:
            await hear([update])
        except TelegramError:  # Telegram posts it again
            return Response(status_code=503)
        return Response()

    route = Route("/{path:path}", take, methods=["POST"], max_body_size=LARGEST)

    async def check(scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse whoever does not know the secret, whatever the method, before anything of the body is read."""
        given = Headers(scope=scope).get(HEADER, "")
        is_known = hmac.compare_digest(given.encode("latin-1"), secret.encode())
        await (route if is_known else Response(status_code=403))(scope, receive, send)

    return check
