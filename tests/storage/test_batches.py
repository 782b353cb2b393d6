"""Batches: updates are stored and handled together, wait, are tried again, and the one at fault is found."""

import asyncio
import errno
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta

import pytest
from fuzz.form import at
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from support.batches import (
    ANN,
    BEN,
    CLEO,
    context,
    fates,
    leave,
    note,
    said,
    taken,
    texts,
    waiting,
    words_of,
    words_to,
    wrote,
)
from support.offering import offer_language
from support.pseudo import PSEUDO
from support.statements import heard
from support.turns import Handling, accept, failed, raw_of, read_back, say

from conversations.dialogue.conversation import Conversation, Draft, Step
from conversations.dialogue.inputs import Attached, Input, Revised, Wrote
from conversations.dialogue.repositories import ReviewRepository
from conversations.engine.engine import step as engine
from conversations.languages import current
from storage import (
    Apologies,
    Begun,
    ConcurrentSave,
    Database,
    Failures,
    Fetches,
    Heard,
    NoInput,
    Outbox,
    People,
    RawUpdate,
    Sent,
    StepFunction,
    Taken,
    history_of,
)
from storage.batches import ATTEMPTS, MOST
from storage.database.stored_schema import STATE
from storage.database.tables import CONVERSATIONS
from storage.inbox import OF_A_CHAT, OF_NOBODY

LATER = "tried again later"

HALF = "half a pair: \ud83d"
"""Words that no database keeps."""


async def test_batch_is_handled(db: Database, now: datetime) -> None:
    """What comes together is handled together, whoever it is of."""
    assert {1: "handled", 2: "handled"} == fates(await taken(db, now, wrote(1), wrote(2, chat_id=BEN)))


async def test_batch_waits_no_more(db: Database, now: datetime) -> None:
    """What was handled is done with."""
    await taken(db, now, wrote(1), wrote(2, chat_id=BEN))
    assert [] == await waiting(db)


async def test_batch_tells_what_is_new(db: Database, now: datetime) -> None:
    """Of what Telegram sends, the batch says what had not come before."""
    await context(db, now, wrote(1))
    assert {2} == (await taken(db, now, wrote(1), wrote(2))).new


async def test_heard_before_is_heard_once(db: Database, now: datetime) -> None:
    """A batch that Telegram sends again changes nothing."""
    await taken(db, now, wrote(1), wrote(2, chat_id=BEN))
    told = await taken(db, now, wrote(1), wrote(2, chat_id=BEN))
    assert ([], 1) == (told.outcomes, len(await history_of(db, ANN)))


async def test_nothing_came(db: Database, now: datetime) -> None:
    """A batch of nothing does nothing."""
    assert ([], set()) == ((told := await taken(db, now)).outcomes, told.new)


async def test_several_of_one_chat_in_order(db: Database, now: datetime) -> None:
    """Messages of one chat are handled one after the other, each on what the one before has left."""
    await taken(db, now, wrote(1, "one"), wrote(2, "two", BEN), wrote(3, "three"))
    assert [1, 3] == [row.update_id for row in await history_of(db, ANN)]


async def test_several_of_one_chat_are_answered_in_order(db: Database, now: datetime) -> None:
    """Each message of a chat gets its answer, in order."""
    await taken(db, now, wrote(1, "one"), wrote(2, "two"))
    assert ["one", "two"] == await words_to(db, ANN, now)


async def test_what_waits_goes_first(db: Database, now: datetime) -> None:
    """What waits in a chat is handled before what has just come."""
    await accept(db, [raw_of(wrote(9))], now)
    assert [9, 1] == [*fates(await taken(db, now, wrote(1)))]


async def test_what_waits_elsewhere_is_left(db: Database, now: datetime) -> None:
    """A batch handles nothing of chats of which nothing has come."""
    await accept(db, [raw_of(wrote(9, chat_id=BEN))], now)
    await taken(db, now, wrote(1))
    assert [9] == await waiting(db)


async def test_look_handles_what_waits(db: Database, now: datetime) -> None:
    """A look at chats handles what waits there, and nowhere else."""
    await accept(db, [raw_of(wrote(1)), raw_of(wrote(2, chat_id=BEN)), raw_of(wrote(3, chat_id=CLEO))], now)
    assert {1: "handled", 3: "handled"} == fates(await Handling(db, note, now).looked(ANN, CLEO))


async def test_look_at_what_is_of_nobody(db: Database, now: datetime) -> None:
    """A look at no chat handles what belongs to none."""
    await accept(db, [RawUpdate(1, None, {})], now)
    assert {1: "handled"} == fates(await Handling(db, note, now).looked(None))


# What fails


