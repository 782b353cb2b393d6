"""Work in a process of its own: it holds nobody's answer up, and its memory goes when it ends.

A child hears on its standard input what is wanted, as JSON, so that no password stands in the list of processes, and
tells on its standard output how far it is and what came of it, a line of JSON each.
"""

import asyncio
import os
import subprocess
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import BaseModel

import storage

_ROOT = str(Path(storage.__file__).parent.parent)

_NICE = 10
"""How far a child steps back behind those who answer people (nice(2))."""


@asynccontextmanager
async def child(module: str, order: BaseModel, files: Sequence[int]) -> AsyncIterator[AsyncIterator[bytes]]:
    """Run a module with its order and descriptors; gives the lines that it tells. At the end it is no more."""
    with TemporaryDirectory() as unfinished:
        process = await asyncio.create_subprocess_exec(
            *command(module), stdin=PIPE, stdout=PIPE, env=_environment(unfinished), pass_fds=files
        )
        if process.stdin is None or process.stdout is None:
            raise TypeError("pipes were asked for")
        try:
            process.stdin.write(order.model_dump_json().encode())
            process.stdin.close()
            yield process.stdout
        finally:
            if process.returncode is None:
                process.kill()
            await process.wait()


def told_by(module: str, order: BaseModel) -> bytes:
    """Run a module with its order, and wait for its end; gives its output, nothing where it was killed."""
    with TemporaryDirectory() as unfinished:
        done = subprocess.run(  # noqa: S603 - ourselves
            command(module),
            input=order.model_dump_json().encode(),
            stdout=PIPE,
            env=_environment(unfinished),
            check=False,
        )
    return done.stdout if done.returncode == 0 else b""


def command(module: str) -> tuple[str, ...]:
    """Give the command that runs ``main`` of a module as we run ourselves."""
    return (sys.executable, "-c", _START.format(module=module))


_START = "import gc; gc.disable(); from {module} import main; gc.freeze(); gc.enable(); main()"
"""What is imported stays: looking through all of it for garbage was 0.4 s of the 1.0 s of computing of a start."""


def _environment(unfinished: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join([_ROOT, *sys.path]), "TMPDIR": unfinished}


def ordered() -> bytes:
    """Give, in the child, what it is to do; from here on it steps back behind others."""
    os.nice(_NICE)
    return sys.stdin.buffer.read()


def tell(told: BaseModel) -> None:
    """Tell, in the child, a line."""
    sys.stdout.write(f"{told.model_dump_json()}\n")
    sys.stdout.flush()
