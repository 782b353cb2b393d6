"""The figures of the collection, from one reading of all drafts."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from statistics import median

from pydantic import BaseModel, ConfigDict
from sqlalchemy import Connection, select

from conversations.dialogue.conversation import Draft
from conversations.dialogue.model import Period, Status
from conversations.dialogue.practice import word_for
from conversations.dialogue.reviews import waiting_since
from conversations.dialogue.texts import FINISHED
from conversations.fields import OUTSIDE
from conversations.filling.review_texts import called
from conversations.form import completion
from conversations.form.asked import question_at
from conversations.form.template import in_use
from storage.database.database import Database
from storage.database.stored_schema import DRAFT
from storage.database.tables import DRAFTS
from storage.drafts import COUNTRY, THEMES, country_of

MONTHS = 12
"""The number of months in the figures, including this one."""

DAYS: dict[Period, int | None] = {"month": 30, "quarter": 90, "year": 365, "all": None}
"""The days of a period up to now."""

_GONE: frozenset[Status] = frozenset(("declined", "withdrawn"))

_DECISIONS = frozenset(("approve", "decline"))

_AT_A_TIME = 100

_DAY = 24 * 60 * 60


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class Month(_Frozen):
    """The practices begun and the practices first submitted during a month, named by its first day."""

    first: date
    begun: int
    submitted: int


class Count(_Frozen):
    """A name and its count."""

    name: str
    count: int


class Reached(_Frozen):
    """A section: how many drafts in progress stopped there."""

    section: str
    stopped: int


class Oldest(_Frozen):
    """The submission that has waited longest for a coordinator; ``since`` is in UTC."""

    reference: str
    since: datetime


class Review(_Frozen):
    """What waits for coordinators now, whatever the period: the oldest, and who is on how many, the most first."""

    waiting: int = 0
    unclaimed: int = 0
    oldest: Oldest | None = None
    claimed: tuple[Count, ...] = ()


class Stats(_Frozen):
    """The figures of the practices that were submitted, or begun if not submitted, within ``period``.

    ``complete`` counts the drafts that only need Submit. Themes, countries and ``cells`` (the practices of a theme in a
    country) count what was submitted and not declined or withdrawn, the most frequent first. ``months`` and ``review``
    do not depend on the period.
    """

    at: datetime
    statuses: dict[Status, int]
    months: tuple[Month, ...]
    themes: tuple[Count, ...]
    countries: tuple[Count, ...]
    cells: dict[str, dict[str, int]]
    decided: int
    days_to_decision: float | None
    reached: tuple[Reached, ...]
    complete: int = 0
    period: Period = "all"
    review: Review = Review()

    @property
    def drafts(self) -> int:
        """The number of drafts in progress."""
        return self.statuses.get("draft", 0)

    @property
    def submissions(self) -> int:
        """The number of practices that were submitted."""
        return sum(self.statuses.values()) - self.drafts

    @property
    def themes_missing(self) -> tuple[str, ...]:
        """The themes that no practice has."""
        return _missing(THEMES, self.themes)

    @property
    def countries_missing(self) -> tuple[str, ...]:
        """The countries of the form that no practice comes from."""
        return tuple(name for name in _missing(COUNTRY, self.countries) if name != OUTSIDE)


class Tally:
    """Adds up drafts one at a time; ``now`` is in UTC."""

    def __init__(self, now: datetime, period: Period = "all") -> None:
        self._now = now
        self._period = period
        days = DAYS[period]
        self._since = None if days is None else now - timedelta(days=days)
        self._statuses = Counter[Status]()
        self._begun = Counter[date]()
        self._submitted = Counter[date]()
        self._themes = Counter[str]()
        self._countries = Counter[str]()
        self._cells: dict[str, Counter[str]] = {}
        self._days: list[float] = []
        self._stopped = Counter[str]()
        self._complete = 0
        self._waiting: list[tuple[datetime, str]] = []
        self._claimed = Counter[str]()

    def add(self, draft: Draft) -> None:
        """Count a draft."""
        submitted_at = None if draft.status == "draft" else draft.submitted_at
        self._begun[_month(draft.created_at)] += 1
        if submitted_at is not None:
            self._submitted[_month(submitted_at)] += 1
        if draft.status == "submitted":
            self._add_waiting(draft)
        if self._since is not None and (submitted_at or draft.created_at) < self._since:
            return
        self._statuses[draft.status] += 1
        if draft.status == "draft":
            self._add_progress(draft.values)
        else:
            self._add_submission(draft.handed_in)

    def stats(self) -> Stats:
        """Return the figures so far."""
        return Stats(
            at=self._now,
            period=self._period,
            statuses=dict(self._statuses),
            months=tuple(
                Month(first=month, begun=self._begun[month], submitted=self._submitted[month])
                for month in _months_up_to(self._now)
            ),
            themes=_ranked(self._themes),
            countries=_ranked(self._countries),
            cells={theme: dict(counts) for theme, counts in self._cells.items()},
            decided=len(self._days),
            days_to_decision=median(self._days) if self._days else None,
            reached=tuple(
                Reached(section=section.title, stopped=self._stopped[section.key]) for section in in_use().sections
            ),
            complete=self._complete,
            review=self._review(),
        )

    def _review(self) -> Review:
        oldest = min(self._waiting, default=None)
        return Review(
            waiting=len(self._waiting),
            unclaimed=len(self._waiting) - self._claimed.total(),
            oldest=oldest and Oldest(since=oldest[0], reference=oldest[1]),
            claimed=_ranked(self._claimed),
        )

    def _add_waiting(self, draft: Draft) -> None:
        self._waiting.append((waiting_since(draft), draft.reference or ""))
        if claim := draft.review.claim:
            self._claimed[called(claim.by)] += 1

    def _add_progress(self, values: completion.Values) -> None:
        problems = completion.problems(values, self._now.date())
        self._complete += not completion.missing(values) and not problems
        words = ((section, word_for(section, values, problems)) for section in in_use().sections)
        if stopped := next((section for section, word in words if word != FINISHED), None):
            self._stopped[stopped.key] += 1

    def _add_submission(self, draft: Draft) -> None:
        if draft.status not in _GONE:
            country, themes = country_of(draft), draft.values.get(THEMES)
            for theme in map(str, themes if isinstance(themes, list) else ()):
                self._themes[theme] += 1
                self._cells.setdefault(theme, Counter())[country or ""] += 1
            if country:
                self._countries[country] += 1
        self._add_decision(draft)

    def _add_decision(self, draft: Draft) -> None:
        """Note the time from the first submission to the first decision."""
        decided = next((entry.at for entry in draft.review.log if entry.move in _DECISIONS), draft.decided_at)
        if decided is not None and draft.submitted_at is not None:
            self._days.append((decided - draft.submitted_at).total_seconds() / _DAY)


def tallied(drafts: Iterable[Draft], now: datetime, period: Period = "all") -> Stats:
    """Count drafts."""
    tally = Tally(now, period)
    for draft in drafts:
        tally.add(draft)
    return tally.stats()


async def stats_of(db: Database, now: datetime, period: Period = "all") -> Stats:
    """Read all drafts in one transaction, with a hundred in memory at a time."""
    return await db.ask(_read, now, period)


def _read(connection: Connection, now: datetime, period: Period) -> Stats:
    rows = connection.execution_options(yield_per=_AT_A_TIME).execute(select(DRAFTS.c.body))
    return tallied((DRAFT.read(row.body) for row in rows), now, period)


def _month(at: datetime) -> date:
    return at.date().replace(day=1)


def _months_up_to(now: datetime) -> Iterable[date]:
    newest = now.year * 12 + now.month - 1
    return (date(month // 12, month % 12 + 1, 1) for month in range(newest - MONTHS + 1, newest + 1))


def _ranked(counts: Counter[str]) -> tuple[Count, ...]:
    return tuple(
        Count(name=name, count=count) for name, count in sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    )


def _missing(question: str, counts: Iterable[Count]) -> tuple[str, ...]:
    """List the options of a question that nothing was counted for, in the form's order."""
    return tuple(name for name in question_at(question).kind.choices if name not in {one.name for one in counts})
