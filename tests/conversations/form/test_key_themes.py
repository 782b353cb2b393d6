"""The key themes are read by everyday words."""

from datetime import date

import pytest
from support.author import draft, go, labels, named, question

from conversations.fields import ReadingContext, Understood
from conversations.form.asked import question_at

CONTEXT = ReadingContext(today=date(2026, 11, 23))


@pytest.mark.parametrize("text", ["families", "Familien", "famille", "rodziny", "family", "parents"])
def test_families_are_not_the_families_of_fighters(text: str) -> None:
    """Families alone mean Family support."""
    assert Understood(("Family support",)) == question_at("key_themes.themes").read(text, CONTEXT)


def test_families_of_fighters() -> None:
    """The label with families in it can still be typed."""
    text = "Foreign Terrorist Fighters and their families"
    assert Understood((text,)) == question_at("key_themes.themes").read(text, CONTEXT)


@pytest.mark.parametrize("text", ["Familien", "parents"])
def test_families_at_the_next_list_are_no_theme(text: str) -> None:
    """Everyday words change no list that was answered before; the open list offers its own choice."""
    one = named("/overview", "4", "prevention, training")
    go(one, text)
    assert ["(Early) prevention", "Training"] == draft(one).values["key_themes.themes"]
    assert ("target_audience.audiences", "Families") == (question(one), labels(one)[0])
