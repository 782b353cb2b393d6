"""What buttons carry, and what a reply says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations import form
from conversations.actions import ACTIONS
from conversations.messages import CALLBACK_BYTES, Line, Press, Reply
from conversations.repeats import MOST_REPETITIONS

LAST_MEETING = f"ran_meetings.meetings.{MOST_REPETITIONS - 1}.subject"


def test_press_fits_into_callback_data() -> None:
    """The longest press there can be keeps to Telegram's 64 bytes."""
    longest = max((asked.path for asked in form.applicable({LAST_MEETING: "x"})), key=len)
    action = max(ACTIONS, key=len)
    press = Press(draft=999, revision=999_999_999, about=max(longest, LAST_MEETING, key=len), action=action, index=99)
    assert len(press.data().encode()) <= CALLBACK_BYTES


@given(
    st.builds(
        Press,
        draft=st.integers(0, 999_999),
        revision=st.integers(0, 999_999_999),
        about=st.sampled_from(["", "name.name", LAST_MEETING]),
        action=st.sampled_from(sorted(ACTIONS)),
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
    """Data that is none of ours is no press."""
    assert Press.read(data) is None


def test_reply_text_is_its_lines() -> None:
    """A reply's words stand line by line."""
    assert "one\ntwo" == Reply(lines=(Line(text="one", style="bold"), Line(text="two"))).text
