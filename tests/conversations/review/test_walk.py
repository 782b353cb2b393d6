"""A walk through every state of a review, of the coordinator and of the author: nobody gets stuck."""

from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from support.core_collection import Collection, Picture
from support.core_review import AUTHOR, CARL, CORA, comment, handed_in

from conversations.diagram import NOW, filled
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Conversation, Draft, Step
from conversations.dialogue.inputs import (
    CALLBACK_BYTES,
    Attached,
    Chose,
    Commanded,
    Input,
    Press,
    Revised,
    Unreadable,
    Wrote,
)
from conversations.dialogue.state import AtDesk, New, Replying, Revising, Submitted, Withdrawing
from conversations.engine.engine import step
from conversations.engine.screens import MESSAGE, screen

pytestmark = pytest.mark.slow

INPUTS: list[Input] = [
    *(Commanded(name=name, argument="", message=1) for name in ("start", "queue", "show", "notify", "back", "skip")),
    *(Commanded(name=name, argument="", message=1) for name in ("help", "nonsense", "overview", "summary")),
    Commanded(name="show", argument="1", message=1),
    Wrote(text="Not clear enough.", message=2),
    Wrote(text="word " * 800, message=3),
    Wrote(
        text="And this?", message=4, reply_to=(Press(draft=1, keyboard_version=0, about="name.name", action="comment"),)
    ),
    Revised(text="Clearer now.", message=2),
    Attached(what="document", caption="", message=6, name="leaflet.pdf", size=8, sha256="ab" * 32),
    Unreadable(what="sticker", message=5),
    Chose(press=None, message=1),
    *(
        Chose(press=Press(draft=1, keyboard_version=0, about="name.name", action=action), message=1)
        for action in ("read", "comment", "section", "claim", "sure", "fix", "revising", "look", "queue")
    ),
]
"""Inputs for every state, with old buttons among them."""

FORM = {
    "open",
    "overview",
    "summary",
    "new",
    "pick",
    "add",
    "drop",
    "skip",
    "example",
    "take",
    "ask",
    "draft",
    "unrepeat",
}
"""Buttons of the form, which has a walk of its own."""


class Scene(NamedTuple):
    """The conversations of an author and a coordinator."""

    author: Conversation
    coordinator: Conversation

    def of(self, user: int) -> Conversation:
        """Return the conversation of one of them."""
        return self.author if user == AUTHOR else self.coordinator


def scene(draft: Draft) -> Scene:
    """Begin with this submission and a new coordinator."""
    author = filled().model_copy(update={"drafts": (draft,), "state": Submitted(), "hand": 1})
    return Scene(author, Conversation())


def collection(of: Scene) -> Collection:
    """Make a collection with both."""
    both = Collection(
        {AUTHOR: "Anna Example", CORA: "Cora Coordinator", CARL: "Carl Coordinator"},
        {AUTHOR: of.author, CORA: of.coordinator},
    )
    both.roles.update({CORA: "coordinator", CARL: "coordinator"})
    return both


def taken(of: Scene, user: int, given: Input) -> tuple[Step, Scene]:
    """Take one step and save its changes for both."""
    both = collection(of)
    done = step(of.of(user), given, NOW, Picture(both, user))
    both.keep(user, done, NOW)
    return done, Scene(both.conversations[AUTHOR], both.conversations[CORA])


def shown(of: Scene, user: int) -> Iterator[Input]:
    """List the buttons that one of them sees, without those of the form."""
    conversation = of.of(user)
    if not isinstance(conversation.state, New):
        context = Context(conversation, NOW, Picture(collection(of), user))
        yield from (Chose(press=press, message=1) for press in screen(context).presses if press.action not in FORM)


def state_key(of: Scene, user: int) -> object:
    """Return the key of a state: page, status, and whether there is a comment, a claim or a change."""
    state, draft = of.of(user).state, of.author.drafts[0]
    page = state.page if isinstance(state, AtDesk) else state
    kind = getattr(page, "page", ""), getattr(page, "decision", ""), getattr(page, "adding", False)
    own = bool(draft.unsent if user == AUTHOR else draft.review.claim)
    return user, state.at, *kind, draft.status, own, bool(draft.review.open)


def beginnings() -> Iterator[Scene]:
    """Begin with a revised submission, and with one whose author was asked for changes."""
    waits = handed_in(claimed=False)
    yield scene(waits.model_copy(update={"versions": waits.versions * 2}))
    yield scene(handed_in("changes_requested", comment(1, "name.name", "In full?")))


def check(done: Step) -> None:
    """Check that there is an answer within Telegram's limits, with a button."""
    assert done.replies or done.toast
    for reply in done.replies:
        assert 0 < len(reply.text) <= MESSAGE
        assert all(len(button.press.data().encode()) <= CALLBACK_BYTES for row in reply.rows for button in row)
    assert not done.replies or done.replies[-1].rows or done.replies[-1].document


def is_of_review(of: Scene, user: int) -> bool:
    """Say whether a state belongs to the walk: a page of the review, with at most one comment."""
    state = of.of(user).state
    of_review = New | AtDesk if user == CORA else Submitted | Revising | Replying | Withdrawing
    fixing = getattr(getattr(state, "return_to", None), "to", "") == "revising"
    return (isinstance(state, of_review) or (user == AUTHOR and fixing)) and len(
        of.author.drafts[0].review.comments
    ) < 2


def test_every_state_of_a_review_answers_every_input() -> None:
    """On every page of both sides every input is answered within Telegram's limits, with a button."""
    waiting = deque((one, user) for one in beginnings() for user in (AUTHOR, CORA))
    known, statuses, states = set[object](), set[str](), set[str]()
    while waiting:
        here, user = waiting.popleft()
        if not is_of_review(here, user) or state_key(here, user) in known:
            continue
        known.add(state_key(here, user))
        state = here.of(user).state
        states.add(state.page.page if isinstance(state, AtDesk) else state.at)
        statuses.add(here.author.drafts[0].status)
        for given in (*INPUTS, *shown(here, user)):
            done, there = taken(here, user, given)
            check(done)
            waiting += ((there, AUTHOR), (there, CORA))
    assert {"submitted", "changes_requested", "approved", "declined", "withdrawn"} == statuses
    assert STATES <= states


STATES = {
    *("new", "queue", "narrowing", "card", "reading", "whole", "changes", "commenting", "declining", "confirming"),
    *("notifying", "submitted", "revising", "replying", "withdrawing", "asking"),
}
"""The states and pages that the walk must reach."""
