"""One demo for one database file."""

import asyncio
import socket
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from pydantic import Base64Bytes, BaseModel, ValidationError

from bot.clock import now
from bot.demo.process import BotProcess
from bot.demo.sample import fill
from bot.demo.sample_practices import AUTHORS
from bot.demo.test_bed import ROLES, appoint, id_of
from bot.demo.transcripts import ADMIN, HOUSE, PEOPLE
from bot.logs import set_up
from bot.page import Page
from bot.sandbox import Sandbox
from bot.sandbox.files import StoredFile
from storage import Database, People, held

SQLITE = "sqlite+aiosqlite:///"


def alone(database_url: str) -> AbstractContextManager[None]:
    """Hold the file: two demos on it, each with its own local Bot API, would send each other's messages."""
    return held(
        database_url,
        "talk to a demo with chat --join and the address that it printed, or name another file, such as "
        f"--database {SQLITE}other.db",
    )


def alone_with_page(database_url: str) -> AbstractContextManager[None]:
    """Hold the page's own lock: that of the file is with the bot's process, and free while that one is killed."""
    return held(f"{database_url}-page", "a demo runs on it already; open the page whose address it printed")


def kept_in(database_url: str) -> str:
    """Name the database as a person would: by its file, if it has one."""
    return database_url.removeprefix(SQLITE) if database_url.startswith(SQLITE) else "the database"


def files_of(database_url: str) -> Path | None:
    """Name the folder of the files, beside the database where that is one file; nothing where it is none."""
    return Path(f"{kept_in(database_url)}-files") if database_url.startswith(SQLITE) else None


def chats_of(database_url: str) -> Path | None:
    """Name the file of the talks, beside the database where that is one file; nothing where it is none."""
    return Path(f"{kept_in(database_url)}-chats.json") if database_url.startswith(SQLITE) else None


class KeptFile(BaseModel):
    """A file that was sent."""

    file_id: str
    unique_id: str
    path: str
    content: Base64Bytes
    size: int
    name: str
    gone: bool
    link_until: float


class KeptTalks(BaseModel):
    """All that one can see of the talks, and what the bot has not heard yet."""

    people: dict[int, str]
    messages: list[dict[str, Any]]
    files: list[KeptFile]
    updates: list[dict[str, Any]]


@contextmanager
def remembered(sandbox: Sandbox, path: Path | None, *, fresh: bool) -> Iterator[None]:
    """Bring the talks back where the database is not a fresh one, and write them down at the end."""
    if path is not None and not fresh:
        with suppress(FileNotFoundError, ValidationError):  # what cannot be read is no more than an empty chat
            bring_back(sandbox, KeptTalks.model_validate_json(path.read_bytes()))
    try:
        yield
    finally:
        if path is not None:
            write_down(path, kept(sandbox))


def kept(sandbox: Sandbox) -> KeptTalks:
    """Return what is to be kept of a sandbox."""
    world = sandbox.world
    return KeptTalks(
        people={person.user_id: person.name for person in sandbox.people},
        messages=[message for person in sandbox.people for message in person.chat.messages.values()],
        files=[KeptFile.model_construct(**asdict(file)) for file in world.files.all()],
        updates=[update.body for update in world.updates.pending()],
    )


def bring_back(sandbox: Sandbox, talks: KeptTalks) -> None:
    """Put what was kept into a new sandbox."""
    world = sandbox.world
    for user_id, name in talks.people.items():
        sandbox.person(name, user_id).chat.started = True
    for file in talks.files:
        world.files.bring(StoredFile(**file.model_dump() | {"content": file.content}))
    for message in talks.messages:
        world.change(world.chats[message["chat"]["id"]], message)
    for update in talks.updates:
        world.updates.add_raw(update)


def write_down(path: Path, talks: KeptTalks) -> None:
    """Write a file that is whole or not there, and that nobody else may read: answers stand in it."""
    draft = path.with_name(f"{path.name}.new")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    draft.write_text(talks.model_dump_json(), encoding="utf-8")
    draft.replace(path)


HOST, PORT = "127.0.0.1", 8765

PORTS = 100
"""So many are tried where the first one is taken."""

WELCOME = """\
The practice bot is running. Open its chat page in a browser:  {address}
Or talk to it in another terminal:  {command} chat --join {address}
Stop with Ctrl-C. What is written is kept in {kept}.
"""


async def serve(database: str, host: str, port: int, *, command: str, sample: bool = False) -> None:
    """Serve until cancelled."""
    began = time.monotonic()
    async with opened(database, host, port, sample=sample) as (sandbox, fresh):
        say(WELCOME.format(address=sandbox.base_url, command=command, kept=kept_in(database)))
        if sample and fresh:
            count = await fill(sandbox)
            say(f"{count} invented practices are filled in, {time.monotonic() - began:.0f} s after the start.\n")
        await asyncio.Event().wait()


@asynccontextmanager
async def opened(
    database: str, host: str = HOST, port: int = 0, *, sample: bool = False
) -> AsyncIterator[tuple[Sandbox, bool]]:
    """Open the page with the bot behind it; say whether nobody has ever written to this bot."""
    with alone(database):
        fresh = await set_stage(database)
    sandbox = Sandbox(host=host, port=free_port(port, host), first_message_id=first_message_id(), id_of=id_of)
    set_up("WARNING", "text", sandbox.token)
    process = BotProcess(sandbox, settings(sandbox, database))
    Page(sandbox, process, ROLES).add_routes(sandbox.app)
    with alone_with_page(database):
        async with sandbox:
            invite(sandbox, sample=sample)
            process.set_address(sandbox.base_url)
            with remembered(sandbox, chats_of(database), fresh=fresh):
                async with process:
                    yield sandbox, fresh


def invite(sandbox: Sandbox, *, sample: bool) -> None:
    """Bring in all who are known; an earlier run's mail may wait for them."""
    authors = {name: id_of(name) for name in AUTHORS} if sample else {}
    for name, user_id in (dict(PEOPLE) | authors).items():
        sandbox.person(name, user_id).chat.started = True


async def set_stage(database: str) -> bool:
    """Bring the database up to date and give the coordinators their role; say whether nobody has written yet."""
    opened = await Database.open(database)
    try:
        people = People(opened)
        known = await people.all()
        await appoint(people, now())
    finally:
        await opened.close()
    return all(person.chat_id is None for person in known)


def settings(sandbox: Sandbox, database: str) -> dict[str, str]:
    """Return what the bot's process is told."""
    files = files_of(database)
    return {
        "BOT_TOKEN": sandbox.token,
        "DATABASE_URL": database,
        "ADMIN_IDS": str(ADMIN),
        "CONTROLLER": HOUSE.controller,
        "CONTACT": HOUSE.contact,
        "MESSAGES_PER_SECOND": "0",
        "LOG_LEVEL": "WARNING",
    } | ({"DATA_DIR": str(files)} if files else {})


def first_message_id() -> int:
    """Return where message ids begin: none comes twice in a database that is kept, a millisecond counts for one."""
    return int(time.time() * 1000)


def free_port(first: int, host: str = HOST) -> int:
    """Find a port from the given one on; 0, which stands for any, where there is none."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for port in range(max(first, 0), min(first + PORTS, 1 << 16)):
        with suppress(OSError), socket.create_server((host, port), family=family):
            return port
    return 0


def say(text: str) -> None:
    """Print, also where the output is a pipe."""
    sys.stdout.write(text)
    sys.stdout.flush()
