"""The inbox: what came, in order, each once."""

import asyncio
from datetime import datetime, timedelta

import pytest
from support.turns import accept, failed, handled

from storage import Database, Inbox, RawUpdate
from storage.inbox import OF_A_CHAT, lines, mark_handled


def raw(update_id: int, chat_id: int | None = 1) -> RawUpdate:
    """Make an update."""
    return RawUpdate(update_id, chat_id, {"update_id": update_id, "message": {"text": "half \ud83d, nul \0, å"}})


async def test_accept_tells_what_is_new(db: Database, now: datetime) -> None:
    """A batch gives the ids that were never seen, each once, in order of arrival."""
    assert await accept(db, [raw(9), raw(3), raw(9)], now) == (9, 3)
    assert await accept(db, [raw(3), raw(4), raw(9)], now) == (4,)
    assert await accept(db, [], now) == ()


async def test_waiting_keeps_the_order_of_arrival(db: Database, now: datetime) -> None:
    """Ids that start again lower do not overtake; what came is given back as it came."""
    for update in (raw(2**62), raw(5, None), raw(1)):
        await accept(db, [update], now)
    assert (raw(2**62), raw(5, None), raw(1)) == await Inbox(db).waiting()


async def test_batch_is_in_order_of_its_ids(db: Database, now: datetime) -> None:
    """What comes together came in the order of its ids, as Telegram has it."""
    await accept(db, [raw(9), raw(3), raw(5)], now)
    assert (raw(3), raw(5), raw(9)) == await Inbox(db).waiting()


async def test_accept_at_once_takes_each_once(db: Database, other: Database, now: datetime) -> None:
    """The same batch fetched by two processes at once is new to one of them."""
    batch = [raw(number) for number in range(20)]
    taken = await asyncio.gather(*(accept(each, batch, now) for each in (db, other, db, other)))

    assert sorted(number for part in taken for number in part) == list(range(20))


async def test_large_batch_is_one_transaction(db: Database, now: datetime) -> None:
    """More rows than one statement can carry values for are accepted."""
    assert len(await accept(db, [raw(number) for number in range(7_000)], now)) == 7_000


async def test_handled_waits_no_more(db: Database, now: datetime) -> None:
    """A handled update waits no more."""
    await accept(db, [raw(1), raw(2)], now)
    await handled(db, 1, now)
    assert (raw(2),) == await Inbox(db).waiting()


async def test_handled_is_known(db: Database, now: datetime) -> None:
    """A handled update that comes again is not new."""
    await accept(db, [raw(1)], now)
    await handled(db, 1, now)
    assert () == await accept(db, [raw(1)], now)


@pytest.mark.parametrize("update_id", [1, 2])
async def test_handled_by_another(db: Database, now: datetime, update_id: int) -> None:
    """What was handled before, or was never accepted, cannot be marked as handled."""
    await accept(db, [raw(1)], now)
    await handled(db, 1, now)
    assert False is await handled(db, update_id, now)


async def test_nothing_handled(db: Database, now: datetime) -> None:
    """To mark nothing always succeeds."""
    assert True is await db.change(mark_handled, (), now)


async def read(db: Database, now: datetime, *chats: int | None) -> list[RawUpdate]:
    """Read what is to be handled now for chats."""
    found = await db.ask(lines, chats, now)
    return [raw for line in found.values() for raw in line.raws]


async def test_lines_of_chats(db: Database, now: datetime) -> None:
    """What waits for some chats comes chat by chat, in each in order of arrival; nothing of other chats."""
    await accept(db, [raw(4), raw(9, 2)], now)
    await accept(db, [raw(3), raw(7, 8), raw(5)], now)
    await handled(db, 3, now)
    assert [raw(9, 2), raw(4), raw(5)] == await read(db, now, 2, 1, 6)


async def test_line_of_nobody(db: Database, now: datetime) -> None:
    """What belongs to no chat is a line of its own."""
    await accept(db, [raw(4), raw(7, None)], now)
    assert [raw(7, None)] == await read(db, now, None)


async def test_lines_beside_that_of_nobody(db: Database, now: datetime) -> None:
    """What belongs to no chat is read with the lines of chats, behind them."""
    for update in (raw(4), raw(3, None), raw(2)):
        await accept(db, [update], now)
    assert [raw(4), raw(2), raw(3, None)] == await read(db, now, 1, None)


