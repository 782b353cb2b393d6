"""Corners of the talk that transcripts do not reach, or that only a forged message does."""

from typing import cast

import pytest
from support.core_talker import CoreTalker

from bot.demo.transcripts import Act, Noted, Said
from conversations.diagram import NOW, begun, filled
from conversations.dialogue.context import Context
from conversations.dialogue.inputs import Chose, Press, Registered, Unreadable, Wrote
from conversations.dialogue.layout import cut_well
from conversations.dialogue.state import Asking, Repeating, Summary
from conversations.engine import texts as engine_texts
from conversations.engine.actions import ACTIONS
from conversations.filling import answering, flow, texts
from conversations.form import completion
from conversations.form import texts as form_texts
from conversations.form.questions import MOST_REPETITIONS, names, repeated
from conversations.form.sections import SECTIONS


def talker(*acts: str, full: bool = False) -> CoreTalker:
    """Talk so far; a label in brackets is pressed, anything else said."""
    one = CoreTalker(conversation=filled()) if full else CoreTalker()
    for act in ("/start", *acts):
        says(one, act)
    return one


def says(one: CoreTalker, act: str) -> str:
    """Do one more thing; give the last message that comes back."""
    shown = one.do(Act("presses", act[1:-1]) if act.startswith("[") else Act("says", act))
    return next((said.text for said in reversed(shown) if isinstance(said, Said)), "")


def test_every_section_is_done_in_a_filled_draft() -> None:
    """The walk that fills a draft leaves nothing missing and nothing to fix."""
    assert () == completion.lacking(Context(filled(), NOW).values, Context(filled(), NOW).problems)


def test_back_from_the_overview_of_a_filled_draft_shows_the_summary() -> None:
    """Where nothing is left to ask, going on means the summary."""
    one = talker("/overview", "1", "Open Doors", "/overview", full=True)
    assert says(one, "/back").startswith("Summary")


def test_answer_changed_from_the_overview_comes_back_to_it() -> None:
    """A person who came to the overview from a side step returns there."""
    one = talker("Open Door", "/overview", "11", "yes", "RAN EXIT", "/skip", "/skip", "/skip", "/overview", "1")
    says(one, "Open Doors")
    assert "overview" == one.conversation.state.at


def test_first_question_has_none_before_it() -> None:
    """Going back from the first question says so and stays."""
    assert says(talker(), "/back").startswith(texts.NO_FIRST)


def test_meeting_removed_on_the_way_leads_to_the_question_for_more() -> None:
    """A second meeting that is taken away leaves the first, and the question whether there is another."""
    one = talker(
        "/overview", "11", "yes", "RAN EXIT", "/skip", "/skip", "/skip", "[Add another meeting]", "RAN YF&C", "/back"
    )
    assert "1 meeting so far: RAN EXIT." in says(one, "[Remove this meeting]")
    assert ["ran_meetings.meetings.1.name"] == [event.question for event in one.events if event.what == "cleared"]


def test_only_meeting_removed_leads_back_to_whether_there_was_one() -> None:
    """Without any meeting left, the person is asked whether there was one at all."""
    one = talker("/overview", "11", "yes", "RAN EXIT", "/back")
    assert "Has the practice been presented" in says(one, "[Remove this meeting]")


def test_edit_that_takes_all_meetings_away_leads_on() -> None:
    """The question for more meetings is left when it turns out that there was none."""
    one = talker("/overview", "11", "yes", "RAN EXIT", "/skip", "/skip", "/skip")
    one.do(Act("edits", "no", "yes"))
    assert "(Co-)funded by the EU" in one.replies[max(one.replies)].text


def test_meetings_have_an_end() -> None:
    """More meetings than any practice has are not taken."""
    one = talker("/overview", "11", "yes", "RAN EXIT", "/skip", "/skip", "/skip")
    draft = one.conversation.drafts[0]
    answer = draft.answers["ran_meetings.meetings.0.name"]
    path = f"ran_meetings.meetings.{MOST_REPETITIONS - 1}.name"
    full = draft.model_copy(update={"answers": draft.answers | {path: answer}})
    one.conversation = one.conversation.model_copy(update={"drafts": (full,)})
    assert says(one, "add another meeting").startswith(texts.ENOUGH_REPETITIONS)


def test_draft_without_a_place_goes_on_at_its_first_open_question() -> None:
    """A draft of which nobody remembers where it was left goes on where something is open."""
    one = talker("Open Door", "/new", "Second Chance", "/drafts")
    first, second = one.conversation.drafts
    forgotten = first.model_copy(update={"left": None})
    one.conversation = one.conversation.model_copy(update={"drafts": (forgotten, second)})
    assert "Section 2 of 16" in says(one, "1")


def test_text_after_the_submission_is_answered() -> None:
    """A message at a submitted practice is not taken for an answer, and says so."""
    one = talker("/summary", "submit", full=True)
    assert says(one, "Open Door").startswith(engine_texts.SUBMITTED_SO)


def test_reference_out_of_turn_changes_nothing() -> None:
    """A reference for a draft that has not been submitted is not taken."""
    one = talker()
    one.give(Registered(reference="RAN-2026-0009"))
    assert one.conversation.drafts[0].reference is None


def test_strange_button_changes_nothing() -> None:
    """A press that is none of ours is answered by a note alone."""
    one = talker()
    assert [Noted(engine_texts.STRANGE_BUTTON)] == one.give(Chose(press=None, message=1))


