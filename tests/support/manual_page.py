"""The manual page, docs/practice-bot.1, made from the parser of the command line: ``make manual``."""

import os
import sys
from importlib.metadata import PackageMetadata, metadata
from unittest.mock import patch

from argparse_manpage.manpage import Manpage

from bot.cli.parser import parser


def manual_page(version: str = "") -> str:
    """Write the page of a version, by default of the installed one.

    It has no date, so that it changes only with the command line and the version.
    """
    package = metadata("practice-bot")
    with patch.dict(os.environ, COLUMNS="80"):  # argparse breaks lines at the width of the terminal
        return _page(package, version)


def _page(package: PackageMetadata, version: str) -> str:
    page = Manpage(parser())
    page.description = package["Summary"]
    page.source = f"practice-bot {version or package['Version']}"
    page.manual = "User Commands"
    page.date = ""
    return str(page)


if __name__ == "__main__":
    sys.stdout.write(manual_page())
