"""Comments on the questions of a submission: made, changed, withdrawn, resolved, reopened."""

from functools import partial

from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Draft
from conversations.dialogue.inputs import Press
from conversations.dialogue.layout import Lines, Rows, Screen, pack, section_heading
from conversations.dialogue.pages import Back, Changes, Commenting, Reading, ReviewPage, Whole
from conversations.dialogue.parts import UNFINISHED, replaced
from conversations.dialogue.replies import Button, Line, Reply
from conversations.dialogue.repositories import Submission
from conversations.dialogue.review_record import Comment, CommentState, Member, Weight
from conversations.dialogue.reviews import commented, note_reading, with_comment
from conversations.dialogue.state import AtDesk, Part
from conversations.filling import role_texts
from conversations.filling.texts import DONE
from conversations.form import completion
from conversations.form.questions import Section
from conversations.form.template import in_use
from conversations.review import comment_texts, note_texts, notes, notifications, texts
from conversations.review.card import may_comment
from conversations.review.navigation import filters, open_page, submission_button
from conversations.review.question_view import (
    all_questions,
    lines_of,
    may_edit,
    may_weigh,
    rows_of,
    title,
    title_at,
    weight_button,
)


def read_section(context: Context, submission: Submission, section: str) -> None:
    """Open a section of a submission; the author can see that it was read."""
    if section in in_use().by_key:
        note_reading(context, submission)
        open_page(context, Reading(submission=submission.number, section=section))
    else:
        context.say(role_texts.CHANGED_MEANWHILE)


def section_screen(context: Context, submission: Submission, page: Reading) -> Screen:
    """Draw a section: one message for each question, the last one with buttons to the other sections."""
    section = in_use().by_key[page.section]
    draft = submission.draft.handed_in
    pages: list[Lines] = []
    under: dict[int, Rows] = {}
    for asked in completion.applicable_in(section, draft.values):
        head = () if pages else (section_heading(section),)
        rows = rows_of(context, submission, asked)
        first, *rest = lines_of(draft, asked)
        for lines in pack(((*head, *first), *rest)):
            under[len(pages)] = rows[:1]  # its button Comment makes a reply to this message a comment
            pages.append(lines)
        under[len(pages) - 1] = rows
    last = under.pop(len(pages) - 1)
    return Screen(pages=tuple(pages), rows=(*last, *_navigation(context, submission, section)), under=under)


def _navigation(context: Context, submission: Submission, section: type[Section]) -> Rows:
    here = in_use().sections.index(section)
    before, after = in_use().sections[here - 1], in_use().sections[(here + 1) % len(in_use().sections)]
    turning = (
        submission_button(context, submission, texts.SECTION_BEFORE, "section", before.key),
        submission_button(context, submission, texts.NEXT_SECTION, "section", after.key),
    )
    return (turning, (submission_button(context, submission, texts.CARD, "read"),))


# A new comment, or a new text of one


def begin(context: Context, submission: Submission, press: Press) -> None:
    """Ask for the text of a new comment; who is not on the submission can say so afterwards."""
    if press.about not in all_questions(submission):
        context.say(role_texts.CHANGED_MEANWHILE)
    elif may_comment(context, submission):
        back = _back(context, submission)
        open_page(context, Commenting(submission=submission.number, question=press.about, back=back))


def _back(context: Context, submission: Submission) -> Back:
    """Name the page to go back to: from a message of Read all, that is not the section."""
    page = context.state.page if isinstance(context.state, AtDesk) else None
    match page:
        case Whole(submission=number) | Changes(submission=number) if number == submission.number:
            return page.page
        case Commenting(submission=number) if number == submission.number:
            return page.back
        case _:
            return "reading"


def reword(context: Context, submission: Submission, press: Press) -> None:
    """Ask for a new text of a comment, if it is the coordinator's own and still open."""
    comment = submission.draft.review.numbered(press.index)
    if not _is_mine(context, submission, comment):
        context.say(comment_texts.COMMENT_CLOSED)
        return
    page = Commenting(submission=submission.number, question=comment.question, back=_back(context, submission))
    open_page(context, page.model_copy(update={"weight": comment.weight, "comment": comment.number}))


def _is_mine(context: Context, submission: Submission, comment: Comment) -> bool:
    return comment.by.user == context.repository.me.user and may_edit(submission.draft, comment)


def turn_weight(context: Context, page: Commenting) -> None:
    """Turn the comment that is to be written into a suggestion, or back into a must-fix."""
    weight: Weight = "suggestion" if page.weight == "must fix" else "must fix"
    open_page(context, page.model_copy(update={"weight": weight}))


