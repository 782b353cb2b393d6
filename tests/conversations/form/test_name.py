"""The name of the practice is taken out of the words around it."""

from datetime import date

import pytest
from support.author import draft, go, labels, question, says
from support.core_talker import CoreTalker

from conversations.fields import ReadingContext, Understood
from conversations.form.asked import question_at

CONTEXT = ReadingContext(today=date(2026, 11, 23))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("it is called Open Door", "Open Door"),
        ("It's called “Open Door”", "Open Door"),
        ("The name of our practice is Open Door", "Open Door"),
        ('Our project name is "Open Door"', "Open Door"),
        ("Name: Open Door", "Open Door"),
        ("Es heißt Offene Tür", "Offene Tür"),
        ("Nazwa: Otwarte Drzwi", "Otwarte Drzwi"),
        ("It is called hate", "It is called hate"),
        ("The name is", "The name is"),
        ("What's in a name? A debate", "What's in a name? A debate"),
        ("Open Door", "Open Door"),
    ],
)
def test_name_behind_other_words(text: str, name: str) -> None:
    """Words such as "it is called" are no part of the name; a title in small letters stays."""
    assert Understood(name) == question_at("name.name").read(text, CONTEXT)


@pytest.mark.parametrize("text", ["my name is Lone", "My name is Lone Hansen", "ich heiße Lone", "je m'appelle Lone"])
def test_own_name_is_not_the_name_of_the_practice(text: str) -> None:
    """A person who says who they are is told what is asked; one press keeps the words."""
    one = go(CoreTalker(), "/start")
    said = says(one, text)
    assert ("Hello.", "Use it as the answer", "name.name") == (said[:6], labels(one)[0], question(one))
    go(one, "[Use it as the answer]")
    assert text == draft(one).values["name.name"]
