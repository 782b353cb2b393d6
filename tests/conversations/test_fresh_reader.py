"""What a fresh reader stumbled over: each thing that they met in a talk, as it is now."""

from itertools import chain

import pytest
from support.core_talker import CoreTalker

from bot.demo.transcripts import Act
from conversations.diagram import filled
from conversations.dialogue.conversation import Draft
from conversations.dialogue.events import Refused
from conversations.dialogue.state import Asking
from conversations.engine import texts as engine_texts
from conversations.fields import texts as fields_texts
from conversations.filling import texts
from conversations.form import texts as form_texts
from conversations.remarks.answers import IF_ANSWER

NAME, DESCRIPTION, THEMES = "name.name", "description.description", "key_themes.themes"

PERSON, EMAIL, TELEPHONE = "contact.person", "contact.email", "contact.telephone"

BLOCK = "Anna Example\nanna@example.org\n+45 33 11 55 00"


def at(*acts: str, one: CoreTalker | None = None) -> CoreTalker:
    """Talk so far; a label in brackets is pressed, anything else said."""
    one = one or CoreTalker()
    for act in acts:
        says(one, act)
    return one


def says(one: CoreTalker, act: str) -> str:
    """Do one more thing; give all that is said."""
    shown = one.do(Act("presses", act[1:-1]) if act.startswith("[") else Act("says", act))
    return "\n".join(each.text for each in shown)


def labels(one: CoreTalker) -> list[str]:
    """List the labels under the newest message."""
    return [button.label for row in one.replies[max(one.replies)].rows for button in row]


def draft(one: CoreTalker) -> Draft:
    """Give the first draft."""
    return one.conversation.drafts[0]


def question(one: CoreTalker) -> str:
    """Give the question that is open."""
    state = one.conversation.state
    assert isinstance(state, Asking)
    return state.question


def named(*acts: str) -> CoreTalker:
    """Be somewhere in a practice that has a name."""
    return at("/start", "Open Door", *acts)


def handed_in(*acts: str) -> CoreTalker:
    """Have handed in a whole practice."""
    return at("/overview", "1", "Another Door", "/summary", "[Submit]", *acts, one=CoreTalker(filled()))


# Undo of a first answer


@pytest.mark.parametrize("again", ["[Undo]", "undo", "/undo"])
def test_undo_of_a_first_answer_can_be_undone(again: str) -> None:
    """What was taken back is said, and the same button brings it back, with the person where they were."""
    one = named()
    before = draft(one).answers[NAME]
    said = says(one, "undo")
    assert texts.taken_back("Open Door") in said
    assert (False, "Undo", NAME) == (NAME in draft(one).answers, labels(one)[-1], question(one))
    assert "Undone: Name of the practice is as it was before." in says(one, again)
    assert (before, DESCRIPTION) == (draft(one).answers[NAME], question(one))


def test_undo_of_a_first_answer_again_and_again() -> None:
    """Each undo takes back the one before; nothing older goes unasked."""
    one = named("We visit young people in prison, against extremism.")
    values = [draft(at("undo", one=one)).values.get(DESCRIPTION) is None for _ in range(4)]
    assert ([True, False, True, False], "Open Door") == (values, draft(one).values[NAME])


def test_undo_of_several_first_answers() -> None:
    """Answers that came at once are back at once."""
    one = named("/overview", "15", BLOCK, "[Use these details]")
    at("/undo", one=one)
    assert not {PERSON, EMAIL, TELEPHONE} & {*draft(one).answers}
    at("[Undo]", one=one)
    assert {PERSON, EMAIL, TELEPHONE} <= {*draft(one).answers}


def test_undo_of_a_replaced_answer_goes_further_back() -> None:
    """Where another answer stands again, the next undo takes back the change before it, as ever."""
    one = named("/back", "Second", "/back", "Third", "undo")
    assert ("Second", False) == (draft(one).values[NAME], "Undo" in labels(one))
    assert "Open Door" == draft(at("undo", one=one)).values[NAME]


# A mere yes, ok or thanks


