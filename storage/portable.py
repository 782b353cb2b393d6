"""What POSIX systems and Windows do each in their own way: locks, limits, and files for a child process.

Nobody has run the half for Windows yet; `tests/storage/test_portable.py` runs it with stand-ins.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

if sys.platform == "win32":
    import msvcrt

    def lock(descriptor: int) -> None:
        """Lock an open file until it is closed or the process ends; raises ``BlockingIOError`` if another has it."""
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError(error.errno, error.strerror) from error

    def limit(_seconds: int | None, _memory: int | None, _nice: int) -> None:
        """Limit nothing: Windows has other means, which need a library."""

    def most_files() -> int | None:
        """Return how many files this process may open; ``None`` for no limit."""
        return None

    def for_child(descriptor: int) -> int:
        """Return the number by which a child finds an open file."""
        return msvcrt.get_osfhandle(descriptor)

    def from_parent(number: int) -> int:
        """Return the descriptor of a file that the parent has handed over."""
        return msvcrt.open_osfhandle(number, os.O_BINARY)

    def handing_over(numbers: Sequence[int]) -> dict[str, Any]:
        """Return the options of a child process that gets files, by the numbers of ``for_child``."""
        for number in numbers:
            os.set_handle_inheritable(number, True)
        return {"startupinfo": subprocess.STARTUPINFO(lpAttributeList={"handle_list": list(numbers)})}

    def on_disk(path: Path) -> None:
        """Wait until a file is on disk; of a folder Windows itself takes care."""
        if path.is_file():
            _sync(path, os.O_RDWR)

else:
    import resource
    from fcntl import LOCK_EX, LOCK_NB, flock
    from math import ceil
    from time import process_time

    def lock(descriptor: int) -> None:
        """Lock an open file until it is closed or the process ends; raises ``BlockingIOError`` if another has it."""
        flock(descriptor, LOCK_EX | LOCK_NB)

    def limit(seconds: int | None, memory: int | None, nice: int) -> None:
        """Limit this process: CPU seconds from now on, bytes of memory, and its priority (nice(2))."""
        if nice:
            os.nice(nice)
        if seconds is not None:
            end = ceil(process_time()) + seconds
            resource.setrlimit(resource.RLIMIT_CPU, (end, end))
        if memory is not None:
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))

    def most_files() -> int | None:
        """Return how many files this process may open; ``None`` for no limit."""
        files, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
        return None if files == resource.RLIM_INFINITY else files

    def for_child(descriptor: int) -> int:
        """Return the number by which a child finds an open file."""
        return descriptor

    def from_parent(number: int) -> int:
        """Return the descriptor of a file that the parent has handed over."""
        return number

    def handing_over(numbers: Sequence[int]) -> dict[str, Any]:
        """Return the options of a child process that gets files, by the numbers of ``for_child``."""
        return {"pass_fds": numbers}

    def on_disk(path: Path) -> None:
        """Wait until a file, or the list of files of a folder, is on disk."""
        _sync(path, os.O_RDONLY)


def _sync(path: Path, how: int) -> None:
    descriptor = os.open(path, how)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
