"""Roles and invitations: an invitation is used once, one admin always stays, and two workers do not collide."""

import asyncio
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection
from support.slow import slowly
from support.turns import turn

from conversations.dialogue.audit import AuditEntry, InviteMade, InviteRefused, InviteUsed, InviteWithdrawn, RoleGiven
from conversations.dialogue.conversation import Conversation, Draft, Step
from conversations.dialogue.inputs import Commanded, Input, Wrote
from conversations.dialogue.model import Selection
from conversations.dialogue.repositories import ENTRIES_ON_A_PAGE, Person, ReviewRepository, Trail
from conversations.dialogue.review_record import Claim, Entry, Member, Review
from storage import (
    Audit,
    ConcurrentSave,
    Database,
    Heard,
    Invites,
    LastAdmin,
    Outbox,
    People,
    StepFunction,
    conversation_of,
    history_of,
)
from storage.admin import AdminQueries

ADA, BEN, CORA, ANNA = 9001, 1002, 2001, 1001

WEEK = timedelta(days=7)


async def hear(db: Database, update: int, user: int, step: StepFunction, now: datetime) -> None:
    """Take a turn of somebody."""
    given = Wrote(text="", message=1)
    await turn(db, Heard(update, user, user, given, name="Some One"), step, now)


def doing(*audit_entries: AuditEntry) -> StepFunction:
    """Make a step that does this."""
    return lambda conversation, _given, _now, _desk: Step(conversation=conversation, audit_entries=audit_entries)


def deciding(whom: int) -> StepFunction:
    """Make a step that takes the admin's role from somebody, where it may, as the core does."""

    def step(conversation: Conversation, _given: Input, _now: datetime, repository: ReviewRepository) -> Step:
        person = repository.administration.person(whom)
        may = (
            repository.role == "admin"
            and person is not None
            and person.role == "admin"
            and repository.administration.admins() > 1
        )
        audit_entries = (RoleGiven(whom=whom, role="practitioner", was="admin"),) if may else ()
        return Step(conversation=conversation, audit_entries=audit_entries)

    return step


async def log(db: Database) -> list[tuple[int | None, AuditEntry]]:
    """List who did what."""
    return [(entry.who.user if entry.who else None, entry.audit_entry) async for entry in Audit(db).all()]


async def roles(db: Database, *users: int) -> list[str]:
    """List what people may do."""
    return [await People(db).role_of(user) for user in users]


@pytest.fixture
async def admins(db: Database, now: datetime) -> People:
    """Make two people admins."""
    people = People(db)
    for user in (ADA, BEN):
        await people.give(user, "admin", None, now)
    return people


async def test_last_admin_is_not_taken_from_the_shell(db: Database, admins: People, now: datetime) -> None:
    """The shell does not take the last admin either; nothing changes, and nothing is in the log."""
    await admins.give(BEN, "practitioner", None, now)
    with pytest.raises(LastAdmin, match="9001 is the last admin"):
        await admins.give(ADA, "coordinator", None, now)

    assert ["admin", "practitioner"] == await roles(db, ADA, BEN)
    assert 3 == len(await log(db))


async def test_admin_of_the_settings_is_one_who_stays(db: Database, now: datetime) -> None:
    """With an admin by the settings the last one in the table can go."""
    people = People(db, frozenset({CORA}))
    await people.give(ADA, "admin", None, now)
    await people.give(ADA, "practitioner", None, now)

    assert ["practitioner"] == await roles(db, ADA)


@pytest.mark.usefixtures("admins")
async def test_two_admins_remove_each_other(db: Database, other: Database, now: datetime) -> None:
    """Where two admins remove each other at the same time, in two processes, one of them stays."""
    await asyncio.gather(hear(db, 1, ADA, deciding(BEN), now), hear(other, 2, BEN, deciding(ADA), now))

    assert ["admin", "practitioner"] == sorted(await roles(db, ADA, BEN))


@pytest.mark.both
@pytest.mark.usefixtures("admins")
async def test_two_admins_remove_themselves(db: Database, other: Database, now: datetime) -> None:
    """Where two admins give their role away at the same time, one of them cannot."""
    await asyncio.gather(hear(db, 1, ADA, deciding(ADA), now), hear(other, 2, BEN, deciding(BEN), now))

    assert ["admin", "practitioner"] == sorted(await roles(db, ADA, BEN))


