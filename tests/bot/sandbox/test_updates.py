"""getUpdates: numbers, confirmation, expiry, waiting, and conflicts."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from bot.sandbox import Person, Sandbox

Json = dict[str, Any]
Call = Callable[..., Coroutine[Any, Any, Json]]

OTHER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
ACTIVE = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


def numbers(answer: Json) -> list[int]:
    """Return the update ids in an answer."""
    return [update["update_id"] for update in answer["result"]]


@pytest.fixture
async def five(anna: Person) -> list[int]:
    """Return the ids of five waiting updates."""
    return [await anna.says(f"Text {number}") for number in range(5)]


async def test_update_ids_rise_by_one(five: list[int]) -> None:
    """Each update id is one higher than the last."""
    assert list(range(five[0], five[0] + 5)) == five


async def test_updates_given_again_until_confirmed(call: Call, five: list[int]) -> None:
    """Without an offset the same updates come again."""
    answers = [await call("getUpdates"), await call("getUpdates", limit=2)]

    assert [five, five[:2]] == [numbers(answer) for answer in answers]


async def test_offset_forgets_what_stands_before_it(call: Call, five: list[int]) -> None:
    """An offset confirms every update with a smaller number, for good."""
    answers = [await call("getUpdates", offset=five[3]), await call("getUpdates")]

    assert [five[3:], five[3:]] == [numbers(answer) for answer in answers]


async def test_negative_offset_keeps_the_last(call: Call, five: list[int]) -> None:
    """A negative offset counts from the end and drops the rest."""
    answers = [await call("getUpdates", offset=-2), await call("getUpdates")]

    assert [five[3:], five[3:]] == [numbers(answer) for answer in answers]


async def test_offset_beyond_the_end_ignored(call: Call, five: list[int]) -> None:
    """An offset far beyond the end confirms nothing."""
    assert five == numbers(await call("getUpdates", offset=five[-1] + 100))


@pytest.mark.parametrize(("limit", "given"), [(0, 1), (3, 3), (1000, 5), ("3 or so", 3), ("many", 5)])
async def test_limit_between_1_and_100(call: Call, five: list[int], limit: object, given: int) -> None:
    """A limit outside its bounds is moved into them; a limit that is no number is the default."""
    assert five[:given] == numbers(await call("getUpdates", limit=limit))


async def test_updates_dropped_after_24_hours(
    call: Call, five: list[int], anna: Person, forward: Callable[[float], None]
) -> None:
    """Telegram keeps an update for a day."""
    forward(24 * 3600)
    young = await anna.says("Late")

    assert [young] == numbers(await call("getUpdates"))
    assert young > five[-1]


async def test_long_poll_ends_with_an_update(sandbox: Sandbox, call: Call, anna: Person) -> None:
    """A waiting call gets the update as soon as it comes."""
    poll = asyncio.create_task(call("getUpdates", timeout=30))
    await sandbox.until(lambda: sandbox.polled)
    update_id = await anna.says("Hello")

    assert [update_id] == numbers(await poll)


async def test_long_poll_with_negative_offset_keeps_what_arrives(sandbox: Sandbox, call: Call, anna: Person) -> None:
    """A negative offset works once, not on updates that arrive during the wait."""
    poll = asyncio.create_task(call("getUpdates", timeout=30, offset=-1))
    await sandbox.until(lambda: sandbox.polled)
    ids = await anna.pastes("a" * 5000)

    assert ids == numbers(await poll)


async def test_long_poll_ends_with_its_time(call: Call) -> None:
    """Without new updates the answer is an empty list."""
    assert [] == numbers(await call("getUpdates", timeout=1))


async def test_long_poll_ends_when_the_server_stops(sandbox: Sandbox, call: Call) -> None:
    """A server that stops ends waiting calls and refuses new ones."""
    poll = asyncio.create_task(call("getUpdates", timeout=30))
    await sandbox.until(lambda: sandbox.polled)
    sandbox._server.polling.close()
    answers = [await poll, await call("getUpdates", timeout=30), await call("getUpdates")]

    restart = "Internal Server Error: restart"
    assert [restart, restart, None] == [answer.get("description") for answer in answers]


async def test_older_poll_ended_by_a_newer_one(sandbox: Sandbox, call: Call, anna: Person) -> None:
    """Of two waiting calls, the older one is ended."""
    older = asyncio.create_task(call("getUpdates", timeout=30))
    await sandbox.until(lambda: sandbox.polled)
    newer = asyncio.create_task(call("getUpdates", timeout=30))
    refused = await older
    update_id = await anna.says("Hello")

    assert (409, OTHER) == (refused["error_code"], refused["description"])
    assert [update_id] == numbers(await newer)


async def test_get_updates_refused_beside_a_webhook(call: Call) -> None:
    """A bot can get updates in one way only."""
    await call("setWebhook", url="http://127.0.0.1:9/hook")

    answer = await call("getUpdates")

    assert (409, ACTIVE) == (answer["error_code"], answer["description"])


async def test_poll_ended_by_a_webhook(sandbox: Sandbox, call: Call) -> None:
    """Setting a webhook ends a waiting call."""
    poll = asyncio.create_task(call("getUpdates", timeout=30))
    await sandbox.until(lambda: sandbox.polled)
    await call("setWebhook", url="http://127.0.0.1:9/hook")
    answer = await poll

    assert (409, "Conflict: terminated by setWebhook request") == (answer["error_code"], answer["description"])


async def test_allowed_updates_remembered(call: Call, anna: Person) -> None:
    """A kind that the bot does not want is not queued; without the parameter the last choice holds."""
    await call("getUpdates", allowed_updates=["edited_message", "callback_query"])
    unheard = await anna.says("Hello")
    heard = await anna.edits(anna.messages[-1].message_id, "Hello again")
    await call("getUpdates", allowed_updates="not a list")

    assert 0 == unheard
    assert [heard] == numbers(await call("getUpdates"))


async def test_allowed_updates_empty_is_the_default(sandbox: Sandbox, call: Call, anna: Person) -> None:
    """By default all kinds are delivered, except changes of other members and reactions."""
    await call("getUpdates", allowed_updates=["poll"])
    await call("getUpdates", allowed_updates=[])

    assert 0 == sandbox.world.updates.add("chat_member", {})
    assert [await anna.says("Hello")] == numbers(await call("getUpdates"))


async def test_confirmed_updates_given_again(sandbox: Sandbox, call: Call, five: list[int], anna: Person) -> None:
    """Redelivery gives the last confirmed updates once more, together with new ones."""
    await call("getUpdates", offset=five[-1] + 1)
    new = await anna.says("New")
    sandbox.faults.redeliver()

    assert [*five, new] == numbers(await call("getUpdates", offset=new))
    assert [new] == numbers(await call("getUpdates", offset=new))


async def test_redelivery_ends_a_wait(sandbox: Sandbox, call: Call, five: list[int]) -> None:
    """A waiting call gets the old updates at once."""
    poll = asyncio.create_task(call("getUpdates", offset=five[-1] + 1, timeout=30))
    await sandbox.until(lambda: sandbox.polled)
    sandbox.faults.redeliver()

    assert five == numbers(await poll)


async def test_raw_update_given_as_it_is(sandbox: Sandbox, call: Call) -> None:
    """Any JSON can be an update, with its own id, a new one, or nonsense."""
    ids = [sandbox.raw_update({"update_id": 70, "message": None}), sandbox.raw_update({"new_kind": {"x": [1]}})]
    sandbox.raw_update({"update_id": "seventy"})

    assert [70, 71] == ids
    assert [
        {"update_id": 70, "message": None},
        {"update_id": 71, "new_kind": {"x": [1]}},
        {"update_id": "seventy"},
    ] == (await call("getUpdates"))["result"]


async def test_numbers_go_on_in_a_second_sandbox() -> None:
    """A sandbox that starts later repeats no update id and no query id of an earlier one."""
    first, second = Sandbox(clock=lambda: 1000.0), Sandbox(clock=lambda: 1001.0)

    assert first.raw_update({}) < second.raw_update({})
    assert int(first.world.ask(1)) < int(second.world.ask(1))
