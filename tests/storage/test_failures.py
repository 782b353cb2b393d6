"""Failures: attempts are counted, updates are set aside and retried."""

from datetime import datetime, timedelta

import pytest
from support.turns import accept, failed, handled

from storage import Database, Failure, Failures, Inbox, RawUpdate


def raw(update_id: int) -> RawUpdate:
    """Make an update."""
    return RawUpdate(update_id, 1, {"update_id": update_id})


async def attempts(db: Database) -> list[tuple[int, int]]:
    """List what waits, and how often it has failed."""
    return [(each.update_id, each.attempts) for each in await Inbox(db).waiting()]


@pytest.fixture
async def failures(db: Database, now: datetime) -> Failures:
    """Keep two updates, of which the first came first and has the larger id."""
    for update_id in (2, 1):
        await accept(db, [raw(update_id)], now)
    return Failures(db)


@pytest.mark.usefixtures("failures")
async def test_note_counts_attempts(db: Database, now: datetime) -> None:
    """An update waits, with its attempts, while it is to be tried again."""
    await failed(db, 1, "KeyError", now, now + timedelta(seconds=1))
    assert [(2, 0), (1, 1)] == await attempts(db)


async def test_note_without_another_attempt(db: Database, failures: Failures, now: datetime) -> None:
    """An update that is not to be tried again is set aside, with its error."""
    await failed(db, 1, "KeyError", now, now)
    await failed(db, 1, "KeyError (a.py:1 f)", now, None)
    assert (Failure(1, 1, now, 2, "KeyError (a.py:1 f)"),) == await failures.all()


async def test_note_after_handled_changes_nothing(db: Database, failures: Failures, now: datetime) -> None:
    """What another process handled in between stays handled."""
    await handled(db, 1, now)
    await failed(db, 1, "KeyError", now, None)
    assert () == await failures.all()


async def test_retry_lets_wait_again(db: Database, failures: Failures, now: datetime) -> None:
    """What was set aside waits again as if it had never been tried; ids that are none are passed over."""
    for update_id in (1, 2):
        await failed(db, update_id, "KeyError", now, None)
    assert frozenset({1, 2}) == await failures.retry([1, 2, 3, 1 << 70], now)
    assert [(2, 0), (1, 0)] == await attempts(db)


async def test_retry_twice(db: Database, failures: Failures, now: datetime) -> None:
    """What waits again already is not taken up again."""
    await failed(db, 1, "KeyError", now, None)
    assert [frozenset({1}), frozenset()] == [await failures.retry([1], now) for _ in range(2)]


async def test_retry_of_what_was_not_set_aside(db: Database, failures: Failures, now: datetime) -> None:
    """What waits or was handled is not taken up again."""
    await handled(db, 1, now)
    await failed(db, 2, "KeyError", now, now)
    assert frozenset() == await failures.retry([1, 2], now)
