"""Drafts of all chats: the ones asked for, in order."""

from datetime import date, datetime, timedelta

from sqlalchemy import select
from support.turns import turn

from conversations.dialogue.conversation import Answer, Conversation, Draft, Step
from conversations.dialogue.inputs import Input, Wrote
from conversations.dialogue.repositories import Desk
from storage import Database, Heard, StoredDraft, conversation_of, history_of, submissions
from storage.database.tables import DRAFTS


async def keep(db: Database, now: datetime, chat_id: int, *drafts: Draft) -> None:
    """Keep drafts as a turn does."""

    def put(conversation: Conversation, _given: Input, _now: datetime, _desk: Desk | None = None) -> Step:
        return Step(conversation=conversation.model_copy(update={"drafts": drafts}))

    await turn(db, Heard(chat_id, chat_id, chat_id, Wrote(text="", message=1)), put, now)


def draft(now: datetime, number: int = 1, **fields: object) -> Draft:
    """Make a draft."""
    return Draft.model_validate({"number": number, "created_at": now, "updated_at": now, **fields})


def approved(now: datetime, reference: str, number: int = 1) -> Draft:
    """Make an approved draft."""
    return draft(now, number, status="approved", reference=reference, submitted_at=now)


async def found(db: Database, *args: object) -> list[StoredDraft]:
    """Walk to the end."""
    return [each async for each in submissions(db, *args)]  # type: ignore[arg-type] # passed on as they are


async def test_submissions_are_the_approved_by_reference(db: Database, now: datetime) -> None:
    """Unless asked otherwise, the approved ones come, by reference, whole."""
    second, first = approved(now, "RAN-2026-0002"), approved(now, "RAN-2026-0001", 2)
    await keep(db, now, 5, second, first)
    await keep(db, now, 6, draft(now))

    assert await found(db) == [StoredDraft(5, first), StoredDraft(5, second)]


async def test_submissions_without_reference_come_last(db: Database, now: datetime) -> None:
    """Drafts in progress stand after those that have a reference."""
    first, second = draft(now), approved(now, "RAN-2026-0001", 2)
    await keep(db, now, 5, first, second)

    assert await found(db, ("draft", "approved")) == [StoredDraft(5, second), StoredDraft(5, first)]


async def test_submissions_narrow_to_references(db: Database, now: datetime) -> None:
    """Only the references asked for come."""
    await keep(db, now, 5, approved(now, "RAN-2026-0001"), approved(now, "RAN-2026-0002", 2))

    assert [each.draft.number for each in await found(db, ("approved",), ("RAN-2026-0002",))] == [2]


async def test_submissions_narrow_to_a_day(db: Database, now: datetime) -> None:
    """The day counts from midnight UTC, by submission or, where there was none, by the last touch."""
    before = datetime.combine(now, datetime.min.time(), now.tzinfo) - timedelta(microseconds=1)
    await keep(db, now, 5, approved(before, "RAN-2026-0001"), approved(now, "RAN-2026-0002", 2))
    await keep(db, now, 6, draft(before), draft(now, 2))

    walked = await found(db, ("approved", "draft"), (), date(2026, 11, 23))
    assert [(each.chat_id, each.draft.number) for each in walked] == [(5, 2), (6, 2)]


async def test_submissions_are_many(db: Database, now: datetime) -> None:
    """More than are in memory at a time come, each once, in order."""
    drafts = [approved(now, f"RAN-2026-{number:04d}", number) for number in range(1, 251)]
    await keep(db, now, 5, *drafts)

    assert [each.draft for each in await found(db)] == drafts


async def test_submissions_that_change_meanwhile_are_left_out(db: Database, now: datetime) -> None:
    """A draft whose status no longer fits when its turn comes is not shown."""
    await keep(db, now, 5, *(approved(now, f"RAN-2026-{number:04d}", number) for number in range(1, 103)))
    walked = 0
    async for each in submissions(db):
        walked += 1
        if walked == 1:
            kept = (await conversation_of(db, each.chat_id)).drafts
            withdrawn = kept[100].model_copy(update={"status": "withdrawn"})
            await keep_again(db, now, (*kept[:100], withdrawn, *kept[101:]))
    assert walked == 101


async def keep_again(db: Database, now: datetime, drafts: tuple[Draft, ...]) -> None:
    """Keep the drafts of chat 5 in a later turn."""

    def put(conversation: Conversation, _given: Input, _now: datetime, _desk: Desk | None = None) -> Step:
        return Step(conversation=conversation.model_copy(update={"drafts": drafts}))

    await turn(db, Heard(99, 5, 5, Wrote(text="", message=1)), put, now)


async def test_draft_is_listed_under_its_name(db: Database, now: datetime) -> None:
    """The name of the practice stands beside the draft, empty while there is none."""
    name = Answer(value="Back on Track", source="typed", at=now)
    skipped = Answer(value=None, source="chosen", at=now)
    answers: tuple[dict[str, Answer], ...] = ({}, {"name.name": name}, {"name.name": skipped})
    await keep(db, now, 5, *(draft(now, number, answers=each) for number, each in enumerate(answers, 1)))

    assert [row.title for row in await db.rows(select(DRAFTS.c.title).order_by(DRAFTS.c.number))] == [
        "",
        "Back on Track",
        "",
    ]


async def test_unknown_chat_is_new(db: Database) -> None:
    """A chat that was never heard of has a new conversation and no history."""
    assert await conversation_of(db, 5) == Conversation()
    assert await history_of(db, 5) == ()
