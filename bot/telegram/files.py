"""A file that is to be sent: on the disk without a name, so that nothing of it is left where the bot is killed."""

import os
from dataclasses import dataclass
from typing import IO

LARGEST = 50_000_000
"""Bytes that a bot may send in one file (Bot API, sendDocument: 50 MB)."""


@dataclass(frozen=True)
class File:
    """A file that has been made, and the name under which it goes out."""

    name: str
    content: IO[bytes]
    is_picture: bool = False

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return os.fstat(self.content.fileno()).st_size

    def opened(self) -> IO[bytes]:
        """Open it from its beginning: who sends it closes what they were given."""
        os.lseek(self.content.fileno(), 0, os.SEEK_SET)
        return os.fdopen(os.dup(self.content.fileno()), "rb")
