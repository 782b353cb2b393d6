"""Pictures of figures, drawn in a process of its own: nothing else imports the plotting library."""

import asyncio
import os
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec
from typing import IO

from pydantic import BaseModel

from conversations.dialogue.model import Period
from conversations.dialogue.replies import StatsPicture
from conversations.languages import ENGLISH, speaking
from storage.database.address import CannotOpen
from storage.database.database import Database
from storage.pictures.texts import figures
from storage.portable import for_child, from_parent
from storage.stats import Stats, stats_of
from storage.subprocess_job import Job, JobFailed, Progress

__all__ = ["CannotDraw", "can_draw", "draw_in_subprocess", "figures"]


class CannotDraw(Exception):  # noqa: N818 - it says what happened
    """The picture cannot be made; the message is one line for the person who asked."""


class Order(BaseModel):
    """The order of a child; ``database`` is an address with its password, ``file`` is of ``portable.for_child``."""

    database: str
    now: datetime
    file: int
    period: Period = "all"
    language: str = ENGLISH


def can_draw() -> bool:
    """Say whether the plotting library, an extra of the package, is installed."""
    return find_spec("matplotlib") is not None


async def draw_in_subprocess(database: str, now: datetime, file: IO[bytes], asked: StatsPicture) -> Stats:
    """Write the figures of the collection at ``now`` (UTC) as a PNG, and return them; raises ``CannotDraw``.

    Without the plotting library nothing is written.
    """
    order = Order(database=database, now=now, file=for_child(file.fileno()), **asked.model_dump(exclude={"makes"}))
    try:
        return await DRAWING.run(order, [order.file])
    except JobFailed as error:
        raise CannotDraw(str(error)) from None


def _draw(order: Order, _progress: Progress) -> Stats:
    stats = asyncio.run(_stats(order))
    if not can_draw():
        return stats
    with os.fdopen(from_parent(order.file), "wb") as file, speaking(order.language):
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