async def test_bug_waits_alone(db: Database, now: datetime) -> None:
    """A step that breaks leaves its update waiting; the others of the batch are handled."""
    told = await taken(db, now, wrote(1, "a bug"), wrote(2, chat_id=BEN))
    assert {1: LATER, 2: "handled"} == fates(told)


async def test_bug_is_told_with_its_pause(db: Database, now: datetime) -> None:
    """What came of it names the error, and how long it waits."""
    (outcome,) = (await taken(db, now, wrote(1, "a bug"), pauses=(2.5,))).outcomes
    assert ("a bug", 2.5) == (str(outcome.error), outcome.pause)


async def test_what_fails_holds_its_chat(db: Database, now: datetime) -> None:
    """What comes behind a failure waits for it, in the same batch and in later ones."""
    await taken(db, now, wrote(1, "a bug"), wrote(2))
    await taken(db, now, wrote(3))
    assert [1, 2, 3] == await waiting(db)


async def test_what_failed_is_not_tried_before_it_is_due(db: Database, now: datetime) -> None:
    """A look that comes too early does nothing."""
    await taken(db, now, wrote(1, "a bug"), pauses=(5,))
    early = Handling(db, note, now + timedelta(seconds=4.9))
    assert {} == fates(await early.looked(ANN))


async def test_what_failed_is_tried_when_it_is_due(db: Database, now: datetime) -> None:
    """When it is due, what failed is handled, and then what is behind it."""
    await taken(db, now, wrote(1, "a bug"), wrote(2), pauses=(5,))
    later = Handling(db, lambda *given: note(given[0], Wrote(text="fixed", message=1), given[2]), now + 5 * SECOND)
    assert {1: "handled", 2: "handled"} == fates(await later.looked(ANN))


SECOND = timedelta(seconds=1)


async def test_what_fails_is_set_aside_after_the_last_attempt(db: Database, now: datetime) -> None:
    """After the last attempt an update is set aside."""
    await taken(db, now, wrote(1, "a bug"), pauses=(1, 2))
    found = [fates(await Handling(db, note, now + n * SECOND, pauses=(1, 2)).looked(ANN))[1] for n in (1, 3)]
    assert [LATER, "set aside"] == found


async def test_what_is_behind_is_handled_when_it_is_set_aside(db: Database, now: datetime) -> None:
    """What is set aside holds up its chat no longer."""
    assert {1: "set aside", 2: "handled"} == fates(await taken(db, now, wrote(1, "a bug"), wrote(2), pauses=()))


async def test_failure_is_noted_with_its_places(db: Database, now: datetime) -> None:
    """An error is kept as the words that were found for it."""
    apologies = Apologies(places=lambda error: f"{type(error).__name__} somewhere")
    await taken(db, now, wrote(1, "a bug"), pauses=(), apologies=apologies)
    assert ["RuntimeError somewhere"] == [each.error for each in await Failures(db).all()]


async def test_failure_changes_nothing(db: Database, now: datetime) -> None:
    """A step that breaks leaves the conversation as the one before it has left it."""
    await taken(db, now, wrote(1, "one"), wrote(2, "a bug"))
    assert "one" == await words_of(db, ANN)


def unreadable(raw: RawUpdate) -> Heard:
    """Fail to read an update."""
    raise ValueError(raw.update_id)


async def test_what_cannot_be_read_fails(db: Database, now: datetime) -> None:
    """An update that cannot be read is tried again as any other; its person cannot be told."""
    told = await taken(db, now, wrote(1), read=unreadable, apologies=APOLOGIES)
    assert ({1: LATER}, []) == (fates(told), await words_to(db, ANN, now))


APOLOGIES = Apologies(
    lambda: said("again"), lambda: said("sorry"), lambda update_id, error: said(f"{update_id} {error}")
)


async def trials(db: Database, now: datetime, count: int) -> None:
    """Let an update fail so many times, of three."""
    await taken(db, now, wrote(1, "a bug"), pauses=(1, 1), apologies=APOLOGIES)
    for number in range(1, count):
        await Handling(db, note, now + number * SECOND, pauses=(1, 1), apologies=APOLOGIES).looked(ANN)


@pytest.mark.parametrize(("count", "words"), [(1, ["again"]), (2, ["again"]), (3, ["again", "sorry"])])
async def test_person_is_told_at_the_first_and_the_last(
    db: Database, now: datetime, count: int, words: list[str]
) -> None:
    """Whose update fails hears of it at the first attempt and at the last."""
    await trials(db, now, count)
    assert words == await words_to(db, ANN, now)


