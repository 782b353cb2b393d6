"""Splitting a written date into days, months and years, on both sides of a dash."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache, partial
from itertools import product

from babel import Locale

from conversations.fields import time_texts as texts
from conversations.fields.plain import fold, latin_digits
from conversations.fields.typed import EVERYWHERE, single, typed, written
from conversations.languages import current

_LANGUAGES = (
    "en bg bs ca cs cy da de el es et eu fi fo fr ga gl hr hu is it lb lt lv "
    "mk mt nb nl nn pl pt ro ru sk sl sq sr sv tr uk"
)

_FORMS = {
    "cs": "lednem únorem březnem dubnem květnem červnem červencem srpnem zářím říjnem listopadem prosincem "
    "lednu únoru březnu dubnu květnu červnu červenci srpnu září říjnu listopadu prosinci",
    "de": "Jänner Feber März April Mai Juni Juli August September Oktober November Dezember",
    "el": "Ιανουάριο Φεβρουάριο Μάρτιο Απρίλιο Μάιο Ιούνιο Ιούλιο Αύγουστο Σεπτέμβριο Οκτώβριο Νοέμβριο Δεκέμβριο "
    "Γενάρης Φλεβάρης Μάρτης Απρίλης Μάης Ιούνης Ιούλης Αύγουστος Σεπτέμβρης Οκτώβρης Νοέμβρης Δεκέμβρης "
    "Γενάρη Φλεβάρη Μάρτη Απρίλη Μάη Ιούνη Ιούλη Αυγούστου Σεπτέμβρη Οκτώβρη Νοέμβρη Δεκέμβρη",
    "et": "jaanuari veebruari märtsi aprilli mai juuni juuli augusti septembri oktoobri novembri detsembri "
    "jaanuaril veebruaril märtsil aprillil mail juunil juulil augustil septembril oktoobril novembril detsembril "
    "jaanuaris veebruaris märtsis aprillis mais juunis juulis augustis septembris oktoobris novembris "
    "detsembris",
    "fi": "tammikuussa helmikuussa maaliskuussa huhtikuussa toukokuussa kesäkuussa heinäkuussa elokuussa syyskuussa "
    "lokakuussa marraskuussa joulukuussa "
    "tammikuun helmikuun maaliskuun huhtikuun toukokuun kesäkuun heinäkuun elokuun syyskuun lokakuun marraskuun "
    "joulukuun",
    "ga": "Eanáir Feabhra Márta Aibreáin Bealtaine Meithimh Iúil Lúnasa Mheán Dheireadh Samhna Nollag",
    "hr": "siječnju veljači ožujku travnju svibnju lipnju srpnju kolovozu rujnu listopadu studenome prosincu",
    "hu": "januárban februárban márciusban áprilisban májusban júniusban júliusban augusztusban szeptemberben "
    "októberben novemberben decemberben "
    "januárjában februárjában márciusában áprilisában májusában júniusában júliusában augusztusában szeptemberében "
    "októberében novemberében decemberében",
    "lt": "sausį vasarį kovą balandį gegužę birželį liepą rugpjūtį rugsėjį spalį lapkritį gruodį",
    "lv": "janvāra februāra marta aprīļa maija jūnija jūlija augusta septembra oktobra novembra decembra "
    "janvārim februārim martam aprīlim maijam jūnijam jūlijam augustam septembrim oktobrim novembrim decembrim "
    "janvārī februārī martā aprīlī maijā jūnijā jūlijā augustā septembrī oktobrī novembrī decembrī",
    "pl": "styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku listopadzie grudniu",
    "sk": "januári februári marci apríli máji júni júli auguste septembri októbri novembri decembri",
    "sl": "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra "
    "januarju februarju marcu aprilu maju juniju juliju avgustu septembru oktobru novembru decembru",
}
"""The names of the months in "in January" and "23 January", where Babel lacks that form: 12 names for each form."""

RANGE_WORDS = frozenset(written("date_to", EVERYWHERE))
"""Words between the first and the last day of a range."""


@cache
def months() -> dict[str, tuple[int, ...]]:
    """Map folded names to months; a name like "listopad" means different months in different languages."""
    found = defaultdict[str, set[int]](set)
    for month, name in _names("months", _LANGUAGES.split()):
        found[name].add(month)
    return {name: tuple(sorted(means)) for name, means in found.items()}


@cache
def _months_in(language: str) -> dict[str, int]:
    """Map the folded names of one language to months, in all their forms."""
    inside = {fold(name): n % 12 + 1 for n, name in enumerate(_FORMS.get(language, "").split())}
    known = [language] if language in _LANGUAGES.split() else []
    return {name: month for month, name in _names("months", known)} | inside


def _means(name: str) -> tuple[int, ...]:
    """Return the months that a name means: in the language that is spoken, else in all others, or none."""
    spoken = _months_in(current()).get(name)
    return (spoken,) if spoken else months().get(name, ())


@cache
def ignored() -> frozenset[str]:
    """Return the words that mean nothing in a date: days of the week, articles, "of"."""
    days = {name for _, name in _names("days", _LANGUAGES.split())}
    return frozenset(days | typed("date_little", EVERYWHERE)) - set(months())


def _is_little(token: str) -> bool:
    """Tell whether a word means nothing in a date of the language that is spoken: the Italian "il" is no month."""
    return token in single("date_little", current()) and token not in _months_in(current())


def _names(kind: str, languages: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield each number with its folded names that are one word of at least two letters."""
    for language, place, width in product(languages, ("format", "stand-alone"), ("wide", "abbreviated")):
        for number, name in getattr(Locale(language), kind)[place][width].items():
            folded = fold(name)
            if len(folded) > 1 and folded.isalpha():
                yield number, folded


