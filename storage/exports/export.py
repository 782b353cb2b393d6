"""An export: submissions are read one at a time and written to a file, here or in a subprocess."""

import asyncio
import os
import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import IO, cast, get_args

from pydantic import BaseModel, ConfigDict, JsonValue

from conversations import submission_json
from conversations.dialogue.conversation import Draft
from conversations.dialogue.model import Face, Format, Selection
from conversations.dialogue.practice import safe_name
from storage.database.address import CannotOpen
from storage.database.database import Database
from storage.drafts import APPROVED, how_many, submissions
from storage.exports.faces import shown
from storage.exports.texts import file_name
from storage.file_writing import whole_file
from storage.files import Blobs
from storage.portable import for_child, from_parent
from storage.subprocess_job import Job, JobFailed, Progress

FORMATS: tuple[Format, ...] = get_args(Format)

FORMS: tuple[str, ...] = ("docx", "xlsx")
"""The formats of the empty form."""

ENDINGS: dict[Format, str] = {
    "json": "json",
    "csv": "csv",
    "xlsx": "xlsx",
    "docx": "docx",
    "package": "zip",
    "pdf": "pdf",
}
"""The file name endings by format."""

_MOST_NAMED = 3
"""The most references in the name of a file."""

OWN = Path(__file__).with_name("form.docx")
"""The product's own layout of Word forms."""


def export_name(form: Format, wanted: Selection, day: date) -> str:
    """Name the file of an export made on that day by what was chosen, such as ``practices-public-2026-11-23.xlsx``."""
    chosen = (
        "" if wanted.face == "internal" else wanted.face,
        "" if wanted.statuses == APPROVED else " ".join(wanted.statuses),
        wanted.theme or "",
        wanted.country or "",
        " ".join(wanted.references[:_MOST_NAMED]),
        "" if wanted.since is None else f"since {wanted.since}",
        str(day),
    )
    words = (re.sub(r"\W+|_", "-", part).strip("-") for part in chosen if part)
    return f"{'-'.join(('practices', *words))}.{ENDINGS[form]}"


def form_name(draft: Draft, *, with_review: bool = False) -> str:
    """Name the file of a Word form, such as ``RAN-2026-0001 Back on Track.docx``."""
    return safe_name(f"{file_name(draft, with_review=with_review)}.docx")


class CannotExport(Exception):  # noqa: N818 - it says what is the matter, in one line
    """The export cannot be written; the message is one line for the person who asked."""


class BrokenLayout(CannotExport):
    """A layout cannot be used; the message is one line that names it and says why."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path} cannot lay out the Word form: {why}.")
        self.why = why


class NoForms(CannotExport):
    """No submission fits, but a Word document needs at least one."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class Wanted(Selection):
    """The submissions, the face and the format of an export.

    ``layout`` is the layout of Word forms; by default the product's own. ``made`` is the day of the export (UTC), for
    the files that say it.
    """

    format: Format
    layout: Path | None = None
    made: date | None = None


class Written(_Frozen):
    """The number of written submissions, and the requested references that are missing."""

    count: int
    missing: tuple[str, ...] = ()


@contextmanager
def written(path: Path) -> Iterator[IO[bytes]]:
    """Yield a private file to write; at the end it replaces ``path``.

    A pipe or device is written to directly. Raises ``CannotExport`` if the disk refuses.
    let it.
    """
    target = path.resolve()
    try:
        if target.exists() and not target.is_file():
            with target.open("wb") as file:
                yield file
        else:
            with whole_file(target) as part, part.open("wb") as file:
                yield file
    except OSError as error:
        raise CannotExport(f"{path} cannot be written: {error.strerror or type(error).__name__}.") from error


@dataclass(frozen=True)
class Entry:
    """A submission to write, with the answers that its face may show."""

    draft: Draft
    identifier: str = ""
    face: Face = "internal"

    @cached_property
    def json(self) -> dict[str, JsonValue]:
        """The object of ``submission_json``; only people who review get the review."""
        whole = submission_json(self.draft, self.identifier)
        return whole if self.face == "internal" else whole | {"review": None}