def comment_screen(context: Context, submission: Submission, page: Commenting) -> Screen:
    """Draw the page that asks for the text of a comment."""
    label = title_at(submission.draft, page.question)
    old = submission.draft.review.comment(page.comment)
    lines = [Line(text=comment_texts.commenting(label, page.weight), style="bold")]
    if page.adding and old is not None:
        lines.append(Line(text=comment_texts.so_far(len(old.text))))
        return Screen(pages=(tuple(lines),), rows=((_close_button(context, submission, page, DONE),),))
    if old is not None:
        lines.append(Line(text=comment_texts.now_says(old.text)))
    lines.append(Line(text=comment_texts.WRITE_COMMENT))
    held = submission.draft.review.claim
    if old is None and held is None:
        lines.append(Line(text=note_texts.NOT_ON_IT, style="italic"))
    elif old is None and held is not None and held.by.user != context.repository.me.user:
        lines.append(Line.naming(note_texts.not_on_it, held.by, style="italic"))
    weight = (submission_button(context, submission, texts.MAKE[page.weight], "weight"),)
    cancel = (_close_button(context, submission, page, texts.CANCEL),)
    return Screen(pages=pack(tuple((line,) for line in lines)), rows=(weight, cancel))


def _close_button(context: Context, submission: Submission, page: Commenting, label: str) -> Button:
    return submission_button(context, submission, label, "close", page.section.section)


def leave(context: Context, page: Commenting) -> None:
    """Leave the page for the one before; the messages of Read all stand above and are not sent again."""
    if page.back == "reading":
        open_page(context, page.section)
    else:
        go_back(context, page)
        words = note_texts.BACK_AT_MESSAGES if page.adding else note_texts.NO_COMMENT_MADE
        notes.alone(context, Reply(lines=(Line(text=words),), rows=notes.card_row(page.submission)))


def go_back(context: Context, page: Commenting) -> None:
    """Go to the page before without showing it again."""
    pages: dict[Back, ReviewPage] = {
        "reading": page.section,
        "whole": Whole(submission=page.submission),
        "changes": Changes(submission=page.submission),
    }
    context.stay(AtDesk(page=pages[page.back], wanted=filters(context)))


# What was written


def written(context: Context, submission: Submission, page: Commenting, part: Part) -> None:
    """Save the text of a comment and go back; a text as long as a message may be continued."""
    old = submission.draft.review.comment(page.comment)
    if old is None:
        may = submission.draft.review.holds(context.repository.me.user) and may_comment(context, submission)
    else:
        may = _is_mine(context, submission, old)  # which needs no claim
    if not may:
        go_back(context, page)
        notes.keep(context, part, submission, (page.question,))
        return
    if old is None:
        comment = _new(context, submission, page.question, (part,), page.weight)
    else:
        parts = (*old.parts, part) if page.adding else (part,)
        comment = old.model_copy(update={"parts": parts, "weight": page.weight})
    _save(context, submission, comment)
    context.remember_comment(part.message, submission.number)
    words = _said(submission.draft, comment, new=old is None, whole=page.adding)
    if len(part.text) >= UNFINISHED:  # Telegram cuts a long paste into several messages: the rest may follow
        context.say(words)
        open_page(context, page.model_copy(update={"comment": comment.number, "adding": True}))
    elif page.back == "reading":
        context.say(words)
        open_page(context, page.section)
    else:
        go_back(context, page)
        tell(context, submission, comment, words)


def _said(draft: Draft, comment: Comment, *, new: bool, whole: bool) -> str:
    if new:
        requested = draft.status == "changes_requested"
        return comment_texts.comment_kept(comment.number, title(draft, comment), comment.weight, requested=requested)
    return comment_texts.comment_changed(comment.number, told=_author_has(draft, comment), whole=whole)


def add(  # noqa: PLR0913 - the parts of a comment, and what follows
    context: Context,
    submission: Submission,
    question: str,
    parts: tuple[Part, ...],
    *,
    goes_on: bool = False,
    to: Member | None = None,
) -> Comment:
    """Save a comment that was not written at its page, and confirm it in a message of its own.

    ``goes_on``: a text as long as a message may be continued. ``to`` is the coordinator who gets the comment.
    """
    comment = _new(context, submission, question, parts, "must fix")
    _save(context, submission, comment)
    for part in parts:
        context.remember_comment(part.message, submission.number)
    words: str | Line = _said(submission.draft, comment, new=True, whole=False)
    if to is not None:
        words = Line.naming(partial(note_texts.given, comment.number, title(submission.draft, comment)), to)
    if goes_on and len(parts[-1].text) >= UNFINISHED:
        context.say(words)
        page = Commenting(submission=submission.number, question=question, comment=comment.number, adding=True)
        open_page(context, page.model_copy(update={"back": _back(context, submission)}))
    elif goes_on and _is_shown(context, submission, question):
        context.say(words)
        context.go(context.state)
    else:
        tell(context, submission, comment, words)
    return comment


def _is_shown(context: Context, submission: Submission, question: str) -> bool:
    """Say whether the section of a question is open, where the comment stands under it."""
    section = Commenting(submission=submission.number, question=question).section
    return isinstance(context.state, AtDesk) and context.state.page == section


