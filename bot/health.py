"""Whether the bot is well: one look at the database a second at most, whoever asks and however often."""

import asyncio
import logging
from collections.abc import (
    Awaitable,
    Callable,
    Hashable,
    Iterable,
)
from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from typing import Literal, get_args

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)

from bot.clock import Clock
from bot.logs import fields, places
from storage import Backlog, Database, DatabaseGone, Waiting, backlog_of

_LOG = logging.getLogger(__name__)


class DatabaseHealth:
    """What does not work at the moment: each piece of work that fails is told, and told again when it works.

    ``tell`` says to a chat, past the outbox, that nothing can be saved; it is tried once for each chat and trouble.
    """

    def __init__(self, tell: Callable[[int], Awaitable[object]]) -> None:
        self._tell = tell
        self._failing: set[Hashable] = set()
        self._logged: set[str] = set()
        self._told: set[int] = set()
        self._telling: set[asyncio.Task[None]] = set()
        self._closed = False

    @property
    def is_failing(self) -> bool:
        """Whether something could not be kept when it was last tried."""
        return bool(self._failing)

    def fails(self, work: Hashable, error: Exception, chats: Iterable[int] = ()) -> None:
        """Note that something could not be kept, and whose it was."""
        if self._closed:
            return
        self._failing.add(work)
        kind = type(error).__name__
        if kind not in self._logged:
            self._logged.add(kind)
            why = (
                {"why": str(error)} if isinstance(error, DatabaseGone) else {}
            )  # a sentence of ours, without any answer
            _LOG.error(
                "the database does not work; trying again until it does", extra=fields(error=places(error), **why)
            )
        for chat_id in dict.fromkeys(chats):
            if chat_id not in self._told:
                self._told.add(chat_id)
                task = asyncio.create_task(self._say(chat_id))
                self._telling.add(task)
                task.add_done_callback(self._telling.discard)

    def works(self, work: Hashable) -> None:
        """Note that something was kept; when nothing fails any more, the trouble is over."""
        if work in self._failing:
            self._failing.remove(work)
            if not self._failing:
                self._logged.clear()
                self._told.clear()
                _LOG.warning("the database works again")

    async def close(self) -> None:
        """Leave unsaid what has not been said: the bot has stopped."""
        self._closed = True
        for task in self._telling:
            task.cancel()
        await asyncio.gather(*self._telling, return_exceptions=True)

    async def _say(self, chat_id: int) -> None:
        try:
            await self._tell(chat_id)
        except Exception as error:  # noqa: BLE001 - a courtesy: what was sent is with Telegram or in the inbox
            _LOG.info("a chat could not be told", extra=fields(chat=chat_id, error=places(error)))


ANSWER_SECONDS = 2.0
"""How long the database may take to answer."""

LATE_SECONDS = 60.0
"""How long an update may wait: a failing one is tried again after 10 s at most, a large file arrives in seconds."""

FRESH_SECONDS = 1.0
"""How long a look is good for."""

State = Literal["ok", "no answer", "cannot save", "gone"]


@dataclass(frozen=True)
class Health:
    """What a look found; no backlog where the database did not answer."""

    database: State
    at: datetime
    backlog: Backlog | None = None

    @property
    def backlog_seconds(self) -> float | None:
        """How long the oldest update has waited."""
        return None if self.backlog is None else self.seconds(self.backlog.inbox)

    @property
    def is_ok(self) -> bool:
        """Whether the database answers and keeps what it is given, and updates are handled in time."""
        return self.database == "ok" and (self.backlog_seconds or 0.0) <= LATE_SECONDS

    def seconds(self, waiting: Waiting) -> float:
        """Tell how long the first of them has waited; 0 where none does."""
        return max(0.0, round((self.at - waiting.since).total_seconds(), 1)) if waiting.since else 0.0


