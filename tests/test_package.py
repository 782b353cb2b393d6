"""The wheel and the sdist: what they hold, and that they run outside of the repository, on each Python that is here."""

import asyncio
import email
import os
import re
import signal
import sqlite3
import subprocess
import sys
import tarfile
import urllib.request
import zipfile
from collections.abc import Iterator
from contextlib import closing
from email.message import Message
from pathlib import Path

import pytest
from support.package_files import ignored, kept
from support.states import STATES

from bot.sandbox import Sandbox
from bot.settings import Settings
from storage.database.schema import unknown_revisions

ROOT = Path(__file__).parent.parent
PACKAGES = ("bot", "conversations", "storage")
PYTHONS = ("3.11", "3.12", "3.13", "3.14", "3.15")
"""The oldest that we support, and each newer one that exists; those that are not here are skipped, and named."""
NOT_HERE = "this Python is not here"
UV = (sys.executable, "-m", "uv")
FORMATS = ("json", "csv", "xlsx", "docx", "package")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sdist, and the wheel from it, in a copy of the folder of this project, without network."""
    folder = tmp_path_factory.mktemp("built")
    run([sys.executable, "-m", "build", "--no-isolation", f"--outdir={folder}", str(ROOT)])
    return folder


def run(command: list[str], folder: Path = ROOT, typed: str = "", **env: str) -> str:
    """Run a command that has to succeed; return what it prints on standard output."""
    outcome = subprocess.run(  # noqa: S603 - our own commands
        command, cwd=folder, input=typed, capture_output=True, text=True, check=False, env=env or None
    )
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    return outcome.stdout


def the_wheel(folder: Path) -> Path:
    """Return the wheel in a folder."""
    [wheel] = folder.glob("*.whl")
    return wheel


def metadata(folder: Path) -> Message:
    """Read what the wheel says about itself."""
    with zipfile.ZipFile(the_wheel(folder)) as wheel:
        [name] = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]
        return email.message_from_bytes(wheel.read(name))


@pytest.mark.slow
def test_wheel_has_the_packages_alone(built: Path) -> None:
    """The wheel has every file of the packages, the licence, the manual page, and the command; nothing else."""
    with zipfile.ZipFile(the_wheel(built)) as wheel:
        names = wheel.namelist()
    ours = {name for name in names if "practice_bot-" not in name}
    assert {name for name in kept() if name.startswith(tuple(f"{each}/" for each in PACKAGES))} == ours
    assert {f"{each}/py.typed" for each in PACKAGES} <= ours
    beside = sorted(re.sub(r"practice_bot-[^/]+\.", "", name) for name in names if "practice_bot-" in name)
    expected = ["METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE"]
    assert ["data/data/share/man/man1/practice-bot.1", *(f"dist-info/{name}" for name in expected)] == beside


@pytest.mark.slow
def test_sdist_is_complete(built: Path) -> None:
    """The sdist has every file of the project: docs, locks, tests, settings, deployment."""
    [path] = built.glob("*.tar.gz")
    with tarfile.open(path) as sdist:
        names = {member.name.partition("/")[2] for member in sdist.getmembers()}
    assert kept() | {"PKG-INFO"} == names
    assert {".env.example", "CHANGELOG.md", "Makefile", "requirements.lock", "tests/conftest.py"} <= names


@pytest.mark.parametrize(
    "name",
    [
        ".env",
        "2026-11-30.db",
        "2026-11-30.db.files.zip",
        "2026-11-30.dump",
        "2026-11-30.tar",
        "data-of-1001/my-data.json",
        "data/0a1b",
        "demo.db-files/0a1b",
        "drilled.zip",
        "practices.csv",
        "practices.docx",
        "practices.json",
        "practices.xlsx",
    ],
)
def test_files_of_people_stay_out_of_commits_and_the_sdist(name: str) -> None:
    """What the commands of the docs write in a clone is ignored: it has people's answers, or the token."""
    assert ignored().match_file(name)


