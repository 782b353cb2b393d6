"""Comments: made, changed, withdrawn, resolved; each belongs to one question."""

from collections.abc import Iterator
from functools import partial

from conversations.dialogue import reviews
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Draft
from conversations.dialogue.desk_states import Commenting, Reading
from conversations.dialogue.inputs import Press
from conversations.dialogue.layout import Lines, Rows, Screen, answer_of, pack, section_heading
from conversations.dialogue.parts import UNFINISHED, replaced
from conversations.dialogue.replies import Button, Line
from conversations.dialogue.repositories import Submission
from conversations.dialogue.review_record import Comment, CommentState, Member
from conversations.dialogue.reviews import commented, heading, is_own, move, name, reference, with_claim, with_comment
from conversations.dialogue.state import Part
from conversations.fields import LongText, count_words
from conversations.fields import texts as fields_texts
from conversations.filling.section_screens import blocks_of
from conversations.form import completion
from conversations.form.asked import Asked, question_at
from conversations.form.questions import Section
from conversations.form.template import in_use
from conversations.review import notifications, queue, texts
from conversations.review.card_screen import of_comment, of_dossier


def claim(context: Context, submission: Submission) -> None:
    """Take a submission up, or over from another coordinator, who is told."""
    draft, me = submission.draft, context.desk.me
    held = draft.review.claim
    move(context, submission, with_claim(draft, me, context.now), "claim" if held is None else "take over")
    if held is not None:
        context.write_to(held.by.user, notifications.taken_over(submission, name(draft), reference(draft), me))
    context.say(texts.CLAIMED)


def let_go(context: Context, submission: Submission) -> None:
    """Let a submission go, for whoever takes it next."""
    move(context, submission, with_claim(submission.draft, None, context.now), "let go")
    context.say(texts.LETTING_GO)


def may_work(context: Context, submission: Submission) -> bool:
    """Say whether the submission is the coordinator's to work on; where not, tell them why."""
    draft = submission.draft
    held = draft.review.claim
    if draft.review.holds(context.desk.me.user) and reviews.allows(draft, "claim"):
        return True
    if is_own(context, submission):
        context.say(texts.OWN_PRACTICE)
    elif not reviews.allows(draft, "claim"):
        context.say(texts.NOT_REVIEWED)
    elif held is not None and held.by.user != context.desk.me.user:
        context.say(Line.naming(lambda by: texts.taken_by(by, held.since), held.by))
    else:
        context.say(texts.ONLY_READING)
    return False


def begin(context: Context, submission: Submission, press: Press) -> None:
    """Await the words of a new comment."""
    if _may_comment(context, submission, press):
        queue.go(context, Commenting(submission=submission.number, question=press.about))


def turn_weight(context: Context, page: Commenting) -> None:
    """Make a must-fix a suggestion, or the other way round."""
    weight = "suggestion" if page.weight == "must fix" else "must fix"
    queue.go(context, page.model_copy(update={"weight": weight}))


def reword(context: Context, submission: Submission, press: Press) -> None:
    """Await other words for a comment."""
    comment = submission.draft.review.numbered(press.index)
    page = Commenting(
        submission=submission.number, question=comment.question, weight=comment.weight, comment=comment.number
    )
    queue.go(context, page)


def written(context: Context, submission: Submission, page: Commenting, part: Part) -> None:
    """Take the words of a comment, and go back to the section; a paste that the client cut may go on."""
    if not may_work(context, submission):
        queue.go(context, page.section)
        return
    old = submission.draft.review.comment(page.comment)
    if old is None:
        comment = _made(context, submission, page, part)
        context.say(texts.comment_kept(comment.number, title(submission.draft, comment), comment.weight))
    else:
        parts = (*old.parts, part) if page.adding else (part,)
        comment = old.model_copy(update={"parts": parts, "weight": page.weight})
        context.say(texts.comment_changed(comment.number, told=_is_told(submission.draft, comment), whole=page.adding))
    _keep(context, submission, comment)
    context.remark(part.message, submission.number)
    if len(part.text) < UNFINISHED:
        queue.go(context, page.section)
    else:
        queue.go(context, page.model_copy(update={"comment": comment.number, "adding": True}))


def replied(context: Context, submission: Submission, press: Press, part: Part) -> None:
    """Take a reply to the message of a question as a comment on it."""
    if _may_comment(context, submission, press):
        written(context, submission, Commenting(submission=submission.number, question=press.about), part)


def _may_comment(context: Context, submission: Submission, press: Press) -> bool:
    """Say whether a question of the dossier can be commented on; where not, tell why."""
    if press.about in {asked.path for asked in completion.applicable(submission.draft.handed_in.values)}:
        return may_work(context, submission)
    context.say(texts.CHANGED_MEANWHILE)
    return False


def revised(context: Context, submission: Submission, part: Part) -> bool:
    """Take the edited message of a comment; false where it gives none any more."""
    me = context.desk.me.user
    for comment in submission.draft.review.comments:
        if comment.by.user == me and any(other.message == part.message for other in comment.parts):
            if not may_reword(submission.draft, comment):
                context.say(texts.COMMENT_CLOSED)
                return True
            changed = comment.model_copy(update={"parts": replaced(comment.parts, part)})
            _keep(context, submission, changed)
            context.say(texts.comment_changed(changed.number, told=_is_told(submission.draft, changed)))
            return True
    return False


def withdraw(context: Context, submission: Submission, press: Press) -> None:
    """Withdraw a comment of one's own."""
    comment = submission.draft.review.numbered(press.index)
    _keep(context, submission, comment.model_copy(update={"state": "withdrawn"}))
    context.say(texts.COMMENT_WITHDRAWN)
    context.go(context.state)