@pytest.mark.parametrize(
    "press",
    [
        Press(draft=1, keyboard_version=1, about="start.starting_year", action="pick", index=0),
        Press(draft=1, keyboard_version=1, about="name.name", action="nonsense"),
        Press(draft=1, keyboard_version=1, about="", action="submit"),
        Press(draft=2, keyboard_version=1, about="", action="overview"),
        Press(draft=1, keyboard_version=1, about="key_themes.themes", action="add", index=99),
    ],
)
def test_forged_button_changes_nothing(press: Press) -> None:
    """A press of a button that is not shown does nothing, whatever it asks for."""
    one = talker()
    before = one.conversation
    one.give(Chose(press=press, message=1))
    assert before == one.conversation


def test_edit_at_another_place_of_a_refused_text_stores_it() -> None:
    """A refused text that is edited later, when another question is open, answers its own question."""
    one = talker("Open Door", "We prevent radicalisation.", "perhaps", "/overview", "16")
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
    """Where the sentence about an edit names a button, its question is asked with that button."""
    one = talker("/overview", "15", "Example Street 1", "Anna Example", "anna@example.org", answer)
    shown = one.do(Act("edits", edited, answer))[-1]
    assert isinstance(shown, Said)
    assert sentence in shown.text
    assert (texts.KEEP, form_texts.REMOVE) in shown.rows
    assert "Website" in says(one, "[Remove this answer]")
    assert None is one.conversation.drafts[0].answers["contact.telephone"].value


def test_edit_in_another_practice_leads_nowhere() -> None:
    """An edit that needs a press leaves the person at the practice that is in hand."""
    one = talker("Open Door", "/overview", "8", "A handbook", "/new", "Second Chance")
    one.do(Act("edits", "No.", "A handbook"))
    assert (2, "description.description") == (one.conversation.hand, cast("Asking", one.conversation.state).question)


def test_edit_of_an_ending_year_to_still_active_shows_the_button() -> None:
    """The ending year has its own button for no answer."""
    one = talker("/overview", "7", "2011", "2014")
    shown = one.do(Act("edits", "it goes on and on", "2014"))[-1]
    assert isinstance(shown, Said)
    assert (texts.KEEP, "Still active") in shown.rows


def test_edit_that_changes_nothing_is_answered() -> None:
    """An edit with the same words, as clients send for a link's preview, is answered and changes nothing."""
    one = talker("Open Door")
    one.do(Act("edits", "Open Door", "Open Door"))
    assert one.replies[max(one.replies)].text.startswith(texts.EDIT_CHANGED_NOTHING)


def test_edit_of_a_text_over_its_limit_goes_on() -> None:
    """A text over its limit that is edited down while its question is open leads on to the next one."""
    one = talker("Open Door " * 30)
    one.do(Act("edits", "Open Door " * 15, "Open Door Open Door"))
    assert "Section 2 of 16" in one.replies[max(one.replies)].text


def test_message_before_anything_else_begins_a_draft() -> None:
    """Whatever a person sends first, the first question comes."""
    one = CoreTalker()
    said = one.give(Unreadable(what="sticker", message=None))
    assert "Section 1 of 16" in cast("Said", said[0]).text


def test_long_text_is_never_taken_for_a_button() -> None:
    """A paste that begins with a button's words stays a text."""
    one = talker()
    one.give(Wrote(text="Overview " * 500, message=99))
    assert "collecting" == one.conversation.state.at


def test_text_without_a_blank_is_cut_at_the_limit() -> None:
    """A text that has no good place to cut is cut at the limit."""
    assert ["x" * 10, "x" * 5] == list(cut_well("x" * 15, 10))


def test_question_that_is_not_open_is_refused() -> None:
    """What answers a question can only be called where one is open."""
    context = Context(begun().model_copy(update={"state": Summary()}), NOW)
    with pytest.raises(TypeError, match="no question is open at summary"):
        answering.open_question(context)
    with pytest.raises(TypeError, match="no section is open at summary"):
        flow.then_of_section(context)
    with pytest.raises(LookupError, match="there is no draft 9"):
        context.numbered(9)


def test_section_without_repetition_has_none() -> None:
    """A section that does not repeat has no group to count."""
    with pytest.raises(KeyError, match="name"):
        repeated(SECTIONS[0])
    assert () == names(SECTIONS[10], {})


def test_choice_of_one_is_not_chosen_as_several() -> None:
    """Only a question with several choices can be chosen from one by one."""
    context = Context(begun(), NOW)
    with pytest.raises(TypeError, match="takes one choice"):
        ACTIONS["add"](context, Press(draft=1, keyboard_version=1, about="organisation.type", action="add", index=0))


def test_stored_place_comes_back_from_json() -> None:
    """A place survives being stored, with all that it holds."""
    one = talker("/overview", "7", "2011/2014")
    state = one.conversation.state
    assert isinstance(state, Asking)
    assert ("2011 and 2014", state) == (state.offers[0].label, Asking.model_validate_json(state.model_dump_json()))
    assert "repeating" == Repeating(section="ran_meetings").at


@pytest.mark.parametrize(
    ("meetings", "told"),
    [
        (["RAN A", "RAN B"], "2 meetings so far: RAN A; RAN B."),
        (["RAN A; with B", "RAN C"], "2 meetings so far: “RAN A; with B”; “RAN C”."),
    ],
)
def test_meetings_are_told_apart(meetings: list[str], told: str) -> None:
    """Names are in quotation marks where one of them has the semicolon in it that parts them."""
    assert f"{told} Was the practice presented in another one?" == texts.another(meetings)