@pytest.mark.slow
def test_metadata(built: Path) -> None:
    """The metadata names the maintainers, the extras and the Pythons, and no address."""
    told = metadata(built)
    assert ("The practice bot maintainers", None, None) == (told["Author"], told["Project-URL"], told["Home-page"])
    assert ["pdf", "pictures", "postgresql"] == told.get_all("Provides-Extra")
    extra = [line for line in told.get_all("Requires-Dist", []) if "extra ==" in line]
    assert ["asyncpg", "matplotlib", "typst"] == sorted(re.split(r"\W", line)[0] for line in extra)
    [uvloop] = [line for line in told.get_all("Requires-Dist", []) if line.startswith("uvloop")]
    assert "sys_platform != 'win32'" in uvloop
    assert "Programming Language :: Python :: 3.11" in told.get_all("Classifier", [])


def test_description_leads_nowhere(built: Path) -> None:
    """The description of the package has no picture and no link: it is shown where the repository is not."""
    description = metadata(built).get_payload()
    assert isinstance(description, str)
    assert description.startswith("# Practice bot")
    assert [] == re.findall(r"!\[|\]\(|<img", description)


def interpreter(version: str) -> str:
    """Return the path of a Python, from the path of commands, of uv or of pyenv; skips the test if it is not here."""
    never = os.environ | {"UV_PYTHON_DOWNLOADS": "never"}
    found = subprocess.run(  # noqa: S603 - ourselves
        [*UV, "python", "find", version], capture_output=True, text=True, check=False, env=never
    )
    if not found.returncode:
        return found.stdout.strip()
    root = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    others = sorted(root.glob(f"versions/{version}.*/bin/python"))
    return str(others[-1]) if others else pytest.skip(f"{NOT_HERE}: {version}")


class Installed:
    """The wheel in an environment of its own, used in an empty folder, with no setting of this machine."""

    def __init__(self, environment: Path, folder: Path) -> None:
        self.environment = environment
        self.command = str(environment / "bin" / "practice-bot")
        self.folder = folder
        unset = {*(name.upper() for name in Settings.model_fields), "PYTHONPATH", "VIRTUAL_ENV"}
        self.env = {name: value for name, value in os.environ.items() if name not in unset}

    def __call__(self, *arguments: str, typed: str = "", **settings: str) -> str:
        """Run a command that has to succeed."""
        return run([self.command, *arguments], self.folder, typed, **self.env | settings)

    def begin(self, *arguments: str, **settings: str) -> subprocess.Popen[str]:
        """Start a command that goes on until it is told to stop."""
        return subprocess.Popen(  # noqa: S603 - ourselves
            [self.command, *arguments],
            cwd=self.folder,
            env=self.env | settings,
            stdout=subprocess.PIPE,
            text=True,
        )


def install(python: str, environment: Path, wheel: str) -> None:
    """Install the wheel, with the versions of the lock."""
    run([*UV, "venv", "--quiet", f"--python={python}", str(environment)])
    run([*UV, "pip", "install", "--quiet", f"--python={environment}", "--constraint=requirements.lock", wheel])


