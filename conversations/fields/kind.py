"""The base class of all kinds of answers, and the four results of reading a text.

A *kind* is a type of answer, such as a year or an e-mail address. It reads what a person typed, checks the bounds and
shows the value. A *reading* is the result: ``Understood``, ``NotUnderstood``, ``Offered`` or ``Partly``.

To add a kind, write a class with ``understand`` and ``problem``, put its sentences into ``texts.py``, and export it in
``__init__.py``. A field of a section uses it in its annotation: ``Annotated[int | None, Year(), Question(...)]``.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, TypeVar
from unicodedata import normalize

from pydantic import GetCoreSchemaHandler, JsonValue, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from conversations.fields import texts
from conversations.fields.plain import seen
from conversations.languages import in_language

T = TypeVar("T")

VERSION = "template_version"
"""The key under which answers to an older version of the form keep its number; the path of a question has a dot."""


@dataclass(frozen=True)
class ReadingContext:
    """What a kind may use besides the text.

    ``answers``: the draft's answers, from ``section.question`` to the stored (JSON) value. ``earlier``: the answers of
    the person's other drafts, the latest first. ``language``: the code of the app's language, such as ``pt-br``, or "".
    """

    today: date
    answers: Mapping[str, JsonValue] = field(default_factory=dict)
    earlier: tuple[Mapping[str, JsonValue], ...] = ()
    language: str = ""

    @property
    def older(self) -> bool:
        """Tell whether the answers belong to an older version of the form, which had other lists."""
        return VERSION in self.answers


@dataclass(frozen=True)
class Option:
    """One button with a value that the person probably means.

    ``others``: values for other questions of the section, by their keys. ``stays``: only the others are saved, and this
    question stays open.
    """

    label: str
    value: JsonValue
    others: Mapping[str, JsonValue] = field(default_factory=dict)
    stays: bool = False


@dataclass(frozen=True)
class Understood(Generic[T]):
    """The text is an answer; ``Kind.problem`` checks its bounds later.

    ``others``: answers that the text also gives to other questions of the section; ``None`` skips such a question.
    """

    value: T
    others: Mapping[str, JsonValue] = field(default_factory=dict)


@dataclass(frozen=True)
class NotUnderstood:
    """The text is no answer; ``problem`` is a sentence that says why, and how to put it right."""

    problem: str


@dataclass(frozen=True)
class Offered:
    """The text is nearly an answer; ``options`` are buttons with its probable meanings."""

    problem: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Partly(Generic[T]):
    """Only a part of the text is an answer; ``problem`` asks about the ``rest``."""

    value: T
    problem: str
    rest: str
    options: tuple[Option, ...] = ()
    others: Mapping[str, JsonValue] = field(default_factory=dict)


Reading = Understood[T] | NotUnderstood | Offered | Partly[T]


class Kind(ABC, Generic[T]):
    """A type of answer, used in the annotation of a section's field.

    Pydantic calls ``problem`` as a validator, so an imported submission keeps the same bounds as one typed in chat.
    The validation context may be a ``ReadingContext``.
    """

    choices: tuple[str, ...] = ()
    """The labels of a list, in English as they are stored; empty where there is no list. ``label`` shows them."""
    shortcuts: tuple[str, ...] = ()
    """Buttons of a question without a list, in English; a press is read as if its label was typed."""
    several: bool = False
    """Whether a person can choose more than one of the choices."""
    keeps_text: bool = False
    """Whether a text that breaks a bound is saved, to be shortened later: true for kinds whose value is the text."""

    def read(self, text: str, context: ReadingContext) -> Reading[T]:
        """Read what a person typed."""
        return self.understand(self.cleaned(text), context)

    def cleaned(self, text: str) -> str:
        """Remove invisible characters, and compose letters with their accents (NFC)."""
        return normalize("NFC", seen(text))

    @abstractmethod
    def understand(self, text: str, context: ReadingContext) -> Reading[T]:
        """Read a text that ``cleaned`` has returned."""

    @abstractmethod
    def problem(self, value: T, context: ReadingContext | None = None) -> str | None:
        """Return a sentence about the bound that the value breaks, or None."""

    def brought_up(self, value: JsonValue) -> JsonValue:
        """Convert a stored value to the lists of today's form."""
        return value

    def likely(self, context: ReadingContext) -> tuple[str, ...]:
        """List the likely choices of a long list; return nothing to show the whole list."""
        return ()

    def in_order(self) -> Sequence[str]:
        """List the choices as the language that is spoken shows them; a typed number counts in this order."""
        return self.choices

    def label(self, choice: str) -> str:
        """Return a choice or a shortcut in the language that is spoken."""
        return in_language(choice)

    def show(self, value: T) -> str:
        """Format the value for people."""
        return str(value)

    def over(self, _value: T) -> str:
        """Return the figures of a value over its limit, such as ``344 of 300 words``, else ""."""
        return ""

    def saved(self, value: T) -> str:
        """Return the confirmation: one short line that begins with ``Saved``."""
        return texts.saved(self.show(value))

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401 - pydantic's signature
        """Validate the annotated type first, then the bounds."""
        return core_schema.with_info_after_validator_function(self._bounded, handler(source))

    def _bounded(self, value: T | None, info: ValidationInfo) -> T | None:
        if value is None:  # skipped: the question decides whether an answer is needed
            return None
        context = info.context if isinstance(info.context, ReadingContext) else None
        problem = self.problem(value, context)
        if problem is not None:
            raise PydanticCustomError("bounds", "{problem}", {"problem": problem})
        return value
