"""The control interface: JSON over HTTP that plays people and injects faults."""

import base64
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import asdict
from typing import Any

from aiohttp import web

from bot.sandbox.params import Json
from bot.sandbox.people import Person, find_or_make_person, people_of
from bot.sandbox.server import Server
from bot.sandbox.views import Call
from bot.sandbox.world import Chat, World

MAX_TIMEOUT = 50.0  # seconds

LISTS = ("messages", "deleted", "notices", "calls")


async def long_poll(world: World, request: web.Request, look: Callable[[int], Json]) -> Json:
    """Return the result of `look` after the request's `after`, waiting for something up to its `timeout` seconds."""
    after = int(request.query.get("after", "0"))
    timeout = min(float(request.query.get("timeout", "0")), MAX_TIMEOUT)
    with suppress(TimeoutError):
        await world.pulse.until(lambda: world.closing or any(look(after).get(name) for name in LISTS), timeout)
    return look(after)


def messages_after(world: World, chat: Chat, after: int) -> Json:
    """Return the messages made or changed after a version, the ids of deleted ones, notices, and the bot's keyboard."""
    changed = [number for number, version in sorted(chat.versions.items()) if version > after]
    notices = [notice for notice in world.notices if notice.version > after and notice.user_id == chat.chat_id]
    return {
        "after": world.version,
        "messages": [chat.messages[number] for number in changed if number in chat.messages],
        "deleted": [number for number in changed if number not in chat.messages],
        "keyboard": chat.keyboard,
        "notices": [{"text": notice.text, "alert": notice.alert} for notice in notices],
    }


def calls_after(calls: list[Call], after: int) -> Json:
    """Return the calls from a number on."""
    return {"after": len(calls), "calls": [asdict(call) for call in calls[after:]]}


FAULTS = frozenset({"slow", "flood", "fail", "drop_before", "drop_after", "redeliver", "clear"})

