"""The life of a submission: which move leads from which status to which, and who may make it.

``MOVES`` holds all that is allowed: buttons are shown by it, moves are checked by it, the diagram is drawn from it.
The functions that make a move are in ``conversations/review``.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import takewhile
from typing import Literal

from conversations.dialogue import practice, texts
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Draft
from conversations.dialogue.events import Commented, Event, Moved, Read
from conversations.dialogue.model import Status
from conversations.dialogue.repositories import Submission
from conversations.dialogue.review_record import Claim, Comment, Entry, Member, Move, Review, Seen
from conversations.fields.times import day_of
from conversations.form import completion
from conversations.form.asked import question_at
from conversations.form.questions import Section, moved_up


@dataclass(frozen=True)
class Rule:
    """A move: the statuses it starts from, the one it leads to (``None``: no change), and who makes it."""

    before: tuple[Status, ...]
    after: Status | None
    whose: Literal["author", "coordinator"]


MOVES: dict[Move, Rule] = {
    "hand in": Rule(("draft",), "submitted", "author"),
    "claim": Rule(("submitted", "changes_requested"), None, "coordinator"),
    "take over": Rule(("submitted", "changes_requested"), None, "coordinator"),
    "let go": Rule(("submitted", "changes_requested"), None, "coordinator"),
    "request": Rule(("submitted",), "changes_requested", "coordinator"),
    "take back": Rule(("changes_requested",), "submitted", "coordinator"),
    "revise": Rule(("submitted", "changes_requested", "approved", "withdrawn"), "submitted", "author"),
    "approve": Rule(("submitted",), "approved", "coordinator"),
    "decline": Rule(("submitted",), "declined", "coordinator"),
    "reopen": Rule(("approved", "declined"), "submitted", "coordinator"),
    "withdraw": Rule(("submitted", "changes_requested", "approved"), "withdrawn", "author"),
    "hand in again": Rule(("withdrawn",), "submitted", "author"),
}


def allows(draft: Draft, move: Move) -> bool:
    """Say whether the draft's status allows the move."""
    return draft.status in MOVES[move].before


def may_change(draft: Draft) -> bool:
    """Say whether its author may change the draft, at least as a proposal."""
    return draft.status == "draft" or allows(draft, "revise")


def after(draft: Draft, move: Move) -> Status:
    """Give the status after the move."""
    return MOVES[move].after or draft.status


def name(draft: Draft) -> str:
    """Give the title of a practice as it was handed in."""
    return practice.title(draft.handed_in)


def heading(draft: Draft) -> str:
    """Give the title of a practice behind its reference, if it has one."""
    return f"{draft.reference} · {name(draft)}" if draft.reference else name(draft)


def reference(draft: Draft) -> str:
    """Give the reference, or "draft" if there is none yet."""
    return draft.reference or texts.no_reference()


def waiting_since(draft: Draft) -> datetime:
    """Give the time a submission last came to the coordinators; of a draft, its last change."""
    came = [entry.at for entry in draft.review.log if MOVES[entry.move].after == "submitted"]
    return came[-1] if came else draft.submitted_at or draft.updated_at


def untouched_for(draft: Draft, now: datetime) -> timedelta:
    """Say how long nobody has done anything about a submission: no move, no comment, no word about a question."""
    review = draft.review
    moves, comments = (one.at for one in review.log), (one.at for one in review.comments)
    words = (said.at for one in review.enquiries for said in one.said)
    return now - max([waiting_since(draft), *moves, *comments, *words])


def made(draft: Draft, move: Move, at: datetime, by: Member | None, words: str = "") -> Draft:
    """Make a move: set the status, and add a line to the history."""
    review = draft.review
    log = (*review.log, Entry(at=at, move=move, by=by, words=words))
    return draft.model_copy(update={"status": after(draft, move), "review": review.model_copy(update={"log": log})})


def with_review(draft: Draft, **changes: object) -> Draft:
    """Change the review of a draft."""
    return draft.model_copy(update={"review": draft.review.model_copy(update=changes)})


def with_comment(draft: Draft, comment: Comment) -> Draft:
    """Store a new or changed comment."""
    comments: dict[int, Comment] = {other.number: other for other in draft.review.comments} | {comment.number: comment}
    return with_review(draft, comments=tuple(comments.values()))


def commented(draft: Draft, comment: Comment, by: Member) -> Commented:
    """Make the event of a new or changed comment, with the reply to it."""
    return Commented(
        draft=draft.number,
        question=comment.question,
        comment=comment.number,
        by=by.user,
        weight=comment.weight,
        state=comment.state,
        text=comment.text,
        reply=comment.reply,
    )


def with_claim(draft: Draft, me: Member | None, now: datetime) -> Draft:
    """Set the claim of a submission, or remove it."""
    return with_review(draft, claim=None if me is None else Claim(by=me, since=now))


def holder(log: Sequence[Entry], before: Entry) -> Member | None:
    """Give the coordinator who had the claim before ``before``, a line of ``log``."""
    earlier = takewhile(lambda entry: entry is not before, log)
    return next((entry.by for entry in reversed([*earlier]) if entry.move in TAKING), None)


