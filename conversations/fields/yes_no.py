"""Yes or No in the languages of Europe, and the ways to say that there is no answer."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Literal

from conversations.fields import texts
from conversations.fields.kind import Kind, NotUnderstood, Reading, ReadingContext, Understood
from conversations.fields.plain import bare, fold, latin_digits, one_line, seen
from conversations.fields.typed import EVERYWHERE, in_any, typed
from conversations.languages import ENGLISH, current, english

# Left out, because they say the opposite in another language of Europe or are everyday words there:
# "ne" (no in Czech, yes in spoken Greek), "no" as the Polish yes, "jo" (yes in Danish, no in Albanian).
_YES = (
    "yes y yeah yep ok okay ja j oui si sí sì sim da да так tak áno ano jah kyllä joo ναι igen tá jā taip iva já evet"
)

_NO = "no n nope non nein nej nei nee não nao nu не нет ні nie ei όχι οχι nem níl nē ikke inte hayır hayir le"

_MEANS = dict.fromkeys(_YES.split(), True) | dict.fromkeys(_NO.split(), False)

_MOST_POLITE = 4
"""The most words in a mere yes, no or thanks."""

_THINKING = re.compile(
    r"^(?:(?:i|we|ich|wir|je|jeg|vi|jag|yo|io|ik) )?(?:think|believe|guess|suppose|glaube|denke|tror|crois|creo|credo|"
    r"denk|chyba) (?=\w+$)"
)
"""Words before a yes or no that leave it as it is: "i think no"."""

_NUMBERS = {"1": True, "2": False}

_SIGNS = " \t\n,.;:!–—-"

_NEGATES = ("ne", "ni", "не", "ни", "nav", "ette")
"""Beginnings of verbs with "not" in Slavic, Baltic and Finnic languages; "never" and "nie" begin so, too."""

_CLAUSE = re.compile(r"\s*[,.;:!(–—]\s*")

_LONGEST = 100

_WORD = re.compile(r"[^\W_]+")

_FIRST = re.compile(r"[\W_]*[^\W_]+(?:[\W_]*$|\s*[,.;:!(–—-])")
"""One word alone, or a first word with punctuation after it."""


@cache
def _without_comma(label: str) -> re.Pattern[str]:
    """Return what is surely a yes or a no at the beginning of a text, also without a comma.

    "Yes last year", "no we applied for it"; of another language than English only ``label``, its Yes.
    """
    yes = "|".join({re.escape(word) for word in ("yes", "yep", "yeah", label, bare(label))})
    return re.compile(rf"\A\s*({yes}|no(?=\s+(?:we|it|not yet|they)\b))\s+(?=\w)", re.IGNORECASE)


class YesNo(Kind[bool]):
    """Yes or No: pressed, typed in one of Europe's languages, or typed as 1 or 2."""

    choices = (english(texts.YES), english(texts.NO))

    def understand(self, text: str, context: ReadingContext) -> Reading[bool]:
        """Read a first word that means yes or no; no other word may mean the opposite."""
        said = fold(text[: _LONGEST + 1])
        if said in typed("unclear", current()):
            return NotUnderstood(str(texts.YES_OR_NO))
        means = _phrases(current()).get(said)
        if means is None:
            means = agreed(_THINKING.sub("", said)) if _THINKING.match(said) else _first_says(text)
        return NotUnderstood(str(texts.YES_OR_NO)) if means is None else Understood(means)

    def problem(self, value: bool, context: ReadingContext | None = None) -> str | None:  # noqa: FBT001 - the value is the answer
        """Return None: both values are fine."""
        return None

    def show(self, value: bool) -> str:  # noqa: FBT001 - the value is the answer
        """Return Yes or No."""
        return str(texts.YES if value else texts.NO)


def _first_says(text: str) -> bool | None:
    beginning = _without_comma(str(texts.YES))
    found = beginning.match(text)
    # Behind a yes a negation may mean the opposite. In English the first word may be a no, too: "no not yet".
    doubted = found is not None and current() != ENGLISH and any(map(_negates, fold(text[found.end() :]).split()))
    means = None if doubted else agreed(beginning.sub(r"\1, ", text, count=1))
    means = says_merely(text) if means is None else means
    return _phrase_in(text)[0] if means is None else means


def _phrase_in(text: str) -> tuple[bool | None, str]:
    """Split a text into what its first clause means and the words behind: "of course, for two years".

    Many languages put a comma before "that", so a yes must have no negation behind it: "natürlich, noch nicht",
    "jasně, že není".
    """
    clause, *rest = _CLAUSE.split(text[: _LONGEST + 1], maxsplit=1)
    means, behind = _phrases(current()).get(fold(clause)), fold("".join(rest)).split()
    if means is None or (means and any(map(_negates, behind))):
        return None, text
    known = _meanings(current())
    contradicted = any(known.get(word, means) != means for word in behind)
    return (None, text) if contradicted else (means, text[text.find(clause) + len(clause) :].lstrip(_SIGNS))


def _negates(word: str) -> bool:
    return word.startswith(_NEGATES) or word in in_any("negation") or word in in_any("no")


@cache
def _phrases(language: str) -> Mapping[str, bool]:
    """Return the phrases that say yes or no; those of the language that is spoken count before all others.

    Of the others only phrases of several words count: one word may mean another thing here.
    """
    every = dict.fromkeys(in_any("yes"), True) | dict.fromkeys(in_any("no"), False)
    both = in_any("yes") & in_any("no")
    clear = {phrase: means for phrase, means in every.items() if phrase not in both and " " in phrase}
    spoken = dict.fromkeys(typed("yes", language), True) | dict.fromkeys(typed("no", language), False)
    everywhere = dict.fromkeys(typed("yes", EVERYWHERE), True) | dict.fromkeys(typed("no", EVERYWHERE), False)
    return clear | everywhere | spoken


