"""The queue: filters with their counts, the next unclaimed submission, and what nobody has touched."""

from datetime import datetime, timedelta

import pytest
from support.core_review import CARL, MEMBER, bed, comment, does, draft_of, forged, handed_in, press
from support.core_talker import CoreTalker, CoreTestBed

from conversations.diagram import NOW, filled
from conversations.dialogue.conversation import Draft
from conversations.dialogue.pages import Wanted
from conversations.dialogue.repositories import MOST_COUNTED, NoRepository
from conversations.dialogue.review_record import Member
from conversations.dialogue.reviews import made, with_claim
from conversations.dialogue.state import Submitted
from conversations.fields.country_names import choice_in_language
from conversations.languages import speaking
from conversations.review import queue_texts, texts
from conversations.review.queue import countries

CARLS = Member(user=CARL, name="Carl Coordinator")


def waiting(*claims: Member | None) -> CoreTestBed:
    """Make a test bed in which Anna has submitted a practice a day, each claimed by somebody or nobody."""
    on = bed(handed_in())
    drafts = [_waiting(number, claim) for number, claim in enumerate(claims, 1)]
    on.talker("Anna").conversation = filled().model_copy(
        update={"drafts": tuple(drafts), "state": Submitted(), "hand": 1}
    )
    return on


def _waiting(number: int, claim: Member | None) -> Draft:
    at = NOW + timedelta(days=number)
    draft = handed_in(claimed=False, at=at).model_copy(update={"number": number, "reference": f"RAN-2026-{number:04d}"})
    return draft if claim is None else with_claim(draft, claim, at)


def labels(talker: CoreTalker) -> list[str]:
    """List the buttons that were shown last."""
    shown = talker.replies[max(talker.replies)]
    return [button.label for row in shown.rows for button in row]


def test_choices_of_a_filter_are_counted() -> None:
    """A filter lists what there is, each with its number; a choice without any is left out."""
    on = waiting(MEMBER, None, None)
    cora = on.talker("Cora")
    does(cora, "/queue")
    assert "Mine (1)" in labels(cora)
    chosen = {}
    for filter_ in ("Status", "Theme", "Country"):
        does(cora, f"[{filter_}]")
        chosen[filter_] = labels(cora)
        does(cora, "[Back]")
    assert {
        "Status": ["✓ Waiting for review (3)", "Back"],
        "Theme": ["All", "(Early) prevention (3)", "Alternative and counter narratives (3)", "Back"],
        "Country": ["All", "Sweden (3)", "Back"],
    } == chosen


def test_filter_that_lists_nothing_stays_among_the_choices() -> None:
    """The chosen value is shown with its sign, also where nothing fits it any more."""
    on = waiting(None)
    cora = on.talker("Cora")
    does(cora, "/queue", "[Country]", "[Sweden]")
    on.talker("Anna").conversation = on.talker("Anna").conversation.model_copy(update={"drafts": ()})
    does(cora, "[Country]")
    assert ["All", "✓ Sweden (0)", "Back"] == labels(cora)


def test_label_can_be_typed_without_its_count() -> None:
    """``sweden`` and ``mine`` are typed as they are read, with or without the number behind them."""
    on = waiting(MEMBER, None)
    cora = on.talker("Cora")
    said = does(cora, "/queue", "[Country]", "sweden"), does(cora, "mine (1)"), does(cora, "everybody's")
    assert ["Filters: country Sweden", "Filters: country Sweden, mine", "Filters: country Sweden"] == [
        one.split("\n")[1] for one in said
    ]


def test_filters_are_cleared_at_once() -> None:
    """The button is there where a filter is set, keeps the status, and shows the whole list."""
    on = waiting(MEMBER, None)
    cora = on.talker("Cora")
    does(cora, "/queue")
    before = labels(cora)
    nothing = does(cora, "[Status]", "[Waiting for review]", "[Theme]", "[(Early) prevention]", "[Mine]")
    whole = does(cora, "[Clear filters]")
    assert (False, "Waiting for review: 1", "Waiting for review: 2") == (
        queue_texts.CLEAR in before,
        nothing.split("\n")[0],
        whole.split("\n")[0],
    )


