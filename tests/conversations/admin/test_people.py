"""People: roles that are given and taken, and invitations to a role."""

from datetime import timedelta

import pytest
from support.core_review import CARL, CORA, does, forged, press
from support.core_talker import CoreTestBed

from conversations.admin import texts
from conversations.admin.people import released
from conversations.diagram import NOW, begun
from conversations.dialogue.conversation import Conversation, Draft
from conversations.dialogue.inputs import Invited
from conversations.dialogue.pages import Changing, OnePerson
from conversations.dialogue.repositories import Invitation
from conversations.dialogue.review_record import Claim, Member, Review
from conversations.dialogue.state import AtOffice
from conversations.engine.engine import step
from conversations.privacy import texts as privacy_texts
from conversations.review import texts as review_texts

ADA, BEN = 9001, 1002


def without_settings() -> CoreTestBed:
    """Make a test bed in which Ada has her role from the shell, so that she can lose it."""
    on = CoreTestBed()
    on.collection.registry.appoint(ADA, "admin", NOW)
    return on


def test_role_that_another_admin_has_changed() -> None:
    """A button for a role that another admin has taken away says so."""
    on = CoreTestBed()
    on.collection.registry.appoint(CARL, "admin", NOW)
    does(on.talker("Ada"), f"/people {CORA}")
    does(on.talker("Carl"), f"/people {CORA}", "[Take the role away]", "[Yes, take it away]")

    assert review_texts.CHANGED_MEANWHILE in does(on.talker("Ada"), "[Take the role away]")


@pytest.mark.parametrize("second", ["Make admin", "Take the role away"])
def test_two_admins_decide_at_once(second: str) -> None:
    """If two admins confirm the same change, the second reads that it was made already."""
    on = CoreTestBed()
    on.collection.registry.appoint(CARL, "admin", NOW)
    for who in ("Ada", "Carl"):
        does(on.talker(who), f"/people {CORA}", f"[{second}]")
    sure = texts.SURE["admin" if second == "Make admin" else "practitioner"]
    does(on.talker("Carl"), f"[{sure}]")

    assert review_texts.CHANGED_MEANWHILE in does(on.talker("Ada"), f"[{sure}]")


def test_admin_who_was_added_to_the_settings() -> None:
    """If the settings name the admin after the question was shown, the role stays."""
    on = CoreTestBed()
    on.collection.registry.appoint(CARL, "admin", NOW)
    does(on.talker("Ada"), f"/people {CARL}", "[Take the role away]")
    on.collection.registry.appoint(CARL, "admin", NOW, by_settings=True)

    assert texts.BY_SETTINGS in does(on.talker("Ada"), "[Yes, take it away]")
    assert "admin" == on.collection.role_of(CARL)


def test_last_admin_stays() -> None:
    """The last admin can neither give up the role nor become a coordinator."""
    on = without_settings()
    said = [
        does(on.talker("Ada"), f"/people {ADA}", f"[{label}]") for label in ("Take the role away", "Make coordinator")
    ]

    assert [texts.LAST_ADMIN] * 2 == [one.split("\n")[0] for one in said]
    assert "admin" == on.collection.role_of(ADA)


def test_last_admin_stays_after_the_other_has_left() -> None:
    """The confirmation checks again that another admin is left."""
    on = without_settings()
    on.collection.registry.appoint(CARL, "admin", NOW)
    does(on.talker("Ada"), f"/people {ADA}", "[Take the role away]")
    does(on.talker("Carl"), f"/people {CARL}", "[Take the role away]", "[Yes, take it away]")

    assert texts.LAST_ADMIN in does(on.talker("Ada"), "[Yes, take it away]")
    assert ("admin", "practitioner") == (on.collection.role_of(ADA), on.collection.role_of(CARL))


@pytest.mark.parametrize(
    ("label", "sure", "heading"),
    [
        ("Make coordinator", "Yes, make coordinator", "Waiting for review: 0"),
        ("Take the role away", "Yes, take it away", "Your practices"),
    ],
)
def test_admin_gives_the_role_away(label: str, sure: str, heading: str) -> None:
    """An admin who is not the last one can become a coordinator or a practitioner."""
    on = without_settings()
    on.collection.registry.appoint(CARL, "admin", NOW)
    said = does(on.talker("Ada"), f"/people {ADA}", f"[{label}]", f"[{sure}]")

    assert heading in said.split("\n")
    assert "admin" != on.collection.role_of(ADA)
    assert "I do not know the command /people. /help lists what I know." in does(on.talker("Ada"), "/start", "/people")


def test_former_admin_with_a_practice() -> None:
    """A former admin with a practice sees the list of practices."""
    on = without_settings()
    on.collection.registry.appoint(CARL, "admin", NOW)
    does(on.talker("Ada"), "/new", "Open Door")
    said = does(on.talker("Ada"), f"/people {ADA}", "[Take the role away]", "[Yes, take it away]")

    assert "1. Open Door: 1 of 16 sections done" in said


