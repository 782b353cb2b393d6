"""The admins' part: invitations, what admins read, and what they do."""

import re
import secrets
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, Row, Select, select, update

from conversations.dialogue.audit import AuditEntry, InviteMade, InviteRefused, InviteUsed, InviteWithdrawn, RoleGiven
from conversations.dialogue.model import REVIEWERS, Reviewer, Role, Selection
from conversations.dialogue.repositories import Invitation, Person, Trail
from conversations.dialogue.review_record import Member
from conversations.fields.times import day_of
from storage.audit import is_noted, member, note, page_of
from storage.conversations import ConcurrentSave
from storage.database.database import Database
from storage.database.tables import INVITES, PEOPLE
from storage.drafts import counting
from storage.people import LastAdmin, RoleChange, admins_left, effective, give, hold_roles, reviews, role_kept

GOOD_FOR = timedelta(days=7)

PREFIX = "join-"

_CODE = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)
"""The characters that Telegram allows in the argument of a link to a bot (Bot API, deep linking)."""

_RANDOM_BYTES = 24

Codes = Callable[[], str]
"""Makes the code of one invitation."""


@dataclass(frozen=True)
class Made:
    """A new invitation; its code is stored nowhere."""

    code: str
    until: datetime


class Invites:
    """Invitations that the command line makes."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def make(self, gives: Reviewer | int, now: datetime) -> Made:
        """Make an invitation to a role, or to the practice with this id."""
        return await self._db.change(make, gives, None, new_code(), now)


def new_code() -> str:
    """Make a code that nobody can guess."""
    return f"{PREFIX}{secrets.token_urlsafe(_RANDOM_BYTES)}"


def make(connection: Connection, gives: Reviewer | int, by: int | None, code: str, now: datetime) -> Made:
    """Save a new invitation and its audit entry; ``by`` is ``None`` if the command line makes it.

    Of the invitations to one practice only the newest works.
    """
    until = now + GOOD_FOR
    role, draft_id = (None, gives) if isinstance(gives, int) else (gives, None)
    if draft_id is not None:
        earlier = update(INVITES).where(INVITES.c.draft_id == draft_id, *_UNUSED)
        connection.execute(earlier.values(withdrawn_at=now))
    gift = {"role": role or "practitioner", "draft_id": draft_id}
    row = {"code_hash": _hash(code), "made_by": by, "made_at": now, "until": until, **gift}
    number = connection.scalar(INVITES.insert().values(row).returning(INVITES.c.id))
    note(connection, by, InviteMade(invitation=number or 0, role=role, submission=draft_id), now)
    return Made(code, until)


def found(connection: Connection, code: str, admins: Collection[int]) -> Invitation | None:
    """Find the invitation of a code, which may be any text."""
    return _first(connection, INVITES.c.code_hash == _hash(code), admins) if _CODE.fullmatch(code) else None


def _first(connection: Connection, where: ColumnElement[bool], admins: Collection[int]) -> Invitation | None:
    row = connection.execute(_INVITES.where(where)).first()
    return None if row is None else _invitation(row, admins)


def unused(connection: Connection, admins: Collection[int]) -> tuple[Invitation, ...]:
    """List the invitations to a role that are neither used nor withdrawn, by number."""
    to_role = _INVITES.where(*_UNUSED, INVITES.c.draft_id.is_(None))
    rows = connection.execute(to_role.order_by(INVITES.c.id)).all()
    return tuple(one for one in (_invitation(row, admins) for row in rows) if not one.withdrawn)


def use(connection: Connection, number: int, user: int) -> bool:
    """Mark an invitation as used; returns false if it was used or withdrawn before."""
    return _changed(connection, number, used_by=user)


def withdraw(connection: Connection, number: int, now: datetime) -> bool:
    """Withdraw an invitation; returns false if it was used or withdrawn before."""
    return _changed(connection, number, withdrawn_at=now)


def maker(connection: Connection, number: int) -> int | None:
    """Return who made an invitation; ``None`` if it was the command line."""
    return connection.scalar(select(INVITES.c.made_by).where(INVITES.c.id == number))


_UNUSED = INVITES.c.used_by.is_(None), INVITES.c.withdrawn_at.is_(None)

_INVITES: Select[*tuple[Any, ...]] = select(
    INVITES.c.id,
    INVITES.c.role,
    INVITES.c.made_by,
    INVITES.c.until,
    INVITES.c.used_by,
    INVITES.c.withdrawn_at,
    INVITES.c.draft_id,
    PEOPLE.c.role.label("makers_role"),
    PEOPLE.c.name,
).outerjoin_from(INVITES, PEOPLE, PEOPLE.c.user_id == INVITES.c.made_by)


def _changed(connection: Connection, number: int, **values: object) -> bool:
    changed = update(INVITES).where(INVITES.c.id == number, *_UNUSED).values(**values)
    return connection.execute(changed).rowcount == 1


def _invitation(row: Row[Any], admins: Collection[int]) -> Invitation:
    """Read an invitation; it counts as withdrawn if its maker may no longer make it."""
    to_role = row.draft_id is None
    makers = ("admin",) if to_role else REVIEWERS
    maker_may = row.made_by is None or row.made_by in admins or row.makers_role in makers
    return Invitation(
        number=row.id,
        role=cast("Reviewer", row.role) if to_role else None,
        until=row.until,
        by=member(row.made_by, row.name),
        used_by=row.used_by,
        withdrawn=row.withdrawn_at is not None or not maker_may,
        submission=row.draft_id,
    )


def _hash(code: str) -> str:
    return sha256(code.encode()).hexdigest()


class AdminQueries:
    """The questions that an admin's step may ask; ``admins`` are admins by the settings, whatever the table says."""

    def __init__(self, asked: Callable[[], Connection], admins: Collection[int], username: str) -> None:
        self.username = username
        self._asked = asked
        self._admins = admins

    def people(self) -> tuple[Person, ...]:
        """List the people with a role, admins first."""
        rows = self._asked().execute(_PEOPLE.where(reviews(self._admins)))
        found = {row.user_id: self._person(row) for row in rows}
        unseen = (user for user in self._admins if user not in found)
        everyone = [*found.values(), *(_by_settings(user) for user in unseen)]
        return tuple(sorted(everyone, key=lambda person: (person.role != "admin", person.user)))

    def person(self, user: int) -> Person | None:
        """Find a person who has a role or has written to the bot."""
        row = self._asked().execute(_PEOPLE.where(PEOPLE.c.user_id == user)).first()
        if row is None:
            return _by_settings(user) if user in self._admins else None
        return self._person(row)

    def admins(self) -> int:
        """Count the admins."""
        return admins_left(self._asked(), self._admins)

    def invitations(self) -> tuple[Invitation, ...]:
        """List the invitations to a role that are neither used nor withdrawn."""
        return unused(self._asked(), self._admins)

    def invitation(self, code: str) -> Invitation | None:
        """Find the invitation of a link."""
        return found(self._asked(), code, self._admins)

    def numbered(self, number: int) -> Invitation | None:
        """Find an invitation by its number."""
        return _first(self._asked(), INVITES.c.id == number, self._admins)

    def count(self, wanted: Selection) -> int:
        """Count the submissions of an export."""
        return self._asked().scalar(counting(wanted)) or 0

    def audit(self, page: int) -> Trail:
        """Read a page of the audit log."""
        return page_of(self._asked(), page)

    def _person(self, row: Row[Any]) -> Person:
        by_settings = row.user_id in self._admins
        return Person(
            user=row.user_id,
            name=row.name or "",
            role=effective(row.user_id, row.role, self._admins),
            since=None if by_settings else row.since,
            by=None if by_settings else member(row.given_by, row.givers_name),
            invitation=None if by_settings else row.invitation,
            seen=day_of(row.seen_at) if row.seen_at else None,
            by_settings=by_settings,
        )


