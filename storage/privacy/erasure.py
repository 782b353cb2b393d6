"""Erasure: everything about a person is deleted. What they said in reviews of others stays, without their name."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, delete, false, or_, select, update

from conversations.admin.people import released
from conversations.dialogue.audit import Forgotten, RoleGiven
from conversations.dialogue.conversation import Conversation, Draft, Step
from conversations.dialogue.replies import ErasureNotice
from conversations.dialogue.review_record import SOMEBODY_GONE, Member
from conversations.languages import speaking
from conversations.privacy.erasure import (
    forgotten_from_outside,
    unnamed,
    unnamed_events,
    unnamed_in_undo,
    unopened,
    without_notes,
)
from storage.audit import note
from storage.conversations import Loaded, load, save, save_erased, save_submission, seize
from storage.database.stored_schema import AUDIT_ENTRY, DRAFT, EVENT
from storage.database.tables import AUDIT, CONVERSATIONS, DRAFTS, HISTORY, INBOX, INVITES, METADATA, OUTBOX, PEOPLE
from storage.drafts import append
from storage.outbox import Post, put
from storage.people import effective, hold_roles, role_kept
from storage.privacy import erased_messages
from storage.privacy.erased_messages import UNKNOWN, ErasedPerson, wipe_traces
from storage.review_queries import ReviewQueries

_SUBMISSIONS = select(DRAFTS.c.chat_id, DRAFTS.c.body, CONVERSATIONS.c.version).join_from(
    DRAFTS, CONVERSATIONS, CONVERSATIONS.c.chat_id == DRAFTS.c.chat_id
)

_REVIEW_EVENTS = ("commented", "enquired", "moved", "read")


def remove_from_reviews(connection: Connection, erased: ErasedPerson, now: datetime) -> frozenset[int]:
    """Remove a person's name from all reviews; returns the chats of the authors concerned."""
    authors = set[int]()
    others = DRAFTS.c.chat_id != erased.chat, DRAFTS.c.body.contains(f'"user":{erased.user},')
    for number in connection.scalars(select(DRAFTS.c.id).where(*others)).all():
        author, body, version = connection.execute(_SUBMISSIONS.where(DRAFTS.c.id == number)).one()
        _save(connection, erased, (author, version), unnamed(DRAFT.read(body), erased.user), now)
        authors.add(author)
    authors |= _remove_from_deleted(connection, erased, now)
    for author in authors:
        _unname_history(connection, author, erased.user)
    return frozenset(authors)


def _remove_from_deleted(connection: Connection, erased: ErasedPerson, now: datetime) -> set[int]:
    """Remove the name from deleted drafts that can still be restored; returns the chats of their authors."""
    naming = CONVERSATIONS.c.chat_id != erased.chat, CONVERSATIONS.c.state.contains(f'"user":{erased.user},')
    authors = set[int]()
    for author in connection.scalars(select(CONVERSATIONS.c.chat_id).where(*naming)).all():
        before = load(connection, author)
        after = unnamed_in_undo(before.conversation, erased.user)
        if after is not before.conversation:
            save(connection, author, before, after, now)
            authors.add(author)
    return authors


def _save(connection: Connection, erased: ErasedPerson, at: tuple[int, int], draft: Draft, now: datetime) -> None:
    """Save a draft on top of the version ``at``; the review is open to others if the erased person had claimed it."""
    author, version = at
    claim = draft.review.claim
    outcome = released(draft, SOMEBODY_GONE, now) if claim is not None and claim.by == SOMEBODY_GONE else None
    draft, events = (outcome[0], (outcome[1],)) if outcome else (draft, ())
    save_submission(connection, author, version, draft)
    append(connection, author, erased.update_id, events, now)


def _unname_history(connection: Connection, author: int, user: int) -> None:
    of_reviews = HISTORY.c.chat_id == author, HISTORY.c.what.in_(_REVIEW_EVENTS)
    rows = connection.execute(select(HISTORY.c.id, HISTORY.c.body).where(*of_reviews).order_by(HISTORY.c.id)).all()
    events = [EVENT.read(body) for _, body in rows]
    for (number, _), event, changed in zip(rows, events, unnamed_events(events, user), strict=True):
        if changed != event:
            connection.execute(update(HISTORY).where(HISTORY.c.id == number).values(body=EVENT.write(changed)))


_BY_HAND = (AUDIT, CONVERSATIONS, DRAFTS, INBOX, INVITES, OUTBOX)


def erase(
    connection: Connection, erased: ErasedPerson, before: Loaded, after: Conversation, now: datetime
) -> ErasureNotice:
    """Delete everything about a person except ``after``; returns the files and messages to delete outside the database.

    Raises ``ConcurrentSave`` if another process saved the conversation after ``before`` was read.
    """
    seize(connection, erased.chat, before.version)
    sums = erased_messages.files_of_person(connection, erased, before.conversation)
    authors = remove_from_reviews(connection, erased, now)
    drafts = (*before.conversation.drafts, *before.conversation.deleted.values())
    wipe_traces(connection, erased, drafts, authors)
    gone = _gone(connection, erased, after)
    _drop_notes(connection, erased, gone, now)
    _delete_rows(connection, erased, gone)
    messages = erased_messages.empty_inbox(connection, erased, now)
    _empty_outbox(connection, erased)
    _take_numbers_away(connection, erased.user, now)
    _close_pages(connection, erased, now)
    save_erased(connection, erased.chat, after, gone, now)
    note(connection, UNKNOWN if erased.update_id is not None else None, Forgotten(), now)
    files = {*erased_messages.only_theirs(connection, sums), *erased_messages.files_without_draft(connection)}
    return ErasureNotice(messages=messages, files=tuple(sorted(files)))


