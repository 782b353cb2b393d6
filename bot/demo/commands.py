"""A first look without Telegram: ``practice-bot demo``, ``demo --play`` and ``chat``."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import aiohttp

from bot.demo.demo_server import HOST, PORT, SQLITE, alone, files_of, first_message_id, serve
from bot.demo.playing import SandboxTalker, play_aloud
from bot.demo.talking import Answered, Context, Lines, Screen, when_quiet, when_settled
from bot.demo.test_bed import TALKS_BEGIN, Stage
from bot.demo.transcripts import PEOPLE, Transcript, parse
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
    """Serve the chat page with the bot behind it until a signal comes, or play a transcript; give the exit code."""
    if play is not None:
        return _play(play)
    url = database or (SAMPLE_DATABASE if data else DATABASE)
    asyncio.run(until_signal(serve(url, host, PORT if port is None else port, command=_command(), sample=bool(data))))
    return 0


@asynccontextmanager
async def _staged(database: str) -> AsyncIterator[Stage]:
    """Open the stage of a talk in the terminal."""
    sandbox = Sandbox(first_message_id=first_message_id())
    set_up("WARNING", "text", sandbox.token)
    with alone(database):
        async with Stage(database, sandbox, data_dir=files_of(database)) as stage:
            yield stage


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
        return 130  # as a shell tells it


def _refused(path: str, reason: object) -> int:
    sys.stderr.write(f"practice-bot: {path} cannot be played: {reason}\n")
    return 2


async def _played(transcript: Transcript, name: str) -> int:
    with TemporaryDirectory() as folder:
        async with Stage(f"{SQLITE}{folder}/played.db", begins=TALKS_BEGIN) as stage:
            set_up("WARNING", "text", stage.sandbox.token)
            return await play_aloud(transcript, SandboxTalker(stage), name)


def chat(join: str | None = None, database: str | None = None) -> int:
    """Talk with the bot in the terminal, or with the one of a running demo; give the exit code."""
    try:
        asyncio.run(until_signal(_join(join.rstrip("/")) if join else _talk_here(database or DATABASE)))
    except aiohttp.ClientError:
        sys.stderr.write(f"practice-bot: no demo answers at {join}\n")
        return 2
    return 0


async def _talk_here(database: str) -> None:
    async with _staged(database) as stage:
        await _talk(stage.sandbox.base_url, when_settled(stage))


async def _join(address: str) -> None:
    await _talk(address, when_quiet)


async def _talk(address: str, answered: Answered) -> None:
    async with ControlClient(address) as client:
        person = await client.person(*PEOPLE[0])
        await Context(person, Screen(sys.stdin, sys.stdout), Lines(sys.stdin), answered).run()
