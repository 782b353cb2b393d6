"""What a page is told: messages, calls and the rest, since it was told last."""

import re
from dataclasses import dataclass
from typing import Self

from bot.sandbox import Call, Sandbox
from bot.sandbox.control import shown_person
from bot.sandbox.params import Json
from bot.sandbox.watching import messages_after
from bot.sandbox.world import World

CALLS = 200
"""So many calls are told at most at once: the panel shows no more."""

HEARING = "getupdates"

_WRITTEN = re.compile(r"(\w+)\.(\d{1,15})\.(\d{1,15})", re.ASCII)


@dataclass(frozen=True)
class Seen:
    """How far a page has been told, in which run of the demo."""

    run: str
    version: int = 0
    calls: int = 0
    anew: bool = False
    """Whether the page knows nothing of this run."""

    @property
    def written(self) -> str:
        """Return it as the id of an event."""
        return f"{self.run}.{self.version}.{self.calls}"

    @classmethod
    def read(cls, written: str, run: str) -> Self:
        """Read it; the beginning where it is of another run, or nothing sensible."""
        found = _WRITTEN.fullmatch(written)
        if found is None or found[1] != run:
            return cls(run, anew=True)
        return cls(run, int(found[2]), int(found[3]))


def news(sandbox: Sandbox, seen: Seen, process: Json, roles: dict[int, str]) -> tuple[Json, Seen]:
    """Return what is new and how far it goes; people, process and weather are told each time."""
    world = sandbox.world
    told = {
        "first": seen.anew,
        "bot": {"id": world.bot["id"], "name": world.bot["first_name"]},
        "people": [shown_person(person) | {"role": roles.get(person.user_id, "")} for person in sandbox.people],
        "chats": chats_after(sandbox, seen.version),
        "waiting": waiting(world),
        "spinning": sorted(world.spinning()),
        "typing": sorted(chat_id for chat_id in world.actions if world.at_work(chat_id)),
        "calls": [told_call(call) for call in sandbox.calls[seen.calls :][-CALLS:] if worth_telling(call)],
        "process": process,
        "weather": sandbox.weather.told,
    }
    return told, Seen(seen.run, world.version, len(sandbox.calls))


def chats_after(sandbox: Sandbox, version: int) -> Json:
    """Return what has changed in each private chat after a version."""
    changed: Json = {}
    for person in sandbox.people:
        after = messages_after(sandbox.world, person.chat, version)
        if after["messages"] or after["deleted"] or after["notices"]:
            changed[str(person.user_id)] = {name: after[name] for name in ("messages", "deleted", "notices")}
    return changed


def waiting(world: World) -> list[int]:
    """Return the ids of messages that the bot has not fetched and kept yet."""
    bodies = (update.body for update in world.updates.pending())
    return [body["message"]["message_id"] for body in bodies if isinstance(body.get("message"), dict)]


def worth_telling(call: Call) -> bool:
    """Return whether a call says something: not where the bot asked for updates and there were none."""
    return call.method.lower() != HEARING or not call.ok or bool(call.response.get("result"))


def told_call(call: Call) -> Json:
    """Return one call as the panel shows it."""
    return {
        "method": call.method,
        "params": call.params,
        "ok": call.ok and not call.dropped,
        "outcome": outcome(call),
        "at": call.at,
    }


def outcome(call: Call) -> str:
    """Return what came of a call, in words."""
    if call.dropped:
        return "answer lost" if call.ok else "connection lost"
    if call.ok:
        return ""
    return str(call.response.get("description", call.status))
