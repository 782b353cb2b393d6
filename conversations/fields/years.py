"""Years, also in words, and ranges of years typed at the question for the first."""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from functools import cache

from conversations.fields import time_texts as texts
from conversations.fields.kind import Kind, NotUnderstood, Offered, Option, Reading, ReadingContext, Understood
from conversations.fields.plain import bare, fold, latin_digits, one_line
from conversations.fields.typed import EVERYWHERE, in_any, single, typed
from conversations.fields.year_words import decade_in_words, in_figures, may_be_length
from conversations.fields.yes_no import is_among_folded
from conversations.languages import ENGLISH, both, current, english


@cache
def _active(language: str) -> frozenset[str]:
    button = fold(english(texts.STILL_ACTIVE))
    return typed("no_end_yet", EVERYWHERE) | typed("no_end_yet", language) | {button}


def still_active() -> tuple[str, ...]:
    """Return what people type where something has no end yet, as ``fold`` writes it."""
    return tuple(_active(current()))


_LONGEST = 200
"""A longer text answers another question, even with a year in it."""

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")

_SHORT_END = re.compile(r"(?<!\d)(\d\d)(\d\d)(\s?[-–—/]\s?)(\d\d)(?!\d|[-/.]\d)")
"""``2011-14``, but not the day ``2011-12-14``."""

_O_FOR_ZERO = re.compile(r"(?<![^\W\d_])[12][\doOоО]{3}(?![^\W_])")

_DECADE = re.compile(
    r"(?<!\d)(?:\d\d)?\d0(?:'?s|'?[-\s]?(?:er|ers|erne|tal|tallet|talet|tals|luku|luvulla|luvulta|ndad|aastad|х|те))\b"
    r"|\b(?:anni|ann[eé]es|a[nñ]os|anos|anii|lata|latach|let[aá]ch)\s?'?(?:\d\d)?\d0\b"
    r"(?!\s?[-–—/]\s?\d|\s\w{1,5}\s\d{4})"
    r"|\b(?:(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet|noughti?)ies|(?:acht|neun|sieb|sech|fünf)z?iger)\b",
    re.IGNORECASE,
)
"""1990s, 80s, 1990er, 1990'erne, 1990-talet, 1990-luku, anni '90, années 90, lata 90 (no range), the nineties."""

_TENS = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50, "sixt": 60, "sevent": 70, "eight": 80, "ninet": 90}

_TENS |= {"fünf": 50, "sech": 60, "sieb": 70, "acht": 80, "neun": 90}

_LAST_CENTURY = 30


@cache
def _until(language: str) -> frozenset[str]:
    """Return the words for "until" in all languages, without those that mean "since" in the one that is spoken."""
    return (typed("until", EVERYWHERE) - single("since", language)) | single("until", language)


@cache
def _since(language: str) -> frozenset[str]:
    """Return the words for "since", without those that mean "until" in the language that is spoken."""
    return (typed("since", EVERYWHERE) - single("until", language)) | single("since", language)


@cache
def _otherwise(language: str) -> frozenset[str]:
    """Return the words before a year that mean another year, in the same way."""
    return (typed("another_year", EVERYWHERE) - _until(language) - _since(language)) | single("another_year", language)


_GOES_ON = re.compile(
    r"(?:[-–—]\s*\W*$|\b(?:present|now|today|ongoing|onwards?|date|heute|dato|nu|nyt|dziś|oggi|hoy|hoje)\b|aujourd'hui)",
    re.IGNORECASE,
)
"""After a year, these words mean that there is no end yet."""

_OPEN_END = re.compile(r"\s*(?:[-–—−]+>?|→|\.\.+|…)\W*")
"""A dash, an arrow or dots after a year, and nothing more."""

_JOINING_WORDS = "og und et och y e en i oraz ja we this it"

_JOINING = frozenset(_JOINING_WORDS.split())

_STILL = frozenset({"still", "noch", "stadig", "fortfarande", "nog steeds", "toujours", "todavia", "ancora", "nadal"})
"""Alone after a year, these words mean that there is no end yet: "2011 - still"."""

_MISSPELT = 0.9
"""The least similarity (difflib's ratio) of a misspelled "still active"; "inactive" and "active" have 0.86."""

