"""The author's answer to a review: deal with the comments and send a revision, or withdraw the submission."""

from collections.abc import Iterator

from conversations.dialogue import reviews
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Draft
from conversations.dialogue.events import Refused
from conversations.dialogue.inputs import Press
from conversations.dialogue.layout import Lines, Rows, Screen, answer_of, button, filled, pack
from conversations.dialogue.parts import UNFINISHED, replaced
from conversations.dialogue.replies import Line
from conversations.dialogue.review_record import Comment
from conversations.dialogue.reviews import commented, name, reference, with_comment
from conversations.dialogue.state import Part, Replying, Revising
from conversations.fields.texts import in_quotes
from conversations.filling import flow, navigation, review_texts
from conversations.filling import texts as filling_texts
from conversations.form import completion, texts
from conversations.form.asked import question_at
from conversations.languages import with_semicolons


def obstacles(context: Context) -> list[str]:
    """Return what the author must do before a revision can be sent, as sentences."""
    draft = context.draft
    fixes = reviews.still_to_fix(draft)
    lacking = [completion.label(one, draft.values) for one in completion.lacking(draft.values, context.problems)]
    return [
        *([review_texts.left_to_do(fixes)] if fixes else []),
        *([review_texts.lacking(lacking)] if lacking else []),
    ]


def begin_reply(context: Context, press: Press) -> None:
    """Wait for the author's reply to a comment."""
    context.go(Replying(comment=press.index or 0))


def replied(context: Context, state: Replying, part: Part) -> None:
    """Store the reply to a comment and go on to the next question; after a long message, wait for its rest."""
    comment = _comment(context, state.comment)
    if comment is None:
        _refuse_reply(context, state, part)
        return
    _keep_reply(context, comment, (*comment.reply_parts, part))
    context.say(review_texts.REPLIED)
    if len(part.text) < UNFINISHED:
        flow.to_next_asked(context, comment.stands)


def replied_to_letter(context: Context, draft: Draft, number: int, part: Part) -> None:
    """Take a reply to the notification about a comment as the author's reply to the comment."""
    if context.conversation.hand != draft.number or context.draft.left is not None:
        navigation.hold(context, draft.number)
    context.go(Replying(comment=number))
    replied(context, Replying(comment=number), part)


def _refuse_reply(context: Context, state: Replying, part: Part) -> None:
    """Say that the comment no longer needs this reply; its words go into the history."""
    draft = context.draft
    comment = draft.review.comment(state.comment)
    about = comment.question if comment else ""
    context.happened(Refused(draft=draft.number, question=about, text=part.text, messages=(part.message,)))
    context.say(review_texts.COMMENT_GONE)
    context.go(Revising())


def finish_reply(context: Context, press: Press) -> None:
    """Go on after a reply in several messages."""
    comment = _comment(context, press.index)
    if comment is None:
        context.go(Revising())
    else:
        flow.to_next_asked(context, comment.stands)


def reply_revised(context: Context, part: Part) -> bool:
    """Correct a reply to a comment by an edited message; return whether the message was part of a reply."""
    if context.conversation.hand is None:
        return False
    for comment in reviews.asked(context.draft):
        if any(other.message == part.message for other in comment.reply_parts):
            _keep_reply(context, comment, replaced(comment.reply_parts, part))
            context.say(review_texts.REPLIED)
            return True
    return False


def _keep_reply(context: Context, comment: Comment, parts: tuple[Part, ...]) -> None:
    draft, changed = context.draft, comment.model_copy(update={"reply_parts": parts})
    context.keep(with_comment(draft, changed))
    context.happened(commented(draft, changed, context.repository.me))


def _comment(context: Context, number: int | None) -> Comment | None:
    return next((comment for comment in reviews.asked(context.draft) if comment.number == number), None)


_SHOWN = 300
"""How many characters of a comment or a changed answer the page shows."""


def revising(context: Context) -> Screen:
    """List the comments and the changes so far, with a button for each question and one to send the revision."""
    draft = context.draft
    obstacles_ = obstacles(context)
    asked = reviews.asked(draft)
    title = review_texts.request_title if asked else review_texts.own_changes
    blocks: list[Lines] = [
        (Line(text=title(name(draft), reference(draft)), style="bold"), *_hint(draft)),
        *_asked(draft),
        *_changed(draft),
        tuple(Line(text=sentence) for sentence in obstacles_ or [_ready(draft)]),
    ]
    return Screen(pages=pack(tuple(blocks)), rows=_rows(context, ready=not obstacles_))