@pytest.mark.both
@pytest.mark.usefixtures("admins")
async def test_two_processes_remove_two_admins(tmp_path: Path, url: str, db: Database) -> None:
    """Two commands of the shell that run at once leave one admin: the second says so and ends with 2."""
    commands = [
        await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "role", str(user), "practitioner"),
            env={"DATABASE_URL": url, "PYTHONPATH": str(Path.cwd())},
            cwd=tmp_path,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
        )
        for user in (ADA, BEN)
    ]
    told = [(await command.communicate())[1] for command in commands]

    assert [0, 2] == sorted(command.returncode or 0 for command in commands)
    assert ["admin", "practitioner"] == sorted(await roles(db, ADA, BEN))
    assert 1 == sum(b"is the last admin" in one for one in told)


@pytest.mark.parametrize(
    "audit_entry",
    [
        RoleGiven(whom=CORA, role="admin", was="coordinator"),
        InviteWithdrawn(invitation=7),
        *slowly(
            RoleGiven(whom=BEN, role="practitioner", was="admin"),
            InviteUsed(invitation=7, role="coordinator", was="practitioner"),
            InviteUsed(invitation=7, role="admin", was="coordinator"),
        ),
    ],
)
@pytest.mark.parametrize("user", [ADA, CORA])
async def test_deed_that_came_too_late(db: Database, now: datetime, audit_entry: AuditEntry, user: int) -> None:
    """What is not true any more when it is to be carried out changes nothing, and the turn is taken again."""
    await People(db).give(BEN, "admin", None, now)
    before = await log(db)
    with pytest.raises(ConcurrentSave):
        await hear(db, 1, user, doing(audit_entry), now)

    assert (before, ["practitioner", "admin"]) == (await log(db), await roles(db, CORA, BEN))


@pytest.mark.slow
async def test_last_admin_who_goes_by_himself(db: Database, now: datetime) -> None:
    """The database refuses what a step should never say."""
    await People(db).give(BEN, "admin", None, now)
    with pytest.raises(ConcurrentSave):
        await hear(db, 1, BEN, doing(RoleGiven(whom=BEN, role="coordinator", was="admin")), now)

    assert ["admin"] == await roles(db, BEN)


def claimed(number: int, status: str, now: datetime) -> Draft:
    """Give a submission that Cora is on."""
    claim = Claim(by=Member(user=CORA, name="Cora Coordinator"), since=now)
    review = Review(claim=claim, log=(Entry(at=now, move="hand in"),))
    given = {"number": number, "created_at": now, "updated_at": now, "status": status, "review": review}
    return Draft.model_validate({**given, "submitted_at": now})


async def put(db: Database, author: int, drafts: Sequence[Draft], now: datetime) -> None:
    """Keep drafts as their author's turn does."""

    def step(conversation: Conversation, _given: Input, _now: datetime, _desk: ReviewRepository) -> Step:
        return Step(conversation=conversation.model_copy(update={"drafts": tuple(drafts)}))

    await hear(db, author, author, step, now)


@pytest.mark.both
@pytest.mark.parametrize("by", [ADA, None])
async def test_what_a_coordinator_is_on_is_let_go(db: Database, now: datetime, by: int | None) -> None:
    """Who loses the role is on nothing any more: each history has a line, also that of the admin's own practice."""
    people = People(db)
    await people.give(ADA, "admin", None, now)
    await people.give(CORA, "coordinator", None, now)
    await put(db, ANNA, [claimed(1, "submitted", now), claimed(2, "changes_requested", now)], now)
    await put(db, ADA, [claimed(1, "submitted", now), claimed(2, "approved", now)], now)
    if by is None:
        await people.give(CORA, "practitioner", None, now)
    else:
        await hear(db, 1, by, doing(RoleGiven(whom=CORA, role="practitioner", was="coordinator")), now)
    drafts = [draft for chat in (ANNA, ADA) for draft in (await conversation_of(db, chat)).drafts]

    assert [None, None, None, CORA] == [draft.review.claim and draft.review.claim.by.user for draft in drafts]
    last = [draft.review.log[-1] for draft in drafts]
    assert ["let go"] * 3 + ["hand in"] == [entry.move for entry in last]
    assert {by or 0} == {entry.by.user for entry in last if entry.by}
    assert ["moved", "moved"] == [row.event.what for row in await history_of(db, ANNA)]


