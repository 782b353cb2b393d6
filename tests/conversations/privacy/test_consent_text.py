"""The privacy text says what the settings say."""

import pytest

from conversations.dialogue.model import UNNAMED, Operator
from conversations.privacy import consent_text
from conversations.privacy.consent_text import page

NAMED = Operator(controller="The Example Foundation", contact="collection@example.org", retention_days=90)


def said(operator: Operator) -> str:
    """Take a step; return the text that follows."""
    return "\n".join(paragraph for chapter in consent_text.chapters(operator) for paragraph in chapter.paragraphs)


def test_text_names_who_is_responsible() -> None:
    """The text has the name, the address and the days from the settings."""
    told = said(NAMED)
    assert (True, 2, True) == (
        "The Example Foundation is responsible" in told,
        told.count("write to collection@example.org") + told.count("Write to collection@example.org"),
        "not touched for 90 days is deleted" in told,
    )


def test_text_without_names_still_reads_well() -> None:
    """Without settings the text names "the operator", and every sentence is complete."""
    told = said(UNNAMED)
    holes = [mark for mark in ("  ", " .", " ,", "to  ", "()", "None") if mark in told]
    assert ([], True) == (holes, "The operator of this bot is responsible" in told)


@pytest.mark.parametrize(("days", "told"), [(31, "30 days and 3 days before"), (30, "before that")])
def test_notices_before_a_draft_is_deleted(days: int, told: str) -> None:
    """If drafts are kept for a short time there is one notice, and the text promises no more."""
    assert f"You are told here {told}, unless you have blocked the bot." in said(Operator(retention_days=days))


def test_drafts_that_are_kept_for_good() -> None:
    """If drafts are never deleted, the text does not say that they are."""
    told = said(Operator(retention_days=0))
    assert (True, False) == ("A draft stays until you delete it." in told, "not touched for" in told)


@pytest.mark.parametrize(
    "word", ["/mydata", "/forget", "Withdraw", "48 hours", "7 days", "backups", "questions to them", "Undo"]
)
def test_text_names_what_people_can_do_and_what_happens(word: str) -> None:
    """The text has all that it must say."""
    assert word in said(UNNAMED)


def test_page_has_version_and_every_chapter() -> None:
    """The page says which version it is, and has all headings in order."""
    written = page(NAMED)
    headings = [line.removeprefix("## ") for line in written.splitlines() if line.startswith("## ")]
    assert (True, [chapter.heading for chapter in consent_text.chapters(NAMED)]) == (
        consent_text.edition() in written,
        headings,
    )
