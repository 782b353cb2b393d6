"""Calls of the Bot API, counted by method and by the class of their error."""

from http import HTTPStatus
from typing import Any

from telegram.error import TelegramError

from bot.metrics import Metrics
from bot.requests import AiohttpRequest

_CLASSES: dict[int, str] = {
    HTTPStatus.BAD_REQUEST: "BadRequest",
    HTTPStatus.UNAUTHORIZED: "InvalidToken",
    HTTPStatus.FORBIDDEN: "Forbidden",
    HTTPStatus.NOT_FOUND: "InvalidToken",
    HTTPStatus.CONFLICT: "Conflict",
    HTTPStatus.TOO_MANY_REQUESTS: "RetryAfter",
}
"""What python-telegram-bot makes of a status; of all others a NetworkError."""


class CountedRequest(AiohttpRequest):
    """Requests that tell the metrics what became of them."""

    def __init__(self, metrics: Metrics, connections: int) -> None:
        super().__init__(connections)
        self._metrics = metrics

    async def do_request(self, url: str, method: str, *given: Any, **named: Any) -> tuple[int, bytes]:  # noqa: ANN401 - passed on
        """Carry out a request; give its status and its body."""
        called = url.rpartition("/")[2]
        try:
            status, body = await super().do_request(url, method, *given, **named)
        except TelegramError as error:
            self._metrics.called(called, type(error).__name__)
            raise
        is_done = HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES
        self._metrics.called(called, None if is_done else _CLASSES.get(status, "NetworkError"))
        return status, body
