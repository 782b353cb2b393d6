"""Review queries: submissions are found and listed, and there is one decision on each."""

import asyncio
import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, Row, make_url, update
from support.postgres import Postgres
from support.queued import CARL, CORA, about, hear, keep, seen, submission

from conversations.dialogue.conversation import Conversation, Draft, Handled, Step
from conversations.dialogue.events import Moved
from conversations.dialogue.inputs import Input, Wrote
from conversations.dialogue.model import Every, Role
from conversations.dialogue.pages import Wanted
from conversations.dialogue.replies import Line, Notification, Reply
from conversations.dialogue.repositories import ON_A_PAGE, Listing, ReviewRepository, Submission
from conversations.dialogue.review_record import Claim, Member, Review
from storage import Database, Heard, Outbox, People, conversation_of, history_of
from storage.conversations import Loaded, save
from storage.database.tables import CONVERSATIONS
from storage.review_queries import page_of


async def listed(db: Database, **wanted: object) -> Listing:
    """List a queue as Cora sees it."""
    return await db.ask(lambda connection: seen(connection).listing(Wanted.model_validate(wanted)))


def references(listing: Listing) -> list[str | None]:
    """Name what is listed."""
    return [submission.draft.reference for submission in listing.submissions]


async def test_what_waits_longest_stands_first(db: Database, now: datetime) -> None:
    """The queue is ordered by the time at which each came to the coordinators; other statuses are not in it."""
    await keep(db, 1, submission(now, 1), now)
    await keep(db, 2, submission(now - timedelta(days=2), 2), now)
    await keep(db, 3, submission(now, 3, status="approved"), now)
    await keep(db, 4, Draft(number=1, created_at=now, updated_at=now), now)

    assert references(await listed(db)) == ["RAN-2026-0002", "RAN-2026-0001"]
    assert references(await listed(db, shelf="approved")) == ["RAN-2026-0003"]
    assert references(await listed(db, shelf="draft")) == [None]


async def test_drafts_touched_last_stand_first(db: Database, now: datetime) -> None:
    """Drafts in progress are listed with the liveliest first."""
    for chat in (1, 2, 3):
        touched = now + timedelta(hours=chat % 3)
        await keep(db, chat, Draft(number=1, created_at=now, updated_at=touched), now)

    assert [submission.author for submission in (await listed(db, shelf="draft")).submissions] == [2, 1, 3]


@pytest.mark.both
async def test_queue_narrows(db: Database, now: datetime) -> None:
    """By theme, by country, by who is on it; a theme is no part of another one's name."""
    mine = Review(claim=Claim(by=CORA, since=now))
    await keep(db, 1, submission(now, 1, answers=about("Denmark", "Formers")), now)
    await keep(db, 2, submission(now, 2, answers=about("Finland", "Local strategies/cities"), review=mine), now)
    await keep(db, 3, submission(now, 3, answers=about("Denmark", "Training", "Formers")), now)

    found = [
        references(await listed(db, **wanted))
        for wanted in ({"theme": "Formers"}, {"country": "Finland"}, {"mine": True}, {"theme": "Former_"})
    ]
    assert found == [["RAN-2026-0001", "RAN-2026-0003"], ["RAN-2026-0002"], ["RAN-2026-0002"], []]


async def test_queue_narrows_by_several(db: Database, now: datetime) -> None:
    """Status, theme, country and whose it is narrow a queue together, of drafts and of what was handed in."""
    mine = Review(claim=Claim(by=CORA, since=now))
    for number, country, status in (
        (1, "Denmark", "submitted"),
        (2, "Finland", "submitted"),
        (3, "Denmark", "approved"),
    ):
        said = {"answers": about(country, "Formers", "Training"), "status": status, "review": mine}
        await keep(db, number, submission(now, number, **said if number > 1 else {**said, "review": Review()}), now)
    for chat, country in ((4, "Denmark"), (5, "Finland")):
        await keep(db, chat, Draft(number=1, created_at=now, updated_at=now, answers=about(country, "Formers")), now)

    asked: list[dict[str, object]] = [
        {"theme": "Training"},
        {"theme": "Formers", "country": "Denmark"},
        {"theme": "Formers", "mine": True},
        {"theme": "Formers", "country": "Denmark", "mine": True},
        {"theme": "Formers", "shelf": "approved"},
        {"theme": "Formers", "shelf": "draft"},
        {"theme": "Formers", "shelf": "draft", "country": "Denmark"},
        {"theme": "Training", "shelf": "draft"},
    ]
    found = [[submission.author for submission in (await listed(db, **wanted)).submissions] for wanted in asked]
    assert [[1, 2], [1], [2], [], [3], [5, 4], [4], []] == found


