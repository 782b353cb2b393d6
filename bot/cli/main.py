"""The command line ``practice-bot``: it runs a command, and turns what went wrong into one line and an exit code."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from bot.cli.parser import parser
from bot.settings import WrongSetting
from storage import CannotOpen, LastAdmin
from storage.exports import CannotExport

INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells give it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return its exit code: 2, with one line on standard error, for a wrong setting or usage."""
    if sys.stdout is None:  # closed before the start
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open to the end
    given = parser().parse_args(arguments)
    try:
        return cast("int", given.command(given))
    except (WrongSetting, CannotOpen, CannotExport, LastAdmin) as error:
        sys.stderr.write(f"practice-bot: {error}\n")
        return 2
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader of the output, such as `head`, has stopped
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