def settle(context: Context, submission: Submission, press: Press, state: CommentState) -> None:
    """Resolve a comment, or open it again: for whoever is on the submission."""
    comment = submission.draft.review.numbered(press.index)
    reopened = {"reply_parts": (), "asked": _is_told(submission.draft, comment)} if state == "open" else {}
    _keep(context, submission, comment.model_copy(update={"state": state, **reopened}))
    context.say(texts.COMMENT_RESOLVED if state == "resolved" else texts.COMMENT_REOPENED)
    context.go(context.state)


def _made(context: Context, submission: Submission, page: Commenting, part: Part) -> Comment:
    return Comment(
        number=len(submission.draft.review.comments) + 1,
        question=page.question,
        by=context.desk.me,
        weight=page.weight,
        parts=(part,),
        at=context.now,
    )


def _keep(context: Context, submission: Submission, comment: Comment) -> None:
    """Keep a comment; an author who has got it is told that it reads otherwise, or is withdrawn."""
    draft, old = submission.draft, submission.draft.review.comment(comment.number)
    context.handle(submission, with_comment(draft, comment), commented(draft, comment, context.desk.me))
    if old is not None and _is_told(draft, comment) and comment.state in {"open", "withdrawn"}:
        notification = notifications.comment_changed(draft, comment)
        context.write_to(submission.author, notification)


def _is_told(draft: Draft, comment: Comment) -> bool:
    return comment.asked and draft.status == "changes_requested"


def may_reword(draft: Draft, comment: Comment) -> bool:
    """Say whether a comment can still be changed: until it is answered or resolved, or the submission is decided."""
    return comment.state == "open" and reviews.allows(draft, "claim")


def title(draft: Draft, comment: Comment) -> str:
    """Name the question of a comment."""
    return completion.label(question_at(comment.question), draft.handed_in.values)


def reading(context: Context, submission: Submission, page: Reading) -> Screen:
    """Show a section: its questions one message each, the last with the way on."""
    section = in_use().by_key[page.section]
    draft = submission.draft.handed_in
    pages: list[Lines] = []
    under: dict[int, Rows] = {}
    for asked in completion.applicable_in(section, draft.values):
        head = () if pages else (section_heading(section),)
        rows = _question_rows(context, submission, asked)
        for lines in pack(((*head, *_question(draft, asked)), *_comments(draft, asked))):
            under[len(pages)] = rows[:1]  # a reply to any of them is a comment on the question
            pages.append(lines)
        under[len(pages) - 1] = rows
    last = under.pop(len(pages) - 1)
    return Screen(pages=tuple(pages), rows=(*last, *_navigation(context, submission, section)), under=under)


def _question(draft: Draft, asked: Asked) -> Lines:
    title = Line(
        text=f"{completion.label(asked, draft.values)}{_words(asked, draft.values.get(asked.path))}", style="bold"
    )
    return (title, *answer_of(draft, asked))


def _words(asked: Asked, value: object) -> str:
    if not (isinstance(asked.kind, LongText) and isinstance(value, str)):
        return ""
    return f" ({fields_texts.counted(count_words(value), 'word')})"


def _comments(draft: Draft, asked: Asked) -> Iterator[Lines]:
    for comment in draft.review.on(asked.path):
        head = Line.naming(partial(_comment_line, comment), comment.by, style="italic")
        yield (head, Line(text=comment.text), *_reply(draft, comment))


def _comment_line(comment: Comment, by: Member) -> str:
    return texts.comment_line(comment.model_copy(update={"by": by}))


def _reply(draft: Draft, comment: Comment) -> Lines:
    """Give the author's reply once the revision that it goes with has been sent."""
    shown = comment.reply and (comment.state != "open" or draft.status != "changes_requested")
    return (Line(text=texts.author_replied(comment.reply)),) if shown else ()


def _question_rows(context: Context, submission: Submission, asked: Asked) -> Rows:
    """Offer what can be done about a question; a comment to whoever is on the submission."""
    review, me = submission.draft.review, context.desk.me
    if not (review.holds(me.user) and reviews.allows(submission.draft, "claim")):
        return ()
    comment = (of_dossier(context, submission, texts.COMMENT, "comment", asked.path),)
    return (comment, *(_comment_row(context, submission, one) for one in review.on(asked.path)))


def _comment_row(context: Context, submission: Submission, comment: Comment) -> tuple[Button, ...]:
    own = comment.by.user == context.desk.me.user and may_reword(submission.draft, comment)
    doings = [
        *([(texts.EDIT, "reword"), (texts.UNSAY, "unsay")] if own else []),
        (texts.RESOLVE, "resolve") if comment.state != "resolved" else (texts.UNRESOLVE, "anew"),
        *([(texts.UNRESOLVE, "anew")] if comment.state == "answered" else []),
    ]
    return tuple(of_comment(context, submission, comment, label, action) for label, action in doings)


def _navigation(context: Context, submission: Submission, section: type[Section]) -> Rows:
    here = in_use().sections.index(section)
    before, after = in_use().sections[here - 1], in_use().sections[(here + 1) % len(in_use().sections)]
    return (
        (
            of_dossier(context, submission, texts.SECTION_BEFORE, "section", before.key),
            of_dossier(context, submission, texts.NEXT_SECTION, "section", after.key),
        ),
        (of_dossier(context, submission, texts.CARD, "read"),),
    )


def whole(context: Context, submission: Submission) -> Screen:
    """Show all questions with their answers, in as many messages as they need."""
    draft = submission.draft.handed_in
    blocks = [block for section in in_use().sections for block in blocks_of(draft, section, {})]
    rows = ((of_dossier(context, submission, texts.CARD, "read"),),)
    return Screen(pages=pack(((Line(text=heading(draft), style="bold"),), *blocks)), rows=rows)
