"""Stage 2 of an update: commit each batch of updates before Telegram hears that it arrived."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Sequence
from time import monotonic
from typing import Any

from pydantic import JsonValue
from telegram.error import NetworkError

from bot.health import DatabaseHealth
from bot.logs import fields
from bot.telegram.client import CountedRequest, Json, PlainBot, RateLimiter, addresses
from bot.telegram.http_request import AiohttpRequest, UnusableAnswer
from bot.telegram.reading import Membership, chat_id_of, read
from bot.telegram.runtime import Runtime
from conversations.dialogue.inputs import Done
from conversations.languages import matching, offered
from storage import Kind, RawUpdate, WorkerLocks

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member", "channel_post")
"""The kinds of update that the bot asks for."""

ASK_SECONDS = 1.0
"""How often a worker that does not poll asks for the lock of polling."""

CONNECTIONS, POLLING_CONNECTIONS = 256, 4
"""Connections to the Bot API at most: for calls, and apart from them for ``getUpdates``, which must not wait."""

REMEMBERED = 1000
"""How many update ids are remembered to recognise a batch without new updates; a call brings 100 at most."""

DEEPEST = 256
"""Levels of JSON that an update may have; the deepest update of the Bot API has far fewer."""

_LARGEST_ID = 1 << 63

Take = Callable[[Sequence[RawUpdate]], Awaitable[None]]
"""Keeps updates and handles them; raises if some of them may not be kept."""

_LOG = logging.getLogger(__name__)


class NotKept(NetworkError):  # noqa: N818 - its name is the fact
    """A batch could not be committed; it is fetched again, as after a network error."""

    def __init__(self) -> None:
        super().__init__("The inbox cannot be written")


class Listener(PlainBot):
    """A bot that commits each batch of updates before it asks for the next.

    The next call tells Telegram that the batch arrived. Only ``bot.telegram.reading`` reads the JSON of an update: the
    library would fail on an update that it cannot parse, and Telegram would send that update again for ever.
    """

    def __init__(
        self,
        take: Take,
        locks: WorkerLocks,
        database_health: DatabaseHealth,
        token: str,
        *,
        get_updates_request: AiohttpRequest,
        **options: Any,  # noqa: ANN401 - ExtBot's own
    ) -> None:
        super().__init__(token, get_updates_request=get_updates_request, **options)
        self._fetching = get_updates_request
        self._take = take
        self._locks = locks
        self._database_health = database_health
        self._next: int | None = None
        self._seen: dict[int, None] = {}
        self._repeats = 0

    def __repr__(self) -> str:
        """Leave out the token; the library's own repr shows it."""
        return "Listener"

    async def leave_webhook(self) -> None:
        """Delete the webhook; raises ``TelegramError``."""
        await self.command("deleteWebhook")

    async def fetch(self, seconds: int) -> bool | None:
        """Fetch a batch and commit it; return whether it had new updates, ``None`` if another worker polls.

        Telegram may hold the call for ``seconds``. Raises ``TelegramError``: ``NotKept`` if the batch cannot be
        committed, ``UnusableAnswer`` if the answer is not a list of updates, or brings the same ones again and again.
        """
        if not await self._is_to_fetch(seconds):
            return None
        asked: Json = {"timeout": seconds, "allowed_updates": [*ALLOWED]}
        if self._next is not None:
            asked["offset"] = self._next
        batch = await self._fetching.call(f"{self.base_url}/getUpdates", asked, read_timeout=seconds + 5)
        raws = _raws(batch) if isinstance(batch, list) else ()
        if not raws and batch != []:
            raise UnusableAnswer("no updates in it")
        await self._keep(raws)
        if raws:
            # the last one, not the largest: Telegram restarts update ids at random after an idle week
            self._next = raws[-1].update_id + 1
        return self._is_new(raws)

    async def let_others_fetch(self) -> None:
        """Give up the lock of polling, so that another worker polls."""
        await self._locks.leave(Kind.POLLING)

    async def hear(self, batch: Sequence[JsonValue]) -> None:
        """Commit the updates that the webhook received; raises ``NotKept``."""
        await self._keep(_raws(batch))

    async def _is_to_fetch(self, seconds: float) -> bool:
        """Whether this worker may poll; waits for the lock as long as Telegram would hold the call."""
        ends = monotonic() + seconds
        try:
            while not await self._locks.keeps(Kind.POLLING):
                if monotonic() >= ends:
                    return False
                await asyncio.sleep(ASK_SECONDS)
        except Exception as error:  # noqa: BLE001 - whatever it is, the loop asks again
            self._database_health.fails("polling", error)
            raise NotKept from None
        self._database_health.works("polling")
        return True

    def _is_new(self, raws: Sequence[RawUpdate]) -> bool:
        """Whether a batch has new updates. Telegram may repeat a batch once, but not again and again."""
        new = dict.fromkeys(raw.update_id for raw in raws if raw.update_id not in self._seen)
        self._seen |= new
        for oldest in list(self._seen)[:-REMEMBERED]:
            del self._seen[oldest]
        self._repeats = self._repeats + 1 if raws and not new else 0
        if self._repeats > 1:
            raise UnusableAnswer("the same updates again")
        return bool(new)

    async def _keep(self, raws: Sequence[RawUpdate]) -> None:
        try:
            await self._take(raws)
        except Exception as error:  # noqa: BLE001 - whatever it is, Telegram must not hear of these yet
            waiting = {chat_id: language for chat_id, language in map(_waiting_chat, raws) if chat_id}
            self._database_health.fails("inbox", error, waiting, waiting)
            raise NotKept from None
        if raws:
            self._database_health.works("inbox")