@pytest.mark.parametrize("text", ["yes", "Yes please", "ok", "OK!", "thanks", "Thank you", "ja", "oui, merci", "Tak"])
@pytest.mark.parametrize("section", ["1", "2", "10", "13"])
def test_mere_yes_is_no_answer_to_a_question_for_a_text(text: str, section: str) -> None:
    """It is kept, answered and offered; the question stays open."""
    one = at("/start", "/overview", section)
    path = question(one)
    said = says(one, text)
    assert (IF_ANSWER in said, form_texts.USE, path) == (True, labels(one)[0], question(one))
    assert (None, text) == (draft(one).values.get(path), [e.text for e in one.events if isinstance(e, Refused)][-1])
    at("[Use it as the answer]", one=one)
    assert text.strip() == draft(one).values[path]


@pytest.mark.parametrize("text", ["yes", "ok", "thanks", "tak"])
def test_mere_yes_is_neither_a_street_nor_a_person(text: str) -> None:
    """Nobody lives in "ok" or is called "thanks", though nothing else is doubted at an address."""
    one = named("/overview", "15")
    at(text, one=one)
    assert (None, form_texts.USE) == (draft(one).values.get("contact.address"), labels(one)[0])
    at("[Skip]", text, one=one)
    assert (PERSON, None, form_texts.USE) == (question(one), draft(one).values.get(PERSON), labels(one)[0])


def test_yes_where_no_was_asked_about_at_a_question_that_needs_an_answer() -> None:
    """Yes, there is none: the question can be left for later, and nothing is saved."""
    one = at("/start", "no")
    said = says(one, "yes")
    assert ("needs an answer before you can submit" in said, ["Use it as the answer", "Later"], None) == (
        True,
        labels(one)[:2],
        draft(one).values.get(NAME),
    )


def test_mere_thanks_in_reply_to_an_earlier_question() -> None:
    """It replaces no answer."""
    one = named()
    one.do(Act("replies", "ok thanks", "What is your practice called"))
    assert ("Open Door", form_texts.USE) == (draft(one).values[NAME], labels(one)[0])


# Contact details that were taken apart


def test_no_to_details_keeps_them_and_asks_for_each() -> None:
    """Each detail has a button; what is not pressed is asked for."""
    one = named("/overview", "15", BLOCK)
    said = says(one, "no")
    assert texts.ONE_AT_A_TIME_HINT in said
    assert ["Contact person: Anna Example", "Email: anna@example.org", "Telephone: +45 33 11 55 00"] == labels(one)[:3]
    assert [] == [path for path in (PERSON, EMAIL, TELEPHONE) if path in draft(one).answers]


def test_second_no_keeps_the_details_too() -> None:
    """It is asked whether it is the answer to the open question; the details stay."""
    one = named("/overview", "15", BLOCK, "no")
    assert texts.ONE_AT_A_TIME_HINT not in says(one, "no")
    assert ["Keep “no”", "Contact person: Anna Example"] == labels(one)[:2]


def test_details_follow_through_their_section() -> None:
    """What is not answered yet is offered at the next question; nothing of it is left when all is answered."""
    one = named("/overview", "15", BLOCK, "no", "[Skip]")
    assert (PERSON, "Contact person: Anna Example") == (question(one), labels(one)[0])
    at("[Contact person: Anna Example]", one=one)
    assert (EMAIL, "Email: anna@example.org") == (question(one), labels(one)[0])
    at("lone@example.org", one=one)
    assert (TELEPHONE, "Telephone: +45 33 11 55 00") == (question(one), labels(one)[0])
    at("[Telephone: +45 33 11 55 00]", one=one)
    assert ("contact.website", "Skip") == (question(one), labels(one)[0])
    values = draft(one).values
    assert ["Anna Example", "lone@example.org", "+45 33 11 55 00"] == [values[p] for p in (PERSON, EMAIL, TELEPHONE)]


def test_detail_that_is_pressed_ahead_of_its_turn() -> None:
    """It is saved, the others stay, and the question is still open."""
    one = named("/overview", "15", BLOCK, "[One at a time]", "[Email: anna@example.org]")
    assert ("contact.address", ["Contact person: Anna Example", "Telephone: +45 33 11 55 00"]) == (
        question(one),
        labels(one)[:2],
    )
    assert "anna@example.org" == draft(one).values[EMAIL]


# Skip and remarks at Yes or No


