"""What is said to somebody who did not ask at that moment: letters to authors and coordinators, and the news."""

from collections.abc import Sequence

from conversations.refusals import counted
from conversations.review.record import Comment, Member, Move, Weight
from conversations.review.wording.phrases import called, capital
from conversations.wording import shortened

TO_REVISION = "Changes"
STATUS = "Status"
READ_PRACTICE = "Read the practice"
TO_PRACTICE = "Go on with the practice"
REPLY_TO_ENQUIRY = "Reply to this message (swipe it, or hold it and press Reply): the author gets what you write."
REPLY_AGAIN = "To answer, reply to this message (swipe it, or hold it and press Reply)."
SENT_TO_AUTHOR = "Sent to the author."
PRESS_QUESTION = "Press a question to see the comment; there you can change your answer, or reply to the comment."


def enquiry(title: str, question: str, *, again: bool) -> str:
    """Head what an author asks the coordinators."""
    asks = "writes again" if again else "asks"
    return f"The author of “{title}” {asks}, at {question}:"


def enquiry_replied_by(by: Member, title: str, question: str) -> str:
    """Head what another coordinator replied to an author."""
    return f"{capital(called(by))} replied to the author of “{title}”, at {question}:"


def enquiry_before(words: str) -> str:
    """Repeat what the author asked."""
    return f"The author wrote before: {words}"


def enquiry_reply(by: Member, title: str, question: str) -> str:
    """Head a coordinator's reply to an author's question."""
    return f"{capital(called(by))} replies to your question about “{title}”, at {question}:"


def taken_over(title: str, reference: str, by: Member) -> str:
    """Tell a coordinator that another one has taken over."""
    return f"{capital(called(by))} has taken over “{title}” ({reference}) from you. Your comments stay with it."


def asked_for(by: Member) -> str:
    """Say who asks for changes, and what can be done."""
    return f"{capital(called(by))} has read your practice and asks for changes. Your other answers stay as they are."


def request_line(number: int, title: str, weight: Weight) -> str:
    """Head what is asked for on one question."""
    return f"{number}. {title} ({weight})"


def more_asked(count: int) -> str:
    """Say that there is more than fits."""
    return f"… and {counted(count, 'more comment')}: press Changes to see them all."


def request_title(title: str, reference: str) -> str:
    """Head the message that asks for changes, and the page of the revision."""
    return f"Changes requested: “{title}” ({reference})"


def letter_approved(title: str, reference: str, by: Member) -> str:
    """Tell an author of an approval."""
    return (
        f"“{title}” ({reference}) is approved by {called(by)}. It enters the RAN Collection and is published with "
        "the contact details that you gave. You do not need to do anything. To withdraw it, press Status, then "
        "Withdraw."
    )


def letter_declined(title: str, reference: str, by: Member, reason: str, contact: str = "") -> str:
    """Tell an author of a refusal, and where to write to, where the operator has said so."""
    where = f" ({contact})" if contact else ""
    return (
        f"“{title}” ({reference}) is declined by {called(by)}, for this reason:\n\n{reason}\n\nIt is not published. "
        f"Your answers stay here. If you disagree, write to the coordinators{where}: they can reopen it."
    )


def letter_reopened(title: str, reference: str, by: Member) -> str:
    """Tell an author that a decision was taken back."""
    return (
        f"{capital(called(by))} has reopened “{title}” ({reference}): the earlier decision no longer counts, and the "
        "review goes on. You do not need to do anything until we write here."
    )


def letter_taken_back(title: str, reference: str, by: Member) -> str:
    """Tell an author that nothing is asked of them any more."""
    return (
        f"{capital(called(by))} has withdrawn the request for changes to “{title}” ({reference}). You do not need to "
        "do anything until we write here. Your changes so far are saved, and you can still send them."
    )


def letter_comment_changed(title: str, reference: str, comment: Comment, question: str, words: str) -> str:
    """Tell an author that a comment reads otherwise now, or was withdrawn."""
    if comment.state == "withdrawn":
        return f"{capital(called(comment.by))} has withdrawn the comment on {question} of “{title}” ({reference})."
    return (
        f"{capital(called(comment.by))} has changed the comment on {question} of “{title}” ({reference}). It now "
        f"says ({comment.weight}):\n\n{words}"
    )


def letter_withdrawn(title: str, reference: str) -> str:
    """Tell the coordinator who is on it that the author has withdrawn a submission."""
    return f"The author has withdrawn “{title}” ({reference}), which you were on. It has left the queue."


NEWS: dict[Move, str] = {
    "hand in": "new",
    "revise": "revised",
    "withdraw": "withdrawn by its author",
    "hand in again": "submitted again",
}
NEWS_TITLE = "News for the coordinators"
NEWS_HINT = "/queue shows all that waits; /notify sets how often you hear of news."


def news_line(title: str, reference: str, moves: Sequence[Move]) -> str:
    """Say what happened to one submission."""
    return f"{reference} · {shortened(title, 40)}: {', then '.join(NEWS[move] for move in dict.fromkeys(moves))}"


def more_news(count: int) -> str:
    """Say that there is more than fits."""
    return f"… and {count} more"