_LONG_ENOUGH = 6

_SURE = 2
"""So many first letters of a misspelled word must be right."""

_DASH = re.compile(r"\s*[-–—−→]\s*")

_OF_SOMETHING_ELSE = re.compile(
    r"\bRAN\b|(?i:\bran (?:p ?& ?p|edu|exit|local|pol|police|rvt|vvt|c ?& ?n|h ?& ?sc|y ?& ?f|prevent|rehab|health)\b|"
    r"\b(?:meeting|conference|congress|workshop|working group|study visit|møde|konferen|tagung|treffen|sitzung|"
    r"réunion|conférence|reunión|conferencia|riunione|conferenza|vergadering|bijeenkomst|möte|spotkani|evaluat|"
    r"evaluer|évalu|evaluier|grant|isf\b|erasmus|horizon|handbook|manual))"
)
"""Words about a meeting, a grant or a product, which has its own year; "it ran from 2011" is not about RAN."""

_LITTLE_WORDS = "in the of on year years we it was has is and im jahr en el la le año ano an année år i w roku"

_LITTLE = frozenset(_LITTLE_WORDS.split())


@cache
def about_years(language: str) -> frozenset[str]:
    """Return the words that may stand beside a year and say nothing else."""
    active = " ".join((*typed("no_end_yet", EVERYWHERE), *typed("no_end_yet", language))).split()
    return (
        _until(language) | _since(language) | _JOINING | _STILL | _LITTLE | single("date_little", language) | {*active}
    )


_HEAD = re.compile(r"[^,;\n]+(?=[,;\n])")

_WORDS_BEFORE = 3
"""How many words before a year are read."""

_MONTHS = 12