def test_page_of_a_deleted_person() -> None:
    """The page about a deleted person says so."""
    on = CoreTestBed()
    does(on.talker("Ben"), "/start")
    does(on.talker("Ada"), f"/people {BEN}", "[Make admin]")
    del on.collection.registry.people[BEN]
    gone = f"Nobody with the number {BEN} has written to me"

    assert gone in does(on.talker("Ada"), "/start")
    on.talker("Ada").conversation = Conversation(state=AtOffice(page=OnePerson(user=BEN)))
    assert gone in does(on.talker("Ada"), "/start")


def test_confirmation_about_an_unknown_person() -> None:
    """A confirmation about an unknown person changes nothing."""
    on = CoreTestBed()
    page = Changing(user=4711, role="admin")
    on.talker("Ada").conversation = Conversation(state=AtOffice(page=page))
    assert "Nobody with the number 4711" in does(on.talker("Ada"), "/start")
    assert "People with a role: 3" in does(on.talker("Ada"), "[People]")


@pytest.mark.parametrize(("text", "found"), [(" 2001 ", True), ("2001a", False), ("9" * 17, False), ("٢٠٠١", False)])
def test_number_that_is_looked_up(text: str, *, found: bool) -> None:
    """A person is found by the digits of their user id alone."""
    said = does(CoreTestBed().talker("Ada"), "/people", text)
    assert found == ("user 2001" == said.partition("\n")[0])


def test_people_have_pages() -> None:
    """Ten people are two pages, admins first."""
    on = CoreTestBed()
    for user in range(10, 17):
        on.collection.registry.appoint(user, "coordinator", NOW)
    first, second = does(on.talker("Ada"), "/people"), does(on.talker("Ada"), "[Next page]")
    back = does(on.talker("Ada"), "[Previous page]")

    assert ["People with a role: 10", "", "Ada Admin (9001)"] == first.split("\n")[:3]
    assert "Page 1 of 2" in first
    assert (first, ["user 2001", "user 2002"]) == (back, [line for line in second.split("\n") if line.startswith("u")])


def test_claim_ends_only_while_under_review() -> None:
    """No claim ends without a claim or after a decision; the history names the shell."""
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


def test_invitation_gives_nothing_new() -> None:
    """A person with that role or a higher one reads so, and the invitation stays open."""
    on = CoreTestBed()
    does(on.talker("Ada"), "/invite coordinator")

    assert texts.already("coordinator") in does(on.talker("Cora"), "/start join-0001")
    assert texts.already("admin") in does(on.talker("Ada"), "/start join-0001")
    does(on.talker("Ben"), "/start join-0001")
    assert "coordinator" == on.collection.role_of(BEN)


def test_invitation_makes_a_coordinator_an_admin() -> None:
    """A coordinator can become an admin by an invitation."""
    on = CoreTestBed()
    does(on.talker("Ada"), "/invite admin")

    assert texts.MAY_NOW["admin"] in does(on.talker("Cora"), "/queue", "/start join-0001")
    assert "admin" == on.collection.role_of(CORA)


def test_invitation_of_the_shell_tells_nobody() -> None:
    """The use of an invitation from the shell notifies nobody."""
    on = CoreTestBed()
    on.collection.registry.invitations["join-shell"] = Invitation(1, "coordinator", NOW + timedelta(days=9999))
    does(on.talker("Ben"), "/start join-shell")

    assert ("coordinator", []) == (on.collection.role_of(BEN), on.talker("Ben").notifications)
    assert "by invitation 1 of the shell" in does(on.talker("Ada"), f"/people {BEN}")


def test_invitation_for_a_former_admin_is_not_shown() -> None:
    """A code that reaches a former admin is not shown."""
    given = Invited(role="admin", code="join-secret", until=NOW)
    taken = step(begun(), given, NOW)

    assert "join-secret" not in "".join(reply.text for reply in taken.replies)
    assert "join-secret" not in repr(given)


@pytest.mark.parametrize(
    ("used_by", "withdrawn", "days", "state"),
    [(None, False, 1, "open"), (5, True, -1, "used"), (None, True, -1, "withdrawn"), (None, False, 0, "expired")],
)
def test_state_of_an_invitation(used_by: int | None, days: int, state: str, *, withdrawn: bool) -> None:
    """An invitation is open until its end, if it was neither used nor withdrawn."""
    one = Invitation(1, "admin", NOW + timedelta(days=days), used_by=used_by, withdrawn=withdrawn)
    assert state == one.state(NOW)


def test_button_of_a_notification_leads_to_people() -> None:
    """The button under the notification about an invitation works in any state."""
    on = CoreTestBed()
    does(on.talker("Ada"), "/new")
    assert "People with a role" in press(on.talker("Ada"), forged("people", submission=0))
