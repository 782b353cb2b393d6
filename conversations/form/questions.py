"""The marks that make a pydantic field a question, and a pydantic class a section."""

from collections.abc import (
    Callable,
    Mapping,
)
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, ClassVar, Literal, TypeVar, cast

from pydantic import BaseModel, ConfigDict, JsonValue
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from conversations.fields import Kind, Option, Reading, ReadingContext

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

ReadsOn = Callable[[str, Reading[Any], ReadingContext], Reading[Any]]
"""Takes a text, what its kind has read in it, and the draft's answers; gives what else the text answers, too."""


@dataclass(frozen=True)
class Doing(Option):
    """An option that does something else than to take what was probably meant."""

    does: Does = "suggest"


def nothing_else(_text: str, reading: Reading[Any], _context: ReadingContext) -> Reading[Any]:
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


MOST_REPETITIONS = 50
"""More meetings than any practice has; a path beyond it is none."""

T = TypeVar("T")


@dataclass(frozen=True)
class Repeated:
    """A group that repeats: its key in the section, its mark, and the class of its items."""

    section: type[Section]
    key: str
    mark: Repeat
    items: type[Group]

    @cached_property
    def beginning(self) -> str:
        """What the paths of its questions begin with."""
        return f"{self.section.key}.{self.key}."

    @property
    def first(self) -> str:
        """The key of its first question."""
        return next(iter(self.items.model_fields))

    def path(self, item: int, key: str) -> str:
        """Write the path of a question of one repetition."""
        return f"{self.beginning}{item}.{key}"


@cache
def repeat_of(section: type[Section]) -> Repeated | None:
    """Find the group of the section that repeats, if it has one."""
    for key, info in section.model_fields.items():
        repeat = mark(info, Repeat)
        if repeat is not None:
            annotation: Any = info.annotation
            return Repeated(section, key, repeat, cast("type[Group]", annotation.__args__[0]))
    return None


def repeated(section: type[Section]) -> Repeated:
    """Find the group of a section that has one; KeyError where it has none."""
    repeat = repeat_of(section)
    if repeat is None:
        raise KeyError(section.key)
    return repeat


def repetitions(section: type[Section], values: Mapping[str, object], asking: str = "") -> int:
    """Count how often the section's group has been filled in or is being asked."""
    repeat = repeat_of(section)
    paths = (*values, asking) if repeat else ()
    return max((_item(path) + 1 for path in paths if repeat and path.startswith(repeat.beginning)), default=0)


def names(section: type[Section], values: Mapping[str, JsonValue]) -> tuple[str, ...]:
    """List what the repetitions are called: the answer to the first question of each."""
    repeat = repeated(section)
    first = (values.get(repeat.path(item, repeat.first)) for item in range(repetitions(section, values)))
    return tuple(str(name or "?") for name in first)


def without(section: type[Section], item: int, by_path: Mapping[str, T]) -> dict[str, T]:
    """Leave out one repetition and move the later ones up; ``by_path`` may hold anything by question path."""
    kept: dict[str, T] = {}
    for path, thing in by_path.items():
        moved = moved_up(section, item, path)
        if moved is not None:
            kept[moved] = thing
    return kept


def moved_up(section: type[Section], item: int, path: str) -> str | None:
    """Say where a path stands once a repetition is left out; nothing where it belonged to it."""
    repeat = repeated(section)
    if not path.startswith(repeat.beginning) or _item(path) < item:
        return path
    return None if _item(path) == item else repeat.path(_item(path) - 1, path.rpartition(".")[2])


def _item(path: str) -> int:
    return int(path.split(".")[2])
