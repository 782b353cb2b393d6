"""Sentences quote a text briefly, and write numbers as people do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.fields import texts


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("short", "“short”"),
        ("on two\nlines", "“on two lines”"),
        ("x" * 100, f"“{'x' * 39}…”"),
        ("a\x00b\u202ec\ud800", "“a b c”"),
    ],
)
def test_quoted_shortened(text: str, quote: str) -> None:
    """A quote is one short line without characters that cannot be shown."""
    assert quote == texts.quoted(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the teachers, the imams", "“the teachers, the imams” are not in the list."),
        ("bakers and florists", "“bakers and florists” are not in the list."),
        ("bakers\nflorists", "“bakers florists” are not in the list."),
        ("bakers,", "“bakers,” is not in the list."),
        ("teachers", "“teachers” is not in the list."),
    ],
)
def test_verb_of_several_words_in_a_list(text: str, said: str) -> None:
    """Several things that a person names "are", one "is"."""
    assert [said, said] == [f"{one(text).partition('. ')[0]}." for one in (texts.not_in_list, texts.nearly_in_list)]


def test_verb_of_several_countries() -> None:
    """So it is with countries."""
    assert texts.not_a_country("Foo, Bar").startswith("“Foo, Bar” are not countries in the list.")
    assert texts.nearly_a_country("Foo").startswith("“Foo” is not a country in the list.")


@pytest.mark.parametrize(("number", "said"), [(0, "none"), (2, "two"), (10, "ten"), (11, "11")])
def test_number_in_words(number: int, said: str) -> None:
    """Small numbers are words."""
    assert said == texts.in_words(number)


@given(st.text(st.characters()))
def test_label_fits(text: str) -> None:
    """A label is never longer than a button can show."""
    assert len(texts.label(text)) <= texts.LABEL_LENGTH
