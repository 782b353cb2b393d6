"""Before the first answer a person can see how long it takes, all questions and the empty form."""

import pytest
from support.author import labels
from support.core_review import bed, does, handed_in, press
from support.core_talker import CoreTalker

from conversations.diagram import NOW, filled
from conversations.dialogue import texts as dialogue_texts
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Conversation
from conversations.dialogue.inputs import Press
from conversations.dialogue.replies import Button, EmptyForm
from conversations.engine import texts as engine_texts
from conversations.engine.screens import MESSAGE
from conversations.filling import texts
from conversations.form import completion
from conversations.form.asked import Asked
from conversations.form.template import in_use
from conversations.privacy import texts as consent
from conversations.privacy.consent import all_questions

SEE = Button(label=texts.SEE_QUESTIONS, press=Press(draft=0, keyboard_version=0, about="", action="questions"))

FORM = Button(label=texts.WORD_FORM, press=Press(draft=0, keyboard_version=0, about="", action="blank"))

EVERY = [asked for section in in_use().sections for asked in completion.every(section)]


def newcomer() -> CoreTalker:
    """Begin a conversation with somebody who has never agreed."""
    return CoreTalker(Conversation())


def test_all_questions_are_one_message() -> None:
    """All sections and questions fit into one message of Telegram."""
    replies = all_questions(Context(filled(), NOW))
    assert (1, True) == (len(replies), len(replies[0].text) <= MESSAGE)


@pytest.mark.parametrize("section", in_use().sections)
def test_all_questions_have_each_section(section: type) -> None:
    """Each section stands there with its number."""
    number = in_use().number(section)
    (reply,) = all_questions(Context(filled(), NOW))
    assert f"{number}. {section.title}" in reply.text.split("\n")  # type: ignore[attr-defined] # a section's


@pytest.mark.parametrize("asked", EVERY, ids=lambda asked: asked.path)
def test_all_questions_have_each_question(asked: Asked) -> None:
    """Each question stands there with its title and its prompt."""
    (reply,) = all_questions(Context(filled(), NOW))
    assert (True, True) == (asked.question.title in reply.text, asked.question.prompt in reply.text)


def test_first_message_says_how_long_it_takes() -> None:
    """The first message says how long it takes, what to have at hand, and who reads it, a line each."""
    lines = does(newcomer(), "/start").split("\n")
    assert [dialogue_texts.HOW_LONG, dialogue_texts.AT_HAND, consent.READERS] == [line for line in lines if line][2:5]


def test_first_message_of_one_who_agreed_says_it_too() -> None:
    """With consent, the same stands above the first question."""
    lines = does(CoreTalker(), "/start").split("\n")
    assert [dialogue_texts.HOW_LONG, dialogue_texts.AT_HAND, engine_texts.READERS] == lines[1:4]


def test_buttons_before_the_yes() -> None:
    """All questions and the empty form need no consent."""
    one = newcomer()
    does(one, "/start")
    assert ["I agree", "See all questions", "Word form", "Privacy", "🌐 Language"] == labels(one)


def test_buttons_at_the_first_question() -> None:
    """The buttons are at the first question until it is answered."""
    one = CoreTalker()
    does(one, "/start")
    before = labels(one)
    does(one, "Open Door", "/back")
    assert (True, False) == (SEE.label in before, SEE.label in labels(one))


def test_seeing_all_questions_before_the_yes_begins_nothing() -> None:
    """The list comes alone, with the button for consent, and there is no draft."""
    one = newcomer()
    told = does(one, "/start", "[See all questions]")
    assert (True, "I agree", ()) == (told.startswith("All questions"), labels(one)[0], one.conversation.drafts)


def test_place_is_shown_below_all_questions() -> None:
    """With consent, the open question follows the list."""
    one = CoreTalker()
    does(one, "/start", "Open Door")
    assert "Section 2 of 16 · Description" in press(one, SEE).split("\n")


@pytest.mark.parametrize("one", [newcomer(), CoreTalker(), CoreTalker(filled())], ids=["new", "agreed", "filled"])
def test_empty_form_comes_by_itself(one: CoreTalker) -> None:
    """The empty form is the only reply, and nothing else changes."""
    does(one, "/start")
    before = one.conversation
    press(one, FORM)
    reply = one.replies[max(one.replies)]
    assert (EmptyForm(), before) == (reply.document, one.conversation)


def test_word_form_typed_before_the_yes() -> None:
    """A typed label is the button, not an answer."""
    assert consent.EMPTY_FORM in does(newcomer(), "/start", "Word form")


def test_buttons_at_the_desk() -> None:
    """A coordinator's old button still works, and the open page follows."""
    cora = bed(handed_in()).talker("Cora")
    does(cora, "/queue")
    told = press(cora, SEE)
    assert (True, "desk") == (told.startswith("All questions"), cora.conversation.state.at)


def test_question_of_several_says_which() -> None:
    """The third line of a question has its number in the section; the first two stay as they are."""
    lines = does(CoreTalker(), "/start", "/overview", "7").split("\n")
    assert ["Starting year", "Question 1 of 2 · In which year did it begin?"] == lines[1:3]


def test_only_question_of_a_section_has_no_number() -> None:
    """Where a section asks one question, there is nothing to count."""
    assert "Describe the practice: its aim and how you work." in does(CoreTalker(), "/start", "Open").split("\n")


def test_question_that_an_answer_has_opened_is_counted() -> None:
    """After Yes the fund is the second of three questions."""
    assert "Question 2 of 3 · Which EU fund is it?" in does(CoreTalker(), "/start", "/overview", "12", "Yes")


def test_questions_of_a_meeting_are_counted_for_each() -> None:
    """Each meeting counts its own four questions."""
    one = CoreTalker()
    acts = ("/start", "/overview", "11", "Yes", "RAN EXIT", "/skip", "/skip", "/skip", "[Add another meeting]")
    assert "Question 1 of 4 · Which meeting was it?" in does(one, *acts)
