"""Phone numbers, stored in international form."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat

from conversations.fields import contact_texts as texts
from conversations.fields.countries_in_text import codes_in, speaking
from conversations.fields.country_names import code_of
from conversations.fields.kind import Kind, NotUnderstood, Offered, Option, Reading, ReadingContext, Understood
from conversations.fields.plain import fold, latin_digits, one_line
from conversations.fields.texts import label as fitting
from conversations.languages import current

_DASH = re.compile(r"[‐‑‒–—―−﹣－]")

_SIGNS = str.maketrans("＋﹢·•／（）＃\n\t", "++  /()#;;")

_EXTENSION_WORDS = (
    "x extension extensie extensión extensão ext extn poste post durchwahl dw nebenstelle nst apparat app klappe "
    "lokal lokalnr lokalnummer lok wewnętrzny wew interne internal interno internt intern int toestel tst binnenlijn "
    "anexo ramal linka klapka mellék mellek alanumero alanro anknytning ankn vidinis iekšējais sisetelefon kućni "
    "kucni interior internnr internnummer vid folíne доб вн вътр внутр εσωτ εσωτερικό"
)

_EXTENSION = re.compile(
    rf"(?<=[\d) ])[\s,;]*\(?(?:#|,,|(?<!\w)(?:{'|'.join(_EXTENSION_WORDS.split())})(?![^\W\d_])|(?<=\d)x)"
    r"[\s.:=-]*(?P<extension>\d{1,6})(?![\d-])\)?",
    re.IGNORECASE,
)
"""An extension after a number, in the languages of Europe."""

_HOUR = r"\d{1,2}(?:[:.]\d\d)?\s?"

_TIMES = re.compile(
    rf"(?<![\d+]){_HOUR}(?:(?:am|pm|uhr|h)?\s?-\s?{_HOUR})?(?:am|pm|a\.m\.?|p\.m\.?|h|hrs?|uhr|o'clock)(?!\w)"
    r"|(?<![\d+])\d{1,2}:\d\d|24/7",
    re.IGNORECASE,
)

_TOKEN = re.compile(r"(?P<run>[(\s]{0,3}\+?[(\s]{0,3}\d[\d\s()./-]*(?:ext\. \d{1,6})?)|(?P<word>[^\W\d_]+)")

_PIECES = re.compile(r"\s*/\s*|\s+-\s+")

_ENDS = re.compile(r"(?P<head>[^/]*\d\)?)(?P<ends>(?:\s*/\s*-?\s?\d{1,4})+)\s*$")
"""A number and the last digits of others: "9018-20/-21", "33 11 55 00 / 01"."""

_YEARS = re.compile(r"(?:19|20)\d\d\D{1,3}(?:19|20)\d\d")
"""Two years, which would be a number in some countries."""

_TRUNK = re.compile(r"\( ?0 ?\)")

_ZEROES = re.compile(r"^([^\d+]*)\(?00\)? ?(?=[1-9])")

_GROUP = re.compile(r"\d+\)?")

_DIGITS = 6
"""A piece of a text with so many digits is a number of its own."""

_MOST_DIGITS = 19
"""No number has more digits: 15 by ITU-T E.164, plus 00 before and 0 inside."""

_MOST_RUNS = 5
"""If more numbers stand without a sign between them, the text is not searched further."""

_FAX = "fax f telefax faks faksas fakss faksi telefaks faxnummer факс φαξ télécopie télécopieur"

_LABELS = (
    "t tel telephone telefon telefoon téléphone telefono teléfono telefone telefonas telefonnummer telefonszám "
    "telefoonnummer tlf tlfn tfn tf phone ph p puhelin puh m mob mobile mobil mobiel mobilnummer móvil telemóvel "
    "cellulare portable cell handy gsm komórka kom whatsapp number nr no numer numero número d w o office büro direct "
    "call телефон тел моб τηλ τηλέφωνο κιν"
)

_BETWEEN = "and or und oder od et ou og och eller en of y o e i lub a ja tai и или και ή"

_SAYS_FAX, _SAYS_PHONE, _SAYS_OR = ({fold(word) for word in words.split()} for words in (_FAX, _LABELS, _BETWEEN))


@dataclass
class Found:
    """The phone and fax numbers in a text.

    ``more``: the text has other words or digits, too. ``runs``: how many numbers the text may have.
    """

    numbers: list[str] = field(default_factory=list)
    faxes: list[str] = field(default_factory=list)
    more: bool = False
    runs: int = 0


def numbers_in(text: str, region: str | None) -> Found:
    """Find the numbers in a text; one without a country code gets that of the number before it, or of ``region``."""
    line = _EXTENSION.sub(r" ext. \g<extension> ", _DASH.sub("-", latin_digits(text.translate(_SIGNS))))
    timeless = _TIMES.sub(" ", line)
    found = Found(more=timeless != line)
    runs, labels = _sorted(timeless)
    behind = bool(runs) and not labels[0] and bool(labels[-1]) and labels[-1] <= _SAYS_FAX | _SAYS_PHONE
    numbers: list[str] = []
    for n, run in enumerate(runs):
        numbers = (_as_end(run, numbers, region) if labels[n] <= _SAYS_OR else []) or _read(run, region, found)
        own = labels[n + 1] if behind else labels[n]
        into = found.faxes if own & _SAYS_FAX and not own & _SAYS_PHONE else found.numbers
        into.extend(number for number in numbers if number not in into)
        region = _region(numbers) or region
    found.more |= bool(set().union(*labels) - _SAYS_FAX - _SAYS_PHONE or labels[-1] - _SAYS_FAX)
    return found


def with_phones_replaced(text: str, country: str, instead: str) -> str:
    """Replace each valid number in a text; one without a country code is of that country (its name, or "")."""
    for found in reversed([*phonenumbers.PhoneNumberMatcher(text, code_of(country) if country else None)]):
        if not _YEARS.fullmatch(found.raw_string):
            text = f"{text[: found.start]}{instead}{text[found.end :]}"
    return text


def _sorted(line: str) -> tuple[list[str], list[set[str]]]:
    """Split a text into runs of digits, and the words before each run and after the last."""
    runs, labels = list[str](), [set[str]()]
    for token in _TOKEN.finditer(line):
        if token["word"]:
            labels[-1].add(fold(token["word"]))
        else:
            runs.append(token["run"])
            labels.append(set())
    return runs, labels


def _read(run: str, region: str | None, found: Found) -> list[str]:
    """Read the numbers in a run of digits; note in ``found`` if some digits are left."""
    pieces = [piece for piece in _PIECES.split(run) if len(_GROUP.findall(piece))]
    found.runs += max(sum(_digits(piece) >= _DIGITS for piece in pieces), 1) if _digits(run) >= _DIGITS else 0
    ends = _ENDS.match(run)
    if ends and _valid(ends["head"], region):
        return _with_ends(ends, run, region)
    several = [number for number in (_valid(piece, region) for piece in pieces) if number]
    if len(several) > 1:
        return several
    whole = parsed(run, region)
    if whole:
        return [_written(whole)]
    return _begun(run, region, found)


def region_of_number(number: str) -> str | None:
    """Return the two-letter code of the country of a number in international form."""
    read = parsed(number, None) if number.startswith("+") else None
    return phonenumbers.region_code_for_number(read) if read else None


def _as_end(run: str, before: list[str], region: str | None) -> list[str]:
    """Read "or 01" after "+45 33 11 55 00" as the last digits of another number."""
    end = "".join(run.split())
    if not before or not end.isdecimal() or not 1 < len(end) <= _DIGITS or _valid(run, region):
        return []
    digits = "".join(filter(str.isdecimal, before[-1].partition(" ext.")[0]))
    other = _valid(f"+{digits[: -len(end)]}{end}", None)
    return [other] if other else []


def _with_ends(ends: re.Match[str], run: str, region: str | None) -> list[str]:
    """Return a number, the ones with other last digits, and the number that all digits make together."""
    head = ends["head"]
    last = [re.sub(r"\D", "", end) for end in ends["ends"].split("/") if end.strip()]
    digits = [at for at, char in enumerate(head) if char.isdigit()]
    others = [_valid(head[: digits[-len(end)]] + end, region) for end in last if len(end) < len(digits)]
    whole = None if "-" in ends["ends"] else _valid(run, region)
    return [number for number in (_valid(head, region), *others, whole) if number]


def _begun(run: str, region: str | None, found: Found) -> list[str]:
    """Read the longest valid number at the beginning of a run, and the numbers after it."""
    groups = [group for group in _GROUP.finditer(run) if _DIGITS <= _digits(run[: group.end()]) <= _MOST_DIGITS]
    for group in reversed(groups if found.runs <= _MOST_RUNS else []):
        number = _valid(run[: group.end()], region)
        if number:
            rest = run[group.end() :]
            found.more |= _digits(rest) > 0
            return [number, *(_read(rest, _region([number]), found) if _digits(rest) >= _DIGITS else [])]
    found.more = True
    return []


def _digits(text: str) -> int:
    return sum(map(str.isdigit, text))


def _valid(text: str, region: str | None) -> str | None:
    number = parsed(text, region)
    return _written(number) if number and phonenumbers.is_valid_number(number) else None


def _region(numbers: list[str]) -> str | None:
    return phonenumbers.region_code_for_number(phonenumbers.parse(numbers[-1], None)) if numbers else None


def _written(number: PhoneNumber) -> str:
    return phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)


def parsed(text: str, region: str | None) -> PhoneNumber | None:
    """Read a text that is one number; it may have 00 for the plus, and (0) inside."""
    plain = _ZEROES.sub(r"\1+", text)
    plain = _TRUNK.sub("", plain) if "+" in plain else plain
    try:
        number = phonenumbers.parse(plain, region)
    except NumberParseException:
        return None
    return number if phonenumbers.is_possible_number(number) else None


_LONGEST = 200

_MOST = 5


class Phone(Kind[str]):
    """A phone number; ``region_from`` are paths of questions whose country is used for a number without a code.

    ``places`` are paths of longer texts: a number without a code is offered as one of the countries in them.
    """

    def __init__(self, region_from: tuple[str, ...] = (), places: tuple[str, ...] = ()) -> None:
        self.region_from = region_from
        self.places = places

    def understand(self, text: str, context: ReadingContext) -> Reading[str]:
        """Read one number, ignoring fax numbers; offer several numbers, and a number with other words around it."""
        if len(text) > _LONGEST:
            return NotUnderstood(texts.not_a_phone(text))
        found = numbers_in(text, self._region(context))
        if not found.numbers and not found.faxes:  # one number over several lines, or with a tab inside
            found = numbers_in(one_line(text), self._region(context))
        if len(found.numbers) > 1:
            return Offered(texts.several_phones(len(found.numbers)), _options(found.numbers))
        if found.numbers:
            number = found.numbers[0]
            return Offered(texts.probably_phone(number), _options([number])) if found.more else Understood(number)
        if found.faxes:
            return Offered(texts.only_a_fax(found.faxes), _options(found.faxes))
        probable = self._of_countries(one_line(text), context)
        if probable:
            return Offered(texts.probably_of_a_country(text, probable[0]), _options(probable))
        return NotUnderstood(texts.phones_without_country() if found.runs > 1 else texts.not_a_phone(text))

    def problem(self, value: str, context: ReadingContext | None = None) -> str | None:
        """Report a text that is no number in international form."""
        international = value.startswith("+") and len(value) <= _LONGEST and parsed(value, None)
        return None if international else texts.not_a_phone(value)

    def _of_countries(self, line: str, context: ReadingContext) -> tuple[str, ...]:
        """List what one number without a country code is in the countries of the address and of the languages."""
        if _digits(line) < _DIGITS or _YEARS.search(line):
            return ()
        named = chain.from_iterable(codes_in(str(context.answers.get(path) or "")) for path in self.places)
        found = [numbers_in(line, code) for code in (*named, *speaking(context.language), *speaking(current()))]
        return tuple(
            dict.fromkeys(one.numbers[0] for one in found if len(one.numbers) == 1 and not one.more and _is_whole(one))
        )

    def _region(self, context: ReadingContext) -> str | None:
        answers = (context.answers.get(path) for path in self.region_from)
        codes = (code_of(answer) for answer in answers if isinstance(answer, str))
        return next((code for code in codes if code), None)


def _is_whole(found: Found) -> bool:
    number = parsed(found.numbers[0], None)
    return number is not None and phonenumbers.is_valid_number(number)


def _options(numbers: Sequence[str]) -> tuple[Option, ...]:
    return tuple(Option(label=fitting(number), value=number) for number in numbers[:_MOST])
