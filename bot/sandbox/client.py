"""A client of the control interface: for the terminal, and for tests with the bot in another process."""

import base64
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import aiohttp

from bot.sandbox.params import Json
from bot.sandbox.text import Client
from bot.sandbox.views import Message, seen


class ControlError(Exception):
    """The control interface refused a request; the text says why."""


class ControlClient:
    """Plays people of a sandbox that runs elsewhere."""

    def __init__(self, base_url: str) -> None:
        self._base_url = base_url
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=None))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._opened.close()

    @property
    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            raise RuntimeError("use the client in an `async with` block")
        return self._session

    async def post(self, name: str, body: Json) -> Json:
        """Send an action; ControlError if it is refused."""
        async with self._opened.post(f"{self._base_url}/control/{name}", json=body) as response:
            answer: Json = await response.json()
        if not response.ok:
            raise ControlError(answer["error"])
        return answer

    async def get(self, name: str, **query: str | float) -> Json:
        """Ask; ControlError if it is refused."""
        async with self._opened.get(f"{self._base_url}/control/{name}", params=query) as response:
            answer: Json = await response.json()
        if not response.ok:
            raise ControlError(answer["error"])
        return answer

    async def person(self, name: str, user_id: int | None = None, **fields: str) -> "RemotePerson":
        """Make a person, or find the one with that id."""
        wanted: Json = {"name": name} | fields | ({} if user_id is None else {"user_id": user_id})
        made = await self.post("people", wanted)
        bot = (await self.get("people"))["bot"]
        return RemotePerson(self, made["user_id"], made["name"], bot["id"])

    async def people(self) -> list[Json]:
        """Return all people."""
        people: list[Json] = (await self.get("people"))["people"]
        return people

    async def calls(self, after: int = 0, timeout: float = 0.0) -> Json:  # noqa: ASYNC109 - the server waits
        """Return `calls` from number `after` on, and the `after` for the next question."""
        return await self.get("calls", after=after, timeout=timeout)

    async def inject(self, kind: str, **arguments: Any) -> None:  # noqa: ANN401 - arguments of any fault
        """Inject a fault: the name and the arguments of a method of `FaultInjection`."""
        await self.post("faults", {"kind": kind} | arguments)

    async def raw_update(self, body: Json) -> int:
        """Queue any JSON as an update."""
        return int((await self.post("update", body))["update_id"])

    async def file(self, file_id: str) -> bytes:
        """Return the content of a file."""
        async with self._opened.get(f"{self._base_url}/control/file", params={"file_id": file_id}) as response:
            if not response.ok:
                raise ControlError("no such file")
            return await response.read()


@dataclass(frozen=True)
class Changes:
    """The changes in a chat; pass `after` with the next question."""

    after: int
    messages: tuple[Message, ...]
    deleted: tuple[int, ...]
    notices: tuple[Json, ...]


@dataclass(frozen=True)
class RemotePerson:
    """A person of a sandbox that runs elsewhere, with the verbs of `Person`."""

    client: ControlClient
    user_id: int
    name: str
    bot_id: int

    async def says(self, text: str, reply_to: int | None = None) -> int:
        """Write a message."""
        return await self._act("say", text=text, reply_to=reply_to)

    async def pastes(self, text: str, client: Client = "exact") -> list[int]:
        """Paste a long text."""
        body = {"user_id": self.user_id, "text": text, "client": client}
        return list((await self.client.post("paste", body))["update_ids"])

    async def presses(self, label: str, message_id: int | None = None) -> int:
        """Press a button."""
        return await self._act("press", label=label, message_id=message_id)

    async def presses_data(self, message_id: int, data: str) -> int:
        """Press with any data, also data that no button has."""
        return await self._act("press", message_id=message_id, data=data)

    async def shares(self, *people: int) -> int:
        """Choose people by their ids, with the button of the bot's keyboard."""
        return await self._act("share", people=list(people))

    async def edits(self, message_id: int, text: str) -> int:
        """Change a message."""
        return await self._act("edit", message_id=message_id, text=text)

    async def sends(self, kind: str, content: bytes | None = None, **fields: Any) -> int:  # noqa: ANN401 - as `Person`
        """Send something other than text."""
        encoded = {} if content is None else {"content": base64.b64encode(content).decode()}
        return await self._act("send", kind=kind, fields=fields, **encoded)

    async def blocks(self) -> int:
        """Block the bot."""
        return await self._act("block", blocked=True)

    async def unblocks(self) -> int:
        """Unblock the bot."""
        return await self._act("block", blocked=False)

    async def changes(self, after: int = 0, timeout: float = 0.0) -> Changes:  # noqa: ASYNC109 - the server waits
        """Return the changes in the chat since `after`; wait for one up to `timeout` seconds."""
        answer = await self.client.get("messages", chat_id=self.user_id, after=after, timeout=timeout)
        messages = tuple(seen(message, self.bot_id, lambda _: b"") for message in answer["messages"])
        return Changes(answer["after"], messages, tuple(answer["deleted"]), tuple(answer["notices"]))

    async def _act(self, name: str, **fields: Any) -> int:  # noqa: ANN401 - fields of any act
        return int((await self.client.post(name, {"user_id": self.user_id} | fields))["update_id"])
