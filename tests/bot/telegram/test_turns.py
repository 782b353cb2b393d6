"""Turns: an update changes the data once, a failure stops nobody, and other updates are left alone."""

# ruff: noqa: PLR0913, PLR0917 - fixtures are arguments

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Any

import pytest

from bot.app import Bot
from bot.sandbox import Person, Sandbox
from bot.telegram.turns import state_label
from conversations.dialogue.conversation import Conversation, Step
from conversations.dialogue.inputs import Input, Wrote
from conversations.dialogue.pages import Card, Confirming
from conversations.dialogue.repositories import ReviewRepository
from conversations.dialogue.state import Asking, AtDesk, Collecting, New, Opened, Part, Repeating, State, ToSummary
from storage import Database, Failures, Inbox, StepFunction

Start = Callable[..., AbstractAsyncContextManager[Bot]]

Heard = Callable[[Person], Awaitable[list[str]]]

Said = Callable[[Person], list[str]]

TRYING = (
    "Something went wrong on my side. What you sent is kept, and I try again by myself in a few seconds. "
    "You need not send it again."
)

ASIDE = (
    "I could not handle your last message. It is kept for the people who look after me, and your answers are as "
    "they were. Send /start to go on."
)


def ids(record: logging.LogRecord) -> dict[str, Any]:
    """Give the fields of a log line."""
    found: dict[str, Any] = record.__dict__["fields"]
    return found


class Failing:
    """A step that fails on a word, so many times."""

    def __init__(self, step: StepFunction, word: str, times: int) -> None:
        self.step, self.word, self.times = step, word, times

    def __call__(self, conversation: Conversation, given: Input, now: datetime, repository: ReviewRepository) -> Step:
        """Fail, or take the step."""
        if isinstance(given, Wrote) and given.text == self.word and self.times:
            self.times -= 1
            raise ZeroDivisionError(f"Anna wrote {given.text}")
        return self.step(conversation, given, now, repository)


async def test_text_heard_and_answered(bot: Bot, anna: Person, heard: Heard, said: Said) -> None:
    """A text is kept and answered."""
    await bot.settled(await anna.says("Hello <b>&"))
    assert (await heard(anna), said(anna)) == (["Hello <b>&"], ["1: Hello <b>&"])


async def test_redelivered(bot: Bot, sandbox: Sandbox, anna: Person, heard: Heard, said: Said) -> None:
    """However often Telegram delivers an update, the data has it once and the person hears of it once."""
    await bot.settled(await anna.says("one"))
    await bot.settled(await anna.says("two"))  # its call has confirmed the first
    sandbox.faults.redeliver()
    await bot.settled(await anna.says("three"))
    assert (await heard(anna), said(anna)) == (["one", "two", "three"], ["1: one", "2: two", "3: three"])


async def test_press(bot: Bot, sandbox: Sandbox, anna: Person, said: Said) -> None:
    """A press is answered and its message redrawn, neither waiting for the other."""
    await bot.settled(await anna.says("Hello"))
    await bot.settled(await anna.presses("Again"))
    methods = [call.method for call in sandbox.calls if call.method.startswith(("answer", "edit", "send"))]
    assert (sorted(methods), said(anna), anna.notices[0].text) == (
        ["answerCallbackQuery", "editMessageText", "sendMessage"],
        ["pressed"],
        "Pressed",
    )


@pytest.mark.parametrize("kind", ["sticker", "voice", "location", "poll", "contact", "dice", "hologram"])
async def test_message_without_words(bot: Bot, anna: Person, said: Said, kind: str) -> None:
    """Everything that a person can send is answered, also what is invented tomorrow."""
    await bot.settled(await anna.sends(kind))
    assert [text.partition(":")[0] for text in said(anna)] == ["no words"]


async def test_rich_message(bot: Bot, anna: Person, heard: Heard) -> None:
    """A rich message without text is read."""
    await bot.settled(await anna.sends("rich_message", blocks=[{"type": "paragraph", "text": ["long ", "text"]}]))
    assert await heard(anna) == ["long text"]


async def test_unknown_update(bot: Bot, sandbox: Sandbox, anna: Person, heard: Heard, said: Said) -> None:
    """An update that no library can parse is answered, and those behind it go on."""
    await bot.settled(await anna.says("first"))
    body = {"message": {"chat": {"id": anna.user_id, "type": "private"}, "date": [], "text": {}}}
    await bot.settled(sandbox.raw_update(body))
    await bot.settled(await anna.says("second"))
    assert (await heard(anna), said(anna)[1]) == (["first", "second"], "no words: message without words")


async def test_update_of_nobody(bot: Bot, sandbox: Sandbox, anna: Person, heard: Heard) -> None:
    """An update without a chat is stepped over."""
    await bot.settled(sandbox.raw_update({"message": 7}))
    await bot.settled(await anna.says("after it"))
    assert await heard(anna) == ["after it"]


async def test_group(bot: Bot, sandbox: Sandbox, anna: Person, heard: Heard) -> None:
    """Who mentions the bot in a group hears where to write, once for a message; nothing is taken as an answer."""
    group, me = sandbox.group("Us"), sandbox.bot_user["username"]
    await bot.settled(await group.says(anna, f"Hello @{me}"))
    await bot.settled(await group.edits(anna, group.messages[0].message_id, f"Hello all and @{me}"))
    (answer,) = [message.text for message in group.messages if message.sender == "bot"]
    assert (await heard(anna), answer.endswith(f"https://t.me/{me}")) == ([], True)


