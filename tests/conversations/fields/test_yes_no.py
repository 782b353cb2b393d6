"""Yes and No are read in Europe's languages."""

from datetime import date

import pytest

from conversations.fields import NotUnderstood, ReadingContext, Understood, YesNo

CONTEXT = ReadingContext(today=date(2026, 11, 23))
YES = [
    "Yes",
    "y",
    "YES!",
    "1",
    "1.",
    "Ja",
    "oui",
    "sí",
    "Si.",
    "да",
    "так",
    "kyllä",
    "kylla\u0308",
    "ναι",
    "Yes, 2 times",
    "yes last year",
    "Yes we have",
    "ja genau",
    "yes exactly",
    "I think yes",
    "i think so",
    "ich glaube ja",
    "je crois que oui",
    "١",
]
NO = [
    "No",
    "n",
    "NO.",
    "2",
    "Nein",
    "nej",
    "non",
    "ei",
    "нет",
    "όχι",
    "No, not yet",
    "No - never",
    "no not yet",
    "No we applied",
    "hayır",
    "i think no",
    "I don't think so",
    "nein danke",
    "Je ne crois pas",
    "jeg tror nej",
    "det tror jeg ikke",
    "credo di no",
    "nie sądzę",
]
NEITHER = [
    "",
    "_",
    "maybe",
    "ne",
    "jo",
    "yes and no",
    "No, yes",
    "no one",
    "no money",
    "1 2",
    "3",
    "no idea",
    "i think maybe",
    "i think we should ask",
    "👍",
    "yes " * 100,
]


@pytest.mark.parametrize(("text", "agreed"), [(text, True) for text in YES] + [(text, False) for text in NO])
def test_yes_no_words(text: str, agreed: bool) -> None:  # noqa: FBT001 - a column of the table
    """One word is enough, in any case, in any of the languages, also before a comma."""
    assert Understood(agreed) == YesNo().read(text, CONTEXT)


@pytest.mark.parametrize("text", NEITHER)
def test_yes_no_unclear(text: str) -> None:
    """A text that means both, or neither, is asked again."""
    assert NotUnderstood("I need a Yes or a No here: press one, or type it.") == YesNo().read(text, CONTEXT)


@pytest.mark.parametrize(("value", "saved"), [(True, "Saved: Yes"), (False, "Saved: No")])
def test_yes_no_saved(value: bool, saved: str) -> None:  # noqa: FBT001 - a column of the table
    """The confirmation says the word, and no value breaks a bound."""
    assert YesNo().problem(value) is None
    assert saved == YesNo().saved(value)


@pytest.mark.parametrize(
    "text", ["not yet", "Not yet.", "never", "noch nicht", "pas encore", "todavía no", "nog niet", "inte än"]
)
def test_not_yet_is_no(text: str) -> None:
    """Not yet means no, in several languages."""
    assert Understood(value=False) == YesNo().read(text, CONTEXT)
