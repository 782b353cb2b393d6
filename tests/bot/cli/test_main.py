"""The command line: the output of each command, and its exit code."""

# ruff: noqa: PLR0913, PLR0917 - fixtures are arguments

import asyncio
import json
import os
import runpy
import signal
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime
from errno import EACCES, ENOSPC, EROFS
from pathlib import Path
from types import ModuleType

import pytest
from support.practices import keep, practice
from support.slow import slowly
from support.turns import turn

from bot.cli import running as cli_running
from bot.cli.main import main
from bot.clock import now as clock
from bot.sandbox import Person, Sandbox
from bot.settings import OPERATOR_CONTACT, OPERATOR_NAME, Settings
from bot.telegram.stopping import until_signal
from conversations.dialogue.inputs import Wrote
from storage import Database, Heard, StepFunction

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)


async def command(*arguments: str) -> int:
    """Run a command, which brings its own event loop."""
    return await asyncio.to_thread(main, arguments)


def databases(folder: Path) -> list[Path]:
    """List the files of databases in a folder."""
    return [*folder.glob("practices.db*")]


@pytest.mark.parametrize("arguments", [[], ["dance"], ["role", "anna", "admin"], ["role", "1", "king"], ["export"]])
def test_usage_wrong(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong usage is told on standard error, with exit code 2."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert (ended.value.code, capsys.readouterr().out) == (2, "")


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    """The version is printed."""
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert (ended.value.code, capsys.readouterr().out.split()[0]) == (0, "practice-bot")


@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("BOT_TOKEN", "", "practice-bot: BOT_TOKEN should be set: the token that @BotFather gave\n"),
        ("LOG_LEVEL", "LOUD", "practice-bot: LOG_LEVEL should be 'DEBUG', 'INFO', 'WARNING' or 'ERROR'\n"),
        *slowly(
            (
                "BOT_TOKEN",
                "4243:wrong",
                "practice-bot: BOT_TOKEN should be the token that @BotFather gave: the Bot API refuses it\n",
            )
        ),
    ],
)
async def test_run_with_a_wrong_setting(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, value: str, line: str
) -> None:
    """A wrong setting stops the start with one line and exit code 2."""
    monkeypatch.setenv(name, value)
    monkeypatch.setattr("bot.cli.running.set_up", lambda *_: None)
    monkeypatch.setattr("bot.cli.running.until_signal", lambda work: work)
    assert (await command("run"), capsys.readouterr().err) == (2, line)


