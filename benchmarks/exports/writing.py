"""One export in a process of its own: prints its seconds and its peak memory in KiB."""

import asyncio
import sys
import time
from pathlib import Path

from storage import Blobs, Database
from storage.exports import Wanted, export

PEER = "xlsx by openpyxl"


async def write(url: str, data: Path, form: str, out: Path) -> None:
    """Export all practices to a file."""
    db = await Database.open(url)
    with out.open("wb") as file:
        if form == PEER:
            from benchmarks.exports.peer import write_with_openpyxl  # noqa: PLC0415 - it costs memory

            await write_with_openpyxl(db, file)
        else:
            await export(db, Blobs(data), Wanted.model_validate({"format": form}), file)
    await db.close()


def main(url: str, data: str, form: str, out: str) -> None:
    """Export all practices to a file."""
    begun = time.monotonic()
    asyncio.run(write(url, Path(data), form, Path(out)))
    sys.stdout.write(f"{time.monotonic() - begun} {peak()}\n")


def peak() -> str:
    """Return the peak memory of this process in KiB; getrusage(2) would include the parent's from before exec."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:"))


if __name__ == "__main__":
    main(*sys.argv[1:])