_SUFFIX = r"(?:st|nd|rd|th|er|re|e|º|ª|o|a|[eè]me|[eè]re|\.|:a|:e)?"

_FIRST = (
    r"first|i|erste[sn]?|premi[eè]re?|primera|primero?|primeir[oa]|prim[oa]|eerste|f[öø]rste|första|pierwsz\w{1,4}|"
    r"prvn[ií]\w{0,4}|prv[ýáié]\w{0,2}|ensimm[äa]i\w{2,4}|els[őo]|първ\w{1,3}|перв\w{1,4}|πρώτ\w{1,3}"
)

_SECOND = (
    r"second|ii|zweite[sn]?|deuxi[eè]me|seconde|segund[oa]|second[oa]|tweede|anden|andet|andra|andre|drugi\w{0,4}|"
    r"druh\w{1,4}|toi\w{2,4}|m[áa]sodik|втор\w{1,4}|δεύτερ\w{1,3}"
)

_THIRD = (
    r"third|iii|dritte[sn]?|troisi[eè]me|tercer[oa]?|terceir[oa]|terz[oa]|derde|tredje|trzeci\w{0,4}|třet[ií]\w{0,4}|"
    r"treti\w{0,4}|kolma\w{1,4}|harmadik|трет\w{1,4}|τρίτ\w{1,3}"
)

_FOURTH = (
    r"fourth|last|iv|vierte[sn]?|quatri[eè]me|cuart[oa]|quart[oa]|vierde|fjerde|fj[äa]rde|czwart\w{1,4}|"
    r"čtvrt[éýí]\w{0,3}|štvrt\w{1,3}|nelj[äa]\w{1,4}|negyedik|четв\w{1,6}|τέταρτ\w{1,3}"
)

_ORDINALS = (_FIRST, _SECOND, _THIRD, _FOURTH)

_ORDINAL = "|".join(f"(?:{n}{_SUFFIX}|{words})" for n, words in enumerate(_ORDINALS, 1))

_QUARTER = (
    r"quarter|quartal\w{0,2}|trimest(?:er|re|ru|ral)\w{0,2}|kvart[áa]l\w{0,3}|kwarta[lł]\w{0,3}|kwartaal|čtvrtlet[íi]|"
    r"štvrťrok\w{0,2}|negyed[ée]v\w{0,3}|nelj[äa]nne\w{1,6}|vuosinelj\w{1,8}|квартал\w{0,3}|тримесечие\w{0,2}|кв|kv|kw|"
    r"ketvir\w{1,5}|ceturksn\w{1,4}|četrtletj\w{1,2}|tromjesečj\w{1,2}|tromesečj\w{1,2}|τρίμηνο\w{0,2}"
)

_HALF = (
    r"half(?:[-\s]?year)?|halfjaar|helft|halbjahr\w{0,2}|hälfte|semest(?:er|re|ru|ral)\w{0,2}|halv[åa]r\w{0,2}|halvdel\w{0,2}|"
    r"moitié|metà|mitad|metade|puolivuo\w{1,5}|vuosipuolisko\w{0,3}|p[óo]łrocz\w{1,3}|połow\w{1,3}|pololet[íi]|polovin\w{1,3}|"
    r"polrok\w{0,2}|f[ée]l[ée]v\w{0,3}|полугоди\w{1,3}|половин\w{1,3}|pusmet\w{1,3}|pusgad\w{1,3}|polletj\w{1,2}|"
    r"polugodi\w{1,3}|εξάμηνο\w{0,2}|poolaasta\w{0,2}"
)

