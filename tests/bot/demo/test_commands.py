"""The demo until a signal comes, and transcripts that are played through the whole bot."""

import io
import signal
import sys
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest
from support.leftovers import files

from bot.demo import demo
from bot.demo.demo_server import free_port, how_to_reset, locked, opened
from bot.demo.playing import SandboxTalker
from bot.demo.test_bed import TRANSCRIPTS_BEGIN, TestBed
from bot.demo.transcripts import ADMIN, DEMO_USERS, Act, Said
from bot.page.feed import NAMES
from bot.sandbox import Sandbox
from storage import CannotOpen, Outbox

TRANSCRIPTS = Path(__file__).parents[2] / "transcripts"

BACK_ON_TRACK = TRANSCRIPTS / "practices" / "back_on_track.txt"

RESUME = TRANSCRIPTS / "talks" / "resume.txt"


class Announced(io.StringIO):
    """Standard output that sends this process a signal as soon as there is output."""

    def __init__(self, number: signal.Signals) -> None:
        super().__init__()
        self.number = number

    def flush(self) -> None:
        """Send the signal."""
        signal.raise_signal(self.number)


def test_play_of_a_whole_practice(capsys: pytest.CaptureFixture[str]) -> None:
    """A real practice with all 16 sections goes through the whole bot as the transcript says."""
    code = demo(play=str(BACK_ON_TRACK))
    told = capsys.readouterr()
    *context, last = told.out.splitlines()
    assert (0, BACK_ON_TRACK.read_text(encoding="utf-8").splitlines()[1:], "38 turns, as written.", "") == (
        code,
        context,
        last,
        told.err,
    )


def test_play_with_days_and_restarts(capsys: pytest.CaptureFixture[str]) -> None:
    """Time passes and the bot restarts where the transcript says so."""
    code = demo(play=str(RESUME))
    assert (0, "12 turns, as written.") == (code, capsys.readouterr().out.splitlines()[-1])


def test_play_that_differs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Other answers of the bot are shown as a difference with the lines of the file; the exit code is 1."""
    path = tmp_path / "changed.txt"
    path.write_text("A comment.\n> /help\n  Help yourself.\n> [Nope]\n", encoding="utf-8")
    code = demo(play=str(path))
    lines = capsys.readouterr().out.splitlines()
    begin = lines.index(f"--- {path}")
    assert (1, "@@ -1,4", "-  Help yourself.", "2 of 2 turns differ.") == (
        code,
        lines[begin + 2][:7],
        next(line for line in lines[begin + 1 :] if line.startswith("-")),
        lines[-1],
    )
    assert "+  (this cannot be done: no message has a button [Nope])" == lines[-2]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "No such file or directory"),
        (b"Nobody says anything.\n", "no line in it begins with > and a space"),
        (b"> (repeats often) word\n", "invalid literal for int() with base 10: 'often'"),
    ],
)
def test_play_without_a_conversation(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, reason: str
) -> None:
    """A missing file, or one without a conversation, is refused in one line, with exit code 2."""
    path = tmp_path / "talk.txt"
    if content is not None:
        path.write_bytes(content)
    assert (2, f"practice-bot: {path} cannot be played: {reason}\n") == (demo(play=str(path)), capsys.readouterr().err)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_demo_until_a_signal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals) -> None:
    """The demo prints its address and how to review, stop and reset; a signal ends it with exit code 0."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["/opt/venv/bin/practice-bot"])
    monkeypatch.setattr(sys, "stdout", out := Announced(number))
    address = f"http://127.0.0.1:{free_port(20_000)}"
    code = demo(port=20_000)
    said = (
        f"The practice bot is running. Open its chat page in a browser:  {address}\n"
        f"Or talk to it in another terminal:  /opt/venv/bin/practice-bot chat --join {address}\n"
        "To review, choose Cora Coordinator on the page; the admin is Ada Admin.\n"
        "To stop, press Ctrl-C. The next start goes on from there: everything is kept in demo.db.\n"
        "To reset, stop and delete all of it:  rm -r demo.db*\n"
    )
    assert (0, said, True) == (code, out.getvalue(), Path("demo.db").exists())
    assert set(Path().iterdir()) == set(Path().glob("demo.db*"))