async def test_name_goes_with_the_role(db: Database, now: datetime) -> None:
    """The name of somebody who reviews no more is not kept."""
    people = People(db)
    await people.give(CORA, "coordinator", None, now)
    await hear(db, 1, CORA, doing(), now)
    before = [person.name for person in await people.all()]
    await people.give(CORA, "practitioner", None, now)

    assert (["Some One"], [None]) == (before, [person.name for person in await people.all()])


async def test_person_is_told_by_the_shell(db: Database, now: datetime) -> None:
    """A role from the shell is told to who has written, once, and not to who never did or has it already."""
    people = People(db)
    await people.seen(BEN, BEN, now)
    for user in (BEN, CORA, BEN):
        await people.give(user, "coordinator", None, now)
    told = [len(await Outbox(db).next(user, now)) for user in (BEN, CORA)]

    assert [1, 0] == told


async def invited(db: Database, now: datetime, maker: int = ADA, code: str = "join-1") -> str:
    """Let an admin make an invitation; give what the core was told."""
    seen: list[str] = []

    def step(conversation: Conversation, given: Input, _now: datetime, _desk: ReviewRepository) -> Step:
        if isinstance(given, Wrote):
            return Step(conversation=conversation, invite="coordinator")
        seen.append(given.model_dump_json())
        return Step(conversation=conversation)

    await turn(db, Heard(maker + 5, maker, maker, Wrote(text="", message=1)), step, now, lambda: code)
    return seen[0]


def opening(number: int = 1) -> StepFunction:
    """Make a step that uses an invitation where the picture says that it is open, as the core does."""

    def step(conversation: Conversation, given: Input, now: datetime, repository: ReviewRepository) -> Step:
        found = repository.administration.invitation(given.argument if isinstance(given, Commanded) else "join-1")
        if found is None or found.state(now) != "open":
            why = found.state(now) if found else "expired"
            refused = InviteRefused.model_validate({"invitation": number, "why": why})
            return Step(conversation=conversation, audit_entries=(refused,))
        used = InviteUsed(invitation=found.number, role="coordinator", was=repository.role)
        return Step(conversation=conversation, audit_entries=(used,))

    return step


@pytest.mark.both
@pytest.mark.usefixtures("admins")
async def test_invitation_is_used_once(db: Database, other: Database, now: datetime) -> None:
    """Of two who open a link at the same time, in two processes, one gets the role; both are in the log."""
    told = await invited(db, now)
    await asyncio.gather(hear(db, 1, CORA, opening(), now), hear(other, 2, ANNA, opening(), now))
    audit_entries = [audit_entry for _, audit_entry in await log(db)][-3:]

    assert '"code":"join-1"' in told
    assert ["coordinator", "practitioner"] == sorted(await roles(db, CORA, ANNA))
    expected = [InviteMade(invitation=1, role="coordinator"), InviteRefused(invitation=1, why="used")]
    assert expected == [audit_entries[0], audit_entries[2]]
    person = next(person for person in await People(db).all() if person.role == "coordinator")
    assert (ADA, 1, "Some One") == (person.given_by, person.invitation, person.name)


@pytest.mark.usefixtures("admins")
async def test_code_is_kept_nowhere(db: Database, tmp_path: Path, now: datetime) -> None:
    """Of a code the database has the hash alone; the log and the history have neither."""
    await invited(db, now, code="join-a-secret")
    await hear(db, 1, CORA, opening(), now)
    with closing(sqlite3.connect(tmp_path / "practices.db")) as kept:
        dump = "\n".join(kept.iterdump())

    assert "join-a-secret" not in dump


