"""The difference of two texts: complete and quick for any texts."""

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.review.reading import difference

WORDS = st.lists(st.sampled_from(["we", "work", "in", "prison", "prison.", "\n", "not", "2011"]), max_size=35)

REMOVED, ADDED = re.compile(r"\[− (.*?) −\]", re.DOTALL), re.compile(r"\[\+ (.*?) \+\]", re.DOTALL)


@given(WORDS, WORDS)
def test_both_texts_can_be_read_from_any_difference(old: list[str], new: list[str]) -> None:
    """Without the added words it is the old text, without the removed words the new one."""
    before, after = " ".join(old), " ".join(new)
    shown = difference(before, after)
    as_it_was = ADDED.sub("", REMOVED.sub(r"\1", shown)).split()
    as_it_is = REMOVED.sub("", ADDED.sub(r"\1", shown)).split()
    assert (before.split(), after.split()) == (as_it_was, as_it_is)


def test_difference_of_one_word_shows_only_the_words_around_it() -> None:
    """Of many unchanged words, twelve are shown at the beginning and at the end."""
    words = [f"w{n}" for n in range(200)]
    shown = difference(" ".join(words), " ".join([*words[:100], "new", *words[100:]]))
    ends = " ".join(words[:12]), " ".join(words[88:100]), " ".join(words[100:112]), " ".join(words[-12:])
    assert shown == f"{ends[0]} […] {ends[1]} [+ new +] {ends[2]} […] {ends[3]}"


THOUSAND = [f"word{n % 400}" for n in range(1000)]

LONG = [f"word{n % 4000}" for n in range(10_000)]

HARD = {
    "every tenth word changed": (" ".join(THOUSAND), " ".join("x" if n % 10 else w for n, w in enumerate(THOUSAND))),
    "turned round": (" ".join(THOUSAND), " ".join(reversed(THOUSAND))),
    "one word over and over": ("a " * 1000, "a b " * 500),
    "ten thousand": (" ".join(LONG), " ".join(reversed(LONG))),
    "ten thousand lines": ("\n".join(LONG), "\n".join(w if n % 2 else "x" for n, w in enumerate(LONG))),
    "one line over and over": ("a\n" * 10_000, "a\nb\n" * 5000),
}


@pytest.mark.parametrize("name", HARD)
def test_difference_is_quick(name: str) -> None:
    """Two texts of a thousand words take some 20 ms, of ten thousand 200 ms; a busy machine may take ten times as long.

    Without its limits, "one word over and over" takes 19 s.
    """
    before, after = HARD[name]
    begun = process_time()
    difference(before, after)
    spent = process_time() - begun
    assert spent < (2 if len(before.split()) > len(THOUSAND) else 0.2)


def test_changes_near_one_another_are_joined() -> None:
    """Changes with one or two unchanged words between them are joined; with three they are not."""
    shown = difference("it helps them to look at us all", "it serves them to see how us all")
    assert "it [− helps them to look at −] [+ serves them to see how +] us all" == shown
    assert "[− a −] [+ b +] one two three [− c −] [+ d +]" == difference("a one two three c", "b one two three d")


def test_new_bullet_stands_on_its_own_line() -> None:
    """A new line that begins like the next one is added as a whole."""
    assert "x\n[+ - new +]\n- old" == difference("x\n- old", "x\n- new\n- old")
