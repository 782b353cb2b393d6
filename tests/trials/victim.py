"""The killed process: a program on the local Bot API, which is started again after each kill."""

import asyncio
import os
import signal
import socket
import sys
from asyncio.subprocess import Process
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Self

from bot.sandbox import Sandbox

ROOT = Path(__file__).parents[2]
RUN = ("-m", "bot", "run")
PATIENCE = 60
"""Seconds that anything may take on a busy machine."""


class Victim:
    """Runs a Python program in ``folder``, together with its log; ``environment`` is added to ours."""

    def __init__(
        self, sandbox: Sandbox, folder: Path, environment: Mapping[str, str], run: Sequence[str] = RUN
    ) -> None:
        self._sandbox = sandbox
        self._folder = folder
        self._environment = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
        self._run = run
        self._process: Process | None = None

    @property
    def log(self) -> str:
        """Everything that the program has written to standard error, over all starts."""
        return (self._folder / "log.txt").read_text(encoding="utf-8")

    @property
    def pid(self) -> int:
        """The process id."""
        return self._alive.pid

    async def start(self) -> None:
        """Start the program."""
        with (self._folder / "log.txt").open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, *self._run, cwd=self._folder, env=self._environment, stderr=log
            )

    async def reached(self) -> None:
        """Wait until a program that was just started works, as its second call shows, or has ended."""
        before, process = len(self._sandbox.calls), self._alive
        await self._sandbox.until(
            lambda: len(self._sandbox.calls) > before + 1 or process.returncode is not None, timeout=PATIENCE
        )

    async def kill(self) -> None:
        """Kill the program with SIGKILL, so that it cannot clean up."""
        with suppress(ProcessLookupError):
            self._alive.kill()
        await self._alive.wait()

    def hang(self) -> None:
        """Suspend the program; its connections stay open."""
        self._alive.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """Resume a suspended program."""
        self._alive.send_signal(signal.SIGCONT)

    async def died(self) -> int:
        """Wait for the program to end by itself; return its exit code."""
        return await asyncio.wait_for(self._alive.wait(), PATIENCE)

    async def stop(self) -> int:
        """Ask the program to stop; return its exit code."""
        self.terminate()
        return await self.died()

    def terminate(self) -> None:
        """Ask the program to stop."""
        self._alive.send_signal(signal.SIGTERM)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._process is not None and self._process.returncode is None:
            await self.kill()

    @property
    def _alive(self) -> Process:
        if self._process is None:
            raise RuntimeError("start it first")
        return self._process


async def comes_true(condition: Callable[[], bool]) -> None:
    """Wait for a condition in another process."""
    async with asyncio.timeout(PATIENCE):
        while not condition():  # noqa: ASYNC110 - another process changes it
            await asyncio.sleep(0.05)


def ours(sandbox: Sandbox, database_url: str) -> dict[str, str]:
    """Return the settings with which ``practice-bot run`` uses a local Bot API."""
    return {
        "BOT_TOKEN": sandbox.token,
        "BOT_API_URL": sandbox.base_url,
        "DATABASE_URL": database_url,
        "MESSAGES_PER_SECOND": "0",
        "LOG_LEVEL": "WARNING",
    }


def hooked(secret: str) -> dict[str, str]:
    """Return the settings of a webhook on a free port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    return {"WEBHOOK_URL": f"http://{address}/hook", "WEBHOOK_LISTEN": address, "WEBHOOK_SECRET": secret}
