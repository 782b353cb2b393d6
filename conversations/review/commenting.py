"""Comments on the questions of a section: read, made, changed, withdrawn, resolved, reopened."""

from collections.abc import Iterator
from functools import partial

from conversations.dialogue import reviews
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Draft
from conversations.dialogue.inputs import Press
from conversations.dialogue.layout import Lines, Rows, Screen, answer_of, pack, section_heading
from conversations.dialogue.pages import Commenting, Reading
from conversations.dialogue.parts import UNFINISHED, replaced
from conversations.dialogue.replies import Button, Line
from conversations.dialogue.repositories import Submission
from conversations.dialogue.review_record import Comment, CommentState, Member
from conversations.dialogue.reviews import commented, note_reading, with_comment
from conversations.dialogue.state import Part
from conversations.fields import LongText, count_words
from conversations.fields import texts as fields_texts
from conversations.filling.texts import DONE
from conversations.form import completion
from conversations.form.asked import Asked, question_at
from conversations.form.questions import Section
from conversations.form.template import in_use
from conversations.review import notifications, texts
from conversations.review.card import may_work
from conversations.review.navigation import comment_button, open_page, submission_button


def read_section(context: Context, submission: Submission, section: str) -> None:
    """Open a section of a submission; the author can see that it was read."""
    if section in in_use().by_key:
        note_reading(context, submission)
        open_page(context, Reading(submission=submission.number, section=section))
    else:
        context.say(texts.CHANGED_MEANWHILE)


def section_screen(context: Context, submission: Submission, page: Reading) -> Screen:
    """Draw a section: one message for each question, the last one with buttons to the other sections."""
    section = in_use().by_key[page.section]
    draft = submission.draft.handed_in
    pages: list[Lines] = []
    under: dict[int, Rows] = {}
    for asked in completion.applicable_in(section, draft.values):
        head = () if pages else (section_heading(section),)
        rows = _question_rows(context, submission, asked)
        for lines in pack(((*head, *_question(draft, asked)), *_comments(draft, asked))):
            under[len(pages)] = rows[:1]  # its button Comment makes a reply to this message a comment
            pages.append(lines)
        under[len(pages) - 1] = rows
    last = under.pop(len(pages) - 1)
    return Screen(pages=tuple(pages), rows=(*last, *_navigation(context, submission, section)), under=under)


def _question(draft: Draft, asked: Asked) -> Lines:
    label = f"{completion.label(asked, draft.values)}{_words(asked, draft.values.get(asked.path))}"
    return (Line(text=label, style="bold"), *answer_of(draft, asked))


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
    """Show the author's reply, but not before they have sent it with a revision."""
    shown = comment.reply and (comment.state != "open" or draft.status != "changes_requested")
    return (Line(text=texts.author_replied(comment.reply)),) if shown else ()


def _question_rows(context: Context, submission: Submission, asked: Asked) -> Rows:
    """Make the buttons of a question; only the coordinator who has claimed the submission has some."""
    review, me = submission.draft.review, context.repository.me
    if not (review.holds(me.user) and reviews.allows(submission.draft, "claim")):
        return ()
    comment = (submission_button(context, submission, texts.COMMENT, "comment", asked.path),)
    return (comment, *(_comment_row(context, submission, one) for one in review.on(asked.path)))


def _comment_row(context: Context, submission: Submission, comment: Comment) -> tuple[Button, ...]:
    own = comment.by.user == context.repository.me.user and _may_edit(submission.draft, comment)
    actions = [
        *([(texts.EDIT, "reword"), (texts.UNSAY, "unsay")] if own else []),
        (texts.RESOLVE, "resolve") if comment.state != "resolved" else (texts.UNRESOLVE, "anew"),
        *([(texts.UNRESOLVE, "anew")] if comment.state == "answered" else []),
    ]
    return tuple(comment_button(context, submission, comment, label, action) for label, action in actions)


def _navigation(context: Context, submission: Submission, section: type[Section]) -> Rows:
    here = in_use().sections.index(section)
    before, after = in_use().sections[here - 1], in_use().sections[(here + 1) % len(in_use().sections)]
    turning = (
        submission_button(context, submission, texts.SECTION_BEFORE, "section", before.key),
        submission_button(context, submission, texts.NEXT_SECTION, "section", after.key),
    )
    return (turning, (submission_button(context, submission, texts.CARD, "read"),))


def begin(context: Context, submission: Submission, press: Press) -> None:
    """Ask for the text of a new comment."""
    if _may_comment(context, submission, press):
        open_page(context, Commenting(submission=submission.number, question=press.about))


def reword(context: Context, submission: Submission, press: Press) -> None:
    """Ask for a new text of a comment."""
    comment = submission.draft.review.numbered(press.index)
    weight, number = comment.weight, comment.number
    page = Commenting(submission=submission.number, question=comment.question, weight=weight, comment=number)
    open_page(context, page)


def turn_weight(context: Context, page: Commenting) -> None:
    """Turn a must-fix into a suggestion, or a suggestion into a must-fix."""
    weight = "suggestion" if page.weight == "must fix" else "must fix"
    open_page(context, page.model_copy(update={"weight": weight}))


