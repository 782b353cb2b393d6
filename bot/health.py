"""Health and metrics: does the database work, how long do people wait, how much was done since the start."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Hashable, Iterable, Mapping
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
from conversations.languages import ENGLISH, speaking
from storage import Backlog, Database, DatabaseGone, Waiting, backlog_of

_LOG = logging.getLogger(__name__)


class DatabaseHealth:
    """Which work on the database fails now; logs once that it does not work, and once that it works again.

    ``tell`` tells a chat that nothing can be saved: directly, as the outbox is in the database. It is called once for
    each chat until the database works again.
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
        """Whether some work failed at its last attempt."""
        return bool(self._failing)

    def fails(
        self, work: Hashable, error: Exception, chats: Iterable[int] = (), languages: Mapping[int, str] | None = None
    ) -> None:
        """Note that some work failed, and the chats that wait for it; ``languages`` are those to tell them in."""
        if self._closed:
            return
        self._failing.add(work)
        kind = type(error).__name__
        if kind not in self._logged:
            self._logged.add(kind)
            # DatabaseGone has a sentence of ours; the text of any other error may quote an answer
            why = {"why": str(error)} if isinstance(error, DatabaseGone) else {}
            _LOG.error(
                "the database does not work; trying again until it does", extra=fields(error=places(error), **why)
            )
        for chat_id in dict.fromkeys(chats):
            if chat_id not in self._told:
                self._told.add(chat_id)
                with speaking((languages or {}).get(chat_id, ENGLISH)):
                    task = asyncio.create_task(self._say(chat_id))  # it goes on in that language
                self._telling.add(task)
                task.add_done_callback(self._telling.discard)

    def works(self, work: Hashable) -> None:
        """Note that some work succeeded; the database works again when no work fails any more."""
        if work in self._failing:
            self._failing.remove(work)
            if not self._failing:
                self._logged.clear()
                self._told.clear()
                _LOG.warning("the database works again")

    async def close(self) -> None:
        """Cancel the calls of ``tell`` that still run: the bot has stopped."""
        self._closed = True
        for task in self._telling:
            task.cancel()
        await asyncio.gather(*self._telling, return_exceptions=True)

    async def _say(self, chat_id: int) -> None:
        try:
            await self._tell(chat_id)
        except Exception as error:  # noqa: BLE001 - only a courtesy: nothing is lost, Telegram or the inbox has the update
            _LOG.info("a chat could not be told", extra=fields(chat=chat_id, error=places(error)))


ANSWER_SECONDS = 2.0
"""How long the database may take to answer before it counts as not answering."""

LATE_SECONDS = 60.0
"""How long an update may wait before the bot counts as failing; the longest pause between attempts is 10 s."""

FRESH_SECONDS = 1.0
"""How long a result is used again."""

State = Literal["ok", "no answer", "cannot save", "gone"]


@dataclass(frozen=True)
class Health:
    """The result of a check; without a backlog if the database did not answer."""

    database: State
    at: datetime
    backlog: Backlog | None = None

    @property
    def backlog_seconds(self) -> float | None:
        """How long the oldest update has waited."""
        return None if self.backlog is None else self.seconds(self.backlog.inbox)

    @property
    def is_ok(self) -> bool:
        """Whether the database works and no update has waited too long."""
        return self.database == "ok" and (self.backlog_seconds or 0.0) <= LATE_SECONDS

    def seconds(self, waiting: Waiting) -> float:
        """Return how long the first of them has waited; 0 if none waits."""
        return max(0.0, round((self.at - waiting.since).total_seconds(), 1)) if waiting.since else 0.0