async def test_pages_of_a_queue(db: Database, now: datetime) -> None:
    """A page has its share; the count is of all pages."""
    count = ON_A_PAGE + 2
    for number in range(1, count + 1):
        await keep(db, number, submission(now, number), now)
    first, second = await listed(db), await listed(db, page=1)

    assert (ON_A_PAGE, 2) == (len(first.submissions), len(second.submissions))
    assert (count, count) == (first.total, second.total)
    assert references(second) == [f"RAN-2026-{count - 1:04d}", f"RAN-2026-{count:04d}"]


async def test_dossier_is_found_by_number_and_reference(db: Database, now: datetime) -> None:
    """Both lead to the same submission; what is not there is nothing."""
    kept = submission(now, 7)
    await keep(db, 5, kept, now)

    def look(connection: Connection) -> tuple[Submission | None, ...]:
        repository = seen(connection)
        return (
            repository.referred("RAN-2026-0007"),
            repository.submission(1),
            repository.referred("RAN-2026-0008"),
            repository.submission(99),
        )

    assert await db.ask(look) == (Submission(1, 5, kept), Submission(1, 5, kept), None, None)


@pytest.mark.both
async def test_language_of_a_talk(db: Database, now: datetime) -> None:
    """What the person has chosen, or the language of their app; English without a talk, or with a damaged one."""
    for chat, talk in ((1, Conversation(language="fr", app_language="en")), (2, Conversation()), (3, Conversation())):
        await db.change(save, chat, Loaded(Conversation(), 0), talk, now)
    broken = update(CONVERSATIONS).where(CONVERSATIONS.c.chat_id == 3).values(state="{")
    await db.change(lambda connection: connection.execute(broken))

    def languages(connection: Connection) -> list[str]:
        return [seen(connection).language_of(user) for user in (1, 2, 3, 4)]

    assert ["fr", "en", "en", "en"] == await db.ask(languages)


async def test_readers_are_named(db: Database, now: datetime) -> None:
    """Coordinators and admins are listed, by the names they had when they last wrote; admins of the settings too."""
    people = People(db)
    await people.give(2001, "coordinator", None, now)
    await people.give(2002, "coordinator", None, now)

    def listen(conversation: Conversation, _given: Input, _now: datetime, _desk: ReviewRepository) -> Step:
        return Step(conversation=conversation)

    for update_id, user, name in ((1, 2001, "Cora Coordinator"), (2, 9001, "Ada Admin"), (3, 1001, "Anna Example")):
        heard = Heard(update_id, user, user, Wrote(text="", message=1), None, name)
        await hear(db, heard, listen, now, 9001)

    readers = await db.ask(lambda connection: seen(connection).readers())
    assert readers == (CORA, Member(user=2002, name=""), Member(user=9001, name="Ada Admin"))
    assert {1001: None, 9001: "Ada Admin"}.items() <= {one.user_id: one.name for one in await people.all()}.items()


async def test_role_counts_at_the_moment_of_the_turn(db: Database, now: datetime) -> None:
    """What a person may do is read in the turn's own transaction."""
    people, roles = People(db), list[Role]()

    def note(conversation: Conversation, _given: Input, _now: datetime, repository: ReviewRepository) -> Step:
        roles.append(repository.role)
        return Step(conversation=conversation)

    await hear(db, Heard(1, 2001, 2001, Wrote(text="", message=1)), note, now)
    await people.give(2001, "coordinator", None, now)
    await hear(db, Heard(2, 2001, 2001, Wrote(text="", message=2)), note, now)
    await people.give(2001, "practitioner", None, now)
    await hear(db, Heard(3, 2001, 2001, Wrote(text="", message=3)), note, now)
    await hear(db, Heard(4, 2001, 2001, Wrote(text="", message=4)), note, now, 2001)

    assert roles == ["practitioner", "coordinator", "practitioner", "admin"]


