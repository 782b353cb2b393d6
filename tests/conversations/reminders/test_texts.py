"""What the bot says by itself, in another language."""

from datetime import UTC, date, datetime

from support.other_language import Arguments, spoken, texts_of
from support.pseudo import plain_words

from conversations.reminders import texts

NOW, DAY = datetime(2026, 11, 23, 10, tzinfo=UTC), date(2026, 11, 24)

ARGUMENTS: Arguments = {
    "delete": [(1,)],
    "when_to_remind": [("1",)],
    "at_ten": [(DAY, NOW)],
    "will_remind": [(DAY, NOW)],
    "so_far": [(DAY, NOW)],
    "reminder": [("1", "2")],
    "next_up": [("1", 2, "3")],
    "notice": [("1", DAY, NOW)],
    "kept": [("1",)],
    "kept_anyway": [("1",)],
    "deleted": [("1", 1), ("1", 180)],
}


def test_no_english_in_texts() -> None:
    """Reminders, notices and the list of practices."""
    with spoken():
        assert [] == [(name, text) for name, text in texts_of(texts, ARGUMENTS) if plain_words(text)]
