"""Advice on answers before a draft is submitted: nothing here stops a person.

``CHECKS`` is the table: each row has a question, or a rule for questions, and a function that looks at the answer. To
add a check, write the function, its sentence in ``texts.py``, and a row.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from pydantic import JsonValue

from conversations.fields import LongText, Period
from conversations.fields.addresses import is_email
from conversations.fields.plain import bare, fold
from conversations.fields.yes_no import may_say_nothing
from conversations.form import completion, texts
from conversations.form.asked import Asked
from conversations.form.completion import Values
from conversations.form.sections.practice import mentions_pve


@dataclass(frozen=True)
class Finding:
    """The result of a check: the path of the question, and the advice."""

    path: str
    advice: str


Doubt = Callable[[Asked, JsonValue, Values, date], str | None]
"""A function of a question, its answer, all answers and today's date; returns the advice, or None."""


@dataclass(frozen=True)
class Check:
    """A row of the table; ``about`` is the path of a question, or a function that chooses questions."""

    about: str | Callable[[Asked], bool]
    doubt: Doubt

    def is_about(self, asked: Asked) -> bool:
        """Tell whether the check is about a question."""
        if callable(self.about):
            return self.about(asked)
        return asked.path == self.about


# Texts

_FEW = 5
"""A description needs so many words that are not in the name."""

_FEW_TELLING = 3
"""And so many that are not among ``_LITTLE``."""

_LITTLE_WORDS = (
    "a an the is are was it its this that these there here our we us you they i in of for to and or with by on at as "
    "be been has have which who what so also very called named name title practice project programme place"
)

_LITTLE = frozenset(_LITTLE_WORDS.split())
"""Words with which people only say the name once more: "Open Door is a place. It is our practice." """

_SHORT_QUESTION = 15
"""A text of up to so many words can be only a question; a longer one may end with a question."""