LATER = timedelta(seconds=5)


@pytest.fixture
async def held_up(db: Database, now: datetime) -> None:
    """Let the second of three of a chat fail; one of another chat waits behind it."""
    await accept(db, [raw(1), raw(2), raw(3), raw(4, 2)], now)
    await failed(db, 2, "KeyError", now, now + LATER)


@pytest.mark.usefixtures("held_up")
async def test_lines_up_to_a_failure(db: Database, now: datetime) -> None:
    """What failed holds up what is behind it in its chat until it is due, and no other chat."""
    assert [raw(1), raw(4, 2)] == await read(db, now, 1, 2)


@pytest.mark.usefixtures("held_up")
async def test_line_is_whole_when_it_is_due(db: Database, now: datetime) -> None:
    """When what failed is due, all of the line is, with the attempts that were made."""
    found = await read(db, now + LATER, 1)
    assert [(1, 0), (2, 1), (3, 0)] == [(each.update_id, each.attempts) for each in found]


@pytest.mark.parametrize(("count", "more"), [(OF_A_CHAT - 1, set()), (OF_A_CHAT, {1}), (OF_A_CHAT + 1, {1})])
async def test_lines_that_are_long(db: Database, now: datetime, count: int, more: set[int]) -> None:
    """No more than so many of a chat are read at once; then more may wait for that chat."""
    await accept(db, [raw(number) for number in range(count)], now)
    await accept(db, [raw(count, 2)], now)
    found = await db.ask(lines, [1, 2], now)
    full = {chat_id for chat_id, line in found.items() if line.is_full}
    assert (min(count, OF_A_CHAT), more) == (len(found[1].raws), full)


async def test_long_line_behind_a_failure(db: Database, now: datetime) -> None:
    """Where much waits behind what is to be tried later, there is no more to be handled now."""
    await accept(db, [raw(number) for number in range(OF_A_CHAT + 1)], now)
    await failed(db, 3, "KeyError", now, now + LATER)
    line = (await db.ask(lines, [1], now))[1]
    assert ([0, 1, 2], False, False) == ([each.update_id for each in line.raws], line.goes_on, line.is_full)


@pytest.mark.both
@pytest.mark.usefixtures("held_up")
@pytest.mark.parametrize(("late", "chats"), [(timedelta(), (1, 2)), (LATER, (1, 2))])
async def test_chats_due_by_their_first(db: Database, now: datetime, late: timedelta, chats: tuple[int, ...]) -> None:
    """A chat is due when the first that waits there is, whatever is behind it."""
    assert chats == await Inbox(db).chats_due(now + late)


@pytest.mark.parametrize(("late", "chats"), [(timedelta(), (None,)), (LATER, (1, None))])
async def test_chats_whose_first_failed(
    db: Database, now: datetime, late: timedelta, chats: tuple[int | None, ...]
) -> None:
    """A chat whose first update failed is due when that is; the chats come in order of arrival."""
    for update in (raw(2), raw(3), raw(1, None)):
        await accept(db, [update], now)
    await failed(db, 2, "KeyError", now, now + LATER)
    assert chats == await Inbox(db).chats_due(now + late)


WRONG = [timedelta(days=1), timedelta(days=-1), timedelta(days=400)]


@pytest.fixture(params=WRONG, ids=str)
async def wrong(request: pytest.FixtureRequest, db: Database, now: datetime) -> datetime:
    """Let an update fail, to be tried again in a minute, by a clock that is wrong."""
    wrong: datetime = now + request.param
    await accept(db, [raw(1)], wrong)
    await failed(db, 1, "KeyError", wrong, wrong + timedelta(minutes=1))
    return wrong


async def test_retry_by_a_wrong_clock(db: Database, wrong: datetime) -> None:
    """By the clock that was wrong, an update that is to be tried again in a minute waits."""
    assert ([], ()) == (await read(db, wrong, 1), await Inbox(db).chats_due(wrong))


@pytest.mark.usefixtures("wrong")
async def test_retry_of_a_wrong_clock(db: Database, now: datetime) -> None:
    """When the clock is right, an update that was to be tried again in a minute waits for no longer."""
    assert ([raw(1)], (1,)) == (await read(db, now, 1), await Inbox(db).chats_due(now))
