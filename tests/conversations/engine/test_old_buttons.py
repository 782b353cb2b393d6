"""Buttons of earlier messages: they work if they can mean only one thing; else a note says that they are old."""

import pytest
from support.core_talker import CoreTalker

from bot.demo.transcripts import Act, Noted
from conversations.diagram import filled
from conversations.dialogue.conversation import Draft
from conversations.dialogue.inputs import Chose, Press
from conversations.dialogue.state import Asking, Repeating, ToQuestion
from conversations.engine import texts as engine_texts
from conversations.filling import texts

TEXT = "We work with families, to prevent radicalisation."

DESCRIPTION, MORE = "description.description", "target_audience.additional"

PEER, THEMES, YEAR = "peer_reviewed.peer_reviewed", "key_themes.themes", "start.starting_year"

EDUCATION, REHABILITATION = "Formal/informal education", "Rehabilitation"


def go(one: CoreTalker, *acts: str) -> CoreTalker:
    """Say things, and press what stands in brackets; ``|first`` presses the oldest of that label."""
    for act in acts:
        label, _, which = act[1:-1].partition("|")
        one.do(Act("presses", label, which) if act.startswith("[") else Act("says", act))
    return one


def at(*acts: str) -> CoreTalker:
    """Be somewhere in a practice that has a name and a description."""
    return go(CoreTalker(), "/start", "Open Door", TEXT, *acts)


def draft(one: CoreTalker) -> Draft:
    """Give the draft in hand."""
    return next(draft for draft in one.conversation.drafts if draft.number == one.conversation.hand)


def themes(one: CoreTalker) -> object:
    """Give the key themes so far."""
    return draft(one).values.get(THEMES)


def asked(one: CoreTalker) -> str:
    """Name the question that is open."""
    return getattr(one.conversation.state, "question", "")


def screen_press(one: CoreTalker, label: str) -> Press:
    """Give the press of a button of the last message, to be used when it is old."""
    return next(button.press for row in one.replies[max(one.replies)].rows for button in row if button.label == label)


def test_choice_of_an_old_list_opens_it_again() -> None:
    """A theme that is pressed on the old list opens it with it; the second one leads back to where the person was."""
    one = at("[No]", "/overview", "7")
    go(one, f"[{EDUCATION}|first]")
    assert ([EDUCATION], Asking(question=THEMES, return_to=ToQuestion(question=YEAR))) == (
        themes(one),
        one.conversation.state,
    )
    go(one, f"[{REHABILITATION}]")
    assert ([EDUCATION, REHABILITATION], YEAR) == (themes(one), asked(one))


def test_choice_of_an_old_list_that_is_full() -> None:
    """The list is asked again, and the choice is offered in the place of each that it has."""
    one = at("[No]", "1, 2", "/overview", "7")
    shown = one.do(Act("presses", REHABILITATION, "first"))
    labels = [button.label for row in one.replies[max(one.replies)].rows for button in row]
    assert shown[0].text.startswith("You can choose 2 under Key themes, and you have chosen (Early) prevention; ")
    assert (THEMES, ["Replace (Early) prevention", "Replace Alternative and counter narratives"]) == (
        asked(one),
        labels[:2],
    )
    go(one, "[Replace (Early) prevention]")
    assert (["Alternative and counter narratives", REHABILITATION], YEAR) == (themes(one), asked(one))


def test_choice_that_is_chosen_already() -> None:
    """A note says so, and nothing is sent."""
    one = at("[No]", f"[{EDUCATION}]", f"[{REHABILITATION}]", "[Done]")
    press = Press(draft=1, keyboard_version=1, about=THEMES, action="add", index=5)
    assert [Noted(texts.ALREADY)] == one.give(Chose(press=press, message=1))


def test_choice_of_an_old_list_taken_out() -> None:
    """A choice that stands ticked on the old list is taken out."""
    one = at("[No]", f"[{EDUCATION}]", f"[{REHABILITATION}]", "[Done]")
    press = Press(draft=1, keyboard_version=1, about=THEMES, action="drop", index=5)
    one.give(Chose(press=press, message=1))
    assert ([REHABILITATION], THEMES) == (themes(one), asked(one))


