"""The page's files, and its stream of server-sent events; each event has everything new since the one before."""

import asyncio
import json
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from secrets import token_hex
from typing import Self

from aiohttp import web

from bot.sandbox import Call, Sandbox
from bot.sandbox.control import messages_after, shown_person
from bot.sandbox.params import Json
from bot.sandbox.world import World

TYPES = {"html": "text/html", "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}

NAMES = tuple(sorted(file.name for file in files("bot.page").joinpath("static").iterdir()))

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}


@cache
def text_of(name: str) -> str:
    """Return the content of one file."""
    return files("bot.page").joinpath("static", name).read_text(encoding="utf-8")


def served(name: str) -> web.Response:
    """Return one file as a response."""
    return web.Response(text=text_of(name), content_type=TYPES[name.rpartition(".")[2]], headers=HEADERS)


CALLS = 200
"""The most calls in one event: the panel shows no more."""

GET_UPDATES = "getupdates"

_WRITTEN = re.compile(r"(\w+)\.(\d{1,15})\.(\d{1,15})", re.ASCII)


@dataclass(frozen=True)
class Seen:
    """The last version and call that a page has got, and the run of the demo."""

    run: str
    version: int = 0
    calls: int = 0
    first: bool = False
    """Whether the page knows nothing of this run."""

    @property
    def written(self) -> str:
        """Return this as the id of an event."""
        return f"{self.run}.{self.version}.{self.calls}"

    @classmethod
    def read(cls, written: str, run: str) -> Self:
        """Read the id of an event; start from the beginning if it is of another run or makes no sense."""
        found = _WRITTEN.fullmatch(written)
        if found is None or found[1] != run:
            return cls(run, first=True)
        return cls(run, int(found[2]), int(found[3]))


def news(sandbox: Sandbox, seen: Seen, process: Json, roles: dict[int, str]) -> tuple[Json, Seen]:
    """Return the news since `seen`, and the new `Seen`; people, process and faults are in each of them."""
    world = sandbox.world
    content = {
        "first": seen.first,
        "bot": {"id": world.bot["id"], "name": world.bot["first_name"]},
        "people": [shown_person(person) | {"role": roles.get(person.user_id, "")} for person in sandbox.people],
        "chats": chats_after(sandbox, seen.version),
        "waiting": waiting(world),
        "spinning": sorted(world.waiting_for_answer()),
        "typing": sorted(chat_id for chat_id in world.actions if world.at_work(chat_id)),
        "calls": [shown_call(call) for call in sandbox.calls[seen.calls :][-CALLS:] if is_shown(call)],
        "process": process,
        "faults": sandbox.faults.summary,
    }
    return content, Seen(seen.run, world.version, len(sandbox.calls))


def chats_after(sandbox: Sandbox, version: int) -> Json:
    """Return the changes in each private chat after a version."""
    changed: Json = {}
    for person in sandbox.people:
        after = messages_after(sandbox.world, person.chat, version)
        if after["messages"] or after["deleted"] or after["notices"]:
            changed[str(person.user_id)] = {
                name: after[name] for name in ("messages", "deleted", "notices", "keyboard")
            }
    return changed


def waiting(world: World) -> list[int]:
    """Return the ids of the messages that the bot has not confirmed yet."""
    bodies = (update.body for update in world.updates.pending())
    return [body["message"]["message_id"] for body in bodies if isinstance(body.get("message"), dict)]


def is_shown(call: Call) -> bool:
    """Return whether the panel shows a call; it leaves out a getUpdates without an update."""
    return call.method.lower() != GET_UPDATES or not call.ok or bool(call.response.get("result"))


def shown_call(call: Call) -> Json:
    """Return one call as the panel shows it."""
    return {
        "method": call.method,
        "params": call.params,
        "ok": call.ok and not call.dropped,
        "outcome": outcome(call),
        "at": call.at,
    }


def outcome(call: Call) -> str:
    """Return the outcome of a call in words, empty where it succeeded."""
    if call.dropped:
        return "answer lost" if call.ok else "connection lost"
    if call.ok:
        return ""
    return str(call.response.get("description", call.status))


FRAME = 0.03
"""Seconds for which news are gathered into one event: the sample makes hundreds a second."""

KEEPALIVE = 20.0
"""Seconds after which an idle stream sends a comment, so that the connection stays open."""


@dataclass(frozen=True)
class Feed:
    """Streams to any number of pages."""

    sandbox: Sandbox
    process: Callable[[], Json]
    roles: dict[int, str]
    run: str = field(default_factory=lambda: token_hex(8))

    async def stream(self, request: web.Request) -> web.StreamResponse:
        """Send events until the page closes; after a reconnect, go on from the last one."""
        headers = HEADERS | {"Content-Type": "text/event-stream", "X-Accel-Buffering": "no"}
        response = web.StreamResponse(headers=headers)
        await response.prepare(request)
        seen = Seen.read(request.headers.get("Last-Event-ID", ""), self.run)
        with suppress(ConnectionResetError):
            await self._tell(response, seen)
        return response

    async def _tell(self, response: web.StreamResponse, seen: Seen) -> None:
        nothing_new = ""
        while not self.sandbox.world.closing:
            content, seen = self._news(seen)
            if content != nothing_new:
                # Compute this before the first await: a change while the event is written is news again.
                nothing_new, _ = self._news(seen)
                await response.write(f"id: {seen.written}\ndata: {content}\n\n".encode())
                await asyncio.sleep(FRAME)
            elif not await self._something_happens():
                await response.write(b": still here\n\n")

    def _news(self, seen: Seen) -> tuple[str, Seen]:
        content, until = news(self.sandbox, seen, self.process(), self.roles)
        return json.dumps(content), until

    async def _something_happens(self) -> bool:
        """Wait for something to happen; return whether it has."""
        try:
            async with asyncio.timeout(KEEPALIVE):
                await self.sandbox.world.pulse.next()
        except TimeoutError:
            return False
        return True
