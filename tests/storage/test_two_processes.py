"""Two processes on one collection, many rounds: everything happens once, and nothing is left out."""

import asyncio
import random
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from hypothesis import settings
from sqlalchemy import Connection, func, select
from support.postgres import Postgres
from support.turns import accept, failed, turn

from conversations.dialogue.conversation import Answer, Conversation, Draft, Handled, Step
from conversations.dialogue.events import Answered, Moved, Submitted
from conversations.dialogue.inputs import Input, Registered, Wrote
from conversations.dialogue.replies import Line, Notification, Reply
from conversations.dialogue.repositories import ReviewRepository
from storage import (
    Database,
    Failures,
    Heard,
    News,
    Outbox,
    People,
    RawUpdate,
    StepFunction,
    conversation_of,
    history_of,
)
from storage.database.tables import DRAFTS, NEWS
from storage.news import note as note_news

pytestmark = pytest.mark.both


CORA, CARL = 2001, 2002
ROUNDS = settings().max_examples // 4
"""Fewer in `make test`, like the examples of hypothesis."""


@pytest.fixture
async def both(db: Database, other: Database, now: datetime) -> Sequence[Database]:
    """Give two processes, and two coordinators who want to hear of all news at once."""
    for user in (CORA, CARL):
        await People(db).give(user, "coordinator", None, now)
        await hear(db, user, user, chooses_now, now)
    return db, other


def said(words: str) -> Reply:
    """Say something."""
    return Reply(lines=(Line(text=words),))


def chooses_now(conversation: Conversation, _given: Input, _now: datetime, _desk: ReviewRepository) -> Step:
    """Want to hear of all news at once."""
    return Step(conversation=conversation, every="now")


def hands_in(conversation: Conversation, given: Input, now: datetime, _desk: ReviewRepository) -> Step:
    """Hand in a practice of that name."""
    if isinstance(given, Registered):
        changes = {"status": "submitted", "reference": given.reference, "submitted_at": now}
        draft = conversation.drafts[0].model_copy(update=changes)
        return Step(conversation=conversation.model_copy(update={"drafts": (draft,)}))
    assert isinstance(given, Wrote)
    answers = {"name.name": Answer(value=given.text, source="typed", at=now)}
    draft = Draft(number=1, created_at=now, updated_at=now, answers=answers)
    return Step(conversation=conversation.model_copy(update={"drafts": (draft,)}), events=(Submitted(draft=1),))


def decides(conversation: Conversation, given: Input, now: datetime, repository: ReviewRepository) -> Step:
    """Approve the submission whose number is written, where it still waits; tell its author."""
    assert isinstance(given, Wrote)
    submission = repository.submission(int(given.text))
    assert submission is not None
    if submission.draft.status != "submitted":
        return Step(conversation=conversation, replies=(said("decided before"),))
    draft = submission.draft.model_copy(update={"status": "approved", "decided_at": now})
    event = Moved(draft=1, move="approve", by=repository.me.user)
    handled = Handled(number=submission.number, author=submission.author, draft=draft, events=(event,))
    notification = Notification(to=submission.author, reply=said("approved"))
    return Step(conversation=conversation, replies=(said("done"),), handled=(handled,), notifications=(notification,))


def writes_on(conversation: Conversation, given: Input, now: datetime, _desk: ReviewRepository) -> Step:
    """Put a text under the next number into the only draft."""
    assert isinstance(given, Wrote)
    draft = conversation.drafts[0] if conversation.drafts else Draft(number=1, created_at=now, updated_at=now)
    answers = {**draft.answers, f"q.{len(draft.answers)}": Answer(value=given.text, source="typed", at=now)}
    after = conversation.model_copy(update={"drafts": (draft.model_copy(update={"answers": answers}),)})
    event = Answered(draft=1, question="q", value=given.text, source="typed", messages=(given.message,))
    return Step(conversation=after, replies=(said(given.text),), events=(event,))


