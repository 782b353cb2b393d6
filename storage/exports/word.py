"""The Word form: ``form.docx`` lays it out and can be restyled in Word, docxtpl fills it in."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate, RichText  # type: ignore[import-untyped] # it has no types
from jinja2 import Environment, Template

from conversations.conversation import Draft
from conversations.file_names import safe_name
from storage.exports.filled import FilledForm, FilledQuestion, filled_form, title_of
from storage.exports.paragraphs import Part
from storage.exports.wording import several_forms
from storage.exports.zips import settle

LAYOUT = Path(__file__).with_name("form.docx")
_NOT_IN_XML = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST_PROPERTY = 255


def word_form(draft: Draft) -> bytes:
    """Give the Word form of a practice as it was handed in; it depends on the draft alone, not on the clock."""
    return word_forms((draft.handed_in,))


def word_forms(drafts: Sequence[Draft]) -> bytes:
    """Give one document with the forms of several practices, each on a new page; ValueError where there is none."""
    layout = DocxTemplate(BytesIO(_layout()))
    layout.init_docx()
    layout.render({"forms": [_laid_out(layout, filled_form(draft)) for draft in drafts]}, _Compiled(autoescape=True))
    _tell(layout, drafts)
    made, settled = BytesIO(), BytesIO()
    layout.save(made)
    settle(made, settled)
    return settled.getvalue()


def form_name(draft: Draft) -> str:
    """Name the file of a Word form, such as ``RAN-2026-0001 Back on Track.docx``."""
    return safe_name(f"{draft.reference or 'Draft'} {title_of(draft.handed_in)}.docx")


@cache
def _layout() -> bytes:
    return LAYOUT.read_bytes()


@cache
def _compiled(source: str) -> Template:
    return Environment(autoescape=True).from_string(source)


class _Xml(str):
    """A text that is XML already."""

    __slots__ = ()

    def __html__(self) -> str:
        """Say so to Jinja."""
        return self


class _Compiled(Environment):
    """Compiles each part of the layout once: docxtpl asks for it with each document."""

    def from_string(self, source: str, *_: Any) -> Template:  # type: ignore[override] # noqa: ANN401 - as docxtpl asks
        """Give the compiled template."""
        return _compiled(source)


def _laid_out(layout: DocxTemplate, filled: FilledForm) -> dict[str, Any]:
    return {
        "title": _plain(filled.title),
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
        "choices": [_plain(row) for row in question.choices],
        "parts": [{"look": part.look, "text": _rich(layout, part)} for part in question.parts],
        "files": [_plain(file) for file in question.files],
    }


def _rich(layout: DocxTemplate, part: Part) -> _Xml:
    text = RichText()
    for piece in part.pieces:
        if piece.link:
            text.add(_storable(piece.text), url_id=layout.build_url_id(piece.link), style="Hyperlink")
        else:
            text.add(_storable(piece.text))
    return _literal(text.xml)


def _plain(text: str) -> _Xml:
    return _literal(escape(_storable(text)))


def _literal(xml: str) -> _Xml:
    """Spell braces out: docxtpl takes ``{_{`` in a finished text for a way to write two of them."""
    return _Xml(xml.replace("{", "&#123;").replace("}", "&#125;"))


def _storable(text: str) -> str:
    """Take away what no XML can hold."""
    return _NOT_IN_XML.sub("", text)


def _tell(layout: DocxTemplate, drafts: Sequence[Draft]) -> None:
    """Set what the document says of itself."""
    told = layout.docx.core_properties
    title = title_of(drafts[0]) if len(drafts) == 1 else several_forms(len(drafts))
    told.title = _storable(title)[:_LONGEST_PROPERTY]
    told.created = _in_utc(min(draft.created_at for draft in drafts))
    told.modified = _in_utc(max(draft.updated_at for draft in drafts))


def _in_utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None)
