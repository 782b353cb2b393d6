"""The conversation in the terminal: input and output."""

import asyncio
import io
import os
import sys
from asyncio.subprocess import PIPE, create_subprocess_exec
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import aiohttp
import pytest

from bot.demo import chat
from bot.demo.terminal import HELP, Answered, Lines, Screen, TerminalChat, drawn, when_quiet, when_settled
from bot.demo.test_bed import TestBed
from bot.demo.transcripts import DEMO_USERS
from bot.sandbox import ControlClient, Sandbox
from bot.sandbox.views import seen

ROOT = Path(__file__).parents[3]

Type = Callable[..., Awaitable[list[str]]]


class Tty(io.StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        """Be one."""
        return True


class Noticed(io.StringIO):
    """A screen that reports its output."""

    def __init__(self) -> None:
        super().__init__()
        self.something = asyncio.Event()

    def flush(self) -> None:
        """Tell it."""
        self.something.set()


@pytest.fixture
async def bed(url: str) -> AsyncIterator[TestBed]:
    """Run the bot on a local Bot API."""
    async with TestBed(url) as bed:
        yield bed


@pytest.fixture
def typed(bed: TestBed, tmp_path: Path) -> Type:
    """Type lines; return the shown lines."""

    async def context(*lines: str, answered: Answered | None = None) -> list[str]:
        path = tmp_path / "typed.txt"
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        shown = io.StringIO()
        async with ControlClient(bed.sandbox.base_url) as client:
            person = await client.person(*DEMO_USERS[0])
            with path.open() as source:
                await TerminalChat(person, Screen(source, shown), Lines(source), answered or when_settled(bed)).run()
        return shown.getvalue().splitlines()

    return context


def after(lines: list[str], typed: str, count: int = 1) -> list[str]:
    """Return the lines that were shown after a typed one, without empty ones."""
    rest = lines[lines.index(f"> {typed}") + 1 :]
    return [line for line in rest if line][:count]


@pytest.mark.slow
async def test_chat_through_a_pipe(tmp_path: Path) -> None:
    """Lines from a pipe are a conversation: each waits for the bot's answer, and the saved answers are shown."""
    process = await create_subprocess_exec(
        *(sys.executable, "-m", "bot", "chat"),
        stdin=PIPE,
        stdout=PIPE,
        stderr=PIPE,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    out, err = await process.communicate(b"I agree\nOpen Door\nWe prevent radicalisation.\n:1\n:quit\n")
    lines = [line for line in out.decode().splitlines() if line.startswith((">", "Saved"))]
    assert (0, b"") == (process.returncode, err)
    assert [
        "> I agree",
        "> Open Door",
        "Saved: Open Door",
        "> We prevent radicalisation.",
        "Saved: 3 of 300 words",
        "> :1",
        "Saved: Yes",
        "> :quit",
    ] == lines


async def test_buttons_pressed(typed: Type) -> None:
    """A button is pressed by its number or by its label; a redrawn message is shown again."""
    lines = await typed("I agree", ":1", "[Overview]", ":17", ":99", "[Nope]")
    assert "Overview" == after(lines, "[Overview]")[0]
    assert ["(changed)", "For example:"] == after(lines, ":1", 2)
    assert ["There is no button 99."] == after(lines, ":99")
    assert ["no button 'Nope' in this chat"] == after(lines, "[Nope]")


async def test_button_that_copies(typed: Type, bed: TestBed) -> None:
    """A button that copies shows its text, and sends nothing."""
    await typed("I agree")
    keys = {"inline_keyboard": [[{"text": "Copy the reference", "copy_text": {"text": "RAN-2026-0001"}}]]}
    said = {"chat_id": DEMO_USERS[0][1], "text": "Here.", "reply_markup": keys}
    async with aiohttp.ClientSession() as http:
        url = f"{bed.sandbox.base_url}/bot{bed.sandbox.token}/sendMessage"
        await http.post(url, json=said, raise_for_status=True)
    assert ["RAN-2026-0001"] == after(await typed(":1"), ":1")


async def test_last_message_changed(typed: Type) -> None:
    """The last message can be changed."""
    lines = await typed("I agree", "Open Dor", ":edit Open Door")
    assert ["Corrected: Name of the practice. Saved: Open Door"] == after(lines, ":edit Open Door")


async def test_lines_pasted(typed: Type, bed: TestBed) -> None:
    """Several lines can be one message; the end of the input ends it too."""
    lines = await typed("I agree", ":paste", "Open", "Door", ".", "", ":paste", "We prevent")
    texts = [message.text for message in bed.anna.messages if message.sender == "person"]
    assert ["I agree", "Open\nDoor", "We prevent"] == texts
    assert ["| Open", "| Door", "| ."] == after(lines, ":paste", 3)


async def test_file_sent(typed: Type, bed: TestBed, tmp_path: Path) -> None:
    """A file is sent under its name; an unreadable one is reported."""
    leaflet = tmp_path / "leaflet.pdf"
    leaflet.write_bytes(b"leaflet")
    lines = await typed("I agree", f":file {leaflet}", ":file /no/leaflet.pdf")
    files = [message.document for message in bed.anna.messages if message.document]
    assert [("leaflet.pdf", b"leaflet")] == [(file.name, file.content) for file in files]
    assert ["/no/leaflet.pdf cannot be read: No such file or directory."] == after(lines, ":file /no/leaflet.pdf")


async def test_help_and_what_is_no_command(typed: Type) -> None:
    """The commands are listed; a misspelt one is not sent to the bot, a smiley is."""
    lines = await typed(":help", ":quti", ":-)")
    assert HELP.splitlines() == after(lines, ":help", 8)
    assert ["There is no such command; :help lists them."] == after(lines, ":quti")
    assert "Please press I agree first." in after(lines, ":-)")[0]


async def test_join_shows_the_last_message(typed: Type) -> None:
    """A person who joins sees the last message of the bot, and the chat waits for answers of a remote bot too."""
    await typed("I agree", "Open Door")
    lines = await typed(":1", ":2", answered=when_quiet)
    assert "Section 2 of 16 · Description" == lines[3]
    assert ["(changed)", "For example:"] == after(lines, ":1", 2)


def test_chat_with_no_demo(capsys: pytest.CaptureFixture[str]) -> None:
    """An address without a demo is reported in one line, with exit code 2."""
    assert (2, "practice-bot: no demo answers at http://127.0.0.1:1/\n") == (
        chat("http://127.0.0.1:1/"),
        capsys.readouterr().err,
    )


def test_chat_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a demo, the chat starts its own bot, on demo.db."""
    monkeypatch.chdir(tmp_path)
    Path("typed.txt").write_text(":help\n", encoding="utf-8")
    with Path("typed.txt").open() as source:
        monkeypatch.setattr(sys, "stdin", source)
        code = chat()
    assert (0, "", True) == (code, capsys.readouterr().err, Path("demo.db").exists())


async def test_sandbox_gone_during_the_conversation() -> None:
    """A conversation ends when the sandbox stops, even if nothing is typed."""
    reading, writing = os.pipe()
    shown = Noticed()
    async with Sandbox() as sandbox, ControlClient(sandbox.base_url) as client, asyncio.timeout(10):
        person = await client.person(*DEMO_USERS[0])
        with os.fdopen(reading) as source:
            context = asyncio.create_task(TerminalChat(person, Screen(source, shown), Lines(source), when_quiet).run())
            await shown.something.wait()
            await sandbox.__aexit__(None, None, None)
            with pytest.raises(aiohttp.ClientError):
                await context
            os.close(writing)


def test_screen_of_a_person() -> None:
    """A terminal has a prompt and bold titles; new messages are on their own lines."""
    screen = Screen(Tty(), out := Tty())
    screen.prompt("> ")
    screen.show("late")
    screen.entered("typed")
    screen.show(screen.bold("answer"))
    screen.entered(None)
    assert "> \nlate\n> \033[1manswer\033[0m\n\n" == out.getvalue()


def test_message_drawn() -> None:
    """Bold follows the entities, also after characters of two units; files and links are named."""
    message = {
        "message_id": 1,
        "date": 0,
        "chat": {"id": 1},
        "from": {"id": 4242},
        "caption": "🙂 Title, text",
        "caption_entities": [{"type": "bold", "offset": 3, "length": 5}, {"type": "url", "offset": 0, "length": 2}],
        "document": {"file_id": "f", "file_name": "form.docx", "mime_type": "x", "file_size": 12},
        "reply_markup": {"inline_keyboard": [[{"text": "A"}, {"text": "B"}], [{"text": "C"}]]},
    }
    assert "🙂 *Title*, text\n(document: form.docx, 12 bytes)\n 1 [A]   2 [B]\n 3 [C]" == drawn(
        seen(message, 4242, lambda _: b""), lambda text: f"*{text}*"
    )
