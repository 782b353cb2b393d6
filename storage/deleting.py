"""Drafts taken away, with their history as soon as nobody can bring them back; their files are looked at later."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import Connection, delete, select

from conversations.conversation import Draft
from conversations.messages import FileKept
from storage.dialects import give_up, unless_there
from storage.shapes import DRAFT, EVENT
from storage.tables import DRAFTS, HISTORY, LOOSE_FILES


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

    Of those in ``keeping``, which their author can still bring back, the history and the files stay until they come
    here again as ``ended``.
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
        connection.execute(unless_there(connection.dialect, LOOSE_FILES), rows)
    connection.execute(delete(HISTORY).where(*history))
    connection.execute(delete(DRAFTS).where(*drafts))
    give_up(connection, DRAFTS, [row.id for row in found])


def _files_of(draft: Draft) -> Iterable[str]:
    kept = (draft.attachments, *(version.attachments for version in draft.versions))
    return (file.sha256 for files in kept for file in files)
