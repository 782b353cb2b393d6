"""Intake: what a known person says is handled with the commit that keeps it; all else waits for a turn of its own."""

# ruff: noqa: PLR0913, PLR0917 - fixtures are arguments

import asyncio
import errno
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import Connection, event
from support.updates import update_of
from telegram import Update

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
    heard = await bot.listener.hear([update_of(anna, 9_000_001, "three")])
    assert () == heard


async def posted_at_once(bot: Bot, *posted: tuple[Person, int, str]) -> list[list[int]]:
    """Post updates at the same time; gives those that wait for a turn, as each post hears of them."""
    heard = await asyncio.gather(*(bot.listener.hear([update_of(*each)]) for each in posted))
    return [[update.update_id for update in each] for each in heard]


async def test_posts_that_come_together(bot: Bot, anna: Person, ben: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is posted at the same time is kept and handled in one go; what is posted twice is left to one of them."""
    batches = list[list[int]]()

    async def taking(db: Database, raws: Sequence[RawUpdate], *given: Any) -> TakenIn:  # noqa: ANN401 - as it is called
        batches.append([raw.update_id for raw in raws])
        return await take_in(db, raws, *given)

    monkeypatch.setattr("bot.intake.take_in", taking)
    posted = [(anna, 9_000_001, "one"), (ben, 9_000_002, "one"), (ben, 9_000_003, "two")]
    left = await posted_at_once(bot, *posted, posted[-1])
    assert ([[9_000_001, 9_000_002, 9_000_003, 9_000_003]], [[], [9_000_002], [9_000_003], []]) == (batches, left)


async def test_error_behind_the_commit(
    bot: Bot, anna: Person, ben: Person, said: Said, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """What breaks when all is committed is logged, and takes from nobody what waits for a turn, or their answer."""

    def breaks(*_: object) -> None:
        raise RuntimeError("secret")

    await bot.settled(await anna.says("zero"))
    monkeypatch.setattr("bot.intake.ended", breaks)
    posted = (anna, 9_000_001, "one"), (ben, 9_000_002, "one"), (ben, 9_000_003, "two")
    assert [[], [9_000_002], [9_000_003]] == await posted_at_once(bot, *posted)
    await bot.idle()
    assert ["1: zero", "2: one"] == said(anna)
    errors = [record.__dict__["fields"] for record in caplog.records if record.name == "bot.intake"]
    assert [([9_000_001, 9_000_002, 9_000_003], True)] == [
        (line["updates"], line["error"].startswith("RuntimeError")) for line in errors
    ]
    assert "secret" not in caplog.text


@pytest.mark.parametrize("failing", ["storage.intake.append_all", "bot.intake.take_in"])
async def test_batch_that_failed_is_logged(
    bot: Bot,
    anna: Person,
    ben: Person,
    said: Said,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    failing: str,
) -> None:
    """A batch that cannot be taken together is logged by its ids and its error's class, and taken one by one."""

    def breaks(*_: object) -> None:
        monkeypatch.undo()
        raise RuntimeError("secret")

    for person in (anna, ben):
        await bot.settled(await person.says("zero"))
    monkeypatch.setattr(failing, breaks)
    left = await posted_at_once(bot, (anna, 9_000_001, "one"), (ben, 9_000_002, "one"))
    for update_id in (each for one in left for each in one):
        await bot.application.update_queue.put(Update(update_id))
    await asyncio.gather(*(bot.settled(number) for number in (9_000_001, 9_000_002)))
    assert [["1: zero", "2: one"]] * 2 == [said(anna), said(ben)]
    (line,) = [record.__dict__["fields"] for record in caplog.records if record.name == "bot.intake"]
    assert ([9_000_001, 9_000_002], True) == (line["updates"], line["error"].startswith("RuntimeError"))
    assert "secret" not in caplog.text


async def test_stopping_bot_keeps_and_takes_nothing(bot: Bot, database: Database, anna: Person) -> None:
    """What comes while the bot stops is kept for the next start."""
    await bot.settled(await anna.says("one"))
    bot.stopping.set()
    await bot.listener.hear([update_of(anna, 9_000_001, "two")])
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
        await bot.listener.hear([update_of(anna, 9_000_001, "two")])
        failure = bot.listener.heard[9_000_001].failure
    assert ([9_000_001], error if isinstance(error, ValueError) else None) == (
        [raw.update_id for raw in await Inbox(database).waiting()],
        failure,
    )


async def test_mail_that_was_handed_over_is_not_all(bot: Bot, database: Database, anna: Person, said: Said) -> None:
    """Where more has been put into the outbox before the answer that was handed over goes out, both go out."""
    await bot.settled(await anna.says("one"))
    await bot.listener.hear([update_of(anna, 9_000_001, "two")])
    await say(database, None, anna.user_id, (Reply(lines=(Line(text="more"),)),), bot.clock())
    bot.delivery.wake(anna.user_id)
    await bot.idle()
    assert ["1: one", "2: two", "more"] == said(anna)


@pytest.mark.parametrize("reading", [Reading(), Reading(chat_id=1), Reading(chat_id=1, given=Membership.BLOCKED)])
def test_nothing_said_is_heard_of_nobody(bot: Bot, reading: Reading) -> None:
    """What is not a person's word to the bot is none of a turn's."""
    with pytest.raises(ValueError, match="nobody said anything"):
        heard_of(bot.store, "bot", 1, reading)
