"""The life of a submission: which move leads from which status to which, and whose move it is.

All that is allowed stands in ``MOVES``; the diagram is drawn from it, buttons are shown by it, and a move that it does
not have is not made.
"""

from dataclasses import dataclass
from typing import Literal

from conversations.conversation import Draft
from conversations.review.record import Move
from conversations.status import Status


@dataclass(frozen=True)
class Rule:
    """One move: from which statuses, to which one (``None``: it stays), and whose it is."""

    before: tuple[Status, ...]
    after: Status | None
    whose: Literal["author", "coordinator"]


MOVES: dict[Move, Rule] = {
    "hand in": Rule(("draft",), "submitted", "author"),
    "claim": Rule(("submitted", "changes_requested"), None, "coordinator"),
    "take over": Rule(("submitted", "changes_requested"), None, "coordinator"),
    "let go": Rule(("submitted", "changes_requested"), None, "coordinator"),
    "request": Rule(("submitted",), "changes_requested", "coordinator"),
    "take back": Rule(("changes_requested",), "submitted", "coordinator"),
    "revise": Rule(("submitted", "changes_requested", "approved", "withdrawn"), "submitted", "author"),
    "approve": Rule(("submitted",), "approved", "coordinator"),
    "decline": Rule(("submitted",), "declined", "coordinator"),
    "reopen": Rule(("approved", "declined"), "submitted", "coordinator"),
    "withdraw": Rule(("submitted", "changes_requested", "approved"), "withdrawn", "author"),
    "hand in again": Rule(("withdrawn",), "submitted", "author"),
}


def allows(draft: Draft, move: Move) -> bool:
    """Say whether the draft's status allows the move."""
    return draft.status in MOVES[move].before


def may_change(draft: Draft) -> bool:
    """Say whether its author may change the draft, be it as a proposal."""
    return draft.status == "draft" or allows(draft, "revise")


def after(draft: Draft, move: Move) -> Status:
    """Say which status the move leads to."""
    return MOVES[move].after or draft.status
