"""The pages of the admins: rights, exports, the audit log, and a walk with every input on every page."""

from collections import deque
from copy import deepcopy
from datetime import date
from typing import get_args

import pytest
from support.core_review import CARL, CORA, does, forged, press
from support.core_talker import CoreTestBed

from bot.demo.transcripts import ADMIN
from conversations.admin import audit_texts, texts
from conversations.admin.actions import ACTIONS
from conversations.diagram import NOW, filled
from conversations.dialogue.audit import (
    AuditEntry,
    DraftDeleted,
    Exported,
    Forgotten,
    InviteMade,
    InviteRefused,
    InviteUsed,
    InviteWithdrawn,
    PracticeReceived,
    RoleGiven,
)
from conversations.dialogue.conversation import Conversation
from conversations.dialogue.inputs import (
    CALLBACK_BYTES,
    Attached,
    Chose,
    Commanded,
    Input,
    Invited,
    Picked,
    Press,
    Revised,
    Unreadable,
    Wrote,
)
from conversations.dialogue.model import Period, Selection
from conversations.dialogue.registry import Action
from conversations.dialogue.replies import ExportFile, StatsPicture
from conversations.dialogue.repositories import Entry, NoAdminRepository
from conversations.dialogue.review_record import Member
from conversations.dialogue.state import AtOffice, New
from conversations.engine.screens import MESSAGE
from conversations.filling import role_texts
from conversations.filling.role_texts import NOT_A_COORDINATOR
from conversations.review import queue_texts

ADA = 9001


REFUSALS = {"admin": role_texts.NOT_AN_ADMIN, "coordinator": NOT_A_COORDINATOR}


@pytest.mark.parametrize("action", ACTIONS, ids=[one.name for one in ACTIONS])
@pytest.mark.parametrize("who", ["Ben", "Cora"])
def test_forged_button_of_one_who_is_no_admin(who: str, action: Action) -> None:
    """A forged button of the admins says so, shows nothing and changes nothing; those of exports need less."""
    on = CoreTestBed()
    before = len(on.collection.registry.log)
    does(on.talker(who), "/start")
    said = [press(on.talker(who), forged(action.name, about, 0, submission=0)) for about in ("", str(ADA), "admin")]

    old = "That button is from an earlier message"
    refusal = old if (who, action.role) == ("Cora", "coordinator") else REFUSALS[action.role]
    assert all(refusal in one for one in said)
    assert not any("Ada" in one or "t.me" in one for one in said)
    assert before == len(on.collection.registry.log)


@pytest.mark.parametrize(
    ("who", "name"),
    [("Anna", "export"), *((who, name) for who in ("Anna", "Cora") for name in ("people", "invite", "stats", "audit"))],
)
def test_command_without_the_right(who: str, name: str) -> None:
    """A command without the right is answered like an unknown one."""
    on = CoreTestBed()
    does(on.talker(who), "/start")
    assert (
        f"I do not know the command /{name}. /help lists what I know."
        == does(on.talker(who), f"/{name}").split("\n")[0]
    )


@pytest.mark.parametrize("action", [one.name for one in ACTIONS])
def test_forged_button_of_an_admin_is_an_old_one(action: str) -> None:
    """A button that was not shown does nothing for an admin either; only pages that can be had at any time open."""
    on = CoreTestBed()
    does(on.talker("Ada"), "/audit")
    said = press(on.talker("Ada"), forged(action, str(CORA), 0, submission=0))

    leads = action in {"office", "people"}
    assert leads == ("People with a role" in said)
    assert (leads or action == "stats") != ("That button is from an earlier message" in said)
    assert "coordinator" == on.collection.role_of(CORA)


def test_practice_is_continued_after_the_admins_pages() -> None:
    """After the admins' pages a practice continues at its open question."""
    on = CoreTestBed()
    does(on.talker("Ada"), "/new", "Open Door", "/people")

    assert "Section 2 of 16 · Description" in does(on.talker("Ada"), "/back", "/overview", "/back")


