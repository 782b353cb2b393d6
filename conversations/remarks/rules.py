"""Answer or remark? The rules by which a text at a question is taken for a message to the bot.

They are tried in this order; the first that holds decides, and its name tells why. Nothing else is looked at: no
model,
no network, no memory of what was said before.

1. ``LONG`` words or more, more than ``LINES`` lines, an address or a path: an answer.
2. "test", "asdf", a run of keys: a test.
3. A question mark at the end: a question.
4. An opening of the lists, such as "jeg ved ikke", or a verb before its subject, as in "is it" and "kan jeg", perhaps
   behind a greeting: a question or a wish. So is a text whose last clause asks.
5. Nothing but words of talk and little words of one language, where people speak of themselves or to the bot, or
where
   one of them is of talk and none is "we", "they" and the like, which tell of the work: small talk.
6. The same with one or two other words, where people speak of themselves or to the bot: a remark. So is a text that
   begins with a question word and has at most one other word in four.

Where a question says ``hears="clear"`` only 2 to 5 count, and one or two words of talk do not.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from conversations.fields.plain import bare, seen
from conversations.remarks.words import EVERYWHERE, LANGUAGES, NO_SLIPS, TESTS

LONG = 28
"""From so many words on a text is an answer: nobody asks that much, and to doubt a long text is a nuisance."""
LINES = 3
"""A text of more lines is pasted."""
_MOST_BEHIND_OPENING = 20
"""An opening counts in a text of at most so many words."""
_MOST_BEHIND_WORD = 8
"""An opening of one word, such as "when", counts in a text of at most so many."""
_FEW = 2
_LONGER = 6
_SHARE = 4
_MOST_SMALL_TALK = 15
_MOST_OTHERS = 12
"""Up to so many words a text is a remark that has others than those of the lists in it."""
_SLIP = 6
"""One slip is forgiven in a word of so many letters: shorter ones are too like others, such as "tired" and "third"."""

Rule = Literal["test", "question mark", "opening", "small talk", "remark"]

_WORD = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"://|\bwww\.|\S@\S+\.\S|(?:\A|\s)/\w")
"""A web or e-mail address, a path, or a command within a text."""
_CONTRACTED = re.compile(r"(?<=\w)['’`´ʼ](?=(?:t|s|m|re|ve|ll|d)\b)")
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")
_CLAUSES = re.compile(r"[,;:.!–—]\s+|\s-\s")
_ASKS = re.compile(r"[?؟？]+[\s!.…)\]\"'”’»]*(?:[^\w?]*)\Z")
_VOWELS = re.compile(r"[aeiouy]")
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertz", "azertyuiop")
_TRANSCRIBED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})


def words_of(text: str) -> tuple[str, ...]:
    """Split a text into words without case, accents and drawn out letters; "don't" is one word."""
    plain = _CONTRACTED.sub("", seen(text).casefold())
    return tuple(_DRAWN_OUT.sub(r"\1", word) for word in _WORD.findall(bare(plain)))


def canonical(text: str) -> tuple[str, ...]:
    """Give the words of a text as the lists have them, slips put right."""
    return tuple(map(_listed, words_of(text)))


def rule_of(text: str, *, clear: bool = False) -> Rule | None:
    """Give the rule by which a text is a remark; nothing where it is an answer."""
    words = words_of(text)
    if not words or len(words) >= LONG or len(text.strip().splitlines()) > LINES or _ADDRESS.search(text):
        return None
    if _is_test(text, words):
        return "test"
    if _ASKS.search(text):
        return "question mark"
    heard = canonical(text)
    if _opens(heard, least=2 if clear else 1) or _ends_asking(text):
        return "opening"
    if clear:
        return None if len(words) <= _FEW else _is_small_talk(heard, words)
    return next((rule for rule in (_is_small_talk(heard, words), _is_remark(heard)) if rule), None)


def _is_test(text: str, words: tuple[str, ...]) -> bool:
    return " ".join(words) in _tests() or (len(words) == 1 and _is_mash(text.strip(), words[0]))


def _is_mash(text: str, word: str) -> bool:
    """Say whether a word is no word: a run of keys, or four letters and more without a vowel that are no acronym."""
    if len(word) < 4 or text.isupper() or not word.isascii() or not word.isalpha():  # noqa: PLR2004 - shorter are acronyms
        return False
    return not _VOWELS.search(word) or any(word[:4] in row or word[:4] in row[::-1] for row in _KEYS)


def _opens(words: tuple[str, ...], least: int) -> bool:
    """Say whether a text begins as a question or a wish does, perhaps behind a greeting or "but"."""
    openings = _openings()
    for start in range(_before(words) + 1):
        for size in range(least, min(5, len(words) - start) + 1):
            most = _MOST_BEHIND_WORD if size == 1 else _MOST_BEHIND_OPENING
            if words[start : start + size] in openings and len(words) - start <= most:
                return len(words) > 1 or words[0] in _lexicon().talk_of_any
        if words[start : start + 2] in _lexicon().inversions and len(words) - start <= _MOST_BEHIND_OPENING:
            return True
    return False


def _ends_asking(text: str) -> bool:
    """Say whether the last of several clauses begins as a question does: "we have two of them, which should I take"."""
    *first, last = _CLAUSES.split(text.strip())
    words = canonical(last)
    asks = words[:2] in _lexicon().inversions or (words[:1] and words[0] in _lexicon().question_words)
    return bool(first and asks and len(words) <= _MOST_BEHIND_WORD and _opens(words, least=2))


def _before(words: tuple[str, ...]) -> int:
    """Count the words at the beginning that only lead to what is said: "hello", "ok but"."""
    count = 0
    for word in words[:3]:
        if word not in _lexicon().leading:
            break
        count += 1
    return min(count, len(words) - 1)


def _is_small_talk(heard: tuple[str, ...], words: tuple[str, ...]) -> Rule | None:
    if len(words) > _MOST_SMALL_TALK:
        return None
    for lexicon in _lexicon().languages.values():
        of_me = not lexicon.me.isdisjoint(heard)
        of_talk = not lexicon.talk.isdisjoint(heard) and (of_me or lexicon.others.isdisjoint(heard))
        if lexicon.every.issuperset(heard) and (of_talk or (of_me and len(heard) > _FEW)):
            return "small talk"
    return None


def _is_greeting(words: tuple[str, ...]) -> bool:
    """Say whether a text greets, and says little else, such as who is there."""
    if not (_FEW < len(words) <= _MOST_BEHIND_WORD and words[0] in _lexicon().greetings):
        return False
    others = sum(word not in _lexicon().known for word in words)
    return others * 3 <= len(words) or words[1] in _lexicon().introducing


def _is_remark(words: tuple[str, ...]) -> Rule | None:
    """Say whether a text is of words of talk but for few, and tells of the person, speaks to the bot, or asks."""
    if len(words) - _before(words) == 1 and words[-1] in _lexicon().question_words:
        return "remark"
    if not _FEW < len(words) <= _MOST_OTHERS:
        return None
    if _is_greeting(words):
        return "remark"
    for lexicon in _lexicon().languages.values():
        others = sum(word not in lexicon.every for word in words)
        tells = not lexicon.me.isdisjoint(words) and words[0] in lexicon.every
        of_talk = not lexicon.talk.isdisjoint(words) and others <= (1 if len(words) < _LONGER else 2)
        of_me = lexicon.others.isdisjoint(words) and others <= 1 and (len(words) >= _LONGER or words[0] in lexicon.me)
        if (tells and (of_talk or of_me)) or (words[0] in lexicon.asks and others * _SHARE <= len(words)):
            return "remark"
    return None


@dataclass(frozen=True)
class _Words:
    """The words of one language, as ``words_of`` gives them."""

    talk: frozenset[str]
    every: frozenset[str]
    me: frozenset[str]
    others: frozenset[str]
    asks: frozenset[str]


@dataclass(frozen=True)
class _Lexicon:
    languages: Mapping[str, _Words]
    known: frozenset[str]
    slips: Mapping[str, list[str]]
    spellings: Mapping[str, str]
    leading: frozenset[str]
    talk_of_any: frozenset[str]
    inversions: frozenset[tuple[str, ...]]
    greetings: frozenset[str]
    introducing: frozenset[str]
    question_words: frozenset[str]


_LEADING = """
m mm hm uhm ehm er erm eh oi nope yeah yep
hello hi hey ok okay oh ah but and so well sorry please thanks thank you hmm eh yes no good morning hej hejsa men og
så ja nej hallo aber und also nein bonjour salut mais et alors oui euh hola pero y
entonces si perdon ciao ma e allora scusa hoi maar en dus nee sorry hej men och sa ja czesc ale i wiec tak no dzien
dobry hei ola mas e moi mutta ja undskyld forlat entschuldigung pardon bot
excuse me actually just also still then
"""


_GREETINGS = """
hello hi hey hiya hej hejsa hallo moin servus bonjour bonsoir salut coucou hola buenas buenos ciao salve buongiorno
buonasera hoi goedemorgen goedemiddag hejsan halla tjena czesc witam hei heisann ola oi moi terve
"""
_INTRODUCING = """
i im its this here my from det jeg mit her hier ich das c je j ici moi soy aqui me yo sono qui io ik met jag har mitt
tu
jestem ja z jeg
"""


@cache
def _lexicon() -> _Lexicon:
    everywhere = _vocabulary(EVERYWHERE)
    languages = {
        code: _Words(
            talk=_vocabulary(one.talk),
            every=_vocabulary(f"{one.talk} {one.small} {one.me} {one.asks} {one.verbs} {one.subjects}") | everywhere,
            me=_vocabulary(one.me),
            others=_vocabulary(one.others),
            asks=_vocabulary(one.asks),
        )
        for code, one in LANGUAGES.items()
    }
    spelt = {word for one in LANGUAGES.values() for word in f"{one.talk} {one.small} {one.asks} {one.openings}".split()}
    known = frozenset(word for one in spelt for word in words_of(one)) | everywhere | _vocabulary(NO_SLIPS)
    slips: dict[str, list[str]] = {}
    for word in known - _vocabulary(NO_SLIPS):
        for form in _forms(word) if len(word) >= _SLIP else ():
            slips.setdefault(form, []).append(word)
    spellings = {
        word: plain
        for one in spelt
        for word, plain in zip(words_of(one.translate(_TRANSCRIBED)), words_of(one), strict=False)
        if word not in known
    }
    talk_of_any = frozenset().union(*(words.talk for words in languages.values()))
    inversions = frozenset(
        (verb, subject)
        for one in LANGUAGES.values()
        for verb in words_of(one.verbs)
        for subject in words_of(one.subjects)
    )
    return _Lexicon(
        languages,
        known,
        slips,
        spellings,
        leading=_vocabulary(_LEADING),
        talk_of_any=talk_of_any,
        inversions=inversions,
        greetings=_vocabulary(_GREETINGS),
        introducing=_vocabulary(_INTRODUCING),
        question_words=frozenset().union(*(words.asks for words in languages.values())),
    )


def _vocabulary(text: str) -> frozenset[str]:
    return frozenset(words_of(text))


@cache
def _openings() -> frozenset[tuple[str, ...]]:
    every = (phrase for one in LANGUAGES.values() for phrase in one.openings.split(","))
    return frozenset(words for phrase in every if (words := words_of(phrase)))


@cache
def _tests() -> frozenset[str]:
    return frozenset(" ".join(words_of(phrase)) for phrase in TESTS.split(","))


def _listed(word: str) -> str:
    """Give the word of the lists that a word is, with one slip at most; the word itself where there is none."""
    lexicon = _lexicon()
    if word in lexicon.known:
        return word
    if word in lexicon.spellings:
        return lexicon.spellings[word]
    if len(word) > 1 and word[-1] == word[-2] and word[:-1] in lexicon.talk_of_any:  # "heyy"
        return word[:-1]
    if len(word) < _SLIP - 1:
        return word
    near = {known for form in _forms(word) for known in lexicon.slips.get(form, ())}
    return min((known for known in near if _is_slip(word, known)), default=word)


def _forms(word: str) -> Iterator[str]:
    """Give a word and all that remain of it where one letter is left out: words with one slip share one of them."""
    yield word
    for place in range(1, len(word)):
        yield word[:place] + word[place + 1 :]


def _is_slip(one: str, other: str) -> bool:
    """Say whether one letter was left out, put in, exchanged, or two neighbours were turned round; not the first."""
    begin = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, left = one[begin:], other[begin:]
    turned = rest[:2] == left[:2][::-1] and rest[2:] == left[2:]
    return begin > 0 and (turned or left in (rest[1:], rest) or rest == left[1:] or rest[1:] == left[1:])
