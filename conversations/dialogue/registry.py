"""The registry: one row for each kind of button and for each command.

A feature lists its rows in ``ACTIONS`` and ``COMMANDS`` beside its functions; ``engine/features.py`` registers them.
Lower packages find a row here by its name, so that they need not import the feature.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from conversations.dialogue.context import Context
from conversations.dialogue.inputs import Chose, Commanded, Input, Press
from conversations.dialogue.model import Role
from conversations.dialogue.repositories import ReviewRepository

Do = Callable[[Context, Press], None]
"""Carries a button out."""

ROLES: tuple[Role, ...] = get_args(Role)
"""All roles; each may do all that the ones before it may."""

Style = Literal["primary", "success", "danger"]
"""The colour of a button, as the Bot API names it: blue, green, red."""

LAST = 99
"""The place in the menu of a command that names none."""

_COMMAND = re.compile(r"[a-z][a-z0-9_]{0,31}")


@dataclass(frozen=True)
class Action:
    """One kind of button: ``name`` is the action in its callback data, ``do`` carries it out.

    A button works while it is shown. The other fields say what else holds for it.
    """

    name: str
    do: Do

    role: Role = "practitioner"
    """The lowest role that may press it; others are told that they may not."""

    standing: bool = False
    """It works on every message, old ones too, as long as its draft exists: it leads somewhere."""

    only_shows: bool = False
    """It works on old messages of the draft in hand: it shows something and changes nothing."""

    works: Callable[[Context, Press], bool] | None = None
    """Decides alone whether the button works."""

    if_old: Callable[[Context, Press, Do], bool] | None = None
    """Carries out an old button that can still mean only one thing; false if it does nothing."""

    redraws: Literal["never", "in place", "always"] = "never"
    """When its result replaces the message with the button; "in place": if the state is the same afterwards."""

    stands_for_an_answer: bool = False
    """Its label, when typed, is read as an answer to the question and not as a press."""

    yes_or_no: bool | None = None
    """It stands for a typed yes (or no), where the bot asks whether there is another repetition."""

    typed_as: Callable[[Press, str], tuple[str, ...]] | None = None
    """Lists further ways to type it, from its press and its label in lower case."""

    before_consent: bool = False
    """It works for people who have not agreed to the text on their data."""

    style: Style | None = None
    """Its colour: ``danger`` deletes or declines, ``success`` submits or approves, ``primary`` is the next step."""


@dataclass(frozen=True)
class Command:
    """One command: ``do`` gets the words behind it."""

    name: str
    do: Callable[[Context, str], None]

    role: Role = "practitioner"
    """The lowest role that has the command; for others it is an unknown one."""

    takes: Literal["nothing", "code", "words"] = "nothing"
    """What can follow it: ``code`` is one word that a link brings. With other words it may be an answer."""

    only_says: bool = False
    """It says something and changes nothing."""

    before_consent: bool = False
    """It works for people who have not agreed to the text on their data."""

    menu: str = ""
    """Its line in the menu of commands; without one it is not listed."""

    place: int = LAST
    """Its place among the menu lines of its role."""

    def takes_words(self, words: str) -> bool:
        """Say whether these words can follow the command."""
        return self.takes == "words" or (self.takes == "code" and len(words.split()) == 1)


class Registry:
    """All actions and commands by name."""

    def __init__(self) -> None:
        """Begin with none."""
        self._actions: dict[str, Action] = {}
        self._commands: dict[str, Command] = {}

    def add(self, actions: Iterable[Action] = (), commands: Iterable[Command] = ()) -> None:
        """Register the rows of a feature; ValueError for a row that cannot work."""
        for action in actions:
            if not _is_read_back(action.name):
                raise ValueError(f"callback data with the action {action.name!r} cannot be read back")
            _check(action, self._actions)
            self._actions[action.name] = action
        for command in commands:
            if not _COMMAND.fullmatch(command.name):
                raise ValueError(f"Telegram takes no command /{command.name}")
            _check(command, self._commands)
            self._commands[command.name] = command

    @property
    def actions(self) -> Sequence[Action]:
        """All actions."""
        return tuple(self._actions.values())

    @property
    def commands(self) -> Sequence[Command]:
        """All commands."""
        return tuple(self._commands.values())

    def action(self, press: Press | None) -> Action | None:
        """Find the row of a button."""
        return self._actions.get(press.action) if press is not None else None

    def command(self, name: str) -> Command | None:
        """Find the row of a command."""
        return self._commands.get(name)

    def do(self, name: str, context: Context, press: Press) -> None:
        """Carry out the action of that name for a button of another feature; KeyError if there is none."""
        self._actions[name].do(context, press)

    def command_of(self, repository: ReviewRepository, name: str) -> Command | None:
        """Find a command that the person has."""
        command = self.command(name)
        return command if command is not None and may(repository, command.role) else None

    def is_command(self, repository: ReviewRepository, text: str) -> bool:
        """Say whether a text is a command that the person has, and nothing else."""
        name = text.strip().removeprefix("/").casefold()
        return text.strip().startswith("/") and self.command_of(repository, name) is not None

    def is_for_reviewers(self, given: Input) -> bool:
        """Say whether an input is a button or a command of coordinators or admins."""
        row: Action | Command | None = None
        if isinstance(given, Chose):
            row = self.action(given.press)
        elif isinstance(given, Commanded):
            row = self.command(given.name)
        return row is not None and row.role != ROLES[0]

    def menu(self, role: Role) -> list[Command]:
        """List the commands in the menu of a role: its own first, then those of the roles below it."""
        height = ROLES.index(role)
        listed = [one for one in self.commands if one.menu and ROLES.index(one.role) <= height]
        return sorted(listed, key=lambda one: (-ROLES.index(one.role), one.place))


REGISTRY = Registry()
"""What the bot has; ``engine/features.py`` fills it when ``conversations`` is imported."""


def may(repository: ReviewRepository, role: Role) -> bool:
    """Say whether the person has that role or a higher one at this moment."""
    return ROLES.index(repository.role) >= ROLES.index(role)


def obeyed(context: Context, given: Input, commands: Iterable[Command]) -> bool:
    """Carry out a command if it is one of these and the person has it; else false."""
    if not isinstance(given, Commanded):
        return False
    command = next((one for one in commands if one.name == given.name and may(context.repository, one.role)), None)
    if command is not None:
        command.do(context, given.argument)
    return command is not None


def _is_read_back(action: str) -> bool:
    press = Press(draft=0, keyboard_version=0, about="", action=action, index=0)
    return Press.read(press.data()) == press


def _check(row: Action | Command, others: dict[str, Action] | dict[str, Command]) -> None:
    if row.name in others:
        raise ValueError(f"{row.name!r} is registered twice")
    if row.role not in ROLES:
        raise ValueError(f"{row.name!r} is for the role {row.role!r}, which does not exist")
