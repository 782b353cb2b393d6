"""Days and hours as people have them in Brussels, where the Collection is kept; moments themselves are in UTC."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

BRUSSELS = ZoneInfo("Europe/Brussels")
MORNING, EVENING = time(10), time(20)
"""Between these hours the bot may speak first: nobody is woken by it."""


def day_of(now: datetime) -> date:
    """Tell which day it is in Brussels."""
    return now.astimezone(BRUSSELS).date()


def is_decent(now: datetime) -> bool:
    """Say whether the bot may speak first at this hour."""
    return MORNING <= now.astimezone(BRUSSELS).time() < EVENING


def morning_of(day: date) -> datetime:
    """Give the moment of that day at which the bot may speak first."""
    return datetime.combine(day, MORNING, BRUSSELS).astimezone(UTC)
