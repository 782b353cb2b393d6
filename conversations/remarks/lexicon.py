"""The lists of all languages, prepared for lookup, and the typing errors that are forgiven."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product
from sys import intern
from typing import Any

from conversations.fields.plain import bare, seen

_LISTS = files("conversations.remarks") / "words"
"""One file for each language, named by its code, and one of all languages together; ``en.toml`` explains the lists."""

_OF_ALL = "any"

_SLIP = 6
"""One typing error is forgiven in a word of so many letters; shorter words are too similar: "tired", "third"."""

_WORD = re.compile(r"[^\W_]+")

_CONTRACTED = re.compile(r"(?<=\w)['’`´ʼ](?=(?:t|s|m|re|ve|ll|d)\b)")

_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")

_TRANSCRIBED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})


def words_of(text: str) -> tuple[str, ...]:
    """Split a text into words without case, accents and repeated letters ("heeello"); "don't" is one word."""
    return tuple(_WORD.findall(plain(text)))


def plain(text: str) -> str:
    """Write a text without case, accents, repeated letters and the apostrophes of "don't"; its signs stay."""
    return _DRAWN_OUT.sub(r"\1", bare(_CONTRACTED.sub("", seen(text).casefold())))


def canonical(text: str) -> tuple[str, ...]:
    """Split a text into words as the lists have them, with typing errors corrected."""
    return canonical_of_plain(plain(text))


def canonical_of_plain(text: str) -> tuple[str, ...]:
    """Do the same with a text that ``plain`` has returned."""
    return tuple(map(_listed, _WORD.findall(text)))


@dataclass(frozen=True)
class Language:
    """The lists of one language as they are written; ``words/en.toml`` explains them.

    ``phrases`` maps rows of ``replies.toml`` to more phrases, ``terms`` the names in ``meanings.toml`` to more terms,
    ``alone`` rows to phrases that are remarks where nothing else stands beside them.
    """

    chat: str
    common: str
    openings: str
    me: str
    practice: str
    question_words: str
    verbs: str = ""
    subjects: str = ""
    work_subjects: str = ""
    work_verbs: str = ""
    other_verbs: str = ""
    not_work: str = ""
    phrases: Mapping[str, str] = field(default_factory=dict)
    terms: Mapping[str, str] = field(default_factory=dict)
    alone: Mapping[str, str] = field(default_factory=dict)


@cache
def languages() -> dict[str, Language]:
    """Read the lists of all languages, by their codes."""
    codes = sorted(file.name.removesuffix(".toml") for file in _LISTS.iterdir())
    return {code: Language(**_read(code)) for code in codes if code != _OF_ALL}


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_LISTS / f"{name}.toml").read_text("utf-8"))


@dataclass(frozen=True)
class Words:
    """The lists of one language as sets."""

    chat: frozenset[str]
    known: frozenset[str]
    me: frozenset[str]
    practice: frozenset[str]
    question_words: frozenset[str]
    work: frozenset[tuple[str, ...]]
    other_work: frozenset[tuple[str, ...]]
    not_work: frozenset[str]


@dataclass(frozen=True)
class Lexicon:
    """The lists of all languages together.

    ``slips`` maps words, and their forms with one letter removed, to words of the lists, with spaces between them:
    lists would need 7 MB more. ``spellings`` maps spellings without accents, such as "fuer", to words.
    """

    languages: Mapping[str, Words]
    known: frozenset[str]
    slips: Mapping[str, str]
    spellings: Mapping[str, str]
    leading: frozenset[str]
    chat_of_any: frozenset[str]
    inversions: frozenset[tuple[str, ...]]
    greetings: frozenset[str]
    introducing: frozenset[str]
    question_words: frozenset[str]
    i_of_many: frozenset[tuple[str, ...]]
    before_i: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Prepare the lists; they are cached."""
    every, shared = languages().values(), _read(_OF_ALL)
    by_code = {code: _words(one) for code, one in languages().items()}
    listed = " ".join(f"{one.chat} {one.common} {one.question_words} {one.openings}" for one in every)
    verbs = _vocabulary(" ".join(f"{one.work_verbs} {one.other_verbs}" for one in every))
    said, no_slips = _vocabulary(f"{listed} {shared['everywhere']}"), _vocabulary(shared["no_slips"])
    known = said | no_slips | verbs
    return Lexicon(
        by_code,
        known,
        slips=_slips(said - no_slips),
        spellings=_spellings(listed, known),
        leading=_vocabulary(shared["leading"]),
        chat_of_any=frozenset().union(*(words.chat for words in by_code.values())),
        inversions=frozenset(pair for one in every for pair in product(words_of(one.verbs), words_of(one.subjects))),
        greetings=_vocabulary(shared["greetings"]),
        introducing=_vocabulary(shared["introducing"]),
        question_words=frozenset().union(*(words.question_words for words in by_code.values())),
        i_of_many=frozenset((word,) for word in words_of(shared["i_of_many"])),
        before_i=_vocabulary(shared["before_i"]),
    )


