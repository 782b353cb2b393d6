"""Words are counted like in the template, and the last allowed word is quoted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.fields import count_words, nth_word_in_context
from conversations.fields.plain import most_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("-", 0),
        ("… – !", 0),
        ("2-year", 1),
        ("a 2-year plan - for all", 5),
        ("• one\n• two\n\n  - three", 3),
        ("link: https://example.org/a%20b?c=d", 2),
        ("Център за изследване", 3),
        ("a\u00a0b", 2),
    ],
)
def test_count_template_definition(text: str, words: int) -> None:
    """A word is a run without white space that has a letter or a digit."""
    assert words == count_words(text)


@pytest.mark.parametrize(
    ("text", "n", "quote"),
    [
        ("one two three", 2, "one two"),
        ("a b - c d e f g h i", 9, "… c d e f g h i"),
        ("a b - c d\ne f g", 7, "a b - c d e f g"),
        ("one", 5, "one"),
        ("", 5, ""),
        ("x" * 70, 1, "x" * 59 + "…"),
    ],
)
def test_context_few_words(text: str, n: int, quote: str) -> None:
    """The word is shown on one line, after the six before it."""
    assert quote == nth_word_in_context(text, n)


@given(st.lists(st.sampled_from(["a", "2-year", "-", "ö!", "\n", "•"])))
def test_count_is_sum_of_parts(parts: list[str]) -> None:
    """A text has as many words as its parts together."""
    assert sum(map(count_words, parts)) == count_words(" ".join(parts))


@given(st.text(st.sampled_from("a-ö 1\n")))
def test_most_words(text: str) -> None:
    """No text has more words than its length allows."""
    assert count_words(text) <= most_words(text)


def test_most_words_are_reached() -> None:
    """A text of single letters reaches the upper limit."""
    assert (3, 3) == (count_words("a b c"), most_words("a b c"))
