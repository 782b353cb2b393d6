"""Crash points: where a trial kills the process; in production they do nothing.

A trial names a file in ``PRACTICE_BOT_CRASH_ORDERS``; the process kills itself at the point that the file names.
"""

import os
import signal
from enum import StrEnum
from pathlib import Path

ORDERS = "PRACTICE_BOT_CRASH_ORDERS"


class Point(StrEnum):
    """The points on the way of an update from Telegram to its answer."""

    BEFORE_INBOX = "before inbox commit"
    AFTER_INBOX = "after inbox commit"
    WITHIN_TURN = "within the turn"
    AFTER_TURN = "after the turn's commit"
    AFTER_SENDING = "after sending"
    BEFORE_MARKING = "before marking sent"
    MIGRATING = "during migration"
    STOPPING = "during stop"


_orders = os.environ.get(ORDERS)


def crash_at(point: Point) -> None:
    """Kill this process if a trial has ordered it."""
    if _orders is not None and Path(_orders).read_text(encoding="utf-8") == point:
        os.kill(os.getpid(), signal.SIGKILL)
