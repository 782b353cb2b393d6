"""Crash points: the process stops for good at each named point, for each kind of input, and is started again.

make trial-crash-points POSTGRESQL=1
"""

import argparse
import asyncio
import logging
import sys
import tempfile
from collections.abc import Awaitable, Callable, Collection
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Self

from sqlalchemy import select
from support.postgres import Postgres, started
from trials.people import Json
from trials.replay import Findings, findings_of
from trials.victim import PATIENCE, Victim, hooked, ours

from bot.sandbox import Person, Sandbox
from storage import Database, Point
from storage.crash_points import ORDERS
from storage.database.address import parsed
from storage.database.engines import engines
from storage.database.sqlite_file import file_behind
from storage.database.tables import FETCHING, INBOX, OUTBOX, WAITING

Kind = Literal["text", "press", "edit", "photo", "file"]

KINDS: tuple[Kind, ...] = ("text", "press", "edit", "photo", "file")
"""A photo is sent where no file is expected, a document where one is: at Deliverables."""

BEFORE: dict[Kind, tuple[str, ...]] = {"file": ("/overview", "Deliverables")}
"""The messages that lead a person to the point of the action."""

Way = Literal["polling", "webhook"]

WAYS: tuple[Way, ...] = ("polling", "webhook")

Cell = tuple[Point, Kind]

OLD_PRESS = "1|0|name.name|overview"
"""A button of an earlier database, pressed before any other message."""


@dataclass
class Somebody:
    """A person of a cell, with all updates that the local Bot API has accepted from them."""

    sandbox: Sandbox
    person: Person
    updates: list[Json] = field(default_factory=list)

    async def does(self, kind: Kind) -> None:
        """Do one action of that kind."""
        acts: dict[Kind, Callable[[], Awaitable[object]]] = {
            "text": lambda: self.says("A description, to prevent radicalisation."),
            "press": self._presses,
            "edit": self._edits,
            "photo": lambda: self.person.sends("photo", content=b"not looked at"),
            "file": lambda: self.person.sends("document", content=b"a leaflet", name="leaflet.pdf"),
        }
        await acts[kind]()
        self._note()

    async def says(self, text: str) -> None:
        """Write a message."""
        await self.person.says(text)
        self._note()

    async def _presses(self) -> object:
        if any(message.buttons for message in self.person.messages):
            return await self.person.presses("Overview")
        return await self.person.presses_data(1, OLD_PRESS)

    async def _edits(self) -> object:
        message = next(message for message in self.person.messages[::-1] if message.sender == "person")
        return await self.person.edits(message.message_id, "Opened Door")

    def _note(self) -> None:
        update = self.sandbox.world.updates.pending()[-1].body
        if update not in self.updates:
            self.updates.append(update)


