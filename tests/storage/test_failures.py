"""Failures: attempts counted, updates set aside and taken up again, each told of once."""

from datetime import datetime, timedelta

import pytest

from conversations.messages import Line, Reply
from storage import Database, Failure, Failures, Inbox, Outbox, Post, RawUpdate

POST = Post(7, None, (Reply(lines=(Line(text="It failed."),)),))


def raw(update_id: int) -> RawUpdate:
    """Make an update."""
    return RawUpdate(update_id, 1, {"update_id": update_id})


@pytest.fixture
async def failures(db: Database, now: datetime) -> Failures:
    """Keep two updates, of which the first came first and has the larger id."""
    await Inbox(db).accept([raw(2), raw(1)], now)
    return Failures(db)


async def test_note_counts_attempts(db: Database, failures: Failures, now: datetime) -> None:
    """An update waits, with its attempts, while it is to be tried again, and is set aside after that."""
    assert 1 == await failures.note(1, "KeyError", now, now + timedelta(seconds=1))
    assert [(2, 0), (1, 1)] == [(each.update_id, each.attempts) for each in await Inbox(db).waiting()]
    assert 2 == await failures.note(1, "KeyError (a.py:1 f)", now, None)
    assert (raw(2),) == await Inbox(db).waiting()
    assert (Failure(1, 1, now, 2, "KeyError (a.py:1 f)"),) == await failures.all()


async def test_note_says_it_once(db: Database, failures: Failures, now: datetime) -> None:
    """Who is to hear of a failure hears of it once, however often it is noted."""
    await failures.note(1, "KeyError", now, None, [POST])
    assert 0 == await failures.note(1, "KeyError", now, None, [POST])
    assert ["It failed."] == [parcel.reply and parcel.reply.text for parcel in await Outbox(db).next(7, now)]


async def test_note_after_handled_changes_nothing(db: Database, failures: Failures, now: datetime) -> None:
    """What another process handled meanwhile stays handled, and nothing is said."""
    await Inbox(db).handled(1, now)
    assert 0 == await failures.note(1, "KeyError", now, None, [POST])
    assert ((), True) == (await failures.all(), await Outbox(db).empty())


async def test_retry_lets_wait_again(db: Database, failures: Failures, now: datetime) -> None:
    """What was set aside waits again as if it had never been tried, and is given once to those who take it up."""
    for update_id in (1, 2):
        await failures.note(update_id, "KeyError", now, None)
    assert frozenset({1, 2}) == await failures.retry([1, 2, 3, 1 << 70], now)
    assert ((raw(2), raw(1)), ()) == (await failures.retried(), await failures.retried())
    assert [(2, 0), (1, 0)] == [(each.update_id, each.attempts) for each in await Inbox(db).waiting()]


async def test_retry_of_what_was_not_set_aside(db: Database, failures: Failures, now: datetime) -> None:
    """What waits or was handled is not taken up again."""
    await Inbox(db).handled(1, now)
    await failures.note(2, "KeyError", now, now)
    assert (frozenset(), ()) == (await failures.retry([1, 2], now), await failures.retried())
