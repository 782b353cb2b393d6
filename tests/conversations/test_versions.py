"""A new version of the form: drafts of the older one go on in it, and what was handed in stays as it was."""

from collections.abc import (
    Callable,
    Iterator,
)
from contextlib import ExitStack
from typing import Any, cast

import pytest
from pydantic import JsonValue, create_model
from support.changed_form import GONE, LEFT, LIST, NEW, NEXT_THEMES, RENAMED, asked, changed, changed_form
from support.core_talker import AGREED, CoreTalker
from support.practices import practice

from bot.demo.transcripts import Act, Said
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
    """Give what puts the next version of the form in the place of the real one, until the test ends."""
    with ExitStack() as stack:
        yield lambda: stack.enter_context(using(changed_form()))


def at(state: State, draft: Draft | None = None) -> CoreTalker:
    """Begin where somebody is, with a draft whose every answer is there unless another is given."""
    given = draft or complete()
    return CoreTalker(AGREED.model_copy(update={"state": state, "hand": given.number, "drafts": (given,)}))


def complete(*without: str, version: int = 1, **answers: JsonValue) -> Draft:
    """Make a draft with every answer but those."""
    given = {QUESTIONS[key]: value for key, value in answers.items()}
    whole = practice(1, given, status="draft", reference=None, submitted_at=None, template_version=version)
    left = {path: answer for path, answer in whole.answers.items() if path not in without}
    return whole.model_copy(update={"answers": left})


def says(one: CoreTalker, act: str) -> str:
    """Do one more thing; give the last message that comes back."""
    shown = one.do(Act("presses", act[1:-1]) if act.startswith("[") else Act("says", act))
    return next((said.text for said in reversed(shown) if isinstance(said, Said)), "")


def place_of(one: CoreTalker) -> State:
    """Say where the person is."""
    return one.conversation.state


def draft_of(one: CoreTalker) -> Draft:
    """Give the one draft."""
    (draft,) = one.conversation.drafts
    return draft


def test_form_in_use_is_the_real_one_again() -> None:
    """A form that was put in the place of the real one lasts as long as the test that did it."""
    with using(changed_form()) as changed_:
        assert (2, changed_) == (in_use().version, in_use())
    assert 1 == in_use().version


def test_draft_of_an_older_version_is_asked_what_is_new_alone(release: Callable[[], Template]) -> None:
    """From the summary of a complete draft the new question is asked, nothing else is, and then the summary is back."""
    one = at(Summary())
    answered = draft_of(one).values
    release()

    said = says(one, "/start")
    assert texts.form_changed(["Founded"], ["Additional target audience"]) in said
    assert Asking(question=NEW) == place_of(one)
    says(one, "1998")

    assert Summary() == place_of(one)
    assert {**answered, NEW: 1998} == draft_of(one).values
    assert 2 == draft_of(one).template_version
    assert [BroughtUp(draft=1, before=1, version=2)] == [e for e in one.events if isinstance(e, BroughtUp)]


def test_section_with_a_new_question_is_in_progress(release: Callable[[], Template]) -> None:
    """The overview has the section of the new question as in progress, and every other one as before."""
    before = dialogue_practice.words(complete(), TODAY)
    release()
    one = at(Overview(), complete())
    says(one, "/overview")

    assert {**before, "organisation": dialogue_texts.IN_PROGRESS} == dialogue_practice.words(draft_of(one), TODAY)


def test_nothing_is_said_twice(release: Callable[[], Template]) -> None:
    """That the form has changed is said once."""
    one = at(Overview())
    release()
    assert "The form has changed" in says(one, "/overview")
    assert "The form has changed" not in says(one, "/overview")


def test_answer_to_a_question_that_is_gone_is_kept(release: Callable[[], Template]) -> None:
    """It is in the stored draft, and neither in the summary nor on the way."""
    one = at(Summary(), complete(gone="Sports coaches"))
    assert "Sports coaches" in says(one, "/summary")
    release()
    says(one, "/start")

    assert "Sports coaches" not in says(one, "/summary")
    assert "Sports coaches" == draft_of(one).values[GONE]
    assert question_at(GONE) not in completion.applicable(draft_of(one).values)


def test_words_for_a_question_that_is_gone_are_its_answer(release: Callable[[], Template]) -> None:
    """Who answers the question that was shown gets it kept, hears that the form has changed, and is led on."""
    one = at(Asking(question=GONE), complete(GONE, "geographical_scope.scope"))
    release()
    said = says(one, "Sports coaches")

    assert "Sports coaches" == draft_of(one).values[GONE]
    assert said.startswith("Saved: Sports coaches\nThe form has changed")
    assert Asking(question="geographical_scope.scope") == place_of(one)
    assert "geographical_scope.scope" not in draft_of(one).answers