@pytest.mark.usefixtures("settings")
async def test_run_without_its_database(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A database that cannot be opened stops the start with one line."""
    monkeypatch.setenv("DATABASE_URL", "sqlite+aiosqlite:////nowhere/at/all.db")
    monkeypatch.setattr("bot.cli.running.set_up", lambda *_: None)
    monkeypatch.setattr("bot.cli.running.until_signal", lambda work: work)
    assert (await command("run"), capsys.readouterr().err.count("\n")) == (2, 1)


@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize("name", ["run", "people", "failed", "backup"])
async def test_database_of_a_newer_version(
    url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """A database of a newer version is refused in one line, and stays as it is."""
    await (await Database.open(url)).close()
    path = url.removeprefix("sqlite+aiosqlite:///")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    monkeypatch.setattr("bot.cli.running.set_up", lambda *_: None)
    monkeypatch.setattr("bot.cli.running.until_signal", lambda work: work)
    code, told = await command(name, *(["kept.db"] if name == "backup" else [])), capsys.readouterr()
    says = "was written by a newer version of this program (its revision is 9999): update the program.\n"
    assert (2, "", 1, True) == (code, told.out, told.err.count("\n"), told.err.endswith(says))


@pytest.mark.unmigrated
@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize(
    "arguments",
    [
        "export --format csv --out -",
        "people",
        "audit",
        "failed",
        "retry 5",
        "mydata 5 --out folder",
        "forget 5 --yes",
        "backup kept.db",
    ],
)
async def test_no_database_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: str) -> None:
    """A command that reads makes no database: where DATABASE_URL has a slip, it says so."""
    code, told = await command(*arguments.split()), capsys.readouterr()
    assert (2, "", 1) == (code, told.out, told.err.count("\n"))
    goes_on = "." if arguments.startswith("backup") else ": start the bot once, which makes it, or check DATABASE_URL."
    assert f"practice-bot: There is no database {tmp_path}/practices.db{goes_on}\n" == told.err
    assert [] == databases(tmp_path)


@pytest.mark.unmigrated
@pytest.mark.usefixtures("settings")
async def test_check_before_the_first_start(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The check makes no database, and says that there is none yet."""
    monkeypatch.setattr("bot.cli.running.set_up", lambda *_: None)
    await command("check")
    assert "database: ok, it is made at the first start" in capsys.readouterr().out.splitlines()
    assert [] == databases(tmp_path)


@pytest.mark.unmigrated
@pytest.mark.usefixtures("settings")
async def test_check_in_a_folder_that_cannot_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The check says that the database cannot be made there, as the start would."""
    monkeypatch.setattr("bot.cli.running.set_up", lambda *_: None)
    monkeypatch.setattr("bot.cli.running.os.access", lambda *_: False)
    assert 1 == await command("check")
    line = f"database: {tmp_path}/practices.db cannot be made: you may not write to {tmp_path}"
    assert line in capsys.readouterr().out.splitlines()


@pytest.mark.usefixtures("settings", "database")
async def test_check(
    sandbox: Sandbox, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """If all is well, four lines say so, and a last one says how to start."""
    monkeypatch.setattr("bot.cli.running.set_up", lambda *_: None)
    monkeypatch.setenv("CONTROLLER", "The Example Foundation")
    monkeypatch.setenv("CONTACT", "collection@example.org")
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "files"))
    expected = f"settings: ok\ndatabase: ok\nattachments: ok\ntoken: ok, @{sandbox.bot_user['username']}\n"
    assert (await command("check"), capsys.readouterr().out) == (
        0,
        f"{expected}Next: start the bot: practice-bot run\n",
    )


@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize(
    ("changed", "step"),
    [
        ({"LOG_LEVEL": "LOUD"}, "correct it in .env or in the environment, then run: practice-bot check"),
        ({"BOT_TOKEN": ""}, "run practice-bot init, which asks for the token and writes .env"),
        ({"BOT_TOKEN": "", ".env": ""}, "set BOT_TOKEN in .env to the token that @BotFather gave, then run: "),
        ({"BOT_TOKEN": "4243:wrong"}, "fix privacy, token as the lines above say, then run: practice-bot check"),
        (
            {"BOT_TOKEN": "4243:wrong", "CONTROLLER": "Example", "CONTACT": "x@example.org"},
            "fix token as",
        ),
    ],
)
async def test_next_step(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    changed: dict[str, str],
    step: str,
) -> None:
    """The last line of a check says what to do next."""
    monkeypatch.setattr("bot.cli.running.set_up", lambda *_: None)
    for name, value in changed.items():
        if name == ".env":
            (tmp_path / ".env").touch(0o600)
        else:
            monkeypatch.setenv(name, value)
    code, told = await command("check"), capsys.readouterr().out
    assert (1, f"Next: {step}") == (code, told.splitlines()[-1][: len(step) + 6])


@pytest.mark.usefixtures("well")
@pytest.mark.parametrize(
    ("library", "line"),
    [
        ("matplotlib", "pictures: ok, none: /stats sends text; pip install 'practice-bot[pictures]' adds the picture"),
        ("typst", "pdf: ok, none: exports have the other formats; pip install 'practice-bot[pdf]' adds PDF"),
    ],
)
async def test_check_without_an_extra(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], library: str, line: str
) -> None:
    """A missing library of an extra is told with what adds it, and is no fault."""
    monkeypatch.setitem(sys.modules, library, None)
    code, told = await command("check"), capsys.readouterr().out.splitlines()
    assert (0, True) == (code, line in told)


@pytest.mark.usefixtures("settings")
async def test_pdf_without_the_extra(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without typst a PDF is refused in one line that says what to install, and no file is left."""
    await keep(database, 5, practice())
    monkeypatch.setitem(sys.modules, "typst", None)
    out = tmp_path / "out.pdf"
    code = await command("export", "--format", "pdf", "--out", str(out))
    line = "practice-bot: A PDF needs typst: pip install 'practice-bot[pdf]'. The other formats do not.\n"
    assert (2, ("", line), False) == (code, capsys.readouterr(), out.exists())


@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize("arguments", ["run", "people", "export --format csv --out -"])
async def test_postgresql_without_its_driver(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: str
) -> None:
    """Without the extra for PostgreSQL its address is refused in one line that says what to install."""
    monkeypatch.setitem(sys.modules, "asyncpg", None)
    monkeypatch.setenv("DATABASE_URL", "postgresql+asyncpg://someone:secret@127.0.0.1/practices")
    line = "practice-bot: DATABASE_URL needs the driver of PostgreSQL: pip install 'practice-bot[postgresql]'\n"
    assert (2, ("", line)) == (await command(*arguments.split()), capsys.readouterr())


@pytest.mark.parametrize("has_uvloop", [True, False])
async def test_run_without_uvloop(monkeypatch: pytest.MonkeyPatch, *, has_uvloop: bool) -> None:
    """The bot runs in uvloop's event loop, and in Python's own where there is no uvloop."""
    loops = []

    async def run() -> int:
        loops.append(type(asyncio.get_running_loop()).__module__)
        return 0

    if not has_uvloop:
        monkeypatch.setitem(sys.modules, "uvloop", None)
    monkeypatch.setattr("bot.cli.running.run", run)
    assert (0, [has_uvloop]) == (await command("run"), [loop == "uvloop" for loop in loops])


@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("LOG_LEVEL", "LOUD", "settings: LOG_LEVEL should be 'DEBUG', 'INFO', 'WARNING' or 'ERROR'"),
        ("BOT_TOKEN", "", "token: BOT_TOKEN should be set: the token that @BotFather gave"),
        (
            "BOT_TOKEN",
            "4243:wrong",
            "token: the Bot API refuses BOT_TOKEN; it should be the token that @BotFather gave",
        ),
        ("CONTROLLER", "", f"privacy: CONTROLLER should be set: {OPERATOR_NAME}"),
        ("CONTACT", "", f"privacy: CONTACT should be set: {OPERATOR_CONTACT}"),
        (
            "BOT_API_URL",
            "http://127.0.0.1:1",
            "token: the Bot API cannot be reached (NetworkError): check the network and BOT_API_URL",
        ),
        (
            "DATABASE_URL",
            "sqlite+aiosqlite:////nowhere/at/all.db",
            "database: /nowhere/at/all.db cannot be made: there is no directory /nowhere/at.",
        ),
    ],
)
async def test_check_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, value: str, line: str
) -> None:
    """Each problem has a line, and the exit code is 1."""
    monkeypatch.setenv(name, value)
    monkeypatch.setattr("bot.cli.running.set_up", lambda *_: None)
    assert (await command("check"), line in capsys.readouterr().out.splitlines()) == (1, True)


