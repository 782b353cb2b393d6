"""Every sentence about a review that the author sees, and the notifications to authors and coordinators."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import reduce

from conversations.dialogue.model import Status
from conversations.dialogue.review_record import Comment, CommentState, Member, Move, Weight
from conversations.fields.times import moment, on
from conversations.form.texts import shortened
from conversations.languages import _, ngettext, number, pgettext

# People

SOMEBODY = _("a coordinator")


def called(member: Member | None) -> str:
    """Name a coordinator or admin; without a member, the author."""
    return member.name or str(SOMEBODY) if member else str(_("the author"))


def capital(text: str) -> str:
    """Write the first letter as a capital."""
    return text[:1].upper() + text[1:]


# Buttons

TO_REVISION = _("Changes")
STATUS = _("Status")
READ_PRACTICE = _("Read the practice")
TO_PRACTICE = _("Go on with the practice")
SEND_REVISION = _("Send revision")
DISCARD = _("Discard my changes")
REPLY = _("Reply to the comment")
WITHDRAW = _("Withdraw")
WITHDRAW_YES = _("Yes, withdraw it")
HAND_IN_AGAIN = _("Submit again")
SEEN = _("Who has seen this")


# The author's page: comments, changes, revision, withdrawal

DONE_BY_AUTHOR = {True: _("done"), False: _("to do")}
TAKEN_AWAY = _("removed")
NO_PRACTICE = _("You have no practice of your own yet. /new starts one.")
CHANGED_SO_FAR = _("Changed, not sent yet")
APPROVED_GOES_BACK = _(
    "The practice is approved. The coordinators read a revision again, and it is approved once they agree."
)
NOT_SENT_YET = _("Until you press Send revision, the practice stays as you submitted it.")
STAYS_WITHDRAWN = _("It stays withdrawn until you press Send revision.")
COMMENT_GONE = _(
    "The coordinator has withdrawn the comment or the request, so no reply is needed. Your words are kept in the "
    "history."
)
WRITE_REPLY = _("Write your reply as a message. The coordinator gets it with the revision.")
REPLIED = _("Your reply is saved. The coordinator gets it with the revision.")
REVISION_READY = _("You have dealt with all comments. Press Send revision to send it to the coordinators.")
SUGGESTIONS_LEFT = _("Press Send revision to send it to the coordinators. You can leave a suggestion as it is.")
CHANGES_READY = _("Press Send revision to send your changes to the coordinators, or discard them.")
NOT_ASKED_NOW = _("This question no longer needs a change. Here is the practice as it is now.")
DISCARDED = _("Your changes are discarded. The practice is as you submitted it.")
SURE_TO_WITHDRAW = _(
    "The coordinators stop the review, and the practice is not published; a published one is taken out. Your "
    "answers stay here, and you can submit it again."
)
HAS_CHANGES = _("You have changes that are not sent yet. Press Changes to see them.")
IS_WITHDRAWN = _(
    "You have withdrawn it: nobody reviews it, and it is not published. To bring it back, press Submit again, or "
    "change an answer first."
)
HEADINGS: Mapping[Status, str] = {
    "changes_requested": _("Changes requested"),
    "approved": _("Approved"),
    "declined": _("Declined"),
    "withdrawn": _("Withdrawn"),
}


# What else is shown of a review

STATUSES: Mapping[Status, str] = {
    "draft": _("draft"),
    "submitted": _("submitted"),
    "changes_requested": _("changes requested"),
    "approved": _("approved"),
    "declined": _("declined"),
    "withdrawn": _("withdrawn"),
}
"""Each status within a line, such as "RAN-2026-0001, approved"."""

WEIGHTS: Mapping[Weight, str] = {"must fix": _("must fix"), "suggestion": _("suggestion")}
"""Each weight of a comment, in brackets behind its question."""

COMMENT_STATES: Mapping[CommentState, str] = {
    "open": pgettext("comment", "open"),
    "answered": pgettext("comment", "answered"),
    "resolved": pgettext("comment", "resolved"),
    "withdrawn": pgettext("comment", "withdrawn"),
}


def request_title(title: str, reference: str) -> str:
    """Head the notification that asks for changes, and the page of the revision."""
    return _("Changes requested: “{title}” ({reference})").format(title=title, reference=reference)


def own_changes(title: str, reference: str) -> str:
    """Head the page of changes that nobody asked for."""
    return _("Your changes to “{title}” ({reference})").format(title=title, reference=reference)


def request_line(nth: int, title: str, weight: Weight) -> str:
    """Head the comment on one question."""
    return f"{nth}. {title} ({WEIGHTS[weight]})"


def asks(comment: Comment) -> str:
    """Write a comment above its question."""
    return f"{capital(called(comment.by))} ({WEIGHTS[comment.weight]}): {comment.text}"


def your_reply(reply: str) -> str:
    """Repeat the author's reply."""
    return _("Your reply: {reply}").format(reply=reply)


