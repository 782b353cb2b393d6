"""The author's side of a review: what was asked for is walked through and sent as a revision; or all is withdrawn."""

from datetime import datetime
from functools import partial

from conversations import answering, drafts, form
from conversations.asked import asked_at
from conversations.consent.given import stands
from conversations.consent.wording import NEEDS_YES
from conversations.conversation import Draft, Version
from conversations.messages import Answered, Cleared, Event, Line, Moved, Press, WordForm
from conversations.place import Revising, Submitted, ToRevising, Withdrawing
from conversations.review import asked_for, telling
from conversations.review.dossiers import made, name, reference, with_review
from conversations.review.record import Comment, Move
from conversations.review.wording import to_author
from conversations.talk import Talk
from conversations.wording import form_caption


def versioned(draft: Draft, now: datetime) -> Draft:
    """Put the working copy beside the versions that were handed in before."""
    version = Version(at=now, answers=draft.answers, attachments=draft.attachments)
    return draft.model_copy(update={"versions": (*draft.versions, version)})


def open_(talk: Talk, press: Press) -> None:
    """Show what is asked for in a draft, from a letter or any page."""
    _hold(talk, press)
    if not isinstance(talk.place, Revising):
        talk.go(Revising() if asked_for.may_revise(talk.draft) else Submitted())


def look(talk: Talk, press: Press) -> None:
    """Show how a draft stands."""
    _hold(talk, press)
    if talk.draft.status != "draft":
        talk.go(Submitted())


def fix(talk: Talk, press: Press) -> None:
    """Ask a question that a coordinator commented on, where it is still asked for."""
    _hold(talk, press)
    asked = asked_at(press.about)
    if asked is None or press.about not in asked_for.questions(talk.draft):
        talk.say(to_author.NOT_ASKED_NOW)
        talk.go(Revising() if asked_for.may_revise(talk.draft) else Submitted())
    else:
        talk.ask(asked, ToRevising())


def _hold(talk: Talk, press: Press) -> None:
    answering.settle_parts(talk)
    if talk.conversation.hand != press.draft or talk.draft.left is not None:
        drafts.hold(talk, press.draft)


def obstacles(talk: Talk) -> list[str]:
    """Say what stands between the author and the revision."""
    draft = talk.draft
    fixes = asked_for.still_to_fix(draft)
    lacking = [form.label(one, draft.values) for one in form.lacking(draft.values, talk.problems)]
    return [
        *([to_author.left_to_do(fixes)] if fixes else []),
        *([to_author.lacking(lacking)] if lacking else []),
    ]


def send(talk: Talk, _: Press) -> None:
    """Send the revision: from now on the collection has the answers as they are, and coordinators hear of it."""
    draft = talk.draft
    if draft.status == "withdrawn" and not _may_publish(talk):
        return
    answered = tuple(_sent(draft, comment) for comment in draft.review.comments)
    changed = versioned(with_review(draft, comments=answered), talk.now).model_copy(update={"decided_at": None})
    _move(talk, changed, "revise")
    talk.say(to_author.revision_sent(reference(draft)))
    talk.enclose(WordForm(draft=draft.number), form_caption(changed.reference))
    talk.go(Submitted())


def _sent(draft: Draft, comment: Comment) -> Comment:
    """Give a comment as the revision leaves it: answered where it was asked and is done, and where its question is."""
    done = comment.asked and comment.state == "open" and asked_for.is_done(draft, comment)
    there = {"question": comment.moved, "moved": None} if comment.moved else {}
    return comment.model_copy(update=there | ({"state": "answered"} if done else {}))


def discard(talk: Talk, _: Press) -> None:
    """Take the answers back to how they were handed in; the history keeps what is discarded."""
    draft = talk.draft
    for path in draft.unsent:
        talk.happened(_restored(draft, path))
    talk.keep(asked_for.put_back(draft.handed_in))
    talk.say(to_author.DISCARDED)
    talk.go(Revising() if asked_for.may_revise(talk.draft) else Submitted())


def _restored(draft: Draft, path: str) -> Event:
    """Tell of an answer that is again what was handed in, or of one that was none then."""
    old = draft.handed_in.answers.get(path)
    if old is None:
        return Cleared(draft=draft.number, question=path)
    messages = tuple(part.message for part in old.parts)
    return Answered(draft=draft.number, question=path, value=old.value, source=old.source, messages=messages)


def ask_to_withdraw(talk: Talk, _: Press) -> None:
    """Ask whether the submission is really to be withdrawn."""
    talk.go(Withdrawing())


def withdraw(talk: Talk, _: Press) -> None:
    """Withdraw the submission; the coordinator who is on it is told."""
    draft = talk.draft
    held = draft.review.claim
    _move(talk, with_review(draft, claim=None).model_copy(update={"decided_at": None}), "withdraw")
    if held is not None:
        talk.write_to(held.by.user, telling.withdrawn(name(draft), reference(draft), talk.desk.me.user))
    talk.say(to_author.withdrawn(reference(draft)))
    talk.go(Submitted())


def hand_in_again(talk: Talk, _: Press) -> None:
    """Take a withdrawal back: with the answers that were handed in last."""
    if not _may_publish(talk):
        return
    _move(talk, talk.draft, "hand in again")
    talk.say(to_author.handed_in_again(reference(talk.draft)))
    talk.go(Submitted())


def _may_publish(talk: Talk) -> bool:
    """Say whether the author's yes stands, without which nothing that was withdrawn may be published again."""
    if not stands(talk.conversation.consent):
        talk.say(NEEDS_YES)
        return False
    return True


def _move(talk: Talk, draft: Draft, move: Move) -> None:
    talk.keep(made(draft, move, talk.now, None))
    talk.happened(Moved(draft=draft.number, move=move, by=talk.desk.me.user))


def seen(talk: Talk, _: Press) -> None:
    """Say who may read the draft and who has read it."""
    read = talk.draft.review.seen
    told = [Line.naming(partial(to_author.has_read, first=one.first, last=one.last), one.by) for one in read]
    may_read = Line.naming(lambda *readers: to_author.may_read(readers), *talk.desk.readers())
    talk.say(may_read, *told, "" if told else to_author.NOBODY_READ)
