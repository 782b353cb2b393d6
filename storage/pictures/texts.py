"""The words of the picture, and its figures as text; the picture has room for short words only."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime

from babel.dates import format_date
from babel.numbers import format_decimal

from conversations.dialogue.model import Period, Status
from conversations.fields import texts as fields_texts
from conversations.fields.country_names import choice_in_language
from conversations.fields.dates import say
from conversations.languages import _, in_language, locale, ngettext, number
from storage.stats import Count, Reached, Stats

TITLE = _("The collection")

STATUSES: dict[Status, str] = {
    "submitted": _("waiting for review"),
    "changes_requested": _("changes asked for"),
    "approved": _("approved"),
    "declined": _("declined"),
    "withdrawn": _("withdrawn"),
    "draft": _("in progress"),
}
"""The name of each status, in the order in which they are shown."""

SUBMISSIONS, APPROVED, DRAFTS, DAYS = _("submitted"), _("approved"), _("in progress"), _("days to decide")

NO_DAYS = "–"

STATUS, MONTHS, BEGUN = _("Status"), _("Month by month"), _("begun")

TABLE, OTHERS, ALL = _("Themes by country"), "…", _("all")

STOPPED = _("Where drafts stop")

NO_DRAFTS = _("No draft is in progress.")

PERIODS: dict[Period, str] = {
    "month": _("the last 30 days"),
    "quarter": _("the last 90 days"),
    "year": _("the last 365 days"),
    "all": _("since the start"),
}

_TOP = 3

_MOST_NAMED = 6


def day(at: datetime) -> str:
    """Name the day, in UTC."""
    return say((at.date(), at.date()))


def month(first: date) -> str:
    """Name a month in one letter."""
    return str(format_date(first, "LLLLL", locale=locale()))


def complete(count: int) -> str:
    """Say how many drafts are complete."""
    return ngettext("{count} complete, not submitted", "{count} complete, not submitted", count).format(
        count=number(count)
    )


def days(stats: Stats) -> str:
    """Write the median of days to the first decision."""
    if stats.days_to_decision is None:
        return NO_DAYS
    rounded = round(stats.days_to_decision, 1)
    tenths = rounded < 10 and rounded % 1  # noqa: PLR2004 - two digits say enough
    return format_decimal(rounded, "0.0", locale=locale()) if tenths else number(round(rounded))


def figures(stats: Stats) -> tuple[str, ...]:
    """Return the figures of the picture as lines of text."""
    return tuple(map(str, _figures(stats)))


def _figures(stats: Stats) -> Iterator[str]:
    title = _heading(stats)
    yield title.format(
        day=day(stats.at),
        submitted=fields_texts.practices(stats.submissions),
        in_progress=number(stats.drafts),
        period=PERIODS[stats.period],
    )
    yield from _waiting(stats)
    standing = [
        f"{number(stats.statuses[status])} {name}" for status, name in STATUSES.items() if stats.statuses.get(status)
    ]
    if stats.submissions:
        yield f"{_sentence(standing[:-1] if stats.drafts else standing)}."
    if stats.complete:
        yield ngettext(
            "{count} draft is complete but not submitted.",
            "{count} drafts are complete but not submitted.",
            stats.complete,
        ).format(count=number(stats.complete))
    newest = stats.months[-1]
    yield _("This month: {begun} begun, {submitted} submitted.").format(
        begun=number(newest.begun), submitted=number(newest.submitted)
    )
    if stats.decided:
        yield _("Days from the first submission to the first decision: {days} (median of {count}).").format(
            days=days(stats), count=number(stats.decided)
        )
    if first := _first(stats.themes):
        yield _("Most frequent themes: {themes}.").format(themes=_with_counts(first, in_language))
    if first := _first(stats.countries):
        yield _("Most frequent countries: {countries}.").format(countries=_with_counts(first, choice_in_language))
    if stats.themes:
        yield from _gaps(stats)
    yield from _stops([one for one in stats.reached if one.stopped])


def _heading(stats: Stats) -> str:
    if stats.period == "all":
        return _("The collection on {day}: {submitted} submitted, {in_progress} in progress.")
    return _("The collection on {day}, {period}: {submitted} submitted, {in_progress} in progress.")


def _waiting(stats: Stats) -> Iterator[str]:
    """Say what waits now: how long, and for whom."""
    review = stats.review
    if review.oldest is None:
        return
    waited = (stats.at - review.oldest.since).days
    oldest = (
        ngettext(
            "The oldest, {reference}, has waited for {count} day.",
            "The oldest, {reference}, has waited for {count} days.",
            waited,
        )
        if waited
        else _("The oldest, {reference}, has waited since today.")
    )
    waiting = _("Waiting for review now: {count}.").format(count=number(review.waiting))
    yield f"{waiting} {oldest.format(reference=review.oldest.reference, count=number(waited))}"
    if review.unclaimed:
        yield ngettext(
            "Nobody is reviewing {count} of them.", "Nobody is reviewing {count} of them.", review.unclaimed
        ).format(count=number(review.unclaimed))
    if review.claimed:
        names = _some([f"{one.name} {number(one.count)}" for one in review.claimed], _MOST_NAMED)
        yield _("Reviewing now: {names}.").format(names=names)


def _gaps(stats: Stats) -> Iterator[str]:
    """Name what the collection has no practice for."""
    if themes := stats.themes_missing:
        yield _("No practice on: {themes}.").format(themes=_some([*map(in_language, themes)], _MOST_NAMED))
    if countries := stats.countries_missing:
        yield _("No practice from: {countries}.").format(
            countries=_some([*map(choice_in_language, countries)], _MOST_NAMED)
        )


def _some(names: Sequence[str], most: int) -> str:
    """List names; of many the first, and how many more there are."""
    rest = len(names) - most
    shown = ", ".join(names[:most])
    if rest <= 0:
        return shown
    return ngettext("{names}, and {count} more", "{names}, and {count} more", rest).format(
        names=shown, count=number(rest)
    )


def _with_counts(counts: Sequence[Count], named: Callable[[str], str]) -> str:
    return ", ".join(f"{named(one.name)} {number(one.count)}" for one in counts)


def _first(counts: Sequence[Count]) -> Sequence[Count]:
    """Return the most frequent names, without any that tie with one that does not fit."""
    if len(counts) <= _TOP:
        return counts
    return [one for one in counts[:_TOP] if one.count > counts[_TOP].count]


def _stops(reached: Sequence[Reached]) -> Iterator[str]:
    """Say where most drafts stop; nothing if no few sections stand out."""
    most = max((one.stopped for one in reached), default=0)
    first = [in_language(one.section) for one in reached if one.stopped == most]
    if 0 < len(first) <= _TOP:
        said = (
            _("Drafts stop most often at: {sections} ({count}).")
            if len(first) == 1
            else _("Drafts stop most often at: {sections} ({count} each).")
        )
        yield said.format(sections=", ".join(first), count=number(most))


def _sentence(parts: Sequence[str]) -> str:
    joined = ", ".join(parts)
    return joined[:1].upper() + joined[1:]
