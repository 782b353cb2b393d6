"""What coordinators read while they review: who is on it, comments, decisions."""

from collections.abc import Sequence
from datetime import datetime

from conversations.refusals import counted
from conversations.review.record import Comment, Member, Weight
from conversations.review.wording.phrases import called, capital, moment

CANCEL = "Cancel"
REVIEW = "Review this"
TAKE_OVER = "Take over"
LET_GO = "Let go"
REQUEST = "Request changes"
TAKE_BACK = "Take back the request"
APPROVE = "Approve"
DECLINE = "Decline"
REOPEN = "Reopen"
COMMENT = "Comment"
SEND_REQUEST = "Send to the author"
MAKE = {"must fix": "Make it a suggestion", "suggestion": "Make it a must-fix"}
EDIT, UNSAY, RESOLVE, UNRESOLVE = "Edit", "Withdraw", "Resolve", "Reopen"
SURE = {"request": SEND_REQUEST, "approve": APPROVE, "decline": DECLINE, "reopen": REOPEN}
ONLY_READING = "To comment or decide, press Review this first: then others see that you are on it."
NOT_REVIEWED = "It is not under review at this moment, so nothing was done and nothing was kept."
OWN_PRACTICE = "This is your own practice, so another coordinator has to review it."
LETTING_GO = "You have let it go: it waits for whoever takes it next."
CLAIMED = "You are on it now. Other coordinators see that."
NO_COMMENT_HERE = (
    "I did not take that as a comment. Press Comment at a question, or reply to its message; both need you to be on "
    "the submission."
)
NO_COMMENT_YET = "There is no open comment to ask for. Comment on at least one question first."
WRITE_REASON = "Write the reason as a message. The author gets it word for word."
DECLINE_HINT = "A decline ends the review; it can be reopened. Where changes would help, request them instead."
COMMENT_CLOSED = (
    "That comment has been answered, resolved or withdrawn, or the submission is decided, so it was not changed. Make "
    "a new comment where something is left to say."
)
COMMENT_WITHDRAWN = "Comment withdrawn."
COMMENT_RESOLVED = "Resolved."
COMMENT_REOPENED = "Open again."
REQUEST_SENT = "Sent. The author gets one message with all comments, and you hear of the revision."


def now_says(text: str) -> str:
    """Give a comment that is to be replaced."""
    return f"It says now: {text}"


def taken_by(member: Member, since: datetime) -> str:
    """Say why a coordinator cannot go on."""
    return (
        f"{capital(called(member))} has been on it since {moment(since)}. You can read it, or press Take over; "
        f"{called(member)} is told then."
    )


def comment_line(comment: Comment) -> str:
    """Head a comment: its number, its weight, how it stands, whose it is."""
    sent = "" if comment.asked or comment.state != "open" else ", not sent yet"
    return f"Comment {comment.number} ({comment.weight}, {comment.state}{sent}) by {called(comment.by)}:"


def author_replied(reply: str) -> str:
    """Give what the author said to a comment."""
    return f"The author replied: {reply}"


def commenting(title: str, weight: Weight) -> str:
    """Head the page on which a comment is awaited."""
    return f"Comment on {title} ({weight})"


WRITE_COMMENT = (
    "Write it as a message. A must-fix has to be settled before approval; a suggestion may be left. The author gets it "
    "with your name when you request changes."
)


def comment_kept(number: int, title: str, weight: Weight) -> str:
    """Confirm a comment."""
    return f"Comment {number} on {title} is kept ({weight}). The author gets it when you request changes."


def comment_changed(number: int, *, told: bool, whole: bool = False) -> str:
    """Confirm that a comment was changed, or that the rest of it has come (``whole``)."""
    return f"Comment {number} is {'complete' if whole else 'changed'}. {'The author is told.' if told else ''}".rstrip()


def so_far(count: int) -> str:
    """Tell how much of a long text has come."""
    return f"So far: {counted(count, 'character')}. Send the rest, or press Done if that was all."


def comments_counted(open_: Sequence[Comment], answered: int, resolved: int) -> str:
    """Count comments by how they stand."""
    if not (open_ or answered or resolved):
        return "No comments yet."
    fixes = sum(comment.weight == "must fix" for comment in open_)
    return f"Comments: {len(open_)} open ({fixes} must fix), {answered} answered, {resolved} resolved."


def blocked(titles: Sequence[str]) -> str:
    """Say why a submission cannot be approved."""
    return (
        f"It cannot be approved while a must-fix is open: {', '.join(titles)}. Request changes, or resolve or withdraw "
        "the comment."
    )


def reason_too_long(count: int, limit: int) -> str:
    """Refuse a reason that one message does not hold."""
    return f"That is {count:,} characters, and the author can get {limit:,}. Nothing of it was kept: send it shorter."


CONFIRM = {
    "request": "These comments go to the author in one message:",
    "approve": "It enters the Collection and is published, contact details too. The author is told. You can reopen it.",
    "decline": "The author is told, with this reason:",
    "reopen": "It is taken up again, and you are on it. The author is told.",
}
DONE = {
    "approve": "Approved. The author is told.",
    "decline": "Declined. The author is told, with the reason.",
    "reopen": "Reopened. You are on it, and the author is told.",
    "take back": "The request is taken back, and the author is told. It waits for you again.",
}
