"""Whether the database keeps what it is given; where it does not, the log says it once, and people hear it once."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Hashable, Iterable

from bot.logs import fields, places
from storage import DatabaseGone

_LOG = logging.getLogger(__name__)


class Keeping:
    """What does not work at the moment: each piece of work that fails is told, and told again when it works.

    ``tell`` says to a chat, past the outbox, that nothing can be saved; it is tried once for each chat and trouble.
    """

    def __init__(self, tell: Callable[[int], Awaitable[object]]) -> None:
        self._tell = tell
        self._failing: set[Hashable] = set()
        self._logged: set[str] = set()
        self._told: set[int] = set()
        self._telling: set[asyncio.Task[None]] = set()
        self._closed = False

    @property
    def is_failing(self) -> bool:
        """Whether something could not be kept when it was last tried."""
        return bool(self._failing)

    def fails(self, work: Hashable, error: Exception, chats: Iterable[int] = ()) -> None:
        """Note that something could not be kept, and whose it was."""
        if self._closed:
            return
        self._failing.add(work)
        kind = type(error).__name__
        if kind not in self._logged:
            self._logged.add(kind)
            why = (
                {"why": str(error)} if isinstance(error, DatabaseGone) else {}
            )  # a sentence of ours, without any answer
            _LOG.error(
                "the database does not work; trying again until it does", extra=fields(error=places(error), **why)
            )
        for chat_id in dict.fromkeys(chats):
            if chat_id not in self._told:
                self._told.add(chat_id)
                task = asyncio.create_task(self._say(chat_id))
                self._telling.add(task)
                task.add_done_callback(self._telling.discard)

    def works(self, work: Hashable) -> None:
        """Note that something was kept; when nothing fails any more, the trouble is over."""
        if work in self._failing:
            self._failing.remove(work)
            if not self._failing:
                self._logged.clear()
                self._told.clear()
                _LOG.warning("the database works again")

    async def close(self) -> None:
        """Leave unsaid what has not been said: the bot has stopped."""
        self._closed = True
        for task in self._telling:
            task.cancel()
        await asyncio.gather(*self._telling, return_exceptions=True)

    async def _say(self, chat_id: int) -> None:
        try:
            await self._tell(chat_id)
        except Exception as error:  # noqa: BLE001 - a courtesy: what was sent is with Telegram or in the inbox
            _LOG.info("a chat could not be told", extra=fields(chat=chat_id, error=places(error)))
