"""Looking at the sandbox from outside: what has changed since one last looked."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict

from aiohttp import web

from bot.sandbox.chats import Chat
from bot.sandbox.params import Json
from bot.sandbox.views import Call
from bot.sandbox.world import World

MAX_TIMEOUT = 50.0  # seconds
LISTS = ("messages", "deleted", "notices", "calls")


async def long_poll(world: World, request: web.Request, look: Callable[[int], Json]) -> Json:
    """Return what `look` finds after the request's `after`, waiting for something up to its `timeout` seconds."""
    after = int(request.query.get("after", "0"))
    timeout = min(float(request.query.get("timeout", "0")), MAX_TIMEOUT)
    with suppress(TimeoutError):
        await world.pulse.until(lambda: world.closing or any(look(after).get(name) for name in LISTS), timeout)
    return look(after)


def messages_after(world: World, chat: Chat, after: int) -> Json:
    """Return the messages made or changed after a version, the ids of deleted ones, and notices shown."""
    changed = [number for number, version in sorted(chat.versions.items()) if version > after]
    notices = [notice for notice in world.notices if notice.version > after and notice.user_id == chat.chat_id]
    return {
        "after": world.version,
        "messages": [chat.messages[number] for number in changed if number in chat.messages],
        "deleted": [number for number in changed if number not in chat.messages],
        "notices": [{"text": notice.text, "alert": notice.alert} for notice in notices],
    }


def calls_after(calls: list[Call], after: int) -> Json:
    """Return the calls from a number on."""
    return {"after": len(calls), "calls": [asdict(call) for call in calls[after:]]}
