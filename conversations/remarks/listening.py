"""The rules that detect a remark to the bot, and the reply to it.

``rule_of`` tries the rules in order; ``docs/listening.md`` explains them. A text that no rule catches is an answer.
A text that a rule catches may still be an answer: ``_doubted`` in ``conversations/filling/meaning.py`` decides.
"""

import re
from dataclasses import dataclass
from typing import Literal

from conversations.fields import LongText, YesNo
from conversations.fields.contact_details import MY_NAME
from conversations.fields.lacking import lacks
from conversations.fields.years import says_years
from conversations.form.asked import Asked
from conversations.languages import in_language
from conversations.remarks import texts
from conversations.remarks.kinds import is_of_a_kind
from conversations.remarks.lexicon import canonical, endings, lexicon, openings, tests, words_of
from conversations.remarks.rows import Row, alone, meaning_of, row_of, rows

LONG = 28
"""A text of so many words is an answer: remarks are shorter, and people do not like doubts about a long text."""

LINES = 3
"""A text of more lines was pasted, so it is an answer."""

_MOST_BEHIND_OPENING = 20
"""A remark that begins with an opening has at most so many words."""

_MOST_BEHIND_WORD = 8
"""A remark that begins with an opening of one word, such as "when", has at most so many words."""

_MOST_SMALL_TALK = 15

_MOST_OTHERS = 12
"""A remark with words that are in no list has at most so many words."""

_MOST_IN_LAST = 5
"""The last clause of a remark has at most so many words."""

_FEW = 2
"""Two words are a name if one of them is in no list."""

_LONGER = 6
"""A remark of so many words may have two words that are in no list."""

_SHARE = 4
"""After a question word, one word in so many may be in no list."""

_SHARE_OF_MINE = 2
"""The same for texts about the person or the bot: "wer prüft meine Rechtschreibung"."""

_LONGEST_DOER = 3
"""The subject of a sentence about work has at most so many words: "we try to"."""

Rule = Literal["test", "question mark", "alone", "opening", "small talk", "remark", "years", "lacking"]
"""The names of the rules."""

_ADDRESS = re.compile(r"://|\bwww\.|\S@\S+\.\S|(?:\A|\s)/\w")
"""A web or e-mail address, a path, or a command inside a text."""

_CLAUSES = re.compile(r"[,;:.!–—]\s+|\s-\s")

_SENTENCES = re.compile(r"(?<=[.!?])\s+")

_BUT = re.compile(
    r"\s(?:but|men|aber|mais|pero|ma|maar|ale|ali|но|ама|αλλά|όμως|bet|aga|mutta|ampak|tačiau|imma|ach|mas|însă)\s+(?P<rest>.+)",
    re.IGNORECASE,
)

_ASKS = re.compile(r"(?:[?؟？]+|(?<=[\u0370-\u03ff\u1f00-\u1fff])\s?[;\u037e]+)[\s!.…)\]\"'”’»]*(?:[^\w?]*)\Z")
"""A question mark at the end; behind a Greek letter a semicolon is one."""

_VOWELS = re.compile(r"[aeiouy]")

_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertz", "azertyuiop")


def rule_of(text: str, *, clear: bool = False) -> Rule | None:
    """Return the rule that makes a text a remark, or None for an answer; ``clear`` allows only clear remarks."""
    words = words_of(text)
    if not words or len(words) >= LONG or len(text.strip().splitlines()) > LINES or _ADDRESS.search(text):
        return None
    if clear and MY_NAME.match(text):  # the person whom we ask for
        return None
    if _is_test(text, words):
        return "test"
    if _ASKS.search(text):
        return "question mark"
    if alone(text, least=2 if clear else 1):
        return "alone"
    return None if _tells_behind_but(text) else _by_words(text, words, least=2 if clear else 1)


def _by_words(text: str, words: tuple[str, ...], least: int) -> Rule | None:
    """Try the rules about words; an opening must have at ``least`` so many words."""
    heard, clear = canonical(text), least > 1
    if clear and len(words) == 1 and words[0] in lexicon().greetings:  # "hello" is nobody's name
        return "small talk"
    if _ends_asking(text) or (not _tells_of_work(heard) and _opens(heard, least)):
        return "opening"
    if _tells_of_work(heard) or (clear and len(words) <= _FEW):
        return None
    if not clear and (is_of_a_kind(text, words) or _ends_chatting(text, heard)):
        return "remark"
    return _is_small_talk(heard, words) or (None if clear else _is_remark(heard))


def _tells_behind_but(text: str) -> bool:
    """Tell whether a figure follows "but": "we don't know exactly, but 40 of 52 finished"."""
    behind = _BUT.search(text)
    return behind is not None and any(map(str.isdecimal, behind["rest"])) and rule_of(behind["rest"]) is None


