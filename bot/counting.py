"""Calls of the Bot API, counted by method and by the class of their error."""

from http import HTTPStatus
from typing import Any

from telegram.error import RetryAfter, TelegramError

from bot.metrics import Metrics
from bot.requests import AiohttpRequest, error_class


class CountedRequest(AiohttpRequest):
    """Requests that tell the metrics what became of them."""

    def __init__(self, metrics: Metrics, connections: int) -> None:
        super().__init__(connections)
        self._metrics = metrics

    async def exchange(self, url: str, *given: Any, **content: Any) -> tuple[int, bytes]:  # noqa: ANN401 - passed on
        """Send a request, and count it."""
        called = url.rpartition("/")[2]
        try:
            status, body = await super().exchange(url, *given, **content)
        except TelegramError as error:
            self._metrics.called(called, type(error).__name__)
            raise
        self._metrics.called(called, _error(status))
        return status, body


def _error(status: int) -> str | None:
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return None
    return (RetryAfter if status == HTTPStatus.TOO_MANY_REQUESTS else error_class(status)).__name__
