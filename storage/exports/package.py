"""The JSON export, and the package: a zip of Word forms, attachments and lists, with a manifest."""

import json
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any
from zipfile import ZipFile

from conversations.dialogue.conversation import Attachment
from conversations.dialogue.practice import Names, named
from storage.exports.export import Entry, Renderer, Wanted, form_name
from storage.exports.ooxml import entry as zip_entry
from storage.exports.schema import schema
from storage.exports.spreadsheets import AsXlsx
from storage.exports.word import word_form
from storage.files import Blobs


class AsJson(Renderer):
    """Writes a JSON list, one submission to a line."""

    _separator = b"[\n"

    def add(self, entry: Entry) -> None:
        """Write the next object."""
        self.file.write(self._separator + json.dumps(entry.json, ensure_ascii=False).encode())
        self._separator = b",\n"

    def finish(self) -> None:
        """Close the list."""
        self.file.write(b"\n]\n" if self._separator == b",\n" else b"[]\n")


_CHUNK = 1 << 20

_CHOSEN = {"statuses", "references", "since", "theme", "country"}


class AsPackage(Renderer):
    """Writes the zip: forms and attachments as they come, lists at the end."""

    def __init__(self, file: IO[bytes], blobs: Blobs, wanted: Wanted) -> None:
        super().__init__(file, blobs, wanted)
        self._zip = self.held.enter_context(ZipFile(file, "w"))
        self._lists = {"submissions.json": self._temporary(), "submissions.xlsx": self._temporary()}
        self._json = AsJson(self._lists["submissions.json"], blobs, wanted)
        self._xlsx = AsXlsx(self._lists["submissions.xlsx"], blobs, wanted)
        self.held.callback(self._json.close)
        self.held.callback(self._xlsx.close)
        self._forms, self._folders = Names(), Names()
        self._files: list[dict[str, Any]] = []
        self._missing: list[dict[str, Any]] = []
        self._submissions: list[dict[str, str | None]] = []

    def add(self, entry: Entry) -> None:
        """Write the next form with its attachments, and add it to the lists."""
        self._json.add(entry)
        self._xlsx.add(entry)
        draft = entry.draft
        self._submissions.append({"id": entry.identifier, "reference": draft.reference, "status": draft.status})
        form = self._forms.fresh(form_name(draft))
        self._put(f"forms/{form}", BytesIO(word_form(draft, self.wanted.layout)), reference=draft.reference)
        if draft.attachments:
            folder = self._folders.fresh(draft.reference or Path(form).stem)
            for file, name in named(draft.attachments):
                self._attach(f"attachments/{folder}/{name}", file, draft.reference)

    def finish(self) -> None:
        """Write the lists, the schema, and the manifest last."""
        for part in (self._json, self._xlsx):
            part.finish()
        for name, content in self._lists.items():
            content.seek(0)
            self._put(name, content, packed=not name.endswith(".xlsx"))
        self._put("schema.json", BytesIO(_as_json(schema())))
        self._zip.writestr(zip_entry("manifest.json"), _as_json(self._manifest()))
        self._zip.close()

    def _temporary(self) -> IO[bytes]:
        return self.held.enter_context(TemporaryFile())

    def _attach(self, path: str, file: Attachment, reference: str | None) -> None:
        told = {"reference": reference, "question": file.question, "given_name": file.name}
        try:
            content = self.blobs.path(file.sha256).open("rb")
        except FileNotFoundError:
            self._missing.append({**told, "sha256": file.sha256})
            return
        with content:
            self._put(path, content, packed=False, **told)

    def _put(self, name: str, content: IO[bytes], *, packed: bool = True, **told: object) -> None:
        """Copy a content into the zip; its checksum is of the bytes that were written."""
        found, size = sha256(), 0
        with self._zip.open(zip_entry(name, packed=packed), "w", force_zip64=True) as file:
            for chunk in _chunks(content):
                found.update(chunk)
                size += file.write(chunk)
        self._files.append({"name": name, "size": size, "sha256": found.hexdigest(), **told})

    def _manifest(self) -> dict[str, object]:
        attachments = sum("given_name" in file for file in self._files)
        statuses = Counter(str(one["status"]) for one in self._submissions)
        counts = {"submissions": len(self._submissions), "attachments": attachments}
        return {
            "face": self.wanted.face,
            "chosen": self.wanted.model_dump(mode="json", include=_CHOSEN),
            "made": str(self.wanted.made) if self.wanted.made else None,
            "counts": {**counts, "by_status": dict(sorted(statuses.items()))},
            "submissions": self._submissions,
            "files": sorted(self._files, key=lambda file: str(file["name"])),
            "missing": self._missing,
        }


def _chunks(content: IO[bytes]) -> Iterator[bytes]:
    while chunk := content.read(_CHUNK):
        yield chunk


def _as_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"
