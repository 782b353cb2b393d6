"""Drafts: read in order for exports; a deleted one can be restored for a day, and then it is gone."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import Connection, select
from support.turns import Chat, begun, turn

from conversations.dialogue.conversation import Answer, Conversation, Draft, Step
from conversations.dialogue.inputs import Chose, Input, Press, Wrote
from conversations.dialogue.model import Selection, Status
from conversations.dialogue.repositories import ReviewRepository
from conversations.dialogue.review_record import Member, Review, Seen
from conversations.engine.engine import step
from storage import Database, Heard, Reminders, StoredDraft, conversation_of, history_of, submissions
from storage.conversations import load, save
from storage.database.tables import CONVERSATIONS, DRAFTS, HISTORY, ORPHANED_FILES
from storage.privacy.data_export import data_of
from storage.privacy.erasure import erase_from_shell


async def keep(db: Database, now: datetime, chat_id: int, *drafts: Draft) -> None:
    """Keep drafts as a turn does."""

    def put(conversation: Conversation, _given: Input, _now: datetime, _desk: ReviewRepository | None = None) -> Step:
        return Step(conversation=conversation.model_copy(update={"drafts": drafts}))

    await turn(db, Heard(chat_id, chat_id, chat_id, Wrote(text="", message=1)), put, now)


def draft(now: datetime, number: int = 1, **fields: object) -> Draft:
    """Make a draft."""
    return Draft.model_validate({"number": number, "created_at": now, "updated_at": now, **fields})


def approved(now: datetime, reference: str, number: int = 1) -> Draft:
    """Make an approved draft."""
    return draft(now, number, status="approved", reference=reference, submitted_at=now)


async def found(db: Database, *statuses: Status, **wanted: object) -> list[StoredDraft]:
    """Walk to the end."""
    chosen = Selection.model_validate({"statuses": statuses or ("approved",), **wanted})
    return [each async for each in submissions(db, chosen)]


async def placed(db: Database, *statuses: Status) -> list[tuple[int, Draft]]:
    """Walk to the end; give each draft with its chat."""
    return [(each.chat_id, each.draft) for each in await found(db, *statuses)]


async def test_submissions_are_the_approved_by_reference(db: Database, now: datetime) -> None:
    """Unless asked otherwise, the approved ones come, by reference, whole."""
    second, first = approved(now, "RAN-2026-0002"), approved(now, "RAN-2026-0001", 2)
    await keep(db, now, 5, second, first)
    await keep(db, now, 6, draft(now))

    assert await placed(db) == [(5, first), (5, second)]


async def test_submissions_without_reference_come_last(db: Database, now: datetime) -> None:
    """Drafts in progress stand after those that have a reference."""
    first, second = draft(now), approved(now, "RAN-2026-0001", 2)
    await keep(db, now, 5, first, second)

    assert await placed(db, "draft", "approved") == [(5, second), (5, first)]


async def test_submissions_narrow_to_references(db: Database, now: datetime) -> None:
    """Only the references asked for come."""
    await keep(db, now, 5, approved(now, "RAN-2026-0001"), approved(now, "RAN-2026-0002", 2))

    assert [each.draft.number for each in await found(db, references=("RAN-2026-0002",))] == [2]


async def test_submissions_narrow_to_a_day(db: Database, now: datetime) -> None:
    """The day counts from midnight UTC, by submission or, where there was none, by the last touch."""
    before = datetime.combine(now, datetime.min.time(), now.tzinfo) - timedelta(microseconds=1)
    await keep(db, now, 5, approved(before, "RAN-2026-0001"), approved(now, "RAN-2026-0002", 2))
    await keep(db, now, 6, draft(before), draft(now, 2))

    walked = await found(db, "approved", "draft", since=date(2026, 11, 23))
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

    def put(conversation: Conversation, _given: Input, _now: datetime, _desk: ReviewRepository | None = None) -> Step:
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


ANNA, CORA = 5, 8

DAY = timedelta(days=1)

DELETE = Press(draft=1, keyboard_version=0, about="", action="delete", index=1)


async def deleted(db: Database, now: datetime) -> Chat:
    """Begin a practice with a file and delete it."""
    anna = await begun(db, now)
    await anna.sends("ab" * 32, now)
    await anna.says("/drafts", now)
    keyboard_version = (await conversation_of(db, ANNA)).keyboard_version
    await anna.give(Chose(press=DELETE.model_copy(update={"keyboard_version": keyboard_version}), message=1), now)
    await anna.mail(now)
    return anna


async def left(db: Database) -> tuple[int, int, int]:
    """Count the drafts, the lines of history and the files that may be nobody's."""
    tables = DRAFTS.c.id, HISTORY.c.id, ORPHANED_FILES.c.sha256
    drafts, history, loose = [len(await db.rows(select(column))) for column in tables]
    return drafts, history, loose