def test_empty_list_says_how_to_widen_it() -> None:
    """With a filter it names the button that removes it."""
    on = waiting(None)
    cora, carl = on.talker("Cora"), on.talker("Carl")
    said = does(cora, "/queue", "[Mine]")
    on.talker("Anna").conversation = on.talker("Anna").conversation.model_copy(update={"drafts": ()})
    assert (True, True) == (queue_texts.nothing_fits() in said, queue_texts.QUEUE_EMPTY in does(carl, "/queue"))


def test_figures_end_at_what_is_counted() -> None:
    """More than 500 are told as 500+, in the title and on a button."""
    many = MOST_COUNTED + 1
    assert ("Waiting for review: 500+", "Mine (500+)", "Mine (500)") == (
        queue_texts.found("waiting", many),
        queue_texts.tallied(queue_texts.MINE, many),
        queue_texts.tallied(queue_texts.MINE, MOST_COUNTED),
    )


def test_drafts_in_progress_are_not_counted_by_theme() -> None:
    """No index finds their themes, so all themes are shown, without numbers."""
    on = bed(handed_in("draft"))
    cora = on.talker("Cora")
    does(cora, "/queue", "[Status]", "[Drafts in progress]", "[Theme]")
    assert "Formers" in labels(cora)


def test_next_unclaimed_opens_the_oldest_that_nobody_is_on() -> None:
    """The button of the queue opens its card; typed, it does the same."""
    on = waiting(CARLS, None, None)
    cora = on.talker("Cora")
    pressed = does(cora, "/queue", "[Next unclaimed]")
    typed = does(cora, "/queue", "next unclaimed")
    assert ["RAN-2026-0002"] * 2 == [pressed[:13], typed[:13]]


def test_next_unclaimed_after_a_decision() -> None:
    """The card of what is decided has the button, and one that waits for the reader has not."""
    on = waiting(MEMBER, None)
    cora = on.talker("Cora")
    does(cora, "/show 1")
    before = labels(cora)
    does(cora, "[Approve]", "[Approve]")
    after = labels(cora)
    assert (False, True) == (texts.NEXT_UNCLAIMED in before, texts.NEXT_UNCLAIMED in after)
    assert "RAN-2026-0002" == does(cora, "[Next unclaimed]")[:13]
    assert texts.NEXT_UNCLAIMED not in labels(cora)


def test_card_of_a_colleague_leads_to_the_next_unclaimed() -> None:
    """What somebody else is on has the button, too."""
    on = waiting(CARLS, None)
    cora = on.talker("Cora")
    does(cora, "/show 1")
    assert texts.NEXT_UNCLAIMED in labels(cora)


def test_next_unclaimed_says_that_there_is_none() -> None:
    """The page stays; outside the review the queue opens; with a filter the sentence names it."""
    on = waiting(CARLS)
    cora = on.talker("Cora")
    outside = press(cora, forged("unclaimed", submission=0))
    card = does(cora, "/show 1", "[Next unclaimed]")
    filtered = does(cora, "/queue", "[Country]", "[Sweden]", "[Next unclaimed]")
    none = "Every waiting submission has a coordinator, or is your own."
    assert [
        f"{none}\n\nWaiting for review: 1",
        f"{none}\n\nRAN-2026-0001",
        "Filters: country Sweden. Every submission that fits has a coordinator, or is your own.\n\nWaiting",
    ] == [
        outside[: len(none) + 23],
        card[: len(none) + 15],
        filtered[:95],
    ]


