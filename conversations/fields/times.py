"""Times as people read them in the chat: "today, 14:05", "12 May, 14:05", in the time of Brussels.

The reader's time zone is not known: Telegram does not tell it, nobody is asked, and the telephone number in a draft is
there to be published with the practice, and may be somebody else's. Files keep UTC.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from conversations.fields.dates import say

BRUSSELS = ZoneInfo("Europe/Brussels")
"""Where the Collection is."""

_NEAR = {-1: "yesterday", 0: "today", 1: "tomorrow"}


def day_of(at: datetime) -> date:
    """Return the day in Brussels."""
    return at.astimezone(BRUSSELS).date()


def day(of: date, now: datetime) -> str:
    """Write a day of Brussels: "today", "12 May", or "12 May 2025" where it is in another year than ``now``."""
    today = day_of(now)
    written = say((of, of))
    return _NEAR.get((of - today).days) or (written.removesuffix(f" {of.year}") if of.year == today.year else written)


def moment(at: datetime, now: datetime) -> str:
    """Write a time: "today, 14:05"."""
    return f"{day(day_of(at), now)}, {at.astimezone(BRUSSELS):%H:%M}"


def on(written: str) -> str:
    """Put "on" before a day or a time with a date, as a sentence needs it."""
    return f"on {written}" if written[0].isdigit() else written
