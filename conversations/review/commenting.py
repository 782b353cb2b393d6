"""Comments: made, changed, withdrawn, resolved; each belongs to one question."""

from conversations import form
from conversations.asked import question_at
from conversations.conversation import Draft
from conversations.messages import Press
from conversations.parts import UNFINISHED, replaced
from conversations.place import Part
from conversations.review import queueing, rules, telling
from conversations.review.claiming import may_work
from conversations.review.desk import Dossier
from conversations.review.dossiers import commented, with_comment
from conversations.review.pages import Commenting
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
    comment = dossier.draft.review.numbered(press.index)
    page = Commenting(dossier=dossier.number, question=comment.question, weight=comment.weight, comment=comment.number)
    queueing.go(talk, page)


def written(talk: Talk, dossier: Dossier, page: Commenting, part: Part) -> None:
    """Take the words of a comment, and go back to the section; a paste that the client cut may go on."""
    if not may_work(talk, dossier):
        queueing.go(talk, page.section)
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
        queueing.go(talk, page.section)
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
    """Take the edited message of a comment; false where it gives none any more."""
    me = talk.desk.me.user
    for comment in dossier.draft.review.comments:
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
    comment = dossier.draft.review.numbered(press.index)
    _keep(talk, dossier, comment.model_copy(update={"state": "withdrawn"}))
    talk.say(in_review.COMMENT_WITHDRAWN)
    talk.go(talk.place)


def settle(talk: Talk, dossier: Dossier, press: Press, state: State) -> None:
    """Resolve a comment, or open it again: for whoever is on the submission."""
    comment = dossier.draft.review.numbered(press.index)
    reopened = {"reply_parts": (), "asked": _is_told(dossier.draft, comment)} if state == "open" else {}
    _keep(talk, dossier, comment.model_copy(update={"state": state, **reopened}))
    talk.say(in_review.COMMENT_RESOLVED if state == "resolved" else in_review.COMMENT_REOPENED)
    talk.go(talk.place)


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
    talk.handle(dossier, with_comment(draft, comment), commented(draft, comment, talk.desk.me))
    if old is not None and _is_told(draft, comment) and comment.state in {"open", "withdrawn"}:
        letter = telling.comment_changed(draft, comment)
        talk.write_to(dossier.author, letter)


def _is_told(draft: Draft, comment: Comment) -> bool:
    return comment.asked and draft.status == "changes_requested"


def may_reword(draft: Draft, comment: Comment) -> bool:
    """Say whether a comment can still be changed: until it is answered or resolved, or the submission is decided."""
    return comment.state == "open" and rules.allows(draft, "claim")


def title(draft: Draft, comment: Comment) -> str:
    """Name the question of a comment."""
    return form.label(question_at(comment.question), draft.handed_in.values)
