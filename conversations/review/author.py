"""The author's side of a review: what was asked for is walked through and sent as a revision; or all is withdrawn."""

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
from conversations.dialogue.reviews import made, name, reference, with_review
from conversations.dialogue.state import Revising, Submitted, ToRevising, Withdrawing
from conversations.dialogue.texts import form_caption
from conversations.filling import answering, navigation, review_texts
from conversations.form.asked import asked_at
from conversations.privacy.texts import NEEDS_YES
from conversations.review import notifications


def versioned(draft: Draft, now: datetime) -> Draft:
    """Put the working copy beside the versions that were handed in before."""
    version = Version(at=now, answers=draft.answers, attachments=draft.attachments)
    return draft.model_copy(update={"versions": (*draft.versions, version)})


def open_(context: Context, press: Press) -> None:
    """Show what is asked for in a draft, from a letter or any page."""
    _hold(context, press)
    if not isinstance(context.state, Revising):
        context.go(Revising() if reviews.may_revise(context.draft) else Submitted())


def look(context: Context, press: Press) -> None:
    """Show how a draft stands."""
    _hold(context, press)
    if context.draft.status != "draft":
        context.go(Submitted())


def fix(context: Context, press: Press) -> None:
    """Ask a question that a coordinator commented on, where it is still asked for."""
    _hold(context, press)
    asked = asked_at(press.about)
    if asked is None or press.about not in reviews.questions(context.draft):
        context.say(review_texts.NOT_ASKED_NOW)
        context.go(Revising() if reviews.may_revise(context.draft) else Submitted())
    else:
        context.ask(asked, ToRevising())


def _hold(context: Context, press: Press) -> None:
    answering.settle_parts(context)
    if context.conversation.hand != press.draft or context.draft.left is not None:
        navigation.hold(context, press.draft)


def send(context: Context, _: Press) -> None:
    """Send the revision: from now on the collection has the answers as they are, and coordinators hear of it."""
    draft = context.draft
    if draft.status == "withdrawn" and not _may_publish(context):
        return
    answered = tuple(_sent(draft, comment) for comment in draft.review.comments)
    changed = versioned(with_review(draft, comments=answered), context.now).model_copy(update={"decided_at": None})
    _move(context, changed, "revise")
    context.say(review_texts.revision_sent(reference(draft)))
    context.enclose(WordForm(draft=draft.number), form_caption(changed.reference))
    context.go(Submitted())


def _sent(draft: Draft, comment: Comment) -> Comment:
    """Give a comment as the revision leaves it: answered where it was asked and is done, and where its question is."""
    done = comment.asked and comment.state == "open" and reviews.is_done(draft, comment)
    there = {"question": comment.moved, "moved": None} if comment.moved else {}
    return comment.model_copy(update=there | ({"state": "answered"} if done else {}))


def discard(context: Context, _: Press) -> None:
    """Take the answers back to how they were handed in; the history keeps what is discarded."""
    draft = context.draft
    for path in draft.unsent:
        context.happened(_restored(draft, path))
    context.keep(reviews.put_back(draft.handed_in))
    context.say(review_texts.DISCARDED)
    context.go(Revising() if reviews.may_revise(context.draft) else Submitted())


def _restored(draft: Draft, path: str) -> Event:
    """Tell of an answer that is again what was handed in, or of one that was none then."""
    old = draft.handed_in.answers.get(path)
    if old is None:
        return Cleared(draft=draft.number, question=path)
    messages = tuple(part.message for part in old.parts)
    return Answered(draft=draft.number, question=path, value=old.value, source=old.source, messages=messages)


def ask_to_withdraw(context: Context, _: Press) -> None:
    """Ask whether the submission is really to be withdrawn."""
    context.go(Withdrawing())


def withdraw(context: Context, _: Press) -> None:
    """Withdraw the submission; the coordinator who is on it is told."""
    draft = context.draft
    held = draft.review.claim
    _move(context, with_review(draft, claim=None).model_copy(update={"decided_at": None}), "withdraw")
    if held is not None:
        context.write_to(held.by.user, notifications.withdrawn(name(draft), reference(draft), context.desk.me.user))
    context.say(review_texts.withdrawn(reference(draft)))
    context.go(Submitted())


def hand_in_again(context: Context, _: Press) -> None:
    """Take a withdrawal back: with the answers that were handed in last."""
    if not _may_publish(context):
        return
    _move(context, context.draft, "hand in again")
    context.say(review_texts.handed_in_again(reference(context.draft)))
    context.go(Submitted())


def _may_publish(context: Context) -> bool:
    """Say whether the author's yes stands, without which nothing that was withdrawn may be published again."""
    if not stands(context.conversation.consent):
        context.say(NEEDS_YES)
        return False
    return True


def _move(context: Context, draft: Draft, move: Move) -> None:
    context.keep(made(draft, move, context.now, None))
    context.happened(Moved(draft=draft.number, move=move, by=context.desk.me.user))


def seen(context: Context, _: Press) -> None:
    """Say who may read the draft and who has read it."""
    read = context.draft.review.seen
    told = [Line.naming(partial(review_texts.has_read, first=one.first, last=one.last), one.by) for one in read]
    may_read = Line.naming(lambda *readers: review_texts.may_read(readers), *context.desk.readers())
    context.say(may_read, *told, "" if told else review_texts.NOBODY_READ)


def hand_in(context: Context, _: Press) -> None:
    """Hand the draft in for the first time; storage then gives it its reference."""
    draft = context.draft.model_copy(update={"submitted_at": context.now})
    context.keep(versioned(made(draft, "hand in", context.now, None), context.now))
    context.happened(WasSubmitted(draft=draft.number))
    context.go(Submitted())
    context.silent = True  # the reference comes next, and with it the answer
