"""Backups of an SQLite database and its attachments, taken while the bot runs, and checked before they count."""

import hashlib
import json
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from shlex import quote
from typing import IO, Literal
from zipfile import BadZipFile, ZipFile

from sqlalchemy import URL

from storage.database.address import CannotOpen, file_of, is_there, parsed
from storage.database.schema import unknown_revisions
from storage.database.sqlite_file import BUSY_MS, SEARCH, are_ours, tables_of
from storage.file_writing import finish, leftovers, private, private_folder
from storage.portable import on_disk
from storage.subprocess_job import Progress

MANIFEST = "manifest.json"

_SUM = re.compile(r"[0-9a-f]{64}")

_CHUNK = 1 << 20


class NoBackup(CannotOpen):
    """The backup cannot be taken or restored; the message is one line."""


@dataclass(frozen=True)
class Packed:
    """The checksums of the attachments in an archive; a ``damaged`` one does not match its name."""

    sums: frozenset[str] = frozenset()
    damaged: frozenset[str] = frozenset()


def _silent(_done: int, _of: int) -> None:
    """Show no progress."""


def pack(folder: Path, archive: Path, progress: Progress = _silent) -> Packed:
    """Write the attachments of a folder into an empty archive; nothing is written if there are none.

    A damaged attachment is packed as it is: the manifest tells, and a restore leaves it out.
    """
    paths = sorted(path for path in folder.glob("??/*") if path.is_file() and _SUM.fullmatch(path.name))
    if not paths:
        return Packed()
    with ZipFile(archive, "w") as packed:
        listed = []
        for nth, path in enumerate(paths, 1):
            listed.append(_packed(packed, path))
            progress(nth, len(paths))
        packed.writestr(MANIFEST, json.dumps({"files": listed}, indent=1))
    damaged = (path.name for path, each in zip(paths, listed, strict=True) if each["sha256"] != path.name)
    return Packed(frozenset(path.name for path in paths), frozenset(damaged))


def check_archive(archive: Path, progress: Progress = _silent) -> None:
    """Raise ``NoBackup`` if an archive does not match its manifest."""
    try:
        with ZipFile(archive) as packed:
            files = json.loads(packed.read(MANIFEST))["files"]
            for nth, each in enumerate(files, 1):
                with packed.open(each["name"]) as content:
                    if _sum(content) != each["sha256"]:
                        raise NoBackup(f"{archive} is damaged: {each['name']} is not what it was.")
                progress(nth, 2 * len(files))
    except (BadZipFile, KeyError, ValueError) as error:
        if isinstance(error, NoBackup):
            raise
        raise NoBackup(f"{archive} is damaged, or no archive of attachments.") from error


@contextmanager
def unpacked(archive: Path, folder: Path, progress: Progress = _silent) -> Iterator[int]:
    """Restore the attachments of a checked archive; yields how many are sound.

    They get their final names only when all are on disk; if the block raises, the new ones are deleted.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with ZipFile(archive) as packed, private_folder(folder) as parts:
        sums = [each["sha256"] for each in json.loads(packed.read(MANIFEST))["files"] if _is_sound(each)]
        for nth, sha256 in enumerate(sums, 1):
            with packed.open(_name(sha256)) as content, private(parts / sha256).open("wb") as file:
                shutil.copyfileobj(content, file, _CHUNK)
            progress(len(sums) + nth, 2 * len(sums))  # the first half was to check them
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
    """Copy an attachment into the archive; its checksum is of the bytes that were written."""
    name, found, size = _name(path.name), hashlib.sha256(), 0
    with path.open("rb") as content, packed.open(name, "w") as file:
        while chunk := content.read(_CHUNK):
            found.update(chunk)
            size += file.write(chunk)
    return {"name": name, "size": size, "sha256": found.hexdigest()}


def _is_sound(each: dict[str, str]) -> bool:
    """Say whether an attachment matches its name; no other name ever becomes a path."""
    return bool(_SUM.fullmatch(each["sha256"])) and each["name"] == _name(each["sha256"])


def _name(sha256: str) -> str:
    return f"{sha256[:2]}/{sha256}"


def _sum(content: IO[bytes]) -> str:
    found = hashlib.sha256()
    while chunk := content.read(_CHUNK):
        found.update(chunk)
    return found.hexdigest()


_NAMING = ("SELECT body FROM drafts", "SELECT body FROM history WHERE what = 'file_kept'")

_SHA256 = re.compile(r'"sha256":"([0-9a-f]{64})"')
"""An attachment in the JSON that pydantic writes; in a person's text a backslash stands before the quotation mark."""


def archive_of(file: Path) -> Path:
    """Return the path of the archive of attachments beside a backup."""
    return Path(f"{file}.files.zip")


@dataclass(frozen=True)
class BackedUp:
    """The number of attachments in a backup, and the checksums of missing and damaged ones."""

    attachments: int
    missing: tuple[str, ...] = ()
    damaged: tuple[str, ...] = ()


