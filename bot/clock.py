"""The one clock of the Telegram side; tests bring their own."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def now() -> datetime:
    """Tell the time, in UTC."""
    return datetime.now(UTC)
