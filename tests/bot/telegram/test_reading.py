"""Reading: every kind of update becomes a plain input, and no JSON makes it fail."""

import json
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.reading import LONGEST, Membership, Reading, chat_id_of, full_name, read
from conversations.dialogue.inputs import Attached, Chose, Commanded, Picked, Press, Revised, Shared, Unreadable, Wrote

PERSON: dict[str, Any] = {"id": 1001, "is_bot": False, "first_name": "Anna"}

PRIVATE: dict[str, Any] = {"id": 1001, "type": "private", "first_name": "Anna"}

GROUP = {"id": -1002, "type": "supergroup", "title": "Us"}

BASE: dict[str, Any] = {"message_id": 5, "date": 1_800_000_000, "from": PERSON, "chat": PRIVATE}


def message(**content: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    """Make an update with a private message."""
    return {"update_id": 1, "message": BASE | content}


def press(**content: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    """Make an update with a press."""
    return {"update_id": 1, "callback_query": {"id": "77", "from": PERSON, "message": BASE, "data": "x"} | content}


SHOW = "/Show@our_bot  RAN-2026-0001\n"

SHOWS = Commanded(name="show", argument="RAN-2026-0001", message=5, to="our_bot", text=SHOW)

CHOOSE = Press(draft=1, keyboard_version=2, about="name.name", action="choose", index=3)

CHOOSE_NONE = CHOOSE.model_copy(update={"index": None})

BOT: dict[str, Any] = {"id": 4242, "is_bot": True, "first_name": "Practices"}


def answer(*rows: list[Any]) -> dict[str, Any]:
    """Make a message of the bot with buttons that carry these data."""
    keyboard = [[{"text": "A label", "callback_data": data} for data in row] for row in rows]
    return {"message_id": 4, "from": BOT, "text": "A question", "reply_markup": {"inline_keyboard": keyboard}}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"text": "Hello"}, Wrote(text="Hello", message=5)),
        ({"text": "a\0b\ud83dc"}, Wrote(text="abc", message=5)),
        ({"text": "/start"}, Commanded(name="start", argument="", message=5, text="/start")),
        ({"text": SHOW}, SHOWS),
        ({"text": "/new two\nlines"}, Commanded(name="new", argument="two\nlines", message=5, text="/new two\nlines")),
        ({"text": "/help?"}, Commanded(name="help", argument="", message=5, text="/help?")),
        ({"text": "/new, now"}, Commanded(name="new", argument="now", message=5, text="/new, now")),
        ({"text": "/a.b"}, Wrote(text="/a.b", message=5)),
        ({"text": "/"}, Wrote(text="/", message=5)),
        ({"text": "/1"}, Wrote(text="/1", message=5)),
        ({"text": "/home/anna"}, Wrote(text="/home/anna", message=5)),
        ({"text": " /start"}, Wrote(text=" /start", message=5)),
        ({"text": "\0"}, Unreadable(what="message without words", message=5)),
        ({"text": "Hi", "forward_origin": {"type": "user"}}, Wrote(text="Hi", message=5)),
        ({"photo": [{}], "caption": "Us"}, Attached(what="photo", caption="Us", message=5, name="photo.jpg")),
        ({"photo": [{}], "live_photo": {}}, Attached(what="photo", caption="", message=5, name="photo.jpg")),
        ({"document": {}}, Attached(what="document", caption="", message=5)),
        ({"document": {}, "animation": {}}, Attached(what="animation", caption="", message=5)),
        ({"video": {}}, Attached(what="video", caption="", message=5)),
        (
            {"document": {"file_name": "a\0b.pdf", "file_size": 7}},
            Attached(what="document", caption="", message=5, name="ab.pdf", size=7),
        ),
        ({"document": {"file_name": 7, "file_size": -7}}, Attached(what="document", caption="", message=5)),
        ({"document": 7}, Attached(what="document", caption="", message=5)),
        ({"photo": []}, Attached(what="photo", caption="", message=5, name="photo.jpg")),
        ({"voice": {}, "caption": "Words"}, Attached(what="voice message", caption="Words", message=5)),
        ({"voice": {}}, Unreadable(what="voice message", message=5)),
        ({"sticker": {}}, Unreadable(what="sticker", message=5)),
        ({"audio": {}}, Unreadable(what="audio file", message=5)),
        ({"video_note": {}}, Unreadable(what="video message", message=5)),
        ({"location": {}}, Shared(what="location", message=5)),
        ({"location": {}, "venue": {}}, Shared(what="place", message=5)),
        ({"contact": {}}, Shared(what="contact", message=5)),
        *(
            ({"users_shared": shared}, Picked(user=user, message=5))
            for shared, user in (
                ({"request_id": 1, "users": [{"user_id": 7}, {"user_id": 8}]}, 7),
                ({"request_id": 2, "users": [{"user_id": 7, "first_name": "A\0da"}]}, 7),
                ({"users": [{"user_id": 0}, {"user_id": -7}, {"user_id": True}, {}, None, 7, {"user_id": 9}]}, 9),
                ({"users": [{"user_id": "7"}]}, None),
                ({"users": [{"user_id": 1 << 60}]}, None),
                ({"users": [{"user_id": 7.5}]}, None),
                ({"users": {"user_id": 7}}, None),
                ({"users": []}, None),
                ({}, None),
                ([{"user_id": 7}], None),
                (None, None),
            )
        ),
        ({"poll": {}}, Unreadable(what="poll", message=5)),
        ({"dice": {}}, Unreadable(what="dice", message=5)),
        ({"game": {}}, Unreadable(what="game", message=5)),
        ({"story": {}}, Unreadable(what="story", message=5)),
        ({"invoice": {}}, Unreadable(what="invoice", message=5)),
        ({"hologram": {}}, Unreadable(what="message of a new kind", message=5)),
        ({"rich_message": {"blocks": []}}, Unreadable(what="message without words", message=5)),
        ({"rich_message": {"blocks": [{"type": "paragraph", "text": "Hi"}]}}, Wrote(text="Hi", message=5)),
        ({"pinned_message": {}}, None),
        ({"new_chat_title": "Us"}, None),
    ],
)
def test_message_private(content: dict[str, Any], expected: Any) -> None:  # noqa: ANN401 - any input
    """A private message becomes what its person did."""
    assert read(message(**content)) == Reading(1001, 1001, True, expected, name="Anna")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"document": {"file_id": "D"}}, "D"),
        ({"photo": [{"file_id": "S"}, {"file_id": "L"}]}, "L"),
        ({"photo": [{"file_id": "S"}], "live_photo": {"file_id": "V"}}, "S"),
        ({"animation": {"file_id": "A"}, "document": {"file_id": "D"}}, "A"),
        ({"voice": {"file_id": "V"}, "caption": "Words"}, None),
        ({"text": "Hello"}, None),
        ({"document": {"file_id": 7}}, None),
    ],
)
def test_file_id(content: dict[str, Any], expected: str | None) -> None:
    """A file that could be an attachment says what Telegram hands it over for; of a photo, the largest size."""
    assert read(message(**content)).file_id == expected


