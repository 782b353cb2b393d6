"""Delivery: messages go out in order until Telegram has taken them, through every fault."""

# ruff: noqa: PLR0913, PLR0917 - fixtures are arguments

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime, timedelta
from typing import Literal

import pytest
from support.slow import slowly
from support.turns import say
from telegram.error import ChatMigrated

from bot.app import Bot
from bot.clock import now
from bot.sandbox import Person, Sandbox
from bot.telegram.client import PlainBot
from bot.telegram.sending import send
from bot.telegram.texts import SEEN_BEFORE
from conversations.dialogue.conversation import Conversation, Step
from conversations.dialogue.inputs import Chose, Input
from conversations.dialogue.replies import Line, Reply
from conversations.dialogue.repositories import ReviewRepository
from storage import Batches, Begun, Database, Mark, Outbox, OutgoingMessage, Sent, StepFunction

Start = Callable[..., AbstractAsyncContextManager[Bot]]

Heard = Callable[[Person], Awaitable[list[str]]]

Said = Callable[[Person], list[str]]

MESSAGES = "sendMessage"


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Try again at once what is tried again with growing pauses."""
    monkeypatch.setattr("bot.telegram.stopping.GROWING", (0.0,))


def taken(sandbox: Sandbox, person: Person) -> list[bool]:
    """Tell of each message to a person whether Telegram took it."""
    return [
        call.ok for call in sandbox.calls if call.method == MESSAGES and call.params["chat_id"] == str(person.user_id)
    ]


async def test_flood_obeyed(bot: Bot, sandbox: Sandbox, anna: Person, said: Said) -> None:
    """After a 429 nothing goes to the chat for as long as Telegram says, then all of it in order."""
    sandbox.faults.flood(1, times=1, chat_id=anna.user_id)
    await anna.says("one")
    await bot.settled(await anna.says("two"))
    refused, first, _ = [call.at for call in sandbox.calls if call.method == MESSAGES]
    assert (first - refused >= 1, said(anna)) == (True, ["1: one", "2: two"])


@pytest.mark.slow
async def test_flood_of_one_chat(bot: Bot, sandbox: Sandbox, anna: Person, ben: Person, said: Said) -> None:
    """A 429 for one chat holds up no other."""
    sandbox.faults.flood(1, times=1, chat_id=anna.user_id)
    flooded = await anna.says("one")
    await sandbox.wait_for_calls(1, MESSAGES)
    await bot.settled(await ben.says("quick"))
    assert (said(anna), said(ben)) == ([], ["1: quick"])
    await bot.settled(flooded)
    assert said(anna) == ["1: one"]


async def test_flood_of_ages(
    start: Start, sandbox: Sandbox, anna: Person, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A 429 that is wrong by years holds a chat up for an hour, and a stop does not break it."""
    monkeypatch.setattr("bot.app.STOP_SECONDS", 0.05)
    sandbox.faults.flood(10**7, method=MESSAGES)
    async with start():
        await anna.says("one")
        await sandbox.wait_for_calls(1, MESSAGES)
    async with start(clock=lambda: now() + timedelta(minutes=59)) as bot:
        await bot.idle()
        before = said(anna)
    async with start(clock=lambda: now() + timedelta(minutes=61)) as bot:
        await bot.idle()
    assert ([], ["1: one"]) == (before, said(anna))


