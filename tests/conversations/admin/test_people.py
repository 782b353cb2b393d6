"""People: roles that are given and taken, and invitations to a role."""

from dataclasses import replace
from datetime import timedelta

import pytest
from support.core_review import CARL, CORA, does, forged, press
from support.core_talker import CoreTestBed

from conversations.admin import texts
from conversations.admin.people import released
from conversations.diagram import NOW, begun
from conversations.dialogue.conversation import Conversation, Draft
from conversations.dialogue.inputs import Invited, Picked, Shared
from conversations.dialogue.pages import Changing
from conversations.dialogue.repositories import Invitation
from conversations.dialogue.review_record import Claim, Member, Review
from conversations.dialogue.state import AtOffice
from conversations.engine.engine import step
from conversations.filling import role_texts
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

    assert role_texts.CHANGED_MEANWHILE in does(on.talker("Ada"), "[Take the role away]")


@pytest.mark.parametrize("second", ["Make admin", "Take the role away"])
def test_two_admins_decide_at_once(second: str) -> None:
    """If two admins confirm the same change, the second reads that it was made already."""
    on = CoreTestBed()
    on.collection.registry.appoint(CARL, "admin", NOW)
    for who in ("Ada", "Carl"):
        does(on.talker(who), f"/people {CORA}", f"[{second}]")
    sure = texts.SURE["admin" if second == "Make admin" else "practitioner"]
    does(on.talker("Carl"), f"[{sure}]")

    assert role_texts.CHANGED_MEANWHILE in does(on.talker("Ada"), f"[{sure}]")


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


STRANGER = 4711


def shares(on: CoreTestBed, user: int | None) -> list[str]:
    """Let Ada share a contact; return the answers."""
    return [shown.text for shown in on.talker("Ada").give(Picked(user=user, message=77))]


def test_shared_contact_gets_a_role() -> None:
    """A person who has never written is found by their contact, gets a role, and begins with their work."""
    on = CoreTestBed()
    ada = on.talker("Ada")
    ask = does(ada, "/people", f"[{texts.SHARE}]")
    asked = ada.replies[max(ada.replies)]
    closed, found = shares(on, BEN)
    removed = ada.replies[max(ada.replies) - 1]

    assert (texts.SHARE_HINT, texts.CHOOSE) == (ask, asked.keyboard.choose)  # type: ignore[union-attr] # it is asked
    assert (role_texts.CONTACTS_CLOSED, "removed", ()) == (closed, removed.keyboard, removed.rows)
    assert ["user 1002", "practitioner, has not written yet"] == found.split("\n")
    said = does(ada, "[Make coordinator]", "[Yes, make coordinator]")
    assert said.startswith("user 1002 is now a coordinator. They have not written to me yet: send them https://t.me/")
    assert "coordinator" == on.collection.role_of(BEN)
    assert does(on.talker("Ben"), "/start").startswith(review_texts.WELCOME)


@pytest.mark.parametrize(
    ("act", "begins"),
    [
        ("Cancel", "People with a role: 3"),
        ("ada", "Ada Admin (9001)"),
        ("2001", "user 2001"),
        ("/queue", "Waiting for review: 0"),
        ("/forget", privacy_texts.heading()),
    ],
)
def test_contact_keyboard_goes_away(act: str, begins: str) -> None:
    """Whatever leads away from the question for a contact removes its keyboard, once."""
    on = CoreTestBed()
    ada = on.talker("Ada")
    does(ada, "/people", f"[{texts.SHARE}]")
    assert [role_texts.CONTACTS_CLOSED, begins] == does(ada, act).split("\n")[:2]
    assert role_texts.CONTACTS_CLOSED not in does(ada, "/people")


def test_contact_is_still_asked_for() -> None:
    """What does not lead away shows the question and its keyboard again."""
    on = CoreTestBed()
    ada = on.talker("Ada")
    does(ada, "/people", f"[{texts.SHARE}]")
    said = does(ada, "/start"), does(ada, "/skip")
    assert [True, True] == [texts.SHARE_HINT in one for one in said]
    assert [True, True] == [ada.replies[max(ada.replies) - n].keyboard is not None for n in (0, 2)]


def test_unreadable_contact_and_contact_card() -> None:
    """A contact without a number, and a contact card, change nothing and say what to do."""
    on = CoreTestBed()
    does(on.talker("Ada"), "/people")
    [said] = shares(on, None)
    card = Shared(what="contact", message=78, details={"name": ("Ben Example",)})
    [shown] = on.talker("Ada").give(card)
    assert [texts.UNREADABLE_CONTACT, texts.NOT_BY_CARD] == [said.split("\n")[0], shown.text.split("\n")[0]]
    [elsewhere] = on.talker("Ada").give(Shared(what="place", message=79, details={"title": ("Town hall",)}))
    assert texts.NOT_HERE == elsewhere.text.split("\n")[0]


def test_contact_of_one_who_is_no_admin() -> None:
    """A contact that somebody else shares is answered, and opens nothing."""
    on = CoreTestBed()
    anna = on.talker("Anna")
    does(anna, "/start")
    [shown] = anna.give(Picked(user=CORA, message=77))
    assert "I cannot read a contact" in shown.text
    assert "2001" not in shown.text


def test_admin_who_loses_the_role_while_a_contact_is_asked_for() -> None:
    """The keyboard goes away with the rights."""
    on = CoreTestBed()
    on.collection.registry.appoint(CARL, "admin", NOW)
    carl = on.talker("Carl")
    does(carl, "/people", f"[{texts.SHARE}]")
    on.collection.registry.roles[CARL] = "practitioner"
    assert [role_texts.CONTACTS_CLOSED, role_texts.NOT_AN_ADMIN] == does(carl, "ben").split("\n")[:2]


