"""A unit of work: what follows from a step is kept once, all of it or nothing, in step with others."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection, func, select
from support.batches import ANN, BEN, CLEO, answered, fates, said, taken, talk, texts, waiting, words_to, wrote
from support.statements import heard
from support.turns import Handling, raw_of, turn

from conversations import messages
from conversations.admin.deeds import RoleGiven
from conversations.conversation import Answer, Conversation, Draft, Handled, Step
from conversations.messages import Answered, Input, Letter, Moved, Registered, Started, Wrote
from conversations.review.desk import Desk
from storage import (
    Database,
    Heard,
    HistoryRow,
    Inbox,
    News,
    Outbox,
    People,
    SavedMeanwhile,
    conversation_of,
    history_of,
)
from storage.tables import DRAFTS

FIRST, SECOND = "RAN-2026-0001", "RAN-2026-0002"


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
    """Submit a draft under a name, and say its reference once it has one; under one name it breaks by then."""
    if isinstance(given, Registered):
        (draft,) = conversation.drafts
        if draft.answers["name.name"].value == "a late bug":
            raise RuntimeError("a bug, after the reference was drawn")
        draft = draft.model_copy(update={"status": "submitted", "reference": given.reference, "submitted_at": now})
        after = conversation.model_copy(update={"drafts": (draft,)})
        return Step(conversation=after, replies=(said(given.reference),), events=(Started(draft=2),))
    assert isinstance(given, Wrote)
    answers = {"name.name": Answer(value=given.text, source="typed", at=now)}
    kept = conversation.drafts or (Draft(number=1, created_at=now, updated_at=now, answers=answers),)
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


# What follows from a step


@pytest.mark.both
async def test_conversation_is_kept(db: Database, now: datetime) -> None:
    """What somebody wrote is in the conversation."""
    await taken(db, now, wrote(1, "Back on Track"), step=note)
    assert ["Back on Track"] == words(await conversation_of(db, ANN))


async def test_history_is_kept(db: Database, now: datetime) -> None:
    """What happened is in the history, with the update and the moment."""
    await taken(db, now, wrote(1, "Back on Track"), step=note)
    happened = Answered(draft=1, question="q.0", value="Back on Track", source="typed", messages=(1,))
    assert (HistoryRow(happened, 1, now),) == await history_of(db, ANN)


async def test_answer_is_kept(db: Database, now: datetime) -> None:
    """What is to be said is in the outbox."""
    await taken(db, now, wrote(1, "Back on Track"), step=note)
    (parcel,) = await Outbox(db).next(ANN, now)
    assert (ANN, 1, said("Back on Track")) == (parcel.chat_id, parcel.update_id, parcel.reply)


async def test_update_is_done_with(db: Database, now: datetime) -> None:
    """The inbox tells that the update was handled, also where nothing changed."""
    await taken(db, now, wrote(1), step=listen)
    assert () == await Inbox(db).waiting()


async def test_step_without_change_writes_no_conversation(db: Database, now: datetime) -> None:
    """Where nothing changed, there is still no conversation, and nothing to be said."""
    await taken(db, now, wrote(1), step=listen)
    assert (Conversation(), True) == (await conversation_of(db, ANN), await Outbox(db).empty())


async def test_step_that_only_moves_saves_the_place(db: Database, now: datetime) -> None:
    """Where the person only went elsewhere, the drafts stay as they are."""

    def move(conversation: Conversation, _given: Input, _now: datetime, _desk: Desk | None = None) -> Step:
        return Step(conversation=conversation.model_copy(update={"revision": conversation.revision + 1}))

    await taken(db, now, wrote(1, "one"), step=note)
    await taken(db, now, wrote(2), step=move)
    kept = await conversation_of(db, ANN)
    assert (1, ["one"]) == (kept.revision, words(kept))


def begin(conversation: Conversation, _given: Input, now: datetime, _desk: Desk | None = None) -> Step:
    """Begin two drafts."""
    drafts = tuple(Draft(number=number, created_at=now, updated_at=now) for number in (1, 2))
    return Step(conversation=conversation.model_copy(update={"drafts": drafts}))


async def test_only_drafts_that_changed_are_written(db: Database, now: datetime) -> None:
    """A draft that is the same object as before is not written."""
    await taken(db, now, wrote(1), step=begin)
    written: list[object] = []

    def write(_connection: Connection, statement: str, given: object) -> None:
        if "INTO drafts" in statement:
            written.append(given)

    with heard(write):
        await taken(db, now, wrote(2), step=note)
    assert 1 == len(written)


async def test_draft_that_is_dropped_is_deleted(db: Database, now: datetime) -> None:
    """A draft that the step left out is gone, and the other one stays."""

    def drop(conversation: Conversation, _given: Input, _now: datetime, _desk: Desk | None = None) -> Step:
        return Step(conversation=conversation.model_copy(update={"drafts": conversation.drafts[1:]}))

    await taken(db, now, wrote(1), step=begin)
    await taken(db, now, wrote(2), step=drop)
    assert [2] == [draft.number for draft in (await conversation_of(db, ANN)).drafts]


async def test_ids_of_drafts_are_given_once(db: Database, now: datetime) -> None:
    """People who begin their drafts in one batch get an id for each."""
    await taken(db, now, *(wrote(chat, chat_id=chat) for chat in range(1, 6)), step=begin)
    assert [(10,)] == await db.rows(select(func.count(DRAFTS.c.id.distinct())))


async def statements(db: Database, now: datetime, *chats: int) -> int:
    """Count the statements of a batch in which people write."""
    count = [0]

    def hear(_connection: Connection, _statement: str, _given: object) -> None:
        count[0] += 1

    with heard(hear):
        await taken(db, now, *(wrote(chat, chat_id=chat) for chat in chats), step=note)
    return count[0]


@pytest.mark.postgresql
async def test_each_table_is_written_once(db: Database, now: datetime) -> None:
    """A batch of many people who only write goes to the server no more often than one of a single person."""
    assert await statements(db, now, 1) == await statements(db, now, *range(11, 19))


async def test_press_is_answered_before_the_replies(db: Database, now: datetime) -> None:
    """A press gets its answer first, with its toast, which may be empty."""
    await taken(db, now, Heard(1, ANN, ANN, Wrote(text="hello", message=1), query_id="q1"), step=note)
    assert [("q1", "", None), (None, "", said("hello"))] == [
        (parcel.query_id, parcel.toast, parcel.reply) for parcel in await Outbox(db).next(ANN, now)
    ]


async def test_letter_goes_to_another_chat(db: Database, now: datetime) -> None:
    """What a step says to others is in their outbox."""

    def write(conversation: Conversation, _given: Input, _now: datetime, _desk: Desk | None = None) -> Step:
        return Step(conversation=conversation, letters=(Letter(to=BEN, reply=said("word")),))

    told = await taken(db, now, wrote(1), step=write)
    assert (True, ["word"]) == (BEN in told.mail, await words_to(db, BEN, now))


# All or nothing


async def test_step_that_raises_changes_nothing(db: Database, now: datetime) -> None:
    """A bug in the core leaves all as it was, and the update waits."""
    await taken(db, now, wrote(1), step=note)
    before = await conversation_of(db, ANN)
    await taken(db, now, wrote(2), step=fail)
    assert (before, 1, [2]) == (await conversation_of(db, ANN), len(await history_of(db, ANN)), await waiting(db))


async def test_batch_cancelled_leaves_the_database_usable(db: Database, now: datetime) -> None:
    """A batch whose caller is cancelled at any point is done or not done, and the next one goes on."""
    for number in range(30):
        task = asyncio.create_task(turn(db, wrote(number), note, now))
        for _ in range(number):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await turn(db, wrote(number), note, now)
    assert (30, 30) == (len(words(await conversation_of(db, ANN))), len(await history_of(db, ANN)))


# Exactly once, in step with others


async def test_same_update_at_once_changes_once(db: Database, other: Database, now: datetime) -> None:
    """The same update heard by several at once is handled by one of them."""
    told = await asyncio.gather(*(taken(each, now, wrote(1), step=note) for each in (db, other, db, other)))
    assert ([1], ["hello"]) == (
        [update_id for each in told for update_id in fates(each)],
        words(await conversation_of(db, ANN)),
    )


async def test_turns_of_one_chat_in_two_processes_all_count(db: Database, other: Database, now: datetime) -> None:
    """Two processes that talk with one chat at once lose nothing and double nothing."""
    heard = [wrote(number, str(number)) for number in range(40)]
    await asyncio.gather(*(turn((db, other)[each.update_id % 2], each, note, now) for each in heard))
    found = sorted(words(await conversation_of(other, ANN)), key=int)
    assert [str(number) for number in range(40)] == found


async def test_answers_of_two_processes_all_count(db: Database, other: Database, now: datetime) -> None:
    """Each of the messages that two processes heard has one event and one answer."""
    heard = [wrote(number, str(number)) for number in range(40)]
    await asyncio.gather(*(turn((db, other)[each.update_id % 2], each, note, now) for each in heard))
    assert (40, 40) == (len(await history_of(db, ANN)), len(await words_to(db, ANN, now)))


# References


async def test_submission_gets_its_reference_in_the_same_turn(db: Database, now: datetime) -> None:
    """The reference is kept with the draft."""
    await taken(db, now, wrote(1), step=submit)
    (draft,) = (await conversation_of(db, ANN)).drafts
    assert ("submitted", FIRST, now) == (draft.status, draft.reference, draft.submitted_at)


async def test_submission_says_its_reference(db: Database, now: datetime) -> None:
    """What the step says of the reference comes behind what it said before."""
    await taken(db, now, Heard(1, ANN, ANN, Wrote(text="yes", message=1), query_id="q1"), step=submit)
    parcels = await Outbox(db).next(ANN, now)
    assert ["Sent", "Thank you", FIRST] == [each.reply.text if each.reply else each.toast for each in parcels]


async def test_submission_is_in_the_history(db: Database, now: datetime) -> None:
    """What happened when the reference was given comes behind what happened before."""
    await taken(db, now, wrote(1), step=submit)
    assert ["submitted", "started"] == [row.event.what for row in await history_of(db, ANN)]


async def references(db: Database, *chats: int) -> list[str | None]:
    """List the references of what was kept in chats."""
    return [draft.reference for chat in chats for draft in (await conversation_of(db, chat)).drafts]


async def test_submission_sent_again_keeps_its_reference(db: Database, now: datetime) -> None:
    """A draft that was submitted before is not counted anew."""
    await taken(db, now, wrote(1), wrote(2), wrote(3, chat_id=BEN), step=submit)
    assert [FIRST, SECOND] == await references(db, ANN, BEN)


async def test_references_of_a_batch(db: Database, now: datetime) -> None:
    """Those who submit in one batch get the numbers without a gap, also where some steps fail by then."""
    batch = [wrote(chat, "a late bug" if chat % 3 == 0 else "yes", chat) for chat in range(1, 9)]
    await taken(db, now, *batch, step=submit)
    assert [f"RAN-2026-{number:04d}" for number in range(1, 7)] == await references(db, *range(1, 9))


async def test_references_at_once_are_consecutive(db: Database, other: Database, now: datetime) -> None:
    """Many who submit at once, in two processes, get the numbers from 1 without a gap, also where some steps fail."""
    batch = [wrote(chat, "a late bug" if chat % 5 == 0 else "yes", chat) for chat in range(1, 31)]
    turns = (turn((db, other)[each.update_id % 2], each, submit, now) for each in batch)
    await asyncio.gather(*turns, return_exceptions=True)
    found = sorted(map(str, await references(db, *range(1, 31))))
    assert [f"RAN-2026-{number:04d}" for number in range(1, 25)] == found


async def test_step_that_fails_with_its_reference_changes_nothing(db: Database, now: datetime) -> None:
    """Where the step breaks on its reference, nothing is submitted."""
    await taken(db, now, wrote(1, "a late bug"), step=submit)
    assert (Conversation(), ()) == (await conversation_of(db, ANN), await history_of(db, ANN))


async def test_references_count_by_year_in_utc(db: Database) -> None:
    """The number starts again with the year."""
    for number, year in enumerate((2026, 2027, 2027), 1):
        await taken(db, datetime(year, 3, 1, tzinfo=UTC), wrote(number, chat_id=number), step=submit)
    assert [FIRST, "RAN-2027-0001", "RAN-2027-0002"] == await references(db, 1, 2, 3)


# People


async def test_turn_knows_the_person(db: Database, now: datetime) -> None:
    """Who writes is known from then on, with the private chat."""
    await taken(db, now, Heard(1, ANN, 5, Wrote(text="hello", message=1)), step=listen)
    (person,) = await People(db).all()
    assert (5, ANN, "practitioner", now) == (person.user_id, person.chat_id, person.role, person.seen_at)


async def test_seen_again(db: Database, now: datetime) -> None:
    """That somebody is here again is noted once a day."""
    seen = []
    for number, later in enumerate((timedelta(), timedelta(hours=1), timedelta(days=2)), 1):
        await taken(db, now + later, wrote(number), step=listen)
        seen += [each.seen_at for each in await People(db).all()]
    assert [now, now, now + timedelta(days=2)] == seen


@pytest.mark.parametrize(("role", "name"), [("coordinator", "Cora Example"), ("practitioner", None)])
async def test_names_of_reviewers_are_kept(db: Database, now: datetime, role: str, name: str | None) -> None:
    """The name of somebody who reviews is kept, and nobody else's."""
    if role == "coordinator":
        await People(db).give(CLEO, "coordinator", None, now)
    named = Heard(1, CLEO, CLEO, Wrote(text="hello", message=1), name="Cora Example")
    await taken(db, now, named, step=listen)
    assert [name] == [each.name for each in await People(db).all()]