def _ready(draft: Draft) -> str:
    if not reviews.asked(draft):
        return review_texts.CHANGES_READY
    return review_texts.SUGGESTIONS_LEFT if reviews.to_do(draft) else review_texts.REVISION_READY


def _hint(draft: Draft) -> tuple[Line, ...]:
    goes_back = (Line(text=review_texts.APPROVED_GOES_BACK),) if draft.status == "approved" else ()
    return (Line(text=not_sent_yet(draft), style="italic"), *goes_back)


def not_sent_yet(draft: Draft) -> str:
    """Say that the submission does not change until the changes are sent."""
    return review_texts.STAYS_WITHDRAWN if draft.status == "withdrawn" else review_texts.NOT_SENT_YET


def _asked(draft: Draft) -> Iterator[Lines]:
    for number, comment in enumerate(reviews.asked(draft), 1):
        title = reviews.label(draft, comment)
        done = (
            review_texts.DONE_BY_AUTHOR[reviews.is_done(draft, comment)] if comment.stands else review_texts.TAKEN_AWAY
        )
        yield (
            Line(text=f"{review_texts.request_line(number, title, comment.weight)}: {done}", style="bold"),
            Line(text=texts.shortened(comment.text, _SHOWN)),
        )


def _changed(draft: Draft) -> Iterator[Lines]:
    if draft.unsent:
        yield (Line(text=review_texts.CHANGED_SO_FAR, style="bold"), *(_change(draft, path) for path in draft.unsent))


def _change(draft: Draft, path: str) -> Line:
    asked = question_at(path)
    still = asked in completion.applicable(draft.values)
    lines = [line.text for line in answer_of(draft, asked, _SHOWN)]
    shown = with_semicolons(lines) if still else review_texts.TAKEN_AWAY
    return Line(text=f"{completion.label(asked, draft.values)}: {shown}")


def _rows(context: Context, *, ready: bool) -> Rows:
    draft = context.draft
    to_do = {comment.stands for comment in reviews.to_do(draft)}
    lacking = [one.path for one in completion.lacking(draft.values, context.problems)]
    paths = dict.fromkeys((*reviews.questions(draft), *lacking))
    ask = tuple(
        (button(context, f"{_SYMBOL[path not in to_do and path not in lacking]} {_label(draft, path)}", "fix", path),)
        for path in paths
    )
    send = (button(context, review_texts.SEND_REVISION, "revise"),) if ready else ()
    discard = (button(context, review_texts.DISCARD, "discard"),) if draft.unsent else ()
    return (*ask, *filled(send, discard, (button(context, review_texts.STATUS, "look"),)))


_SYMBOL = {True: "✓", False: "○"}


def _label(draft: Draft, path: str) -> str:
    return texts.shortened(completion.label(question_at(path), draft.values), 60)


def comments_above(context: Context, path: str) -> tuple[Line, ...]:
    """Return the comments on a question that the author is to deal with, and the replies so far."""
    lines = []
    for comment in reviews.asked(context.draft):
        if comment.stands == path:
            lines.append(_asks(comment))
            lines += [Line(text=review_texts.your_reply(comment.reply))] if comment.reply else []
    return tuple(lines)


def _asks(comment: Comment) -> Line:
    return Line.naming(lambda by: review_texts.asks(comment.model_copy(update={"by": by})), comment.by)


def replying(context: Context, state: Replying) -> Screen:
    """Ask for the reply to a comment."""
    comment = context.draft.review.comment(state.comment)
    shown = [_asks(comment)] if comment else []
    replied = [Line(text=review_texts.your_reply(comment.reply))] if comment and comment.reply else []
    done = (button(context, filling_texts.DONE, "replied", index=state.comment),) if replied else ()
    rows = filled((*done, button(context, filling_texts.BACK, "back")))
    return Screen(
        pages=pack(tuple((line,) for line in (*shown, *replied, Line(text=review_texts.WRITE_REPLY)))), rows=rows
    )


def withdrawing(context: Context) -> Screen:
    """Ask the author to confirm the withdrawal of the submission."""
    draft = context.draft
    lines = (
        Line(text=f"{review_texts.WITHDRAW}: {in_quotes(name(draft))} ({reference(draft)})", style="bold"),
        Line(text=review_texts.SURE_TO_WITHDRAW),
    )
    rows = ((button(context, review_texts.WITHDRAW_YES, "withdrawn"), button(context, filling_texts.BACK, "back")),)
    return Screen(pages=(lines,), rows=rows)
