"""All that admins read on their pages, by page, and all that others read about their roles."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import assert_never

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
from conversations.dialogue.model import Face, Format, Period, Role, Status
from conversations.dialogue.repositories import Entry, Invitation, Person
from conversations.dialogue.review_record import SOMEBODY_GONE, Member
from conversations.fields.dates import say
from conversations.fields.texts import counted
from conversations.form.texts import shortened
from conversations.review.texts import utc_time

# Commands, and what is not possible
HELP = "For admins: /people who has which role · /invite a link that gives a role · /stats how the collection goes · /audit what was done here."

NOT_AN_ADMIN = "That is for admins, and you are none at this moment. Nothing was changed."
NO_TEXT_HERE = "I did not take that: press a button, or send a command."
NO_FILE_HERE = "Files cannot be kept here: press a button, or send a command."
STATS = "How the collection goes"

PERIODS: dict[Period, str] = {
    "month": "Last 30 days",
    "quarter": "Last 90 days",
    "year": "Last 365 days",
    "all": "Since the start",
}


# People and their roles
PEOPLE, INVITE, AUDIT = "People", "Invite", "Audit log"

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

A: dict[Role, str] = {"practitioner": "a practitioner", "coordinator": "a coordinator", "admin": "an admin"}
"""The roles within a sentence."""

SHELL, THE_BOT = "the shell", "the bot"

SHELL_AS_MEMBER = Member(user=0, name=SHELL)
"""The person in the history of a review that a command of the shell has changed."""

GONE = "somebody who was forgotten"
"""The name of ``SOMEBODY_GONE`` on the admins' pages."""

BY_SETTINGS = (
    "This admin is named in the settings of the bot, so the role cannot be changed here: take the number out of "
    "ADMIN_IDS where the bot runs, and start it again."
)

LAST_ADMIN = "That is the last admin, and there has to be one. Make somebody else an admin first."
PEOPLE_HINT = "To find a practitioner, send their user number. Who has not written yet needs an invitation."
NOT_A_NUMBER = "I did not take that: send the user number of a person, in digits, or press a button."

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
    """Write a person's name and user id, or the id alone if the name is not known; None is the shell."""
    if member is None:
        return SHELL
    if member == SOMEBODY_GONE:
        return GONE
    return f"{member.name} ({member.user})" if member.name else f"user {member.user}"


def label(member: Member) -> str:
    """Write the label of the button to a person's page."""
    return GONE if member == SOMEBODY_GONE else shortened(member.name or str(member.user), 40)


def day(at: date) -> str:
    """Write a date."""
    return say((at, at))


def people_title(total: int) -> str:
    """Write the title of the list of people."""
    return f"People with a role: {total}"


def status(person: Person) -> str:
    """Say which role a person has, since when and from whom, and when they wrote last."""
    seen = "has not written yet" if person.seen is None else f"last seen on {day(person.seen)}"
    return f"{person.role}{_since(person)}{_by(person)}, {seen}"


def _since(person: Person) -> str:
    return "" if person.since is None or person.by_settings else f" since {day(person.since.date())}"


def _by(person: Person) -> str:
    if person.by_settings:
        return " by the settings"
    if person.role == "practitioner":
        return ""
    if person.invitation is not None:
        return f" by invitation {person.invitation} of {named(person.by)}"
    return f" by {named(person.by)}"


def nobody(user: int) -> str:
    """Say that nobody has this user id."""
    return f"Nobody with the number {user} has written to me. /invite makes a link that you can send them."


def sure_of(who: Member, person: Person, role: Role) -> str:
    """Write the title of the page that asks to confirm a change of a role."""
    return f"{MAKE[role]}: {named(who)}, {A[person.role]} so far"


def is_now(who: Member, person: Person) -> str:
    """Confirm a change of a role."""
    return f"{named(who)} is {A[person.role]} now{'' if person.seen is None else ', and is told so'}."


# Invitations
INVITE_A = {"coordinator": "Invite a coordinator", "admin": "Invite an admin"}

NO_SUCH_LINK = (
    "That link does not count: an invitation is for one person, once, within 7 days. Ask whoever sent it for a new one."
)