def test_own_submission_is_not_the_next() -> None:
    """A coordinator is not led to their own practice."""
    on = waiting(None)
    cora = on.talker("Cora")
    cora.conversation = on.talker("Anna").conversation
    on.talker("Anna").conversation = filled().model_copy(update={"drafts": ()})
    assert "or is your own" in does(cora, "/queue", "[Next unclaimed]")


@pytest.mark.parametrize(
    ("days", "claimed", "line"),
    [
        (6, False, "waiting for 6 days, nobody is reviewing this"),
        (7, False, "❗ waiting for 7 days, nobody is reviewing this"),
        (6, True, "waiting for 6 days, Cora Coordinator has been reviewing this since 1 January, 01:00"),
        (9, True, "❗ waiting for 9 days, Cora Coordinator is reviewing this, but nothing has happened for 9 days"),
    ],
)
def test_untouched_for_a_week_stands_out(days: int, claimed: bool, line: str) -> None:  # noqa: FBT001 - a case
    """A sign stands before what nobody has touched for a week; a claim counts only with what was done since."""
    on = bed(handed_in(claimed=claimed))
    carl = on.talker("Carl")
    carl.now = NOW + timedelta(days=days)
    assert line in does(carl, "/queue").split("\n")


def test_own_claim_without_any_action_stands_out() -> None:
    """The coordinator reads it of themselves, too."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    cora.now = NOW + timedelta(days=9)
    assert "❗ waiting for 9 days, you are reviewing this, but nothing has happened for 9 days" in does(
        cora, "/queue"
    ).split("\n")


@pytest.mark.parametrize("touch", ["comment", "move", "word"])
def test_what_was_touched_does_not_stand_out(touch: str) -> None:
    """A comment or a move within the week counts."""
    later: datetime = NOW + timedelta(days=5)
    touched = {
        "comment": handed_in("submitted", comment(1, "start.starting_year", "Which?").model_copy(update={"at": later})),
        "move": made(handed_in(), "take over", later, MEMBER),
        "word": handed_in(claimed=False),
    }[touch]
    on = bed(touched)
    carl = on.talker("Carl")
    carl.now = NOW + timedelta(days=9)
    assert ("❗" in does(carl, "/queue")) == (touch == "word")


def test_line_says_country_and_organisation() -> None:
    """Each submission stands with its title, country, organisation, how long it waits and who is on it."""
    on = waiting(None)
    listed = does(on.talker("Cora"), "/queue").split("\n")
    draft = draft_of(on)
    assert ["", f"RAN-2026-0001 · {draft.values['name.name']}"] == listed[1:3]
    assert listed[3].startswith("Sweden · ")
    assert len(listed[3]) < 80


def test_submission_without_country_and_organisation() -> None:
    """A submission of an older form without them has no empty line."""
    on = waiting(None)
    anna = on.talker("Anna")
    (draft,) = anna.conversation.drafts
    gone = ("country_of_origin.country", "organisation.description")
    answers = {path: answer for path, answer in draft.answers.items() if path not in gone}
    version = draft.versions[0].model_copy(update={"answers": answers})
    anna.conversation = anna.conversation.model_copy(
        update={"drafts": (draft.model_copy(update={"versions": (version,), "answers": answers}),)}
    )
    listed = does(on.talker("Cora"), "/queue").split("\n")
    assert "waiting for" in listed[3]


def test_repository_of_nobody_counts_nothing() -> None:
    """Without a collection nothing is counted, unclaimed or asked."""
    repository = NoRepository()
    assert ({}, None, 0) == (
        repository.tallies(Wanted(), "theme", ("Formers",)),
        repository.next_unclaimed(Wanted()),
        repository.asked(0).total,
    )


def test_countries_are_named_in_the_language_of_the_desk() -> None:
    """The filter by country has the names that a French coordinator knows, and what is outside of the list."""
    with speaking("fr"):
        shown = [choice_in_language(country) for country in countries()]
    assert {"Danemark", "Allemagne", "Hors de l’UE et de l’EEE"} <= set(shown)
