"""Whereabouts: how the log names the place where a person is."""

import pytest

from bot.whereabouts import whereabouts
from conversations.place import Asking, AtDesk, Collecting, New, Opened, Part, Place, Repeating, ToSummary
from conversations.review.pages import Card, Confirming

PART = Part(message=1, text="Anna's words")


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (New(), "new"),
        (Asking(question="name.name"), "asking name.name"),
        (Collecting(question="description.description", parts=(PART,)), "collecting description.description"),
        (Repeating(section="ran_meetings"), "repeating ran_meetings"),
        (Opened(section="start", then=ToSummary()), "opened start"),
        (AtDesk(page=Card(dossier=7)), "desk card"),
        (AtDesk(page=Confirming(dossier=7, decision="decline", reason="Anna's words")), "desk confirming"),
    ],
)
def test_whereabouts(place: Place, expected: str) -> None:
    """A place is its name and its question, section or page; nothing that was written there is in it."""
    assert expected == whereabouts(place)
