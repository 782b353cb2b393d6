"""Garbage: how often Python looks for objects that only hold each other."""

import asyncio
import gc
import logging
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from errno import EDQUOT, EEXIST, ENOSPC, ENOTDIR
from pathlib import Path

from telegram.error import InvalidToken, TelegramError

from bot.app import build, running
from bot.logs import set_up
from bot.settings import Settings, WrongSetting, env_file, read_settings
from bot.telegram.calls import PlainBot
from bot.telegram.client import AiohttpRequest
from bot.telegram.receiving import addresses
from bot.telegram.stopping import until_signal
from storage import Blobs, CannotOpen, Database, NoDatabase, file_of, held, is_there
from storage.exports import OWN, BrokenLayout

_EVERY = (10_000, 10, 10)
"""New objects between two looks at the newest; every tenth look goes on to older ones. Python's own is 700, 10, 10."""


@contextmanager
def kept_whole() -> Iterator[None]:
    """Let what is made while a block runs stay for good: no look at it, not in the block, not later, not at the end.

    That is for imports. Looking through all of them over and over was 0.6 s of the 1.7 s of computing that a command
    took which did nothing else.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


@contextmanager
def collected_seldom() -> Iterator[None]:
    """Look seldom while a block runs: a turn makes a thousand objects, and next to none of them in a circle."""
    before = gc.get_threshold()
    gc.set_threshold(*_EVERY)
    try:
        yield
    finally:
        gc.set_threshold(*before)


_LOG = logging.getLogger(__name__)


async def run() -> int:
    """Run the bot until SIGTERM or SIGINT."""
    settings = read_settings()
    set_up(settings.log_level, settings.log_format, settings.token)
    if settings.word_layout is not None and (problem := await _layout_problem(settings)):
        raise WrongSetting(problem)
    await until_signal(_serve(settings))
    return 0


async def _serve(settings: Settings) -> None:
    with held(settings.database_url), collected_seldom():
        _try_out_files(settings)
        for sentence in (*settings.unsaid, *settings.unplaced):
            _LOG.warning("%s", sentence)
        async with opened(settings, make=True) as database, running(build(settings, database)):
            await asyncio.Event().wait()


async def check() -> int:
    """Check settings, what people are told of the operator, database, token and Word form; 1 where one fails."""
    try:
        settings = read_settings()
    except WrongSetting as error:
        print_line(f"settings: {error}")
        return 1
    set_up("ERROR", settings.log_format, settings.bot_token.get_secret_value() if settings.bot_token else "")
    print_line("settings: ok")
    found = [
        *((".env", f"others can read it: chmod 600 {path}") for path in _open_to_others()),
        *(("privacy", sentence) for sentence in settings.unsaid),
        ("database", await _database_state(settings)),
        ("attachments", _files_state(settings)),
        ("token", await _token_state(settings)),
    ]
    if problem := await _layout_problem(settings):
        found.append(("word form", problem))
    for sentence in settings.unplaced:
        print_line(f"settings: {sentence}")
    for name, state in found:
        print_line(f"{name}: {state}")
    return 0 if all(state.startswith("ok") for _, state in found) else 1


def _open_to_others() -> Iterator[Path]:
    """Give the file of settings, in which the token stands, where others than its owner may read or change it."""
    path = env_file()
    if path is not None and path.stat().st_mode & 0o077:
        yield path.absolute()


def _files_state(settings: Settings) -> str:
    try:
        Blobs(settings.data_dir).try_out()
    except OSError as error:
        return _unusable(settings.data_dir, error)
    return "ok"


def _try_out_files(settings: Settings) -> None:
    """Refuse to run where no file could be kept; a full disk passes."""
    try:
        Blobs(settings.data_dir).try_out()
    except OSError as error:
        if error.errno not in {ENOSPC, EDQUOT}:
            raise WrongSetting(_unusable(settings.data_dir, error)) from None


def _unusable(folder: Path, error: OSError) -> str:
    why = "it is no folder" if error.errno in {EEXIST, ENOTDIR} else error.strerror
    return f"DATA_DIR should be a folder that can be written to: {folder.absolute()}: {why}"


async def _layout_problem(settings: Settings) -> str | None:
    """Say why Word forms cannot be laid out; nothing where they can."""
    from storage.exports.layout import check_layout  # noqa: PLC0415 - its libraries take 9 MiB; most starts try no layout

    try:
        await asyncio.to_thread(check_layout, settings.word_layout or OWN)
    except BrokenLayout as error:
        return layout_sentence(settings, error)
    return None


def layout_sentence(settings: Settings, error: BrokenLayout) -> str:
    """Name the setting, where there is one, and say what it should be."""
    return f"WORD_LAYOUT should be a .docx that lays out the form: {error}" if settings.word_layout else str(error)


async def _database_state(settings: Settings) -> str:
    try:
        async with opened(settings):
            return "ok"
    except NoDatabase:
        return "ok, it is made at the first start"
    except CannotOpen as error:
        return str(error)


async def _token_state(settings: Settings) -> str:
    try:
        return f"ok, @{await username(settings)}"
    except WrongSetting as error:
        return str(error)


async def username(settings: Settings) -> str:
    """Ask the Bot API what the bot is called; raises ``WrongSetting``."""
    try:
        async with PlainBot(settings.token, request=AiohttpRequest(1), **addresses(settings.bot_api_url)) as bot:
            return bot.username
    except InvalidToken:
        raise WrongSetting("the Bot API refuses BOT_TOKEN; it should be the token that @BotFather gave") from None
    except TelegramError as error:
        raise WrongSetting(f"the Bot API cannot be reached ({type(error).__name__})") from None


@asynccontextmanager
async def opened(settings: Settings, *, make: bool = False) -> AsyncIterator[Database]:
    """Open the database of the settings, and close it at the end; it has to be there, unless it may be made."""
    path = file_of(settings.database_url)
    is_new = path is not None and not (is_there(path) and path.stat().st_size)
    database = await Database.open(settings.database_url, make=make)
    if path is not None and is_new:  # also where a command was started in another folder than was meant
        _LOG.warning("%s was not there: a new database was made", path.absolute())
    try:
        yield database
    finally:
        await database.close()


def missing_in(settings: Settings, sha256: str) -> str:
    """Say that an attachment which the database names is not on the disk."""
    return f"attachment {sha256} is missing in DATA_DIR, {settings.data_dir.absolute()}"


def print_line(line: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{line}\n")