def back_up(url: str, file: Path, data_dir: Path, progress: Progress = _silent) -> BackedUp:
    """Copy the database as of one moment, then the attachments; ``progress`` counts these.

    The bot may run. Both files appear only when they are complete and on disk, and no existing file is changed.
    The attachments come second: each is stored before an answer names it, so all that the copy names should exist.
    """
    source, archive = _source(url, file), archive_of(file)
    with _plainly(file):
        _take_back(file, archive)
        for each in (file, archive):
            if each.exists():
                raise NoBackup(f"{each} is there already: name another file.")
    with _plainly(file), private_folder(file.parent) as folder:
        part, packing = private(folder / file.name), private(folder / archive.name)
        _copy(source, part)
        _check(part, file)
        packed = pack(data_dir, packing, progress)
        missing = _named(part) - packed.sums
        if missing:
            missing &= _named(source)  # not if it was removed since
        on_disk(part)
        if packed.sums:
            finish(packing, archive)
        try:
            finish(part, file)
        except BaseException:
            if packed.sums:
                archive.unlink()
            raise
    return BackedUp(len(packed.sums), tuple(sorted(missing)), tuple(sorted(packed.damaged)))


def _take_back(file: Path, archive: Path) -> None:
    """Delete an archive whose backup was killed before its database was written; the leftover folder tells."""
    for folder in leftovers(file.parent):
        if (folder / file.name).exists() and not (folder / archive.name).exists() and not file.exists():
            archive.unlink(missing_ok=True)


def restore(url: str, file: Path, data_dir: Path, progress: Progress = _silent) -> int:
    """Restore a backup into an empty place; returns the number of attachments.

    Everything is checked before anything is changed. The attachments come first, as answers refer to them.
    """
    target = file_of(url)
    if target is None:
        raise NoBackup(
            "Restore is for SQLite; for PostgreSQL: pg_restore --single-transaction --no-owner "
            f"--dbname={_libpq(url)} {quote(str(file))}"
        )
    if not is_there(file):
        raise NoBackup(f"There is no file {file}.")
    archive = archive_of(file)
    with _plainly(file):
        _check(file, file)
        if is_there(archive):
            check_archive(archive, progress)
    with _plainly(target):
        _refuse_what_is_in_use(target)
        with unpacked(archive, data_dir, progress) if is_there(archive) else nullcontext(0) as restored:
            _put_back(file, target)
    return restored


def _libpq(url: str) -> str:
    """Write the address for PostgreSQL's own tools, without the password: they ask for it or read ~/.pgpass."""
    address = parsed(url)
    there = URL.create(
        "postgresql", address.username, None, address.host, address.port, address.database, address.query
    )
    return quote(there.render_as_string())


def _source(url: str, file: Path) -> Path:
    source = file_of(url)
    if source is None:
        raise NoBackup(
            f"Backup is for SQLite; for PostgreSQL: pg_dump --format=custom --file={quote(str(file))} {_libpq(url)}"
        )
    if not is_there(source):
        raise NoBackup(f"There is no database {source}.")
    return source


@contextmanager
def _plainly(file: Path) -> Iterator[None]:
    """Turn an error of the disk or of SQLite into one line."""
    try:
        yield
    except OSError as error:
        raise NoBackup(f"{error.filename or file} cannot be used: {error.strerror}.") from error
    except sqlite3.Error as error:
        raise NoBackup(f"{file} cannot be used: {error}.") from error


def _copy(source: Path, part: Path) -> None:
    """Copy in one transaction, and fold the log into the copy, so that it is one file."""
    with closing(_reading(source)) as reading, closing(sqlite3.connect(part)) as writing:
        reading.backup(writing)
        writing.execute("PRAGMA journal_mode=DELETE")


def _check(found: Path, file: Path) -> None:
    """Raise ``NoBackup`` for a file that is damaged, of another program, or of a newer version."""
    with closing(_reading(found)) as reading:
        if reading.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise NoBackup(f"{file} is damaged: PRAGMA integrity_check says what is wrong with it.")
        if not are_ours(tables_of(reading)):
            raise NoBackup(f"{file} is no database of this program.")
        present = [revision for (revision,) in reading.execute("SELECT version_num FROM alembic_version")]
    if unknown := unknown_revisions(present):
        revision = ", ".join(sorted(unknown))
        raise NoBackup(
            f"{file} was written by a newer version of this program (its revision is {revision}): update the program."
        )


def _named(found: Path) -> set[str]:
    """Return the checksums of all attachments in drafts and history."""
    with closing(_reading(found)) as reading:
        return {sha256 for query in _NAMING for (body,) in reading.execute(query) for sha256 in _SHA256.findall(body)}


def _refuse_what_is_in_use(target: Path) -> None:
    """Raise ``NoBackup`` if the database has any row; a missing or new one is fine.

    It is opened for writing, so that SQLite undoes a restore that was killed.
    """
    if not target.exists() or not target.stat().st_size:
        return
    with closing(_opened(target, "rw")) as reading:
        tables = tables_of(reading) - {"alembic_version", "sqlite_sequence"}
        for table in sorted(name for name in tables if not name.startswith(SEARCH)):
            if reading.execute(f'SELECT 1 FROM "{table}" LIMIT 1').fetchone():  # noqa: S608 - a name that it gave itself
                raise NoBackup(f"{target} is not empty: move {target.name}* away first, or set another DATABASE_URL.")


def _put_back(file: Path, target: Path) -> None:
    """Copy in one transaction, so that a killed restore leaves nothing."""
    with suppress(FileExistsError):
        private(target)
    with closing(_reading(file)) as reading, closing(_opened(target, "rw")) as writing:
        reading.backup(writing)


def _reading(path: Path) -> sqlite3.Connection:
    return _opened(path, "ro")


def _opened(path: Path, mode: Literal["ro", "rw"]) -> sqlite3.Connection:
    """Open an existing database; by default SQLite would create a missing one."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=BUSY_MS / 1000)