def _words(one: Language) -> Words:
    everywhere = _read(_OF_ALL)["everywhere"]
    known = (one.chat, one.common, one.me, one.question_words, one.verbs, one.subjects, everywhere)
    return Words(
        chat=_vocabulary(one.chat),
        known=_vocabulary(" ".join(known)),
        me=_vocabulary(one.me),
        practice=_vocabulary(one.practice),
        question_words=_vocabulary(one.question_words),
        work=_phrases(one.work_subjects, one.work_verbs),
        other_work=_phrases(one.work_subjects, one.other_verbs),
        not_work=_vocabulary(one.not_work),
    )


def _slips(words: frozenset[str]) -> dict[str, str]:
    slips: dict[str, str] = {}
    for word in words:
        for form in _forms(word) if len(word) >= _SLIP else ():
            slips[form] = f"{slips[form]} {word}" if form in slips else word
    return slips


def _spellings(listed: str, known: frozenset[str]) -> dict[str, str]:
    marked = {one for one in listed.split() if one != one.translate(_TRANSCRIBED)}
    pairs = (pair for one in marked for pair in zip(words_of(one.translate(_TRANSCRIBED)), words_of(one), strict=False))
    return {spelling: word for spelling, word in pairs if spelling not in known}


def _phrases(subjects: str, verbs: str) -> frozenset[tuple[str, ...]]:
    """Combine subjects and verbs to phrases."""
    return frozenset((*words_of(subject), verb) for subject in subjects.split(",") for verb in words_of(verbs))


def _vocabulary(text: str) -> frozenset[str]:
    return frozenset(words_of(text))


@cache
def openings() -> frozenset[tuple[str, ...]]:
    """Return all openings, as words."""
    every = (phrase for one in languages().values() for phrase in plain(one.openings).split(","))
    return frozenset(tuple(map(intern, words)) for phrase in every if (words := _WORD.findall(phrase)))


@cache
def endings() -> frozenset[tuple[str, ...]]:
    """Return the last two words that make a text a question."""
    return frozenset(map(words_of, _read(_OF_ALL)["endings"].split(",")))


@cache
def tests() -> frozenset[str]:
    """Return the texts that people send to try the bot."""
    return frozenset(" ".join(words_of(phrase)) for phrase in _read(_OF_ALL)["tests"].split(","))


@lru_cache(maxsize=8192)  # each rule looks up the same words, and so does the table
def _listed(word: str) -> str:
    """Return the word of the lists that a word means, with at most one typing error, or the word itself."""
    known_words = lexicon()
    if word in known_words.known:
        return word
    if word in known_words.spellings:
        return known_words.spellings[word]
    if len(word) > 1 and word[-1] == word[-2] and word[:-1] in known_words.chat_of_any:  # "heyy"
        return word[:-1]
    if len(word) < _SLIP - 1:
        return word
    near = {known for form in _forms(word) for known in known_words.slips.get(form, "").split()}
    return min((known for known in near if _is_slip(word, known)), default=word)


def _forms(word: str) -> Iterator[str]:
    """Yield a word and all its forms with one letter removed: words with one difference share a form."""
    yield word
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]


def _is_slip(one: str, other: str) -> bool:
    """Tell whether one letter is missing, added or wrong, or two are swapped; the first letter must be right."""
    begin = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, left = one[begin:], other[begin:]
    turned = rest[:2] == left[:2][::-1] and rest[2:] == left[2:]
    return begin > 0 and (turned or left in (rest[1:], rest) or rest == left[1:] or rest[1:] == left[1:])
