"""Drafts of an older version of the form go on in the new one; submissions stay as they were."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any, cast

import pytest
from pydantic import JsonValue, create_model
from support.author import last_said
from support.changed_form import GONE, LEFT, LIST, NEW, NEXT_THEMES, RENAMED, asked, changed, changed_form
from support.core_talker import AGREED, CoreTalker
from support.practices import practice

from conversations.diagram import NOW
from conversations.dialogue import practice as dialogue_practice
from conversations.dialogue import texts as dialogue_texts
from conversations.dialogue.conversation import Draft
from conversations.dialogue.events import BroughtUp
from conversations.dialogue.practice import submission_json
from conversations.dialogue.state import Asking, Choosing, Collecting, Offer, Overview, State, Submitted, Summary
from conversations.engine import texts as engine_texts
from conversations.fields import VERSION, OneOf, ReadingContext, Several, Understood
from conversations.fields import texts as fields_texts
from conversations.filling import texts
from conversations.filling.versions import brought_up
from conversations.form import completion
from conversations.form.asked import question_at
from conversations.form.sections import Practice
from conversations.form.sections.organisation import Organisation
from conversations.form.sections.practice import LastUpdate
from conversations.form.template import Template, in_use, using

TODAY = NOW.date()

QUESTIONS = {"gone": GONE, "themes": LIST}


@pytest.fixture
def release() -> Iterator[Callable[[], Template]]:
    """Return a function that puts the next version of the form into use until the test ends."""
    with ExitStack() as stack:
        yield lambda: stack.enter_context(using(changed_form()))


def at(state: State, draft: Draft | None = None) -> CoreTalker:
    """Begin in this state."""
    given = draft or complete()
    return CoreTalker(AGREED.model_copy(update={"state": state, "hand": given.number, "drafts": (given,)}))


def complete(*without: str, version: int = 1, **answers: JsonValue) -> Draft:
    """Make a draft with every answer but those at the paths ``without``."""
    given = {QUESTIONS[key]: value for key, value in answers.items()}
    whole = practice(1, given, status="draft", reference=None, submitted_at=None, template_version=version)
    left = {path: answer for path, answer in whole.answers.items() if path not in without}
    return whole.model_copy(update={"answers": left})


def state_of(one: CoreTalker) -> State:
    """Return the state."""
    return one.conversation.state


def draft_of(one: CoreTalker) -> Draft:
    """Return the only draft."""
    (draft,) = one.conversation.drafts
    return draft


def test_form_in_use_is_the_real_one_again() -> None:
    """A changed form is in use only during its test."""
    with using(changed_form()) as changed_:
        assert (2, changed_) == (in_use().version, in_use())
    assert 1 == in_use().version


def test_draft_of_an_older_version_is_asked_what_is_new_alone(release: Callable[[], Template]) -> None:
    """A complete draft is asked the new question only; then the summary is back."""
    one = at(Summary())
    answered = draft_of(one).values
    release()

    said = last_said(one, "/start")
    assert texts.form_changed(["Founded"], ["Additional target audience"]) in said
    assert Asking(question=NEW) == state_of(one)
    last_said(one, "1998")

    assert Summary() == state_of(one)
    assert {**answered, NEW: 1998} == draft_of(one).values
    assert 2 == draft_of(one).template_version
    assert [BroughtUp(draft=1, before=1, version=2)] == [e for e in one.events if isinstance(e, BroughtUp)]


def test_section_with_a_new_question_is_in_progress(release: Callable[[], Template]) -> None:
    """The section of the new question is in progress; all others are as before."""
    before = dialogue_practice.words(complete(), TODAY)
    release()
    one = at(Overview(), complete())
    last_said(one, "/overview")

    assert {**before, "organisation": dialogue_texts.IN_PROGRESS} == dialogue_practice.words(draft_of(one), TODAY)


def test_nothing_is_said_twice(release: Callable[[], Template]) -> None:
    """The bot says once that the form has changed."""
    one = at(Overview())
    release()
    assert "The form has changed" in last_said(one, "/overview")
    assert "The form has changed" not in last_said(one, "/overview")


def test_answer_to_a_question_that_is_gone_is_kept(release: Callable[[], Template]) -> None:
    """The answer stays in the stored draft, and is not shown or asked."""
    one = at(Summary(), complete(gone="Sports coaches"))
    assert "Sports coaches" in last_said(one, "/summary")
    release()
    last_said(one, "/start")

    assert "Sports coaches" not in last_said(one, "/summary")
    assert "Sports coaches" == draft_of(one).values[GONE]
    assert question_at(GONE) not in completion.applicable(draft_of(one).values)


def test_words_for_a_question_that_is_gone_are_its_answer(release: Callable[[], Template]) -> None:
    """An answer to the shown question is stored; the bot says that the form has changed, and goes on."""
    one = at(Asking(question=GONE), complete(GONE, "geographical_scope.scope"))
    release()
    said = last_said(one, "Sports coaches")

    assert "Sports coaches" == draft_of(one).values[GONE]
    assert said.startswith("Saved: Sports coaches\nThe form has changed")
    assert Asking(question="geographical_scope.scope") == state_of(one)
    assert "geographical_scope.scope" not in draft_of(one).answers


def test_person_at_a_question_that_is_gone_is_led_on(release: Callable[[], Template]) -> None:
    """The next open question is asked, with a sentence why."""
    one = at(Asking(question=GONE), complete(GONE, "geographical_scope.scope"))
    release()

    assert texts.form_changed(["Founded"], ["Additional target audience"]) in last_said(one, "/start")
    assert Asking(question="geographical_scope.scope") == state_of(one)


def test_parts_of_an_answer_to_a_question_that_is_gone_are_kept(release: Callable[[], Template]) -> None:
    """Words that were still arriving become the answer to their question, even if a button is pressed next."""
    one = at(Asking(question=GONE), complete(GONE, "geographical_scope.scope"))
    last_said(one, "word " * 800)
    assert isinstance(state_of(one), Collecting)
    release()
    last_said(one, "[Done]")

    assert ("word " * 800).strip() == draft_of(one).values[GONE]
    assert Asking(question="geographical_scope.scope") == state_of(one)


def test_parts_of_an_answer_that_is_still_asked_stay(release: Callable[[], Template]) -> None:
    """A long answer goes on arriving."""
    one = at(Asking(question="evidence.performance"), complete("evidence.performance"))
    last_said(one, "word " * 800)
    release()
    last_said(one, "and the end")

    assert ["word", "and"] == [part.text.split()[0] for part in state_of(one).parts]  # type: ignore[union-attr]


def test_renamed_choice_has_its_new_name(release: Callable[[], Template]) -> None:
    """A renamed choice is the same choice, so nothing needs fixing."""
    one = at(Summary(), complete(themes=["Formers", "Rehabilitation"]))
    release()
    last_said(one, "/start")

    assert ["People who have left", "Rehabilitation"] == draft_of(one).values[LIST]
    assert {} == completion.problems(draft_of(one).values, TODAY)


def test_choice_that_is_gone_is_to_fix(release: Callable[[], Template]) -> None:
    """A removed choice needs fixing, with its old words."""
    one = at(Overview(), complete(themes=[LEFT, "Rehabilitation"]))
    release()

    to_fix = texts.now_to_fix("Key themes", fields_texts.gone_from_list(LEFT))
    assert to_fix in last_said(one, "/overview")
    assert dialogue_texts.TO_FIX == dialogue_practice.words(draft_of(one), TODAY)["key_themes"]
    assert f"{LEFT}; Rehabilitation" in last_said(one, "/summary")


def test_button_of_an_older_list_is_old(release: Callable[[], Template]) -> None:
    """After a change of the list its old buttons choose nothing, and the list is shown again."""
    one = at(Choosing(), complete(LIST))
    last_said(one, "1")
    release()
    said = last_said(one, "[Vulnerable youth and youth engagement in P/CVE]")

    assert engine_texts.OLD_BUTTON in said
    assert LIST not in draft_of(one).answers
    assert Asking(question=LIST) == state_of(one)


def test_number_of_an_older_list_is_not_taken(release: Callable[[], Template]) -> None:
    """A number that was typed for the old list chooses nothing."""
    one = at(Asking(question=LIST), complete(LIST))
    release()

    assert texts.OLD_NUMBER in last_said(one, "17, 18")
    assert LIST not in draft_of(one).answers
    last_said(one, "16, 17")
    assert LIST in draft_of(one).answers


def test_label_of_an_older_list_is_understood(release: Callable[[], Template]) -> None:
    """Words are read in the current list."""
    one = at(Asking(question=LIST), complete(LIST))
    release()
    last_said(one, "People who have left, Rehabilitation")
    assert ["People who have left", "Rehabilitation"] == draft_of(one).values[LIST]


def test_offer_of_an_older_list_is_not_made_again(release: Callable[[], Template]) -> None:
    """Offers from the old list are gone."""
    offer = Offer(label="Formers", answers={LIST: ["Formers", "Rehabilitation"]})
    one = at(Asking(question=LIST, offers=(offer,)), complete(LIST))
    last_said(one, "/help")
    release()
    last_said(one, "[Formers]")
    assert Asking(question=LIST) == state_of(one)


def test_summary_of_an_older_version_is_not_submitted(release: Callable[[], Template]) -> None:
    """Submit under a summary without the new question asks that first."""
    for submit in ("[Submit]", "Submit"):
        one = at(Summary())
        last_said(one, "/summary")
        with using(changed_form()):
            last_said(one, submit)
        assert ("draft", Asking(question=NEW)) == (draft_of(one).status, state_of(one))
    release()


def test_last_old_question_leads_to_the_new_one(release: Callable[[], Template]) -> None:
    """The answer to the last old question is not called the last one."""
    one = at(Asking(question="last_update.year"), complete("last_update.year"))
    release()
    said = last_said(one, "2025")

    assert texts.ALL_ANSWERED not in said
    assert Asking(question=NEW) == state_of(one)


def test_change_that_does_not_concern_a_draft_is_not_told(release: Callable[[], Template]) -> None:
    """If nothing changes for a draft, the bot does not speak of versions."""
    one = at(Summary())
    template = in_use()
    with using(Template(2, template.sections, template.whole)):
        assert "has changed" not in last_said(one, "/start")
        assert (2, Summary()) == (draft_of(one).template_version, state_of(one))
    release()


def test_draft_that_is_taken_up_is_brought_up(release: Callable[[], Template]) -> None:
    """A draft that was left stays of the older version until it is opened."""
    one = at(Choosing())
    release()
    last_said(one, "/help")
    assert 1 == draft_of(one).template_version
    last_said(one, "[1 · Open Door]")

    assert (2, Asking(question=NEW)) == (draft_of(one).template_version, state_of(one))


def test_submission_shows_as_it_was_handed_in(release: Callable[[], Template]) -> None:
    """A submission keeps its summary, JSON and progress in the version that it was submitted in."""
    draft = practice(1, {GONE: "Sports coaches", LIST: [LEFT, "Formers"]})
    one = at(Submitted(), draft)
    before, shown = answers_of(draft), last_said(one, "/summary")
    release()
    after = answers_of(draft)

    assert shown == last_said(one, "/summary")
    assert {**before, "organisation": {**before["organisation"], "founded": None}} == after
    assert (1, 1) == (submission_json(draft)["template_version"], draft_of(one).template_version)
    assert {dialogue_texts.FINISHED} == {*dialogue_practice.words(draft, TODAY).values()}
    assert {} == completion.problems(draft.values, TODAY)


def answers_of(draft: Draft) -> dict[str, Any]:
    """Return the answers as they are given outside."""
    return cast("dict[str, Any]", submission_json(draft)["answers"])


def test_renamed_label_may_be_renamed_again() -> None:
    """A label that was renamed twice has its newest name; an unknown label stays."""
    kind = OneOf(NEXT_THEMES, RENAMED)
    assert "People who have left" == kind.brought_up("Former extremists")
    assert "Unknown" == kind.brought_up("Unknown")
    assert Understood("People who have left") == kind.read("Former extremists", ReadingContext(TODAY))


def test_labels_that_have_become_one_are_chosen_once() -> None:
    """Two labels with the same new name are one choice; values that are no list stay."""
    kind = Several(NEXT_THEMES, renamed={"Leavers": "Rehabilitation"})
    assert ["Rehabilitation"] == kind.brought_up(["Leavers", "Rehabilitation"])
    assert "Leavers" == kind.brought_up("Leavers")


def test_label_that_is_gone_is_to_fix_in_the_form_in_use_alone() -> None:
    """A removed label needs fixing, but not in a draft of a version that had it."""
    kind = OneOf(NEXT_THEMES)
    assert fields_texts.gone_from_list(LEFT) == kind.problem(LEFT, ReadingContext(TODAY))
    assert kind.problem(LEFT, ReadingContext(TODAY, {VERSION: 1})) is None


def test_answer_to_a_question_that_was_deleted_stays() -> None:
    """Answers to unknown questions stay."""
    draft = practice()
    unknown = draft.model_copy(update={"answers": {"name.nickname": draft.answers["name.name"]}})
    assert unknown == brought_up(unknown)


def test_section_that_asks_nothing_is_refused() -> None:
    """A form with an empty section is refused, since sections are numbered from 1 to 16."""
    empty = changed(LastUpdate, year=asked(LastUpdate, "year", until=1))
    sections = (*in_use().sections[:-1], empty)
    with pytest.raises(ValueError, match="Section last_update asks nothing in version 2"):
        Template(2, sections, create_model("Practice", __base__=Practice))


def test_question_of_a_later_version_is_refused() -> None:
    """A form with a question of a later version is refused."""
    late = changed(Organisation, description=asked(Organisation, "description", since=3))
    with pytest.raises(ValueError, match="Organisation is asked from a version on that is after 2"):
        Template(2, (late,), Practice)


def test_whoever_is_nowhere_has_nothing_to_bring_up(release: Callable[[], Template]) -> None:
    """The first message under a new form begins a draft of it."""
    release()
    one = CoreTalker()
    last_said(one, "/start")
    assert 2 == draft_of(one).template_version
