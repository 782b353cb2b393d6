"""``practice-bot init``: what it asks, and the ``.env`` that it writes."""

import io
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli.main import main
from bot.settings import Settings, read_settings

TOKEN = "4242:an-invented_token"


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Start in an empty folder, without settings in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    return tmp_path


def answer(monkeypatch: pytest.MonkeyPatch, *lines: str) -> int:
    """Run the command with piped input."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
    return main(["init"])


@pytest.mark.parametrize(
    "controller", ["The Example Foundation", 'O\'Neill & "Sons" #1 \\ $5', "Bürgerhaus Zürich", ""]
)
def test_env_file_is_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], controller: str
) -> None:
    """What was answered is read back, for the owner alone; the token is not printed, and the next step is told."""
    code = answer(monkeypatch, f" {TOKEN} ", "1001, 1002", controller, "office@example.org")
    told, read = capsys.readouterr(), read_settings()
    assert (0, 0o600, "Next: run practice-bot check") == (
        code,
        (folder / ".env").stat().st_mode & 0o777,
        told.out.splitlines()[-1],
    )
    assert (TOKEN, (1001, 1002), controller, "office@example.org") == (
        read.token,
        read.admin_ids,
        read.controller,
        read.contact,
    )
    assert (False, "") == (TOKEN in told.out, told.err)


def test_env_file_has_every_setting(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was left out has its default, with its help line, as in .env.example."""
    answer(monkeypatch, "", "", "", "")
    assert (Path(__file__).parents[3] / ".env.example").read_text() == (folder / ".env").read_text()


@pytest.mark.parametrize("kind", ["a file", "a link to nothing"])
def test_env_file_that_is_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    """An .env that is there is never changed; nothing is asked."""
    if kind == "a file":
        (folder / ".env").write_text("BOT_TOKEN=5:mine\n")
    else:
        (folder / ".env").symlink_to(folder / "elsewhere")
    code, told = answer(monkeypatch, TOKEN, "", "", ""), capsys.readouterr()
    line = f"practice-bot: {folder}/.env is there already, and stays as it is: change it with an editor\n"
    assert (2, "", line, False) == (code, told.out, told.err, (folder / "elsewhere").exists())
    if kind == "a file":
        assert "BOT_TOKEN=5:mine\n" == (folder / ".env").read_text()


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (["hello"], "BOT_TOKEN should be a bot's token: digits, a colon, letters; nothing was written"),
        ([TOKEN, "anna"], "ADMIN_IDS should be Telegram user ids separated by commas, such as 1001,1002; nothing was"),
        ([TOKEN, "", "x" * 201], "CONTROLLER should be one line of up to 200 characters; nothing was written"),
        (
            [TOKEN, "", "A ${HOME} B"],
            "CONTROLLER should have no ${: .env would read it as the name of a variable; nothing",
        ),
        ([TOKEN, ""], "the input ended before CONTROLLER; nothing was written"),
    ],
)
def test_piped_input_that_is_wrong(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lines: list[str], says: str
) -> None:
    """A wrong or missing line ends it with what it should be, and no file is written."""
    code, told = answer(monkeypatch, *lines), capsys.readouterr()
    assert (2, f"practice-bot: {says}", False) == (code, told.err[: len(says) + 14], (folder / ".env").exists())
    assert lines[0] not in told.out + told.err


def test_input_that_is_no_utf8(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Bytes that are no text end it in one line."""
    typed = io.TextIOWrapper(io.BytesIO(b"\n\nB\xfcrgerhaus\n\n"), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", typed)
    code, told = main(["init"]), capsys.readouterr()
    assert (2, False, 1) == (code, (folder / ".env").exists(), told.err.count("\n"))


def test_settings_of_the_environment_do_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong setting of the environment is no fault of an answer."""
    monkeypatch.setenv("LOG_LEVEL", "LOUD")
    assert 0 == answer(monkeypatch, TOKEN, "", "", "")


def test_folder_that_cannot_be_written(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """If the file cannot be written, one line says why."""

    def refuse(_path: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("bot.cli.init.private", refuse)
    code, told = answer(monkeypatch, TOKEN, "", "", ""), capsys.readouterr()
    assert (2, True) == (code, told.err.endswith(".env cannot be written: Permission denied\n"))


def test_folder_that_cannot_be_written_is_told_first(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where no file can be made, nothing is asked."""
    monkeypatch.setattr("bot.cli.init.os.access", lambda *_: False)
    code, told = answer(monkeypatch, TOKEN, "", "", ""), capsys.readouterr()
    line = f"practice-bot: you may not write to {folder}: start it in another folder\n"
    assert (2, "", line) == (code, told.out, told.err)


@pytest.mark.slow
def test_on_a_terminal(folder: Path) -> None:
    """On a terminal the token is not shown, a wrong answer is asked again, and the file is written."""
    here, there = pty.openpty()
    with subprocess.Popen(
        (sys.executable, "-m", "bot", "init"),
        stdin=there,
        stdout=there,
        stderr=there,
        start_new_session=True,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])},
    ) as process:
        os.close(there)
        shown = b""
        for prompt, line in (
            (b"(it is not shown): ", b"hello"),
            (b"Try again.\r\nToken (it is not shown): ", TOKEN.encode()),
            (b"Admin ids: ", b"1001"),
            (b"Name: ", b"The Example Foundation"),
            (b"Address: ", b"office@example.org"),
        ):
            seen = b""
            while not seen.endswith(prompt):
                seen += os.read(here, 1)
            shown += seen
            os.write(here, line + b"\n")
        while True:
            try:
                shown += os.read(here, 1000)
            except OSError:  # the other side has closed the terminal
                break
    os.close(here)
    assert (0, False, False) == (process.returncode, TOKEN.encode() in shown, b"hello" in shown)
    assert (TOKEN, (1001,), "The Example Foundation") == (
        read_settings().token,
        read_settings().admin_ids,
        read_settings().controller,
    )