@pytest.fixture(scope="module", params=PYTHONS)
def installed(request: pytest.FixtureRequest, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Install the wheel without extras on a Python."""
    python = interpreter(request.param)
    environment = tmp_path_factory.mktemp("environment") / request.param
    install(python, environment, str(the_wheel(built)))
    return Installed(environment, tmp_path_factory.mktemp("empty"))


@pytest.mark.slow
def test_wheel_plays_a_talk(installed: Installed) -> None:
    """A transcript is played through the whole bot, and the command says its version and its completion."""
    talk = ROOT / "tests" / "transcripts" / "sections" / "01_name.txt"
    assert "as written." in installed("demo", "--play", str(talk))
    assert "practice-bot " in installed("--version")
    assert "practice_bot" in installed("completion", "bash")
    assert (installed.environment / "share" / "man" / "man1" / "practice-bot.1").is_file()


@pytest.mark.slow
def test_wheel_opens_the_demo(installed: Installed) -> None:
    """The demo serves its page with the bot behind it, and stops when it is told to."""
    with installed.begin("demo", "--port", "0", PYTHONUNBUFFERED="1") as demo:
        assert demo.stdout
        [address] = re.findall(r"http://\S+", demo.stdout.readline())
        with urllib.request.urlopen(address) as page:  # noqa: S310 - our own address
            assert b"<html" in page.read()
        demo.send_signal(signal.SIGINT)
        assert demo.wait(30) in {0, 130}
    assert (installed.folder / "demo.db").is_file()


@pytest.mark.slow
async def test_wheel_runs(installed: Installed) -> None:
    """With the settings that `init` wrote the bot is checked, runs, answers, and stops at a signal with 0."""
    async with Sandbox() as sandbox:
        answers = f"{sandbox.token}\n1001\nThe Example Foundation\noffice@example.org\n"
        (installed.folder / ".env").unlink(missing_ok=True)
        await asyncio.to_thread(installed, "init", typed=answers)
        checked = await asyncio.to_thread(installed, "check", BOT_API_URL=sandbox.base_url)
        assert "Next: start the bot: practice-bot run" == checked.splitlines()[-1]
        assert "pictures: ok, none" in checked
        assert "pdf: ok, none" in checked
        with installed.begin("run", BOT_API_URL=sandbox.base_url) as bot:
            anna = sandbox.person("Anna Example")
            await anna.says("/start")
            await sandbox.until(lambda: any(message.sender == "bot" for message in anna.messages), timeout=60)
            bot.terminate()
            assert 0 == await asyncio.to_thread(bot.wait, 30)


@pytest.fixture
def older(installed: Installed) -> Iterator[str]:
    """Put a database of an earlier version into the folder; gives its address."""
    path = installed.folder / "older.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((STATES / "0009.sql").read_text(encoding="utf-8"))
    yield f"sqlite+aiosqlite:///{path}"
    for each in installed.folder.glob("older.db*"):
        each.unlink()


@pytest.mark.slow
def test_wheel_upgrades_and_exports(installed: Installed, older: str) -> None:
    """A database of an earlier version is brought up to date, exported in each format, and copied."""
    installed("people", DATABASE_URL=older)
    with closing(sqlite3.connect(older.removeprefix("sqlite+aiosqlite:///"))) as connection:
        [(revision,)] = connection.execute("SELECT version_num FROM alembic_version")
    assert ("0009", set()) < (revision, unknown_revisions([revision]))
    every = ("--status", "draft", "submitted", "approved")
    for form in FORMATS:
        file = installed.folder / f"out.{form}"
        installed("export", "--format", form, *every, "--out", str(file), DATABASE_URL=older)
        assert file.stat().st_size > 1000
    copied = installed.folder / f"kept-{revision}.db"
    copied.unlink(missing_ok=True)
    installed("backup", str(copied), DATABASE_URL=older)
    assert copied.is_file()


@pytest.mark.slow
def test_lean_wheel_has_no_extras(installed: Installed) -> None:
    """Without extras there is none of the extras' libraries, such as PostgreSQL's driver, which one line names."""
    tried = subprocess.run(  # noqa: S603 - ourselves
        [installed.command, "people"],
        cwd=installed.folder,
        env=installed.env | {"DATABASE_URL": "postgresql+asyncpg://someone@127.0.0.1/practices"},
        capture_output=True,
        text=True,
        check=False,
    )
    line = "practice-bot: DATABASE_URL needs the driver of PostgreSQL: pip install 'practice-bot[postgresql]'\n"
    assert (2, "", line) == (tried.returncode, tried.stdout, tried.stderr)
    code = "import importlib.util as u; print(*[u.find_spec(name) for name in ('asyncpg', 'matplotlib', 'typst')])"
    assert "None None None\n" == run([str(installed.environment / "bin" / "python"), "-c", code])


@pytest.mark.slow
def test_wheel_with_extras(built: Path, tmp_path: Path) -> None:
    """The extras bring their libraries, and one may be added later, as the line says."""
    environment = tmp_path / "environment"
    install(sys.executable, environment, f"{the_wheel(built)}[pdf,pictures]")
    python = str(environment / "bin" / "python")
    uv = [*UV, "pip", "install", "--quiet", f"--python={environment}"]
    run([*uv, "--constraint=requirements.lock", f"practice-bot[postgresql] @ {the_wheel(built).as_uri()}"])
    assert "True\n" == run(
        [python, "-c", "import asyncpg, typst; from storage.pictures import can_draw; print(can_draw())"]
    )
