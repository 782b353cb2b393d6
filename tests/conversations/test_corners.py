"""Corners of the talk that transcripts do not reach, or that only a forged message does."""

from typing import cast

import pytest
from support.core_talker import CoreTalker

from bot.demo.transcripts import Act, Noted, Said
from conversations.diagram import NOW, begun, filled
from conversations.dialogue.context import Context
from conversations.dialogue.inputs import Chose, Press, Registered, Unreadable, Wrote
from conversations.dialogue.layout import cut_well
from conversations.dialogue.registry import REGISTRY
from conversations.dialogue.state import Asking, Repeating, Summary
from conversations.engine import texts as engine_texts
from conversations.filling import answering, flow
from conversations.form.questions import names, repeated
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
        REGISTRY.do(
            "add", context, Press(draft=1, keyboard_version=1, about="organisation.type", action="add", index=0)
        )


def test_stored_place_comes_back_from_json() -> None:
    """A place survives being stored, with all that it holds."""
    one = talker("/overview", "7", "2011/2014")
    state = one.conversation.state
    assert isinstance(state, Asking)
    assert ("2011 and 2014", state) == (state.offers[0].label, Asking.model_validate_json(state.model_dump_json()))
    assert "repeating" == Repeating(section="ran_meetings").at
