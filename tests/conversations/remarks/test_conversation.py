"""A remark at a question is kept in the history, gets a reply above the question, and is offered as the answer."""

import pytest
from support.core_talker import CoreTalker

from bot.demo.transcripts import Act, Said
from conversations.dialogue.events import Refused
from conversations.dialogue.inputs import SentAt, Wrote
from conversations.dialogue.state import Asking
from conversations.engine import texts as engine_texts
from conversations.filling import texts
from conversations.form import texts as form_texts
from conversations.remarks.texts import IF_ANSWER, YEARS

NAME = "name.name"


def talker(*acts: str) -> CoreTalker:
    """Play a conversation: a label in brackets is pressed, anything else is typed."""
    one = CoreTalker()
    for act in ("/start", *acts):
        says(one, act)
    return one


def says(one: CoreTalker, act: str) -> str:
    """Do one more thing; return the last reply."""
    shown = one.do(Act("presses", act[1:-1]) if act.startswith("[") else Act("says", act))
    return [said.text for said in shown if isinstance(said, Said)][-1]


def labels(one: CoreTalker) -> list[str]:
    """List the labels under the newest message."""
    return [button.label for row in one.replies[max(one.replies)].rows for button in row]


def value(one: CoreTalker, path: str = NAME) -> object:
    """Return an answer of the first draft."""
    return one.conversation.drafts[0].values.get(path)


def test_message_is_answered_above_the_question() -> None:
    """The reply stands above the question, which is asked again."""
    said = says(talker(), "Is this a robot?").split("\n")
    assert ["I am a program, not a person.", IF_ANSWER, "", "Section 1 of 16 · Name of the practice"] == [
        said[0][:29],
        *said[1:4],
    ]


def test_message_is_no_answer_and_kept() -> None:
    """Nothing is stored as the answer, and the words are in the history."""
    one = talker("Is this a robot?")
    kept = [event.text for event in one.events if isinstance(event, Refused)]
    assert (None, ["Is this a robot?"]) == (value(one), kept)


def test_message_can_be_the_answer() -> None:
    """One press saves it as the answer, and the form goes on."""
    one = talker("Is this a robot?", "[Use it as the answer]")
    assert ("Is this a robot?", "description.description") == (value(one), _open(one))


def _open(one: CoreTalker) -> str:
    state = one.conversation.state
    assert isinstance(state, Asking)
    return state.question


def test_skip_is_named_once() -> None:
    """At the website both the reply and the field know how to go on without one."""
    one = talker("Open Door", "/overview", "15", "1 Example Street, Aarhus", "Anna Example", "anna@example.org", "skip")
    assert 1 == says(one, "I don't know").split("\n\n")[0].count("Skip")


def test_answer_behind_a_message() -> None:
    """The next answer is saved as usual."""
    assert "Open Door" == value(talker("hello", "Open Door"))


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("hello", ["Use it as the answer"]),
        ("Who reads this?", ["Use it as the answer", "Ask the coordinators"]),
        ("I don't know", ["Use it as the answer", "Later", "Ask the coordinators"]),
        ("later", ["Use it as the answer", "Later", "Ask the coordinators"]),
        ("test", ["Use it as the answer"]),
    ],
)
def test_buttons_of_a_message(text: str, offered: list[str]) -> None:
    """A question can be sent to the coordinators, and can be left open."""
    assert [*offered, "Example", "See all questions", "Word form", "Overview"] == labels(talker(text))


def test_later_leaves_the_question_open() -> None:
    """Later leads to the next question; the question has no answer and comes again."""
    one = talker("I don't know")
    said = says(one, "[Later]")
    assert ("Left open: Name of the practice. I ask it again after the other questions.", None, False) == (
        said.split("\n")[0],
        value(one),
        NAME in one.conversation.drafts[0].answers,
    )


def test_later_behind_a_question_to_the_coordinators() -> None:
    """A person who waits for a reply can go on without this answer."""
    one = talker("Who reads this?", "[Ask the coordinators]")
    assert texts.LATER in labels(one)


