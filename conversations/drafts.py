"""Taking up and putting down drafts: several at once, each left where it was."""

from conversations import moving
from conversations.conversation import Draft
from conversations.messages import Started
from conversations.place import Choosing, Collecting, New, Submitted
from conversations.talk import Talk


def begin(talk: Talk) -> None:
    """Begin another draft, or go on with one that is still empty."""
    _put_down(talk)
    empty = next((draft for draft in talk.conversation.drafts if draft.status == "draft" and not draft.answers), None)
    if empty is None:
        empty = Draft(number=len(talk.conversation.drafts) + 1, created_at=talk.now, updated_at=talk.now)
        talk.keep(empty)
        talk.happened(Started(draft=empty.number))
    hold(talk, empty.number)
    if not isinstance(talk.place, Collecting):
        moving.resume(talk)


def hold(talk: Talk, number: int | None) -> None:
    """Take a draft in hand and go on where it was left; LookupError where there is none with that number."""
    _put_down(talk)
    draft = talk.numbered(number)
    talk.hold(draft.number)
    if draft.status != "draft":
        talk.go(Submitted())
    elif draft.left is None:
        moving.resume(talk)
    else:
        talk.keep(draft.model_copy(update={"left": None}))
        talk.go(draft.left)


def choose_draft(talk: Talk) -> None:
    """Show the drafts to choose from."""
    _put_down(talk)
    talk.go(Choosing())


def _put_down(talk: Talk) -> None:
    if not isinstance(talk.place, New | Choosing | Submitted):
        talk.keep(talk.draft.model_copy(update={"left": talk.place}))
