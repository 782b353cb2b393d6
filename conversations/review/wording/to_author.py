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
HAND_IN_AGAIN = "Hand in again"
SEEN = "Who has seen this"
DONE_BY_AUTHOR = {True: "done", False: "to do"}
TAKEN_AWAY = "taken away"
NO_PRACTICE = "You have no practice of your own yet. /new begins one."
CHANGED_SO_FAR = "Changed, not sent yet"
APPROVED_GOES_BACK = (
    "It is approved now; a revision goes to the coordinators first and counts as approved again once they agree."
)
NOT_SENT_YET = "The collection has the practice as it was until you press Send revision."
STAYS_WITHDRAWN = "It stays withdrawn until you press Send revision."
COMMENT_GONE = (
    "Nobody waits for that reply any more: the comment or the request has been taken back meanwhile. Your words are "
    "kept in the history."
)
WRITE_REPLY = "Write your reply as a message. The coordinator gets it with the revision."
REPLIED = "Your reply is kept. The coordinator gets it with the revision."
REVISION_READY = "All that was asked for is done. Press Send revision, so that the coordinators get it."
SUGGESTIONS_LEFT = "Press Send revision, so that the coordinators get it; a suggestion may be left as it is."
CHANGES_READY = "Press Send revision, so that the coordinators get it, or discard it."
NOT_ASKED_NOW = "That question is not asked for any more. This is how it stands."
DISCARDED = "Your changes are discarded. The practice is as it was handed in."
SURE_TO_WITHDRAW = (
    "The coordinators stop their work on it, and it is not published (one that was published is taken out). Your "
    "answers stay here, and you can hand it in again."
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
    return f"Still to change or reply to before you can send: {', '.join(titles)}."


def lacking(titles: Sequence[str]) -> str:
    """Say what the changes have made missing or wrong."""
    return f"Before you can send, answer or put right: {', '.join(titles)}."


def proposed(title: str, reference: str) -> str:
    """Say that an edit after submission is kept apart."""
    return f"This is a proposed change to {title}: {reference} stays as it was until you press Send revision."


def proposed_elsewhere(name: str) -> str:
    """Say where a proposed change can be sent."""
    return f"/drafts leads to “{name}”, where you send or discard it."


def revision_sent(reference: str) -> str:
    """Confirm a revision."""
    return f"Your revision of {reference} is sent. The coordinators compare it with what they read, and answer here."


def withdrawn(reference: str) -> str:
    """Confirm that a submission was withdrawn."""
    return f"{reference} is withdrawn. Nobody works on it and it is not published. Hand in again takes that back."


def handed_in_again(reference: str) -> str:
    """Confirm that a submission was handed in again."""
    return f"{reference} is with the coordinators again. They answer here."


def waits_for_you(count: int) -> str:
    """Say how much a coordinator asks for."""
    return f"The coordinators ask for changes: {counted(count, 'comment')}. Press Changes to see them."


def is_approved(at: datetime) -> str:
    """Say that a practice was approved."""
    return f"Approved on {day(at)}: it is part of the Collection and is published. You need do nothing more."


def is_declined(reason: str, contact: str) -> str:
    """Say that a practice was declined, and where to write to, where the operator has said so."""
    where = f" ({contact})" if contact else ""
    differently = f"If you see that differently, tell the coordinators{where}: they can reopen it."
    return f"Declined. The reason: {reason}\n{differently}"


IS_WITHDRAWN = (
    "You have withdrawn it. Nobody works on it and it is not published. To submit it once more, press Hand in "
    "again, or change an answer first."
)
HEADINGS: dict[Status, str] = {
    "changes_requested": "Changes requested",
    "approved": "Approved",
    "declined": "Declined",
    "withdrawn": "Withdrawn",
}
HAS_CHANGES = "You have changed answers since. They are not sent yet: press Changes."


def may_read(members: Sequence[Member]) -> str:
    """Say who may read a draft or submission."""
    if not members:
        return NOBODY_MAY_READ
    names = [member.name for member in members if member.name]
    others = len(members) - len(names)
    names += [counted(others, "other") if names else counted(others, "person", "people")] if others else []
    return f"The coordinators may read it, also while you write: {', '.join(names)}."


def has_read(member: Member, first: datetime, last: datetime) -> str:
    """Say who has read it."""
    again = f", last on {day(last)}" if last.date() != first.date() else ""
    return f"{capital(called(member))} has read it, first on {day(first)}{again}."
