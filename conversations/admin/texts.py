"""All that admins read on their pages, by page, and all that others read about their roles."""

from datetime import datetime
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
    PracticeReceived,
    RoleGiven,
)
from conversations.dialogue.model import Face, Format, Period, Reviewer, Role, Status
from conversations.dialogue.replies import ExportFile
from conversations.dialogue.repositories import Entry, Invitation, Person
from conversations.dialogue.review_record import SOMEBODY_GONE, Member
from conversations.fields.dates import say
from conversations.fields.texts import counted
from conversations.fields.times import day, day_of, moment, on
from conversations.filling.review_texts import capital
from conversations.form.texts import shortened

# Commands, and what is not possible
HELP = (
    "For admins: /people find people and change roles · /invite a link that gives a role · /stats figures of the "
    "collection · /audit who did what."
)

NOT_AN_ADMIN = "Only admins can do that, and you are not an admin now. Nothing has changed."
NOT_HERE = "I cannot use that here. Please press a button or send a command."
STATS = "How the collection goes"

PERIODS: dict[Period, str] = {
    "month": "Last 30 days",
    "quarter": "Last 90 days",
    "year": "Last 365 days",
    "all": "Since the start",
}

PERIOD_NAMES: dict[Period, frozenset[str]] = {
    "month": frozenset({"month", "30"}),
    "quarter": frozenset({"quarter", "90"}),
    "year": frozenset({"year", "365"}),
    "all": frozenset({"all", "start"}),
}
"""Words behind /stats that name a period, in lower case."""

NO_SUCH_PERIOD = "I do not know that period, so these are the figures since the start. Press a period below."


# The admin page
OFFICE, EXPORT, FIGURES = "Admin page", "Export", "Figures"
WELCOME = "Welcome. You are an admin: this page leads to everything that you can do. /help lists the commands."


def invitations_title(total: int) -> str:
    """Write how many invitations are open."""
    return f"Open invitations: {total}"


# People and their roles
PEOPLE, INVITE, AUDIT = "People", "Invite", "Audit log"
SHARE, ALL_PEOPLE = "Share a contact", "All people"
CHOOSE = "Choose a person"
NAME_OR_NUMBER = "A name or a user number"  # at most 64 characters
SHARE_HINT = (
    "Press Choose a person at the bottom of the screen, and choose somebody from your Telegram contacts. Then I show "
    "their role. You can also type a name or a user number."
)
CONTACTS_CLOSED = "I removed the two buttons at the bottom of the screen."
UNREADABLE_CONTACT = "I cannot read the user number of that contact. Choose somebody else, or send them an invitation."
NOT_BY_CARD = "I cannot find people by a contact card. Press Share a contact at /people instead."

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

SHELL, THE_BOT = "the server", "the bot"

SHELL_AS_MEMBER = Member(user=0, name=SHELL)
"""The person in the history of a review that a command on the server has changed."""

GONE = "somebody whose data was deleted"
"""The name of ``SOMEBODY_GONE`` on the admins' pages."""

BY_SETTINGS = (
    "This admin is set in ADMIN_IDS, so I cannot change the role. To change it, take their number out of ADMIN_IDS on "
    "the server and restart the bot."
)

LAST_ADMIN = "This is the only admin. Make somebody else an admin first."
PEOPLE_HINT = (
    "To find somebody, send a part of their name or their user number. I know the names of coordinators and admins "
    "only. For anybody else, press Share a contact."
)
NOBODY_NAMED = "No coordinator or admin has that name. Check the spelling, or press Share a contact."

WHAT_IT_MEANS: dict[Role, str] = {
    "practitioner": "They keep their own practices. The submissions that they are reviewing go back to the queue.",
    "coordinator": "They can read all drafts and submissions, comment on them, request changes and decide.",
    "admin": "They can do all that coordinators can. They can also export, and change every role, yours too.",
}

MAY_NOW: dict[Role, str] = {
    "practitioner": (
        "You no longer review practices. Other coordinators can now take what you were reviewing. Your own practices "
        "have not changed: /start leads to them."
    ),
    "coordinator": (
        "You are now a coordinator. You can read what practitioners submit, comment on it, request changes and "
        "decide. /queue lists what is waiting."
    ),
    "admin": (
        "You are now an admin. You can review submissions as coordinators do (/queue), export them (/export), change "
        "roles (/people, /invite) and look at the figures (/stats) and at who did what (/audit)."
    ),
}


def named(member: Member | None) -> str:
    """Write a person's name and user id, or the id alone if the name is not known; None is the server."""
    if member is None:
        return SHELL
    if member == SOMEBODY_GONE:
        return GONE
    return f"{member.name} ({member.user})" if member.name else f"user {member.user}"


def label(member: Member) -> str:
    """Write the label of the button to a person's page."""
    return GONE if member == SOMEBODY_GONE else shortened(member.name or str(member.user), 40)


def people_title(total: int) -> str:
    """Write the title of the list of people."""
    return f"People with a role: {total}"