async def test_admin_of_the_settings_is_named(db: Database, now: datetime) -> None:
    """The name of an admin by the settings, who never wrote before, is kept."""
    named = Heard(1, CLEO, CLEO, Wrote(text="hello", message=1), name="Ada Example")
    await taken(db, now, named, step=listen, admins=frozenset({CLEO}))
    assert ["Ada Example"] == [each.name for each in await People(db).all()]


async def test_who_writes_again_is_there_again(db: Database, now: datetime) -> None:
    """What waited for who had blocked the bot is due when they write."""
    await taken(db, now, wrote(1, "one"), step=note)
    await Outbox(db).stop(ANN, now)
    await taken(db, now, wrote(2, "two"), step=note)
    assert ["one", "two"] == await words_to(db, ANN, now)


async def test_who_never_had_a_conversation_is_there_again(db: Database, now: datetime) -> None:
    """What waited for who has no conversation yet is due when they write."""
    await Outbox(db).stop(ANN, now)
    await taken(db, now, wrote(1, "one"), step=note)
    assert ["one"] == await words_to(db, ANN, now)


async def test_role_that_was_given_in_the_batch(db: Database, now: datetime) -> None:
    """Who gets a role in a batch has it when they are heard later in the batch."""
    roles: list[str] = []

    def step(conversation: Conversation, _given: Input, _now: datetime, desk: Desk) -> Step:
        roles.append(desk.role)
        given = RoleGiven(whom=BEN, role="coordinator", was="practitioner")
        return Step(conversation=conversation, deeds=(given,) if desk.role == "admin" else ())

    await taken(
        db,
        now,
        wrote(1, chat_id=BEN),
        wrote(2, chat_id=CLEO),
        wrote(3, chat_id=BEN),
        step=step,
        admins=frozenset({CLEO}),
    )
    assert ["practitioner", "admin", "coordinator"] == roles


