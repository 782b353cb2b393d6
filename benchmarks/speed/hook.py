"""Updates posted to webhooks, to each worker in turn, over open connections."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from itertools import count

CONNECTIONS = 32
"""Connections to each worker: Telegram opens 40 at most by default (Bot API, setWebhook)."""

AGAIN_SECONDS = 0.05


class Hook:
    """Posts to ``127.0.0.1`` at each of these ports."""

    def __init__(self, ports: Sequence[int], secret: str) -> None:
        self._secret = secret
        self._waiting: list[asyncio.Queue[bytes]] = [asyncio.Queue() for _ in ports]
        self._numbers = count()
        lines = [(port, queue) for port, queue in zip(ports, self._waiting, strict=True) for _ in range(CONNECTIONS)]
        self._work = [asyncio.create_task(self._serve(port, queue)) for port, queue in lines]

    def post(self, body: bytes) -> None:
        """Post an update to the next worker."""
        self._waiting[next(self._numbers) % len(self._waiting)].put_nowait(body)

    def close(self) -> None:
        """Stop posting."""
        for task in self._work:
            task.cancel()

    async def _serve(self, port: int, waiting: asyncio.Queue[bytes]) -> None:
        while True:
            body = await waiting.get()
            with suppress(OSError, asyncio.IncompleteReadError):
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
                try:
                    while await self._taken(reader, writer, body):
                        body = await waiting.get()
                finally:
                    writer.close()
            waiting.put_nowait(body)  # as Telegram does: what was not taken is posted again
            await asyncio.sleep(AGAIN_SECONDS)  # a worker that is away is not called without a pause

    async def _taken(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, body: bytes) -> bool:
        head = (
            f"POST /hook HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n"
            f"x-telegram-bot-api-secret-token: {self._secret}\r\n\r\n"
        )
        writer.write(head.encode() + body)
        answered = await reader.readuntil(b"\r\n\r\n")  # ours answers without a body
        return b" 200 " in answered.split(b"\r\n", 1)[0]
