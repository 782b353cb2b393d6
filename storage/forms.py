"""Word forms by what a reply says of them: whose draft it is, and the document."""

from sqlalchemy import select

from conversations.conversation import Draft
from conversations.messages import WordForm
from storage.database import Database
from storage.shapes import DRAFT
from storage.tables import DRAFTS


async def draft_of(db: Database, chat_id: int, wanted: WordForm) -> Draft | None:
    """Find the draft whose form is wanted in a chat: the chat's own, or a dossier; nothing where it is gone."""
    query = select(DRAFTS.c.body)
    if wanted.dossier is not None:
        query = query.where(DRAFTS.c.id == wanted.dossier)
    else:
        query = query.where(DRAFTS.c.chat_id == chat_id, DRAFTS.c.number == wanted.draft)
    rows = await db.rows(query)
    return DRAFT.read(rows[0].body) if rows else None
