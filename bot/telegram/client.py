"""The bot as a client of the Bot API: JSON calls, the rate limit, the counting of calls, the server's addresses."""

from collections.abc import Callable, Coroutine
from http import HTTPStatus
from typing import Any, TypedDict, cast

from pydantic import JsonValue
from telegram import User
from telegram.error import RetryAfter, TelegramError
from telegram.ext import AIORateLimiter, BaseRateLimiter, ExtBot

from bot.health import Metrics
from bot.telegram.http_request import AiohttpRequest, UnusableAnswer, error_class

Json = dict[str, JsonValue]

GROUP_PER_MINUTE = 20
"""Messages that Telegram lets a bot send to one group in a minute."""


class PlainBot(ExtBot[int]):
    """The library's bot, with its rate limiter, requests and errors, and with calls that take and return plain JSON.

    The library's own methods build an object for each parameter and each answer; a plain call costs a tenth of that.
    """

    _me: User | None = None

    @property
    def bot(self) -> User:
        """The bot's own account, as ``get_me`` returned it."""
        if self._me is None:
            raise RuntimeError("ask get_me first")
        return self._me

    async def get_me(self, **_timeouts: Any) -> User:  # noqa: ANN401 - the library's, which nobody sets
        """Ask Telegram for the bot's own account."""
        told = await self.call("getMe")
        if not isinstance(told, dict) or not isinstance(told.get("id"), int):
            raise UnusableAnswer("no bot in it")
        name, username = told.get("first_name"), told.get("username")
        # emulators of the Bot API leave out is_bot, and the library's own get_me fails without it
        self._me = User(cast("int", told["id"]), str(name or ""), is_bot=True, username=str(username or ""))
        return self._me

    async def command(self, method: str, **given: JsonValue) -> None:
        """Call a method that answers ``true``; raises ``UnusableAnswer`` for any other answer."""
        if await self.call(method, **given) is not True:
            raise UnusableAnswer("not true")

    async def call(self, method: str, **given: JsonValue) -> JsonValue:
        """Call a method and return its result as JSON; parameters that are ``None`` are left out.

        Raises the library's errors.
        """
        # not the library's do_api_request: it warns for methods that the library has, and takes a 401 and a 404 for one
        named: Json = {name: value for name, value in given.items() if value is not None}
        if self.rate_limiter is None:
            return cast("JsonValue", await self._called(method, named))
        answer = await self.rate_limiter.process_request(self._called, (method, named), {}, method, named, None)
        return cast("JsonValue", answer)

    async def _called(self, method: str, given: Json) -> Any:  # noqa: ANN401 - as the rate limiter wants it
        return await cast("AiohttpRequest", self.request).call(f"{self.base_url}/{method}", given)

    async def called_message(self, method: str, **given: JsonValue) -> int:
        """Call a method that answers with a message; return the id of that message."""
        message = await self.call(method, **given)
        number = message.get("message_id") if isinstance(message, dict) else None
        if not isinstance(number, int):
            raise TypeError(f"{method} was not answered with a message")
        return number


class CountedRequest(AiohttpRequest):
    """Requests that are counted in the metrics."""

    def __init__(self, metrics: Metrics, connections: int) -> None:
        super().__init__(connections)
        self._metrics = metrics

    async def exchange(self, url: str, *given: Any, **content: Any) -> tuple[int, bytes]:  # noqa: ANN401 - passed on
        """Send a request, and count it."""
        method = url.rpartition("/")[2]  # never the whole URL: it holds the token
        try:
            status, body = await super().exchange(url, *given, **content)
        except TelegramError as error:
            self._metrics.called(method, type(error).__name__)
            raise
        self._metrics.called(method, _error(status))
        return status, body


def _error(status: int) -> str | None:
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return None
    return (RetryAfter if status == HTTPStatus.TOO_MANY_REQUESTS else error_class(status)).__name__


class RateLimiter(BaseRateLimiter[int]):
    """At most ``messages_per_second`` for all workers together; 0 sets no limit.

    The library's limiter has no public way to change its rate. So this one passes calls on to it, and makes a new one
    when the number of workers changes; the new one does not know the messages of the last second.
    """

    def __init__(self, messages_per_second: int) -> None:
        self._messages_per_second = messages_per_second
        self._workers = 1
        self._limiter = _limiter(messages_per_second)

    async def initialize(self) -> None:
        """Do nothing: the library's limiter needs no set-up."""

    async def shutdown(self) -> None:
        """Do nothing, as in ``initialize``."""

    async def process_request(  # noqa: PLR0913, PLR0917 - the signature is the library's
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,  # noqa: ANN401 - of the call
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Any:  # noqa: ANN401 - what the call gives
        """Make a call as soon as the limit allows it."""
        if not self._messages_per_second:
            return await callback(*args, **kwargs)
        return await self._limiter.process_request(callback, args, kwargs, endpoint, data, rate_limit_args)

    def share(self, workers: int) -> None:
        """Divide the rate by the number of workers; each may send at least one message a second."""
        if self._messages_per_second and workers != self._workers:
            self._workers = workers
            self._limiter = _limiter(max(1, self._messages_per_second / workers))


def _limiter(messages_per_second: float) -> AIORateLimiter:
    return AIORateLimiter(messages_per_second, group_max_rate=GROUP_PER_MINUTE)


class Addresses(TypedDict, total=False):
    """The addresses of a Bot API server, as the library takes them."""

    base_url: str
    base_file_url: str


def addresses(api_url: str | None) -> Addresses:
    """Return the addresses of a Bot API server; none, which means Telegram's, if ``api_url`` is empty."""
    return {"base_url": f"{api_url}/bot", "base_file_url": f"{api_url}/file/bot"} if api_url else {}
