"""The benchmark's HTTP, written by hand: the smallest part that the measured libraries use."""

import asyncio
import json
import re
from collections.abc import Callable
from urllib.parse import parse_qsl

Reply = Callable[[bytes], None]
"""Answers a call with a JSON body."""

Answer = Callable[[str, dict[str, str], Reply], None]
"""Gets a call: the method in small letters, its parameters, and the function that answers."""

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_CHUNKED = re.compile(rb"\r\ntransfer-encoding: *chunked", re.IGNORECASE)
_FIELD = re.compile(rb'name="(\w+)"\r\n(?:content-[^\r]*\r\n)*\r\n([^\r]*)\r\n--', re.IGNORECASE)


class Connection(asyncio.Protocol):
    """Reads requests one after the other, and writes their answers."""

    def __init__(self, answer: Answer, opened: "set[Connection]") -> None:
        self._answer = answer
        self._opened = opened
        self._buffer = bytearray()
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin."""
        if isinstance(transport, asyncio.Transport):
            self._transport = transport
            self._opened.add(self)

    def connection_lost(self, _error: Exception | None) -> None:
        """End."""
        self._transport = None
        self._opened.discard(self)

    def close(self) -> None:
        """Close the connection."""
        if self._transport is not None:
            self._transport.abort()

    def data_received(self, data: bytes) -> None:
        """Answer each complete request."""
        self._buffer += data
        while (found := _request(self._buffer)) is not None:
            method, params, length = found
            del self._buffer[:length]
            self._answer(method, params, self._reply)

    def _reply(self, body: bytes) -> None:
        if self._transport is not None:
            head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body)
            self._transport.write(head + body)


def _request(buffer: bytearray) -> tuple[str, dict[str, str], int] | None:
    """Read the first request: method, parameters, and length; None while it is not complete."""
    end = buffer.find(b"\r\n\r\n") + 4
    if end < 4:  # noqa: PLR2004 - the length of what was looked for
        return None
    head = bytes(buffer[:end])
    found = _LENGTH.search(head)
    if _CHUNKED.search(head):
        whole = _chunked(buffer, end)
        if whole is None:
            return None
        body, length = whole
    else:
        length = end + (int(found[1]) if found else 0)
        if len(buffer) < length:
            return None
        body = bytes(buffer[end:length])
    path, _, query = head.split(b" ", 2)[1].partition(b"?")
    return path.rpartition(b"/")[2].decode().lower(), _params(body, query), length


def _chunked(buffer: bytearray, at: int) -> tuple[bytes, int] | None:
    body = b""
    while (end := buffer.find(b"\r\n", at)) >= 0:
        size = int(buffer[at:end], 16)
        at = end + 2 + size + 2
        if len(buffer) < at:
            return None
        body += buffer[end + 2 : at - 2]
        if size == 0:
            return body, at
    return None


def _params(body: bytes, query: bytes) -> dict[str, str]:
    if body.startswith(b"--"):
        return {name.decode(): value.decode() for name, value in _FIELD.findall(body)}
    if body.startswith(b"{"):
        return {
            name: value if isinstance(value, str) else json.dumps(value) for name, value in json.loads(body).items()
        }
    return dict(parse_qsl((body or query).decode(), keep_blank_values=True))
