"""The life of a submission: every move from every status is made, or refused with a sentence."""

from itertools import product
from typing import get_args

import pytest
from support.core_review import AUTHOR, CARL, comment, does, draft_of, handed_in, press, stage
from support.core_talker import CoreTestBed

from bot.demo.transcripts import Act
from conversations.dialogue import reviews
from conversations.dialogue.inputs import Press
from conversations.dialogue.model import Status
from conversations.dialogue.replies import Button
from conversations.dialogue.review_record import Move, Weight
from conversations.dialogue.state import Revising
from conversations.engine.screens import MESSAGE

STATUSES: tuple[Status, ...] = get_args(Status)

DESK: dict[Move, tuple[str, ...]] = {
    "claim": ("claim",),
    "take over": ("takeover",),
    "let go": ("letgo",),
    "request": ("request", "sure"),
    "take back": ("takeback",),
    "approve": ("approve", "sure"),
    "decline": ("decline", "", "sure"),
    "reopen": ("reopen", "sure"),
}
"""What a coordinator presses for each move; nothing stands for a typed reason."""

AUTHORS: dict[Move, tuple[str, ...]] = {
    "hand in": ("summary", "submit"),
    "revise": ("revising", "revise"),
    "withdraw": ("withdraw", "withdrawn"),
    "hand in again": ("again",),
}
"""What an author presses for each move."""


def test_every_move_is_tried() -> None:
    """The two tables above leave no move out."""
    assert set(reviews.MOVES) == {*DESK, *AUTHORS}


@pytest.mark.parametrize(("move", "status"), list(product(DESK, STATUSES)))
def test_move_of_a_coordinator_from_a_status(move: Move, status: Status) -> None:
    """A move is made where the rules have it, and refused in words where not; the status is as they say."""
    weight: Weight = "suggestion" if move == "approve" else "must fix"
    on = stage(handed_in(status, comment(1, "name.name", "Why?", weight, asked=False), claimed=move != "claim"))
    who = on.talker("Carl" if move == "take over" else "Cora")
    before = draft_of(on)
    who.do(Act("says", "/queue"))
    for action in DESK[move]:
        shown = [one for row in who.replies[max(who.replies)].rows for one in row if one.press.action == action]
        forged = Button(label=action, press=Press(draft=1, keyboard_version=0, about="", action=action))
        said = press(who, shown[0] if shown else forged) if action else does(who, "Not tried out.")
        if action == DESK[move][0] and not shown:
            said = _pressed_on_the_card(on, move, said)
        assert said.strip()
    _as_ruled(on, before.status, move)


def _pressed_on_the_card(on: CoreTestBed, move: Move, said: str) -> str:
    """Press the button on the card, where it is there."""
    who = on.talker("Carl" if move == "take over" else "Cora")
    opened = Button(label="", press=Press(draft=1, keyboard_version=0, about="", action="read"))
    press(who, opened)
    shown = [one for row in who.replies[max(who.replies)].rows for one in row if one.press.action == DESK[move][0]]
    return press(who, shown[0]) if shown else said


def _as_ruled(on: CoreTestBed, before: Status, move: Move) -> None:
    """Check that the move was made exactly where the rules have it."""
    draft, rule = draft_of(on), reviews.MOVES[move]
    made = [entry.move for entry in draft.review.log if entry.move != "hand in" or before == "draft"]
    expected = [move] if before in rule.before else []
    after = (rule.after or before) if expected else before
    assert (expected, after) == (made, draft.status)


@pytest.mark.parametrize(("move", "status"), list(product(AUTHORS, STATUSES)))
def test_move_of_an_author_from_a_status(move: Move, status: Status) -> None:
    """A move is made where the rules have it, and refused in words where not; the status is as they say."""
    draft = handed_in(status)
    changed = draft.answers | {"name.name": draft.answers["name.name"].model_copy(update={"value": "Otherwise"})}
    on = stage(draft.model_copy(update={"answers": changed}) if move == "revise" else draft)
    author = on.talker("Anna")
    author.do(Act("says", "/start"))
    for action in AUTHORS[move]:
        shown = [one for row in author.replies[max(author.replies)].rows for one in row if one.press.action == action]
        forged = Button(label=action, press=Press(draft=1, keyboard_version=0, about="", action=action))
        assert press(author, shown[0] if shown else forged).strip()
    _as_ruled(on, status, move)


@pytest.mark.parametrize("move", [move for move in DESK if move != "take over"])
def test_old_button_of_a_former_coordinator_says_so(move: Move) -> None:
    """Rights are those of the moment: a button from before does nothing but say so, and so do words and commands."""
    on = stage(handed_in("submitted", comment(1, "name.name", "Why?", asked=False), claimed=move != "claim"))
    cora = on.talker("Cora")
    does(cora, "/queue", "/show 1")
    before = draft_of(on)
    del on.collection.roles[cora.user]
    said = press(cora, Button(label="", press=Press(draft=1, keyboard_version=0, about="", action=DESK[move][0])))
    words = does(cora, "What about it?")
    again = press(cora, Button(label="", press=Press(draft=1, keyboard_version=0, about="", action="read")))
    unknown = does(cora, "/queue")
    sentence = "That is for coordinators, and you are none at this moment. Nothing was changed."
    assert [True, True, True, False, before] == [
        sentence in said,
        bool(words),
        sentence in again,
        "Waiting for review" in unknown,
        draft_of(on),
    ]


def test_reply_and_edit_of_a_former_coordinator_change_nothing() -> None:
    """Who has lost the role can neither comment by a reply nor change a comment by editing its message."""
    on = stage(handed_in())
    cora = on.talker("Cora")
    does(cora, "/show 1", "[Name of the practice]")
    cora.do(Act("replies", "Why that name?", "Section 1 of 16"))
    commented = draft_of(on)
    del on.collection.roles[cora.user]
    cora.do(Act("replies", "And who?", "Section 1 of 16"))
    cora.do(Act("edits", "Who gave that name?", "Why that name?"))
    assert (commented, "Why that name?") == (draft_of(on), commented.review.comments[0].text)


def test_two_confirm_a_decision_at_once() -> None:
    """Of two coordinators with a decision before them, the second hears that it is decided."""
    on = stage(handed_in())
    cora, carl = on.talker("Cora"), on.talker("Carl")
    on.collection.roles[AUTHOR] = "practitioner"
    does(cora, "/show 1", "[Approve]")
    does(carl, "/show 1", "[Take over]", "[Decline]", "Not tried out.")
    assert ("declined", True) == (
        _status_after(on, lambda: does(carl, "[Decline]")),
        "Something has changed here since" in does(cora, "[Approve]"),
    )
    assert CARL == draft_of(on).review.log[-1].by.user  # type: ignore[union-attr]  # it was no author's move


def _status_after(on: CoreTestBed, act: object) -> Status:
    assert callable(act)
    act()
    return draft_of(on).status


def test_page_of_a_revision_is_within_limits_whatever_is_asked() -> None:
    """A hundred long comments are shown in messages that Telegram takes."""
    comments = [comment(n, "name.name", f"{n} " * 900) for n in range(1, 101)]
    on = stage(handed_in("changes_requested", *comments))
    author = on.talker("Anna")
    author.conversation = author.conversation.model_copy(update={"state": Revising()})
    does(author, "/start")
    assert max(len(reply.text) for reply in author.replies.values()) <= MESSAGE
