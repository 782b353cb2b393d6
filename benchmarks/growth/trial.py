"""Which costs stay level when the collection grows, and which grow with their output: ``make bench-growth``.

The bot runs in a separate process on collections of different sizes; docs/benchmarks.md explains the rows.
"""

import asyncio
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from benchmarks.growth.collection import fill
from benchmarks.growth.exported import exported
from benchmarks.queue.pages import ASKED, found, measured
from benchmarks.speed.measuring import reached
from benchmarks.speed.people import Crowd
from benchmarks.speed.processes import Running
from benchmarks.speed.report import machine
from benchmarks.speed.script import Input, inputs
from benchmarks.speed.subjects import Databases
from benchmarks.speed.telegram import TOKEN, Telegram
from benchmarks.speed.trial import postgresql, put_out, questions, sqlite, temporary
from storage import Database

SIZES = (100, 10_000, 100_000)

LEVEL = 1.5
"""A figure at the largest size counts as level up to this many times the one at the smallest."""

COUNTED = "queue, ", "find, "
"""Pages of the queue and of a search count their matches up to 500: compare the largest size with the one before it."""

GROWS = "grows with what it writes: "

SOUGHT = {
    "a word that all have": found("door"),
    "a reference": found("ran 3001 0012"),
    "the beginning of a word that all have": found("proba"),
    "a word that none has": found("nowhere"),
}
"""Words to search for."""

_SAMPLES = 200

_IDLE = 8

_ADMIN = 999_999_999

_FIRST = (Input("/start", pressed=False, signs=("You are an admin",)),)

_PAGE = Input("/queue", pressed=False, signs=("Waiting for review",))

Figures = dict[str, float]


async def of_a_size(url: str, folder: Path, size: int, samples: int) -> Figures:
    """Fill a database, and take all figures."""
    db = await Database.open(url)
    await fill(db, size)
    await db.close()
    figures = await _of_the_bot(url, folder, samples)
    figures |= await _of_queues(url, size, samples)
    return figures | {f"{GROWS}{name}": value for name, value in exported(url, folder).items()}


async def _of_the_bot(url: str, folder: Path, samples: int) -> Figures:
    """Start the bot; let one person answer and an admin read the queue; then measure its memory."""
    async with Telegram() as telegram:
        known = {"BOT_TOKEN": TOKEN, "BOT_API_URL": telegram.address, "ADMIN_IDS": str(_ADMIN)}
        ours = known | {"DATABASE_URL": url, "MESSAGES_PER_SECOND": "0", "DATA_DIR": str(folder / "data")}
        begun = perf_counter()
        async with Running(folder, ("-m", "bot", "run"), [ours]) as running:
            await reached(telegram, running, 1)
            figures = {"start, s": perf_counter() - begun, "start, CPU ms": running.cpu * 1000}
            turns = await _took(telegram, inputs()[:-1][:samples], samples, [])
            pages = await _took(telegram, (*_FIRST, *(_PAGE for _ in range(samples))), samples, [_ADMIN])
            figures |= _both("a turn, ms", turns) | _both("/queue, ms", pages[1:])
            cpu, begun = running.cpu, perf_counter()
            await asyncio.sleep(_IDLE)  # in which nobody writes: several sweeps fall into it
            figures["CPU while nobody writes, ms a second"] = (running.cpu - cpu) * 1000 / (perf_counter() - begun)
            return figures | {"memory, MiB": running.memory}


async def _took(telegram: Telegram, given: Sequence[Input], samples: int, chats: Sequence[int]) -> list[float]:
    """Let one person after the other do this; return the milliseconds of each reply, without the warm-up."""
    crowd = Crowd(telegram, given, iter(chats) if chats else None)
    while len(crowd.all_took) < samples:
        await crowd.opening(1, len(given))
    return [seconds * 1000 for seconds in crowd.all_took]


async def _of_queues(url: str, size: int, samples: int) -> Figures:
    """Measure only the database, with pages of the queue, each of their filters, and searches."""
    db = await Database.open(url)
    figures: Figures = {}
    runs = max(samples // 4, 4)
    for name, asked in ASKED.items():
        figures |= _both(f"{COUNTED[0]}{name}, ms", await measured(db, asked(size // 4), runs))
    for name, ask in SOUGHT.items():
        figures |= _both(f"{COUNTED[1]}{name}, ms", await measured(db, ask, runs))
    await db.close()
    return figures


def _both(name: str, took: Sequence[float]) -> Figures:
    cut = quantiles(took, n=20, method="inclusive")
    return {f"{name} p50": cut[9], f"{name} p95": cut[18]}


def written(found: dict[int, Figures]) -> str:
    """Write the table, with the ratio of the largest size to the smallest."""
    sizes = list(found)
    last = found[sizes[-1]]
    lines = [
        f"| {machine()} | {' | '.join(f'{size:,}' for size in sizes)} | ratio | |",
        "|---" * (len(sizes) + 3) + "|",
    ]
    for name in last:
        before = found[sizes[-2] if name.startswith(COUNTED) else sizes[0]][name]
        ratio = last[name] / before if before else 1.0
        verdict = "" if name.startswith(GROWS) else "level" if ratio <= LEVEL else "NOT LEVEL"
        cells = " | ".join(f"{found[size][name]:,.1f}" for size in sizes)
        lines.append(f"| {name} | {cells} | {ratio:.2f} | {verdict} |")
    return "\n".join(lines)


async def trial(databases: Databases, sizes: Sequence[int], samples: int, said: Callable[[str], object]) -> str:
    """Measure each size in a separate database; return the table."""
    found: dict[int, Figures] = {}
    for size in sizes:
        said(f"{size:,} drafts\n")
        with databases() as url, temporary() as folder:
            found[size] = await of_a_size(url, folder, size, samples)
    return written(found)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table."""
    parser = questions("make bench-growth")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--samples", type=int, default=_SAMPLES)
    parser.add_argument("--postgresql", action="store_true")
    given = parser.parse_args(arguments)
    with ExitStack() as stack:
        databases = postgresql(stack) if given.postgresql else sqlite
        if isinstance(databases, str):
            parser.exit(1, f"{databases}\n")
        text = asyncio.run(trial(databases, given.sizes, given.samples, sys.stderr.write))
    return put_out(text, given.out)


if __name__ == "__main__":
    sys.exit(main())
