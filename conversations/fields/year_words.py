"""Years in words, put in figures: "two thousand and ten", "last year"."""

import re

_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)

_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

_NUMBERS = {word: number for number, word in enumerate(_SMALL.split(), 1)}

_NUMBERS |= {word: 10 * number for number, word in enumerate(_TENS.split(), 2)}

_ONES, _TEENS = "|".join(_SMALL.split()[:9]), "|".join(_SMALL.split()[9:])

_TWO_DIGITS = rf"(?:{_TEENS}|(?:{_TENS.replace(' ', '|')})(?:[\s-]+(?:{_ONES}))?)"

_SPELT = re.compile(
    rf"\b(?:(?P<thousands>two)[\s-]+thousand(?:[\s-]+(?:and[\s-]+)?(?P<small>{_TWO_DIGITS}|{_ONES}))?"
    rf"|(?P<century>nineteen|twenty)[\s-]+(?:(?:oh|o)[\s-]+(?P<ones>{_ONES})|(?P<two>{_TWO_DIGITS})))\b",
    re.IGNORECASE,
)

_THIS_YEAR = (
    "this year, the current year, current year, dieses jahr, diesem jahr, heuer, cette année, este año, este ano, "
    "quest'anno, i år, dit jaar, tänä vuonna, w tym roku, letos, tento rok, idén, acest an, anul acesta, тази година, "
    "φέτος, ove godine, sel aastal, šogad, šiemet, din is-sena, i mbliana"
)

_LAST_YEAR = (
    "last year, the previous year, previous year, letztes jahr, letzten jahr, letztem jahr, voriges jahr, l'année "
    "dernière, année dernière, l'an dernier, el año pasado, año pasado, o ano passado, ano passado, l'anno scorso, "
    "anno scorso, sidste år, i fjor, förra året, i fjol, vorig jaar, afgelopen jaar, viime vuonna, w zeszłym roku, "
    "w ubiegłym roku, minulý rok, loni, vloni, tavaly, anul trecut, миналата година, πέρυσι, prošle godine, lani, "
    "eelmisel aastal, pagājušajā gadā, pernai, praėjusiais metais, is-sena l-oħra, anuraidh"
)

_THIS, _LAST = (
    re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words.split(', ')))})(?!\w| of\b)", re.IGNORECASE)
    for words in (_THIS_YEAR, _LAST_YEAR)
)


def in_figures(line: str, this_year: int) -> str:
    """Write the years of a line in figures; numbers are read in English, "this year" in the languages of Europe."""
    line = _LAST.sub(str(this_year - 1), _THIS.sub(str(this_year), line))
    return _SPELT.sub(lambda found: str(_year(found)), line)


def _year(found: re.Match[str]) -> int:
    begin = {"two": 2000, "twenty": 2000, "nineteen": 1900}[(found["thousands"] or found["century"]).lower()]
    rest = found["small"] or found["ones"] or found["two"] or ""
    return begin + sum(_NUMBERS[word] for word in re.split(r"[\s-]+", rest.lower()) if word)


STILL_ACTIVE = (
    *("active", "ongoing", "going on", "going", "running", "present", "today", "now", "current", "continuing"),
    *("continues", "in progress", "in process", "under way", "underway", "in operation", "to date", "until now"),
    *("until today", "till now", "up to now", "to the present", "open", "open ended", "no end", "no end date"),
    *("permanent", "not yet", "not ended", "not ended yet", "has not ended", "hasn't ended", "not finished", "never"),
    *("laufend", "läuft", "läuft noch", "aktiv", "noch aktiv", "dauert an", "fortlaufend", "noch nicht", "bis heute"),
    *("heute", "unbefristet", "en cours", "toujours en cours", "actif", "toujours actif", "continue", "pas encore"),
    *("aujourd'hui", "à ce jour", "igangværende", "i gang", "stadig i gang", "stadig aktiv", "fortsat", "løbende"),
    *("kører stadig", "ikke endnu", "pågående", "pågår", "pågår fortfarande", "fortfarande aktiv", "fortsätter"),
    *(
        "inte ännu",
        "fortsetter",
        "fortsatt aktiv",
        "lopend",
        "loopt nog",
        "actief",
        "nog actief",
        "doorlopend",
        "heden",
    ),
    *("käynnissä", "edelleen käynnissä", "jatkuu", "aktiivinen", "en curso", "activo", "activa", "sigue activo"),
    *("en marcha", "continúa", "vigente", "actualidad", "em curso", "ativo", "ativa", "em andamento", "in corso"),
    *("attivo", "attiva", "ancora attivo", "ancora in corso", "tuttora attivo", "w toku", "trwa", "trwa nadal"),
    *("nadal trwa", "aktywny", "probíhá", "stále probíhá", "trvá", "aktivní", "prebieha", "stále prebieha", "aktívny"),
    *("folyamatban", "tart", "jelenleg is", "aktív", "în curs", "în desfășurare", "activ", "продължава", "в ход"),
    *("активен", "σε εξέλιξη", "συνεχίζεται", "ενεργό", "ενεργή", "u tijeku", "u toku", "traje", "aktivan", "v teku"),
    *("še traja", "traja", "poteka", "kestab", "käimas", "jätkub", "aktiivne", "notiek", "turpinās", "aktīvs"),
    *("vyksta", "tęsiasi", "tebevyksta", "aktyvus", "għaddej", "għadha għaddejja", "attiv", "ar siúl", "leanúnach"),
    *("devam ediyor", "sürüyor", "продолжается", "триває"),
)