class Watch:
    """Looks when asked; those who ask within a second, or while the database has not answered, share a look."""

    def __init__(self, database: Database, database_health: DatabaseHealth, clock: Clock) -> None:
        self._database = database
        self._keeping = database_health
        self._clock = clock
        self._look: asyncio.Task[Health] | None = None
        self._fresh_until = 0.0

    async def health(self) -> Health:
        """Tell how the bot is, within ``ANSWER_SECONDS``."""
        if self._look is None or (self._look.done() and monotonic() >= self._fresh_until):
            self._look = asyncio.create_task(self._looked())
        await asyncio.wait([self._look], timeout=ANSWER_SECONDS)
        return self._look.result() if self._look.done() else Health("no answer", self._clock())

    async def _looked(self) -> Health:
        try:
            backlog = await backlog_of(self._database)
        except DatabaseGone:  # the log says which file, and what to do
            health = Health("gone", self._clock())
        except Exception as error:  # noqa: BLE001 - whatever it is, that is the answer
            _LOG.debug("no look at the database", extra=fields(error=type(error).__name__))
            health = Health("no answer", self._clock())
        else:
            health = Health("cannot save" if self._keeping.is_failing else "ok", self._clock(), backlog)
        self._fresh_until = monotonic() + FRESH_SECONDS
        return health


TYPE = CONTENT_TYPE_LATEST
"""What a page of metrics is for a browser, or for Prometheus."""

disable_created_metrics()  # type: ignore[no-untyped-call] # a moment for each figure, which nobody asks for, would double the page

Ended = Literal[
    "done",
    "moved",
    "nothing to answer",
    "sent to the private chat",
    "set aside",
    "tried again later",
    "waits for its file",
]
"""What comes of an update."""

Fate = Literal["chat stopped", "not taken", "refused", "sent"]
"""What comes of sending a parcel; one that was not taken is sent again."""

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)

_UNKNOWN = float("nan")


class Metrics:
    """What is counted of one bot; all counts begin at its start, with a 0 for each word that is known before."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self._accepted = self._counter("updates_accepted", "Updates committed to the inbox, each once")
        self._turns = self._counter("turns", "Attempts to handle an update, by what came of it", "outcome")
        self._seconds = Histogram(
            "practice_bot_turn_seconds", "How long such an attempt took", registry=self._registry, buckets=_SECONDS
        )
        self._deliveries = self._counter("deliveries", "Attempts to send a parcel, by what came of it", "outcome")
        self._calls = self._counter("api_calls", "Calls of the Bot API", "method")
        self._refused = self._counter("api_refused", "Calls that failed, by the class of the error", "method", "error")
        self._hearing = self._gauge("hearing", "1 where the bot could hear when it last tried, else 0")
        self._database = self._gauge("database_up", "1 where the database answers and keeps what it is given, else 0")
        self._inbox = self._gauge("inbox_waiting", "Updates that were not handled yet")
        self._inbox_age = self._gauge("inbox_oldest_seconds", "How long the first of these updates has waited")
        self._outbox = self._gauge("outbox_waiting", "Parcels that Telegram has not taken yet")
        self._outbox_age = self._gauge("outbox_oldest_seconds", "How long the first of these parcels has waited")
        for outcome in get_args(Ended):
            self._turns.labels(outcome)
        for outcome in get_args(Fate):
            self._deliveries.labels(outcome)

    def accepted(self, count: int) -> None:
        """Count updates that were committed to the inbox for the first time."""
        self._accepted.inc(count)

    def turned(self, outcome: Ended, seconds: float) -> None:
        """Count an attempt to handle an update, and how long it took."""
        self._turns.labels(outcome).inc()
        self._seconds.observe(seconds)

    def delivered(self, outcome: Fate) -> None:
        """Count an attempt to send a parcel."""
        self._deliveries.labels(outcome).inc()

    def called(self, method: str, error: str | None) -> None:
        """Count a call of the Bot API; ``error`` is the class of the error where it failed."""
        self._calls.labels(method).inc()
        if error:
            self._refused.labels(method, error).inc()

    def hears(self, *, is_heard: bool) -> None:
        """Note whether updates can reach the bot."""
        self._hearing.set(is_heard)

    def page(self, health: Health) -> bytes:
        """Write all figures as Prometheus reads them; what is not known is not a number."""
        found = health.backlog
        self._database.set(health.database == "ok")
        self._inbox.set(found.inbox.count if found else _UNKNOWN)
        self._inbox_age.set(health.seconds(found.inbox) if found else _UNKNOWN)
        self._outbox.set(found.outbox.count if found else _UNKNOWN)
        self._outbox_age.set(health.seconds(found.outbox) if found else _UNKNOWN)
        return generate_latest(self._registry)

    def _counter(self, name: str, says: str, *labels: str) -> Counter:
        return Counter(f"practice_bot_{name}", says, labels, registry=self._registry)

    def _gauge(self, name: str, says: str) -> Gauge:
        return Gauge(f"practice_bot_{name}", says, registry=self._registry)
