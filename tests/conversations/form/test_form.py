"""The form matches the template, and the right results are computed from answers."""

from datetime import date
from typing import Annotated, ClassVar

import pytest
from pydantic import ValidationError

from conversations.fields import Line, ReadingContext
from conversations.form import completion
from conversations.form.asked import asked_at, question_at
from conversations.form.questions import MOST_REPETITIONS, Question, Section
from conversations.form.sections import SECTIONS, Practice

TODAY = date(2026, 11, 23)

TEMPLATE = {
    "Name of the practice": ["name.name: Name of the practice *"],
    "Description": ["description.description: Description *"],
    "Peer reviewed": ["peer_reviewed.peer_reviewed: Peer reviewed *"],
    "Key themes": ["key_themes.themes: Key themes *"],
    "Target audience": [
        "target_audience.audiences: Target audience *",
        "target_audience.additional: Additional target audience",
    ],
    "Geographical scope": ["geographical_scope.scope: Geographical scope *"],
    "Start of the practice": ["start.starting_year: Starting year *", "start.ending_year: Ending year"],
    "Deliverables": ["deliverables.deliverables: Deliverables"],
    "Evidence and evaluation": [
        "evidence.performance: Performance *",
        "evidence.feedback: Evaluation and feedback",
        "evidence.peer_review: Peer review",
    ],
    "Sustainability and transferability": ["sustainability.sustainability: Sustainability and transferability *"],
    "Presented and discussed in RAN meeting": [
        "ran_meetings.presented: Presented in a RAN meeting *",
        "ran_meetings.meetings.0.name: Name of the meeting *",
        "ran_meetings.meetings.0.date: Date of the meeting",
        "ran_meetings.meetings.0.place: Place of the meeting",
        "ran_meetings.meetings.0.subject: Subject of the meeting",
    ],
    "Linked to other EU initiatives or EU funding": [
        "eu_funding.co_funded: (Co-)funded by the EU *",
        "eu_funding.funds: EU funds *",
        "eu_funding.initiatives: Funding and linked initiatives",
    ],
    "Organisation": ["organisation.description: Organisation *", "organisation.type: Type of organisation *"],
    "Country of origin": [
        "country_of_origin.country: EU or EEA country *",
        "country_of_origin.non_eu_country: Non-EU country *",
    ],
    "Contact details": [
        "contact.address: Address",
        "contact.person: Contact person *",
        "contact.email: Email *",
        "contact.telephone: Telephone",
        "contact.website: Website",
    ],
    "Last update text": ["last_update.year: Last update *"],
}
"""The template's sections and questions; a star where an answer is required."""

EVER_ASKED = [
    "name.name",
    "description.description",
    "peer_reviewed.peer_reviewed",
    "key_themes.themes",
    "target_audience.audiences",
    "target_audience.additional",
    "geographical_scope.scope",
    "start.starting_year",
    "start.ending_year",
    "deliverables.deliverables",
    "evidence.performance",
    "evidence.feedback",
    "evidence.peer_review",
    "sustainability.sustainability",
    "ran_meetings.presented",
    "ran_meetings.meetings.0.name",
    "ran_meetings.meetings.0.date",
    "ran_meetings.meetings.0.place",
    "ran_meetings.meetings.0.subject",
    "eu_funding.co_funded",
    "eu_funding.funds",
    "eu_funding.initiatives",
    "organisation.description",
    "organisation.type",
    "country_of_origin.country",
    "country_of_origin.non_eu_country",
    "contact.address",
    "contact.person",
    "contact.email",
    "contact.telephone",
    "contact.website",
    "last_update.year",
]
"""Every question that any version of the form has asked. People have answered them: only ever add to this list."""

OPEN: completion.Values = {
    "ran_meetings.presented": True,
    "eu_funding.co_funded": True,
    "country_of_origin.country": "Outside the EU and EEA",
}
"""Answers that open every question."""


def test_no_question_ever_leaves_its_class() -> None:
    """Every later version can read old answers: a question ends with ``until``, it is never deleted."""
    assert [] == [path for path in EVER_ASKED if asked_at(path) is None]
    assert {asked.path for asked in completion.applicable(OPEN)} <= {*EVER_ASKED}


def test_form_is_the_template() -> None:
    """Sections, questions, their order, their titles and which need an answer are the template's."""
    actual = {
        section.title: [
            f"{asked.path}: {asked.question.title}{' *' * asked.question.required}"
            for asked in completion.applicable_in(section, OPEN)
        ]
        for section in SECTIONS
    }
    assert list(TEMPLATE.items()) == list(actual.items())


