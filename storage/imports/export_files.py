"""Practices in the JSON of an export, alone or in a package with the attachments."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from conversations.imports import Given, given_in_json
from storage.imports import texts
from storage.imports.texts import CannotRead

_LARGEST = 100 << 20

_SHA256 = re.compile(r"[0-9a-f]{64}")

LIST, MANIFEST = "submissions.json", "manifest.json"


def practices_in_json(path: Path) -> Iterator[Given]:
    """Yield the practices of a JSON file: of a list of them, or the one that it is."""
    yield from _practices(path.read_bytes())


def practices_in_package(path: Path) -> Iterator[Given]:
    """Yield the practices of a package."""
    yield from _practices(_part(path, LIST))


def files_in(path: Path) -> dict[str, str]:
    """Return the attachments of a package: the name of the part by the SHA-256, as the manifest says."""
    try:
        manifest = _loaded(_part(path, MANIFEST))
    except KeyError:
        return {}
    listed = manifest.get("files") if isinstance(manifest, dict) else None
    files = [file for file in listed if isinstance(file, dict)] if isinstance(listed, list) else []
    named = {str(file.get("sha256")): str(file.get("name")) for file in files if "given_name" in file}
    return {sha256: name for sha256, name in named.items() if _SHA256.fullmatch(sha256)}


def _practices(text: bytes) -> Iterator[Given]:
    items = _loaded(text)
    items = [items] if isinstance(items, dict) else items
    if not isinstance(items, list):
        raise CannotRead(texts.NOT_A_LIST)
    for number, item in enumerate(items, 1):
        yield given_in_json(item, f"practice {number}")


def _loaded(text: bytes) -> Any:  # noqa: ANN401 - JSON of any shape
    try:
        return json.loads(text.decode("utf-8-sig"))
    except ValueError:
        raise CannotRead(texts.NOT_JSON) from None


def _part(path: Path, name: str) -> bytes:
    """Unpack a part of a zip file, up to the limit, whatever size it says it has."""
    with ZipFile(path) as file, file.open(name) as part:
        text = part.read(_LARGEST + 1)
    if len(text) > _LARGEST:
        raise CannotRead(texts.unpacks_to(len(text), _LARGEST))
    return text
