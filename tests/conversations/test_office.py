"""The office: rights at every step, roles that cannot be taken, invitations, and what is said of it all."""

from datetime import date, timedelta
from typing import get_args

import pytest
from support.core_talker import CoreTalker, CoreTestBed

from bot.demo.transcripts import Act
from conversations.admin import texts
from conversations.admin.actions import ACTIONS
from conversations.admin.people import released
from conversations.diagram import NOW, begun, filled
from conversations.dialogue.audit import (
    AuditEntry,
    DraftDeleted,
    Exported,
    Forgotten,
    InviteMade,
    InviteRefused,
    InviteUsed,
    InviteWithdrawn,
    RoleGiven,
)
from conversations.dialogue.conversation import Conversation, Draft
from conversations.dialogue.desk_states import Changing, OnePerson
from conversations.dialogue.inputs import Chose, Invited, Press
from conversations.dialogue.replies import ExportFile, StatsPicture
from conversations.dialogue.repositories import Entry, Invitation, NoOffice
from conversations.dialogue.review_record import Claim, Member, Review
from conversations.dialogue.state import AtOffice
from conversations.engine.engine import step
from conversations.privacy import texts as privacy_texts
from conversations.review import texts as review_texts

ADA, ANNA, BEN, CORA, CARL = 9001, 1001, 1002, 2001, 2002


def does(on: CoreTestBed, who: str, *acts: str) -> str:
    """Do something: a label in brackets is pressed, anything else said; give the last answer."""
    talker = on.talker(who)
    shown = [talker.do(Act("presses", act[1:-1]) if act.startswith("[") else Act("says", act)) for act in acts]
    return "\n".join(one.text for one in shown[-1])


def presses(talker: CoreTalker, action: str, about: str = "", index: int | None = None) -> str:
    """Press a button that was never shown."""
    press = Press(draft=0, keyboard_version=0, about=about, action=action, index=index)
    return "\n".join(one.text for one in talker.give(Chose(press=press, message=999_999)))


def without_settings() -> CoreTestBed:
    """Set a stage on which Ada has her role from the shell, and can lose it."""
    on = CoreTestBed()
    on.collection.registry.appoint(ADA, "admin", NOW)
    return on


def role(on: CoreTestBed, user: int) -> str:
    """Tell what somebody may do."""
    return on.collection.role_of(user)


@pytest.mark.parametrize("action", [*ACTIONS])
@pytest.mark.parametrize("who", ["Ben", "Cora"])
def test_forged_button_of_one_who_is_no_admin(who: str, action: str) -> None:
    """A button of the office that somebody else forges says so, shows nothing and changes nothing."""
    on = CoreTestBed()
    before = len(on.collection.registry.log)
    does(on, who, "/start")
    said = [presses(on.talker(who), action, about, 0) for about in ("", str(ADA), "admin")]

    assert all(texts.NOT_AN_ADMIN in one for one in said)
    assert not any("Ada" in one or "t.me" in one for one in said)
    assert before == len(on.collection.registry.log)


@pytest.mark.parametrize("name", ["export", "people", "invite", "stats", "audit"])
@pytest.mark.parametrize("who", ["Anna", "Cora"])
def test_command_without_the_right(who: str, name: str) -> None:
    """A command that the person has no right to is answered as an unknown one."""
    on = CoreTestBed()
    does(on, who, "/start")
    assert f"I do not know the command /{name}. /help lists what I know." == does(on, who, f"/{name}").split("\n")[0]


@pytest.mark.parametrize("action", [*ACTIONS])
def test_forged_button_of_an_admin_is_an_old_one(action: str) -> None:
    """What is not shown is not done by an admin's button either; only the way to the list of people is open."""
    on = CoreTestBed()
    does(on, "Ada", "/audit")
    said = presses(on.talker("Ada"), action, str(CORA), 0)

    assert (action == "people") == ("People with a role" in said)
    assert (action != "people") == ("That button is from an earlier message" in said)
    assert "coordinator" == role(on, CORA)


def test_button_that_changed_meanwhile() -> None:
    """Where the page is the same but what it was about is not, the second to decide hears so."""
    on = CoreTestBed()
    on.collection.registry.appoint(CARL, "admin", NOW)
    does(on, "Ada", f"/people {CORA}")
    does(on, "Carl", f"/people {CORA}", "[Take the role away]", "[Yes, take it away]")

    assert review_texts.CHANGED_MEANWHILE in does(on, "Ada", "[Take the role away]")