TAKING: Collection[Move] = ("claim", "take over", "reopen")
"""The moves that give the claim to the person who makes them."""


def move(context: Context, submission: Submission, changed: Draft, what: Move, words: str = "") -> Draft:
    """Store a coordinator's move, and give the draft after it."""
    me = context.repository.me
    moved = made(changed, what, context.now, me, words)
    context.handle(submission, moved, Moved(draft=changed.number, move=what, by=me.user, words=words))
    return moved


def is_own(context: Context, submission: Submission) -> bool:
    """Say whether the coordinator is the author."""
    return submission.author == context.repository.me.user


def seen_by(review: Review, user: int) -> Seen | None:
    """Find the record of somebody's reading."""
    return next((seen for seen in review.seen if seen.by.user == user), None)


def base_version(draft: Draft, user: int) -> int:
    """Give the version that a coordinator compares the newest with: the last one they read before; 0 if none."""
    newest, seen = len(draft.versions), seen_by(draft.review, user)
    if seen is None:
        return newest - 1
    return (seen.before or newest - 1) if seen.version == newest else seen.version


def note_reading(context: Context, submission: Submission) -> None:
    """Note that the coordinator reads a submission, so that its author can see it."""
    if is_own(context, submission):
        return
    draft, me, now = submission.draft, context.repository.me, context.now
    newest, seen = len(draft.versions), seen_by(draft.review, me.user)
    if seen is not None and seen.version == newest and day_of(seen.last) == day_of(now):
        return
    events: tuple[Event, ...] = ()
    if seen is None or seen.version != newest:
        events = (Read(draft=draft.number, by=me.user, version=newest),)
    others = tuple(other for other in draft.review.seen if other.by.user != me.user)
    context.handle(submission, with_review(draft, seen=(*others, _read(seen, me, now, newest))), *events)


def _read(seen: Seen | None, me: Member, now: datetime, newest: int) -> Seen:
    if seen is None:
        return Seen(by=me, first=now, last=now, version=newest, before=0)
    before = seen.before if seen.version == newest else seen.version
    return Seen(by=me, first=seen.first, last=now, version=newest, before=before)


def counted(comments: Iterable[Comment], state: str) -> int:
    """Count comments in a state."""
    return sum(comment.state == state for comment in comments)


def asked(draft: Draft) -> tuple[Comment, ...]:
    """List the open comments that the author has got, in the order of the form."""
    if draft.status != "changes_requested":
        return ()
    open_ = [comment for comment in draft.review.open if comment.asked]
    order = [one.path for one in completion.applicable(draft.values)]
    positions = {path: n for n, path in enumerate(order)}
    last = len(positions)
    return tuple(sorted(open_, key=lambda comment: (positions.get(comment.stands, last), comment.number)))


def questions(draft: Draft) -> tuple[str, ...]:
    """List the questions with such comments that can be asked, each once."""
    applicable = {one.path for one in completion.applicable(draft.values)}
    return tuple(dict.fromkeys(c.stands for c in asked(draft) if c.stands in applicable))


def is_done(draft: Draft, comment: Comment) -> bool:
    """Say whether the author has replied to the comment, changed the answer, or removed its question."""
    if comment.reply or comment.stands not in {one.path for one in completion.applicable(draft.values)}:
        return True
    old, here = draft.handed_in, comment.stands
    return (old.values.get(comment.question), old.files(comment.question)) != (
        draft.values.get(here),
        draft.files(here),
    )


def label(draft: Draft, comment: Comment) -> str:
    """Name the question of a comment as it is in the author's working copy."""
    return completion.label(question_at(comment.stands or comment.question), draft.values)


def taken_away(draft: Draft, section: type[Section], item: int) -> Draft:
    """Move comments along with their questions when the author removes a repetition."""
    moved = tuple(
        comment.model_copy(update={"moved": moved_up(section, item, comment.stands) or ""})
        if comment.stands
        else comment
        for comment in draft.review.comments
    )
    return with_review(draft, comments=moved)


def put_back(draft: Draft) -> Draft:
    """Put comments back on the questions they were made on."""
    stay = tuple(comment.model_copy(update={"moved": None}) for comment in draft.review.comments)
    return with_review(draft, comments=stay)


def to_do(draft: Draft) -> tuple[Comment, ...]:
    """List the comments that the author has still to deal with."""
    return tuple(comment for comment in asked(draft) if not is_done(draft, comment))


def still_to_fix(draft: Draft) -> tuple[str, ...]:
    """Name the questions with a must-fix that still blocks the revision."""
    fixes = [label(draft, comment) for comment in to_do(draft) if comment.weight == "must fix"]
    return tuple(dict.fromkeys(fixes))


def following(draft: Draft, path: str) -> str | None:
    """Find the next question after this one with a comment to deal with."""
    order = [one.path for one in completion.applicable(draft.values, path)]
    here = order.index(path) if path in order else -1
    waiting = {comment.stands for comment in to_do(draft)}
    return next((later for later in order[here + 1 :] if later in waiting), None)


def may_revise(draft: Draft) -> bool:
    """Say whether a revision is possible: changes were requested, or answers have changed since the last version."""
    return draft.status == "changes_requested" or (allows(draft, "revise") and bool(draft.unsent))
