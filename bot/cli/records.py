"""The commands on stored data: exports, roles, a person's data, failed updates, backups."""

import asyncio
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from errno import EEXIST
from pathlib import Path
from typing import IO

from sqlalchemy import Connection

from bot.cli.printing import print_line, progress
from bot.cli.running import layout_sentence, missing_in, opened, username
from bot.clock import now
from bot.logs import chat_hash, set_up, shortened
from bot.settings import Settings, WrongSetting, read_settings
from conversations.admin import audit_texts, texts
from conversations.dialogue.model import Reviewer
from conversations.fields import texts as fields_texts
from storage import (
    Audit,
    Blobs,
    Database,
    Failures,
    Invites,
    LastAdmin,
    People,
    Person,
    Role,
    archive_of,
    back_up,
    conversation_of,
    held,
    hold_roles,
    is_last_admin,
)
from storage import copy as copy_all
from storage import restore as bring_back
from storage.exports import BrokenLayout, CannotExport, NoForms, Wanted, export, written
from storage.exports.gone import as_bytes, gone_since
from storage.file_writing import finish, private, private_folder
from storage.privacy.data_export import Plain, data_of, written_as
from storage.privacy.erasure import erase_from_shell

STDOUT = "-"

_STREAMED = ("json", "csv")


async def write(wanted: Wanted, out: str) -> int:
    """Write submissions to a file; return 1 if a wanted reference is not among them."""
    settings = read_settings()
    wanted = wanted.model_copy(update={"layout": settings.word_layout, "made": now().date()})
    async with opened(settings) as database:
        try:
            with _file(wanted, out) as file, _setting_named(settings), progress("export") as shown:
                done = await export(database, Blobs(settings.data_dir), wanted, file, shown)
        except NoForms:
            _print_missing(wanted.references, wanted)
            raise
    _print_missing(done.missing, wanted)
    if out != STDOUT:
        print_line(f"{out} has {fields_texts.submissions(done.count)} of {_selection(wanted)}")
    return 1 if done.missing else 0


async def write_gone(manifest: Path, wanted: Wanted, out: str) -> int:
    """Write what is gone since the package of a manifest."""
    form = wanted.format
    if form not in _STREAMED:
        raise CannotExport(f"What is gone is written as {' or '.join(_STREAMED)}, not as {form}.")
    async with opened(read_settings()) as database:
        found = await gone_since(database, manifest)
    with _file(wanted, out) as file:
        file.write(as_bytes(form, found))
    if out != STDOUT:
        print_line(f"{out} has {fields_texts.practices(len(found))} that {'is' if len(found) == 1 else 'are'} gone")
    return 0


def _print_missing(references: Iterable[str], wanted: Wanted) -> None:
    for reference in references:
        sys.stderr.write(f"practice-bot: {reference} is not among {_selection(wanted)}\n")


@contextmanager
def _setting_named(settings: Settings) -> Iterator[None]:
    """Name the setting in the error of a broken layout."""
    try:
        yield
    except BrokenLayout as error:
        raise CannotExport(layout_sentence(settings, error)) from error


def _file(wanted: Wanted, out: str) -> AbstractContextManager[IO[bytes]]:
    if out != STDOUT:
        return written(Path(out))
    if wanted.format not in _STREAMED:
        raise CannotExport(f"Standard output is for {' and '.join(_STREAMED)}: name a file for {wanted.format}.")
    return _stdout()


@contextmanager
def _stdout() -> Iterator[IO[bytes]]:
    try:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CannotExport(f"Standard output cannot be written: {error.strerror}.") from error


def _selection(wanted: Wanted) -> str:
    statuses = ", ".join(status.replace("_", " ") for status in wanted.statuses)
    since = f" since {wanted.since}" if wanted.since else ""
    theme = f" with the theme {wanted.theme}" if wanted.theme else ""
    country = f" from {wanted.country}" if wanted.country else ""
    return f"those that are {statuses}{since}{theme}{country} (--status asks for others)"


async def give_role(user_id: int, role: Role) -> int:
    """Give a person a role; admins of the settings stay admins."""
    settings = read_settings()
    if user_id in settings.admin_ids and role != "admin":
        raise WrongSetting(f"{user_id} is an admin by ADMIN_IDS; take the number out of there, and start the bot again")
    async with opened(settings, make=True) as database:  # the first admin may come before the first start
        await _people(settings, database).give(user_id, role, None, now())
    print_line(f"{user_id} is {role}")
    return 0


