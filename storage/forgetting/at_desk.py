"""Somebody of the desk who is forgotten: what they said of practices of others stays, without who it was."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, select, update

from conversations.admin.releasing import released
from conversations.admin.wording import SOMEBODY_GONE
from conversations.conversation import Draft
from conversations.forgetting.leaving import names_in, unnamed, unnamed_event
from storage.chats import save_dossier
from storage.forgetting.leaver import Leaver
from storage.history import append
from storage.shapes import DRAFT, EVENT
from storage.tables import CONVERSATIONS, DRAFTS, HISTORY, PEOPLE

_DOSSIERS = select(DRAFTS.c.chat_id, DRAFTS.c.body, CONVERSATIONS.c.version).join_from(
    DRAFTS, CONVERSATIONS, CONVERSATIONS.c.chat_id == DRAFTS.c.chat_id
)
_OF_THE_DESK = ("commented", "moved", "read")


def leave(connection: Connection, leaver: Leaver, now: datetime) -> frozenset[str]:
    """Take somebody out of all reviews; gives the names that stood there, none for who never reviewed."""
    names = set[str]()
    authors = set[int]()
    others = DRAFTS.c.chat_id != leaver.chat, DRAFTS.c.body.contains(f'"user":{leaver.user},')
    for number in connection.scalars(select(DRAFTS.c.id).where(*others)).all():
        author, body, version = connection.execute(_DOSSIERS.where(DRAFTS.c.id == number)).one()
        draft = DRAFT.read(body)
        found = names_in(draft, leaver.user)
        _save(connection, leaver, (author, version), unnamed(draft, leaver.user, found), now)
        authors.add(author)
        names |= found
    for author in authors:
        _unname_history(connection, author, leaver.user, names)
    kept = connection.scalar(select(PEOPLE.c.name).where(PEOPLE.c.user_id == leaver.user))
    return frozenset(names | {kept} - {None} if kept else names)


def _save(connection: Connection, leaver: Leaver, at: tuple[int, int], draft: Draft, now: datetime) -> None:
    """Save a draft of an author at a version, for whoever takes it next where it was the leaver's to review."""
    author, version = at
    claim = draft.review.claim
    outcome = released(draft, SOMEBODY_GONE, now) if claim is not None and claim.by == SOMEBODY_GONE else None
    draft, events = (outcome[0], (outcome[1],)) if outcome else (draft, ())
    save_dossier(connection, author, version, draft)
    append(connection, author, leaver.update_id, events, now)


def _unname_history(connection: Connection, author: int, user: int, names: Collection[str]) -> None:
    rows = select(HISTORY.c.id, HISTORY.c.body).where(HISTORY.c.chat_id == author, HISTORY.c.what.in_(_OF_THE_DESK))
    for number, body in connection.execute(rows).all():
        event = EVENT.read(body)
        if (changed := unnamed_event(event, user, names)) != event:
            connection.execute(update(HISTORY).where(HISTORY.c.id == number).values(body=EVENT.write(changed)))