class HealthCheck:
    """Checks the database, once a second at most: callers within a second share one check, also one that hangs."""

    def __init__(self, database: Database, database_health: DatabaseHealth, clock: Clock) -> None:
        self._database = database
        self._database_health = database_health
        self._clock = clock
        self._check: asyncio.Task[Health] | None = None
        self._fresh_until = 0.0

    async def health(self) -> Health:
        """Return the health of the bot, within ``ANSWER_SECONDS``."""
        if self._check is None or (self._check.done() and monotonic() >= self._fresh_until):
            self._check = asyncio.create_task(self._checked())
        await asyncio.wait([self._check], timeout=ANSWER_SECONDS)
        return self._check.result() if self._check.done() else Health("no answer", self._clock())

    async def _checked(self) -> Health:
        try:
            backlog = await backlog_of(self._database)
        except DatabaseGone:  # the log says which file, and what to do
            health = Health("gone", self._clock())
        except Exception as error:  # noqa: BLE001 - whatever it is, the database did not answer
            _LOG.debug("no answer from the database", extra=fields(error=type(error).__name__))
            health = Health("no answer", self._clock())
        else:
            health = Health("cannot save" if self._database_health.is_failing else "ok", self._clock(), backlog)
        self._fresh_until = monotonic() + FRESH_SECONDS
        return health


CONTENT_TYPE = CONTENT_TYPE_LATEST
"""The content type of the page of metrics."""

disable_created_metrics()  # type: ignore[no-untyped-call] # the start time of each figure, which nobody needs, would double the page

TurnOutcome = Literal[
    "done",
    "moved",
    "nothing to answer",
    "sent to the private chat",
    "set aside",
    "tried again later",
    "waits for its file",
]
"""The outcome of an attempt to handle an update."""

SendOutcome = Literal["chat stopped", "not taken", "refused", "sent"]
"""The outcome of an attempt to send a message; one that was not taken is sent again."""

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)

_UNKNOWN = float("nan")


class Metrics:
    """The counts of one bot since its start, as Prometheus reads them; known labels begin at 0."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self._accepted = self._counter("updates_accepted", "Updates committed to the inbox, each once")
        self._turns = self._counter("turns", "Attempts to handle an update, by outcome", "outcome")
        self._seconds = Histogram(
            "practice_bot_turn_seconds", "How long such an attempt took", registry=self._registry, buckets=_SECONDS
        )
        self._deliveries = self._counter("deliveries", "Attempts to send a message, by outcome", "outcome")
        self._calls = self._counter("api_calls", "Calls of the Bot API", "method")
        self._refused = self._counter("api_refused", "Calls that failed, by the class of the error", "method", "error")
        self._hearing = self._gauge("hearing", "1 if the bot heard Telegram at its last attempt, else 0")
        self._database = self._gauge("database_up", "1 if the database works, else 0")
        self._inbox = self._gauge("inbox_waiting", "Updates that are not handled yet")
        self._inbox_age = self._gauge("inbox_oldest_seconds", "How long the first of these updates has waited")
        self._outbox = self._gauge("outbox_waiting", "Messages that Telegram has not taken yet")
        self._outbox_age = self._gauge("outbox_oldest_seconds", "How long the first of these messages has waited")
        for outcome in get_args(TurnOutcome):
            self._turns.labels(outcome)
        for outcome in get_args(SendOutcome):
            self._deliveries.labels(outcome)

    def accepted(self, count: int) -> None:
        """Count updates that were committed to the inbox for the first time."""
        self._accepted.inc(count)

    def turned(self, outcome: TurnOutcome, seconds: float) -> None:
        """Count an attempt to handle an update, and how long it took."""
        self._turns.labels(outcome).inc()
        self._seconds.observe(seconds)

    def delivered(self, outcome: SendOutcome) -> None:
        """Count an attempt to send a message."""
        self._deliveries.labels(outcome).inc()

    def called(self, method: str, error: str | None) -> None:
        """Count a call of the Bot API; ``error`` is the class of its error, if it failed."""
        self._calls.labels(method).inc()
        if error:
            self._refused.labels(method, error).inc()

    def hears(self, *, is_heard: bool) -> None:
        """Note whether the bot hears Telegram."""
        self._hearing.set(is_heard)

    def page(self, health: Health) -> bytes:
        """Write all figures in Prometheus' text format; an unknown figure is NaN."""
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
