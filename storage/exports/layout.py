"""The layout of Word forms: a Word document whose tags are filled in by a sandbox, after a trial in a subprocess."""

from collections.abc import Mapping
from functools import lru_cache
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

import docx.document
from docxtpl import DocxTemplate, RichText  # type: ignore[import-untyped] # it has no types
from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment

from storage.exports.export import OWN, BrokenLayout
from storage.exports.filled import FilledForm, FilledQuestion, FilledSection, Part, Piece
from storage.exports.ooxml import storable, words
from storage.subprocess_job import Bounds, Job, JobFailed, Progress


def rendered(path: Path, content: bytes, filled: FilledForm) -> docx.document.Document:
    """Fill in a layout; raises ``BrokenLayout``, which names its path."""
    layout = DocxTemplate(BytesIO(content))
    try:
        layout.init_docx()
    except Exception as error:  # a damaged document can raise any error
        raise BrokenLayout(path, "it is no Word document (.docx)") from error
    form = _told(layout, filled)
    try:
        layout.render({"form": form, "forms": [form]}, _Compiled(autoescape=True))
    except SecurityError as error:
        raise BrokenLayout(path, "its tags do something that a layout may not do") from error
    except TemplateError as error:
        said = " ".join((error.message or "").split()).rstrip(".")
        raise BrokenLayout(path, f"its tags cannot be worked out ({said})") from error
    except Exception as error:  # tags can fail in as many ways as there are errors
        raise BrokenLayout(path, f"its tags cannot be worked out ({type(error).__name__})") from error
    found: docx.document.Document = layout.docx
    return found


class _Sandbox(SandboxedEnvironment):
    """Prints its data; it cannot call, count or multiply."""

    intercepted_binops = frozenset(("*", "**", "%"))

    def call_binop(self, _context: object, operator: str, _left: object, _right: object) -> Any:  # noqa: ANN401 - as Jinja asks
        """Raise for an operator that can make a small layout large."""
        raise SecurityError(operator)


_SANDBOX = _Sandbox(autoescape=True, undefined=StrictUndefined)

_SANDBOX.globals.clear()


@lru_cache(maxsize=64)
def _compiled(source: str) -> Template:
    return _SANDBOX.from_string(source)


class _Compiled(SandboxedEnvironment):
    """Compiles each part of a layout once; docxtpl compiles it for each document."""

    def from_string(self, source: str, *_: Any) -> Template:  # type: ignore[override] # noqa: ANN401 - as docxtpl asks
        """Give the compiled template."""
        return _compiled(source)


class _Xml(str):
    """A text that is already XML."""

    __slots__ = ()

    def __html__(self) -> str:
        """Tell Jinja not to escape it."""
        return self


def _told(layout: DocxTemplate, filled: FilledForm) -> dict[str, Any]:
    return {
        "title": _plain(filled.title),
        "header": _plain(filled.header),
        "caption": _plain(filled.caption),
        "mark": filled.mark,
        "sections": [
            {"title": section.title, "questions": [_question(layout, question) for question in section.questions]}
            for section in filled.sections
        ],
    }


def _question(layout: DocxTemplate, question: FilledQuestion) -> dict[str, Any]:
    return {
        "heading": _plain(question.heading),
        "hint": _plain(question.hint),
        "choices": [_plain(row) for row in question.choices],
        "parts": [{"look": part.look, "text": _rich(layout, part)} for part in question.parts],
        "over": question.over,
        "files": [_plain(file) for file in question.files],
    }


def _rich(layout: DocxTemplate, part: Part) -> _Xml:
    text = RichText()
    for piece in part.pieces:
        if piece.link:
            text.add(storable(piece.text), url_id=layout.build_url_id(piece.link), style="Hyperlink")
        else:
            text.add(storable(piece.text))
    return _literal(text.xml)


def _plain(text: str) -> _Xml:
    return _literal(escape(storable(text)))


def _literal(xml: str) -> _Xml:
    """Escape braces: docxtpl reads ``{_{`` in a finished text as two of them."""
    return _Xml(xml.replace("{", "&#123;").replace("}", "&#125;"))


_MOST, _MOST_UNPACKED = 10 << 20, 50 << 20
"""The most bytes of a layout, packed and unpacked: a letterhead has a logo, not a film."""


def check_layout(path: Path) -> None:
    """Raise ``BrokenLayout`` if a document cannot lay out the Word form."""
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
    """Say why a layout cannot be used, or nothing; it is tried once for each state of the file."""
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
    try:
        return TRIAL.run_and_wait(path)
    except JobFailed:
        return "its tags take too long, or too much memory"


def _try(path: Path, _progress: Progress) -> str:
    return problem_here(path)


_BOUNDS = Bounds(nice=0, seconds=2, memory=1 << 30)
"""The product's own layout takes 0.02 s. The start of the bot waits for a trial, so its priority is not lowered."""

TRIAL = Job(
    address=f"{__name__}:TRIAL",
    name="The trial",
    failed="The trial failed",
    order=Path,
    result=str,
    do=_try,
    bounds=_BOUNDS,
)


def problem_here(path: Path) -> str:
    """Lay out a sample in this process, and say why it cannot be done."""
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
"""The words of the sample by the fields that a layout has to print."""

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
