"""Exporting in a process of its own: its work holds nobody's answer up, and its memory goes when it ends.

The child hears on its standard input what is wanted, as JSON, so that no password stands in the list of processes, and
tells on its standard output how far it is and what came of it, a line of JSON each.
"""

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Literal

from pydantic import BaseModel, TypeAdapter

import storage
from storage.blobs import Blobs
from storage.database import Database
from storage.engines import CannotOpen
from storage.exports.export import export
from storage.exports.wanted import CannotExport, Progress, Wanted, Written

_COMMAND = (sys.executable, "-m", "storage.exports")
_ROOT = str(Path(storage.__file__).parent.parent)
_NICE = 10
"""How far the child steps back behind those who answer people (nice(2))."""


class Order(BaseModel):
    """What the child is to do; ``database`` is the address, with its password, ``file`` a descriptor that it has."""

    database: str
    data_dir: Path
    wanted: Wanted
    file: int


class Going(BaseModel):
    """How far the child is."""

    what: Literal["going"] = "going"
    done: int
    of: int


class Finished(BaseModel):
    """What came of it."""

    what: Literal["finished"] = "finished"
    written: Written


class Refused(BaseModel):
    """Why nothing was written, in one line for the person who asked."""

    what: Literal["refused"] = "refused"
    problem: str


_TOLD: TypeAdapter[Going | Finished | Refused] = TypeAdapter(Going | Finished | Refused)


async def export_apart(
    database: str, data_dir: Path, wanted: Wanted, file: IO[bytes], progress: Progress = lambda _done, _of: None
) -> Written:
    """Do what ``export`` does in a child process; raises ``CannotExport``. Where this is cancelled the child is killed.

    It is told of ``progress`` at each whole percent. The file is one of the system's; a child that is killed cannot
    tidy up, so that this and what it writes meanwhile are the caller's.
    """
    order = Order(database=database, data_dir=data_dir, wanted=wanted, file=file.fileno())
    with TemporaryDirectory() as unfinished:
        child = await asyncio.create_subprocess_exec(
            *_COMMAND, stdin=PIPE, stdout=PIPE, env=_environment(unfinished), pass_fds=[order.file]
        )
        try:
            return await _heard(child, order, progress)
        finally:
            if child.returncode is None:
                child.kill()
            await child.wait()


def _environment(unfinished: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join([_ROOT, *sys.path]), "TMPDIR": unfinished}


async def _heard(child: Process, order: Order, progress: Progress) -> Written:
    if child.stdin is None or child.stdout is None:
        raise TypeError("pipes were asked for")
    child.stdin.write(order.model_dump_json().encode())
    child.stdin.close()
    async for line in child.stdout:
        told = _TOLD.validate_json(line)
        if isinstance(told, Finished):
            await child.wait()
            return told.written
        if isinstance(told, Refused):
            raise CannotExport(told.problem)
        progress(told.done, told.of)
    raise CannotExport("The export ended before it was finished.")


async def carry_out(order: Order, tell: Progress) -> Finished | Refused:
    """Do, in the child, what is wanted."""
    try:
        db = await Database.open(order.database)
        try:
            with os.fdopen(order.file, "wb") as file:
                return Finished(written=await export(db, Blobs(order.data_dir), order.wanted, file, tell))
        finally:
            await db.close()
    except (CannotExport, CannotOpen) as error:
        return Refused(problem=str(error))
    except Exception as error:  # noqa: BLE001 - its text may hold an answer: only its kind is told
        return Refused(problem=f"The export failed ({type(error).__name__}).")


def main() -> None:
    """Be the child."""
    os.nice(_NICE)
    order = Order.model_validate_json(sys.stdin.buffer.read())
    _say(asyncio.run(carry_out(order, _tell)))


def _tell(done: int, of: int) -> None:
    """Tell of each whole percent."""
    if done * 100 // of > (done - 1) * 100 // of:
        _say(Going(done=done, of=of))


def _say(told: BaseModel) -> None:
    sys.stdout.write(f"{told.model_dump_json()}\n")
    sys.stdout.flush()
