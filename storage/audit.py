"""The audit log of roles, invitations, exports and deletions; entries are only added."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime

from sqlalchemy import Connection, Row, Select, func, insert, select

from conversations.dialogue.audit import AuditEntry
from conversations.dialogue.repositories import ENTRIES_ON_A_PAGE, Entry, Trail
from conversations.dialogue.review_record import Member
from storage.database.database import Database
from storage.database.stored_schema import AUDIT_ENTRY
from storage.database.tables import AUDIT, PEOPLE

_Columns = tuple[int, datetime, int | None, int | None, str, str | None, str | None]

_AT_A_TIME = 500


class Audit:
    """The whole log, for the people who run the bot."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def all(self) -> AsyncIterator[Entry]:
        """Go through the entries, the oldest first."""
        last = 0
        while rows := await self._db.rows(_lines().where(AUDIT.c.id > last).order_by(AUDIT.c.id).limit(_AT_A_TIME)):
            for row in rows:
                yield _entry(row)
            last = rows[-1].id


def note(connection: Connection, who: int | None, audit_entry: AuditEntry, now: datetime) -> None:
    """Write an entry, in the caller's transaction; ``who`` is ``None`` if the command line did it."""
    whom = getattr(audit_entry, "whom", None)
    row = {"at": now, "who": who, "what": audit_entry.what, "whom": whom, "body": AUDIT_ENTRY.write(audit_entry)}
    connection.execute(insert(AUDIT), row)


def is_noted(connection: Connection, who: int, audit_entry: AuditEntry) -> bool:
    """Say whether the log has the same entry by the same person."""
    same = AUDIT.c.who == who, AUDIT.c.what == audit_entry.what, AUDIT.c.body == AUDIT_ENTRY.write(audit_entry)
    return connection.scalar(select(AUDIT.c.id).where(*same).limit(1)) is not None


def page_of(connection: Connection, page: int) -> Trail:
    """Read a page, the newest entry first."""
    query = _lines().order_by(AUDIT.c.id.desc()).limit(ENTRIES_ON_A_PAGE).offset(page * ENTRIES_ON_A_PAGE)
    rows: Sequence[Row[*_Columns]] = connection.execute(query).all()
    total = connection.scalar(select(func.count()).select_from(AUDIT))
    return Trail(tuple(map(_entry, rows)), total or 0)


_WHO, _WHOM = PEOPLE.alias(), PEOPLE.alias()


def _lines() -> Select[*_Columns]:
    """Select entries with the names of people who have a role now."""
    columns = AUDIT.c.id, AUDIT.c.at, AUDIT.c.who, AUDIT.c.whom, AUDIT.c.body
    return (
        select(*columns, _WHO.c.name.label("who_name"), _WHOM.c.name.label("whom_name"))
        .select_from(AUDIT)
        .outerjoin(_WHO, _WHO.c.user_id == AUDIT.c.who)
        .outerjoin(_WHOM, _WHOM.c.user_id == AUDIT.c.whom)
    )


def _entry(row: Row[*_Columns]) -> Entry:
    _, at, who, whom, body, who_name, whom_name = row
    return Entry(at=at, who=member(who, who_name), whom=member(whom, whom_name), audit_entry=AUDIT_ENTRY.read(body))


def member(user: int | None, name: str | None) -> Member | None:
    """Describe a person by number and name; no name is stored of a person without a role."""
    return None if user is None else Member(user=user, name=name or "")
