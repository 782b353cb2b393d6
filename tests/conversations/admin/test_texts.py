"""The texts of the admins: every sentence can be translated."""

from datetime import timedelta
from types import ModuleType

import pytest
from support.other_language import Arguments, call, untranslated

from conversations.admin import audit_texts, export_texts, texts
from conversations.diagram import NOW
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
from conversations.dialogue.replies import ExportFile
from conversations.dialogue.repositories import Entry, Invitation, Person
from conversations.dialogue.review_record import SOMEBODY_GONE, Member
from conversations.fields.times import day_of

ADA = Member(user=1, name="Άδα")

TODAY = day_of(NOW)

PEOPLE = (
    Person(1, "Ζωή", "admin", since=NOW, by=ADA, seen=TODAY),
    Person(1, "Ζωή", "admin", by=ADA),
    Person(1, "Ζωή", "coordinator", since=NOW, by=ADA, invitation=3),
    Person(1, "Ζωή", "coordinator", by=ADA, invitation=3),
    Person(1, "Ζωή", "practitioner", since=NOW),
    Person(1, "Ζωή", "practitioner"),
    Person(1, "Ζωή", "admin", by_settings=True),
)

FILE = ExportFile(format="xlsx", face="public", statuses=("draft",), theme="Αβγ", country="Δ", since=TODAY)

ENTRIES: tuple[AuditEntry, ...] = (
    RoleGiven(whom=2, role="practitioner", was="admin"),
    RoleGiven(whom=2, role="admin", was="coordinator"),
    InviteMade(invitation=3, role="admin"),
    InviteWithdrawn(invitation=3),
    InviteUsed(invitation=3, role="coordinator", was="practitioner"),
    *(InviteRefused(invitation=3, why=why) for why in ("used", "withdrawn", "expired")),
    Exported(file=FILE, count=2),
    DraftDeleted(submission=3, days=30),
    Forgotten(),
)

ADMIN: Arguments = {
    "invitations_title": [call(2)],
    "named": [call(None), call(ADA), call(SOMEBODY_GONE), call(Member(user=7, name=""))],
    "label": [call(ADA), call(SOMEBODY_GONE)],
    "people_title": [call(2)],
    "people_found": [call(2)],
    "status": [call(person, NOW) for person in PEOPLE],
    "nobody": [call(7)],
    "sure_of": [call(ADA, person, "admin") for person in PEOPLE],
    "is_now": [call(ADA, person, "x") for person in PEOPLE],
    "joined": [call(ADA, "admin", 3), call(ADA, "coordinator", 3)],
    "link": [call("x", "x")],
    "works_once": [call("admin", NOW, NOW), call("coordinator", NOW, NOW)],
    "invited": [call("admin", NOW, NOW)],
    "letter": [call("Αβγ", "admin", "x", NOW, NOW), call("Αβγ", "coordinator", "x", NOW, NOW)],
    "invitation": [call(Invitation(3, "admin", NOW, by=ADA), NOW)],
    "withdraw": [call(3)],
    "withdrawn": [call(3)],
}

EXPORTS: Arguments = {
    "wanted": [call(FILE), call(ExportFile(format="csv", statuses=()))],
}

AUDIT: Arguments = {
    "audit_title": [call(1), call(2)],
    "entry": [call(Entry(NOW, ADA, ADA, ENTRIES[0]), NOW + timedelta(minutes=1))],
    "done": [call(Entry(NOW, ADA, ADA, one)) for one in ENTRIES],
}


@pytest.mark.parametrize(
    ("module", "calls", "silent"),
    [(texts, ADMIN, ("PERIOD_NAMES",)), (export_texts, EXPORTS, ()), (audit_texts, AUDIT, ())],
)
def test_no_text_is_plain_english(module: ModuleType, calls: Arguments, silent: tuple[str, ...]) -> None:
    """A text in the pseudo-language has no English words, but those of other modules, such as today."""
    values = (
        "RAN-2026-0001",
        "Today",
        "today",
        "ADMIN_IDS",
        "janúar",
    )  # Babel has the months of the pretended language
    assert untranslated(module, calls, silent, values) == []
