"""The figures of the collection, from one reading of all drafts."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from statistics import median

from pydantic import BaseModel, ConfigDict
from sqlalchemy import Connection, select

from conversations.dialogue.conversation import Draft
from conversations.dialogue.model import Status
from conversations.dialogue.practice import word_for
from conversations.dialogue.texts import FINISHED
from conversations.fields import OUTSIDE
from conversations.form import completion
from conversations.form.template import in_use
from storage.database.database import Database
from storage.database.stored_schema import DRAFT
from storage.database.tables import DRAFTS
from storage.drafts import COUNTRY, THEMES

MONTHS = 12
"""The number of months in the figures, including this one."""

_ELSEWHERE = "country_of_origin.non_eu_country"

_GONE: frozenset[Status] = frozenset(("declined", "withdrawn"))

_DECISIONS = frozenset(("approve", "decline"))

_AT_A_TIME = 100

_DAY = 24 * 60 * 60


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class Month(_Frozen):
    """The practices begun and the practices first handed in during a month, named by its first day."""

    first: date
    begun: int
    handed_in: int


class Count(_Frozen):
    """A name and its count."""

    name: str
    count: int


class Reached(_Frozen):
    """A section: how many drafts in progress have it done, and how many stopped there."""

    section: str
    done: int
    stopped: int


class Stats(_Frozen):
    """The figures; ``complete`` counts the drafts that only need Submit.

    Themes and countries count what was handed in and not declined or withdrawn, the most frequent first.
    """

    at: datetime
    statuses: dict[Status, int]
    months: tuple[Month, ...]
    themes: tuple[Count, ...]
    countries: tuple[Count, ...]
    decided: int
    days_to_decision: float | None
    reached: tuple[Reached, ...]
    complete: int = 0

    @property
    def drafts(self) -> int:
        """The number of drafts in progress."""
        return self.statuses.get("draft", 0)

    @property
    def submissions(self) -> int:
        """The number of practices that were handed in."""
        return sum(self.statuses.values()) - self.drafts


class Tally:
    """Adds up drafts one at a time; ``now`` is in UTC."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._statuses = Counter[Status]()
        self._begun = Counter[date]()
        self._handed_in = Counter[date]()
        self._themes = Counter[str]()
        self._countries = Counter[str]()
        self._days: list[float] = []
        self._done = Counter[str]()
        self._stopped = Counter[str]()
        self._complete = 0

    def add(self, draft: Draft) -> None:
        """Count a draft."""
        self._statuses[draft.status] += 1
        self._begun[_month(draft.created_at)] += 1
        if draft.status == "draft":
            self._add_progress(draft.values)
        else:
            self._add_submission(draft.handed_in)

    def stats(self) -> Stats:
        """Return the figures so far."""
        return Stats(
            at=self._now,
            statuses=dict(self._statuses),
            months=tuple(
                Month(first=month, begun=self._begun[month], handed_in=self._handed_in[month])
                for month in _months_up_to(self._now)
            ),
            themes=_ranked(self._themes),
            countries=_ranked(self._countries),
            decided=len(self._days),
            days_to_decision=median(self._days) if self._days else None,
            reached=tuple(
                Reached(section=section.title, done=self._done[section.key], stopped=self._stopped[section.key])
                for section in in_use().sections
            ),
            complete=self._complete,
        )

    def _add_progress(self, values: completion.Values) -> None:
        problems = completion.problems(values, self._now.date())
        self._complete += not completion.missing(values) and not problems
        first = True
        for section in in_use().sections:
            if word_for(section, values, problems) == FINISHED:
                self._done[section.key] += 1
            elif first:
                self._stopped[section.key] += 1
                first = False

    def _add_submission(self, draft: Draft) -> None:
        if draft.submitted_at is not None:
            self._handed_in[_month(draft.submitted_at)] += 1
        if draft.status not in _GONE:
            themes = draft.values.get(THEMES)
            self._themes.update(themes if isinstance(themes, list) else ())  # type: ignore[arg-type] # they are texts
            if country := _country(draft):
                self._countries[country] += 1
        self._add_decision(draft)

    def _add_decision(self, draft: Draft) -> None:
        """Note the time from the first submission to the first decision."""
        decided = next((entry.at for entry in draft.review.log if entry.move in _DECISIONS), draft.decided_at)
        if decided is not None and draft.submitted_at is not None:
            self._days.append((decided - draft.submitted_at).total_seconds() / _DAY)


def tallied(drafts: Iterable[Draft], now: datetime) -> Stats:
    """Count drafts."""
    tally = Tally(now)
    for draft in drafts:
        tally.add(draft)
    return tally.stats()


async def stats_of(db: Database, now: datetime) -> Stats:
    """Read all drafts in one transaction, with a hundred in memory at a time."""
    return await db.ask(_read, now)


def _read(connection: Connection, now: datetime) -> Stats:
    rows = connection.execution_options(yield_per=_AT_A_TIME).execute(select(DRAFTS.c.body))
    return tallied((DRAFT.read(row.body) for row in rows), now)


def _month(at: datetime) -> date:
    return at.date().replace(day=1)


def _months_up_to(now: datetime) -> Iterable[date]:
    newest = now.year * 12 + now.month - 1
    return (date(month // 12, month % 12 + 1, 1) for month in range(newest - MONTHS + 1, newest + 1))


def _ranked(counts: Counter[str]) -> tuple[Count, ...]:
    return tuple(
        Count(name=name, count=count) for name, count in sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    )


def _country(draft: Draft) -> str | None:
    """Return the country of the practice, inside or outside the Union."""
    inside, elsewhere = draft.values.get(COUNTRY), draft.values.get(_ELSEWHERE)
    named = elsewhere if inside == OUTSIDE or inside is None else inside
    return str(named) if named else None
