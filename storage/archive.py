"""The attachments of a backup: a zip of contents, each under its SHA-256, and a list of them, written last."""

import hashlib
import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile

from storage.engines import CannotOpen
from storage.growing import finish, on_disk, private, workshop

MANIFEST = "manifest.json"
_SUM = re.compile(r"[0-9a-f]{64}")
_CHUNK = 1 << 20


class NoBackup(CannotOpen):
    """A backup cannot be taken or restored; the message is one line."""


@dataclass(frozen=True)
class Packed:
    """The sums of the attachments in an archive; ``damaged`` are those whose content is not what the name says."""

    sums: frozenset[str] = frozenset()
    damaged: frozenset[str] = frozenset()


def pack(folder: Path, archive: Path) -> Packed:
    """Put the attachments of a folder into an archive that is empty; nothing is written where there are none.

    A content that is not what its name says is packed as it is: the list tells which, and restoring goes on without it.
    """
    paths = sorted(path for path in folder.glob("??/*") if path.is_file() and _SUM.fullmatch(path.name))
    if not paths:
        return Packed()
    with ZipFile(archive, "w") as packed:
        listed = [_packed(packed, path) for path in paths]
        packed.writestr(MANIFEST, json.dumps({"files": listed}, indent=1))
    damaged = (path.name for path, each in zip(paths, listed, strict=True) if each["sha256"] != path.name)
    return Packed(frozenset(path.name for path in paths), frozenset(damaged))


def check_archive(archive: Path) -> None:
    """Refuse an archive that does not hold what its list says."""
    try:
        with ZipFile(archive) as packed:
            for each in json.loads(packed.read(MANIFEST))["files"]:
                with packed.open(each["name"]) as content:
                    if _sum(content) != each["sha256"]:
                        raise NoBackup(f"{archive} is damaged: {each['name']} is not what it was.")
    except (BadZipFile, KeyError, ValueError) as error:
        if isinstance(error, NoBackup):
            raise
        raise NoBackup(f"{archive} is damaged, or no archive of attachments.") from error


@contextmanager
def unpacked(archive: Path, folder: Path) -> Iterator[int]:
    """Bring the attachments of a checked archive back; gives how many are what their names say.

    None of them is in its place before all are on disk, and where something raises, none that was not there before.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with ZipFile(archive) as packed, workshop(folder) as parts:
        sums = [each["sha256"] for each in json.loads(packed.read(MANIFEST))["files"] if _is_sound(each)]
        for sha256 in sums:
            with packed.open(_name(sha256)) as content, private(parts / sha256).open("wb") as file:
                shutil.copyfileobj(content, file, _CHUNK)
        new = [folder / _name(sha256) for sha256 in sums if not (folder / _name(sha256)).exists()]
        try:
            for sha256 in sums:
                (folder / sha256[:2]).mkdir(mode=0o700, exist_ok=True)
                finish(parts / sha256, folder / _name(sha256))
            on_disk(folder)
            yield len(sums)
        except BaseException:
            for path in new:
                path.unlink(missing_ok=True)
            raise


def _packed(packed: ZipFile, path: Path) -> dict[str, object]:
    """Copy a content into the archive; its sum is that of the bytes that went in."""
    name, found, size = _name(path.name), hashlib.sha256(), 0
    with path.open("rb") as content, packed.open(name, "w") as file:
        while chunk := content.read(_CHUNK):
            found.update(chunk)
            size += file.write(chunk)
    return {"name": name, "size": size, "sha256": found.hexdigest()}


def _is_sound(each: dict[str, str]) -> bool:
    """Whether a content is what its name says; no other name ever becomes a path."""
    return bool(_SUM.fullmatch(each["sha256"])) and each["name"] == _name(each["sha256"])


def _name(sha256: str) -> str:
    return f"{sha256[:2]}/{sha256}"


def _sum(content: IO[bytes]) -> str:
    found = hashlib.sha256()
    while chunk := content.read(_CHUNK):
        found.update(chunk)
    return found.hexdigest()
