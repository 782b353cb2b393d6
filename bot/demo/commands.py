"""The commands without Telegram: ``practice-bot demo``, ``demo --play`` and ``chat``."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import aiohttp

from bot.demo.demo_server import HOST, PORT, SQLITE, files_of, first_message_id, locked, serve
from bot.demo.playing import SandboxTalker, play_aloud
from bot.demo.terminal import Answered, Lines, Screen, TerminalChat, when_quiet, when_settled
from bot.demo.test_bed import TRANSCRIPTS_BEGIN, TestBed
from bot.demo.transcripts import DEMO_USERS, Transcript, parse
from bot.logs import set_up
from bot.sandbox import ControlClient, Sandbox
from bot.telegram.stopping import until_signal

DATABASE, SAMPLE_DATABASE = f"{SQLITE}demo.db", f"{SQLITE}demo-sample.db"


def demo(
    port: int | None = None,
    database: str | None = None,
    play: str | None = None,
    host: str = HOST,
    data: str | None = None,
) -> int:
    """Serve the chat page with the bot until a signal comes, or play a transcript; return the exit code."""
    if play is not None:
        return _play(play)
    url = database or (SAMPLE_DATABASE if data else DATABASE)
    asyncio.run(until_signal(serve(url, host, PORT if port is None else port, command=_command(), sample=bool(data))))
    return 0


@asynccontextmanager
async def _test_bed(database: str) -> AsyncIterator[TestBed]:
    """Open the test bed for a conversation in the terminal."""
    sandbox = Sandbox(first_message_id=first_message_id())
    set_up("WARNING", "text", sandbox.token)
    with locked(database):
        async with TestBed(database, sandbox, data_dir=files_of(database)) as bed:
            yield bed


def _command() -> str:
    return sys.argv[0] if Path(sys.argv[0]).name == "practice-bot" else "practice-bot"


def _play(path: str) -> int:
    try:
        transcript = parse(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        return _refused(path, error.strerror)
    except ValueError as error:
        return _refused(path, error)
    if not transcript.turns:
        return _refused(path, "no line in it begins with > and a space")
    try:
        return asyncio.run(_played(transcript, path))
    except KeyboardInterrupt:
        return 130  # as shells do for Ctrl-C


def _refused(path: str, reason: object) -> int:
    sys.stderr.write(f"practice-bot: {path} cannot be played: {reason}\n")
    return 2


async def _played(transcript: Transcript, name: str) -> int:
    with TemporaryDirectory() as folder:
        async with TestBed(f"{SQLITE}{folder}/played.db", begins=TRANSCRIPTS_BEGIN) as bed:
            set_up("WARNING", "text", bed.sandbox.token)
            return await play_aloud(transcript, SandboxTalker(bed), name)


def chat(join: str | None = None, database: str | None = None) -> int:
    """Talk with the bot in the terminal, or with the bot of a running demo; return the exit code."""
    try:
        asyncio.run(until_signal(_join(join.rstrip("/")) if join else _talk_here(database or DATABASE)))
    except aiohttp.ClientError:
        sys.stderr.write(f"practice-bot: no demo answers at {join}\n")
        return 2
    return 0


async def _talk_here(database: str) -> None:
    async with _test_bed(database) as bed:
        await _talk(bed.sandbox.base_url, when_settled(bed))


async def _join(address: str) -> None:
    await _talk(address, when_quiet)


async def _talk(address: str, answered: Answered) -> None:
    async with ControlClient(address) as client:
        person = await client.person(*DEMO_USERS[0])
        await TerminalChat(person, Screen(sys.stdin, sys.stdout), Lines(sys.stdin), answered).run()
