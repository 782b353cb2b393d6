"""How deep JSON is nested: Python's parser and writer count the stack they stand on, so they may differ.

An update that can be read and not be written down would be asked for again for ever, and all others behind it.
"""

import asyncio
import logging
from collections.abc import (
    Awaitable,
    Callable,
    Iterable,
    Sequence,
)
from time import monotonic
from typing import Any, TypedDict

from pydantic import JsonValue
from telegram.error import NetworkError

from bot.health import DatabaseHealth, Metrics
from bot.logs import fields
from bot.telegram.calls import CountedRequest, Json, PlainBot
from bot.telegram.client import AiohttpRequest, UnusableAnswer
from bot.telegram.progress import Rate
from bot.telegram.reading import Membership, chat_id_of, read
from storage import Kind, RawUpdate, WorkerLocks

DEEPEST = 256
"""Levels; Python's own bound is near 900, and the deepest update of the Bot API is far below both."""


def is_too_deep(value: JsonValue) -> bool:
    """Say whether something is nested deeper than that."""
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


ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member", "channel_post")

ASK_SECONDS = 1.0
"""How often a worker that does not poll asks whether it may."""

Take = Callable[[Sequence[RawUpdate]], Awaitable[None]]
"""Keeps updates and handles them; raises if some of them may not be kept."""

REMEMBERED = 1000
"""How many update ids are remembered, to see whether a batch has new ones; a call brings 100 at most."""

_LARGEST_ID = 1 << 63

_LOG = logging.getLogger(__name__)


class NotKept(NetworkError):  # noqa: N818 - it says what happened
    """A batch could not be committed; it is fetched again, as after a network error."""

    def __init__(self) -> None:
        super().__init__("The inbox cannot be written")


class Listener(PlainBot):
    """A bot that commits each batch of updates before it asks for the next.

    Telegram hears of a batch with the next call, and so only after the commit. ``bot.telegram.reading`` alone reads the
    JSON of an update, so none can fail to parse and be fetched again for ever.
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
        self._keeping = database_health
        self._next: int | None = None
        self._came: dict[int, None] = {}
        self._repeats = 0

    def __repr__(self) -> str:
        """Leave out the token, which the library's own would print."""
        return "Listener"

    async def leave_webhook(self) -> None:
        """Ask Telegram to post nothing; raises ``TelegramError``."""
        await self.command("deleteWebhook")

    async def fetch(self, seconds: int) -> bool | None:
        """Fetch a batch and commit it; returns whether it had new updates, ``None`` while another worker polls.

        Telegram may hold the call for so many seconds. Raises ``TelegramError``: ``NotKept`` if the batch cannot be
        committed, ``UnusableAnswer`` if the answer is no list of updates, or has the same ones again and again.
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
        await self._kept(raws)
        if raws:
            self._next = raws[-1].update_id + 1
        return self._is_new(raws)

    async def let_others_fetch(self) -> None:
        """Let another worker poll, as this one cannot."""
        await self._locks.leave(Kind.POLLING)

    async def hear(self, batch: Sequence[JsonValue]) -> None:
        """Commit a batch of updates; raises ``NotKept``."""
        await self._kept(_raws(batch))

    async def _is_to_fetch(self, seconds: float) -> bool:
        """Whether this worker may poll; waits for that as long as Telegram would hold the call."""
        ends = monotonic() + seconds
        try:
            while not await self._locks.keeps(Kind.POLLING):
                if monotonic() >= ends:
                    return False
                await asyncio.sleep(ASK_SECONDS)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is asked again
            self._keeping.fails("polling", error)
            raise NotKept from None
        self._keeping.works("polling")
        return True

    def _is_new(self, raws: Sequence[RawUpdate]) -> bool:
        """Whether a batch has new updates. Telegram may repeat one batch, but not again and again."""
        new = dict.fromkeys(raw.update_id for raw in raws if raw.update_id not in self._came)
        self._came |= new
        for oldest in list(self._came)[:-REMEMBERED]:
            del self._came[oldest]
        self._repeats = self._repeats + 1 if raws and not new else 0
        if self._repeats > 1:
            raise UnusableAnswer("the same updates again")
        return bool(new)

    async def _kept(self, raws: Sequence[RawUpdate]) -> None:
        try:
            await self._take(raws)
        except Exception as error:  # noqa: BLE001 - whatever it is, Telegram must not hear of these yet
            self._keeping.fails("inbox", error, filter(None, map(_private_chat, raws)))
            raise NotKept from None
        if raws:
            self._keeping.works("inbox")


def polling_bot(  # noqa: PLR0913 - all that a bot is made of
    take: Take,
    locks: WorkerLocks,
    database_health: DatabaseHealth,
    metrics: Metrics,
    *,
    token: str,
    api_url: str | None,
    rate: Rate,
    connections: int,
) -> Listener:
    """Make the bot with its requests, its rate limit and its Bot API server, Telegram's if ``api_url`` is empty."""
    return Listener(
        take,
        locks,
        database_health,
        token,
        request=CountedRequest(metrics, connections),
        get_updates_request=CountedRequest(metrics, connections=4),
        rate_limiter=rate,
        **addresses(api_url),
    )


class Addresses(TypedDict, total=False):
    """The addresses of a Bot API server, as the library takes them."""

    base_url: str
    base_file_url: str


def addresses(api_url: str | None) -> Addresses:
    """Return the addresses of a Bot API server; none, which means Telegram's, if ``api_url`` is empty."""
    return {"base_url": f"{api_url}/bot", "base_file_url": f"{api_url}/file/bot"} if api_url else {}


def _raws(batch: Sequence[JsonValue]) -> Sequence[RawUpdate]:
    return [raw for raw in map(_raw, batch) if raw is not None]


def _raw(update: JsonValue) -> RawUpdate | None:
    """Take an update as it came; ``None`` if it has no usable id, as it could not be confirmed."""
    if not isinstance(update, dict):
        return None
    update_id = update.get("update_id")
    if not isinstance(update_id, int) or isinstance(update_id, bool) or abs(update_id) >= _LARGEST_ID:
        return None
    if is_too_deep(update):
        _LOG.warning("an update is nested too deep; stepped over", extra=fields(update=update_id))
        update = {"update_id": update_id}
    return RawUpdate(update_id, chat_id_of(update), update)


def _private_chat(raw: RawUpdate) -> int | None:
    """Return the private chat in which somebody waits for an answer to an update."""
    reading = read(raw.body)
    return reading.chat_id if reading.private and not isinstance(reading.given, Membership | None) else None
