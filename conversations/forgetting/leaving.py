"""What stays of a draft when somebody is forgotten: its author, or a coordinator who wrote on it."""

from collections.abc import Collection, Mapping

from conversations.admin.wording import RELEASED, SOMEBODY_GONE
from conversations.conversation import Answer, Draft, Version
from conversations.messages import Commented, Event, Moved, Read
from conversations.review.record import Comment, Entry, Member, Review
from conversations.review.wording.phrases import SOMEBODY


def published(draft: Draft) -> Draft:
    """Give what stays of an approved practice: what was handed in last, and that it was approved."""
    last = draft.versions[-1]
    answers = _bare(last.answers)
    return draft.model_copy(
        update={
            "answers": answers,
            "attachments": last.attachments,
            "filed": {},
            "advice": {},
            "left": None,
            "late": (),
            "versions": (Version(at=last.at, answers=answers, attachments=last.attachments),),
            "review": Review(log=tuple(_bare_entry(entry) for entry in _lasting(draft.review.log))),
        }
    )


def _bare(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """Leave out the messages that gave the answers."""
    return {path: answer.model_copy(update={"parts": ()}) for path, answer in answers.items()}


def _lasting(log: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Keep of the history when it last came in, and the decision."""
    newest = {entry.move: entry for entry in log if entry.move in {"hand in", "revise", "hand in again", "approve"}}
    return tuple(sorted(newest.values(), key=lambda entry: entry.at))


def _bare_entry(entry: Entry) -> Entry:
    return entry.model_copy(update={"words": ""})


def names_in(draft: Draft, user: int) -> frozenset[str]:
    """List how somebody of the desk is called in a draft."""
    return frozenset(member.name for member in _members(draft.review) if member.user == user and member.name)


def _members(review: Review) -> list[Member]:
    held = [review.claim.by] if review.claim else []
    written = [comment.by for comment in review.comments]
    return [*held, *written, *(one.by for one in review.seen), *(entry.by for entry in review.log if entry.by)]


def unnamed(draft: Draft, user: int, names: Collection[str]) -> Draft:
    """Take somebody of the desk out of the review of a draft: what they said and decided stays, without who it was."""
    review = draft.review
    claim = review.claim
    changes = {
        "claim": claim and claim.model_copy(update={"by": _other(claim.by, user)}),
        "comments": tuple(_by_nobody(comment, user) for comment in review.comments),
        "seen": tuple(one.model_copy(update={"by": _other(one.by, user)}) for one in review.seen),
        "log": tuple(
            entry.model_copy(
                update={"by": entry.by and _other(entry.by, user), "words": _words(entry.move, entry.words, names)}
            )
            for entry in review.log
        ),
    }
    return draft.model_copy(update={"review": review.model_copy(update=changes)})


def _by_nobody(comment: Comment, user: int) -> Comment:
    return comment.model_copy(update={"by": _other(comment.by, user)})


def _other(member: Member, user: int) -> Member:
    return SOMEBODY_GONE if member.user == user else member


def _words(move: str, words: str, names: Collection[str]) -> str:
    """Take a name out of the one sentence of the history that the bot writes by itself."""
    for name in names if move == "let go" else ():
        if words == f"{name} {RELEASED}":
            return f"{SOMEBODY} {RELEASED}"
    return words


def unnamed_event(event: Event, user: int, names: Collection[str]) -> Event:
    """Take somebody of the desk out of what is kept as history."""
    match event:
        case Moved():
            by = 0 if event.by == user else event.by
            return event.model_copy(update={"by": by, "words": _words(event.move, event.words, names)})
        case Commented(by=by) | Read(by=by) if by == user:
            return event.model_copy(update={"by": 0})
        case _:
            return event