@cache
def _meanings(language: str) -> Mapping[str, bool]:
    """Return the words that mean yes or no, with those of the buttons: "ne" is no where people speak Croatian."""
    if language == ENGLISH:
        return _MEANS
    known = {word: means for word, means in _MEANS.items() if fold(word) not in typed("unclear", language)}
    return known | {str(texts.YES).casefold(): True, str(texts.NO).casefold(): False}


def agreed(text: str) -> bool | None:
    """Return True for a short text that means yes, False for no, None for neither or both."""
    if len(text) > _LONGEST:
        return None
    known = _meanings(current())
    line = unicodedata.normalize("NFC", latin_digits(one_line(text))).casefold()
    if not _FIRST.match(line):
        return None
    first, *others = _WORD.findall(line)
    means = _NUMBERS.get(first) if not others else None
    means = known.get(first, means)
    contradicted = any(known.get(word, means) != means for word in others)
    return None if contradicted else means


def agreement_in(text: str) -> tuple[bool | None, str]:
    """Split a text into what its first word or clause means (True, False or None) and the words after it."""
    whole = _phrases(current()).get(fold(text[: _LONGEST + 1]))
    if whole is not None:
        return whole, ""
    first = _WORD.search(text)
    means = _meanings(current()).get(unicodedata.normalize("NFC", first[0]).casefold()) if first else None
    return _phrase_in(text) if first is None or means is None else (means, text[first.end() :].lstrip(_SIGNS))


_GUESSES = re.compile(
    r"\?|\b(?:maybe|perhaps|(?:not|un)\s?sure|(?:don['’]?t|do not) know|vielleicht|weiß nicht|weiss nicht|peut[- ]être|"
    r"sais pas|måske|ved ikke|quizás?|tal vez|no sé|forse|non so|misschien|weet (?:het )?niet|kanske|vet inte|"
    r"(?:być )?może|nie wiem)\b",
    re.IGNORECASE,
)


def guesses(text: str) -> bool:
    """Tell whether a text asks or guesses, so that it is no clear Yes: "I don't know, maybe ESF?"."""
    return bool(_GUESSES.search(text))


_LITTLE_WORDS = "it s is the this practice project programme we are still currently yes no"

_LITTLE = frozenset(_LITTLE_WORDS.split())

_LONGEST_NOTHING = 60

_MOST_WORDS = 3

_DASHES = re.compile(r"[\s\-‐‑‒–—―−/\\_.,]*[\-‐‑‒–—―−/\\_][\s\-‐‑‒–—―−/\\_.,]*$")


@cache
def _beginnings(name: Literal["no_such", "none_of_it"]) -> tuple[str, ...]:
    return tuple(f"{phrase} " for phrase in typed(name, EVERYWHERE))


def says_nothing(text: str) -> bool:
    """Tell whether a text means that there is no answer, such as "n/a" or a dash."""
    return len(text) <= _LONGEST_NOTHING and (
        bool(_DASHES.match(seen(text))) or _plain(text) in typed("nothing", EVERYWHERE)
    )


def says_merely(text: str) -> bool | None:
    """Return True for a mere yes, such as "yes please" but not "yes, the imams", False for a mere no, else None."""
    first, *others = fold(seen(text[: _LONGEST_NOTHING + 1])).split() or [""]
    mere = not re.search(r"\d", text) and is_polite(others) and len(others) < _MOST_POLITE
    return agreed(first) if mere else None


def is_polite(words: Iterable[str]) -> bool:
    """Tell whether words only make a yes, a no or thanks polite."""
    return typed("polite", EVERYWHERE).issuperset(words)


def says_no(text: str) -> bool:
    """Tell whether a text is a mere no in any language: "no", "nein danke"."""
    return says_merely(text) is False


def may_say_nothing(text: str) -> bool:
    """Tell whether a text may mean that there is no answer: "no", "unknown", or only signs such as "?"."""
    if len(text) > _LONGEST_NOTHING:
        return False
    said = _plain(text)
    return (
        says_nothing(text)
        or says_no(text)
        or said in typed("perhaps_nothing", EVERYWHERE)
        or (not said and bool(text.strip()))
    )


def says_no_such(text: str) -> bool:
    """Tell whether a short text means "we have none", such as "no website" or "there is no evaluation"."""
    if len(text) > _LONGEST_NOTHING:
        return False
    said = _plain(text)
    few = len(said.split()) <= _MOST_WORDS
    return f"{said} ".startswith(_beginnings("none_of_it")) or (few and said.startswith(_beginnings("no_such")))


def is_among(text: str, phrases: Iterable[str]) -> bool:
    """Tell whether a short text is one of some phrases, ignoring case, accents, punctuation and small words."""
    return is_among_folded(text, frozenset(map(fold, phrases)))


def is_among_folded(text: str, phrases: frozenset[str]) -> bool:
    """Do the same with phrases that ``fold`` has written."""
    if len(text) > _LONGEST_NOTHING:
        return False
    said = _plain(text)
    bare = " ".join(word for word in said.split() if word not in _LITTLE)
    return bool(bare) and not {said, bare}.isdisjoint(phrases)


def _plain(text: str) -> str:
    return fold(seen(text))
