"""Word forms that fill the gaps of a practice that was submitted: as a proposed revision."""

import pytest
from support.core_papers import NAME, doubtful, draft, form, labels, press, says, sure, text_of
from support.core_talker import AGREED, CoreTalker
from support.practices import practice

from conversations.dialogue.conversation import Version
from conversations.dialogue.model import Status
from conversations.dialogue.state import Asking, Revising, State, Submitted, ToRevising
from conversations.papers import texts

SUBMITTED = {"start.ending_year": None, "evidence.feedback": None, "contact.website": None, "contact.telephone": None}
"""The questions that a practice was submitted without."""

TELEPHONE = sure("contact.telephone", "+45 33 11 55 00")


def submitted(status: Status = "submitted") -> CoreTalker:
    """Be at a practice that was handed in without a few optional answers."""
    one = CoreTalker()
    handed = practice(1, changes=SUBMITTED, status=status)
    version = Version(at=handed.updated_at, answers=handed.answers)
    kept = handed.model_copy(update={"versions": (version,), "decided_at": handed.updated_at})
    one.conversation = AGREED.model_copy(update={"drafts": (kept,), "hand": 1, "state": Submitted()})
    return one


@pytest.mark.parametrize("status", ["submitted", "approved", "changes_requested", "withdrawn"])
def test_gaps_of_a_submission_are_a_proposed_revision(status: Status) -> None:
    """What was submitted stays; the changes wait until their author sends them, and no answer is replaced."""
    one = submitted(status)
    said = text_of(one, form(NAME, TELEPHONE))
    assert texts.FILL_GAPS in said
    said = press(one, texts.FILL_GAPS)

    assert said.startswith(texts.saved(1, 0))
    assert (Revising(), ("contact.telephone",)) == (one.conversation.state, draft(one).unsent)
    assert ("Open Door", None) == (draft(one).values["name.name"], draft(one).handed_in.values["contact.telephone"])
    assert "Send revision" in labels(one)


def test_submission_without_gaps_stays_where_it_is() -> None:
    """A form that brings nothing new changes nothing."""
    one = submitted()
    text_of(one, form(NAME))

    assert press(one, texts.FILL_GAPS).startswith(texts.NO_GAPS)
    assert (Submitted(), ()) == (one.conversation.state, draft(one).unsent)


def test_doubtful_texts_of_a_submission_are_asked_one_after_the_other() -> None:
    """Each is one press away; then the page of changes follows, and a skipped one counts as answered."""
    one = submitted()
    website = doubtful("contact.website", "see our site at example.org")
    text_of(one, form(TELEPHONE, website, doubtful("start.ending_year", "in 2019"), doubtful("evidence.feedback", "?")))
    said = press(one, texts.FILL_GAPS)

    assert said.startswith(texts.saved(1, 3))
    assert Asking(question="start.ending_year", return_to=ToRevising()) == _bare(one)
    says(one, "2019")
    assert Asking(question="evidence.feedback", return_to=ToRevising()) == _bare(one)
    press(one, "Skip")
    assert Asking(question="contact.website", return_to=ToRevising()) == _bare(one)
    says(one, "example.org")
    assert Revising() == one.conversation.state
    assert {"contact.telephone", "start.ending_year", "contact.website"} == {*draft(one).unsent}
    assert {} == draft(one).read_texts


def test_doubtful_text_that_is_left_for_later_leads_back() -> None:
    """Back from a doubtful text shows the changes; the text waits at its question."""
    one = submitted()
    text_of(one, form(TELEPHONE, doubtful("contact.website", "see our site")))
    press(one, texts.FILL_GAPS)
    press(one, "Back")

    assert (Revising(), {"contact.website": "see our site"}) == (one.conversation.state, draft(one).read_texts)


def test_declined_practice_has_no_gaps_to_fill() -> None:
    """What was declined cannot be changed, so its button is not there."""
    one = submitted("declined")
    text_of(one, form(TELEPHONE))

    assert texts.FILL_GAPS not in labels(one)


def _bare(one: CoreTalker) -> State:
    """Return the state without what is offered there."""
    return one.conversation.state.model_copy(update={"offers": ()})