@pytest.mark.both
@pytest.mark.parametrize(("count", "words"), [(2, []), (3, ["1 a bug"])])
async def test_admins_are_told_at_the_last(db: Database, now: datetime, count: int, words: list[str]) -> None:
    """Admins hear of an update that is set aside."""
    await People(db).give(CLEO, "admin", None, now)
    await People(db).seen(CLEO, CLEO, now)
    await trials(db, now, count)
    assert words == await words_to(db, CLEO, now)


@pytest.mark.parametrize("is_readable", [True, False])
async def test_person_is_told_in_their_language(
    db: Database, now: datetime, monkeypatch: pytest.MonkeyPatch, *, is_readable: bool
) -> None:
    """It is the one that they chose; if the conversation cannot be read, that of their app."""
    offer_language(monkeypatch, "mt", PSEUDO)
    apologies = Apologies(lambda: said(current()), lambda: said("last"), lambda _id, _error: said(current()))
    await context(db, now, wrote(1))
    chosen = STATE.write(Conversation(language="mt", app_language="fi"))
    state = chosen if is_readable else "{}"
    await db.change(
        Connection.execute, CONVERSATIONS.update().where(CONVERSATIONS.c.chat_id == ANN).values(state=state)
    )
    given = Wrote(text="a bug", message=2, language="en" if is_readable else "mt-MT")
    await taken(db, now, Heard(2, ANN, ANN, given), apologies=apologies)
    assert ["mt"] == await words_to(db, ANN, now)