@pytest.mark.parametrize(
    ("answered", "presses", "number"),
    [
        (answer(["1|2|name.name|choose|3"]), (CHOOSE,), 4),
        (answer(["theirs", "1|2|name.name|choose|3"], ["1|2|name.name|choose"]), (CHOOSE, CHOOSE_NONE), 4),
        (answer(["1|2|name.name|choose|3"]) | {"from": PERSON}, (), 4),
        (answer(["1|2|name.name|choose|3"]) | {"from": {"is_bot": "yes"}}, (), 4),
        (answer(["1|2|name.name|choose|3"]) | {"from": None}, (), 4),
        (answer([7, None, "\0", {}]), (), 4),
        (answer(), (), 4),
        ({"from": BOT}, (), 0),
        ({"from": BOT, "reply_markup": []}, (), 0),
        ({"from": BOT, "reply_markup": {"inline_keyboard": {"0": [{}]}}}, (), 0),
        ({"from": BOT, "reply_markup": {"inline_keyboard": [7, [7, [{"callback_data": "1|2|a|b"}]]]}}, (), 0),
        ([], (), None),
        (None, (), None),
    ],
)
def test_reply(answered: Any, presses: tuple[Press, ...], number: int | None) -> None:  # noqa: ANN401 - any JSON
    """A reply says which message it answers, and what the buttons under that carry, without those that are not ours."""
    reading = read(message(text="No", reply_to_message=answered))
    assert Wrote(text="No", message=5, reply_to=presses, answered=number) == reading.given


@pytest.mark.parametrize("content", [{"document": {}, "caption": "Us"}, {"text": "/handbook is here"}])
def test_reply_with_a_file_or_a_slash(content: dict[str, Any]) -> None:
    """A file or command that replies to a message says so, as a text does."""
    given = read(message(**content, reply_to_message=answer(["1|2|name.name|choose|3"]))).given
    assert isinstance(given, Attached | Commanded)
    assert ((CHOOSE,), 4) == (given.reply_to, given.answered)


@pytest.mark.parametrize(("quote", "expected"), [({"text": "Open"}, "Open"), ({"text": 7}, ""), ([], ""), (None, "")])
def test_reply_with_a_quote(quote: Any, expected: str) -> None:  # noqa: ANN401 - any JSON
    """The words that the person has marked in the message are known."""
    given = read(message(text="No", reply_to_message=answer(["1|2|name.name|choose|3"]), quote=quote)).given
    assert Wrote(text="No", message=5, reply_to=(CHOOSE,), answered=4, quote=expected) == given