def test_yes_of_an_old_question() -> None:
    """It replaces the No, with Undo, and the person comes back to the question that was open."""
    one = at("[No]", "/overview", "7")
    shown = one.do(Act("presses", "Yes", "first"))
    assert (True, Noted("Peer reviewed: Yes"), YEAR) == (draft(one).values[PEER], shown[0], asked(one))
    go(one, "[Undo]")
    assert (False, YEAR) == (draft(one).values[PEER], asked(one))


def test_same_choice_of_an_old_question_again() -> None:
    """A note says that it is so already."""
    one = at("[No]", "/overview", "7")
    assert [Noted(texts.ALREADY)] == one.do(Act("presses", "No", "first"))


def test_old_yes_that_opens_further_questions() -> None:
    """They are asked before the person comes back."""
    one = at("/overview", "11", "[No]", "/overview", "7")
    go(one, "[Yes|first]")  # of Peer reviewed: it stands alone
    assert YEAR == asked(one)
    press = Press(draft=1, keyboard_version=1, about="ran_meetings.presented", action="pick", index=0)
    one.give(Chose(press=press, message=1))
    assert "ran_meetings.meetings.0.name" == asked(one)


def test_skip_of_an_old_question() -> None:
    """A question that is still open is passed over, and the person comes back; pressed again, it is so already."""
    one = at("/overview", "5", "1", "/overview", "7")
    go(one, "[Skip|first]")
    assert (None, YEAR) == (draft(one).answers[MORE].value, asked(one))
    go(one, "/overview", "1", "Other Door")
    assert [Noted(texts.ALREADY)] == one.do(Act("presses", "Skip", "first"))


def test_skip_of_an_old_question_that_was_answered() -> None:
    """Its answer stays, and a note is all."""
    one = at("/overview", "5", "1", "Teachers", "/overview", "7")
    assert [Noted(engine_texts.OLD_BUTTON)] == one.do(Act("presses", "Skip", "first"))
    assert "Teachers" == draft(one).values[MORE]


@pytest.mark.parametrize(
    ("label", "expected"),
    [("Overview", "overview"), ("Description", "asking"), ("Start of the practice", "asking"), ("Summary", "summary")],
)
def test_old_button_that_leads_somewhere(label: str, expected: str) -> None:
    """It leads there."""
    one = at("/overview", "/back", "[No]")
    go(one, f"[{label}|first]")
    assert expected == one.conversation.state.at


def test_add_another_meeting_of_an_old_message() -> None:
    """One more meeting is asked about, and what was open comes after it."""
    one = at("/overview", "11", "Yes", "Dublin days", "2019", "/skip", "/skip", "[No more meetings]")
    here = one.conversation.state
    go(one, "[Add another meeting|first]")
    assert "ran_meetings.meetings.1.name" == asked(one)
    go(one, "Vienna days", "2020", "/skip", "/skip")
    assert isinstance(one.conversation.state, Repeating)
    go(one, "[No more meetings]")
    assert here == one.conversation.state


def test_practice_of_an_old_list() -> None:
    """It is taken up again, and New practice begins one, wherever they are pressed."""
    one = at("/new", "Second", "/drafts", "/drafts", "[1 · Open Door]")
    go(one, "[2 · Second|first]")
    assert 2 == one.conversation.hand
    go(one, "/drafts", "/drafts", "[1 · Open Door]", "[New practice|first]")
    assert 3 == one.conversation.hand


def test_page_that_only_leads_on_is_replaced() -> None:
    """What its button leads to takes its place, so that its buttons are gone; a question stays where it is."""
    one = at("/overview")
    overview = max(one.replies)
    go(one, "[Start of the practice]")
    assert (overview, True) == (max(one.replies), "Starting year" in one.replies[overview].text)
    go(one, "2011")
    assert overview < max(one.replies)