def left_to_do(titles: Sequence[str]) -> str:
    """Say which comments must still be dealt with."""
    return _("Before you can send, change or reply to: {questions}.").format(questions=", ".join(map(str, titles)))


def lacking(titles: Sequence[str]) -> str:
    """Say which answers are missing or wrong because of the changes."""
    return _("Before you can send, answer or fix: {questions}.").format(questions=", ".join(map(str, titles)))


def proposed(title: str, reference: str) -> str:
    """Say that a change after submission is only a proposal."""
    return _(
        "Your change to {question} is a proposal: {reference} stays as it was until you press Send revision."
    ).format(question=title, reference=reference)


def proposed_elsewhere(name: str) -> str:
    """Say where a proposed change can be sent."""
    return _("To send or discard it, open “{practice}” from /drafts.").format(practice=name)


def revision_sent(reference: str) -> str:
    """Confirm a revision."""
    return _("Your revision of {reference} is sent. The coordinators will read the changes and answer here.").format(
        reference=reference
    )


def withdrawn(reference: str) -> str:
    """Confirm that a submission was withdrawn."""
    return _("{reference} is withdrawn.").format(reference=reference)


def handed_in_again(reference: str) -> str:
    """Confirm that a withdrawn practice is submitted again."""
    return _("{reference} is submitted again. The coordinators will answer here.").format(reference=reference)


def waits_for_you(count: int) -> str:
    """Say how many comments ask for changes."""
    return ngettext(
        "The coordinators ask for changes: {count} comment. Press Changes to see them.",
        "The coordinators ask for changes: {count} comments. Press Changes to see them.",
        count,
    ).format(count=number(count))


def is_approved(at: datetime, now: datetime) -> str:
    """Say that a practice was approved."""
    return _("Approved {when}. It is part of the Collection and is published. You do not need to do anything.").format(
        when=on(moment(at, now))
    )


def is_declined(reason: str, contact: str) -> str:
    """Say that a practice is declined; ``contact`` is the operator's address, if there is one."""
    return f"{_('Declined. The reason: {reason}').format(reason=reason)}\n{_if_you_disagree(contact)}"


def _if_you_disagree(contact: str) -> str:
    """Say what an author can do about a practice that is declined; ``{contact}`` is an e-mail or web address."""
    if contact:
        said = _("If you disagree, write to the coordinators ({contact}): they can reopen it.")
        return said.format(contact=contact)
    return str(_("If you disagree, write to the coordinators: they can reopen it."))


# Questions of the author to the coordinators

REPLY_TO_ENQUIRY = _(
    "To answer, press Open the question, or reply to this message (swipe it, or hold it and press Reply)."
)
REPLY_AGAIN = _("To answer, reply to this message (swipe it, or hold it and press Reply).")
SENT_TO_AUTHOR = _("Sent to the author.")
ENQUIRY_CLOSED = _(
    "I cannot send more messages about that question. The author can ask a new one at a question of the form."
)


def enquiry(title: str, question: str, *, again: bool) -> str:
    """Head the notification of an author's question to the coordinators."""
    said = _("The author of “{title}” writes again about {question}:")
    asked = _("The author of “{title}” asks about {question}:")
    return (said if again else asked).format(title=title, question=question)


def enquiry_before(words: str) -> str:
    """Repeat what the author asked."""
    return _("Earlier, the author wrote: {words}").format(words=words)


def enquiry_reply(by: Member, title: str, question: str) -> str:
    """Head a coordinator's reply to an author's question."""
    return _("{who} replies to your question about “{title}” ({question}):").format(
        who=capital(called(by)), title=title, question=question
    )


def enquiry_replied_by(by: Member, title: str, question: str) -> str:
    """Head the notification that another coordinator has replied to an author."""
    return _("{who} has answered the author of “{title}” ({question}):").format(
        who=capital(called(by)), title=title, question=question
    )


# Notifications