@pytest.mark.parametrize("second", ["Make admin", "Take the role away"])
def test_two_admins_decide_at_once(second: str) -> None:
    """Who confirms after another has decided gives what was shown only where it still means something."""
    on = CoreTestBed()
    on.collection.registry.appoint(CARL, "admin", NOW)
    for who in ("Ada", "Carl"):
        does(on, who, f"/people {CORA}", f"[{second}]")
    sure = texts.SURE["admin" if second == "Make admin" else "practitioner"]
    does(on, "Carl", f"[{sure}]")

    assert review_texts.CHANGED_MEANWHILE in does(on, "Ada", f"[{sure}]")


def test_admin_who_has_come_into_the_settings() -> None:
    """An admin by the settings is one also where the confirmation was shown before."""
    on = CoreTestBed()
    on.collection.registry.appoint(CARL, "admin", NOW)
    does(on, "Ada", f"/people {CARL}", "[Take the role away]")
    on.collection.registry.appoint(CARL, "admin", NOW, by_settings=True)

    assert texts.BY_SETTINGS in does(on, "Ada", "[Yes, take it away]")
    assert "admin" == role(on, CARL)


def test_last_admin_stays() -> None:
    """The last admin cannot take the role from themselves, neither all of it nor the admin's part."""
    on = without_settings()
    said = [does(on, "Ada", f"/people {ADA}", f"[{label}]") for label in ("Take the role away", "Make coordinator")]

    assert [texts.LAST_ADMIN] * 2 == [one.split("\n")[0] for one in said]
    assert "admin" == role(on, ADA)


def test_last_admin_stays_where_the_other_has_gone_meanwhile() -> None:
    """What was allowed when it was shown is looked at again when it is confirmed."""
    on = without_settings()
    on.collection.registry.appoint(CARL, "admin", NOW)
    does(on, "Ada", f"/people {ADA}", "[Take the role away]")
    does(on, "Carl", f"/people {CARL}", "[Take the role away]", "[Yes, take it away]")

    assert texts.LAST_ADMIN in does(on, "Ada", "[Yes, take it away]")
    assert ("admin", "practitioner") == (role(on, ADA), role(on, CARL))


@pytest.mark.parametrize(
    ("label", "sure", "heading"),
    [
        ("Make coordinator", "Yes, make coordinator", "Waiting for review: 0"),
        ("Take the role away", "Yes, take it away", "Your practices"),
    ],
)
def test_admin_gives_the_role_away(label: str, sure: str, heading: str) -> None:
    """An admin who is not the last one can go: to the desk as a coordinator, or out of it."""
    on = without_settings()
    on.collection.registry.appoint(CARL, "admin", NOW)
    said = does(on, "Ada", f"/people {ADA}", f"[{label}]", f"[{sure}]")

    assert heading in said.split("\n")
    assert "admin" != role(on, ADA)
    assert "I do not know the command /people. /help lists what I know." in does(on, "Ada", "/start", "/people")


def test_admin_with_a_practice_goes() -> None:
    """Who has a practice of their own chooses it where the office is closed to them."""
    on = without_settings()
    on.collection.registry.appoint(CARL, "admin", NOW)
    does(on, "Ada", "/new", "Open Door")
    said = does(on, "Ada", f"/people {ADA}", "[Take the role away]", "[Yes, take it away]")

    assert "1. Open Door: 1 of 16 sections done" in said


def test_practice_is_found_again_where_it_was_left() -> None:
    """Who goes from a practice to the office and back finds it as it was left."""
    on = CoreTestBed()
    does(on, "Ada", "/new", "Open Door", "/people")

    assert "Section 2 of 16 · Description" in does(on, "Ada", "/back", "/overview", "/back")


def test_person_who_is_gone() -> None:
    """A page about somebody who is not kept any more says so."""
    on = CoreTestBed()
    does(on, "Ben", "/start")
    does(on, "Ada", f"/people {BEN}", "[Make admin]")
    del on.collection.registry.people[BEN]
    gone = f"Nobody with the number {BEN} has written to me"

    assert gone in does(on, "Ada", "/start")
    on.talker("Ada").conversation = Conversation(state=AtOffice(page=OnePerson(user=BEN)))
    assert gone in does(on, "Ada", "/start")


