"""The cost of an export and of its import: size, time and peak memory of each format, each in a separate process.

make bench-exports COUNTS="1000 10000"
"""

import asyncio
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from pydantic import JsonValue
from support.practices import keep, leaflet, practice

from benchmarks.exports.writing import PEER
from conversations.dialogue.model import Format
from storage import Blobs, Database

FORMATS: tuple[Format, ...] = ("json", "csv", "xlsx", "package")

IMPORTED = ("json", "xlsx", "package")
"""The formats that come back."""

_ENDINGS = {"json": "json", "xlsx": "xlsx", "package": "zip"}

_LETTERS = "abcdefghijklmnoprstuvyäöøå"

_WORDS = [first + second + third for first in _LETTERS for second in "aeiou" for third in ("nd", "ling", "s", "ment")]

_ATTACHED = b"%PDF-1.7" * 4096

_A_CHAT = 50


async def fill(url: str, data: Path, count: int) -> None:
    """Store invented practices of about 5,000 characters, every tenth with a file of 32 KiB."""
    db, blobs = await Database.open(url), Blobs(data)
    arriving = blobs.begin()
    arriving.write(_ATTACHED)
    file = leaflet(arriving.keep(), size=len(_ATTACHED))
    for first in range(0, count, _A_CHAT):
        numbers = range(first, min(first + _A_CHAT, count))
        drafts = [practice(n + 1, texts(n)) for n in numbers]
        with_files = [d.model_copy(update={"attachments": (file,)}) if d.number % 10 == 0 else d for d in drafts]
        await keep(db, first + 1, *with_files)
    await db.close()


def texts(number: int) -> dict[str, JsonValue]:
    """Return long answers, the same ones for the same number."""
    chance = random.Random(number)  # noqa: S311 - chance with a seed, so that it comes again
    words = {"description.description": 250, "evidence.performance": 300, "evidence.feedback": 100}
    long = {path: " ".join(chance.choices(_WORDS, k=count)) for path, count in words.items()}
    return {**long, "name.name": f"Open Door {number}"}


def measure(url: str, data: Path, form: str, out: Path) -> str:
    """Export in a separate process; return size, seconds and peak memory."""
    child = (sys.executable, "-m", "benchmarks.exports.writing", url, str(data), form, str(out))
    told = subprocess.run(child, check=True, capture_output=True, text=True).stdout.split()  # noqa: S603 - ourselves
    return f"{out.stat().st_size / 1e6:.1f} MB | {float(told[0]):.1f} s | {int(told[1]) / 1024:.0f} MiB"


def measure_import(folder: Path, file: Path) -> str:
    """Import an export into an empty database, in a separate process; return size, seconds and peak memory."""
    own = folder / f"import-{file.suffix.removeprefix('.')}"
    own.mkdir()
    settings = {"DATABASE_URL": f"sqlite+aiosqlite:///{own}/practices.db", "DATA_DIR": str(own / "data")}
    child = (sys.executable, "-m", "benchmarks.exports.importing", str(file))
    ran = subprocess.run(child, check=True, capture_output=True, text=True, env=os.environ | settings)  # noqa: S603 - ourselves
    told = ran.stdout.splitlines()[-1].split()
    return f"{file.stat().st_size / 1e6:.1f} MB | {float(told[0]):.1f} s | {int(told[1]) / 1024:.0f} MiB"


def main(counts: Sequence[int]) -> None:
    """Print a table for each count."""
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            url, data = f"sqlite+aiosqlite:///{folder}/practices.db", Path(folder) / "data"
            asyncio.run(fill(url, data, count))
            sys.stdout.write(f"| {count:,} submissions | size | time | peak memory |\n|---|---|---|---|\n")
            for form in (*FORMATS, PEER):
                out = Path(folder) / f"out.{form.partition(' ')[0]}"
                sys.stdout.write(f"| {form} | {measure(url, data, form, out)} |\n")
            for form in IMPORTED:
                whole = (Path(folder) / f"out.{form}").rename(Path(folder) / f"out.{_ENDINGS[form]}")
                sys.stdout.write(f"| import of {form} | {measure_import(Path(folder), whole)} |\n")
            sys.stdout.write("\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]])
