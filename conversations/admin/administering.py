"""What an admin does in the office: commands, buttons, words. Rights are checked here, at each of them."""

from collections.abc import Callable

from conversations.admin import exporting, inviting, people, wording
from conversations.admin.moving import go, up
from conversations.admin.pages import Audit, Exporting, Inviting, Page, People
from conversations.messages import Attached, Commanded, Input, Invited, Press, Shared, StatsPicture, Unreadable
from conversations.place import AtOffice, New
from conversations.review import queueing
from conversations.review.desk import may_administer
from conversations.review.pages import Queue
from conversations.talk import Talk
from conversations.wording import NOTHING_TO_SKIP

Move = Callable[[Talk, Press], None]


def heard(talk: Talk, given: Input) -> bool:
    """Do what concerns the office; false where the input is meant for the form, or for nobody."""
    if not may_administer(talk.desk):
        return False
    match given:
        case Commanded(name=name, argument=argument):
            return _commanded(talk, name, argument)
        case Invited():
            inviting.made(talk, given)
        case Attached() | Shared() | Unreadable() if isinstance(talk.place, AtOffice):
            talk.say(wording.NO_FILE_HERE)
        case _:
            return False
    return True


def help_first(talk: Talk, given: Input) -> None:
    """Say what admins can do, above what everybody can."""
    if isinstance(given, Commanded) and given.name == "help" and may_administer(talk.desk):
        talk.say(wording.HELP)


def _commanded(talk: Talk, name: str, argument: str) -> bool:
    place = talk.place
    command = COMMANDS.get(name)
    if command is not None:
        command(talk, argument)
        return True
    if not isinstance(place, AtOffice):
        return False
    match name:
        case "back":
            up(talk, place.page)
        case "skip":
            talk.say(NOTHING_TO_SKIP)
        case _:
            return name == "start"
    return True


def _people(talk: Talk, argument: str) -> None:
    if argument:
        people.look_up(talk, argument)
    else:
        go(talk, People())


def _invite(talk: Talk, argument: str) -> None:
    match argument.casefold():
        case "coordinator":
            inviting.ask(talk, "coordinator")
        case "admin":
            inviting.ask(talk, "admin")
        case _:
            go(talk, Inviting())


def _stats(talk: Talk, _argument: str) -> None:
    """Send the picture; the admin stays where they are."""
    talk.enclose(StatsPicture(), wording.STATS)
    if isinstance(talk.place, New):
        queueing.go(talk, Queue())


COMMANDS: dict[str, Callable[[Talk, str], None]] = {
    "export": lambda talk, _: go(talk, Exporting()),
    "people": _people,
    "invite": _invite,
    "stats": _stats,
    "audit": lambda talk, _: go(talk, Audit()),
}


def is_of_office(press: Press) -> bool:
    """Say whether a button is one of the office's."""
    return press.action in ACTIONS


def pressed(talk: Talk, press: Press) -> None:
    """Do what a button of the office says, where the person may."""
    if may_administer(talk.desk):
        ACTIONS[press.action](talk, press)
    else:
        talk.say(wording.NOT_AN_ADMIN)


def left_without_rights(talk: Talk) -> bool:
    """Say whether somebody is in the office who has no business there any more."""
    return isinstance(talk.place, AtOffice) and not may_administer(talk.desk)


def wrote(talk: Talk, page: Page, text: str) -> None:
    """Take the words that a page waits for."""
    match page:
        case People():
            people.look_up(talk, text.strip())
        case Exporting():
            exporting.day_written(talk, page, text)
        case _:
            talk.say(wording.NO_TEXT_HERE)


ACTIONS: dict[str, Move] = {
    "people": lambda talk, press: go(talk, People(leaf=press.index or 0)),
    "person": lambda talk, press: people.look_up(talk, press.about),
    "give": lambda talk, press: people.begin(talk, int(press.about), people.ROLES[press.index or 0]),
    "given": lambda talk, press: people.give(talk, int(press.about), people.ROLES[press.index or 0]),
    "invites": lambda talk, _: go(talk, Inviting()),
    "invite": lambda talk, press: inviting.ask(talk, "admin" if press.about == "admin" else "coordinator"),
    "uninvite": lambda talk, press: inviting.withdraw(talk, press.index or 0),
    "audit": lambda talk, press: go(talk, Audit(leaf=press.index or 0)),
    "format": lambda talk, press: exporting.in_format(talk, press.index or 0),
    "status": lambda talk, press: exporting.turn_status(talk, press.index or 0),
    "since": lambda talk, press: exporting.since(talk, press.index or 0),
    "deliver": lambda talk, _: exporting.send(talk),
}

STANDING = frozenset({"people"})
"""Buttons that work on any message, old ones too: they only lead somewhere."""

REDRAWN = frozenset({"format", "status", "since"})
"""Buttons that redraw the message they stand under."""
