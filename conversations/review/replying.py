"""The author's replies to comments: written, gone on with, edited; they go to the coordinators with the revision."""

from conversations import drafts, moving
from conversations.conversation import Draft
from conversations.messages import Press, Refused
from conversations.parts import UNFINISHED, replaced
from conversations.place import Part, Replying, Revising
from conversations.review import asked_for
from conversations.review.dossiers import commented, with_comment
from conversations.review.record import Comment
from conversations.review.wording import to_author
from conversations.talk import Talk


def begin_reply(talk: Talk, press: Press) -> None:
    """Await words for the coordinator who made a comment."""
    talk.go(Replying(comment=press.index or 0))


def replied(talk: Talk, place: Replying, part: Part) -> None:
    """Keep the reply to a comment, and go on to the next question; a paste that the client cut may go on."""
    comment = _comment(talk, place.comment)
    if comment is None:
        _refuse_reply(talk, place, part)
        return
    _keep_reply(talk, comment, (*comment.reply_parts, part))
    talk.say(to_author.REPLIED)
    if len(part.text) < UNFINISHED:
        moving.to_next_asked(talk, comment.stands)


def replied_to_letter(talk: Talk, draft: Draft, number: int, part: Part) -> None:
    """Take a reply to the letter about a comment as the author's reply to the comment."""
    if talk.conversation.hand != draft.number or talk.draft.left is not None:
        drafts.hold(talk, draft.number)
    talk.go(Replying(comment=number))
    replied(talk, Replying(comment=number), part)


def _refuse_reply(talk: Talk, place: Replying, part: Part) -> None:
    """Say that nobody waits for the reply any more; its words go into the history."""
    draft = talk.draft
    comment = draft.review.comment(place.comment)
    about = comment.question if comment else ""
    talk.happened(Refused(draft=draft.number, question=about, text=part.text, messages=(part.message,)))
    talk.say(to_author.COMMENT_GONE)
    talk.go(Revising())


def finish_reply(talk: Talk, press: Press) -> None:
    """Go on after a reply in several messages."""
    comment = _comment(talk, press.index)
    if comment is None:
        talk.go(Revising())
    else:
        moving.to_next_asked(talk, comment.stands)


def reply_revised(talk: Talk, part: Part) -> bool:
    """Take the edited message of a reply, before the revision is sent; false where it gave none."""
    if talk.conversation.hand is None:
        return False
    for comment in asked_for.asked(talk.draft):
        if any(other.message == part.message for other in comment.reply_parts):
            _keep_reply(talk, comment, replaced(comment.reply_parts, part))
            talk.say(to_author.REPLIED)
            return True
    return False


def _keep_reply(talk: Talk, comment: Comment, parts: tuple[Part, ...]) -> None:
    draft, changed = talk.draft, comment.model_copy(update={"reply_parts": parts})
    talk.keep(with_comment(draft, changed))
    talk.happened(commented(draft, changed, talk.desk.me))


def _comment(talk: Talk, number: int | None) -> Comment | None:
    return next((comment for comment in asked_for.asked(talk.draft) if comment.number == number), None)
