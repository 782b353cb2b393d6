"""The days, months and years in a date as it is written, and what stands between a first and a last day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from conversations import refusals
from conversations.fields.month_names import RANGE_WORDS, ignored, months
from conversations.fields.parts_of_years import in_months, without_times
from conversations.fields.plain import fold, latin_digits

_OURS = str.maketrans("#~", "  ")
"""The marks of months in figures."""
_DASH = re.compile(r"[‐‑‒–—―−]")
_REWRITES = (
    (re.compile(r"(?<=\d)(?:st|nd|rd|th|er|re|e|[eè]me|[eè]re|de|ste|º|ª|o|a|:a|:e|-?го|-?ого|η|ης)\b"), " "),
    (re.compile(r"(?<!\d)(\d{4})([-./] ?)(\d{1,2})\2(\d{1,2})(?!\d)"), r" \4 #\3 \1 "),
    (re.compile(r"(?<!\d)(\d{1,2})([-./] ?)(\d{1,2})\2(\d{4})(?!\d)"), r" \1 #\3 \4 "),
    (re.compile(r"(?<!\d)(\d{1,2})-([^\W\d_]{3,})-(\d{4})(?!\d)"), r" \1 \2 \3 "),
    (re.compile(r"(?<![\d./-])(0?[1-9]|1[0-2])-(0?[1-9]|1[0-2])/(\d{4})(?!\d)"), r" #\1 - #\2 \3 "),
    (re.compile(r"(?<![\d./])(\d{1,2})[-./](\d{4})(?!\d)"), r" #\1 \2 "),
    (re.compile(r"(?<!\d)(\d\d)(\d\d)[-/](1[3-9]|[2-9]\d)(?! ?[^\W\d_]|[\d./-])"), r"\1\2 - \1\3"),
    (re.compile(r"(?<!\d)(\d{4})[-./](\d{1,2})(?!\d)"), r" #\2 \1 "),
    (re.compile(r"(?<![\d./])(\d{1,2})\. ?(\d{1,2})\.?(?!\d)"), r" \1 #\2 "),
    (re.compile(r"(?<![\d./])(\d{1,2})/(\d{1,2})(?= ?-)"), r" \1 #\2 "),
    (re.compile(r"(?<=\d) ?/ ?(?=\d)"), " - "),
    (re.compile(r"(?<!\d)(\d{1,2}) ?, ?(?=\d{1,2}(?!\d))"), r"\1 - "),
    (re.compile(r"(?<=[^\W\d_]{3}) ?/ ?(?=[^\W\d_]{3}|\d{1,2}\b)"), " - "),
    (re.compile(r"(?<=\d{4}) ?/ ?(?=[^\W\d_]{3,}[ .]\D*\d{4})"), " - "),
    (re.compile(r"(?<=\d) */ *(?=#\d+~)"), " - "),
)
"""What is written in figures, put as day, month (``#1``) and year; what stands between two days becomes a dash."""
_TOKEN = re.compile(r"#\d{1,2}(?:~\d{1,2})?|\d+|[^\W\d_]+|[-&+]")


@dataclass(frozen=True)
class Side:
    """One side of a range, perhaps incomplete; a quarter or half of a year has a last month, too."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    last_month: int | None = None


class DateError(Exception):
    """A problem found deep within; its text is the sentence."""


@dataclass
class Parts:
    """The sides of a range, the words that were passed over, and a month's name that has two meanings."""

    sides: list[Side] = field(default_factory=lambda: [Side()])
    passed_over: list[str] = field(default_factory=list)
    ambiguous: str = ""


def parts_of(text: str, meaning: int) -> Parts:
    """Sort the parts of a text; where a month's name has two meanings, take the first (0) or the last (-1)."""
    found = Parts()
    for token in _tokens(text):
        if token in {"-", "&", "+"} or token in RANGE_WORDS:
            found.sides.append(Side())
        elif token.isdecimal():
            found.sides[-1] = _with_number(found.sides[-1], token)
        elif token.startswith("#"):
            month, _, last_month = token[1:].partition("~")
            found.sides[-1] = _with_month(found.sides[-1], int(month), int(last_month) if last_month else None)
        elif token in months():
            means = months()[token]
            found.ambiguous = token if len(means) > 1 else found.ambiguous
            found.sides[-1] = _with_month(found.sides[-1], means[meaning])
        elif token not in ignored():
            found.passed_over.append(token)
    found.sides = [side for side in found.sides if side != Side()]
    return found


def _tokens(text: str) -> Iterator[str]:
    text = without_times(in_months(_DASH.sub("-", latin_digits(text)).lower().translate(_OURS)))
    for pattern, rewritten in _REWRITES:
        text = pattern.sub(rewritten, text)
    for token in _TOKEN.findall(text):
        yield fold(token) if token.isalpha() and token not in RANGE_WORDS else token


def _with_number(side: Side, digits: str) -> Side:
    if len(digits) == 4 and side.year is None:  # noqa: PLR2004 - a year has four digits
        return replace(side, year=int(digits))
    if len(digits) <= 2 and side.day is None and side.last_month is None:  # noqa: PLR2004 - a day has one or two
        return replace(side, day=int(digits))
    raise DateError(refusals.not_a_date())


def _with_month(side: Side, month: int, last_month: int | None = None) -> Side:
    if side.month is not None or (last_month is not None and side.day is not None):
        raise DateError(refusals.not_a_date())
    return replace(side, month=month, last_month=last_month)