def tell(context: Context, submission: Submission, comment: Comment, words: str | Line) -> None:
    """Confirm a comment in a message of its own, with what can be changed; a press there changes this message."""
    may = may_weigh(context, submission.draft, comment)
    weight = ((weight_button(context, submission, comment, "reweigh"),),) if may else ()
    own = (
        submission_button(context, submission, texts.EDIT, "reword", comment.question, comment.number),
        submission_button(context, submission, texts.UNSAY, "unsaid", comment.question, comment.number),
    )
    mine = own if _is_mine(context, submission, comment) else ()
    rows = (*weight, (*mine, *notes.card_row(submission.number)[0]))
    line = Line(text=words) if isinstance(words, str) else words
    notes.alone(context, Reply(lines=(line,), rows=rows, redraws=context.pressed_message or None))


def weigh(context: Context, submission: Submission, press: Press) -> None:
    """Make a comment a must-fix or a suggestion, as the button says, and show the section again."""
    context.say(_weighed(context, submission, press))
    context.go(context.state)


def reweigh(context: Context, submission: Submission, press: Press) -> None:
    """Make a comment a must-fix or a suggestion under its confirmation, which then says so."""
    words = _weighed(context, submission, press)
    changed = context.submission(submission.number) or submission
    tell(context, changed, changed.draft.review.numbered(press.index), words)


def _weighed(context: Context, submission: Submission, press: Press) -> str:
    comment = submission.draft.review.numbered(press.index)
    if not may_weigh(context, submission.draft, comment):
        return comment_texts.COMMENT_CLOSED
    weight: Weight = "suggestion" if press.about == "suggestion" else "must fix"
    if weight != comment.weight:
        _save(context, submission, comment.model_copy(update={"weight": weight}))
    return note_texts.weighed(comment.number, title(submission.draft, comment), weight)


def edited(context: Context, submission: Submission, part: Part) -> bool:
    """Change a comment whose message was edited; false if the message belongs to no comment of this coordinator."""
    me = context.repository.me.user
    for comment in submission.draft.review.comments:
        if comment.by.user == me and any(other.message == part.message for other in comment.parts):
            if may_edit(submission.draft, comment):
                changed = comment.model_copy(update={"parts": replaced(comment.parts, part)})
                _save(context, submission, changed)
                context.say(comment_texts.comment_changed(changed.number, told=_author_has(submission.draft, changed)))
            else:
                context.say(comment_texts.COMMENT_CLOSED)
                notes.keep(context, part, submission, (comment.question,))
            return True
    return False


def withdraw(context: Context, submission: Submission, press: Press) -> None:
    """Withdraw a comment; only its own coordinator gets this button."""
    comment = submission.draft.review.numbered(press.index)
    _save(context, submission, comment.model_copy(update={"state": "withdrawn"}))
    context.say(comment_texts.COMMENT_WITHDRAWN)
    context.go(context.state)


def unsay(context: Context, submission: Submission, press: Press) -> None:
    """Withdraw a comment under its confirmation, which then says so."""
    comment = submission.draft.review.numbered(press.index)
    own = _is_mine(context, submission, comment)
    if own:
        comment = comment.model_copy(update={"state": "withdrawn"})
        _save(context, submission, comment)
    tell(context, submission, comment, comment_texts.COMMENT_WITHDRAWN if own else comment_texts.COMMENT_CLOSED)


def settle(context: Context, submission: Submission, press: Press, state: CommentState) -> None:
    """Resolve a comment or reopen it; this button is only for the coordinator who has claimed the submission."""
    comment = submission.draft.review.numbered(press.index)
    reopened = {"reply_parts": (), "asked": _author_has(submission.draft, comment)} if state == "open" else {}
    _save(context, submission, comment.model_copy(update={"state": state, **reopened}))
    context.say(comment_texts.COMMENT_RESOLVED if state == "resolved" else comment_texts.COMMENT_REOPENED)
    context.go(context.state)


def _new(context: Context, submission: Submission, question: str, parts: tuple[Part, ...], weight: Weight) -> Comment:
    number = len(submission.draft.review.comments) + 1
    by, at = context.repository.me, context.now
    return Comment(number=number, question=question, by=by, weight=weight, parts=parts, at=at)


def _save(context: Context, submission: Submission, comment: Comment) -> None:
    """Save a comment. If the author has already received it, tell them that it was changed or withdrawn."""
    draft, old = submission.draft, submission.draft.review.comment(comment.number)
    context.handle(submission, with_comment(draft, comment), commented(draft, comment, context.repository.me))
    if old is not None and _author_has(draft, comment) and comment.state in {"open", "withdrawn"}:
        context.write_to_author(submission.author, lambda: notifications.comment_changed(draft, comment))


def _author_has(draft: Draft, comment: Comment) -> bool:
    """Say whether the author has received the comment, with a request that still counts."""
    return comment.asked and draft.status == "changes_requested"
