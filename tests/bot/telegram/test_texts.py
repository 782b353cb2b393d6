"""What the bot says outside of a step, in another language."""

from support.other_language import Arguments, spoken, texts_of
from support.pseudo import plain_words

from bot.telegram import texts
from bot.telegram.texts import DESCRIPTION
from conversations.dialogue.replies import Line, Reply
from conversations.dialogue.texts import HOW_LONG

ARGUMENTS: Arguments = {
    "only_in_private": [("x",)],
    "trying_again": [()],
    "cannot_save": [()],
    "set_aside": [()],
    "not_handled": [(1, "2")],
    "repeated": [(Reply(lines=(Line(text="1"),)),)],
    "file_on_its_way": [("1",)],
    "exporting": [(0, 0), (1, 2)],
    "drawing": [()],
    "form_gone": [()],
    "file_not_kept": [("1",)],
    "nothing_to_export": [()],
    "no_right": [()],
    "cannot_make": [("1",)],
    "not_made": [()],
    "too_large": [(60_000_000, "1")],
    "too_large_on_the_way": [(60_000_000,)],
}


def test_no_english_in_texts() -> None:
    """Apologies, files that take longer, documents that cannot be made, and what the empty chat shows."""
    with spoken():
        said = [(name, _words(text)) for name, text in texts_of(texts, ARGUMENTS)]
    assert [] == [(name, text) for name, text in said if plain_words(text, ("practice-bot retry", "text"))]


def _words(shown: str) -> str:
    """Leave out how a reply is written in Python."""
    parts = shown.split("'")[1::2] if "lines=" in shown else [shown]
    return " ".join(part for part in parts if part not in {"plain", "bold"})


def test_description_says_how_long_it_takes() -> None:
    """What the empty chat shows has the sentence of the first page."""
    assert HOW_LONG in DESCRIPTION
