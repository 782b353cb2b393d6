"""Dates and years that do not fit together, beyond those that the form refuses."""

import re
from collections.abc import (
    Callable,
    Iterator,
)
from dataclasses import dataclass
from datetime import date

from pydantic import JsonValue

from conversations.fields import LongText
from conversations.fields.addresses import is_email
from conversations.fields.periods import Period
from conversations.fields.plain import bare, fold
from conversations.fields.yes_no import may_say_nothing
from conversations.form import completion, texts
from conversations.form.asked import Asked
from conversations.form.completion import Values
from conversations.form.sections.practice import mentions_pve

_OLD = 5
"""Years after which the text about a practice that goes on is likely to be out of date."""

_SINCE = re.compile(r"\b(?:since|seit|depuis|siden|sedan|sinds|desde|od|dal)\s+(?:[^\W\d_]+\s+)?((?:19|20)\d\d)\b")


def began_earlier(_asked: Asked, value: JsonValue, values: Values, _today: date) -> str | None:
    """Advise where the text says that the practice has gone on since a year before its starting year."""
    starting = values.get("start.starting_year")
    years = [int(year) for year in _SINCE.findall(bare(str(value)))]
    earlier = [year for year in years if isinstance(starting, int) and year < starting]
    return texts.began_earlier(min(earlier), int(str(starting))) if earlier else None


def meeting_too_early(asked: Asked, value: JsonValue, values: Values, _today: date) -> str | None:
    """Advise where a meeting lies before the year in which the practice began."""
    starting, period = values.get("start.starting_year"), asked.load(value)
    if not isinstance(starting, int) or not isinstance(period, Period) or period.last.year >= starting:
        return None
    return texts.meeting_too_early(period.last.year, starting)


def text_too_old(_asked: Asked, value: JsonValue, values: Values, today: date) -> str | None:
    """Advise where the text is older than what it tells of, or than a practice that goes on can use."""
    year = int(str(value))
    ending = values.get("start.ending_year")
    if isinstance(ending, int) and year < ending:
        return texts.before_ending(year, ending)
    meeting = max(_meetings(values), default=year)
    if year < meeting:
        return texts.before_meeting(year, meeting)
    goes_on = "start.ending_year" in values and ending is None
    return texts.text_is_old(year) if goes_on and today.year - year >= _OLD else None


def _meetings(values: Values) -> list[int]:
    periods = [asked.load(values[asked.path]) for asked in completion.applicable(values) if values.get(asked.path)
               and asked.path.endswith(".date")]  # fmt: skip
    return [period.first.year for period in periods if isinstance(period, Period)]


_FEW = 5
"""A description with fewer words of its own than this says no more than the name."""

_SHORT_QUESTION = 15
"""Words of a text that can be a question and nothing else; a longer one may end with a question."""