# The desk


def decide(conversation: Conversation, given: Input, now: datetime, desk: Desk) -> Step:
    """Approve the first dossier, or write."""
    dossier = desk.dossier(1)
    if desk.me.user != CLEO or dossier is None:
        return note(conversation, given, now, desk)
    draft = dossier.draft.model_copy(update={"status": "approved", "decided_at": now})
    event = Moved(draft=1, move="approve", by=CLEO)
    handled = Handled(number=1, author=dossier.author, draft=draft, events=(event,))
    letter = Letter(to=dossier.author, reply=said("approved"))
    return Step(conversation=conversation, handled=(handled,), letters=(letter,))


async def test_step_that_asks_sees_the_batch(db: Database, now: datetime) -> None:
    """What somebody wrote is seen by who looks at it later in the same batch."""
    seen: list[list[str]] = []

    def step(conversation: Conversation, given: Input, now: datetime, desk: Desk) -> Step:
        if desk.me.user != CLEO:
            return note(conversation, given, now, desk)
        dossier = desk.dossier(1)
        seen.append([str(answer.value) for answer in dossier.draft.answers.values()] if dossier else [])
        return Step(conversation=conversation)

    await taken(db, now, wrote(1, "one"), wrote(2, chat_id=CLEO), step=step)
    assert [["one"]] == seen


