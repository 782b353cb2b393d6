"""The demo server: the chat page, the local Bot API and the bot's process, one demo for each database file."""

import asyncio
import socket
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from shlex import quote
from typing import Any

from pydantic import Base64Bytes, BaseModel, ValidationError

from bot.clock import now
from bot.demo.process import BotProcess
from bot.demo.sample import fill
from bot.demo.sample_practices import AUTHORS
from bot.demo.test_bed import ROLES, give_roles, id_of
from bot.demo.transcripts import ADMIN, COORDINATORS, DEMO_USERS, OPERATOR
from bot.logs import set_up
from bot.page import Page
from bot.sandbox import Sandbox
from bot.sandbox.files import StoredFile
from storage import Database, People, held

SQLITE = "sqlite+aiosqlite:///"


def locked(database_url: str) -> AbstractContextManager[None]:
    """Lock the database file: two demos on it, each with its own local Bot API, would send each other's messages."""
    return held(
        database_url,
        "join the other demo with chat --join and the address that it printed, or name another file, such as "
        f"--database {SQLITE}other.db",
    )


def page_locked(database_url: str) -> AbstractContextManager[None]:
    """Take the page's own lock: the bot's process has the lock of the file, which is free after a kill."""
    return held(f"{database_url}-page", "a demo runs on it already; open the page whose address it printed")


def place_of(database_url: str) -> str:
    """Return the file of the database as a person would name it, or `the database`."""
    return database_url.removeprefix(SQLITE) if database_url.startswith(SQLITE) else "the database"


def files_of(database_url: str) -> Path | None:
    """Return the folder of the attachments beside the database file, None if the database is no file."""
    return Path(f"{place_of(database_url)}-files") if database_url.startswith(SQLITE) else None


def chats_of(database_url: str) -> Path | None:
    """Return the file of the chats beside the database file, None if the database is no file."""
    return Path(f"{place_of(database_url)}-chats.json") if database_url.startswith(SQLITE) else None


class SavedFile(BaseModel):
    """A file in a chat."""

    file_id: str
    unique_id: str
    path: str
    content: Base64Bytes
    size: int
    name: str
    gone: bool
    link_until: float


class SavedChats(BaseModel):
    """Everything in the chats, and the updates that the bot has not taken yet."""

    people: dict[int, str]
    messages: list[dict[str, Any]]
    files: list[SavedFile]
    updates: list[dict[str, Any]]


@contextmanager
def persistent_chats(sandbox: Sandbox, path: Path | None, *, fresh: bool) -> Iterator[None]:
    """Load the chats, unless the database is a new one; save them at the end."""
    if path is not None and not fresh:
        with suppress(FileNotFoundError, ValidationError):  # without a readable file the chats are empty, no more
            load_chats(sandbox, SavedChats.model_validate_json(path.read_bytes()))
    try:
        yield
    finally:
        if path is not None:
            save_chats(path, chats_in(sandbox))


def chats_in(sandbox: Sandbox) -> SavedChats:
    """Return the chats of a sandbox."""
    world = sandbox.world
    return SavedChats(
        people={person.user_id: person.name for person in sandbox.people},
        messages=[message for person in sandbox.people for message in person.chat.messages.values()],
        files=[SavedFile.model_construct(**asdict(file)) for file in world.files.all()],
        updates=[update.body for update in world.updates.pending()],
    )


def load_chats(sandbox: Sandbox, saved: SavedChats) -> None:
    """Put saved chats into a new sandbox."""
    world = sandbox.world
    for user_id, name in saved.people.items():
        sandbox.person(name, user_id).chat.started = True
    for file in saved.files:
        world.files.restore(StoredFile(**file.model_dump() | {"content": file.content}))
    for message in saved.messages:
        world.change(world.chats[message["chat"]["id"]], message)
    for update in saved.updates:
        world.updates.add_raw(update)


def save_chats(path: Path, saved: SavedChats) -> None:
    """Write the whole file or none, readable for this user only: it contains answers."""
    draft = path.with_name(f"{path.name}.new")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    draft.write_text(saved.model_dump_json(), encoding="utf-8")
    draft.replace(path)


HOST, PORT = "127.0.0.1", 8765

