"""The card of one submission: its status, history and buttons; claim it, take it over or let it go."""

from collections.abc import Callable, Iterator
from datetime import datetime

from conversations.dialogue import practice, reviews
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Draft
from conversations.dialogue.layout import Rows, Screen, copy_button, filled, pack
from conversations.dialogue.model import NOBODY
from conversations.dialogue.replies import Button, Line
from conversations.dialogue.repositories import Submission
from conversations.dialogue.review_record import Entry, Member
from conversations.dialogue.reviews import (
    base_version,
    counted,
    heading,
    holder,
    is_own,
    move,
    waiting_since,
    with_claim,
    with_review,
)
from conversations.dialogue.texts import COPY_REFERENCE, imported, progress
from conversations.fields import LongText
from conversations.fields import texts as fields_texts
from conversations.filling import review_texts
from conversations.filling import texts as filling_texts
from conversations.form import completion
from conversations.form.asked import asked_at, question_at
from conversations.form.checks import findings
from conversations.form.template import in_use
from conversations.languages import current
from conversations.languages.written import written_in
from conversations.review import comment_texts, note_texts, notes, notifications, question_texts, texts
from conversations.review.navigation import page_button, paired, submission_button

_MOST_LINES = 5
"""How many lines of what is missing or doubtful the card shows."""

_ENTRIES = 12
"""How many lines of the history the card shows, the newest ones."""


def claim(context: Context, submission: Submission) -> None:
    """Claim a submission. If another coordinator has it, take it over and tell them."""
    draft, me = submission.draft, context.repository.me
    held = draft.review.claim
    move(context, submission, with_claim(draft, me, context.now), "claim" if held is None else "take over")
    if held is not None:
        context.write_to_desk(held.by.user, lambda: notifications.taken_over(submission, me))
    context.say(texts.CLAIMED)


def let_go(context: Context, submission: Submission) -> None:
    """Let a submission go, so that any coordinator can claim it."""
    move(context, submission, with_claim(submission.draft, None, context.now), "let go")
    context.say(texts.LETTING_GO)


def may_work(context: Context, submission: Submission) -> bool:
    """Check that the coordinator has claimed the submission; if not, say who has."""
    review = submission.draft.review
    held = review.claim
    if review.holds(context.repository.me.user):
        return True
    say = Line.naming(lambda by: texts.taken_by(by, held.since, context.now), held.by) if held else texts.ONLY_READING
    context.say(say)
    return False


def may_comment(context: Context, submission: Submission) -> bool:
    """Check that this coordinator could comment on the submission, at the latest after claiming it; if not, say why."""
    if is_own(context, submission):
        context.say(texts.OWN_PRACTICE)
    elif not reviews.allows(submission.draft, "claim"):
        context.say(note_texts.not_now(submission.draft.status))
    else:
        return True
    return False


def card_screen(context: Context, submission: Submission) -> Screen:
    """Draw the card."""
    draft = submission.draft
    blocks = [
        (Line(text=heading(draft), style="bold"), *_status(context, submission)),
        *_imported(draft.handed_in),
        *_language(draft.handed_in),
        *_readiness(context, draft.handed_in),
        *([(Line(text=_comments(draft)),)] if draft.status != "draft" else []),
        *_history(draft, context.now),
        (Line(text=texts.CARD_HINT, style="italic"),),
    ]
    rows = (*_sections(context, submission), *_actions(context, submission), *notes.button_row(context, submission))
    return Screen(pages=pack(tuple(blocks)), rows=rows)


def _status(context: Context, submission: Submission) -> Iterator[Line]:
    draft = submission.draft
    done = progress(practice.finished(draft.handed_in, context.today), len(in_use().sections))
    if submission.author == NOBODY:
        yield Line(text=texts.OF_NOBODY)
    if draft.status == "draft":
        yield Line(text=f"{texts.IN_PROGRESS}: {done}, {texts.last_touched(draft.updated_at, context.now)}")
        if _has_agreed(draft):
            yield Line(text=texts.AUTHOR_KNOWS)
        return
    yield status_line(context, draft, review_texts.capital)
    yield Line(text=f"{done}. {texts.versions(len(draft.versions))}")
    if is_own(context, submission):
        yield Line(text=texts.OWN_PRACTICE)


def _imported(draft: Draft) -> Iterator[tuple[Line, ...]]:
    """Say how many answers are from a Word form."""
    count = sum(answer.source == "imported" and answer.value is not None for answer in draft.answers.values())
    if count:
        yield (Line(text=imported(count)),)


def _language(draft: Draft) -> Iterator[tuple[Line, ...]]:
    """Say in which language the long texts seem to be, if it is not the one that the coordinator reads here."""
    found = written_in(
        value
        for path, value in draft.values.items()
        if isinstance(value, str) and (asked := asked_at(path)) and isinstance(asked.kind, LongText)
    )
    if found is not None and found.code != current():
        yield (Line(text=texts.seems_in(found.name, sure=found.sure)),)


def _has_agreed(draft: Draft) -> bool:
    """Say whether the author has answered here: nobody can before the yes to the text that names the readers."""
    return any(answer.source != "imported" for answer in draft.answers.values())


def status_line(context: Context, draft: Draft, written: Callable[[str], str] = str) -> Line:
    """Write the status of a submission and who has claimed it; ``written`` turns it into a sentence."""
    held = draft.review.claim

    def say(by: Member | None) -> str:
        shown = with_review(draft, claim=held and held.model_copy(update={"by": by}))
        return written(texts.status(shown, waiting_since(draft), context.now, context.repository.me))

    sign = texts.STANDS_OUT if texts.is_untouched(draft, context.now) else ""

    return Line.naming(lambda by: f"{sign}{say(by)}", held.by if held else None)


