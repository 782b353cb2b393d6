"""The Word form and the empty forms in another language; exports are in English."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from io import BytesIO

from docx import Document
from python_calamine import CalamineWorkbook
from support.other_language import Words, spoken
from support.practices import NOW, leaflet, practice, reviewed
from support.pseudo import plain_words

from conversations.dialogue.conversation import Draft
from conversations.fields import EuCountry
from conversations.form import completion
from conversations.form.sections import SECTIONS
from storage.exports import form_name
from storage.exports.filled import empty_form, filled_form
from storage.exports.form_sheet import write_form_sheet
from storage.exports.texts import comment_in_word
from storage.exports.word import empty_word_form

KINDS = [asked.kind for section in SECTIONS for asked in completion.every(section)]

COUNTRIES = tuple({label for kind in KINDS if isinstance(kind, EuCountry) for label in kind.choices})
"""Babel names them in each language, but for a made-up one."""


def texts_in(thing: object) -> Iterator[str]:
    """Yield all texts of a form."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for each in thing:
            yield from texts_in(each)
    elif is_dataclass(thing):
        for field in fields(thing):
            if field.name not in {"path", "look", "link"}:
                yield from texts_in(getattr(thing, field.name))


def test_no_english_in_the_empty_form() -> None:
    """Titles, hints, notes and the labels of choices."""
    with spoken():
        texts = [*texts_in(empty_form())]
    assert [] == [text for text in texts if plain_words(text, COUNTRIES)]


def test_no_english_in_the_form_of_a_draft() -> None:
    """A draft without an answer says so at each question, and has no name yet."""
    draft = Draft(number=1, created_at=NOW, updated_at=NOW)
    with spoken():
        texts = [*texts_in(filled_form(draft)), form_name(draft, with_review=True).removesuffix(".docx")]
        texts += [comment_in_word("must fix", "open", "1"), comment_in_word("suggestion", "resolved", "1")]
    assert [] == [text for text in texts if plain_words(text, (*COUNTRIES, "November"))]


def test_choices_are_ticked_in_each_language() -> None:
    """Answers are stored in English: the boxes are ticked as in English, and what people wrote stays as it is."""
    draft = reviewed(practice(attachments=(leaflet("a" * 64),)))

    def boxes() -> list[str]:
        return [text[0] for row in texts_in(filled_form(draft)) for text in row.split("\t") if text[:1] in {"☒", "☐"}]

    english = boxes()
    with spoken():
        assert english == boxes()
        assert "Open Door" == filled_form(draft).title
    assert 0 < english.count("☒") < len(english)


def test_no_english_in_the_spreadsheet() -> None:
    """Headings, lists and explanations; the sheets of lists and of meetings have one name in all languages."""
    made = BytesIO()
    with spoken():
        write_form_sheet(made)
    made.seek(0)
    book = CalamineWorkbook.from_filelike(made)
    cells = [cell for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() for cell in row]
    same = (*COUNTRIES, "anna@example.org", "www.example.org", "RAN RVT & RAN EDU")
    assert [] == [cell for cell in cells if isinstance(cell, str) and plain_words(cell, same)]
    assert {"Lists", "Meetings"} == {name for name in book.sheet_names if plain_words(name)}


def test_word_form_is_made_in_the_language() -> None:
    """The header of the empty form, and the document's title."""
    words = Words({"Empty form": "Leeres Formular", "A practice for the RAN Collection": "Eine Praxis"})
    with spoken(words):
        made = Document(BytesIO(empty_word_form()))
    assert "Eine Praxis" == made.core_properties.title
    assert "Leeres Formular" in "".join(one.text for one in made.sections[0].header.paragraphs)