def test_stats_are_sent_in_any_state() -> None:
    """The picture alone is sent, not the open page again; a button leads to the admin page."""
    on = CoreTestBed()
    for _ in range(2):
        does(on.talker("Ada"), "/stats")

    assert [StatsPicture()] * 2 == [reply.document for reply in on.talker("Ada").replies.values()]
    assert "Admin page" == does(on.talker("Ada"), f"[{texts.OFFICE}]").split("\n")[0]


def test_first_start_leads_to_the_admin_page() -> None:
    """The first /start shows an admin what waits and leads to all pages; /back goes up from each to the queue."""
    on = CoreTestBed()
    ada = on.talker("Ada")
    first = does(ada, "/start").split("\n")
    labels = [button.label for row in ada.replies[max(ada.replies)].rows for button in row]

    assert [texts.WELCOME, "", texts.OFFICE, "Waiting for review: 0", "People with a role: 3"] == first[:5]
    assert ["Queue", "Export", "People", "Invite", "Figures", "Audit log", "Describe a practice of my own"] == labels
    assert queue_texts.QUEUE_EMPTY in does(ada, "/back")
    for page in ("People", "Export"):
        does(ada, "/new", "/people", f"[{texts.OFFICE}]", f"[{page}]")
        assert texts.OFFICE == does(ada, "/back").split("\n")[0]
    does(ada, "[Figures]")
    assert StatsPicture() in [reply.document for reply in ada.replies.values()]


def test_admin_page_leads_back_to_a_practice() -> None:
    """For an admin with a practice the admin page leads to that practice."""
    on = CoreTestBed()
    said = does(on.talker("Ada"), "/new", "Open Door", "/people", f"[{texts.OFFICE}]", "[Go on with my own practice]")
    assert "Section 2 of 16" in said


def test_new_admin_by_invitation_sees_the_admin_page() -> None:
    """A link for an admin leads to the admin page."""
    on = CoreTestBed()
    does(on.talker("Ada"), "/invite admin")
    said = does(on.talker("Ben"), "/start join-0001").split("\n")
    assert [role_texts.MAY_NOW["admin"], "", texts.OFFICE] == said[:3]


@pytest.mark.parametrize("command", ["/people 2001", "/invite", "/audit", "/start"])
def test_words_at_a_page_of_the_admins_are_kept(command: str) -> None:
    """A page that asks for no words keeps them as a note; a greeting is answered without the page."""
    ada = CoreTestBed().talker("Ada")
    assert ["Hello.", "You are welcome."] == [does(ada, command, "hello"), does(ada, "thanks")]
    assert does(ada, "what now?").startswith(texts.NOT_HERE)
    said = does(ada, "Lone calls on Friday")
    assert ["Lone calls on Friday"] == [note.text for note in ada.conversation.notes]
    assert "I have kept this as a note" in said


@pytest.mark.parametrize(
    ("words", "period", "known"),
    [
        ("", "all", True),
        ("last month", "month", True),
        ("90 days", "quarter", True),
        ("Year", "year", True),
        ("May", "all", False),
    ],
)
def test_stats_with_a_period_typed(words: str, period: Period, known: bool) -> None:  # noqa: FBT001 - a row of a table
    """Words behind /stats choose the period; the caption says so if none is known."""
    ada = CoreTestBed().talker("Ada")
    does(ada, f"/stats {words}")
    *_, picture = ada.replies.values()
    assert (StatsPicture(period=period), texts.STATS if known else texts.NO_SUCH_PERIOD) == (
        picture.document,
        picture.lines[0].text,
    )


def test_stats_of_a_period() -> None:
    """Buttons under the picture ask for another period, also under an old picture; an unknown number asks for all."""
    on = CoreTestBed()
    does(on.talker("Ada"), "/stats")
    *_, picture = on.talker("Ada").replies.values()
    labels = [button.label for row in picture.rows for button in row]
    assert ["Last 30 days", "Last 90 days", "Last 365 days", "Admin page"] == labels
    for index in (1, 99):
        press(on.talker("Ada"), forged("stats", "", index, submission=0))
    asked = [reply.document for reply in on.talker("Ada").replies.values() if reply.document]
    assert [StatsPicture(), StatsPicture(period="quarter"), StatsPicture()] == asked


