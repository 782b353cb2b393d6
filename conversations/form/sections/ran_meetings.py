"""Section 11: RAN meetings where the practice was presented, also told in one sentence."""

import re
from dataclasses import dataclass
from itertools import combinations
from typing import Annotated, Any, ClassVar

from conversations.fields import Line, NotUnderstood, Period, Reading, ReadingContext, Understood, When, YesNo
from conversations.fields.choices import says_no_more
from conversations.fields.date_parts import months
from conversations.fields.dates import Readable, read_date
from conversations.fields.plain import fold
from conversations.fields.yes_no import agreement_in, guesses
from conversations.form import texts
from conversations.form.questions import Group, Question, Repeat, Section, after
from conversations.languages import _

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
"""Words before the name of a meeting."""

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

_BUT = re.compile(r"(?:[\s,]+(?:but|aber|mais|pero|però|maar)|,\s*(?:men|ma|ale))\s.*", re.IGNORECASE)
"""Words that add a doubt: "in Aarhus but I don't remember when"."""

_MEETINGS = re.compile(r"\s+meetings?\b", re.IGNORECASE)

_EMPTY = re.compile(r",(?:[\s,]*,)+")

_TOWN = re.compile(r"[A-ZÀ-ÞŁŚŽŠČĐ][^\W\d_]+(?:[\s-][A-ZÀ-ÞŁŚŽŠČĐ]?[^\W\d_]+){0,2}")


@dataclass(frozen=True)
class Told:
    """The details of a meeting in one line; each may be empty."""

    name: str = ""
    date: str = ""
    place: str = ""
    subject: str = ""

    @property
    def given(self) -> dict[str, str]:
        """The details that were found, by the key of their question."""
        return {key: value for key, value in vars(self).items() if value}


def meetings_in(text: str) -> tuple[Told, ...]:
    """Find several meetings, each with a name and a date, separated by signs or "and"; else one meeting, or none."""
    several = tuple(map(meeting_in, _BETWEEN.split(text)))
    if len(several) > 1 and all(told.name and told.date for told in several):
        return several
    told = meeting_in(text)
    return (told,) if told.given and not _YEAR.search(told.name) else ()


def meeting_in(text: str) -> Told:
    """Split a line into details; the name of a meeting has RAN in it, or stands next to a date or a place."""
    line = " ".join(text.split())
    if len(line) > _LONGEST or not any(map(str.isalnum, line)):
        return Told()
    date, line = _date_in(line)
    subject = _SUBJECT.search(line)
    line = _BUT.sub("", line[: subject.start()] if subject else line)
    place, line = _place_in(f" {line.strip(_ENDS)}")
    name = _BEFORE_NAME.sub("", f"{_EMPTY.sub(',', line).strip(_ENDS)} ").strip(_ENDS)
    told = Told(name, date, place, subject["subject"].strip(_ENDS) if subject else "")
    is_meeting = _RAN.search(name) or ((date or place) and (not name or _is_name(name)))
    return told if is_meeting else Told()


def full_date_in(text: str) -> str:
    """Return the date in a text if it has a day or a month, else ""."""
    date, _ = _date_in(" ".join(text.split())[:_LONGEST])
    return "" if _YEAR.fullmatch(date) else date


def _is_name(name: str) -> bool:
    return len(name.split()) > 1 and any(map(str.isupper, name))


def _date_in(line: str) -> tuple[str, str]:
    """Split a line into its longest date with a year, and the rest."""
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
    """Split a line into the place (after "in", "online", or a town between commas) and the rest."""
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


def _presented(text: str, reading: Reading[Any], context: ReadingContext) -> Reading[Any]:
    """Read meetings after a Yes, or instead of it."""
    agreed, words = agreement_in(text)
    meetings = meetings_in(words)
    if agreed is False or not meetings or (agreed is None and (not meetings[0].name or guesses(text))):
        return reading
    items = (int(path.split(".")[2]) + 1 for path in context.answers if path.startswith("ran_meetings.meetings."))
    told = enumerate(meetings, max(items, default=0))
    return Understood(True, {f"meetings.{n}.{key}": value for n, one in told for key, value in one.given.items()})


def _named(text: str, reading: Reading[Any], _context: ReadingContext) -> Reading[Any]:
    """Refuse a Yes as a name; read a date and a place after the name."""
    agreed, words = agreement_in(text)
    if (agreed is not None and not words) or says_no_more(_MEETINGS.sub("", text)):
        return NotUnderstood(str(texts.NAME_THE_MEETING))
    told = meeting_in(words) if agreed or full_date_in(words) else Told()
    if not told.name:
        return reading
    return Understood(told.name, {key: value for key, value in told.given.items() if key != "name"})


class Meeting(Group):
    """One meeting."""

    name: Annotated[
        str | None,
        Line(max_length=200),
        Question(
            title=_("Name of the meeting"),
            prompt=_("Which meeting was it?"),
            hint=_(
                "The RAN working group or event, up to 200 characters. Two groups that met together are one meeting."
            ),
            example="RAN RVT & RAN EDU",
            reads_on=_named,
        ),
    ] = None
    date: Annotated[
        Period | None,
        When(),
        Question(
            title=_("Date of the meeting"),
            prompt=_("When was it?"),
            hint=_("A day, several days, a month or a year."),
            example=_("23-24 January 2019"),
            required=False,
        ),
    ] = None
    place: Annotated[
        str | None,
        Line(max_length=200),
        Question(
            title=_("Place of the meeting"),
            prompt=_("Where was it?"),
            hint=_("A city, or “online”."),
            on_paper=_("A city, or “online”. One line, up to 200 characters."),
            example=_("Copenhagen"),
            required=False,
            shared="venue",
            hears="clear",  # Nice and Reading are cities
        ),
    ] = None
    subject: Annotated[
        str | None,
        Line(max_length=300),
        Question(
            title=_("Subject of the meeting"),
            prompt=_("What was it about?"),
            hint=_("One line, up to 300 characters."),
            example=_("Mentoring in prison and after release"),
            required=False,
        ),
    ] = None


class RanMeetings(Section):
    """Whether the practice was presented in RAN, and where."""

    key: ClassVar = "ran_meetings"
    title: ClassVar = _("Presented and discussed in RAN meeting")

    presented: Annotated[
        bool | None,
        YesNo(),
        Question(
            title=_("Presented in a RAN meeting"),
            prompt=_("Has the practice been presented in a RAN meeting?"),
            hint=_(
                "Preferably it has, in a working group or at another RAN event. After Yes I ask for the name, date, "
                "place and subject of each meeting. Or tell them at once: “Yes, RAN EXIT in Vienna, 3 May 2019”."
            ),
            on_paper=_("Preferably it has, in a working group or at another RAN event."),
            reads_on=_presented,
        ),
    ] = None
    meetings: Annotated[
        tuple[Meeting, ...],
        Repeat(
            title=_("Presented in a RAN meeting"),
            when=after("presented", True),
            more=_("Add another meeting"),
            enough=_("No more meetings"),
            remove=_("Remove this meeting"),
        ),
    ] = ()