def test_confirmation_about_an_unknown_person() -> None:
    """Somebody who has never written can have a role before: their page and its confirmation say so."""
    on = CoreTestBed()
    page = Changing(user=STRANGER, role="admin")
    on.talker("Ada").conversation = Conversation(state=AtOffice(page=page))
    assert "Make admin: user 4711, now a practitioner" in does(on.talker("Ada"), "/start")
    assert "practitioner, has not written yet" in does(on.talker("Ada"), "[Cancel]")


@pytest.mark.parametrize(
    ("text", "found"), [(" 2001 ", True), ("2001a", False), ("9" * 17, False), ("٢٠٠١", False), ("4711", False)]
)
def test_number_that_is_looked_up(text: str, *, found: bool) -> None:
    """A person is found by the digits of their user id alone, if they have written."""
    said = does(CoreTestBed().talker("Ada"), "/people", text)
    assert found == ("user 2001" == said.partition("\n")[0])


def named_people() -> CoreTestBed:
    """Make a test bed with ten coordinators called after Łódź, and one called after Ærø."""
    on = CoreTestBed()
    for user in range(10, 20):
        on.collection.registry.appoint(user, "coordinator", NOW)
        on.collection.registry.people[user] = replace(on.collection.registry.people[user], name=f"Zoë Łódź {user}")
    on.collection.registry.appoint(20, "coordinator", NOW)
    on.collection.registry.people[20] = replace(on.collection.registry.people[20], name="Märta Ærø")
    return on


@pytest.mark.parametrize("text", ["marta", "MÄRTA  aero", "ærø m", "aer", "Ma\u0308rta"])
def test_person_is_found_by_a_part_of_the_name(text: str) -> None:
    """Any part of a name finds its person, in any case, order and accents; one person is shown at once."""
    assert "Märta Ærø (20)" == does(named_people().talker("Ada"), "/people", text).partition("\n")[0]


def test_people_of_one_name_have_pages() -> None:
    """Many people of one name are on pages, and All people leads out."""
    on = named_people()
    first = does(on.talker("Ada"), "/people LODZ")
    second, everyone = does(on.talker("Ada"), "[Next page]"), does(on.talker("Ada"), f"[{texts.ALL_PEOPLE}]")
    assert ["People found: 10", "People found: 10", "People with a role: 14"] == [
        one.partition("\n")[0] for one in (first, second, everyone)
    ]
    assert ("Page 2 of 2" in second, second.count("Zoë")) == (True, 2)


@pytest.mark.parametrize("text", ["Nobody", "x" * 4096, "a\0b", "zoë märta"])
def test_name_that_nobody_has(text: str) -> None:
    """A name that nobody has is answered with what else finds people."""
    said = does(named_people().talker("Ada"), "/people", text)
    assert [texts.NOBODY_NAMED, "", "People with a role: 14"] == said.split("\n")[:3]


def test_invitation_can_be_forwarded_and_copied() -> None:
    """The link has a message of its own for the person who is invited, and a button that copies it."""
    on = CoreTestBed()
    ada = on.talker("Ada")
    does(ada, "/invite coordinator")
    letter, page = (ada.replies[max(ada.replies) - n] for n in (1, 0))
    link = "https://t.me/practice_sandbox_bot?start=join-0001"

    assert ((), 1) == (letter.rows, letter.text.count(link))
    assert letter.text.startswith(
        "The Example Foundation invites you to be a coordinator of the RAN Collection. Coordinators read"
    )
    assert (texts.COPY_LINK, link) == (page.rows[0][0].label, page.rows[0][0].copies)
    assert "Forward the message above to one person." in page.text
    assert "t.me" not in page.text
    assert "To copy it, press and hold" in does(ada, f"[{texts.COPY_LINK}]")


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
    assert (None, "the server", f"a coordinator {privacy_texts.RELEASED}", 0) == (
        outcome[0].review.claim,
        entry.by and entry.by.name,
        entry.words,
        outcome[1].by,
    )


def test_invitation_gives_nothing_new() -> None:
    """A person with that role or a higher one reads so, and the invitation stays open."""
    on = CoreTestBed()
    does(on.talker("Ada"), "/invite coordinator")

    assert role_texts.ALREADY["coordinator"] in does(on.talker("Cora"), "/start join-0001")
    assert role_texts.ALREADY["admin"] in does(on.talker("Ada"), "/start join-0001")
    does(on.talker("Ben"), "/start join-0001")
    assert "coordinator" == on.collection.role_of(BEN)


def test_invitation_makes_a_coordinator_an_admin() -> None:
    """A coordinator can become an admin by an invitation."""
    on = CoreTestBed()
    does(on.talker("Ada"), "/invite admin")

    assert role_texts.MAY_NOW["admin"] in does(on.talker("Cora"), "/queue", "/start join-0001")
    assert "admin" == on.collection.role_of(CORA)


def test_invitation_of_the_shell_tells_nobody() -> None:
    """The use of an invitation from the shell notifies nobody."""
    on = CoreTestBed()
    on.collection.registry.invitations["join-shell"] = Invitation(1, "coordinator", NOW + timedelta(days=9999))
    does(on.talker("Ben"), "/start join-shell")

    assert ("coordinator", []) == (on.collection.role_of(BEN), on.talker("Ben").notifications)
    assert "by invitation 1 of the server" in does(on.talker("Ada"), f"/people {BEN}")


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
