"""Decisions: request changes, approve, decline, reopen, take a request back. The author is told of each."""

from typing import Literal

from conversations.dialogue import reviews
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Draft, Note
from conversations.dialogue.layout import Lines, Screen, cut_well, pack
from conversations.dialogue.pages import Card, Confirming, Declining
from conversations.dialogue.parts import replaced, was_cut
from conversations.dialogue.replies import Line
from conversations.dialogue.repositories import Submission
from conversations.dialogue.review_record import Comment, CommentState
from conversations.dialogue.reviews import is_own, move, name, with_claim, with_review
from conversations.dialogue.state import AtDesk, Part
from conversations.fields.plain import storable
from conversations.filling import role_texts
from conversations.form import completion
from conversations.review import comment_texts, note_texts, notes, notifications, texts
from conversations.review.card import may_work
from conversations.review.navigation import open_page, submission_button
from conversations.review.question_view import title

Decision = Literal["request", "approve", "decline", "reopen"]


def _to_request(draft: Draft) -> tuple[Comment, ...]:
    """List the comments that go to the author with a request, in the order of the form."""
    order = [asked.path for asked in completion.applicable(draft.handed_in.values)]
    positions = {path: n for n, path in enumerate(order)}
    last = len(positions)
    return tuple(sorted(draft.review.open, key=lambda one: (positions.get(one.question, last), one.number)))


def begin(context: Context, submission: Submission, decision: Decision) -> None:
    """Ask the coordinator to confirm a decision, or say why it is not possible."""
    reason = _obstacle(context, submission, decision)
    if reason is None and decision == "decline":  # its reason is asked first
        before = [note.number for note in _reasons(context, submission.number)]
        open_page(context, Declining(submission=submission.number, note=before[-1] if before else None))
    elif reason is None:
        open_page(context, Confirming(submission=submission.number, decision=decision))
    else:
        context.say(reason)


def _obstacle(context: Context, submission: Submission, decision: Decision) -> str | None:
    """Say why a decision is not possible; "" if that has been said already, None if it is possible."""
    draft = submission.draft
    if not reviews.allows(draft, decision):
        return role_texts.CHANGED_MEANWHILE
    if decision == "reopen":
        return texts.OWN_PRACTICE if is_own(context, submission) else None
    if not may_work(context, submission):
        return ""
    if decision == "request" and not _to_request(draft):
        return texts.NO_COMMENT_YET
    fixes = [title(draft, comment) for comment in draft.review.open if comment.weight == "must fix"]
    return texts.blocked(tuple(dict.fromkeys(fixes))) if decision == "approve" and fixes else None


LONGEST_REASON = 2500
"""Characters of a reason; with the sentences around it, it still fits into one message to the author."""


def _reasons(context: Context, submission: int) -> list[Note]:
    """List the reasons that were written and not sent; a press of Cancel loses none."""
    return [note for note in notes.about(context, submission) if note.reason]


def reason_written(context: Context, page: Declining | Confirming, part: Part) -> None:
    """Add a text to the reason for declining, or take it as a new one, and ask to confirm it."""
    before = page.reason if isinstance(page, Confirming) else ""
    note = _goes_on(context, page) or Note(
        number=context.conversation.noted + 1,
        parts=(Part(message=0, text=before),) if before else (),
        at=context.now,
        submission=page.submission,
        reason=True,
    )
    _take_reason(context, note.model_copy(update={"parts": (*note.parts, part)}))


def _goes_on(context: Context, page: Declining | Confirming) -> Note | None:
    """Give the reason that a text continues: the one to confirm, or one that the app has cut."""
    for note in reversed(_reasons(context, page.submission)):
        shown = page.reason == storable(note.text) if isinstance(page, Confirming) else page.note == note.number
        if shown and (isinstance(page, Confirming) or was_cut(note.parts[-1])):
            return note
    return None


def reason_edited(context: Context, part: Part) -> bool:
    """Change the reason whose message was edited; false if its page is not open."""
    note = notes.of_message(context, part.message)
    page = context.state.page if isinstance(context.state, AtDesk) else None
    open_ = isinstance(page, Declining | Confirming) and note is not None and page.submission == note.submission
    if note is None or not note.reason or not open_:
        return False
    _take_reason(context, note.model_copy(update={"parts": replaced(note.parts, part)}))
    return True


def _take_reason(context: Context, note: Note) -> None:
    """Keep a reason, and ask to confirm it, or to shorten it."""
    words, number = storable(note.text), note.submission or 0
    if not words:
        return
    context.keep_note(note)
    if len(words) <= LONGEST_REASON:
        open_page(context, Confirming(submission=number, decision="decline", reason=words))
    else:
        open_page(context, Declining(submission=number, note=note.number))


def use_reason(context: Context, submission: Submission, page: Declining) -> None:
    """Take the reason that was written before, or as much of it as the author can get."""
    note = next(note for note in _reasons(context, submission.number) if note.number == page.note)
    words = next(cut_well(storable(note.text), LONGEST_REASON))
    open_page(context, Confirming(submission=submission.number, decision="decline", reason=words))