@pytest.mark.parametrize(
    ("url", "advice"),
    [
        ("sqlite+aiosqlite:////srv/my demo.db", "stop and delete all of it:  rm -r '/srv/my demo.db'*"),
        ("postgresql+asyncpg://localhost/practices", "stop and name an empty database with --database."),
    ],
)
def test_reset(url: str, advice: str) -> None:
    """Files are named as a shell takes them; for a database server there is no command that deletes files."""
    assert advice == how_to_reset(url)


async def test_port_taken() -> None:
    """If a port is taken, the next free one is used."""
    async with Sandbox(port=free_port(21_000)) as sandbox:
        assert (free_port(sandbox.port), 0) == (free_port(sandbox.port + 1), free_port(70_000))


def test_database_in_use(tmp_path: Path) -> None:
    """Two demos do not share a file: each would send the other's messages to unknown people."""
    url = f"sqlite+aiosqlite:///{tmp_path}/demo.db"
    with locked(url), pytest.raises(CannotOpen, match=r"demo\.db is in use"), locked(url):
        pass
    with locked(url):
        assert ["demo.db"] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.parametrize("url", ["postgresql+asyncpg://host/name", "sqlite+aiosqlite:////no/folder/demo.db"])
def test_database_that_is_no_file_here(url: str) -> None:
    """If there is no file to lock, opening the database reports the error."""
    with locked(url), locked(url):
        pass


async def test_test_bed_without_the_settings_of_this_machine(
    tmp_path: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The test bed ignores the environment and a ``.env`` with a real token."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text("BOT_TOKEN=1:real\nWEBHOOK_URL=https://real.example\n", encoding="utf-8")
    monkeypatch.setenv("ADMIN_IDS", "everybody")
    async with TestBed(url) as bed:
        assert (4242, "admin") == (bed.bot.listener.id, await bed.bot.store.people.role_of(ADMIN))


async def test_test_bed_with_a_clock_put_forward(url: str) -> None:
    """The bot's time starts where it is told to, and moves on when a person waits."""
    async with TestBed(url, begins=TRANSCRIPTS_BEGIN) as bed:
        await SandboxTalker(bed).act(Act("waits", detail="21"))
        passed = bed.clock() - TRANSCRIPTS_BEGIN
        assert timedelta(days=21) == timedelta(days=passed.days)
        assert passed < timedelta(days=21, minutes=1)


async def test_test_bed_opened_again(url: str) -> None:
    """People keep their ids from one test bed to the next, and unsent messages reach them at once."""
    async with TestBed(url) as bed:
        await SandboxTalker(bed).act(Act("says", "I agree"))
    async with TestBed(url, Sandbox(first_message_id=1_000)) as bed:
        assert list(DEMO_USERS) == [(person.name, person.user_id) for person in bed.sandbox.people]
        (said,) = await SandboxTalker(bed).act(Act("says", "/start"))
        assert isinstance(said, Said)
        assert ("Welcome back.", True) == (said.text.split("\n")[0], await Outbox(bed.database).empty())


async def test_impossible_act(url: str) -> None:
    """An act on a missing button or message is reported as impossible."""
    async with TestBed(url) as bed:
        with pytest.raises(LookupError, match=r"no message of the person begins with Hello"):
            await SandboxTalker(bed).act(Act("edits", "Bye", "Hello"))


async def test_token_is_shown_nowhere(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The page, the demo's answers, its output and its files have no token; the next demo has another one."""
    tokens = []
    for _ in range(2):
        async with opened(f"sqlite+aiosqlite:///{tmp_path}/demo.db") as (sandbox, _), aiohttp.ClientSession() as http:
            tokens.append(sandbox.token)
            await sandbox.wait_for_calls(1, "deleteWebhook", 20)
            await sandbox.person("Anna Example").says("/start")
            await sandbox.wait_for_calls(1, "sendMessage", 20)
            paths = ("/", *(f"/page/{name}" for name in NAMES), "/control/people", "/control/calls", "/control/feed")
            for path in (*paths, "/bot", f"/bot{sandbox.token}", f"/bot{sandbox.token}/nothing"):
                async with http.get(sandbox.base_url + path) as response:
                    shown = await response.content.readany()
                    assert (False, True) == (sandbox.token.encode() in shown, len(shown) > 0)
    kept = b"".join(files(tmp_path).values())
    printed = "".join(capfd.readouterr())
    assert [] == [token for token in tokens if token in printed or token.encode() in kept]
    assert tokens[0] != tokens[1]
