"""How long others wait while an export runs: the delay of a 5 ms timer in the event loop that answers people.

make bench-exports COUNTS="1000 10000"
"""

import asyncio
import sys
import time
from collections.abc import Awaitable
from io import BytesIO
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory, TemporaryFile

from benchmarks.exports.trial import fill
from conversations.dialogue.model import Format
from storage import Blobs, Database
from storage.exports import Wanted, export, export_in_subprocess

_TICK = 0.005

FORMATS: tuple[Format, ...] = ("json", "csv", "xlsx")


async def lateness(work: Awaitable[object]) -> str:
    """Do the work; return the delay of a timer beside it in ms: median, 99th percentile, maximum."""
    task = asyncio.ensure_future(work)
    late: list[float] = []
    begun = time.monotonic()
    while not task.done():
        at = time.monotonic()
        await asyncio.sleep(_TICK)  # the timer itself: how late it is, is measured
        late.append((time.monotonic() - at - _TICK) * 1000)
    await task
    cut = quantiles(late, n=100)
    return f"{cut[49]:.1f} | {cut[98]:.1f} | {max(late):.1f} | {time.monotonic() - begun:.1f} s"


async def main(count: int) -> None:
    """Print a table: each format in a separate process, then in the event loop's process."""
    sys.stdout.write("| export | late by, median (ms) | p99 | worst | export takes |\n|---|---|---|---|---|\n")
    with TemporaryDirectory() as folder:
        url, data = f"sqlite+aiosqlite:///{folder}/practices.db", Path(folder) / "data"
        await fill(url, data, count)
        nothing = asyncio.sleep(5)  # about as long as an export takes
        sys.stdout.write(f"| none, 5 s | {await lateness(nothing)} |\n")
        db = await Database.open(url)
        for form in FORMATS:
            wanted = Wanted(format=form)
            with TemporaryFile() as file:
                sys.stdout.write(
                    f"| {form}, apart | {await lateness(export_in_subprocess(url, data, wanted, file))} |\n"
                )
            in_here = export(db, Blobs(data), wanted, BytesIO())
            sys.stdout.write(f"| {form}, in the loop | {await lateness(in_here)} |\n")
            sys.stdout.flush()
        await db.close()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