@pytest.fixture
async def well(settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:  # noqa: ARG001 - it sets
    """Let all be well; gives the folder that the commands are started in."""
    monkeypatch.setattr("bot.cli.running.set_up", lambda *_: None)
    monkeypatch.setattr("bot.cli.running.until_signal", lambda work: work)
    monkeypatch.setenv("CONTROLLER", "The Example Foundation")
    monkeypatch.setenv("CONTACT", "collection@example.org")
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "files"))
    return tmp_path


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        ("a file", "it is no folder"),
        ("below a file", "it is no folder"),
        ("a link to nothing", "it is no folder"),
        ("a name that is too long", "File name too long"),
        ("read-only", "Read-only file system"),
        ("not ours", "Permission denied"),
    ],
)
async def test_folder_of_attachments_that_cannot_be_used(
    well: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], kind: str, why: str
) -> None:
    """If no attachment can be kept, the check says so, and the bot does not start; each prints one line."""
    folder = {"below a file": well / "files" / "data", "a name that is too long": well / ("x" * 300)}.get(
        kind, well / "files"
    )
    monkeypatch.setenv("DATA_DIR", str(folder))
    if kind in {"a file", "below a file"}:
        (well / "files").touch()
    elif kind == "a link to nothing":
        (well / "files").symlink_to(well / "nothing")
    elif kind in {"read-only", "not ours"}:
        number = EROFS if kind == "read-only" else EACCES

        def refuse(**_: object) -> None:
            raise OSError(number, os.strerror(number))

        monkeypatch.setattr("storage.files.mkstemp", refuse)
    codes = await command("check"), await command("run")
    told, line = capsys.readouterr(), f"DATA_DIR should be a folder that can be written to: {folder}: {why}"
    assert (1, 2) == codes
    assert ([f"attachments: {line}"], f"practice-bot: {line}\n") == (
        [one for one in told.out.splitlines() if one.startswith("attachments")],
        told.err,
    )


async def test_folder_of_attachments_is_made_for_its_owner(well: Path) -> None:
    """The folder is made for its owner alone; one that is there may be shared with others, and stays as it is."""
    assert (0, 0o700) == (await command("check"), mode(well / "files"))
    (well / "files").chmod(0o777)
    assert (0, 0o777, []) == (await command("check"), mode(well / "files"), list((well / "files").iterdir()))


def mode(path: Path) -> int:
    """Tell who may read and write."""
    return path.stat().st_mode & 0o777


