"""The sheets behind the first one: meetings, choices, attachments, the review and its changes, read from the JSON."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from conversations.dialogue.model import Face
from conversations.form.asked import asked_at
from conversations.form.completion import FIRST
from conversations.form.questions import Question, Repeated, mark, repeat_of
from conversations.form.template import in_use
from storage.exports.columns import Cell, columns, joined
from storage.exports.texts import said

SheetCell = Cell | datetime

Rows = Callable[[dict[str, Any]], Iterable[tuple[SheetCell, ...]]]

_WHOSE = ("Name of the practice", "Reference", "Status")
"""Each row begins with these; a draft has no reference."""

_FILE = {"name": "Name of the file", "size": "Bytes", "sha256": "SHA-256"}

_DECIDED = {"decision": "Decision", "decided_by": "Decided by", "reason": "Reason"}

_COMMENT = {"text": "Comment", "weight": "Weight", "state": "State", "by": "By", "at": "At (UTC)", "reply": "Reply"}

_CHANGE = {"revision": "Revision", "at": "Handed in (UTC)"}


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, its headings, and the function for the rows of a submission."""

    name: str
    headings: tuple[str, ...]
    rows: Rows


def sheets(face: Face) -> tuple[Sheet, ...]:
    """Return the sheets in order; the review is for those who review, attachments are in no anonymous export."""
    groups = (repeat_of(section) for section in in_use().sections)
    meetings = tuple(_of_group(group) for group in groups if group is not None)
    files = () if face == "anonymous" else (_attachments(),)
    return (*meetings, _choices(), *files, *((_review(), _changes()) if face == "internal" else ()))


def moment(text: str) -> datetime:
    """Read a time in UTC; Excel has no time zones."""
    return datetime.fromisoformat(text).replace(tzinfo=None)


def _of_group(group: Repeated) -> Sheet:
    """Make the sheet of a repeated group, such as the meetings, numbered from 1."""
    fields = group.items.model_fields
    titles = (question.title for info in fields.values() if (question := mark(info, Question)))

    def rows(of: dict[str, Any]) -> Iterator[tuple[SheetCell, ...]]:
        for number, item in enumerate(of["answers"][group.section.key][group.key], 1):
            yield (*_whose(of), number, *(item[key] for key in fields))

    return Sheet(group.key.capitalize(), (*_WHOSE, "Number", *titles), rows)


def _choices() -> Sheet:
    """Make the sheet that has each chosen option of a list in a row of its own, so that a filter finds it."""

    def rows(of: dict[str, Any]) -> Iterator[tuple[SheetCell, ...]]:
        for column in columns():
            if column.holds == "several of a list":
                section, _, key = column.name.partition(".")
                for option in of["answers"][section][key] or ():
                    yield (*_whose(of), column.heading, option)

    return Sheet("Choices", (*_WHOSE, "Question", "Option"), rows)


def _attachments() -> Sheet:
    def rows(of: dict[str, Any]) -> Iterator[tuple[SheetCell, ...]]:
        for file in of["attachments"]:
            yield (*_whose(of), _title(file["question"]), *(file[key] for key in _FILE))

    return Sheet("Attachments", (*_WHOSE, "Question", *_FILE.values()), rows)


def _review() -> Sheet:
    """Make the sheet of decisions and comments; a submission without a comment has one row."""

    def rows(of: dict[str, Any]) -> Iterator[tuple[SheetCell, ...]]:
        review = of["review"]
        if review is not None:
            decided = tuple(said(review[key]) for key in _DECIDED)
            for comment in review["comments"] or [None]:
                yield (*_whose(of), *decided, *_comment(comment))

    return Sheet("Review", (*_WHOSE, *_DECIDED.values(), "Question", *_COMMENT.values()), rows)


def _comment(comment: dict[str, Any] | None) -> tuple[SheetCell, ...]:
    if comment is None:
        return (None,) * (1 + len(_COMMENT))
    shown = {**comment, "weight": said(comment["weight"]), "at": moment(comment["at"])}
    return (_title(comment["question"]), *(shown[key] for key in _COMMENT))


def _changes() -> Sheet:
    def rows(of: dict[str, Any]) -> Iterator[tuple[SheetCell, ...]]:
        for change in (of["review"] or {"changes": ()})["changes"]:
            values = (_value(change["before"]), _value(change["after"]))
            yield (*_whose(of), change["revision"], moment(change["at"]), _title(change["question"]), *values)

    return Sheet("Changes", (*_WHOSE, *_CHANGE.values(), "Question", "Before", "After"), rows)


def _value(value: Any) -> Cell:  # noqa: ANN401 - an answer of any type
    return joined(value) if isinstance(value, list) else value


def _title(path: str) -> str:
    """Name a question by its title; one of a meeting with the number of the meeting."""
    asked = asked_at(path)
    if asked is None:
        return path
    return asked.question.title if asked.item is None else f"{asked.question.title} ({asked.item + 1})"


def _whose(of: dict[str, Any]) -> tuple[Cell, Cell, Cell]:
    section, _, key = FIRST.partition(".")
    return of["answers"][section][key], of["reference"], of["status"]
