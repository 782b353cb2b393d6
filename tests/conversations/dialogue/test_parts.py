"""Long answers put together from the messages that clients make of them."""

import pytest

from conversations.dialogue.parts import CLIENT_CUT, joined
from conversations.dialogue.state import Part


def cut(text: str, behind: str) -> str:
    """Fill a text up to the limit of a client, send the rest as a second message, and join both."""
    filled = ("the open door programme has mentors " * 200)[: CLIENT_CUT - len(text) - 1] + " " + text
    whole = joined([Part(message=1, text=filled), Part(message=2, text=behind)])
    return whole[CLIENT_CUT - len(text) :]


@pytest.mark.parametrize(
    ("end", "begin", "expected"),
    [
        ("mento", "rs help", "mentors help"),
        ("open", "door", "open door"),
        ("radicali", "sation", "radicalisation"),
        ("in", "Aarhus", "in Aarhus"),
        ("NG", "O", "NGO"),
        ("end.", "Then", "end. Then"),
        ("first,", "then", "first, then"),
        ("https://example.", "org/page", "https://example.org/page"),
        ("anna@", "example.org", "anna@example.org"),
        ("meeting", "(online)", "meeting (online)"),
        ("meeting", ", online", "meeting, online"),
        ("kept", " as it is", "kept as it is"),
    ],
)
def test_text_cut_at_the_limit_is_whole_again(end: str, begin: str, expected: str) -> None:
    """A word that was cut is one word again; two words whose blank was trimmed stay two."""
    assert expected == cut(end, begin)


def test_text_cut_at_the_limit_in_utf16_units_is_whole_again() -> None:
    """Clients count in UTF-16 units: an emoji is two."""
    first = "x" * (CLIENT_CUT - 4) + "🎉🎉"
    assert f"{first}y" == joined([Part(message=1, text=first), Part(message=2, text="y")])


def test_text_cut_at_a_space_is_whole_again() -> None:
    """The server removes the space at the end of the first message; it stands between the two again."""
    first = ("open door " * 500)[: CLIENT_CUT - 5] + "lane"
    assert (CLIENT_CUT - 1, f"{first} and") == (
        len(first),
        joined([Part(message=1, text=first), Part(message=2, text="and")]),
    )


def test_messages_sent_one_by_one_are_paragraphs() -> None:
    """Messages that no client has cut are paragraphs."""
    assert "one\ntwo\nthree" == joined([Part(message=n, text=text) for n, text in enumerate(("one", "two", "three"))])
