"""While a short text waits for Replace or Keep the earlier text, no other text takes its place."""

import pytest
from support.author import draft, go, labels, named, says
from support.core_talker import CoreTalker

from conversations.dialogue.events import Refused
from conversations.filling import elsewhere_texts, texts
from conversations.form.texts import USE

LONG = "We visit young people in prison against extremism, and we talk with them about what they want to do one day."

SHORT, PATH = "We talk.", "description.description"


def waiting() -> CoreTalker:
    """Send a short text where a long one stands."""
    return named(LONG, "/overview", "2", SHORT)


@pytest.mark.parametrize(
    "text", ["We changed it in 2019.", "lone@example.org", "2015", "Lone Example", "Performance: 40 of 52", "none"]
)
def test_other_text_is_kept_and_said(text: str) -> None:
    """It is in the history; both buttons stay with the text that waits."""
    one = waiting()
    assert elsewhere_texts.REPLACE_OR_KEEP in says(one, text)
    assert [texts.REPLACE, texts.KEEP_EARLIER] == labels(one)[:2]
    assert USE not in labels(one)
    assert text in [event.text for event in one.events if isinstance(event, Refused)]
    assert SHORT == draft(go(one, "[Replace]")).values[PATH]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yes", SHORT),
        ("replace it", SHORT),
        ("no", LONG),
        ("keep it", LONG),
        ("Leave it please", LONG),
        ("[Keep the earlier text]", LONG),
    ],
)
def test_words_for_a_button(text: str, value: str) -> None:
    """They press it, also after another text."""
    assert value == draft(go(waiting(), "2015", text)).values[PATH]


def test_remark_is_replied_to() -> None:
    """The reply stands above."""
    assert "You are welcome.\n" + elsewhere_texts.REPLACE_OR_KEEP in says(waiting(), "thanks")


def test_long_text_is_the_answer() -> None:
    """It loses nothing, so it is the new answer."""
    assert f"{LONG} Every week." == draft(go(waiting(), f"{LONG} Every week.")).values[PATH]


def test_no_words() -> None:
    """A text of signs alone is no button."""
    assert elsewhere_texts.REPLACE_OR_KEEP in says(waiting(), "!!")