async def list_people() -> int:
    """List everyone, with the role, its day and its giver."""
    settings = read_settings()
    async with opened(settings) as database:
        for person in await _people(settings, database).all():
            print_line(f"{person.user_id} {person.role} since {person.since:%Y-%m-%d}{_by(person, settings)}")
    return 0


def _by(person: Person, settings: Settings) -> str:
    if person.user_id in settings.admin_ids:
        return " by the settings"
    if person.role == "practitioner":
        return ""
    giver = {None: texts.SHELL, 0: texts.GONE}.get(person.given_by, str(person.given_by))
    return f" by {giver}" if person.invitation is None else f" by invitation {person.invitation} of {giver}"


async def invite(role: Reviewer) -> int:
    """Print a link that gives a role once."""
    settings = read_settings()
    set_up("ERROR", settings.log_format, settings.token)
    called = await username(settings)  # first: without it no invitation is made
    async with opened(settings, make=True) as database:
        made = await Invites(database).make(role, now())
    print_line(f"{texts.link(called, made.code)}\n{texts.works_once(role, made.until, now())}")
    return 0


async def print_audit() -> int:
    """Print the audit log, the oldest entry first; times are in UTC, since a log is also read by programs."""
    async with opened(read_settings()) as database:
        async for entry in Audit(database).all():
            print_line(f"{entry.at:%Y-%m-%dT%H:%M:%SZ} {audit_texts.done(entry)}")
    return 0


def _people(settings: Settings, database: Database) -> People:
    return People(database, frozenset(settings.admin_ids))


_LAST_ADMIN = (
    "{} is the last admin, and nothing was deleted: make somebody else an admin first, or say --last-admin; "
    "after that roles can be given only from the shell"
)


async def my_data(user_id: int, folder: Path) -> int:
    """Write a person's data and files into a new folder; return 1 if a file is missing."""
    settings = read_settings()
    async with opened(settings) as database:
        kept = await database.ask(data_of, user_id, user_id, frozenset(settings.admin_ids), now())
    blobs = Blobs(settings.data_dir)
    missing = [file["sha256"] for file in kept["files"] if not blobs.path(file["sha256"]).is_file()]
    await asyncio.to_thread(_write, kept, folder, blobs)
    files = fields_texts.files(len(kept["files"]) - len(missing))
    print_line(f"{folder}: my-data.json, my-data.html and {files} of {user_id}")
    for sha256 in missing:
        sys.stderr.write(f"practice-bot: {missing_in(settings, sha256)}\n")
    return 1 if missing else 0


def _write(kept: Plain, folder: Path, blobs: Blobs) -> None:
    try:
        if folder.exists():
            raise FileExistsError(EEXIST, os.strerror(EEXIST))
        with private_folder(folder.parent) as temporary:
            part = temporary / folder.name
            part.mkdir(mode=0o700)
            for form in ("json", "html"):
                private(part / f"my-data.{form}").write_bytes(written_as(form, kept))
            if kept["files"]:
                (part / "files").mkdir(mode=0o700)
                _copy(kept["files"], part / "files", blobs)
            finish(part, folder)
    except OSError as error:
        raise WrongSetting(f"--out should be a folder that can be made: {folder}: {error.strerror}") from None


def _copy(files: Iterable[Plain], folder: Path, blobs: Blobs) -> None:
    for file in files:
        if blobs.path(file["sha256"]).is_file():
            shutil.copyfile(blobs.path(file["sha256"]), private(folder / file["name"]))


