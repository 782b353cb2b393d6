"""All that admins read on their pages, by page, and all that others read about their roles."""

from datetime import datetime
from typing import Literal

from conversations.dialogue.model import Period, Reviewer, Role
from conversations.dialogue.repositories import Invitation, Person
from conversations.dialogue.review_record import SOMEBODY_GONE, Member
from conversations.fields.times import day, day_of, moment, on
from conversations.form.texts import shortened
from conversations.languages import _, english

# The menu of commands, at most 256 characters each
MENU = {
    "export": _("Submissions as a file"),
    "people": _("Who has which role"),
    "invite": _("A link that gives a role"),
    "audit": _("What was done with roles and exports"),
}


# Commands, and what is not possible
HELP = _(
    "For admins: /people find people and change roles · /invite a link that gives a role · /stats figures of the "
    "collection · /audit who did what."
)

NOT_HERE = _("I cannot use that here. Please press a button or send a command.")
STATS = _("How the collection goes")

PERIODS: dict[Period, str] = {
    "month": _("Last 30 days"),
    "quarter": _("Last 90 days"),
    "year": _("Last 365 days"),
    "all": _("Since the start"),
}

PERIOD_NAMES: dict[Period, frozenset[str]] = {
    "month": frozenset({"month", "30"}),
    "quarter": frozenset({"quarter", "90"}),
    "year": frozenset({"year", "365"}),
    "all": frozenset({"all", "start"}),
}
"""Words behind /stats that name a period, in lower case."""

NO_SUCH_PERIOD = _("I do not know that period, so these are the figures since the start. Press a period below.")


# The admin page
OFFICE, EXPORT, FIGURES = _("Admin page"), _("Export"), _("Figures")
WELCOME = _("Welcome. You are an admin: this page leads to everything that you can do. /help lists the commands.")


def invitations_title(total: int) -> str:
    """Write how many invitations are open."""
    return _("Open invitations: {count}").format(count=total)


# People and their roles
PEOPLE, INVITE, AUDIT = _("People"), _("Invite"), _("Audit log")
SHARE, ALL_PEOPLE = _("Share a contact"), _("All people")
CHOOSE = _("Choose a person")
NAME_OR_NUMBER = _("A name or a user number")  # at most 64 characters
SHARE_HINT = _(
    "Press Choose a person at the bottom of the screen, and choose somebody from your Telegram contacts. Then I show "
    "their role. You can also type a name or a user number."
)
UNREADABLE_CONTACT = _(
    "I cannot read the user number of that contact. Choose somebody else, or send them an invitation."
)
NOT_BY_CARD = _("I cannot find people by a contact card. Press Share a contact at /people instead.")

MAKE: dict[Role, str] = {
    "practitioner": _("Take the role away"),
    "coordinator": _("Make coordinator"),
    "admin": _("Make admin"),
}

SURE: dict[Role, str] = {
    "practitioner": _("Yes, take it away"),
    "coordinator": _("Yes, make coordinator"),
    "admin": _("Yes, make admin"),
}

SHELL, THE_BOT = _("the server"), _("the bot")

SHELL_AS_MEMBER = Member(user=0, name=english(SHELL))
"""The person in the history of a review that a command on the server has changed; the name is stored."""

GONE = _("somebody whose data was deleted")
"""The name of ``SOMEBODY_GONE`` on the admins' pages."""

BY_SETTINGS = _(
    "This admin is set in ADMIN_IDS, so I cannot change the role. To change it, take their number out of ADMIN_IDS on "
    "the server and restart the bot."
)

LAST_ADMIN = _("This is the only admin. Make somebody else an admin first.")
PEOPLE_HINT = _(
    "To find somebody, send a part of their name or their user number. I know the names of coordinators and admins "
    "only. For anybody else, press Share a contact."
)
NOBODY_NAMED = _("No coordinator or admin has that name. Check the spelling, or press Share a contact.")

WHAT_IT_MEANS: dict[Role, str] = {
    "practitioner": _("They keep their own practices. The submissions that they are reviewing go back to the queue."),
    "coordinator": _("They can read all drafts and submissions, comment on them, request changes and decide."),
    "admin": _("They can do all that coordinators can. They can also export, and change every role, yours too."),
}


def named(member: Member | None) -> str:
    """Write a person's name and user id, or the id alone if the name is not known; None is the server."""
    if member is None:
        return str(SHELL)
    if member == SOMEBODY_GONE:
        return str(GONE)
    return f"{member.name} ({member.user})" if member.name else _("user {number}").format(number=member.user)


def label(member: Member) -> str:
    """Write the label of the button to a person's page."""
    return str(GONE) if member == SOMEBODY_GONE else shortened(member.name or str(member.user), 40)


def people_title(total: int) -> str:
    """Write the title of the list of people."""
    return _("People with a role: {count}").format(count=total)


def people_found(total: int) -> str:
    """Write the title of the list of people with a name that was typed."""
    return _("People found: {count}").format(count=total)


ROLES: dict[Role, str] = {
    "practitioner": _("practitioner"),
    "coordinator": _("coordinator"),
    "admin": _("admin"),
}
"""The roles, as a list names them."""


def status(person: Person, now: datetime) -> str:
    """Say which role a person has, since when and from whom, and when they wrote last."""
    if person.seen is None:
        seen = str(_("has not written yet"))
    else:
        seen = _("last seen {when}").format(when=on(day(person.seen, now)))
    return f"{_role_of(person, now)}, {seen}"


