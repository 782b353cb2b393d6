"""Stored schemas: each text says its version, older ones are upgraded, newer ones refused."""

from datetime import datetime

import pytest
from pydantic import TypeAdapter

from conversations.dialogue.conversation import Answer, Conversation, Draft
from conversations.dialogue.replies import Line, Reply
from conversations.dialogue.state import Asking
from storage.database.stored_schema import DRAFT, EVENT, REPLY, STATE, Damaged, NewerStored, Plain, StoredSchema


def test_state_says_its_shape(now: datetime) -> None:
    """A conversation is kept without its drafts, which have rows of their own."""
    draft = Draft(number=1, created_at=now, updated_at=now)
    text = STATE.write(Conversation(state=Asking(question="name.name"), keyboard_version=3, hand=1, drafts=(draft,)))

    assert text.startswith('{"shape":2,"state":')
    assert STATE.read(text) == Conversation(state=Asking(question="name.name"), keyboard_version=3, hand=1)


def test_draft_comes_back_as_it_was(now: datetime) -> None:
    """A draft is the same after being kept, message ids and times included."""
    answer = Answer(value=["a", {"b": None}], source="edited", at=now)
    draft = Draft(number=1, created_at=now, updated_at=now, answers={"a.b": answer}, filed={7: "a.b"})

    assert DRAFT.read(DRAFT.write(draft)) == draft


def test_spaced_text_is_read() -> None:
    """A text that a database or a hand wrote with spaces is read all the same."""
    assert STATE.read('{ "shape": 1, "revision": 5 }') == Conversation(keyboard_version=5)


@pytest.mark.parametrize("shape", [STATE, DRAFT, EVENT, REPLY])
def test_newer_shape_is_refused(shape: StoredSchema[object]) -> None:
    """What a newer version wrote is refused by name, never guessed at."""
    with pytest.raises(
        NewerStored, match=f"A stored {shape.name} has shape 99; this version knows shapes up to {shape.version}"
    ):
        shape.read('{"shape":99,"secret":1}')


def test_older_shapes_are_upgraded_step_by_step() -> None:
    """Each upgrade takes one shape to the next, from whichever the text has."""

    def lines_from_text(plain: Plain) -> Plain:
        return {"lines": [{"text": plain["text"]}]}

    def louder(plain: Plain) -> Plain:
        return {"lines": [{**line, "style": "bold"} for line in plain["lines"]]}

    third = StoredSchema("reply", TypeAdapter(Reply), upgrades=(lines_from_text, louder))
    expected = Reply(lines=(Line(text="hello", style="bold"),))
    assert third.version == 3
    assert third.read('{"shape":1,"text":"hello"}') == expected
    assert third.read('{"shape":2,"lines":[{"text":"hello"}]}') == expected
    assert third.read(third.write(expected)) == expected


@pytest.mark.parametrize("text", ['{"shape":1,"lines":[{"words":"secret"}]}', '{"shape": 1, "lines": "secret"}'])
def test_damaged_text_is_refused_without_its_words(text: str) -> None:
    """What cannot be read is told by its place, never by its words."""
    with pytest.raises(Damaged, match="A stored reply cannot be read at: lines") as caught:
        REPLY.read(text)

    assert "secret" not in str(caught.value)
    assert caught.value.__suppress_context__ is True


@pytest.mark.parametrize("text", ["", "secret", "[1]", '"secret"', "null", "{}", '{"shape":"secret"}'])
def test_text_that_no_version_wrote_is_refused(text: str) -> None:
    """What is no JSON with a shape is damaged, too, and none of its words are told."""
    with pytest.raises(Damaged, match="A stored reply cannot be read: no version of this program wrote it") as caught:
        REPLY.read(text)

    assert ("secret" in str(caught.value), caught.value.__suppress_context__) == (False, True)


def test_reply_of_the_first_shape_says_nothing_of_others() -> None:
    """Whose words it holds and whom it names is not known of a reply from before that was kept."""
    assert REPLY.read('{"shape":1,"lines":[]}').holds is None
    assert REPLY.read(REPLY.write(Reply(lines=()))).holds == ()
