"""The speed of the bot, compared with bounds and peers in the same run: ``make bench``; see docs/benchmarks.md.

Whole processes over loopback, interleaved: each run measures every row once, starting with a different row.
"""

import argparse
import asyncio
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from support.postgres import Loop, migrated, started

from benchmarks.speed.measuring import Figures, Load, NotMeasured, measured
from benchmarks.speed.people import NotAnswered
from benchmarks.speed.report import written
from benchmarks.speed.subjects import Databases, Subject, subjects


@contextmanager
def temporary() -> Iterator[Path]:
    """Make a folder for the length of a block."""
    with TemporaryDirectory() as folder:
        yield Path(folder)


@contextmanager
def sqlite() -> Iterator[str]:
    """Make an upgraded file, as the databases on the server are."""
    with temporary() as folder:
        url, loop = f"sqlite+aiosqlite:///{folder}/practices.db", Loop()
        loop.wait(migrated(url))
        loop.close()
        yield url


def postgresql(stack: ExitStack) -> Databases | str:
    """Start a PostgreSQL with safe disk writes, or say why there is none."""
    try:
        return stack.enter_context(started(hasty=False)).database
    except Exception as error:  # noqa: BLE001 - whatever it is, it stands in the table
        return f"no PostgreSQL: {type(error).__name__}: {error}".splitlines()[0]


async def trial(chosen: Sequence[Subject], load: Load, runs: int) -> dict[str, list[Figures] | str]:
    """Measure all rows several times; a row that fails once has no figures."""
    found: dict[str, list[Figures] | str] = {subject.name: subject.missing or [] for subject in chosen}
    for run in range(runs):
        for subject in (*chosen[run % len(chosen) :], *chosen[: run % len(chosen)]):
            rows = found[subject.name]
            if isinstance(rows, list):
                _progress(f"run {run + 1} of {runs}: {subject.name}")
                found[subject.name] = await _added(rows, subject, load)
    return found


async def _added(rows: list[Figures], subject: Subject, load: Load) -> list[Figures] | str:
    try:
        return [*rows, await measured(subject, load)]
    except (NotAnswered, NotMeasured, RuntimeError) as error:
        _progress(f"  not measured: {error}")
        return str(error)


def _progress(line: str) -> None:
    sys.stderr.write(f"{line}\n")


def questions(command: str) -> argparse.ArgumentParser:
    """Read the command line; from now on a stop signal stops every started program."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    parser = argparse.ArgumentParser(command)
    parser.add_argument("--out", type=Path, help="also written there, as Markdown")
    return parser


def put_out(text: str, out: Path | None) -> int:
    """Print tables, and write them to a file if one is named; return the exit code."""
    sys.stdout.write(f"{text}\n")
    if out:
        out.write_text(f"{text}\n", encoding="utf-8")
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables."""
    parser = questions("make bench")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=3.0, help="of each phase")
    parser.add_argument("--people", type=int, nargs="+", default=[1, 50, 500], help="at once; the first is 1")
    parser.add_argument("--opened", type=int, default=1_000, help="conversations that are weighed")
    parser.add_argument("--only", default="", help="rows with this in their name")
    given = parser.parse_args(arguments)
    load = Load(given.seconds, tuple(given.people), given.opened)
    with ExitStack() as stack:
        listed = subjects(sqlite, postgresql(stack))
        chosen = [subject for subject in listed if given.only in subject.name]
        text = written(asyncio.run(trial(chosen, load, given.runs)), load, given.runs)
    return put_out(text, given.out)


if __name__ == "__main__":
    sys.exit(main())
