"""A minimal Bot API: it hands out updates, takes messages, counts calls, and can be slow on purpose.

It checks nothing. bot/sandbox/ is strict, and twenty times slower.
"""

import asyncio
import json
from collections import Counter, deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Self

from benchmarks.speed.hook import Hook
from benchmarks.speed.wire import Connection, Reply

Json = dict[str, Any]
Heard = Callable[[int, Json], None]
"""Gets a message that the bot has sent or redrawn, with its chat."""

TOKEN = "1000:bench"  # noqa: S105 - a token that no bot has
_BATCH = 100
_FIRST_UPDATE = 500_000_000  # beyond those that a filled database has heard
_ME = {"id": 1000, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
_SAYS = frozenset({"sendmessage", "editmessagetext", "senddocument", "sendphoto"})
_OK = b'{"ok":true,"result":%s}'


class Telegram:
    """Serves one bot in an ``async with`` block; ``delay`` is the time of each call, in seconds."""

    def __init__(self) -> None:
        self.delay = 0.0
        self.calls: Counter[str] = Counter()
        self.address = ""
        self.hook: Hook | None = None
        self._chats: dict[int, Heard] = {}
        self._waiting: deque[tuple[int, bytes]] = deque()
        self._polls: deque[tuple[Reply, int]] = deque()
        self._next_update = _FIRST_UPDATE
        self._next_message = 1
        self._server: asyncio.Server | None = None
        self._open: set[Connection] = set()

    async def __aenter__(self) -> Self:
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(self._connection, "127.0.0.1", 0, backlog=1024)
        self.address = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        if self.hook is not None:
            self.hook.close()
        if self._server is not None:
            self._server.close()
        for connection in tuple(self._open):
            connection.close()
        await asyncio.sleep(0)  # in which they close

    def _connection(self) -> Connection:
        return Connection(self._called, self._open)

    def open(self, chat_id: int, heard: Heard) -> None:
        """Pass the bot's messages in a chat to a listener."""
        self._chats[chat_id] = heard

    def leave(self, chat_id: int) -> None:
        """Remove the listener of a chat."""
        self._chats.pop(chat_id, None)

    def write(self, chat_id: int, text: str) -> None:
        """Send a message to the bot."""
        entities = {"entities": [_command(text)]} if text.startswith("/") else {}
        self._bring("message", _message(chat_id, self._number(), text, _person(chat_id)) | entities)

    def press(self, chat_id: int, message: Json, data: str) -> None:
        """Send the press of a button to the bot."""
        query = {"id": str(self._number()), "chat_instance": "1", "message": message, "data": data}
        self._bring("callback_query", query | {"from": _person(chat_id)})

    def _bring(self, kind: str, content: Json) -> None:
        update_id, self._next_update = self._next_update, self._next_update + 1
        body = json.dumps({"update_id": update_id, kind: content}).encode()
        if self.hook is not None:
            self.hook.post(body)
            return
        self._waiting.append((update_id, body))
        if self._polls:
            self._hand_out(*self._polls.popleft())

    def _hand_out(self, reply: Reply, offset: int) -> None:
        while self._waiting and self._waiting[0][0] < offset:
            self._waiting.popleft()
        batch = [body for _, body in list(self._waiting)[:_BATCH]]
        reply(_OK % (b"[%s]" % b",".join(batch)))

    def _called(self, method: str, params: dict[str, str], reply: Reply) -> None:
        self.calls[method] += 1
        if not self.delay:
            self._answer(method, params, reply)
        else:
            asyncio.get_running_loop().call_later(self.delay, self._answer, method, params, reply)

    def _answer(self, method: str, params: dict[str, str], reply: Reply) -> None:
        if method in _SAYS:
            self._said(params, reply)
        elif method == "getupdates":
            self._poll(params, reply)
        else:
            result = _ME if method == "getme" else True
            reply(_OK % json.dumps(result).encode())

    def _poll(self, params: dict[str, str], reply: Reply) -> None:
        offset = int(params.get("offset") or 0)
        while self._waiting and self._waiting[0][0] < offset:
            self._waiting.popleft()
        seconds = int(float(params.get("timeout") or 0))
        if self._waiting or not seconds:
            self._hand_out(reply, offset)
            return
        waits = (reply, offset)
        self._polls.append(waits)
        asyncio.get_running_loop().call_later(seconds, self._end, waits)

    def _end(self, waits: tuple[Reply, int]) -> None:
        with suppress(ValueError):
            self._polls.remove(waits)
            self._hand_out(*waits)

    def _said(self, params: dict[str, str], reply: Reply) -> None:
        chat_id = int(params["chat_id"])
        number = int(params.get("message_id") or self._number())
        message = _message(chat_id, number, params.get("text", ""), _ME)
        if params.get("reply_markup"):
            message["reply_markup"] = json.loads(params["reply_markup"])
        reply(_OK % json.dumps(message).encode())
        heard = self._chats.get(chat_id)
        if heard is not None:
            heard(chat_id, message)

    def _number(self) -> int:
        self._next_message += 1
        return self._next_message


def _message(chat_id: int, number: int, text: str, sender: Json) -> Json:
    chat = {"id": chat_id, "type": "private", "first_name": "Person"}
    return {"message_id": number, "date": 1795000000, "chat": chat, "from": sender, "text": text}


def _person(chat_id: int) -> Json:
    return {"id": chat_id, "is_bot": False, "first_name": "Person", "language_code": "en"}


def _command(text: str) -> Json:
    return {"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}
