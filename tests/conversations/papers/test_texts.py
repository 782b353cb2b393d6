"""What the bot says of a Word form, in another language."""

from support.other_language import Arguments, spoken, texts_of
from support.pseudo import plain_words

from conversations.papers import texts

ARGUMENTS: Arguments = {
    "buttons_hint": [()],
    "gaps_hint": [()],
    "copy_for_more": [(1,), (4,)],
    "heading": [("1",)],
    "figures": [(1, 2, 3), (2, 1, 0)],
    "section": [(1, "2")],
    "answer": [("1", "2"), ("", "2")],
    "to_check": [("1", "2")],
    "missing": [("1",), ("",)],
    "left_over": [("1",)],
    "saved": [(1, 1), (2, 0)],
    "read_here": [("1", "2"), ("1", "")],
    "not_read": [("1", "2")],
    "keep_it_at": [("1",)],
    "words_beside": [("1",)],
}


def test_no_english_in_texts() -> None:
    """The page of a Word form, its buttons, and what is said of a file that is no form."""
    with spoken():
        assert [] == [(name, text) for name, text in texts_of(texts, ARGUMENTS) if plain_words(text)]
