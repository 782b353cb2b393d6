"""People, their roles and their private chats. Roles change only here, so that there always is an admin."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, Row, func, or_, select, update

from conversations.admin.people import released, role_changed
from conversations.dialogue.audit import RoleGiven
from conversations.dialogue.model import REVIEWERS, Role
from storage.audit import member, note
from storage.conversations import save_submission
from storage.database.database import Database
from storage.database.dialects import counted, or_update
from storage.database.stored_schema import DRAFT
from storage.database.tables import AUDIT, CONVERSATIONS, DRAFTS, PEOPLE
from storage.drafts import append
from storage.outbox import Post, put, spoken_in

_Columns = tuple[int, int | None, str, datetime, int | None, datetime | None, str | None, str | None, int | None]

SEEN_EVERY = timedelta(days=1)
"""How old ``seen_at`` may be before it is written again: so most steps write nothing here."""


@dataclass(frozen=True)
class Person:
    """A person; ``chat_id`` and ``seen_at`` are ``None`` if the role was given before their first message.

    ``name`` is kept of those who have a role; ``menu`` marks the command menu that was set for them alone;
    ``invitation`` is the one that gave the role.
    """

    user_id: int
    chat_id: int | None
    role: Role
    since: datetime
    given_by: int | None
    seen_at: datetime | None
    name: str | None = None
    menu: str | None = None
    invitation: int | None = None


class LastAdmin(Exception):  # noqa: N818 - it says what stands against it
    """No admin would be left."""


@dataclass(frozen=True)
class RoleChange:
    """A role to give; ``by`` is ``None`` if it comes from the command line, ``name`` is set if it is known."""

    user: int
    role: Role
    by: int | None
    invitation: int | None = None
    name: str | None = None


def was_reviewer(connection: Connection, user_id: int, admins: Collection[int]) -> bool:
    """Say whether a person reviews, or has ever got or lost a role."""
    role = connection.scalar(select(PEOPLE.c.role).where(PEOPLE.c.user_id == user_id))
    named = select(AUDIT.c.id).where(or_(AUDIT.c.who == user_id, AUDIT.c.whom == user_id)).limit(1)
    return effective(user_id, role, admins) in REVIEWERS or connection.scalar(named) is not None


class People:
    """All people that the bot knows; ``admin_ids`` are admins by the settings, whatever the table says."""

    def __init__(self, db: Database, admin_ids: frozenset[int] = frozenset()) -> None:
        self._db = db
        self.admin_ids = admin_ids

    async def role_of(self, user_id: int) -> Role:
        """Return the role of a person; an unknown person is a practitioner."""
        query = select(PEOPLE.c.role).where(PEOPLE.c.user_id == user_id)
        role = await self._db.ask(Connection.scalar, query)
        return self._effective(user_id, role)

    async def seen(self, user_id: int, chat_id: int, now: datetime) -> None:
        """Save a person's chat, and that they were seen, unless both are known. Each step does so itself."""
        query = select(PEOPLE.c.chat_id, PEOPLE.c.seen_at).where(PEOPLE.c.user_id == user_id)
        kept = await self._db.rows(query)
        if not kept or not is_known(*kept[0], chat_id, now):
            await self._db.change(meet, user_id, chat_id, now)

    async def give(self, user_id: int, role: Role, given_by: int | None, now: datetime) -> None:
        """Give a person a role and tell them; ``given_by`` is ``None`` if it comes from the command line.

        Raises ``LastAdmin`` if nobody would be left.
        """
        await self._db.change(_give, RoleChange(user_id, role, given_by), self.admin_ids, now)

    async def all(self) -> tuple[Person, ...]:
        """List all people by user id."""
        rows = await self._db.rows(select(PEOPLE).order_by(PEOPLE.c.user_id))
        return tuple(self._person(row) for row in rows)

    async def menu_holders(self) -> tuple[Person, ...]:
        """List the people who have, or should have, a command menu of their own; they are few."""
        has_menu = PEOPLE.c.menu > ""  # finds every menu: SQLite uses no index for "IS NOT NULL"
        holders = select(PEOPLE).where(or_(reviews(self.admin_ids), has_menu))
        return tuple(self._person(row) for row in await self._db.rows(holders))

    async def note_menu(self, user_id: int, menu: str | None) -> None:
        """Save which command menu was set for a person."""
        await self._db.change(_update, user_id, {"menu": menu})

    def _effective(self, user_id: int, role: str | None) -> Role:
        return effective(user_id, role, self.admin_ids)

    def _person(self, row: Row[*_Columns]) -> Person:
        user_id, chat_id, role, since, given_by, seen_at, name, menu, invitation = row
        role_now = self._effective(user_id, role)
        return Person(user_id, chat_id, role_now, since, given_by, seen_at, name, menu, invitation)


