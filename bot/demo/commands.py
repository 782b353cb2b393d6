"""A first look without Telegram: ``practice-bot demo``, ``demo --play`` and ``chat``."""

import asyncio
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from socket import create_server
from tempfile import TemporaryDirectory

import aiohttp

from bot.demo.alone import SQLITE, alone, files_of, kept_in
from bot.demo.aloud import play_aloud
from bot.demo.playing import SandboxTalker
from bot.demo.stage import PEOPLE, TALKS_BEGIN, Stage
from bot.demo.talking import Answered, Talk, when_quiet, when_settled
from bot.demo.terminal import Lines, Screen
from bot.demo.transcripts import Transcript, parse
from bot.logs import set_up
from bot.sandbox import ControlClient, Sandbox
from bot.stopping import until_signal

DATABASE = f"{SQLITE}demo.db"
HOST, PORT = "127.0.0.1", 8765
PORTS = 100
"""So many are tried where the first one is taken."""

WELCOME = """\
The practice bot is running on a local Bot API: {address}
Talk to it in another terminal:  {command} chat --join {address}
Stop with Ctrl-C. What is written is kept in {kept}.
"""


def demo(port: int | None = None, database: str | None = None, play: str | None = None) -> int:
    """Run the bot on a local Bot API until a signal comes, or play a transcript; give the exit code."""
    if play is not None:
        return _play(play)
    asyncio.run(until_signal(_serve(PORT if port is None else port, database or DATABASE)))
    return 0


async def _serve(port: int, database: str) -> None:
    async with _staged(database, free_port(port)) as stage:
        address = stage.sandbox.base_url
        sys.stdout.write(WELCOME.format(address=address, command=_command(), kept=kept_in(database)))
        sys.stdout.flush()
        await asyncio.Event().wait()


@asynccontextmanager
async def _staged(database: str, port: int = 0) -> AsyncIterator[Stage]:
    """Open the stage of a demo; no message id comes twice in a database that is kept: a second counts for one."""
    sandbox = Sandbox(port=port, host=HOST, first_message_id=int(time.time()))
    set_up("WARNING", "text", sandbox.token)
    with alone(database):
        async with Stage(database, sandbox, data_dir=files_of(database)) as stage:
            yield stage


def free_port(first: int) -> int:
    """Find a port from the given one on; 0, which stands for any, where there is none."""
    for port in range(max(first, 0), min(first + PORTS, 1 << 16)):
        with suppress(OSError), create_server((HOST, port)):
            return port
    return 0


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
        await Talk(person, Screen(sys.stdin, sys.stdout), Lines(sys.stdin), answered).run()
