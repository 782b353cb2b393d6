"""Marks that make a pydantic field a question, and base classes for sections and for groups that repeat."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, ClassVar, Literal, TypeVar, cast

from pydantic import BaseModel, ConfigDict, JsonValue
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from conversations.fields import Kind, Option, Reading, ReadingContext
from conversations.form.texts import SKIP
from conversations.languages import current, english, in_language

M = TypeVar("M")

Shares = Literal["phone", "person", "email", "website", "address", "area", "venue"]
"""Details of a contact or a place that a person shares in Telegram, as answers."""

Hears = Literal["all", "clear", "none"]
"""Which remarks to the bot are detected at a question: all, only clear ones, or none."""

Does = Literal[
    "answer",
    "suggest",
    "keep",
    "check",
    "apart",
    "detail",
    "elsewhere",
    "piece",
    "replace",
    "consult",
    "later",
    "imported",
]
"""What a button does with a text that was not saved at once.

``answer`` saves it as the answer, ``suggest`` saves a probable value, ``keep`` saves a text that may mean "no answer".
``check`` saves all contact details, ``apart`` shows a button for each of them, ``detail`` saves one. ``elsewhere``
saves it as the answer to another question, and ``piece`` saves a piece of a pasted form there. ``replace`` puts it in
the place of a long answer, ``consult`` sends it to the coordinators, ``later`` leaves the question open. ``imported``
saves what a Word form says.
"""

Values = Mapping[str, JsonValue]
"""The answers of one section, by the key of the question."""

ReadsOn = Callable[[str, Reading[Any], ReadingContext], Reading[Any]]
"""A function of a text, the reading of its kind, and the context; returns a reading that may answer more questions."""


@dataclass(frozen=True)
class Doing(Option):
    """An option that does something other than saving a probable value."""

    does: Does = "suggest"


def nothing_else(_text: str, reading: Reading[Any], _context: ReadingContext) -> Reading[Any]:
    """Return the reading of the kind."""
    return reading


def always(_: Values) -> bool:
    """Ask always."""
    return True


def after(key: str, value: JsonValue) -> Callable[[Values], bool]:
    """Ask only if the answer to ``key`` in the same section is ``value``."""
    return lambda values: values.get(key) == value


@dataclass(frozen=True, kw_only=True)
class Other:
    """A label such as "Other" that needs details: ``ask`` asks for them, the question ``key`` stores them."""

    label: str
    key: str
    ask: str


@dataclass(frozen=True, kw_only=True)
class Question:
    """The mark on a field that is asked: its words, whether it needs an answer, and when it is asked."""

    title: str
    prompt: str
    hint: str = ""
    on_paper: str = ""
    """The hint for a form on paper, if it differs."""
    example: str = ""
    called: str = ""
    """More words by which people name it when they correct its answer, separated by commas."""
    required: bool = True
    skip: str = SKIP
    """The button that skips an optional question."""
    skip_words: Callable[[], tuple[str, ...]] = tuple
    """Returns more words that skip this question; "n/a", "none" and a dash skip every optional question."""
    when: Callable[[Values], bool] = always
    advise: Callable[[str], str | None] = lambda _: None
    """Returns advice about a saved text, or None."""
    reads_on: ReadsOn = nothing_else
    """Finds answers to other questions in the same text."""
    files: bool = False
    """Whether files can be sent with the answer."""
    shared: Shares | None = None
    """The detail of a shared contact or place that answers the question."""
    other: Other | None = None
    """The label of the list that needs details."""
    hears: Hears = "all"
    """Which remarks to the bot are detected here; ``conversations.remarks`` explains it."""
    since: int = 1
    """The first version of the form with this question."""
    until: int | None = None
    """The last version with this question. It stays in its class, so that old answers can be read."""

    @property
    def skips(self) -> tuple[str, ...]:
        """The words that skip it: those of the button in English and in the language that is spoken, and others."""
        return (*_in_both(self.skip, current()), *self.skip_words())

    @property
    def titles(self) -> tuple[str, ...]:
        """The title in English and in the language that is spoken."""
        return _in_both(self.title, current())

    @property
    def paper_hint(self) -> str:
        """The hint for a form on paper."""
        return self.on_paper or self.hint

    def is_in(self, version: int) -> bool:
        """Tell whether a version of the form has the question."""
        return self.since <= version and (self.until is None or version <= self.until)


@dataclass(frozen=True, kw_only=True)
class Repeat:
    """The mark on a field with a group of questions that can be answered several times."""

    title: str
    when: Callable[[Values], bool]
    more: str
    enough: str
    remove: str


class Group(BaseModel):
    """Questions that belong together: a section, or a group that repeats in one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @classmethod
    def __pydantic_init_subclass__(cls, **_: object) -> None:
        """Refuse a field that cannot be asked, by name, when the class is defined."""
        for name, field in cls.model_fields.items():
            if mark(field, Repeat) is None and (mark(field, Question) is None or kind_of(field) is None):
                message = f"{cls.__name__}.{name} needs a Question and a Kind in its annotation, or a Repeat"
                raise TypeError(message)
            if field.is_required():
                message = f"{cls.__name__}.{name} needs a default: a draft begins empty"
                raise TypeError(message)


