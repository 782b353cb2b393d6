"""Logs of errors hold no word of a person; and such a word would be found."""

import asyncio
import gc
import logging
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime

import pytest
from sqlalchemy import Connection
from support.logbook import Logbook, logged

from bot.app import Bot
from bot.logs import chat_hash, fields
from bot.sandbox import Person, Sandbox
from conversations.dialogue.conversation import Conversation, Step
from conversations.dialogue.inputs import Input
from conversations.dialogue.repositories import ReviewRepository
from storage import Database, StepFunction

Start = Callable[..., AbstractAsyncContextManager[Bot]]

WORDS = "unmistakable"

TURN = {"update": 7, "chat": 1001, "input": "wrote", "ms": 1.5, "outcome": "done", "state": "desk queue"}


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Try again at once what is tried again with growing pauses."""
    monkeypatch.setattr("bot.telegram.stopping.GROWING", (0.0,))


def levels(log: Logbook) -> set[tuple[str, str]]:
    """Tell who has warned of something, and how loudly."""
    loud = [record for record in log.records if record["level"] != "INFO"]
    return {(record["logger"].partition(".")[0], record["level"]) for record in loud}


async def test_log_of_turns_that_fail(start: Start, sandbox: Sandbox, anna: Person, notebook: StepFunction) -> None:
    """An exception that quotes a person is logged as its class and places, a line for each attempt."""

    def raises(conversation: Conversation, given: Input, now: datetime, repository: ReviewRepository) -> Step:
        if getattr(given, "text", "") == WORDS:
            raise ValueError(given)
        return notebook(conversation, given, now, repository)

    with logged(sandbox.token) as log:
        async with start(raises) as bot:
            update = await anna.says(WORDS)
            await bot.settled(update)
    chat = chat_hash(anna.user_id, sandbox.token)
    told = [(turn["update"], turn["chat"], turn["outcome"], turn["error"].split()[0]) for turn in log.turns]
    assert [
        (update, chat, "tried again later", "ValueError"),
        (update, chat, "tried again later", "ValueError"),
        (update, chat, "set aside", "ValueError"),
    ] == told
    assert [] == log.has(WORDS, "Anna", anna.user_id, sandbox.token)


async def test_log_of_statements_that_fail(bot: Bot, database: Database, sandbox: Sandbox, anna: Person) -> None:
    """SQLAlchemy's error quotes a statement with its values, and none of it is logged."""
    await database.change(Connection.exec_driver_sql, "DROP TABLE history")
    with logged(sandbox.token) as log:
        await bot.settled(await anna.says(WORDS))
    assert ({"OperationalError"}, "set aside") == (
        {turn["error"].split()[0] for turn in log.turns},
        log.turns[-1]["outcome"],
    )
    assert [] == log.has(WORDS, "INSERT", "Anna", anna.user_id, sandbox.token)


async def test_log_of_faults(start: Start, sandbox: Sandbox, anna: Person) -> None:
    """A refusal of Telegram is logged as a class and an id."""
    with logged(sandbox.token) as log:
        async with start() as bot:
            for status in (400, 403, 429, 500, 502):
                sandbox.faults.fail(status, method="sendMessage")
                await bot.settled(await anna.says(WORDS))
            sandbox.faults.drop_after(method="sendMessage")
            sandbox.faults.fail(409, method="getUpdates")
            await bot.settled(await anna.says(WORDS))
            await bot.settled(await anna.presses("Again"))
    assert {("bot", "WARNING"), ("bot", "ERROR")} == levels(log) & {("bot", "WARNING"), ("bot", "ERROR")}
    assert [] == log.has(WORDS, "Anna", anna.user_id, sandbox.token)


async def test_log_of_libraries_that_fail(sandbox: Sandbox) -> None:
    """Of a task that nobody waited for the library tells class and places."""

    async def raises() -> None:
        raise ValueError(WORDS)

    with logged(sandbox.token) as log:
        lost = asyncio.create_task(raises())
        await asyncio.wait([lost])
        del lost
        gc.collect()
        await sandbox.until(lambda: bool(levels(log)))
    assert {("asyncio", "ERROR")} == levels(log)
    assert ([], True) == (log.has(WORDS), all("ValueError" in record["error"] for record in log.records))


@pytest.mark.parametrize(
    ("message", "details"),
    [
        (f"turn {WORDS}", TURN),
        ("turn", {**TURN, "state": f"asking name.{WORDS}é"}),
        ("turn", {**TURN, "input": WORDS}),
        ("turn", {**TURN, "outcome": WORDS}),
        ("turn", {**TURN, "update": WORDS}),
        ("turn", {**TURN, "ms": WORDS}),
        ("turn", {**TURN, "name": WORDS}),
        ("message refused", {"outgoing": 1, "error": f'BadRequest "{WORDS}"'}),
        ("message refused", {"outgoing": WORDS}),
    ],
)
def test_leak_is_found(message: str, details: dict[str, object]) -> None:
    """Whichever part of a line had a word of a person, looking through the log would find it."""
    with logged("7:token") as log:
        logging.getLogger("bot.telegram.turns").info("turn", extra=fields(**TURN))
        found = [log.strange(), log.leaks({WORDS})]
        logging.getLogger("bot.telegram.turns").info(message, extra=fields(**details))
    assert ([[], set()], [WORDS]) == (found, log.has(WORDS))
    assert log.strange() or {WORDS} == log.leaks({WORDS})


def test_number_of_a_person_is_found() -> None:
    """A user id is found where it is no number of the log's own."""
    with logged("7:token") as log:
        logging.getLogger("bot").info("running", extra=fields(bot=1001, person=1001))
        logging.getLogger("telegram").warning("chat 1001 not found")
    assert ({"1001"}, 2) == (log.leaks({"1001"}), len(log.lines))
