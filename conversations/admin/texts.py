"""Every sentence of the office: what admins read, and what others are told of their roles."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, assert_never

from conversations.dialogue.audit import (
    AuditEntry,
    DraftDeleted,
    Exported,
    Forgotten,
    InviteMade,
    InviteRefused,
    InviteUsed,
    InviteWithdrawn,
    RoleGiven,
)
from conversations.dialogue.model import Role, Status
from conversations.dialogue.review_record import SOMEBODY_GONE, Member
from conversations.fields.dates import say
from conversations.fields.texts import counted
from conversations.form.texts import shortened
from conversations.review.texts import utc_time

if TYPE_CHECKING:
    from conversations.dialogue.model import Format
    from conversations.dialogue.repositories import Entry, Invitation, Person


# Buttons
PEOPLE, INVITE, AUDIT, EXPORT = "People", "Invite", "Audit log", "Export"

NEWER, OLDER = "Newer", "Older"

SEND_FILE = "Send the file"

INVITE_A = {"coordinator": "Invite a coordinator", "admin": "Invite an admin"}

MAKE: dict[Role, str] = {
    "practitioner": "Take the role away",
    "coordinator": "Make coordinator",
    "admin": "Make admin",
}

SURE: dict[Role, str] = {
    "practitioner": "Yes, take it away",
    "coordinator": "Yes, make coordinator",
    "admin": "Yes, make admin",
}

FORMATS: "dict[Format, str]" = {
    "xlsx": "Excel",
    "csv": "CSV",
    "docx": "Word",
    "json": "JSON",
    "package": "Package of all",
}

STATUSES: dict[Status, str] = {
    "approved": "Approved",
    "submitted": "Submitted",
    "changes_requested": "Changes requested",
    "declined": "Declined",
    "withdrawn": "Withdrawn",
    "draft": "Drafts",
}

SINCE = ("Any time", "This year", "Last 30 days", "Last 7 days")

A: dict[Role, str] = {"practitioner": "a practitioner", "coordinator": "a coordinator", "admin": "an admin"}
"""The roles as one of several."""

SHELL, THE_BOT = "the shell", "the bot"

SHELL_AS_MEMBER = Member(user=0, name=SHELL)
"""Who stands in the history of a review where a command of the shell changed it."""

GONE = "somebody who was forgotten"
"""The name of ``SOMEBODY_GONE`` in the office."""

NOT_AN_ADMIN = "That is for admins, and you are none at this moment. Nothing was changed."

NO_TEXT_HERE = "I did not take that: press a button, or send a command."

NO_FILE_HERE = "Files cannot be kept here: press a button, or send a command."

BY_SETTINGS = (
    "This admin is named in the settings of the bot, so the role cannot be changed here: take the number out of "
    "ADMIN_IDS where the bot runs, and start it again."
)

LAST_ADMIN = "That is the last admin, and there has to be one. Make somebody else an admin first."

NO_SUCH_LINK = (
    "That link does not count: an invitation is for one person, once, within 7 days. Ask whoever sent it for a new one."
)

NOTHING_FITS = "Nothing fits. Press another status, or another time."

NO_STATUS = "No status is chosen. Press at least one."

EXPORT_HINT = (
    "Press what the file should be, which submissions it should hold, and since when they were handed in. A day can "
    "be typed too, such as 1 November 2026."
)

STATS = "How the collection goes"

NOT_A_DAY = "I cannot read that as a day. Enter one such as 1 November 2026, or press a button."

PEOPLE_HINT = "To find a practitioner, send their user number. Who has not written yet needs an invitation."

NOT_A_NUMBER = "I did not take that: send the user number of a person, in digits, or press a button."

NOBODY_INVITED = "No invitation is open."

INVITE_HINT = "An invitation is a link for one person: it gives the role once, within 7 days."

AUDIT_EMPTY = "Nothing has been done yet."

HELP = (
    "For admins: /export submissions as a file · /people who has which role · /invite a link that gives a role · "
    "/stats how the collection goes · /audit what was done here."
)

WHAT_IT_MEANS: dict[Role, str] = {
    "practitioner": "They keep their own practices. What they are reviewing is let go, for whoever takes it next.",
    "coordinator": "They can read all drafts and submissions, comment, request changes and decide.",
    "admin": "They can do what coordinators can, and export, give and take roles, also yours.",
}

MAY_NOW: dict[Role, str] = {
    "practitioner": (
        "You are no longer one of those who review the collection. What you were reviewing waits for another "
        "coordinator; your own practices are as they were, /start leads to them."
    ),
    "coordinator": (
        "You are a coordinator of the collection now: you can read what practitioners hand in, comment on it, request "
        "changes and decide. /queue lists what waits."
    ),
    "admin": (
        "You are an admin of the collection now: you can review as coordinators do (/queue), export submissions "
        "(/export), give and take roles (/people, /invite) and see how it goes (/stats, /audit)."
    ),
}


def named(member: Member | None) -> str:
    """Name somebody with their number, which stays where a name is not known; nobody is the shell."""
    if member is None:
        return SHELL
    if member == SOMEBODY_GONE:
        return GONE
    return f"{member.name} ({member.user})" if member.name else f"user {member.user}"


def label(member: Member) -> str:
    """Label the button that leads to a person."""
    return GONE if member == SOMEBODY_GONE else shortened(member.name or str(member.user), 40)


def day(at: date) -> str:
    """Write a day."""
    return say((at, at))


# People


def people_title(total: int) -> str:
    """Head the list of those who have a role."""
    return f"People with a role: {total}"


def status(person: "Person") -> str:
    """Say which role somebody has, since when and by whom, and when they last wrote."""
    seen = "has not written yet" if person.seen is None else f"last seen on {day(person.seen)}"
    return f"{person.role}{_since(person)}{_by(person)}, {seen}"


def _since(person: "Person") -> str:
    return "" if person.since is None or person.by_settings else f" since {day(person.since.date())}"


def _by(person: "Person") -> str:
    if person.by_settings:
        return " by the settings"
    if person.role == "practitioner":
        return ""
    if person.invitation is not None:
        return f" by invitation {person.invitation} of {named(person.by)}"
    return f" by {named(person.by)}"


def nobody(user: int) -> str:
    """Say that a number leads to nobody."""
    return f"Nobody with the number {user} has written to me. /invite makes a link that you can send them."


def sure_of(who: Member, person: "Person", role: Role) -> str:
    """Head the page on which a change of a role is confirmed."""
    return f"{MAKE[role]}: {named(who)}, {A[person.role]} so far"


def is_now(who: Member, person: "Person") -> str:
    """Confirm a change of a role."""
    return f"{named(who)} is {A[person.role]} now{'' if person.seen is None else ', and is told so'}."


# Invitations


def already(role: Role) -> str:
    """Say that an invitation gives nothing new."""
    return f"You are {A[role]} already. The invitation has not been used up: send it on to whom it is for."


def joined(name: Member, role: Role, invitation: int) -> str:
    """Tell the one who invited."""
    return f"{named(name)} has opened your invitation {invitation} and is {A[role]} now."


def link(role: Role, username: str, code: str, until: datetime) -> str:
    """Give the link of an invitation."""
    return (
        f"https://t.me/{username}?start={code}\n"
        f"Send this link to one person: whoever opens it first becomes {A[role]}. It counts once, until "
        f"{utc_time(until)}, and is not shown again."
    )


def invitation(one: "Invitation") -> str:
    """Describe an open invitation."""
    return f"Invitation {one.number}: {one.role}, made by {named(one.by)}, good until {utc_time(one.until)}"


def withdraw(number: int) -> str:
    """Label the button that withdraws an invitation."""
    return f"Withdraw invitation {number}"


def withdrawn(number: int) -> str:
    """Confirm that an invitation counts no more."""
    return f"Invitation {number} is withdrawn: its link gives nothing any more."


# Exports


def submissions(count: int) -> str:
    """Count what a file would hold."""
    return counted(count, "submission")


def wanted(form: "Format", statuses: Sequence[Status], since: date | None) -> str:
    """Say what is to be exported."""
    which = ", ".join(STATUSES[status].lower() for status in statuses)
    return f"{FORMATS[form]}: {which or 'nothing'}{'' if since is None else f', since {day(since)}'}"


# The audit log


def audit_title(total: int) -> str:
    """Head the audit log."""
    return f"Audit log: {counted(total, 'line')}"


def entry(line: "Entry") -> str:
    """Write a line of the audit log."""
    who = THE_BOT if isinstance(line.audit_entry, DraftDeleted) else named(line.who)
    return f"{utc_time(line.at)}: {who} {_did(line.audit_entry, line.whom)}"


def _did(audit_entry: AuditEntry, whom: Member | None) -> str:  # noqa: PLR0911 - one for each deed
    match audit_entry:
        case RoleGiven(role="practitioner", was=was):
            return f"took the role of {was} from {named(whom)}"
        case RoleGiven(role=role, was=was):
            return f"made {named(whom)} {A[role]} ({was} before)"
        case InviteMade(invitation=number, role=role):
            return f"made invitation {number} for {A[role]}"
        case InviteWithdrawn(invitation=number):
            return f"withdrew invitation {number}"
        case InviteUsed(invitation=number, role=role, was=was):
            return f"opened invitation {number} and became {A[role]} ({was} before)"
        case InviteRefused(invitation=number, why=why):
            return f"opened invitation {number}, which was {why}"
        case Exported(file=file, count=count):
            return f"exported {counted(count, 'submission')} ({wanted(file.format, file.statuses, file.since)})"
        case DraftDeleted(submission=number, days=days):
            return f"deleted draft {number}, which nobody had touched for {counted(days, 'day')}"
        case Forgotten():
            return "deleted all that was kept about a person"
        case _:
            assert_never(audit_entry)