def test_person_at_a_question_that_is_gone_is_led_on(release: Callable[[], Template]) -> None:
    """Coming back, whoever stood at it is asked the next open question, with a sentence why."""
    one = at(Asking(question=GONE), complete(GONE, "geographical_scope.scope"))
    release()

    assert texts.form_changed(["Founded"], ["Additional target audience"]) in says(one, "/start")
    assert Asking(question="geographical_scope.scope") == place_of(one)


def test_parts_of_an_answer_to_a_question_that_is_gone_are_kept(release: Callable[[], Template]) -> None:
    """Words that were still arriving become the answer to their question, also where a button is pressed next."""
    one = at(Asking(question=GONE), complete(GONE, "geographical_scope.scope"))
    says(one, "word " * 800)
    assert isinstance(place_of(one), Collecting)
    release()
    says(one, "[Done]")

    assert ("word " * 800).strip() == draft_of(one).values[GONE]
    assert Asking(question="geographical_scope.scope") == place_of(one)


def test_parts_of_an_answer_that_is_still_asked_stay(release: Callable[[], Template]) -> None:
    """A long answer that is arriving goes on arriving."""
    one = at(Asking(question="evidence.performance"), complete("evidence.performance"))
    says(one, "word " * 800)
    release()
    says(one, "and the end")

    assert ["word", "and"] == [part.text.split()[0] for part in place_of(one).parts]  # type: ignore[union-attr]


def test_renamed_choice_has_its_new_name(release: Callable[[], Template]) -> None:
    """A choice that was renamed is the same choice, so nothing is to fix."""
    one = at(Summary(), complete(themes=["Formers", "Rehabilitation"]))
    release()
    says(one, "/start")

    assert ["People who have left", "Rehabilitation"] == draft_of(one).values[LIST]
    assert {} == completion.problems(draft_of(one).values, TODAY)


def test_choice_that_is_gone_is_to_fix(release: Callable[[], Template]) -> None:
    """A choice without a new name is to fix, with its old words."""
    one = at(Overview(), complete(themes=[LEFT, "Rehabilitation"]))
    release()

    to_fix = texts.now_to_fix("Key themes", fields_texts.gone_from_list(LEFT))
    assert to_fix in says(one, "/overview")
    assert dialogue_texts.TO_FIX == dialogue_practice.words(draft_of(one), TODAY)["key_themes"]
    assert f"{LEFT}; Rehabilitation" in says(one, "/summary")


def test_button_of_an_older_list_is_old(release: Callable[[], Template]) -> None:
    """A button counts in the list that it was drawn for: after a change it chooses nothing, and the list comes anew."""
    one = at(Choosing(), complete(LIST))
    says(one, "1")
    release()
    said = says(one, "[Vulnerable youth and youth engagement in P/CVE]")

    assert engine_texts.OLD_BUTTON in said
    assert LIST not in draft_of(one).answers
    assert Asking(question=LIST) == place_of(one)


def test_number_of_an_older_list_is_not_taken(release: Callable[[], Template]) -> None:
    """A number that was typed before the new list was seen chooses nothing."""
    one = at(Asking(question=LIST), complete(LIST))
    release()

    assert texts.OLD_NUMBER in says(one, "17, 18")
    assert LIST not in draft_of(one).answers
    says(one, "16, 17")
    assert LIST in draft_of(one).answers


def test_label_of_an_older_list_is_understood(release: Callable[[], Template]) -> None:
    """Words are read in today's list, whichever was shown with them."""
    one = at(Asking(question=LIST), complete(LIST))
    release()
    says(one, "People who have left, Rehabilitation")
    assert ["People who have left", "Rehabilitation"] == draft_of(one).values[LIST]


def test_offer_of_an_older_list_is_not_made_again(release: Callable[[], Template]) -> None:
    """What was offered from the older list goes with it."""
    offer = Offer(label="Formers", answers={LIST: ["Formers", "Rehabilitation"]})
    one = at(Asking(question=LIST, offers=(offer,)), complete(LIST))
    says(one, "/help")
    release()
    says(one, "[Formers]")
    assert Asking(question=LIST) == place_of(one)


def test_summary_of_an_older_version_is_not_submitted(release: Callable[[], Template]) -> None:
    """Submit, pressed or typed, under a summary that lacks the new question asks it first."""
    for submit in ("[Submit]", "Submit"):
        one = at(Summary())
        says(one, "/summary")
        with using(changed_form()):
            says(one, submit)
        assert ("draft", Asking(question=NEW)) == (draft_of(one).status, place_of(one))
    release()