@pytest.mark.parametrize(("text", "found"), [(" 2001 ", True), ("2001a", False), ("9" * 17, False), ("٢٠٠١", False)])
def test_number_that_is_looked_up(text: str, *, found: bool) -> None:
    """A person is found by the digits of their number alone."""
    said = does(CoreTestBed(), "Ada", "/people", text)
    assert found == ("user 2001" == said.partition("\n")[0])


def test_people_have_pages() -> None:
    """Ten people are two pages, admins first."""
    on = CoreTestBed()
    for user in range(10, 17):
        on.collection.registry.appoint(user, "coordinator", NOW)
    first, second = does(on, "Ada", "/people"), does(on, "Ada", "[Next page]")
    back = does(on, "Ada", "[Previous page]")

    assert ["People with a role: 10", "", "Ada Admin (9001)"] == first.split("\n")[:3]
    assert "Page 1 of 2" in first
    assert (first, ["user 2001", "user 2002"]) == (back, [line for line in second.split("\n") if line.startswith("u")])


def test_invitation_gives_nothing_new() -> None:
    """One who may do as much already is told so, and the invitation stays for whom it is for."""
    on = CoreTestBed()
    does(on, "Ada", "/invite coordinator")

    assert texts.already("coordinator") in does(on, "Cora", "/start join-0001")
    assert texts.already("admin") in does(on, "Ada", "/start join-0001")
    does(on, "Ben", "/start join-0001")
    assert "coordinator" == role(on, BEN)


def test_invitation_makes_a_coordinator_an_admin() -> None:
    """An invitation can give more than one has; at the desk too."""
    on = CoreTestBed()
    does(on, "Ada", "/invite admin")

    assert texts.MAY_NOW["admin"] in does(on, "Cora", "/queue", "/start join-0001")
    assert "admin" == role(on, CORA)


def test_invitation_of_the_shell_tells_nobody() -> None:
    """Nobody hears of an invitation that the shell made."""
    on = CoreTestBed()
    on.collection.registry.invitations["join-shell"] = Invitation(1, "coordinator", NOW + timedelta(days=9999))
    does(on, "Ben", "/start join-shell")

    assert ("coordinator", []) == (role(on, BEN), on.talker("Ben").notifications)
    assert "by invitation 1 of the shell" in does(on, "Ada", f"/people {BEN}")


def test_invitation_for_one_who_is_no_admin_any_more() -> None:
    """A code that comes to somebody who may not see it is not shown."""
    given = Invited(role="admin", code="join-secret", until=NOW)
    taken = step(begun(), given, NOW)

    assert "join-secret" not in "".join(reply.text for reply in taken.replies)
    assert "join-secret" not in repr(given)


@pytest.mark.parametrize(
    ("used_by", "withdrawn", "days", "state"),
    [(None, False, 1, "open"), (5, True, -1, "used"), (None, True, -1, "withdrawn"), (None, False, 0, "expired")],
)
def test_state_of_an_invitation(used_by: int | None, days: int, state: str, *, withdrawn: bool) -> None:
    """An invitation is open until its last moment, where nobody used it or took it back."""
    one = Invitation(1, "admin", NOW + timedelta(days=days), used_by=used_by, withdrawn=withdrawn)
    assert state == one.state(NOW)


def test_stats_are_sent_from_any_place() -> None:
    """The picture is sent, and the admin stays where they are; who is new begins at the desk."""
    on = CoreTestBed()
    for _ in range(2):
        does(on, "Ada", "/stats")
    replies = [*on.talker("Ada").replies.values()]

    assert [None, StatsPicture()] * 2 == [reply.document for reply in replies]
    assert ["Waiting for review: 0"] * 2 == [reply.lines[0].text for reply in replies[::2]]


def test_export_is_described_as_chosen() -> None:
    """The reply describes the file: what it is, which submissions, since when; the log has the same."""
    on = CoreTestBed()
    draft = filled().drafts[0].model_copy(update={"status": "withdrawn", "submitted_at": NOW})
    on.talker("Anna").conversation = filled().model_copy(update={"drafts": (draft,)})
    does(on, "Ada", "/export", "[JSON]", "[Withdrawn]", "2 January 2020", "[Send the file]")
    file = ExportFile(format="json", statuses=("approved", "withdrawn"), since=date(2020, 1, 2))

    assert [file] == [reply.document for reply in on.talker("Ada").replies.values() if reply.document]
    assert Exported(file=file, count=1) == on.collection.registry.log[-1][3]


