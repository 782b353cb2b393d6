"""Sending: replies become Telegram's HTML, within its limits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.html import parse_html
from bot.telegram.sending import LONGEST, LONGEST_CAPTION, Page, write, write_with_file
from conversations.dialogue.inputs import Press
from conversations.dialogue.layout import copy_button
from conversations.dialogue.replies import Button, ContactRequest, Line, Reply

PRESS = Press(draft=1, keyboard_version=2, about="name.name", action="choose", index=3)

FORGET = Press(draft=0, keyboard_version=2, about="", action="forget")

LINES = st.builds(
    Line,
    text=st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=300),
    style=st.sampled_from(["plain", "bold", "italic", "quote"]),
)


def reply(*lines: Line, rows: tuple[tuple[Button, ...], ...] = ()) -> Reply:
    """Make a reply."""
    return Reply(lines=lines, rows=rows)


def test_styles() -> None:
    """Each style has its mark, and everything is escaped."""
    lines = [Line(text="<Saved>"), Line(text="a&b", style="bold"), Line(text="i", style="italic")]
    assert write(reply(*lines))[0].html == "&lt;Saved&gt;\n<b>a&amp;b</b>\n<i>i</i>"


def test_quotes_together() -> None:
    """Quoted lines that follow each other are one quotation."""
    lines = [Line(text="one", style="quote"), Line(text="two", style="quote"), Line(text="end")]
    assert write(reply(*lines)) == (Page("<blockquote>one\ntwo</blockquote>\nend"),)


def test_keyboard() -> None:
    """Buttons carry their label and their press."""
    (page,) = write(
        reply(Line(text="Q"), rows=((Button(label="Yes", press=PRESS),), (Button(label="No", press=PRESS),)))
    )
    assert page.keyboard == {
        "inline_keyboard": [
            [{"text": "Yes", "callback_data": "1|2|name.name|choose|3"}],
            [{"text": "No", "callback_data": "1|2|name.name|choose|3"}],
        ]
    }


def test_keyboard_that_copies_and_colours() -> None:
    """A copying button carries its text, an action its colour; an older server gets a press instead of the text."""
    buttons = (copy_button("Copy", "RAN-2026-0001"), Button(label="Delete", press=FORGET))
    (page,) = write(reply(Line(text="Q"), rows=(buttons,)))
    delete = {"text": "Delete", "callback_data": FORGET.data(), "style": "danger"}

    assert page.keyboard == {"inline_keyboard": [[{"text": "Copy", "copy_text": {"text": "RAN-2026-0001"}}, delete]]}
    assert page.older == {"inline_keyboard": [[{"text": "Copy", "callback_data": "0|0||copy"}, delete]]}


def test_keyboard_in_place_of_the_phones() -> None:
    """A keyboard that asks for a contact asks for one person without a name; the removal has no buttons."""
    ask = ContactRequest(choose="Choose", cancel="Cancel", placeholder="A name")
    asking, removing = (
        write(Reply(lines=(Line(text="Q"),), keyboard=keyboard))[0].keyboard for keyboard in (ask, "removed")
    )
    users = {"request_id": 1, "user_is_bot": False, "max_quantity": 1}
    assert asking == {
        "keyboard": [[{"text": "Choose", "request_users": users}], [{"text": "Cancel"}]],
        "resize_keyboard": True,
        "one_time_keyboard": True,
        "input_field_placeholder": "A name",
    }
    assert removing == {"remove_keyboard": True}


def test_long_reply() -> None:
    """A reply over the limit is split at line ends, and the keyboard is under the last part."""
    lines = [Line(text="x" * 3000), Line(text="y" * 1096), Line(text="z")]
    pages = write(reply(*lines, rows=((Button(label="Yes", press=PRESS),),)))
    assert [(len(page.html), page.keyboard is None) for page in pages] == [(3000, True), (1098, False)]


@pytest.mark.parametrize(
    ("text", "lengths"),
    [("a\n" * 4096, [4095, 4096]), ("a " * 4096, [4095, 4096]), ("a" * 9000, [4096, 4096, 808])],
)
def test_long_line(text: str, lengths: list[int]) -> None:
    """A line over the limit is cut at a line end, at a space, or where it must be."""
    pages = write(reply(Line(text=text)))
    assert [len(page.html) for page in pages][: len(lengths)] == lengths


def test_nothing_to_say() -> None:
    """A reply without a word is no message: Telegram would refuse it."""
    assert write(reply(Line(text=" "))) == ()


@given(st.lists(LINES, min_size=1, max_size=40))
def test_text_comes_back(lines: list[Line]) -> None:
    """What Telegram reads out of the HTML is what the reply says, and fits."""
    pages = [parse_html(page.html).text for page in write(reply(*lines))]
    words = "".join("".join(pages).split())
    assert (max(map(len, pages), default=0) <= LONGEST, words) == (True, "".join(reply(*lines).text.split()))


def test_words_under_a_file() -> None:
    """Words that fit stand under the file, with the buttons."""
    given = reply(Line(text="a < b"), rows=((Button(label="Yes", press=PRESS),),))
    (page,) = write(given)
    assert ((), page) == write_with_file(given)


def test_words_before_a_file() -> None:
    """Words over Telegram's limit for a file go out before it; the buttons stay under it."""
    given = reply(Line(text="&" * (LONGEST_CAPTION + 1)), rows=((Button(label="Yes", press=PRESS),),))
    (page,), under = write_with_file(given)
    assert ("&amp;" * 1025, None, "", True) == (page.html, page.keyboard, under.html, under.keyboard is not None)


def test_longest_words_under_a_file() -> None:
    """The limit counts characters as a person sees them."""
    before, under = write_with_file(reply(Line(text="&" * LONGEST_CAPTION)))
    assert ((), "&amp;" * 1024) == (before, under.html)
