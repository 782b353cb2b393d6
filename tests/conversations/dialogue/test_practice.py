"""A practice as JSON for the outside, and safe names of its files."""

from datetime import UTC, datetime
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.core_talker import CoreTalker

from bot.demo.transcripts import Act
from conversations.dialogue.conversation import Attachment, Draft
from conversations.dialogue.practice import Names, safe_name, submission_json
from conversations.fields import Period
from conversations.form.sections import Practice

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def talked(*texts: str) -> Draft:
    """Say these things and return the draft that results."""
    talker = CoreTalker()
    for text in ("/start", *texts):
        talker.do(Act("presses", text[1:-1]) if text.startswith("[") else Act("says", text))
    return talker.conversation.drafts[0]


def answers(draft: Draft) -> Practice:
    """Read a submission's answers by the section classes."""
    return Practice.model_validate(submission_json(draft)["answers"])


def test_empty_draft_has_every_key() -> None:
    """Every section and every question is there, null where not provided."""
    given = submission_json(talked())
    expected = Practice().model_dump(mode="json") | {"ran_meetings": {"presented": None, "meetings": []}}
    assert expected == given["answers"]


def test_submission_has_the_form_of_the_contract() -> None:
    """The object has the contract's keys, with times in UTC to the second."""
    draft = talked("Open Door").model_copy(update={"submitted_at": datetime(2026, 11, 24, 8, 5, 1, 99, tzinfo=UTC)})
    given = submission_json(draft)
    del given["answers"]
    assert {
        "reference": None,
        "status": "draft",
        "template_version": 1,
        "language": "en",
        "created_at": "2026-11-23T12:00:00Z",
        "submitted_at": "2026-11-24T08:05:01Z",
        "decided_at": None,
        "attachments": [],
        "id": "",
        "updated_at": "2026-11-23T12:00:00Z",
        "revision": 0,
        "review": None,
    } == given


@pytest.fixture
def meetings() -> Draft:
    """Describe two meetings, one of them on two days."""
    return talked(
        "[Overview]",
        "Presented and discussed in RAN meeting",
        *("yes", "RAN EXIT", "30 November - 1 December 2017", "online", "[Skip]", "[Add another meeting]"),
        *("RAN YF&C", "[Skip]", "Wien", "Youth work", "[No more meetings]"),
    )


def test_meetings_are_given_as_they_were_written(meetings: Draft) -> None:
    """Each meeting has its four keys, and its date the words that were typed."""
    given = submission_json(meetings)["answers"]
    assert isinstance(given, dict)
    assert {
        "presented": True,
        "meetings": [
            {"name": "RAN EXIT", "date": "30 November - 1 December 2017", "place": "online", "subject": None},
            {"name": "RAN YF&C", "date": None, "place": "Wien", "subject": "Youth work"},
        ],
    } == given["ran_meetings"]


def test_meeting_dates_come_back_as_days(meetings: Draft) -> None:
    """Read again, the words give the same days as those that are stored."""
    stored = meetings.answers["ran_meetings.meetings.0.date"].value
    assert Period.model_validate(stored) == answers(meetings).ran_meetings.meetings[0].date


def test_answer_that_no_longer_applies_is_not_given() -> None:
    """An answer that an earlier answer rules out stays in the draft, and is not given outside."""
    draft = talked("[Overview]", "12", "[Yes]", "Other", "[Skip]", "/overview", "12", "[(Co-)funded by the EU]", "[No]")
    assert (["Other"], None) == (draft.answers["eu_funding.funds"].value, answers(draft).eu_funding.funds)


@pytest.mark.parametrize(
    ("names", "given"),
    [
        (["../../evil-a.sh", "/etc/evil-b", "..\\..\\evil-e.exe"], ["_.._evil-a.sh", "_etc_evil-b", "_.._evil-e.exe"]),
        (["a.pdf", "a.pdf", "A.PDF", ""], ["a.pdf", "a (2).pdf", "A (3).PDF", "file"]),
    ],
)
def test_file_names_are_plain(names: list[str], given: list[str]) -> None:
    """A name is a plain file name, and of the files of one practice no two have the same."""
    files = [Attachment(question="x.y", name=name, sha256="a" * 64, size=1, message=1, at=NOW) for name in names]
    listed = submission_json(talked().model_copy(update={"attachments": tuple(files)}))["attachments"]
    assert isinstance(listed, list)
    assert given == [file["name"] for file in listed if isinstance(file, dict)]


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("leaflet.pdf", "leaflet.pdf"),
        ("Übersicht – Teil 1.docx", "Übersicht – Teil 1.docx"),
        ("Открытая дверь.pdf", "Открытая дверь.pdf"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("..\\..\\boot.ini", "_.._boot.ini"),
        ("/absolute.txt", "_absolute.txt"),
        ("C:evil.exe", "C_evil.exe"),
        ("CON", "CON_"),
        ("nul.txt", "nul_.txt"),
        ('a<b>:"|?*.txt', "a_b______.txt"),
        ("photo\u202egpj.exe", "photogpj.exe"),
        ("tab\tnew\nline.txt", "tabnewline.txt"),
        ("dots...", "dots"),
        (" . ", "file"),
        ("", "file"),
        (".htaccess", "htaccess"),
        ("x" * 300 + ".pdf", "x" * 120 + ".pdf"),
        ("я" * 300 + ".pdf", "я" * 60 + ".pdf"),
        ("a." + "b" * 300, "a." + "b" * 118),
    ],
)
def test_safe_name(name: str, safe: str) -> None:
    """A name keeps its harmless characters and its ending."""
    assert safe == safe_name(name)


@given(st.text())
def test_any_name_is_safe(name: str) -> None:
    """Whatever the name, it stays within its folder on every system, and making it safe again changes nothing."""
    safe = safe_name(name)
    assert (safe, safe, safe) == (PurePosixPath(safe).name, PureWindowsPath(safe).name, safe_name(safe))
    assert len(safe.encode()) <= 140
    assert not PureWindowsPath(safe).is_reserved()


@given(st.lists(st.sampled_from(["a.txt", "A.TXT", "a (2).txt", "Å", "A\u030a", "ａ.txt", "con", ""]), max_size=12))
def test_names_never_collide(names: list[str]) -> None:
    """No two names are the same for a system that ignores case and composition."""
    given_out = Names()
    assert len({given_out.fresh(name).casefold() for name in names}) == len(names)


def test_name_given_twice_has_a_number() -> None:
    """The second file of a name is told by its number, before the ending."""
    names = Names()
    assert ["a.pdf", "A (2).pdf", "a (3).pdf"] == [names.fresh(name) for name in ("a.pdf", "A.pdf", "a.pdf")]
