"""Naughty strings as answers: what is stored is what was typed, less only what cannot be stored or seen."""

import pytest
from fuzz.form import PATHS, WRITTEN, at, faults, filled, heard, seen, words_of
from fuzz.naughty import NAUGHTY, kept
from support.core_talker import CoreTalker

pytestmark = pytest.mark.slow


def lost(talker: CoreTalker, path: str, text: str) -> list[str]:
    """Say what has become of the words that should not have."""
    answer = talker.conversation.drafts[0].answers.get(path)
    found = [] if kept(text) in words_of(talker, path) else ["words lost"]
    if path in WRITTEN and answer is not None and answer.value is not None and seen(answer.value) != seen(kept(text)):
        found.append("another answer")
    return found


@pytest.mark.parametrize("path", PATHS)
def test_naughty_words_at_a_question(path: str) -> None:
    """To the last character they are in the answer, or in the history where they are none; Telegram takes the replies.

    A text of a person's own is stored as typed, but for what nobody sees and, on one line, what parts its words.
    """
    found = []
    for name, text in NAUGHTY.items():
        talker = at(path)
        if heard(talker, text):
            found += [(name, fault) for fault in lost(talker, path, text)]
        found += [(name, fault) for reply in talker.replies.values() for fault in faults(reply)]
    assert [] == found


def test_all_questions_are_tried() -> None:
    """The naughty strings go to each of the form's questions, and most of those take a text."""
    assert (31, 16) == (len(PATHS), len(WRITTEN))


@pytest.mark.parametrize("name", NAUGHTY)
def test_naughty_words_in_every_answer(name: str) -> None:
    """Where all answers are naughty, Telegram takes every page of the summary, the overview, and each section."""
    talker = filled(kept(NAUGHTY[name]))
    for command in ("/summary", "/overview", "/drafts", "/help", "/back"):
        heard(talker, command)
    assert [] == [fault for reply in talker.replies.values() for fault in faults(reply)]
