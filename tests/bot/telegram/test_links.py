"""Links behind words: their addresses are written after the words, and no entity makes reading fail."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.content import written_out
from bot.telegram.reading import read
from conversations.dialogue.inputs import Attached, Commanded, Revised, Wrote
from conversations.dialogue.state import without

URL = "https://example.org/handbook"

OTHER = "https://example.org/film"

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 12) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["type", "offset", "length", "url"]), inner)
    ),
    max_leaves=12,
)


def link(offset: Any, length: Any, url: Any = URL) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    """Make a link as the Bot API gives it: offsets count in UTF-16 units."""
    return {"type": "text_link", "offset": offset, "length": length, "url": url}


@pytest.mark.parametrize(
    ("text", "entities", "expected"),
    [
        ("see our handbook", [link(8, 8)], f"see our handbook ({URL})"),
        ("our handbook, and more", [link(4, 8)], f"our handbook ({URL}), and more"),
        ("handbook and film", [link(13, 4, OTHER), link(0, 8)], f"handbook ({URL}) and film ({OTHER})"),
        ("handbook", [link(0, 4)], f"handbook ({URL})"),
        ("handbook", [link(0, 4), link(4, 4)], f"handbook ({URL})"),
        ("handbook", [link(0, 4), link(4, 4, OTHER)], f"handbook ({URL}) ({OTHER})"),
        ("our handbook here", [link(0, 3), link(4, 8)], f"our handbook ({URL}) here"),
        ("our handbook\nhere", [link(4, 9)], f"our handbook ({URL})\nhere"),
        ("🙂🙂 handbook", [link(5, 8)], f"🙂🙂 handbook ({URL})"),
        ("🙂 handbook", [link(1, 10)], f"🙂 handbook ({URL})"),
        ("我们的手册在这里", [link(3, 2)], f"我们的手册 ({URL})在这里"),
        ("bold handbook", [{"type": "bold", "offset": 0, "length": 13}, link(5, 8)], f"bold handbook ({URL})"),
        ("handbook", [link(0, 8, "example.org/a b")], "handbook (example.org/a%20b)"),
        ("Anna", [link(0, 4, "mailto:anna@example.org")], "Anna (mailto:anna@example.org)"),
        ("a", [link(0, 5)], f"a ({URL})"),
        ("name@example.org", [link(0, 4)], f"name@example.org ({URL})"),
    ],
)
def test_address_stands_behind_the_words(text: str, entities: list[Any], expected: str) -> None:
    """The address comes after the whole of the last linked word, once, wherever the words begin."""
    written, links = written_out(text, entities)
    assert (expected, text) == (written, without(written, links))


@pytest.mark.parametrize(
    ("text", "url"),
    [
        (URL, URL),
        ("example.org/handbook", URL),
        ("Example.org/handbook/", f"{URL}/"),
        ("http://example.org/handbook", URL),
        (f"Handbook: {URL}.", URL),
        ("example.org/für", "https://example.org/f%C3%BCr"),
        ("anna@example.org", "mailto:anna@example.org"),
        ("+45 33 11 55 00", "tel:+4533115500"),
        ("Anna", "tg://user?id=1001"),
        ("Anna", ""),
        ("Anna", None),
    ],
)
def test_address_that_the_words_are_is_not_written_twice(text: str, url: str | None) -> None:
    """Words that are the address stay as they are, as does a mention of somebody without a name of their own."""
    assert (text, ()) == written_out(text, [link(0, len(text), url)])


@pytest.mark.parametrize(
    "entity",
    [
        link(4, 1),
        link(-1, 2),
        link(0, 0),
        link(0, -1),
        link("0", 2),
        link(0, None),
        link(1.5, 2),
        {"type": "text_link"},
        {"type": "text_mention", "offset": 0, "length": 4, "user": {"id": 1001}},
        {"type": "custom_emoji", "offset": 0, "length": 2, "custom_emoji_id": "5"},
        7,
        None,
    ],
)
def test_entity_out_of_shape_changes_nothing(entity: Any) -> None:  # noqa: ANN401 - any JSON
    """An entity beyond the text, or no link at all, leaves the text alone."""
    assert ("Anna", ()) == written_out("Anna", [entity])


@given(st.text(max_size=12), JSON)
def test_any_json(text: str, entities: Any) -> None:  # noqa: ANN401 - any JSON
    """With any JSON as entities the result is a text."""
    written, links = written_out(text, entities)
    assert text == without(written, links)


def said(kind: str, **content: Any) -> object:  # noqa: ANN401 - any JSON
    """Read a private message."""
    message: Any = {"message_id": 5, "chat": {"id": 1001, "type": "private"}, "from": {"id": 1001}}
    return read({"update_id": 1, kind: message | content}).given


RICH: Any = {"blocks": [{"type": "paragraph", "text": ["our ", {"type": "url", "text": "site", "url": URL}]}]}


@pytest.mark.parametrize(
    ("kind", "content", "expected"),
    [
        ("message", {"text": "our site", "entities": [link(4, 4)]}, Wrote),
        ("edited_message", {"text": "our site", "entities": [link(4, 4)]}, Revised),
        ("message", {"photo": [{}], "caption": "our site", "caption_entities": [link(4, 4)]}, Attached),
        ("edited_message", {"photo": [{}], "caption": "our site", "caption_entities": [link(4, 4)]}, Revised),
        ("message", {"text": "our\0 site", "entities": [link(5, 4)]}, Wrote),
        ("message", {"rich_message": RICH}, Wrote),
        ("edited_message", {"rich_message": RICH}, Revised),
    ],
)
def test_link_is_read_wherever_words_come(kind: str, content: dict[str, Any], expected: type) -> None:
    """Texts, captions, edits and rich messages give the words with their addresses, and the addresses."""
    given_ = said(kind, **content)
    assert isinstance(given_, Wrote | Revised | Attached)
    text = given_.caption if isinstance(given_, Attached) else given_.text
    assert (expected, f"our site ({URL})", (URL,)) == (type(given_), text, given_.links)


def test_command_with_a_link_behind_it_is_a_command() -> None:
    """A command is known by its words alone."""
    given_ = said("message", text="/help", entities=[link(0, 5)])
    assert isinstance(given_, Commanded)
    assert ("help", "", f"/help ({URL})") == (given_.name, given_.argument, given_.text)


def test_rich_message_with_a_mention_writes_no_link() -> None:
    """A mention of somebody without a name of their own is their name alone."""
    node = {"type": "url", "text": "Anna", "url": "tg://user?id=1001"}
    given_ = said("message", rich_message={"blocks": [{"type": "paragraph", "text": node}]})
    assert Wrote(text="Anna", message=5) == given_
