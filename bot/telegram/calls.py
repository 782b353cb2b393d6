"""A bot that calls a method as the Bot API has it: nothing is made into the library's objects, there or back."""

from http import HTTPStatus
from typing import Any, cast

from pydantic import JsonValue
from telegram import User
from telegram.error import RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.health import Metrics
from bot.telegram.client import AiohttpRequest, UnusableAnswer, error_class

Json = dict[str, JsonValue]


class PlainBot(ExtBot[int]):
    """The library's bot, with its rate limit, its requests and its errors, and a way past its objects."""

    _me: User | None = None

    @property
    def bot(self) -> User:
        """The bot's own account, as ``get_me`` was told."""
        if self._me is None:
            raise RuntimeError("ask get_me first")
        return self._me

    async def get_me(self, **_timeouts: Any) -> User:  # noqa: ANN401 - the library's, which nobody sets
        """Ask who the bot is. Emulators leave out ``is_bot``, which the library insists on."""
        told = await self.call("getMe")
        if not isinstance(told, dict) or not isinstance(told.get("id"), int):
            raise UnusableAnswer("no bot in it")
        name, username = told.get("first_name"), told.get("username")
        self._me = User(cast("int", told["id"]), str(name or ""), is_bot=True, username=str(username or ""))
        return self._me

    async def command(self, method: str, **given: JsonValue) -> None:
        """Call a method that answers ``true`` where it has done what it was asked; raises ``UnusableAnswer`` else."""
        if await self.call(method, **given) is not True:
            raise UnusableAnswer("not true")

    async def call(self, method: str, **given: JsonValue) -> JsonValue:
        """Call a method with what is given; what is ``None`` is left out. Raises what the library raises."""
        named: Json = {name: value for name, value in given.items() if value is not None}
        if self.rate_limiter is None:
            return cast("JsonValue", await self._called(method, named))
        answer = await self.rate_limiter.process_request(self._called, (method, named), {}, method, named, None)
        return cast("JsonValue", answer)

    async def _called(self, method: str, given: Json) -> Any:  # noqa: ANN401 - as the rate limiter wants it
        return await cast("AiohttpRequest", self.request).call(f"{self.base_url}/{method}", given)

    async def called_message(self, method: str, **given: JsonValue) -> int:
        """Call a method that answers with the message that it made; gives that one's number."""
        message = await self.call(method, **given)
        number = message.get("message_id") if isinstance(message, dict) else None
        if not isinstance(number, int):
            raise TypeError(f"{method} was not answered with a message")
        return number


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
