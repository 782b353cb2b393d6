"""Every sentence about a review that the author sees, and the notifications to authors and coordinators."""

from collections.abc import Sequence
from datetime import datetime

from conversations.dialogue.model import Status
from conversations.dialogue.review_record import Comment, Member, Move, Weight
from conversations.fields.texts import comments
from conversations.fields.times import day, day_of, moment, on
from conversations.form.texts import shortened
from conversations.languages import ngettext, number

# People

SOMEBODY = "a coordinator"


def called(member: Member | None) -> str:
    """Name a coordinator or admin; without a member, the author."""
    return member.name or SOMEBODY if member else "the author"


def capital(text: str) -> str:
    """Write the first letter as a capital."""
    return text[:1].upper() + text[1:]


# Buttons

TO_REVISION = "Changes"
STATUS = "Status"
READ_PRACTICE = "Read the practice"
TO_PRACTICE = "Go on with the practice"
SEND_REVISION = "Send revision"
DISCARD = "Discard my changes"
REPLY = "Reply to the comment"
WITHDRAW = "Withdraw"
WITHDRAW_YES = "Yes, withdraw it"
HAND_IN_AGAIN = "Submit again"
SEEN = "Who has seen this"


# The author's page: comments, changes, revision, withdrawal

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
HAS_CHANGES = "You have changes that are not sent yet. Press Changes to see them."
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


def request_title(title: str, reference: str) -> str:
    """Head the notification that asks for changes, and the page of the revision."""
    return f"Changes requested: “{title}” ({reference})"


def own_changes(title: str, reference: str) -> str:
    """Head the page of changes that nobody asked for."""
    return f"Your changes to “{title}” ({reference})"


def request_line(number: int, title: str, weight: Weight) -> str:
    """Head the comment on one question."""
    return f"{number}. {title} ({weight})"


def asks(comment: Comment) -> str:
    """Write a comment above its question."""
    return f"{capital(called(comment.by))} ({comment.weight}): {comment.text}"


def your_reply(reply: str) -> str:
    """Repeat the author's reply."""
    return f"Your reply: {reply}"


def left_to_do(titles: Sequence[str]) -> str:
    """Say which comments must still be dealt with."""
    return f"Before you can send, change or reply to: {', '.join(titles)}."


def lacking(titles: Sequence[str]) -> str:
    """Say which answers are missing or wrong because of the changes."""
    return f"Before you can send, answer or fix: {', '.join(titles)}."


def proposed(title: str, reference: str) -> str:
    """Say that a change after submission is only a proposal."""
    return f"Your change to {title} is a proposal: {reference} stays as it was until you press Send revision."


def proposed_elsewhere(name: str) -> str:
    """Say where a proposed change can be sent."""
    return f"To send or discard it, open “{name}” from /drafts."


def revision_sent(reference: str) -> str:
    """Confirm a revision."""
    return f"Your revision of {reference} is sent. The coordinators will read the changes and answer here."


def withdrawn(reference: str) -> str:
    """Confirm that a submission was withdrawn."""
    return f"{reference} is withdrawn."


def handed_in_again(reference: str) -> str:
    """Confirm that a withdrawn practice is submitted again."""
    return f"{reference} is submitted again. The coordinators will answer here."


def waits_for_you(count: int) -> str:
    """Say how many comments ask for changes."""
    return f"The coordinators ask for changes: {comments(count)}. Press Changes to see them."


def is_approved(at: datetime, now: datetime) -> str:
    """Say that a practice was approved."""
    when = on(moment(at, now))
    return f"Approved {when}. It is part of the Collection and is published. You do not need to do anything."


def is_declined(reason: str, contact: str) -> str:
    """Say that a practice is declined; ``contact`` is the operator's address, if there is one."""
    where = f" ({contact})" if contact else ""
    differently = f"If you disagree, write to the coordinators{where}: they can reopen it."
    return f"Declined. The reason: {reason}\n{differently}"


# Who can read a practice, and who has read it

NOBODY_MAY_READ = "No coordinator has been named yet."
NOBODY_READ = "Nobody has read it yet."


def may_read(members: Sequence[Member]) -> str:
    """Say who can read a draft or submission."""
    if not members:
        return NOBODY_MAY_READ
    names = [member.name for member in members if member.name]
    others = len(members) - len(names)
    more = (
        ngettext("{count} other", "{count} others", others)
        if names
        else ngettext("{count} person", "{count} people", others)
    )
    names += [more.format(count=number(others))] if others else []
    return f"The coordinators can read it, also while you write: {', '.join(names)}."


def read_by(members: Sequence[Member], days: Sequence[datetime], now: datetime) -> str:
    """Say in one line who has read a practice, and when last."""
    read = [f"{called(member)} {on(day(day_of(at), now))}" for member, at in zip(members, days, strict=True)]
    return f"Read by {', '.join(read)}."


