"""What admins do: their commands, their buttons, and the words that their pages wait for."""

from typing import get_args

from conversations.admin import exporting, invitations, pages, people, texts
from conversations.dialogue.context import Context
from conversations.dialogue.inputs import Attached, Commanded, Input, Invited, Picked, Press, Shared, Unreadable, Wrote
from conversations.dialogue.model import Period, Reviewer, Role
from conversations.dialogue.pages import AdminPage, Audit, Exporting, Inviting, Office, People, Sharing
from conversations.dialogue.registry import Action, Command, obeyed
from conversations.dialogue.replies import Reply, StatsPicture
from conversations.dialogue.repositories import may_administer, may_review
from conversations.dialogue.state import AtOffice, Part
from conversations.dialogue.texts import NOTHING_TO_SKIP
from conversations.fields.plain import fold
from conversations.languages import current
from conversations.review import notes
from conversations.review.navigation import begins_work, is_start, lasting_button, open_admin_page, paired

PERIODS: tuple[Period, ...] = tuple(texts.PERIODS)
"""The periods of the figures, in the order of their buttons."""


def heard(context: Context, given: Input) -> bool:
    """Do what an admin asks for; false if the input is meant for another feature."""
    if not may_administer(context.repository):
        return may_review(context.repository) and _heard_from_coordinator(context, given)
    match given:
        case Commanded():
            return obeyed(context, given, COMMANDS) or _meant_differently(context, given.name)
        case Wrote(answered=None) if begins_work(context):
            _welcome(context)
            notes.keep_beside(context, Part(message=given.message, text=given.text, links=given.links))
        case Attached() | Shared() | Unreadable() if begins_work(context):
            _welcome(context)
        case Invited():
            invitations.show_link(context, given)
        case Picked(user=user):
            people.picked(context, user)
        case Shared(what="contact") if isinstance(context.state, AtOffice):
            context.say(texts.NOT_BY_CARD)
        case Attached() | Shared() | Unreadable() if isinstance(context.state, AtOffice):
            context.say(texts.NOT_HERE)
        case _:
            return False
    return True


def _heard_from_coordinator(context: Context, given: Input) -> bool:
    """Do what a coordinator asks for at an export."""
    match given:
        case Commanded():
            return obeyed(context, given, COMMANDS) or _meant_at_page(context, given.name)
        case Attached() | Shared() | Unreadable() if isinstance(context.state, AtOffice):
            context.say(texts.NOT_HERE)
            return True
        case _:
            return False


def _meant_differently(context: Context, name: str) -> bool:
    """Carry out a command of the form in the way that admins mean it; false if the form is to carry it out."""
    if name == "help":
        context.say(texts.HELP)  # above the help for coordinators, which follows
        return False
    if begins_work(context) and is_start(context, name):
        _welcome(context)
        return True
    return _meant_at_page(context, name)


def _meant_at_page(context: Context, name: str) -> bool:
    """Carry out a command of the form at a page for admins."""
    state = context.state
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


def _welcome(context: Context) -> None:
    """Lead an admin's first message to the admin page."""
    context.say(texts.WELCOME)
    open_admin_page(context, Office())


def _people(context: Context, argument: str) -> None:
    if argument:
        people.look_up(context, argument)
    else:
        open_admin_page(context, People())


def _invite(context: Context, argument: str) -> None:
    role = next(
        (one for one in get_args(Reviewer) if argument.casefold() in {one, str(texts.ROLES[one]).casefold()}), None
    )
    if role is None:
        open_admin_page(context, Inviting())
    else:
        invitations.invite(context, role)


def _stats_of(context: Context, words: str) -> None:
    """Send the figures of the period that words name, such as "last month" or "90 days"; else of all."""
    said = fold(words).split()
    period = next((one for one, names in texts.PERIOD_NAMES.items() if not names.isdisjoint(said)), None)
    _stats(context, period or "all", texts.STATS if period or not words else texts.NO_SUCH_PERIOD)


def _stats(context: Context, period: Period, caption: str = texts.STATS) -> None:
    """Send the picture, with buttons for the other periods; the admin stays where they are."""
    others = (nth for nth, other in enumerate(PERIODS) if other != period)
    buttons = [lasting_button(texts.PERIODS[PERIODS[nth]], "stats", 0, index=nth) for nth in others]
    buttons.append(lasting_button(texts.OFFICE, "office", 0))
    context.enclose(StatsPicture(period=period, language=current()), caption, paired(*buttons))
    context.silent = True


