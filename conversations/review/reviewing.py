"""What a coordinator does at the desk: commands, buttons, words. Rights are checked here, at each of them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from conversations.messages import Attached, Commanded, Input, Press, Revised, Unreadable, Wrote
from conversations.place import AtDesk, New, Part
from conversations.review import claiming, commenting, deciding, queueing
from conversations.review.desk import Dossier, may_review
from conversations.review.pages import (
    Card,
    Changes,
    Commenting,
    Confirming,
    Declining,
    Notifying,
    Page,
    Queue,
    Reading,
    Whole,
)
from conversations.review.wording import at_desk, in_review
from conversations.sections import SECTIONS
from conversations.wording import HELP, NOTHING_TO_SKIP

if TYPE_CHECKING:
    from conversations.review.desk import Every
    from conversations.talk import Talk

Move = Callable[["Talk", Press], None]
OfDossier = Callable[["Talk", Dossier, Press], None]


def heard(talk: "Talk", given: Input) -> bool:
    """Do what concerns the desk; false where the input is meant for the form."""
    match given:
        case Commanded(name=name, argument=argument):
            return _commanded(talk, name, argument)
        case Wrote():
            return _wrote(talk, given)
        case Revised(message=message, text=text):
            return _revised(talk, message, text)
        case Attached() | Unreadable() if isinstance(talk.place, AtDesk):
            talk.say(at_desk.NO_FILE_HERE)
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
    dossier = talk.dossier(press.draft)
    if dossier is None:
        talk.say(at_desk.NO_DOSSIER)
        queueing.go(talk, Queue())
    else:
        OF_DOSSIER[press.action](talk, dossier, press)


def leave_without_rights(talk: "Talk") -> bool:
    """Say whether somebody is at the desk who has no business there any more."""
    return isinstance(talk.place, AtDesk) and not may_review(talk.desk)


def _commanded(talk: "Talk", name: str, argument: str) -> bool:  # noqa: C901 - one for each command
    at_desk = isinstance(talk.place, AtDesk)
    if not may_review(talk.desk):
        return False
    match name:
        case "queue":
            queueing.go(talk, Queue())
        case "start" if isinstance(talk.place, New):
            talk.say(at_desk.WELCOME)
            queueing.go(talk, Queue())
        case "show":
            queueing.show(talk, argument)
        case "notify":
            _notify(talk, argument)
        case "help":
            talk.say(at_desk.HELP, HELP)
            if isinstance(talk.place, New):
                queueing.go(talk, Queue())
        case "back" if at_desk:
            up(talk)
        case "skip" if at_desk:
            talk.say(NOTHING_TO_SKIP)
        case "start" if at_desk:
            pass
        case _:
            return False
    return True


def _notify(talk: "Talk", argument: str) -> None:
    wanted = next((every for every in at_desk.EVERY if every == argument.casefold()), None)
    if wanted is not None:
        _set_every(talk, wanted)
    queueing.go(talk, Notifying())


def _set_every(talk: "Talk", every: "Every") -> None:
    talk.every = every
    talk.say(at_desk.notified(every))


def _wrote(talk: "Talk", given: Wrote) -> bool:
    about = next((press for press in given.reply_to if press.action == "comment"), None)
    if about is not None and may_review(talk.desk):
        dossier = talk.dossier(about.draft)
        if dossier is not None:
            commenting.replied(talk, dossier, about, Part(message=given.message, text=given.text))
            return True
    return False


def written(talk: "Talk", page: Page, part: Part) -> None:
    """Take the words that a page waits for; the tail of a long comment goes with it."""
    match page:
        case Commenting():
            _comment_written(talk, page, part)
        case Declining() | Confirming(decision="decline"):
            deciding.reason_written(talk, page, part.text)
        case Queue():
            queueing.show(talk, part.text)
        case Reading():
            talk.say(in_review.NO_COMMENT_HERE)
        case _:
            talk.say(at_desk.NO_TEXT_HERE)


def _comment_written(talk: "Talk", page: Commenting, part: Part) -> None:
    dossier = talk.dossier(page.dossier)
    if dossier is None:
        talk.say(at_desk.NO_DOSSIER)
        queueing.go(talk, Queue())
    else:
        commenting.written(talk, dossier, page, part)


def _revised(talk: "Talk", message: int, text: str) -> bool:
    number = talk.conversation.remarks.get(message)
    if number is None or not may_review(talk.desk):
        return False
    dossier = talk.dossier(number)
    return dossier is not None and commenting.revised(talk, dossier, Part(message=message, text=text))


def up(talk: "Talk") -> None:
    """Go to the page that this one was opened from."""
    place = talk.place
    if not isinstance(place, AtDesk):
        return
    page = place.page
    match page:
        case Commenting(dossier=dossier, question=question):
            queueing.go(talk, Reading(dossier=dossier, section=question.partition(".")[0]))
        case Reading() | Whole() | Changes() | Declining() | Confirming():
            queueing.go(talk, Card(dossier=page.dossier))
        case _:
            queueing.go(talk, Queue())


def _beside(talk: "Talk", step: int) -> None:
    """Open the section before or after the one that lies open."""
    place = talk.place
    if isinstance(place, AtDesk) and isinstance(place.page, Reading):
        keys = [section.key for section in SECTIONS]
        there = (keys.index(place.page.section) + step) % len(keys)
        queueing.read_section(talk, place.page.dossier, keys[there])


def _confirm(talk: "Talk", dossier: Dossier, _press: Press) -> None:
    if isinstance(talk.place, AtDesk) and isinstance(talk.place.page, Confirming):
        deciding.confirm(talk, dossier, talk.place.page)


def _turn_weight(talk: "Talk", _dossier: Dossier, _press: Press) -> None:
    if isinstance(talk.place, AtDesk) and isinstance(talk.place.page, Commenting):
        commenting.turn_weight(talk, talk.place.page)


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
    "up": lambda talk, _: up(talk),
    "every": lambda talk, press: _set_every(talk, tuple(at_desk.EVERY)[press.index or 0]),
    "beside": lambda talk, press: _beside(talk, (press.index or 0) - 1),
}
"""What the buttons do that are about no dossier."""

OF_DOSSIER: dict[str, OfDossier] = {
    "read": lambda talk, dossier, _: queueing.go(talk, Card(dossier=dossier.number)),
    "section": lambda talk, dossier, press: queueing.read_section(talk, dossier.number, press.about),
    "whole": lambda talk, dossier, _: queueing.read_whole(talk, dossier.number),
    "changes": lambda talk, dossier, _: queueing.read_changes(talk, dossier.number),
    "claim": _then_card(claiming.claim),
    "takeover": _then_card(claiming.take_over),
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
}
"""What the buttons do that are about a dossier: its number stands in the press."""

STANDING = frozenset({"queue", "read", "comment", "section"})
"""Buttons that work on any message, old ones too: they lead somewhere, or are checked against what is true now."""
