"""A practice of a file becomes a draft, or each value that does not fit is named."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import JsonValue
from support.changed_form import LEFT, LIST, changed_form
from support.practices import ANSWERS, NOW, leaflet, practice
from support.spreadsheets import handed_in

from conversations import submission_json
from conversations.dialogue.conversation import Answer, Draft, Version
from conversations.dialogue.review_record import Comment, Entry, Member, Review
from conversations.dialogue.state import Part
from conversations.fields import ReadingContext, Understood
from conversations.form.asked import question_at
from conversations.form.template import using
from conversations.imports import Given, Read, drafted, given_in_json
from conversations.imports.drafting import LONGEST

Json = dict[str, Any]


def item(**changes: JsonValue) -> Json:
    """Return an approved practice as an export of today writes it."""
    return {**submission_json(handed_in(practice(decided_at=NOW))), **changes}


def answering(changes: dict[str, JsonValue], **fields: JsonValue) -> Read:
    """Read the invented practice with other answers, as a draft without a reference unless ``fields`` say more."""
    return drafted(Given(where="row 2", answers={**ANSWERS, **changes}, details=fields), "draft", NOW)


def values(read: Read) -> dict[str, JsonValue]:
    """Return the answers of a practice that fits."""
    assert read.problems == ()
    assert read.draft is not None
    return {path: answer.value for path, answer in read.draft.answers.items()}


def problems(read: Read) -> list[tuple[str, str]]:
    """Return what does not fit; then there is no draft."""
    assert read.draft is None
    return [(problem.title, problem.words) for problem in read.problems]


DRAFT: Json = {"status": "draft", "reference": None, "submitted_at": None}

BEGUN: Json = {path: Answer(value=value, source="typed", at=NOW) for path, value in {"name.name": "Open Door"}.items()}


@pytest.mark.parametrize(
    "draft",
    [
        practice(decided_at=NOW),
        practice(3, status="submitted", attachments=(leaflet("ab" * 32), leaflet("cd" * 32))),
        practice(4, status="withdrawn", created_at=NOW - timedelta(days=3)),
        practice(5, status="declined", changes={"peer_reviewed.peer_reviewed": True}),
        practice(6, **DRAFT),
        practice(
            7, **DRAFT, changes={"description.description": "word " * 300 + "word", "key_themes.themes": ["Training"]}
        ),
        practice(8, **DRAFT, changes={"start.ending_year": 2001}),
        Draft(number=1, created_at=NOW, updated_at=NOW, answers=BEGUN),
    ],
)
def test_round_trip(draft: Draft) -> None:
    """What an export writes is read as the same: answers, times, status, files; a draft may have answers to fix."""
    written = submission_json(handed_in(draft))
    read = drafted(given_in_json(written, "practice 1"), "draft", NOW)
    assert read.draft is not None, read.problems
    assert written == submission_json(read.draft)
    assert {"imported"} == {answer.source for answer in read.draft.answers.values()}


def test_draft_with_a_begun_meeting() -> None:
    """A meeting of a draft that has no answer stays listed; one with some has its other questions open."""
    written: Json = submission_json(practice(**DRAFT))
    nothing = dict.fromkeys(("name", "date", "place", "subject"))
    written["answers"]["ran_meetings"]["meetings"] = [{**nothing, "name": "RAN EXIT"}, nothing]
    read = drafted(given_in_json(written, ""), "draft", NOW)
    assert read.draft is not None
    assert written == submission_json(read.draft)
    assert "ran_meetings.meetings.0.date" not in read.draft.answers


def test_what_was_skipped() -> None:
    """A question without an answer was skipped in what was handed in, and is open in a draft."""
    changes: dict[str, JsonValue] = {"contact.website": None}
    assert values(answering(changes, status="submitted"))["contact.website"] is None
    assert "contact.website" not in values(answering(changes))


def test_answers_alone() -> None:
    """The answers by section are a practice, too; its status is the one that is asked for."""
    read = drafted(given_in_json(item()["answers"], "practice 1"), "approved", NOW)
    assert read.draft is not None
    assert ("approved", None, NOW, NOW) == (
        read.draft.status,
        read.draft.reference,
        read.draft.submitted_at,
        read.draft.decided_at,
    )
    assert 1 == len(read.draft.versions)


def test_advice() -> None:
    """A description gets the advice that a typed one gets."""
    read = answering({"description.description": "We bake bread."})
    assert read.draft is not None
    assert ["description.description"] == [*read.draft.advice]


@pytest.mark.parametrize(
    ("path", "raw", "value"),
    [
        ("key_themes.themes", "Training; Prison and probation", ["Training", "Prison and probation"]),
        ("key_themes.themes", "training, prison and probation", ["Prison and probation", "Training"]),
        ("start.starting_year", "2011", 2011),
        ("start.starting_year", 2011.0, 2011),
        ("start.starting_year", "in 2011", 2011),
        ("peer_reviewed.peer_reviewed", "Yes", True),
        ("contact.website", "example.org", "https://example.org"),
        ("contact.telephone", "33 11 55 00", "+45 33 11 55 00"),
        ("contact.person", 1001, "1001"),
        ("evidence.performance", "a\x00b", "ab"),
        ("name.name", "Open\n Door", "Open Door"),
        ("organisation.type", "charity", "Charity"),
    ],
)
def test_read_like_typed(path: str, raw: JsonValue, value: JsonValue) -> None:
    """A value goes through the kind of its question, like what is typed."""
    assert value == values(answering({path: raw}))[path]


@pytest.mark.parametrize(
    ("path", "raw"),
    [
        ("start.ending_year", "Still active"),
        ("start.ending_year", "läuft"),
        ("contact.website", "n/a"),
        ("name.name", " "),
    ],
)
def test_read_as_none(path: str, raw: str) -> None:
    """An empty text is no answer, nor are the words that skip an optional question."""
    assert path not in values(answering({path: raw}))


@pytest.mark.parametrize(
    ("path", "raw", "title", "words"),
    [
        ("contact.email", "anna(at)", "Email", "e-mail"),
        ("start.starting_year", "soon", "Starting year", "year"),
        ("start.starting_year", True, "Starting year", ""),
        ("contact.person", True, "Contact person", "It should be a text"),
        ("contact.person", ["Anna"], "Contact person", "It should be a text"),
        ("contact.person", {"name": "Anna"}, "Contact person", "It should be a text"),
        ("contact.person", "x" * (LONGEST + 1), "Contact person", "200,000 characters"),
        ("key_themes.themes", ["Training", "Baking"], "Key themes", "Baking"),
        ("key_themes.themes", ["Training\x00"], "Key themes", "It should be a text"),
        ("organisation.type", "Charity\x00 or not", "Type of organisation", ""),
        ("ran_meetings.meetings.0.date", "someday", "Date of the meeting 1", "a month or a year"),
        ("country_of_origin.non_eu_country", "Switzerland", "Non-EU country", "It is not asked"),
        ("name.nickname", "Door", "name.nickname", "The form has no such question."),
    ],
)
def test_does_not_fit(path: str, raw: JsonValue, title: str, words: str) -> None:
    """A value that does not fit is named by its question, and there is no draft."""
    [(named, why)] = problems(answering({path: raw}))
    assert title == named
    assert words in why


def test_place() -> None:
    """The place of a value in its file is named."""
    given = Given(answers={**ANSWERS, "contact.email": "?"}, places={"contact.email": "Practices AC2"})
    assert ["Practices AC2"] == [problem.place for problem in drafted(given, "draft", NOW).problems]


def test_said_once() -> None:
    """What follows from an answer that does not fit is not said again: that it is needed, or what depends on it."""
    read = answering({"ran_meetings.presented": "perhaps", "contact.email": "?"}, status="submitted")
    assert ["Presented in a RAN meeting", "Email"] == [title for title, _ in problems(read)]


def test_handed_in_is_whole() -> None:
    """What was handed in has every answer that is needed, within its limits; each other one is named."""
    changes: dict[str, JsonValue] = {
        "contact.person": None,
        "sustainability.sustainability": "word " * 201,
        "start.ending_year": 2001,
    }
    found = dict(problems(answering(changes, status="submitted")))
    assert {"Contact person", "Sustainability and transferability", "Ending year"} == {*found}
    assert found["Contact person"] == "It needs an answer."
    assert "201 words" in found["Sustainability and transferability"]


@pytest.mark.parametrize(
    ("details", "title"),
    [
        ({"status": "published"}, "Status"),
        ({"status": 1}, "Status"),
        ({"reference": "RAN 1"}, "Reference"),
        ({"reference": 1}, "Reference"),
        ({"id": "a b"}, "Identifier"),
        ({"id": 1}, "Identifier"),
        ({"template_version": 99}, "Version of the form"),
        ({"template_version": 0}, "Version of the form"),
        ({"template_version": "one"}, "Version of the form"),
        ({"revision": 1000}, "Revision"),
        ({"revision": True}, "Revision"),
        ({"created_at": "yesterday"}, "Begun"),
        ({"created_at": 5}, "Begun"),
        ({"submitted_at": "1000-01-01"}, "Submitted"),
        ({"decided_at": "2999-01-01T00:00:00Z"}, "Decided"),
    ],
)
def test_details_do_not_fit(details: Json, title: str) -> None:
    """A status, reference, identifier or time of another form is named."""
    assert [title] == [named for named, _ in problems(answering({}, **details))]


def test_details() -> None:
    """Details are read as people write them; a time without a zone is in UTC."""
    details: Json = {
        "status": "Changes requested",
        "reference": " ran-2019-0007",
        "id": "3f1c",
        "created_at": "2019-01-02",
        "revision": 2.0,
        "language": "en",
    }
    read = answering({}, **details)
    assert read.draft is not None
    assert ("changes_requested", "RAN-2019-0007", "3f1c", 2019, 2) == (
        read.draft.status,
        read.draft.reference,
        read.draft.identifier,
        read.draft.created_at.year,
        len(read.draft.versions),
    )


def test_older_form() -> None:
    """A practice of an older form stays one, with the labels that its lists had."""
    written = submission_json(practice(changes={LIST: [LEFT, "Education"]}))
    with using(changed_form()):
        read = drafted(given_in_json(written, ""), "draft", NOW)
        assert read.draft is not None, read.problems
        assert (1, [LEFT, "Education"]) == (read.draft.template_version, read.draft.values[LIST])


@pytest.mark.parametrize("nothing", [None, [], "text", {}, {"answers": {}}, {"answers": []}])
def test_no_answers(nothing: JsonValue) -> None:
    """An item without answers is named by its place."""
    assert [("practice 3", "The practice has no answers.")] == problems(
        drafted(given_in_json(nothing, "practice 3"), "draft", NOW)
    )


def test_nameless() -> None:
    """A practice without a name and a place is still named."""
    assert "A practice without a name" == drafted(Given(), "draft", NOW).name


def test_name_for_a_terminal() -> None:
    """The name that is printed has no control characters."""
    assert "Open [2J Door" == answering({"name.name": "Open\x1b[2J\nDoor"}).name


def test_not_in_the_form() -> None:
    """Sections and questions that the form does not have are named: nothing is dropped."""
    written = item()
    written["answers"]["budget"] = {"sum": 1}
    written["answers"]["name"]["nickname"] = "Door"
    written["answers"]["start"] = 2011
    written["answers"]["ran_meetings"]["meetings"].append({"guests": 20})
    named = [
        title for title, words in problems(drafted(given_in_json(written, ""), "draft", NOW)) if "no such" in words
    ]
    assert ["name.nickname", "start", "ran_meetings.meetings.2.guests", "budget"] == named


def test_meetings_that_are_no_list() -> None:
    """Meetings that are no list are named, and an item that is no meeting is passed over."""
    written = item()
    written["answers"]["ran_meetings"]["meetings"] = {"name": "RAN EXIT"}
    assert ("ran_meetings.meetings", "The form has no such question.") in problems(
        drafted(given_in_json(written, ""), "draft", NOW)
    )
    written["answers"]["ran_meetings"]["meetings"] = ["RAN EXIT"]
    assert () == drafted(given_in_json({**written, **DRAFT}, ""), "draft", NOW).problems


REVIEW: Json = {
    "decision": "declined",
    "decided_by": "Cora",
    "reason": "It is no practice.",
    "comments": [
        {
            "question": "name.name",
            "text": "Whose?",
            "weight": "must_fix",
            "state": "answered",
            "by": "Cora",
            "at": "2026-11-22T10:00:00Z",
            "reply": "Ours",
        },
        {
            "question": "contact.person",
            "text": "Who?",
            "weight": "suggestion",
            "state": "open",
            "by": None,
            "at": "2026-11-22T11:00:00",
            "reply": None,
        },
    ],
}


def test_review() -> None:
    """The review is read: comments with their state and reply, and the decision with its reason."""
    times = {"submitted_at": "2026-11-20T10:00:00Z", "decided_at": "2026-11-23T09:00:00Z"}
    read = drafted(given_in_json(item(status="declined", review=REVIEW, revision=2, **times), ""), "draft", NOW)
    assert read.draft is not None
    cora, submitted, decided = Member(user=0, name="Cora"), NOW - timedelta(days=3), NOW - timedelta(hours=1)
    assert read.draft.review == Review(
        comments=(
            Comment(
                number=1,
                question="name.name",
                by=cora,
                weight="must fix",
                parts=(Part(message=0, text="Whose?"),),
                at=NOW - timedelta(days=1),
                state="answered",
                asked=True,
                reply_parts=(Part(message=0, text="Ours"),),
            ),
            Comment(
                number=2,
                question="contact.person",
                by=Member(user=0, name=""),
                weight="suggestion",
                parts=(Part(message=0, text="Who?"),),
                at=NOW - timedelta(hours=23),
                asked=True,
            ),
        ),
        log=(
            Entry(at=submitted, move="hand in"),
            Entry(at=submitted, move="revise"),
            Entry(at=decided, move="decline", by=cora, words="It is no practice."),
        ),
    )


def test_earlier_revisions() -> None:
    """What each revision changed gives the earlier ones back."""
    at = "2026-11-22T10:00:00Z"
    changes: list[JsonValue] = [
        {"revision": 2, "at": at, "question": "name.name", "before": "Door", "after": "Open Door"},
        {"revision": 2, "at": at, "question": "key_themes.themes", "before": ["Training"], "after": []},
        {"revision": 2, "at": at, "question": "deliverables.deliverables", "before": ["a.pdf"], "after": []},
        {"revision": 2, "at": at, "question": "ran_meetings.meetings.0.date", "before": "2018", "after": "2019"},
    ]
    read = drafted(given_in_json(item(revision=2, review={"changes": changes}), ""), "draft", NOW)
    assert read.draft is not None
    first, last = read.draft.versions
    assert (NOW, NOW - timedelta(days=1)) == (first.at, last.at)
    assert ("Door", "Open Door") == (first.answers["name.name"].value, last.answers["name.name"].value)
    assert ["Training"] == first.answers["key_themes.themes"].value
    assert {"given": "2018", "first": "2018-01-01", "last": "2018-12-31"} == first.answers[
        "ran_meetings.meetings.0.date"
    ].value
    assert first.answers["deliverables.deliverables"] == last.answers["deliverables.deliverables"]
    assert isinstance(first, Version)


@pytest.mark.parametrize(
    ("field", "value", "title"),
    [
        ("review", "good", "Review"),
        ("review", {"comments": [{"question": "name.name"}]}, "Review"),
        ("review", {"comments": [{**REVIEW["comments"][0], "question": "name.nickname"}]}, "name.nickname"),
        (
            "review",
            {"changes": [{"revision": 2, "at": "2026-11-22", "question": "start.starting_year", "before": "x"}]},
            "Review",
        ),
        ("attachments", "leaflet.pdf", "Attachment"),
        ("attachments", [{"question": "name.nickname", "name": "a", "sha256": "ab" * 32, "size": 1}], "name.nickname"),
        ("attachments", [{"question": "name.name", "name": "a", "sha256": "../../etc", "size": 1}], "Attachment"),
    ],
)
def test_review_or_file_does_not_fit(field: str, value: JsonValue, title: str) -> None:
    """A review or a file of another form is named, and there is no draft."""
    read = drafted(given_in_json(item(**{field: value}, revision=2), ""), "draft", NOW)
    assert [title] == [named for named, _ in problems(read)]


def test_name_of_a_file() -> None:
    """The name of a file leads nowhere."""
    file: Json = {"question": "name.name", "name": "../../etc/passwd", "sha256": "ab" * 32, "size": 1}
    read = drafted(given_in_json(item(attachments=[file]), ""), "draft", NOW)
    assert read.draft is not None
    assert "/" not in read.draft.attachments[0].name


ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=300)

TEXTS = ("name.name", "evidence.performance", "contact.address", "ran_meetings.meetings.0.place", "contact.person")


@given(path=st.sampled_from(TEXTS), text=ANY_TEXT)
@settings(deadline=None)
def test_any_text_round_trips(path: str, text: str) -> None:
    """Any text in any script that a question takes comes back from JSON as it is."""
    asked = question_at(path)
    reading = asked.kind.read(text, ReadingContext(NOW.date()))
    if isinstance(reading, Understood) and not asked.problem(reading.value, ReadingContext(NOW.date())):
        written = submission_json(handed_in(practice(changes={path: reading.value}, decided_at=NOW)))
        read = drafted(given_in_json(written, ""), "draft", NOW)
        assert read.draft is not None, read.problems
        assert written == submission_json(read.draft)