def _by_settings(user: int) -> Person:
    """Describe an admin by the settings who has not written yet."""
    return Person(user=user, name="", role="admin", by_settings=True)


_GIVER = PEOPLE.alias()

_PEOPLE: Select[Any] = select(PEOPLE, _GIVER.c.name.label("givers_name")).outerjoin_from(
    PEOPLE, _GIVER, _GIVER.c.user_id == PEOPLE.c.given_by
)


def carry_out(  # noqa: PLR0913, PLR0917 - the parts of a step
    connection: Connection,
    me: Member,
    audit_entries: Iterable[AuditEntry],
    admins: Collection[int],
    update_id: int,
    now: datetime,
) -> None:
    """Carry out the actions of an admin and write their audit entries, in the caller's transaction.

    Raises ``ConcurrentSave`` if roles or invitations have changed since the step read them.
    """
    for audit_entry in audit_entries:
        match audit_entry:
            case InviteRefused() if is_noted(connection, me.user, audit_entry):
                continue  # an old link that is opened again and again is one line
            case RoleGiven():
                _hold(connection, audit_entry.whom, audit_entry.was, admins)
                _still(effective(me.user, role_kept(connection, me.user), admins) == "admin")
                _give(connection, RoleChange(audit_entry.whom, audit_entry.role, me.user), admins, update_id, now)
            case InviteUsed():
                _hold(connection, me.user, audit_entry.was, admins)
                _still(use(connection, audit_entry.invitation, me.user))
                by = maker(connection, audit_entry.invitation)
                change = RoleChange(me.user, audit_entry.role, by, audit_entry.invitation, me.name)
                _give(connection, change, admins, update_id, now)
            case InviteWithdrawn():
                _still(withdraw(connection, audit_entry.invitation, now))
            case _:
                pass
        note(connection, me.user, audit_entry, now)


def _hold(connection: Connection, user: int, was: Role, admins: Collection[int]) -> None:
    """Lock the roles, and check that the person still has the role that the step saw."""
    hold_roles(connection)
    _still(effective(user, role_kept(connection, user), admins) == was)


def _still(holds: bool) -> None:  # noqa: FBT001 - the one thing it is about
    if not holds:
        raise ConcurrentSave("Roles or invitations were changed by another process again and again.")


def _give(connection: Connection, change: RoleChange, admins: Collection[int], update_id: int, now: datetime) -> None:
    try:
        give(connection, change, admins, now, update_id)
    except LastAdmin:
        _still(False)
