"""Days and hours as people have them in Brussels, where the Collection is kept; moments themselves are in UTC."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from conversations.dialogue.inputs import Expired, Neglected

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


FIRST, LAST = 30, 3

UNREACHED = 30

DAY = timedelta(days=1)

Due = Neglected | Expired | Literal["take back"]
"""A step to be taken, or a notice that did not go out and is to be said anew when it can."""


@dataclass(frozen=True)
class Notice:
    """The last notice of a draft: how many days before the deletion, when it was made, and what became of it."""

    days: int
    at: datetime
    state: Literal["waiting", "sent", "refused"]
    sent_at: datetime | None = None


@dataclass(frozen=True)
class Untouched:
    """A draft that was never handed in; ``stopped`` says that its owner has blocked the bot."""

    number: int
    touched_at: datetime
    notice: Notice | None = None
    stopped: bool = False


def due(draft: Untouched, days: int, now: datetime) -> Due | None:
    """Say what is due for a draft that is kept for ``days`` days; a touch makes every earlier notice void."""
    age = now - draft.touched_at
    notice = draft.notice if draft.notice and draft.notice.at > draft.touched_at else None
    if notice and notice.state == "waiting" and (draft.stopped or now - notice.at >= DAY):
        return "take back"
    if _is_over(notice, age, days, now) or _is_unreachable(draft, notice, age, days):
        return Expired(draft=draft.number, days=days)
    if draft.stopped or (notice and notice.days == LAST):
        return None
    if age >= begins(days)[1]:
        return Neglected(draft=draft.number, days=LAST, until=_until(draft, days, now))
    if notice is None and age >= begins(days)[0]:
        return Neglected(draft=draft.number, days=FIRST, until=_until(draft, days, now))
    return None


def begins(days: int) -> tuple[timedelta, timedelta]:
    """Say at which ages the two notices begin; of a short time the last is the only one, and it leaves a day before."""
    last = max(days - LAST, 1) * DAY
    return (days - FIRST) * DAY if days > FIRST else last, last


def _until(draft: Untouched, days: int, now: datetime) -> datetime:
    return max(draft.touched_at + days * DAY, now + LAST * DAY)


def _is_over(notice: Notice | None, age: timedelta, days: int, now: datetime) -> bool:
    if notice is None or notice.days != LAST or notice.sent_at is None:
        return False
    return notice.state == "sent" and age >= days * DAY and now - notice.sent_at >= LAST * DAY


def _is_unreachable(draft: Untouched, notice: Notice | None, age: timedelta, days: int) -> bool:
    refused = notice is not None and notice.days == LAST and notice.state == "refused"
    return (draft.stopped or refused) and age >= (days + UNREACHED) * DAY