def test_long_summary_behind_a_page_comes_anew() -> None:
    """Several messages are sent one behind the other, below what was said so far."""
    one = go(CoreTalker(filled()), "/overview", "10", "sustainable " * 600, "/overview")
    overview = max(one.replies)
    go(one, "[Summary]")
    assert (True, True) == ("Overview" in one.replies[overview].text, overview + 2 <= max(one.replies))


@pytest.mark.parametrize("label", ["Example", "Back", "Keep this answer", "Remove this answer", "Done", "Yes"])
def test_old_button_that_is_in_doubt(label: str) -> None:
    """A note is all that it gets: the question is not sent again, and nothing changes."""
    acts = ("/back", "/overview", "4", "/overview", "8", "Our handbook", "/overview", "8", "/overview", "11")
    one = at(*acts, "/new", "Another") if label == "Yes" else at(*acts)
    before = one.conversation.model_copy(update={"pressed": ""})
    assert [Noted(engine_texts.OLD_BUTTON)] == one.do(Act("presses", label, "first"))
    assert before == one.conversation.model_copy(update={"pressed": ""})


def test_old_submit_submits_nothing() -> None:
    """An answer was changed since it was shown."""
    one = go(CoreTalker(filled()), "/summary", "/overview", "1", "Another Door")
    assert [Noted(engine_texts.OLD_BUTTON)] == one.do(Act("presses", "Submit", "first"))
    assert "draft" == draft(one).status


def test_old_choice_while_a_long_answer_arrives() -> None:
    """What has come is taken as the answer, and then the button is obeyed."""
    one = at("[No]", "/back", "/back", "word " * 800)
    go(one, "[Yes|first]")
    assert (True, 800) == (draft(one).values[PEER], len(str(draft(one).values[DESCRIPTION]).split()))


def test_old_button_of_a_practice_that_is_gone() -> None:
    """It says that it is gone."""
    one = at("/new", "Second", "/drafts", "[Delete 1]")
    press = Press(draft=1, keyboard_version=1, about=PEER, action="pick", index=0)
    assert [Noted(engine_texts.BUTTON_GONE)] == one.give(Chose(press=press, message=1))


def test_practice_of_an_old_list_that_was_deleted() -> None:
    """Its button changes nothing."""
    one = at("/new", "Second", "/drafts")
    press = screen_press(one, "1 · Open Door")
    go(one, "/drafts", "[Delete 1]")
    assert [Noted(engine_texts.OLD_BUTTON)] == one.give(Chose(press=press, message=1))


def test_section_of_an_old_overview_after_submit() -> None:
    """A submission is not changed from its old overview."""
    one = go(CoreTalker(filled()), "/overview", "/summary", "[Submit]")
    assert [Noted(engine_texts.OLD_BUTTON)] == one.do(Act("presses", "Contact details", "first"))


MEETING = ("/overview", "11", "Yes", "Dublin days", "2019", "/skip", "/skip")


@pytest.mark.parametrize(
    "acts",
    [
        ("[Add another meeting]",),
        ("[No more meetings]", "/overview", "11", "[Presented in a RAN meeting]", "[No]"),
    ],
)
def test_add_another_meeting_where_none_can_be_added(acts: tuple[str, ...]) -> None:
    """While one is asked about, and where there were none after all, the old button changes nothing."""
    one = at(*MEETING)
    press = screen_press(one, "Add another meeting")
    go(one, *acts)
    assert [Noted(engine_texts.OLD_BUTTON)] == one.give(Chose(press=press, message=1))


def test_done_of_a_list_in_another_practice() -> None:
    """Its list may be complete, but it is not the practice that is open."""
    one = at("[No]", f"[{EDUCATION}]", f"[{REHABILITATION}]", "/new", "Second")
    press = Press(draft=1, keyboard_version=1, about=THEMES, action="done")
    assert [Noted(engine_texts.OLD_BUTTON)] == one.give(Chose(press=press, message=1))