async def test_group_throws_the_bot_out(bot: Bot, sandbox: Sandbox, anna: Person, heard: Heard) -> None:
    """Being thrown out of a group stops nothing else."""
    group = sandbox.group("Us")
    await bot.settled(await group.removes_bot(anna))
    await bot.settled(await anna.says("in private"))
    assert await heard(anna) == ["in private"]


async def test_failure_once(start: Start, notebook: StepFunction, anna: Person, heard: Heard, said: Said) -> None:
    """A turn that fails once is tried again: the person hears of it, the data has it, the order is kept."""
    async with start(Failing(notebook, "bad", 1)) as bot:
        await anna.says("bad")
        await bot.settled(await anna.says("good"))
    assert (await heard(anna), said(anna)) == (["bad", "good"], [TRYING, "1: bad", "2: good"])


async def test_failure_for_ever(
    start: Start, notebook: StepFunction, database: Database, anna: Person, ben: Person, heard: Heard, said: Said
) -> None:
    """A turn that always fails is set aside, the person is told, the others go on."""
    async with start(Failing(notebook, "bad", 99)) as bot:
        bad = await anna.says("bad")
        await bot.settled(await ben.says("good"))
        await bot.settled(bad)
        await bot.settled(await anna.says("good"))
    assert (await heard(anna), await heard(ben), said(anna), await Inbox(database).waiting()) == (
        ["good"],
        ["good"],
        [TRYING, ASIDE, "1: good"],
        (),
    )


async def test_failure_of_a_press(start: Start, notebook: StepFunction, sandbox: Sandbox, anna: Person) -> None:
    """A press whose turn fails is answered all the same."""

    def step(conversation: Conversation, given: Input, now: datetime, repository: ReviewRepository) -> Step:
        if given.did == "chose":
            raise ZeroDivisionError
        return notebook(conversation, given, now, repository)

    async with start(step) as bot:
        await bot.settled(await anna.says("Hello"))
        await bot.settled(await anna.presses("Again"))
    assert [call.ok for call in sandbox.calls if call.method == "answerCallbackQuery"] == [True, False]


async def test_failure_logged_without_words(
    start: Start, notebook: StepFunction, anna: Person, caplog: pytest.LogCaptureFixture
) -> None:
    """The log of a failure has ids, class and places, not what the person wrote."""
    with caplog.at_level(logging.DEBUG, "bot"):
        async with start(Failing(notebook, "my secret", 1)) as bot:
            update = await anna.says("my secret")
            await bot.settled(update)
    turns = [record.__dict__["fields"] for record in caplog.records if record.name == "bot.telegram.turns"]
    assert [
        (line["update"], line["outcome"], line.get("state"), "ZeroDivisionError" in line.get("error", ""))
        for line in turns
    ] == [
        (update, "tried again later", None, True),
        (update, "done", "new", False),
    ]
    assert "my secret" not in caplog.text


@pytest.mark.parametrize(
    "broken", ["bot.telegram.delivery.Delivery.wake", "bot.telegram.turns.state_label", "bot.health.Metrics.turned"]
)
async def test_failure_behind_the_commit(
    bot: Bot,
    database: Database,
    anna: Person,
    ben: Person,
    heard: Heard,
    said: Said,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    broken: str,
) -> None:
    """What fails when a turn is committed is logged by ids; the turn counts once, and its chat and others go on."""

    def fails(*_: object) -> None:
        raise ZeroDivisionError("Anna wrote my secret")

    with monkeypatch.context() as failing:
        failing.setattr(broken, fails)
        update = await anna.says("my secret")
        async with asyncio.timeout(5):
            await bot.settled(update)
    await bot.sweep()
    await bot.settled(await anna.says("two"))
    await bot.settled(await ben.says("three"))
    failed = [record for record in caplog.records if record.getMessage() == "something failed after the commit"]
    assert [(anna.user_id, True)] == [(line["chat"], "ZeroDivisionError" in line["error"]) for line in map(ids, failed)]
    assert (["my secret", "two"], ["three"], ["1: my secret", "2: two"]) == (
        await heard(anna),
        await heard(ben),
        said(anna),
    )
    assert ("secret" in caplog.text, await Failures(database).all()) == (False, ())


async def test_chats_side_by_side(
    start: Start, notebook: StepFunction, anna: Person, ben: Person, heard: Heard
) -> None:
    """A chat that waits for its second attempt keeps its order and does not hold up another one."""
    async with start(Failing(notebook, "0", 1), pauses=(60.0,)) as bot:
        for number in range(20):
            await anna.says(str(number))
        await bot.settled(await ben.says("quick"))
        assert (await heard(anna), await heard(ben)) == ([], ["quick"])
    async with start(notebook) as bot:
        await bot.settled(await anna.says("20"))
    assert await heard(anna) == [str(number) for number in range(21)]


PART = Part(message=1, text="Anna's words")


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (New(), "new"),
        (Asking(question="name.name"), "asking name.name"),
        (Collecting(question="description.description", parts=(PART,)), "collecting description.description"),
        (Repeating(section="ran_meetings"), "repeating ran_meetings"),
        (Opened(section="start", return_to=ToSummary()), "opened start"),
        (AtDesk(page=Card(submission=7)), "desk card"),
        (AtDesk(page=Confirming(submission=7, decision="decline", reason="Anna's words")), "desk confirming"),
    ],
)
def test_whereabouts(state: State, expected: str) -> None:
    """A state is its name and its question, section or page, without any answer."""
    assert expected == state_label(state)