def people_found(total: int) -> str:
    """Write the title of the list of people with a name that was typed."""
    return f"People found: {total}"


def status(person: Person, now: datetime) -> str:
    """Say which role a person has, since when and from whom, and when they wrote last."""
    seen = "has not written yet" if person.seen is None else f"last seen {on(day(person.seen, now))}"
    return f"{person.role}{_since(person, now)}{_by(person)}, {seen}"


def _since(person: Person, now: datetime) -> str:
    return "" if person.since is None or person.by_settings else f" since {day(day_of(person.since), now)}"


def _by(person: Person) -> str:
    if person.by_settings:
        return ", set in ADMIN_IDS"
    if person.role == "practitioner":
        return ""
    if person.invitation is not None:
        return f" by invitation {person.invitation} of {named(person.by)}"
    return f" by {named(person.by)}"


def nobody(user: int) -> str:
    """Say that nobody has this user id."""
    return (
        f"Nobody with the number {user} has written to me. Check the number, press Share a contact, or send them an "
        "invitation: /invite."
    )


def sure_of(who: Member, person: Person, role: Role) -> str:
    """Write the title of the page that asks to confirm a change of a role."""
    return f"{MAKE[role]}: {named(who)}, now {A[person.role]}"


def is_now(who: Member, person: Person, username: str) -> str:
    """Confirm a change of a role; somebody who has not written to the bot needs its address."""
    reached = f"They have not written to me yet: send them https://t.me/{username}"
    return f"{named(who)} is now {A[person.role]}. {reached if person.seen is None else 'I have told them.'}"


# Invitations
INVITE_A = {"coordinator": "Invite a coordinator", "admin": "Invite an admin"}

NO_SUCH_LINK = (
    "This link does not work. An invitation is for one person and works once, for 7 days. Ask the person who sent it "
    "for a new one."
)

NOBODY_INVITED = "No invitation is open."
INVITE_HINT = "An invitation is a link that gives a role to one person. It works once, for 7 days."
COPY_LINK = "Copy the link"


def already(role: Role) -> str:
    """Say that an invitation does not give more than the person's present role."""
    return f"You are already {A[role]}. The invitation still works: forward it to the person it is for."


def joined(name: Member, role: Role, invitation: int) -> str:
    """Tell an admin that their invitation was used."""
    return f"{named(name)} accepted your invitation {invitation} and is now {A[role]}."


def link(username: str, code: str) -> str:
    """Write the link of an invitation."""
    return f"https://t.me/{username}?start={code}"


def works_once(role: Role, until: datetime, now: datetime) -> str:
    """Say what a link does, and how long it works."""
    return f"Whoever opens the link first becomes {A[role]}. It works once, until {moment(until, now)}."


def invited(role: Role, until: datetime, now: datetime) -> str:
    """Tell the admin what to do with the link of a new invitation."""
    return f"Forward the message above to one person. {works_once(role, until, now)} I do not show it again."


WHAT_THEY_DO: dict[Reviewer, str] = {
    "coordinator": "Coordinators read and review the practices that practitioners submit in this Telegram bot.",
    "admin": "Admins review and export the practices that practitioners submit in this Telegram bot, and give roles.",
}


def letter(inviting: str, role: Reviewer, link: str, until: datetime, now: datetime) -> tuple[str, ...]:
    """Write to the person who is invited; ``inviting`` is the operator."""
    return (
        f"{inviting} invites you to be {A[role]} of the RAN Collection. {WHAT_THEY_DO[role]}",
        "To accept, open this link and press Start:",
        link,
        f"The link is for you alone. It works once, within 7 days: until {moment(until, now)}.",
    )


def invitation(one: Invitation, now: datetime) -> str:
    """Describe an open invitation."""
    return f"Invitation {one.number}: {one.role}, made by {named(one.by)}, good until {moment(one.until, now)}"


def withdraw(number: int) -> str:
    """Write the label of the button that withdraws an invitation."""
    return f"Withdraw invitation {number}"


def withdrawn(number: int) -> str:
    """Confirm that an invitation was withdrawn."""
    return f"Invitation {number} is withdrawn. Its link no longer works."


# Exports
SEND_FILE = "Send the file"

FORMATS: dict[Format, str] = {
    "xlsx": "Excel",
    "csv": "CSV",
    "docx": "Word",
    "json": "JSON",
    "package": "Package of all",
    "pdf": "PDF",
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
    "anonymous": "Anonymous: no names, contacts, organisations, files or review. Read the texts before you share it.",
}
FILTERS = {"theme": "Theme", "country": "Country"}
NOTHING_FITS = "No submission fits. Choose another status or another time, or remove a filter."
NO_STATUS = "Choose at least one status."
EXPORT_HINT = (
    "Choose the format, for whom the file is, and which submissions. You can also type a first day such as 1 November "
    "2026, a theme, a country, or references such as RAN-2026-0001."
)
NOT_A_CHOICE = (
    "I cannot read that. Enter a day, a theme, a country or a reference such as RAN-2026-0001, or press a button."
)


