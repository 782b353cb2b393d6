"""Pictures of figures, drawn in a process of its own: nothing else imports the plotting library."""

import asyncio
import os
from datetime import datetime
from importlib import import_module
from typing import IO

from pydantic import BaseModel

from conversations.dialogue.model import Period
from storage.database.address import CannotOpen
from storage.database.database import Database
from storage.pictures.texts import figures
from storage.stats import Stats, stats_of
from storage.subprocess_job import Job, JobFailed, Progress

__all__ = ["CannotDraw", "draw_in_subprocess", "figures"]


class CannotDraw(Exception):  # noqa: N818 - it says what happened
    """The picture cannot be made; the message is one line for the person who asked."""


class Order(BaseModel):
    """The order of a child; ``database`` is an address with its password, ``file`` an open file descriptor."""

    database: str
    now: datetime
    file: int
    period: Period = "all"


async def draw_in_subprocess(database: str, now: datetime, file: IO[bytes], period: Period = "all") -> Stats:
    """Write the figures of the collection at ``now`` (UTC) as a PNG, and return them; raises ``CannotDraw``."""
    order = Order(database=database, now=now, file=file.fileno(), period=period)
    try:
        return await DRAWING.run(order, [order.file])
    except JobFailed as error:
        raise CannotDraw(str(error)) from None


def _draw(order: Order, _progress: Progress) -> Stats:
    stats = asyncio.run(_stats(order))
    with os.fdopen(order.file, "wb") as file:
        import_module("storage.pictures.collection").draw(stats, file)
    return stats


async def _stats(order: Order) -> Stats:
    db = await Database.open(order.database)
    try:
        return await stats_of(db, order.now, order.period)
    finally:
        await db.close()


DRAWING = Job(
    address=f"{__name__}:DRAWING",
    name="The picture",
    failed="The picture could not be drawn",
    order=Order,
    result=Stats,
    do=_draw,
    told=(CannotOpen,),
)
