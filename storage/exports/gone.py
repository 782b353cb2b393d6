"""What is gone since a package: practices that were withdrawn, declined or erased, so that copies can be cleaned."""

import csv
import io
import json
from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal
from zipfile import BadZipFile, ZipFile, is_zipfile

from pydantic import BaseModel, ValidationError
from sqlalchemy import select

from conversations.dialogue.model import Format, Frozen
from storage.database.database import Database
from storage.database.tables import DRAFTS
from storage.drafts import identifier
from storage.exports.export import CannotExport

_LARGEST = 100_000_000
"""No manifest has so many bytes."""

_ENDED = ("withdrawn", "declined")
"""The statuses that take a practice out of the Collection; one that is reviewed again stays in it."""


class Gone(Frozen):
    """A practice that is gone, and what happened to it."""

    reference: str | None
    id: str | None
    happened: Literal["withdrawn", "declined", "erased"]


class _Listed(BaseModel):
    """A practice of a manifest; those of older packages have only references."""

    reference: str | None = None
    id: str | None = None
    status: str | None = None


class _Manifest(BaseModel):
    submissions: list[_Listed] | None = None
    files: list[_Listed] = []

    @property
    def practices(self) -> list[_Listed]:
        """The practices, each once."""
        if self.submissions is not None:
            return self.submissions
        references = dict.fromkeys(file.reference for file in self.files if file.reference)
        return [_Listed(reference=reference) for reference in references]


async def gone_since(db: Database, manifest: Path) -> list[Gone]:
    """List what is gone since a package, by its manifest or the package itself; raises ``CannotExport``."""
    practices = _read(manifest).practices
    statuses: dict[str | None, str] = {}
    for number, created_at, reference, status in await db.rows(
        select(DRAFTS.c.id, DRAFTS.c.created_at, DRAFTS.c.reference, DRAFTS.c.status)
    ):
        statuses |= {identifier(number, created_at): status, reference or "": status}
    return list(_gone(practices, statuses))


def _gone(practices: list[_Listed], statuses: dict[str | None, str]) -> Iterator[Gone]:
    for one in practices:
        status = statuses.get(one.id) or statuses.get(one.reference)
        if status is None:
            yield Gone(reference=one.reference, id=one.id, happened="erased")
        elif status in _ENDED and status != one.status:
            yield Gone.model_validate({"reference": one.reference, "id": one.id, "happened": status})


def _read(path: Path) -> _Manifest:
    try:
        return _Manifest.model_validate_json(_content(path))
    except OSError as error:
        raise CannotExport(f"{path} cannot be read: {error.strerror or type(error).__name__}.") from error
    except (ValidationError, BadZipFile, KeyError, NotImplementedError, RuntimeError):
        raise CannotExport(f"{path} is no manifest: give the manifest.json of a package, or the package.") from None


def _content(path: Path) -> bytes:
    if not is_zipfile(path):
        with path.open("rb") as file:
            return file.read(_LARGEST)
    with ZipFile(path) as packed, packed.open("manifest.json") as file:
        return file.read(_LARGEST)


def as_bytes(form: Format, found: list[Gone]) -> bytes:
    """Write the list as JSON, or else as CSV."""
    rows: list[dict[str, Any]] = [one.model_dump() for one in found]
    if form == "json":
        return json.dumps(rows, indent=1).encode() + b"\n"
    table = io.StringIO()
    writer = csv.DictWriter(table, [*Gone.model_fields])
    writer.writeheader()
    writer.writerows(rows)
    return BOM_UTF8 + table.getvalue().encode()
