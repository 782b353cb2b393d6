"""Submissions as a queue needs them, kept as their authors' turns keep them, and looked at as a coordinator does."""

from datetime import datetime

from sqlalchemy import Connection
from support.turns import turn

from conversations.dialogue.conversation import Answer, Conversation, Draft, Step
from conversations.dialogue.inputs import Input, Wrote
from conversations.dialogue.model import Role
from conversations.dialogue.repositories import ReviewRepository
from conversations.dialogue.review_record import Member
from storage import Database, Heard, StepFunction
from storage.review_queries import ReviewQueries

CORA = Member(user=2001, name="Cora Coordinator")

CARL = Member(user=2002, name="Carl Coordinator")


def submission(now: datetime, number: int, **fields: object) -> Draft:
    """Make a submission of this year."""
    given = {"status": "submitted", "reference": f"RAN-2026-{number:04d}", "submitted_at": now, **fields}
    return Draft.model_validate({"number": 1, "created_at": now, "updated_at": now, **given})


def about(country: str, *themes: str) -> dict[str, Answer]:
    """Answer the questions that a queue is narrowed by."""
    at = datetime.fromisoformat("2026-01-01T00:00:00Z")
    return {
        "country_of_origin.country": Answer(value=country, source="chosen", at=at),
        "key_themes.themes": Answer(value=list(themes), source="chosen", at=at),
    }


async def keep(db: Database, chat_id: int, draft: Draft, now: datetime) -> None:
    """Keep a draft as its author's turn does."""

    def put(conversation: Conversation, _given: Input, _now: datetime, _desk: ReviewRepository) -> Step:
        return Step(conversation=conversation.model_copy(update={"drafts": (draft,)}))

    await hear(db, Heard(chat_id, chat_id, chat_id, Wrote(text="", message=1)), put, now)


async def hear(db: Database, heard: Heard, step: StepFunction, now: datetime, *admins: int) -> tuple[int, ...] | None:
    """Take a turn."""
    return await turn(db, heard, step, now, admins=frozenset(admins))


def seen(connection: Connection, me: Member = CORA, role: Role = "coordinator") -> ReviewQueries:
    """Look at the collection."""
    return ReviewQueries(lambda: connection, me, role, frozenset({9001}))
