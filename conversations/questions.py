"""The marks that make a pydantic field a question, and a pydantic class a section."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, JsonValue
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from conversations.fields import Context, Kind, Option, Reading

M = TypeVar("M")

Shares = Literal["phone", "person", "email", "website", "address", "area", "venue"]
"""The details of a shared contact or place that can be an answer."""

Hears = Literal["all", "clear", "none"]
"""Which messages to the bot are told from answers: all that look like one, the clear ones alone, or none."""

Does = Literal["answer", "suggest", "keep", "check", "apart", "detail", "replace", "consult", "later"]
"""What an offer does with words.

It takes them as the answer, or what they probably mean; keeps them as written though they may say that there is no
answer; takes the details that were read in them, shows each detail with a button, or takes one; takes them in place of
a long answer; sends them to the coordinators; leaves the question open.
"""

Values = Mapping[str, JsonValue]
"""The answers of one section by question key."""


ReadsOn = Callable[[str, Reading[Any], Context], Reading[Any]]
"""Takes a text, what its kind has read in it, and the draft's answers; gives what else the text answers, too."""


@dataclass(frozen=True)
class Doing(Option):
    """An option that does something else than to take what was probably meant."""

    does: Does = "suggest"


def nothing_else(_text: str, reading: Reading[Any], _context: Context) -> Reading[Any]:
    """Leave it at what the kind has read."""
    return reading


def always(_: Values) -> bool:
    """Ask in any case."""
    return True


def after(key: str, value: JsonValue) -> Callable[[Values], bool]:
    """Ask only once ``key`` of the same section has been answered with ``value``."""
    return lambda values: values.get(key) == value


@dataclass(frozen=True, kw_only=True)
class Other:
    """A label that does not say which one is meant: ``ask`` asks it, the section's text ``key`` takes the words."""

    label: str
    key: str
    ask: str


@dataclass(frozen=True, kw_only=True)
class Question:
    """The mark on a field that is asked: its words, whether it needs an answer, and when it is asked.

    ``on_paper`` is the hint where nothing can be pressed, if it is another one. ``skip`` is the button that passes an
    optional question over and ``skip_words`` are its own ways to type it, beside "n/a", "none" and a dash, which pass
    over every optional question; ``advise`` may have advice about a stored text; ``reads_on`` finds in a text what it
    answers beside this question; ``files`` says that files can be sent with the answer, ``shared`` which detail of a
    contact or place that is shared answers it, ``other`` which label of the list is asked about, ``hears`` which texts
    are doubted there, as ``remarks`` says. The question is asked from version ``since`` of the form on, and where it is
    no longer asked up to ``until``: it stays in its class, so that what was answered can be read.
    """

    title: str
    prompt: str
    hint: str = ""
    on_paper: str = ""
    example: str = ""
    required: bool = True
    skip: str = "Skip"
    skip_words: tuple[str, ...] = ()
    when: Callable[[Values], bool] = always
    advise: Callable[[str], str | None] = lambda _: None
    reads_on: ReadsOn = nothing_else
    files: bool = False
    shared: Shares | None = None
    other: Other | None = None
    hears: Hears = "all"
    since: int = 1
    until: int | None = None

    @property
    def paper_hint(self) -> str:
        """The hint of a form on paper."""
        return self.on_paper or self.hint

    def is_in(self, version: int) -> bool:
        """Say whether that version of the form has the question."""
        return self.since <= version and (self.until is None or version <= self.until)


@dataclass(frozen=True, kw_only=True)
class Repeat:
    """The mark on a field that holds a group of questions any number of times, once ``when`` holds."""

    title: str
    when: Callable[[Values], bool]
    more: str
    enough: str
    remove: str


class Group(BaseModel):
    """Questions that belong together: a section, or what repeats within one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @classmethod
    def __pydantic_init_subclass__(cls, **_: object) -> None:
        """Refuse a field that could not be asked, by name, when the class is made."""
        for name, field in cls.model_fields.items():
            if mark(field, Repeat) is None and (mark(field, Question) is None or kind_of(field) is None):
                message = f"{cls.__name__}.{name} needs a Question and a Kind in its annotation, or a Repeat"
                raise TypeError(message)
            if field.is_required():
                message = f"{cls.__name__}.{name} needs a default: a draft begins empty"
                raise TypeError(message)


class Section(Group):
    """One section of the form; its fields, in order, are its questions."""

    key: ClassVar[str]
    title: ClassVar[str]


def mark(field: FieldInfo, of: type[M]) -> M | None:
    """Find the mark of that class on a field."""
    return next((found for found in field.metadata if isinstance(found, of)), None)


def kind_of(field: FieldInfo) -> Kind[Any] | None:
    """Find the kind of a field's answer."""
    return next((found for found in field.metadata if isinstance(found, Kind)), None)


def broken(path: str, problem: str) -> PydanticCustomError:
    """Report, from a model validator, that a rule between answers makes the answer at ``path`` one to fix."""
    return PydanticCustomError("rule", "{problem}", {"path": path, "problem": problem})
