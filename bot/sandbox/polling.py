"""getUpdates: long polling with Telegram's rules of who may wait."""

import asyncio
import json
from contextlib import suppress

from bot.sandbox.params import OTHER_GET_UPDATES, RESTART, Json, Params, Refusal, RefusalError
from bot.sandbox.world import World

MAX_LIMIT = 100

MAX_TIMEOUT = 50  # seconds


class Polling:
    """The one place in which a bot waits for updates; who comes later sends the earlier one away."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._ended: asyncio.Future[None] | None = None
        self._closed = False

    @property
    def waiting(self) -> bool:
        """Return whether a bot waits for updates."""
        return self._ended is not None and not self._ended.done()

    async def get_updates(self, params: Params) -> list[Json]:
        """Confirm what stands before `offset` and return what comes next, waiting for it up to `timeout` seconds."""
        remember_wanted(self._world, params)
        offset, limit = params.number("offset"), params.clamped("limit", MAX_LIMIT, 1, MAX_LIMIT)
        timeout = params.clamped("timeout", 0, 0, MAX_TIMEOUT)
        batch = self._world.updates.take(offset, limit)
        if batch or not timeout:
            return batch
        if self._closed:
            raise RefusalError(RESTART)
        self.end(OTHER_GET_UPDATES)
        ended = self._ended = asyncio.get_running_loop().create_future()
        self._world.pulse.beat()
        # A negative offset has done its work; looked at again it would throw away what arrives.
        await self._wait(ended, timeout)
        if ended.done():
            ended.result()
        self._ended = None
        return self._world.updates.take(max(offset, 0), limit)

    async def _wait(self, ended: asyncio.Future[None], timeout: float) -> None:  # noqa: ASYNC109 - the parameter of the method
        """Wait for an update, the end of this wait from elsewhere, or the end of time."""
        with suppress(TimeoutError):
            async with asyncio.timeout(timeout):
                while not ended.done() and not self._world.updates.ready():
                    await self._world.pulse.next()

    def end(self, refusal: Refusal) -> None:
        """Send away who waits."""
        if self._ended is not None and not self._ended.done():
            self._ended.set_exception(RefusalError(refusal))
            self._world.pulse.beat()

    def close(self) -> None:
        """Send away who waits and who comes later: the server stops."""
        self._closed = True
        self.end(RESTART)


def remember_wanted(world: World, params: Params) -> None:
    """Remember `allowed_updates` where a call gives it; a list that does not parse is passed over, as by Telegram."""
    try:
        kinds = json.loads(params.text("allowed_updates") or "null")
    except ValueError:
        return
    if isinstance(kinds, list):
        world.updates.want(str(kind) for kind in kinds)
