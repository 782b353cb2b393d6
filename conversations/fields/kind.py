"""What every kind of answer has to say for itself: how it is read, bounded, chosen, shown."""

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any, Generic, TypeVar
from unicodedata import normalize

from pydantic import GetCoreSchemaHandler, JsonValue, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from conversations.fields.plain import seen

T = TypeVar("T")

VERSION = "template_version"
"""Where answers to an older version of the form say which one; it is no question's path, since those have a dot."""


@dataclass(frozen=True)
class ReadingContext:
    """What a kind may look at besides the text: today's date and the draft's other answers.

    ``answers`` maps ``section.question`` to the stored (JSON) value; ``earlier`` are the answers of the person's other
    drafts, the latest first; ``language`` is the code of their app's language, such as ``pt-br``, empty if unknown.
    """

    today: date
    answers: Mapping[str, JsonValue] = field(default_factory=dict)
    earlier: tuple[Mapping[str, JsonValue], ...] = ()
    language: str = ""

    @property
    def older(self) -> bool:
        """Say whether the answers keep an older version of the form, whose lists were others."""
        return VERSION in self.answers


@dataclass(frozen=True)
class Option:
    """One button that takes what was probably meant: a value here and, maybe, for other questions of the section.

    One that ``stays`` is for others alone, and the question stays open.
    """

    label: str
    value: JsonValue
    others: Mapping[str, JsonValue] = field(default_factory=dict)
    stays: bool = False


@dataclass(frozen=True)
class Understood(Generic[T]):
    """The text is an answer, and maybe also to other questions of the section.

    Whether it keeps the bounds is for ``Kind.problem`` to say; ``None`` passes another question over.
    """

    value: T
    others: Mapping[str, JsonValue] = field(default_factory=dict)


@dataclass(frozen=True)
class NotUnderstood:
    """The text is no answer; ``problem`` says what is wrong and how to put it right."""

    problem: str


@dataclass(frozen=True)
class Offered:
    """The text is nearly an answer; ``options`` are what it probably means."""

    problem: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Partly(Generic[T]):
    """A part of the text is an answer, or one to other questions of the section; ``problem`` asks about the rest."""

    value: T
    problem: str
    rest: str
    options: tuple[Option, ...] = ()
    others: Mapping[str, JsonValue] = field(default_factory=dict)


Reading = Understood[T] | NotUnderstood | Offered | Partly[T]


class Kind(ABC, Generic[T]):
    """What counts as an answer to one kind of question; stands in the annotation of a section's field.

    Pydantic calls ``problem`` as a validator, with a ``ReadingContext`` as validation context where there is one, so
    that a submission read from elsewhere keeps the same bounds as one typed in chat.
    """

    choices: tuple[str, ...] = ()
    shortcuts: tuple[str, ...] = ()
    """Buttons of a question without a list: each is read like the same words typed."""
    several: bool = False
    keeps_text: bool = False
    """Whether a text beyond the bounds is kept, to be put right later (true where the value is the text itself)."""

    def read(self, text: str, context: ReadingContext) -> Reading[T]:
        """Read what a person typed, generously."""
        return self.understand(self.cleaned(text), context)

    def cleaned(self, text: str) -> str:
        """Take away unseen characters, and put accents on their letters."""
        return normalize("NFC", seen(text))

    @abstractmethod
    def understand(self, text: str, context: ReadingContext) -> Reading[T]:
        """Read a text that has been cleaned."""

    @abstractmethod
    def problem(self, value: T, context: ReadingContext | None = None) -> str | None:
        """Say what bound the value breaks and how to put it right, or nothing."""

    def brought_up(self, value: JsonValue) -> JsonValue:
        """Give a stored value in the words of today's form."""
        return value

    def likely(self, context: ReadingContext) -> tuple[str, ...]:
        """List the choices of a long list that are likely; none where the whole list is to be shown."""
        return ()

    def show(self, value: T) -> str:
        """Say the value as a person would read it."""
        return str(value)

    def over(self, _value: T) -> str:
        """Give the figures of a value over its limit, such as ``344 of 300 words``; nothing where it is not."""
        return ""

    def saved(self, value: T) -> str:
        """Confirm the value in one short line that begins with ``Saved``."""
        return f"Saved: {self.show(value)}"

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401 - pydantic's signature
        """Validate as the annotated type does, then keep the bounds."""
        return core_schema.with_info_after_validator_function(self._bounded, handler(source))

    def _bounded(self, value: T | None, info: ValidationInfo) -> T | None:
        if value is None:  # not provided: whether that will do is for the question to say
            return None
        context = info.context if isinstance(info.context, ReadingContext) else None
        problem = self.problem(value, context)
        if problem is not None:
            raise PydanticCustomError("bounds", "{problem}", {"problem": problem})
        return value


_RUN = re.compile(r"\S+")

_BEFORE = 6
"""How many words stand before the one that is shown."""

_LONGEST = 60
"""How many characters of one word are shown: a pasted link can be a word of thousands."""


def has_word(text: str) -> bool:
    """Tell whether there is a letter or digit at all."""
    return any(map(str.isalnum, text))


def most_words(text: str) -> int:
    """Say how many words a text can have at most, without a look at it: each is a character and a space."""
    return (len(text) + 1) // 2


def count_words(text: str) -> int:
    """Count the words of a text."""
    return sum(run[0].isalnum() or has_word(run) for run in text.split())  # nearly all begin with one: 3 times as fast


def nth_word_in_context(text: str, n: int) -> str:
    """Quote word ``n`` (from 1) with the few words before it, on one line; the beginning where there are fewer."""
    words = [run.span() for run in islice((run for run in _RUN.finditer(text) if has_word(run[0])), n)]
    shown = words[-_BEFORE - 1 :]
    if not shown:
        return "“”"
    runs = text[shown[0][0] : shown[-1][1]].split()
    line = " ".join(run if len(run) <= _LONGEST else run[: _LONGEST - 1] + "…" for run in runs)
    return f"“{'… ' if len(words) > len(shown) else ''}{line}”"
