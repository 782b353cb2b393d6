"""A meeting told in one line: its name, its date, its place and its subject."""

import re
from dataclasses import dataclass
from itertools import combinations

from conversations.fields.dates import Readable, read_date
from conversations.fields.month_names import months
from conversations.fields.plain import fold

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