async def test_stop_while_telegram_fails(
    start: Start, sandbox: Sandbox, anna: Person, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stop ends a pause of ours, and what Telegram takes by then is sent."""
    noted, later = asyncio.Event(), Outbox.later

    async def noting(outbox: Outbox, outgoing_id: int, at: datetime, until: datetime, *, begun: bool) -> None:
        await later(outbox, outgoing_id, at, until, begun=begun)
        noted.set()

    monkeypatch.setattr(Outbox, "later", noting)
    monkeypatch.setattr("bot.telegram.stopping.GROWING", (60.0,))
    sandbox.faults.fail(502, method=MESSAGES)
    async with start():
        await anna.says("one")
        await noted.wait()
    assert ["1: one"] == said(anna)


@pytest.mark.parametrize("body", ["json", "html"])
@pytest.mark.parametrize("code", [500, *slowly(502, 401, 409)])
async def test_error_of_the_server(
    bot: Bot, sandbox: Sandbox, anna: Person, said: Said, code: int, body: Literal["json", "html"]
) -> None:
    """An error of the server is no refusal: the same message is sent again."""
    sandbox.faults.fail(code, times=2, body=body, method=MESSAGES)
    await bot.settled(await anna.says("one"))
    assert (taken(sandbox, anna), said(anna)) == ([False, False, True], ["1: one"])


async def test_dropped_before(bot: Bot, sandbox: Sandbox, anna: Person, said: Said) -> None:
    """A connection that breaks before Telegram has the message: it is sent again."""
    sandbox.faults.drop_before(method=MESSAGES)
    await bot.settled(await anna.says("one"))
    assert said(anna) == ["1: one"]


async def test_dropped_after(bot: Bot, sandbox: Sandbox, anna: Person, heard: Heard, said: Said) -> None:
    """A connection that breaks after Telegram took the message: a second copy, and the data once."""
    sandbox.faults.drop_after(method=MESSAGES)
    await bot.settled(await anna.says("one"))
    assert (await heard(anna), said(anna)) == (["one"], ["1: one", "1: one"])


async def test_blocked_and_back(bot: Bot, sandbox: Sandbox, anna: Person, said: Said) -> None:
    """Nothing is sent to a person who blocked the bot; their messages are kept and sent when they are back."""
    sandbox.faults.fail(403, times=1, method=MESSAGES)
    await bot.settled(await anna.says("one"))
    await bot.settled(await anna.blocks())
    calls = len(taken(sandbox, anna))
    await bot.delivery.sweep()
    await bot.settled(await anna.unblocks())
    assert (calls, said(anna)) == (1, ["1: one"])


async def test_forbidden_then_a_message(bot: Bot, sandbox: Sandbox, anna: Person, said: Said) -> None:
    """A person who writes again is back, also where Telegram did not say so."""
    sandbox.faults.fail(403, times=1, method=MESSAGES)
    await bot.settled(await anna.says("one"))
    assert said(anna) == []
    await bot.settled(await anna.says("two"))
    assert said(anna) == ["1: one", "2: two"]


async def test_query_too_old(bot: Bot, sandbox: Sandbox, anna: Person, said: Said) -> None:
    """A press that can no longer be answered is done all the same."""
    await bot.settled(await anna.says("one"))
    sandbox.world.queries.clear()
    press = await anna.presses("Again")
    sandbox.world.queries.clear()
    await bot.settled(press)
    assert said(anna) == ["pressed"]


@pytest.mark.parametrize("weather", ["slow", "flood"])
async def test_nothing_waits_for_the_answer_to_a_press(
    bot: Bot, sandbox: Sandbox, anna: Person, said: Said, monkeypatch: pytest.MonkeyPatch, weather: str
) -> None:
    """A press whose answer Telegram takes its time for, or does not take, holds up no message, now or later."""
    monkeypatch.setattr("bot.app.STOP_SECONDS", 0.05)
    await bot.settled(await anna.says("one"))
    getattr(sandbox.faults, weather)(60, method="answerCallbackQuery")
    await anna.presses("Again")
    await sandbox.until(lambda: said(anna) == ["pressed"])
    await anna.says("two")
    await sandbox.until(lambda: said(anna) == ["pressed", "2: two"])


async def test_mail_that_is_handed_over_while_it_is_read(
    bot: Bot, anna: Person, database: Database, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A message that a sender reads in the outbox, and is also handed, goes out once."""
    await bot.settled(await anna.says("one"))
    read = Outbox.next

    async def handed_while_reading(outbox: Outbox, chat_id: int, now: datetime) -> tuple[OutgoingMessage, ...]:
        monkeypatch.undo()
        found = await read(outbox, chat_id, now)
        bot.delivery.wake(chat_id, found)
        return found

    monkeypatch.setattr(Outbox, "next", handed_while_reading)
    await say(database, None, anna.user_id, [Reply(lines=(Line(text="two"),))], now())
    bot.delivery.wake(anna.user_id)
    await bot.runtime.pending.idle()
    assert ["1: one", "two"] == said(anna)


async def test_press_whose_answer_is_waiting_is_answered_once(
    bot: Bot, sandbox: Sandbox, database: Database, anna: Person, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer that is being sent is not begun again with the next messages."""
    answered = list[int]()

    async def seen(bot: PlainBot, outgoing: OutgoingMessage) -> int | None:
        if outgoing.answers:
            answered.append(outgoing.id)
        return await send(bot, outgoing)

    monkeypatch.setattr("bot.app.STOP_SECONDS", 0.05)
    await bot.settled(await anna.says("one"))
    monkeypatch.setattr("bot.telegram.delivery.send", seen)
    sandbox.faults.slow(60, method="answerCallbackQuery")
    await anna.presses("Again")
    await sandbox.until(lambda: said(anna) == ["pressed"])
    await say(database, None, anna.user_id, [plain("two")], now())
    bot.delivery.wake(anna.user_id)
    await sandbox.until(lambda: said(anna) == ["pressed", "two"])
    assert 1 == len(answered)


async def test_not_modified(bot: Bot, anna: Person, database: Database, said: Said) -> None:
    """Redrawing what is there already is no error."""
    await bot.settled(await anna.says("one"))
    await bot.settled(await anna.presses("Again"))
    await bot.settled(await anna.presses("Again"))
    assert (said(anna), await Outbox(database).empty()) == (["pressed"], True)


async def test_redraw_of_a_message_that_is_gone(bot: Bot, anna: Person, said: Said) -> None:
    """If the message to redraw is gone, a new one is sent."""
    await bot.settled(await anna.says("one"))
    press = await anna.presses("Again")
    await anna.deletes(anna.messages[-1].message_id)
    await bot.settled(press)
    assert said(anna) == ["pressed"]


async def test_press_on_a_message_that_was_gone(bot: Bot, anna: Person, said: Said) -> None:
    """A press on a message that Telegram no longer shows is answered with a new one."""
    await bot.settled(await anna.says("one"))
    message = anna.messages[-1]
    await anna.deletes(message.message_id)
    await bot.settled(await anna.presses_data(message.message_id, "1|0|heard|again"))
    assert said(anna) == ["pressed"]


def answering(*replies: Reply, toast: str = "") -> StepFunction:
    """Make a step that always answers so."""

    def step(conversation: Conversation, given: Input, now: datetime, _desk: ReviewRepository | None = None) -> Step:  # noqa: ARG001 - as any step
        pressed = isinstance(given, Chose)
        return Step(conversation=conversation, replies=replies, toast=toast if pressed else "")

    return step


def plain(text: str, redraws: int | None = None) -> Reply:
    """Make a reply without buttons."""
    return Reply(lines=(Line(text=text),), redraws=redraws)


async def test_refused_message(
    start: Start, sandbox: Sandbox, anna: Person, said: Said, caplog: pytest.LogCaptureFixture
) -> None:
    """A message that Telegram will never take is set aside and logged by its ids, and the next one is sent."""
    sandbox.faults.fail(400, times=1, method=MESSAGES)
    with caplog.at_level(logging.INFO, "bot"):
        async with start(answering(plain("secret one"), plain("two"))) as bot:
            await bot.settled(await anna.says("go"))
    refused = [record.__dict__["fields"] for record in caplog.records if record.getMessage() == "message refused"]
    assert (said(anna), [line["chat"] for line in refused]) == (["two"], [anna.user_id])
    assert "secret" not in caplog.text


async def test_reply_without_words(start: Start, anna: Person, said: Said) -> None:
    """A reply that cannot be written holds up nothing."""
    async with start(answering(plain(" "), plain("two"))) as bot:
        await bot.settled(await anna.says("go"))
    assert said(anna) == ["two"]


async def test_redraw_refused(start: Start, sandbox: Sandbox, anna: Person, said: Said) -> None:
    """A redraw that is refused for another reason is set aside."""
    sandbox.faults.fail(400, times=1, method="editMessageText")
    async with start(answering(plain("one", redraws=1), plain("two"))) as bot:
        await bot.settled(await anna.says("go"))
    assert said(anna) == ["two"]


async def test_answer_refused(start: Start, sandbox: Sandbox, notebook: StepFunction, anna: Person, said: Said) -> None:
    """An answer to a press that is refused for another reason is set aside."""
    sandbox.faults.fail(400, times=1, method="answerCallbackQuery")
    async with start(notebook) as bot:
        await bot.settled(await anna.says("one"))
        await bot.settled(await anna.presses("Again"))
    assert said(anna) == ["pressed"]


async def test_long_reply(start: Start, anna: Person, said: Said) -> None:
    """A reply over the limit goes out in parts, also where it was to redraw a message."""
    async with start(answering(plain("x" * 5000, redraws=1))) as bot:
        await bot.settled(await anna.says("go"))
    assert [len(text) for text in said(anna)] == [4096, 904]


async def test_chat_moved(bot: Bot, anna: Person, said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    """A chat that moved, which a private chat cannot, stops nothing."""

    async def moved(*_: object, **__: object) -> None:
        monkeypatch.undo()
        raise ChatMigrated(-5)

    monkeypatch.setattr("bot.telegram.delivery.send", moved)
    await bot.settled(await anna.says("one"))
    await bot.settled(await anna.says("two"))
    assert said(anna) == ["2: two"]


async def test_sent_after_a_start(start: Start, sandbox: Sandbox, anna: Person, heard: Heard, said: Said) -> None:
    """A message that could not be sent is sent after the next start, even if the person writes nothing."""
    sandbox.faults.flood(60, times=None, method=MESSAGES)
    async with start() as bot:
        await anna.says("one")
        await sandbox.wait_for_calls(1, MESSAGES)
        assert bot.runtime.stopping.is_set() is False
    sandbox.faults.clear()
    late = datetime(2036, 1, 1, tzinfo=UTC)
    async with start(clock=lambda: late):
        await sandbox.until(lambda: said(anna))
    assert (await heard(anna), said(anna)) == (["one"], ["1: one"])


async def test_outbox_out_of_order(
    bot: Bot, anna: Person, said: Said, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """If a mark cannot be written, the mark is tried again, and the message is not sent again."""
    failures = iter([True, True])
    mark = Batches.mark

    async def sometimes(batches: Batches, given: Mark) -> None:
        if isinstance(given, Sent) and next(failures, False):
            raise OSError("disk full of secrets")
        await mark(batches, given)

    monkeypatch.setattr(Batches, "mark", sometimes)
    await bot.settled(await anna.says("one"))
    assert (said(anna), "secrets" in caplog.text) == (["1: one"], False)


async def test_stopped_while_sending(
    start: Start, sandbox: Sandbox, anna: Person, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A message that Telegram does not take in the time of a stop is sent after the next start, and says so."""
    monkeypatch.setattr("bot.app.STOP_SECONDS", 0.05)
    sandbox.faults.slow(60, MESSAGES)
    delay, begun = sandbox.faults.delay, asyncio.Event()

    def noticed(method: str, chat_id: str) -> float:
        seconds = delay(method, chat_id)
        if seconds:
            begun.set()
        return seconds

    monkeypatch.setattr(sandbox.faults, "delay", noticed)
    async with start():
        await anna.says("one")
        await begun.wait()
    sandbox.faults.clear()
    async with start():
        await sandbox.until(lambda: said(anna))
    assert said(anna) == [f"{SEEN_BEFORE}\n\n1: one"]


async def test_message_that_a_sweep_sent_before_its_turn(
    bot: Bot, database: Database, anna: Person, said: Said
) -> None:
    """A sweep can find a message after its commit; the turn that hands it over then sends it no second time."""
    await bot.settled(await anna.says("one"))
    await say(database, None, anna.user_id, [plain("two")], now())
    outgoing = await Outbox(database).next(anna.user_id, now())
    await bot.delivery.sweep()
    await bot.idle()
    bot.delivery.wake(anna.user_id, outgoing)
    await bot.idle()
    assert ["1: one", "two"] == said(anna)


async def test_only_the_newest_are_remembered(
    bot: Bot, anna: Person, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The memory of what was sent stays small."""
    monkeypatch.setattr("bot.telegram.delivery.REMEMBERED", 2)
    for text in ("one", "two", "three"):
        await bot.settled(await anna.says(text))
    assert (3, 2) == (len(said(anna)), len(bot.delivery._passed))


async def test_nothing_is_begun_behind_a_stop(bot: Bot, database: Database, anna: Person, said: Said) -> None:
    """After a stop of the delivery nothing is sent: the messages are there for the next start."""
    await bot.settled(await anna.says("one"))
    await bot.delivery.close(1)
    await say(database, None, anna.user_id, [plain("two")], now())
    bot.delivery.wake(anna.user_id)
    await bot.idle()
    assert (["1: one"], False) == (said(anna), await Outbox(database).empty())


@pytest.mark.slow
async def test_what_is_begun_while_it_stops_is_stopped(
    bot: Bot, sandbox: Sandbox, database: Database, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer to a press that a sender finds in the time of a stop does not outlast that."""
    await bot.settled(await anna.says("one"))
    sandbox.faults.slow(60, method="answerCallbackQuery")
    reads, stops, read = asyncio.Event(), asyncio.Event(), Outbox.next

    async def slowly(outbox: Outbox, chat_id: int, now: datetime) -> tuple[OutgoingMessage, ...]:
        reads.set()
        await stops.wait()
        return await read(outbox, chat_id, now)

    monkeypatch.setattr(Outbox, "next", slowly)
    await say(database, None, anna.user_id, [plain("two")], now(), query_id="query")
    bot.delivery.wake(anna.user_id)
    await reads.wait()
    stopping = asyncio.create_task(bot.delivery.close(0.2))
    await asyncio.sleep(0)  # it looks who is at work
    stops.set()
    await stopping
    assert {} == bot.runtime.pending._sending


async def test_stopped_while_the_database_fails(
    start: Start, anna: Person, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A bot whose database fails can be stopped."""

    async def never(*_: object) -> None:
        raise OSError("disk full of secrets")

    async with start() as bot:
        monkeypatch.setattr(Batches, "mark", never)
        monkeypatch.setattr("bot.telegram.stopping.GROWING", (60.0,))
        update = await anna.says("one")
        while update not in bot.runtime.pending._handled:
            await bot.runtime.pending._changed.wait()
    assert ("the database does not work" in caplog.text, "secrets" in caplog.text) == (True, False)


async def test_due_later(
    start: Start, sandbox: Sandbox, anna: Person, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A message that an earlier run was told to send later is sent when it is due."""
    monkeypatch.setattr("bot.app.SWEEP_SECONDS", 0.01)
    sandbox.faults.flood(3600, method=MESSAGES)
    async with start():
        await anna.says("one")
        await sandbox.wait_for_calls(1, MESSAGES)
    hours = iter(range(100))
    async with start(clock=lambda: now() + timedelta(minutes=next(hours))):
        assert said(anna) == []
        await sandbox.until(lambda: said(anna))


async def test_group_moved(bot: Bot, sandbox: Sandbox, anna: Person) -> None:
    """A group that has become a supergroup gets its answer under the new id."""
    group = sandbox.group("Colleagues")
    update = await group.says(anna, "/start")
    moved = await group.upgrades(anna)
    await bot.settled(update)
    assert [f"https://t.me/{sandbox.bot_user['username']}" in message.text for message in moved.messages][-1]


async def put(database: Database, anna: Person, *texts: str) -> None:
    """Put messages into the outbox, as the shell does while no bot runs."""
    await say(database, None, anna.user_id, [plain(text) for text in texts], now())


async def test_sent_again_after_a_kill_says_so(
    start: Start, sandbox: Sandbox, database: Database, anna: Person, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of what waits after a kill only the message whose sending had begun says that it may have come before."""
    await anna.says("hello")
    await put(database, anna, "one", "two")
    async with start(answering()) as bot:
        taking, mark, begun = asyncio.Event(), Batches.mark, list[Mark]()

        async def killed(batches: Batches, given: Mark) -> None:
            if isinstance(given, Begun) and not begun:
                begun.append(given)
                await mark(batches, given)
                return
            taking.set()
            await asyncio.Event().wait()

        monkeypatch.setattr("bot.app.STOP_SECONDS", 0.05)
        monkeypatch.setattr(Batches, "mark", killed)
        bot.delivery.wake(anna.user_id)
        await taking.wait()
        monkeypatch.undo()
    async with start(answering()):
        await sandbox.until(lambda: "two" in said(anna))
    assert ["one", f"{SEEN_BEFORE}\n\none", "two"] == said(anna)


async def test_handed_over_and_killed_says_so(
    start: Start, sandbox: Sandbox, anna: Person, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer that was sent with its commit, and not noted, says it too; the next answer does not."""
    taking = asyncio.Event()

    async def killed(*_: object) -> None:
        taking.set()
        await asyncio.Event().wait()

    async with start() as bot:
        monkeypatch.setattr("bot.app.STOP_SECONDS", 0.05)
        await bot.settled(await anna.says("one"))
        monkeypatch.setattr(Batches, "mark", killed)
        await anna.says("two")
        await taking.wait()
        monkeypatch.undo()
    async with start() as bot:
        await sandbox.until(lambda: f"{SEEN_BEFORE}\n\n2: two" in said(anna))
        await bot.settled(await anna.says("three"))
    assert ["1: one", "2: two", f"{SEEN_BEFORE}\n\n2: two", "3: three"] == said(anna)


async def test_what_was_never_tried_says_nothing(start: Start, database: Database, anna: Person, said: Said) -> None:
    """A message that was put into the outbox while no bot ran is sent as it is."""
    await anna.says("hello")
    await put(database, anna, "one", "two")
    async with start(answering()) as bot:
        await bot.idle()
    assert ["one", "two"] == said(anna)


@pytest.mark.parametrize("refusal", ["flood", "blocked"])
async def test_what_telegram_did_not_take_says_nothing(
    start: Start, sandbox: Sandbox, anna: Person, said: Said, monkeypatch: pytest.MonkeyPatch, refusal: str
) -> None:
    """A message that Telegram refused to take is no repetition after a restart."""
    monkeypatch.setattr("bot.app.STOP_SECONDS", 0.05)
    if refusal == "flood":
        sandbox.faults.flood(3600, method=MESSAGES)
    else:
        sandbox.faults.fail(403, method=MESSAGES)
    async with start():
        await anna.says("one")
        await sandbox.wait_for_calls(1, MESSAGES)
    async with start(clock=lambda: now() + timedelta(hours=2)) as bot:
        await bot.settled(await anna.says("two"))
        await sandbox.until(lambda: "2: two" in said(anna))
    assert ["1: one", "2: two"] == said(anna)


@pytest.mark.parametrize("wrong", [timedelta(days=1), timedelta(days=-1), timedelta(days=400)])
async def test_clock_put_right_after_a_flood(
    start: Start, sandbox: Sandbox, anna: Person, said: Said, monkeypatch: pytest.MonkeyPatch, wrong: timedelta
) -> None:
    """A chat that was told to wait by a wrong clock does not wait for that clock's time."""
    monkeypatch.setattr("bot.app.STOP_SECONDS", 0.05)
    sandbox.faults.flood(60, method=MESSAGES)
    async with start(clock=lambda: now() + wrong):
        await anna.says("one")
        await sandbox.wait_for_calls(1, MESSAGES)
    async with start() as bot:
        await bot.settled(await anna.says("two"))
    assert ["1: one", "2: two"] == said(anna)


async def test_clock_put_back_while_it_runs(
    start: Start, database: Database, anna: Person, said: Said, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Mail is looked for every few seconds, whatever the clock on the wall does."""
    monkeypatch.setattr("bot.app.SWEEP_SECONDS", 0.02)
    ahead = [timedelta(days=1)]
    async with start(clock=lambda: now() + ahead[0]) as bot:
        await bot.settled(await anna.says("one"))
        ahead[0] = timedelta()
        await put(database, anna, "two")
        await sandbox.until(lambda: "two" in said(anna))
    assert ["1: one", "two"] == said(anna)
