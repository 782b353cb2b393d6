"""Names: whatever stands there, what is shown of it stays on one line and in its place."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.reading import LONGEST, full_name


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("Anna", "Example", "Anna Example"),
        ("Anna", "", "Anna"),
        ("", "Example", "Example"),
        ("", "", ""),
        (" Anna\n\tMaria ", "van\u2028 den\u00a0Berg", "Anna Maria van den Berg"),
        ("An\0na\ud800", "\u202eelpmaxE\u2066\u200f", "Anna elpmaxE"),
        ("Anna \0 B", "\x85", "Anna B"),
        ("Zoë 👩\u200d🔬", "Ω", "Zoë 👩\u200d🔬 Ω"),
        ("a" * 63, "b", "a" * 63),
        ("a" * 64, "b" * 64, "a" * 64),
    ],
)
def test_full_name(first: str, last: str, expected: str) -> None:
    """Both parts stand on one line with single spaces, without what cannot be seen, cut where they are too long."""
    assert expected == full_name(first, last)


@given(st.text(), st.text(alphabet=st.characters(categories=["Cc", "Cf", "Cs", "Zs", "Zl", "Zp", "L"])))
def test_full_name_of_any_text(first: str, last: str) -> None:
    """A name of any text is short, of one line, can be written as UTF-8, and turns no text around."""
    name = full_name(first, last)
    assert (name, True, [], name) == (
        " ".join(name.split()),
        len(name) <= LONGEST,
        [one for one in name if unicodedata.category(one) == "Cc" or unicodedata.bidirectional(one) in TURNING],
        name.encode().decode(),
    )


TURNING = {"LRE", "LRO", "RLE", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