@pytest.mark.usefixtures("well")
async def test_full_disk_at_a_start(sandbox: Sandbox, anna: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full when the bot starts is no reason not to: it passes."""

    def full(**_: object) -> None:
        raise OSError(ENOSPC, os.strerror(ENOSPC))

    monkeypatch.setattr("storage.files.mkstemp", full)
    monkeypatch.setattr("bot.cli.running.until_signal", until_signal)
    running = asyncio.create_task(cli_running.run())
    await anna.says("/help")
    await sandbox.wait_for_calls(1, "sendMessage")
    signal.raise_signal(signal.SIGTERM)
    assert 0 == await running


@pytest.mark.parametrize(
    ("bits", "is_told"), [(0o600, False), (0o400, False), (0o640, True), (0o604, True), (0o602, True)]
)
async def test_env_file_that_others_can_read(
    well: Path, capsys: pytest.CaptureFixture[str], bits: int, *, is_told: bool
) -> None:
    """The check says of an .env that group or others can read or change, how to close it, with exit code 1."""
    (well / ".env").touch()
    (well / ".env").chmod(bits)
    code, told = await command("check"), capsys.readouterr().out
    line = f".env: others can read it: chmod 600 {well}/.env"
    assert (is_told, is_told) == (code == 1, line in told.splitlines())


@pytest.mark.parametrize("has_env", [True, False])
async def test_relative_paths(
    well: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, has_env: bool
) -> None:
    """Relative paths count from the folder of .env; the check says where they lead where there is none."""
    monkeypatch.setenv("DATABASE_URL", "sqlite+aiosqlite:///here.db")
    monkeypatch.setenv("DATA_DIR", "files")
    if has_env:
        (well / ".env").touch(0o600)
    code, told = await command("check"), capsys.readouterr().out
    is_at = "is relative, and there is no .env in this folder: it is"
    lines = [f"settings: DATABASE_URL {is_at} {well}/here.db", f"settings: DATA_DIR {is_at} {well}/files"]
    assert (0, [] if has_env else lines) == (code, [line for line in told.splitlines() if is_at in line])
    await command("role", "1001", "coordinator")  # which may make a database; the check makes none
    assert ((well / "here.db").is_file(), (well / "files").is_dir()) == (True, True)


@pytest.mark.parametrize(("name", "is_told"), [("new.db", True), ("practices.db", False)])
async def test_command_where_no_database_was(
    well: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, name: str, *, is_told: bool
) -> None:
    """A command that makes a new database says so: perhaps it was started in another folder than was meant."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{name}")
    await command("role", "1001", "coordinator")
    line = f"{well}/{name} was not there: a new database was made"
    assert is_told == (line in caplog.messages)


@pytest.mark.usefixtures("settings")
async def test_roles(capsys: pytest.CaptureFixture[str]) -> None:
    """A role is given and listed, with its day and who gave it."""
    assert await command("role", "1001", "coordinator") == 0
    assert await command("people") == 0
    first, second = capsys.readouterr().out.splitlines()
    assert (first, second) == ("1001 is coordinator", f"1001 coordinator since {clock():%Y-%m-%d} by the server")


async def put_draft(database: Database, person: Person, step: StepFunction) -> None:
    """Let a person have a draft."""
    heard = Heard(person.user_id, person.user_id, person.user_id, Wrote(text="Hällo", message=1))
    await turn(database, heard, step, NOW)


