"""What the coordinators have asked of an author, and how far it has been done: computed, never stored."""

from conversations import form
from conversations.asked import question_at
from conversations.conversation import Draft
from conversations.review import rules
from conversations.review.record import Comment


def asked(draft: Draft) -> tuple[Comment, ...]:
    """List the comments that the author has got and that are still open, in the order of the form."""
    if draft.status != "changes_requested":
        return ()
    open_ = [comment for comment in draft.review.open if comment.asked]
    order = [one.path for one in form.applicable(draft.values)]
    place = {path: n for n, path in enumerate(order)}
    return tuple(sorted(open_, key=lambda comment: (place.get(comment.question, len(place)), comment.number)))


def questions(draft: Draft) -> tuple[str, ...]:
    """List the questions that were commented on and can be asked, each once."""
    applicable = {one.path for one in form.applicable(draft.values)}
    return tuple(dict.fromkeys(c.question for c in asked(draft) if c.question in applicable))


def is_done(draft: Draft, comment: Comment) -> bool:
    """Say whether the author has replied to the comment, or changed the answer, or taken its question away."""
    if comment.reply or comment.question in draft.unsent:
        return True
    return comment.question not in {one.path for one in form.applicable(draft.values)}


def to_do(draft: Draft) -> tuple[Comment, ...]:
    """List the comments that are neither replied to nor followed by a change."""
    return tuple(comment for comment in asked(draft) if not is_done(draft, comment))


def still_to_fix(draft: Draft) -> tuple[str, ...]:
    """Name the questions whose must-fix stands between the author and the revision."""
    fixes = [comment.question for comment in to_do(draft) if comment.weight == "must fix"]
    return tuple(form.label(question_at(path), draft.values) for path in dict.fromkeys(fixes))


def following(draft: Draft, path: str) -> str | None:
    """Find the next question, after this one, that has something to do."""
    order = [one.path for one in form.applicable(draft.values, path)]
    here = order.index(path) if path in order else -1
    waiting = {comment.question for comment in to_do(draft)}
    return next((later for later in order[here + 1 :] if later in waiting), None)


def may_revise(draft: Draft) -> bool:
    """Say whether there is something to revise: changes were asked for, or answers have been changed since."""
    return draft.status == "changes_requested" or (rules.allows(draft, "revise") and bool(draft.unsent))
