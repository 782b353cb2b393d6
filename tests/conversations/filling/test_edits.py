"""An edited message corrects its answer, wherever the person is."""

from typing import cast

import pytest
from support.author import go, last_said, named
from support.core_talker import CoreTalker

from bot.demo.transcripts import Act, Said
from conversations.diagram import filled
from conversations.dialogue.state import Asking
from conversations.filling import change_texts, texts
from conversations.form import texts as form_texts


def test_edit_that_takes_all_meetings_away_leads_on() -> None:
    """After an edit to "no", the bot no longer asks for another meeting."""
    one = go(CoreTalker(), "/start", "/overview", "11", "yes", "RAN EXIT", "/skip", "/skip", "/skip")
    one.do(Act("edits", "no", "yes"))
    assert "(Co-)funded by the EU" in one.replies[max(one.replies)].text


def test_edit_at_another_place_of_a_refused_text_stores_it() -> None:
    """A refused text that is edited later, when another question is open, answers its own question."""
    one = named("We prevent radicalisation.", "perhaps", "/overview", "16")
    one.do(Act("edits", "no", "perhaps"))
    assert False is one.conversation.drafts[0].answers["peer_reviewed.peer_reviewed"].value


@pytest.mark.parametrize(
    ("answer", "edited", "sentence"),
    [
        ("+45 33 11 55 00", "+45 33 11 55 00 (9am-5pm)", "I save the phone number alone. Press +45 33 11 55 00"),
        ("+45 33 11 55 00", "+45 33 11 55 00 or 01", "Your message has two phone numbers. Press or send one;"),
    ],
)
def test_edit_that_needs_a_press_shows_the_buttons(answer: str, edited: str, sentence: str) -> None:
    """If the reply to an edit names a button, the question is asked with that button."""
    one = go(CoreTalker(), "/start", "/overview", "15", "Example Street 1", "Anna Example", "anna@example.org", answer)
    shown = one.do(Act("edits", edited, answer))[-1]
    assert isinstance(shown, Said)
    assert sentence in shown.text
    assert (texts.KEEP, form_texts.REMOVE) in shown.rows
    assert "Website" in last_said(one, "[Remove this answer]")
    assert None is one.conversation.drafts[0].answers["contact.telephone"].value


def test_edit_in_another_practice_leads_nowhere() -> None:
    """An edit that needs a press leaves the person in the current practice."""
    one = named("/overview", "8", "A handbook", "/new", "Second Chance")
    one.do(Act("edits", "No.", "A handbook"))
    assert (2, "description.description") == (one.conversation.hand, cast("Asking", one.conversation.state).question)


def test_edit_of_an_ending_year_to_still_active_shows_the_button() -> None:
    """The ending year has its own button for no answer."""
    one = go(CoreTalker(), "/start", "/overview", "7", "2011", "2014")
    shown = one.do(Act("edits", "it goes on and on", "2014"))[-1]
    assert isinstance(shown, Said)
    assert (texts.KEEP, "Still active") in shown.rows


def test_edit_that_changes_nothing_is_answered() -> None:
    """An edit with the same words, as clients send for a link's preview, changes nothing."""
    one = named()
    one.do(Act("edits", "Open Door", "Open Door"))
    assert one.replies[max(one.replies)].text.startswith(change_texts.EDIT_CHANGED_NOTHING)


def test_edit_of_a_text_over_its_limit_goes_on() -> None:
    """After an edit that shortens the open answer to its limit, the form goes on."""
    one = go(CoreTalker(), "/start", "Open Door " * 30)
    one.do(Act("edits", "Open Door " * 15, "Open Door Open Door"))
    assert "Section 2 of 16" in one.replies[max(one.replies)].text


def test_edit_while_another_answer_is_chosen_to_be_changed() -> None:
    """A change of a submission is a proposal; the overview of its answers stays open."""
    one = go(CoreTalker(filled()), "/overview", "1", "Another Door", "/summary", "[Submit]", "[Change an answer]")
    before = one.conversation.state
    one.do(Act("edits", "Third Door", "Another Door"))
    assert ("Third Door", before) == (one.conversation.drafts[0].values["name.name"], one.conversation.state)