_LEAST_ALIKE = 20
"""Characters of a text that is no coincidence where it stands twice."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

_NUMBER_WORDS = (
    "half third thirds quarter quarters percent dozen dozens hundred hundreds thousand thousands two three four five "
    "six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety halfte drittel "
    "viertel prozent moitie tiers quart pourcent mitad tercio ciento meta terzo cento helft derde procent halften "
    "tredjedel halvdelen polowa polovina"
)
"""Figures in words, without accents: those of English; halves, thirds and per cent in some other languages."""

_FIGURE = re.compile(rf"\d|[%½¼¾]|\b(?:{'|'.join(_NUMBER_WORDS.split())})\b")

_STREET = re.compile(
    r"\w(?:gade|vej|alle|torv|strasse|str|gasse|weg|platz|allee|gatan|gata|vagen|veien|katu|tie|straat|laan|plein|kade)"
    r"\b|\b(?:street|st|road|rd|avenue|ave|lane|square|rue|bd|boulevard|place|quai|via|viale|piazza|corso|calle|avenida"
    r"|plaza|rua|ulica|ul|aleja|al|utca|namesti|trida|strada|bulevard|odos)\b"
)

_HOUSE_NUMBER = re.compile(r"\b\d{1,4}\s?[a-z]?\b")

_STREET_ALONE = re.compile(r"(?:[^\W\d_]+\.?\s+){1,3}\d{1,4}\s?[a-z]?|\d{1,4}\s+(?:[^\W\d_]+\s*){1,3}")

_POSTCODE = re.compile(r"\b(?:[a-z]{1,2}-?)?\d{4,5}\s+[^\W\d_]{2,}|\b\d{3}\s\d{2}\s+[^\W\d_]{2,}")

_POST_BOX = re.compile(r"\bp\.?\s?o\.?\s?box\b|\bpost(?:box|boks|fach|bus)\b|\bboite postale\b")

_WEB = re.compile(r"https?:|www\.")

_MOST_LETTERS, _LEAST_DIGITS = 5, 6


def same(text: str, other: str) -> bool:
    """Say whether two texts are the same apart from case, accents and punctuation, and long enough to compare."""
    said = fold(text)
    return bool(said) and said == fold(other) and (len(said) >= _LEAST_ALIKE or len(said.split()) > 1)


def says_no_more(text: str, name: str) -> bool:
    """Say whether a text has hardly a word that is not in the name."""
    return len({*fold(text).split()} - {*fold(name).split()}) < _FEW


def has_figure(text: str) -> bool:
    """Say whether a text has a figure; a year is none."""
    return bool(_FIGURE.search(_YEAR.sub("", bare(text))))


def no_answer(text: str) -> str | None:
    """Advise where a text says that there is no answer, or asks a question."""
    said = text.strip()
    asks = said.endswith("?") and len(said.split()) <= _SHORT_QUESTION
    return texts.no_answer(said) if asks or may_say_nothing(said) else None


def looks_alike(person: str) -> str:
    """Say what stands in the place of a person, if something else does."""
    said = bare(person.strip())
    if any(is_email(word.strip("<>(),;")) for word in said.split()) and len(said.split()) == 1:
        return texts.AN_EMAIL
    if _WEB.search(said):
        return texts.A_WEBSITE
    if _is_phone(said):
        return texts.A_PHONE
    return texts.AN_ADDRESS if _is_address(said) else ""


def _is_phone(said: str) -> bool:
    notifications = sum(char.isalpha() for char in said)
    return notifications <= _MOST_LETTERS and sum(char.isdigit() for char in said) >= _LEAST_DIGITS


def _is_address(said: str) -> bool:
    street = _STREET.search(said) and _HOUSE_NUMBER.search(said)
    return bool(street or _STREET_ALONE.fullmatch(said) or _POSTCODE.search(said) or _POST_BOX.search(said))


_SCHEME = re.compile(r"\b([htps]{3,7})(:/+|//:?|;/+|:\\+|:(?=www))\S*", re.IGNORECASE)
"""What begins like a web address, mistyped or not: ``http``, with too few or too many of its letters and marks."""

_ON_THIS_COMPUTER = re.compile(r"\bfile:\S+|\b[a-z]:\\\S+|(?<!\S)\\\\[\w.-]+\\\S+", re.IGNORECASE)

_ADDRESS = re.compile(r"\bhttps?://[^\s<>\"“”«»]*|(?<![\w/.])www\.[^\s<>\"“”«»]+", re.IGNORECASE)

_BEFORE_HOST, _BEHIND_HOST = re.compile(r"https?://", re.IGNORECASE), re.compile(r"[/?#:]")

_OWN_NETWORK = re.compile(
    r"localhost|intranet|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|127(?:\.\d+){3}|.*\.(?:local|lan|intranet|internal|intra)"
)

_HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_][\w-]+|\d+(?:\.\d+){3}")

_MARKS = ".,;:!?)]}'…"


def broken_link(text: str) -> str | None:
    """Advise where a text has a link that nobody else can open."""
    own = _ON_THIS_COMPUTER.search(text)
    if own:
        return texts.own_link(own[0].rstrip(_MARKS))
    mistyped = next((found[0] for found in _SCHEME.finditer(text) if not _BEFORE_HOST.match(found[0])), "")
    if mistyped:
        return texts.no_link(mistyped.rstrip(_MARKS))
    return next(filter(None, (_fault(found[0].rstrip(_MARKS)) for found in _ADDRESS.finditer(text))), None)


def _fault(address: str) -> str | None:
    host = _BEHIND_HOST.split(_BEFORE_HOST.sub("", address))[0].lower()
    if _OWN_NETWORK.fullmatch(host):
        return texts.own_link(address)
    named = _HOST.fullmatch(host) and (not host.startswith("www.") or host.count(".") > 1)
    return None if named else texts.no_link(address)


@dataclass(frozen=True)
class Finding:
    """What one check found: the question that it is about, and a sentence that says what to look at."""

    path: str
    advice: str


Doubt = Callable[[Asked, JsonValue, Values, date], str | None]
"""Looks at an answer beside the others, on a day; gives the advice, or nothing."""


@dataclass(frozen=True)
class Check:
    """A row of the table; ``about`` is a question, or says of which questions the answers are looked at."""

    about: str | Callable[[Asked], bool]
    doubt: Doubt

    def is_about(self, asked: Asked) -> bool:
        """Say whether the check looks at the answers to that question."""
        if callable(self.about):
            return self.about(asked)
        return asked.path == self.about


def _text(advice: Callable[[str], str | None]) -> Doubt:
    """Look at a text alone."""
    return lambda _asked, value, _values, _today: advice(value) if isinstance(value, str) else None


def _is_text(asked: Asked) -> bool:
    return asked.kind.keeps_text


def _is_long(asked: Asked) -> bool:
    return isinstance(asked.kind, LongText)


def _has_links(asked: Asked) -> bool:
    return asked.kind.keeps_text or asked.path == "contact.website"


def _no_link_to_extremism(text: str) -> str | None:
    return None if mentions_pve(text) else texts.NO_LINK_TO_EXTREMISM


def _repeats_the_name(_asked: Asked, value: JsonValue, values: Values, _today: date) -> str | None:
    return texts.REPEATS_THE_NAME if says_no_more(str(value), str(values.get("name.name") or "")) else None


def _no_person(_asked: Asked, value: JsonValue, values: Values, _today: date) -> str | None:
    person = str(value)
    if same(person, str(values.get("name.name") or "")):
        return texts.NAMES_THE_PRACTICE
    looks_like = looks_alike(person)
    return texts.no_person(person, looks_like) if looks_like else None


def _no_figure(_asked: Asked, value: JsonValue, values: Values, _today: date) -> str | None:
    evidence = f"{value}\n{values.get('evidence.feedback') or ''}"
    return None if has_figure(evidence) else texts.NO_FIGURE


def _same_as_another(asked: Asked, value: JsonValue, values: Values, _today: date) -> str | None:
    for other in completion.applicable(values):
        if other == asked:
            return None
        if _is_long(other) and same(str(value), str(values.get(other.path) or "")):
            return texts.same_text(completion.label(other, values))
    return None


CHECKS = (
    Check("description.description", _text(_no_link_to_extremism)),
    Check("description.description", _repeats_the_name),
    Check("contact.person", _no_person),
    Check("evidence.performance", _no_figure),
    Check(_is_long, _text(no_answer)),
    Check(_is_long, _same_as_another),
    Check(_has_links, _text(broken_link)),
    Check("description.description", began_earlier),
    Check(lambda asked: asked.path.endswith(".date"), meeting_too_early),
    Check("last_update.year", text_too_old),
)
"""All checks; each gives at most one piece of advice for an answer."""


def findings(values: Values, today: date) -> tuple[Finding, ...]:
    """List what is worth a second look, in the order of the form."""
    return tuple(_findings(values, today))


def _findings(values: Values, today: date) -> Iterator[Finding]:
    for asked in completion.applicable(values):
        value = values.get(asked.path)
        for check in CHECKS if value is not None else ():
            advice = check.doubt(asked, value, values, today) if check.is_about(asked) else None
            if advice:
                yield Finding(asked.path, advice)
