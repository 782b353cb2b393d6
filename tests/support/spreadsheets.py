"""Spreadsheets of invented practices."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from conversations.dialogue.conversation import Draft
from storage import Blobs
from storage.exports.export import Entry, renderer_of


def exported(path: Path, drafts: Sequence[Draft]) -> Path:
    """Write practices as the Excel export does."""
    with path.open("wb") as file, closing(renderer_of("xlsx")(file, Blobs(path.parent))) as renderer:
        for draft in drafts:
            renderer.add(Entry(draft))
        renderer.finish()
    return path
