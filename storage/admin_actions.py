"""What admins did, carried out and written into the audit log, in the transaction of their turn."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import Connection

from conversations.dialogue.audit import AuditEntry, InviteRefused, InviteUsed, InviteWithdrawn, RoleGiven
from conversations.dialogue.model import Role
from conversations.dialogue.review_record import Member
from storage.audit import is_noted, note
from storage.conversations import SavedMeanwhile
from storage.invitations import maker, use, withdraw
from storage.people import effective
from storage.roles import Change, LastAdmin, give, hold_roles, role_kept


def carry_out(  # noqa: PLR0913, PLR0917 - what a turn knows
    connection: Connection,
    me: Member,
    audit_entries: Iterable[AuditEntry],
    admins: Collection[int],
    update_id: int,
    now: datetime,
) -> None:
    """Carry out what was done; raises ``SavedMeanwhile`` where something has changed since the step looked."""
    for audit_entry in audit_entries:
        match audit_entry:
            case InviteRefused() if is_noted(connection, me.user, audit_entry):
                continue  # an old link that is opened again and again is one line
            case RoleGiven():
                _hold(connection, audit_entry.whom, audit_entry.was, admins)
                _still(effective(me.user, role_kept(connection, me.user), admins) == "admin")
                _give(connection, Change(audit_entry.whom, audit_entry.role, me.user), admins, update_id, now)
            case InviteUsed():
                _hold(connection, me.user, audit_entry.was, admins)
                _still(use(connection, audit_entry.invitation, me.user))
                by = maker(connection, audit_entry.invitation)
                change = Change(me.user, audit_entry.role, by, audit_entry.invitation, me.name)
                _give(connection, change, admins, update_id, now)
            case InviteWithdrawn():
                _still(withdraw(connection, audit_entry.invitation, now))
            case _:
                pass
        note(connection, me.user, audit_entry, now)


def _hold(connection: Connection, user: int, was: Role, admins: Collection[int]) -> None:
    """Keep other processes from changing roles, and make sure that the step saw the one that there is."""
    hold_roles(connection)
    _still(effective(user, role_kept(connection, user), admins) == was)


def _still(holds: bool) -> None:  # noqa: FBT001 - the one thing it is about
    if not holds:
        raise SavedMeanwhile("Roles or invitations were changed by another process again and again.")


def _give(connection: Connection, change: Change, admins: Collection[int], update_id: int, now: datetime) -> None:
    try:
        give(connection, change, admins, now, update_id)
    except LastAdmin:
        _still(False)
