"""The bot in a process of its own, which can be killed and started again while people write."""

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from bot.sandbox import Sandbox
from bot.settings import Settings

CODE = Path(__file__).parents[2]
RUN = ("-m", "bot.demo.child")
STOP_SECONDS = 12.0
"""The bot promises to stop within 10."""

State = Literal["stopped", "starting", "running"]


class BotProcess:
    """Runs the bot in an ``async with`` block; ``settings`` are its environment variables."""

    def __init__(self, sandbox: Sandbox, settings: Mapping[str, str]) -> None:
        self.state: State = "stopped"
        self.starts = 0
        self.kills = 0
        self._sandbox = sandbox
        self._environment = without_settings(os.environ) | dict(settings) | {"PYTHONPATH": str(CODE)}
        self._process: Process | None = None
        self._watching: asyncio.Task[None] | None = None
        self._turn = asyncio.Lock()

    def set_address(self, base_url: str) -> None:
        """Set the address of the Bot API: its port is known only after it has opened."""
        self._environment["BOT_API_URL"] = base_url

    @property
    def pid(self) -> int:
        """Return the process id, 0 if no process is alive."""
        return self._process.pid if self._process is not None and self._process.returncode is None else 0

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    async def start(self) -> None:
        """Start the bot unless it runs."""
        async with self._turn:
            if self.pid:
                return
            heard = len(self._sandbox.calls)
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, *RUN, env=self._environment, stdin=PIPE
            )
            self.starts += 1
            self._set_state("starting")
            self._watching = asyncio.create_task(self._watch(self._process, heard))

    async def kill(self) -> None:
        """Kill the bot with SIGKILL, so that it cannot clean up."""
        async with self._turn:
            if self._process is not None and self.pid:
                self.kills += 1
                with suppress(ProcessLookupError):
                    self._process.kill()
            await self._ended()

    async def stop(self) -> None:
        """Ask the bot to stop, and wait for its end; kill it if it takes too long."""
        async with self._turn:
            if self._process is not None and self.pid:
                with suppress(ProcessLookupError):
                    self._process.terminate()
            try:
                await asyncio.wait_for(self._ended(), STOP_SECONDS)
            except TimeoutError:
                if self._process is not None:
                    self._process.kill()
                    await self._process.wait()

    async def _ended(self) -> None:
        if self._watching is not None:
            await asyncio.shield(self._watching)

    async def _watch(self, process: Process, heard: int) -> None:
        """Set the state when the bot listens, and when it has ended."""
        listening = asyncio.create_task(self._wait_until_it_listens(heard))
        await process.wait()
        listening.cancel()
        self._set_state("stopped")

    async def _wait_until_it_listens(self, heard: int) -> None:
        calls = self._sandbox.calls
        # The last call before python-telegram-bot begins to poll.
        while not any(call.method == "deleteWebhook" for call in calls[heard:]):
            await self._sandbox.world.pulse.next()
        self._set_state("running")

    def _set_state(self, state: State) -> None:
        self.state = state
        self._sandbox.world.pulse.beat()


def without_settings(environment: Mapping[str, str]) -> dict[str, str]:
    """Leave out the settings of a real bot: the demo must not use them."""
    return {name: value for name, value in environment.items() if name.lower() not in Settings.model_fields}
