"""The command menu: by role and scope."""

# ruff: noqa: PLR0913, PLR0917 - fixtures are arguments

import asyncio
import json
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager

import aiohttp
import pytest
from support.slow import slowly

from bot.app import STOP_SECONDS, Bot
from bot.clock import now
from bot.sandbox import Person, Sandbox
from bot.settings import Settings
from bot.telegram.commands import MENUS
from bot.telegram.texts import DESCRIPTION, SHORT_DESCRIPTION
from conversations.languages import offer
from storage import Database, People

Start = Callable[..., AbstractAsyncContextManager[Bot]]


@pytest.fixture
def settings(settings: Settings) -> Iterator[Settings]:
    """Offer no other language: each has menus and descriptions of its own, which test_languages.py looks at."""
    yield settings.model_copy(update={"languages": ("en",)})
    offer(())


@pytest.mark.usefixtures("bot")
async def test_menu_of_a_practitioner(sandbox: Sandbox, anna: Person) -> None:
    """Everybody finds the commands that work, and groups find none."""
    await sandbox.wait_for_calls(1, "setMyCommands")
    assert (MENUS["practitioner"], "all_private_chats") == (anna.commands, scope_of(sandbox, "setMyCommands"))


def scope_of(sandbox: Sandbox, method: str) -> object:
    """Return the scope of the first call of a method."""
    scope = next(call.params["scope"] for call in sandbox.calls if call.method == method)
    return (json.loads(scope) if isinstance(scope, str) else scope)["type"]


SETTING = ("setMyCommands", "deleteMyCommands", "setMyDescription", "setMyShortDescription")


async def test_bot_describes_itself_once(start: Start, sandbox: Sandbox, anna: Person) -> None:
    """The first start sets both descriptions and the menus; the next ones set nothing, as nothing differs."""
    url = f"{sandbox.base_url}/bot{sandbox.world.token}"
    async with aiohttp.ClientSession() as http:
        group = {"type": "all_group_chats"}
        await http.post(
            f"{url}/setMyCommands", json={"commands": [{"command": "old", "description": "x"}], "scope": group}
        )
        for times in (1, 2):
            async with start() as bot:
                await sandbox.wait_for_calls(times, "getMyShortDescription")
                await sandbox.wait_for_calls(1, "setMyShortDescription")
                await bot.settled(await anna.says("one"))
        described = [
            (await (await http.post(f"{url}/{method}")).json())["result"][name]
            for method, name in (("getMyDescription", "description"), ("getMyShortDescription", "short_description"))
        ]

    assert [DESCRIPTION, SHORT_DESCRIPTION] == described
    made = [call.method for call in sandbox.calls if call.method in SETTING]
    assert ["setMyCommands", *sorted(SETTING)] == [made[0], *sorted(made[1:])]
    assert "all_group_chats" == scope_of(sandbox, "deleteMyCommands")


def test_descriptions_fit() -> None:
    """Both descriptions are within the limits of Telegram."""
    assert (True, True) == (0 < len(DESCRIPTION) <= 512, 0 < len(SHORT_DESCRIPTION) <= 120)


async def test_menu_follows_the_role(bot: Bot, database: Database, anna: Person, ben: Person) -> None:
    """A role that is given or taken while the bot runs changes the menu; one who never wrote has no chat yet."""
    people, menus = People(database), list[object]()
    await people.seen(anna.user_id, anna.user_id, now())
    await people.give(ben.user_id, "coordinator", None, now())
    for role in ("coordinator", "practitioner"):
        await people.give(anna.user_id, role, None, now())
        await bot.sweep()
        menus.append((anna.commands, ben.commands))
    assert menus == [(MENUS["coordinator"], MENUS["practitioner"]), (MENUS["practitioner"], MENUS["practitioner"])]


async def test_menu_is_set_once(bot: Bot, database: Database, sandbox: Sandbox, anna: Person) -> None:
    """A menu that was set is not set again, and one with new commands is."""
    await sandbox.wait_for_calls(1, "setMyCommands")
    people = People(database)
    await people.seen(anna.user_id, anna.user_id, now())
    await people.give(anna.user_id, "coordinator", None, now())
    for _ in range(3):
        await bot.sweep()
    await people.note_menu(anna.user_id, "coordinator 00000000")
    await bot.sweep()

    assert len([call for call in sandbox.calls if call.method == "setMyCommands"]) == 3


async def test_menu_that_is_not_set_is_tried_again(
    bot: Bot, database: Database, sandbox: Sandbox, anna: Person, caplog: pytest.LogCaptureFixture
) -> None:
    """A menu that cannot be set stops nothing, and is set as soon as it can be."""
    await sandbox.wait_for_calls(1, "setMyCommands")
    people = People(database)
    await people.seen(anna.user_id, anna.user_id, now())
    await people.give(anna.user_id, "coordinator", None, now())
    sandbox.faults.fail(500, times=1, method="setMyCommands")
    await bot.sweep()
    before = anna.commands
    await bot.sweep()

    assert (MENUS["practitioner"], MENUS["coordinator"]) == (before, anna.commands)
    assert caplog.text.count("not set") == 1


async def test_menu_that_is_refused_is_left(
    bot: Bot, database: Database, sandbox: Sandbox, anna: Person, caplog: pytest.LogCaptureFixture
) -> None:
    """A menu that Telegram will never take is not tried again and again."""
    await sandbox.wait_for_calls(1, "setMyCommands")
    people = People(database)
    await people.seen(anna.user_id, anna.user_id, now())
    await people.give(anna.user_id, "coordinator", None, now())
    sandbox.faults.fail(400, times=1, method="setMyCommands")
    await bot.sweep()
    await bot.sweep()

    assert (MENUS["practitioner"], 1) == (anna.commands, caplog.text.count("refused"))


@pytest.mark.parametrize("method", ["setMyCommands", "setMyDescription", "getMyDescription", "setMyShortDescription"])
@pytest.mark.parametrize(("code", "times", "calls"), [(500, 2, 3), (400, None, 1), *slowly((401, 2, 3))])
async def test_menu_of_all_that_is_not_set(
    start: Start,
    sandbox: Sandbox,
    anna: Person,
    monkeypatch: pytest.MonkeyPatch,
    method: str,
    code: int,
    times: int | None,
    calls: int,
) -> None:
    """The menu of all chats and the descriptions stop nothing, and are tried again where that may help."""
    monkeypatch.setattr("bot.telegram.stopping.GROWING", (0.0,))
    sandbox.faults.fail(code, times=times, method=method)
    async with start() as bot:
        await sandbox.wait_for_calls(calls, method)
        await bot.settled(await anna.says("one"))

    made = [call.ok for call in sandbox.calls if call.method == method]
    assert [False] * (times or 1) + [True] * bool(times) == made


@pytest.mark.slow
async def test_stopped_while_the_menu_cannot_be_set(start: Start, sandbox: Sandbox) -> None:
    """A stop does not wait for the menu."""
    sandbox.faults.fail(500, times=None, method="setMyCommands")
    loop = asyncio.get_running_loop()
    async with start():
        await sandbox.wait_for_calls(2, "setMyCommands", timeout=20)
        begun = loop.time()
    assert loop.time() - begun < STOP_SECONDS