def has_read(member: Member, first: datetime, last: datetime, now: datetime) -> str:
    """Say who has read it."""
    begin, end = day_of(first), day_of(last)
    when = f"first {on(day(begin, now))}, last {on(day(end, now))}" if begin != end else on(day(begin, now))
    return f"{capital(called(member))} has read it {when}."


# Questions of the author to the coordinators

REPLY_TO_ENQUIRY = (
    "To answer, press Open the question, or reply to this message (swipe it, or hold it and press Reply)."
)
REPLY_AGAIN = "To answer, reply to this message (swipe it, or hold it and press Reply)."
SENT_TO_AUTHOR = "Sent to the author."
ENQUIRY_CLOSED = (
    "I cannot send more messages about that question. The author can ask a new one at a question of the form."
)


def enquiry(title: str, question: str, *, again: bool) -> str:
    """Head the notification of an author's question to the coordinators."""
    asks = "writes again" if again else "asks"
    return f"The author of “{title}” {asks} about {question}:"


def enquiry_before(words: str) -> str:
    """Repeat what the author asked."""
    return f"Earlier, the author wrote: {words}"


def enquiry_reply(by: Member, title: str, question: str) -> str:
    """Head a coordinator's reply to an author's question."""
    return f"{capital(called(by))} replies to your question about “{title}” ({question}):"


def enquiry_replied_by(by: Member, title: str, question: str) -> str:
    """Head the notification that another coordinator has replied to an author."""
    return f"{capital(called(by))} has answered the author of “{title}” ({question}):"


# Notifications

PRESS_QUESTION = "Press a question to see the comment; there you can change your answer, or reply to the comment."
NEWS: dict[Move, str] = {
    "hand in": "new",
    "revise": "revised",
    "withdraw": "withdrawn by its author",
    "hand in again": "submitted again",
}
NEWS_TITLE = "New in the queue"
NEWS_HINT = "/queue shows everything that waits. /notify sets how often I write to you about it."


def taken_over(title: str, reference: str, by: Member) -> str:
    """Tell a coordinator that another one has taken over."""
    return f"{capital(called(by))} is now reviewing “{title}” ({reference}) instead of you. Your comments are kept."


def asked_for(by: Member) -> str:
    """Say who asks for changes."""
    return f"{capital(called(by))} has read your practice and asks for changes. Your other answers stay as they are."


def more_asked(count: int) -> str:
    """Say how many comments do not fit."""
    return ngettext(
        "… and {count} more comment: press Changes to see them all.",
        "… and {count} more comments: press Changes to see them all.",
        count,
    ).format(count=number(count))


def notify_approved(title: str, reference: str, by: Member) -> str:
    """Tell the author that the practice is approved."""
    return (
        f"“{title}” ({reference}) is approved by {called(by)}. It enters the RAN Collection and is published with "
        "the contact details that you gave. You do not need to do anything. To withdraw it, press Status, then "
        "Withdraw."
    )


def notify_declined(title: str, reference: str, by: Member, reason: str, contact: str = "") -> str:
    """Tell the author that the practice is declined; ``contact`` is the operator's address, if there is one."""
    where = f" ({contact})" if contact else ""
    return (
        f"“{title}” ({reference}) is declined by {called(by)}, for this reason:\n\n{reason}\n\nIt is not published. "
        f"Your answers stay here. If you disagree, write to the coordinators{where}: they can reopen it."
    )


def notify_reopened(title: str, reference: str, by: Member) -> str:
    """Tell the author that the decision no longer counts."""
    return (
        f"{capital(called(by))} has reopened “{title}” ({reference}): the earlier decision no longer counts, and the "
        "review goes on. You do not need to do anything until we write here."
    )


def notify_taken_back(title: str, reference: str, by: Member) -> str:
    """Tell the author that the request for changes is withdrawn."""
    return (
        f"{capital(called(by))} has withdrawn the request for changes to “{title}” ({reference}). You do not need to "
        "do anything until we write here. Your changes so far are saved, and you can still send them."
    )


def notify_comment_changed(title: str, reference: str, comment: Comment, question: str, words: str) -> str:
    """Tell the author that a comment was changed or withdrawn."""
    if comment.state == "withdrawn":
        return f"{capital(called(comment.by))} has withdrawn the comment on {question} of “{title}” ({reference})."
    return (
        f"{capital(called(comment.by))} has changed the comment on {question} of “{title}” ({reference}). It now "
        f"says ({comment.weight}):\n\n{words}"
    )


def notify_withdrawn(title: str, reference: str) -> str:
    """Tell the reviewing coordinator that the author has withdrawn the submission."""
    return f"The author has withdrawn “{title}” ({reference}), which you were reviewing. It is no longer in the queue."


def news_line(title: str, reference: str, moves: Sequence[Move]) -> str:
    """Say what happened to one submission."""
    return f"{reference} · {shortened(title, 40)}: {', then '.join(NEWS[move] for move in dict.fromkeys(moves))}"


def more_news(count: int) -> str:
    """Say how much news does not fit."""
    return f"… and {count} more"