PICTURES = {b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n\x1a\n": "image/png", b"GIF8": "image/gif"}

FILE_HEADERS = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'; sandbox"}

Act = Callable[[Json], Awaitable[object]]

Handle = Callable[[web.Request], Awaitable[web.Response]]


class Control:
    """Routes under `/control`; see each method for its fields."""

    def __init__(self, world: World, server: Server) -> None:
        self._world = world
        self._server = server

    def add_routes(self, app: web.Application) -> None:
        """Put the addresses of the control interface on a site."""
        acts: dict[str, Act] = {
            "people": self.make_person,
            "say": self.say,
            "paste": self.paste,
            "press": self.press,
            "share": self.share,
            "edit": self.edit,
            "send": self.send,
            "block": self.block,
            "faults": self.inject,
            "update": self.raw_update,
        }
        for name, act in acts.items():
            app.router.add_post(f"/control/{name}", json_action(act))
        app.router.add_get("/control/people", with_errors(self.people))
        app.router.add_get("/control/messages", with_errors(self.messages))
        app.router.add_get("/control/calls", with_errors(self.calls))
        app.router.add_get("/control/file", with_errors(self.file))

    def _person(self, body: Json) -> Person:
        user_id = body["user_id"]
        person = next((person for person in people_of(self._world) if person.user_id == user_id), None)
        if person is None:
            raise LookupError(f"no person {user_id}")
        if "language_code" in body:
            person.user["language_code"] = body["language_code"]
        return person

    async def make_person(self, body: Json) -> Json:
        """Make a person: `name`, and if wanted `user_id`, `username`, `language_code`."""
        named = {key: body[key] for key in ("user_id", "username", "language_code") if key in body}
        person = find_or_make_person(self._world, body["name"], **named)
        self._world.pulse.beat()
        return shown_person(person)

    async def say(self, body: Json) -> Json:
        """Write: `user_id`, `text`, and if wanted `reply_to`.

        Here and in each other act of a person, `language_code` is that of their app from then on.
        """
        return {"update_id": await self._person(body).says(body["text"], body.get("reply_to"))}

    async def paste(self, body: Json) -> Json:
        """Paste a long text: `user_id`, `text`, and if wanted `client`."""
        return {"update_ids": await self._person(body).pastes(body["text"], body.get("client", "exact"))}

    async def press(self, body: Json) -> Json:
        """Press a button: `user_id`, `label` and if wanted `message_id`; or `message_id` and `data`."""
        person = self._person(body)
        if "data" in body:
            return {"update_id": await person.presses_data(body["message_id"], body["data"])}
        return {"update_id": await person.presses(body["label"], body.get("message_id"))}

    async def share(self, body: Json) -> Json:
        """Share people that a keyboard of the bot asks for: `user_id`, `people` with their ids."""
        people = [self._person({"user_id": user_id}) for user_id in body["people"]]
        return {"update_id": await self._person(body).shares(*people)}

    async def edit(self, body: Json) -> Json:
        """Change a message: `user_id`, `message_id`, `text`."""
        return {"update_id": await self._person(body).edits(body["message_id"], body["text"])}

    async def send(self, body: Json) -> Json:
        """Send something other than text: `user_id`, `kind`, and if wanted `fields` and `content` in base64."""
        fields = dict(body.get("fields", {}))
        if "content" in body:
            fields["content"] = base64.b64decode(body["content"])
        return {"update_id": await self._person(body).sends(body["kind"], **fields)}

    async def block(self, body: Json) -> Json:
        """Block or unblock the bot: `user_id`, `blocked`."""
        person = self._person(body)
        return {"update_id": await (person.blocks() if body.get("blocked", True) else person.unblocks())}

    async def inject(self, body: Json) -> Json:
        """Inject a fault: `kind`, and the arguments of that method of `FaultInjection`."""
        kind = body.pop("kind")
        if kind not in FAULTS:
            raise LookupError(f"no fault {kind!r}; there are {', '.join(sorted(FAULTS))}")
        getattr(self._server.faults, kind)(**body)
        self._world.pulse.beat()
        return {}

    async def raw_update(self, body: Json) -> Json:
        """Queue the body as an update."""
        return {"update_id": self._world.updates.add_raw(body)}

    async def people(self, _request: web.Request) -> web.Response:
        """Answer with all people and the bot."""
        people = [shown_person(person) for person in people_of(self._world)]
        return web.json_response({"people": people, "bot": self._world.bot})

    async def messages(self, request: web.Request) -> web.Response:
        """Answer with the changes in a chat since `after`: `chat_id`, `after`, `timeout` in seconds."""
        chat = self._world.chats.get(int(request.query["chat_id"]))
        if chat is None:
            raise LookupError("no such chat")
        return web.json_response(
            await long_poll(self._world, request, lambda after: messages_after(self._world, chat, after))
        )

    async def calls(self, request: web.Request) -> web.Response:
        """Answer with the calls of the bot from number `after` on: `after`, `timeout` in seconds."""
        return web.json_response(
            await long_poll(self._world, request, lambda after: calls_after(self._server.calls, after))
        )

    async def file(self, request: web.Request) -> web.Response:
        """Answer with the content of a file: `file_id`."""
        file = self._world.files.known(request.query["file_id"])
        if file is None:
            raise LookupError("no such file")
        return web.Response(body=file.content, content_type=shown_type(file.content), headers=FILE_HEADERS)


def shown_type(content: bytes) -> str:
    """Return the type of a picture that a page may show; anything else is a file to download."""
    kinds = (kind for beginning, kind in PICTURES.items() if content.startswith(beginning))
    return next(kinds, "application/octet-stream")


def shown_person(person: Person) -> Json:
    """Return a person as JSON."""
    return {
        "user_id": person.user_id,
        "name": person.name,
        "username": person.user.get("username"),
        "blocked": person.chat.blocked,
        "commands": [list(command) for command in person.commands],
    }


def json_action(act: Act) -> Handle:
    """Return the handler that reads a JSON body and acts."""

    async def handle(request: web.Request) -> web.Response:
        if request.content_type != "application/json":  # a form of another page could send anything else
            return error_answer(415, "the body should be application/json")
        body: Any = await request.json()
        return web.json_response(await act(dict(body)))

    return with_errors(handle)


def with_errors(handle: Handle) -> Handle:
    """Return a handler that answers errors with one sentence."""

    async def handle_errors(request: web.Request) -> web.Response:
        try:
            return await handle(request)
        except KeyError as error:
            return error_answer(400, f"missing field {error}")
        except LookupError as error:
            return error_answer(404, str(error))
        except RuntimeError as error:
            return error_answer(409, str(error))
        except (ValueError, TypeError) as error:
            return error_answer(400, str(error))

    return handle_errors


def error_answer(status: int, reason: str) -> web.Response:
    """Return an answer with an error."""
    return web.json_response({"error": reason}, status=status)
