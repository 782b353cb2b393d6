"""Contacts and venues: their details, also of a vCard, and no JSON makes reading fail."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.content import contact, venue
from bot.telegram.reading import read
from conversations.dialogue.inputs import Shared

CARD = """\
BEGIN:VCARD
VERSION:3.0
FN:Anna Example
TEL;TYPE=CELL:+45 33 11 55 00
item1.TEL;VALUE=uri:tel:+45-33-11-55-01
EMAIL;TYPE=INTERNET:anna@exam
 ple.org
URL:https://example.org
ADR;TYPE=WORK:;;Example Street 1\\, left;Aarhus;;8000;Denmark
NOTE;ENCODING=QUOTED-PRINTABLE:=41
FN;ENCODING=QUOTED-PRINTABLE:=41nna
END:VCARD
""".replace("\n", "\r\n")


def test_contact_with_a_card() -> None:
    """Telegram's own name and number come first, then what else the card has, each once."""
    body: dict[str, Any] = {"first_name": "Anna", "last_name": "E.", "phone_number": "+45 33 11 55 00", "vcard": CARD}
    assert contact(body) == {
        "name": ("Anna E.",),
        "phone": ("+45 33 11 55 00", "+45-33-11-55-01"),
        "email": ("anna@example.org",),
        "website": ("https://example.org",),
        "address": ("Example Street 1, left, Aarhus, 8000, Denmark",),
    }


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"phone_number": "4533115500"}, {"phone": ("4533115500",)}),
        ({"vcard": "FN:Anna"}, {"name": ("Anna",)}),
        ({"first_name": "An\u202ena\0\nE", "phone_number": 7}, {"name": ("An na E",)}),
        ({"first_name": "x" * 600}, {"name": ("x" * 500,)}),
        ({"vcard": "\n".join(f"TEL:{n}" for n in range(5000))}, {"phone": tuple(map(str, range(10)))}),
        ({"vcard": {"TEL": "1"}, "first_name": None}, {}),
        ({"vcard": "ADR:one\\nline;two"}, {"address": ("one line, two",)}),
        ({}, {}),
    ],
)
def test_contact_out_of_shape(body: dict[str, Any], expected: dict[str, Any]) -> None:
    """What is missing, endless or hostile is left out."""
    assert expected == contact(body)


def test_venue_tells_its_title_and_address() -> None:
    """A venue has a title and an address, each on one line."""
    expected = {"title": ("Town hall",), "address": ("1 Example Square, Aarhus",)}
    assert expected == venue({"title": "Town hall", "address": "1 Example Square,\nAarhus"})


@given(st.dictionaries(st.sampled_from(["first_name", "phone_number", "vcard", "title", "address"]), st.text()))
def test_any_text(body: dict[str, Any]) -> None:
    """Any text in any field gives what can be stored."""
    message: Any = {"message_id": 5, "chat": {"id": 1, "type": "private"}}
    read_ = [read({"update_id": 1, "message": message | {kind: body}}).given for kind in ("contact", "venue")]
    assert [Shared, Shared] == [type(one) for one in read_]
    for one in read_:
        assert isinstance(one, Shared)
        assert one == Shared.model_validate_json(one.model_dump_json())
