"""Intake: what is kept with a batch, what is handled with the same commit, and what waits for a turn of its own."""

import errno
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from support.intake import ANN, BEN, CLEO, note, raws, said, taken, talk, waiting, wrote

from conversations.admin.deeds import DraftDeleted
from conversations.conversation import Conversation, Draft, Handled, Step
from conversations.messages import Answered, Input, Letter, Moved, Submitted, Wrote
from conversations.place import Summary
from conversations.review.desk import Desk
from storage import (
    AtOnce,
    Database,
    Heard,
    HistoryRow,
    Inbox,
    Outbox,
    Parcel,
    People,
    RawUpdate,
    StepFunction,
    TakenIn,
    conversation_of,
    history_of,
    say,
    take_in,
)
from storage.tables import DRAFTS


def another_draft(conversation: Conversation, given: Input, now: datetime, desk: Desk | None = None) -> Step:
    """Begin a draft."""
    step = note(conversation, given, now, desk)
    drafts = (*step.conversation.drafts, Draft(number=2, created_at=now, updated_at=now))
    return step.model_copy(update={"conversation": step.conversation.model_copy(update={"drafts": drafts})})


async def test_handled_with_the_batch(db: Database, now: datetime) -> None:
    """A known person's words are kept, answered and done with; what is to be sent is what lies in the outbox."""
    await talk(db, now, wrote(1, "one"))
    told = await taken(db, now, wrote(2, "two"))
    parcel = Parcel(2, ANN, 2, said("two"), None, "", 0, begun=True)
    assert (TakenIn({2}, {2: AtOnce(Summary(), (parcel,))}), []) == (told, await waiting(db))
    conversation = await conversation_of(db, ANN)
    happened = Answered(draft=1, question="name.name", value="two", source="typed", messages=(2,))
    assert ("two", HistoryRow(happened, 2, now), (parcel,)) == (
        conversation.drafts[0].answers["name.name"].value,
        (await history_of(db, ANN))[-1],
        await Outbox(db).next(ANN, now),
    )


async def test_many_at_once(db: Database, now: datetime) -> None:
    """Each of several gets their own answer, a press its own beside it."""
    await talk(db, now, wrote(1, "one"), wrote(2, "two", BEN))
    press = Heard(4, BEN, BEN, Wrote(text="four", message=4), "query")
    told = await taken(db, now, wrote(3, "three"), press)
    parcels = {update: [(each.reply, each.query_id) for each in told.handled[update].parcels] for update in (3, 4)}
    assert {3: [(said("three"), None)], 4: [(None, "query"), (said("four"), None)]} == parcels
    assert [told.handled[4].parcels, told.handled[3].parcels] == [
        await Outbox(db).next(chat_id, now) for chat_id in (BEN, ANN)
    ]


async def test_first_contact(db: Database, now: datetime) -> None:
    """Who was never heard of is known from then on, with all that they said; ids of drafts are given once."""
    await talk(db, now, wrote(1))
    told = await taken(db, now, wrote(2, "two", BEN), wrote(3, "three", CLEO))
    drafts = [(await conversation_of(db, chat_id)).drafts[0].answers["name.name"].value for chat_id in (BEN, CLEO)]
    met = [(each.user_id, each.chat_id, each.role, each.seen_at) for each in await People(db).all()]
    ids = await db.rows(select(DRAFTS.c.id).order_by(DRAFTS.c.id))
    assert ({2, 3}, [], ["two", "three"], 3) == (set(told.handled), await waiting(db), drafts, len({*ids}))
    assert [(each, each, "practitioner", now) for each in (ANN, BEN, CLEO)] == met


async def test_another_draft(db: Database, now: datetime) -> None:
    """A draft that is begun is kept beside the one that was there."""
    await talk(db, now, wrote(1))
    told = await taken(db, now, wrote(2, "two"), step=another_draft)
    drafts = (await conversation_of(db, ANN)).drafts
    assert ([2], [1, 2], "two") == (
        list(told.handled),
        [draft.number for draft in drafts],
        drafts[0].answers["name.name"].value,
    )


async def test_several_of_one_chat_wait(db: Database, now: datetime) -> None:
    """Two messages of one chat are taken one after the other, what cannot be read at once among them."""
    await talk(db, now, wrote(1), wrote(2, chat_id=BEN))
    heard = [wrote(3), wrote(4, chat_id=BEN), wrote(5)]
    file = RawUpdate(6, BEN, {"update_id": 6})
    told = await take_in(db, [*raws(heard), file], heard, note, now)
    assert ({3, 4, 5, 6}, {}, [3, 4, 5, 6]) == (told.new, told.handled, await waiting(db))


async def test_earlier_one_that_waits_is_first(db: Database, now: datetime) -> None:
    """What waits in a chat is not overtaken."""
    await talk(db, now, wrote(1))
    await Inbox(db).accept(raws([wrote(2)]), now)
    assert ({}, [2, 3]) == ((await taken(db, now, wrote(3))).handled, await waiting(db))


async def test_behind_earlier_mail(db: Database, now: datetime) -> None:
    """Where earlier mail waits, the answer is not handed over beside it: it stands behind it in the outbox."""
    await talk(db, now, wrote(1))
    await taken(db, now, wrote(2, "two"))
    told = await taken(db, now, wrote(3, "three"))
    parcels = await Outbox(db).next(ANN, now)
    assert ((), [said("two"), said("three")]) == (told.handled[3].parcels, [each.reply for each in parcels])


