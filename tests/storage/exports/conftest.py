"""Fixtures of the export tests: a folder of contents, and one way to write drafts in a format."""

from collections.abc import Callable
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest
from support.practices import NOW

from conversations.dialogue.conversation import Draft
from conversations.dialogue.model import Format
from storage import Blobs
from storage.drafts import identifier
from storage.exports.export import Entry, Wanted, renderer_of
from storage.exports.faces import shown

Write = Callable[..., bytes]


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    """Give an empty folder of contents."""
    return Blobs(tmp_path / "data")


@pytest.fixture
def write(blobs: Blobs) -> Write:
    """Give what writes drafts in a format."""

    def written(form: Format, *drafts: Draft, **wanted: object) -> bytes:
        file, asked = BytesIO(), Wanted.model_validate({"format": form, **wanted})
        with closing(renderer_of(form)(file, blobs, asked)) as renderer:
            renderer.expect(len(drafts))
            for draft in drafts:
                renderer.add(Entry(shown(draft.handed_in, asked.face), identifier(draft.number, NOW), asked.face))
            renderer.finish()
        return file.getvalue()

    return written