def test_reply_to_a_message_of_another_chat() -> None:
    """A reply to a message that is not of this chat is known as one, with its quote."""
    reading = read(message(text="No", external_reply={"origin": {"type": "user"}}, quote={"text": "Yes?"}))
    assert Wrote(text="No", message=5, answered=0, quote="Yes?") == reading.given


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ({"first_name": "Anna", "last_name": "Example"}, "Anna Example"),
        ({"first_name": "An\0na\n", "last_name": "\u202eB"}, "Anna B"),
        ({"first_name": 7, "last_name": ["Example"]}, ""),
        ({"username": "anna"}, ""),
        (None, ""),
    ],
)
def test_name(person: Any, expected: str) -> None:  # noqa: ANN401 - any JSON
    """A reading says what the person is called, nothing where that is no text."""
    assert expected == read(message(text="Hello", **{"from": person})).name


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"text": "Better"}, Revised(text="Better", message=5)),
        ({"text": "/start"}, Revised(text="/start", message=5)),
        ({"photo": [{}], "caption": "Better"}, Revised(text="Better", message=5)),
        ({"location": {}}, None),
    ],
)
def test_message_edited(content: dict[str, Any], expected: Any) -> None:  # noqa: ANN401 - any input
    """An edited text is a revision; an edit without words, such as a moving location, is nothing."""
    assert read({"update_id": 1, "edited_message": BASE | content}).given == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            {"data": "1|2|name.name|choose|3"},
            Chose(press=Press(draft=1, keyboard_version=2, about="name.name", action="choose", index=3), message=5),
        ),
        ({"data": "theirs"}, Chose(press=None, message=5)),
        ({"data": 7}, Chose(press=None, message=5)),
        ({"message": BASE | {"date": 0}}, Chose(press=None, message=0)),
        ({"message": None}, Chose(press=None, message=0)),
    ],
)
def test_press(content: dict[str, Any], expected: Any) -> None:  # noqa: ANN401 - any input
    """A press carries its button and its message; one that is not accessible counts as none."""
    assert read(press(**content)) == Reading(1001, 1001, True, expected, "77", name="Anna")


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ({"status": "kicked"}, Membership.BLOCKED),
        ({"status": "left"}, Membership.BLOCKED),
        ({"status": "member"}, Membership.RETURNED),
        ({"status": "administrator"}, Membership.RETURNED),
        ({"status": "restricted", "is_member": True}, Membership.RETURNED),
        ({"status": "restricted", "is_member": False}, None),
        ({"status": "restricted"}, None),
        ({"status": 7}, None),
        (None, None),
    ],
)
def test_membership(now: Any, expected: Membership | None) -> None:  # noqa: ANN401 - any JSON
    """Blocking and coming back are told apart; a group takes the bot in with fewer or more rights."""
    change: dict[str, Any] = {"chat": PRIVATE, "from": PERSON, "date": 1, "new_chat_member": now}
    assert read({"update_id": 1, "my_chat_member": change}) == Reading(1001, 1001, True, expected, name="Anna")


def test_group_message() -> None:
    """A message in a group is no private one, and its person is known."""
    assert read(message(chat=GROUP, text="Hi")) == Reading(-1002, 1001, False, Wrote(text="Hi", message=5), name="Anna")


def test_group_press() -> None:
    """A press in a group is no private one."""
    assert read(press(message=BASE | {"chat": GROUP})).private is False


@pytest.mark.parametrize(
    ("update", "expected"),
    [
        ({"update_id": 1, "channel_post": BASE | {"chat": {"id": -5, "type": "channel"}}}, Reading(-5)),
        ({"update_id": 1, "message": BASE | {"chat": {"id": -5, "type": "channel"}, "text": "x"}}, Reading(-5)),
        ({"update_id": 1, "message_reaction": {"chat": PRIVATE, "user": PERSON}}, Reading(1001)),
        ({"update_id": 1, "poll_answer": {"user": PERSON}}, Reading(1001)),
        ({"update_id": 1, "poll": {"id": "1"}}, Reading()),
        ({"update_id": 1}, Reading()),
        ({"update_id": 1, "message": {"text": "x"}}, Reading()),
        ([], Reading()),
        (
            {"update_id": 1, "telepathy": {"chat": PRIVATE, "from": PERSON}},
            Reading(1001, 1001, True, Unreadable(what="update of a new kind"), name="Anna"),
        ),
        (
            {"update_id": 1, "telepathy": {"from": PERSON}},
            Reading(1001, 1001, False, Unreadable(what="update of a new kind"), name="Anna"),
        ),
    ],
)
def test_other_updates(update: Any, expected: Reading) -> None:  # noqa: ANN401 - any JSON
    """Kinds that are no message to the bot are nothing; an unknown kind is answered where its chat is private."""
    assert read(update) == expected