def make_listener(take: Take, runtime: Runtime, *, token: str, api_url: str | None, rate: RateLimiter) -> Listener:
    """Make the bot with its requests, its rate limit and its Bot API server: Telegram's if ``api_url`` is empty."""
    return Listener(
        take,
        runtime.locks,
        runtime.database_health,
        token,
        request=CountedRequest(runtime.metrics, CONNECTIONS),
        get_updates_request=CountedRequest(runtime.metrics, POLLING_CONNECTIONS),
        rate_limiter=rate,
        **addresses(api_url),
    )


def _raws(batch: Sequence[JsonValue]) -> Sequence[RawUpdate]:
    return [raw for raw in map(_raw, batch) if raw is not None]


def _raw(update: JsonValue) -> RawUpdate | None:
    """Take an update as it came; ``None`` if it has no usable id, as the bot could not confirm it."""
    if not isinstance(update, dict):
        return None
    update_id = update.get("update_id")
    if not isinstance(update_id, int) or isinstance(update_id, bool) or abs(update_id) >= _LARGEST_ID:
        return None
    if is_too_deep(update):
        _LOG.warning("an update is nested too deep; stepped over", extra=fields(update=update_id))
        update = {"update_id": update_id}
    return RawUpdate(update_id, chat_id_of(update), update)


def _waiting_chat(raw: RawUpdate) -> tuple[int | None, str]:
    """Return the private chat in which a person waits for the answer to an update, and the language of their app."""
    reading = read(raw.body)
    waits = reading.private and not isinstance(reading.given, Membership | None)
    language = reading.given.language if isinstance(reading.given, Done) else ""
    return reading.chat_id if waits else None, matching(language, offered())


def is_too_deep(value: JsonValue) -> bool:
    """Say whether JSON has more than ``DEEPEST`` levels.

    Python limits the depth of JSON by the stack, near 900 levels, so that its reader may take an update that its
    writer refuses. Such an update could not be kept: Telegram would send it for ever, and no update behind it.
    """
    level: list[JsonValue] = [value]
    for _ in range(DEEPEST):
        level = [inner for outer in level for inner in _within(outer)]
        if not level:
            return False
    return True


def _within(value: JsonValue) -> Iterable[JsonValue]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()
