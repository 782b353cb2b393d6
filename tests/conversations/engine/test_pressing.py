"""Pressed buttons: which ones replace their message, and the words on the button alone."""

import pytest
from support.core_talker import CoreTestBed

from bot.demo.transcripts import Act, Noted
from conversations.diagram import NOW, begun
from conversations.dialogue.context import Context
from conversations.dialogue.inputs import Chose, Press
from conversations.dialogue.registry import REGISTRY
from conversations.engine import texts
from conversations.engine.engine import step
from conversations.filling import role_texts

REDRAWING = [action.name for action in REGISTRY.actions if action.redraws == "always" and action.role == "admin"]


@pytest.mark.parametrize("action", REDRAWING)
def test_refused_button_replaces_no_message(action: str) -> None:
    """Somebody without the role is told so in a new message."""
    press = Press(draft=0, keyboard_version=0, about="", action=action, index=0)
    taken = step(begun(), Chose(press=press, message=7), NOW)
    assert [(role_texts.NOT_AN_ADMIN, None)] == [(reply.lines[0].text, reply.redraws) for reply in taken.replies]


def test_button_without_a_row_is_an_old_one() -> None:
    """An action that no feature has registered, such as one of an earlier version, changes nothing."""
    anna = CoreTestBed().talker("Anna")
    anna.do(Act("says", "/start"))
    before = anna.conversation
    press = Press(draft=1, keyboard_version=before.keyboard_version, about="name.name", action="nothing")
    assert [Noted(texts.OLD_BUTTON)] == anna.give(Chose(press=press, message=1))
    assert before == anna.conversation


def test_note_on_a_button_hides_nothing() -> None:
    """The words stay on the button alone, unless there is something else to say: then all is shown."""
    alone, beside = Context(begun(), NOW), Context(begun(), NOW)
    beside.say("Something has changed.")
    for context in (alone, beside):
        context.note_on_button("Done already.")
    assert (True, []) == (alone.silent, alone.said)
    assert (False, ["Something has changed.", "Done already."]) == (beside.silent, beside.said)
