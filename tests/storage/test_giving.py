"""A practice that belongs to nobody moves to the person who opens its link first, with all that is stored of it."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.util import await_
from support.practices import keep, leaflet, practice, reviewed
from support.turns import taken, turn

from bot.demo.test_bed import agree
from conversations.dialogue.audit import AuditEntry, InviteMade, InviteRefused, PracticeReceived
from conversations.dialogue.conversation import Conversation, Draft, Handled, Received, Step
from conversations.dialogue.events import Event
from conversations.dialogue.inputs import Chose, Commanded, Input, Press, Wrote
from conversations.dialogue.model import NOBODY
from conversations.dialogue.repositories import ReviewRepository
from conversations.dialogue.state import Asking, Summary
from conversations.engine.engine import step
from storage import (
    Audit,
    Blobs,
    ConcurrentSave,
    Database,
    Heard,
    Invites,
    Outbox,
    People,
    StepFunction,
    conversation_of,
    history_of,
    submissions,
)
from storage.admin import AdminQueries
from storage.conversations import wait_for
from storage.database.tables import DRAFT_THEMES, DRAFTS, INVITES
from storage.giving import unowned
from storage.imports import Collection
from storage.imports.storing import Archive
from storage.privacy.data_export import data_of
from storage.privacy.erasure import erase_from_shell
from storage.unit_of_work import allot

ANNA, BEN, CORA, CARL = 1001, 1002, 2001, 2002


@pytest.fixture
async def link(db: Database, blobs: Blobs, now: datetime) -> str:
    """Import an approved practice for nobody and make its link; Anna and Ben have agreed; give the code."""
    await imported(db, blobs, reviewed(practice(7, attachments=(leaflet("ab" * 32),))), now)
    await agree(db, [ANNA, BEN], now)
    return (await Invites(db).make(1, now)).code


@pytest.fixture
def blobs(tmp_path_factory: pytest.TempPathFactory) -> Blobs:
    """Give an empty folder of contents."""
    return Blobs(tmp_path_factory.mktemp("data"))


async def imported(db: Database, blobs: Blobs, draft: Draft, now: datetime) -> None:
    """Import a practice for nobody."""
    await (await Collection.of(db, blobs)).add(draft, Archive(), now)


async def opens(  # noqa: PLR0913, PLR0917 - who opens what, when and where
    db: Database, user: int, code: str, now: datetime, update_id: int = 0, step: StepFunction = step
) -> None:
    """Open a link."""
    given = Commanded(name="start", argument=code, message=1)
    await turn(db, Heard(update_id or user, user, user, given, name="Some One"), step, now)


async def drafts_of(db: Database, chat: int) -> tuple[Draft, ...]:
    """Return the drafts of a chat."""
    return (await conversation_of(db, chat)).drafts


async def log(db: Database) -> list[tuple[int | None, AuditEntry]]:
    """List who did what with invitations."""
    return [(entry.who.user if entry.who else None, entry.audit_entry) async for entry in Audit(db).all()]


async def events_of(db: Database, chat: int) -> Sequence[Event]:
    """List the events of a chat."""
    return [row.event for row in await history_of(db, chat)]


@pytest.mark.both
async def test_practice_moves_with_all_that_is_stored(db: Database, link: str, now: datetime) -> None:
    """Answers, files, review, versions, history and the row itself: only the number and the author are new."""
    await keep(db, ANNA, practice(1, status="draft", reference=None), update_id=5)
    await agree(db, [ANNA], now)
    (before,), events = await drafts_of(db, NOBODY), await events_of(db, NOBODY)
    await opens(db, ANNA, link, now)

    anna = await conversation_of(db, ANNA)
    assert (Summary(), 2, None) == (anna.state, anna.hand, anna.invited)
    assert before.model_copy(update={"number": 2, "updated_at": now}) == anna.drafts[1]
    assert [event.model_copy(update={"draft": 2}) for event in events] == await events_of(db, ANNA)
    assert ((), []) == (await drafts_of(db, NOBODY), await events_of(db, NOBODY))
    rows = select(DRAFTS.c.chat_id, DRAFTS.c.number, DRAFTS.c.reference).where(DRAFTS.c.id == 1)
    assert [(ANNA, 2, "RAN-2026-0007")] == [tuple(row) for row in await db.rows(rows)]
    assert 2 == len(await db.rows(select(DRAFT_THEMES.c.theme).where(DRAFT_THEMES.c.draft_id == 1)))
    assert "RAN-2026-0008" == await db.change(allot, now)
    assert [
        (None, InviteMade(invitation=1, submission=1)),
        (ANNA, PracticeReceived(invitation=1, submission=1)),
    ] == await log(db)


@pytest.mark.both
async def test_draft_is_asked_on(db: Database, blobs: Blobs, now: datetime) -> None:
    """A draft leads to its first open question, and the answer to it is stored in the same row."""
    answers = practice(1).answers
    left = {path: answer for path, answer in answers.items() if path != "start.starting_year"}
    await imported(db, blobs, practice(1, status="draft", reference=None, submitted_at=None, answers=left), now)
    await agree(db, [ANNA], now)
    code = (await Invites(db).make(1, now)).code
    await opens(db, ANNA, code, now)
    assert Asking(question="start.starting_year") == (await conversation_of(db, ANNA)).state
    await turn(db, Heard(7, ANNA, ANNA, Wrote(text="2011", message=2)), step, now)
    (draft,) = await drafts_of(db, ANNA)

    assert 2011 == draft.values["start.starting_year"]
    assert [(1,)] == [tuple(row) for row in await db.rows(select(DRAFTS.c.id))]


@pytest.mark.both
async def test_yes_and_link_of_one_batch(db: Database, link: str, now: datetime) -> None:
    """Somebody new opens the link and agrees within one batch: the practice is there, in a conversation of its own."""
    start = Heard(21, CARL, CARL, Commanded(name="start", argument=link, message=1))
    yes = Heard(22, CARL, CARL, Chose(press=Press.read("0|0||agree|1"), message=2))
    await taken(db, now, start, yes)

    assert ["RAN-2026-0007"] == [draft.reference for draft in await drafts_of(db, CARL)]


@pytest.mark.both
async def test_two_open_a_link_at_once(db: Database, other: Database, link: str, now: datetime) -> None:
    """Of two who open a link at the same time, in two processes, one gets the practice; the other is told."""
    await asyncio.gather(opens(db, ANNA, link, now), opens(other, BEN, link, now))
    both = [await drafts_of(db, user) for user in (ANNA, BEN)]
    entries = [entry for _, entry in await log(db)][1:]

    assert ["RAN-2026-0007"] == [draft.reference for drafts in both for draft in drafts if draft.reference]
    assert [PracticeReceived(invitation=1, submission=1), InviteRefused(invitation=1, why="used")] == entries


@pytest.mark.both
async def test_two_open_a_link_in_one_batch(db: Database, link: str, now: datetime) -> None:
    """Within one batch the first one gets the practice."""
    given = Commanded(name="start", argument=link, message=1)
    await taken(db, now, Heard(1, ANNA, ANNA, given), Heard(2, BEN, BEN, given))
    (reply, *_) = await Outbox(db).next(BEN, now)

    assert ["RAN-2026-0007"] == [draft.reference for draft in await drafts_of(db, ANNA)]
    assert "used already" in (reply.reply.text if reply.reply else "")


@pytest.mark.postgresql
async def test_coordinator_saves_at_the_same_time(db: Database, other: Database, link: str, now: datetime) -> None:
    """What a coordinator saves while a link is opened is not lost: the practice moves as it is then."""
    approving = list[object]()

    def declining(conversation: Conversation, _given: Input, _now: datetime, repository: ReviewRepository) -> Step:
        submission = repository.submission(1)
        assert submission is not None
        draft = submission.draft.model_copy(update={"status": "declined"})
        return Step(conversation=conversation, handled=(Handled(number=1, author=NOBODY, draft=draft, events=()),))

    def meanwhile(conversation: Conversation, given: Input, now: datetime, repository: ReviewRepository) -> Step:
        taken = step(conversation, given, now, repository)
        if not approving:
            approving.append(None)
            await_(turn(other, Heard(9, CORA, CORA, Wrote(text="", message=1)), declining, now))
        return taken

    await opens(db, ANNA, link, now, step=meanwhile)

    assert ["declined"] == [draft.status for draft in await drafts_of(db, ANNA)]


@pytest.mark.postgresql
async def test_practices_of_nobody_are_held(db: Database, other: Database, link: str, now: datetime) -> None:
    """While another worker changes practices of nobody, the link waits, and gives the practice then."""
    held, tried, calls = asyncio.Event(), asyncio.Event(), list[object]()

    async def hold() -> None:
        async with other.write() as holder:
            await holder.run_sync(wait_for, NOBODY)
            held.set()
            await tried.wait()

    def trying(conversation: Conversation, given: Input, now: datetime, repository: ReviewRepository) -> Step:
        calls.append(None)
        if len(calls) > 1:
            tried.set()
        return step(conversation, given, now, repository)

    async def opening() -> None:
        await held.wait()
        await opens(db, ANNA, link, now, step=trying)

    async with asyncio.timeout(30):
        await asyncio.gather(hold(), opening())

    assert 1 == len(await drafts_of(db, ANNA))


@pytest.mark.both
async def test_link_is_withdrawn_at_the_same_time(db: Database, link: str, now: datetime) -> None:
    """A step that saw the link open is taken again if it is not when the practice moves."""

    def late(conversation: Conversation, _given: Input, _now: datetime, repository: ReviewRepository) -> Step:
        assert repository.submission(1) is not None
        received = Received(invitation=1, submission=1, draft=1)
        return Step(conversation=conversation, received=received)

    await db.change(lambda connection: connection.execute(INVITES.update().values(withdrawn_at=now)))
    with pytest.raises(ConcurrentSave):
        await opens(db, ANNA, link, now, step=late)
    assert 1 == len(await drafts_of(db, NOBODY))


@pytest.mark.both
async def test_only_the_newest_link_works(db: Database, link: str, now: datetime) -> None:
    """A new link to a practice ends the earlier one; links to a role, and those of other practices, stay."""
    role, newer = await Invites(db).make("coordinator", now), await Invites(db).make(1, now)
    await opens(db, ANNA, link, now)
    assert (ANNA, InviteRefused(invitation=1, why="withdrawn")) == (await log(db))[-1]
    await opens(db, BEN, newer.code, now)
    await opens(db, CORA, role.code, now)

    assert (1, "coordinator") == (len(await drafts_of(db, BEN)), await People(db).role_of(CORA))


@pytest.mark.usefixtures("link")
async def test_link_ends_with_its_maker(db: Database, now: datetime) -> None:
    """A link that a coordinator made gives nothing once they review no more."""
    people = People(db)
    await people.give(CORA, "coordinator", None, now)
    seen = list[Input]()

    def make(conversation: Conversation, given: Input, _now: datetime, _desk: ReviewRepository) -> Step:
        seen.append(given)
        return Step(conversation=conversation, invite=1 if isinstance(given, Wrote) else None)

    await turn(db, Heard(50, CORA, CORA, Wrote(text="", message=1)), make, now, lambda: "join-of-cora")
    await people.give(CORA, "practitioner", None, now)
    await opens(db, ANNA, "join-of-cora", now)

    assert 1 == len(await drafts_of(db, NOBODY))
    assert InviteRefused(invitation=2, why="withdrawn") == (await log(db))[-1][1]


@pytest.mark.usefixtures("link")
async def test_links_are_not_among_the_invitations_to_a_role(db: Database, now: datetime) -> None:
    """The admins' page lists the invitations to a role, of which there are few."""
    await Invites(db).make("coordinator", now)
    found = await db.ask(lambda connection: AdminQueries(lambda: connection, (), "").invitations())

    assert ["coordinator"] == [one.role for one in found]


