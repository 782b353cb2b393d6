"""The command menu: by role and scope."""

# ruff: noqa: PLR0913, PLR0917 - fixtures are arguments

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

import pytest

from bot.application import Bot
from bot.clock import now
from bot.commands import MENUS, set_menus
from bot.sandbox import Person, Sandbox
from storage import Database, People

Start = Callable[..., AbstractAsyncContextManager[Bot]]


@pytest.mark.usefixtures("bot")
async def test_menu_of_a_practitioner(sandbox: Sandbox, anna: Person) -> None:
    """Everybody finds the commands that work, and groups find none."""
    await sandbox.wait_for_calls(1, "deleteMyCommands")
    scopes = [call.params["scope"] for call in sandbox.calls if "MyCommands" in call.method]
    assert (anna.commands, scopes) == (
        MENUS["practitioner"],
        ['{"type": "all_private_chats"}', '{"type": "all_group_chats"}'],
    )


@pytest.fixture
def other_menu(monkeypatch: pytest.MonkeyPatch) -> tuple[tuple[str, str], ...]:
    """Let coordinators have a command of their own."""
    menu = (*MENUS["practitioner"], ("queue", "What waits for you"))
    monkeypatch.setitem(MENUS, "coordinator", menu)
    return menu


async def test_menu_of_a_coordinator(
    start: Start,
    database: Database,
    sandbox: Sandbox,
    anna: Person,
    ben: Person,
    other_menu: tuple[tuple[str, str], ...],
) -> None:
    """A role with a menu of its own gets it in its private chats; one that never wrote has no chat yet."""
    people = People(database)
    await people.seen(anna.user_id, anna.user_id, now())
    await people.give(anna.user_id, "coordinator", None, now())
    await people.give(ben.user_id, "coordinator", None, now())
    await anna.says("hi")
    async with start():
        await sandbox.wait_for_calls(2, "setMyCommands")
    assert (anna.commands, ben.commands) == (other_menu, MENUS["practitioner"])


@pytest.mark.usefixtures("other_menu")
@pytest.mark.parametrize("times", [1, 2])
async def test_menu_refused(
    bot: Bot,
    database: Database,
    sandbox: Sandbox,
    anna: Person,
    caplog: pytest.LogCaptureFixture,
    times: int,
) -> None:
    """A menu that cannot be set stops nothing."""
    await sandbox.wait_for_calls(1, "deleteMyCommands")
    people = People(database)
    await people.seen(anna.user_id, anna.user_id, now())
    await people.give(anna.user_id, "coordinator", None, now())
    sandbox.weather.fail(500, times=times, method="setMyCommands")
    await set_menus(bot.listener, await people.all())
    assert caplog.text.count("not set") == times
