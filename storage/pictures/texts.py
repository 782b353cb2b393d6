"""The words of the picture, and its figures as text."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from conversations.dialogue.model import Period, Status
from conversations.fields import texts as fields_texts
from conversations.fields.dates import say
from conversations.languages import ngettext, number
from storage.stats import Count, Reached, Stats

TITLE = "The collection"

STATUSES: dict[Status, str] = {
    "submitted": "waiting for review",
    "changes_requested": "changes asked for",
    "approved": "approved",
    "declined": "declined",
    "withdrawn": "withdrawn",
    "draft": "in progress",
}
"""The name of each status, in the order in which they are shown."""

SUBMISSIONS, APPROVED, DRAFTS, DAYS = "submitted", "approved", "in progress", "days to decide"

NO_DAYS = "–"

STATUS, MONTHS, BEGUN = "Status", "Month by month", "begun"

TABLE, OTHERS, ALL = "Themes by country", "…", "all"

STOPPED = "Where drafts stop"

NO_DRAFTS = "No draft is in progress."

PERIODS: dict[Period, str] = {
    "month": "the last 30 days",
    "quarter": "the last 90 days",
    "year": "the last 365 days",
    "all": "since the start",
}

_TOP = 3

_MOST_NAMED = 6


def day(at: datetime) -> str:
    """Name the day, in UTC."""
    return say((at.date(), at.date()))


def month(first: date) -> str:
    """Name a month in one letter."""
    return "JFMAMJJASOND"[first.month - 1]


def complete(number: int) -> str:
    """Say how many drafts are complete."""
    return f"{number:,} complete, not submitted"


def days(stats: Stats) -> str:
    """Write the median of days to the first decision."""
    if stats.days_to_decision is None:
        return NO_DAYS
    rounded = round(stats.days_to_decision, 1)
    return f"{rounded:.1f}" if rounded < 10 and rounded % 1 else f"{rounded:,.0f}"  # noqa: PLR2004 - two digits say enough


def figures(stats: Stats) -> tuple[str, ...]:
    """Return the figures of the picture as lines of text."""
    return tuple(_figures(stats))


def _figures(stats: Stats) -> Iterator[str]:
    of = "" if stats.period == "all" else f", {PERIODS[stats.period]}"
    yield f"{TITLE} on {day(stats.at)}{of}: {_counted(stats.submissions)} submitted, {stats.drafts:,} in progress."
    yield from _waiting(stats)
    standing = [f"{stats.statuses[status]:,} {name}" for status, name in STATUSES.items() if stats.statuses.get(status)]
    if stats.submissions:
        yield f"{_sentence(standing[:-1] if stats.drafts else standing)}."
    if stats.complete:
        yield ngettext(
            "{count} draft is complete but not submitted.",
            "{count} drafts are complete but not submitted.",
            stats.complete,
        ).format(count=number(stats.complete))
    newest = stats.months[-1]
    yield f"This month: {newest.begun:,} begun, {newest.submitted:,} submitted."
    if stats.decided:
        yield f"Days from the first submission to the first decision: {days(stats)} (median of {stats.decided:,})."
    for name, counts in (("themes", stats.themes), ("countries", stats.countries)):
        if first := _first(counts):
            yield f"Most frequent {name}: {', '.join(f'{one.name} {one.count:,}' for one in first)}."
    if stats.themes:
        yield from _gaps(stats)
    yield from _stops([one for one in stats.reached if one.stopped])


def _waiting(stats: Stats) -> Iterator[str]:
    """Say what waits now: how long, and for whom."""
    review = stats.review
    if review.oldest is None:
        return
    waited = (stats.at - review.oldest.since).days
    since = f"for {fields_texts.days(waited)}" if waited else "since today"
    yield f"Waiting for review now: {review.waiting:,}. The oldest, {review.oldest.reference}, has waited {since}."
    if review.unclaimed:
        yield f"Nobody is reviewing {review.unclaimed:,} of them."
    if review.claimed:
        yield f"Reviewing now: {_some([f'{one.name} {one.count:,}' for one in review.claimed], _MOST_NAMED)}."


def _gaps(stats: Stats) -> Iterator[str]:
    """Name what the collection has no practice for."""
    if themes := stats.themes_missing:
        yield f"No practice on: {_some(themes, _MOST_NAMED)}."
    if countries := stats.countries_missing:
        yield f"No practice from: {_some(countries, _MOST_NAMED)}."


def _some(names: Sequence[str], most: int) -> str:
    """List names; of many the first, and how many more there are."""
    rest = len(names) - most
    return ", ".join([*names[:most], *([f"and {rest:,} more"] if rest > 0 else [])])


def _first(counts: Sequence[Count]) -> Sequence[Count]:
    """Return the most frequent names, without any that tie with one that does not fit."""
    if len(counts) <= _TOP:
        return counts
    return [one for one in counts[:_TOP] if one.count > counts[_TOP].count]


def _stops(reached: Sequence[Reached]) -> Iterator[str]:
    """Say where most drafts stop; nothing if no few sections stand out."""
    most = max((one.stopped for one in reached), default=0)
    first = [one.section for one in reached if one.stopped == most]
    if 0 < len(first) <= _TOP:
        each = f"{most:,}" if len(first) == 1 else f"{most:,} each"
        yield f"Drafts stop most often at: {', '.join(first)} ({each})."


def _counted(number: int) -> str:
    return "1 practice" if number == 1 else f"{number:,} practices"


def _sentence(parts: Sequence[str]) -> str:
    joined = ", ".join(parts)
    return joined[:1].upper() + joined[1:]