def confirm(context: Context, submission: Submission, page: Confirming) -> None:
    """Make the decision that was shown, if it is still possible."""
    reason = _obstacle(context, submission, page.decision)
    if reason is None:
        _DECIDED[page.decision](context, submission, page.reason)
    else:
        context.say(reason)
    open_page(context, Card(submission=page.submission))


def take_back(context: Context, submission: Submission) -> None:
    """Take a request back before the revision has come; the comments stay open."""
    draft = submission.draft
    move(context, submission, _with_comments(draft, "open", asked=False), "take back")
    context.write_to_author(submission.author, lambda: notifications.taken_back(draft, context.repository.me))
    context.say(texts.DONE["take back"])


def _request(context: Context, submission: Submission, _reason: str) -> None:
    draft = submission.draft
    requested = move(context, submission, _with_comments(draft, "open", asked=True), "request")
    context.write_to_author(submission.author, lambda: notifications.request(requested, context.repository.me))
    context.say(texts.REQUEST_SENT)


def _approve(context: Context, submission: Submission, _reason: str) -> None:
    """Approve, which also resolves the comments that the author has answered."""
    draft = submission.draft
    settled = _with_comments(draft, "answered", state="resolved")
    changed = settled.model_copy(update={"decided_at": context.now})
    move(context, submission, changed, "approve")
    context.write_to_author(submission.author, lambda: notifications.approved(draft, context.repository.me))
    context.say(texts.DONE["approve"])


def _decline(context: Context, submission: Submission, reason: str) -> None:
    draft = submission.draft
    move(context, submission, draft.model_copy(update={"decided_at": context.now}), "decline", reason)
    contact = context.repository.operator.contact
    context.write_to_author(
        submission.author, lambda: notifications.declined(draft, context.repository.me, reason, contact)
    )
    for note in _reasons(context, submission.number):
        if storable(note.text) == reason:
            context.drop_note(note.number)
    context.say(texts.DONE["decline"])


def _reopen(context: Context, submission: Submission, _reason: str) -> None:
    draft = submission.draft
    changed = with_claim(draft.model_copy(update={"decided_at": None}), context.repository.me, context.now)
    move(context, submission, changed, "reopen")
    context.write_to_author(submission.author, lambda: notifications.reopened(draft, context.repository.me))
    context.say(texts.DONE["reopen"])


_DECIDED = {"request": _request, "approve": _approve, "decline": _decline, "reopen": _reopen}


def _with_comments(draft: Draft, state: CommentState, /, **changes: object) -> Draft:
    """Change all comments in a state."""
    comments = draft.review.comments
    return with_review(
        draft, comments=tuple(one.model_copy(update=changes) if one.state == state else one for one in comments)
    )


def reason_screen(context: Context, submission: Submission, page: Declining) -> Screen:
    """Draw the page that asks for the reason for declining, with one that was written before."""
    note = notes.numbered(context, page.note)
    count = len(storable(note.text)) if note else 0
    lines = (
        Line(text=f"{texts.DECLINE}: {name(submission.draft)}", style="bold"),
        *([Line(text=note_texts.reason_too_long(count, LONGEST_REASON))] if count > LONGEST_REASON else []),
        *([Line(text=note_texts.reason_before(note.text))] if note else []),
        Line(text=texts.WRITE_REASON),
        Line(text=texts.DECLINE_HINT, style="italic"),
    )
    use = ((submission_button(context, submission, note_texts.use_reason(count, LONGEST_REASON), "usereason"),),)
    cancel = (submission_button(context, submission, texts.CANCEL, "close"),)
    return Screen(pages=(lines,), rows=(*(use if note else ()), cancel))


def confirm_screen(context: Context, submission: Submission, page: Confirming) -> Screen:
    """Draw the page that says what a decision means and asks to confirm it."""
    label = texts.SURE[page.decision]
    head = (
        Line(text=f"{label}: {name(submission.draft)}", style="bold"),
        Line(text=texts.CONFIRM[page.decision]),
    )
    sure = submission_button(context, submission, label, "sure")
    cancel = submission_button(context, submission, texts.CANCEL, "close")
    left = sum(not note.reason for note in notes.about(context, submission.number))
    unsent = ((Line(text=note_texts.not_sent(left), style="italic"),),) if left else ()
    rows = ((sure, cancel), *(notes.button_row(context, submission) if left else ()))
    return Screen(pages=pack((head, *_content(submission, page), *unsent)), rows=rows)


def _content(submission: Submission, page: Confirming) -> tuple[Lines, ...]:
    """Show the text that the author will get."""
    if page.decision == "decline":
        return ((Line(text=page.reason),),)
    if page.decision != "request":
        return ()
    draft = submission.draft
    return tuple(
        (Line(text=comment_texts.weighed(title(draft, one), one.weight), style="bold"), Line(text=one.text))
        for one in _to_request(draft)
    )
