"""Taking up and putting down drafts: several at once, each left where it was."""

from conversations import moving, progress, wording
from conversations.consent.given import stands
from conversations.conversation import Conversation, Draft
from conversations.messages import Press, Started
from conversations.place import (
    AtDesk,
    AtOffice,
    Choosing,
    Collecting,
    Forgetting,
    New,
    Overview,
    Place,
    Revising,
    Submitted,
    Timing,
)
from conversations.review import asked_for
from conversations.talk import Talk

MOST_OPEN = 20
"""Drafts that one person can have open."""

ELSEWHERE = (New, Choosing, Submitted, AtDesk, AtOffice, Forgetting)
"""The places at which no question or page of a draft lies open that could be left."""


def begin(talk: Talk) -> bool:
    """Begin another draft, or go on with one that is still empty.

    False before the yes, which is asked for instead, and where there are too many, which are shown.
    """
    put_down(talk)
    if not stands(talk.conversation.consent):
        talk.go(New())
        return False
    begun = [draft for draft in talk.conversation.drafts if draft.status == "draft"]
    empty = next((draft for draft in begun if not draft.answers), None)
    if empty is None and len(begun) >= MOST_OPEN:
        talk.say(wording.too_many_drafts(len(begun)))
        talk.go(Choosing())
        return False
    if empty is None:
        empty = Draft(number=_next_number(talk.conversation), created_at=talk.now, updated_at=talk.now)
        talk.keep(empty)
        talk.happened(Started(draft=empty.number))
    hold(talk, empty.number)
    if not isinstance(talk.place, Collecting):
        moving.resume(talk)
    return True


def _next_number(conversation: Conversation) -> int:
    """Give a number that no draft of the chat has ever had: buttons of a deleted one must not reach another."""
    return max(conversation.begun, *(draft.number for draft in conversation.drafts), 0) + 1


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
    place = underlying(talk.place)
    if talk.conversation.hand is not None and not isinstance(place, ELSEWHERE):
        talk.keep(talk.draft.model_copy(update={"left": place}))


def underlying(place: Place) -> Place:
    """Give the place itself, or the one that the choice of a reminder was opened from."""
    if not isinstance(place, Timing):
        return place
    return Choosing() if place.then is None else Overview(then=place.then)


def deleted(talk: Talk, press: Press) -> None:
    """Delete a draft that was never handed in, as its author wishes; undo brings it back for a day."""
    draft = talk.numbered(press.index)
    delete(talk, draft.number)
    talk.say(wording.deleted(progress.title(draft)))


def delete(talk: Talk, number: int) -> None:
    """Take a draft away for good; where it was in hand, the one that was touched last comes into hand, to be chosen."""
    was_in_hand = talk.conversation.hand == number
    talk.drop(number)
    if not was_in_hand:
        return
    left = talk.conversation.drafts
    talk.hold(max(left, key=lambda draft: draft.updated_at).number if left else None)
    if not isinstance(talk.place, AtDesk | AtOffice):
        talk.go(Choosing() if left else New())
