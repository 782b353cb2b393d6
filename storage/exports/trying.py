"""Trying a layout before it is used, in a process of its own, which is killed where its tags never end."""

import resource
import sys
from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO
from math import ceil
from pathlib import Path
from time import process_time
from zipfile import BadZipFile, ZipFile

import docx.document
from pydantic import BaseModel

from storage.children import tell, told_by
from storage.exports.filled import FilledForm, FilledQuestion, FilledSection
from storage.exports.layout import rendered
from storage.exports.links import Piece
from storage.exports.ooxml import words
from storage.exports.paragraphs import Part
from storage.exports.wanted import OWN, BrokenLayout

_MOST, _MOST_UNPACKED = 10 << 20, 50 << 20
"""Bytes of a layout: letterheads have a logo, not a film."""

_SECONDS, _MEMORY = 2, 1 << 30
"""Of the processor, after the start of Python, and bytes for a trial; the product's own layout takes 0.02 s."""


class Order(BaseModel):
    """Which layout is to be tried."""

    path: Path


class Tried(BaseModel):
    """Why the layout cannot be used; nothing where it can."""

    problem: str = ""


def check_layout(path: Path) -> None:
    """Raise ``BrokenLayout`` where a document cannot lay out the Word form."""
    _content(path)


def laid_out(filled: FilledForm, path: Path) -> docx.document.Document:
    """Lay out the form of one practice; raises ``BrokenLayout``."""
    return rendered(path, _content(path), filled)


def _content(path: Path) -> bytes:
    try:
        found = path.stat()
        problem = _problem(path, found.st_mtime_ns, found.st_size)
        content = path.read_bytes()
    except OSError as error:
        raise BrokenLayout(path, (error.strerror or type(error).__name__).lower()) from error
    if problem:
        raise BrokenLayout(path, problem)
    return content


@lru_cache(maxsize=4)
def _problem(path: Path, _changed: int, size: int) -> str:
    """Try a layout, once for each state of the file; say why it cannot be used."""
    if size > _MOST:
        return f"it has more than {_MOST >> 20} MB"
    content = path.read_bytes()
    try:
        with ZipFile(BytesIO(content)) as packed:
            unpacked = sum(part.file_size for part in packed.infolist())
    except BadZipFile:
        return "it is no Word document (.docx)"
    if unpacked > _MOST_UNPACKED:
        return f"unpacked it has more than {_MOST_UNPACKED >> 20} MB"
    if path == OWN:
        return problem_here(path)
    told = told_by(__name__, Order(path=path))
    return Tried.model_validate_json(told).problem if told else "its tags take too long, or too much memory"


def main() -> None:
    """Be the child; the start of the bot waits for it, so it does not step back behind others."""
    order = Order.model_validate_json(sys.stdin.buffer.read())
    seconds = ceil(process_time()) + _SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    tell(Tried(problem=problem_here(order.path)))


def problem_here(path: Path) -> str:
    """Lay out a probe in this process; say why it cannot be done."""
    try:
        printed = words(rendered(path, path.read_bytes(), _PROBE).element.body)
    except BrokenLayout as error:
        return error.why
    lacking = [field for field, needed in _NEEDED.items() if needed not in printed]
    return f"it does not print {', '.join(lacking)}" if lacking else ""


_NEEDED: Mapping[str, str] = {
    "form.title": "A name to be found",
    "section.title": "A section to be found",
    "question.heading": "A question to be found",
    "question.choices": "An option to be found",
    "part.text": "An answer to be found",
}
"""The words of the probe by the fields that a layout has to print."""

_QUESTION = FilledQuestion(
    heading=_NEEDED["question.heading"],
    hint="",
    choices=(_NEEDED["question.choices"],) * 6,
    parts=(Part("text", (Piece(_NEEDED["part.text"]),)),) * 3,
    over="",
    files=(),
)
_PROBE = FilledForm(
    title=_NEEDED["form.title"],
    header="",
    caption="",
    mark="",
    sections=(FilledSection(_NEEDED["section.title"], (_QUESTION,) * 4),) * 16,
)