@pytest.mark.parametrize("text", ["skip", "/skip", "later", "I don't know"])
@pytest.mark.parametrize("section", ["3", "11", "12", "14"])
def test_skip_at_a_question_that_needs_a_choice(text: str, section: str) -> None:
    """It says why it cannot be skipped, and offers Later."""
    one = named("/overview", section)
    path = question(one)
    said = says(one, text)
    assert ("only before you submit" in said or "before you can submit" in said, "Later", path) == (
        True,
        labels(one)[0],
        question(one),
    )
    at("[Later]", one=one)
    assert (path not in draft(one).answers, True) == (True, path != question(one))


@pytest.mark.parametrize("text", ["wait", "no its to short sorry", "hello", "thanks"])
def test_remark_at_yes_or_no(text: str) -> None:
    """It is answered as a remark elsewhere is, and kept; then it is asked for a Yes or a No."""
    one = named("/overview", "3")
    said = says(one, text).split("\n\n")[0].split("\n")
    kept = [event.text for event in one.events if isinstance(event, Refused)]
    assert (fields_texts.YES_OR_NO, 2, text, False) == (
        said[-1],
        len(said),
        kept[-1],
        "peer_reviewed.label" in draft(one).values,
    )


# After Submit, and where no question is open


@pytest.mark.parametrize("text", ["wait no, 2011", "2011", "Open Door is wrong"])
def test_words_behind_submit_point_to_the_way_back(text: str) -> None:
    """A correction after Submit is not lost in a page without a hint."""
    one = handed_in()
    said = says(one, text)
    assert (True, True) == ("press Change an answer" in said.split("\n\n")[0], "Change an answer" in labels(one))


def test_undo_behind_submit_points_to_the_way_back() -> None:
    """What was handed in is changed as a revision."""
    assert "press Change an answer" in says(handed_in(), "/undo").split("\n\n")[0]


def test_answer_of_the_table_at_the_summary_stands_alone() -> None:
    """Where a remark is answered, the buttons need no sentence."""
    one = at("/summary", one=CoreTalker(filled()))
    said = says(one, "Who reads this?")
    assert (False, True) == (
        engine_texts.PICK_ONE in said,
        said.startswith("The coordinators of the Collection can read"),
    )
    assert engine_texts.PICK_ONE in says(one, "2011")


# Keyboards


@pytest.mark.parametrize(
    "acts",
    [
        ("/overview", "14", "Ireland (Northern)"),
        ("/overview", "14", "Denmark and Sweden"),
        ("/overview", "13", "An association", "Govermental"),
        ("/overview", "4", "Rehabilitaton"),
        ("/overview", "5", "prisn"),
    ],
)
def test_no_label_stands_twice_on_a_keyboard(acts: tuple[str, ...]) -> None:
    """What is offered does not stand in the list below as well."""
    found = labels(named(*acts))
    assert sorted({*found}) == sorted(found)


# Advice


def test_advice_stands_at_its_own_question_alone() -> None:
    """It is not said above the next question; it stands where the answer is shown, and before Submit."""
    one = named()
    assert "Advice" not in says(one, "We play football with young people on Fridays.")
    assert "Advice" in says(one, "/back")


# A changed mind


@pytest.mark.parametrize(
    "text",
    ["no no, Family support and training", "wait no: family support, training", "Actually Training and Family support"],
)
@pytest.mark.parametrize("acts", [(), ("/back",), ("/overview", "4")])
def test_changed_mind_replaces_a_full_list(text: str, acts: tuple[str, ...]) -> None:
    """At the list, and right behind it, the new choices stand in place of the old ones; Undo brings those back."""
    one = named("/overview", "4", "[(Early) prevention]", "[Formers]", *acts)
    at(text, one=one)
    assert ["Family support", "Training"] == draft(one).values[THEMES]
    assert "Undo" in labels(one)
    at("[Undo]", one=one)
    assert ["(Early) prevention", "Formers"] == draft(one).values[THEMES]


def test_more_choices_than_a_list_takes() -> None:
    """Without words of a changed mind it is asked, as ever."""
    one = named("/overview", "4", "[(Early) prevention]", "[Formers]", "Family support and training")
    assert ["(Early) prevention", "Formers"] == draft(one).values[THEMES]
    assert "Choose Family support; Training instead" in [*chain(labels(one))]
