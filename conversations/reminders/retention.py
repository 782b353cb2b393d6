"""Decide when a draft that nobody touches is announced for deletion, and when it is deleted.

Times are in UTC. Days and hours are those of Brussels, where the Collection is.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

from conversations.dialogue.inputs import Expired, Neglected
from conversations.fields.times import BRUSSELS

MORNING, EVENING = time(10), time(20)
"""The bot starts a conversation only between these hours of Brussels, so that it wakes nobody."""


def is_decent(now: datetime) -> bool:
    """Return whether the bot may start a conversation at this hour."""
    return MORNING <= now.astimezone(BRUSSELS).time() < EVENING


def morning_of(day: date) -> datetime:
    """Return the first time (UTC) at which the bot may start a conversation on that day."""
    return datetime.combine(day, MORNING, BRUSSELS).astimezone(UTC)


FIRST, LAST = 30, 3
"""Days before the deletion at which the two notices go out."""

UNREACHED = 30
"""Days that a draft is kept beyond its time if its owner cannot be reached."""

DAY = timedelta(days=1)

Due = Neglected | Expired | Literal["take back"]
"""A step to take, or ``take back``: a notice that could not be sent, to be made again later."""


@dataclass(frozen=True)
class Notice:
    """The last notice about a draft: days before the deletion, when it was made, and whether it was sent."""

    days: int
    at: datetime
    state: Literal["waiting", "sent", "refused"]
    sent_at: datetime | None = None


@dataclass(frozen=True)
class Untouched:
    """A draft that was never submitted; ``stopped``: its owner has blocked the bot."""

    number: int
    touched_at: datetime
    notice: Notice | None = None
    stopped: bool = False


def due(draft: Untouched, days: int, now: datetime) -> Due | None:
    """Return what is due for a draft that is kept for ``days`` days after its last change; None if nothing is."""
    age = now - draft.touched_at
    # A notice from before the last change does not count any more.
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
    """Return the ages of a draft at which the two notices are due; the same twice if ``days`` is too short for both."""
    # Of very few days at least one passes before the notice.
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
