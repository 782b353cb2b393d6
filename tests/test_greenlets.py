"""Coverage finds in greenlets, with a tracer for each, what it finds when it asks at each call which one it is in."""

import os
import subprocess
import sys
from pathlib import Path

from coverage import CoverageData

SWITCHES = """
import asyncio
import sys
import threading

from sqlalchemy.util import await_only, greenlet_spawn
from support.greenlets import trace_greenlets

(trace_greenlets if "ours" in sys.argv else int)()


def work(number):
    total = 0
    for each in range(number):
        if each % 2:
            total += waits(each)
        else:
            total -= each
    return total


def waits(number):
    await_only(asyncio.sleep(0))
    if number > 3:
        raise_at(number)
    return number


def raise_at(number):
    await_only(asyncio.sleep(0))
    raise ValueError(number)


async def tried(number):
    try:
        await greenlet_spawn(work, number)
    except ValueError:
        return False
    return True


async def several():
    return await asyncio.gather(*(tried(number) for number in range(8)))


asyncio.run(several())
thread = threading.Thread(target=lambda: asyncio.run(several()))
thread.start()
thread.join()
"""


def arcs(path: Path, *given: str, **wanted: str) -> set[tuple[int, int]]:
    """Run the script under coverage and tell which line came after which."""
    script, data = path / "switches.py", path / f"data-{'-'.join((*given, *wanted.values()))}"
    script.write_text(SWITCHES, encoding="utf-8")
    options = [f"--{name}={value}" for name, value in wanted.items()]
    subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-m", "coverage", "run", "--rcfile=", "--branch", *options, str(script), *given],
        check=True,
        env=os.environ | {"COVERAGE_FILE": str(data), "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    found = CoverageData(str(data))
    found.read()
    return set(found.arcs(str(script)) or ())


def test_arcs_in_greenlets(tmp_path: Path) -> None:
    """Whatever switches in the middle of a function, no line is lost and none is found that did not run."""
    theirs = arcs(tmp_path, concurrency="thread,greenlet")
    assert (theirs, False) == (arcs(tmp_path, "ours"), theirs == arcs(tmp_path))