@pytest.mark.both
async def test_data_of_the_new_author(db: Database, link: str, now: datetime) -> None:
    """The data export has the practice, its history, its file and the link; they are no reviewer because of a link."""
    await opens(db, ANNA, link, now)
    kept = await db.ask(data_of, ANNA, ANNA, (), now)

    assert ["RAN-2026-0007"] == [one["reference"] for one in kept["practices"]]
    assert ["leaflet.pdf"] == [one["name"] for one in kept["files"]]
    assert kept["history"]
    assert [(True, True)] == [(one["used_by_you"], one["gives_practice"]) for one in kept["invitations"]]
    assert ["practice_received"] == [one["what"] for one in kept["audit"]]
    assert "is now your practice" in kept["messages"][0]["text"]


@pytest.mark.both
async def test_erasure_of_the_new_author(db: Database, link: str, now: datetime) -> None:
    """An erasure deletes the practice and its history, and takes the number out of invitation and log."""
    await opens(db, ANNA, link, now)
    await db.change(lambda connection: erase_from_shell(connection, ANNA, frozenset(), now, withdraw=True))

    assert ((), []) == (await drafts_of(db, ANNA), await events_of(db, ANNA))
    assert [] == await db.rows(select(DRAFTS.c.id))
    assert [(0,)] == [tuple(row) for row in await db.rows(select(INVITES.c.used_by))]
    assert ANNA not in [who for who, _ in await log(db)]


@pytest.mark.both
async def test_practice_of_nobody_is_found(db: Database, link: str, now: datetime) -> None:
    """By its reference or its identifier; one with an author is not."""
    found = await db.ask(unowned, "RAN-2026-0007")
    assert found is not None
    (stored,) = [one async for one in submissions(db)]
    assert (1, stored.draft) == found == await db.ask(unowned, stored.identifier)
    await opens(db, ANNA, link, now + timedelta(days=1))

    assert [None, None] == [await db.ask(unowned, name) for name in ("RAN-2026-0007", "no such")]