def _is_test(text: str, words: tuple[str, ...]) -> bool:
    return " ".join(words) in tests() or (len(words) == 1 and _is_mash(text.strip(), words[0]))


def _is_mash(text: str, word: str) -> bool:
    """Tell whether a word is only keys next to each other, or has no vowel and is no acronym."""
    if len(word) < 4 or text.isupper() or not word.isascii() or not word.isalpha():  # noqa: PLR2004 - shorter are acronyms
        return False
    return not _VOWELS.search(word) or any(word[:4] in row or word[:4] in row[::-1] for row in _KEYS)


def _opens(words: tuple[str, ...], least: int) -> bool:
    """Tell whether a text begins like a question or a wish, maybe after a greeting or "but"."""
    every = openings()
    for start in range(_before(words) + 1):
        for size in range(least, min(5, len(words) - start) + 1):
            most = _MOST_BEHIND_WORD if size == 1 else _MOST_BEHIND_OPENING
            if words[start : start + size] in every and len(words) - start <= most:
                return len(words) > 1 or words[0] in lexicon().chat_of_any
        inverted = words[start : start + 2] in lexicon().inversions or _asks_about_me(words[start : start + 2])
        if inverted and len(words) - start <= _MOST_BEHIND_OPENING:
            return True
    return False


def _asks_about_me(words: tuple[str, ...]) -> bool:
    """Tell whether two words are a verb and "I": questions in Danish, German, Dutch and Swedish begin like this."""
    return words[1:] in lexicon().i_of_many and words[0] not in lexicon().before_i


def _tells_of_work(words: tuple[str, ...]) -> bool:
    """Tell whether a text is about the work of the person: "I help people who want to leave"."""
    for start in range(_before(words) + 1):
        for size in range(1, _LONGEST_DOER + 2):
            begin, behind = words[start : start + size], words[start + size :]
            for language in lexicon().languages.values():
                named = not language.practice.isdisjoint(behind) or not lexicon().known.issuperset(behind)
                if begin in language.work or (begin in language.other_work and named):
                    return len(words) > _FEW and language.not_work.isdisjoint(behind)
    return False


def _ends_asking(text: str) -> bool:
    """Tell whether the last of several clauses is a question, or the text ends like one: "or not"."""
    if (words := words_of(text))[-2:] in endings() and len(words) > _FEW + 1:
        return True
    *first, last = _CLAUSES.split(text.strip())
    words = canonical(last)
    asks = words[:2] in lexicon().inversions or (words[:1] and words[0] in lexicon().question_words)
    return bool(first and asks and len(words) <= _MOST_BEHIND_WORD and _opens(words, least=2))


def _ends_chatting(text: str, heard: tuple[str, ...]) -> bool:
    """Tell whether the last of several clauses is short, and begins like a remark: "..., bear with me"."""
    *first, last = _CLAUSES.split(text.strip())
    words = canonical(last)
    return bool(first) and len(words) <= _MOST_IN_LAST and len(heard) <= _MOST_OTHERS and _opens(words, least=2)


def _before(words: tuple[str, ...]) -> int:
    """Count the words at the beginning that only introduce a remark: "hello", "ok but"."""
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
        of_chat = not language.chat.isdisjoint(heard) and (of_me or language.practice.isdisjoint(heard))
        if language.known.issuperset(heard) and (of_chat or (of_me and len(heard) > _FEW)):
            return "small talk"
    return None


def _is_greeting(words: tuple[str, ...]) -> bool:
    """Tell whether a text is a greeting, maybe with a name."""
    if not (_FEW < len(words) <= _MOST_BEHIND_WORD and words[0] in lexicon().greetings):
        return False
    others = sum(word not in lexicon().known for word in words)
    return others * 3 <= len(words) or words[1] in lexicon().introducing


def _is_remark(words: tuple[str, ...]) -> Rule | None:
    """Detect a text mostly of chat words that is about the person or the bot, or asks a question."""
    if len(words) - _before(words) == 1 and words[-1] in lexicon().question_words:
        return "remark"
    if not _FEW < len(words) <= _MOST_OTHERS:
        return None
    if _is_greeting(words):
        return "remark"
    for language in lexicon().languages.values():
        others = sum(word not in language.known for word in words)
        tells = not language.me.isdisjoint(words) and words[0] in language.known
        of_chat = not language.chat.isdisjoint(words) and others <= (1 if len(words) < _LONGER else 2)
        begins_with_me = len(words) >= _LONGER or words[0] in language.me
        of_me = language.practice.isdisjoint(words) and others <= 1 and begins_with_me
        share = _SHARE_OF_MINE if not language.me.isdisjoint(words) else _SHARE
        if (tells and (of_chat or of_me)) or (words[0] in language.question_words and others * share <= len(words)):
            return "remark"
    return None


