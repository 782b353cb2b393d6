"""Writing what is wanted: submissions from the database, one at a time, into a file."""

from contextlib import closing
from importlib import import_module
from typing import IO, cast

from conversations.formats import Format
from storage.blobs import Blobs
from storage.database import Database
from storage.drafts import how_many, submissions
from storage.exports.renderer import Entry, Renderer
from storage.exports.wanted import Progress, Wanted, Written


async def export(
    db: Database, blobs: Blobs, wanted: Wanted, file: IO[bytes], progress: Progress = lambda _done, _of: None
) -> Written:
    """Write the submissions; raises ``CannotExport``. The same submissions give the same bytes.

    The work keeps this thread busy: beside people who wait for answers, take ``export_apart``.
    """
    total = await how_many(db, wanted.statuses, wanted.references, wanted.since)
    found: set[str | None] = set()
    count = 0
    with closing(renderer_of(wanted.format)(file, blobs, wanted.layout)) as renderer:
        renderer.expect(total)
        async for stored in submissions(db, wanted.statuses, wanted.references, wanted.since):
            renderer.add(Entry(stored.draft.handed_in))
            count += 1
            found.update({stored.draft.reference} & set(wanted.references))
            progress(count, max(count, total))
        renderer.finish()
    return Written(count=count, missing=tuple(one for one in dict.fromkeys(wanted.references) if one not in found))


def renderer_of(form: Format) -> type[Renderer]:
    """Give what writes a format, ``AsXlsx`` of ``as_xlsx.py``: its libraries are loaded when it is asked for."""
    return cast("type[Renderer]", getattr(import_module(f"storage.exports.as_{form}"), f"As{form.capitalize()}"))