class Points:
    """Crashes one program on one local Bot API and one empty database, point by point."""

    def __init__(self, folder: Path, way: Way, url: str) -> None:
        self._folder = folder
        self._orders = folder / "orders.txt"
        self._orders.write_text("")
        self._url = url
        self._way = way
        self._sandbox = Sandbox(plain_webhooks=True, webhook_pause=0.05)
        self._victim: Victim

    async def __aenter__(self) -> Self:
        await self._sandbox.__aenter__()
        hook = hooked("s3cret") if self._way == "webhook" else {}
        files = {"DATA_DIR": str(self._folder / "files")}
        environment = {**ours(self._sandbox, self._url), **hook, **files, ORDERS: str(self._orders)}
        self._victim = Victim(self._sandbox, self._folder, environment)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._victim.__aexit__()
        await self._sandbox.__aexit__(None, None, None)

    async def matrix(self, cells: Collection[Cell]) -> dict[Cell, Findings]:
        """Crash in each cell, first in those of the first start; return the findings."""
        migrating = {kind: await self._newcomer(kind) for point, kind in cells if point is Point.MIGRATING}
        if migrating:
            await self._crashed(Point.MIGRATING, self._victim.start)
        await self._victim.start()
        found = {(Point.MIGRATING, kind): await self._findings(person) for kind, person in migrating.items()}
        for point, kind in cells:
            if point is not Point.MIGRATING:
                found[point, kind] = await self._cell(point, kind)
        await self._victim.stop()
        return found

    async def _newcomer(self, kind: Kind) -> Somebody:
        """Let a person act before the bot has ever run."""
        somebody = self._somebody()
        await somebody.says("I agree")
        if kind == "edit":
            await somebody.says("Open Door")
        await somebody.does(kind)
        return somebody

    async def _cell(self, point: Point, kind: Kind) -> Findings:
        """Let a person begin a form, then do the action in which the bot crashes; restart the bot."""
        somebody = self._somebody()
        for text in ("I agree", "Open Door", *BEFORE.get(kind, ())):
            await somebody.says(text)
            await self._rested()

        async def act() -> None:
            await somebody.does(kind)
            if point is Point.STOPPING:
                self._victim.terminate()

        await self._crashed(point, act)
        await self._victim.start()
        return await self._findings(somebody)

    async def _crashed(self, point: Point, act: Callable[[], Awaitable[None]]) -> None:
        """Do an action in which the bot stops for good."""
        self._orders.write_text(point)
        await act()
        code = await self._victim.died()
        self._orders.write_text("")
        if code != -9:  # SIGKILL
            raise RuntimeError(
                f"the bot should have crashed {point}, and ended with {code}: {self._victim.log[-2000:]}"
            )

    def _somebody(self) -> Somebody:
        return Somebody(self._sandbox, self._sandbox.person("Anna Example"))

    async def _rested(self) -> None:
        """Wait until the program has done all its work."""
        async with asyncio.timeout(PATIENCE):
            while self._sandbox.world.updates.pending() or await self._waits():  # noqa: ASYNC110 - another process
                await asyncio.sleep(0.05)

    async def _waits(self) -> bool:
        """Return whether an accepted update or its file is not handled, or a message is not sent."""
        address = parsed(self._url)
        writer, reader = engines(address, file_behind(address))
        undone = (WAITING, FETCHING)
        async with reader.connect() as connection:
            queries = [select(table.c.status).where(table.c.status.in_(undone)).limit(1) for table in (INBOX, OUTBOX)]
            found = [(await connection.execute(query)).first() for query in queries]
        await writer.dispose()
        await reader.dispose()
        return any(found)

    async def _findings(self, somebody: Somebody) -> Findings:
        await self._rested()
        database = await Database.open(self._url)
        try:
            return await findings_of(database, self._sandbox, somebody.person.user_id, somebody.updates)
        finally:
            await database.close()


def table(found: dict[Way, dict[Cell, Findings]]) -> str:
    """Print the matrix: a row for each point, a column for each way of delivery and kind of input."""
    columns = [(way, kind) for way in WAYS for kind in KINDS]
    head = ["crashed", *(f"{way}: {kind}" for way, kind in columns)]
    rows = [[point, *(_words(found[way][point, kind]) for way, kind in columns)] for point in Point]
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _words(findings: Findings) -> str:
    if not findings.kept:
        return str(findings)
    return f"{findings.found} of {findings.inputs}" + (", said again" if findings.said_again else "")


async def main(server: Postgres | None) -> int:
    """Run the whole matrix; exit code 1 if an input was lost, doubled, misplaced or not answered."""
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)  # who is killed breaks its connections
    cells = [(point, kind) for point in Point for kind in KINDS]
    found: dict[Way, dict[Cell, Findings]] = {}
    for way in WAYS:
        with ExitStack() as stack:
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            url = f"sqlite+aiosqlite:///{folder}/practices.db"
            if server is not None:
                url = stack.enter_context(server.database(migrated=False))
            async with Points(Path(folder), way, url) as points:
                found[way] = await points.matrix(cells)
    sys.stdout.write(table(found))
    return 0 if all(findings.kept for each in found.values() for findings in each.values()) else 1


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--postgresql", action="store_true", help="keep all in a PostgreSQL that is started for it")
    with ExitStack() as servers:
        wanted = servers.enter_context(started()) if parser.parse_args().postgresql else None
        code = asyncio.run(main(wanted))
    sys.exit(code)
