"""What a coordinator does at the desk: commands, buttons, words. Rights are checked here, at each of them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from conversations.messages import Attached, Commanded, Input, Press, Revised, Shared, Unreadable, Wrote
from conversations.place import AtDesk, Part
from conversations.review import claiming, commands, commenting, deciding, queueing, writing
from conversations.review.desk import Dossier, may_review
from conversations.review.pages import Card, Commenting, Confirming, Queue
from conversations.review.wording import at_desk
from conversations.wording import SPOKEN, unreadable

if TYPE_CHECKING:
    from conversations.talk import Talk

P = TypeVar("P")
Move = Callable[["Talk", Press], None]
OfDossier = Callable[["Talk", Dossier, Press], None]


def heard(talk: "Talk", given: Input) -> bool:
    """Do what concerns the desk; false where the input is meant for the form."""
    match given:
        case Commanded(name=name, argument=argument):
            return commands.commanded(talk, name, argument)
        case Wrote():
            return writing.replied(talk, given)
        case Revised(message=message, text=text):
            return writing.revised(talk, Part(message=message, text=text))
        case Attached() | Shared() | Unreadable() if isinstance(talk.place, AtDesk):
            spoken = isinstance(given, Unreadable) and given.what in SPOKEN
            talk.say(unreadable(given.what) if spoken else at_desk.NO_FILE_HERE)
            return True
        case _:
            return False


def is_of_desk(press: Press) -> bool:
    """Say whether a button is one of the desk's."""
    return press.action in ACTIONS or press.action in OF_DOSSIER


def pressed(talk: "Talk", press: Press) -> None:
    """Do what a button of the desk says, where the person may."""
    if not may_review(talk.desk):
        talk.say(at_desk.NOT_A_COORDINATOR)
        return
    action = ACTIONS.get(press.action)
    if action is not None:
        action(talk, press)
        return
    dossier = queueing.find(talk, press.draft)
    if dossier is not None:
        OF_DOSSIER[press.action](talk, dossier, press)


def left_without_rights(talk: "Talk") -> bool:
    """Say whether somebody is at the desk who has no business there any more."""
    return isinstance(talk.place, AtDesk) and not may_review(talk.desk)


def _confirm(talk: "Talk", dossier: Dossier, _press: Press) -> None:
    deciding.confirm(talk, dossier, _lying_open(talk, Confirming))


def _turn_weight(talk: "Talk", _dossier: Dossier, _press: Press) -> None:
    commenting.turn_weight(talk, _lying_open(talk, Commenting))


def _close(talk: "Talk", dossier: Dossier, press: Press) -> None:
    """Leave what was begun, for the section that it is about or for the card."""
    if press.about:
        queueing.read_section(talk, dossier, press.about)
    else:
        queueing.go(talk, Card(dossier=dossier.number))


def _lying_open(talk: "Talk", kind: type[P]) -> P:
    """Give the page that lies open; TypeError where it is of another kind, since only its own buttons ask for it."""
    page = getattr(talk.place, "page", None)
    if not isinstance(page, kind):
        message = f"no such page is open at {talk.place.at}"
        raise TypeError(message)
    return page


def _then_card(change: Callable[["Talk", Dossier], None]) -> OfDossier:
    """Make a change to a dossier and show its card."""

    def changed(talk: "Talk", dossier: Dossier, _press: Press) -> None:
        change(talk, dossier)
        queueing.go(talk, Card(dossier=dossier.number))

    return changed


ACTIONS: dict[str, Move] = {
    "queue": lambda talk, _: queueing.go(talk, Queue()),
    "turn": lambda talk, press: queueing.turn(talk, press.index or 0),
    "narrow": lambda talk, press: queueing.choices(talk, press.about),
    "by": lambda talk, press: queueing.narrow(talk, press.about, press.index or 0),
    "mine": lambda talk, _: queueing.mine(talk),
    "every": lambda talk, press: commands.set_every(talk, tuple(at_desk.EVERY)[press.index or 0]),
}
"""What the buttons do that are about no dossier."""

OF_DOSSIER: dict[str, OfDossier] = {
    "read": lambda talk, dossier, _: queueing.go(talk, Card(dossier=dossier.number)),
    "section": lambda talk, dossier, press: queueing.read_section(talk, dossier, press.about),
    "whole": lambda talk, dossier, _: queueing.read_whole(talk, dossier),
    "dossierform": lambda talk, dossier, _: queueing.send_form(talk, dossier),
    "changes": lambda talk, dossier, _: queueing.read_changes(talk, dossier),
    "claim": _then_card(claiming.claim),
    "takeover": _then_card(claiming.claim),
    "letgo": _then_card(claiming.let_go),
    "comment": commenting.begin,
    "weight": _turn_weight,
    "reword": commenting.reword,
    "unsay": commenting.withdraw,
    "resolve": lambda talk, dossier, press: commenting.settle(talk, dossier, press, "resolved"),
    "anew": lambda talk, dossier, press: commenting.settle(talk, dossier, press, "open"),
    "request": lambda talk, dossier, _: deciding.begin(talk, dossier, "request"),
    "approve": lambda talk, dossier, _: deciding.begin(talk, dossier, "approve"),
    "decline": lambda talk, dossier, _: deciding.begin(talk, dossier, "decline"),
    "reopen": lambda talk, dossier, _: deciding.begin(talk, dossier, "reopen"),
    "takeback": _then_card(deciding.take_back),
    "sure": _confirm,
    "close": _close,
}
"""What the buttons do that are about a dossier: its number stands in the press."""

STANDING = frozenset({"queue", "read", "comment", "section"})
"""Buttons that work on any message, old ones too: they lead somewhere, or are checked against what is true now."""