class Renderer(ABC):
    """Writes submissions to a file that the caller opens and closes. Close the renderer too, even after an error.

    ``wanted`` is what was asked for.
    """

    def __init__(self, file: IO[bytes], blobs: Blobs, wanted: Wanted) -> None:
        self.file = file
        self.blobs = blobs
        self.wanted = wanted
        self.held = ExitStack()

    def expect(self, count: int) -> None:  # noqa: B027 - most can write any number
        """Prepare for ``count`` submissions, before the first one; raises ``CannotExport`` for a wrong number."""

    @abstractmethod
    def add(self, entry: Entry) -> None:
        """Write the next submission."""

    @abstractmethod
    def finish(self) -> None:
        """Write the end of the file."""

    def close(self) -> None:
        """Close temporary files."""
        self.held.close()


async def export(
    db: Database, blobs: Blobs, wanted: Wanted, file: IO[bytes], progress: Progress = lambda _done, _of: None
) -> Written:
    """Write the submissions; raises ``CannotExport``. The same submissions give the same bytes.

    It blocks the event loop: while people wait for answers, use ``export_in_subprocess``.
    """
    total = await how_many(db, wanted)
    found: set[str | None] = set()
    count = 0
    with closing(renderer_of(wanted.format)(file, blobs, wanted)) as renderer:
        renderer.expect(total)
        async for stored in submissions(db, wanted):
            renderer.add(Entry(shown(stored.draft.handed_in, wanted.face), stored.identifier, wanted.face))
            count += 1
            found.update({stored.draft.reference} & set(wanted.references))
            progress(count, max(count, total))
        renderer.finish()
    return Written(count=count, missing=tuple(one for one in dict.fromkeys(wanted.references) if one not in found))


class Order(_Frozen):
    """The order of a child; ``database`` is an address with its password, ``file`` is of ``portable.for_child``."""

    database: str
    data_dir: Path
    wanted: Wanted
    file: int


async def export_in_subprocess(
    database: str, data_dir: Path, wanted: Wanted, file: IO[bytes], progress: Progress = lambda _done, _of: None
) -> Written:
    """Do what ``export`` does in a child process; raises ``CannotExport``. If the caller is cancelled, it is killed.

    ``progress`` is called at each whole percent. ``file`` must have a descriptor. The caller deletes what a killed
    child has written to it.
    """
    order = Order(database=database, data_dir=data_dir, wanted=wanted, file=for_child(file.fileno()))
    try:
        return await EXPORT.run(order, [order.file], progress)
    except JobFailed as error:
        raise CannotExport(str(error)) from None


def _export_in_child(order: Order, progress: Progress) -> Written:
    return asyncio.run(_export_from(order, progress))


async def _export_from(order: Order, progress: Progress) -> Written:
    db = await Database.open(order.database)
    try:
        with os.fdopen(from_parent(order.file), "wb") as file:
            return await export(db, Blobs(order.data_dir), order.wanted, file, progress)
    finally:
        await db.close()


EXPORT = Job(
    address=f"{__name__}:EXPORT",
    name="The export",
    failed="The export failed",
    order=Order,
    result=Written,
    do=_export_in_child,
    told=(CannotExport, CannotOpen),
)

_RENDERERS: dict[Format, tuple[str, str]] = {
    "json": ("package", "AsJson"),
    "csv": ("spreadsheets", "AsCsv"),
    "xlsx": ("spreadsheets", "AsXlsx"),
    "docx": ("word", "AsDocx"),
    "package": ("package", "AsPackage"),
    "pdf": ("pdf", "AsPdf"),
}


def can_make_pdf() -> bool:
    """Say whether typst, an extra of the package, is installed."""
    return find_spec("typst") is not None


def renderer_of(form: Format) -> type[Renderer]:
    """Import and return the class for a format; its libraries are loaded only here."""
    module, name = _RENDERERS[form]
    return cast("type[Renderer]", getattr(import_module(f"storage.exports.{module}"), name))
