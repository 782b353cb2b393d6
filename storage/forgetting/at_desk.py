"""Somebody of the desk who is forgotten: what they said of practices of others stays, without who it was."""

from datetime import datetime

from sqlalchemy import Connection, select, update

from conversations.admin.releasing import released
from conversations.conversation import Draft
from conversations.forgetting.leaving import unnamed, unnamed_events, unnamed_in_undo
from conversations.review.record import SOMEBODY_GONE
from storage.chats import load, save, save_dossier
from storage.forgetting.leaver import Leaver
from storage.history import append
from storage.shapes import DRAFT, EVENT
from storage.tables import CONVERSATIONS, DRAFTS, HISTORY

_DOSSIERS = select(DRAFTS.c.chat_id, DRAFTS.c.body, CONVERSATIONS.c.version).join_from(
    DRAFTS, CONVERSATIONS, CONVERSATIONS.c.chat_id == DRAFTS.c.chat_id
)
_OF_THE_DESK = ("commented", "enquired", "moved", "read")


def leave(connection: Connection, leaver: Leaver, now: datetime) -> frozenset[int]:
    """Take somebody out of all reviews; gives the chats of the authors whose reviews they stood in."""
    authors = set[int]()
    others = DRAFTS.c.chat_id != leaver.chat, DRAFTS.c.body.contains(f'"user":{leaver.user},')
    for number in connection.scalars(select(DRAFTS.c.id).where(*others)).all():
        author, body, version = connection.execute(_DOSSIERS.where(DRAFTS.c.id == number)).one()
        _save(connection, leaver, (author, version), unnamed(DRAFT.read(body), leaver.user), now)
        authors.add(author)
    authors |= _leave_deleted(connection, leaver, now)
    for author in authors:
        _unname_history(connection, author, leaver.user)
    return frozenset(authors)


def _leave_deleted(connection: Connection, leaver: Leaver, now: datetime) -> set[int]:
    """Take somebody out of the drafts that were deleted and can still be brought back; gives their authors' chats."""
    naming = CONVERSATIONS.c.chat_id != leaver.chat, CONVERSATIONS.c.state.contains(f'"user":{leaver.user},')
    authors = set[int]()
    for author in connection.scalars(select(CONVERSATIONS.c.chat_id).where(*naming)).all():
        before = load(connection, author)
        after = unnamed_in_undo(before.conversation, leaver.user)
        if after is not before.conversation:
            save(connection, author, before, after, now)
            authors.add(author)
    return authors


def _save(connection: Connection, leaver: Leaver, at: tuple[int, int], draft: Draft, now: datetime) -> None:
    """Save a draft of an author at a version, for whoever takes it next where it was the leaver's to review."""
    author, version = at
    claim = draft.review.claim
    outcome = released(draft, SOMEBODY_GONE, now) if claim is not None and claim.by == SOMEBODY_GONE else None
    draft, events = (outcome[0], (outcome[1],)) if outcome else (draft, ())
    save_dossier(connection, author, version, draft)
    append(connection, author, leaver.update_id, events, now)


def _unname_history(connection: Connection, author: int, user: int) -> None:
    of_desk = HISTORY.c.chat_id == author, HISTORY.c.what.in_(_OF_THE_DESK)
    rows = connection.execute(select(HISTORY.c.id, HISTORY.c.body).where(*of_desk).order_by(HISTORY.c.id)).all()
    events = [EVENT.read(body) for _, body in rows]
    for (number, _), event, changed in zip(rows, events, unnamed_events(events, user), strict=True):
        if changed != event:
            connection.execute(update(HISTORY).where(HISTORY.c.id == number).values(body=EVENT.write(changed)))
