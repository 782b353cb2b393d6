"""Systems other than Linux: what needs POSIX has a half for Windows, tried here with stand-ins for its calls."""

import errno
import os
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from storage import portable

CODE = """
import sys
from types import SimpleNamespace
import bot.cli.main, bot.demo, bot.app, bot.server
for name in [name for name in sys.modules if name.partition(".")[0] in {"bot", "conversations", "storage"}]:
    del sys.modules[name]
sys.modules.update({"fcntl": None, "resource": None, "uvloop": None})
sys.modules["msvcrt"] = SimpleNamespace(locking=lambda *_: None, LK_NBLCK=2)
sys.platform = "win32"
from bot.cli.main import main
sys.exit(main(sys.argv[1:]))
"""
"""The command line as Windows would import it, after the libraries, which look at the platform too."""


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Any:  # noqa: ANN401 - a module
    """Load the half for Windows; its lock is held by whoever has locked a descriptor."""
    held: set[int] = set()

    def locking(descriptor: int, _how: int, _bytes: int) -> None:
        if descriptor in held:
            raise PermissionError(errno.EACCES, "Permission denied")
        held.add(descriptor)

    stand_in = SimpleNamespace(
        locking=locking, LK_NBLCK=2, get_osfhandle=lambda one: one + 1000, open_osfhandle=lambda one, _: one - 1000
    )
    monkeypatch.setitem(sys.modules, "msvcrt", stand_in)
    monkeypatch.setattr(os, "O_BINARY", 0, raising=False)
    monkeypatch.setattr(os, "set_handle_inheritable", lambda *_: None, raising=False)
    monkeypatch.setattr(subprocess, "STARTUPINFO", SimpleNamespace, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    spec = spec_from_file_location("portable_on_windows", portable.__file__)
    assert spec is not None
    assert spec.loader is not None
    module: ModuleType = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_locked_by_one_on_windows(windows: Any) -> None:  # noqa: ANN401 - a module
    """A file that another program has locked is refused as it is on Linux."""
    windows.lock(5)
    with pytest.raises(BlockingIOError):
        windows.lock(5)


def test_files_and_limits_on_windows(windows: Any, tmp_path: Path) -> None:  # noqa: ANN401 - a module
    """A child finds a file by its handle; folders need no care, limits are none."""
    number = windows.for_child(7)
    options = windows.handing_over([number])
    assert (1007, 7, [1007]) == (
        number,
        windows.from_parent(number),
        options["startupinfo"].lpAttributeList["handle_list"],
    )
    (tmp_path / "file").touch()
    windows.on_disk(tmp_path)
    windows.on_disk(tmp_path / "file")
    assert (None, None) == (windows.limit(1, 1, 10), windows.most_files())


TALK = Path(__file__).parents[1] / "transcripts" / "sections" / "01_name.txt"


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [("demo", "--play", str(TALK)), ("role", "1001", "admin")])
def test_command_without_what_windows_lacks(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """Without fcntl, resource and uvloop a whole talk is played through the bot, and a database is made."""
    ran = subprocess.run(  # noqa: S603 - ourselves
        (sys.executable, "-c", CODE, *arguments),
        capture_output=True,
        check=False,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    made = f"{tmp_path}/practices.db was not there: a new database was made\n"
    assert (0, made if arguments[0] == "role" else "") == (ran.returncode, ran.stderr)
