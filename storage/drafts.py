"""Drafts: their rows, the index of the queues, their history, and reading them for exports."""

from collections.abc import AsyncIterator, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any
from uuid import UUID, uuid5

from pydantic import JsonValue
from sqlalchemy import Connection, Select, bindparam, delete, func, insert, or_, select

from conversations.dialogue.conversation import Draft
from conversations.dialogue.events import Event, FileKept
from conversations.dialogue.model import Selection
from conversations.dialogue.replies import WordForm
from conversations.dialogue.reviews import waiting_since
from conversations.fields import OUTSIDE
from storage.database.database import Database
from storage.database.dialects import give_up, or_update, unless_there
from storage.database.stored_schema import DRAFT, EVENT
from storage.database.tables import DRAFT_THEMES, DRAFTS, HISTORY, ORPHANED_FILES

TITLE = "name.name"
"""The question whose answer is the title of a draft."""

COUNTRY, THEMES = "country_of_origin.country", "key_themes.themes"
"""The questions that a queue can be filtered by."""

_ELSEWHERE = "country_of_origin.non_eu_country"


def country_of(draft: Draft) -> str | None:
    """Return the country of the practice, inside or outside the Union."""
    inside, elsewhere = draft.values.get(COUNTRY), draft.values.get(_ELSEWHERE)
    named = elsewhere if inside == OUTSIDE or inside is None else inside
    return str(named) if named else None


def draft_row(chat_id: int, draft: Draft) -> dict[str, Any]:
    """Make the row of a draft."""
    values, waiting = draft.handed_in.values, draft.review.waiting
    return {
        "chat_id": chat_id,
        "number": draft.number,
        "reference": draft.reference,
        "title": str(values.get(TITLE) or ""),
        "body": DRAFT.write(draft),
        "created_at": draft.created_at,
        "updated_at": draft.updated_at,
        "submitted_at": draft.submitted_at,
        "decided_at": draft.decided_at,
        "themes": themes_in_progress(draft, values),
        "questions": len(waiting) or None,
        "asked_at": min((one.waiting.at for one in waiting if one.waiting), default=None),
        "words": draft.searchable,
        **queue_columns(draft, values),
    }


_CHANGING = (
    "status",
    "reference",
    "title",
    "body",
    "updated_at",
    "submitted_at",
    "decided_at",
    "country",
    "themes",
    "claimed_by",
    "waits_since",
    "questions",
    "asked_at",
    "words",
)
"""The columns that a step may change."""


