"""A hostile practitioner cannot change, read or detect the draft of another person."""

from collections.abc import Callable, Iterable
from itertools import product

import pytest
from fuzz.form import at, handed_in
from support.core_collection import Collection
from support.core_talker import AGREED, CoreTalker

from conversations.dialogue.conversation import Conversation
from conversations.dialogue.inputs import Chose, Commanded, Input, Press
from conversations.dialogue.registry import REGISTRY
from conversations.dialogue.state import Submitted

ANNA, BEN, CORA = 1001, 1002, 2001

SECRET = "unmistakable"

COMMANDS = (
    *("queue", "show", "notify", "revise", "approve", "drafts", "start"),
    *("export", "people", "invite", "stats", "audit"),
)

ARGUMENTS = ("", "RAN-2026-0001", "1", "coordinator")


def forged() -> Iterable[Input]:
    """Forge every button of the form, the review and the admins, and every command."""
    actions = tuple(action.name for action in REGISTRY.actions)
    for action, draft, about, index in product(actions, (0, 1, 2), ("", "name.name"), (None, 1)):
        press = Press(draft=draft, keyboard_version=0, about=about, action=action, index=index)
        yield Chose(press=press, message=1)
    for name, argument in product(COMMANDS, ARGUMENTS):
        yield Commanded(name=name, argument=argument, message=1)


def asked() -> Conversation:
    """Return a conversation of Ben in the middle of the form."""
    return at("name.name").conversation


def submitted() -> Conversation:
    """Return a conversation of Ben with a submission of his own."""
    own = handed_in("words of his own").model_copy(update={"reference": "RAN-2026-0002"})
    return AGREED.model_copy(update={"state": Submitted(), "hand": 1, "drafts": (own,)})


def ben(conversation: Conversation, others: dict[int, Conversation]) -> CoreTalker:
    """Make Ben, with other people or without."""
    collection = Collection({BEN: "Ben", CORA: "Cora"}, dict(others))
    collection.roles[CORA] = "coordinator"
    return CoreTalker(conversation, BEN, collection)


@pytest.mark.slow
@pytest.mark.parametrize("state", [Conversation, asked, submitted])
def test_forged_press_or_command(state: Callable[[], Conversation]) -> None:
    """Each gets the same reply with or without drafts of other people, and changes none of them."""
    theirs = AGREED.model_copy(update={"state": Submitted(), "hand": 1, "drafts": (handed_in(SECRET),)})
    told, changed = [], []
    for given in forged():
        alone, beside = ben(state(), {}), ben(state(), {ANNA: theirs})
        if alone.give(given) != beside.give(given) or alone.conversation != beside.conversation:
            told.append(given)
        if beside.collection.conversations[ANNA] != theirs or beside.notifications != alone.notifications:
            changed.append(given)
    assert ([], []) == (told, changed)