_BEFORE_A_YEAR = (
    r"(?=(?:[\s,]+(?:of|in|the|year|de|du|del|des|di|d|do|da|van|af|av|von|im|jahr|jahres|ano|año|anno|roku|roka|г|год)\b)*"
    r"[\s,.'’]*(?:\d{4}|[-/&+]|and\b|to\b|bis\b|$))"
)

_PARTS = (
    (
        3,
        re.compile(
            rf"(?<!\w)(?P<n>{_ORDINAL})(?=(?:\s(?:and|und|et|og|och|en|y|e|i|a|to|bis)\s|\s?[-/&]\s?)(?:{_ORDINAL})"
            rf"[\s-]{{0,2}}(?:{_QUARTER})\b)"
        ),
    ),
    (3, re.compile(rf"(?<![^\W\d_])[qtk]\s?-?(?P<n>[1-4])(?!\d){_BEFORE_A_YEAR}")),
    (3, re.compile(rf"(?<!\w)(?P<n>[1-4])[qt]{_BEFORE_A_YEAR}")),
    (3, re.compile(rf"(?<!\w)(?P<n>{_ORDINAL})[\s-]{{0,2}}(?:{_QUARTER})\b\.?{_BEFORE_A_YEAR}")),
    (3, re.compile(rf"(?<!\w)(?:{_QUARTER})\.?\s?(?P<n>[1-4]|i{{1,3}}|iv)(?!\w){_BEFORE_A_YEAR}")),
    (6, re.compile(rf"(?<![^\W\d_])[hs]\s?-?(?P<n>[12])(?!\d){_BEFORE_A_YEAR}")),
    (6, re.compile(rf"(?<!\w)(?P<n>[12])[hs]{_BEFORE_A_YEAR}")),
    (6, re.compile(rf"(?<!\w)(?P<n>{_ORDINAL})[\s-]{{0,2}}(?:{_HALF})\b{_BEFORE_A_YEAR}")),
    (6, re.compile(rf"(?<!\w)(?:{_HALF})\s?(?P<n>[12]|i{{1,2}})(?!\w){_BEFORE_A_YEAR}")),
)
"""Quarters (3 months) and halves (6) of a year. No month may follow: "first half of March" is no half year."""

_NUMBERED = tuple(re.compile(rf"(?:{n}{_SUFFIX}|{words})$") for n, words in enumerate(_ORDINALS, 1))

_YEAR = 12

_HOUR, _MINUTES = r"(?:[01]?\d|2[0-4])", r"[0-5]\d"

_SIGN = r"(?:a\.?m\.?|p\.?m\.?|uhr|hrs?|hours?|o['’]clock|heures?|h|ч|часа?|hod(?:in)?|óra|ó)(?!\w)"

_CLOCK = rf"{_HOUR}\s?(?::|h)\s?{_MINUTES}(?::{_MINUTES}(?:\.\d{{1,6}})?)?(?!\d)(?:\s?{_SIGN})?"

_SIGNED = rf"{_HOUR}(?:[.:]{_MINUTES})?\s?{_SIGN}"

_BEHIND_A_WORD = (
    rf"(?:(?<!\w)(?:kl|klo|godz|ore|ob)\.?\s?{_HOUR}(?:[.:]{_MINUTES})?"
    rf"|(?<!\w)(?:at|um|om|à|as|às|klockan|o)\s{_HOUR}[.:]{_MINUTES})(?![\d:]|[./]\d)"
)

_AT = r"(?:(?<!\w)(?:a las|kl|klo|godz|ore|ob|at|um|om|à|as|às|alle|klockan|from|o)\.?\s?)?"

_TIME = rf"{_AT}(?:{_CLOCK}|{_SIGNED})|{_BEHIND_A_WORD}"

_ZONE = r"(?:\s?\(?(?:z|cet|cest|utc|gmt|eet|eest|wet|west|bst|[+-]\d\d:?\d\d)(?:\s?[+-]\s?\d{1,2})?(?!\w)\)?)?"

