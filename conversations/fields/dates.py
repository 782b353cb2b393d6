"""Dates as people write them: a day, a range of days, a month or a year, as a first and a last day."""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from babel.dates import format_date

from conversations.fields import texts
from conversations.fields.date_parts import DateError, Side, months, parts_of
from conversations.fields.plain import fold

_HEAD = re.compile(r"[^,;(]{4,}(?=[,;(])")

_SIGN = re.compile(r"\s*(?:[,;]|\band\b|(?<=[^\W\d_]{3})/(?=[^\W\d_]{3}))\s*")

_MONTH_OR_YEAR = re.compile(r"[^\W\d_]{3}|\d{4}|\d[./]\d")

Span = tuple[date, date]
"""The first and the last day."""


@dataclass(frozen=True)
class Unreadable:
    """Not a date, and why."""

    problem: str


@dataclass(frozen=True)
class Readable:
    """The days that a text may mean (two where a month's name does), and the words that were passed over."""

    spans: tuple[Span, ...]
    passed_over: tuple[str, ...] = ()
    ambiguous: str = ""


def read_date(text: str) -> Readable | Unreadable:
    """Read one line of up to 100 characters; where it is no date, it may list some, or have one before other words."""
    whole, head = _either(text), _HEAD.match(text)
    listed = _listed(text) if isinstance(whole, Unreadable) else None
    if listed:
        return listed
    if isinstance(whole, Unreadable) and head:
        begin = _either(head[0])
        return replace(begin, passed_over=(*begin.passed_over, text)) if isinstance(begin, Readable) else whole
    return whole


def _listed(text: str) -> Readable | None:
    """Read dates with commas or semicolons between them, as from the first to the last; more than two are asked."""
    pieces = [piece for piece in _SIGN.split(text) if piece]
    found = _either(f"{pieces[0]} - {pieces[-1]}") if len(pieces) > 1 else None
    if not isinstance(found, Readable) or found.passed_over or not all(map(_MONTH_OR_YEAR.search, pieces)):
        return None
    return found if len(pieces) == 2 else replace(found, passed_over=(text,))  # noqa: PLR2004 - a first and a last


def _either(text: str) -> Readable | Unreadable:
    """Read a text with both meanings that a month's name may have."""
    early, late = _read(text, 0), _read(text, -1)
    if isinstance(early, Readable) and isinstance(late, Readable):
        return replace(early, spans=tuple(dict.fromkeys(early.spans + late.spans)))
    return early if isinstance(early, Readable) else late


def say(span: Span) -> str:
    """Say a first and a last day in English, as short as they allow."""
    first, last = span
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


def _between(first: date, last: date, pattern: str) -> str:
    """Say two days, or their months, with the year once where it is the same."""
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
    """Complete the first side from the last, and the other way round."""
    if not sides or any(side.month or side.year for side in sides[1:-1]):
        raise DateError(texts.not_a_date())
    first, last = _joined(sides[0], sides[-1])
    year = last.year or first.year
    if year is None:
        raise DateError(texts.no_year())
    of_first = first.month if last.day or first.year is None else None  # of "March 2018 - 2019" the end is December
    last = replace(last, year=year, month=last.month or of_first)
    first = replace(first, year=first.year or _year_before(first, last), month=first.month or last.month)
    span = _first_day(_day_first(first)), _last_day(_day_first(last))
    if span[1] < span[0]:
        raise DateError(texts.ends_before(say((span[0], span[0])), say((span[1], span[1]))))
    return span


def _joined(first: Side, last: Side) -> tuple[Side, Side]:
    """Put together one date that a dash parts: "20 - March 2019", "20 March - 2019", "2019 - 20 March"."""
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
    """Give year, month and how many days it has; refuse what no calendar has."""
    if not side.year or (side.day is not None and side.month is None):
        raise DateError(texts.not_a_date())
    month = month_else if side.month is None else side.month
    if not 1 <= month <= 12:  # noqa: PLR2004 - months
        raise DateError(texts.no_such_month(month) if side.day else texts.not_a_date())
    days = monthrange(side.year, month)[1]
    if side.day is not None and not 1 <= side.day <= days:
        raise DateError(texts.no_such_day(side.day, _say(date(side.year, month, 1), "MMMM")))
    return side.year, month, days


def _day_first(side: Side) -> Side:
    """Read 01/17/2017, which has no month 17, as 17 January."""
    swapped = side.day is not None and side.month is not None and side.month > 12 >= side.day  # noqa: PLR2004 - months
    return replace(side, day=side.month, month=side.day) if swapped else side


_LONGEST = 300

_MOST_WORDS = 8
"""A date has no more words: "30 November - 1 December 2017" has 6."""

_WORD = re.compile(r"\S+")

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

_RAN = re.compile(r"\bRAN\b(?=.*\w)|\w.*\bRAN\b")

_ENDS = " \t\n,;:.()–—-"

_BEFORE_NAME = re.compile(
    r"\A(?:(?:it|this|we|was|were|is|has|have|been|presented|discussed|shown|put forward|in|at|on|the|a|an|of|during|"
    r"meeting of|dans|im|in der|beim|bei|auf|der|die|das|en|au|aux|à|la|le|les|una|el|nel|nella|alla|op|de|het|i|på|"
    r"ved|w|na|e|and)\s+)+",
    re.IGNORECASE,
)
"""Words that lead to the name of the meeting."""

