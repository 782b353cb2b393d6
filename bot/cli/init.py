"""The command ``init``: it asks for what a bot needs, and writes ``.env``."""

import os
import sys
from getpass import getpass
from pathlib import Path

from bot.cli.printing import print_line
from bot.settings import OPERATOR_CONTACT, OPERATOR_NAME, WrongSetting, example, problem_with
from storage.file_writing import private

FILE = Path(".env")

_QUESTIONS = {
    "bot_token": (
        "The token of your bot. In Telegram, write /newbot to @BotFather, answer its questions, and copy the token.",
        "Token",
    ),
    "admin_ids": (
        (
            "The Telegram user ids of the first admins, comma-separated. If you do not know yours, press Enter:\n"
            "practice-bot invite admin prints a link later, which makes you an admin."
        ),
        "Admin ids",
    ),
    "controller": (f"The operator: {OPERATOR_NAME}. The bot tells it to people.", "Name"),
    "contact": (f"The contact: {OPERATOR_CONTACT}. The bot tells it to people.", "Address"),
}
"""The settings that are asked for, each with what it is and the prompt."""


def init() -> int:
    """Ask for the settings that a bot needs, and write them to a new ``.env``, which only its owner can read."""
    _refuse_if_there()
    if not os.access(folder := FILE.absolute().parent, os.W_OK):  # before somebody types all answers
        raise WrongSetting(f"you may not write to {folder}: start it in another folder")
    print_line(
        f"This writes {FILE.absolute()}. Press Enter to leave out an answer; Ctrl-C stops, and nothing is written."
    )
    given = {name: _asked(name, *question) for name, question in _QUESTIONS.items()}
    _refuse_if_there()
    try:
        private(FILE).write_text(example(**given), encoding="utf-8")
    except OSError as error:
        raise WrongSetting(f"{FILE.absolute()} cannot be written: {error.strerror}") from None
    print_line(f"{FILE} is written, and only you can read it. It has all settings, each with what it means.")
    print_line("Next: run practice-bot check")
    return 0


def _refuse_if_there() -> None:
    if FILE.exists() or FILE.is_symlink():
        raise WrongSetting(f"{FILE.absolute()} is there already, and stays as it is: change it with an editor")


def _asked(name: str, meaning: str, prompt: str) -> str:
    """Ask for a setting until its form is right; raises ``WrongSetting`` if the input is no terminal."""
    print_line(f"\n{meaning}")
    while True:
        value = _typed(name, prompt)
        if not value or not (problem := problem_with(name, value)):
            return value
        if not sys.stdin.isatty():  # the next line is for the next question
            raise WrongSetting(f"{problem}; nothing was written")
        print_line(f"{problem}. Try again.")


def _typed(name: str, prompt: str) -> str:
    """Read a line; the token is not shown, and leaves no trace on the terminal."""
    is_terminal = sys.stdin.isatty()
    try:
        if name == "bot_token" and is_terminal:
            return getpass(f"{prompt} (it is not shown): ").strip()
        return input(f"{prompt}: " if is_terminal else "").strip()
    except EOFError:
        raise WrongSetting(f"the input ended before {name.upper()}; nothing was written") from None
    except UnicodeDecodeError:
        raise WrongSetting(f"{name.upper()} should be typed as UTF-8; nothing was written") from None