def comment_screen(context: Context, submission: Submission, page: Commenting) -> Screen:
    """Draw the page that asks for the text of a comment."""
    asked = question_at(page.question)
    label = completion.label(asked, submission.draft.handed_in.values)
    old = submission.draft.review.comment(page.comment)
    lines = [Line(text=texts.commenting(label, page.weight), style="bold")]
    if page.adding and old is not None:
        lines.append(Line(text=texts.so_far(len(old.text))))
        return Screen(pages=(tuple(lines),), rows=((_back_to_section(context, submission, page, DONE),),))
    if old is not None:
        lines.append(Line(text=texts.now_says(old.text)))
    lines.append(Line(text=texts.WRITE_COMMENT))
    weight = (submission_button(context, submission, texts.MAKE[page.weight], "weight"),)
    cancel = (_back_to_section(context, submission, page, texts.CANCEL),)
    return Screen(pages=pack(tuple((line,) for line in lines)), rows=(weight, cancel))


def _back_to_section(context: Context, submission: Submission, page: Commenting, label: str) -> Button:
    return submission_button(context, submission, label, "close", page.section.section)


def written(context: Context, submission: Submission, page: Commenting, part: Part) -> None:
    """Save the text of a comment and go back to the section; a text as long as a message may be continued."""
    if not may_work(context, submission):
        open_page(context, page.section)
        return
    old = submission.draft.review.comment(page.comment)
    if old is None:
        comment = _new_comment(context, submission, page, part)
        context.say(texts.comment_kept(comment.number, title(submission.draft, comment), comment.weight))
    else:
        parts = (*old.parts, part) if page.adding else (part,)
        comment = old.model_copy(update={"parts": parts, "weight": page.weight})
        context.say(
            texts.comment_changed(comment.number, told=_author_has(submission.draft, comment), whole=page.adding)
        )
    _save(context, submission, comment)
    context.remember_comment(part.message, submission.number)
    if len(part.text) < UNFINISHED:
        open_page(context, page.section)
    else:  # Telegram cuts a long paste into several messages: the rest may follow
        open_page(context, page.model_copy(update={"comment": comment.number, "adding": True}))


def replied(context: Context, submission: Submission, press: Press, part: Part) -> None:
    """Save a reply to the message of a question as a comment on the question."""
    if _may_comment(context, submission, press):
        written(context, submission, Commenting(submission=submission.number, question=press.about), part)


def _may_comment(context: Context, submission: Submission, press: Press) -> bool:
    """Check that the coordinator can comment on this question; if not, say why."""
    if press.about in {asked.path for asked in completion.applicable(submission.draft.handed_in.values)}:
        return may_work(context, submission)
    context.say(texts.CHANGED_MEANWHILE)
    return False


def edited(context: Context, submission: Submission, part: Part) -> bool:
    """Change a comment whose message was edited; false if the message belongs to no comment of this coordinator."""
    me = context.repository.me.user
    for comment in submission.draft.review.comments:
        if comment.by.user == me and any(other.message == part.message for other in comment.parts):
            if not _may_edit(submission.draft, comment):
                context.say(texts.COMMENT_CLOSED)
                return True
            changed = comment.model_copy(update={"parts": replaced(comment.parts, part)})
            _save(context, submission, changed)
            context.say(texts.comment_changed(changed.number, told=_author_has(submission.draft, changed)))
            return True
    return False


def withdraw(context: Context, submission: Submission, press: Press) -> None:
    """Withdraw a comment; only its own coordinator gets this button."""
    comment = submission.draft.review.numbered(press.index)
    _save(context, submission, comment.model_copy(update={"state": "withdrawn"}))
    context.say(texts.COMMENT_WITHDRAWN)
    context.go(context.state)


def settle(context: Context, submission: Submission, press: Press, state: CommentState) -> None:
    """Resolve a comment or reopen it; this button is only for the coordinator who has claimed the submission."""
    comment = submission.draft.review.numbered(press.index)
    reopened = {"reply_parts": (), "asked": _author_has(submission.draft, comment)} if state == "open" else {}
    _save(context, submission, comment.model_copy(update={"state": state, **reopened}))
    context.say(texts.COMMENT_RESOLVED if state == "resolved" else texts.COMMENT_REOPENED)
    context.go(context.state)


def _new_comment(context: Context, submission: Submission, page: Commenting, part: Part) -> Comment:
    return Comment(
        number=len(submission.draft.review.comments) + 1,
        question=page.question,
        by=context.repository.me,
        weight=page.weight,
        parts=(part,),
        at=context.now,
    )


def _save(context: Context, submission: Submission, comment: Comment) -> None:
    """Save a comment. If the author has already received it, tell them that it was changed or withdrawn."""
    draft, old = submission.draft, submission.draft.review.comment(comment.number)
    context.handle(submission, with_comment(draft, comment), commented(draft, comment, context.repository.me))
    if old is not None and _author_has(draft, comment) and comment.state in {"open", "withdrawn"}:
        context.write_to(submission.author, notifications.comment_changed(draft, comment))


def _author_has(draft: Draft, comment: Comment) -> bool:
    """Say whether the author has received the comment, with a request that still counts."""
    return comment.asked and draft.status == "changes_requested"


def _may_edit(draft: Draft, comment: Comment) -> bool:
    """Say whether a comment can be changed: it is open, and the submission is not decided."""
    return comment.state == "open" and reviews.allows(draft, "claim")


def title(draft: Draft, comment: Comment) -> str:
    """Return the label of the question that a comment is about."""
    return completion.label(question_at(comment.question), draft.handed_in.values)
