"""Colours and progress, which only a terminal gets."""

import asyncio
import io
import sys
from pathlib import Path

import pytest
from support.practices import keep, practice

from bot.cli.main import main
from bot.cli.printing import GREEN, coloured, progress
from storage import Database


class Terminal(io.StringIO):
    """What a terminal gets."""

    def isatty(self) -> bool:
        """Be a terminal."""
        return True


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out what the machine says about colours."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")


@pytest.mark.parametrize(
    ("out", "name", "value", "is_coloured"),
    [
        (Terminal(), "NO_COLOR", "", True),
        (Terminal(), "NO_COLOR", "1", False),
        (Terminal(), "TERM", "dumb", False),
        (io.StringIO(), "NO_COLOR", "", False),
    ],
)
def test_colours(
    monkeypatch: pytest.MonkeyPatch, out: io.StringIO, name: str, value: str, *, is_coloured: bool
) -> None:
    """A terminal gets colours, unless NO_COLOR or TERM says otherwise; a file gets none."""
    monkeypatch.setenv(name, value)
    assert ("\033[32mok\033[0m" if is_coloured else "ok") == coloured("ok", GREEN, out)


def test_progress_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each new percent is shown once, on standard error, and the line is cleared at the end."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress("export") as shown:
        for done in range(1, 201):
            shown(done, 200)
    written = terminal.getvalue()
    assert (101, True, True) == (
        written.count("export: "),
        "\rexport: 50 %" in written,
        written.endswith("\rexport: 100 %\r             \r"),
    )


@pytest.mark.usefixtures("settings")
async def test_progress_of_an_export(database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An export on a terminal shows how far it is, and leaves no trace in its file."""
    await keep(database, 5, practice())
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    arguments = ("export", "--format", "json", "--out", str(tmp_path / "out.json"))
    assert (0, "\rexport: 100 %") == (await asyncio.to_thread(main, arguments), terminal.getvalue()[:14])


def test_progress_of_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work that has nothing to count leaves no line."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress("export"):
        pass
    assert "" == terminal.getvalue()


@pytest.mark.parametrize("stream", [io.StringIO(), None])
def test_progress_elsewhere(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO | None) -> None:
    """A file gets no progress, nor does a closed standard error."""
    monkeypatch.setattr(sys, "stderr", stream)
    with progress("export") as shown:
        shown(1, 2)
    assert "" == (stream.getvalue() if stream else "")
