"""Decisions: changes are requested, a submission is approved, declined or reopened; each is told to the author."""

from conversations.dialogue import reviews
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Draft
from conversations.dialogue.desk_states import Card, Commenting, Confirming, Declining, Queue, Reading, ReviewPage
from conversations.dialogue.inputs import Press, Wrote
from conversations.dialogue.layout import Lines, Rows, Screen, filled, pack
from conversations.dialogue.replies import Line
from conversations.dialogue.repositories import Submission, may_review
from conversations.dialogue.review_record import Comment, Move
from conversations.dialogue.reviews import is_own, move, name, reference, with_claim, with_review
from conversations.dialogue.state import Part
from conversations.fields.plain import storable
from conversations.filling.texts import DONE
from conversations.form import completion
from conversations.form.asked import question_at
from conversations.review import commenting as review_commenting
from conversations.review import enquiries, notifications, queue, texts
from conversations.review.card_screen import closing, of_dossier
from conversations.review.commenting import may_work, title


def to_request(draft: Draft) -> tuple[Comment, ...]:
    """List the comments that a request would carry, in the order of the form."""
    order = [asked.path for asked in completion.applicable(draft.handed_in.values)]
    state = {path: n for n, path in enumerate(order)}
    return tuple(sorted(draft.review.open, key=lambda one: (state.get(one.question, len(state)), one.number)))


def begin(context: Context, submission: Submission, decision: Move) -> None:
    """Show what a decision means before it is made, or say why it cannot be made."""
    reason = _obstacle(context, submission, decision)
    if reason is None:
        queue.go(context, _first_page(submission, decision))
    else:
        context.say(reason)


def _first_page(submission: Submission, decision: Move) -> ReviewPage:
    if decision == "decline":
        return Declining(submission=submission.number)
    return Confirming(submission=submission.number, decision=_CONFIRMED[decision])


_CONFIRMED = {"request": "request", "approve": "approve", "reopen": "reopen"}


def _obstacle(context: Context, submission: Submission, decision: Move) -> str | None:
    """Say what stands against a decision; an empty sentence where that has been said."""
    draft = submission.draft
    if not reviews.allows(draft, decision):
        return texts.CHANGED_MEANWHILE
    if decision == "reopen":
        return texts.OWN_PRACTICE if is_own(context, submission) else None
    if not may_work(context, submission):
        return ""
    if decision == "request" and not to_request(draft):
        return texts.NO_COMMENT_YET
    fixes = [title(draft, comment) for comment in draft.review.open if comment.weight == "must fix"]
    return texts.blocked(tuple(dict.fromkeys(fixes))) if decision == "approve" and fixes else None


LONGEST_REASON = 2500
"""Characters of a reason: with the sentences around it, it is one message to the author, and one page of theirs."""


def reason_written(context: Context, page: Declining | Confirming, text: str) -> None:
    """Take the reason for declining, to be confirmed; what comes before that goes on with it."""
    before = page.reason if isinstance(page, Confirming) else ""
    words = storable(f"{before}\n{text}")
    if len(words) > LONGEST_REASON:
        context.say(texts.reason_too_long(len(words), LONGEST_REASON))
    elif words:
        queue.go(context, Confirming(submission=page.submission, decision="decline", reason=words))


def confirm(context: Context, submission: Submission, page: Confirming) -> None:
    """Make the decision that was shown, where nothing has come to stand against it."""
    reason = _obstacle(context, submission, page.decision)
    if reason is None:
        _DECIDED[page.decision](context, submission, page.reason)
    else:
        context.say(reason)
    queue.go(context, Card(submission=page.submission))


def take_back(context: Context, submission: Submission) -> None:
    """Take a request back as long as the revision has not come; the comments stay."""
    draft = submission.draft
    open_again = tuple(
        comment.model_copy(update={"asked": False}) if comment.state == "open" else comment
        for comment in draft.review.comments
    )
    move(context, submission, with_review(draft, comments=open_again), "take back")
    context.write_to(submission.author, notifications.taken_back(*_named(draft), context.desk.me, draft.number))
    context.say(texts.DONE["take back"])


def _request(context: Context, submission: Submission, _reason: str) -> None:
    draft = submission.draft
    asked = tuple(
        comment.model_copy(update={"asked": True}) if comment.state == "open" else comment
        for comment in draft.review.comments
    )
    requested = move(context, submission, with_review(draft, comments=asked), "request")
    context.write_to(submission.author, notifications.request(requested, context.desk.me))
    context.say(texts.REQUEST_SENT)


def _approve(context: Context, submission: Submission, _reason: str) -> None:
    """Approve; comments that the author has answered are resolved by it."""
    draft = submission.draft
    settled = tuple(
        comment.model_copy(update={"state": "resolved"}) if comment.state == "answered" else comment
        for comment in draft.review.comments
    )
    changed = with_review(draft, comments=settled).model_copy(update={"decided_at": context.now})
    move(context, submission, changed, "approve")
    context.write_to(submission.author, notifications.approved(*_named(draft), context.desk.me, draft.number))
    context.say(texts.DONE["approve"])