class Year(Kind[int]):
    """A year from ``first`` to the current year.

    For the start of a time: ``until`` is the key of the question for the end, with ``may_go_on`` a text
    may say that there is no end yet. For the end of a time: ``goes_on`` is the button for "no end yet".
    Without these it is the year of something else, and "today" means this year.
    """

    def __init__(
        self,
        first: int = 1900,
        until: str | None = None,
        goes_on: str | None = None,
        shortcuts: tuple[str, ...] = (),
        *,
        may_go_on: bool = False,
    ) -> None:
        self.first = first
        self.until = until
        self.goes_on = goes_on
        self.may_go_on = may_go_on
        self.shortcuts = tuple(map(english, shortcuts))

    def understand(self, text: str, context: ReadingContext) -> Reading[int]:
        """Read the year in a short text; offer the years of a doubtful range, and a year that is misspelled."""
        if self.until is None and self.goes_on is None and fold(text[:_LONGEST]) in typed("today", EVERYWHERE):
            return Understood(context.today.year)
        text = self._in_english(text)
        line, head = _plain(text), _HEAD.match(text)
        if head and says_years(head[0]):
            begin = self._dated(_plain(head[0]), context)
            if isinstance(begin, Understood) and begin.others:
                return begin  # a beginning and an end say all; what comes behind is about something else
        reading = self._dated(line, context)
        if isinstance(reading, Understood) and _OF_SOMETHING_ELSE.search(line):
            years = [str(year) for year in (reading.value, *reading.others.values()) if year is not None]
            option = Option(label=both(years), value=reading.value, others=reading.others)
            return Offered(texts.not_quite_a_year(line), (option,))
        return reading

    def _in_english(self, text: str) -> str:
        """Replace a button that is typed in the language of the talk."""
        if current() == ENGLISH:
            return text
        said = fold(text[:_LONGEST])
        return next((label for label in self.shortcuts if said == fold(self.label(label))), text)

    def _dated(self, said: str, context: ReadingContext) -> Reading[int]:
        line = said
        decade = decade_in(line)
        if decade:
            return NotUnderstood(texts.decade(decade, self._example(decade, context)))
        line = in_figures(line, context.today.year)
        years = _years(line)
        if not years:
            return self._nearly(line, context)
        sure = in_figures(said, context.today.year, follows_others if self.goes_on is None else _may_be_else)
        if not _years(sure) and not self.problem(years[0], context):
            return Offered(texts.not_quite_a_year(said), (_option(years[0]),))
        return self._of_years(years, line, context)

    def _of_years(self, years: Sequence[int], line: str, context: ReadingContext) -> Reading[int]:
        if self.goes_on is not None:
            return self._end(years, line, self.goes_on, context)
        if len(years) == 1:
            return self._going_on(self._start(years[0], line, context), line)
        if len(years) > 2 or self.until is None:  # noqa: PLR2004 - a beginning and an end
            return NotUnderstood(texts.several_years(years))
        return self._range(years[0], years[1], line, self.until, context)

    def problem(self, value: int, context: ReadingContext | None = None) -> str | None:
        """Report a year before the first one or in the future."""
        late = context is not None and value > context.today.year
        return self._bounds(context) if late or value < self.first else None

    def _start(self, year: int, line: str, context: ReadingContext) -> Reading[int]:
        before = _before(year, line)
        if self.until is not None and before & _until(current()) and not before & _since(current()):
            return NotUnderstood(texts.only_an_end(year, context.today.year, self.first))
        return self._alone(year, line, context)

    def _going_on(self, reading: Reading[int], line: str) -> Reading[int]:
        """Use "still active", or a dash with nothing after it, as the answer to the question for the end."""
        if self.until is None or not self.may_go_on or not isinstance(reading, Understood):
            return reading
        before, _, behind = line.partition(str(reading.value))
        active = _OPEN_END.fullmatch(behind) or self._says_active(behind) or (not behind and self._says_active(before))
        return Understood(reading.value, {self.until: None}) if active else reading

    def _says_active(self, text: str) -> bool:
        """Tell whether words around the starting year mean that there is no end yet; one letter may be wrong."""
        little = single("date_little", current())
        words = [word for word in fold(text).split() if word not in _since(current())]
        if " ".join(words) not in _active(current()):
            words = words[next((n for n, word in enumerate(words) if word not in little), len(words)) :]
        said = " ".join(words)
        known = _active(current()) | {fold(str(texts.STILL_ACTIVE))}
        and_words = single("between_choices", current()) - in_any("negation")  # the French "plus" also means "no more"
        joining = _JOINING | and_words
        if words and words[0] in joining and not is_among_folded(said, known):
            said = " ".join(words[1:])
        alike = get_close_matches(said, known, 1, _MISSPELT) if len(said) >= _LONG_ENOUGH else []
        slip = bool(alike) and said[:_SURE] == alike[0][:_SURE]  # "ne" and "in" may stand before the word
        return slip or said in _STILL or is_among_folded(said, known)

    def _alone(self, year: int, line: str, context: ReadingContext) -> Reading[int]:
        if _before(year, line) & _otherwise(current()) and not self.problem(year, context):
            return Offered(texts.not_quite_a_year(line), (_option(year),))
        return Understood(year)

    def _end(self, years: Sequence[int], line: str, goes_on: str, context: ReadingContext) -> Reading[int]:
        last, today = years[-1], context.today.year
        if last > today:
            return NotUnderstood(texts.ends_later(last, goes_on))
        if len(years) > 2 or last < years[0]:  # noqa: PLR2004 - a beginning and an end
            return NotUnderstood(texts.several_years(years))
        if len(years) > 1:
            return Offered(texts.end_of_years(years[0], last), (_option(last),))
        if _before(last, line) & _since(current()) or _GOES_ON.search(line.partition(str(last))[2]):
            return Offered(texts.only_a_start(last, goes_on), (_option(last),))
        return self._alone(last, line, context)

    def _range(self, first: int, last: int, line: str, until: str, context: ReadingContext) -> Reading[int]:
        if self.problem(first, context) or last < self.first:
            return NotUnderstood(self._bounds(context))
        if last < first:
            return NotUnderstood(texts.years_backwards(first, last))
        if last > context.today.year:
            active = Option(label=texts.start_alone(first), value=first, others={until: None})
            return Offered(texts.still_active(first, last), (active,))
        between = _SHORT_END.sub(_whole_end, line).partition(str(first))[2].partition(str(last))[0]
        both = Option(label=texts.both_of(first, last), value=first, others={until: last})
        if last == first + 1 or (
            str(last) not in line and last % 100 <= _MONTHS
        ):  # 2010/11 may be a school year, 2010-12 a month
            return Offered(texts.both_years_or_one(first, last), (both, _option(first)))
        if not _before(first, line) & _otherwise(current()) and (
            _DASH.fullmatch(between) or {*fold(between).split()} & _until(current())
        ):
            return Understood(first, {until: last})
        return Offered(texts.both_years(first, last), (both,))

    def _nearly(self, line: str, context: ReadingContext) -> Reading[int]:
        """Offer 2011 for "2O11", written with a letter O; refuse any other text without a year."""
        misspelled = [int(re.sub("[oOоО]", "0", found)) for found in _O_FOR_ZERO.findall(line)]
        if len(misspelled) == 1 and not self.problem(misspelled[0], context):
            return Offered(texts.not_quite_a_year(line), (_option(misspelled[0]),))
        bounds = self._bounds(context)
        return NotUnderstood(texts.goes_on_or(bounds, self.goes_on) if self.goes_on and line else bounds)

    def _example(self, decade: str, context: ReadingContext) -> int:
        return min(max(middle_of(decade), self.first), context.today.year)

    def _bounds(self, context: ReadingContext | None) -> str:
        return texts.year_bounds(self.first, context.today.year if context else None)


