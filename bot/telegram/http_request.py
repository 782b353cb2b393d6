"""The HTTP requests of python-telegram-bot, over aiohttp: twice as fast as httpx, and no URL in errors or logs.

A URL of the Bot API holds the token.
"""

import json
import os
from collections.abc import AsyncGenerator, Mapping
from http import HTTPStatus
from typing import Any, Never

import aiohttp
from pydantic import JsonValue
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.request import BaseRequest, RequestData

_FILE_SECONDS = 600
"""How long an upload may take: 50 MB over a slow line."""

_CALL_SECONDS = 120
"""How long any other call may take, also if its answer comes byte by byte."""

_NUMBERS = {"retry_after": range(10**8), "migrate_to_chat_id": range(-1 << 63, 1 << 63)}
"""The parameters of a refusal, and the numbers in them that the library can use."""

_DOWN_SECONDS = 3600
"""How long a download may take, which delays nobody: as long as its link is valid (Bot API, getFile)."""

_GONE = (400, 403, 404, 410)
"""The statuses of a file server for a dead link."""

_CLASSES: dict[int, type[TelegramError]] = {
    HTTPStatus.BAD_REQUEST: BadRequest,
    HTTPStatus.UNAUTHORIZED: InvalidToken,
    HTTPStatus.FORBIDDEN: Forbidden,
    HTTPStatus.NOT_FOUND: InvalidToken,
    HTTPStatus.CONFLICT: Conflict,
}
"""The error that python-telegram-bot raises for a status; for all others it raises NetworkError."""

_JSON = {"Content-Type": "application/json"}

_Seconds = Any
"""A float, ``None``, or python-telegram-bot's marker of a default, whose class is not public."""


class FileGone(Exception):  # noqa: N818 - its name is the fact
    """The link of a file is dead."""


class UnusableAnswer(NetworkError):  # noqa: N818 - its name is the fact
    """The answer is not one of a Bot API: a proxy's page, half a body, other JSON. Another attempt may help."""

    def __init__(self, message: str, status: int | None = None) -> None:
        super().__init__(message)
        self.status = status


class TooLarge(BadRequest):
    """A server on the way to Telegram takes no file of this size, now or later."""


class _Answer(dict[str, Any]):
    """An answer of the Bot API. The library reads ``result`` from it without checking that it is there."""

    def __missing__(self, key: str) -> Never:
        raise UnusableAnswer(f"no {key} in it")


