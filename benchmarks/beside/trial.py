"""How long people wait for answers while documents are made, compared with no documents: the whole bot, over loopback.

make bench-beside COUNTS=10000
"""

import asyncio
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

from benchmarks.exports.trial import fill
from bot.demo.test_bed import TestBed
from bot.demo.transcripts import ADMIN
from bot.sandbox import Person
from conversations.dialogue.replies import Document, ExportFile, Line, Reply, StatsPicture, WordForm
from storage import Post
from storage.outbox import put

PEOPLE, EVERY = 10, 2.0
"""The number of people, and the seconds between two answers of each: 5 answers a second."""

SECONDS = 15
"""Seconds of writing without other work."""

A_FORM = 0.5
"""Seconds between two Word forms."""

_READER = 2001


async def people(bed: TestBed, going: asyncio.Event) -> list[float]:
    """Let people write until the end; return the wait for each answer, in ms."""
    waits: list[float] = []
    async with asyncio.TaskGroup() as group:
        for number in range(PEOPLE):
            person = bed.sandbox.person(f"Writer {number}", 5_000_000 + number)
            group.create_task(_writes(bed, person, number * EVERY / PEOPLE, going, waits))
    return waits


async def _writes(bed: TestBed, person: Person, late: float, going: asyncio.Event, waits: list[float]) -> None:
    await asyncio.sleep(late)  # so that people do not write all at the same moment
    await bed.bot.settled(await person.says("I agree"))
    while not going.is_set():
        begun = time.monotonic()
        await bed.bot.settled(await person.says("/start"))
        waits.append((time.monotonic() - begun) * 1000)
        await asyncio.sleep(max(EVERY - (time.monotonic() - begun), 0))  # a person, who writes at a steady pace


async def ask(bed: TestBed, chat_id: int, document: Document) -> float:
    """Ask for a document; return the seconds until it comes."""
    begun = time.monotonic()
    person = bed.sandbox.person("", chat_id)
    before = _newest_file(person)
    reply = Reply(lines=(Line(text="Here it is."),), document=document)
    await bed.database.change(put, Post(chat_id, None, [reply]), bed.clock())
    bed.bot.delivery.wake(chat_id)
    await bed.sandbox.world.pulse.until(lambda: _newest_file(person) > before, 600)
    return time.monotonic() - begun


def _newest_file(person: Person) -> int:
    """Return the id of the last message if it is a file."""
    last = next(reversed(person.chat.messages.values()), {})
    return int(last["message_id"]) if "document" in last or "photo" in last else 0


async def forms(bed: TestBed, going: asyncio.Event) -> str:
    """Ask for Word forms until the end."""
    took: list[float] = []
    while not going.is_set():
        took.append(await ask(bed, _READER, WordForm(submission=len(took) % 100 + 1)))
        await asyncio.sleep(A_FORM)  # a coordinator, who reads
    return f"{len(took)} Word forms"


async def documents(bed: TestBed, _going: asyncio.Event) -> str:
    """Make an export and a picture at the same time."""
    export = ExportFile(format="xlsx", statuses=("approved",))
    took = await asyncio.gather(ask(bed, ADMIN, export), ask(bed, 1001, StatsPicture()))
    return f"xlsx {took[0]:.1f} s, picture {took[1]:.1f} s"


async def nothing(_bed: TestBed, _: asyncio.Event) -> str:
    """Do no other work."""
    await asyncio.sleep(SECONDS)  # in which people write beside nothing
    return ""


Work = Callable[[TestBed, asyncio.Event], Awaitable[str]]


async def measured(bed: TestBed, name: str, work: Sequence[Work]) -> str:
    """Return a row of the table: the waits of people during some work; the last work ends the measurement."""
    going = asyncio.Event()
    writing = asyncio.create_task(people(bed, going))
    beside = [asyncio.create_task(_awaited(one(bed, going))) for one in work[:-1]]
    made = [await work[-1](bed, going)]
    going.set()
    made += [await one for one in beside]
    waits = await writing
    await bed.bot.idle()
    cut = quantiles(waits, n=100, method="inclusive")
    figures = f"{cut[49]:.1f} ms | {cut[98]:.1f} ms | {max(waits):.1f} ms"
    return f"| {name} | {figures} | {len(waits):,} | {', '.join(filter(None, made))} |\n"


async def _awaited(work: Awaitable[str]) -> str:
    return await work


async def main(count: int) -> None:
    """Print a table."""
    with TemporaryDirectory() as folder:
        url, data = f"sqlite+aiosqlite:///{folder}/practices.db", Path(folder) / "data"
        await fill(url, data, count)
        async with TestBed(url, data_dir=data) as bed:
            sys.stdout.write("| beside | median | p99 | worst | answers | made |\n|---|---|---|---|---|---|\n")
            sys.stdout.write(await measured(bed, "nothing", [nothing]))
            sys.stdout.write(await measured(bed, "Word forms, one every half second", [forms, nothing]))
            sys.stdout.write(await measured(bed, "all of these at once", [forms, documents]))
            sys.stdout.write(await measured(bed, "nothing, again", [nothing]))


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
