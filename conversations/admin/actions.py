"""What an admin does in the office: commands, buttons, words. Rights are checked here, at each of them."""

from collections.abc import Callable

from conversations.admin import exporting, pages, people, texts
from conversations.dialogue.context import Context
from conversations.dialogue.desk_states import AdminPage, Audit, Exporting, Inviting, People, Queue
from conversations.dialogue.inputs import Attached, Commanded, Input, Invited, Press, Shared, Unreadable
from conversations.dialogue.replies import StatsPicture
from conversations.dialogue.repositories import may_administer
from conversations.dialogue.state import AtOffice, New
from conversations.dialogue.texts import NOTHING_TO_SKIP
from conversations.review.navigation import open_admin_page, open_page

Move = Callable[[Context, Press], None]


def heard(context: Context, given: Input) -> bool:
    """Do what concerns the office; false where the input is meant for the form, or for nobody."""
    if not may_administer(context.desk):
        return False
    match given:
        case Commanded(name=name, argument=argument):
            return _commanded(context, name, argument)
        case Invited():
            people.show_link(context, given)
        case Attached() | Shared() | Unreadable() if isinstance(context.state, AtOffice):
            context.say(texts.NO_FILE_HERE)
        case _:
            return False
    return True


def help_first(context: Context, given: Input) -> None:
    """Say what admins can do, above what everybody can."""
    if isinstance(given, Commanded) and given.name == "help" and may_administer(context.desk):
        context.say(texts.HELP)


def _commanded(context: Context, name: str, argument: str) -> bool:
    state = context.state
    command = COMMANDS.get(name)
    if command is not None:
        command(context, argument)
        return True
    if not isinstance(state, AtOffice):
        return False
    match name:
        case "back":
            pages.up(context, state.page)
        case "skip":
            context.say(NOTHING_TO_SKIP)
        case _:
            return name == "start"
    return True


def _people(context: Context, argument: str) -> None:
    if argument:
        people.look_up(context, argument)
    else:
        open_admin_page(context, People())


def _invite(context: Context, argument: str) -> None:
    match argument.casefold():
        case "coordinator":
            people.invite(context, "coordinator")
        case "admin":
            people.invite(context, "admin")
        case _:
            open_admin_page(context, Inviting())


def _stats(context: Context, _argument: str) -> None:
    """Send the picture; the admin stays where they are."""
    context.enclose(StatsPicture(), texts.STATS)
    if isinstance(context.state, New):
        open_page(context, Queue())


COMMANDS: dict[str, Callable[[Context, str], None]] = {
    "export": lambda context, _: open_admin_page(context, Exporting()),
    "people": _people,
    "invite": _invite,
    "stats": _stats,
    "audit": lambda context, _: open_admin_page(context, Audit()),
}


def is_of_office(press: Press) -> bool:
    """Say whether a button is one of the office's."""
    return press.action in ACTIONS


def pressed(context: Context, press: Press) -> None:
    """Do what a button of the office says, where the person may."""
    if may_administer(context.desk):
        ACTIONS[press.action](context, press)
    else:
        context.say(texts.NOT_AN_ADMIN)


def left_without_rights(context: Context) -> bool:
    """Say whether somebody is in the office who has no business there any more."""
    return isinstance(context.state, AtOffice) and not may_administer(context.desk)


def wrote(context: Context, page: AdminPage, text: str) -> None:
    """Take the words that a page waits for."""
    match page:
        case People():
            people.look_up(context, text.strip())
        case Exporting():
            exporting.day_written(context, page, text)
        case _:
            context.say(texts.NO_TEXT_HERE)


ACTIONS: dict[str, Move] = {
    "people": lambda context, press: open_admin_page(context, People(leaf=press.index or 0)),
    "person": lambda context, press: people.look_up(context, press.about),
    "give": lambda context, press: people.begin_change(context, int(press.about), people.ROLES[press.index or 0]),
    "given": lambda context, press: people.change_role(context, int(press.about), people.ROLES[press.index or 0]),
    "invites": lambda context, _: open_admin_page(context, Inviting()),
    "invite": lambda context, press: people.invite(context, "admin" if press.about == "admin" else "coordinator"),
    "uninvite": lambda context, press: people.withdraw_invitation(context, press.index or 0),
    "audit": lambda context, press: open_admin_page(context, Audit(leaf=press.index or 0)),
    "format": lambda context, press: exporting.choose_format(context, press.index or 0),
    "status": lambda context, press: exporting.choose_status(context, press.index or 0),
    "since": lambda context, press: exporting.choose_since(context, press.index or 0),
    "deliver": lambda context, _: exporting.send(context),
}

STANDING = frozenset({"people"})
"""Buttons that work on any message, old ones too: they only lead somewhere."""

REDRAWN = frozenset({"format", "status", "since"})
"""Buttons that redraw the message they stand under."""
