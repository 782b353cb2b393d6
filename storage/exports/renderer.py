"""What writes a format: plain and synchronous, one submission at a time, so that memory does not grow with them."""

from abc import ABC, abstractmethod
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO

from pydantic import JsonValue

from conversations import submission_json
from conversations.conversation import Draft
from storage.blobs import Blobs


@dataclass(frozen=True)
class Entry:
    """A submission to be written: the draft, and the object that the outside gets of it."""

    draft: Draft

    @cached_property
    def json(self) -> dict[str, JsonValue]:
        """The object of ``submission_json``."""
        return submission_json(self.draft)


class Renderer(ABC):
    """Writes submissions to a file that its caller opens and closes; to be closed itself, finished or not.

    ``layout`` is the document that lays out Word forms, where it is not the product's own.
    """

    def __init__(self, file: IO[bytes], blobs: Blobs, layout: Path | None = None) -> None:
        self.file = file
        self.blobs = blobs
        self.layout = layout
        self.held = ExitStack()

    def expect(self, count: int) -> None:  # noqa: B027 - most can write any number
        """Hear, before the first one, how many will come; raises ``CannotExport`` where that cannot be written."""

    @abstractmethod
    def add(self, entry: Entry) -> None:
        """Write the next submission."""

    @abstractmethod
    def finish(self) -> None:
        """Write what stands at the end."""

    def close(self) -> None:
        """Let go of what is held meanwhile, such as unfinished files."""
        self.held.close()