def save_rows(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Insert or update drafts by rows of ``draft_row``, in the caller's transaction."""
    if rows:
        connection.execute(or_update(connection.dialect, DRAFTS, *_CHANGING), rows)


def queue_columns(draft: Draft, values: Mapping[str, JsonValue]) -> dict[str, Any]:
    """Return the columns that queues are filtered and ordered by; ``values`` are the handed-in answers."""
    claim = draft.review.claim
    return {
        "status": draft.status,
        "country": values.get(COUNTRY),
        "claimed_by": claim.by.user if claim else None,
        "waits_since": waiting_since(draft),
    }


def themes_in_progress(draft: Draft, values: Mapping[str, JsonValue]) -> str | None:
    """Write the themes of a draft in progress as ``|one|other|``, so that a query can find each of them.

    A draft in progress has no rows in the queue index, as each answer would write them again.
    """
    themes = _themes(values)
    return f"|{'|'.join(themes)}|" if themes and draft.status == "draft" else None


def changes_queue_index(before: Draft | None, after: Draft) -> bool:
    """Say whether the rows of a draft in the queue index have to be written."""
    return (
        after is not before
        and after.status != "draft"
        and (before is None or _index_rows(before) != _index_rows(after))
    )


def write_queue_index(connection: Connection, drafts: Iterable[tuple[int, Draft]]) -> None:
    """Write the rows of drafts, each with its author's chat, into the queue index, in the caller's transaction.

    A queue of one theme is read from there: no index of SQLite or PostgreSQL finds one theme in a list of them.
    """
    named = [({"author": author, "nth": each.number}, each) for author, each in drafts if each.status != "draft"]
    if named:
        connection.execute(_TAKE_OFF, [name for name, _ in named])
    if rows := [name | row for name, each in named for row in _index_rows(each)]:
        connection.execute(_PUT_ON, rows)


def _index_rows(draft: Draft) -> Sequence[dict[str, Any]]:
    if draft.status == "draft":
        return ()
    values = draft.handed_in.values
    columns = queue_columns(draft, values)
    return [{"theme": theme, **columns} for theme in _themes(values)]


def _themes(values: Mapping[str, JsonValue]) -> Sequence[str]:
    themes = values.get(THEMES)
    return [*dict.fromkeys(map(str, themes))] if isinstance(themes, list) else ()


_NUMBER = (
    select(DRAFTS.c.id)
    .where(DRAFTS.c.chat_id == bindparam("author"), DRAFTS.c.number == bindparam("nth"))
    .scalar_subquery()
)

_TAKE_OFF = delete(DRAFT_THEMES).where(DRAFT_THEMES.c.draft_id == _NUMBER)

_PUT_ON = insert(DRAFT_THEMES).values(
    draft_id=_NUMBER,
    **{name: bindparam(name) for name in ("theme", "status", "country", "claimed_by", "waits_since")},
)


def delete_drafts(  # noqa: PLR0913 - what goes, and what of it stays for a while
    connection: Connection,
    chat_id: int,
    numbers: Collection[int],
    now: datetime,
    *,
    keeping: Collection[int] = (),
    ended: Iterable[Draft] = (),
) -> None:
    """Delete drafts that were never handed in, in the caller's transaction.

    The author can still restore those in ``keeping``: their history and files stay until a later call gives them as
    ``ended``.
    """
    gone = {*numbers} - {*keeping}
    drafts = DRAFTS.c.chat_id == chat_id, DRAFTS.c.number.in_(numbers)
    history = HISTORY.c.chat_id == chat_id, HISTORY.c.draft_number.in_(gone)
    found = connection.execute(select(DRAFTS.c.id, DRAFTS.c.number, DRAFTS.c.body).where(*drafts)).all()
    bodies = [DRAFT.read(row.body) for row in found if row.number in gone]
    sums = {sha256 for draft in (*bodies, *ended) for sha256 in _files_of(draft)}
    kept = connection.scalars(select(HISTORY.c.body).where(*history, HISTORY.c.what == "file_kept"))
    sums |= {event.sha256 for event in map(EVENT.read, kept) if isinstance(event, FileKept)}
    if sums:
        rows = [{"sha256": sha256, "since": now} for sha256 in sorted(sums)]
        connection.execute(unless_there(connection.dialect, ORPHANED_FILES), rows)
    connection.execute(delete(HISTORY).where(*history))
    connection.execute(delete(DRAFTS).where(*drafts))
    give_up(connection, DRAFTS, [row.id for row in found])


def _files_of(draft: Draft) -> Iterable[str]:
    kept = (draft.attachments, *(version.attachments for version in draft.versions))
    return (file.sha256 for files in kept for file in files)


@dataclass(frozen=True)
class HistoryRow:
    """An event, its time, and the update that caused it."""

    event: Event
    update_id: int | None
    at: datetime


async def history_of(db: Database, chat_id: int) -> tuple[HistoryRow, ...]:
    """Load the events of a chat, in order."""
    columns = HISTORY.c.body, HISTORY.c.update_id, HISTORY.c.at
    rows = await db.rows(select(*columns).where(HISTORY.c.chat_id == chat_id).order_by(HISTORY.c.id))
    return tuple(HistoryRow(EVENT.read(body), update_id, at) for body, update_id, at in rows)


def append(connection: Connection, chat_id: int, update_id: int | None, events: Sequence[Event], now: datetime) -> None:
    """Append events to the history, in the caller's transaction."""
    append_rows(connection, [history_row(chat_id, update_id, event, now) for event in events])


def append_rows(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Append rows of ``history_row``, in the caller's transaction."""
    if rows:
        connection.execute(_APPEND, rows)


_APPEND = insert(HISTORY)


def history_row(chat_id: int, update_id: int | None, event: Event, now: datetime) -> dict[str, Any]:
    """Make the row of an event."""
    return {
        "chat_id": chat_id,
        "draft_number": getattr(event, "draft", None),
        "update_id": update_id,
        "at": now,
        "what": event.what,
        "question": getattr(event, "question", None),
        "source": getattr(event, "source", None),
        "body": EVENT.write(event),
    }


_AT_A_TIME = 100

_PRACTICES = UUID("d880ac9c-61ea-4f9b-95e4-97000778f015")
"""The namespace of the identifiers of drafts."""

_APPROVED = Selection()

APPROVED = _APPROVED.statuses
"""The statuses unless others are asked for."""


def identifier(number: int, created_at: datetime) -> str:
    """Return the identifier of a draft, from the number of its row: backups and copies keep it, and it names nobody.

    The time is part of it because rows of two databases may have one number.
    """
    return str(uuid5(_PRACTICES, f"{number} {created_at.astimezone(UTC).isoformat()}"))


@dataclass(frozen=True)
class StoredDraft:
    """A draft with the chat that it belongs to and its identifier."""

    chat_id: int
    draft: Draft
    identifier: str


async def submissions(db: Database, wanted: Selection = _APPROVED) -> AsyncIterator[StoredDraft]:
    """Go through drafts by reference, those without one last, with a hundred in memory at a time.

    The drafts that fit are chosen at the start, and each is read when it comes up. ``since`` counts the day of
    submission, or of the last change if there is none.
    """
    ids = [draft_id for (draft_id,) in await db.rows(fitting(wanted))]
    for start in range(0, len(ids), _AT_A_TIME):
        for draft in await _drafts(db, ids[start : start + _AT_A_TIME]):
            if draft.draft.status in wanted.statuses:
                yield draft


async def how_many(db: Database, wanted: Selection) -> int:
    """Count the drafts that fit."""
    return (await db.rows(counting(wanted)))[0][0]


def counting(wanted: Selection) -> Select[int]:
    """Select the number of drafts that fit."""
    return select(func.count()).select_from(fitting(wanted).order_by(None).subquery())


async def _drafts(db: Database, ids: Sequence[int]) -> list[StoredDraft]:
    rows = await db.rows(select(DRAFTS.c.id, DRAFTS.c.chat_id, DRAFTS.c.body).where(DRAFTS.c.id.in_(ids)))
    found = {draft_id: _stored(draft_id, chat_id, DRAFT.read(body)) for draft_id, chat_id, body in rows}
    return [found[draft_id] for draft_id in ids if draft_id in found]


def _stored(number: int, chat_id: int, draft: Draft) -> StoredDraft:
    return StoredDraft(chat_id, draft, draft.identifier or identifier(number, draft.created_at))


def fitting(wanted: Selection) -> Select[int]:
    """Select the ids of the drafts that fit, by reference."""
    query = select(DRAFTS.c.id).where(DRAFTS.c.status.in_(wanted.statuses))
    if wanted.references:
        query = query.where(DRAFTS.c.reference.in_(wanted.references))
    if wanted.since is not None:
        midnight = datetime.combine(wanted.since, time.min, UTC)
        query = query.where(func.coalesce(DRAFTS.c.submitted_at, DRAFTS.c.updated_at) >= midnight)
    if wanted.theme is not None:
        with_theme = select(DRAFT_THEMES.c.draft_id).where(DRAFT_THEMES.c.theme == wanted.theme)
        in_progress = DRAFTS.c.themes.contains(f"|{wanted.theme}|", autoescape=True)
        query = query.where(or_(DRAFTS.c.id.in_(with_theme), in_progress))
    if wanted.country is not None:
        query = query.where(DRAFTS.c.country == wanted.country)
    return query.order_by(DRAFTS.c.reference.nulls_last(), DRAFTS.c.id)


async def draft_of(db: Database, chat_id: int, wanted: WordForm) -> Draft | None:
    """Find the draft of a requested form: the chat's own or a submission; ``None`` if it was deleted."""
    query = select(DRAFTS.c.body)
    if wanted.submission is not None:
        query = query.where(DRAFTS.c.id == wanted.submission)
    else:
        query = query.where(DRAFTS.c.chat_id == chat_id, DRAFTS.c.number == wanted.draft)
    rows = await db.rows(query)
    return DRAFT.read(rows[0].body) if rows else None
