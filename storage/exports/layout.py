"""The document that lays out the Word form: its tags are worked out in a sandbox."""

from functools import lru_cache
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

import docx.document
from docxtpl import DocxTemplate, RichText  # type: ignore[import-untyped] # it has no types
from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment

from storage.exports.filled import FilledForm, FilledQuestion
from storage.exports.ooxml import storable
from storage.exports.paragraphs import Part
from storage.exports.wanted import BrokenLayout


def rendered(path: Path, content: bytes, filled: FilledForm) -> docx.document.Document:
    """Fill in the content of a layout; raises ``BrokenLayout``, which names it by its path."""
    layout = DocxTemplate(BytesIO(content))
    try:
        layout.init_docx()
    except Exception as error:  # a damaged document raises whatever its damage leads to
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
    """Prints what it is given; it reaches nothing else, counts nothing and multiplies nothing."""

    intercepted_binops = frozenset(("*", "**", "%"))

    def call_binop(self, _context: object, operator: str, _left: object, _right: object) -> Any:  # noqa: ANN401 - as Jinja asks
        """Refuse to make a small layout large."""
        raise SecurityError(operator)


_SANDBOX = _Sandbox(autoescape=True, undefined=StrictUndefined)
_SANDBOX.globals.clear()


@lru_cache(maxsize=64)
def _compiled(source: str) -> Template:
    return _SANDBOX.from_string(source)


class _Compiled(SandboxedEnvironment):
    """Compiles each part of a layout once: docxtpl asks for it with each document."""

    def from_string(self, source: str, *_: Any) -> Template:  # type: ignore[override] # noqa: ANN401 - as docxtpl asks
        """Give the compiled template."""
        return _compiled(source)


class _Xml(str):
    """A text that is XML already."""

    __slots__ = ()

    def __html__(self) -> str:
        """Say so to Jinja."""
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
    """Spell braces out: docxtpl takes ``{_{`` in a finished text for a way to write two of them."""
    return _Xml(xml.replace("{", "&#123;").replace("}", "&#125;"))