async def test_deleted_draft_is_out_of_the_tables(db: Database, now: datetime) -> None:
    """No queue and no export finds it; its history and its files stay as long as it can come back."""
    await deleted(db, now)
    drafts, history, loose = await left(db)
    assert (0, True, 0) == (drafts, history > 0, loose)


async def test_deleted_draft_comes_back(db: Database, now: datetime) -> None:
    """It has its answers, its file and its history again."""
    anna = await deleted(db, now)
    before = len(await history_of(db, ANNA))
    await anna.says("/undo", now + DAY / 2)
    (draft,) = (await conversation_of(db, ANNA)).drafts
    assert (1, "Open Door", ["a.pdf"], before) == (
        draft.number,
        draft.values["name.name"],
        [file.name for file in draft.attachments],
        len(await history_of(db, ANNA)),
    )
    assert (1, before, 0) == await left(db)


async def test_deleted_draft_is_gone_after_a_day(db: Database, now: datetime) -> None:
    """Time lets go of it, and says nothing; its history goes too, and its file is looked for."""
    await deleted(db, now)
    reminders = Reminders(db, step)
    assert () == await reminders.due(now + DAY / 2)
    assert (ANNA,) == await reminders.due(now + DAY)
    assert await reminders.remind(ANNA, now + DAY) is None
    assert ((0, 0, 1), ()) == (await left(db), await reminders.due(now + 2 * DAY))
    (state,) = (await db.rows(select(CONVERSATIONS.c.state)))[0]
    assert "Open Door" not in state


async def test_deleted_draft_is_gone_with_the_changes_that_follow(db: Database, now: datetime) -> None:
    """As many changes as can be taken back push it out."""
    anna = await deleted(db, now)
    for words in ("/new", "Second", "/back", "Third", "/back", "Fourth"):
        await anna.says(words, now)
    numbers = {number for (number,) in await db.rows(select(HISTORY.c.draft_number))}
    assert ({2}, 1) == (numbers - {None}, len(await db.rows(select(ORPHANED_FILES.c.sha256))))


@pytest.mark.both
async def test_deleted_draft_is_in_what_is_kept_about_a_person(db: Database, now: datetime) -> None:
    """As long as it can come back, its author is told that it is there."""
    await deleted(db, now)
    kept = await db.ask(data_of, ANNA, ANNA, frozenset[int](), now)
    assert ([], True) == (kept["practices"], "Open Door" in str(kept["conversation"]))


async def test_deleted_draft_is_forgotten_with_its_author(db: Database, now: datetime) -> None:
    """Who has everything deleted has that deleted, too, with its file."""
    await deleted(db, now)
    step_ = await db.change(
        lambda connection: erase_from_shell(connection, ANNA, frozenset(), now, withdraw=True),
    )
    assert ([], (0, 0, 0), True) == (await db.rows(select(CONVERSATIONS.c.state)), await left(db), step_.forget)


@pytest.mark.both
async def test_reader_of_a_deleted_draft_is_forgotten(db: Database, now: datetime) -> None:
    """A coordinator who read it stands in it without name and number, also when it comes back."""
    anna = await begun(db, now)

    def read(connection: Connection) -> None:
        before = load(connection, ANNA)
        (draft,) = before.conversation.drafts
        cora = Seen(by=Member(user=CORA, name="Cora Coordinator"), first=now, last=now, version=0, before=0)
        after = draft.model_copy(update={"review": Review(seen=(cora,))})
        save(connection, ANNA, before, before.conversation.model_copy(update={"drafts": (after,)}), now)

    await db.change(read)
    await anna.says("/drafts", now)
    keyboard_version = (await conversation_of(db, ANNA)).keyboard_version
    await anna.give(Chose(press=DELETE.model_copy(update={"keyboard_version": keyboard_version}), message=1), now)
    await db.change(lambda connection: erase_from_shell(connection, CORA, frozenset(), now, withdraw=True))
    assert "Cora" not in (await conversation_of(db, ANNA)).model_dump_json()
    await anna.says("/undo", now)
    (draft,) = (await conversation_of(db, ANNA)).drafts
    assert [Member(user=0, name="")] == [one.by for one in draft.review.seen]
