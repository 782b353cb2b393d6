"""The queue of updates for the bot, with Telegram's rules for numbers, confirmation and expiry."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from bot.sandbox.params import Json

KINDS = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "guest_message",
    "message_reaction",
    "message_reaction_count",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "purchased_paid_media",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
)
BY_REQUEST_ONLY = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
KEPT_FOR = 24 * 3600  # seconds
NOT_DELIVERED = 0  # returned for an update of a kind that the bot has not asked for


@dataclass(frozen=True)
class Waiting:
    """An update that the bot has not confirmed."""

    update_id: int
    at: float
    body: Json


class Updates:
    """The queue of one bot."""

    def __init__(self, first_id: int, clock: Callable[[], float], changed: Callable[[], None]) -> None:
        self._clock = clock
        self._changed = changed
        self._next_id = first_id
        self._waiting: list[Waiting] = []
        self._confirmed: list[Waiting] = []
        self._again = False
        self.unwanted: Collection[str] = BY_REQUEST_ONLY

    def add(self, kind: str, content: Json) -> int:
        """Queue an update; return its number, or `NOT_DELIVERED` if the bot does not want this kind."""
        if kind in self.unwanted:
            return NOT_DELIVERED
        return self.add_raw({kind: content})

    def add_raw(self, body: Json) -> int:
        """Queue any JSON as an update; without an id it gets the next one."""
        update_id = body.get("update_id", self._next_id)
        if isinstance(update_id, int):
            self._next_id = max(self._next_id, update_id + 1)
        number = update_id if isinstance(update_id, int) else self._next_id
        self._waiting.append(Waiting(number, self._clock(), {"update_id": update_id} | body))
        self._changed()
        return number

    def want(self, kinds: Iterable[str]) -> None:
        """Remember which kinds the bot asked for; an empty list is Telegram's default."""
        wanted = set(kinds)
        self.unwanted = [kind for kind in KINDS if kind not in wanted] if wanted else BY_REQUEST_ONLY

    @property
    def wanted(self) -> list[str]:
        """Return the kinds that the bot asked for; an empty list is the default."""
        return [] if self.unwanted is BY_REQUEST_ONLY else [kind for kind in KINDS if kind not in self.unwanted]

    def take(self, offset: int, limit: int) -> list[Json]:
        """Remove the updates that `offset` confirms; return the next ones, `limit` at most."""
        self._drop_old()
        if self._again:
            self._again = False
            return [update.body for update in (*self._confirmed, *self._after(offset))][:limit]
        self._confirm(offset)
        return [update.body for update in self._waiting[:limit]]

    def ready(self) -> bool:
        """Return whether `take` would return any update."""
        return self._again or bool(self._waiting)

    def pending(self) -> list[Waiting]:
        """Return the updates that are not confirmed yet."""
        self._drop_old()
        return list(self._waiting)

    def confirm_one(self, update: Waiting) -> None:
        """Remove one update: the webhook has taken it."""
        self._waiting = [other for other in self._waiting if other is not update]
        self._confirmed = [update]

    def redeliver(self) -> None:
        """Let the next getUpdates give the last confirmed updates again; a webhook gets them again at once."""
        self._again = True
        self._changed()

    def take_redelivered(self) -> list[Waiting]:
        """Return the updates that a webhook must get again."""
        again = self._confirmed if self._again else []
        self._again = False
        return list(again)

    def clear(self) -> None:
        """Remove all updates: the bot has asked to drop pending ones."""
        self._waiting.clear()

    def _after(self, offset: int) -> list[Waiting]:
        return [update for update in self._waiting if update.update_id >= offset]

    def _confirm(self, offset: int) -> None:
        """Remove the updates before `offset`; an offset beyond the end is ignored, as by the real queue."""
        if offset < 0:
            kept = self._waiting[offset:]
        elif offset > self._next_id:
            kept = self._waiting
        else:
            kept = self._after(offset)
        confirmed = self._waiting[: len(self._waiting) - len(kept)]
        self._confirmed = confirmed or self._confirmed
        self._waiting = list(kept)

    def _drop_old(self) -> None:
        oldest = self._clock() - KEPT_FOR
        self._waiting = [update for update in self._waiting if update.at > oldest]
