"""A walk through all states: nobody gets stuck, and every button that is shown works."""

from collections import deque

import pytest

from conversations.diagram import NOW, begun, filled, presses
from conversations.dialogue.conversation import Conversation
from conversations.dialogue.events import Submitted
from conversations.dialogue.inputs import Attached, Chose, Commanded, Input, Press, Revised, Unreadable, Wrote
from conversations.dialogue.registry import REGISTRY
from conversations.engine.engine import step
from conversations.engine.screens import MESSAGE

pytestmark = pytest.mark.slow

INPUTS: list[Input] = [
    *(Commanded(name=name, argument="", message=1) for name in ("start", "new", "drafts", "overview", "summary")),
    *(
        Commanded(name=name, argument="", message=1)
        for name in ("back", "skip", "help", "nonsense", "mydata", "forget")
    ),
    *(Wrote(text=text, message=2) for text in ("yes", "no", "2011", "2011-2014", "1, 2", "Schweiz", "name [at] x.org")),
    Wrote(text="word" * 1000, message=3),
    Revised(text="2012", message=2),
    Attached(what="photo", caption="2013", message=4),
    Attached(what="document", caption="", message=6, name="leaflet.pdf", size=8, sha256="ab" * 32),
    Unreadable(what="sticker", message=5),
    Chose(press=None, message=1),
    Chose(press=Press(draft=1, keyboard_version=1, about="name.name", action="back"), message=1),
]
"""Inputs for every state."""


def state_key(conversation: Conversation) -> object:
    """Tell conversations apart by state, question, way back, offers, and by whether the question has an answer."""
    state = conversation.state
    question = getattr(state, "question", "")
    held = next((draft for draft in conversation.drafts if draft.number == conversation.hand), None)
    return_to = getattr(state, "return_to", None)
    answered = held is not None and question in held.answers
    return (
        state.at,
        question,
        return_to and return_to.to,
        len(getattr(state, "offers", ())),
        answered,
        held and held.status,
    )


def test_every_state_answers_every_input() -> None:
    """From every state, every input is answered within Telegram's limits, and some button leads on."""
    waiting = deque([Conversation(), begun(), filled()])
    known = set[object]()
    while waiting:
        conversation = waiting.popleft()
        if state_key(conversation) in known:
            continue
        known.add(state_key(conversation))
        buttons = presses(conversation) if conversation.drafts else []
        assert all(REGISTRY.action(press) for _, press, _ in buttons)
        shown = [given for given, _, _ in buttons]
        for given in (*INPUTS, *shown):
            taken = step(conversation, given, NOW)
            assert taken.replies or taken.toast or Submitted(draft=conversation.hand or 0) in taken.events
            assert all(0 < len(reply.text) <= MESSAGE for reply in taken.replies)
            assert (
                not taken.replies or taken.forget or any(reply.rows or reply.document for reply in taken.replies[-2:])
            )
            waiting.append(taken.conversation)
    assert len(known) > 150
