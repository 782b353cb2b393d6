"""The inbox: what came, in order, each once."""

import asyncio
from datetime import datetime, timedelta

import pytest

from storage import Database, Failures, Inbox, NotInInbox, RawUpdate


def raw(update_id: int, chat_id: int | None = 1) -> RawUpdate:
    """Make an update."""
    return RawUpdate(update_id, chat_id, {"update_id": update_id, "message": {"text": "half \ud83d, nul \0, å"}})


async def test_accept_tells_what_is_new(db: Database, now: datetime) -> None:
    """A batch gives the ids that were never seen, each once, in order of arrival."""
    inbox = Inbox(db)

    assert await inbox.accept([raw(9), raw(3), raw(9)], now) == (9, 3)
    assert await inbox.accept([raw(3), raw(4), raw(9)], now) == (4,)
    assert await inbox.accept([], now) == ()


async def test_waiting_keeps_the_order_of_arrival(db: Database, now: datetime) -> None:
    """Ids that start again lower do not overtake; what came is given back as it came."""
    inbox = Inbox(db)
    await inbox.accept([raw(2**62), raw(5, None)], now)
    await inbox.accept([raw(1)], now)

    assert await inbox.waiting() == (raw(2**62), raw(5, None), raw(1))


async def test_accept_at_once_takes_each_once(db: Database, other: Database, now: datetime) -> None:
    """The same batch fetched by two processes at once is new to one of them."""
    batch = [raw(number) for number in range(20)]
    taken = await asyncio.gather(*(Inbox(each).accept(batch, now) for each in (db, other, db, other)))

    assert sorted(number for part in taken for number in part) == list(range(20))


async def test_large_batch_is_one_transaction(db: Database, now: datetime) -> None:
    """More rows than one statement can carry values for are accepted."""
    assert len(await Inbox(db).accept([raw(number) for number in range(7_000)], now)) == 7_000


async def test_handled_waits_no_more(db: Database, now: datetime) -> None:
    """A handled update is known for ever and waits no more."""
    inbox = Inbox(db)
    await inbox.accept([raw(1)], now)
    await inbox.handled(1, now)
    await inbox.handled(1, now)

    assert await inbox.waiting() == ()
    assert await inbox.accept([raw(1)], now) == ()


async def test_handled_unknown_is_refused(db: Database, now: datetime) -> None:
    """What was never accepted cannot be handled."""
    with pytest.raises(NotInInbox):
        await Inbox(db).handled(1, now)


async def test_line_of_a_chat(db: Database, now: datetime) -> None:
    """A chat's line has what waits for it in order of arrival, also for what belongs to no chat."""
    inbox = Inbox(db)
    await inbox.accept([raw(4), raw(9, 2), raw(3), raw(7, None), raw(5)], now)
    await inbox.handled(3, now)

    assert (raw(4), raw(5)) == await inbox.line(1, now)
    assert ((raw(7, None),), ()) == (await inbox.line(None, now), await inbox.line(8, now))
    assert (raw(4), raw(9, 2), raw(7, None)) == await inbox.first_of_each(now)


async def test_line_behind_a_failure(db: Database, now: datetime) -> None:
    """What failed holds up its chat until it is due, and no other chat."""
    inbox, later = Inbox(db), now + timedelta(seconds=5)
    await inbox.accept([raw(1), raw(2), raw(3, 2)], now)
    await Failures(db).note(1, "KeyError", now, later)

    assert ((), (raw(3, 2),)) == (await inbox.line(1, now), await inbox.first_of_each(now))
    assert [(1, 1), (2, 0)] == [(each.update_id, each.attempts) for each in await inbox.line(1, later)]
    assert (raw(1), raw(3, 2)) == await inbox.first_of_each(later)


@pytest.mark.parametrize("wrong", [timedelta(days=1), timedelta(days=-1), timedelta(days=400)])
async def test_retry_of_a_wrong_clock(db: Database, now: datetime, wrong: timedelta) -> None:
    """An update that was to be tried again in a minute, by a wrong clock, waits for no longer when it is right."""
    inbox = Inbox(db)
    await inbox.accept([raw(1)], now + wrong)
    await Failures(db).note(1, "KeyError", now + wrong, now + wrong + timedelta(minutes=1))
    assert ((), ()) == (await inbox.line(1, now + wrong), await inbox.first_of_each(now + wrong))
    assert ([1], [1]) == (
        [one.update_id for one in await inbox.line(1, now)],
        [one.update_id for one in await inbox.first_of_each(now)],
    )