def approves(conversation: Conversation, _given: Input, now: datetime, repository: ReviewRepository) -> Step:
    """Approve submission 1 where it waits, and tell the author; say so otherwise."""
    submission = repository.submission(1)
    assert submission is not None
    if submission.draft.status != "submitted":
        return Step(conversation=conversation, replies=(said("It is decided."),))
    draft = submission.draft.model_copy(update={"status": "approved", "decided_at": now})
    event = Moved(draft=1, move="approve", by=repository.me.user)
    handled = Handled(number=1, author=submission.author, draft=draft, events=(event,))
    notification = Notification(to=submission.author, reply=said("Approved."))
    return Step(conversation=conversation, replies=(said("Done."),), handled=(handled,), notifications=(notification,))


def said(words: str) -> Reply:
    """Say something."""
    return Reply(lines=(Line(text=words),))


async def test_one_decision_though_two_decide_at_once(db: Database, other: Database, now: datetime) -> None:
    """Two coordinators in two processes decide at once: one decision, one notification, and the second hears of it."""
    await keep(db, 5, submission(now, 1), now)
    heard = [Heard(n, me.user, me.user, Wrote(text="", message=1)) for n, me in ((10, CORA), (11, CARL))]

    mailed = await asyncio.gather(
        *(hear(each, one, approves, now) for each, one in zip((db, other), heard, strict=True))
    )

    words = [
        outgoing.reply.text for user in (2001, 2002) for outgoing in await Outbox(db).next(user, now) if outgoing.reply
    ]
    notifications = [outgoing.reply.text for outgoing in await Outbox(db).next(5, now) if outgoing.reply]
    assert sorted(words) == ["Done.", "It is decided."]
    assert notifications == ["Approved."]
    assert sum(chats is not None and 5 in chats for chats in mailed) == 1
    assert [row.event.what for row in await history_of(db, 5)] == ["moved"]
    assert (await conversation_of(db, 5)).drafts[0].status == "approved"


async def test_decision_on_an_older_version_is_taken_again(db: Database, now: datetime) -> None:
    """Where the author was faster the decision is taken again on what is there now, not saved on top of it."""
    await keep(db, 5, submission(now, 1), now)
    looks = list[str]()

    def step(conversation: Conversation, given: Input, now: datetime, repository: ReviewRepository) -> Step:
        taken = approves(conversation, given, now, repository)
        looks.append(taken.replies[0].text)
        if len(looks) == 1:
            repository.versions[5] -= 1  # type: ignore[attr-defined] # read before the author's last turn
        return taken

    await hear(db, Heard(10, 2001, 2001, Wrote(text="", message=1)), step, now)

    assert looks == ["Done.", "Done."]
    assert [row.event.what for row in await history_of(db, 5)] == ["moved"]


@pytest.mark.parametrize("every", ["now", "off"])
async def test_chosen_news_is_kept(db: Database, now: datetime, every: Every) -> None:
    """How often somebody wants to hear of news is there in the next turn."""

    def choose(conversation: Conversation, _given: Input, _now: datetime, _desk: ReviewRepository) -> Step:
        return Step(conversation=conversation, every=every)

    assert await db.ask(lambda connection: seen(connection).every) == "hourly"
    await hear(db, Heard(1, 2001, 2001, Wrote(text="", message=1)), choose, now)
    assert await db.ask(lambda connection: seen(connection).every) == every


