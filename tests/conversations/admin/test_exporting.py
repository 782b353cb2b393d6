"""Exports in chat: for whom, filtered by theme, country and reference, and who may have them."""

from datetime import date
from typing import cast

import pytest
from support.core_review import CORA, bed, does, handed_in, press
from support.core_talker import CoreTalker, CoreTestBed

from conversations.admin import export_texts, texts
from conversations.admin.exporting import MOST_REFERENCES
from conversations.dialogue.audit import Exported
from conversations.dialogue.inputs import Attached, Input, Shared, Unreadable
from conversations.dialogue.model import Face, Selection
from conversations.dialogue.pages import Exporting
from conversations.dialogue.replies import ExportFile
from conversations.dialogue.state import AtDesk, AtOffice


def page_of(talker: CoreTalker) -> Exporting:
    """Return the page of exports that somebody is at."""
    return cast("Exporting", cast("AtOffice", talker.conversation.state).page)


def sent(talker: CoreTalker) -> list[ExportFile]:
    """List the exports that somebody was sent."""
    return [cast("ExportFile", reply.document) for reply in talker.replies.values() if reply.document]


@pytest.fixture
def on() -> CoreTestBed:
    """Give a collection with one approved practice, on (Early) prevention, from Sweden."""
    return bed(handed_in("approved"))


def chosen(on: CoreTestBed, who: str, *acts: str, **file: object) -> None:
    """Check what file these presses lead to, and that the audit log has it."""
    does(on.talker(who), "/export", *acts, "[Send the file]")
    expected = ExportFile.model_validate({"format": "xlsx", **file})
    assert [expected] == sent(on.talker(who))
    assert Exported(file=expected, count=1) == on.collection.registry.log[-1][3]


@pytest.mark.parametrize("face", ["internal", "public", "anonymous"])
def test_face_is_chosen_in_one_row(on: CoreTestBed, face: Face) -> None:
    """One row has Internal, Public and Anonymous; the page says what the chosen one leaves out."""
    does(on.talker("Ada"), "/export")
    *_, page = on.talker("Ada").replies.values()
    assert ["✓ Internal", "Public", "Anonymous"] in [[button.label for button in row] for row in page.rows]
    assert export_texts.FACES_MEAN[face] in does(on.talker("Ada"), f"[{export_texts.FACES[face]}]")
    chosen(on, "Ada", f"[{export_texts.FACES[face]}]", face=face)


@pytest.mark.parametrize(
    ("acts", "file"),
    [
        (("[Theme]", "[(Early) prevention]"), {"theme": "(Early) prevention"}),
        (("[Theme]", "[(Early) prevention]", "[✓ (Early) prevention]", "[All]"), {}),
        (("[Theme]", "[Back]"), {}),
        (("[Country]", "[Sweden]"), {"country": "Sweden"}),
        (("(EARLY)  prevention", "sweden"), {"theme": "(Early) prevention", "country": "Sweden"}),
        (("[Theme]", "Sweden"), {"country": "Sweden"}),
        (("ran-2026-1",), {"references": ("RAN-2026-0001",)}),
        (("RAN-2026-0001, RAN-2026-0002",), {"references": ("RAN-2026-0001", "RAN-2026-0002")}),
        (("RAN-2026-0001 ran 2026 2;",), {"references": ("RAN-2026-0001", "RAN-2026-0002")}),
        (("RAN-2026-0002", "RAN-2026-0001", "[✓ RAN-2026-0002]"), {"references": ("RAN-2026-0001",)}),
        (("1 November 2025",), {"since": date(2025, 11, 1)}),
    ],
)
def test_filters(on: CoreTestBed, acts: tuple[str, ...], file: dict[str, object]) -> None:
    """A theme, a country, references and a day are pressed or typed; each can be removed again."""
    chosen(on, "Ada", *acts, **file)


def test_nothing_fits(on: CoreTestBed) -> None:
    """Where no practice fits, the page says so and offers no file."""
    assert export_texts.NOTHING_FITS in does(on.talker("Ada"), "/export", "[Country]", "[Norway]")
    assert export_texts.NOTHING_FITS in does(on.talker("Ada"), "/export", "RAN-2026-0009")