def test_export_is_described_as_chosen() -> None:
    """The reply describes the format, statuses and first day of the file; the audit log has the same."""
    on = CoreTestBed()
    draft = filled().drafts[0].model_copy(update={"status": "withdrawn", "submitted_at": NOW})
    on.talker("Anna").conversation = filled().model_copy(update={"drafts": (draft,)})
    does(on.talker("Ada"), "/export", "[JSON]", "[Withdrawn]", "2 January 2020", "[Send the file]")
    file = ExportFile(format="json", statuses=("approved", "withdrawn"), since=date(2020, 1, 2))

    assert [file] == [reply.document for reply in on.talker("Ada").replies.values() if reply.document]
    assert Exported(file=file, count=1) == on.collection.registry.log[-1][3]


def test_formats_keep_their_numbers() -> None:
    """Buttons of old keyboards have these numbers; a new format gets the next one."""
    on = CoreTestBed()
    does(on.talker("Ada"), "/export")
    *_, page = on.talker("Ada").replies.values()
    buttons = [button for row in page.rows for button in row if button.press.action == "format"]
    labels = [button.label.removeprefix("✓ ") for button in buttons]
    assert ["Excel", "CSV", "Word", "JSON", "Package of all", "PDF"] == labels
    assert [*range(6)] == [button.press.index for button in buttons]


def test_former_admin_leaves_the_page() -> None:
    """The next text of a former admin leaves the admins' page."""
    on = CoreTestBed()
    on.collection.registry.appoint(CARL, "admin", NOW)
    does(on.talker("Carl"), "/invite")
    on.collection.registry.roles[CARL] = "coordinator"

    assert role_texts.NOT_AN_ADMIN in does(on.talker("Carl"), "hello")
    assert "Waiting for review: 0" in does(on.talker("Carl"), "/queue")


def test_every_audit_entry_has_its_line() -> None:
    """Each kind of audit entry is written as a sentence."""
    file = ExportFile(format="xlsx", statuses=("approved",))
    audit_entries: list[AuditEntry] = [
        RoleGiven(whom=5, role="admin", was="coordinator"),
        RoleGiven(whom=5, role="practitioner", was="admin"),
        InviteMade(invitation=1, role="admin"),
        InviteMade(invitation=2, submission=7),
        InviteWithdrawn(invitation=1),
        InviteUsed(invitation=1, role="admin", was="practitioner"),
        InviteRefused(invitation=1, why="expired"),
        PracticeReceived(invitation=2, submission=7),
        Exported(file=file, count=2),
        Forgotten(),
    ]
    lines = [
        audit_texts.entry(Entry(NOW, None, Member(user=5, name=""), audit_entry), NOW).partition("the server ")[2]
        for audit_entry in audit_entries
    ]

    deleted = DraftDeleted(submission=7, days=365)

    assert {DraftDeleted, *(type(audit_entry) for audit_entry in audit_entries)} == {*get_args(get_args(AuditEntry)[0])}
    assert [
        "made user 5 an admin (coordinator before)",
        "took the role of admin from user 5",
        "made invitation 1 for an admin",
        "made invitation 2 for the author of practice 7",
        "withdrew invitation 1",
        "opened invitation 1 and became an admin (practitioner before)",
        "opened invitation 1, which was expired",
        "opened invitation 2 and became the author of practice 7",
        "exported 2 submissions (Excel: approved)",
        "deleted everything about a person",
    ] == lines
    by_itself = audit_texts.entry(Entry(NOW, None, None, deleted), NOW).partition(": ")[2]
    assert by_itself == "the bot deleted draft 7, which nobody had touched for 365 days"


