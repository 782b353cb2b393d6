"""Dates as people write them: a day, a range of days, a month or a year. All have a first and a last day."""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Self

from babel.dates import format_date, format_interval, format_skeleton
from pydantic import BaseModel, ConfigDict, model_validator

from conversations.fields import time_texts as texts
from conversations.fields.date_parts import DateError, Side, parts_of
from conversations.fields.kind import Kind, NotUnderstood, Offered, Option, Reading, ReadingContext, Understood
from conversations.fields.plain import one_line
from conversations.fields.year_words import dated
from conversations.fields.years import decade_in, follows_others, middle_of
from conversations.languages import ENGLISH, current, locale

_HEAD = re.compile(r"[^,;(]{4,}(?=[,;(])")

_SIGN = re.compile(r"\s*(?:[,;]|\band\b|(?<=[^\W\d_]{3})/(?=[^\W\d_]{3}))\s*")

_MONTH_OR_YEAR = re.compile(r"[^\W\d_]{3}|\d{4}|\d[./]\d")

Span = tuple[date, date]
"""The first and the last day."""


@dataclass(frozen=True)
class Unreadable:
    """The text is no date; ``problem`` says why."""

    problem: str


@dataclass(frozen=True)
class Readable:
    """The dates that a text may mean, and the words in it that were ignored.

    There are two dates if ``ambiguous``, the name of a month, means two months in different languages.
    """

    spans: tuple[Span, ...]
    passed_over: tuple[str, ...] = ()
    ambiguous: str = ""


def read_date(text: str) -> Readable | Unreadable:
    """Read one line of up to 100 characters: a date, a list of dates, or a date with other words after it."""
    whole, head = _either(text), _HEAD.match(text)
    listed = _listed(text) if isinstance(whole, Unreadable) else None
    if listed:
        return listed
    if isinstance(whole, Unreadable) and head:
        begin = _either(head[0])
        return replace(begin, passed_over=(*begin.passed_over, text)) if isinstance(begin, Readable) else whole
    return whole


def _listed(text: str) -> Readable | None:
    """Read a list of dates as the time from the first to the last; a list of more than two is asked about."""
    pieces = [piece for piece in _SIGN.split(text) if piece]
    found = _either(f"{pieces[0]} - {pieces[-1]}") if len(pieces) > 1 else None
    if not isinstance(found, Readable) or found.passed_over or not all(map(_MONTH_OR_YEAR.search, pieces)):
        return None
    return found if len(pieces) == 2 else replace(found, passed_over=(text,))  # noqa: PLR2004 - a first and a last


def _either(text: str) -> Readable | Unreadable:
    """Read a text with both meanings that the name of a month may have."""
    early, late = _read(text, 0), _read(text, -1)
    if isinstance(early, Readable) and isinstance(late, Readable):
        return replace(early, spans=tuple(dict.fromkeys(early.spans + late.spans)))
    return early if isinstance(early, Readable) else late


def say(span: Span) -> str:
    """Format a first and a last day in the language that is spoken, as short as possible."""
    return _say_in_english(*span) if current() == ENGLISH else _say_in_language(*span)


def _say_in_english(first: date, last: date) -> str:
    if first == last:
        return _say(first, "d MMMM y")
    if last == _year_end(first):
        return _say(first, "y")
    if last == _month_end(first):
        return _say(first, "MMMM y")
    if first.day == 1 and last == _month_end(last.replace(day=1)):
        whole_years = first.month == 1 and last.month == 12  # noqa: PLR2004 - December
        return f"{first.year}-{last.year}" if whole_years else _between(first, last, "MMMM")
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}-{_say(last, 'd MMMM y')}"
    return _between(first, last, "d MMMM")


def say_without_year(day: date) -> str:
    """Format a day of this year."""
    return _say(day, "d MMMM") if current() == ENGLISH else _as_first(format_skeleton("MMMMd", day, locale=locale()))


_FIRST_OF_A_MONTH = re.compile(r"\b1 (?=[^\W\d_])")


def _as_first(text: str) -> str:
    """Write 1 as "1er" before a month in French, which the data of Babel cannot say."""
    return _FIRST_OF_A_MONTH.sub("1er ", text) if current() == "fr" else text


