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


@pytest.mark.parametrize(("number", "said"), [(0, "none"), (2, "two"), (10, "ten"), (11, "11")])
def test_number_in_words(number: int, said: str) -> None:
    """Small numbers are words."""
    assert said == texts.in_words(number)


@given(st.text(st.characters()))
def test_label_fits(text: str) -> None:
    """A label is never longer than a button can show."""
    assert len(texts.label(text)) <= texts.LABEL_LENGTH
