"""Claims: what only one worker does at a time, of all that run on one database."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from enum import IntEnum


class Kind(IntEnum):
    """What can be claimed: the first two once for all, the others for each chat."""

    POLLING = 1
    SWEEPING = 2
    TURNS = 3
    MAIL = 4
    LONG = 5
    """One document that takes long; the chat's mail goes past it."""
    FILES = 6
    """Fetching the files that a chat does not wait for."""


class Claim:
    """Something that this worker does and no other."""

    async def still_mine(self) -> bool:
        """Whether it may be gone on with."""
        return True


class Claims:
    """The claims of a worker that is alone on its database, as on SQLite: all is its own, and nothing is asked.

    ``workers`` is how many work on the database; ``shared`` says whether there can be others.
    """

    shared = False
    workers = 1

    async def open(self) -> None:
        """Begin."""

    async def close(self) -> None:
        """Let go of all."""

    @asynccontextmanager
    async def hold(self, kind: Kind, chat_id: int = 0) -> AsyncIterator[Claim | None]:  # noqa: ARG002 - for others
        """Hold a claim while the block runs; nothing where another worker has it."""
        yield Claim()

    async def keeps(self, kind: Kind) -> bool:  # noqa: ARG002 - for others
        """Whether this worker has a claim for as long as it lives; it takes one that nobody has."""
        return True

    async def leave(self, kind: Kind) -> None:
        """Give back what ``keeps`` has taken, so that another worker can take it."""