NOBODY_INVITED = "No invitation is open."
INVITE_HINT = "An invitation is a link for one person: it gives the role once, within 7 days."


def already(role: Role) -> str:
    """Say that an invitation does not give more than the person's present role."""
    return f"You are {A[role]} already. The invitation has not been used up: send it on to whom it is for."


def joined(name: Member, role: Role, invitation: int) -> str:
    """Tell an admin that their invitation was used."""
    return f"{named(name)} has opened your invitation {invitation} and is {A[role]} now."


def link(role: Role, username: str, code: str, until: datetime) -> str:
    """Write the link of an invitation, and how it works."""
    return (
        f"https://t.me/{username}?start={code}\n"
        f"Send this link to one person: whoever opens it first becomes {A[role]}. It counts once, until "
        f"{utc_time(until)}, and is not shown again."
    )


def invitation(one: Invitation) -> str:
    """Describe an open invitation."""
    return f"Invitation {one.number}: {one.role}, made by {named(one.by)}, good until {utc_time(one.until)}"


def withdraw(number: int) -> str:
    """Write the label of the button that withdraws an invitation."""
    return f"Withdraw invitation {number}"


def withdrawn(number: int) -> str:
    """Confirm that an invitation was withdrawn."""
    return f"Invitation {number} is withdrawn: its link gives nothing any more."


# Exports
SEND_FILE = "Send the file"

FORMATS: dict[Format, str] = {
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
FACES: dict[Face, str] = {"internal": "Internal", "public": "Public", "anonymous": "Anonymous"}

FACES_MEAN: dict[Face, str] = {
    "internal": "Internal: everything, with the review.",
    "public": "Public: no review; contact details of approved practices only.",
    "anonymous": "Anonymous: no names, contacts, organisations, files and no review. Read the texts before you share it.",
}

FILTERS = {"theme": "Theme", "country": "Country"}

NOTHING_FITS = "Nothing fits. Press another status, another time, or remove a filter."
NO_STATUS = "No status is chosen. Press at least one."

EXPORT_HINT = (
    "Press the format, whom the file is for, which submissions it should have, and since when they were submitted. Or "
    "type a day such as 1 November 2026, a theme, a country, or references such as RAN-2026-0001."
)

NOT_A_CHOICE = (
    "I cannot read that. Enter a day such as 1 November 2026, a theme, a country or a reference such as RAN-2026-0001, "
    "or press a button."
)


def submissions(count: int) -> str:
    """Write the number of submissions of a file."""
    return counted(count, "submission")


def wanted(file: ExportFile) -> str:
    """Describe an export: its format, whom it is for, statuses, filters and first day."""
    which = ", ".join(STATUSES[status].lower() for status in file.statuses)
    face = "" if file.face == "internal" else f", {FACES[file.face].lower()}"
    since = "" if file.since is None else f"since {day(file.since)}"
    chosen = (which or "nothing", file.theme or "", file.country or "", *file.references, since)
    return f"{FORMATS[file.format]}{face}: {', '.join(filter(None, chosen))}"


# The audit log
NEWER, OLDER = "Newer", "Older"
AUDIT_EMPTY = "Nothing has been done yet."


def audit_title(total: int) -> str:
    """Write the title of the audit log."""
    return f"Audit log: {counted(total, 'line')}"


def entry(line: Entry) -> str:
    """Write a line of the audit log."""
    who = THE_BOT if isinstance(line.audit_entry, DraftDeleted) else named(line.who)
    return f"{utc_time(line.at)}: {who} {_did(line.audit_entry, line.whom)}"


def _did(audit_entry: AuditEntry, whom: Member | None) -> str:  # noqa: PLR0911 - one for each audit entry
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
            return f"exported {counted(count, 'submission')} ({wanted(file)})"
        case DraftDeleted(submission=number, days=days):
            return f"deleted draft {number}, which nobody had touched for {counted(days, 'day')}"
        case Forgotten():
            return "deleted all that was kept about a person"
        case _:
            assert_never(audit_entry)