def test_button_of_a_letter_leads_to_people() -> None:
    """The button under the letter about an invitation works wherever the admin is by then."""
    on = CoreTestBed()
    does(on, "Ada", "/new")
    assert "People with a role" in presses(on.talker("Ada"), "people")


def test_buttons_that_say_what_is_shown_elsewhere() -> None:
    """A former admin's page is left at the next word, whatever it is."""
    on = CoreTestBed()
    on.collection.registry.appoint(CARL, "admin", NOW)
    does(on, "Carl", "/invite")
    on.collection.registry.roles[CARL] = "coordinator"

    assert texts.NOT_AN_ADMIN in does(on, "Carl", "hello")
    assert "Waiting for review: 0" in does(on, "Carl", "/queue")


def test_released_only_where_it_is_on_its_way() -> None:
    """What is decided, or nobody's, is not let go; the shell stands in the history where it was the shell."""
    draft = Draft(number=1, created_at=NOW, updated_at=NOW, status="submitted")
    claim = Claim(by=Member(user=CORA, name=""), since=NOW)
    claimed = draft.model_copy(update={"review": Review(claim=claim)})
    outcome = released(claimed, None, NOW)

    assert [None] * 2 == [
        released(one, None, NOW) for one in (draft, claimed.model_copy(update={"status": "declined"}))
    ]
    assert outcome is not None
    entry = outcome[0].review.log[-1]
    assert (None, "the shell", f"a coordinator {privacy_texts.RELEASED}", 0) == (
        outcome[0].review.claim,
        entry.by and entry.by.name,
        entry.words,
        outcome[1].by,
    )


def test_every_deed_has_its_line() -> None:
    """Each kind of deed is written out for the audit log."""
    file = ExportFile(format="xlsx", statuses=("approved",))
    audit_entries: list[AuditEntry] = [
        RoleGiven(whom=5, role="admin", was="coordinator"),
        RoleGiven(whom=5, role="practitioner", was="admin"),
        InviteMade(invitation=1, role="admin"),
        InviteWithdrawn(invitation=1),
        InviteUsed(invitation=1, role="admin", was="practitioner"),
        InviteRefused(invitation=1, why="expired"),
        Exported(file=file, count=2),
        Forgotten(),
    ]
    lines = [
        texts.entry(Entry(NOW, None, Member(user=5, name=""), audit_entry)).partition("the shell ")[2]
        for audit_entry in audit_entries
    ]

    deleted = DraftDeleted(submission=7, days=365)

    assert {DraftDeleted, *(type(audit_entry) for audit_entry in audit_entries)} == {*get_args(get_args(AuditEntry)[0])}
    assert [
        "made user 5 an admin (coordinator before)",
        "took the role of admin from user 5",
        "made invitation 1 for an admin",
        "withdrew invitation 1",
        "opened invitation 1 and became an admin (practitioner before)",
        "opened invitation 1, which was expired",
        "exported 2 submissions (Excel: approved)",
        "deleted all that was kept about a person",
    ] == lines
    by_itself = texts.entry(Entry(NOW, None, None, deleted)).partition(": ")[2]
    assert by_itself == "the bot deleted draft 7, which nobody had touched for 365 days"


def test_office_of_nobody_is_empty() -> None:
    """Who has no office finds nothing in it."""
    office = NoOffice()
    found = (office.people(0).total, office.person(1), office.admins(), office.invitations(), office.invitation("x"))
    assert (0, None, 0, (), None) == found
    assert (0, 0) == (office.count((), None), office.audit(0).total)


def test_confirmation_about_nobody() -> None:
    """A confirmation of a change for somebody who is not kept changes nothing."""
    on = CoreTestBed()
    page = Changing(user=4711, role="admin")
    on.talker("Ada").conversation = Conversation(state=AtOffice(page=page))
    assert "Nobody with the number 4711" in does(on, "Ada", "/start")
    assert "People with a role: 3" in does(on, "Ada", "[People]")


def test_help_of_an_admin_names_what_admins_can() -> None:
    """An admin's help begins with the admin's commands."""
    assert texts.HELP in does(CoreTestBed(), "Ada", "/help")
    assert texts.HELP not in does(CoreTestBed(), "Cora", "/help")