@pytest.mark.parametrize("strange", [True, "1001", 1.5, 1 << 60, None, 0])
def test_chat_id_strange(strange: object) -> None:
    """A value that cannot be an id is read as no id."""
    assert chat_id_of(message(chat={"id": strange, "type": "private"}, **{"from": {"id": strange}})) is None


ODD = st.sampled_from(["\0", "\ud800", "/start", "private", "kicked", "1|1|a|b", "text", "😀"])

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | ODD,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)

REAL = st.sampled_from(
    [
        message(text="Hello"),
        message(photo=[{}], caption="Us"),
        message(text="No", reply_to_message=answer(["1|2|name.name|choose|3", "1|2|a|b"], ["theirs"])),
        message(
            rich_message={
                "blocks": [{"type": "list", "items": [{"label": "1.", "value": 1, "blocks": [{"text": "a"}]}]}]
            }
        ),
        {"update_id": 1, "edited_message": BASE | {"text": "Better"}},
        press(data="1|2|name.name|choose|3"),
        {"update_id": 1, "my_chat_member": {"chat": PRIVATE, "from": PERSON, "new_chat_member": {"status": "kicked"}}},
        {"update_id": 1, "telepathy": {"chat": PRIVATE, "from": PERSON}},
    ]
)


@st.composite
def mutated(draw: st.DrawFn) -> Any:  # noqa: ANN401 - any JSON
    """Take a real update and put any JSON into one place of it."""
    update = json.loads(json.dumps(draw(REAL)))
    node = update
    while True:
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        key = draw(st.sampled_from(keys))
        if isinstance(node[key], dict | list) and node[key] and draw(st.booleans()):
            node = node[key]
        else:
            node[key] = draw(JSON)
            return update


def _storable(reading: Reading) -> bool:
    """Tell whether what was read can be written as UTF-8 and as a row; a name is already as it is to be shown."""
    if reading.name != full_name(reading.name, ""):
        return False
    if reading.given is not None and not isinstance(reading.given, Membership):
        words = reading.given.model_dump_json().encode()
        return rb"\u0000" not in words and (reading.chat_id is not None)
    return abs(reading.chat_id or 0) < 1 << 63


@given(JSON)
def test_reading_any_json(update: Any) -> None:  # noqa: ANN401 - any JSON
    """Any JSON can be read."""
    assert _storable(read(update)) is True


@given(st.dictionaries(st.sampled_from(["message", "edited_message", "callback_query", "my_chat_member", "new"]), JSON))
def test_reading_known_kinds_with_any_json(update: Any) -> None:  # noqa: ANN401 - any JSON
    """A known kind can hold any JSON."""
    assert _storable(read(update)) is True


@given(mutated())
def test_reading_mutated(update: Any) -> None:  # noqa: ANN401 - any JSON
    """A real update can be spoilt anywhere, and is still read as something that can be kept."""
    assert _storable(read(update)) is True


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("Anna", "Example", "Anna Example"),
        ("Anna", "", "Anna"),
        ("", "Example", "Example"),
        ("", "", ""),
        (" Anna\n\tMaria ", "van\u2028 den\u00a0Berg", "Anna Maria van den Berg"),
        ("An\0na\ud800", "\u202eelpmaxE\u2066\u200f", "Anna elpmaxE"),
        ("Anna \0 B", "\x85", "Anna B"),
        ("Zoë 👩\u200d🔬", "Ω", "Zoë 👩\u200d🔬 Ω"),
        ("a" * 63, "b", "a" * 63),
        ("a" * 64, "b" * 64, "a" * 64),
    ],
)
def test_full_name(first: str, last: str, expected: str) -> None:
    """Both parts stand on one line with single spaces, without what cannot be seen, cut where they are too long."""
    assert expected == full_name(first, last)


@given(st.text(), st.text(alphabet=st.characters(categories=["Cc", "Cf", "Cs", "Zs", "Zl", "Zp", "L"])))
def test_full_name_of_any_text(first: str, last: str) -> None:
    """A name of any text is short, of one line, can be written as UTF-8, and turns no text around."""
    name = full_name(first, last)
    assert (name, True, [], name) == (
        " ".join(name.split()),
        len(name) <= LONGEST,
        [one for one in name if unicodedata.category(one) == "Cc" or unicodedata.bidirectional(one) in TURNING],
        name.encode().decode(),
    )


TURNING = {"LRE", "LRO", "RLE", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
