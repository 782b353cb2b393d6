"""The catalogues: complete, with the values and tags of the English, and with labels that fit a phone."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from support.messages import LOCALES, ROOT, TEMPLATE, template

from conversations.languages import CATALOGUES, DESK, ENGLISH, OWN_NAMES

CODES = [code for code in CATALOGUES if code != ENGLISH]

DESK_ONLY = ("conversations/review/", "conversations/admin/", "storage/pictures/", "storage/exports/texts.py")
"""Where texts stand that only coordinators and admins read."""

LONGEST_LABEL = 40
"""About 30 characters fit a phone; Telegram wraps a label or cuts it at about 40."""

_VALUE = re.compile(r"\{[^{}]*\}|</?[a-z]+>")


@cache
def _catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=None if path == TEMPLATE else path.stem)


def _texts(value: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())


@cache
def _template() -> Catalog:
    return template()


def _texts_of(catalog: Catalog) -> set[tuple[str | None, object]]:
    """List the texts, each with what it is about."""
    return {(message.context, message.id) for message in catalog if message.id}


def _is_for_desk(message: Message) -> bool:
    return all(name.startswith(DESK_ONLY) for name, _ in message.locations)


def _said(code: str) -> Iterator[Message]:
    """List the texts that people can be told in that language."""
    for message in _catalogue(LOCALES / f"{code}.po"):
        if message.id and (code in DESK or not _is_for_desk(message)):
            yield message


def test_template_has_the_texts_of_the_code() -> None:
    """After a change of a text, ``make messages`` writes it into the template."""
    assert _texts_of(_template()) == _texts_of(_catalogue(TEMPLATE))


@pytest.mark.parametrize("code", CODES)
def test_catalogue_is_complete(code: str) -> None:
    """No text is missing, unsure or left over."""
    unsaid = [message.id for message in _said(code) if message.fuzzy or not all(_texts(message.string))]
    assert (_texts_of(_template()), []) == (_texts_of(_catalogue(LOCALES / f"{code}.po")), unsaid)


@pytest.mark.parametrize("code", CODES)
def test_values_and_tags_are_those_of_the_english(code: str) -> None:
    """A translation fills in what the English fills in; a singular may write its number as a word."""
    assert [] == [text for message in _said(code) for text in _texts(message.string) if not _fills_in(text, message)]


def _fills_in(text: str, message: Message) -> bool:
    english = [set(_VALUE.findall(one)) for one in _texts(message.id)]
    return set(_VALUE.findall(text)) in [*english, *(one - {"{count}"} for one in english[1:])]


@pytest.mark.parametrize("code", CODES)
def test_plural_forms_of_the_language(code: str) -> None:
    """A text with a number has as many forms as the language."""
    forms = _catalogue(LOCALES / f"{code}.po").num_plurals
    assert {forms} >= {len(_texts(message.string)) for message in _said(code) if message.pluralizable}


@pytest.mark.parametrize("code", CODES)
def test_labels_fit_a_phone(code: str) -> None:
    """A label that fits in English fits in the language."""
    labels = [one for one in _said(code) if "Buttons" in one.auto_comments]
    long = [
        text
        for label in labels
        for text in _texts(label.string)
        if len(_VALUE.sub("", text)) > max(LONGEST_LABEL, len(_texts(label.id)[0]))
    ]
    assert ([], True) == (long, bool(labels))


@pytest.mark.parametrize("code", CODES)
def test_paragraphs_of_the_english(code: str) -> None:
    """A text has the same number of lines, and begins and ends with the same spaces."""
    wrong = [
        text
        for message in _said(code)
        for text in _texts(message.string)
        if (text.count("\n"), text.strip() == text)
        != (_texts(message.id)[0].count("\n"), _texts(message.id)[0].strip() == _texts(message.id)[0])
    ]
    assert [] == wrong


@pytest.mark.parametrize("code", CODES)
def test_catalogue_is_of_a_language_that_is_offered(code: str) -> None:
    """Each catalogue has an own name on the keyboard, a header on how it was made, and a glossary."""
    header = _catalogue(LOCALES / f"{code}.po").header_comment
    assert (True, True, True) == (
        code in OWN_NAMES,
        "How it was made" in header,
        (ROOT / "docs" / "glossaries" / f"{code}.md").is_file(),
    )
