"""Drafts of all chats, for those who read and export them."""

from collections.abc import AsyncIterator, Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from sqlalchemy import Select, func, select

from conversations.conversation import Draft
from conversations.status import Status
from storage.database import Database
from storage.shapes import DRAFT
from storage.tables import DRAFTS

APPROVED: tuple[Status, ...] = ("approved",)
_AT_A_TIME = 100


@dataclass(frozen=True)
class StoredDraft:
    """A draft and the chat that it belongs to."""

    chat_id: int
    draft: Draft


async def submissions(
    db: Database,
    statuses: Collection[Status] = APPROVED,
    references: Collection[str] = (),
    since: date | None = None,
) -> AsyncIterator[StoredDraft]:
    """Go through drafts by reference, those without one last; a hundred are in memory at a time.

    They are those that fit when the walk begins, each as it is when its turn comes. ``references`` narrows to these
    where any are given; ``since`` to what was submitted (or, where it never was, touched) on that day (UTC) or later.
    """
    ids = [draft_id for (draft_id,) in await db.rows(fitting(statuses, references, since))]
    for start in range(0, len(ids), _AT_A_TIME):
        for draft in await _drafts(db, ids[start : start + _AT_A_TIME]):
            if draft.draft.status in statuses:
                yield draft


async def how_many(
    db: Database, statuses: Collection[Status], references: Collection[str] = (), since: date | None = None
) -> int:
    """Count the drafts that fit at this moment."""
    return (await db.rows(counting(statuses, references, since)))[0][0]


def counting(statuses: Collection[Status], references: Collection[str] = (), since: date | None = None) -> Select[int]:
    """Ask how many drafts fit."""
    found = fitting(statuses, references, since).order_by(None).subquery()
    return select(func.count()).select_from(found)


async def _drafts(db: Database, ids: Sequence[int]) -> list[StoredDraft]:
    rows = await db.rows(select(DRAFTS.c.id, DRAFTS.c.chat_id, DRAFTS.c.body).where(DRAFTS.c.id.in_(ids)))
    found = {draft_id: StoredDraft(chat_id, DRAFT.read(body)) for draft_id, chat_id, body in rows}
    return [found[draft_id] for draft_id in ids if draft_id in found]


def fitting(statuses: Collection[Status], references: Collection[str], since: date | None) -> Select[int]:
    """Ask for the ids of the drafts that fit, by reference."""
    query = select(DRAFTS.c.id).where(DRAFTS.c.status.in_(statuses))
    if references:
        query = query.where(DRAFTS.c.reference.in_(references))
    if since is not None:
        midnight = datetime.combine(since, time.min, UTC)
        query = query.where(func.coalesce(DRAFTS.c.submitted_at, DRAFTS.c.updated_at) >= midnight)
    return query.order_by(DRAFTS.c.reference.nulls_last(), DRAFTS.c.id)
