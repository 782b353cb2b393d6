"""Buttons of the desk: they carry the number of the dossier that they are about."""

from collections.abc import (
    Callable,
    Iterator,
)

from conversations.dialogue import practice, reviews
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Draft
from conversations.dialogue.desk_states import Commenting
from conversations.dialogue.inputs import Press
from conversations.dialogue.layout import Rows, Screen, pack
from conversations.dialogue.replies import Button, Line
from conversations.dialogue.repositories import Submission
from conversations.dialogue.review_record import Comment, Entry, Member
from conversations.dialogue.reviews import base_version, counted, heading, holder, is_own, waiting_since, with_review
from conversations.dialogue.texts import progress as progress_words
from conversations.fields import texts as fields_texts
from conversations.filling import review_texts
from conversations.filling.section_screens import advice
from conversations.filling.texts import SYMBOLS, WORD_FORM
from conversations.form.checks import findings
from conversations.form.template import in_use
from conversations.privacy.texts import RELEASED
from conversations.review import texts


def desk_button(context: Context, label: str, action: str, about: str = "", index: int | None = None) -> Button:
    """Make a button for the page that is shown now, about no dossier."""
    return _made(context, label, Press(draft=0, keyboard_version=0, about=about, action=action, index=index))


def of_dossier(context: Context, submission: Submission, label: str, action: str, about: str = "") -> Button:
    """Make a button about a dossier."""
    return _made(context, label, Press(draft=submission.number, keyboard_version=0, about=about, action=action))


def closing(context: Context, submission: Submission, page: Commenting, label: str) -> Button:
    """Make the button that leads from a comment back to the section of its question."""
    return of_dossier(context, submission, label, "close", page.section.section)


def of_comment(context: Context, submission: Submission, comment: Comment, label: str, action: str) -> Button:
    """Make a button about a comment."""
    press = Press(
        draft=submission.number, keyboard_version=0, about=comment.question, action=action, index=comment.number
    )
    return _made(context, f"{label} {comment.number}", press)


def _made(context: Context, label: str, press: Press) -> Button:
    return Button(
        label=label, press=press.model_copy(update={"keyboard_version": context.conversation.keyboard_version})
    )


def paired(*buttons: Button) -> Rows:
    """Put buttons two in a row."""
    return tuple(buttons[n : n + 2] for n in range(0, len(buttons), 2))


_ENTRIES = 12
"""Lines of the history that a card shows, the newest."""


def card(context: Context, submission: Submission) -> Screen:
    """Draw the card."""
    draft = submission.draft
    blocks = [
        (Line(text=heading(draft), style="bold"), *_standing(context, submission)),
        *_advice(context, draft.handed_in),
        *([(Line(text=_comments(draft)),)] if draft.status != "draft" else []),
        *_history(draft),
        (Line(text=texts.CARD_HINT, style="italic"),),
    ]
    return Screen(pages=pack(tuple(blocks)), rows=(*_sections(context, submission), *_actions(context, submission)))


def _standing(context: Context, submission: Submission) -> Iterator[Line]:
    draft = submission.draft
    done = progress_words(practice.finished(draft.handed_in, context.today), len(in_use().sections))
    if draft.status == "draft":
        yield Line(text=f"{texts.IN_PROGRESS}: {done}, {texts.last_touched(draft.updated_at)}")
        return
    yield standing(context, draft, review_texts.capital)
    yield Line(text=f"{done}. {texts.versions(len(draft.versions))}")
    if is_own(context, submission):
        yield Line(text=texts.OWN_PRACTICE)


def standing(context: Context, draft: Draft, written: Callable[[str], str] = str) -> Line:
    """Say how a submission stands and who is on it, written as a sentence or as part of one."""
    claim = draft.review.claim

    def say(by: Member | None) -> str:
        shown = with_review(draft, claim=claim and claim.model_copy(update={"by": by}))
        return written(texts.standing(shown, waiting_since(draft), context.now, context.desk.me))

    return Line.naming(say, claim.by if claim else None)


def _advice(context: Context, draft: Draft) -> Iterator[tuple[Line, ...]]:
    """Give the list that the author saw before submitting."""
    found = findings(draft.values, context.today)
    if found:
        yield tuple(advice(draft, found, texts.ADVICE_HINT))


def _comments(draft: Draft) -> str:
    review = draft.review
    answered, resolved = counted(review.comments, "answered"), counted(review.comments, "resolved")
    return texts.comments_counted(review.open, answered, resolved)


def _history(draft: Draft) -> Iterator[tuple[Line, ...]]:
    log = draft.review.log[-_ENTRIES:]
    if log:
        yield (Line(text=texts.HISTORY, style="bold"), *(_entry(draft, entry) for entry in log))


def _entry(draft: Draft, entry: Entry) -> Line:
    """Write a line of the history; that of a release names who was released, too."""
    of = holder(draft.review.log, entry) if entry.move == "let go" and entry.words else None

    def say(by: Member | None, of: Member | None) -> str:
        words = f"{review_texts.called(of)} {RELEASED}" if of else entry.words
        return texts.entry(entry.model_copy(update={"by": by, "words": words}))

    return Line.naming(say, entry.by, of)


def _sections(context: Context, submission: Submission) -> Rows:
    """Give each section a button that says how far it is, or how many comments it has."""
    draft = submission.draft.handed_in
    words = practice.words(draft, context.today)
    rows = []
    for section in in_use().sections:
        count = sum(comment.question.startswith(f"{section.key}.") for comment in draft.review.standing)
        noted = f" · {fields_texts.counted(count, 'comment')}" if count else ""
        label = f"{SYMBOLS[words[section.key]]} {section.title}{noted}"
        rows.append((of_dossier(context, submission, label, "section", section.key),))
    return tuple(rows)


def _actions(context: Context, submission: Submission) -> Rows:
    return paired(*_possible(context, submission), desk_button(context, texts.QUEUE, "queue"))


def _possible(context: Context, submission: Submission) -> Iterator[Button]:
    """Give the buttons of what the rules allow this coordinator now."""
    draft, me = submission.draft, context.desk.me
    yield of_dossier(context, submission, texts.WHOLE, "whole")
    yield of_dossier(context, submission, WORD_FORM, "dossierform")
    if len(draft.versions) > 1 and base_version(draft, me.user):
        yield of_dossier(context, submission, texts.CHANGES, "changes")
    if is_own(context, submission):
        return
    if reviews.allows(draft, "claim"):
        yield from _claiming(context, submission)
    if reviews.allows(draft, "reopen"):
        yield of_dossier(context, submission, texts.REOPEN, "reopen")


def _claiming(context: Context, submission: Submission) -> Iterator[Button]:
    draft = submission.draft
    if draft.review.claim is None:
        yield of_dossier(context, submission, texts.REVIEW, "claim")
    elif not draft.review.holds(context.desk.me.user):
        yield of_dossier(context, submission, texts.TAKE_OVER, "takeover")
    else:
        yield from (of_dossier(context, submission, label, action) for label, action in _DECISIONS[draft.status])
        yield of_dossier(context, submission, texts.LET_GO, "letgo")


_DECISIONS = {
    "submitted": ((texts.REQUEST, "request"), (texts.APPROVE, "approve"), (texts.DECLINE, "decline")),
    "changes_requested": ((texts.TAKE_BACK, "takeback"),),
}