def test_admin_repository_of_nobody_is_empty() -> None:
    """Without a collection nothing is found."""
    administration = NoAdminRepository()
    found = (
        administration.people(),
        administration.person(1),
        administration.admins(),
        administration.invitations(),
        administration.invitation("x"),
    )
    assert ((), None, 0, (), None) == found
    assert (0, 0) == (administration.count(Selection()), administration.audit(0).total)


def test_help_of_an_admin_begins_with_the_admin_commands() -> None:
    """An admin's help begins with the admin's commands."""
    assert texts.HELP in does(CoreTestBed().talker("Ada"), "/help")
    assert texts.HELP not in does(CoreTestBed().talker("Cora"), "/help")


COMMANDS = (
    *(("start", argument) for argument in ("", "join-0001", "x" * 4000)),
    *(("people", argument) for argument in ("", "1002", "2001")),
    *(("invite", argument) for argument in ("", "admin")),
    *((name, "") for name in ("export", "stats", "audit", "back", "skip", "help", "queue", "new", "drafts")),
    ("overview", ""),
)


INPUTS: list[Input] = [
    *(Commanded(name=name, argument=argument, message=1) for name, argument in COMMANDS),
    *(
        Wrote(text=text, message=2)
        for text in ("2001", "1 November 2026", "RAN-2026-0001", "words", "excel", "x" * 4096)
    ),
    Revised(text="2012", message=2),
    Attached(what="photo", caption="2013", message=4),
    Unreadable(what="sticker", message=5),
    *(Picked(user=user, message=6) for user in (2001, 4711, None)),
    Invited(gives="admin", code="join-late", until=NOW),
    Chose(press=None, message=1),
    Chose(press=Press(draft=0, keyboard_version=1, about="9001", action="give", index=9), message=1),
]
"""Inputs for every page."""


def state_key(conversation: Conversation) -> object:
    """Return the key of a page: its person and role, and for exports which choices it shows."""
    state = conversation.state
    if isinstance(state, AtOffice):
        page = state.page
        chosen = not getattr(page, "statuses", ()), getattr(page, "by", None), bool(getattr(page, "references", ()))
        return page.page, getattr(page, "user", 0), getattr(page, "role", ""), chosen
    return state.at


@pytest.mark.slow
def test_every_page_answers_every_input() -> None:
    """On every page every input is answered within Telegram's limits, with a button."""
    start = CoreTestBed()
    start.collection.registry.meet(1002, "Ben Example", NOW)
    draft = filled().drafts[0].model_copy(update={"status": "approved", "submitted_at": NOW})
    start.talker("Anna").conversation = filled().model_copy(update={"drafts": (draft,)})
    waiting, known, pages = deque([start]), set[object](), set[str]()
    while waiting:
        on = waiting.popleft()
        ada = on.talker("Ada")
        state = ada.conversation.state
        if state_key(ada.conversation) in known or not isinstance(state, AtOffice | New):
            continue
        known.add(state_key(ada.conversation))
        pages |= {state.page.page} if isinstance(state, AtOffice) else set()
        last = max((number for number, reply in ada.replies.items() if reply.rows), default=0)
        shown = [button.press for row in ada.replies[last].rows for button in row] if last else []
        assert all(len(one.data()) <= CALLBACK_BYTES for one in shown)
        for given in (*INPUTS, *(Chose(press=one, message=last) for one in shown)):
            there = deepcopy(on)
            before = len(there.collection.registry.log)
            said = there.talker("Ada").give(given)
            assert said
            replies = there.talker("Ada").replies
            assert all(0 < len(reply.text) <= MESSAGE for reply in replies.values())
            newest = replies[max(replies)] if replies else None  # an old button gets only a toast
            assert newest is None or newest.rows or newest.document or newest.keyboard
            assert before <= len(there.collection.registry.log)
            assert "admin" in there.collection.registry.roles.values()
            waiting.append(there)
    assert {"office", "people", "sharing", "person", "changing", "inviting", "exporting", "audit"} == pages
    assert ADMIN in start.collection.registry.people