def _show_period(context: Context, press: Press) -> None:
    """Send the picture of the period that the button names, else of all."""
    _stats(context, dict[int | None, Period](enumerate(PERIODS)).get(press.index, "all"))


def _role_of(press: Press) -> tuple[int, Role]:
    """Give the person whose role a button changes, and the role."""
    return int(press.about), people.ROLES[press.index or 0]


def left_without_rights(context: Context) -> bool:
    """Say whether somebody is at a page for admins without being one; an export is for coordinators, too."""
    state, repository = context.state, context.repository
    if not isinstance(state, AtOffice) or may_administer(repository):
        return False
    return not (isinstance(state.page, Exporting) and may_review(repository))


def wrote(context: Context, page: AdminPage, part: Part) -> None:
    """Take a text at a page for admins; a page that asks for none keeps it as a note."""
    said = notes.remark(part.words)
    match page:
        case Exporting():
            exporting.written(context, page, part.text)
        case _ if said is not None:
            context.say(said or texts.NOT_HERE)
            if not notes.asks_bot(part.words):  # "ok" asks for no page
                notes.alone(context, Reply(lines=(), rows=((lasting_button(texts.OFFICE, "office", 0),),)))
        case People() | Sharing():
            people.look_up(context, part.text)
        case _:
            notes.keep(context, part)


ACTIONS = (
    Action("office", lambda context, _: open_admin_page(context, Office()), role="admin", standing=True),
    Action(
        "people",
        lambda context, press: people.open_list(context, press.index),
        role="admin",
        standing=True,
    ),
    Action("share", lambda context, _: open_admin_page(context, Sharing()), role="admin"),
    Action("person", lambda context, press: people.picked(context, int(press.about)), role="admin"),
    Action("give", lambda context, press: people.begin_change(context, *_role_of(press)), role="admin"),
    Action(
        "given", lambda context, press: people.change_role(context, *_role_of(press)), role="admin", style="primary"
    ),
    Action("invites", lambda context, _: open_admin_page(context, Inviting()), role="admin"),
    Action("invite", lambda context, press: _invite(context, press.about), role="admin"),
    Action(
        "uninvite",
        lambda context, press: invitations.withdraw_invitation(context, press.index or 0),
        role="admin",
        style="danger",
    ),
    Action("audit", lambda context, press: open_admin_page(context, Audit(leaf=press.index or 0)), role="admin"),
    Action(
        "format",
        lambda context, press: exporting.choose_format(context, press.index or 0),
        role="coordinator",
        redraws="always",
    ),
    Action(
        "status",
        lambda context, press: exporting.choose_status(context, press.index or 0),
        role="coordinator",
        redraws="always",
    ),
    Action(
        "since",
        lambda context, press: exporting.choose_since(context, press.index or 0),
        role="coordinator",
        redraws="always",
    ),
    Action(
        "face",
        lambda context, press: exporting.choose_face(context, press.index or 0),
        role="coordinator",
        redraws="always",
    ),
    Action(
        "exportby",
        lambda context, press: exporting.choose_filter(context, press.about, press.index),
        role="coordinator",
        redraws="always",
    ),
    Action(
        "unref",
        lambda context, press: exporting.remove_reference(context, press.index or 0),
        role="coordinator",
        redraws="always",
    ),
    Action("deliver", lambda context, _: exporting.send(context), role="coordinator", style="primary"),
    Action("export", lambda context, _: open_admin_page(context, Exporting()), role="admin"),
    Action("stats", _show_period, role="admin", standing=True),
)

COMMANDS = (
    Command(
        "export",
        lambda context, _: open_admin_page(context, Exporting()),
        role="coordinator",
        menu=texts.MENU["export"],
        place=4,
    ),
    Command("people", _people, role="admin", takes="words", menu=texts.MENU["people"], place=2),
    Command("invite", _invite, role="admin", takes="words", menu=texts.MENU["invite"], place=3),
    Command("stats", _stats_of, role="admin", takes="words", menu=texts.STATS, place=4),
    Command(
        "audit",
        lambda context, _: open_admin_page(context, Audit()),
        role="admin",
        menu=texts.MENU["audit"],
        place=5,
    ),
)
