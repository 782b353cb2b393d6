"""The Word export: one document; each practice begins on a new page."""

from pathlib import Path
from typing import IO, TYPE_CHECKING

from storage.blobs import Blobs
from storage.exports.renderer import Entry, Renderer
from storage.exports.wanted import CannotExport, NoForms
from storage.exports.word import word_forms
from storage.exports.wording import NO_FORMS, too_many_forms

if TYPE_CHECKING:
    from conversations.conversation import Draft

MOST_FORMS = 100
"""About 500 pages; a document is put together in memory."""


class AsDocx(Renderer):
    """Writes a Word document."""

    def __init__(self, file: IO[bytes], blobs: Blobs, layout: Path | None = None) -> None:
        super().__init__(file, blobs, layout)
        self._drafts: list[Draft] = []

    def expect(self, count: int) -> None:
        """Refuse a document without a form, and one that nobody could open."""
        if not count:
            raise NoForms(NO_FORMS)
        if count > MOST_FORMS:
            raise CannotExport(too_many_forms(count, MOST_FORMS))

    def add(self, entry: Entry) -> None:
        """Take the next form."""
        self._drafts.append(entry.draft)

    def finish(self) -> None:
        """Write the document."""
        self.file.write(word_forms(self._drafts, self.layout))
