"""What is under way: which updates have been handled, and whose mail is still on its way."""

import asyncio
from collections import Counter, OrderedDict

REMEMBERED = 10_000
"""How many handled updates can be asked about."""


class Progress:
    """Lets others wait for an update without asking again and again."""

    def __init__(self) -> None:
        self._handled: OrderedDict[int, int | None] = OrderedDict()
        self._sending = Counter[int]()
        self._making: set[int] = set()
        self._news = asyncio.Event()

    def handled(self, update_id: int, chat_id: int | None) -> None:
        """Note that an update has been handled (or set aside)."""
        self._handled[update_id] = chat_id
        if len(self._handled) > REMEMBERED:
            self._handled.popitem(last=False)
        self._tell()

    def sending(self, chat_id: int) -> None:
        """Note that a chat has mail; more of it may go out beside that."""
        self._sending[chat_id] += 1

    def sent(self, chat_id: int) -> None:
        """Note that it is out, or can go no further for now."""
        self._sending[chat_id] -= 1
        if not self._sending[chat_id]:
            del self._sending[chat_id]
        self._tell()

    def making(self, chat_id: int) -> None:
        """Note that something that takes long is being made for a chat."""
        self._making.add(chat_id)

    def made(self, chat_id: int) -> None:
        """Note that it is made and sent, or given up."""
        self._making.discard(chat_id)
        self._tell()

    async def settled(self, update_id: int) -> None:
        """Wait until an update has been handled and its chat's mail is out, but for what takes long."""
        while update_id not in self._handled or self._handled[update_id] in self._sending:
            await self._news.wait()

    async def idle(self) -> None:
        """Wait until nobody's mail is on its way, and nothing is being made."""
        while self._sending or self._making:
            await self._news.wait()

    def _tell(self) -> None:
        self._news.set()
        self._news = asyncio.Event()
