"""What the engine says is translated; values stay as they are."""

from support.other_language import Arguments, spoken, texts_of
from support.pseudo import plain_words

from conversations.dialogue.registry import REGISTRY
from conversations.engine import texts

ONE = "Дверь"

ARGUMENTS: Arguments = {
    "sent_before": [(ONE,)],
    "sent_before_changed": [(ONE,)],
    "reply_to_nothing": [(ONE,)],
    "command_with_words": [(ONE,)],
    "caption_added": [("photo",)],
    "file_refused": [("voice message", ONE)],
    "caption_refused": [("photo",)],
    "file_too_late": [(ONE,)],
    "late_words": [(ONE,)],
    "late_command": [(ONE,)],
    "late_question": [(ONE,)],
}

OWN = ("start", "new", "drafts", "overview", "summary", "back", "skip", "undo", "help")


def test_no_english_is_left() -> None:
    """Every constant and every function says all in the language of the talk."""
    with spoken():
        said = [*texts_of(texts, ARGUMENTS)]
    assert {} == {name: text for name, text in said if plain_words(text)}


def test_lines_of_the_menu() -> None:
    """Each command of the form has its line in the language of the talk."""
    commands = [REGISTRY.command(name) for name in OWN]
    with spoken():
        assert [] == [one.name for one in commands if one is not None and plain_words(str(one.menu))]