def _say_in_language(first: date, last: date) -> str:
    """Format a first and a last day as another language than English does."""
    if first == last:
        return _as_first(format_date(first, "long", locale=locale()))
    if first.day == 1 and last == _month_end(last.replace(day=1)):
        if first.month == 1 and last.month == 12:  # noqa: PLR2004 - December
            return str(first.year) if first.year == last.year else f"{first.year}-{last.year}"
        if last == _month_end(first):
            return format_skeleton("yMMMM", first, locale=locale())
        return format_interval(first, last, "yMMMM", locale=locale())
    return _as_first(format_interval(first, last, "yMMMMd", locale=locale()))


def _between(first: date, last: date, pattern: str) -> str:
    """Format two days, or two months, with the year once if it is the same."""
    begin = _say(first, pattern if first.year == last.year else f"{pattern} y")
    return f"{begin} - {_say(last, f'{pattern} y')}"


def _say(day: date, pattern: str) -> str:
    return format_date(day, pattern, locale="en")


def _read(text: str, meaning: int) -> Readable | Unreadable:
    try:
        parts = parts_of(text, meaning)
        span = _span(parts.sides)
    except DateError as wrong:
        return Unreadable(str(wrong))
    return Readable((span,), tuple(parts.passed_over), parts.ambiguous)


def _year_end(first: date) -> date | None:
    return first.replace(month=12, day=31) if (first.month, first.day) == (1, 1) else None


def _month_end(first: date) -> date | None:
    return first.replace(day=monthrange(first.year, first.month)[1]) if first.day == 1 else None


def _span(sides: list[Side]) -> Span:
    """Complete each side of a range with parts of the other."""
    if not sides or any(side.month or side.year for side in sides[1:-1]):
        raise DateError(texts.not_a_date())
    first, last = _joined(sides[0], sides[-1])
    year = last.year or first.year
    if year is None:
        raise DateError(texts.no_year())
    of_first = first.month if last.day or first.year is None else None  # "March 2018 - 2019" ends in December
    last = replace(last, year=year, month=last.month or of_first)
    first = replace(first, year=first.year or _year_before(first, last), month=first.month or last.month)
    span = _first_day(_day_first(first)), _last_day(_day_first(last))
    if span[1] < span[0]:
        raise DateError(texts.ends_before(say((span[0], span[0])), say((span[1], span[1]))))
    return span


def _joined(first: Side, last: Side) -> tuple[Side, Side]:
    """Join one date with a dash inside: "20 - March 2019", "20 March - 2019", "2019 - 20 March"."""
    if first == Side(day=first.day) and last.day is None:
        first = last = replace(last, day=first.day)
    elif last == Side(year=last.year) and first.year is None:
        first = last = replace(first, year=last.year)
    elif first == Side(year=first.year) and last.year is None:
        first = last = replace(last, year=first.year)
    return first, last


def _year_before(first: Side, last: Side) -> int | None:
    """Read "30 December - 2 January 2018" as beginning in 2017."""
    return last.year - 1 if last.year and last.month and first.month and first.month > last.month else last.year


def _first_day(side: Side) -> date:
    year, month, _ = _checked(side, 1)
    return date(year, month, side.day or 1)


def _last_day(side: Side) -> date:
    year, month, days = _checked(replace(side, month=side.last_month or side.month), 12)
    return date(year, month, side.day or days)


def _checked(side: Side, month_else: int) -> tuple[int, int, int]:
    """Return the year, the month and its number of days; refuse a date that no calendar has."""
    if not side.year or (side.day is not None and side.month is None):
        raise DateError(texts.not_a_date())
    month = month_else if side.month is None else side.month
    if not 1 <= month <= 12:  # noqa: PLR2004 - months
        raise DateError(texts.no_such_month(month) if side.day else texts.not_a_date())
    days = monthrange(side.year, month)[1]
    if side.day is not None and not 1 <= side.day <= days:
        raise DateError(texts.no_such_day(side.day, format_date(date(side.year, month, 1), "MMMM", locale=locale())))
    return side.year, month, days


def _day_first(side: Side) -> Side:
    """Read 01/17/2017 as 17 January: there is no month 17."""
    swapped = side.day is not None and side.month is not None and side.month > 12 >= side.day  # noqa: PLR2004 - months
    return replace(side, day=side.month, month=side.day) if swapped else side


