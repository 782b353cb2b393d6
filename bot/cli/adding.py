"""Adding a command to the command line, with its help, an example, and the completion of its files."""

import argparse
from collections.abc import Callable
from typing import TypeAlias

import shtab

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - it has no public name

USER_ID = "the person's Telegram user id"


def command(
    commands: "Commands", name: str, does: str, example: str, does_it: Callable[[argparse.Namespace], int]
) -> argparse.ArgumentParser:
    """Add a command with what it does and an example of its options."""
    described = f"{does[0].upper()}{does[1:]}.\n\nExample: {' '.join(['practice-bot', name, *example.split()])}"
    made = commands.add_parser(
        name, help=does, description=described, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    made.set_defaults(command=does_it)
    return made


def path(completed: argparse.Action, *, is_folder: bool = False) -> None:
    """Let shells complete an argument with the names of files."""
    completed.complete = shtab.DIRECTORY if is_folder else shtab.FILE  # type: ignore[attr-defined] # shtab's own way