def _gone(connection: Connection, erased: ErasedPerson, after: Conversation) -> list[int]:
    """List the ids of the drafts to delete."""
    staying = [draft.number for draft in after.drafts]
    mine = DRAFTS.c.chat_id == erased.chat, DRAFTS.c.number.not_in(staying)
    return list(connection.scalars(select(DRAFTS.c.id).where(*mine)))


def _drop_notes(connection: Connection, erased: ErasedPerson, drafts: Collection[int], now: datetime) -> None:
    """Delete the notes of coordinators about the drafts, which are in their conversations."""
    naming = or_(*(CONVERSATIONS.c.state.contains(f'"submission":{number}') for number in drafts), false())
    chats = select(CONVERSATIONS.c.chat_id).where(CONVERSATIONS.c.chat_id != erased.chat, naming)
    for chat_id in connection.scalars(chats).all():
        before = load(connection, chat_id)
        after = without_notes(before.conversation, drafts)
        if after != before.conversation:
            save(connection, chat_id, before, after, now)


def _delete_rows(connection: Connection, erased: ErasedPerson, drafts: Collection[int]) -> None:
    """Delete the rows of the person, of their chat and of their drafts, in the order of the foreign keys."""
    if role_kept(connection, erased.user) != "practitioner":
        hold_roles(connection)
    owners: dict[str, Collection[int]] = {"user_id": (erased.user,), "chat_id": (erased.chat,), "draft_id": drafts}
    for table in reversed(METADATA.sorted_tables):
        for column, values in owners.items() if table not in _BY_HAND else ():
            if column in table.c and values:
                connection.execute(delete(table).where(table.c[column].in_(values)))


def _empty_outbox(connection: Connection, erased: ErasedPerson) -> None:
    """Empty the messages to the person; the rows stay until the last one is sent, as a sender may use them."""
    emptied = {"reply": None, "query_id": None, "toast": "", "update_id": None, "error": None, "status": "sent"}
    connection.execute(update(OUTBOX).where(OUTBOX.c.chat_id == erased.chat).values(**emptied))


def _take_numbers_away(connection: Connection, user: int, now: datetime) -> None:
    """Remove the person's number from actions of others, and withdraw their open invitations."""
    still = INVITES.c.made_by == user, INVITES.c.used_by.is_(None), INVITES.c.withdrawn_at.is_(None)
    connection.execute(update(INVITES).where(*still).values(withdrawn_at=now))
    for table, column in ((PEOPLE, "given_by"), (INVITES, "made_by"), (INVITES, "used_by"), (AUDIT, "who")):
        _replace(connection, table, column, user)
    for number, body in connection.execute(select(AUDIT.c.id, AUDIT.c.body).where(AUDIT.c.whom == user)).all():
        audit_entry = AUDIT_ENTRY.read(body)
        if isinstance(audit_entry, RoleGiven):
            audit_entry = audit_entry.model_copy(update={"whom": UNKNOWN})
        values = {"whom": UNKNOWN, "body": AUDIT_ENTRY.write(audit_entry)}
        connection.execute(update(AUDIT).where(AUDIT.c.id == number).values(**values))


def _close_pages(connection: Connection, erased: ErasedPerson, now: datetime) -> None:
    """Close the page about the person wherever an admin has it open, and empty the searches that are open."""
    state, others = CONVERSATIONS.c.state, CONVERSATIONS.c.chat_id != erased.chat
    parts = f'"user":{erased.user}', f"|{erased.user}|", '"page":"finding"'
    naming = or_(*(state.contains(part) for part in parts))
    for chat_id in connection.scalars(select(CONVERSATIONS.c.chat_id).where(others, naming)).all():
        before = load(connection, chat_id)
        save(connection, chat_id, before, unopened(before.conversation, erased.user), now)


def _replace(connection: Connection, table: Table[Any], column: str, user: int) -> None:
    connection.execute(update(table).where(table.c[column] == user).values({column: UNKNOWN}))


def erase_and_reply(  # noqa: PLR0913, PLR0917 - the parts of a step
    connection: Connection,
    erased: ErasedPerson,
    before: Loaded,
    step: Step,
    now: datetime,
    query_id: str | None = None,
) -> tuple[int, ...]:
    """Erase a person and send the last messages; returns the chats with new messages, theirs first.

    Their last message is sent when their files and messages are deleted too.
    """
    erasure_notice = erase(connection, erased, before, step.conversation, now)
    last = step.replies[-1].model_copy(update={"erasure_notice": erasure_notice})
    put(connection, Post(erased.chat, erased.update_id, (last,), query_id, step.toast), now)
    for notification in step.notifications:
        put(connection, Post(notification.to, None, (notification.reply,)), now)
    return (erased.chat, *(notification.to for notification in step.notifications))


def erase_from_shell(
    connection: Connection, user: int, admins: frozenset[int], now: datetime, *, withdraw: bool
) -> Step:
    """Erase a person who cannot ask in the chat; ``withdraw`` also deletes their published practices."""
    row = connection.execute(select(PEOPLE.c.chat_id, PEOPLE.c.role).where(PEOPLE.c.user_id == user)).first()
    chat = (row.chat_id if row else None) or user
    before = load(connection, chat)
    role = effective(user, row.role if row else None, admins)
    queries = ReviewQueries(lambda: connection, Member(user=user, name=""), role, admins)
    with speaking(before.conversation.speaks):
        step = forgotten_from_outside(before.conversation, now, queries, withdraw=withdraw)
    erase_and_reply(connection, ErasedPerson(user, chat, admins=admins), before, step, now)
    return step
