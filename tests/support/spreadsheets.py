"""Invented practices as they are exported: handed in once, and in a spreadsheet."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from conversations.dialogue.conversation import Draft, Version
from storage import Blobs
from storage.exports.export import Entry, Wanted, renderer_of


def exported(path: Path, drafts: Sequence[Draft]) -> Path:
    """Write practices as the Excel export does."""
    with (
        path.open("wb") as file,
        closing(renderer_of("xlsx")(file, Blobs(path.parent), Wanted(format="xlsx"))) as renderer,
    ):
        for draft in drafts:
            renderer.add(Entry(draft))
        renderer.finish()
    return path


def handed_in(draft: Draft) -> Draft:
    """Return a practice as it was handed in once; a draft as it is."""
    if draft.status == "draft":
        return draft
    first = Version(at=draft.submitted_at or draft.updated_at, answers=draft.answers, attachments=draft.attachments)
    return draft.model_copy(update={"versions": (first,)})
