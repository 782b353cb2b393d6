"""What Telegram shows of the bot, and what the bot says outside of a step, in the language of the person."""

import asyncio
import json
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest
from support.offering import offer_language
from support.pseudo import PSEUDO, plain_words

from bot.app import Bot
from bot.clock import now
from bot.health import DatabaseHealth
from bot.sandbox import Person, Sandbox
from bot.telegram.commands import MENUS, menu_mark
from bot.telegram.texts import DESCRIPTION, SHORT_DESCRIPTION
from conversations.languages import current, in_language, speaking
from storage import Database, NoInput, People, RawUpdate

Start = Callable[..., AbstractAsyncContextManager[Bot]]

NORWEGIAN, GERMAN = "no", "de"


def made(sandbox: Sandbox, method: str) -> dict[str, dict[str, Any]]:
    """Return the calls of a method by their language; the first one of each."""
    calls = [call.params for call in sandbox.calls if call.method == method]
    return {str(params.get("language_code", "")): params for params in reversed(calls)}


async def test_menus_and_descriptions_in_each_language(
    start: Start, sandbox: Sandbox, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """English is for all; another language has the codes that apps have for it. A second start sets nothing."""
    offer_language(monkeypatch, NORWEGIAN, PSEUDO)
    for _ in range(2):
        async with start() as bot:
            await sandbox.wait_for_calls(3, "getMyShortDescription")
            await sandbox.wait_for_calls(3, "setMyShortDescription")
            await bot.settled(await anna.says("one"))
    assert ["", "nb", "no"] == sorted(made(sandbox, "setMyCommands"))
    assert 3 == len([call for call in sandbox.calls if call.method == "setMyCommands"])
    said = made(sandbox, "setMyDescription")["nb"], made(sandbox, "setMyShortDescription")["no"]
    with speaking(NORWEGIAN):
        expected = str(DESCRIPTION), str(SHORT_DESCRIPTION)
    assert expected == (said[0]["description"], said[1]["short_description"])
    commands = made(sandbox, "setMyCommands")["nb"]["commands"]
    menu = json.loads(commands) if isinstance(commands, str) else commands
    with speaking(NORWEGIAN):
        wanted = [{"command": name, "description": in_language(what)} for name, what in MENUS["practitioner"]]
    assert wanted == menu
    assert DESCRIPTION == made(sandbox, "setMyDescription")[""]["description"]


async def test_menu_of_a_coordinator(
    start: Start, database: Database, sandbox: Sandbox, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is set in the languages of the desk, and is deleted in each when the role ends."""
    offer_language(monkeypatch, GERMAN, PSEUDO)
    people = People(database)
    async with start() as bot:
        await sandbox.wait_for_calls(2, "setMyShortDescription")
        await people.seen(anna.user_id, anna.user_id, now())
        for role in ("coordinator", "practitioner"):
            await people.give(anna.user_id, role, None, now())
            await bot.sweep()
    own = [call for call in sandbox.calls if "MyCommands" in call.method and "chat_id" in str(call.params.get("scope"))]
    assert [
        ("setMyCommands", ""),
        ("setMyCommands", GERMAN),
        ("deleteMyCommands", ""),
        ("deleteMyCommands", GERMAN),
    ] == [(call.method, str(call.params.get("language_code", ""))) for call in own]


def test_mark_of_a_menu_depends_on_the_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    """A menu is set again when its language is offered."""
    before = menu_mark("coordinator")
    offer_language(monkeypatch, GERMAN, PSEUDO)
    assert before != menu_mark("coordinator")


@pytest.mark.parametrize(("code", "is_translated"), [("nb-NO", True), ("fi", False), (None, False)])
async def test_link_in_a_group(
    start: Start, monkeypatch: pytest.MonkeyPatch, code: str | None, *, is_translated: bool
) -> None:
    """A group is answered in the language of the app of who wrote."""
    offer_language(monkeypatch, NORWEGIAN, PSEUDO)
    person = {"id": 1001, "is_bot": False, "first_name": "Anna", **({"language_code": code} if code else {})}
    group = {"id": -1002, "type": "supergroup", "title": "Us"}
    message = {"message_id": 5, "date": 1, "from": person, "chat": group, "text": "/start"}
    async with start() as bot:
        given = bot.turns.heard(RawUpdate(1, -1002, {"update_id": 1, "message": message}))
    assert isinstance(given, NoInput)
    (reply,) = given.replies
    assert (is_translated, True) == (not plain_words(reply.text), "https://t.me/" in reply.text)


async def test_nothing_can_be_saved() -> None:
    """Each chat is told once, in the language of its app where it is known."""
    told: asyncio.Queue[tuple[int, str]] = asyncio.Queue()

    async def tell(chat_id: int) -> None:
        told.put_nowait((chat_id, current()))

    health = DatabaseHealth(tell)
    health.fails("inbox", OSError(), [1, 2], {2: NORWEGIAN})
    assert [(1, "en"), (2, NORWEGIAN)] == [await told.get(), await told.get()]
    await health.close()
