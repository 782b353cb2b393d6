"""What the desk knows of a dossier beyond its draft: its name, who is on it, what has been read, what may be done."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from itertools import takewhile

from conversations import progress
from conversations.conversation import Draft
from conversations.messages import Commented, Event, Moved, Read
from conversations.review import rules
from conversations.review.desk import Dossier
from conversations.review.record import Claim, Comment, Entry, Member, Move, Review, Seen
from conversations.talk import Talk


def name(draft: Draft) -> str:
    """Name a practice by its title as it was handed in."""
    return progress.title(draft.handed_in)


def heading(draft: Draft) -> str:
    """Name a practice with its reference, where it has one."""
    return f"{draft.reference} · {name(draft)}" if draft.reference else name(draft)


def reference(draft: Draft) -> str:
    """Give the reference; of a draft in progress, words in its place."""
    return draft.reference or "draft"


def waiting_since(draft: Draft) -> datetime:
    """Tell since when a submission waits: since it last came to the coordinators; of a draft, when it was touched."""
    came = [entry.at for entry in draft.review.log if rules.MOVES[entry.move].after == "submitted"]
    return came[-1] if came else draft.submitted_at or draft.updated_at


def made(draft: Draft, move: Move, at: datetime, by: Member | None, words: str = "") -> Draft:
    """Make a move: the status that follows, and a line in the history."""
    review = draft.review
    log = (*review.log, Entry(at=at, move=move, by=by, words=words))
    return draft.model_copy(
        update={"status": rules.after(draft, move), "review": review.model_copy(update={"log": log})}
    )


def with_review(draft: Draft, **changes: object) -> Draft:
    """Change what the desk remembers of a draft."""
    return draft.model_copy(update={"review": draft.review.model_copy(update=changes)})


def with_comment(draft: Draft, comment: Comment) -> Draft:
    """Put a new or changed comment in its place."""
    comments: dict[int, Comment] = {other.number: other for other in draft.review.comments} | {comment.number: comment}
    return with_review(draft, comments=tuple(comments.values()))


def commented(draft: Draft, comment: Comment, by: Member) -> Commented:
    """Tell the history how a comment reads now, with the reply to it."""
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
    """Put a submission into somebody's hands, or into nobody's."""
    return with_review(draft, claim=None if me is None else Claim(by=me, since=now))


def holder(log: Sequence[Entry], before: Entry) -> Member | None:
    """Tell who was on a submission before a line of its history, which is one of ``log``."""
    earlier = takewhile(lambda entry: entry is not before, log)
    return next((entry.by for entry in reversed([*earlier]) if entry.move in TAKING), None)


TAKING: Collection[Move] = ("claim", "take over", "reopen")
"""The moves by which a submission comes to whoever makes them."""


def move(talk: Talk, dossier: Dossier, changed: Draft, what: Move, words: str = "") -> Draft:
    """Keep a coordinator's move, with who made it and when; give the draft as it is now."""
    me = talk.desk.me
    moved = made(changed, what, talk.now, me, words)
    talk.handle(dossier, moved, Moved(draft=changed.number, move=what, by=me.user, words=words))
    return moved


def is_own(talk: Talk, dossier: Dossier) -> bool:
    """Say whether the coordinator is the author."""
    return dossier.author == talk.desk.me.user


def seen_by(review: Review, user: int) -> Seen | None:
    """Find what somebody has read."""
    return next((seen for seen in review.seen if seen.by.user == user), None)


def base_version(draft: Draft, user: int) -> int:
    """Tell which version a coordinator compares the newest with: the last one they read before it; 0 for none."""
    newest, seen = len(draft.versions), seen_by(draft.review, user)
    if seen is None:
        return newest - 1
    return (seen.before or newest - 1) if seen.version == newest else seen.version


def note_reading(talk: Talk, dossier: Dossier) -> None:
    """Note that the coordinator reads the dossier's answers, so that the author can see it."""
    if is_own(talk, dossier):
        return
    draft, me, now = dossier.draft, talk.desk.me, talk.now
    newest, seen = len(draft.versions), seen_by(draft.review, me.user)
    if seen is not None and seen.version == newest and seen.last.date() == now.date():
        return
    events: tuple[Event, ...] = ()
    if seen is None or seen.version != newest:
        events = (Read(draft=draft.number, by=me.user, version=newest),)
    others = tuple(other for other in draft.review.seen if other.by.user != me.user)
    talk.handle(dossier, with_review(draft, seen=(*others, _read(seen, me, now, newest))), *events)


def _read(seen: Seen | None, me: Member, now: datetime, newest: int) -> Seen:
    if seen is None:
        return Seen(by=me, first=now, last=now, version=newest, before=0)
    before = seen.before if seen.version == newest else seen.version
    return Seen(by=me, first=seen.first, last=now, version=newest, before=before)


def counted(comments: Iterable[Comment], state: str) -> int:
    """Count comments in a state."""
    return sum(comment.state == state for comment in comments)
