"""Updates from Telegram: written down before Telegram hears that they have arrived."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Any, TypedDict

from pydantic import JsonValue
from telegram import Update
from telegram.error import NetworkError

from bot.counting import CountedRequest
from bot.keeping import Keeping
from bot.logs import fields
from bot.metrics import Metrics
from bot.nesting import is_too_deep
from bot.plain import Json, PlainBot
from bot.rate import Rate
from bot.reading import Membership, chat_id_of, read
from bot.requests import AiohttpRequest, UnusableAnswer
from storage import Claims, Kind, RawUpdate

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member", "channel_post")

ASK_SECONDS = 1.0
"""How often a worker that fetches no updates asks whether nobody does."""

Accept = Callable[[Sequence[RawUpdate]], Awaitable[Sequence[RawUpdate]]]
"""Commits updates; gives those of them that wait for a turn."""

REMEMBERED = 1000
"""How many ids are remembered, to tell an answer that has something new; a call brings 100 at most."""

_LARGEST_ID = 1 << 63
_LOG = logging.getLogger(__name__)


class NotKept(NetworkError):  # noqa: N818 - it says what happened
    """A batch cannot be written down; it is asked for again, as after any error on the way."""

    def __init__(self) -> None:
        super().__init__("The inbox cannot be written")


@dataclass(frozen=True)
class Fetched:
    """The content of an answer to getUpdates: the updates that want a turn, and whether any of them is new."""

    updates: tuple[Update, ...]
    is_new: bool


class Listener(PlainBot):
    """A bot that commits each batch of updates to the inbox before it asks for the next.

    Telegram hears of a batch with the next call, and so only after the commit. What is handed on are the bare ids of
    those that want a turn: their JSON waits in ``heard``, read by ``bot.reading`` alone, so no update can fail to parse
    and be fetched again for ever.
    """

    def __init__(
        self,
        accept: Accept,
        claims: Claims,
        keeping: Keeping,
        token: str,
        *,
        get_updates_request: AiohttpRequest,
        **options: Any,  # noqa: ANN401 - ExtBot's own
    ) -> None:
        super().__init__(token, get_updates_request=get_updates_request, **options)
        self._fetching = get_updates_request
        self._accept = accept
        self._claims = claims
        self._keeping = keeping
        self._heard: dict[int, RawUpdate] = {}
        self._next: int | None = None
        self._came: dict[int, None] = {}
        self._repeats = 0

    def __repr__(self) -> str:
        """Leave out the token, which the library's own would print."""
        return "Listener"

    @property
    def heard(self) -> dict[int, RawUpdate]:
        """Updates that have been accepted and not yet been taken up, by id."""
        return self._heard

    async def leave_webhook(self) -> None:
        """Ask Telegram to post nothing; raises ``TelegramError``."""
        await self.command("deleteWebhook")

    async def fetch(self, seconds: int) -> Fetched | None:
        """Fetch a batch and commit it; nothing while another worker fetches them.

        Telegram may hold the call for so many seconds. Raises ``TelegramError``: ``NotKept`` where the batch cannot be
        committed, ``UnusableAnswer`` where it holds no updates, or the same ones for a third time.
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
        left = await self._kept(raws)
        if raws:
            self._next = raws[-1].update_id + 1
        return Fetched(left, bool(left) or self._is_new(raws))

    async def let_others_fetch(self) -> None:
        """Let another worker try where this one cannot."""
        await self._claims.leave(Kind.POLLING)

    async def hear(self, batch: Sequence[JsonValue]) -> tuple[Update, ...]:
        """Commit a batch of updates, then give the ids of those that want a turn; raises ``NetworkError``."""
        return await self._kept(_raws(batch))

    async def _is_to_fetch(self, seconds: float) -> bool:
        """Whether this worker is the one that fetches; waits for that as long as Telegram would hold the call."""
        ends = monotonic() + seconds
        try:
            while not await self._claims.keeps(Kind.POLLING):
                if monotonic() >= ends:
                    return False
                await asyncio.sleep(ASK_SECONDS)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is asked again
            self._keeping.fails("polling", error)
            raise NotKept from None
        self._keeping.works("polling")
        return True

    def _is_new(self, raws: Sequence[RawUpdate]) -> bool:
        """Whether an answer has something that has not come before. Telegram may repeat one, not again and again."""
        new = dict.fromkeys(raw.update_id for raw in raws if raw.update_id not in self._came)
        self._came |= new
        for oldest in list(self._came)[:-REMEMBERED]:
            del self._came[oldest]
        self._repeats = self._repeats + 1 if raws and not new else 0
        if self._repeats > 1:
            raise UnusableAnswer("the same updates again")
        return bool(new)

    async def _kept(self, raws: Sequence[RawUpdate]) -> tuple[Update, ...]:
        try:
            left = await self._accept(raws)
        except Exception as error:  # noqa: BLE001 - whatever it is, Telegram must not hear of these yet
            self._keeping.fails("inbox", error, filter(None, map(_private_chat, raws)))
            raise NotKept from None
        if raws:
            self._keeping.works("inbox")
        self._heard.update({raw.update_id: raw for raw in left})
        return tuple(Update(raw.update_id) for raw in left)


def polling_bot(  # noqa: PLR0913 - all that a bot is made of
    accept: Accept,
    claims: Claims,
    keeping: Keeping,
    metrics: Metrics,
    *,
    token: str,
    api_url: str | None,
    rate: Rate,
    connections: int,
) -> Listener:
    """Make the bot: its requests, its rate limit, its Bot API server (Telegram's where ``api_url`` is empty)."""
    return Listener(
        accept,
        claims,
        keeping,
        token,
        request=CountedRequest(metrics, connections),
        get_updates_request=CountedRequest(metrics, connections=4),
        rate_limiter=rate,
        **addresses(api_url),
    )


class Addresses(TypedDict, total=False):
    """Where a Bot API server is."""

    base_url: str
    base_file_url: str


def addresses(api_url: str | None) -> Addresses:
    """Give the Bot API server's addresses; none, which means Telegram's, where ``api_url`` is empty."""
    return {"base_url": f"{api_url}/bot", "base_file_url": f"{api_url}/file/bot"} if api_url else {}


def _raws(batch: Sequence[JsonValue]) -> Sequence[RawUpdate]:
    return [raw for raw in map(_raw, batch) if raw is not None]


def _raw(update: JsonValue) -> RawUpdate | None:
    """Take an update as it came; one without an id cannot be confirmed, and Telegram sends none."""
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
    """Find who waits for an answer to an update, in private."""
    reading = read(raw.body)
    return reading.chat_id if reading.private and not isinstance(reading.given, Membership | None) else None
