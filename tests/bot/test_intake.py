"""Intake: what a known person says is handled with the commit that keeps it; all else waits for a turn of its own."""

import asyncio
import errno
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import Connection, event

from bot.application import Bot
from bot.intake import heard_of
from bot.reading import Membership, Reading
from bot.sandbox import Person, Sandbox
from conversations.conversation import Conversation, Step
from conversations.messages import Input, Line, Reply
from conversations.review.desk import Desk
from storage import Database, Inbox, RawUpdate, StepFunction, TakenIn, say, take_in

Start = Callable[..., AbstractAsyncContextManager[Bot]]
Heard = Callable[[Person], Awaitable[list[str]]]
Said = Callable[[Person], list[str]]


async def no_turn(*_: object) -> None:
    """Fail where a turn is taken."""
    raise AssertionError("a turn of its own")


def update_of(person: Person, number: int, text: str) -> dict[str, object]:
    """Write an update as Telegram sends it."""
    chat = {"id": person.user_id, "type": "private", "first_name": "Anna"}
    user = {"id": person.user_id, "is_bot": False, "first_name": "Anna"}
    return {"update_id": number, "message": {"message_id": number, "date": 1, "chat": chat, "from": user, "text": text}}


async def test_known_person_wants_no_turn(
    bot: Bot, anna: Person, heard: Heard, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The words and the press of somebody known are handled with their own commit, and answered."""
    await bot.settled(await anna.says("one"))
    monkeypatch.setattr("bot.turns.turn", no_turn)
    await bot.settled(await anna.says("two"))
    await bot.settled(await anna.presses("Again"))
    assert (["one", "two"], ["1: one", "pressed"], "Pressed") == (
        await heard(anna),
        said(anna),
        anna.notices[0].text,
    )


async def test_one_commit_for_an_answer(bot: Bot, database: Database, anna: Person) -> None:
    """An answer costs one commit before it is sent, and one that marks it."""
    await bot.settled(await anna.says("one"))
    commits: list[Connection] = []
    event.listen(database.changing, "commit", commits.append)
    await bot.settled(await anna.says("two"))
    assert 2 == len(commits)


async def test_what_was_handled_is_confirmed_and_not_handed_on(bot: Bot, sandbox: Sandbox, anna: Person) -> None:
    """Of updates that were handled with their batch the library hears nothing, and Telegram with the next call."""
    last = 0
    for word in ("one", "two", "three"):
        last = await anna.says(word)
        await bot.settled(last)
    asked = [call.params.get("offset") for call in sandbox.calls if call.method == "getUpdates"]
    assert str(last) in asked  # the call that brought the last one told of all before it
    heard = await bot.listener.hear([update_of(anna, 9_000_001, "three")])  # type: ignore[list-item] # plain data
    assert () == heard


async def test_posts_that_come_together(bot: Bot, anna: Person, ben: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is posted at the same time is kept and handled in one go; what is posted twice is left to one of them."""
    batches = list[list[int]]()

    async def taking(db: Database, raws: Sequence[RawUpdate], *given: Any) -> TakenIn:  # noqa: ANN401 - as it is called
        batches.append([raw.update_id for raw in raws])
        return await take_in(db, raws, *given)

    monkeypatch.setattr("bot.intake.take_in", taking)
    posted = [(anna, 9_000_001, "one"), (ben, 9_000_002, "one"), (ben, 9_000_003, "two")]
    raws = [RawUpdate(number, person.user_id, update_of(person, number, text)) for person, number, text in posted]
    left = await asyncio.gather(*(bot.listener._accept([raw]) for raw in (*raws, raws[-1])))
    assert ([[9_000_001, 9_000_002, 9_000_003, 9_000_003]], [[], [raws[1]], [raws[2]], []]) == (batches, left)


async def test_stopping_bot_keeps_and_takes_nothing(bot: Bot, database: Database, anna: Person) -> None:
    """What comes while the bot stops is kept for the next start."""
    await bot.settled(await anna.says("one"))
    bot.stopping.set()
    await bot.listener.hear([update_of(anna, 9_000_001, "two")])  # type: ignore[list-item] # plain data
    assert [9_000_001] == [raw.update_id for raw in await Inbox(database).waiting()]


@pytest.mark.parametrize("error", [ValueError("a bug"), OSError(errno.ENOSPC, "disk full")])
async def test_what_failed_with_its_batch(
    start: Start, notebook: StepFunction, database: Database, anna: Person, error: Exception
) -> None:
    """An update whose step fails waits; a bug was its first attempt, trouble of the database was none."""

    def fails(conversation: Conversation, given: Input, now: datetime, desk: Desk) -> Step:
        if getattr(given, "text", "") == "two":
            raise error
        return notebook(conversation, given, now, desk)

    async with start(fails) as bot:
        await bot.settled(await anna.says("one"))
        await bot.listener.hear([update_of(anna, 9_000_001, "two")])  # type: ignore[list-item] # plain data
        failure = bot.listener.heard[9_000_001].failure
    assert ([9_000_001], error if isinstance(error, ValueError) else None) == (
        [raw.update_id for raw in await Inbox(database).waiting()],
        failure,
    )


async def test_mail_that_was_handed_over_is_not_all(bot: Bot, database: Database, anna: Person, said: Said) -> None:
    """Where more has been put into the outbox before the answer that was handed over goes out, both go out."""
    await bot.settled(await anna.says("one"))
    await bot.listener.hear([update_of(anna, 9_000_001, "two")])  # type: ignore[list-item] # plain data
    await say(database, None, anna.user_id, (Reply(lines=(Line(text="more"),)),), bot.clock())
    bot.delivery.wake(anna.user_id)
    await bot.idle()
    assert ["1: one", "2: two", "more"] == said(anna)


@pytest.mark.parametrize("reading", [Reading(), Reading(chat_id=1), Reading(chat_id=1, given=Membership.BLOCKED)])
def test_nothing_said_is_heard_of_nobody(bot: Bot, reading: Reading) -> None:
    """What is not a person's word to the bot is none of a turn's."""
    with pytest.raises(ValueError, match="nobody said anything"):
        heard_of(bot.store, "bot", 1, reading)