def test_last_old_question_leads_to_the_new_one(release: Callable[[], Template]) -> None:
    """Who answers what was the last question is not told that it was."""
    one = at(Asking(question="last_update.year"), complete("last_update.year"))
    release()
    said = says(one, "2025")

    assert texts.ALL_ANSWERED not in said
    assert Asking(question=NEW) == place_of(one)


def test_change_that_does_not_concern_a_draft_is_not_told(release: Callable[[], Template]) -> None:
    """Where nothing is other than before, the draft goes on without a word about versions."""
    one = at(Summary())
    template = in_use()
    with using(Template(2, template.sections, template.whole)):
        assert "has changed" not in says(one, "/start")
        assert (2, Summary()) == (draft_of(one).template_version, place_of(one))
    release()


def test_draft_that_is_taken_up_is_brought_up(release: Callable[[], Template]) -> None:
    """A draft that was put down is of the older version until it is taken in hand."""
    one = at(Choosing())
    release()
    says(one, "/help")
    assert 1 == draft_of(one).template_version
    says(one, "[1 · Open Door]")

    assert (2, Asking(question=NEW)) == (draft_of(one).template_version, place_of(one))


def test_submission_shows_as_it_was_handed_in(release: Callable[[], Template]) -> None:
    """Its summary, its JSON and its progress are those of the version that it was submitted in."""
    draft = practice(1, {GONE: "Sports coaches", LIST: [LEFT, "Formers"]})
    one = at(Submitted(), draft)
    before, shown = answers_of(draft), says(one, "/summary")
    release()
    after = answers_of(draft)

    assert shown == says(one, "/summary")
    assert {**before, "organisation": {**before["organisation"], "founded": None}} == after
    assert (1, 1) == (submission_json(draft)["template_version"], draft_of(one).template_version)
    assert {dialogue_texts.FINISHED} == {*dialogue_practice.words(draft, TODAY).values()}
    assert {} == completion.problems(draft.values, TODAY)


def answers_of(draft: Draft) -> dict[str, Any]:
    """Give the answers as the outside gets them."""
    return cast("dict[str, Any]", submission_json(draft)["answers"])


def test_renamed_label_may_be_renamed_again() -> None:
    """A label that was renamed in two versions has its newest name; one that nothing is known of stays."""
    kind = OneOf(NEXT_THEMES, RENAMED)
    assert "People who have left" == kind.brought_up("Former extremists")
    assert "Unknown" == kind.brought_up("Unknown")
    assert Understood("People who have left") == kind.read("Former extremists", ReadingContext(TODAY))


def test_labels_that_have_become_one_are_chosen_once() -> None:
    """Two labels that the new list has under one name are one choice; what is no list of labels is left alone."""
    kind = Several(NEXT_THEMES, renamed={"Leavers": "Rehabilitation"})
    assert ["Rehabilitation"] == kind.brought_up(["Leavers", "Rehabilitation"])
    assert "Leavers" == kind.brought_up("Leavers")


def test_label_that_is_gone_is_to_fix_in_the_form_in_use_alone() -> None:
    """A label that has left the list is to fix, but not in a draft of a version that may have had it."""
    kind = OneOf(NEXT_THEMES)
    assert fields_texts.gone_from_list(LEFT) == kind.problem(LEFT, ReadingContext(TODAY))
    assert kind.problem(LEFT, ReadingContext(TODAY, {VERSION: 1})) is None


def test_answer_to_a_question_that_was_deleted_stays() -> None:
    """Bringing a draft up leaves alone what it does not know."""
    draft = practice()
    unknown = draft.model_copy(update={"answers": {"name.nickname": draft.answers["name.name"]}})
    assert unknown == brought_up(unknown)


def test_section_that_asks_nothing_is_refused() -> None:
    """Sections are numbered from 1 to 16 in what people see: a form with an empty one is refused when it is made."""
    empty = changed(LastUpdate, year=asked(LastUpdate, "year", until=1))
    sections = (*in_use().sections[:-1], empty)
    with pytest.raises(ValueError, match="Section last_update asks nothing in version 2"):
        Template(2, sections, create_model("Practice", __base__=Practice))


def test_question_of_a_later_version_is_refused() -> None:
    """A question that is asked from a version on that has not come is refused when the form is made."""
    late = changed(Organisation, description=asked(Organisation, "description", since=3))
    with pytest.raises(ValueError, match="Organisation is asked from a version on that is after 2"):
        Template(2, (late,), Practice)


def test_whoever_is_nowhere_has_nothing_to_bring_up(release: Callable[[], Template]) -> None:
    """A first message under a new form begins a draft of it."""
    release()
    one = CoreTalker()
    says(one, "/start")
    assert 2 == draft_of(one).template_version