def test_questions_apply_only_after_their_answer() -> None:
    """An empty draft is not asked for meetings, funds or a non-EU country."""
    paths = {asked.path for asked in completion.applicable({})}
    later = {asked.path for asked in completion.applicable(OPEN)} - paths
    assert {
        "ran_meetings.meetings.0.name",
        "ran_meetings.meetings.0.date",
        "ran_meetings.meetings.0.place",
        "ran_meetings.meetings.0.subject",
        "eu_funding.funds",
        "country_of_origin.non_eu_country",
    } == later


@pytest.mark.parametrize(
    "path",
    [
        "",
        "name",
        "name.",
        "name.name.name",
        "nothing.name",
        "ran_meetings.meetings",
        "ran_meetings.meetings.0",
        "ran_meetings.meetings.x.name",
        "ran_meetings.meetings.00.name",
        "ran_meetings.meetings.0.nothing",
        f"ran_meetings.meetings.{MOST_REPETITIONS}.name",
        "ran_meetings.others.0.name",
    ],
)
def test_path_of_no_question_is_none(path: str) -> None:
    """A path without a question gives no question."""
    assert asked_at(path) is None
    with pytest.raises(KeyError):
        question_at(path)


def test_problems_name_own_bounds_before_rules() -> None:
    """An answer that breaks a bound and one that breaks a rule are both to be corrected."""
    values: completion.Values = {
        "description.description": "radicalisation " * 301,
        "start.starting_year": 2016,
        "start.ending_year": 2014,
        "last_update.year": 2015,
        "key_themes.themes": ["Training", "Juggling"],
    }
    expected = ["description.description", "key_themes.themes", "start.ending_year", "last_update.year"]
    assert expected == list(completion.problems(values, TODAY))


def test_problem_of_an_answer_that_no_longer_applies_is_none() -> None:
    """A question that does not apply is neither missing nor to be corrected."""
    values: completion.Values = {"eu_funding.co_funded": False, "eu_funding.funds": ["Marshall Plan"]}
    assert {} == completion.problems(values, TODAY)


def test_value_gone_from_its_list_stays_readable() -> None:
    """A choice that is no longer in the list is shown, and is to be corrected."""
    asked = question_at("organisation.type")
    assert ("Guild", True) == (asked.show("Guild"), asked.problem("Guild", ReadingContext(TODAY)) is not None)


def test_problem_of_a_damaged_value_is_said() -> None:
    """A value of a wrong type is to be corrected."""
    assert question_at("start.starting_year").problem("soon", ReadingContext(TODAY)) is not None


def test_practice_keeps_the_rules_of_the_form() -> None:
    """An imported submission keeps the same rules as one typed in chat."""
    with pytest.raises(ValidationError, match="is before the starting year"):
        Practice.model_validate({"start": {"starting_year": 2016, "ending_year": 2014}}, context=ReadingContext(TODAY))
    with pytest.raises(ValidationError, match="cannot be from 2010"):
        Practice.model_validate({"start": {"starting_year": 2016}, "last_update": {"year": 2010}})


def test_section_without_a_question_is_refused() -> None:
    """A field that cannot be asked is refused, by name, when its class is defined."""
    with pytest.raises(TypeError, match=r"Odd\.answer needs a Question and a Kind"):

        class Odd(Section):
            key: ClassVar = "odd"
            title: ClassVar = "Odd"
            answer: str | None = None


def test_section_without_a_default_is_refused() -> None:
    """A field without a default is refused, by name, when its class is defined."""
    with pytest.raises(TypeError, match=r"Odd\.answer needs a default"):

        class Odd(Section):
            key: ClassVar = "odd"
            title: ClassVar = "Odd"
            answer: Annotated[str, Line(), Question(title="Answer", prompt="Well?")]


def test_question_after_one_that_no_longer_applies_is_the_next_open() -> None:
    """After a question that no longer applies, the next one follows."""
    gone = question_at("eu_funding.funds")
    assert question_at("eu_funding.initiatives") == completion.after(gone, {"eu_funding.co_funded": False})
    assert completion.before(gone, {"eu_funding.co_funded": False}) is None


def test_hint_on_paper() -> None:
    """A form on paper shows the hint for paper, or else the hint."""
    year, ended = question_at("start.starting_year").question, question_at("start.ending_year").question
    assert ("The year shows how mature the practice is.", "Only if it has ended.") == (
        year.paper_hint,
        ended.paper_hint,
    )