def _decline(context: Context, submission: Submission, reason: str) -> None:
    draft = submission.draft
    move(context, submission, draft.model_copy(update={"decided_at": context.now}), "decline", reason)
    notification = notifications.declined(
        *_named(draft), context.desk.me, draft.number, reason, context.desk.operator.contact
    )
    context.write_to(submission.author, notification)
    context.say(texts.DONE["decline"])


def _reopen(context: Context, submission: Submission, _reason: str) -> None:
    draft = submission.draft
    changed = with_claim(draft.model_copy(update={"decided_at": None}), context.desk.me, context.now)
    move(context, submission, changed, "reopen")
    context.write_to(submission.author, notifications.reopened(*_named(draft), context.desk.me, draft.number))
    context.say(texts.DONE["reopen"])


_DECIDED = {"request": _request, "approve": _approve, "decline": _decline, "reopen": _reopen}


def _named(draft: Draft) -> tuple[str, str]:
    return name(draft), reference(draft)


def replied(context: Context, given: Wrote) -> bool:
    """Take a reply to the message of a question as a comment on it, and one to an author's question as the reply to it.

    False where it replies to neither.
    """
    about = next((press for press in given.reply_to if _is_replied_to(press)), None)
    if about is None or not may_review(context.desk):
        return False
    submission = queue.find(context, about.draft)
    if submission is not None:
        reply = review_commenting.replied if about.action == "comment" else enquiries.replied
        reply(context, submission, about, Part(message=given.message, text=given.text))
    return True


def _is_replied_to(press: Press) -> bool:
    """Say whether a button stands under a message that takes a reply; that of an author's question has its number."""
    return press.action == "comment" or (press.action == "read" and press.index is not None)


def written(context: Context, page: ReviewPage, part: Part) -> None:
    """Take the words that a page waits for; the tail of a long comment goes with it."""
    match page:
        case Commenting():
            _comment_written(context, page, part)
        case Declining() | Confirming(decision="decline"):
            reason_written(context, page, part.text)
        case Queue():
            queue.show(context, part.text)
        case Reading():
            context.say(texts.NO_COMMENT_HERE)
        case _:
            context.say(texts.NO_TEXT_HERE)


def _comment_written(context: Context, page: Commenting, part: Part) -> None:
    submission = queue.find(context, page.submission)
    if submission is not None:
        review_commenting.written(context, submission, page, part)


def revised(context: Context, part: Part) -> bool:
    """Take the edited message of a comment; false where it gave none."""
    number = context.conversation.remarks.get(part.message)
    if number is None or not may_review(context.desk):
        return False
    submission = context.submission(number)
    return submission is not None and review_commenting.revised(context, submission, part)


def commenting(context: Context, submission: Submission, page: Commenting) -> Screen:
    """Await the words of a comment."""
    asked = question_at(page.question)
    label = completion.label(asked, submission.draft.handed_in.values)
    old = submission.draft.review.comment(page.comment)
    lines = [Line(text=texts.commenting(label, page.weight), style="bold")]
    if page.adding and old is not None:
        lines.append(Line(text=texts.so_far(len(old.text))))
        return Screen(pages=(tuple(lines),), rows=((closing(context, submission, page, DONE),),))
    if old is not None:
        lines.append(Line(text=texts.now_says(old.text)))
    lines.append(Line(text=texts.WRITE_COMMENT))
    weight = (of_dossier(context, submission, texts.MAKE[page.weight], "weight"),)
    cancel = (closing(context, submission, page, texts.CANCEL),)
    return Screen(pages=pack(tuple((line,) for line in lines)), rows=(weight, cancel))


def declining(context: Context, submission: Submission) -> Screen:
    """Await the reason for declining."""
    lines = (
        Line(text=f"{texts.DECLINE}: {name(submission.draft)}", style="bold"),
        Line(text=texts.WRITE_REASON),
        Line(text=texts.DECLINE_HINT, style="italic"),
    )
    return Screen(pages=(lines,), rows=((of_dossier(context, submission, texts.CANCEL, "close"),),))


def confirming(context: Context, submission: Submission, page: Confirming) -> Screen:
    """Show what a decision means before it is made."""
    label = texts.SURE[page.decision]
    head = (
        Line(text=f"{label}: {name(submission.draft)}", style="bold"),
        Line(text=texts.CONFIRM[page.decision]),
    )
    rows: Rows = filled(
        (of_dossier(context, submission, label, "sure"), of_dossier(context, submission, texts.CANCEL, "close")),
    )
    return Screen(pages=pack((head, *_content(submission, page))), rows=rows)


def _content(submission: Submission, page: Confirming) -> tuple[Lines, ...]:
    """Show what goes to the author."""
    if page.decision == "decline":
        return ((Line(text=page.reason),),)
    if page.decision != "request":
        return ()
    draft = submission.draft
    return tuple(
        (
            Line(
                text=f"{completion.label(question_at(c.question), draft.handed_in.values)} ({c.weight})", style="bold"
            ),
            Line(text=c.text),
        )
        for c in to_request(draft)
    )
