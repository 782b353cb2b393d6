"""The sandbox: a local Bot API with invented people, for tests, for the demo, for screenshots."""

import secrets
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

from aiohttp import web

from bot.sandbox.control import Control
from bot.sandbox.delivery import Webhook
from bot.sandbox.fault_injection import GET_UPDATES, FaultInjection
from bot.sandbox.http import MAX_BODY, Site, guard
from bot.sandbox.params import Json
from bot.sandbox.people import Group, Person, find_or_make_person, people_of
from bot.sandbox.server import Server
from bot.sandbox.views import Call
from bot.sandbox.world import Chat, World

BOT_ID = 4242


class Sandbox:
    """A Bot API on this machine, and the people who write to the bot.

    `privacy` hides messages in groups that are not for the bot; `plain_webhooks` allows any http
    address; `webhook_pause` is the first pause, in seconds, before a refused update is posted again; `id_of` gives
    people who are made by name alone their ids; without it they are counted. Without `token` each sandbox has a new
    random one.
    """

    def __init__(  # noqa: PLR0913 - all by name, each with a default
        self,
        *,
        port: int = 0,
        host: str = "127.0.0.1",
        token: str | None = None,
        clock: Callable[[], float] = time.time,
        first_message_id: int = 1,
        first_update_id: int | None = None,
        privacy: bool = False,
        plain_webhooks: bool = False,
        webhook_pause: float = 1.0,
        id_of: Callable[[str], int] | None = None,
    ) -> None:
        self.world = World(token or new_token(), clock, first_message_id, first_update_id, privacy, id_of)
        self._host = host
        self._webhook = Webhook(self.world, plain=plain_webhooks, pause=webhook_pause)
        self._server = Server(self.world, self._webhook)
        # Room for the form around the largest file; bodies over it are refused with 413.
        self.app = web.Application(client_max_size=MAX_BODY + (1 << 16), middlewares=[guard(host)])
        self._server.add_routes(self.app)
        Control(self.world, self._server).add_routes(self.app)
        self._site = Site(self.app, host, port)
        self.port = port

    async def __aenter__(self) -> Self:
        self.port = await self._site.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.world.closing = True
        self.world.pulse.beat()
        self._server.polling.close()
        await self._webhook.stop()
        await self._site.stop()

    @property
    def base_url(self) -> str:
        """Return the address before `/bot{token}/{method}` and `/file/bot{token}/{path}`."""
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"http://{host}:{self.port}"

    @property
    def token(self) -> str:
        """Return the bot's token."""
        return self.world.token

    @property
    def bot_user(self) -> Json:
        """Return the bot's account: `id`, `username` and so on."""
        return self.world.bot

    @property
    def calls(self) -> list[Call]:
        """Return every call of the bot, also refused and dropped ones."""
        return self._server.calls

    @property
    def polled(self) -> bool:
        """Return whether the bot is waiting for updates now."""
        return self._server.polling.waiting

    @property
    def faults(self) -> FaultInjection:
        """Return the injected faults, to add some."""
        return self._server.faults

    @property
    def people(self) -> tuple[Person, ...]:
        """Return all people."""
        return people_of(self.world)

    def person(
        self,
        name: str,
        user_id: int | None = None,
        *,
        username: str | None = None,
        language_code: str = "en",
        is_bot: bool = False,
    ) -> Person:
        """Return the person with that id; make an invented one with a private chat if there is none."""
        return find_or_make_person(
            self.world, name, user_id, username=username, language_code=language_code, is_bot=is_bot
        )

    def group(self, title: str, *, supergroup: bool = False) -> Group:
        """Return a new group with the bot in it."""
        number = self.world.next_group_id(supergroup=supergroup)
        chat = Chat({"id": number, "title": title, "type": "supergroup" if supergroup else "group"}, started=True)
        self.world.chats[number] = chat
        return Group(self.world, chat)

    def raw_update(self, body: Json) -> int:
        """Queue any JSON as an update; without `update_id` it gets the next one."""
        return self.world.updates.add_raw(body)

    async def until(self, predicate: Callable[[], object], timeout: float = 5.0) -> None:  # noqa: ASYNC109 - as asyncio.wait_for
        """Wait until `predicate` holds, checked after each call and update; TimeoutError if it takes too long."""
        await self.world.pulse.until(predicate, timeout)

    async def wait_for_calls(self, count: int, method: str | None = None, timeout: float = 5.0) -> list[Call]:  # noqa: ASYNC109
        """Wait until the bot has made `count` calls, of one method or of all but getUpdates; return these calls."""

        def fitting() -> list[Call]:
            return [call for call in self.calls if (call.method == method if method else call.method != GET_UPDATES)]

        await self.until(lambda: len(fitting()) >= count, timeout)
        return fitting()


def new_token() -> str:
    """Make a token in the form of @BotFather's: the bot's id and a random part."""
    return f"{BOT_ID}:{secrets.token_urlsafe(32)}"