async def test_author_and_coordinator_in_one_batch(db: Database, now: datetime) -> None:
    """What an author writes before and after a decision of the same batch is kept, and so is the decision."""
    await taken(db, now, wrote(1, "one"), wrote(2, chat_id=CLEO), wrote(3, "three"), step=decide)
    (draft,) = (await conversation_of(db, ANN)).drafts
    assert ("approved", ["one", "three"]) == (draft.status, words(await conversation_of(db, ANN)))


async def test_decision_is_in_the_history_of_its_author(db: Database, now: datetime) -> None:
    """A decision is in the history between what the author wrote before and after it."""
    await taken(db, now, wrote(1, "one"), wrote(2, chat_id=CLEO), wrote(3, "three"), step=decide)
    assert ["answered", "moved", "answered"] == [row.event.what for row in await history_of(db, ANN)]


async def test_letter_about_a_decision_stands_in_its_place(db: Database, now: datetime) -> None:
    """The letter of a decision comes between the answers to what was written before and after it."""
    await talk(db, now, wrote(1, "zero"))
    await answered(db, ANN, now)
    told = await taken(db, now, wrote(11, "one"), wrote(12, chat_id=CLEO), wrote(13, "three"), step=decide)
    assert (["one", "approved", "three"], ["one", "approved", "three"]) == (
        await words_to(db, ANN, now),
        texts(told.mail[ANN]),
    )


