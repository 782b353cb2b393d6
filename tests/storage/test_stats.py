"""The figures of the collection: counted over all drafts at one time."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from support.practices import keep, practice

from conversations.dialogue.conversation import Draft
from conversations.dialogue.model import Period
from conversations.dialogue.review_record import Claim, Entry, Member, Move, Review
from conversations.fields import OUTSIDE
from conversations.form.sections import SECTIONS
from storage import Database
from storage.stats import Count, Month, Stats, stats_of, tallied

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)

BEGUN = datetime(2026, 9, 30, 23, tzinfo=UTC)


def submission(number: int, *moves: tuple[Move, float], **fields: Any) -> Draft:  # noqa: ANN401 - a draft's
    """Make a submission handed in on 1 November, with moves so many days after that."""
    first = datetime(2026, 11, 1, tzinfo=UTC)
    log = tuple(Entry(at=first + timedelta(days=days), move=move) for move, days in (("hand in", 0.0), *moves))
    return practice(number, created_at=BEGUN, submitted_at=first, review=Review(log=log), **fields)


def in_progress(*sections: str) -> Draft:
    """Make a draft with these sections done."""
    given = {path: answer for path, answer in practice().answers.items() if path.partition(".")[0] in sections}
    fields = {"status": "draft", "reference": None, "submitted_at": None, "answers": given, "created_at": NOW}
    return practice().model_copy(update=fields)


def test_nothing() -> None:
    """Of an empty collection every figure is there, and none is more than nothing."""
    stats = tallied((), NOW)
    assert (0, 0, None, 12, 16) == (
        stats.drafts,
        stats.submissions,
        stats.days_to_decision,
        len(stats.months),
        len(stats.reached),
    )
    assert {(0, 0)} == {(month.begun, month.submitted) for month in stats.months}


def test_statuses() -> None:
    """Drafts are counted by status, and those in progress apart from all that were handed in."""
    stats = tallied([submission(1), submission(2, status="declined"), in_progress()], NOW)
    assert ({"approved": 1, "declined": 1, "draft": 1}, 2, 1) == (stats.statuses, stats.submissions, stats.drafts)


def test_months() -> None:
    """The twelve months end with this one; what is older is left out."""
    old = practice(3, created_at=datetime(2025, 11, 30, tzinfo=UTC), submitted_at=datetime(2025, 12, 1, tzinfo=UTC))
    months = tallied([submission(1), submission(2), old, in_progress()], NOW).months
    assert (date(2025, 12, 1), date(2026, 11, 1)) == (months[0].first, months[-1].first)
    busy = [month for month in months if month.begun or month.submitted]
    assert busy == [
        Month(first=date(2025, 12, 1), begun=0, submitted=1),
        Month(first=date(2026, 9, 1), begun=2, submitted=0),
        Month(first=date(2026, 11, 1), begun=1, submitted=2),
    ]


def test_themes_and_countries() -> None:
    """Themes and countries are counted over what was handed in, the most frequent first; one elsewhere by name."""
    elsewhere = {"country_of_origin.country": "Outside the EU and EEA", "country_of_origin.non_eu_country": "Schweiz?"}
    unknown = {"country_of_origin.country": None, "key_themes.themes": None}
    given = [practice(1), practice(2, {"key_themes.themes": ["Training", "Rehabilitation"]}), practice(3, elsewhere)]
    stats = tallied([*given, practice(4, unknown), in_progress("key_themes", "country_of_origin")], NOW)
    assert [("Rehabilitation", 3), ("Prison and probation", 2), ("Training", 1)] == pairs(stats.themes)
    assert [("Denmark", 2), ("Schweiz?", 1)] == pairs(stats.countries)


def pairs(counts: tuple[Count, ...]) -> list[tuple[str, int]]:
    """Give counts as pairs."""
    return [(one.name, one.count) for one in counts]


def test_themes_without_what_was_declined_or_withdrawn() -> None:
    """What is not going to be in the collection has no theme and no country in it."""
    gone = [practice(number, status=status) for number, status in enumerate(("declined", "withdrawn"), 1)]
    here = [practice(number, status=status) for number, status in enumerate(("submitted", "changes_requested"), 3)]
    stats = tallied([*gone, *here, practice(5)], NOW)
    assert (5, [("Prison and probation", 3), ("Rehabilitation", 3)]) == (stats.submissions, pairs(stats.themes))
    assert ([("Denmark", 3)], ()) == (pairs(stats.countries), tallied(gone, NOW).themes)


LACKING: dict[str, tuple[dict[str, Any], int]] = {
    "nothing": ({}, 1),
    "what may be skipped": ({"contact.telephone": ..., "evidence.feedback": ...}, 1),
    "what is needed": ({"contact.email": ...}, 0),
    "an answer that was skipped": ({"contact.email": None}, 0),
    "words": ({"description.description": "word " * 301}, 0),
    "what a Yes opens": ({"eu_funding.co_funded": True}, 0),
    "the order of the years": ({"start.starting_year": 2011, "start.ending_year": 2010}, 0),
    "a year that has come": ({"last_update.year": 2027}, 0),
}


@pytest.mark.parametrize("name", LACKING)
def test_complete(name: str) -> None:
    """A draft counts as complete where only Submit is missing: nothing is to be answered and nothing to be fixed."""
    changes, complete = LACKING[name]
    draft = practice(1, {path: value for path, value in changes.items() if value is not ...})
    answers = {path: answer for path, answer in draft.answers.items() if changes.get(path, 0) is not ...}
    fields = {"status": "draft", "reference": None, "submitted_at": None, "answers": answers}
    assert complete == tallied([draft.model_copy(update=fields), submission(2)], NOW).complete


def test_days_to_decision() -> None:
    """The first approval or refusal counts, from the first time it was handed in; a request for changes is none."""
    decided = [
        submission(1, ("claim", 1), ("request", 2), ("revise", 9), ("approve", 10)),
        submission(2, ("approve", 4)),
        submission(3, ("decline", 30)),
        submission(4, ("claim", 1)),
        submission(5, decided_at=datetime(2026, 11, 6, tzinfo=UTC)),
        practice(6, submitted_at=None, decided_at=NOW),
    ]
    stats = tallied(decided, NOW)
    assert (4, 7.5) == (stats.decided, stats.days_to_decision)


def test_reached() -> None:
    """Of drafts in progress it is counted which section is the first that is not done."""
    every = [section.key for section in SECTIONS]
    stats = tallied([in_progress(), in_progress("name", "key_themes"), in_progress(*every), submission(1)], NOW)
    assert {"Name of the practice": 1, "Description": 1} == {
        one.section: one.stopped for one in stats.reached if one.stopped
    }


def test_section_with_something_to_fix_is_not_done() -> None:
    """A draft with an answer over its limit stopped at that section, as its overview says."""
    fields = {"status": "draft", "reference": None, "submitted_at": None}
    stats = tallied([practice(1, {"description.description": "word " * 301}, **fields)], NOW)
    assert ["Description"] == [one.section for one in stats.reached if one.stopped]


def waiting(number: int, days: float, coordinator: str | None = None) -> Draft:
    """Make a submission that has waited for so many days, and has been claimed by a coordinator."""
    claim = None if coordinator is None else Claim(by=Member(user=len(coordinator), name=coordinator), since=NOW)
    since = NOW - timedelta(days=days)
    review = Review(log=(Entry(at=since, move="hand in"),), claim=claim)
    return practice(number, status="submitted", submitted_at=since, created_at=since, review=review)


def test_review() -> None:
    """What waits now: how many, nobody on how many, the oldest, and who is on how many."""
    given = [waiting(1, 3, "Cora"), waiting(2, 40), waiting(3, 5, "Cora"), waiting(4, 1, "Ben"), waiting(5, 2, "")]
    stats = tallied([*given, submission(6), in_progress()], NOW)
    review = stats.review
    assert (5, 1, "RAN-2026-0002") == (review.waiting, review.unclaimed, review.oldest and review.oldest.reference)
    assert [("Cora", 2), ("Ben", 1), ("a coordinator", 1)] == pairs(review.claimed)
    assert stats.review == tallied([*given], NOW, "month").review


@pytest.mark.parametrize(("period", "counted"), [("month", 1), ("quarter", 2), ("year", 3), ("all", 4)])
def test_period(period: Period, counted: int) -> None:
    """A period counts what was submitted in it, and drafts that were begun in it; the months stay."""
    ages = (29, 89, 364, 366)
    submitted = [waiting(number, days) for number, days in enumerate(ages, 1)]
    begun = [in_progress().model_copy(update={"created_at": NOW - timedelta(days=days)}) for days in ages]
    stats = tallied([*submitted, *begun], NOW, period)
    assert (counted, counted, counted) == (stats.submissions, stats.drafts, stats.countries[0].count)
    assert stats.months == tallied([*submitted, *begun], NOW).months


def test_themes_by_countries() -> None:
    """Each theme is counted by country, without one too; what nobody has is named in the form's order."""
    nowhere = {"country_of_origin.country": None}
    stats = tallied([practice(1), practice(2), practice(3, nowhere), practice(4, status="declined")], NOW)
    assert {theme: {"Denmark": 2, "": 1} for theme in ("Prison and probation", "Rehabilitation")} == stats.cells
    assert (16, "(Early) prevention") == (len(stats.themes_missing), stats.themes_missing[0])
    assert ("Austria", False, False) == (
        stats.countries_missing[0],
        "Denmark" in stats.countries_missing,
        OUTSIDE in stats.countries_missing,
    )


@pytest.mark.both
@pytest.mark.parametrize("count", [0, 1, 250])
async def test_read_from_the_database(db: Database, count: int) -> None:
    """What is kept is counted, also where it is more than is in memory at a time."""
    if count:
        await keep(db, 5, *(submission(number + 1) for number in range(count)))
    stats = await stats_of(db, NOW)
    assert (tallied([submission(number + 1) for number in range(count)], NOW), count) == (stats, stats.submissions)


def test_carried_as_json() -> None:
    """The figures come through JSON as they were."""
    stats = tallied([submission(1), in_progress("name")], NOW)
    assert stats == Stats.model_validate_json(stats.model_dump_json())
