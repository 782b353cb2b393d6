"""Backups of an SQLite database and of the attachments: taken while the bot runs, checked before they are believed."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from shlex import quote
from typing import Literal

from sqlalchemy import URL

from storage.archive import NoBackup, check_archive, pack, unpacked
from storage.engines import parsed
from storage.files import BUSY_MS, are_ours, tables_of
from storage.growing import finish, left_in, on_disk, private, workshop
from storage.holding import file_of, is_there
from storage.schema import unknown_revisions

_NAMING = ("SELECT body FROM drafts", "SELECT body FROM history WHERE what = 'file_kept'")
_SHA256 = re.compile(r'"sha256":"([0-9a-f]{64})"')
"""How an attachment stands in what pydantic writes; in people's words a quotation mark has a backslash before it."""


def archive_of(file: Path) -> Path:
    """Name the archive of the attachments that lies beside a backup."""
    return Path(f"{file}.files.zip")


@dataclass(frozen=True)
class BackedUp:
    """How many attachments came along, and the sums of those that the database names and that are not whole."""

    attachments: int
    missing: tuple[str, ...] = ()
    damaged: tuple[str, ...] = ()


def back_up(url: str, file: Path, data_dir: Path) -> BackedUp:
    """Copy the database as it is at one moment, then the attachments.

    People may write meanwhile. Neither file is there before it is whole and on disk, and none that is there is touched.
    The attachments come second: one is stored before an answer names it, so each that the copy names should be there.
    """
    source, archive = _source(url, file), archive_of(file)
    with _plainly(file):
        _take_back(file, archive)
        for each in (file, archive):
            if each.exists():
                raise NoBackup(f"{each} is there already: name another file.")
    with _plainly(file), workshop(file.parent) as folder:
        part, packing = private(folder / file.name), private(folder / archive.name)
        _copy(source, part)
        _check(part, file)
        packed = pack(data_dir, packing)
        missing = _named(part) - packed.sums
        if missing:
            missing &= _named(source)  # somebody may have taken it away since
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
    """Take away an archive whose backup was killed before the database beside it was there: its folder tells."""
    for folder in left_in(file.parent):
        if (folder / file.name).exists() and not (folder / archive.name).exists() and not file.exists():
            archive.unlink(missing_ok=True)


def restore(url: str, file: Path, data_dir: Path) -> int:
    """Bring a backup back into an empty place; returns how many attachments came along.

    All is checked before anything is changed; the attachments come first, as an answer counts only when they are there.
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
            check_archive(archive)
    with _plainly(target):
        _refuse_what_is_in_use(target)
        with unpacked(archive, data_dir) if is_there(archive) else nullcontext(0) as restored:
            _put_back(file, target)
    return restored


def _libpq(url: str) -> str:
    """Write the address for PostgreSQL's own tools, which ask for the password or read ~/.pgpass."""
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
    """Say in one line what the disk or SQLite says."""
    try:
        yield
    except OSError as error:
        raise NoBackup(f"{error.filename or file} cannot be used: {error.strerror}.") from error
    except sqlite3.Error as error:
        raise NoBackup(f"{file} cannot be used: {error}.") from error


def _copy(source: Path, part: Path) -> None:
    """Copy in one go, as seen by one transaction; the log is folded in, so that the copy is one file."""
    with closing(_reading(source)) as reading, closing(sqlite3.connect(part)) as writing:
        reading.backup(writing)
        writing.execute("PRAGMA journal_mode=DELETE")


def _check(found: Path, file: Path) -> None:
    """Refuse what is damaged, what is another program's, and what a newer version wrote."""
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
    """Give the sums of all attachments that drafts and history name."""
    with closing(_reading(found)) as reading:
        return {sha256 for query in _NAMING for (body,) in reading.execute(query) for sha256 in _SHA256.findall(body)}


def _refuse_what_is_in_use(target: Path) -> None:
    """Refuse a database with anything in it; one that is not there, or that was just made, has room.

    It is opened to be written: of a restore that was killed SQLite undoes what is there.
    """
    if not target.exists() or not target.stat().st_size:
        return
    with closing(_opened(target, "rw")) as reading:
        for table in sorted(tables_of(reading) - {"alembic_version", "sqlite_sequence"}):
            if reading.execute(f'SELECT 1 FROM "{table}" LIMIT 1').fetchone():  # noqa: S608 - a name that it gave itself
                raise NoBackup(f"{target} is not empty: restore wants a new place.")


def _put_back(file: Path, target: Path) -> None:
    """Copy in one transaction of SQLite's: whole, or not at all."""
    with suppress(FileExistsError):
        private(target)
    with closing(_reading(file)) as reading, closing(_opened(target, "rw")) as writing:
        reading.backup(writing)


def _reading(path: Path) -> sqlite3.Connection:
    return _opened(path, "ro")


def _opened(path: Path, mode: Literal["ro", "rw"]) -> sqlite3.Connection:
    """Open a database that is there: SQLite would make one where there is none."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=BUSY_MS / 1000)
