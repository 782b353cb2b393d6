"""The faces of an export: nothing of a person or an organisation is in the bytes of a format that may not show it."""

import json
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile, is_zipfile

import pytest
from support.practices import leaflet, practice, reviewed

from conversations.dialogue.conversation import Draft
from conversations.dialogue.model import Face, Format, Status
from conversations.form.sections import SECTIONS
from storage import Blobs
from storage.exports import FORMATS, Wanted
from storage.exports.faces import CONTACT, ORGANISATION, REMOVED, shown
from storage.exports.pdf import texts_in, told

Write = Callable[..., bytes]

SITE = "https://www.example.org/about"

CONTACTS = ("Lone Invented", "lone@example.org", "+45 33 11 55 00", "Invented Street 12", SITE)

PERSONAL = (
    *CONTACTS,
    "Invented",
    "Quiet Harbour",
    "Harbour Example Trust",
    "33 11 55 01",
    "33115500",
    "ben.b@example.org",
    "ben [at] example.org",
    "example.org/about",
    "leaflet of Lone",
)
"""What an anonymous export must not have, as people write it in any answer."""

REVIEWERS = ("Cora Coordinator", "Please name the towns.", "We have named them.", "9002", "4711")

CHANGES = {
    "name.name": "Quiet Harbour",
    "contact.person": "Lone Invented",
    "contact.email": "lone@example.org",
    "contact.telephone": "+45 33 11 55 00",
    "contact.address": "Invented Street 12\n8000 Aarhus C",
    "contact.website": SITE,
    "organisation.description": "The Harbour Example Trust is a charity in Aarhus.",
    "evidence.feedback": (
        "Lone Invented (lone@example.org, +45 33 11 55 00) and Ben (ben.b@example.org, 33 11 55 01, 33115500) of the "
        "Harbour Example Trust asked 40 people in 2011-2014. Ms Invented says: quiet harbour works. ben [at] "
        "example.org, https://www.example.org/about, example.org/about."
    ),
    "ran_meetings.meetings.0.subject": "Quiet Harbour",
}

STAYS = ("Denmark", "Charity", "in 2011-2014", "Prison and probation")


@pytest.fixture
def stored(blobs: Blobs) -> str:
    """Store a file; give its sum."""
    arriving = blobs.begin()
    arriving.write(b"%PDF-1.7 Lone Invented")
    return arriving.keep()


def invented(sha256: str, status: Status = "approved") -> Draft:
    """Return a practice that was revised and reviewed, with an attachment."""
    files = (leaflet(sha256, "leaflet of Lone.pdf"),)
    return reviewed(practice(1, CHANGES, attachments=files, status=status))


def unzipped(content: bytes) -> str:
    """Give all that a file says: the names and contents of a zip, at any depth."""
    if not is_zipfile(BytesIO(content)):
        return content.decode(errors="replace")
    with ZipFile(BytesIO(content)) as packed:
        return "\n".join(f"{name}\n{unzipped(packed.read(name))}" for name in packed.namelist())


def found(write: Write, form: Format, draft: Draft, face: Face, words: tuple[str, ...]) -> list[str]:
    """List the words that a file has."""
    if form == "pdf":  # its texts are packed: read what it is made of
        said = "\n".join(texts_in(told((shown(draft, face),), Wanted(format=form, face=face))))
    else:
        said = unzipped(write(form, draft, face=face))
    text = said.casefold()
    return [word for word in words if word.casefold() in text]


@pytest.mark.parametrize("form", FORMATS)
def test_anonymous_names_nobody(write: Write, stored: str, form: Format) -> None:
    """An anonymous file has no name, contact or organisation, whichever answer had it, and what is no name stays."""
    assert [] == found(write, form, invented(stored), "anonymous", (*PERSONAL, *REVIEWERS))
    assert [*STAYS] == found(write, form, invented(stored), "anonymous", STAYS)


@pytest.mark.parametrize("form", FORMATS)
def test_public_has_what_is_published(write: Write, stored: str, form: Format) -> None:
    """A public file has the contact details of an approved practice, as the privacy text says, and no review."""
    draft = invented(stored)
    text = ("Lone Invented", "lone@example.org", "+45 33 11 55 00", "Quiet Harbour")
    assert ([], [*text]) == (
        found(write, form, draft, "public", REVIEWERS),
        found(write, form, draft, "public", text),
    )


@pytest.mark.parametrize("status", ["draft", "submitted", "changes_requested", "declined", "withdrawn"])
def test_public_without_contact_details_of_others(write: Write, stored: str, status: Status) -> None:
    """Contact details of a practice that is not published are left out of a public file."""
    (item,) = json.loads(write("json", invented(stored, status), face="public"))
    assert ({None}, None) == ({*item["answers"]["contact"].values()}, item["review"])
    assert "Quiet Harbour" == item["answers"]["name"]["name"]


@pytest.mark.parametrize("form", ["json", "xlsx", "package"])
def test_internal_has_the_review(write: Write, stored: str, form: Format) -> None:
    """The internal file has all of it, and no user id of those who review."""
    draft = invented(stored)
    words = (*CONTACTS[:3], *REVIEWERS[:3])
    assert [*words] == found(write, form, draft, "internal", words)
    assert [] == found(write, form, draft, "internal", ("4711",))


def test_internal_face_is_the_draft_itself() -> None:
    """Nothing is taken from an internal export."""
    draft = practice()
    assert draft is shown(draft, "internal")


def test_earlier_versions_are_shown_in_the_same_way() -> None:
    """What a version said before is removed as well."""
    draft = shown(reviewed(practice(1, CHANGES)), "anonymous")
    texts = [version.answers["evidence.feedback"].value for version in draft.versions]
    assert [True, True] == [REMOVED in str(text) and "Lone" not in str(text) for text in texts]


def test_personal_questions_are_questions() -> None:
    """The questions that hold contacts and organisations are in the form."""
    paths = [f"{section.key}.{key}" for section in SECTIONS for key in section.model_fields]
    assert (True, 5) == (ORGANISATION in paths, sum(path.startswith(CONTACT) for path in paths))