@pytest.mark.usefixtures("settings")
async def test_export(
    database: Database,
    notebook: StepFunction,
    anna: Person,
    ben: Person,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Submissions are written as one JSON list, to a file or to standard output."""
    await put_draft(database, anna, notebook)
    await put_draft(database, ben, notebook)
    out = tmp_path / "out.json"
    arguments = ("export", "--format", "json", "--status", "draft", "approved", "--since", "2026-11-01", "--out")
    assert (await command(*arguments, str(out)), await command(*arguments, "-")) == (0, 0)
    written, printed = json.loads(out.read_text()), json.loads(capsys.readouterr().out.partition("\n")[2])
    assert (written, [submission["status"] for submission in written]) == (printed, ["draft", "draft"])


@pytest.mark.usefixtures("settings")
async def test_export_of_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """Without submissions the list is empty."""
    assert (await command("export", "--format", "json", "--out", "-"), json.loads(capsys.readouterr().out)) == (0, [])


@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize("form", ["csv", "xlsx", "docx", "package", "pdf"])
async def test_export_to_a_file(
    database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    """Each format makes a file, again where there is one, with the same bytes."""
    await keep(database, 5, practice())
    out = tmp_path / "out"
    codes, written = [], []
    for _ in range(2):
        codes.append(await command("export", "--format", form, "--out", str(out)))
        written.append(out.read_bytes())
    assert ([0, 0], f"{out} has 1 submission of those that are approved (--status asks for others)\n" * 2) == (
        codes,
        capsys.readouterr().out,
    )
    assert written[0] == written[1]


@pytest.mark.usefixtures("settings")
async def test_export_to_standard_output(database: Database, capsys: pytest.CaptureFixture[str]) -> None:
    """Standard output takes JSON and CSV, and no other word."""
    await keep(database, 5, practice())
    assert await command("export", "--format", "csv", "--out", "-") == 0
    assert "\ufeffreference,status," == capsys.readouterr().out[:18]
    assert await command("export", "--format", "docx", "--out", "-") == 2
    says = "practice-bot: Standard output is for json and csv: name a file for docx.\n"
    assert ("", says) == capsys.readouterr()


@pytest.mark.usefixtures("settings")
async def test_export_of_an_unknown_reference(
    database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A reference that is not among those wanted is told, with exit code 1; the others are written."""
    await keep(database, 5, practice(), practice(2, status="changes_requested"))
    out = tmp_path / "out.json"
    wanted = ("--reference", "RAN-2026-0001", "RAN-2026-0002", "--since", "2026-11-01")
    code = await command("export", "--format", "json", *wanted, "--out", str(out))
    among = "RAN-2026-0002 is not among those that are approved since 2026-11-01 (--status asks for others)"
    assert (1, f"practice-bot: {among}\n", 1) == (code, capsys.readouterr().err, len(json.loads(out.read_bytes())))


@pytest.mark.usefixtures("settings")
async def test_export_that_cannot_be(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """If an export is not possible, or cannot be written, one line says so, and no file is left."""
    codes = [
        await command("export", "--format", "docx", "--out", str(tmp_path / "none.docx")),
        await command("export", "--format", "json", "--out", str(tmp_path / "nowhere" / "out.json")),
    ]
    told = capsys.readouterr()
    assert ([2, 2], "", 2) == (codes, told.out, told.err.count("\n"))
    assert not (tmp_path / "none.docx").exists()


def test_demo_and_chat(monkeypatch: pytest.MonkeyPatch) -> None:
    """The demo and the chat get what was given on the command line, and give the exit code."""
    asked: list[dict[str, object]] = []

    def command(**given: object) -> int:
        asked.append(given)
        return len(asked) - 1

    module = ModuleType("bot.demo")
    module.__dict__.update(demo=command, chat=command)
    monkeypatch.setitem(sys.modules, "bot.demo", module)
    assert (main(["demo", "--port", "8081", "--play", "talk.txt"]), main(["chat"])) == (0, 1)
    assert (asked[0]["port"], asked[0]["play"]) == (8081, "talk.txt")


def test_module_is_the_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """``python -m bot`` is the same command."""
    monkeypatch.setattr(sys, "argv", ["bot", "--version"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("bot", run_name="__main__")
    assert (ended.value.code, capsys.readouterr().out.split()[0]) == (0, "practice-bot")


def test_interrupted(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Ctrl-C ends a command without a traceback, with the exit code that shells give it."""

    def interrupted() -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("bot.cli.main.main", interrupted)
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("bot", run_name="__main__")
    assert (130, "") == (ended.value.code, capsys.readouterr().err)


@pytest.mark.usefixtures("settings")
async def test_run_until_a_signal(sandbox: Sandbox, anna: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bot runs until it is told to stop, and then ends with 0."""
    monkeypatch.setattr("bot.cli.running.set_up", lambda *_: None)
    running = asyncio.create_task(cli_running.run())
    await anna.says("/help")
    await sandbox.wait_for_calls(1, "sendMessage")
    signal.raise_signal(signal.SIGTERM)
    assert await running == 0


@pytest.mark.parametrize("port", ["-1", "65536", "http"])
def test_demo_on_a_strange_port(capsys: pytest.CaptureFixture[str], port: str) -> None:
    """A port that is none is refused with what it should be."""
    with pytest.raises(SystemExit, match="2"):
        main(["demo", f"--port={port}"])
    assert "argument --port: should be a port, 0 to 65535" in capsys.readouterr().err


@pytest.mark.slow
async def test_reader_has_enough() -> None:
    """A reader of the output that goes away, as head does, ends the command without a word."""
    transcript = Path(__file__).parents[2] / "transcripts" / "sections" / "01_name.txt"
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "demo", "--play", str(transcript)),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        limit=1,
    )
    assert process.stdout
    assert process.stderr
    process.stdout._transport.close()  # type: ignore[attr-defined] # what head does
    errors = await process.stderr.read()
    assert (b"", 1) == (errors, await process.wait())
