"""What Europe's languages call the months and the days of the week, from Babel; and the words between two days."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import product

from babel import Locale

from conversations.fields.plain import fold

# Irish is left out: its names are of two words ("Meán Fómhair"), of which one is in two months.
_LANGUAGES = (
    "en bg bs ca cs cy da de el es et eu fi fo fr gl hr hu is it lb lt lv "
    "mk mt nb nl nn pl pt ro ru sk sl sq sr sv tr uk"
)
_TO = "to till until through thru and al bis und til og et au och ja e y en i do až a ir un és"
RANGE_WORDS = frozenset(_TO.split())
"""Words between the first and the last day."""
_LITTLE_WORDS = (
    "of the on in from between since day week month year date am vom von den der das im le du de del della la el les "
    "des dal dell dne od dnia med fra från from van op rok roku roka god goda год года року рік г р год anno året år "
    "vuonna m d g r p t s"
)


@cache
def months() -> dict[str, tuple[int, ...]]:
    """Give the month that a folded name means; some, like "listopad", mean one in one language and one in another."""
    found = defaultdict[str, set[int]](set)
    for month, name in _names("months"):
        found[name].add(month)
    return {name: tuple(sorted(means)) for name, means in found.items()}


@cache
def ignored() -> frozenset[str]:
    """Give the words that say nothing in a date: days of the week, articles, "of"."""
    days = {name for _, name in _names("days")}
    return frozenset(days | set(map(fold, _LITTLE_WORDS.split()))) - set(months())


def _names(kind: str) -> Iterator[tuple[int, str]]:
    """Give each number with each of its folded names of one word and at least two letters."""
    for language, place, width in product(_LANGUAGES.split(), ("format", "stand-alone"), ("wide", "abbreviated")):
        for number, name in getattr(Locale(language), kind)[place][width].items():
            folded = fold(name)
            if len(folded) > 1 and folded.isalpha():
                yield number, folded
