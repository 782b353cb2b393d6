"""What the coordinators have asked of an author, and how far it has been done: computed, never stored."""

from conversations import form
from conversations.asked import question_at
from conversations.conversation import Draft
from conversations.questions import Section
from conversations.repeats import moved_up
from conversations.review import rules
from conversations.review.dossiers import with_review
from conversations.review.record import Comment


def asked(draft: Draft) -> tuple[Comment, ...]:
    """List the comments that the author has got and that are still open, in the order of the form."""
    if draft.status != "changes_requested":
        return ()
    open_ = [comment for comment in draft.review.open if comment.asked]
    order = [one.path for one in form.applicable(draft.values)]
    place = {path: n for n, path in enumerate(order)}
    return tuple(sorted(open_, key=lambda comment: (place.get(comment.stands, len(place)), comment.number)))


def questions(draft: Draft) -> tuple[str, ...]:
    """List the questions that were commented on and can be asked, each once."""
    applicable = {one.path for one in form.applicable(draft.values)}
    return tuple(dict.fromkeys(c.stands for c in asked(draft) if c.stands in applicable))


def is_done(draft: Draft, comment: Comment) -> bool:
    """Say whether the author has replied to the comment, or changed the answer, or taken its question away."""
    if comment.reply or comment.stands not in {one.path for one in form.applicable(draft.values)}:
        return True
    old, here = draft.handed_in, comment.stands
    return (old.values.get(comment.question), old.files(comment.question)) != (
        draft.values.get(here),
        draft.files(here),
    )


def label(draft: Draft, comment: Comment) -> str:
    """Name the question of a comment as its author has it now."""
    return form.label(question_at(comment.stands or comment.question), draft.values)


def taken_away(draft: Draft, section: type[Section], item: int) -> Draft:
    """Let comments follow their questions where the author takes a repetition away."""
    moved = tuple(
        comment.model_copy(update={"moved": moved_up(section, item, comment.stands) or ""})
        if comment.stands
        else comment
        for comment in draft.review.comments
    )
    return with_review(draft, comments=moved)


def put_back(draft: Draft) -> Draft:
    """Let comments stand again where they were made."""
    stay = tuple(comment.model_copy(update={"moved": None}) for comment in draft.review.comments)
    return with_review(draft, comments=stay)


def to_do(draft: Draft) -> tuple[Comment, ...]:
    """List the comments that are neither replied to nor followed by a change."""
    return tuple(comment for comment in asked(draft) if not is_done(draft, comment))


def still_to_fix(draft: Draft) -> tuple[str, ...]:
    """Name the questions whose must-fix stands between the author and the revision."""
    fixes = [label(draft, comment) for comment in to_do(draft) if comment.weight == "must fix"]
    return tuple(dict.fromkeys(fixes))


def following(draft: Draft, path: str) -> str | None:
    """Find the next question, after this one, that has something to do."""
    order = [one.path for one in form.applicable(draft.values, path)]
    here = order.index(path) if path in order else -1
    waiting = {comment.stands for comment in to_do(draft)}
    return next((later for later in order[here + 1 :] if later in waiting), None)


def may_revise(draft: Draft) -> bool:
    """Say whether there is something to revise: changes were asked for, or answers have been changed since."""
    return draft.status == "changes_requested" or (rules.allows(draft, "revise") and bool(draft.unsent))