# News


@pytest.fixture
async def coordinators(db: Database, now: datetime) -> None:
    """Make two people coordinators."""
    for user in (BEN, CLEO):
        await People(db).give(user, "coordinator", None, now)


@pytest.mark.usefixtures("coordinators")
async def test_news_is_told_in_its_batch(db: Database, now: datetime) -> None:
    """Coordinators are told in the transaction that made it true, and the sender knows of it."""
    told = await taken(db, now, wrote(1), step=submit)
    assert {ANN, BEN, CLEO} == told.mail.keys()


@pytest.mark.usefixtures("coordinators")
async def test_news_of_a_batch_is_one_message(db: Database, now: datetime) -> None:
    """What several people hand in with one batch is told together."""
    await taken(db, now, wrote(1, "One", 1), wrote(2, "Two", 2), step=submit)
    (words_told,) = await words_to(db, BEN, now)
    assert [True, True] == [name in words_told for name in ("One", "Two")]


@pytest.mark.usefixtures("coordinators")
async def test_news_is_told_once(db: Database, now: datetime) -> None:
    """What was told with its batch is not told again."""
    await taken(db, now, wrote(1), step=submit)
    assert () == await News(db).tell(now + timedelta(days=2))


@pytest.mark.usefixtures("coordinators")
async def test_news_for_who_writes_in_the_same_batch(db: Database, now: datetime) -> None:
    """A coordinator who is heard in the batch that has news is sent both: the sender is to look."""
    await talk(db, now, wrote(1, chat_id=BEN))

    def step(conversation: Conversation, given: Input, now: datetime, desk: Desk) -> Step:
        return (submit if desk.me.user == ANN else note)(conversation, given, now, desk)

    told = await taken(db, now, wrote(2, "two", BEN), wrote(3), step=step)
    assert ((), 2) == (told.mail[BEN], len(await words_to(db, BEN, now)))


async def test_news_that_was_chosen(db: Database, now: datetime) -> None:
    """Who wants to hear of news at once is told with that choice what there is already."""
    await taken(db, now, wrote(1), step=submit)

    def choose(conversation: Conversation, _given: Input, _now: datetime, _desk: Desk) -> Step:
        return Step(conversation=conversation, every="now")

    await People(db).give(BEN, "admin", None, now)
    told = await taken(db, now, wrote(2, chat_id=BEN), step=choose)
    assert (True, 1) == (BEN in told.mail, len(await words_to(db, BEN, now)))


# Invitations


async def test_invitation_that_cannot_be_told_is_not_made(db: Database, now: datetime) -> None:
    """Where the step breaks on its invitation, there is none: the number is given to the next one."""
    numbers: list[object] = []

    def step(conversation: Conversation, given: Input, _now: datetime, _desk: Desk) -> Step:
        if isinstance(given, messages.Invited):
            numbers.append(given.code)
            if len(numbers) == 1:
                raise RuntimeError("a bug")
            return Step(conversation=conversation, replies=(said(given.code),))
        return Step(conversation=conversation, invite="coordinator")

    codes = iter(("join-1", "join-2"))
    handling = Handling(db, step, now, codes=lambda: next(codes), admins=frozenset({ANN, BEN}))
    told = await handling.took([raw_of(wrote(1)), raw_of(wrote(2, chat_id=BEN))])
    assert ({1: "tried again later", 2: "handled"}, ["join-2"]) == (fates(told), await words_to(db, BEN, now))


# Overtaken


async def test_decision_on_what_is_gone(db: Database, now: datetime) -> None:
    """A decision on a version that is there no more is not saved: it is tried again, and fails in the end."""
    await taken(db, now, wrote(1), step=note)

    def step(conversation: Conversation, given: Input, now: datetime, desk: Desk) -> Step:
        found = decide(conversation, given, now, desk)
        desk.versions[ANN] -= 1  # type: ignore[attr-defined] # read before the author's last turn
        return found

    with pytest.raises(SavedMeanwhile):
        await turn(db, wrote(2, chat_id=CLEO), step, now)
