"""Taking up and putting down drafts: several at once, each left where it was."""

from conversations import moving
from conversations.conversation import Draft
from conversations.messages import Started
from conversations.place import AtDesk, AtOffice, Choosing, Collecting, Forgetting, New, Revising, Submitted
from conversations.review import asked_for
from conversations.talk import Talk


def begin(talk: Talk) -> None:
    """Begin another draft, or go on with one that is still empty."""
    put_down(talk)
    empty = next((draft for draft in talk.conversation.drafts if draft.status == "draft" and not draft.answers), None)
    if empty is None:
        empty = Draft(number=_next_number(talk), created_at=talk.now, updated_at=talk.now)
        talk.keep(empty)
        talk.happened(Started(draft=empty.number))
    hold(talk, empty.number)
    if not isinstance(talk.place, Collecting):
        moving.resume(talk)


def _next_number(talk: Talk) -> int:
    """Count on from the highest number: earlier drafts may have been deleted."""
    return max((draft.number for draft in talk.conversation.drafts), default=0) + 1


def hold(talk: Talk, number: int | None) -> None:
    """Take a draft in hand and go on where it was left; LookupError where there is none with that number."""
    put_down(talk)
    draft = talk.numbered(number)
    talk.hold(draft.number)
    if draft.left is not None:
        talk.keep(draft.model_copy(update={"left": None}))
    if draft.left is not None and moving.may_stay(draft, draft.left):
        talk.go(draft.left)
    elif draft.status != "draft":
        talk.go(Revising() if asked_for.may_revise(draft) else Submitted())
    else:
        moving.resume(talk)


def choose_draft(talk: Talk) -> None:
    """Show the drafts to choose from."""
    put_down(talk)
    talk.go(Choosing())


def put_down(talk: Talk) -> None:
    """Remember where the draft in hand is left."""
    elsewhere = isinstance(talk.place, New | Choosing | Submitted | AtDesk | AtOffice | Forgetting)
    if talk.conversation.hand is not None and not elsewhere:
        talk.keep(talk.draft.model_copy(update={"left": talk.place}))
