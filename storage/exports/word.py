"""The Word form of one practice, and several practices as a book."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from docx.document import Document

from conversations.dialogue.conversation import Draft
from storage.exports.binding import bound, roots
from storage.exports.book import AsBook, book
from storage.exports.commented import add_review
from storage.exports.export import OWN, Wanted
from storage.exports.filled import FilledForm, empty_form, filled_form
from storage.exports.layout import laid_out
from storage.exports.ooxml import mark_directions, settle, storable
from storage.exports.texts import EMPTY_TITLE, several_forms, title_of

_LONGEST_PROPERTY = 255


def word_form(draft: Draft, layout: Path | None = None) -> bytes:
    """Return the Word form of a practice as handed in; the same draft and layout give the same bytes.

    Raises ``BrokenLayout``. Without ``layout`` the product's own is used.
    """
    drafts = (draft.handed_in,)
    return _finished(laid_out(filled_form(*drafts), layout or OWN), drafts)


def word_form_with_review(draft: Draft, layout: Path | None = None) -> bytes:
    """Return the Word form with the comments of the review, and the changes of the last revision as tracked changes."""
    filled = filled_form(draft.handed_in)
    document = laid_out(filled, layout or OWN)
    add_review(document, draft, filled)
    return _finished(document, (draft.handed_in,))


def word_book(drafts: Sequence[Draft], wanted: Wanted) -> bytes:
    """Return one document with several practices; raises ``BrokenLayout``."""
    whole = book(drafts, wanted)

    def laid(form: FilledForm) -> Document:
        return laid_out(form, wanted.layout or OWN)

    return _finished(bound(map(laid, whole.forms), whole), drafts)  # one at a time: each is a document of its own


def _finished(document: Document, drafts: Sequence[Draft]) -> bytes:
    for root in roots(document):
        mark_directions(root)
    _tell(document, drafts)
    return _saved(document)


def empty_word_form(layout: Path | None = None) -> bytes:
    """Return the empty Word form; raises ``BrokenLayout``."""
    document = laid_out(empty_form(), layout or OWN)
    document.core_properties.title = str(EMPTY_TITLE)
    return _saved(document)


def _saved(document: Document) -> bytes:
    made, settled = BytesIO(), BytesIO()
    document.save(made)
    settle(made, settled)
    return settled.getvalue()


def _tell(document: Document, drafts: Sequence[Draft]) -> None:
    """Set the document's properties."""
    told = document.core_properties
    title = title_of(drafts[0]) if len(drafts) == 1 else several_forms(len(drafts))
    told.title = storable(title)[:_LONGEST_PROPERTY]
    told.created = _in_utc(min(draft.created_at for draft in drafts))
    told.modified = _in_utc(max(draft.updated_at for draft in drafts))


def _in_utc(time: datetime) -> datetime:
    return time.astimezone(UTC).replace(tzinfo=None)


class AsDocx(AsBook):
    """Writes a Word document: the form of one practice, or a book of several."""

    most = 500
    """About 2,000 pages; the whole document is in memory, 280 MiB."""

    def finish(self) -> None:
        """Write the document."""
        one, *more = self.drafts
        self.file.write(word_book(self.drafts, self.wanted) if more else word_form(one, self.wanted.layout))
