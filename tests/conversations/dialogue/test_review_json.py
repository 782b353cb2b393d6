"""The review of a submission as JSON: the decision that holds, the comments, and the changes of each revision."""

import pytest
from pydantic import JsonValue
from support.practices import NOW, leaflet, practice, reviewed

from conversations.dialogue.conversation import Answer, Draft
from conversations.dialogue.practice import submission_json
from conversations.dialogue.review_record import SOMEBODY_GONE, Entry, Member, Review
from conversations.dialogue.reviews import made

AT = "2026-11-23T10:00:00Z"


def review_of(draft: Draft) -> dict[str, JsonValue]:
    """Give the review of a submission as it is exported."""
    review = submission_json(draft)["review"]
    assert isinstance(review, dict)
    return review


def test_keys_stand_in_the_order_of_the_contract() -> None:
    """The first nine keys are as they always were; then come the identifier, the last change and the review."""
    given = submission_json(reviewed(practice()), "an identifier")
    assert ["answers", "attachments", "id", "updated_at", "revision", "review"] == [*given][7:]
    assert ("an identifier", AT, 2) == (given["id"], given["updated_at"], given["revision"])


def test_review_of_a_draft_is_missing() -> None:
    """A draft has revision 0 and no review."""
    given = submission_json(practice(status="draft", reference=None))
    assert (0, None) == (given["revision"], given["review"])


def test_review_has_decision_comments_and_changes() -> None:
    """The review says who decided what and why, each comment with its reply, and what the revision changed."""
    assert {
        "decision": "declined",
        "decided_by": "Cora Coordinator",
        "reason": "Too short.",
        "comments": [
            {
                "question": "geographical_scope.scope",
                "text": "Please name the towns.",
                "weight": "must_fix",
                "state": "resolved",
                "by": "Cora Coordinator",
                "at": AT,
                "reply": "We have named them.",
            }
        ],
        "changes": [
            {
                "revision": 2,
                "at": AT,
                "question": "geographical_scope.scope",
                "before": "9002 towns",
                "after": "Denmark; Україна",
            }
        ],
    } == review_of(reviewed(practice(status="declined")))


def decided(draft: Draft) -> tuple[object, object, object]:
    """Give the decision, by whom, and why."""
    found = review_of(draft)
    return found["decision"], found["decided_by"], found["reason"]


def test_decision_is_the_one_that_holds() -> None:
    """After a request, an approval and a withdrawal the decision is theirs, or none."""
    cora, ben = Member(user=1, name="Cora"), Member(user=2, name="")
    draft = practice(status="submitted")
    requested = made(draft, "request", NOW, cora)
    approved = made(made(requested, "revise", NOW, None), "approve", NOW, ben)
    reopened = made(approved, "reopen", NOW, cora)
    gone = made(reopened, "decline", NOW, SOMEBODY_GONE, "No link to P/CVE.")
    assert [
        (None, None, None),
        ("changes_requested", "Cora", None),
        ("approved", None, None),
        (None, None, None),
        ("declined", None, "No link to P/CVE."),
        (None, None, None),
    ] == [decided(one) for one in (draft, requested, approved, reopened, gone, made(approved, "withdraw", NOW, None))]


def test_decision_without_its_line() -> None:
    """A submission of an older version that has no history has its decision, and nobody who made it."""
    assert ("approved", None, None) == decided(practice())
    by_nobody = practice().model_copy(update={"review": Review(log=(Entry(at=NOW, move="approve"),))})
    assert ("approved", None, None) == decided(by_nobody)


@pytest.mark.parametrize(("state", "count"), [("open", 1), ("answered", 1), ("withdrawn", 0)])
def test_withdrawn_comment_is_left_out(state: str, count: int) -> None:
    """Comments that a coordinator took back are nobody's business; a comment without a reply has none."""
    draft = reviewed(practice())
    comment = draft.review.comments[0].model_copy(update={"state": state, "reply_parts": ()})
    review = draft.review.model_copy(update={"comments": (comment,)})
    comments = review_of(draft.model_copy(update={"review": review}))["comments"]
    assert isinstance(comments, list)
    assert [(state, None)] * count == [(one["state"], one["reply"]) for one in comments if isinstance(one, dict)]


def test_changes_of_answers_and_files() -> None:
    """An answer that was added, removed or replaced is a change; so are files, by their names; a date is as written."""
    draft = reviewed(practice())
    first, second = draft.versions
    place, date = "ran_meetings.meetings.1.place", "ran_meetings.meetings.0.date"
    period = {"given": "May 2018", "spans": [["2018-05-01", "2018-05-31"]]}
    before = {**first.answers, date: Answer(value=period, source="typed", at=NOW)}
    before["geographical_scope.scope"] = second.answers["geographical_scope.scope"]
    del before[place]
    versions = (
        first.model_copy(update={"answers": before}),
        second.model_copy(update={"attachments": (leaflet("a" * 64),)}),
    )
    changes = review_of(draft.model_copy(update={"versions": versions}))["changes"]
    assert isinstance(changes, list)
    assert {
        (place, "None", "Wien"),
        (date, "May 2018", "23-24 January 2019"),
        ("deliverables.deliverables", "[]", "['leaflet.pdf']"),
    } == {(str(one["question"]), str(one["before"]), str(one["after"])) for one in changes if isinstance(one, dict)}