PRESS_QUESTION = _("Press a question to see the comment; there you can change your answer, or reply to the comment.")
NEWS: Mapping[Move, str] = {
    "hand in": _("new"),
    "revise": _("revised"),
    "withdraw": _("withdrawn by its author"),
    "hand in again": _("submitted again"),
}
NEWS_TITLE = _("New in the queue")
NEWS_HINT = _("/queue shows everything that waits. /notify sets how often I write to you about it.")


def taken_over(title: str, reference: str, by: Member) -> str:
    """Tell a coordinator that another one has taken over."""
    return _("{who} is now reviewing “{title}” ({reference}) instead of you. Your comments are kept.").format(
        who=capital(called(by)), title=title, reference=reference
    )


def asked_for(by: Member) -> str:
    """Say who asks for changes."""
    return _("{who} has read your practice and asks for changes. Your other answers stay as they are.").format(
        who=capital(called(by))
    )


def more_asked(count: int) -> str:
    """Say how many comments do not fit."""
    return ngettext(
        "… and {count} more comment: press Changes to see them all.",
        "… and {count} more comments: press Changes to see them all.",
        count,
    ).format(count=number(count))


def notify_approved(title: str, reference: str, by: Member) -> str:
    """Tell the author that the practice is approved."""
    approved = (
        _("“{title}” ({reference}) is approved by {name}.")
        if by.name
        else _("“{title}” ({reference}) is approved by a coordinator.")
    )
    so = _(
        "It enters the RAN Collection and is published with the contact details that you gave. You do not need to do "
        "anything. To withdraw it, press Status, then Withdraw."
    )
    return f"{approved.format(title=title, reference=reference, name=by.name)} {so}"


def notify_declined(title: str, reference: str, by: Member, reason: str, contact: str = "") -> str:
    """Tell the author that the practice is declined; ``contact`` is the operator's address, if there is one."""
    declined = (
        _("“{title}” ({reference}) is declined by {name}, for this reason:")
        if by.name
        else _("“{title}” ({reference}) is declined by a coordinator, for this reason:")
    )
    so = _("It is not published. Your answers stay here.")
    said = declined.format(title=title, reference=reference, name=by.name)
    return f"{said}\n\n{reason}\n\n{so} {_if_you_disagree(contact)}"


def notify_reopened(title: str, reference: str, by: Member) -> str:
    """Tell the author that the decision no longer counts."""
    return _(
        "{who} has reopened “{title}” ({reference}): the earlier decision no longer counts, and the review goes on. "
        "You do not need to do anything until we write here."
    ).format(who=capital(called(by)), title=title, reference=reference)


def notify_taken_back(title: str, reference: str, by: Member) -> str:
    """Tell the author that the request for changes is withdrawn."""
    return _(
        "{who} has withdrawn the request for changes to “{title}” ({reference}). You do not need to do anything until "
        "we write here. Your changes so far are saved, and you can still send them."
    ).format(who=capital(called(by)), title=title, reference=reference)


def notify_comment_changed(title: str, reference: str, comment: Comment, question: str, words: str) -> str:
    """Tell the author that a comment was changed or withdrawn."""
    withdrawn = _("{who} has withdrawn the comment on {question} of “{title}” ({reference}).")
    changed = _("{who} has changed the comment on {question} of “{title}” ({reference}). It now says ({weight}):")
    is_withdrawn = comment.state == "withdrawn"
    said = (withdrawn if is_withdrawn else changed).format(
        who=capital(called(comment.by)),
        question=question,
        title=title,
        reference=reference,
        weight=WEIGHTS[comment.weight],
    )
    return said if is_withdrawn else f"{said}\n\n{words}"


def notify_withdrawn(title: str, reference: str) -> str:
    """Tell the reviewing coordinator that the author has withdrawn the submission."""
    return _(
        "The author has withdrawn “{title}” ({reference}), which you were reviewing. It is no longer in the queue."
    ).format(title=title, reference=reference)


def news_line(title: str, reference: str, moves: Sequence[Move]) -> str:
    """Say what happened to one submission."""
    happened = reduce(_then, (str(NEWS[move]) for move in dict.fromkeys(moves)))
    return f"{reference} · {shortened(title, 40)}: {happened}"


def _then(earlier: str, later: str) -> str:
    """Say what happened to a submission, and what happened after it: "revised, then withdrawn by its author"."""
    return _("{earlier}, then {later}").format(earlier=earlier, later=later)


def more_news(count: int) -> str:
    """Say how much news does not fit."""
    return ngettext("… and {count} more", "… and {count} more", count).format(count=count)
