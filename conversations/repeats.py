"""The group of a section that repeats, such as the meetings: how many there are, and taking one away."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, TypeVar, cast

from pydantic import JsonValue

from conversations.questions import Group, Repeat, Section, mark

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