def _role_of(person: Person, now: datetime) -> str:
    if person.by_settings:
        said: str = _("{role}, set in ADMIN_IDS")
    elif person.since is None:
        said = _ROLE[_by(person)]
    else:
        said = _ROLE_SINCE[_by(person)]
    return said.format(
        role=ROLES[person.role],
        day=person.since and day(day_of(person.since), now),
        number=person.invitation,
        name=named(person.by),
    )


def _by(person: Person) -> Literal["nobody", "invitation", "somebody"]:
    if person.role == "practitioner":
        return "nobody"
    return "somebody" if person.invitation is None else "invitation"


_ROLE = {
    "nobody": "{role}",
    "invitation": _("{role} by invitation {number} of {name}"),
    "somebody": _("{role} by {name}"),
}

_ROLE_SINCE = {
    "nobody": _("{role} since {day}"),
    "invitation": _("{role} since {day} by invitation {number} of {name}"),
    "somebody": _("{role} since {day} by {name}"),
}


def nobody(user: int) -> str:
    """Say that nobody has this user id."""
    return _(
        "Nobody with the number {number} has written to me. Check the number, press Share a contact, or send them an "
        "invitation: /invite."
    ).format(number=user)


_SURE_OF: dict[Role, str] = {
    "practitioner": _("{change}: {name}, now a practitioner"),
    "coordinator": _("{change}: {name}, now a coordinator"),
    "admin": _("{change}: {name}, now an admin"),
}

_IS_NOW: dict[Role, str] = {
    "practitioner": _("{name} is now a practitioner."),
    "coordinator": _("{name} is now a coordinator."),
    "admin": _("{name} is now an admin."),
}


def sure_of(who: Member, person: Person, role: Role) -> str:
    """Write the title of the page that asks to confirm a change of a role; ``change`` is the label of its button."""
    return _SURE_OF[person.role].format(change=MAKE[role], name=named(who))


def is_now(who: Member, person: Person, username: str) -> str:
    """Confirm a change of a role; somebody who has not written to the bot needs its address."""
    said = _IS_NOW[person.role].format(name=named(who))
    if person.seen is not None:
        return f"{said} {_('I have told them.')}"
    link = _("They have not written to me yet: send them {link}").format(link=f"https://t.me/{username}")
    return f"{said} {link}"


# Invitations
INVITE_A = {"coordinator": _("Invite a coordinator"), "admin": _("Invite an admin")}

NOBODY_INVITED = _("No invitation is open.")
INVITE_HINT = _("An invitation is a link that gives a role to one person. It works once, for 7 days.")
COPY_LINK = _("Copy the link")


_JOINED: dict[Role, str] = {
    "coordinator": _("{name} accepted your invitation {number} and is now a coordinator."),
    "admin": _("{name} accepted your invitation {number} and is now an admin."),
}


def joined(name: Member, role: Role, invitation: int) -> str:
    """Tell an admin that their invitation was used."""
    return _JOINED[role].format(name=named(name), number=invitation)


def link(username: str, code: str) -> str:
    """Write the link of an invitation."""
    return f"https://t.me/{username}?start={code}"


_WORKS_ONCE: dict[Role, str] = {
    "coordinator": _("Whoever opens the link first becomes a coordinator. It works once, until {moment}."),
    "admin": _("Whoever opens the link first becomes an admin. It works once, until {moment}."),
}


def works_once(role: Role, until: datetime, now: datetime) -> str:
    """Say what a link does, and how long it works."""
    return _WORKS_ONCE[role].format(moment=moment(until, now))


def invited(role: Role, until: datetime, now: datetime) -> str:
    """Tell the admin what to do with the link of a new invitation."""
    before, after = _("Forward the message above to one person."), _("I do not show it again.")
    return f"{before} {works_once(role, until, now)} {after}"


WHAT_THEY_DO: dict[Reviewer, str] = {
    "coordinator": _("Coordinators read and review the practices that practitioners submit in this Telegram bot."),
    "admin": _(
        "Admins review and export the practices that practitioners submit in this Telegram bot, and give roles."
    ),
}


_INVITES: dict[Reviewer, str] = {
    "coordinator": _("{operator} invites you to be a coordinator of the RAN Collection."),
    "admin": _("{operator} invites you to be an admin of the RAN Collection."),
}


def letter(inviting: str, role: Reviewer, link: str, until: datetime, now: datetime) -> tuple[str, ...]:
    """Write to the person who is invited; ``inviting`` is the operator."""
    return (
        f"{_INVITES[role].format(operator=inviting)} {WHAT_THEY_DO[role]}",
        str(_("To accept, open this link and press Start:")),
        link,
        _("The link is for you alone. It works once, within 7 days: until {moment}.").format(moment=moment(until, now)),
    )


def invitation(one: Invitation, now: datetime) -> str:
    """Describe an open invitation."""
    return _("Invitation {number}: {role}, made by {name}, good until {moment}").format(
        number=one.number, role=ROLES[one.role], name=named(one.by), moment=moment(one.until, now)
    )


def withdraw(number: int) -> str:
    """Write the label of the button that withdraws an invitation."""
    return _("Withdraw invitation {number}").format(number=number)


def withdrawn(number: int) -> str:
    """Confirm that an invitation was withdrawn."""
    return _("Invitation {number} is withdrawn. Its link no longer works.").format(number=number)
