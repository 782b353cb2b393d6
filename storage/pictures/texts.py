"""The words of the picture, and its figures as text."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from conversations.dialogue.model import Status
from conversations.fields.dates import say
from conversations.fields.texts import counted
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

SUBMISSIONS = "handed in"

APPROVED = "approved"

DRAFTS = "in progress"

DAYS = "days to decision"

NO_DAYS = "–"

STATUS = "Where they stand"

MONTHS = "Month by month"

BEGUN = "begun"

THEMES = "Themes"

COUNTRIES = "Countries"

REACHED = "How far drafts in progress are"

REACHED_HINT = "have the section done"

STOPPED_HINT = "stopped here"

NONE_YET = "None in review or approved."

NO_DRAFTS = "No draft is in progress."

_TOP = 3


def day(at: datetime) -> str:
    """Name the day, in UTC."""
    return say((at.date(), at.date()))


def month(first: date) -> str:
    """Name a month in one letter."""
    return "JFMAMJJASOND"[first.month - 1]


def others(rest: Sequence[Count]) -> str:
    """Say how many names are left out of a list."""
    return f"{len(rest)} more"


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
    yield f"{TITLE} on {day(stats.at)}: {_counted(stats.submissions)} handed in, {stats.drafts:,} in progress."
    standing = [f"{stats.statuses[status]:,} {name}" for status, name in STATUSES.items() if stats.statuses.get(status)]
    if stats.submissions:
        yield f"{_sentence(standing[:-1] if stats.drafts else standing)}."
    newest = stats.months[-1]
    yield f"This month: {newest.begun:,} begun, {newest.handed_in:,} handed in."
    if stats.decided:
        yield f"Days from the first submission to the first decision: {days(stats)} (median of {stats.decided:,})."
    for name, counts in (("themes", stats.themes), ("countries", stats.countries)):
        if first := _first(counts):
            yield f"Most frequent {name}: {', '.join(f'{one.name} {one.count:,}' for one in first)}."
    if stats.complete:
        yield f"{counted(stats.complete, 'draft is', 'drafts are')} complete: only Submit is missing."
    yield from _stops([one for one in stats.reached if one.stopped])


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