def submissions(count: int) -> str:
    """Write the number of submissions of a file."""
    return counted(count, "submission")


def wanted(file: ExportFile) -> str:
    """Describe an export: its format, whom it is for, statuses, filters and first day."""
    which = ", ".join(STATUSES[status].lower() for status in file.statuses)
    face = "" if file.face == "internal" else f", {FACES[file.face].lower()}"
    since = None if file.since is None else f"since {say((file.since, file.since))}"
    chosen = filter(None, (which or "nothing", file.theme, file.country, *file.references, since))
    return f"{FORMATS[file.format]}{face}: {', '.join(chosen)}"


# The audit log
NEWER, OLDER = "Newer", "Older"
AUDIT_EMPTY = "The log is empty."


def audit_title(total: int) -> str:
    """Write the title of the audit log."""
    return f"Audit log: {counted(total, 'line')}"


def entry(line: Entry, now: datetime) -> str:
    """Write a line of the audit log."""
    return f"{capital(moment(line.at, now))}: {done(line)}"


def done(line: Entry) -> str:
    """Say who did what, without the time."""
    who = THE_BOT if isinstance(line.audit_entry, DraftDeleted) else named(line.who)
    return f"{who} {_did(line.audit_entry, line.whom)}"


def _did(audit_entry: AuditEntry, whom: Member | None) -> str:  # noqa: C901, PLR0911 - one for each audit entry
    match audit_entry:
        case RoleGiven(role="practitioner", was=was):
            return f"took the role of {was} from {named(whom)}"
        case RoleGiven(role=role, was=was):
            return f"made {named(whom)} {A[role]} ({was} before)"
        case InviteMade(invitation=number, role=role, submission=submission):
            return f"made invitation {number} for {A[role] if role else f'the author of practice {submission}'}"
        case InviteWithdrawn(invitation=number):
            return f"withdrew invitation {number}"
        case InviteUsed(invitation=number, role=role, was=was):
            return f"opened invitation {number} and became {A[role]} ({was} before)"
        case InviteRefused(invitation=number, why=why):
            return f"opened invitation {number}, which was {why}"
        case PracticeReceived(invitation=number, submission=submission):
            return f"opened invitation {number} and became the author of practice {submission}"
        case Exported(file=file, count=count):
            return f"exported {counted(count, 'submission')} ({wanted(file)})"
        case DraftDeleted(submission=number, days=days):
            return f"deleted draft {number}, which nobody had touched for {counted(days, 'day')}"
        case Forgotten():
            return "deleted everything about a person"
        case _:
            assert_never(audit_entry)


# Practices that belong to nobody
AGREE_TO_TAKE = "A practice is waiting for you. Please press I agree first; then it opens."
HAS_NO_PRACTICE = "This link does not work any more: its practice has an author already, or was deleted."

LINK_IS_OVER = {
    "used": "This link was used already, and it works only once: ask the person who sent it.",
    "withdrawn": "This link was replaced by a newer one: ask the person who sent it for that one.",
    "expired": "This link was good for 7 days, and they are over: ask the person who sent it for a new one.",
}
"""Why a link gives no practice, by the state of its invitation."""


def practice_link_works_once(until: datetime, now: datetime) -> str:
    """Say what a link to a practice does, and how long it works."""
    return f"Whoever opens the link first becomes the author. It works once, until {moment(until, now)}."


def letter_with_practice(inviting: str, name: str, link: str, until: datetime, now: datetime) -> tuple[str, ...]:
    """Write to the author of a practice; ``inviting`` is the operator."""
    return (
        f"{inviting} asks you to take over your practice “{name}” in this Telegram bot of the RAN Collection.",
        "To take it over, open this link and press Start:",
        link,
        practice_link_works_once(until, now),
    )


def link_made(name: str, until: datetime, now: datetime) -> str:
    """Tell the coordinator what to do with the link to a practice."""
    return (
        f"Forward the message above to the author of “{name}”. {practice_link_works_once(until, now)} I do not show it "
        "again. Earlier links to this practice no longer work."
    )


def is_yours(name: str, reference: str | None, *, is_draft: bool) -> str:
    """Tell the new author which practice they have got, and what they can do with it."""
    called = f"“{name}” ({reference})" if reference else f"“{name}”"
    what = "I ask for what is missing." if is_draft else "You can read it here and change its answers."
    return f"{called} is now your practice. {what}"


def too_many_to_take(count: int) -> str:
    """Say that the person cannot have one more draft, and what to do."""
    return (
        f"You have {count} open drafts, the most that one person can have. Submit or delete one, then open the link "
        "again: it still works."
    )


def taken(name: Member, practice: str, invitation: int) -> str:
    """Tell the person who made a link that it was used."""
    return f"{named(name)} accepted your invitation {invitation} and is now the author of “{practice}”."
