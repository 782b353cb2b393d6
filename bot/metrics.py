"""Metrics for Prometheus: figures under words of ours; no id, no chat and no word of a person is a label."""

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

from bot.health import Health

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
