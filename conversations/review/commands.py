"""The commands of coordinators."""

from collections.abc import Callable

from conversations.place import AtDesk, New
from conversations.review import queueing
from conversations.review.desk import may_review
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
from conversations.review.wording import at_desk
from conversations.roles import Every
from conversations.talk import Talk
from conversations.wording import HELP, NOTHING_TO_SKIP


def commanded(talk: Talk, name: str, argument: str) -> bool:
    """Do a command of the desk; false where it is none, or is meant for the form."""
    place = talk.place
    if not may_review(talk.desk):
        return False
    if name in COMMANDS:
        COMMANDS[name](talk, argument)
    elif isinstance(place, AtDesk) and name in AT_DESK:
        AT_DESK[name](talk, place.page)
    elif isinstance(place, New) and name == "start" and talk.desk.role == "coordinator":
        talk.say(at_desk.WELCOME)
        queueing.go(talk, Queue())
    else:
        return False
    return True


def _notify(talk: Talk, argument: str) -> None:
    wanted = next((every for every in at_desk.EVERY if every == argument.casefold()), None)
    if wanted is not None:
        set_every(talk, wanted)
    queueing.go(talk, Notifying())


def set_every(talk: Talk, every: Every) -> None:
    """Keep how often somebody wants to hear of news."""
    talk.every = every
    talk.say(at_desk.notified(every))


def _help(talk: Talk, _: str) -> None:
    talk.say(at_desk.HELP, HELP)
    if isinstance(talk.place, New):
        queueing.go(talk, Queue())


def _up(talk: Talk, page: Page) -> None:
    """Go to the page that this one was opened from."""
    match page:
        case Commenting():
            queueing.go(talk, page.section)
        case Reading() | Whole() | Changes() | Declining() | Confirming():
            queueing.go(talk, Card(dossier=page.dossier))
        case _:
            queueing.go(talk, Queue())


COMMANDS: dict[str, Callable[[Talk, str], None]] = {
    "queue": lambda talk, _: queueing.go(talk, Queue()),
    "show": queueing.show,
    "notify": _notify,
    "help": _help,
}
"""Commands that a coordinator can give anywhere."""

AT_DESK: dict[str, Callable[[Talk, Page], None]] = {
    "start": lambda talk, _: talk.stay(talk.place),
    "back": _up,
    "skip": lambda talk, _: talk.say(NOTHING_TO_SKIP),
}
"""Commands that mean something else at the desk than in the form."""
