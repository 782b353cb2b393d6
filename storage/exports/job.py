"""Exporting in a process of its own."""

import asyncio
import os
from pathlib import Path
from typing import IO, Literal

from pydantic import BaseModel, TypeAdapter

from storage.database.database import Database
from storage.database.engines import CannotOpen
from storage.exports.export import CannotExport, Progress, Wanted, Written, export
from storage.files import Blobs
from storage.subprocess_job import child, ordered, tell


class Order(BaseModel):
    """What the child is to do; ``database`` is the address, with its password, ``file`` a descriptor that it has."""

    database: str
    data_dir: Path
    wanted: Wanted
    file: int


class ExportUnderway(BaseModel):
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


_TOLD: TypeAdapter[ExportUnderway | Finished | Refused] = TypeAdapter(ExportUnderway | Finished | Refused)


async def export_apart(
    database: str, data_dir: Path, wanted: Wanted, file: IO[bytes], progress: Progress = lambda _done, _of: None
) -> Written:
    """Do what ``export`` does in a child process; raises ``CannotExport``. Where this is cancelled the child is killed.

    It is told of ``progress`` at each whole percent. The file is one of the system's; a child that is killed cannot
    tidy up, so that this and what it writes meanwhile are the caller's.
    """
    order = Order(database=database, data_dir=data_dir, wanted=wanted, file=file.fileno())
    async with child(__name__, order, [order.file]) as lines:
        async for line in lines:
            told = _TOLD.validate_json(line)
            if isinstance(told, Finished):
                return told.written
            if isinstance(told, Refused):
                raise CannotExport(told.problem)
            progress(told.done, told.of)
    raise CannotExport("The export ended before it was finished.")


async def carry_out(order: Order, going: Progress) -> Finished | Refused:
    """Do, in the child, what is wanted."""
    try:
        db = await Database.open(order.database)
        try:
            with os.fdopen(order.file, "wb") as file:
                return Finished(written=await export(db, Blobs(order.data_dir), order.wanted, file, going))
        finally:
            await db.close()
    except (CannotExport, CannotOpen) as error:
        return Refused(problem=str(error))
    except Exception as error:  # noqa: BLE001 - its text may hold an answer: only its kind is told
        return Refused(problem=f"The export failed ({type(error).__name__}).")


def main() -> None:
    """Be the child."""
    order = Order.model_validate_json(ordered())
    tell(asyncio.run(carry_out(order, _going)))


def _going(done: int, of: int) -> None:
    """Tell of each whole percent."""
    if done * 100 // of > (done - 1) * 100 // of:
        tell(ExportUnderway(done=done, of=of))
