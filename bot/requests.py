"""python-telegram-bot's requests over aiohttp: faster than httpx, and no URL (it holds the token) in any error."""

import json
import os
from collections.abc import AsyncGenerator
from http import HTTPStatus
from typing import Any

import aiohttp
from telegram.error import NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

_FILE_SECONDS = 600
"""How long the largest file may take on its way up: 50 MB over a slow line."""

_DOWN_SECONDS = 3600
"""How long one may take on its way down, which holds nobody up: as long as its link is good (Bot API, getFile)."""

_GONE = (400, 403, 404, 410)
"""How a file server answers to a link that leads nowhere any more."""

_JSON = {"Content-Type": "application/json"}

_Seconds = Any
"""A float, ``None``, or python-telegram-bot's mark for the default, whose class is not public."""


class FileGone(Exception):  # noqa: N818 - it says what was met
    """A link to a file leads nowhere any more."""


class AiohttpRequest(BaseRequest):
    """Requests over at most so many connections; timeouts in seconds."""

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
        """Carry out a request; give its status and its body."""
        if self._session is None:
            raise NetworkError("The request is not initialized")
        timeout = aiohttp.ClientTimeout(
            total=_FILE_SECONDS if request_data and request_data.contains_files else None,
            sock_connect=_or(connect_timeout, self._connect_timeout),
            sock_read=_or(read_timeout, self._read_timeout),
        )
        try:
            async with self._session.request(method, url, timeout=timeout, **_form(request_data)) as response:
                return response.status, await response.read()
        except TimeoutError:
            raise TimedOut from None
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise NetworkError(type(error).__name__) from None

    async def chunks(self, url: str, size: int) -> AsyncGenerator[bytes, None]:
        """Fetch a file in chunks of at most ``size`` bytes; ``FileGone`` where there is none."""
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
        """Read the body; the library's own way would log it, and people's words are in it."""
        try:
            read = json.loads(payload.decode("utf-8", "replace"))
        except (ValueError, RecursionError):
            raise TelegramError("Invalid server response") from None
        if not isinstance(read, dict):
            raise TelegramError("Invalid server response")
        return read


def _seconds(header: str | None) -> int:
    """Read how long a server of files wants to be left alone; a date or nothing is a minute."""
    return int(header) if header is not None and header.isascii() and header.isdecimal() else 60


def _or(given: _Seconds, default: float) -> float | None:
    seconds: float | None = default if given is BaseRequest.DEFAULT_NONE else given
    return seconds


def _form(data: RequestData | None) -> dict[str, Any]:
    """Write the parameters as aiohttp takes them: as JSON, and as a form where there is a file among them."""
    if data is None:
        return {}
    if not data.contains_files:
        return {"data": json.dumps(data.parameters).encode(), "headers": _JSON}  # json_payload would nest JSON in JSON
    form = aiohttp.FormData(data.json_parameters, quote_fields=False)  # Telegram takes a name of a file as it stands
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return {"data": form}