async def hear(  # noqa: PLR0913, PLR0917 - who says what, where and when
    db: Database, update_id: int, user: int, step: StepFunction, now: datetime, text: str = ""
) -> object:
    """Take a turn."""
    return await turn(db, Heard(update_id, user, user, Wrote(text=text, message=1)), step, now)


async def dossier_of(db: Database, chat: int) -> str:
    """Find the number of somebody's only submission."""
    ((number,),) = await db.rows(select(DRAFTS.c.id).where(DRAFTS.c.chat_id == chat))
    return str(number)


async def words_to(db: Database, chat: int, now: datetime) -> list[str]:
    """List what a chat is told."""
    return [outgoing.reply.text for outgoing in await Outbox(db).next(chat, now) if outgoing.reply]


async def test_references_have_no_gaps(both: Sequence[Database], now: datetime) -> None:
    """However many hand in at once, and some turns fail, references count up without a gap and none is given twice."""

    def breaks(conversation: Conversation, given: Input, now: datetime, repository: ReviewRepository) -> Step:
        if isinstance(given, Registered):
            raise RuntimeError("a bug, after the reference was drawn")  # noqa: TRY004 - no type is wrong
        return hands_in(conversation, given, now, repository)

    people = range(1, 2 * ROUNDS + 1)
    turns = [hear(both[n % 2], n, n, breaks if n % 5 == 0 else hands_in, now, str(n)) for n in people]
    failed = [each for each in await asyncio.gather(*turns, return_exceptions=True) if isinstance(each, RuntimeError)]
    given = sorted(str(row.reference) for row in await both[0].rows(select(DRAFTS.c.reference)))

    good = 2 * ROUNDS - len(failed)
    assert (ROUNDS * 2 // 5, [f"RAN-2026-{n:04d}" for n in range(1, good + 1)]) == (len(failed), given)


async def test_each_hears_of_each_once(both: Sequence[Database], now: datetime) -> None:
    """However many hand in at once, every coordinator is told of every practice, of none twice."""
    people = range(1, 2 * ROUNDS + 1)
    await asyncio.gather(*(hear(both[n % 2], n, n, hands_in, now, f"practice {n:03d}") for n in people))
    for each in both:
        await News(each).tell(now + timedelta(hours=1))

    for chat in (CORA, CARL):
        told = Counter(name for words in await words_to(both[0], chat, now) for name in names_in(words))
        assert told == Counter(f"practice {n:03d}" for n in people)


def names_in(words: str) -> list[str]:
    """Find the practices that a message names."""
    return [line.split(" · ")[1].split(":")[0] for line in words.splitlines() if " · practice " in line]


async def test_one_decision_each(both: Sequence[Database], now: datetime) -> None:
    """Two coordinators decide on the same ones at once, round after round: one decision, one notification each."""
    for n in range(1, ROUNDS + 1):
        await hear(both[0], n, n, hands_in, now, str(n))
    for n in range(1, ROUNDS + 1):
        number, pair = await dossier_of(both[0], n), zip(both, (CORA, CARL), strict=True)
        await asyncio.gather(*(hear(db, 10_000 + 2 * n + me % 2, me, decides, now, number) for db, me in pair))
    answers = [words for me in (CORA, CARL) for words in await words_to(both[0], me, now)]
    counted = Counter(answers)

    assert (ROUNDS, ROUNDS) == (counted["done"], counted["decided before"])
    notifications = [await words_to(both[0], n, now) for n in range(1, ROUNDS + 1)]
    assert [["approved"]] * ROUNDS == notifications
    moves = [[row.event.what for row in await history_of(both[0], n)] for n in range(1, ROUNDS + 1)]
    assert [["submitted", "moved"]] * ROUNDS == moves


async def test_author_and_coordinator_at_once(both: Sequence[Database], now: datetime) -> None:
    """An author who writes while a coordinator decides: neither takes away what the other did."""
    for n in range(1, ROUNDS + 1):
        await hear(both[0], n, n, hands_in, now, str(n))
        await asyncio.gather(
            *(hear(both[1], 10_000 + 10 * n + m, n, writes_on, now, f"{n}.{m}") for m in range(3)),
            hear(both[0], 20_000 + n, CORA, decides, now, await dossier_of(both[0], n)),
        )
        (draft,) = (await conversation_of(both[1], n)).drafts
        written = sorted(str(answer.value) for path, answer in draft.answers.items() if path.startswith("q."))
        assert ("approved", [f"{n}.{m}" for m in range(3)]) == (draft.status, written)


async def test_coordinators_decide_on_each_other(both: Sequence[Database], now: datetime) -> None:
    """Two who decide on each other's practice at once want what the other holds: both decisions are made."""
    for update_id, me in enumerate((CORA, CARL), start=1):
        await hear(both[0], update_id, me, hands_in, now, "a practice")
    others = {me: await dossier_of(both[0], other) for me, other in ((CORA, CARL), (CARL, CORA))}
    for n in range(1, ROUNDS + 1):
        pair = zip(both, others.items(), strict=True)
        await asyncio.gather(
            *(hear(db, 10_000 + 2 * n + me % 2, me, decides_again, now, other) for db, (me, other) in pair)
        )

    for me in others:
        assert ROUNDS == [row.event.what for row in await history_of(both[0], me)].count("moved")


def decides_again(conversation: Conversation, given: Input, now: datetime, repository: ReviewRepository) -> Step:
    """Approve whatever was decided before, and touch what is one's own."""
    assert isinstance(given, Wrote)
    submission = repository.submission(int(given.text))
    assert submission is not None
    draft = submission.draft.model_copy(update={"status": "approved", "decided_at": now})
    event = Moved(draft=1, move="approve", by=repository.me.user)
    handled = Handled(number=submission.number, author=submission.author, draft=draft, events=(event,))
    return Step(conversation=conversation.model_copy(), handled=(handled,))


async def test_updates_arrive_once(both: Sequence[Database], now: datetime) -> None:
    """The same updates delivered to both at once, in any order, are accepted once and handled once."""
    chance = random.Random(7)
    for n in range(ROUNDS):
        batch = [RawUpdate(10_000 + 100 * n + m, 1, {}) for m in range(20)]
        accepted = await asyncio.gather(*(accept(db, chance.sample(batch, len(batch)), now) for db in (*both, *both)))
        assert sorted(raw.update_id for raw in batch) == sorted(each for ids in accepted for each in ids)


async def test_what_waits_again_is_given_once(both: Sequence[Database], now: datetime) -> None:
    """Two who let what was set aside wait again share it between them."""
    ids = list(range(1, ROUNDS + 1))
    await accept(both[0], [RawUpdate(n, 1, {}) for n in ids], now)
    for n in ids:
        await failed(both[0], n, "KeyError", now, None)
    again = await asyncio.gather(*(Failures(db).retry(ids, now) for db in (*both, *both)))
    assert ids == sorted(update_id for each in again for update_id in each)


@pytest.mark.postgresql
async def test_news_is_numbered_as_it_is_committed(
    both: Sequence[Database], server: Postgres, url: str, now: datetime
) -> None:
    """News waits for news that is being kept: who is told up to a number has missed none below it."""
    for n in (1, 2):
        await hear(both[0], n, n, writes_on, now, f"practice {n}")
    async with both[0].write() as first:
        await first.run_sync(note_news, 1, [Submitted(draft=1)], now)
        second = asyncio.create_task(both[1].change(_noted_and_counted, 2, now))
        await server.someone_waits(url)
    assert 2 == await second


def _noted_and_counted(connection: Connection, chat: int, now: datetime) -> int | None:
    """Keep news, and count what can be seen of it."""
    note_news(connection, chat, [Submitted(draft=1)], now)
    return connection.scalar(select(func.count()).select_from(NEWS))
