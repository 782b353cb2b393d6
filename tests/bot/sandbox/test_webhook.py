"""Updates posted to the bot."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any

import pytest
from aiohttp import web

from bot.sandbox import Person, Sandbox
from bot.sandbox.http import Site
from bot.sandbox.world import Pulse

Json = dict[str, Any]

Call = Callable[..., Coroutine[Any, Any, Json]]


class Hook:
    """A bot that takes updates; `answers` are its first status codes, `gate` holds it up."""

    def __init__(self) -> None:
        self.url = ""
        self.taken: list[Json] = []
        self.secrets: list[str | None] = []
        self.answers: list[int] = []
        self.busy = 0
        self.gate = asyncio.Event()
        self.gate.set()
        self.pulse = Pulse()

    async def take(self, request: web.Request) -> web.Response:
        """Take an update, or refuse it."""
        self.busy += 1
        self.pulse.beat()
        await self.gate.wait()
        self.busy -= 1
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        code = self.answers.pop(0) if self.answers else 200
        if code == 200:
            self.taken.append(await request.json())
        return web.Response(status=code)

    @property
    def texts(self) -> list[str]:
        """Return the texts of the messages taken."""
        return [update["message"]["text"] for update in self.taken]


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    """Listen for updates."""
    taker = Hook()
    app = web.Application()
    app.router.add_post("/hook", taker.take)
    site = Site(app, "127.0.0.1", 0)
    taker.url = f"http://127.0.0.1:{await site.start()}/hook"
    yield taker
    taker.gate.set()
    await site.stop()


async def test_updates_posted_with_the_secret(sandbox: Sandbox, call: Call, hook: Hook, anna: Person) -> None:
    """Updates that already wait are posted too, once."""
    await anna.says("Before")
    await call("setWebhook", url=hook.url, secret_token="s3cret")
    await anna.says("After")
    await sandbox.until(lambda: not sandbox.world.updates.pending())

    assert (["Before", "After"], ["s3cret", "s3cret"]) == (hook.texts, hook.secrets)


async def test_refused_update_posted_again_in_order(sandbox: Sandbox, call: Call, hook: Hook, anna: Person) -> None:
    """The next update of a chat waits until the bot has taken the one before; the info has the error."""
    hook.answers = [500, 403]
    await call("setWebhook", url=hook.url)
    await anna.pastes("a" * 5000)
    await sandbox.until(lambda: len(hook.taken) == 2)
    info = (await call("getWebhookInfo"))["result"]

    assert [4096, 904] == [len(text) for text in hook.texts]
    assert (hook.url, 40, "Wrong response from the webhook: 403 Forbidden", [None] * 4) == (
        info["url"],
        info["max_connections"],
        info["last_error_message"],
        hook.secrets,
    )


async def test_chats_posted_side_by_side_up_to_max_connections(
    sandbox: Sandbox, call: Call, hook: Hook, anna: Person
) -> None:
    """Chats do not wait for each other, but at most `max_connections` updates are posted at once."""
    hook.gate.clear()
    people = [anna, *[sandbox.person(f"Person {number}") for number in range(4)]]
    await call("setWebhook", url=hook.url, max_connections=3, allowed_updates=["message", "callback_query"])
    for person in people:
        await person.says("Hello")
    await hook.pulse.until(lambda: hook.busy == 3, 5)
    at_once = hook.busy
    pending = (await call("getWebhookInfo"))["result"]
    hook.gate.set()
    await sandbox.until(lambda: len(hook.taken) == 5)

    assert (3, 5, ["message", "callback_query"]) == (
        at_once,
        pending["pending_update_count"],
        pending["allowed_updates"],
    )


async def test_press_may_overtake_a_message(sandbox: Sandbox, call: Call, hook: Hook, anna: Person) -> None:
    """Telegram orders presses by person and messages by chat."""
    hook.gate.clear()
    await call("setWebhook", url=hook.url)
    await anna.says("Hello")
    await anna.presses_data(1, "x")
    await hook.pulse.until(lambda: hook.busy == 2, 5)
    hook.gate.set()
    await sandbox.until(lambda: len(hook.taken) == 2)

    assert {"message", "callback_query"} == {name for update in hook.taken for name in update} - {"update_id"}


async def test_update_posted_again_after_redelivery(sandbox: Sandbox, call: Call, hook: Hook, anna: Person) -> None:
    """A webhook can get an update twice."""
    await call("setWebhook", url=hook.url)
    await anna.says("Hello")
    await sandbox.until(lambda: not sandbox.world.updates.pending())
    sandbox.faults.redeliver()
    await sandbox.until(lambda: len(hook.taken) == 2)

    assert ["Hello", "Hello"] == hook.texts


async def test_updates_without_a_chat_posted(sandbox: Sandbox, call: Call, hook: Hook) -> None:
    """Any JSON is posted."""
    await call("setWebhook", url=hook.url)
    bodies: list[Json] = [{"poll": {}}, {"message": None}, {}]
    for body in bodies:
        sandbox.raw_update(body)
    await sandbox.until(lambda: len(hook.taken) == 3)

    assert [["update_id", "poll"], ["update_id", "message"], ["update_id"]] == [list(update) for update in hook.taken]


async def test_unreachable_bot(sandbox: Sandbox, call: Call, anna: Person) -> None:
    """The update waits, and the info has the reason."""
    await call("setWebhook", url="http://127.0.0.1:9/hook")
    await anna.says("Hello")
    await sandbox.until(lambda: sandbox._webhook.info().get("last_error_message"))
    info = (await call("getWebhookInfo"))["result"]

    assert ("Connection failed: ClientConnectorError", 1) == (
        info["last_error_message"],
        info["pending_update_count"],
    )


async def test_webhook_deleted_with_what_waits(call: Call, hook: Hook, anna: Person) -> None:
    """After deleteWebhook the bot can call getUpdates again."""
    await call("setWebhook", url=hook.url)
    hook.gate.clear()
    await anna.says("Hello")
    await call("deleteWebhook", drop_pending_updates=True)
    await anna.says("Bye")

    assert ["Bye"] == [update["message"]["text"] for update in (await call("getUpdates"))["result"]]


async def test_webhook_set_empty_is_deleted(call: Call, hook: Hook) -> None:
    """An empty address deletes the webhook."""
    await call("setWebhook", url=hook.url)
    await call("setWebhook", url="")

    assert "" == (await call("getWebhookInfo"))["result"]["url"]


async def test_webhook_not_set_twice_a_second(call: Call, hook: Hook, forward: Callable[[float], None]) -> None:
    """A second call within a second is refused with 429."""
    answers = [await call("setWebhook", url=hook.url), await call("setWebhook", url=hook.url)]
    forward(1)
    answers.append(await call("setWebhook", url=hook.url))

    assert [None, {"retry_after": 1}, None] == [answer.get("parameters") for answer in answers]


SETTINGS: list[tuple[Json, str]] = [
    ({"url": "http://example.org"}, "bad webhook: An HTTPS URL must be provided for webhook"),
    ({"url": "https://example.org:8080"}, "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"),
    ({"url": "https://example.org:port"}, "invalid webhook URL specified"),
    ({"url": "ftp://example.org"}, "invalid webhook URL specified"),
    ({"url": "https://"}, "invalid webhook URL specified"),
    ({"url": "https://example.org", "secret_token": "no spaces"}, "secret token contains unallowed characters"),
    ({"url": "https://example.org", "secret_token": "x" * 257}, "secret token is too long"),
]


@pytest.mark.parametrize(("setting", "reason"), SETTINGS)
async def test_webhook_refused(http: Any, setting: Json, reason: str) -> None:  # noqa: ANN401 - a session as everywhere
    """Telegram posts to https on four ports only."""
    async with (
        Sandbox() as strict,
        http.post(f"{strict.base_url}/bot{strict.token}/setWebhook", json=setting) as response,
    ):
        assert f"Bad Request: {reason}" == (await response.json())["description"]


async def test_webhook_taken_on_a_bare_host(http: Any) -> None:  # noqa: ANN401 - as above
    """Without a scheme the address is https."""
    async with (
        Sandbox() as strict,
        http.post(f"{strict.base_url}/bot{strict.token}/setWebhook", json={"url": "example.org/hook"}) as response,
    ):
        assert (await response.json())["result"]