QUEUES: dict[str, list[dict[str, object]]] = {
    "drafts_queued": [{}, {"shelf": "draft"}, {"shelf": "draft", "theme": "Formers"}],
    "drafts_of_country": [{"country": "Denmark"}, {"shelf": "draft", "theme": "Formers", "country": "Denmark"}],
    "drafts_claimed": [{"mine": True}, {"mine": True, "country": "Denmark"}],
    "draft_themes_queued": [{"theme": "Formers"}, {"theme": "Formers", "shelf": "approved"}],
    "draft_themes_of_country": [{"theme": "Formers", "country": "Denmark"}],
    "draft_themes_claimed": [{"theme": "Formers", "mine": True}],
}
"""Queues by the index that gives them, in their order."""

EACH = [(index, wanted) for index, queues in QUEUES.items() for wanted in queues]


@pytest.mark.sqlite
@pytest.mark.parametrize(("index", "wanted"), EACH)
async def test_queue_is_read_by_an_index(db: Database, index: str, wanted: dict[str, object]) -> None:
    """No queue reads all drafts, and none sorts what an index has in order but the page itself."""
    steps = [str(row.detail) for row in await plan(db, wanted, "EXPLAIN QUERY PLAN")]

    assert any(f"INDEX {index} " in step for step in steps)
    assert not any(step.startswith("SCAN draft") for step in steps)
    assert sum("TEMP B-TREE FOR ORDER BY" in step for step in steps) == 1


async def plan(db: Database, wanted: dict[str, object], explain: str) -> Sequence[Row[Any]]:
    """Ask the database how it would read a page of a queue."""
    given = Wanted.model_validate(wanted)

    def explained(connection: Connection) -> Sequence[Row[Any]]:
        query = page_of(given, 2001).compile(connection, compile_kwargs={"literal_binds": True})
        return connection.exec_driver_sql(f"{explain} {query}").all()

    return await db.ask(explained)


MANY = """
INSERT INTO conversations SELECT chat, 1, '{}', now() FROM generate_series(1, 4000) chat;
INSERT INTO drafts (chat_id, number, status, title, body, created_at, updated_at, country, themes, claimed_by,
                    waits_since)
SELECT chat, 1, (ARRAY['draft', 'submitted', 'approved', 'declined'])[chat % 4 + 1], '', repeat(md5(chat::text), 40),
       now(), now(), (ARRAY['Denmark', 'Finland'])[chat % 2 + 1],
       (ARRAY['|Formers|', '|Training|', '|Formers|Training|'])[chat % 3 + 1], 2001 + chat % 7,
       now() - chat * interval '1 hour'
FROM generate_series(1, 4000) chat;
INSERT INTO draft_themes
SELECT id, theme, status, country, claimed_by, waits_since FROM drafts, (VALUES ('Formers'), ('Training')) t (theme)
WHERE themes LIKE '%|' || theme || '|%' AND status <> 'draft';
VACUUM ANALYZE
"""

SAFE = "SET synchronous_commit = on"
"""VACUUM notes that all may see a page only if its rows are on disk; else an index without its table seems slow."""


@pytest.mark.slow
async def test_queue_is_read_by_an_index_on_postgresql(server: Postgres, postgres_url: str) -> None:
    """Where there are thousands, the planner finds each queue by an index, in order, and reads no table through."""
    for statement in (f"ALTER DATABASE {make_url(postgres_url).database} {SAFE}", *MANY.split(";")):
        server.run(statement, postgres_url)
    db = await Database.open(postgres_url)
    plans = ["\n".join(row[0] for row in await plan(db, wanted, "EXPLAIN")) for _, wanted in EACH]
    await db.close()

    assert [True] * len(EACH) == [
        bool(re.search(rf"Index (Only )?Scan.* using ({'|'.join(QUEUES)})", each)) for each in plans
    ]
    assert [] == [each for each in plans if "Seq Scan" in each]


async def test_number_of_a_draft_of_ones_own(db: Database, now: datetime) -> None:
    """Somebody's own draft has a number in the collection; a draft that is not kept, and one of others, has none."""
    await keep(db, 5, submission(now, 1), now)
    own, others = Member(user=5, name=""), Member(user=6, name="")
    numbers = await db.ask(lambda connection: [seen(connection, me).number_of(1) for me in (own, others)])
    missing = await db.ask(lambda connection: seen(connection, own).number_of(2))
    assert ([1, None], None) == (numbers, missing)