_BREAKS = re.compile(r"\s*[\n\t]\s*")

_SHORT_YEAR = re.compile(
    r"(?P<before>(?:.*[^\d./-])?\d{1,2}(?:(?P<sign>\. |[./-])\d{1,2}(?P=sign)|[\s.,]*[^\W\d_]{3,}[\s.,]*))'?"
    r"(?P<year>\d\d)\.?"
)
"""A date whose last part is a year in two digits: "12.04.19", "12 April '19"."""

_LONGEST = 100
"""A longer text is no date."""


class Period(BaseModel):
    """A date as it was given, with its first and last day; can also be validated from a plain text."""

    model_config = ConfigDict(frozen=True)

    given: str
    first: date
    last: date

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:  # noqa: ANN401 - pydantic passes any value
        if not isinstance(value, str):
            return value
        period = _period(one_line(value))
        if isinstance(period, Period):
            return period.model_dump()
        raise ValueError(period.problem)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise ValueError(texts.ends_before(say((self.first, self.first)), say((self.last, self.last))))
        return self


@dataclass(frozen=True)
class _Maybe:
    """The dates that a text may mean, and a sentence that asks for one."""

    problem: str
    periods: tuple[Period, ...]


class When(Kind[Period]):
    """A day, a range of days, a month or a year that has begun."""

    def understand(self, text: str, context: ReadingContext) -> Reading[Period]:
        """Read a date in any of Europe's languages; offer the date if the text has other words, too."""
        text = text[: 2 * _LONGEST].strip()
        read = _told(one_line(text), context.today)
        if isinstance(read, NotUnderstood) and _BREAKS.search(text):
            read = _told(one_line(_BREAKS.sub(", ", text)), context.today)
        if isinstance(read, Period):
            return Understood(read)
        if isinstance(read, NotUnderstood):
            return self._with_century(one_line(text), context) or read
        for period in read.periods:
            problem = self.problem(period, context)
            if problem:
                return NotUnderstood(problem)
        return Offered(read.problem, tuple(map(_option, read.periods)))

    def _with_century(self, line: str, context: ReadingContext) -> Offered | None:
        """Offer 12 April 2019 for "12.04.19"; the year has two digits."""
        found = _SHORT_YEAR.fullmatch(line)
        year = 2000 + int(found["year"]) if found else 0
        read = _period(f"{found['before']}{year}") if found else None
        if not isinstance(read, Period) or self.problem(read, context):
            return None
        return Offered(texts.no_year(), (_option(read.model_copy(update={"given": say((read.first, read.last))})),))

    def problem(self, value: Period, context: ReadingContext | None = None) -> str | None:
        """Report a date in the future."""
        if context is None or value.first <= context.today:
            return None
        return texts.not_yet(say((value.first, value.first)), say((context.today, context.today)))

    def show(self, value: Period) -> str:
        """Return the date as it was given."""
        return value.given


def _told(line: str, today: date) -> Period | _Maybe | NotUnderstood:
    """Read a date that may have a year or a month in words, such as "March last year"; it is then kept in figures."""
    read = _period(line)
    told = dated(line, today, follows_others) if isinstance(read, NotUnderstood) else line
    found = read if told == line else _period(told, line)
    if told == line or not isinstance(found, Period):
        return found
    return found.model_copy(update={"given": say((found.first, found.last))})


def _period(line: str, typed: str = "") -> Period | _Maybe | NotUnderstood:
    decade = decade_in(line)
    if decade:
        return NotUnderstood(texts.decade(decade, middle_of(decade)))
    found = read_date(line) if len(line) <= _LONGEST else Unreadable(texts.not_a_date())
    if isinstance(found, Unreadable):
        return NotUnderstood(found.problem)
    if not found.passed_over and not found.ambiguous:
        return Period(given=line, first=found.spans[0][0], last=found.spans[0][1])
    periods = tuple(Period(given=say(span), first=span[0], last=span[1]) for span in found.spans)
    return _Maybe(_why(found, typed or line), periods)


def _why(found: Readable, line: str) -> str:
    return texts.two_months(found.ambiguous) if found.ambiguous else texts.part_of_a_date(line)


def _option(period: Period) -> Option:
    return Option(label=period.given, value=period.model_dump(mode="json"))
