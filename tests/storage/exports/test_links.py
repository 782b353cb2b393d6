"""Addresses in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.exports.filled import Piece, pieces


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See https://example.org/a?b=c&d.", [("https://example.org/a?b=c&d", "https://example.org/a?b=c&d")]),
        ("(www.example.org)", [("www.example.org", "https://www.example.org")]),
        ("Write to anna@example.org, please", [("anna@example.org", "mailto:anna@example.org")]),
        ("https://example.org/open_(door)", [("https://example.org/open_(door)", "https://example.org/open_(door)")]),
        ("http://example.org/a%20b%zz", [("http://example.org/a%20b%zz", "http://example.org/a%20b%25zz")]),
        ("http://example.org/ä|b", [("http://example.org/ä|b", "http://example.org/%C3%A4%7Cb")]),
        ("https://a.example.org and www.b.example.org", [
            ("https://a.example.org", "https://a.example.org"),
            ("www.b.example.org", "https://www.b.example.org"),
        ]),
        ("It did work.The next day", []),
        ("javascript:alert(1) file:///etc/passwd", []),
        ("https://", []),
        ("https://user:secret@example.org", []),
        ("https://example.org/" + "a" * 2000, []),
    ],
)  # fmt: skip
def test_links(text: str, found: list[tuple[str, str]]) -> None:
    """Web and e-mail addresses lead somewhere, without the full stop behind them; nothing else does."""
    assert found == [(piece.text, piece.link) for piece in pieces(text) if piece.link]


@given(st.text() | st.from_regex(r"(\w{0,5}(https?://|www\.|@)[\w.@:/%()]{0,12}[.)\s]?){1,4}"))
def test_pieces_are_the_text(text: str) -> None:
    """Taken apart, a text loses nothing."""
    assert text == "".join(piece.text for piece in pieces(text))


def test_pieces_of_plain_text() -> None:
    """A text without addresses is one piece."""
    assert pieces("No links") == (Piece("No links"),)
