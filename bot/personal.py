"""The commands of ``practice-bot`` about one person's data, for somebody who cannot ask for it in the chat."""

import asyncio
import os
import shutil
import sys
from collections.abc import Iterable
from errno import EEXIST
from pathlib import Path

from sqlalchemy import Connection

from bot.clock import now
from bot.settings import Settings, WrongSetting, read_settings
from bot.shell import missing_in, opened, print_line
from conversations.refusals import counted
from storage import Blobs, Database, LastAdmin, conversation_of, hold_roles, is_last_admin
from storage.forgetting import forget_from_outside
from storage.growing import finish, private, workshop
from storage.kept import Plain, kept_of, written_as

_LAST_ADMIN = (
    "{} is the last admin, and nothing was deleted: make somebody else an admin first, or say --last-admin; "
    "after that roles can be given only from the shell"
)


async def my_data(user_id: int, folder: Path) -> int:
    """Write what is kept about a person into a new folder, with the files that they sent; 1 where one is missing."""
    settings = read_settings()
    async with opened(settings) as database:
        kept = await database.ask(kept_of, user_id, user_id, frozenset(settings.admin_ids), now())
    blobs = Blobs(settings.data_dir)
    missing = [file["sha256"] for file in kept["files"] if not blobs.path(file["sha256"]).is_file()]
    await asyncio.to_thread(_write, kept, folder, blobs)
    files = counted(len(kept["files"]) - len(missing), "file")
    print_line(f"{folder}: my-data.json, my-data.html and {files} of {user_id}")
    for sha256 in missing:
        sys.stderr.write(f"practice-bot: {missing_in(settings, sha256)}\n")
    return 1 if missing else 0


def _write(kept: Plain, folder: Path, blobs: Blobs) -> None:
    try:
        if folder.exists():
            raise FileExistsError(EEXIST, os.strerror(EEXIST))
        with workshop(folder.parent) as place:
            part = place / folder.name
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


async def forget(user_id: int, *, withdraw: bool, sure: bool, last_admin: bool) -> int:
    """Delete what is kept about a person, or say what would go; 1 where nothing was deleted.

    Raises ``LastAdmin`` where nobody would be an admin any more, unless ``last_admin`` says that this is meant.
    """
    settings = read_settings()
    async with opened(settings) as database:
        drafts = (await conversation_of(database, user_id)).drafts
        staying = [draft.reference for draft in drafts if draft.status == "approved" and not withdraw]
        going = counted(len(drafts) - len(staying), "practice")
        print_line(f"{user_id}: {going} to delete; {len(staying)} to stay published")
        if user_id in settings.admin_ids:
            print_line(f"{user_id} stays an admin by ADMIN_IDS; take the number out of there, and start the bot again")
        if await database.ask(is_last_admin, user_id, settings.admin_ids) and not last_admin:
            raise LastAdmin(_LAST_ADMIN.format(user_id))
        if not sure:
            print_line("nothing was deleted; --yes does it, and --withdraw takes what is published along")
            return 1
        await _forget(database, settings, user_id, withdraw=withdraw, last_admin=last_admin)
    print_line("deleted; a running bot deletes files and messages within seconds, otherwise the next start does")
    return 0


async def _forget(database: Database, settings: Settings, user_id: int, *, withdraw: bool, last_admin: bool) -> None:
    admins = frozenset(settings.admin_ids)

    def forgotten(connection: Connection) -> None:
        hold_roles(connection)
        if not last_admin and is_last_admin(connection, user_id, admins):  # the other one may have gone since
            raise LastAdmin(_LAST_ADMIN.format(user_id))
        forget_from_outside(connection, user_id, admins, now(), withdraw=withdraw)

    await database.change(forgotten)
    await database.overwritten()