@pytest.mark.both
async def test_invitations_that_do_not_count(db: Database, admins: People, now: datetime) -> None:
    """One that is withdrawn, whose maker is no admin any more, or that is no code at all, is not open."""
    await invited(db, now, ADA, "join-1")
    await invited(db, now, BEN, "join-2")
    made = await Invites(db).make("admin", now)

    async def states(*codes: str) -> list[str | None]:
        found = await db.ask(
            lambda connection: [AdminQueries(lambda: connection, (), "").invitation(code) for code in codes]
        )
        return [one.state(now) if one else None for one in found]

    codes = ("join-1", "join-2", made.code, "", "join-1\n", "x" * 65, "ünicode", "join-9")
    assert ["open", "open", "open", *[None] * 5] == await states(*codes)
    await hear(db, 1, ADA, doing(InviteWithdrawn(invitation=1)), now)
    await admins.give(BEN, "coordinator", None, now)
    assert ["withdrawn", "withdrawn", "open"] == await states("join-1", "join-2", made.code)
    unused = await db.ask(lambda connection: AdminQueries(lambda: connection, (), "").invitations())
    assert ([3], made.until) == ([one.number for one in unused], now + WEEK)


async def test_old_link_that_is_opened_again_and_again(db: Database, now: datetime) -> None:
    """Who opens a link that does not count has one line for it, however often they do."""
    used, expired = (InviteRefused.model_validate({"invitation": 1, "why": why}) for why in ("used", "expired"))
    for update, audit_entry in enumerate((used, used, expired, used), 1):
        await hear(db, update, CORA, doing(audit_entry), now)
    await hear(db, 9, ANNA, doing(used), now)

    assert [(CORA, used), (CORA, expired), (ANNA, used)] == await log(db)


async def test_codes_cannot_be_guessed(db: Database, now: datetime) -> None:
    """Each code is another one, fits into a link, and has 192 bits of chance."""
    codes = {(await Invites(db).make("coordinator", now)).code for _ in range(5)}
    assert (5, {len("join-") + 32}) == (len(codes), {len(code) for code in codes})


def administration(connection: Connection) -> AdminQueries:
    """Look at the office, with an admin by the settings who has never written."""
    return AdminQueries(lambda: connection, frozenset({1}), "bot")


@pytest.mark.both
async def test_office_lists_people(db: Database, now: datetime) -> None:
    """Admins come first, those of the settings too where they never wrote; a practitioner is found by number only."""
    people = People(db, frozenset({1}))
    for user in range(10, 18):
        await people.give(user, "coordinator", 30, now)
    await people.give(30, "admin", None, now)
    await people.seen(50, 50, now)

    def look(connection: Connection) -> tuple[tuple[Person, ...], list[str]]:
        seen = administration(connection)
        found = (seen.person(user) for user in (1, 10, 30, 50, 51))
        return seen.people(), [str(one and one.role) for one in found]

    everyone, found = await db.ask(look)
    assert [1, 30, *range(10, 18)] == [person.user for person in everyone]
    assert ["admin", "coordinator", "admin", "practitioner", "None"] == found
    assert (True, None, 30) == (everyone[0].by_settings, everyone[1].by, everyone[2].by.user)  # type: ignore[union-attr] # given by 30


@pytest.mark.both
async def test_audit_has_pages(db: Database, now: datetime) -> None:
    """The log is read by page, the newest first, with the names of those who have a role."""
    people = People(db)
    for user in range(10, 12 + ENTRIES_ON_A_PAGE):
        await people.give(user, "admin", None, now)
    await hear(db, 1, 11, doing(), now)

    def look(connection: Connection) -> tuple[Trail, Trail]:
        return administration(connection).audit(0), administration(connection).audit(1)

    first, second = await db.ask(look)
    assert (ENTRIES_ON_A_PAGE, 2, ENTRIES_ON_A_PAGE + 2) == (len(first.entries), len(second.entries), first.total)
    assert (None, Member(user=11, name="Some One")) == (second.entries[0].who, second.entries[0].whom)


async def test_count_is_that_of_the_export(db: Database, now: datetime) -> None:
    """Submissions are counted as the export finds them: by status and by the day that they were handed in."""
    given = [(1, "approved", now), (2, "approved", now - WEEK), (3, "draft", now)]
    await put(db, ANNA, [claimed(*one) for one in given], now)

    def look(connection: Connection) -> list[int]:
        seen = administration(connection)
        return [seen.count(Selection()), seen.count(Selection(since=now.date())), seen.count(Selection(statuses=()))]

    assert [2, 1, 0] == await db.ask(look)