_TIMES = (
    re.compile(rf"(?<=\d)t{_CLOCK}{_ZONE}"),
    re.compile(
        rf"(?<![\d.:/])(?:(?:{_TIME})\s?(?:-|to|till|until|bis|til|till|à|and|und|do|a)\s?"
        rf"|{_HOUR}(?:[.:]{_MINUTES})?-)(?:{_TIME}){_ZONE}"
    ),
    re.compile(
        rf"(?:(?<=[^\W\d_]\s\d{{4}})|(?<=\d[./]\d{{4}}))[\s,(]+{_HOUR}\.{_MINUTES}"
        rf"(?:\s?-\s?{_HOUR}\.{_MINUTES})?(?:\s?{_SIGN})?(?![\d:]|[./-]\d)"
    ),
    re.compile(rf"(?<![\d.:/])(?:{_BEHIND_A_WORD})-{_HOUR}(?:[.:]{_MINUTES})?(?![\d:]|[./]\d){_ZONE}"),
    re.compile(rf"(?<![\d.:/])(?:{_TIME}){_ZONE}"),
)
"""ISO times such as T10:00, then ranges of times, then single times. An hour alone may be a day, so it is no time.

``14.30`` is a time only after a whole date; elsewhere it may be a day and a month.
"""


def in_months(text: str) -> str:
    """Replace quarters and halves of a year with months, in a lower-case text: Q3 becomes ``#7~9``."""
    for length, pattern in _PARTS:
        text = pattern.sub(partial(_months, length), text)
    return text


def without_times(text: str) -> str:
    """Remove times of the day from a lower-case text."""
    for pattern in _TIMES:
        text = pattern.sub(" ", text)
    return text


def _months(length: int, found: re.Match[str]) -> str:
    number = next(n for n, pattern in enumerate(_NUMBERED, 1) if pattern.match(found["n"]))
    last = min(number * length, _YEAR)
    return f" #{last - length + 1}~{last} "


_OURS = str.maketrans("#~", "  ")
"""Our own marks of months in figures; a person's text must not have them."""

_DASH = re.compile(r"[‐‑‒–—―−]")

_ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]

_MONTH_IN_ROMAN = "|".join(sorted(_ROMAN, key=len, reverse=True))


def _roman(found: re.Match[str]) -> str:
    """Write a month in Roman figures, between a day and a year in either order, as our own mark."""
    before, month, behind = found.groups()
    day, year = (behind, before) if len(before) > len(behind) else (before, behind)
    return f" {day} #{_ROMAN.index(month) + 1} {year} "


_IN_ROMAN = tuple(
    re.compile(rf"(?<![\d./-]){before}{month}{behind}(?!\d)")
    for before, behind in ((r"(\d{1,2})", r"(\d{4})"), (r"(\d{4})", r"(\d{1,2})"))
    for month in (
        rf"(?:\. ?|/|-)({_MONTH_IN_ROMAN})(?:\. ?|/|-| )",
        rf" ((?!i |v |x )(?:{_MONTH_IN_ROMAN})) ",
    )
)
"""12.IV.2019, 12/IV/2019, 12 IV 2019, 2019. IV. 12.; between spaces one letter may be a word: "3 i 4"."""

