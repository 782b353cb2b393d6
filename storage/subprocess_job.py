"""Work in a process of its own, with bounds: it delays nobody's answer, and its memory is freed when it ends.

The child reads its order as JSON from standard input, so that no password stands in the list of processes. It writes
lines of JSON to standard output: one for each percent of the work, and a last one with the result or the problem.
"""

import asyncio
import gc
import json
import os
import subprocess
import sys
from asyncio.subprocess import PIPE
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter

from storage.portable import handing_over, limit

Order = TypeVar("Order")

Result = TypeVar("Result")

Progress = Callable[[int, int], None]
"""Is called with how much is done, and of how much."""


class JobFailed(Exception):  # noqa: N818 - it says what happened
    """There is no result; the message is one line for the person who asked."""


@dataclass(frozen=True)
class Bounds:
    """The limits of a child. ``seconds`` of CPU time count from the end of its start, ``memory`` is in bytes."""

    nice: int = 10  # behind the processes that answer people (nice(2))
    seconds: int | None = None
    memory: int | None = None

    def apply(self) -> None:
        """Set the limits for this process."""
        limit(self.seconds, self.memory, self.nice)


@dataclass(frozen=True)
class Job(Generic[Order, Result]):
    """Work for a child process: ``do`` takes the order and returns the result, both of which become JSON.

    ``address`` is the module and the name of this job, by which the child finds it. ``name`` and ``failed`` begin the
    messages about a failure. ``told`` are errors whose text the person may read; of all others only the class is told.
    """

    address: str
    name: str
    failed: str
    order: type[Order]
    result: type[Result]
    do: Callable[[Order, Progress], Result]
    told: tuple[type[Exception], ...] = ()
    bounds: Bounds = field(default_factory=Bounds)

    async def run(
        self, order: Order, files: Sequence[int] = (), progress: Progress = lambda _done, _of: None
    ) -> Result:
        """Do the work in a child; raises ``JobFailed``. If the caller is cancelled, the child is killed.

        The child gets ``files``, which are numbers of ``portable.for_child``.
        """
        with TemporaryDirectory() as unfinished:
            process = await asyncio.create_subprocess_exec(
                *command(self.address), stdin=PIPE, stdout=PIPE, env=_environment(unfinished), **handing_over(files)
            )
            if process.stdin is None or process.stdout is None:
                raise TypeError("The child has no pipes.")
            try:
                process.stdin.write(TypeAdapter(self.order).dump_json(order))
                process.stdin.close()
                async for line in process.stdout:
                    match json.loads(line):
                        case {"done": done, "of": of}:
                            progress(done, of)
                        case last:
                            return self._result(last)
            finally:
                if process.returncode is None:
                    process.kill()
                await process.wait()
        raise self._ended()

    def run_and_wait(self, order: Order) -> Result:
        """Do the work in a child, and block until it ends; raises ``JobFailed``."""
        with TemporaryDirectory() as unfinished:
            child = subprocess.run(  # noqa: S603 - ourselves
                command(self.address),
                input=TypeAdapter(self.order).dump_json(order),
                stdout=PIPE,
                env=_environment(unfinished),
                check=False,
            )
        if child.returncode or not child.stdout:
            raise self._ended()
        return self._result(json.loads(child.stdout.splitlines()[-1]))

    def be_the_child(self) -> None:
        """Read the order, do the work and write the result, in the child."""
        order = TypeAdapter(self.order).validate_json(sys.stdin.buffer.read())
        self.bounds.apply()
        try:
            result = self.do(order, _tell_percent)
        except self.told as error:
            _tell({"problem": str(error)})
        except Exception as error:  # noqa: BLE001 - its text may hold an answer: only its class is told
            _tell({"problem": f"{self.failed} ({type(error).__name__})."})
        else:
            _tell({"result": TypeAdapter(self.result).dump_python(result, mode="json")})

    def _result(self, line: dict[str, Any]) -> Result:
        if "problem" in line:
            raise JobFailed(line["problem"])
        return TypeAdapter(self.result).validate_python(line["result"])

    def _ended(self) -> JobFailed:
        return JobFailed(f"{self.name} ended before it was finished.")


def command(address: str) -> tuple[str, ...]:
    """Return the command that starts the child of a job."""
    module, name = address.split(":")
    return (sys.executable, "-c", _START.format(module=module, name=name))


_START = "import gc; gc.disable(); from storage.subprocess_job import child; child({module!r}, {name!r})"
"""Looking for garbage during the imports would take 0.4 s of the 1.0 s of CPU time of a start."""

_ROOT = str(Path(__file__).parent.parent)


def child(module: str, name: str) -> None:
    """Find the job and do it, in the child."""
    job: Job[Any, Any] = getattr(import_module(module), name)
    gc.freeze()  # the imports are never garbage
    gc.enable()
    job.be_the_child()


def _environment(unfinished: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join([_ROOT, *sys.path]), "TMPDIR": unfinished}


def _tell_percent(done: int, of: int) -> None:
    if done * 100 // of > (done - 1) * 100 // of:
        _tell({"done": done, "of": of})


def _tell(line: dict[str, Any]) -> None:
    sys.stdout.write(f"{json.dumps(line)}\n")
    sys.stdout.flush()
