"""What a text at a question says to the bot, and what is answered: the rules and the table put together."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from conversations.asked import Asked
from conversations.fields.years import says_years
from conversations.remarks import answers
from conversations.remarks.lexicon import canonical
from conversations.remarks.matching import row_of
from conversations.remarks.meanings import MEANINGS
from conversations.remarks.row import Row
from conversations.remarks.rules import Rule, rule_of
from conversations.remarks.table.answering import HOW_TO, NOT_UNDERSTOOD
from conversations.remarks.table.people import WHAT_IS_THIS

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