_REWRITES = (
    (re.compile(r"(?<=[\d.]) ?\bt(?:/m|\.?o\.?m\b\.?)(?= ?\d)"), " - "),  # the Dutch and the Nordic "to and with"
    (re.compile(r"(?<![\w.,/-])(?<![\d.,/-] )(\d{1,2}) (\d{1,2}) (\d{4})(?!\d)"), r" \1 #\2 \3 "),
    (re.compile(r"(?<!\d)(\d{4}) (\d{1,2}) (\d{1,2})(?![\d.,/-]| ?[-–] ?\d)"), r" \3 #\2 \1 "),
    (re.compile(r"\bmh?e[aá]n f[oó]mhair\b"), " #9 "),  # the two months of Irish with two words
    (re.compile(r"\bdh?eireadh f[oó]mhair\b"), " #10 "),
    (re.compile(r"(?<=\d)(?:st|nd|rd|th|er|re|e|[eè]me|[eè]re|de|ste|º|ª|o|a|:a|:e|-?го|-?ого|η|ης)\b"), " "),
    (re.compile(r"(?<!\d)(\d{4})([-./] ?)(\d{1,2})\2(\d{1,2})(?!\d)"), r" \4 #\3 \1 "),
    (re.compile(r"(?<!\d)(\d{1,2})([-./] ?)(\d{1,2})\2(\d{4})(?!\d)"), r" \1 #\3 \4 "),
    (re.compile(r"(?<!\d)(\d{1,2})-([^\W\d_]{3,})-(\d{4})(?!\d)"), r" \1 \2 \3 "),
    (re.compile(r"(?<![\d./-])(0?[1-9]|1[0-2])-(0?[1-9]|1[0-2])/(\d{4})(?!\d)"), r" #\1 - #\2 \3 "),
    (re.compile(r"(?<![\d./])(\d{1,2})[-./](\d{4})(?!\d)"), r" #\1 \2 "),
    (re.compile(r"(?<!\d)(\d\d)(\d\d)[-/](1[3-9]|[2-9]\d)(?! ?[^\W\d_]|[\d./-])"), r"\1\2 - \1\3"),
    (re.compile(r"(?<!\d)(\d{4})[-./](\d{1,2})(?!\d)"), r" #\2 \1 "),
    (re.compile(r"(?<![\d./])(\d{1,2})\. ?(\d{1,2})\.?(?!\d)"), r" \1 #\2 "),
    (re.compile(r"(?<![\d./])(\d{1,2})/(\d{1,2})(?= ?-| \d{4}(?!\d))"), r" \1 #\2 "),
    (re.compile(r"(?<=\d) ?/ ?(?=\d)"), " - "),
    (re.compile(r"(?<!\d)(\d{1,2}) ?, ?(?=\d{1,2}(?!\d))"), r"\1 - "),
    (re.compile(r"(?<=[^\W\d_]{3}) ?/ ?(?=[^\W\d_]{3}|\d{1,2}\b)"), " - "),
    (re.compile(r"(?<=\d{4}) ?/ ?(?=[^\W\d_]{3,}[ .]\D*\d{4})"), " - "),
    (re.compile(r"(?<=\d) */ *(?=#\d+~)"), " - "),
)
"""Dates in figures become day, month (marked: ``#1``) and year; signs between two days become a dash."""

_TOKEN = re.compile(r"#\d{1,2}(?:~\d{1,2})?|\d+|[^\W\d_]+|[-&+]")


@dataclass(frozen=True)
class Side:
    """One side of a range, maybe incomplete; a quarter or half of a year also has a last month."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    last_month: int | None = None


class DateError(Exception):
    """The text is no date; the message is a sentence for the person."""


@dataclass
class Parts:
    """The sides of a range, the words that were ignored, and the name of a month with two meanings, if any."""

    sides: list[Side] = field(default_factory=lambda: [Side()])
    passed_over: list[str] = field(default_factory=list)
    ambiguous: str = ""


def parts_of(text: str, meaning: int) -> Parts:
    """Sort the parts of a text; if the name of a month has two meanings, take the first (0) or the last (-1)."""
    found = Parts()
    for token in _tokens(text):
        if token in {"-", "&", "+"} or token in RANGE_WORDS or token in single("date_to", current()):
            found.sides.append(Side())
        elif token.isdecimal():
            found.sides[-1] = _with_number(found.sides[-1], token)
        elif token.startswith("#"):
            month, _, last_month = token[1:].partition("~")
            found.sides[-1] = _with_month(found.sides[-1], int(month), int(last_month) if last_month else None)
        elif (means := _means(token)) and not _is_little(token):
            found.ambiguous = token if len(means) > 1 else found.ambiguous
            found.sides[-1] = _with_month(found.sides[-1], means[meaning])
        elif token not in ignored() and not _is_little(token):
            found.passed_over.append(token)
    found.sides = [side for side in found.sides if side != Side()]
    return found


def _tokens(text: str) -> Iterator[str]:
    text = without_times(in_months(_DASH.sub("-", latin_digits(text)).lower().translate(_OURS)))
    for pattern in _IN_ROMAN:
        text = pattern.sub(_roman, text)
    for pattern, rewritten in _REWRITES:
        text = pattern.sub(rewritten, text)
    for token in _TOKEN.findall(text):
        yield fold(token) if token.isalpha() and token not in RANGE_WORDS else token


def _with_number(side: Side, digits: str) -> Side:
    if len(digits) == 4 and side.year is None:  # noqa: PLR2004 - a year has four digits
        return replace(side, year=int(digits))
    if len(digits) <= 2 and side.day is None and side.last_month is None:  # noqa: PLR2004 - a day has one or two
        return replace(side, day=int(digits))
    raise DateError(texts.not_a_date())


def _with_month(side: Side, month: int, last_month: int | None = None) -> Side:
    if side.month is not None or (last_month is not None and side.day is not None):
        raise DateError(texts.not_a_date())
    return replace(side, month=month, last_month=last_month)