_LEAST_ALIKE = 20
"""Equal texts of so many characters are no coincidence."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

_NUMBER_WORDS = (
    "half third thirds quarter quarters percent dozen dozens hundred hundreds thousand thousands two three four five "
    "six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety halfte drittel "
    "viertel prozent moitie tiers quart pourcent mitad tercio ciento meta terzo cento helft derde procent halften "
    "tredjedel halvdelen polowa polovina"
)
"""Figures as words, without accents: English numbers; halves, thirds and per cent in some other languages."""

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
    """Tell whether two texts are equal, ignoring case, accents and punctuation, and long enough to compare."""
    said = fold(text)
    return bool(said) and said == fold(other) and (len(said) >= _LEAST_ALIKE or len(said.split()) > 1)


def says_no_more(text: str, name: str) -> bool:
    """Tell whether a text has hardly a word that is not in the name; few of them may be among ``_LITTLE``."""
    new = {*fold(text).split()} - {*fold(name).split()}
    return len(new) < _FEW or len(new - _LITTLE) < _FEW_TELLING


def has_figure(text: str) -> bool:
    """Tell whether a text has a figure; a year does not count."""
    return bool(_FIGURE.search(_YEAR.sub("", bare(text))))


def no_answer(text: str) -> str | None:
    """Advise on a text that means "no answer", or that is a question."""
    said = text.strip()
    asks = said.endswith("?") and len(said.split()) <= _SHORT_QUESTION
    return texts.no_answer(said) if asks or may_say_nothing(said) else None


def looks_alike(person: str) -> str:
    """Return the sentence about a text that is not a person, else ""."""
    said = bare(person.strip())
    if any(is_email(word.strip("<>(),;")) for word in said.split()) and len(said.split()) == 1:
        return texts.AN_EMAIL
    if _WEB.search(said):
        return texts.A_WEBSITE
    if _is_phone(said):
        return texts.A_PHONE
    return texts.AN_ADDRESS if _is_address(said) else ""


def _is_phone(said: str) -> bool:
    letters = sum(char.isalpha() for char in said)
    return letters <= _MOST_LETTERS and sum(char.isdigit() for char in said) >= _LEAST_DIGITS


def _is_address(said: str) -> bool:
    street = _STREET.search(said) and _HOUSE_NUMBER.search(said)
    return bool(street or _STREET_ALONE.fullmatch(said) or _POSTCODE.search(said) or _POST_BOX.search(said))


# Links

_SCHEME = re.compile(r"\b([htps]{3,7})(:/+|//:?|;/+|:\\+|:(?=www))\S*", re.IGNORECASE)
"""The beginning of a web address, maybe mistyped: ``http`` with missing or additional letters and signs."""

_ON_THIS_COMPUTER = re.compile(r"\bfile:\S+|\b[a-z]:\\\S+|(?<!\S)\\\\[\w.-]+\\\S+", re.IGNORECASE)

_ADDRESS = re.compile(r"\bhttps?://[^\s<>\"“”«»]*|(?<![\w/.])www\.[^\s<>\"“”«»]+", re.IGNORECASE)

_BEFORE_HOST, _BEHIND_HOST = re.compile(r"https?://", re.IGNORECASE), re.compile(r"[/?#:]")

_OWN_NETWORK = re.compile(
    r"localhost|intranet|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|127(?:\.\d+){3}|.*\.(?:local|lan|intranet|internal|intra)"
)

_HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_][\w-]+|\d+(?:\.\d+){3}")

_MARKS = ".,;:!?)]}'…"


def broken_link(text: str) -> str | None:
    """Advise on a link that other people cannot open."""
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


# Years

_OLD = 5
"""After so many years the text about an active practice is probably out of date."""

_SINCE = re.compile(r"\b(?:since|seit|depuis|siden|sedan|sinds|desde|od|dal)\s+(?:[^\W\d_]+\s+)?((?:19|20)\d\d)\b")


def began_earlier(_asked: Asked, value: JsonValue, values: Values, _today: date) -> str | None:
    """Advise on a text with "since" and a year before the starting year."""
    starting = values.get("start.starting_year")
    years = [int(year) for year in _SINCE.findall(bare(str(value)))]
    earlier = [year for year in years if isinstance(starting, int) and year < starting]
    return texts.began_earlier(min(earlier), int(str(starting))) if earlier else None


def meeting_too_early(asked: Asked, value: JsonValue, values: Values, _today: date) -> str | None:
    """Advise on a meeting before the starting year."""
    starting, period = values.get("start.starting_year"), asked.load(value)
    if not isinstance(starting, int) or not isinstance(period, Period) or period.last.year >= starting:
        return None
    return texts.meeting_too_early(period.last.year, starting)


def text_too_old(_asked: Asked, value: JsonValue, values: Values, today: date) -> str | None:
    """Advise on a text that is older than the ending year or a meeting, or too old for an active practice."""
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
    dated = (one for one in completion.applicable(values) if one.path.endswith(".date") and values.get(one.path))
    periods = (one.load(values[one.path]) for one in dated)
    return [period.first.year for period in periods if isinstance(period, Period)]


# The table


def _text(advice: Callable[[str], str | None]) -> Doubt:
    """Make a check of the text alone."""
    return lambda _asked, value, _values, _today: advice(value) if isinstance(value, str) else None


def _is_long(asked: Asked) -> bool:
    return isinstance(asked.kind, LongText)


def _has_links(asked: Asked) -> bool:
    return asked.kind.keeps_text or asked.path == "contact.website"


def _no_link_to_extremism(text: str) -> str | None:
    return None if mentions_pve(text) else str(texts.NO_LINK_TO_EXTREMISM)


def _repeats_the_name(_asked: Asked, value: JsonValue, values: Values, _today: date) -> str | None:
    return str(texts.REPEATS_THE_NAME) if says_no_more(str(value), str(values.get("name.name") or "")) else None


def _no_person(_asked: Asked, value: JsonValue, values: Values, _today: date) -> str | None:
    person = str(value)
    if same(person, str(values.get("name.name") or "")):
        return str(texts.NAMES_THE_PRACTICE)
    looks_like = looks_alike(person)
    return texts.no_person(person, looks_like) if looks_like else None


def _no_figure(_asked: Asked, value: JsonValue, values: Values, _today: date) -> str | None:
    evidence = f"{value}\n{values.get('evidence.feedback') or ''}"
    return None if has_figure(evidence) else str(texts.NO_FIGURE)


def _same_as_another(asked: Asked, value: JsonValue, values: Values, _today: date) -> str | None:
    earlier = takewhile(lambda other: other != asked, completion.applicable(values))
    known = (other for other in earlier if _is_long(other) and same(str(value), str(values.get(other.path) or "")))
    return next((texts.same_text(completion.label(other, values)) for other in known), None)


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
"""All checks; each gives at most one piece of advice on an answer."""


def findings(values: Values, today: date) -> tuple[Finding, ...]:
    """List the advice on a draft, in the order of the form."""
    return tuple(_findings(values, today))


def _findings(values: Values, today: date) -> Iterator[Finding]:
    for asked in completion.applicable(values):
        value = values.get(asked.path)
        for check in CHECKS if value is not None else ():
            advice = check.doubt(asked, value, values, today) if check.is_about(asked) else None
            if advice:
                yield Finding(asked.path, advice)