async def test_beside_the_answer_to_a_press(db: Database, now: datetime) -> None:
    """The answer to a press that is still on its way is no mail that anything stands behind."""
    await talk(db, now, wrote(1))
    await say(db, None, ANN, (), now, "query")
    told = await taken(db, now, wrote(2, "two"))
    assert [said("two")] == [parcel.reply for parcel in told.handled[2].parcels]


async def test_heard_before_is_heard_once(db: Database, now: datetime) -> None:
    """A batch that Telegram sends again changes nothing."""
    await talk(db, now, wrote(1))
    await taken(db, now, wrote(2))
    assert (TakenIn(set(), {}), 2) == (await taken(db, now, wrote(2)), len(await history_of(db, ANN)))


async def test_bug_waits_alone(db: Database, now: datetime) -> None:
    """A step that breaks leaves its update waiting; the others of the batch are handled."""
    await talk(db, now, wrote(1), wrote(2, chat_id=BEN))
    told = await taken(db, now, wrote(3, "a bug"), wrote(4, chat_id=BEN))
    assert ([4], [3], [3]) == (list(told.handled), list(told.failed), await waiting(db))
    assert isinstance(told.failed[3], RuntimeError)


async def test_what_cannot_be_written_keeps_the_batch(db: Database, now: datetime) -> None:
    """Where one answer cannot be written, nobody's is, and all wait for turns of their own."""
    await talk(db, now, wrote(1), wrote(2, chat_id=BEN))
    told = await taken(db, now, wrote(3, "half a pair: \ud83d"), wrote(4, "four", BEN))
    assert ({}, {}, [3, 4]) == (told.handled, told.failed, await waiting(db))
    assert "hello" == (await conversation_of(db, BEN)).drafts[0].answers["name.name"].value


async def test_trouble_is_not_asked_for_again(db: Database, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the database is the trouble the batch is not kept, and whoever brought it hears so at once."""
    accepted = list[object]()

    def fails(*given: object) -> None:
        accepted.append(given)
        raise OSError(errno.ENOSPC, "disk full")

    monkeypatch.setattr("storage.intake.accept", fails)
    with pytest.raises(OSError, match="disk full"):
        await taken(db, now, wrote(1))
    assert (1, []) == (len(accepted), await waiting(db))


def and_also(**more: object) -> StepFunction:
    """Make a step that does something more."""

    def step(conversation: Conversation, given: Input, now: datetime, desk: Desk | None = None) -> Step:
        return note(conversation, given, now, desk).model_copy(update=more)

    return step


LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
REVIEWED = Handled(number=1, author=BEN, draft=Draft(number=1, created_at=LONG_AGO, updated_at=LONG_AGO), events=())


@pytest.mark.parametrize(
    "step",
    [
        and_also(conversation=Conversation()),
        and_also(events=(Submitted(draft=1),)),
        and_also(events=(Moved(draft=1, move="withdraw", by=ANN),)),
        and_also(handled=(REVIEWED,)),
        and_also(letters=(Letter(to=BEN, reply=said("word")),)),
        and_also(every="day"),
        and_also(deeds=(DraftDeleted(dossier=1, days=365),)),
        and_also(invite="coordinator"),
        and_also(forget=True),
    ],
)
async def test_what_reaches_further_waits(db: Database, now: datetime, step: StepFunction) -> None:
    """A step that changes more than its own conversation and drafts is taken in a turn of its own."""
    await talk(db, now, wrote(1))
    assert ({}, [2]) == ((await taken(db, now, wrote(2), step=step)).handled, await waiting(db))


async def test_nothing_changed(db: Database, now: datetime) -> None:
    """A step that changes nothing and says nothing is done with."""

    def listen(conversation: Conversation, _given: Input, _now: datetime, _desk: Desk | None = None) -> Step:
        return Step(conversation=conversation)

    await talk(db, now, wrote(1))
    told = await taken(db, now, wrote(2), step=listen)
    assert ({2: AtOnce(Summary())}, []) == (told.handled, await waiting(db))


async def test_who_reviews_waits(db: Database, now: datetime) -> None:
    """Coordinators and admins are called by name in a turn of their own."""
    await talk(db, now, wrote(1), wrote(2, chat_id=BEN), wrote(3, chat_id=CLEO))
    await People(db).give(BEN, "coordinator", None, now)
    admin = Heard(4, CLEO, CLEO, Wrote(text="hello", message=4), admins=frozenset({CLEO}))
    assert {} == (await taken(db, now, admin, wrote(5, chat_id=BEN))).handled


async def test_seen_again(db: Database, now: datetime) -> None:
    """That somebody is here again is noted once a day."""
    await talk(db, now, wrote(1))
    await taken(db, now + timedelta(hours=1), wrote(2))
    await taken(db, now + timedelta(days=2), wrote(3))
    assert [now + timedelta(days=2)] == [each.seen_at for each in await People(db).all()]


async def test_who_had_stopped_the_bot_waits(db: Database, now: datetime) -> None:
    """Who writes to a bot that they had blocked gets their mail again in a turn of its own."""
    await talk(db, now, wrote(1))
    await Outbox(db).stop(ANN, now)
    assert {} == (await taken(db, now, wrote(2))).handled
