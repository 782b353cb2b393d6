"""What all tests share."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from support.greenlets import trace_greenlets
from support.postgres import postgres, postgres_url, report, server
from support.sqlite import sqlite_template, sqlite_url

from conversations.languages import offer

__all__ = ["postgres", "postgres_url", "server", "sqlite_template", "sqlite_url"]

trace_greenlets()

settings.register_profile("suite", deadline=None, derandomize=True)
settings.register_profile("quick", settings.get_profile("suite"), max_examples=25)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))


# A bot of a test speaks English alone, unless the test is about languages: to set the menus of all takes a second.
os.environ["LANGUAGES"] = "en"

NO_BROWSER = "no browser"
NO_PYTHON = "this Python is not here"
TESTS = Path(__file__).parent


def pytest_xdist_auto_num_workers() -> int:
    """Run one more worker than there are cores: many tests wait for a process or a server and leave a core idle."""
    return (os.cpu_count() or 1) + 1


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say so that nobody misses it where the tests with a browser or with PostgreSQL did not run."""
    report(terminalreporter)
    if skipped := _skipped(terminalreporter, NO_BROWSER):
        terminalreporter.section("BROWSER TESTS DID NOT RUN", sep="!", red=True, bold=True)
        terminalreporter.line(f"{len(skipped)} tests of the chat page need a Chromium and found none; on Debian:")
        terminalreporter.line("apt-get install chromium, or name one: BROWSER=/path/to/chrome make test")
    named = {str(report.longrepr).rpartition(": ")[2].strip("')") for report in _skipped(terminalreporter, NO_PYTHON)}
    if named:
        terminalreporter.section("THE WHEEL WAS NOT TRIED ON EACH PYTHON", sep="!", red=True, bold=True)
        terminalreporter.line(f"Not on this machine: Python {', '.join(sorted(named))}")


def _skipped(terminalreporter: pytest.TerminalReporter, why: str) -> list[pytest.TestReport]:
    return [report for report in terminalreporter.stats.get("skipped", ()) if why in str(report.longrepr)]


@pytest.fixture(autouse=True)
def every_language_offered() -> Iterator[None]:
    """Offer all languages again after a test that started a bot."""
    yield
    offer(())


LONG = {
    "trials",
    "benched",
    "page",
    "test_package.py",
    "test_container.py",
    "test_set_up.py",
    "test_transcripts.py",
    "test_transcripts_on_postgresql.py",
}
"""Folders and files that take long: processes and browsers of their own, whole talks."""
SHORT = {"conversations"}
"""Folders of files that take a moment each."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let long files begin first: otherwise one worker would be left with them at the end, the others with nothing."""

    def when(item: pytest.Item) -> tuple[bool, bool]:
        parts = item.path.relative_to(TESTS).parts
        return LONG.isdisjoint(parts), not SHORT.isdisjoint(parts)

    items.sort(key=when)


def pytest_collection_finish() -> None:
    """Look for garbage seldom, and never among what was imported: that was a tenth of the suite's computing."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag that writes transcripts anew, to be reviewed as a difference."""
    parser.addoption("--rewrite", action="store_true", help="write what the core says into the transcripts")
