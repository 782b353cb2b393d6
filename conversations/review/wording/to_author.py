"""What authors read of a review of theirs: on the pages of their own side."""

from collections.abc import Sequence
from datetime import datetime

from conversations.refusals import counted
from conversations.review.record import Comment, Member
from conversations.review.wording.phrases import called, capital, day
from conversations.status import Status

SEND_REVISION = "Send revision"
DISCARD = "Discard my changes"
REPLY = "Reply to the comment"
WITHDRAW = "Withdraw"
WITHDRAW_YES = "Yes, withdraw it"
HAND_IN_AGAIN = "Submit again"
SEEN = "Who has seen this"
DONE_BY_AUTHOR = {True: "done", False: "to do"}
TAKEN_AWAY = "removed"
NO_PRACTICE = "You have no practice of your own yet. /new starts one."
CHANGED_SO_FAR = "Changed, not sent yet"
APPROVED_GOES_BACK = (
    "The practice is approved. The coordinators read a revision again, and it is approved once they agree."
)
NOT_SENT_YET = "Until you press Send revision, the practice stays as you submitted it."
STAYS_WITHDRAWN = "It stays withdrawn until you press Send revision."
COMMENT_GONE = (
    "The coordinator has withdrawn the comment or the request, so no reply is needed. Your words are kept in the "
    "history."
)
WRITE_REPLY = "Write your reply as a message. The coordinator gets it with the revision."
REPLIED = "Your reply is saved. The coordinator gets it with the revision."
REVISION_READY = "You have dealt with all comments. Press Send revision to send it to the coordinators."
SUGGESTIONS_LEFT = "Press Send revision to send it to the coordinators. You can leave a suggestion as it is."
CHANGES_READY = "Press Send revision to send your changes to the coordinators, or discard them."
NOT_ASKED_NOW = "This question no longer needs a change. Here is the practice as it is now."
DISCARDED = "Your changes are discarded. The practice is as you submitted it."
SURE_TO_WITHDRAW = (
    "The coordinators stop the review, and the practice is not published; a published one is taken out. Your "
    "answers stay here, and you can submit it again."
)
NOBODY_MAY_READ = "No coordinator has been named yet."
NOBODY_READ = "Nobody has read it yet."


def own_changes(title: str, reference: str) -> str:
    """Head the page of a revision that nobody asked for."""
    return f"Your changes to “{title}” ({reference})"


def asks(comment: Comment) -> str:
    """Give a comment above its question."""
    return f"{capital(called(comment.by))} ({comment.weight}): {comment.text}"


def your_reply(reply: str) -> str:
    """Give back what the author replied."""
    return f"Your reply: {reply}"


def left_to_do(titles: Sequence[str]) -> str:
    """Say which must-fixes are still open."""
    return f"Before you can send, change or reply to: {', '.join(titles)}."


def lacking(titles: Sequence[str]) -> str:
    """Say what the changes have made missing or wrong."""
    return f"Before you can send, answer or fix: {', '.join(titles)}."


ENQUIRY_CLOSED = "I cannot send more about that question. To ask another, write it at a question of the form."


def proposed(title: str, reference: str) -> str:
    """Say that an edit after submission is kept apart."""
    return f"Your change to {title} is a proposal: {reference} stays as it was until you press Send revision."


def proposed_elsewhere(name: str) -> str:
    """Say where a proposed change can be sent."""
    return f"To send or discard it, open “{name}” from /drafts."


def revision_sent(reference: str) -> str:
    """Confirm a revision."""
    return f"Your revision of {reference} is sent. The coordinators will read the changes and answer here."


def withdrawn(reference: str) -> str:
    """Confirm that a submission was withdrawn."""
    return f"{reference} is withdrawn: nobody reviews it, and it is not published. To undo that, press Submit again."


def handed_in_again(reference: str) -> str:
    """Confirm that a submission was handed in again."""
    return f"{reference} is submitted again. The coordinators will answer here."


def waits_for_you(count: int) -> str:
    """Say how much a coordinator asks for."""
    return f"The coordinators ask for changes: {counted(count, 'comment')}. Press Changes to see them."


def is_approved(at: datetime) -> str:
    """Say that a practice was approved."""
    return f"Approved on {day(at)}: it is part of the Collection and is published. You do not need to do anything."


def is_declined(reason: str, contact: str) -> str:
    """Say that a practice was declined, and where to write to, where the operator has said so."""
    where = f" ({contact})" if contact else ""
    differently = f"If you disagree, write to the coordinators{where}: they can reopen it."
    return f"Declined. The reason: {reason}\n{differently}"


IS_WITHDRAWN = (
    "You have withdrawn it: nobody reviews it, and it is not published. To bring it back, press Submit again, or "
    "change an answer first."
)
HEADINGS: dict[Status, str] = {
    "changes_requested": "Changes requested",
    "approved": "Approved",
    "declined": "Declined",
    "withdrawn": "Withdrawn",
}
HAS_CHANGES = "You have changes that are not sent yet. Press Changes to see them."


def may_read(members: Sequence[Member]) -> str:
    """Say who may read a draft or submission."""
    if not members:
        return NOBODY_MAY_READ
    names = [member.name for member in members if member.name]
    others = len(members) - len(names)
    names += [counted(others, "other") if names else counted(others, "person", "people")] if others else []
    return f"The coordinators can read it, also while you write: {', '.join(names)}."


def has_read(member: Member, first: datetime, last: datetime) -> str:
    """Say who has read it."""
    again = f", last on {day(last)}" if last.date() != first.date() else ""
    return f"{capital(called(member))} has read it, first on {day(first)}{again}."
