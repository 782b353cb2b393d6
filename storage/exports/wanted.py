"""What is asked of an export, and what came of it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import get_args

from pydantic import BaseModel, ConfigDict

from conversations.conversation import Draft
from conversations.file_names import safe_name
from conversations.formats import Format
from conversations.status import Status
from storage.drafts import APPROVED
from storage.exports.wording import title_of

FORMATS: tuple[Format, ...] = get_args(Format)

ENDINGS: dict[Format, str] = {"json": "json", "csv": "csv", "xlsx": "xlsx", "docx": "docx", "package": "zip"}
"""How the names of files end, by format."""

OWN = Path(__file__).with_name("form.docx")
"""The layout of Word forms that the product brings."""

Progress = Callable[[int, int], None]
"""Hears how many submissions have been written, and of how many."""


def export_name(form: Format, day: date) -> str:
    """Name the file of an export made on that day, such as ``practices-2026-11-23.xlsx``."""
    return f"practices-{day:%Y-%m-%d}.{ENDINGS[form]}"


def form_name(draft: Draft) -> str:
    """Name the file of a Word form, such as ``RAN-2026-0001 Back on Track.docx``."""
    return safe_name(f"{draft.reference or 'Draft'} {title_of(draft.handed_in)}.docx")


class CannotExport(Exception):  # noqa: N818 - it says what is the matter, in one line
    """What is asked for cannot be written; the message is one line for the person who asked."""


class BrokenLayout(CannotExport):
    """A layout cannot be used; the text is one line that names it and says why."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path} cannot lay out the Word form: {why}.")
        self.why = why


class NoForms(CannotExport):
    """No submission fits, and a Word document needs one at least."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class Wanted(_Frozen):
    """Which submissions, and how: the approved ones where no status is given, all of them where no reference is.

    ``layout`` is the document that lays out Word forms, where it is not the product's own.
    """

    format: Format
    statuses: tuple[Status, ...] = APPROVED
    references: tuple[str, ...] = ()
    since: date | None = None
    layout: Path | None = None


class Written(_Frozen):
    """How many submissions were written, and which references that were asked for are not among them."""

    count: int
    missing: tuple[str, ...] = ()
