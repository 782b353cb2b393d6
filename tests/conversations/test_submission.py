"""A draft as JSON for the outside."""

from datetime import UTC, datetime

import pytest
from support.core_talker import CoreTalker

from bot.demo.transcripts import Act
from conversations.dialogue.conversation import Attachment, Draft
from conversations.dialogue.practice import submission_json
from conversations.fields import Period
from conversations.form.sections import Practice

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def talked(*texts: str) -> Draft:
    """Say these things and give the draft that comes of it."""
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
    """The object has the contract's keys, with moments in UTC to the second."""
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
    } == given


@pytest.fixture
def meetings() -> Draft:
    """Tell of two meetings, one of them on two days."""
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
    """What an earlier answer rules out is kept in the draft and not provided outside."""
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
