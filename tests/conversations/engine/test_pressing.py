"""Pressed buttons: which ones replace their message, and the words on the button alone."""

import pytest
from support.core_talker import CoreTestBed
from support.other_language import Words, spoken

from bot.demo.transcripts import Act, Noted
from conversations.diagram import NOW, begun
from conversations.dialogue.context import Context
from conversations.dialogue.inputs import Chose, Press
from conversations.dialogue.registry import REGISTRY
from conversations.dialogue.state import Asking
from conversations.engine import pressing, texts
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


GERMAN = Words({"Overview": "Übersicht", "Done": "Fertig!", "Undo": "Rückgängig"})


@pytest.mark.parametrize("words", ["Übersicht", "übersicht", "overview", "Overview"])
def test_label_is_typed_in_either_language(words: str) -> None:
    """A label counts in the language of the talk and in English; the person's screen is the same."""
    context = Context(begun(), NOW)
    with spoken(GERMAN):
        press = pressing.named(context, words)
    assert press is not None
    assert "overview" == press.action


def test_label_of_another_language_is_no_button() -> None:
    """In an English talk only English labels count."""
    assert pressing.named(Context(begun(), NOW), "Übersicht") is None


@pytest.mark.parametrize("words", ["fertig!", "done", "færdig"])
def test_word_for_done(words: str) -> None:
    """A word of any language stands for the button, whatever its label is here."""
    list_ = Asking(question="key_themes.themes")
    context = Context(begun().model_copy(update={"state": list_}), NOW)
    with spoken(GERMAN):
        press = pressing.named(context, words)
    assert press is not None
    assert "done" == press.action
