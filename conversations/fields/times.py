"""Times as people read them in the chat: "today, 14:05", "12 May, 14:05", in the time of Brussels.

The reader's time zone is not known: Telegram does not tell it, nobody is asked, and the telephone number in a draft is
there to be published with the practice, and may be somebody else's. Files keep UTC.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from conversations.fields import time_texts
from conversations.fields.dates import say, say_without_year

BRUSSELS = ZoneInfo("Europe/Brussels")
"""Where the Collection is."""


def day_of(at: datetime) -> date:
    """Return the day in Brussels."""
    return at.astimezone(BRUSSELS).date()


def day(of: date, now: datetime) -> str:
    """Write a day of Brussels: "today", "12 May", or "12 May 2025" where it is in another year than ``now``."""
    today = day_of(now)
    near = time_texts.NEAR.get((of - today).days)
    if near is not None:
        return str(near)
    return say_without_year(of) if of.year == today.year else say((of, of))


def moment(at: datetime, now: datetime) -> str:
    """Write a time: "today, 14:05"."""
    return time_texts.at(day(day_of(at), now), f"{at.astimezone(BRUSSELS):%H:%M}")


def on(written: str) -> str:
    """Put "on" before a day or a time with a date, as a sentence needs it."""
    near = tuple(map(str, time_texts.NEAR.values()))
    return written if written.startswith(near) else time_texts.on(written)
