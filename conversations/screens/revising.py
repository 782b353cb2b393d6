"""The author's pages of a review: what is asked for, a reply to a comment, and the way out."""

from collections.abc import Iterator

from conversations import form, wording
from conversations.asked import question_at
from conversations.conversation import Draft
from conversations.messages import Line
from conversations.place import Replying
from conversations.review import asked_for
from conversations.review.authoring import obstacles
from conversations.review.dossiers import name, reference
from conversations.review.record import Comment
from conversations.review.wording import in_letters, to_author
from conversations.screens.layout import Rows, Screen, answer_of, button, filled
from conversations.screens.paging import Lines, pack
from conversations.talk import Talk

_SHOWN = 300
"""How much of a comment or a changed answer the page shows, in characters."""


def revising(talk: Talk) -> Screen:
    """List what is asked for and what has been changed, with the way to each and the button that sends it."""
    draft = talk.draft
    obstacles_ = obstacles(talk)
    asked = asked_for.asked(draft)
    title = in_letters.request_title if asked else to_author.own_changes
    blocks: list[Lines] = [
        (Line(text=title(name(draft), reference(draft)), style="bold"), *_hint(draft)),
        *_asked(draft),
        *_changed(draft),
        tuple(Line(text=sentence) for sentence in obstacles_ or [_ready(draft)]),
    ]
    return Screen(pages=pack(tuple(blocks)), rows=_rows(talk, ready=not obstacles_))


def _ready(draft: Draft) -> str:
    if not asked_for.asked(draft):
        return to_author.CHANGES_READY
    return to_author.SUGGESTIONS_LEFT if asked_for.to_do(draft) else to_author.REVISION_READY


def _hint(draft: Draft) -> tuple[Line, ...]:
    goes_back = (Line(text=to_author.APPROVED_GOES_BACK),) if draft.status == "approved" else ()
    return (Line(text=not_sent_yet(draft), style="italic"), *goes_back)


def not_sent_yet(draft: Draft) -> str:
    """Say what holds until the changes are sent."""
    return to_author.STAYS_WITHDRAWN if draft.status == "withdrawn" else to_author.NOT_SENT_YET


def _asked(draft: Draft) -> Iterator[Lines]:
    for number, comment in enumerate(asked_for.asked(draft), 1):
        title = asked_for.label(draft, comment)
        done = to_author.DONE_BY_AUTHOR[asked_for.is_done(draft, comment)] if comment.stands else to_author.TAKEN_AWAY
        yield (
            Line(text=f"{in_letters.request_line(number, title, comment.weight)}: {done}", style="bold"),
            Line(text=wording.shortened(comment.text, _SHOWN)),
        )


def _changed(draft: Draft) -> Iterator[Lines]:
    if draft.unsent:
        yield (Line(text=to_author.CHANGED_SO_FAR, style="bold"), *(_change(draft, path) for path in draft.unsent))


def _change(draft: Draft, path: str) -> Line:
    asked = question_at(path)
    still = asked in form.applicable(draft.values)
    shown = "; ".join(line.text for line in answer_of(draft, asked, _SHOWN)) if still else to_author.TAKEN_AWAY
    return Line(text=f"{form.label(asked, draft.values)}: {shown}")


def _rows(talk: Talk, *, ready: bool) -> Rows:
    draft = talk.draft
    to_do = {comment.stands for comment in asked_for.to_do(draft)}
    lacking = [one.path for one in form.lacking(draft.values, talk.problems)]
    paths = dict.fromkeys((*asked_for.questions(draft), *lacking))
    ask = tuple(
        (button(talk, f"{_SYMBOL[path not in to_do and path not in lacking]} {_label(draft, path)}", "fix", path),)
        for path in paths
    )
    send = (button(talk, to_author.SEND_REVISION, "revise"),) if ready else ()
    discard = (button(talk, to_author.DISCARD, "discard"),) if draft.unsent else ()
    return (*ask, *filled(send, discard, (button(talk, in_letters.STATUS, "look"),)))


_SYMBOL = {True: "✓", False: "○"}


def _label(draft: Draft, path: str) -> str:
    return wording.shortened(form.label(question_at(path), draft.values), 60)


def comments_above(talk: Talk, path: str) -> tuple[Line, ...]:
    """Give the comments on a question that the author is to change, with what was replied."""
    lines = []
    for comment in asked_for.asked(talk.draft):
        if comment.stands == path:
            lines.append(_asks(comment))
            lines += [Line(text=to_author.your_reply(comment.reply))] if comment.reply else []
    return tuple(lines)


def _asks(comment: Comment) -> Line:
    return Line.naming(lambda by: to_author.asks(comment.model_copy(update={"by": by})), comment.by)


def replying(talk: Talk, place: Replying) -> Screen:
    """Await a reply to a comment."""
    comment = talk.draft.review.comment(place.comment)
    shown = [_asks(comment)] if comment else []
    replied = [Line(text=to_author.your_reply(comment.reply))] if comment and comment.reply else []
    done = (button(talk, wording.DONE, "replied", index=place.comment),) if replied else ()
    rows = filled((*done, button(talk, wording.BACK, "back")))
    return Screen(
        pages=pack(tuple((line,) for line in (*shown, *replied, Line(text=to_author.WRITE_REPLY)))), rows=rows
    )


def withdrawing(talk: Talk) -> Screen:
    """Ask whether the submission is really to be withdrawn."""
    draft = talk.draft
    lines = (
        Line(text=f"{to_author.WITHDRAW}: “{name(draft)}” ({reference(draft)})", style="bold"),
        Line(text=to_author.SURE_TO_WITHDRAW),
    )
    rows = ((button(talk, to_author.WITHDRAW_YES, "withdrawn"), button(talk, wording.BACK, "back")),)
    return Screen(pages=(lines,), rows=rows)
