"""All that admins read in the audit log."""

from datetime import datetime
from typing import assert_never

from conversations.admin.export_texts import wanted
from conversations.admin.texts import ROLES, THE_BOT, named
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
from conversations.dialogue.model import Reviewer, Role
from conversations.dialogue.repositories import Entry
from conversations.dialogue.review_record import Member
from conversations.fields.times import moment
from conversations.filling.review_texts import capital
from conversations.languages import _, ngettext, number

# Buttons
NEWER, OLDER = _("Newer"), _("Older")

# The log
AUDIT_EMPTY = _("The log is empty.")


def audit_title(total: int) -> str:
    """Write the title of the audit log."""
    return ngettext("Audit log: {count} line", "Audit log: {count} lines", total).format(count=number(total))


def entry(line: Entry, now: datetime) -> str:
    """Write a line of the audit log."""
    return f"{capital(moment(line.at, now))}: {done(line)}"


_MADE: dict[Role, str] = {
    "coordinator": _("{who} made {whom} a coordinator ({was} before)"),
    "admin": _("{who} made {whom} an admin ({was} before)"),
}

_INVITED: dict[Reviewer, str] = {
    "coordinator": _("{who} made invitation {number} for a coordinator"),
    "admin": _("{who} made invitation {number} for an admin"),
}

_BECAME: dict[Reviewer, str] = {
    "coordinator": _("{who} opened invitation {number} and became a coordinator ({was} before)"),
    "admin": _("{who} opened invitation {number} and became an admin ({was} before)"),
}

_REFUSED = {
    "used": _("{who} opened invitation {number}, which was used"),
    "withdrawn": _("{who} opened invitation {number}, which was withdrawn"),
    "expired": _("{who} opened invitation {number}, which was expired"),
}


def done(line: Entry) -> str:
    """Say who did what, without the time."""
    who = str(THE_BOT) if isinstance(line.audit_entry, DraftDeleted) else named(line.who)
    return _did(who, line.audit_entry, line.whom)


def _did(who: str, audit_entry: AuditEntry, whom: Member | None) -> str:  # noqa: PLR0911 - one for each audit entry
    match audit_entry:
        case RoleGiven(role="practitioner", was=was):
            return _("{who} took the role of {was} from {whom}").format(who=who, was=ROLES[was], whom=named(whom))
        case RoleGiven(role=role, was=was):
            return _MADE[role].format(who=who, whom=named(whom), was=ROLES[was])
        case InviteMade(invitation=invitation, role=role):
            return _INVITED[role].format(who=who, number=invitation)
        case InviteWithdrawn(invitation=invitation):
            return _("{who} withdrew invitation {number}").format(who=who, number=invitation)
        case InviteUsed(invitation=invitation, role=role, was=was):
            return _BECAME[role].format(who=who, number=invitation, was=ROLES[was])
        case InviteRefused(invitation=invitation, why=why):
            return _REFUSED[why].format(who=who, number=invitation)
        case Exported(file=file, count=count):
            return ngettext(
                "{who} exported {count} submission ({file})", "{who} exported {count} submissions ({file})", count
            ).format(who=who, count=number(count), file=wanted(file))
        case DraftDeleted(submission=submission, days=days):
            return ngettext(
                "{who} deleted draft {number}, which nobody had touched for {count} day",
                "{who} deleted draft {number}, which nobody had touched for {count} days",
                days,
            ).format(who=who, number=submission, count=number(days))
        case Forgotten():
            return _("{who} deleted everything about a person").format(who=who)
        case _:
            assert_never(audit_entry)
