"""The other stage 1 of an update: Telegram posts it, and gets a 200 after it was committed to the inbox.

The secret tells Telegram's requests from others. The path does not count: a proxy in front may change it.
"""

import hmac
from collections.abc import Awaitable, Callable, Sequence

from pydantic import JsonValue
from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send
from telegram.error import TelegramError

Hear = Callable[[Sequence[JsonValue]], Awaitable[None]]

LARGEST = 1 << 20
"""The most bytes of a request; the largest update of the Bot API, 32,768 characters of rich text, is much smaller."""

HEADER = "X-Telegram-Bot-Api-Secret-Token"


def webhook(hear: Hear, secret: str) -> ASGIApp:
    """Make the application that takes the updates which Telegram posts; ``hear`` commits them."""

    async def take(request: Request) -> Response:
        try:
            update = await request.json()
        except (ValueError, RecursionError, ClientDisconnect):
            return Response(status_code=400)
        try:
            await hear([update])
        except TelegramError:  # not committed: after a 503 Telegram posts it again
            return Response(status_code=503)
        return Response()

    route = Route("/{path:path}", take, methods=["POST"], max_body_size=LARGEST)

    async def check(scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse a request without the secret, with any method, before its body is read."""
        # compared in constant time: the time of the answer must not tell how much of a guess is right
        given = Headers(scope=scope).get(HEADER, "")
        is_known = hmac.compare_digest(given.encode("latin-1"), secret.encode())
        await (route if is_known else Response(status_code=403))(scope, receive, send)

    return check
