"""What the command line says about itself: help, examples, completion, the manual page, the page of commands."""

import argparse
import re
import shlex
import subprocess
from pathlib import Path

import pytest
import shtab
from support.manual_page import manual_page

from bot.cli.main import main
from bot.cli.parser import parser
from bot.demo.commands import DATABASE, SAMPLE_DATABASE
from bot.demo.demo_server import HOST, PORT

ROOT = Path(__file__).parents[3]

COMMANDS: dict[str, argparse.ArgumentParser] = next(
    dict(action.choices) for action in parser()._actions if isinstance(action, argparse._SubParsersAction)
)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_a_command(name: str) -> None:
    """Each command has an example that it can read, and a word on each of its arguments."""
    command = COMMANDS[name]
    [example] = re.findall(r"^Example: practice-bot (.+)$", command.description or "", re.MULTILINE)
    assert name == shlex.split(example)[0]
    assert callable(parser().parse_args(shlex.split(example)).command)
    assert [] == [action.dest for action in command._actions if not action.help]


@pytest.mark.parametrize("name", COMMANDS)
def test_defaults_are_told(name: str) -> None:
    """The help of an option that takes a value, and may be left out, says what counts then."""
    options = [
        action
        for action in COMMANDS[name]._actions
        if action.option_strings and action.nargs != 0 and not action.required
    ]
    assert [] == [action.dest for action in options if "(default: " not in (action.help or "")]


def test_defaults_of_the_demo() -> None:
    """The defaults that the help tells are those of the demo, which the command line does not import."""
    told = COMMANDS["demo"].format_help().replace("\n", " ")
    assert [] == [each for each in (DATABASE, SAMPLE_DATABASE, HOST, str(PORT)) if each not in told]


@pytest.mark.parametrize("shell", shtab.SUPPORTED_SHELLS)
def test_completion(capsys: pytest.CaptureFixture[str], shell: str) -> None:
    """The completion for each shell knows every command."""
    assert 0 == main(["completion", shell])
    printed = capsys.readouterr().out
    assert [] == [name for name in COMMANDS if name not in printed]


def test_completion_in_bash(capsys: pytest.CaptureFixture[str]) -> None:
    """In bash a command and the formats of an export are completed."""
    main(["completion", "bash"])
    code = capsys.readouterr().out
    tried = """
    for typed in "practice-bot exp" "practice-bot export --format x"; do
        COMP_WORDS=($typed) COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMPREPLY=()
        _shtab_practice_bot practice-bot "${COMP_WORDS[-1]}" "${COMP_WORDS[-2]}"
        echo "${COMPREPLY[@]}"
    done
    """
    done = subprocess.run(["bash", "-c", code + tried], capture_output=True, check=True, text=True)  # noqa: S603, S607
    assert ["export", "xlsx"] == done.stdout.split()


def test_manual_page_current() -> None:
    """docs/practice-bot.1 is what `make manual` writes."""
    assert manual_page() == (ROOT / "docs" / "practice-bot.1").read_text(encoding="utf-8")


def test_page_of_commands_has_each() -> None:
    """docs/commands.md has every command and every option of the command line."""
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    table = page.partition("## The demo")[0]
    assert [] == [name for name in COMMANDS if not re.search(rf"`{name}\b", table)]
    options = {
        option
        for command in COMMANDS.values()
        for action in command._actions
        for option in action.option_strings
        if option.startswith("--") and option != "--help"
    }
    assert [] == sorted(option for option in options if option not in table)


def test_pages_name_commands_that_exist() -> None:
    """Each `practice-bot ...` in a page of the docs begins with a command, or with an option of the program."""
    pages = (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"))
    known = {*COMMANDS, *(option for action in parser()._actions for option in action.option_strings), "COMMAND", "..."}
    called = re.compile(r"(?:`| {4})(?:\S*/)?practice-bot ([^\s`]+)")
    named = {(page.name, name) for page in pages for name in called.findall(page.read_text(encoding="utf-8"))}
    assert [] == sorted(each for each in named if each[1] not in known)
    assert len({name for _, name in named}) > 10