@dataclass(frozen=True)
class Remark:
    """A message to the bot: the rule that caught it, and the row of the table with the reply, if one fits."""

    rule: Rule
    text: str
    row: Row | None

    @property
    def leaves_open(self) -> bool:
        """Tell whether the person cannot answer now, or asks whether an answer is needed."""
        return self.row is not None and ("{later}" in self.row.answer or "{needed}" in self.row.answer)

    @property
    def is_question(self) -> bool:
        """Tell whether the text is a question that coordinators could answer."""
        return self.rule not in {"test", "years"} and (self.row is None or self.row.about != "remark")

    @property
    def is_clear(self) -> bool:
        """Tell whether it is a remark even at a question for a year, an e-mail address or a list."""
        return self.rule in {"question mark", "alone", "opening", "lacking"}


def remark(asked: Asked, text: str) -> Remark | None:
    """Return the remark that a text at a question is, or None for an answer."""
    hears = asked.question.hears
    rule = None if hears == "none" else rule_of(text, clear=hears == "clear")
    may_name_years = asked.item is not None  # a meeting may have a year in its name
    if rule is None and hears == "all" and not may_name_years and says_years(text):
        rule = "years"
    if asked.question.hears != "none" and lacks(text) and (rule or asked.question.required):
        return Remark(
            "lacking", text, rows()["dont_know"]
        )  # at an optional question the field asks what the words mean
    return Remark(rule, text, row_of(text)) if rule else None


def said_at(asked: Asked, remark: Remark, *, stands: bool) -> str:
    """Return the reply to a remark at a question; ``stands``: the question has an answer already."""
    if remark.rule == "test":
        return str(texts.TESTING)
    if remark.rule == "years":
        return str(texts.YEARS)
    if remark.row is None:
        return str(texts.NO_SUCH_ROW)
    if remark.row.name in {"not_understood", "how_to", "what_is_this"}:  # they may ask for the meaning of a term
        meaning = meaning_of(remark.text)
        answer = meaning or (remark.row.answer if remark.row.name == "what_is_this" else "")
        return in_language(answer) if answer else _in_other_words(asked)
    later, question = _later(asked, stands=stands), asked.question
    needed = texts.NEEDED.format(title=question.title) if question.required and not stands else later
    hint, example = _limits(asked), _in_other_words(asked)
    return in_language(remark.row.answer).format(later=later, needed=needed, hint=hint, example=example)


def prepare() -> None:
    """Prepare the lists and the rows; without it the first text waits 0.3 s for them, and all others with it."""
    rule_of("prepare")
    row_of("prepare")


def said_anywhere(text: str, *, waiting: bool = False) -> str | None:
    """Return the reply to a remark while no question is open, or None if the reply would need one.

    ``waiting``: the practice was submitted, and waits for its review.
    """
    row = row_of(text) if rule_of(text) else None
    if row is None:
        return None
    if waiting and row.waiting:
        return in_language(row.waiting)
    fits = _away_from_questions(row, row.answer)  # the English reply decides in every language
    if not fits or "{" in fits or (row.about == "remark" and "question" in fits):
        return None
    return _away_from_questions(row, in_language(row.answer))


def _away_from_questions(row: Row, answer: str) -> str:
    """Leave out what leads back to a question: ``{later}``, and all but the first sentence of a remark's reply."""
    said = answer.replace("{later}", "").strip()
    return f"{said.partition('. ')[0].removesuffix('.')}." if said and row.about == "remark" else said


def _later(asked: Asked, *, stands: bool) -> str:
    if stands:
        return str(texts.STAYS)
    return str(texts.LEAVE_OPEN) if asked.question.required else texts.NOT_NEEDED.format(skip=asked.question.skip)


def _limits(asked: Asked) -> str:
    """Return the sentences of the hint that have figures, or all of it; none at Yes or No.

    The question itself stands below the reply.
    """
    if isinstance(asked.kind, YesNo):
        return ""
    hint = str(asked.question.hint or asked.question.prompt)
    figures = [sentence for sentence in _SENTENCES.split(hint) if any(map(str.isdecimal, sentence))]
    said = " ".join(figures) or hint
    return f"{said} {texts.SHORT_IS_FINE}" if isinstance(asked.kind, LongText) else said


def _in_other_words(asked: Asked) -> str:
    """Return the example, or "" if there is none: the question itself stands below the reply."""
    question = asked.question
    return texts.IN_OTHER_WORDS.format(prompt=question.prompt, example=question.example) if question.example else ""
