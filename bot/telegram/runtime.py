"""Shared by all parts of a running bot: clock, stop, database health, metrics, locks and pending work."""

import asyncio
from collections import Counter, OrderedDict
from dataclasses import dataclass

from bot.clock import Clock
from bot.health import DatabaseHealth, Metrics
from bot.telegram.stopping import Stopping
from storage import WorkerLocks

REMEMBERED = 10_000
"""How many handled updates ``PendingWork`` remembers."""


class PendingWork:
    """The work that is under way, for callers that wait until an update or all work is finished."""

    def __init__(self) -> None:
        self._handled: OrderedDict[int, int | None] = OrderedDict()
        self._sending = Counter[int]()
        self._documents: set[int] = set()
        self._changed = asyncio.Event()

    def handled(self, update_id: int, chat_id: int | None) -> None:
        """Note that an update was handled or set aside."""
        self._handled[update_id] = chat_id
        if len(self._handled) > REMEMBERED:
            self._handled.popitem(last=False)
        self._notify()

    def sending_begins(self, chat_id: int) -> None:
        """Note that messages are being sent to a chat; this may be noted several times at once."""
        self._sending[chat_id] += 1

    def sending_ends(self, chat_id: int) -> None:
        """Note that they were sent, or have to wait."""
        self._sending[chat_id] -= 1
        if not self._sending[chat_id]:
            del self._sending[chat_id]
        self._notify()

    def document_begins(self, chat_id: int) -> None:
        """Note that a long document is being made for a chat."""
        self._documents.add(chat_id)

    def document_ends(self, chat_id: int) -> None:
        """Note that it was sent, or given up."""
        self._documents.discard(chat_id)
        self._notify()

    async def settled(self, update_id: int) -> None:
        """Wait until an update was handled and its chat has no message to send; long documents do not count."""
        while update_id not in self._handled or self._handled[update_id] in self._sending:
            await self._changed.wait()

    async def idle(self) -> None:
        """Wait until no message is being sent and no document is being made."""
        while self._sending or self._documents:
            await self._changed.wait()

    def _notify(self) -> None:
        # a new event for the next change, so that a waiting task that is woken can wait again at once
        self._changed.set()
        self._changed = asyncio.Event()


@dataclass(frozen=True)
class Runtime:
    """The shared things in one argument: without it most parts would take four to six more."""

    clock: Clock
    stopping: Stopping
    database_health: DatabaseHealth
    metrics: Metrics
    locks: WorkerLocks
    pending: PendingWork
