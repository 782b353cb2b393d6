"""When a draft is announced for deletion, when it is deleted, and at which hours the bot writes."""

from datetime import UTC, datetime, timedelta
from typing import Literal

import pytest

from conversations.dialogue.inputs import Expired, Neglected
from conversations.fields.times import day_of
from conversations.reminders.retention import Notice, Untouched, due, is_decent, morning_of

TOUCHED = datetime(2026, 11, 23, 12, tzinfo=UTC)

DAY = timedelta(days=1)

State = Literal["waiting", "sent", "refused"]


def after(days: float) -> datetime:
    """Return the time so many days after the last change."""
    return TOUCHED + days * DAY


def noticed(days: int, at: float, state: State = "sent", sent: float | None = None) -> Notice:
    """Make a notice; one that was sent went out at once unless told otherwise."""
    return Notice(days, after(at), state, after(at if sent is None else sent) if state == "sent" else None)


def what(keep: int, at: float, notice: Notice | None = None, *, stopped: bool = False) -> str:
    """Say in a word what is due for a draft that is kept ``keep`` days, ``at`` days after its last change."""
    found = due(Untouched(1, TOUCHED, notice, stopped), keep, after(at))
    if isinstance(found, Neglected):
        return f"{found.days}, gone after {(found.until - TOUCHED) / DAY:g}"
    return "gone" if isinstance(found, Expired) else found or ""


@pytest.mark.parametrize(
    ("keep", "at", "notice", "expected"),
    [
        (365, 334.9, None, ""),
        (365, 335, None, "30, gone after 365"),
        (365, 335, noticed(30, -1), "30, gone after 365"),  # void: it was touched since
        (365, 335, noticed(30, 0), "30, gone after 365"),
        (365, 340, noticed(30, 335), ""),
        (365, 335.5, noticed(30, 335, "waiting"), ""),
        (365, 336, noticed(30, 335, "waiting"), "take back"),
        (365, 340, noticed(30, 335, "refused"), ""),
        (365, 361.9, noticed(30, 335), ""),
        (365, 362, noticed(30, 335), "3, gone after 365"),
        (365, 362, noticed(30, 335, "refused"), "3, gone after 365"),
        (365, 400, None, "3, gone after 403"),
        (365, 400, noticed(30, 335), "3, gone after 403"),
        (365, 364.9, noticed(3, 361), ""),
        (365, 365, noticed(3, 362), "gone"),
        (365, 367.9, noticed(3, 365), ""),
        (365, 368, noticed(3, 365), "gone"),
        (365, 367, noticed(3, 362, sent=365), ""),
        (365, 368, noticed(3, 362, sent=365), "gone"),
        (365, 390, noticed(3, 362, "refused"), ""),
        (365, 395, noticed(3, 362, "refused"), "gone"),
        (20, 16.9, None, ""),
        (20, 17, None, "3, gone after 20"),
        (2, 0.9, None, ""),
        (2, 1, None, "3, gone after 4"),
        (2, 4, noticed(3, 1), "gone"),
    ],
)
def test_rule_of_retention(keep: int, at: float, notice: Notice | None, expected: str) -> None:
    """There are two notices, and the draft is deleted three days after the last one was sent, never sooner."""
    assert expected == what(keep, at, notice)


@pytest.mark.parametrize(
    ("at", "notice", "expected"),
    [
        (335, None, ""),
        (335.1, noticed(30, 335, "waiting"), "take back"),
        (364, noticed(30, 335), ""),
        (366, noticed(3, 362), "gone"),
        (394.9, None, ""),
        (395, None, "gone"),
        (395, noticed(3, 394, "waiting"), "take back"),
    ],
)
def test_rule_for_who_blocked_the_bot(at: float, notice: Notice | None, expected: str) -> None:
    """A person who has blocked the bot gets no notice; the draft stays 30 more days."""
    assert expected == what(365, at, notice, stopped=True)


def test_hours_in_summer_and_winter() -> None:
    """10:00 is 10:00 in Brussels, in summer and in winter."""
    winter, summer = morning_of(datetime(2026, 11, 23, tzinfo=UTC).date()), morning_of(after(240).date())
    assert (9, 8) == (winter.hour, summer.hour)
    assert [True, False] == [is_decent(winter), is_decent(winter - timedelta(seconds=1))]
    assert [True, False] == [
        is_decent(summer + timedelta(hours=9, minutes=59)),
        is_decent(summer + timedelta(hours=10)),
    ]
    assert after(1).date() == day_of(TOUCHED.replace(hour=23, minute=30))
