"""The demo that is open to anyone: the chat page, the local Bot API, and the bot in a process of its own."""

import asyncio
import socket
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from bot.clock import now
from bot.demo.alone import alone, alone_with_page, chats_of, files_of, kept_in
from bot.demo.cast import HOUSE
from bot.demo.company import ROLES, appoint, id_of
from bot.demo.memory import remembered
from bot.demo.process import BotProcess
from bot.demo.sample import fill
from bot.demo.sample_words import AUTHORS
from bot.demo.stage import ADMIN, PEOPLE
from bot.logs import set_up
from bot.page import Page
from bot.sandbox import Sandbox
from storage import Database, People

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
