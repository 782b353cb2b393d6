"""The author's side of a review: answer the comments, send a revision, withdraw the submission."""

from datetime import datetime
from functools import partial

from conversations.dialogue import reviews
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Draft, Version
from conversations.dialogue.events import Answered, Cleared, Event, Moved
from conversations.dialogue.events import Submitted as WasSubmitted
from conversations.dialogue.inputs import Press
from conversations.dialogue.model import stands
from conversations.dialogue.replies import Line, WordForm
from conversations.dialogue.review_record import Comment, Move
from conversations.dialogue.reviews import made, reference, with_review
from conversations.dialogue.state import Revising, State, Submitted, ToRevising, Withdrawing
from conversations.dialogue.texts import form_caption
from conversations.filling import answering, navigation, reader_texts, review_texts
from conversations.form.asked import asked_at
from conversations.privacy.texts import NEEDS_YES
from conversations.review import notifications


def versioned(draft: Draft, now: datetime) -> Draft:
    """Save the answers as they are now as a new version."""
    version = Version(at=now, answers=draft.answers, attachments=draft.attachments)
    return draft.model_copy(update={"versions": (*draft.versions, version)})


def open_comments(context: Context, press: Press) -> None:
    """Show the comments on a submission; the button works in any state."""
    _take_in_hand(context, press)
    if not isinstance(context.state, Revising):
        context.go(_revising_or_submitted(context))


def _revising_or_submitted(context: Context) -> State:
    """Return the page with the comments and changes, or the status page if there are none."""
    return Revising() if reviews.may_revise(context.draft) else Submitted()


def open_submission(context: Context, press: Press) -> None:
    """Show the status of a submission; the button works in any state."""
    _take_in_hand(context, press)
    if context.draft.status != "draft":
        context.go(Submitted())


def open_question(context: Context, press: Press) -> None:
    """Ask a question that a coordinator commented on, if the comment is still open."""
    _take_in_hand(context, press)
    asked = asked_at(press.about)
    if asked is None or press.about not in reviews.questions(context.draft):
        context.say(review_texts.NOT_ASKED_NOW)
        context.go(_revising_or_submitted(context))
    else:
        context.ask(asked, ToRevising())


def _take_in_hand(context: Context, press: Press) -> None:
    answering.settle_parts(context)
    if context.conversation.hand != press.draft or context.draft.left is not None:
        navigation.hold(context, press.draft)


def send(context: Context, _: Press) -> None:
    """Send the revision: the answers as they are now become a new version, and the coordinators hear of it."""
    draft = context.draft
    answered = tuple(_with_revision(draft, comment) for comment in draft.review.comments)
    changed = versioned(with_review(draft, comments=answered), context.now).model_copy(update={"decided_at": None})
    _move(context, changed, "revise")
    context.say(review_texts.revision_sent(reference(draft)))
    context.enclose(WordForm(draft=draft.number), form_caption(changed.reference))
    context.go(Submitted())


def _with_revision(draft: Draft, comment: Comment) -> Comment:
    """Mark a comment as answered if the author has dealt with it; move it along with its question."""
    done = comment.asked and comment.state == "open" and reviews.is_done(draft, comment)
    moved = {"question": comment.moved, "moved": None} if comment.moved else {}
    return comment.model_copy(update=moved | ({"state": "answered"} if done else {}))


def discard(context: Context, _: Press) -> None:
    """Restore the answers that were submitted last; the history keeps the discarded ones."""
    draft = context.draft
    for path in draft.unsent:
        context.happened(_restored(draft, path))
    context.keep(reviews.put_back(draft.handed_in))
    context.say(review_texts.DISCARDED)
    context.go(_revising_or_submitted(context))


def _restored(draft: Draft, path: str) -> Event:
    """Make the event for a question that has its submitted answer back, or has no answer again."""
    old = draft.handed_in.answers.get(path)
    if old is None:
        return Cleared(draft=draft.number, question=path)
    messages = tuple(part.message for part in old.parts)
    return Answered(draft=draft.number, question=path, value=old.value, source=old.source, messages=messages)


def ask_to_withdraw(context: Context, _: Press) -> None:
    """Ask the author to confirm the withdrawal."""
    context.go(Withdrawing())


def withdraw(context: Context, _: Press) -> None:
    """Withdraw the submission, and tell the coordinator who has claimed it."""
    draft = context.draft
    held = draft.review.claim
    _move(context, with_review(draft, claim=None).model_copy(update={"decided_at": None}), "withdraw")
    if held is not None:
        context.write_to_desk(held.by.user, lambda: notifications.withdrawn(draft, context.repository.me.user))
    context.say(review_texts.withdrawn(reference(draft)))
    context.go(Submitted())


def hand_in_again(context: Context, _: Press) -> None:
    """Take a withdrawal back; the answers are those that were submitted last."""
    if not stands(context.conversation.consent):
        context.say(NEEDS_YES)
        return
    _move(context, context.draft, "hand in again")
    context.say(review_texts.handed_in_again(reference(context.draft)))
    context.go(Submitted())


def _move(context: Context, draft: Draft, move: Move) -> None:
    context.keep(made(draft, move, context.now, None))
    context.happened(Moved(draft=draft.number, move=move, by=context.repository.me.user))


def list_readers(context: Context, _: Press) -> None:
    """List the people who may read the draft, and those who have read it."""
    read = context.draft.review.seen
    now = context.now
    told = [
        Line.naming(partial(reader_texts.has_read, first=one.first, last=one.last, now=now), one.by) for one in read
    ]
    may_read = Line.naming(lambda *readers: reader_texts.may_read(readers), *context.repository.readers())
    context.say(may_read, *told, "" if told else reader_texts.NOBODY_READ)


def hand_in(context: Context, _: Press) -> None:
    """Hand the draft in for the first time; storage then gives it its reference."""
    draft = context.draft.model_copy(update={"submitted_at": context.now})
    context.keep(versioned(made(draft, "hand in", context.now, None), context.now))
    context.happened(WasSubmitted(draft=draft.number))
    context.go(Submitted())
    context.silent = True  # the reference comes next, and with it the answer
