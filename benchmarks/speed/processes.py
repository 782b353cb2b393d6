"""The measured programs in separate processes, and their use of the machine, as Linux reports it."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Self

ROOT = Path(__file__).parents[2]
PATIENCE = 90
"""Seconds that a start or a stop may take on a busy machine."""

_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")
_UTIME, _RSS = 11, 21
"""Positions in /proc/PID/stat after the name (proc(5))."""


class Running:
    """Programs that run in an ``async with`` block, each with its environment; their log is in ``folder``."""

    def __init__(
        self, folder: Path, command: Sequence[str], environments: Sequence[Mapping[str, str]], python: str = ""
    ) -> None:
        self._folder = folder
        self._command = command
        self._environments = environments
        self._python = python or sys.executable
        self._processes: list[Process] = []

    async def __aenter__(self) -> Self:
        for given in self._environments:
            environment = {**os.environ, "PYTHONPATH": str(ROOT), **given}
            with (self._folder / "log.txt").open("ab") as log:
                process = await asyncio.create_subprocess_exec(
                    self._python, *self._command, cwd=self._folder, env=environment, stdout=log, stderr=log
                )
            self._processes.append(process)
        return self

    async def __aexit__(self, *_: object) -> None:
        for process in self._processes:
            with suppress(ProcessLookupError):
                process.send_signal(signal.SIGTERM)
        for process in self._processes:
            await self._ended(process)

    async def _ended(self, process: Process) -> None:
        try:
            await asyncio.wait_for(process.wait(), PATIENCE)
        except TimeoutError:
            process.kill()
            await process.wait()

    def check(self) -> None:
        """Raise if a process has ended."""
        if any(process.returncode is not None for process in self._processes):
            last = (self._folder / "log.txt").read_text(encoding="utf-8").strip().splitlines()[-1:]
            raise RuntimeError(f"it ended: {''.join(last)[:200]}")

    @property
    def cpu(self) -> float:
        """Seconds of CPU so far, with child processes."""
        return sum(sum(map(int, stat[_UTIME : _UTIME + 4])) / _TICKS for stat in self._stats())

    @property
    def memory(self) -> float:
        """MiB in memory now (RSS), with child processes."""
        return sum(int(stat[_RSS]) * _PAGE / 2**20 for stat in self._stats())

    def _stats(self) -> Iterator[list[str]]:
        for process in self._processes:
            for pid in _family(process.pid):
                with suppress(OSError):
                    yield Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()


def _family(pid: int) -> Iterator[int]:
    yield pid
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text(encoding="ascii").split():
                yield from _family(int(child))
