"""A turn: exactly once, all or nothing, in step with others."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import Connection, func, insert, select
from support.statements import heard

from conversations import messages
from conversations.conversation import Answer, Conversation, Draft, Step
from conversations.messages import Answered, Input, Line, Registered, Reply, Started, Wrote
from conversations.review.desk import Desk
from storage import (
    Database,
    Heard,
    HistoryRow,
    Inbox,
    NotInInbox,
    Outbox,
    Parcel,
    People,
    RawUpdate,
    SavedMeanwhile,
    conversation_of,
    history_of,
    turn,
)
from storage.shapes import STATE
from storage.tables import CONVERSATIONS, DRAFTS
from storage.turn import ATTEMPTS

ANN = 7_000_000_001


def said(text: str) -> Reply:
    """Make a reply of one line."""
    return Reply(lines=(Line(text=text),))


def words(conversation: Conversation) -> list[str]:
    """List what was written, each under a question of its own, in order."""
    return [str(answer.value) for draft in conversation.drafts for answer in draft.answers.values()]


def note(conversation: Conversation, given: Input, now: datetime, _desk: Desk | None = None) -> Step:
    """Put each text into the first draft, under the next number, and repeat it."""
    assert isinstance(given, Wrote)
    draft = conversation.drafts[0] if conversation.drafts else Draft(number=1, created_at=now, updated_at=now)
    question = f"q.{len(draft.answers)}"
    answers = {**draft.answers, question: Answer(value=given.text, source="typed", at=now)}
    drafts = (draft.model_copy(update={"answers": answers}), *conversation.drafts[1:])
    return Step(
        conversation=conversation.model_copy(update={"drafts": drafts}),
        replies=(said(given.text),),
        events=(Answered(draft=1, question=question, value=given.text, source="typed", messages=(given.message,)),),
    )


def submit(conversation: Conversation, given: Input, now: datetime, _desk: Desk | None = None) -> Step:
    """Submit a draft, and say its reference once it has one."""
    if isinstance(given, Registered):
        draft = conversation.drafts[0].model_copy(
            update={"status": "submitted", "reference": given.reference, "submitted_at": now}
        )
        after = conversation.model_copy(update={"drafts": (draft,)})
        return Step(conversation=after, replies=(said(given.reference),), events=(Started(draft=2),))
    kept = conversation.drafts or (Draft(number=1, created_at=now, updated_at=now),)
    return Step(
        conversation=conversation.model_copy(update={"drafts": kept}),
        replies=(said("Thank you"),),
        events=(messages.Submitted(draft=1),),
        toast="Sent",
    )


def listen(conversation: Conversation, _given: Input, _now: datetime, _desk: Desk | None = None) -> Step:
    """Change nothing and say nothing."""
    return Step(conversation=conversation)


def fail(_conversation: Conversation, _given: Input, _now: datetime, _desk: Desk | None = None) -> Step:
    """Break, as a bug does."""
    raise RuntimeError("a bug")


def wrote(update_id: int, text: str = "hello", chat_id: int = ANN) -> Heard:
    """Hear a text."""
    return Heard(update_id, chat_id, chat_id, Wrote(text=text, message=update_id))


async def accept(db: Database, now: datetime, *heard: Heard) -> None:
    """Put updates into the inbox."""
    await Inbox(db).accept([RawUpdate(each.update_id, each.chat_id, {}) for each in heard], now)


async def hear(db: Database, now: datetime, heard: Heard, step: Any = note) -> tuple[int, ...] | None:  # noqa: ANN401 - a step function
    """Accept an update and take its turn."""
    await accept(db, now, heard)
    return await turn(db, heard, step, now)


async def test_turn_keeps_all_that_follows(db: Database, now: datetime) -> None:
    """The conversation, the history, the outbox and the inbox tell of the turn."""
    assert await hear(db, now, wrote(1, "Back on Track")) == (ANN,)

    assert words(await conversation_of(db, ANN)) == ["Back on Track"]
    happened = Answered(draft=1, question="q.0", value="Back on Track", source="typed", messages=(1,))
    assert await history_of(db, ANN) == (HistoryRow(happened, 1, now),)
    assert await Outbox(db).next(ANN, now) == (Parcel(1, ANN, 1, said("Back on Track"), None, "", 0),)
    assert await Inbox(db).waiting() == ()


async def test_turn_twice_changes_once(db: Database, now: datetime) -> None:
    """The same update heard again does nothing."""
    await hear(db, now, wrote(1))

    assert await hear(db, now, wrote(1)) is None
    assert words(await conversation_of(db, ANN)) == ["hello"]
    assert len(await Outbox(db).next(ANN, now)) == 1


async def test_turn_at_once_changes_once(db: Database, other: Database, now: datetime) -> None:
    """The same update heard by two processes at once is taken by one of them."""
    await accept(db, now, wrote(1))

    taken = await asyncio.gather(*(turn(each, wrote(1), note, now) for each in (db, other, db, other)))
    assert taken.count((ANN,)) == 1
    assert taken.count(None) == 3
    assert words(await conversation_of(db, ANN)) == ["hello"]


async def test_turns_of_one_chat_in_two_processes_all_count(db: Database, other: Database, now: datetime) -> None:
    """Two processes that talk with one chat at once lose nothing and double nothing."""
    heard = [wrote(number, str(number)) for number in range(40)]
    await accept(db, now, *heard)

    await asyncio.gather(*(turn((db, other)[each.update_id % 2], each, note, now) for each in heard))
    assert sorted(words(await conversation_of(other, ANN)), key=int) == [str(number) for number in range(40)]
    assert len(await history_of(db, ANN)) == 40
    assert len(await Outbox(db).next(ANN, now)) == 40


@contextmanager
def overtaken(times: int) -> Iterator[None]:
    """Let another save the conversation just before this one does, so many times."""
    left = [times]

    def overtake(connection: Connection, statement: str, _given: object) -> None:
        if statement.startswith("UPDATE conversations") and left[0]:
            left[0] -= 1
            connection.exec_driver_sql("UPDATE  conversations SET version = version + 1")

    with heard(overtake):
        yield


async def test_turn_overtaken_is_taken_again(db: Database, now: datetime) -> None:
    """Where another saved first, the turn is rolled back and taken again on what the other left."""
    await hear(db, now, wrote(1, "one"))
    with overtaken(ATTEMPTS - 1):
        assert await hear(db, now, wrote(2, "two")) == (ANN,)
    assert words(await conversation_of(db, ANN)) == ["one", "two"]
    assert [row.update_id for row in await history_of(db, ANN)] == [1, 2]


async def test_turn_overtaken_always_gives_way(db: Database, now: datetime) -> None:
    """A turn that is overtaken too often ends in an error, and its update waits."""
    await hear(db, now, wrote(1))
    with overtaken(ATTEMPTS), pytest.raises(SavedMeanwhile):
        await hear(db, now, wrote(2))
    assert await Inbox(db).waiting() == (RawUpdate(2, ANN, {}),)


async def test_first_turn_overtaken_is_taken_again(db: Database, now: datetime) -> None:
    """Where another began the conversation first, the turn goes on from there."""
    left = [True]

    def overtake(connection: Connection, statement: str, _given: object) -> None:
        if statement.startswith("INSERT INTO conversations") and left:
            left.clear()
            row = {"chat_id": ANN, "version": 1, "state": STATE.write(Conversation()), "updated_at": now}
            connection.execute(insert(CONVERSATIONS), row)

    with heard(overtake):
        assert await hear(db, now, wrote(1)) == (ANN,)
    assert words(await conversation_of(db, ANN)) == ["hello"]


async def test_turn_that_raises_changes_nothing(db: Database, now: datetime) -> None:
    """A bug in the core leaves all as it was, and the update waits."""
    await hear(db, now, wrote(1))
    before = await conversation_of(db, ANN)

    with pytest.raises(RuntimeError):
        await hear(db, now, wrote(2), fail)
    assert await conversation_of(db, ANN) == before
    assert len(await history_of(db, ANN)) == 1
    assert await Inbox(db).waiting() == (RawUpdate(2, ANN, {}),)


async def test_turn_cancelled_leaves_the_database_usable(db: Database, now: datetime) -> None:
    """A turn that is cancelled at any point is done or not done, and the next one goes on."""
    for number in range(30):
        await accept(db, now, wrote(number))
        task = asyncio.create_task(turn(db, wrote(number), note, now))
        for _ in range(number):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await turn(db, wrote(number), note, now)
    assert len(words(await conversation_of(db, ANN))) == 30
    assert len(await history_of(db, ANN)) == 30


async def test_turn_unknown_to_the_inbox_is_refused(db: Database, now: datetime) -> None:
    """What was never accepted cannot be told from its repetition."""
    with pytest.raises(NotInInbox, match="The inbox has no update 5"):
        await turn(db, wrote(5), note, now)


async def test_turn_without_change_writes_no_conversation(db: Database, now: datetime) -> None:
    """Where nothing changed, nothing is saved, and the update is handled all the same."""
    assert await hear(db, now, wrote(1), listen) == (ANN,)
    assert await conversation_of(db, ANN) == Conversation()
    assert await Outbox(db).empty() is True
    assert await Inbox(db).waiting() == ()


async def test_turn_that_only_moves_saves_the_place(db: Database, now: datetime) -> None:
    """Where the person only went elsewhere, the drafts stay as they are."""

    def move(conversation: Conversation, _given: Input, _now: datetime, _desk: Desk | None = None) -> Step:
        return Step(conversation=conversation.model_copy(update={"revision": conversation.revision + 1}))

    await hear(db, now, wrote(1, "one"))
    await hear(db, now, wrote(2), move)
    kept = await conversation_of(db, ANN)
    assert (kept.revision, words(kept)) == (1, ["one"])


async def test_turn_saves_only_drafts_that_changed(db: Database, now: datetime) -> None:
    """A draft that is the same object as before is not written."""
    drafts = tuple(Draft(number=number, created_at=now, updated_at=now) for number in (1, 2))

    def begin(conversation: Conversation, _given: Input, _now: datetime, _desk: Desk | None = None) -> Step:
        return Step(conversation=conversation.model_copy(update={"drafts": drafts}))

    await hear(db, now, wrote(1), begin)
    written: list[object] = []

    def write(_connection: Connection, statement: str, given: object) -> None:
        if "INTO drafts" in statement:
            written.append(given)

    with heard(write):
        await hear(db, now, wrote(2))
    assert len(written) == 1
    assert [len(draft.answers) for draft in (await conversation_of(db, ANN)).drafts] == [1, 0]
    async with db.read() as connection:
        assert await connection.scalar(select(func.count()).select_from(DRAFTS)) == 2


async def test_press_is_answered_before_the_replies(db: Database, now: datetime) -> None:
    """A press gets its answer first, with its toast, which may be empty."""
    heard = Heard(1, ANN, ANN, Wrote(text="hello", message=1), query_id="q1")
    await hear(db, now, heard)

    assert await Outbox(db).next(ANN, now) == (
        Parcel(1, ANN, 1, None, "q1", "", 0),
        Parcel(2, ANN, 1, said("hello"), None, "", 0),
    )


async def test_submission_gets_its_reference_in_the_same_turn(db: Database, now: datetime) -> None:
    """The reference is given, kept with the draft and said, all in one turn."""
    await hear(db, now, Heard(1, ANN, ANN, Wrote(text="yes", message=1), query_id="q1"), submit)

    draft = (await conversation_of(db, ANN)).drafts[0]
    assert (draft.status, draft.reference, draft.submitted_at) == ("submitted", "RAN-2026-0001", now)
    parcels = await Outbox(db).next(ANN, now)
    assert [parcel.reply.text if parcel.reply else parcel.toast for parcel in parcels] == [
        "Sent",
        "Thank you",
        "RAN-2026-0001",
    ]
    assert [row.event.what for row in await history_of(db, ANN)] == ["submitted", "started"]


async def test_submission_sent_again_keeps_its_reference(db: Database, now: datetime) -> None:
    """A draft that was submitted before is not counted anew."""
    await hear(db, now, wrote(1), submit)
    await hear(db, now, wrote(2), submit)
    await hear(db, now, wrote(3, chat_id=8), submit)

    assert (await conversation_of(db, ANN)).drafts[0].reference == "RAN-2026-0001"
    assert (await conversation_of(db, 8)).drafts[0].reference == "RAN-2026-0002"


async def test_references_at_once_are_consecutive(db: Database, other: Database, now: datetime) -> None:
    """Many who submit at once, in two processes, get the numbers from 1 without a gap, also where some turns fail."""

    def fail_late(conversation: Conversation, given: Input, now: datetime, _desk: Desk | None = None) -> Step:
        return fail(conversation, given, now) if isinstance(given, Registered) else submit(conversation, given, now)

    heard = [wrote(number, chat_id=number) for number in range(1, 31)]
    await accept(db, now, *heard)
    steps = [fail_late if number % 5 == 0 else submit for number in range(30)]
    await asyncio.gather(
        *(turn((db, other)[each.update_id % 2], each, step, now) for each, step in zip(heard, steps, strict=True)),
        return_exceptions=True,
    )
    given = [(await conversation_of(db, each.chat_id)).drafts for each in heard]
    references = sorted(str(drafts[0].reference) for drafts in given if drafts)
    assert references == [f"RAN-2026-{number:04d}" for number in range(1, 25)]


async def test_references_count_by_year_in_utc(db: Database) -> None:
    """The number starts again with the year."""
    for number, year in enumerate((2026, 2027, 2027), 1):
        await hear(db, datetime(year, 3, 1, tzinfo=UTC), wrote(number, chat_id=number), submit)
    references = [(await conversation_of(db, chat)).drafts[0].reference for chat in (1, 2, 3)]
    assert references == ["RAN-2026-0001", "RAN-2027-0001", "RAN-2027-0002"]


async def test_turn_knows_the_person(db: Database, now: datetime) -> None:
    """Who takes a turn is known from then on, with the private chat."""
    await hear(db, now, Heard(1, ANN, 5, Wrote(text="hello", message=1)), listen)

    (person,) = await People(db).all()
    assert (person.user_id, person.chat_id, person.role, person.seen_at) == (5, ANN, "practitioner", now)


async def test_turn_of_a_stopped_chat_resumes_it(db: Database, now: datetime) -> None:
    """Who writes again is there again: what waited is due."""
    await hear(db, now, wrote(1, "one"))
    await Outbox(db).stop(ANN, now)
    await hear(db, now, wrote(2, "two"))

    assert [parcel.update_id for parcel in await Outbox(db).next(ANN, now)] == [1, 2]
