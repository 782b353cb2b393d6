"""The sheets behind the submissions: a row for each meeting and for each attachment."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from conversations.form import FIRST
from conversations.repeats import Repeated, repeat_of
from conversations.template import in_use
from storage.exports.columns import Cell

Rows = Callable[[dict[str, Any]], Iterable[tuple[Cell, ...]]]

_WHOSE = ("reference", FIRST)
"""Each row begins with these: a draft has no reference."""
_FILE = ("question", "name", "size", "sha256")


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, its headings, and the rows that a submission has on it."""

    name: str
    headings: tuple[str, ...]
    rows: Rows


def sheets() -> tuple[Sheet, ...]:
    """Give the sheets in their order, read from the section classes."""
    groups = (repeat_of(section) for section in in_use().sections)
    return (*(_of_group(group) for group in groups if group is not None), _attachments())


def _of_group(group: Repeated) -> Sheet:
    """Make the sheet of a group that repeats, such as the meetings, numbered from 1."""
    keys = tuple(group.items.model_fields)
    headings = (*_WHOSE, "number", *(f"{group.section.key}.{group.key}.{key}" for key in keys))

    def rows(of: dict[str, Any]) -> Iterator[tuple[Cell, ...]]:
        for number, item in enumerate(of["answers"][group.section.key][group.key], 1):
            yield (*_whose(of), number, *(item[key] for key in keys))

    return Sheet(group.key.capitalize(), headings, rows)


def _attachments() -> Sheet:
    def rows(of: dict[str, Any]) -> Iterator[tuple[Cell, ...]]:
        for file in of["attachments"]:
            yield (*_whose(of), *(file[key] for key in _FILE))

    return Sheet("Attachments", (*_WHOSE, *_FILE), rows)


def _whose(of: dict[str, Any]) -> tuple[Cell, Cell]:
    section, _, key = FIRST.partition(".")
    return of["reference"], of["answers"][section][key]