async def test_admins_are_told_in_their_language(db: Database, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each admin hears of an update in the language of the desk."""
    offer_language(monkeypatch, "de", PSEUDO)
    apologies = Apologies(to_admins=lambda _id, _error: said(current()))
    await People(db).give(CLEO, "admin", None, now)
    await People(db).seen(CLEO, CLEO, now)
    await context(db, now, wrote(1, chat_id=CLEO))
    german = STATE.write(Conversation(language="de"))
    await db.change(
        Connection.execute, CONVERSATIONS.update().where(CONVERSATIONS.c.chat_id == CLEO).values(state=german)
    )
    await taken(db, now, wrote(2, "a bug"), pauses=(), apologies=apologies)
    assert ["de"] == await words_to(db, CLEO, now)


async def test_press_that_fails_is_answered(db: Database, now: datetime) -> None:
    """A press whose handling failed is answered, and then its person told."""
    press = Heard(1, ANN, ANN, Wrote(text="a bug", message=1), "query")
    await taken(db, now, press, apologies=APOLOGIES)
    assert [("query", None), (None, said("again"))] == [
        (outgoing.query_id, outgoing.reply) for outgoing in await Outbox(db).next(ANN, now)
    ]


async def test_conversation_that_cannot_be_read_fails_alone(db: Database, now: datetime) -> None:
    """Somebody whose conversation is damaged is told so; the others of the batch are handled."""
    await context(db, now, wrote(1), wrote(2, chat_id=BEN))
    await db.change(Connection.execute, CONVERSATIONS.update().where(CONVERSATIONS.c.chat_id == ANN).values(state="{}"))
    told = await taken(db, now, wrote(3), wrote(4, chat_id=BEN), apologies=APOLOGIES)
    assert ({3: LATER, 4: "handled"}, ["again"]) == (fates(told), await words_to(db, ANN, now))


# What cannot be written


@pytest.mark.parametrize("state", range(4))
async def test_what_cannot_be_written_is_found(db: Database, now: datetime, state: int) -> None:
    """Where one person's words cannot be written, the words of all others are; his update waits as failed."""
    batch = [wrote(number, HALF if number == state else "ok", 100 + number) for number in range(4)]
    await taken(db, now, *batch)
    assert [state] == await waiting(db)


async def test_what_cannot_be_written_is_noted(db: Database, now: datetime) -> None:
    """Who wrote what cannot be written is told, as of any failure."""
    told = await taken(db, now, wrote(1, HALF), wrote(2, chat_id=BEN), apologies=APOLOGIES)
    assert (LATER, ["again"]) == (fates(told)[1], await words_to(db, ANN, now))


async def test_what_cannot_be_written_among_ones_own(db: Database, now: datetime) -> None:
    """What the same person wrote before is handled, and what he wrote after waits behind it."""
    told = await Handling(db, note, now).handled([raw_of(wrote(n, HALF if n == 2 else "ok")) for n in (1, 2, 3)])
    assert ({1: "handled", 2: LATER}, [2, 3]) == (fates(told), await waiting(db))


async def test_what_cannot_be_written_is_set_aside(db: Database, now: datetime) -> None:
    """After the last attempt it is set aside, and what is behind it is handled."""
    raws = [raw_of(wrote(n, HALF if n == 2 else "ok")) for n in (1, 2, 3)]
    told = await Handling(db, note, now, pauses=()).handled(raws)
    assert {1: "handled", 2: "set aside", 3: "handled"} == fates(told)


@pytest.mark.both
async def test_reply_to_a_group_that_cannot_be_written(db: Database, now: datetime) -> None:
    """Where a reply to a group cannot be written, nobody is told, and the others of the batch are handled."""

    def read(raw: RawUpdate) -> Heard | NoInput | None:
        return NoInput(-5, (said(HALF),)) if raw.chat_id == -5 else read_back(raw)

    told = await taken(db, now, wrote(1, chat_id=-5), wrote(2), read=read, apologies=APOLOGIES)
    assert ({1: LATER, 2: "handled"}, []) == (fates(told), await words_to(db, -5, now))


async def test_step_that_the_database_refuses(db: Database, now: datetime) -> None:
    """A step whose question the database refuses fails alone, although the transaction is spoilt."""

    def step(conversation: Conversation, given: Input, now: datetime, repository: ReviewRepository) -> Step:
        if repository.me.user == BEN:
            raise DBAPIError("SELECT", None, ValueError("no such question"))
        return note(conversation, given, now, repository)

    told = await taken(db, now, wrote(1), wrote(2, chat_id=BEN), wrote(3, chat_id=CLEO), step=step)
    assert {1: "handled", 2: LATER, 3: "handled"} == fates(told)


async def test_what_cannot_be_written_is_told_of_once(db: Database, now: datetime) -> None:
    """Who handed in the batch in which it was hears nothing: all of it is kept."""
    handling = Handling(db, note, now)
    assert None is await handling.batches.take([raw_of(wrote(1, HALF)), raw_of(wrote(2, chat_id=BEN))])  # type: ignore[func-returns-value] # it does not raise


async def test_mark_beside_what_cannot_be_written(db: Database, now: datetime) -> None:
    """What was sent is noted, whatever else is in its batch."""
    await say(db, None, BEN, [said("one")], now)
    handling = Handling(db, note, now)
    await asyncio.gather(handling.batches.mark(Sent(1, 77, now)), handling.batches.take([raw_of(wrote(1, HALF))]))
    assert False is await Outbox(db).waits(1)


# Transient errors


def broken(*_given: object) -> set[int]:
    """Fail as a full disk does."""
    raise OSError(errno.ENOSPC, "disk full")


@pytest.fixture
def disk_full(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Let the disk be full; counts who finds out."""
    asked = list[object]()

    def fails(*given: object) -> object:
        asked.append(given)
        return broken()

    for name in ("accept", "write_marks"):
        monkeypatch.setattr(f"storage.taking.{name}", fails)
    return asked


@pytest.mark.usefixtures("disk_full")
async def test_trouble_keeps_nothing(db: Database, now: datetime) -> None:
    """If the database fails, the caller of the batch gets the error, and nothing is stored."""
    with pytest.raises(OSError, match="disk full"):
        await taken(db, now, wrote(1), wrote(2, chat_id=BEN))
    assert [] == await waiting(db)


async def test_trouble_is_not_asked_for_again(db: Database, now: datetime, disk_full: list[object]) -> None:
    """If the database fails, the batch is not divided."""
    with pytest.raises(OSError, match="disk full"):
        await taken(db, now, wrote(1), wrote(2, chat_id=BEN))
    assert 1 == len(disk_full)


async def test_trouble_is_told_to_all(db: Database, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every caller gets the error."""
    monkeypatch.setattr("storage.taking.accept", broken)
    batches = Handling(db, note, now).batches
    takes = (batches.take([raw_of(wrote(n))]) for n in (1, 2))
    found = await asyncio.gather(*takes, batches.mark(Begun(1)), return_exceptions=True)
    assert [OSError] * 3 == [type(each) for each in found]


async def test_trouble_while_looking(db: Database, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for a look, so its error goes to the hook."""
    monkeypatch.setattr("storage.taking.accept", broken)
    handling = Handling(db, note, now)
    with pytest.raises(OSError, match="disk full"):
        await handling.looked(ANN)


async def test_mark_that_cannot_be_written(db: Database, now: datetime, disk_full: list[object]) -> None:
    """The caller of a mark gets the error."""
    with pytest.raises(OSError, match="disk full"):
        await Handling(db, note, now).batches.mark(Begun(1))
    assert 1 == len(disk_full)


@pytest.mark.both
async def test_mark_that_is_wrong_is_found(db: Database, now: datetime) -> None:
    """Of marks that come together, one that cannot be written does not keep the others from it."""
    await say(db, None, BEN, [said("one")], now)
    batches = Handling(db, note, now).batches
    marks = (batches.mark(Sent(1, 77, now)), batches.mark(Sent(2, 1 << 70, now)))
    await asyncio.gather(*marks, return_exceptions=True)
    assert False is await Outbox(db).waits(1)


async def test_what_follows_fails(db: Database, now: datetime) -> None:
    """A batch that is committed is not taken again where what follows from it fails."""
    followed = list[Mapping[int, str]]()

    def follow(told: Taken) -> None:
        followed.append(fates(told))
        raise ZeroDivisionError

    handling = Handling(db, note, now)
    handling.batches._follow = follow
    with pytest.raises(ZeroDivisionError):
        await handling.took([raw_of(wrote(1)), raw_of(wrote(2, chat_id=BEN))])
    assert [{1: "handled", 2: "handled"}] == followed


async def test_after_trouble(db: Database, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once the database works again, the same batch is taken."""
    handling = Handling(db, note, now)
    with monkeypatch.context() as full:
        full.setattr("storage.taking.accept", broken)
        with pytest.raises(OSError, match="disk full"):
            await handling.took([raw_of(wrote(1))])
    assert {1: "handled"} == fates(await handling.took([raw_of(wrote(1))]))


# Others


@contextmanager
def overtaken(times: int) -> Iterator[None]:
    """Let another save the conversations just before this one does, so many times."""
    left = [times]

    def overtake(connection: Connection, statement: str, _given: object) -> None:
        if statement.startswith("INSERT INTO conversations") and "DO UPDATE" in statement and left[0]:
            left[0] -= 1
            connection.exec_driver_sql("UPDATE conversations SET version = version + 1")

    with heard(overtake):
        yield


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for nothing between attempts."""
    monkeypatch.setattr("storage.batches.OVERTAKEN_SECONDS", 0.0)


@pytest.mark.both
@pytest.mark.usefixtures("at_once")
async def test_batch_overtaken_is_taken_again(db: Database, now: datetime) -> None:
    """Where another saved first, the batch is taken again on what the other left, and only then counts."""
    await context(db, now, wrote(1, "one"))
    with overtaken(ATTEMPTS - 1):
        await taken(db, now, wrote(2, "two"))
    assert [1, 2] == [row.update_id for row in await history_of(db, ANN)]


@pytest.mark.usefixtures("at_once")
async def test_batch_overtaken_always_fails(db: Database, now: datetime) -> None:
    """A batch that is overtaken again and again is noted as failed: its update waits."""
    await context(db, now, wrote(1))
    with overtaken(1000):
        told = await taken(db, now, wrote(2))
    assert [ConcurrentSave] == [type(each.error) for each in told.outcomes]


# What is sent at once


async def test_mail_is_sent_at_once(db: Database, now: datetime) -> None:
    """The answer to a chat in which nothing waits is handed over as it lies in the outbox, as being sent."""
    await context(db, now, wrote(1))
    mail = (await taken(db, now, wrote(2, "two"))).mail[ANN]
    assert ([("two", True)], mail) == (
        [(p.reply and p.reply.text, p.begun) for p in mail],
        await Outbox(db).next(ANN, now),
    )


async def test_several_messages_at_once(db: Database, now: datetime) -> None:
    """Of several messages of a chat all are handed over, and the first alone is being sent."""
    await context(db, now, wrote(1))
    mail = (await taken(db, now, wrote(2), wrote(3))).mail[ANN]
    assert [True, False] == [outgoing.begun for outgoing in mail]


async def test_mail_of_another_worker(db: Database, now: datetime) -> None:
    """Where another worker may be sending, nothing is sent at once: it stands in the outbox."""
    await context(db, now, wrote(1))
    assert () == (await taken(db, now, wrote(2), alone=False)).mail[ANN]


async def test_mail_that_is_not_begun(db: Database, now: datetime) -> None:
    """Where another worker may be sending, a message is not marked as being sent."""
    await context(db, now, wrote(1))
    await taken(db, now, wrote(2), alone=False)
    assert [False] == [outgoing.begun for outgoing in await Outbox(db).next(ANN, now)]


async def test_behind_earlier_mail(db: Database, now: datetime) -> None:
    """Where earlier mail waits, the answer is not handed over: it stands behind it in the outbox."""
    await context(db, now, wrote(1))
    await taken(db, now, wrote(2, "two"))
    told = await taken(db, now, wrote(3, "three"))
    assert ((), ["two", "three"]) == (told.mail[ANN], await words_to(db, ANN, now))


async def test_beside_the_answer_to_a_press(db: Database, now: datetime) -> None:
    """The answer to a press that is still on its way is no mail that anything stands behind."""
    await context(db, now, wrote(1))
    await say(db, None, ANN, (), now, "query")
    assert ["two"] == texts((await taken(db, now, wrote(2, "two"))).mail[ANN])


def listen(conversation: Conversation, _given: Input, _now: datetime, _desk: ReviewRepository | None = None) -> Step:
    """Change nothing and say nothing."""
    return Step(conversation=conversation)


async def test_silence_is_no_mail(db: Database, now: datetime) -> None:
    """A step that says nothing leaves no mail."""
    await context(db, now, wrote(1))
    assert {} == (await taken(db, now, wrote(2), step=listen)).mail


async def test_messages_are_marked(db: Database, now: datetime) -> None:
    """A message is marked as being sent, and as sent."""
    await say(db, None, ANN, [said("one"), said("two")], now)
    batches = Handling(db, note, now).batches
    await batches.mark(Sent(1, 77, now))
    await batches.mark(Begun(2))
    assert [(2, True)] == [(outgoing.id, outgoing.begun) for outgoing in await Outbox(db).next(ANN, now)]


# Who is not heard, and what has no file yet


def aside(**more: object) -> Callable[[RawUpdate], NoInput]:
    """Read each update as one that no conversation hears."""
    return lambda raw: NoInput(raw.chat_id or 0, **more)  # type: ignore[arg-type] # what is put aside with it


async def test_group_is_answered(db: Database, now: datetime) -> None:
    """What is said to a group is put into the outbox, and the update is handled."""
    told = await taken(db, now, wrote(1, chat_id=-5), read=aside(replies=(said("in private"),)))
    assert ({1: "handled"}, ["in private"], []) == (fates(told), await words_to(db, -5, now), await waiting(db))


async def test_chat_that_blocks_the_bot(db: Database, now: datetime) -> None:
    """A chat that takes messages no more keeps its mail."""
    await context(db, now, wrote(1))
    await say(db, None, ANN, [said("one")], now)
    await taken(db, now, wrote(2), read=aside(stops=True))
    assert [] == await words_to(db, ANN, now)


async def test_chat_that_is_back(db: Database, now: datetime) -> None:
    """A chat that takes messages again has its mail, and the sender is to look for it."""
    await say(db, None, ANN, [said("one")], now)
    await Outbox(db).stop(ANN, now)
    told = await taken(db, now, wrote(1), read=aside(resumes=True))
    assert ({ANN: ()}, ["one"]) == (told.mail, await words_to(db, ANN, now))


async def test_who_writes_is_there(db: Database, now: datetime) -> None:
    """Who blocked the bot and writes again, in one batch, gets the answer."""
    await context(db, now, wrote(1))

    def read(raw: RawUpdate) -> Heard | NoInput | None:
        return NoInput(ANN, stops=True) if raw.update_id == 2 else read_back(raw)

    await taken(db, now, wrote(2), wrote(3, "three"), read=read)
    assert ["three"] == await words_to(db, ANN, now)


async def test_nothing_to_answer(db: Database, now: datetime) -> None:
    """An update to which there is nothing to say is handled."""
    await taken(db, now, wrote(1), read=lambda _raw: None)
    assert [] == await waiting(db)


def file(update_id: int, *, fetched: bool) -> Heard:
    """Hear a file of chat 5."""
    attached = {"what": "document", "caption": "", "message": update_id, "name": "a.odt", "size": 1}
    return Heard(update_id, 5, 5, Attached.model_validate(attached), fetched=fetched)


async def at_files(db: Database, now: datetime) -> None:
    """Bring somebody to a question that takes files."""
    here = at("deliverables.deliverables").conversation
    await taken(db, now, wrote(8999, chat_id=5), step=lambda *_given: Step(conversation=here))


async def test_file_is_waited_for(db: Database, now: datetime) -> None:
    """A file that would be taken waits for its content; what is behind it is handled."""
    await at_files(db, now)
    told = await taken(db, now, file(9001, fetched=False), wrote(9002, "words", 5), step=engine)
    assert {9001: "waits for its file", 9002: "handled"} == fates(told)


@pytest.mark.both
async def test_file_that_is_waited_for_is_to_be_fetched(db: Database, now: datetime) -> None:
    """A file that is waited for is found by whoever fetches."""
    await at_files(db, now)
    await taken(db, now, file(9001, fetched=False), step=engine)
    assert (5,) == await Fetches(db).due(now)


async def test_file_that_nobody_asked_for(db: Database, now: datetime) -> None:
    """A file that would not be taken, as before the yes, is answered at once."""
    assert {9001: "handled"} == fates(await taken(db, now, file(9001, fetched=False), step=engine))


async def test_file_that_was_fetched(db: Database, now: datetime) -> None:
    """A file whose content was asked for is handled."""
    await at_files(db, now)
    assert {9001: "handled"} == fates(await taken(db, now, file(9001, fetched=True), step=engine))


TOLD, OTHER = (
    "We met every week in the prison and spoke with each man alone",
    "Nine of ten men found work within a year of it",
)
"""Two long texts that are not alike."""

FOUR = (
    wrote(9001, TOLD, 5),
    wrote(9002, f"{OTHER}, they say", 5),
    Heard(9003, 5, 5, Revised(text=f"{TOLD} and together", message=9001)),
    wrote(9004, f"{OTHER}, we say", 5),
)
"""Two answers, an edit of the first, and a text much like the second: after the edit that is not the last answer."""


@pytest.mark.both
@pytest.mark.parametrize("size", [1, 2, 4])
async def test_size_of_a_batch_changes_no_answer(db: Database, now: datetime, size: int) -> None:
    """Updates that come in one batch give the same answers as updates that come one by one."""
    draft = Draft(number=1, created_at=now, updated_at=now)
    here = at("evidence.performance").conversation.model_copy(update={"drafts": (draft,)})
    await taken(db, now, wrote(8999, chat_id=5), step=lambda *_given: Step(conversation=here))
    for first in range(0, len(FOUR), size):
        later = now + timedelta(seconds=1 + first)
        await taken(db, later, *FOUR[first : first + size], step=engine)
    assert ["answered"] * 4 == [row.event.what for row in await history_of(db, 5)]


# One batch and the next


def leaving(who: int) -> StepFunction:
    """Let one person want to be forgotten."""

    def step(conversation: Conversation, given: Input, now: datetime, repository: ReviewRepository) -> Step:
        return (leave if repository.me.user == who else note)(conversation, given, now, repository)

    return step


async def test_erasure_closes_the_batch(db: Database, now: datetime) -> None:
    """What is behind an erasure is not handled in its batch, but in the next one."""
    await context(db, now, wrote(1), wrote(2, chat_id=BEN))
    handling = Handling(db, leaving(ANN), now)
    await handling.took([raw_of(wrote(3)), raw_of(wrote(4, chat_id=BEN))])
    assert [[3], [4]] == [[*fates(each)] for each in handling.taken]


async def test_who_was_forgotten_writes_again(db: Database, now: datetime) -> None:
    """What the person wrote after their erasure is handled after it."""
    await context(db, now, wrote(1))
    handling = Handling(db, leaving(ANN), now)
    await handling.took([raw_of(wrote(3)), raw_of(wrote(4))])
    assert ([[3], [4]], []) == ([[*fates(each)] for each in handling.taken[:2]], await waiting(db))


async def test_what_waits_is_the_next_batch(db: Database, now: datetime) -> None:
    """What comes while a batch is under way is one batch, the next."""
    handling, batches = Handling(db, note, now), list[asyncio.Task[None]]()

    def step(conversation: Conversation, given: Input, now: datetime, repository: ReviewRepository) -> Step:
        if not batches:
            batches.extend(asyncio.create_task(handling.batches.take([raw_of(wrote(n, "x", n))])) for n in (2, 3, 4))
        return note(conversation, given, now, repository)

    handling = Handling(db, step, now)
    await handling.batches.take([raw_of(wrote(1))])
    await asyncio.gather(*batches)
    assert [[1], [2, 3, 4]] == [[*fates(each)] for each in handling.taken]


async def test_batch_has_an_end(db: Database, now: datetime) -> None:
    """Of many who come at once so many are a batch, and the others are the next ones."""
    handling = Handling(db, note, now)
    await asyncio.gather(*(handling.batches.take([raw_of(wrote(n, "x", n))]) for n in range(1, MOST + 11)))
    assert [MOST, 10] == [len(each.outcomes) for each in handling.taken]


async def test_looks_leave_room(db: Database, now: datetime) -> None:
    """Chats that are looked at go in the next batch where the one is full."""
    await accept(db, [raw_of(wrote(1))], now)
    handling = Handling(db, note, now)
    takes = [asyncio.create_task(handling.batches.take([raw_of(wrote(n, "x", n))])) for n in range(2, MOST + 2)]
    await asyncio.sleep(0)
    handling.batches.look([ANN])
    await asyncio.gather(*takes)
    await handling.batches.settled()
    assert [MOST, 1] == [len(each.outcomes) for each in handling.taken]


async def test_who_floods_makes_nobody_wait(db: Database, now: datetime) -> None:
    """Of who sends very much a batch has a share; the rest comes in the next ones."""
    handling = Handling(db, note, now)
    await handling.took([raw_of(wrote(n)) for n in range(1, 2 * OF_A_CHAT + 6)])
    assert [OF_A_CHAT, OF_A_CHAT, 5] == [len(each.outcomes) for each in handling.taken]


async def test_flood_is_handled_in_order(db: Database, now: datetime) -> None:
    """Who sends very much is answered in order."""
    await taken(db, now, *(wrote(n) for n in range(1, 2 * OF_A_CHAT + 6)))
    assert [*range(1, 2 * OF_A_CHAT + 6)] == [row.update_id for row in await history_of(db, ANN)]


async def test_who_floods_goes_behind(db: Database, now: datetime) -> None:
    """Who writes once is answered before the second message of who wrote before."""
    assert [1, 3, 2] == [*fates(await taken(db, now, wrote(1), wrote(2), wrote(3, chat_id=BEN)))]


async def test_flood_of_nobody(db: Database, now: datetime) -> None:
    """All of very much that belongs to no chat is handled."""
    await Handling(db, note, now).took([RawUpdate(n, None, {}) for n in range(OF_NOBODY + 5)])
    assert [] == await waiting(db)


async def test_flood_of_nobody_that_waits(db: Database, now: datetime) -> None:
    """All of very much that belongs to no chat is handled by one look."""
    await accept(db, [RawUpdate(n, None, {}) for n in range(OF_NOBODY + 5)], now)
    await Handling(db, note, now).looked(None)
    assert [] == await waiting(db)


async def test_caller_who_goes_away(db: Database, now: datetime) -> None:
    """A batch whose caller is cancelled comes to its end."""
    handling = Handling(db, note, now)
    task = asyncio.create_task(handling.batches.take([raw_of(wrote(1))]))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await handling.batches.settled()
    assert {1: "handled"} == fates(handling.all())


async def test_close_lets_the_batch_end(db: Database, now: datetime) -> None:
    """What has begun when batches are closed is done."""
    handling = Handling(db, note, now)
    taking = asyncio.create_task(handling.batches.take([raw_of(wrote(1))]))
    await asyncio.sleep(0)
    await handling.batches.close()
    await taking
    assert {1: "handled"} == fates(handling.all())


async def test_close_looks_at_nothing_more(db: Database, now: datetime) -> None:
    """Chats that were to be looked at are left for another run."""
    await accept(db, [raw_of(wrote(1))], now)
    handling = Handling(db, note, now)
    handling.batches.look([ANN])
    await handling.batches.close()
    assert [1] == await waiting(db)


async def test_closed_batches_do_not_look_again(db: Database, now: datetime) -> None:
    """What fails while batches are closed is left for another run: no timer is left behind."""
    handling = Handling(db, note, now, pauses=(0.0,))
    taking = asyncio.create_task(handling.batches.take([raw_of(wrote(1, "a bug"))]))
    await asyncio.sleep(0)
    await handling.batches.close()
    await taking
    assert [] == timers()


@pytest.mark.both
async def test_closed_batches_have_no_looks_to_come(db: Database, now: datetime) -> None:
    """What has failed before batches are closed is left for another run, too."""
    handling = Handling(db, note, now, pauses=(60.0,))
    await handling.batches.take([raw_of(wrote(1, "a bug"))])
    before = len(timers())
    await handling.batches.close()
    assert (1, 0) == (before, len(timers()))


def timers() -> Collection[asyncio.TimerHandle]:
    """List looks that are still to come."""
    scheduled: list[asyncio.TimerHandle] = asyncio.get_running_loop()._scheduled  # type: ignore[attr-defined]
    return [each for each in scheduled if not each.cancelled() and "Batches.look" in repr(each)]


async def test_what_failed_is_tried_again_by_itself(db: Database, now: datetime) -> None:
    """After the pause, what failed is tried again without anybody asking."""
    tries = list[Input]()
    handled = asyncio.Event()

    def step(conversation: Conversation, given: Input, _now: datetime, _desk: ReviewRepository) -> Step:
        tries.append(given)
        if len(tries) == 1:
            raise RuntimeError("a bug")
        handled.set()
        return Step(conversation=conversation)

    handling = Handling(db, step, now, pauses=(0.0,))
    await handling.batches.take([raw_of(wrote(1))])
    async with asyncio.timeout(30):
        await handled.wait()
    await handling.batches.settled()
    assert [LATER, "handled"] == [outcome.fate for outcome in handling.all().outcomes]


async def test_reply_to_who_failed_before(db: Database, now: datetime) -> None:
    """What was counted as failed elsewhere is handled when it is due, with the attempts that were made."""
    await accept(db, [raw_of(wrote(1))], now)
    await failed(db, 1, "KeyError", now, now)
    (outcome,) = (await Handling(db, note, now).looked(ANN)).outcomes
    assert 1 == outcome.raw.attempts