def follows_others(found: re.Match[str]) -> bool:
    """Tell whether words for "years ago" follow a word that may be a part of the number: "forty-five years ago"."""
    before = re.findall(r"\w+", bare(found.string[: found.start()]))
    joining = _JOINING | single("between_choices", current()) | {"and"}
    little = (about_years(current()) | _otherwise(current())) - joining
    return bool(before) and before[-1] not in little and not any(map(str.isdecimal, found[0]))


def _may_be_else(found: re.Match[str]) -> bool:
    return follows_others(found) or (bool(found.lastindex) and may_be_length(found))


def says_years(text: str) -> bool:
    """Tell whether a text has only years and words about them: "since 2015, still going"."""
    line = in_figures(_plain(text), this_year=2000)  # any year will do
    return bool(_years(line)) and about_years(current()).issuperset(
        word for word in fold(line).split() if not word.isdecimal()
    )


def behind_years(text: str) -> str:
    """Return the words behind the first year of a text from the first one on that says nothing about years."""
    words = text.split()
    dated = next((n for n, word in enumerate(words) if _YEAR.search(word)), len(words))
    rest = (n for n in range(dated, len(words)) if not says_years(f"2000 {words[n]}"))
    return " ".join(words[next(rest, len(words)) :])


def _plain(text: str) -> str:
    return latin_digits(one_line(text)).replace("’", "'") if len(text) <= _LONGEST else ""


def decade_in(line: str) -> str:
    """Return the decade in a line, such as "1990s", or ""."""
    found = _DECADE.search(line)
    return found[0] if found else decade_in_words(line)[0]


def middle_of(decade: str) -> int:
    """Return the middle year of a decade; "80s" and "eighties" belong to the last century, "20s" to this one."""
    digits = "".join(filter(str.isdecimal, decade))
    if len(digits) == 4:  # noqa: PLR2004 - a year has four digits
        return int(digits) + 5
    tens = int(digits or decade_in_words(decade)[1]) or next(
        (n for word, n in _TENS.items() if word in decade.casefold()), 0
    )
    return (1905 if tens >= _LAST_CENTURY else 2005) + tens


def _option(year: int) -> Option:
    return Option(label=str(year), value=year)


def _years(line: str) -> Sequence[int]:
    """List the years of a line in their order, each once."""
    return tuple(dict.fromkeys(int(year) for year in _YEAR.findall(_SHORT_END.sub(_whole_end, line))))


def _whole_end(found: re.Match[str]) -> str:
    """Turn ``2011-14`` into ``2011-2014``; the second number of ``2011-05`` is a month."""
    century, begin, dash, end = found.groups()
    return f"{century}{begin}{dash}{century}{end}" if end > begin else f"{century}{begin}"


def _before(year: int, line: str) -> set[str]:
    """Return the words right before a year."""
    return set(fold(line.partition(str(year))[0]).split()[-_WORDS_BEFORE:])
