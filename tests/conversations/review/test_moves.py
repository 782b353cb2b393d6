"""The moves of a submission: each move from each status is made, or refused with a sentence."""

from itertools import product
from typing import get_args

import pytest
from support.core_review import AUTHOR, CARL, bed, comment, does, draft_of, handed_in, press
from support.core_talker import CoreTestBed

from bot.demo.transcripts import Act
from conversations.dialogue import reviews
from conversations.dialogue.inputs import Press, Wrote
from conversations.dialogue.model import Status
from conversations.dialogue.pages import Confirming
from conversations.dialogue.replies import Button
from conversations.dialogue.review_record import Move, Weight
from conversations.dialogue.state import AtDesk
from conversations.filling import role_texts
from conversations.review import texts

STATUSES: tuple[Status, ...] = get_args(Status)


COORDINATORS: dict[Move, tuple[str, ...]] = {
    "claim": ("claim",),
    "take over": ("takeover",),
    "let go": ("letgo",),
    "request": ("request", "sure"),
    "take back": ("takeback",),
    "approve": ("approve", "sure"),
    "decline": ("decline", "", "sure"),
    "reopen": ("reopen", "sure"),
}
"""The buttons that a coordinator presses for each move; "" is a typed reason."""


AUTHORS: dict[Move, tuple[str, ...]] = {
    "hand in": ("summary", "submit"),
    "revise": ("revising", "revise"),
    "withdraw": ("withdraw", "withdrawn"),
    "hand in again": ("again",),
}
"""The buttons that an author presses for each move."""


def test_every_move_is_tried() -> None:
    """The two tables above have all moves."""
    assert set(reviews.MOVES) == {*COORDINATORS, *AUTHORS}


@pytest.mark.parametrize(("move", "status"), list(product(COORDINATORS, STATUSES)))
def test_move_of_a_coordinator_from_a_status(move: Move, status: Status) -> None:
    """A move is made if the rules allow it, else refused with a sentence; the status follows the rules."""
    weight: Weight = "suggestion" if move == "approve" else "must fix"
    on = bed(handed_in(status, comment(1, "name.name", "Why?", weight, asked=False), claimed=move != "claim"))
    who = on.talker("Carl" if move == "take over" else "Cora")
    before = draft_of(on)
    who.do(Act("says", "/queue"))
    for action in COORDINATORS[move]:
        shown = [one for row in who.replies[max(who.replies)].rows for one in row if one.press.action == action]
        forged = Button(label=action, press=Press(draft=1, keyboard_version=0, about="", action=action))
        said = press(who, shown[0] if shown else forged) if action else does(who, "Not tried out.")
        if action == COORDINATORS[move][0] and not shown:
            said = _pressed_on_the_card(on, move, said)
        assert said.strip()
    _as_ruled(on, before.status, move)


def _pressed_on_the_card(on: CoreTestBed, move: Move, said: str) -> str:
    """Press the button on the card, if it is shown."""
    who = on.talker("Carl" if move == "take over" else "Cora")
    opened = Button(label="", press=Press(draft=1, keyboard_version=0, about="", action="read"))
    press(who, opened)
    shown = [
        one for row in who.replies[max(who.replies)].rows for one in row if one.press.action == COORDINATORS[move][0]
    ]
    return press(who, shown[0]) if shown else said


def _as_ruled(on: CoreTestBed, before: Status, move: Move) -> None:
    """Check that the move was made if the rules allow it, and only then."""
    draft, rule = draft_of(on), reviews.MOVES[move]
    made = [entry.move for entry in draft.review.log if entry.move != "hand in" or before == "draft"]
    expected = [move] if before in rule.before else []
    after = (rule.after or before) if expected else before
    assert (expected, after) == (made, draft.status)


@pytest.mark.parametrize(("move", "status"), list(product(AUTHORS, STATUSES)))
def test_move_of_an_author_from_a_status(move: Move, status: Status) -> None:
    """A move is made if the rules allow it, else refused with a sentence; the status follows the rules."""
    draft = handed_in(status)
    changed = draft.answers | {"name.name": draft.answers["name.name"].model_copy(update={"value": "Otherwise"})}
    on = bed(draft.model_copy(update={"answers": changed}) if move == "revise" else draft)
    author = on.talker("Anna")
    author.do(Act("says", "/start"))
    for action in AUTHORS[move]:
        shown = [one for row in author.replies[max(author.replies)].rows for one in row if one.press.action == action]
        forged = Button(label=action, press=Press(draft=1, keyboard_version=0, about="", action=action))
        assert press(author, shown[0] if shown else forged).strip()
    _as_ruled(on, status, move)


@pytest.mark.parametrize("move", [move for move in COORDINATORS if move != "take over"])
def test_old_button_of_a_former_coordinator_says_so(move: Move) -> None:
    """Without the role an old button only says so; texts and commands change nothing either."""
    on = bed(handed_in("submitted", comment(1, "name.name", "Why?", asked=False), claimed=move != "claim"))
    cora = on.talker("Cora")
    does(cora, "/queue", "/show 1")
    before = draft_of(on)
    del on.collection.roles[cora.user]
    said = press(
        cora, Button(label="", press=Press(draft=1, keyboard_version=0, about="", action=COORDINATORS[move][0]))
    )
    words = does(cora, "What about it?")
    again = press(cora, Button(label="", press=Press(draft=1, keyboard_version=0, about="", action="read")))
    unknown = does(cora, "/queue")
    sentence = "Only coordinators can do that, and you are not one now. Nothing was changed."
    assert [True, True, True, False, before] == [
        sentence in said,
        bool(words),
        sentence in again,
        "Waiting for review" in unknown,
        draft_of(on),
    ]


