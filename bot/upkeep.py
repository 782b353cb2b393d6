"""Commands for those who look after the bot: what failed, and what is to be tried again."""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.clock import now
from bot.logs import brief, chat_hash
from bot.settings import read_settings
from bot.shell import missing_in, opened, print_line
from storage import Failures, archive_of, back_up, held
from storage import copy as copy_all
from storage import restore as bring_back


async def failed() -> int:
    """List the updates that were set aside, a line each."""
    settings = read_settings()
    token = settings.bot_token.get_secret_value() if settings.bot_token else ""
    async with opened(settings) as database:
        failures = await Failures(database).all()
    for each in failures:
        chat = chat_hash(each.chat_id, token)
        times = "1 attempt" if each.attempts == 1 else f"{each.attempts} attempts"
        gone = ", emptied since" if each.emptied else ""
        print_line(f"{each.update_id} chat={chat} {each.at:%Y-%m-%d %H:%M} UTC, {times}{gone}: {brief(each.error)}")
    if not failures:
        print_line("Nothing was set aside.")
    return 0


async def retry(update_ids: Sequence[int]) -> int:
    """Let updates that were set aside wait again; 1 where there is one that was not."""
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
    """Copy the database and the attachments; the bot may run. Return 1 where an attachment is missing or damaged."""
    settings = read_settings()
    done = await asyncio.to_thread(back_up, settings.database_url, file, settings.data_dir)
    print_line(f"{file} has the database")
    if done.attachments:
        print_line(f"{archive_of(file)} has the {_attachments(done.attachments)} of it; keep the two together")
    for sha256 in done.missing:
        sys.stderr.write(f"practice-bot: {missing_in(settings, sha256)}\n")
    for sha256 in done.damaged:
        sys.stderr.write(f"practice-bot: attachment {sha256} is damaged in DATA_DIR, {settings.data_dir.absolute()}\n")
    return 1 if done.missing or done.damaged else 0


async def restore(file: Path) -> int:
    """Bring a backup back into an empty place, and up to date."""
    settings = read_settings()
    with held(settings.database_url):
        restored = await asyncio.to_thread(bring_back, settings.database_url, file, settings.data_dir)
        async with opened(settings):
            print_line(f"The database is back, with {_attachments(restored)}.")
    return 0


async def copy(source: str, target: str) -> int:
    """Copy a collection into another database; a line for each table, with what both sides hold."""
    for table in await copy_all(source, target):
        print_line(f"{table.name}: {'1 row' if table.rows == 1 else f'{table.rows} rows'}, {table.digest[:16]}")
    print_line("Both have the same rows. Attachments are no part of a database: they stay in DATA_DIR.")
    return 0


def _attachments(number: int) -> str:
    return "1 attachment" if number == 1 else f"{number} attachments"
