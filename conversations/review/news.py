"""When coordinators hear of news: never more often than they chose."""

from datetime import datetime, timedelta

from conversations.roles import Every, Role

PAUSES: dict[Every, timedelta] = {"now": timedelta(), "hourly": timedelta(hours=1), "daily": timedelta(days=1)}
"""The least time between two messages of news."""

UNLESS_CHOSEN: dict[Role, Every] = {"practitioner": "off", "coordinator": "hourly", "admin": "off"}
"""How often somebody hears of news who has not chosen."""


def is_due(every: Every, told_at: datetime | None, now: datetime) -> bool:
    """Say whether somebody who was last told then may be told now; a moment to come is that of a wrong clock."""
    pause = PAUSES.get(every)
    return pause is not None and (told_at is None or not told_at <= now < told_at + pause)
