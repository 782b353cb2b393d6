"""Reading the figures and drawing them in a process of its own."""

import asyncio
import os
from datetime import datetime
from importlib import import_module
from typing import IO, Literal

from pydantic import BaseModel, TypeAdapter

from storage.database.database import Database
from storage.database.engines import CannotOpen
from storage.stats import Stats, stats_of
from storage.subprocess_job import child, ordered, tell


class CannotDraw(Exception):  # noqa: N818 - it says what is the matter, in one line
    """The picture cannot be made; the message is one line for the person who asked."""


class Order(BaseModel):
    """What the child is to do; ``database`` is the address, with its password, ``file`` a descriptor that it has."""

    database: str
    now: datetime
    file: int


class Drawn(BaseModel):
    """The figures that the picture shows."""

    what: Literal["drawn"] = "drawn"
    stats: Stats


class Refused(BaseModel):
    """Why there is no picture, in one line."""

    what: Literal["refused"] = "refused"
    problem: str


_TOLD: TypeAdapter[Drawn | Refused] = TypeAdapter(Drawn | Refused)


async def draw_apart(database: str, now: datetime, file: IO[bytes]) -> Stats:
    """Write a PNG of how the collection goes at ``now`` (UTC); give its figures. Raises ``CannotDraw``."""
    order = Order(database=database, now=now, file=file.fileno())
    async with child(__name__, order, [order.file]) as lines:
        async for line in lines:
            told = _TOLD.validate_json(line)
            if isinstance(told, Drawn):
                return told.stats
            raise CannotDraw(told.problem)
    raise CannotDraw("The picture ended before it was finished.")


async def carry_out(order: Order) -> Drawn | Refused:
    """Do, in the child, what is wanted."""
    try:
        db = await Database.open(order.database)
        try:
            stats = await stats_of(db, order.now)
        finally:
            await db.close()
        with os.fdopen(order.file, "wb") as file:
            import_module("storage.pictures.collection").draw(stats, file)
    except CannotOpen as error:
        return Refused(problem=str(error))
    except Exception as error:  # noqa: BLE001 - its text may hold an answer: only its kind is told
        return Refused(problem=f"The picture could not be drawn ({type(error).__name__}).")
    return Drawn(stats=stats)


def main() -> None:
    """Be the child."""
    tell(asyncio.run(carry_out(Order.model_validate_json(ordered()))))
