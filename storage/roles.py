"""Roles: given and taken in one place, whoever does it, so that there always is an admin and nobody is forgotten."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from conversations.admin.people import released
from conversations.dialogue.model import Role
from storage.audit import member
from storage.conversations import save_dossier
from storage.database.dialects import counted, or_update
from storage.database.stored_schema import DRAFT
from storage.database.tables import CONVERSATIONS, DRAFTS, PEOPLE
from storage.drafts import append


class LastAdmin(Exception):  # noqa: N818 - it says what stands against it
    """There would be no admin left."""


@dataclass(frozen=True)
class Change:
    """A role for somebody; ``by`` is missing where it came from the shell, ``name`` is given where it is known."""

    user: int
    role: Role
    by: int | None
    invitation: int | None = None
    name: str | None = None


def hold_roles(connection: Connection) -> None:
    """Let no other process change roles before this transaction ends: what is read of them from now on stays true."""
    connection.scalar(counted(connection.dialect), {"name": "roles", "value": 1})


def role_kept(connection: Connection, user: int) -> Role:
    """Read the role that the table has; an unknown person is a practitioner."""
    return connection.scalar(select(PEOPLE.c.role).where(PEOPLE.c.user_id == user)) or "practitioner"


def give(
    connection: Connection, change: Change, admins: Collection[int], now: datetime, update_id: int | None = None
) -> None:
    """Give somebody a role, in a transaction that holds the roles; raises ``LastAdmin``.

    Who reviews no more is on no submission any more, and their name is not kept.
    """
    was = role_kept(connection, change.user)
    row: dict[str, Any] = {
        "user_id": change.user,
        "role": change.role,
        "since": now,
        "given_by": change.by,
        "invitation": change.invitation,
    }
    if change.name is not None or change.role == "practitioner":
        row["name"] = change.name
    connection.execute(or_update(connection.dialect, PEOPLE, *(key for key in row if key != "user_id")), row)
    if was == "admin" and not admins_left(connection, admins):
        raise LastAdmin(f"{change.user} is the last admin, and there has to be one; make somebody else an admin first")
    if change.role == "practitioner" and change.user not in admins:
        _release(connection, change, now, update_id)


def admins_left(connection: Connection, admins: Collection[int]) -> int:
    """Count the admins, ``admins`` by the settings too."""
    others = select(func.count()).select_from(PEOPLE).where(PEOPLE.c.role == "admin", PEOPLE.c.user_id.not_in(admins))
    return len(admins) + (connection.scalar(others) or 0)


def is_last_admin(connection: Connection, user: int, admins: Collection[int]) -> bool:
    """Whether nobody would be an admin without somebody; ``admins`` by the settings stay that."""
    return user not in admins and role_kept(connection, user) == "admin" and admins_left(connection, admins) == 1


def _release(connection: Connection, change: Change, now: datetime, update_id: int | None) -> None:
    """Let go what somebody is on, one at a time: several may be by one author, whose version each raises."""
    numbers = connection.scalars(select(DRAFTS.c.id).where(DRAFTS.c.claimed_by == change.user)).all()
    name = None if change.by is None else connection.scalar(select(PEOPLE.c.name).where(PEOPLE.c.user_id == change.by))
    by = member(change.by, name)
    for number in numbers:
        chat_id, body, version = connection.execute(_CLAIMED.where(DRAFTS.c.id == number)).one()
        outcome = released(DRAFT.read(body), by, now)
        if outcome is not None:
            draft, event = outcome
            save_dossier(connection, chat_id, version, draft)
            append(connection, chat_id, update_id, (event,), now)


_CLAIMED = select(DRAFTS.c.chat_id, DRAFTS.c.body, CONVERSATIONS.c.version).join_from(
    DRAFTS, CONVERSATIONS, CONVERSATIONS.c.chat_id == DRAFTS.c.chat_id
)