_BEFORE_DATE = re.compile(
    r"[\s,;(]*\b(?:on|in|at|from|of|the|am|im|vom|von|den|der|le|du|en|el|del|il|nel|dal|op|van|den|d|i|fra|från|w|od|"
    r"em|de)$",
    re.IGNORECASE,
)

_PLACE = re.compile(
    r"[\s,(]+(?:in|at|à|a|en|te|i|w|em|hos|en|bei|ve|v|u)\s+(?=[A-ZÀ-ÞŁŚŽŠČĐ])(?!RAN\b)(?P<place>[^,;()]+)"
)

_ONLINE = re.compile(r"[\s,(]+(?:held\s+)?(?:online|virtual|virtually|en ligne|en línea|zdalnie)\b\)?", re.IGNORECASE)

_ABOUT = r"about|on the subject of|on the topic of|subject:?|topic:?|zum thema|über|sur|sobre|om|over|o temacie"

_SUBJECT = re.compile(rf"(?:[,;]\s*on|[\s,;:(–—-]+(?:{_ABOUT}))\s+(?P<subject>.+)", re.IGNORECASE)

_BETWEEN = re.compile(r"\s*[;\n]\s*|,?\s+(?:and|und|et|y|e|en|og|och|i)\s+(?=(?:(?:in|at|the)\s+)*RAN\b)")

_EMPTY = re.compile(r",(?:[\s,]*,)+")

_TOWN = re.compile(r"[A-ZÀ-ÞŁŚŽŠČĐ][^\W\d_]+(?:[\s-][A-ZÀ-ÞŁŚŽŠČĐ]?[^\W\d_]+){0,2}")


@dataclass(frozen=True)
class Told:
    """What a line tells of a meeting, each empty where it does not."""

    name: str = ""
    date: str = ""
    place: str = ""
    subject: str = ""

    @property
    def given(self) -> dict[str, str]:
        """What is there, by the key of its question."""
        return {key: value for key, value in vars(self).items() if value}


def meetings_in(text: str) -> tuple[Told, ...]:
    """Take several meetings apart, each with a name and a date, where signs or "and" part them; else one, or none."""
    several = tuple(map(meeting_in, _BETWEEN.split(text)))
    if len(several) > 1 and all(told.name and told.date for told in several):
        return several
    told = meeting_in(text)
    return (told,) if told.given and not _YEAR.search(told.name) else ()


def meeting_in(text: str) -> Told:
    """Take a line apart; only a name with RAN in it, or one beside a date or a place, is a meeting's name."""
    line = " ".join(text.split())
    if len(line) > _LONGEST or not any(map(str.isalnum, line)):
        return Told()
    date, line = _date_in(line)
    subject = _SUBJECT.search(line)
    line = line[: subject.start()] if subject else line
    place, line = _place_in(f" {line.strip(_ENDS)}")
    name = _BEFORE_NAME.sub("", f"{_EMPTY.sub(',', line).strip(_ENDS)} ").strip(_ENDS)
    told = Told(name, date, place, subject["subject"].strip(_ENDS) if subject else "")
    return (
        told if _RAN.search(name) or ((date or place) and _is_name(name)) or (not name and (date or place)) else Told()
    )


def full_date_in(text: str) -> str:
    """Find a date with a day or a month in it."""
    date, _ = _date_in(" ".join(text.split())[:_LONGEST])
    return "" if _YEAR.fullmatch(date) else date


def _is_name(name: str) -> bool:
    return len(name.split()) > 1 and any(map(str.isupper, name))


def _date_in(line: str) -> tuple[str, str]:
    """Find the longest run of words that is a date with a year, and what is left around it."""
    words = [word.span() for word in _WORD.finditer(line)]
    dated = [n for n, (start, end) in enumerate(words) if _may_be_of_a_date(line[start:end])]
    runs = [
        (first, last)
        for first, last in [*combinations(dated, 2), *((n, n) for n in dated)]
        if last - first < _MOST_WORDS
    ]
    for first, last in sorted(runs, key=lambda run: run[0] - run[1]):
        start, end = words[first][0], words[last][1]
        date = line[start:end].strip(_ENDS)
        found = read_date(date) if _YEAR.search(date) else None
        if isinstance(found, Readable) and not found.passed_over and not found.ambiguous:
            before = _BEFORE_DATE.sub("", line[:start].rstrip(_ENDS))
            return date, f"{before}, {line[end:].strip(_ENDS)}".strip(_ENDS)
    return "", line


def _may_be_of_a_date(word: str) -> bool:
    return any(map(str.isdecimal, word)) or fold(word) in months()


def _place_in(line: str) -> tuple[str, str]:
    """Find the place: behind "in", "online", or a town between commas."""
    online = _ONLINE.search(line)
    if online:
        return "online", line[: online.start()] + line[online.end() :]
    *_, found = (None, *_PLACE.finditer(line))
    if found is not None:
        return found["place"].strip(_ENDS), f"{line[: found.start()]}, {line[found.end() :]}"
    head, comma, tail = line.partition(",")
    town, _, rest = tail.strip(_ENDS).partition(",")
    if comma and _TOWN.fullmatch(town.strip(_ENDS)) and not _RAN.search(town):
        return town.strip(_ENDS), f"{head}, {rest}"
    return "", line
