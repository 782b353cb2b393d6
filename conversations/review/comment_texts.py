"""All that coordinators read about comments."""

from collections.abc import Sequence

from conversations.dialogue.review_record import Comment, CommentState, Weight
from conversations.filling.review_texts import called
from conversations.form.texts import shortened
from conversations.languages import _, ngettext, number, pgettext

WEIGHTS: dict[Weight, str] = {"must fix": _("must fix"), "suggestion": _("suggestion")}
"""What a comment is, in parentheses."""

STATES: dict[CommentState, str] = {
    "open": pgettext("comment", "open"),
    "answered": pgettext("comment", "answered"),
    "resolved": pgettext("comment", "resolved"),
    "withdrawn": pgettext("comment", "withdrawn"),
}
"""The state of a comment, in parentheses."""

WRITE_COMMENT = _(
    "Write your comment as a message. A must-fix blocks the approval; a suggestion does not. The author gets it with "
    "your name when you request changes."
)

COMMENT_CLOSED = _(
    "I did not change that comment: it was answered, resolved or withdrawn, or the review is over. Write a new comment "
    "if you want to say more."
)

COMMENT_WITHDRAWN = _("The comment is withdrawn.")
COMMENT_RESOLVED = _("The comment is resolved.")
COMMENT_REOPENED = _("The comment is open again.")


def weighed(title: str, weight: Weight) -> str:
    """Write the title of a comment: its question, and whether it must be fixed."""
    return f"{title} ({WEIGHTS[weight]})"


_COMMENT_ON: dict[Weight, str] = {
    "must fix": _("Comment on {question} (must-fix)"),
    "suggestion": _("Comment on {question} (suggestion)"),
}


def commenting(title: str, weight: Weight) -> str:
    """Write the title of the page that asks for a comment."""
    return _COMMENT_ON[weight].format(question=title)


def now_says(text: str) -> str:
    """Show the present text of a comment that the coordinator edits."""
    return _("Your comment so far: {words}").format(words=text)


def comment_line(comment: Comment) -> str:
    """Write the title of a comment: its number, weight, state and coordinator."""
    unsent = comment.state == "open" and not comment.asked
    said = (
        _("Comment {number} ({weight}, {state}, not sent yet) by {coordinator}:")
        if unsent
        else _("Comment {number} ({weight}, {state}) by {coordinator}:")
    )
    return said.format(
        number=comment.number,
        weight=WEIGHTS[comment.weight],
        state=STATES[comment.state],
        coordinator=called(comment.by),
    )


def author_replied(reply: str) -> str:
    """Show the author's reply to a comment."""
    return _("The author replied: {words}").format(words=reply)


_SAVED: dict[Weight, str] = {
    "must fix": _("Comment {number} on {question} is saved as a must-fix."),
    "suggestion": _("Comment {number} on {question} is saved as a suggestion."),
}

_WITH_NEXT_REQUEST = _("The author gets it with your next request. To send it now, take back the request at the card.")

_AT_REQUEST = _("The author gets it when you request changes.")


def comment_kept(number: int, title: str, weight: Weight, *, requested: bool = False) -> str:
    """Confirm a new comment, and say when the author gets it; ``requested``: the comments before it are sent."""
    saved = _SAVED[weight].format(number=number, question=title)
    return f"{saved} {_WITH_NEXT_REQUEST if requested else _AT_REQUEST}"


def comment_changed(number: int, *, told: bool, whole: bool = False) -> str:
    """Confirm that a comment was changed, or with ``whole`` that its last part has come."""
    said = (_("Comment {number} is complete.") if whole else _("Comment {number} is changed.")).format(number=number)
    return f"{said} {_('The author hears of it.')}" if told else said


def so_far(count: int) -> str:
    """Say how many characters of a long comment have come."""
    return ngettext(
        "So far: {count} character. Send the rest. Was that all? Press Done.",
        "So far: {count} characters. Send the rest. Was that all? Press Done.",
        count,
    ).format(count=number(count))


def comments_counted(open_: Sequence[Comment], answered: int, resolved: int) -> str:
    """Count the comments in each state."""
    if not (open_ or answered or resolved):
        return str(_("No comments yet."))
    fixes = sum(comment.weight == "must fix" for comment in open_)
    return _("Comments: {open} open ({must_fix} must fix), {answered} answered, {resolved} resolved.").format(
        open=len(open_), must_fix=fixes, answered=answered, resolved=resolved
    )


def answers(comment: Comment) -> str:
    """Repeat the comment that a change answers."""
    return _("To comment {number} ({weight}): {words}").format(
        number=comment.number, weight=WEIGHTS[comment.weight], words=shortened(comment.text, 200)
    )