@pytest.mark.parametrize("text", ["words", "RAN", "RAN-2026-0001 and words", "2026-0001 or so", "RAN EXIT", "x" * 4096])
def test_text_that_is_no_choice(on: CoreTestBed, text: str) -> None:
    """What is no day, theme, country or reference is refused with an example of each."""
    assert export_texts.NOT_A_CHOICE in does(on.talker("Ada"), "/export", text)
    assert Exporting() == page_of(on.talker("Ada"))


def test_references_are_not_too_many(on: CoreTestBed) -> None:
    """Each reference has a button, so a page takes only so many."""
    does(on.talker("Ada"), "/export", " ".join(f"RAN-2026-{number}" for number in range(1, MOST_REFERENCES + 9)))
    assert MOST_REFERENCES == len(page_of(on.talker("Ada")).references)


def test_back_leaves_the_filter_first(on: CoreTestBed) -> None:
    """/back leads from a list of values to the export, then to the admin page, or a coordinator to the queue."""
    assert "Excel: approved" in does(on.talker("Ada"), "/export", "[Theme]", "/back")
    assert isinstance(on.talker("Ada").conversation.state, AtOffice)
    does(on.talker("Cora"), "/export", "/back")
    assert isinstance(on.talker("Cora").conversation.state, AtDesk)


def test_export_is_described_with_all_choices() -> None:
    """The description names the face, the filters and the day."""
    file = ExportFile(
        format="json",
        statuses=("approved", "declined"),
        references=("RAN-2026-0001",),
        since=date(2026, 1, 2),
        theme="Training",
        country="Sweden",
        face="public",
    )
    said = "JSON, public: approved, declined, Training, Sweden, RAN-2026-0001, since 2 January 2026"
    assert said == export_texts.wanted(file)


def test_coordinator_exports_what_they_may_read(on: CoreTestBed) -> None:
    """A coordinator gets the file, and the audit log says so; the admin page has no button there."""
    assert "[Admin page]" not in does(on.talker("Cora"), "/export")
    chosen(on, "Cora", "[Public]", face="public")
    assert CORA == on.collection.registry.log[-1][1]


@pytest.mark.parametrize(
    "given",
    [
        Attached(what="photo", caption="", message=4),
        Unreadable(what="sticker", message=5),
        Shared(what="place", message=6),
    ],
)
def test_coordinator_sends_a_file_to_an_export(on: CoreTestBed, given: Input) -> None:
    """Whatever a coordinator sends to the page is answered there."""
    talker = on.talker("Cora")
    does(talker, "/export")
    said = "\n".join(one.text for one in talker.give(given))
    assert (True, Exporting()) == (texts.NOT_HERE in said, page_of(talker))


def test_commands_of_a_coordinator_at_an_export(on: CoreTestBed) -> None:
    """A coordinator at an export has the coordinators' commands, and stays at the page with /start and /skip."""
    talker = on.talker("Cora")
    does(talker, "/export")
    assert "For admins" not in does(talker, "/help")
    for command in ("/start", "/skip"):
        does(talker, command)
        assert Exporting() == page_of(talker)
    assert "Waiting for review" in does(talker, "/queue")


def test_former_coordinator_leaves_the_export(on: CoreTestBed) -> None:
    """Who is no coordinator any more is taken away from the page at the next input."""
    talker = on.talker("Cora")
    does(talker, "/export")
    *_, page = talker.replies.values()
    (button,) = [button for row in page.rows for button in row if button.label == "Send the file"]
    del on.collection.registry.roles[CORA]
    press(talker, button)
    assert ([], True) == (sent(talker), not isinstance(talker.conversation.state, AtOffice))


def test_page_of_an_older_version_is_read() -> None:
    """A page and a document that were stored before there were faces and filters are read as they were meant."""
    page = Exporting.model_validate({"page": "exporting", "format": "csv", "statuses": ["draft"], "since": None})
    file = ExportFile.model_validate({"makes": "export", "format": "csv", "statuses": ["draft"], "since": None})
    assert (Selection(statuses=("draft",)).face, ("draft",), None) == (page.face, file.statuses, file.theme)
