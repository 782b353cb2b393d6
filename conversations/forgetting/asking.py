"""What a person does about their data, in every place: ``/mydata``, ``/forget``, and the buttons that confirm it."""

from datetime import datetime

from conversations import drafts
from conversations.conversation import Conversation, Draft, Step
from conversations.forgetting import giving, wording
from conversations.forgetting.leaving import published
from conversations.messages import Chose, Commanded, Input, Line, Press, Reply
from conversations.place import AtDesk, AtOffice, Choosing, Forgetting, New, Submitted
from conversations.review.desk import Desk
from conversations.talk import Talk

ACTIONS = ("forget", "remember", "unpublish", "letstay")
"""The buttons of the page."""

REDRAWN = ("unpublish", "letstay")
"""Those that redraw it."""


def heard(talk: Talk, given: Input) -> bool:
    """Do what concerns the person's data; false, and the page left, where the input is meant for something else."""
    match given:
        case Commanded(name="forget"):
            ask(talk)
        case Commanded(name="mydata", argument=argument):
            giving.my_data(talk, argument)
        case Chose(press=Press(action="forget")) if isinstance(talk.place, New):
            forget(talk)  # a double tap: what the second one left behind goes too
        case Commanded():
            return leave(talk)
        case Chose(press=press) if press is None or press.action not in ACTIONS:
            return leave(talk)
        case _:
            return False
    return True


def ask(talk: Talk) -> None:
    """Ask whether everything is to be deleted; the talk goes on from where it was if not."""
    place = talk.place
    if isinstance(place, Forgetting):
        talk.go(place)
        return
    drafts.put_down(talk)
    elsewhere = isinstance(place, New | Choosing | Submitted | AtDesk | AtOffice)
    talk.go(Forgetting(before=place if elsewhere else None))


def leave(talk: Talk) -> bool:
    """Go back to where the person was, if they are at the page; false, so that what was given is heard there."""
    place = talk.place
    if isinstance(place, Forgetting):
        if place.before is None:
            drafts.hold(talk, talk.conversation.hand)
        else:
            talk.go(place.before)
    return False


def keep(talk: Talk) -> None:
    """Delete nothing."""
    leave(talk)
    talk.say(wording.KEPT)


def take_along(talk: Talk, number: int, *, goes: bool) -> None:
    """Take an approved practice along, or let it stay."""
    place = talk.place
    if isinstance(place, Forgetting):
        along = {*place.along, number} if goes else {*place.along} - {number}
        talk.stay(place.model_copy(update={"along": tuple(sorted(along))}))


def staying(conversation: Conversation) -> tuple[Draft, ...]:
    """List the approved practices that are not taken along."""
    place = conversation.place
    along = place.along if isinstance(place, Forgetting) else ()
    return tuple(one for one in conversation.drafts if one.status == "approved" and one.number not in along)


def forget(talk: Talk) -> None:
    """Delete everything but what is published and stays; those who worked on it hear of its reference alone."""
    stay = staying(talk.conversation)
    _tell(talk, [draft for draft in talk.conversation.drafts if draft not in stay])
    talk.begin_anew(forgotten(talk.conversation))
    talk.tell(farewell(stay))
    talk.silent = True


def forgotten_from_outside(conversation: Conversation, now: datetime, desk: Desk, *, withdraw: bool) -> Step:
    """Delete everything for somebody who cannot ask for it; ``withdraw`` takes what is published along."""
    along = tuple(draft.number for draft in conversation.drafts) if withdraw else ()
    talk = Talk(conversation.model_copy(update={"place": Forgetting(along=along)}), now, desk)
    forget(talk)
    return talk.done(())


def forgotten(conversation: Conversation) -> Conversation:
    """Give what stays of a conversation."""
    stay = tuple(published(draft) for draft in staying(conversation))
    if not stay:
        return Conversation()
    highest = max(conversation.begun, *(draft.number for draft in conversation.drafts))
    return Conversation(place=Choosing(), hand=stay[0].number, drafts=stay, begun=highest)


def farewell(stay: tuple[Draft, ...]) -> Reply:
    """Say that all is deleted, what is not, and that one can begin anew."""
    still = [wording.published([draft.reference or "" for draft in stay])] if stay else []
    sentences = (wording.DELETED, *still, wording.OLDER, wording.ANEW)
    return Reply(lines=tuple(Line(text=sentence) for sentence in sentences))


def _tell(talk: Talk, gone: list[Draft]) -> None:
    for draft in gone:
        claim, reference = draft.review.claim, draft.reference or ""
        if draft.status == "approved":
            for reader in talk.desk.readers():
                if reader.name and reader.user != talk.desk.me.user:  # whose name is not known has never written
                    talk.write_to(reader.user, _letter(wording.letter_unpublished(reference)))
        elif claim is not None and draft.status in {"submitted", "changes_requested"}:
            talk.write_to(claim.by.user, _letter(wording.letter_gone(reference)))


def _letter(words: str) -> Reply:
    return Reply(lines=(Line(text=words),))
