"""What people read and type about their data, in another language."""

from datetime import UTC, datetime

import pytest
from support.other_language import Arguments, Words, spoken, texts_of
from support.pseudo import plain_words

from conversations.dialogue.model import Consent, Operator
from conversations.privacy import consent_text, texts

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)

TOLD = Operator(controller="1", contact="2", retention_days=180)

UNTOLD = Operator(controller="", contact="", retention_days=7)

ARGUMENTS: Arguments = {
    "questions_counted": [(16, 40)],
    "listed": [("1", "2", ["3"]), ("", "2", [])],
    "at_most": [(1,), (300,)],
    "yes_words": [()],
    "no_words": [()],
    "both_ways": [],
    "asks": [(TOLD,), (UNTOLD,)],
    "whats_new": [()],
    "agreed_already": [(Consent(version=2, at=NOW), NOW)],
    "on_record": [(Consent(version=1, at=NOW), NOW), (Consent(version=99, at=NOW), NOW)],
    "stored": [(table, count) for table in texts.TABLES for count in (1, 2)],
    "stored_elsewhere": [(1,), (2,)],
    "my_files": [(1,), (2,)],
    "files_follow": [(1,), (2,)],
    "released": [("1",)],
    "heading": [()],
    "will_be_deleted": [(0, ()), (1, ()), (0, ("1", "2"))],
    "will_stay": [("1", "2")],
    "will_be_withdrawn": [("1", "2")],
    "withdraw": [("1",)],
    "let_stay": [("1",)],
    "published": [(["1"],), (["1", "2"],)],
    "notify_gone": [("1",)],
    "notify_unpublished": [("1",)],
}


def test_no_english_in_texts() -> None:
    """Consent, the data that a person gets, and erasure."""
    data = {"RELEASED", "yes_words", "no_words"}
    with spoken():
        said = [(name, text) for name, text in texts_of(texts, ARGUMENTS) if name not in data]
    assert [] == [(name, text) for name, text in said if plain_words(text)]


@pytest.mark.parametrize("operator", [TOLD, UNTOLD, Operator(controller="1", contact="", retention_days=0)])
def test_no_english_in_the_privacy_text(operator: Operator) -> None:
    """Each heading and each paragraph, whoever is responsible; what was made in one language stays in it."""
    with spoken():
        chapters = consent_text.chapters(operator)
        edition = consent_text.edition()
    written = [edition, *(text for each in chapters for text in (each.heading, *each.paragraphs))]
    assert [] == [text for text in written if plain_words(text, ("November",))]  # Babel does not know the language


WORDS = Words(
    {
        "I agree": "Ich stimme zu",
        "Privacy": "Datenschutz",
        "no; no thanks; no thank you; i disagree; i do not agree; i don't agree; i don’t agree": "nein; nein danke",
    }
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("Ich stimme zu.", True), ("I agree", True), ("nein danke", False), ("No, thanks", False), ("Datenschutz", False)],
)
def test_yes_and_no_in_two_languages(typed: str, *, expected: bool) -> None:
    """A yes is read in the language of the talk and in English, and so are a no and the button that is typed."""
    with spoken(WORDS):
        yes, no = texts.yes_words(), texts.no_words()
    said = " ".join(typed.split()).rstrip(".!").casefold()
    assert (expected, False) == (said in yes, said in yes & no)
    assert {"nein danke", "no thanks"} <= no