class Section(Group):
    """One section of the form; its fields are its questions, in order."""

    key: ClassVar[str]
    title: ClassVar[str]

    @classmethod
    def titles(cls) -> tuple[str, ...]:
        """Return the title in English and in the language that is spoken."""
        return _in_both(cls.title, current())


@cache
def _in_both(text: str, _language: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((english(text), in_language(text))))


def mark(field: FieldInfo, of: type[M]) -> M | None:
    """Return the mark of a class on a field."""
    return next((found for found in field.metadata if isinstance(found, of)), None)


def kind_of(field: FieldInfo) -> Kind[Any] | None:
    """Return the kind of a field."""
    return next((found for found in field.metadata if isinstance(found, Kind)), None)


def broken(path: str, problem: str) -> PydanticCustomError:
    """Make the error of a model validator: the answer at ``path`` breaks a rule between answers."""
    return PydanticCustomError("rule", "{problem}", {"path": path, "problem": problem})


MOST_REPETITIONS = 50
"""More meetings than any practice has; a path with a higher number is invalid."""

T = TypeVar("T")


@dataclass(frozen=True)
class Repeated:
    """A group that repeats: its section, its key there, its mark, and the class of its items."""

    section: type[Section]
    key: str
    mark: Repeat
    items: type[Group]

    @cached_property
    def beginning(self) -> str:
        """The beginning of the paths of its questions."""
        return f"{self.section.key}.{self.key}."

    @property
    def first(self) -> str:
        """The key of its first question."""
        return next(iter(self.items.model_fields))

    def path(self, item: int, key: str) -> str:
        """Return the path of a question in one repetition."""
        return f"{self.beginning}{item}.{key}"


@cache
def repeat_of(section: type[Section]) -> Repeated | None:
    """Return the group of a section that repeats, or None."""
    for key, info in section.model_fields.items():
        repeat = mark(info, Repeat)
        if repeat is not None:
            annotation: Any = info.annotation
            return Repeated(section, key, repeat, cast("type[Group]", annotation.__args__[0]))
    return None


def repeated(section: type[Section]) -> Repeated:
    """Return the group of a section that repeats; KeyError if there is none."""
    repeat = repeat_of(section)
    if repeat is None:
        raise KeyError(section.key)
    return repeat


def repetitions(section: type[Section], values: Mapping[str, object], asking: str = "") -> int:
    """Count the repetitions of a section's group that have answers or are being asked."""
    repeat = repeat_of(section)
    paths = (*values, asking) if repeat else ()
    return max((_item(path) + 1 for path in paths if repeat and path.startswith(repeat.beginning)), default=0)


def names(section: type[Section], values: Mapping[str, JsonValue]) -> tuple[str, ...]:
    """List the names of the repetitions: the answer to the first question of each."""
    repeat = repeated(section)
    first = (values.get(repeat.path(item, repeat.first)) for item in range(repetitions(section, values)))
    return tuple(str(name or "?") for name in first)


def without(section: type[Section], item: int, by_path: Mapping[str, T]) -> dict[str, T]:
    """Remove one repetition and move later ones up, in any mapping by question path."""
    kept: dict[str, T] = {}
    for path, thing in by_path.items():
        moved = moved_up(section, item, path)
        if moved is not None:
            kept[moved] = thing
    return kept


def moved_up(section: type[Section], item: int, path: str) -> str | None:
    """Return the new path after a repetition was removed, or None for a path of that repetition."""
    repeat = repeated(section)
    if not path.startswith(repeat.beginning) or _item(path) < item:
        return path
    return None if _item(path) == item else repeat.path(_item(path) - 1, path.rpartition(".")[2])


def _item(path: str) -> int:
    return int(path.split(".")[2])
