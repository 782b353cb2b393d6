"""Whereabouts: how the log names the place where a person is."""

import pytest

from bot.telegram.turns import whereabouts
from conversations.dialogue.desk_states import Card, Confirming
from conversations.dialogue.state import Asking, AtDesk, Collecting, New, Opened, Part, Repeating, State, ToSummary

PART = Part(message=1, text="Anna's words")


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (New(), "new"),
        (Asking(question="name.name"), "asking name.name"),
        (Collecting(question="description.description", parts=(PART,)), "collecting description.description"),
        (Repeating(section="ran_meetings"), "repeating ran_meetings"),
        (Opened(section="start", return_to=ToSummary()), "opened start"),
        (AtDesk(page=Card(submission=7)), "desk card"),
        (AtDesk(page=Confirming(submission=7, decision="decline", reason="Anna's words")), "desk confirming"),
    ],
)
def test_whereabouts(state: State, expected: str) -> None:
    """A place is its name and its question, section or page; nothing that was written there is in it."""
    assert expected == whereabouts(state)