class AiohttpRequest(BaseRequest):
    """Requests over at most ``connections`` connections; timeouts in seconds."""

    def __init__(self, connections: int = 256, read_timeout: float = 10, connect_timeout: float = 5) -> None:
        os.environ.setdefault("PTB_TIMEDELTA", "true")  # else each RetryAfter warns of the next major version
        self._connections = connections
        self._read_timeout = read_timeout
        self._connect_timeout = connect_timeout
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """How long an answer may take."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the session."""
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=self._connections)
            self._session = aiohttp.ClientSession(
                connector=connector, headers={"User-Agent": self.USER_AGENT}, cookie_jar=aiohttp.DummyCookieJar()
            )

    async def shutdown(self) -> None:
        """Close the session with its connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(  # noqa: PLR0913, PLR0917 - the signature is the library's
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: _Seconds = BaseRequest.DEFAULT_NONE,
        write_timeout: _Seconds = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - aiohttp has none
        connect_timeout: _Seconds = BaseRequest.DEFAULT_NONE,
        pool_timeout: _Seconds = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - a request waits for a connection
    ) -> tuple[int, bytes]:
        """Send a request of the library; return status and body."""
        has_file = request_data is not None and request_data.contains_files
        timeout = aiohttp.ClientTimeout(
            total=_FILE_SECONDS if has_file else _CALL_SECONDS,
            sock_connect=_or(connect_timeout, self._connect_timeout),
            sock_read=_or(read_timeout, self._read_timeout),
        )
        try:
            status, body = await self.exchange(url, method, timeout, **_form(request_data))
        except UnusableAnswer as error:
            if not has_file or error.status != HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
                raise
            status, body = error.status, b""
        if has_file and status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
            raise TooLarge("status 413")
        return status, body

    async def call(self, url: str, given: Mapping[str, JsonValue], read_timeout: float | None = None) -> JsonValue:
        """Call a method with plain JSON; return its result as JSON. Raises the library's errors."""
        timeout = aiohttp.ClientTimeout(
            total=_CALL_SECONDS, sock_connect=self._connect_timeout, sock_read=read_timeout or self._read_timeout
        )
        status, body = await self.exchange(url, "POST", timeout, **_as_json(given))
        answer = self.parse_json_payload(body)
        if not _is_success(status):
            raise _refused(status, answer)
        result: JsonValue = answer["result"]
        return result

    async def exchange(
        self,
        url: str,
        method: str,
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109 - of each part of the exchange, not of the whole
        **content: Any,  # noqa: ANN401 - as aiohttp takes it
    ) -> tuple[int, bytes]:
        """Send a request; return status and body. Raises ``UnusableAnswer`` if the answer is not one of a Bot API."""
        if self._session is None:
            raise NetworkError("The request is not initialized")
        try:
            async with self._session.request(method, url, timeout=timeout, **content) as response:
                status, body = response.status, await response.read()
        except TimeoutError:
            raise TimedOut from None
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise NetworkError(type(error).__name__) from None
        if not _is_success(status) and not _is_refusal(body):
            raise UnusableAnswer(f"status {status} of something else", status)
        return status, body

    async def chunks(self, url: str, size: int) -> AsyncGenerator[bytes, None]:
        """Download a file in chunks of at most ``size`` bytes; raises ``FileGone`` if its link is dead."""
        if self._session is None:
            raise NetworkError("The request is not initialized")
        timeout = aiohttp.ClientTimeout(
            total=_DOWN_SECONDS, sock_connect=self._connect_timeout, sock_read=self._read_timeout
        )
        try:
            async with self._session.get(url, timeout=timeout) as response:
                if response.status in _GONE:
                    raise FileGone
                if response.status == HTTPStatus.TOO_MANY_REQUESTS:
                    raise RetryAfter(_seconds(response.headers.get("Retry-After")))
                response.raise_for_status()
                async for chunk in response.content.iter_chunked(size):
                    yield chunk
        except TimeoutError:
            raise TimedOut from None
        except (aiohttp.ClientError, ValueError) as error:
            raise NetworkError(type(error).__name__) from None

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Read a body. The library's own method would log it, with people's words in it."""
        read = _read(payload)
        if not isinstance(read, dict):
            raise UnusableAnswer("Invalid server response")
        if read.get("ok") is not True:
            read.pop("result", None)
        return _Answer(read)


def _read(body: bytes) -> Any:  # noqa: ANN401 - whatever came
    try:
        return json.loads(body.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None


def _is_refusal(body: bytes) -> bool:
    """Whether a body is a refusal of the Bot API and not the page of a proxy.

    The library looks at the status only. It would take a proxy's 404 for a wrong token, a 403 for a person who blocked
    the bot, and a 400 for a message that can never be sent.
    """
    read = _read(body)
    if not isinstance(read, dict) or read.get("ok") is not False or not isinstance(read.get("description", ""), str):
        return False
    more = read.get("parameters") or {}
    return isinstance(more, dict) and all(
        type(more.get(name, 0)) is int and more.get(name, 0) in usable for name, usable in _NUMBERS.items()
    )


def _seconds(header: str | None) -> int:
    """Read the seconds of ``Retry-After``; a date or nothing counts as a minute."""
    return int(header) if header is not None and header.isascii() and header.isdecimal() else 60


def _or(given: _Seconds, default: float) -> float | None:
    seconds: float | None = default if given is BaseRequest.DEFAULT_NONE else given
    return seconds


def _form(data: RequestData | None) -> dict[str, Any]:
    """Write the parameters as aiohttp takes them: as JSON, or as a form if there is a file."""
    if data is None:
        return {}
    if not data.contains_files:
        return _as_json(data.parameters)  # json_payload would nest JSON in JSON
    form = aiohttp.FormData(data.json_parameters, quote_fields=False)  # Telegram shows a quoted file name as it is
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return {"data": form}


def _as_json(given: Mapping[str, Any]) -> dict[str, Any]:
    return {"data": json.dumps(given).encode(), "headers": _JSON}


def _is_success(status: int) -> bool:
    return HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES


def error_class(status: int) -> type[TelegramError]:
    """Return the error class that python-telegram-bot raises for a status."""
    return _CLASSES.get(status, NetworkError)


def _refused(status: int, answer: Mapping[str, Any]) -> TelegramError:
    """Make the same error of a refusal as python-telegram-bot."""
    more = answer.get("parameters") or {}
    if more.get("migrate_to_chat_id"):
        return ChatMigrated(more["migrate_to_chat_id"])
    if more.get("retry_after"):
        return RetryAfter(more["retry_after"])
    return error_class(status)(answer.get("description") or f"status {status}")