async def erase(user_id: int, *, withdraw: bool, sure: bool, last_admin: bool) -> int:
    """Delete a person's data, if ``sure``, else say what would go; return 1 if nothing was deleted.

    Raises ``LastAdmin`` if no admin would be left, unless ``last_admin`` allows it.
    """
    settings = read_settings()
    async with opened(settings) as database:
        drafts = (await conversation_of(database, user_id)).drafts
        staying = [draft.reference for draft in drafts if draft.status == "approved" and not withdraw]
        going = fields_texts.practices(len(drafts) - len(staying))
        print_line(f"{user_id}: {going} to delete; {len(staying)} to stay published")
        if user_id in settings.admin_ids:
            print_line(f"{user_id} stays an admin by ADMIN_IDS; take the number out of there, and start the bot again")
        if await database.ask(is_last_admin, user_id, settings.admin_ids) and not last_admin:
            raise LastAdmin(_LAST_ADMIN.format(user_id))
        if not sure:
            print_line("nothing was deleted; --yes deletes, and --withdraw deletes published practices too")
            return 1
        await _erase(database, settings, user_id, withdraw=withdraw, last_admin=last_admin)
    print_line("deleted; a running bot deletes files and messages within seconds, otherwise the next start does")
    return 0


async def _erase(database: Database, settings: Settings, user_id: int, *, withdraw: bool, last_admin: bool) -> None:
    admins = frozenset(settings.admin_ids)

    def erased(connection: Connection) -> None:
        hold_roles(connection)
        if not last_admin and is_last_admin(
            connection, user_id, admins
        ):  # asked again under the lock: the other admin may have gone since
            raise LastAdmin(_LAST_ADMIN.format(user_id))
        erase_from_shell(connection, user_id, admins, now(), withdraw=withdraw)

    await database.change(erased)
    await database.overwritten()


async def failed() -> int:
    """List the updates that were set aside."""
    settings = read_settings()
    token = settings.bot_token.get_secret_value() if settings.bot_token else ""
    async with opened(settings) as database:
        failures = await Failures(database).all()
    for each in failures:
        chat = chat_hash(each.chat_id, token)
        times = "1 attempt" if each.attempts == 1 else f"{each.attempts} attempts"
        gone = ", emptied since" if each.emptied else ""
        print_line(f"{each.update_id} chat={chat} {each.at:%Y-%m-%d %H:%M} UTC, {times}{gone}: {shortened(each.error)}")
    if not failures:
        print_line("Nothing was set aside.")
    return 0


async def retry(update_ids: Sequence[int]) -> int:
    """Let updates that were set aside be handled again; return 1 if one was not set aside."""
    async with opened(read_settings()) as database:
        retried = await Failures(database).retry(update_ids, now())
        emptied = {each.update_id for each in await Failures(database).all() if each.emptied}
    for update_id in dict.fromkeys(update_ids):
        if update_id in retried:
            print_line(f"{update_id} waits again; a running bot takes it up in a few seconds")
        else:
            why = "has been emptied since" if update_id in emptied else "was not set aside"
            sys.stderr.write(f"practice-bot: {update_id} {why}; practice-bot failed lists what was\n")
    return 0 if retried.issuperset(update_ids) else 1


async def backup(file: Path) -> int:
    """Copy the database and the attachments; return 1 if an attachment is missing or damaged. The bot may run."""
    settings = read_settings()
    with progress("attachments") as shown:
        done = await asyncio.to_thread(back_up, settings.database_url, file, settings.data_dir, shown)
    print_line(f"{file} has the database")
    if done.attachments:
        print_line(f"{archive_of(file)} has the {_attachments(done.attachments)} of it; keep the two together")
    for sha256 in done.missing:
        sys.stderr.write(f"practice-bot: {missing_in(settings, sha256)}\n")
    for sha256 in done.damaged:
        sys.stderr.write(f"practice-bot: attachment {sha256} is damaged in DATA_DIR, {settings.data_dir.absolute()}\n")
    return 1 if done.missing or done.damaged else 0


async def restore(file: Path) -> int:
    """Restore a backup into an empty database, and bring it up to date."""
    settings = read_settings()
    with held(settings.database_url):
        with progress("attachments") as shown:
            restored = await asyncio.to_thread(bring_back, settings.database_url, file, settings.data_dir, shown)
        async with opened(settings):
            print_line(f"The database is back, with {_attachments(restored)}.")
    return 0


async def copy(source: str, target: str) -> int:
    """Copy all tables into another database; print each with its rows and its checksum."""
    for table in await copy_all(source, target):
        print_line(f"{table.name}: {'1 row' if table.rows == 1 else f'{table.rows} rows'}, {table.digest[:16]}")
    print_line("Both have the same rows. Attachments are no part of a database: they stay in DATA_DIR.")
    return 0


def _attachments(number: int) -> str:
    return "1 attachment" if number == 1 else f"{number} attachments"