PORTS = 100
"""The number of ports to try if the first one is taken."""

FULL_NAMES = {user_id: name for name, user_id in DEMO_USERS}

WELCOME = """\
The practice bot is running. Open its chat page in a browser:  {address}
Or talk to it in another terminal:  {command} chat --join {address}
To review, choose {coordinator} on the page; the admin is {admin}.
To stop, press Ctrl-C. The next start goes on from there: everything is kept in {kept}.
To reset, {reset}
"""


def welcome(address: str, command: str, database: str) -> str:
    """Return the text that the demo prints at its start."""
    return WELCOME.format(
        address=address,
        command=command,
        coordinator=FULL_NAMES[COORDINATORS[0]],
        admin=FULL_NAMES[ADMIN],
        kept=place_of(database),
        reset=how_to_reset(database),
    )


def how_to_reset(database: str) -> str:
    """Say how to delete everything that a demo has kept."""
    if not database.startswith(SQLITE):
        return "stop and name an empty database with --database."
    return f"stop and delete all of it:  rm -r {quote(place_of(database))}*"


async def serve(database: str, host: str, port: int, *, command: str, sample: bool = False) -> None:
    """Serve until cancelled."""
    began = time.monotonic()
    async with opened(database, host, port, sample=sample) as (sandbox, fresh):
        say(welcome(sandbox.base_url, command, database))
        if sample and fresh:
            count = await fill(sandbox)
            say(f"{count} invented practices are filled in, {time.monotonic() - began:.0f} s after the start.\n")
        await asyncio.Event().wait()


@asynccontextmanager
async def opened(
    database: str, host: str = HOST, port: int = 0, *, sample: bool = False
) -> AsyncIterator[tuple[Sandbox, bool]]:
    """Open the page with its bot; yield the sandbox, and whether nobody has ever written to this bot."""
    with locked(database):
        fresh = await prepare(database)
    sandbox = Sandbox(host=host, port=free_port(port, host), first_message_id=first_message_id(), id_of=id_of)
    set_up("WARNING", "text", sandbox.token)
    process = BotProcess(sandbox, settings(sandbox, database))
    Page(sandbox, process, ROLES).add_routes(sandbox.app)
    with page_locked(database):
        async with sandbox:
            add_people(sandbox, sample=sample)
            process.set_address(sandbox.base_url)
            with persistent_chats(sandbox, chats_of(database), fresh=fresh):
                async with process:
                    yield sandbox, fresh


def add_people(sandbox: Sandbox, *, sample: bool) -> None:
    """Add the demo users; the bot may have messages for them from an earlier run."""
    authors = {name: id_of(name) for name in AUTHORS} if sample else {}
    for name, user_id in (dict(DEMO_USERS) | authors).items():
        sandbox.person(name, user_id).chat.started = True


async def prepare(database: str) -> bool:
    """Upgrade the database and give the coordinators their role; return whether nobody has written yet."""
    opened = await Database.open(database)
    try:
        people = People(opened)
        known = await people.all()
        await give_roles(people, now())
    finally:
        await opened.close()
    return all(person.chat_id is None for person in known)


def settings(sandbox: Sandbox, database: str) -> dict[str, str]:
    """Return the environment variables of the bot's process."""
    files = files_of(database)
    return {
        "BOT_TOKEN": sandbox.token,
        "DATABASE_URL": database,
        "ADMIN_IDS": str(ADMIN),
        "CONTROLLER": OPERATOR.controller,
        "CONTACT": OPERATOR.contact,
        "MESSAGES_PER_SECOND": "0",
        "LOG_LEVEL": "WARNING",
    } | ({"DATA_DIR": str(files)} if files else {})


def first_message_id() -> int:
    """Return the first message id, from the clock: a database that is kept must not get an id twice."""
    return int(time.time() * 1000)


def free_port(first: int, host: str = HOST) -> int:
    """Return the first free port from the given one on; 0, which means any port, if there is none."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for port in range(max(first, 0), min(first + PORTS, 1 << 16)):
        with suppress(OSError), socket.create_server((host, port), family=family):
            return port
    return 0


def say(text: str) -> None:
    """Print at once, also into a pipe."""
    sys.stdout.write(text)
    sys.stdout.flush()