def admin_chats(connection: Connection, admins: Collection[int]) -> tuple[int, ...]:
    """List the private chats of admins; an admin who never wrote to the bot has none."""
    query = select(PEOPLE.c.chat_id).where(or_(PEOPLE.c.role == "admin", PEOPLE.c.user_id.in_(admins)))
    found = connection.scalars(query.where(PEOPLE.c.chat_id.is_not(None)).order_by(PEOPLE.c.user_id))
    return tuple(chat_id for chat_id in found if chat_id is not None)


def effective(user_id: int, role: str | None, admins: Collection[int]) -> Role:
    """Return the role of a person: ``admins`` are admins whatever is stored, an unknown person is a practitioner."""
    return "admin" if user_id in admins else cast("Role", role or "practitioner")


def reviews(admins: Collection[int]) -> ColumnElement[bool]:
    """Select the people who review: by the stored role, or because the settings say so."""
    return or_(PEOPLE.c.role.in_(REVIEWERS), PEOPLE.c.user_id.in_(admins))


def is_known(kept_chat_id: int | None, seen_at: datetime | None, chat_id: int, now: datetime) -> bool:
    """Say whether the stored chat and time (``None`` for an unknown person) need no update."""
    return kept_chat_id == chat_id and seen_at is not None and now - seen_at < SEEN_EVERY


def meet(connection: Connection, user_id: int, chat_id: int, now: datetime) -> None:
    """Save a person's chat and when they were seen, in the caller's transaction; their role stays."""
    meet_all(connection, [(user_id, chat_id)], now)


def meet_all(connection: Connection, met: Iterable[tuple[int, int]], now: datetime) -> None:
    """Save several people as ``meet`` does, in the caller's transaction."""
    rows = [
        {"user_id": user_id, "chat_id": chat_id, "role": "practitioner", "since": now, "seen_at": now}
        for user_id, chat_id in met
    ]
    if rows:
        connection.execute(or_update(connection.dialect, PEOPLE, "chat_id", "seen_at"), rows)


def set_name(connection: Connection, user_id: int, name: str) -> None:
    """Save the name of a person who reviews, in the caller's transaction."""
    _update(connection, user_id, {"name": name})


def _update(connection: Connection, user_id: int, values: dict[str, Any]) -> None:
    connection.execute(update(PEOPLE).where(PEOPLE.c.user_id == user_id).values(**values))


def _give(connection: Connection, change: RoleChange, admins: Collection[int], now: datetime) -> None:
    """Give a role from the command line: with its audit entry, and a message if the person has a chat."""
    hold_roles(connection)
    was = effective(change.user, role_kept(connection, change.user), admins)
    give(connection, change, admins, now)
    note(connection, change.by, RoleGiven(whom=change.user, role=change.role, was=was), now)
    chat_id = connection.scalar(select(PEOPLE.c.chat_id).where(PEOPLE.c.user_id == change.user))
    if chat_id is not None and change.role != was:
        put(connection, Post(chat_id, None, (role_changed(change.role, spoken_in(connection, chat_id)),)), now)


def hold_roles(connection: Connection) -> None:
    """Lock all roles until this transaction ends: no other process can change them."""
    connection.scalar(counted(connection.dialect), {"name": "roles", "value": 1})


def role_kept(connection: Connection, user: int) -> Role:
    """Return the stored role; an unknown person is a practitioner."""
    return connection.scalar(select(PEOPLE.c.role).where(PEOPLE.c.user_id == user)) or "practitioner"


def give(
    connection: Connection, change: RoleChange, admins: Collection[int], now: datetime, update_id: int | None = None
) -> None:
    """Give a person a role, in a transaction that holds the roles; raises ``LastAdmin``.

    A person who no longer reviews loses their claims, and their name is deleted.
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
    """Count the admins, including those by the settings."""
    others = select(func.count()).select_from(PEOPLE).where(PEOPLE.c.role == "admin", PEOPLE.c.user_id.not_in(admins))
    return len(admins) + (connection.scalar(others) or 0)


def is_last_admin(connection: Connection, user: int, admins: Collection[int]) -> bool:
    """Say whether a person is the only admin."""
    return user not in admins and role_kept(connection, user) == "admin" and admins_left(connection, admins) == 1


def _release(connection: Connection, change: RoleChange, now: datetime, update_id: int | None) -> None:
    """Release the claims of a person one at a time: several may be of one author, and each raises that version."""
    numbers = connection.scalars(select(DRAFTS.c.id).where(DRAFTS.c.claimed_by == change.user)).all()
    name = None if change.by is None else connection.scalar(select(PEOPLE.c.name).where(PEOPLE.c.user_id == change.by))
    by = member(change.by, name)
    for number in numbers:
        chat_id, body, version = connection.execute(_CLAIMED.where(DRAFTS.c.id == number)).one()
        outcome = released(DRAFT.read(body), by, now)
        if outcome is not None:
            draft, event = outcome
            save_submission(connection, chat_id, version, draft)
            append(connection, chat_id, update_id, (event,), now)


_CLAIMED = select(DRAFTS.c.chat_id, DRAFTS.c.body, CONVERSATIONS.c.version).join_from(
    DRAFTS, CONVERSATIONS, CONVERSATIONS.c.chat_id == DRAFTS.c.chat_id
)
