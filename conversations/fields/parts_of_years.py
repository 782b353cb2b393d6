"""Halves and quarters of a year, and times of the day, as they stand in dates in the languages of Europe."""

import re
from functools import partial

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
"""How many months such a part has, and how it is written where no month follows: "first half of March" is none."""
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
"""ISO's T10:00, then ranges of times, then single ones; an hour alone is none, as it may be a day.

``14.30`` is a time behind a whole date alone: elsewhere it may be a day and a month.
"""


def in_months(text: str) -> str:
    """Write the halves and quarters in a text in small letters as months: Q3 as ``#7~9``."""
    for length, pattern in _PARTS:
        text = pattern.sub(partial(_months, length), text)
    return text


def without_times(text: str) -> str:
    """Take the times of the day out of a text in small letters."""
    for pattern in _TIMES:
        text = pattern.sub(" ", text)
    return text


def _months(length: int, found: re.Match[str]) -> str:
    number = next(n for n, pattern in enumerate(_NUMBERED, 1) if pattern.match(found["n"]))
    last = min(number * length, _YEAR)
    return f" #{last - length + 1}~{last} "