def test_message_with_contact_details_is_read() -> None:
    """A text with contact details is split, not doubted, even with a question mark at the end."""
    one = talker("/overview", "15", "[Skip]", "Anna Example, tel +45 33 11 55 00, ok?")
    assert form_texts.USE_DETAILS == labels(one)[0]


def test_message_with_a_meeting_is_read() -> None:
    """A text about a meeting is read as one, even with a question mark at the end."""
    one = talker("/overview", "11", "yes", "RAN EDU in Wien, 3 March 2021?")
    assert "RAN EDU" == value(one, "ran_meetings.meetings.0.name")


def test_message_at_the_other_of_a_list_is_added_after_a_press() -> None:
    """A remark is also doubted if words would be added to an answer; a press adds it."""
    one = talker("/overview", "13", "An association", "[Other]", "Is it one?", "[Use it as the answer]")
    assert "An association\nIs it one?" == value(one, "organisation.description")


def test_later_typed() -> None:
    """The word does what its button does."""
    one = talker("I don't know", "later")
    assert "description.description" == _open(one)


def test_later_at_a_question_that_keeps_no_text() -> None:
    """A person who does not know a year can go on, and is not told how a year is written."""
    one = talker("/overview", "7")
    said = says(one, "I don't know")
    assert (False, ["Later", "Ask the coordinators"]) == ("Enter a year between" in said, labels(one)[:2])


def test_optional_question_is_skipped_not_left() -> None:
    """An optional question has Skip instead of Later."""
    one = talker("/overview", "8", "I don't know")
    assert ["Use it as the answer", "Ask the coordinators", "Skip"] == labels(one)[:3]


def test_message_at_a_question_with_an_answer() -> None:
    """An answer that exists stays until the button is pressed."""
    one = talker("Open Door", "/back", "what does this mean?")
    assert ("Open Door", ["Use it as the answer", "Ask the coordinators", "Keep this answer"]) == (
        value(one),
        labels(one)[:3],
    )


def test_message_in_reply_to_an_earlier_question() -> None:
    """A remark as a Telegram reply to an earlier question is no answer to that question."""
    one = talker("Open Door")
    one.do(Act("replies", "Can I change this later?", "What is your practice called"))
    assert ("Open Door", NAME, "Use it as the answer") == (value(one), _open(one), labels(one)[0])


def test_message_that_is_heard_late() -> None:
    """A remark that arrives late at its question is shown again, and is no answer."""
    one = talker()
    sent = SentAt(draft=1, question=NAME, keyboard_version=one.conversation.keyboard_version)
    says(one, "/overview")
    (said,) = one.give(Wrote(text="how long does it take?", message=99, sent_at=sent))
    assert isinstance(said, Said)
    assert (engine_texts.late_words("how long does it take?").split("\n")[0], None) == (
        said.text.split("\n")[0],
        value(one),
    )


def test_part_of_a_long_paste_is_not_doubted() -> None:
    """The rest of a long text belongs to it, even if it looks like a remark."""
    one = talker("Open Door", "word " * 710, "What should I do?", "[Done]")
    assert str(value(one, "description.description")).endswith("What should I do?")


def test_message_where_no_question_is_open() -> None:
    """A question on the overview also gets a reply."""
    assert says(talker("Open Door", "/overview"), "are you a robot?").startswith("I am a program, not a person.")


def test_years_where_none_are_asked() -> None:
    """Years alone are no audience: the bot says where they belong, and one press keeps them."""
    one = talker("/overview", "5", "[Families]", "[Done]")
    said = says(one, "since 2015, still going").split("\n")[:2]
    assert [YEARS, IF_ANSWER, "Use it as the answer"] == [*said, labels(one)[0]]


@pytest.mark.parametrize(
    ("section", "text"), [("4", "when do i hear from you?"), ("14", "who reads this?"), ("4", "do you like football?")]
)
def test_question_that_got_a_reply_is_not_quoted_as_a_wrong_choice(section: str, text: str) -> None:
    """After the reply, nobody says that a question is not in the list."""
    said = says(talker("Open Door", "/overview", section), text)
    assert ("is not" in said, "Section" in said.split("\n\n")[1]) == (False, True)