def _readiness(context: Context, draft: Draft) -> Iterator[tuple[Line, ...]]:
    """List what is missing, what is to fix, and the advice that the author sees, in a few lines."""
    values = draft.values
    missing = [completion.label(asked, values) for asked in completion.missing(values)]
    problems = completion.problems(values, context.today)
    faults = [(path, filling_texts.first_sentence(words)) for path, words in problems.items()]
    advised = [(one.path, one.advice) for one in findings(values, context.today)]
    lines = [
        *([texts.missing(missing)] if missing else []),
        *(
            filling_texts.advice(completion.label(question_at(path), values), words)
            for path, words in (*faults, *advised)
        ),
    ]
    if lines:
        lacks = bool(missing or faults)
        more = [review_texts.more_news(len(lines) - _MOST_LINES)] if len(lines) > _MOST_LINES else []
        yield (
            Line(text=texts.NOT_READY if lacks else filling_texts.WORTH_A_LOOK, style="bold"),
            *(Line(text=line) for line in (*lines[:_MOST_LINES], *more)),
            *(() if lacks else (Line(text=texts.ADVICE_HINT, style="italic"),)),
        )


def _comments(draft: Draft) -> str:
    review = draft.review
    answered, resolved = counted(review.comments, "answered"), counted(review.comments, "resolved")
    return comment_texts.comments_counted(review.open, answered, resolved)


def _history(draft: Draft, now: datetime) -> Iterator[tuple[Line, ...]]:
    log = draft.review.log[-_ENTRIES:]
    if log:
        yield (Line(text=texts.HISTORY, style="bold"), *(_entry(draft, entry, now) for entry in log))


def _entry(draft: Draft, entry: Entry, now: datetime) -> Line:
    """Write a line of the history. When an admin ended a claim, the line also names its coordinator."""
    of = holder(draft.review.log, entry) if entry.move == "let go" and entry.words else None

    def say(by: Member | None, of: Member | None) -> str:
        words = texts.let_go_for(of) if of else entry.words
        return texts.entry(entry.model_copy(update={"by": by, "words": words}), now)

    return Line.naming(say, entry.by, of)


def _sections(context: Context, submission: Submission) -> Rows:
    """Make a button for each section, with its progress and its number of comments."""
    draft = submission.draft.handed_in
    words = practice.words(draft, context.today)
    rows = []
    for section in in_use().sections:
        count = sum(comment.question.startswith(f"{section.key}.") for comment in draft.review.standing)
        noted = f" · {fields_texts.comments(count)}" if count else ""
        label = f"{filling_texts.SYMBOLS[words[section.key]]} {section.title}{noted}"
        rows.append((submission_button(context, submission, label, "section", section.key),))
    return tuple(rows)


def _actions(context: Context, submission: Submission) -> Rows:
    draft = submission.draft
    copy = (copy_button(COPY_REFERENCE, draft.reference),) if draft.reference else ()
    is_reviewed = bool(draft.review.standing) or len(draft.versions) > 1
    form = (submission_button(context, submission, texts.WORD_FORM_WITH_COMMENTS, "reviewform"),) if is_reviewed else ()
    queue = page_button(context, texts.QUEUE, "queue")
    more = (page_button(context, texts.NEXT_UNCLAIMED, "unclaimed"),) if _is_done(context, draft) else ()
    return filled((*copy, *form), *paired(*_possible(context, submission), *more, queue))


def _is_done(context: Context, draft: Draft) -> bool:
    """Say whether the coordinator has nothing to do with it at this moment."""
    held = draft.review.claim
    return draft.status != "submitted" or (held is not None and not draft.review.holds(context.repository.me.user))


def _possible(context: Context, submission: Submission) -> Iterator[Button]:
    """Make the buttons for all that this coordinator may do now."""
    draft, me = submission.draft, context.repository.me
    yield submission_button(context, submission, texts.WHOLE, "whole")
    yield submission_button(context, submission, filling_texts.WORD_FORM, "dossierform")
    if len(draft.versions) > 1 and base_version(draft, me.user):
        yield submission_button(context, submission, texts.CHANGES, "changes")
    if draft.review.enquiries:
        label = question_texts.of_practice(len(draft.review.enquiries))
        yield submission_button(context, submission, label, "asked")
    if submission.author == NOBODY:
        yield submission_button(context, submission, texts.GIVE, "handover")
    if is_own(context, submission):
        return
    if reviews.allows(draft, "claim"):
        yield from _review_buttons(context, submission)
    if reviews.allows(draft, "reopen"):
        yield submission_button(context, submission, texts.REOPEN, "reopen")


def _review_buttons(context: Context, submission: Submission) -> Iterator[Button]:
    draft = submission.draft
    if draft.review.claim is None:
        yield submission_button(context, submission, texts.REVIEW, "claim")
    elif not draft.review.holds(context.repository.me.user):
        yield submission_button(context, submission, texts.TAKE_OVER, "takeover")
    else:
        yield from (submission_button(context, submission, label, action) for label, action in _DECISIONS[draft.status])
        yield submission_button(context, submission, texts.LET_GO, "letgo")


_DECISIONS = {
    "submitted": ((texts.REQUEST, "request"), (texts.APPROVE, "approve"), (texts.DECLINE, "decline")),
    "changes_requested": ((texts.TAKE_BACK, "takeback"),),
}
