"""What a text at a question says to the bot, and what is answered: the rules and the table put together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from conversations.fields.years import says_years
from conversations.form.asked import Asked
from conversations.remarks import answers
from conversations.remarks.answers import Row
from conversations.remarks.lexicon import canonical, endings, lexicon, openings, tests, words_of
from conversations.remarks.matching import row_of
from conversations.remarks.meanings import MEANINGS
from conversations.remarks.table.answering import HOW_TO, NOT_UNDERSTOOD
from conversations.remarks.table.people import WHAT_IS_THIS

LONG = 28
"""From so many words on a text is an answer: nobody asks that much, and to doubt a long text is a nuisance."""

LINES = 3
"""A text of more lines is pasted."""

_MOST_BEHIND_OPENING = 20
"""An opening counts in a text of at most so many words."""

_MOST_BEHIND_WORD = 8
"""An opening of one word, such as "when", counts in a text of at most so many."""

_MOST_SMALL_TALK = 15

_MOST_OTHERS = 12
"""Up to so many words a text is a remark that has others than those of the lists in it."""

_FEW = 2
"""Two words with one of them not in the lists are a name."""

_LONGER = 6
"""From so many words on a remark may have two others."""

_SHARE = 4
"""Behind a question word one in so many may be another."""

_SHARE_OF_MINE = 2
"""The same where people speak of themselves or to the bot: "wer prüft meine Rechtschreibung"."""

_LONGEST_DOER = 3
"""Those who do something are named in so many words at most: "we try to"."""

Rule = Literal["test", "question mark", "opening", "small talk", "remark", "years"]
"""The names of the rules; ``listening`` adds that of a text of years alone."""

_ADDRESS = re.compile(r"://|\bwww\.|\S@\S+\.\S|(?:\A|\s)/\w")
"""A web or e-mail address, a path, or a command within a text."""

_CLAUSES = re.compile(r"[,;:.!–—]\s+|\s-\s")

_ASKS = re.compile(r"[?؟？]+[\s!.…)\]\"'”’»]*(?:[^\w?]*)\Z")

_VOWELS = re.compile(r"[aeiouy]")

_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertz", "azertyuiop")


def rule_of(text: str, *, clear: bool = False) -> Rule | None:
    """Give the rule by which a text is a remark; nothing where it is an answer."""
    words = words_of(text)
    if not words or len(words) >= LONG or len(text.strip().splitlines()) > LINES or _ADDRESS.search(text):
        return None
    if _is_test(text, words):
        return "test"
    if _ASKS.search(text):
        return "question mark"
    return _by_words(text, words, least=2 if clear else 1)


def _by_words(text: str, words: tuple[str, ...], least: int) -> Rule | None:
    """Give the rule by which the words are a remark, of which an opening has at ``least`` so many."""
    heard, clear = canonical(text), least > 1
    if _ends_asking(text) or (not _tells_of_work(heard) and _opens(heard, least)):
        return "opening"
    if _tells_of_work(heard) or (clear and len(words) <= _FEW):
        return None
    return _is_small_talk(heard, words) or (None if clear else _is_remark(heard))


def _is_test(text: str, words: tuple[str, ...]) -> bool:
    return " ".join(words) in tests() or (len(words) == 1 and _is_mash(text.strip(), words[0]))


def _is_mash(text: str, word: str) -> bool:
    """Say whether a word is no word: a run of keys, or four letters and more without a vowel that are no acronym."""
    if len(word) < 4 or text.isupper() or not word.isascii() or not word.isalpha():  # noqa: PLR2004 - shorter are acronyms
        return False
    return not _VOWELS.search(word) or any(word[:4] in row or word[:4] in row[::-1] for row in _KEYS)


def _opens(words: tuple[str, ...], least: int) -> bool:
    """Say whether a text begins as a question or a wish does, perhaps behind a greeting or "but"."""
    every = openings()
    for start in range(_before(words) + 1):
        for size in range(least, min(5, len(words) - start) + 1):
            most = _MOST_BEHIND_WORD if size == 1 else _MOST_BEHIND_OPENING
            if words[start : start + size] in every and len(words) - start <= most:
                return len(words) > 1 or words[0] in lexicon().talk_of_any
        inverted = words[start : start + 2] in lexicon().inversions or _asks_about_me(words[start : start + 2])
        if inverted and len(words) - start <= _MOST_BEHIND_OPENING:
            return True
    return False


def _asks_about_me(words: tuple[str, ...]) -> bool:
    """Say whether two words are a verb and then "I", as questions begin in Danish, German, Dutch and Swedish."""
    return words[1:] in lexicon().i_of_many and words[0] not in lexicon().before_i


def _tells_of_work(words: tuple[str, ...]) -> bool:
    """Say whether somebody tells what they do: "I help people who want to leave"."""
    for start in range(_before(words) + 1):
        for size in range(1, _LONGEST_DOER + 2):
            begin, behind = words[start : start + size], words[start + size :]
            for language in lexicon().languages.values():
                named = not language.others.isdisjoint(behind) or not lexicon().known.issuperset(behind)
                if begin in language.works or (begin in language.acts and named):
                    return len(words) > _FEW and language.here.isdisjoint(behind)
    return False


def _ends_asking(text: str) -> bool:
    """Say whether the last of several clauses begins as a question does, or a text ends as one: "or not"."""
    if (words := words_of(text))[-2:] in endings() and len(words) > _FEW + 1:
        return True
    *first, last = _CLAUSES.split(text.strip())
    words = canonical(last)
    asks = words[:2] in lexicon().inversions or (words[:1] and words[0] in lexicon().question_words)
    return bool(first and asks and len(words) <= _MOST_BEHIND_WORD and _opens(words, least=2))


def _before(words: tuple[str, ...]) -> int:
    """Count the words at the beginning that only lead to what is said: "hello", "ok but"."""
    count = 0
    for word in words[:3]:
        if word not in lexicon().leading:
            break
        count += 1
    return min(count, len(words) - 1)


def _is_small_talk(heard: tuple[str, ...], words: tuple[str, ...]) -> Rule | None:
    if len(words) > _MOST_SMALL_TALK:
        return None
    for language in lexicon().languages.values():
        of_me = not language.me.isdisjoint(heard)
        of_talk = not language.talk.isdisjoint(heard) and (of_me or language.others.isdisjoint(heard))
        if language.every.issuperset(heard) and (of_talk or (of_me and len(heard) > _FEW)):
            return "small talk"
    return None


def _is_greeting(words: tuple[str, ...]) -> bool:
    """Say whether a text greets, and says little else, such as who is there."""
    if not (_FEW < len(words) <= _MOST_BEHIND_WORD and words[0] in lexicon().greetings):
        return False
    others = sum(word not in lexicon().known for word in words)
    return others * 3 <= len(words) or words[1] in lexicon().introducing


def _is_remark(words: tuple[str, ...]) -> Rule | None:
    """Say whether a text is of words of talk but for few, and tells of the person, speaks to the bot, or asks."""
    if len(words) - _before(words) == 1 and words[-1] in lexicon().question_words:
        return "remark"
    if not _FEW < len(words) <= _MOST_OTHERS:
        return None
    if _is_greeting(words):
        return "remark"
    for language in lexicon().languages.values():
        others = sum(word not in language.every for word in words)
        tells = not language.me.isdisjoint(words) and words[0] in language.every
        of_talk = not language.talk.isdisjoint(words) and others <= (1 if len(words) < _LONGER else 2)
        of_me = language.others.isdisjoint(words) and others <= 1 and (len(words) >= _LONGER or words[0] in language.me)
        share = _SHARE_OF_MINE if not language.me.isdisjoint(words) else _SHARE
        if (tells and (of_talk or of_me)) or (words[0] in language.asks and others * share <= len(words)):
            return "remark"
    return None


_WHOLE = 3
"""A word of a question with so few letters counts only by itself: "ran" does not begin "random" here."""


@dataclass(frozen=True)
class Remark:
    """A text that is a message to the bot: by which rule, and the row of the table that answers it, if one does."""

    rule: Rule
    text: str
    row: Row | None

    @property
    def leaves_open(self) -> bool:
        """Say whether the person cannot answer, or not now, or asks whether they must."""
        return self.row is not None and ("{later}" in self.row.answer or "{needed}" in self.row.answer)

    @property
    def is_question(self) -> bool:
        """Say whether the coordinators could be asked."""
        return self.rule not in {"test", "years"} and (self.row is None or self.row.about != "remark")

    @property
    def is_clear(self) -> bool:
        """Say whether it is told even where the text cannot be the answer in any case."""
        return self.rule in {"question mark", "opening"}


def remark(asked: Asked, text: str) -> Remark | None:
    """Say what a text at a question says to the bot; nothing where it is an answer, or is never doubted there."""
    hears = asked.question.hears
    rule = None if hears == "none" else rule_of(text, clear=hears == "clear")
    if rule is None and hears == "all" and asked.item is None and says_years(text):  # a meeting may have a year
        rule = "years"
    return Remark(rule, text, row_of(text)) if rule else None


def said_at(asked: Asked, remark: Remark, *, stands: bool) -> str:
    """Answer a remark at a question; ``stands`` says that the question has an answer already."""
    if remark.rule == "test":
        return answers.TESTING
    if remark.rule == "years":
        return answers.YEARS
    if remark.row is None:
        return answers.NO_SUCH_ROW
    if remark.row in {NOT_UNDERSTOOD, HOW_TO, WHAT_IS_THIS}:  # who may ask for the meaning of a word
        meaning = _meaning(remark.text)
        return meaning or (remark.row.answer if remark.row is WHAT_IS_THIS else _in_other_words(asked))
    later, question = _later(asked, stands=stands), asked.question
    needed = answers.NEEDED.format(title=question.title) if question.required and not stands else later
    return remark.row.answer.format(later=later, needed=needed, hint=question.hint or question.prompt)


def said_anywhere(text: str, *, waiting: bool = False) -> str | None:
    """Answer a remark where no question is open; nothing where the table has no answer that needs none.

    ``waiting`` says that the practice was submitted, and waits for its review.
    Of what is said to a greeting or to thanks the first sentence is enough: the others lead back to the question.
    """
    row = row_of(text) if rule_of(text) else None
    if row and waiting and row.waiting:
        return row.waiting
    answer = row.answer.removesuffix(" {later}") if row else ""
    if row and row.about == "remark":
        answer = f"{answer.partition('. ')[0].removesuffix('.')}."
        answer = "" if "question" in answer else answer
    return answer if answer and "{" not in answer else None


def _later(asked: Asked, *, stands: bool) -> str:
    if stands:
        return answers.STAYS
    return answers.LEAVE_OPEN if asked.question.required else answers.NOT_NEEDED.format(skip=asked.question.skip)


def _in_other_words(asked: Asked) -> str:
    """Give the example; nothing where there is none, as the question itself stands below."""
    question = asked.question
    return answers.IN_OTHER_WORDS.format(prompt=question.prompt, example=question.example) if question.example else ""


def _meaning(text: str) -> str | None:
    """Say what a word of a question means, where the text has one."""
    said = f" {' '.join(canonical(text))} "
    return next((meaning for starts, meaning in _meanings() if any(start in said for start in starts)), None)


@cache
def _meanings() -> tuple[tuple[tuple[str, ...], str], ...]:
    return tuple((tuple(_beginnings(words)), meaning) for words, meaning in MEANINGS.items())


def _beginnings(words: str) -> Iterator[str]:
    for word in words.split(","):
        plain = " ".join(canonical(word))
        yield f" {plain} " if len(plain) <= _WHOLE else f" {plain}"
