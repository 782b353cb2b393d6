"""The upper bound: an echo over bare sockets, without any library. No bot can be faster in this benchmark."""

import asyncio
import json
import os
from urllib.parse import quote_plus, urlsplit

CONNECTIONS = 256
_API = urlsplit(os.environ["BOT_API_URL"])
_TOKEN = os.environ["BOT_TOKEN"]
_LENGTH = b"content-length: "


class Line:
    """One connection to the Bot API."""

    def __init__(self) -> None:
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def call(self, method: str, body: bytes) -> bytes:
        """Call a method; return its result."""
        if self._streams is None:
            self._streams = await asyncio.open_connection(_API.hostname, _API.port)
        reader, writer = self._streams
        head = f"POST /bot{_TOKEN}/{method} HTTP/1.1\r\nhost: api\r\ncontent-length: {len(body)}\r\n\r\n"
        writer.write(head.encode() + body)
        answered = (await reader.readuntil(b"\r\n\r\n")).lower()
        length = int(answered.partition(_LENGTH)[2].partition(b"\r\n")[0])
        return await reader.readexactly(length)


async def send(waiting: asyncio.Queue[bytes]) -> None:
    """Send the waiting messages, one at a time."""
    line = Line()
    while True:
        await line.call("sendMessage", await waiting.get())


async def main() -> None:
    """Echo until stopped."""
    waiting: asyncio.Queue[bytes] = asyncio.Queue()
    senders = [asyncio.create_task(send(waiting)) for _ in range(CONNECTIONS)]
    line, offset = Line(), 0
    while senders:
        for update in json.loads(await line.call("getUpdates", f"offset={offset}&timeout=10".encode()))["result"]:
            offset = update["update_id"] + 1
            message = update["message"]
            waiting.put_nowait(f"chat_id={message['chat']['id']}&text={quote_plus(message['text'])}".encode())


if __name__ == "__main__":
    asyncio.run(main())
