"""The data of buttons, and the lines of replies with the people they name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.dialogue.inputs import CALLBACK_BYTES, Press
from conversations.dialogue.registry import REGISTRY
from conversations.dialogue.replies import Button, Line, Named, Reply
from conversations.dialogue.review_record import Member
from conversations.filling.review_texts import called
from conversations.form import completion
from conversations.form.questions import MOST_REPETITIONS
from conversations.privacy.erasure import unnamed_reply

LAST_MEETING = f"ran_meetings.meetings.{MOST_REPETITIONS - 1}.subject"


def test_press_fits_into_callback_data() -> None:
    """The longest possible press fits into Telegram's 64 bytes."""
    longest = max((asked.path for asked in completion.applicable({LAST_MEETING: "x"})), key=len)
    action = max((one.name for one in REGISTRY.actions), key=len)
    press = Press(
        draft=999, keyboard_version=999_999_999, about=max(longest, LAST_MEETING, key=len), action=action, index=99
    )
    assert len(press.data().encode()) <= CALLBACK_BYTES


@given(
    st.builds(
        Press,
        draft=st.integers(0, 999_999),
        keyboard_version=st.integers(0, 999_999_999),
        about=st.sampled_from(["", "name.name", LAST_MEETING]),
        action=st.sampled_from(sorted(one.name for one in REGISTRY.actions)),
        index=st.none() | st.integers(0, 9999),
    )
)
def test_press_is_read_as_it_was_written(press: Press) -> None:
    """A button's data gives the press back."""
    assert press == Press.read(press.data())


@pytest.mark.parametrize(
    "data", ["", "1", "1|2|name.name", "x|2|name.name|pick|1", "1|2|NAME|pick", "1|2|a|pick|1|2", "１|2|a|pick"]
)
def test_press_of_strange_data_is_none(data: str) -> None:
    """Data that is not ours is no press."""
    assert Press.read(data) is None


def test_reply_text_is_its_lines() -> None:
    """The text of a reply is its lines."""
    assert "one\ntwo" == Reply(lines=(Line(text="one", style="bold"), Line(text="two"))).text


def test_line_says_whom_it_names() -> None:
    """A line also holds the people it names and the same words without names; it holds nothing if it names nobody."""
    cora, nameless = Member(user=8, name="li"), Member(user=9, name="")
    line = Line.naming(lambda one, other: f"{called(one)} and {called(other)} in line", cora, nameless)
    assert Named(people=(8, 9), without="a coordinator and a coordinator in line") == line.named
    assert Line(text="the author") == Line.naming(called, None)


def test_people_are_taken_out_by_their_numbers() -> None:
    """A reply loses the words that name one person, and their number; those of a namesake, and other words, stay."""
    press = Press(draft=0, keyboard_version=1, about="8", action="person")
    button = Button(label="", press=press.model_copy(update={"about": "88"}))
    named = Line.naming(called, Member(user=8, name="Back"), style="bold")
    others = Line(text="Back"), Line.naming(called, Member(user=9, name="Back"))
    back = button.model_copy(update={"label": "Back"})
    theirs = button.model_copy(update={"press": press})
    rows = ((theirs.naming(called, Member(user=8, name="Back")), theirs, back),)
    reply = Reply(lines=(named, *others), rows=rows, redraws=3)
    bare = Line(text="a coordinator", style="bold")
    nobodys = button.model_copy(update={"press": press.model_copy(update={"about": "0"})})
    label = nobodys.model_copy(update={"label": "a coordinator"})
    expected = Reply(lines=(bare, *others), rows=((label, nobodys, back),), redraws=3)
    assert expected == unnamed_reply(reply, 8)
    assert reply == unnamed_reply(reply, 7)
