"""The Word form: of one practice, or of several in one document."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import IO

from docx.document import Document

from conversations.dialogue.conversation import Draft
from storage.exports.book import bound, roots
from storage.exports.export import OWN, CannotExport, Entry, NoForms, Renderer
from storage.exports.filled import empty_form, filled_form
from storage.exports.layout import laid_out
from storage.exports.ooxml import mark_directions, settle, storable
from storage.exports.texts import EMPTY_TITLE, NO_FORMS, several_forms, title_of, too_many_forms
from storage.files import Blobs

_LONGEST_PROPERTY = 255


def word_form(draft: Draft, layout: Path | None = None) -> bytes:
    """Give the Word form of a practice as it was handed in; it depends on draft and layout alone, not on the clock.

    Raises ``BrokenLayout``; where no layout is given it is the product's own.
    """
    return word_forms((draft.handed_in,), layout)


def word_forms(drafts: Sequence[Draft], layout: Path | None = None) -> bytes:
    """Give one document with the forms of several practices, each on new pages; there is one at least."""
    filled = [filled_form(draft) for draft in drafts]
    forms = (laid_out(form, layout or OWN) for form in filled)  # one at a time: each is a document of its own
    document = bound(forms, [form.header for form in filled]) if len(filled) > 1 else next(forms)
    for root in roots(document):
        mark_directions(root)
    _tell(document, drafts)
    return _saved(document)


def empty_word_form(layout: Path | None = None) -> bytes:
    """Give the Word form without an answer; raises ``BrokenLayout``, and depends on the layout alone."""
    document = laid_out(empty_form(), layout or OWN)
    document.core_properties.title = EMPTY_TITLE
    return _saved(document)


def _saved(document: Document) -> bytes:
    made, settled = BytesIO(), BytesIO()
    document.save(made)
    settle(made, settled)
    return settled.getvalue()


def _tell(document: Document, drafts: Sequence[Draft]) -> None:
    """Set what the document says of itself."""
    told = document.core_properties
    title = title_of(drafts[0]) if len(drafts) == 1 else several_forms(len(drafts))
    told.title = storable(title)[:_LONGEST_PROPERTY]
    told.created = _in_utc(min(draft.created_at for draft in drafts))
    told.modified = _in_utc(max(draft.updated_at for draft in drafts))


def _in_utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None)


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
