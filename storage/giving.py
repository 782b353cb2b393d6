"""Practices that belong to nobody: finding one, and moving one to the person who got it."""

from sqlalchemy import Connection, select, update

from conversations.dialogue.conversation import Draft, Received
from conversations.dialogue.model import NOBODY
from storage.admin import use
from storage.conversations import ConcurrentSave, seize
from storage.database.stored_schema import DRAFT, EVENT
from storage.database.tables import DRAFTS, HISTORY
from storage.drafts import identifier


def unowned(connection: Connection, name: str) -> tuple[int, Draft] | None:
    """Find a practice of nobody by its reference or identifier; returns the id of its row, too."""
    columns = DRAFTS.c.id, DRAFTS.c.body
    for number, body in connection.execute(select(*columns).where(DRAFTS.c.chat_id == NOBODY)):
        draft = DRAFT.read(body)
        if name in {draft.reference, draft.identifier or identifier(number, draft.created_at)}:
            return number, draft
    return None


def id_of(connection: Connection, number: int) -> int:
    """Return the id of the practice of nobody that has this number."""
    mine = DRAFTS.c.chat_id == NOBODY, DRAFTS.c.number == number
    return connection.execute(select(DRAFTS.c.id).where(*mine)).scalar_one()


def receive(connection: Connection, received: Received, user: int, chat_id: int, version: int) -> Draft:
    """Move the row and the history of a practice from nobody to a person, and mark the invitation as used.

    ``version`` is that of the conversation of nobody when the practice was read. Returns the draft with its new number;
    raises ``ConcurrentSave`` if another process changed the practice, or used the invitation first.
    """
    seize(connection, NOBODY, version)
    if not use(connection, received.invitation, user):
        raise ConcurrentSave("An invitation was used or withdrawn by another process again and again.")
    row = DRAFTS.c.id == received.submission
    number, body = connection.execute(select(DRAFTS.c.number, DRAFTS.c.body).where(row)).one()
    connection.execute(update(DRAFTS).where(row).values(chat_id=chat_id, number=received.draft))
    _move_history(connection, number, received.draft, chat_id)
    return DRAFT.read(body).model_copy(update={"number": received.draft})


def _move_history(connection: Connection, before: int, number: int, chat_id: int) -> None:
    of_draft = HISTORY.c.chat_id == NOBODY, HISTORY.c.draft_number == before
    for row_id, body in connection.execute(select(HISTORY.c.id, HISTORY.c.body).where(*of_draft)).all():
        event = EVENT.read(body).model_copy(update={"draft": number})
        values = {"chat_id": chat_id, "draft_number": number, "body": EVENT.write(event)}
        connection.execute(update(HISTORY).where(HISTORY.c.id == row_id).values(**values))
