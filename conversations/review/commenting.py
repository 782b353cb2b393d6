"""Comments: made, changed, withdrawn, resolved; each belongs to one question."""

from conversations import form
from conversations.asked import question_at
from conversations.conversation import Draft
from conversations.messages import Commented, Press
from conversations.parts import UNFINISHED, replaced
from conversations.place import Part
from conversations.review import queueing, rules, telling
from conversations.review.claiming import may_work
from conversations.review.desk import Dossier
from conversations.review.dossiers import with_comment
from conversations.review.pages import Commenting, Reading
from conversations.review.record import Comment, State
from conversations.review.wording import at_desk, in_review
from conversations.talk import Talk


def begin(talk: Talk, dossier: Dossier, press: Press) -> None:
    """Await the words of a new comment."""
    if _may_comment(talk, dossier, press):
        queueing.go(talk, Commenting(dossier=dossier.number, question=press.about))


def turn_weight(talk: Talk, page: Commenting) -> None:
    """Make a must-fix a suggestion, or the other way round."""
    weight = "suggestion" if page.weight == "must fix" else "must fix"
    queueing.go(talk, page.model_copy(update={"weight": weight}))


def reword(talk: Talk, dossier: Dossier, press: Press) -> None:
    """Await other words for a comment."""
    comment = _own(talk, dossier, press)
    if comment is not None:
        page = Commenting(
            dossier=dossier.number, question=comment.question, weight=comment.weight, comment=comment.number
        )
        queueing.go(talk, page)


def written(talk: Talk, dossier: Dossier, page: Commenting, part: Part) -> None:
    """Take the words of a comment, and go back to the section; a paste that the client cut may go on."""
    if not may_work(talk, dossier):
        queueing.go(talk, _section(page))
        return
    old = dossier.draft.review.comment(page.comment)
    if old is None:
        comment = _made(talk, dossier, page, part)
        talk.say(in_review.comment_kept(comment.number, title(dossier.draft, comment), comment.weight))
    else:
        parts = (*old.parts, part) if page.adding else (part,)
        comment = old.model_copy(update={"parts": parts, "weight": page.weight})
        talk.say(in_review.comment_changed(comment.number, told=_is_told(dossier.draft, comment), whole=page.adding))
    _keep(talk, dossier, comment)
    talk.remark(part.message, dossier.number)
    if len(part.text) < UNFINISHED:
        queueing.go(talk, _section(page))
    else:
        queueing.go(talk, page.model_copy(update={"comment": comment.number, "adding": True}))


def replied(talk: Talk, dossier: Dossier, press: Press, part: Part) -> None:
    """Take a reply to the message of a question as a comment on it."""
    if _may_comment(talk, dossier, press):
        written(talk, dossier, Commenting(dossier=dossier.number, question=press.about), part)


def _may_comment(talk: Talk, dossier: Dossier, press: Press) -> bool:
    """Say whether a question of the dossier can be commented on; where not, tell why."""
    if press.about in {asked.path for asked in form.applicable(dossier.draft.handed_in.values)}:
        return may_work(talk, dossier)
    talk.say(at_desk.CHANGED_MEANWHILE)
    return False


def revised(talk: Talk, dossier: Dossier, part: Part) -> bool:
    """Take the edited message of a comment; false where none stands that it gave."""
    me = talk.desk.me.user
    for comment in dossier.draft.review.standing:
        if comment.by.user == me and any(other.message == part.message for other in comment.parts):
            if not may_reword(dossier.draft, comment):
                talk.say(in_review.COMMENT_CLOSED)
                return True
            changed = comment.model_copy(update={"parts": replaced(comment.parts, part)})
            _keep(talk, dossier, changed)
            talk.say(in_review.comment_changed(changed.number, told=_is_told(dossier.draft, changed)))
            return True
    return False


def withdraw(talk: Talk, dossier: Dossier, press: Press) -> None:
    """Withdraw a comment of one's own."""
    comment = _own(talk, dossier, press)
    if comment is not None:
        _keep(talk, dossier, comment.model_copy(update={"state": "withdrawn"}))
        talk.say(in_review.COMMENT_WITHDRAWN)
        talk.go(talk.place)


def settle(talk: Talk, dossier: Dossier, press: Press, state: State) -> None:
    """Resolve a comment, or open it again: for whoever is on the submission."""
    comment = dossier.draft.review.comment(press.index)
    if comment is None or comment.state == "withdrawn" or not may_work(talk, dossier):
        return
    asked = comment.asked and dossier.draft.status == "changes_requested"
    reopened = {"reply_parts": (), "asked": asked} if state == "open" else {}
    _keep(talk, dossier, comment.model_copy(update={"state": state, **reopened}))
    talk.say(in_review.COMMENT_RESOLVED if state == "resolved" else in_review.COMMENT_REOPENED)
    talk.go(talk.place)


def _section(page: Commenting) -> Reading:
    return Reading(dossier=page.dossier, section=page.question.partition(".")[0])


def _made(talk: Talk, dossier: Dossier, page: Commenting, part: Part) -> Comment:
    return Comment(
        number=len(dossier.draft.review.comments) + 1,
        question=page.question,
        by=talk.desk.me,
        weight=page.weight,
        parts=(part,),
        at=talk.now,
    )


def _keep(talk: Talk, dossier: Dossier, comment: Comment) -> None:
    """Keep a comment; an author who has got it is told that it reads otherwise, or is withdrawn."""
    draft, old = dossier.draft, dossier.draft.review.comment(comment.number)
    event = Commented(
        draft=draft.number,
        question=comment.question,
        comment=comment.number,
        by=talk.desk.me.user,
        weight=comment.weight,
        state=comment.state,
        text=comment.text,
        reply=comment.reply,
    )
    talk.handle(dossier, with_comment(draft, comment), event)
    if old is not None and _is_told(draft, comment) and comment.state in {"open", "withdrawn"}:
        letter = telling.comment_changed(draft, comment)
        talk.write_to(dossier.author, letter)


def _is_told(draft: Draft, comment: Comment) -> bool:
    return comment.asked and draft.status == "changes_requested"


def may_reword(draft: Draft, comment: Comment) -> bool:
    """Say whether a comment can still be changed: until it is answered or resolved, or the submission is decided."""
    return comment.state == "open" and rules.allows(draft, "claim")


def _own(talk: Talk, dossier: Dossier, press: Press) -> Comment | None:
    """Find the comment of a button that changes it; its page gives such buttons to its author alone."""
    comment = dossier.draft.review.comment(press.index)
    if comment is not None and may_reword(dossier.draft, comment):
        return comment
    talk.say(at_desk.CHANGED_MEANWHILE)
    return None


def title(draft: Draft, comment: Comment) -> str:
    """Name the question of a comment."""
    return form.label(question_at(comment.question), draft.handed_in.values)
