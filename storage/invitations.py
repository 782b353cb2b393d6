"""Invitations: links that give a role once, within a week. The code is a secret: only its hash is kept."""

import re
import secrets
from collections.abc import (
    Callable,
    Collection,
)
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, cast

from sqlalchemy import Connection, Row, Select, select, update

from conversations.dialogue.audit import InviteMade
from conversations.dialogue.model import Reviewer
from conversations.dialogue.repositories import Invitation
from storage.audit import member, note
from storage.database.database import Database
from storage.database.tables import INVITES, PEOPLE

GOOD_FOR = timedelta(days=7)

PREFIX = "join-"

_CODE = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)
"""What Telegram takes as the argument of a link to a bot (Bot API, deep linking)."""

_RANDOM_BYTES = 24

Codes = Callable[[], str]
"""Makes the code of one invitation."""


@dataclass(frozen=True)
class Made:
    """A new invitation, with its code, which is nowhere else."""

    code: str
    until: datetime


class Invites:
    """Invitations that the shell makes."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def make(self, role: Reviewer, now: datetime) -> Made:
        """Make an invitation."""
        return await self._db.change(make, role, None, new_code(), now)


def new_code() -> str:
    """Make a code that nobody can guess."""
    return f"{PREFIX}{secrets.token_urlsafe(_RANDOM_BYTES)}"


def make(connection: Connection, role: Reviewer, by: int | None, code: str, now: datetime) -> Made:
    """Keep a new invitation, with its line in the audit log; ``by`` is missing where the shell makes it."""
    until = now + GOOD_FOR
    row = {"code_hash": _hash(code), "role": role, "made_by": by, "made_at": now, "until": until}
    number = connection.scalar(INVITES.insert().values(row).returning(INVITES.c.id))
    note(connection, by, InviteMade(invitation=number or 0, role=role), now)
    return Made(code, until)


def found(connection: Connection, code: str, admins: Collection[int]) -> Invitation | None:
    """Find the invitation of a code, which may be any text."""
    if not _CODE.fullmatch(code):
        return None
    row = connection.execute(_INVITES.where(INVITES.c.code_hash == _hash(code))).first()
    return None if row is None else _invitation(row, admins)


def unused(connection: Connection, admins: Collection[int]) -> tuple[Invitation, ...]:
    """List what is neither used nor withdrawn, by number."""
    rows = connection.execute(_INVITES.where(*_UNUSED).order_by(INVITES.c.id)).all()
    return tuple(one for one in (_invitation(row, admins) for row in rows) if not one.withdrawn)


def use(connection: Connection, number: int, user: int) -> bool:
    """Use an invitation up; false where another was first."""
    return _changed(connection, number, used_by=user)


def withdraw(connection: Connection, number: int, now: datetime) -> bool:
    """Take an invitation back; false where it has been used or taken back meanwhile."""
    return _changed(connection, number, withdrawn_at=now)


def maker(connection: Connection, number: int) -> int | None:
    """Tell who made an invitation; nobody where it was the shell."""
    return connection.scalar(select(INVITES.c.made_by).where(INVITES.c.id == number))


_UNUSED = INVITES.c.used_by.is_(None), INVITES.c.withdrawn_at.is_(None)

_INVITES: Select[*tuple[Any, ...]] = select(
    INVITES.c.id,
    INVITES.c.role,
    INVITES.c.made_by,
    INVITES.c.until,
    INVITES.c.used_by,
    INVITES.c.withdrawn_at,
    PEOPLE.c.role.label("makers_role"),
    PEOPLE.c.name,
).outerjoin_from(INVITES, PEOPLE, PEOPLE.c.user_id == INVITES.c.made_by)


def _changed(connection: Connection, number: int, **values: object) -> bool:
    changed = update(INVITES).where(INVITES.c.id == number, *_UNUSED).values(**values)
    return connection.execute(changed).rowcount == 1


def _invitation(row: Row[Any], admins: Collection[int]) -> Invitation:
    """Read an invitation; one whose maker is no admin any more counts as taken back."""
    maker_may = row.made_by is None or row.made_by in admins or row.makers_role == "admin"
    return Invitation(
        number=row.id,
        role=cast("Reviewer", row.role),
        until=row.until,
        by=member(row.made_by, row.name),
        used_by=row.used_by,
        withdrawn=row.withdrawn_at is not None or not maker_may,
    )


def _hash(code: str) -> str:
    return sha256(code.encode()).hexdigest()