def test_reply_and_edit_of_a_former_coordinator_change_nothing() -> None:
    """Without the role nobody can comment by a reply or change a comment by an edit."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    does(cora, "/show 1", "[Name of the practice]")
    cora.do(Act("replies", "Why that name?", "Section 1 of 16"))
    commented = draft_of(on)
    del on.collection.roles[cora.user]
    cora.do(Act("replies", "And who?", "Section 1 of 16"))
    cora.do(Act("edits", "Who gave that name?", "Why that name?"))
    assert (commented, "Why that name?") == (draft_of(on), commented.review.comments[0].text)


def test_two_coordinators_confirm_at_once() -> None:
    """The second of two coordinators reads that the submission was decided."""
    on = bed(handed_in())
    cora, carl = on.talker("Cora"), on.talker("Carl")
    on.collection.roles[AUTHOR] = "practitioner"
    does(cora, "/show 1", "[Approve]")
    does(carl, "/show 1", "[Take over]", "[Decline]", "Not tried out.")
    assert ("declined", True) == (
        _status_after(on, lambda: does(carl, "[Decline]")),
        "This has changed since" in does(cora, "[Approve]"),
    )
    assert CARL == draft_of(on).review.log[-1].by.user  # type: ignore[union-attr]  # only an author's move has no name


def _status_after(on: CoreTestBed, act: object) -> Status:
    assert callable(act)
    act()
    return draft_of(on).status


def test_empty_reason_is_asked_again() -> None:
    """After a text without a visible character the reason is asked again."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    asked = does(cora, "/show 1", "[Decline]")
    again = "\n".join(shown.text for shown in cora.give(Wrote(text="\x00", message=99)))
    assert asked == again


def test_cancel_of_a_decision_leads_to_the_card() -> None:
    """Cancel leads from the reason and from the confirmation to the card."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    card = does(cora, "/show 1")
    assert [card, card] == [does(cora, "[Decline]", "[Cancel]"), does(cora, "[Approve]", "[Cancel]")]


def test_long_reason_is_kept_and_can_be_cut_or_replaced() -> None:
    """A reason that does not fit into one message is kept; its beginning, or a shorter one, can be sent."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    said = does(cora, "/show 1", "[Decline]", "w" * 2501)
    cut = does(cora, "[Use the first 2,500 characters]")
    cancelled = does(cora, "[Cancel]", "[Decline]")
    does(cora, "Too short.", "[Decline]")
    assert ["That is 2,501 characters, 1 over the limit of 2,500", True, True] == [
        said.split("\n")[1].partition(".")[0],
        "w" * 2500 in cut and "w" * 2501 not in cut,
        "You wrote this before: “www" in cancelled,
    ]
    assert ("declined", "Too short.") == (draft_of(on).status, draft_of(on).review.log[-1].words)
    assert ["w" * 2501] == [note.text for note in cora.conversation.notes]


def test_reason_in_several_messages_is_one_reason() -> None:
    """A reason that the app cut is one reason, and an edit of one of its messages corrects it."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    does(cora, "/show 1", "[Decline]", "w" * 4096, "the rest")
    assert ["w" * 4096 + "the rest"] == [note.text for note in cora.conversation.notes]
    cora.do(Act("edits", "Short, and", "www"))
    said = does(cora, "more of it", "[Decline]")
    assert ("Declined.", "Short, and\nthe rest\nmore of it") == (said[:9], draft_of(on).review.log[-1].words)
    assert () == cora.conversation.notes


def test_old_button_to_review_after_the_decision_claims_nothing() -> None:
    """Review this, pressed again after the own approval, does not say that the review goes on."""
    cora = bed(handed_in(claimed=False)).talker("Cora")
    does(cora, "/show 1", "[Review this]", "[Approve]", "[Approve]")
    assert does(cora, "[Review this]").startswith(role_texts.CHANGED_MEANWHILE)


def test_reason_that_the_app_cut_at_a_space_is_one_reason() -> None:
    """The author never gets the end of a reason alone: the server removes the space at the cut."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    said = does(cora, "/show 1", "[Decline]", "w" * 4095, "the rest")
    assert ["w" * 4095 + " the rest"] == [note.text for note in cora.conversation.notes]
    assert "That is 4,104 characters" in said


def test_reason_that_grows_too_long_is_kept() -> None:
    """What is added to a reason is kept, too, where both together are too long."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    said = does(cora, "/show 1", "[Decline]", "a" * 2000, "b" * 600)
    assert ("That is 2,601 characters", 2601) == (said.split("\n")[1][:24], len(cora.conversation.notes[0].text))


def test_reason_of_an_older_page_is_confirmed_as_it_was() -> None:
    """A page that an older version of the bot has left keeps its reason, and a text on it is a new one."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    page = Confirming(submission=1, decision="decline", reason="As before.")
    cora.conversation = cora.conversation.model_copy(update={"state": AtDesk(page=page)})
    said = does(cora, "/start", "And more.")
    assert "As before.\nAnd more." in said


def test_request_without_a_comment_says_what_to_do() -> None:
    """Changes cannot be requested before there is a comment."""
    said = does(bed(handed_in()).talker("Cora"), "/show 1", "[Request changes]")
    assert said.startswith(texts.NO_COMMENT_YET)
