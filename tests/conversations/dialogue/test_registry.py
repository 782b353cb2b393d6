"""The registry: which rows it refuses, and what it knows about buttons, commands and menus."""

from collections.abc import Iterable
from typing import cast

import pytest

from conversations import diagram
from conversations.dialogue.context import Context
from conversations.dialogue.inputs import Press, Wrote
from conversations.dialogue.model import Role
from conversations.dialogue.registry import REGISTRY, Action, Command, Registry
from conversations.engine.features import FEATURES

NO_ROLE = cast("Role", "boss")


def pressed(_context: Context, _press: Press) -> None:
    """Do nothing."""


def sent(_context: Context, _words: str) -> None:
    """Do nothing."""


@pytest.mark.parametrize(
    ("actions", "commands", "reason"),
    [
        ([Action("send", pressed), Action("send", pressed)], [], "'send' is registered twice"),
        ([Action("send", pressed, role=NO_ROLE)], [], "'send' is for the role 'boss', which does not exist"),
        ([Action("Send", pressed)], [], "callback data with the action 'Send' cannot be read back"),
        ([Action("send|again", pressed)], [], "callback data with the action 'send|again' cannot be read back"),
        ([Action("a" * 13, pressed)], [], "cannot be read back"),
        ([], [Command("send", sent), Command("send", sent)], "'send' is registered twice"),
        ([], [Command("send", sent, role=NO_ROLE)], "'send' is for the role 'boss', which does not exist"),
        ([], [Command("Send it", sent)], "Telegram takes no command /Send it"),
    ],
    ids=["action twice", "role of an action", "capitals", "bar", "too long", "command twice", "role", "no command"],
)
def test_row_that_cannot_work_is_refused(actions: Iterable[Action], commands: Iterable[Command], reason: str) -> None:
    """A row that cannot work stops the program at import, with its name."""
    with pytest.raises(ValueError, match=reason.replace("|", r"\|")):
        Registry().add(actions, commands)


def test_action_and_command_can_share_a_name() -> None:
    """A button and a command of one name are two things."""
    registry = Registry()
    registry.add([Action("send", pressed)], [Command("send", sent)])
    assert (["send"], ["send"]) == (
        [one.name for one in registry.actions],
        [one.name for one in registry.commands],
    )


def test_features_register_all_their_rows() -> None:
    """The bot has exactly the buttons and commands of the features in the list."""
    assert [*REGISTRY.actions] == [action for feature in FEATURES for action in feature.actions]
    assert [*REGISTRY.commands] == [command for feature in FEATURES for command in feature.commands]


def test_every_button_of_the_first_pages_has_a_row() -> None:
    """A button that is shown can be carried out."""
    shown = [
        press for conversation in (diagram.begun(), diagram.filled()) for _, press, _ in diagram.presses(conversation)
    ]
    assert shown
    assert [] == [press.action for press in shown if REGISTRY.action(press) is None]


def test_menu_of_a_role_begins_with_its_own_commands() -> None:
    """Admins find their commands first, then those of coordinators, then everybody's; the menu has each once."""
    practitioner, coordinator, admin = (
        [command.name for command in REGISTRY.menu(role)] for role in ("practitioner", "coordinator", "admin")
    )
    assert ["queue", "find", "notify", "export", *practitioner] == coordinator
    assert ["people", "invite", "stats", "audit", *coordinator] == admin
    assert ["start", "new", "drafts", "overview", "summary", "back", "skip", "undo"] == practitioner[:8]
    assert ["language", "privacy", "help", "mydata", "forget"] == practitioner[8:]


@pytest.mark.parametrize(
    ("name", "words", "takes"),
    [
        ("start", "invite-abc", True),
        ("start", "a practice", False),
        ("show", "RAN 2026 1", True),
        ("summary", "of it", False),
    ],
)
def test_words_behind_a_command(name: str, words: str, *, takes: bool) -> None:
    """A link gives /start one word; some commands take any words, most take none."""
    command = REGISTRY.command(name)
    assert command is not None
    assert takes == command.takes_words(words)


def test_words_are_for_everybody() -> None:
    """A typed text is neither a button nor a command of coordinators."""
    assert not REGISTRY.is_for_reviewers(Wrote(text="Open Door", message=1))
