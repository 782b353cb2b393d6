"""Opening a file that may be hostile, in a process of its own with bounds on its time and memory."""

import os
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import cast
from zipfile import BadZipFile, ZipFile

from pydantic import Field

from conversations.dialogue.model import Frozen, Status
from conversations.imports import Given, Read, drafted
from storage.imports import texts
from storage.imports.export_files import files_in
from storage.imports.texts import CannotRead
from storage.subprocess_job import Bounds, Job, JobFailed, Progress

SECONDS, MEMORY = 300, 2 << 30
"""The bounds of the process; 10,000 practices of 5,000 characters are read within them."""

MOST_PRACTICES = 20_000

_MOST_PARTS = 100_000


@dataclass(frozen=True)
class FileKind:
    """A kind of file: the function that reads it, as module and name, and how large it may be, in bytes.

    ``unpacked`` is how large the parts of a zip file may be together.
    """

    reader: tuple[str, str]
    largest: int
    unpacked: int | None = None


FILE_KINDS: Mapping[str, FileKind] = {
    "json": FileKind(("storage.imports.export_files", "practices_in_json"), 100 << 20),
    "package": FileKind(("storage.imports.export_files", "practices_in_package"), 1 << 40),
    "docx": FileKind(("storage.imports.word_form", "practices_in_word_form"), 20 << 20, 100 << 20),
    "pdf": FileKind(("storage.imports.word_form", "practices_in_word_form"), 20 << 20),
    "xlsx": FileKind(("storage.imports.spreadsheet", "practices_in_spreadsheet"), 50 << 20, 500 << 20),
}
"""The files that can be read. A reader takes a path and yields practices; it raises ``CannotRead``."""


class Contents(Frozen):
    """The practices of a file, and the parts of it that are attachments, by their SHA-256; or why it cannot be read."""

    practices: tuple[Read, ...] = ()
    files: dict[str, str] = Field(default_factory=dict)
    problem: str = ""


class Order(Frozen):
    """The order of the child: ``status`` is for practices without one."""

    paths: tuple[Path, ...]
    status: Status
    now: datetime


AT_A_TIME = 20
"""How many files one child reads, as its start takes longer than a file."""


def read_files(paths: Sequence[Path], status: Status, now: datetime) -> list[Contents]:
    """Read up to ``AT_A_TIME`` files in a child, and wait for it; one that stops the child is read alone again."""
    order = Order(paths=tuple(path.absolute() for path in paths), status=status, now=now)
    try:
        return READ.run_and_wait(order)
    except JobFailed:
        if len(paths) == 1:
            return [Contents(problem=texts.TOO_MUCH)]
        return [contents for path in paths for contents in read_files([path], status, now)]


def _read(order: Order, _progress: Progress) -> list[Contents]:
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # a library in Rust writes there when it is out of memory
    return [_contents(path, order) for path in order.paths]


def _contents(path: Path, order: Order) -> Contents:
    try:
        return _contents_of(path, order)
    except CannotRead as error:
        return Contents(problem=str(error))
    except Exception as error:  # noqa: BLE001 - its text may hold an answer: only its class is told
        return Contents(problem=texts.failed(type(error).__name__))


def _contents_of(path: Path, order: Order) -> Contents:
    try:
        name = kind_of(path)
        kind = FILE_KINDS[name]
        if path.stat().st_size > kind.largest:
            raise CannotRead(texts.too_large(path.stat().st_size, kind.largest))
        if kind.unpacked is not None:
            _check_parts(path, kind.unpacked)
        practices: list[Read] = []
        for given in _reader(kind)(path):
            if len(practices) == MOST_PRACTICES:
                raise CannotRead(texts.too_many(MOST_PRACTICES))
            practices.append(drafted(given, order.status, order.now))
        if not practices:
            raise CannotRead(texts.NO_PRACTICE)
        files = files_in(path) if name == "package" else {}
    except (MemoryError, RecursionError):
        raise CannotRead(texts.TOO_MUCH) from None
    except (OSError, *BAD_ZIP) as error:
        raise CannotRead(texts.unreadable(error)) from None
    return Contents(practices=tuple(practices), files=files)


BAD_ZIP = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
"""What ``zipfile`` raises for a part that is damaged, cut off, packed in a way that it does not know, or encrypted."""


def _reader(kind: FileKind) -> Callable[[Path], Iterable[Given]]:
    """Import the function of a kind; its libraries are loaded only here."""
    module, name = kind.reader
    return cast("Callable[[Path], Iterable[Given]]", getattr(import_module(module), name))


_OLD_OFFICE, _PDF = b"\xd0\xcf\x11\xe0", b"%PDF"

_PARTS = {"xl/workbook.xml": "xlsx", "submissions.json": "package", "word/document.xml": "docx"}
"""Each kind of zip file has such a part."""


def kind_of(path: Path) -> str:
    """Return the kind of a file by its content, whatever its name; raises ``CannotRead`` for one that is not read."""
    with path.open("rb") as file:
        head = file.read(4096)
    if head.startswith(_OLD_OFFICE):
        raise CannotRead(texts.OLD_OFFICE)
    if head.startswith(_PDF):
        return "pdf"
    if head.startswith(b"PK"):
        return _kind_of_zip(path)
    if head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in {b"[", b"{"}:
        return "json"
    raise CannotRead(texts.NOT_READ)


def _kind_of_zip(path: Path) -> str:
    with ZipFile(path) as file:
        names = {*file.namelist()}
    kind = next((kind for part, kind in _PARTS.items() if part in names), "")
    if any(name.endswith("vbaProject.bin") for name in names):
        raise CannotRead(texts.MACROS)
    if kind not in FILE_KINDS:
        raise CannotRead(texts.NOT_READ)
    return kind


def _check_parts(path: Path, most: int) -> None:
    """Refuse a zip bomb by what it says of itself; one that lies meets the bounds of the process."""
    with ZipFile(path) as file:
        parts = file.infolist()
    size = sum(part.file_size for part in parts)
    if size > most or len(parts) > _MOST_PARTS:
        raise CannotRead(texts.unpacks_to(size, most))


READ = Job(
    address=f"{__name__}:READ",
    name="The import",
    failed="The file cannot be read",
    order=Order,
    result=list[Contents],
    do=_read,
    bounds=Bounds(seconds=SECONDS, memory=MEMORY),
)
