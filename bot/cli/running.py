"""The commands ``run`` and ``check``, and what all commands use: the database, the bot's name, printing."""

import asyncio
import gc
import logging
import os
import sys
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from errno import EDQUOT, EEXIST, ENOSPC, ENOTDIR
from pathlib import Path

from telegram.error import InvalidToken, TelegramError

from bot.app import build, running
from bot.cli.printing import GREEN, RED, coloured, print_line
from bot.logs import set_up
from bot.settings import Settings, WrongSetting, env_file, read_settings
from bot.telegram.client import PlainBot, addresses
from bot.telegram.http_request import AiohttpRequest
from bot.telegram.stopping import until_signal
from storage import Blobs, CannotOpen, Database, NoDatabase, file_of, held, is_there
from storage.exports import OWN, BrokenLayout, can_make_pdf
from storage.pictures import can_draw

COLLECTION = (10_000, 10, 10)
"""Garbage collection after so many new objects, every tenth time of older ones too; Python's default is 700, 10, 10."""


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
    with held(settings.database_url), rare_collection():
        _try_out_files(settings)
        for sentence in (*settings.missing_operator, *settings.relative_paths):
            _LOG.warning("%s", sentence)
        async with opened(settings, make=True) as database, running(build(settings, database)):
            await asyncio.Event().wait()


@contextmanager
def rare_collection() -> Iterator[None]:
    """Collect garbage rarely in the block: a turn makes a thousand objects, and next to none are in a circle."""
    before = gc.get_threshold()
    gc.set_threshold(*COLLECTION)
    try:
        yield
    finally:
        gc.set_threshold(*before)


async def check() -> int:
    """Check the settings, the operator's name, the database, the token and the Word form; return 1 if one fails."""
    try:
        settings = read_settings()
    except WrongSetting as error:
        _print_state("settings", str(error))
        print_line(f"Next: correct it in .env or in the environment, then {_CHECK}")
        return 1
    set_up("ERROR", settings.log_format, settings.bot_token.get_secret_value() if settings.bot_token else "")
    _print_state("settings", "ok")
    found = [
        *((".env", f"others can read it: chmod 600 {path}") for path in _open_to_others()),
        *(("privacy", sentence) for sentence in settings.missing_operator),
        ("database", await _database_state(settings)),
        ("attachments", _files_state(settings)),
        ("token", await _token_state(settings)),
    ]
    if problem := await _layout_problem(settings):
        found.append(("word form", problem))
    for sentence in settings.relative_paths:
        print_line(f"settings: {sentence}")
    if not can_draw():
        found.append(("pictures", "ok, none: /stats sends text; pip install 'practice-bot[pictures]' adds the picture"))
    if not can_make_pdf():
        found.append(("pdf", "ok, none: exports have the other formats; pip install 'practice-bot[pdf]' adds PDF"))
    for name, state in found:
        _print_state(name, state)
    wrong = [name for name, state in found if not _is_ok(state)]
    print_line(f"Next: {_next_step(settings, wrong)}")
    return 1 if wrong else 0


_CHECK = "run: practice-bot check"


def _next_step(settings: Settings, wrong: Sequence[str]) -> str:
    if not wrong:
        return "start the bot: practice-bot run"
    if settings.bot_token is None and env_file() is None:
        return "run practice-bot init, which asks for the token and writes .env"
    if settings.bot_token is None:
        return f"set BOT_TOKEN in .env to the token that @BotFather gave, then {_CHECK}"
    return f"fix {', '.join(dict.fromkeys(wrong))} as the lines above say, then {_CHECK}"


def _print_state(name: str, state: str) -> None:
    print_line(f"{name}: {coloured(state, GREEN if _is_ok(state) else RED, sys.stdout)}")


def _is_ok(state: str) -> bool:
    return state == "ok" or state.startswith("ok,")


def _open_to_others() -> Iterator[Path]:
    """Yield the file of settings, which holds the token, if others than its owner can read or change it."""
    path = env_file()
    if path is not None and os.name == "posix" and path.stat().st_mode & 0o077:  # Windows has no such modes
        yield path.absolute()


def _files_state(settings: Settings) -> str:
    try:
        Blobs(settings.data_dir).try_out()
    except OSError as error:
        return _unusable(settings.data_dir, error)
    return "ok"


def _try_out_files(settings: Settings) -> None:
    """Refuse to run if no file can be stored; a full disk is no reason, as it may get free again."""
    try:
        Blobs(settings.data_dir).try_out()
    except OSError as error:
        if error.errno not in {ENOSPC, EDQUOT}:
            raise WrongSetting(_unusable(settings.data_dir, error)) from None


def _unusable(folder: Path, error: OSError) -> str:
    why = "it is no folder" if error.errno in {EEXIST, ENOTDIR} else error.strerror
    return f"DATA_DIR should be a folder that can be written to: {folder.absolute()}: {why}"


async def _layout_problem(settings: Settings) -> str | None:
    """Return why Word forms cannot be laid out; ``None`` if they can."""
    from storage.exports.layout import check_layout  # noqa: PLC0415 - its libraries take 9 MiB; most starts try no layout

    try:
        await asyncio.to_thread(check_layout, settings.word_layout or OWN)
    except BrokenLayout as error:
        return layout_sentence(settings, error)
    return None


def layout_sentence(settings: Settings, error: BrokenLayout) -> str:
    """Say what is wrong with a layout, with the name of the setting if it has one."""
    return f"WORD_LAYOUT should be a .docx that lays out the form: {error}" if settings.word_layout else str(error)


async def _database_state(settings: Settings) -> str:
    try:
        async with opened(settings):
            return "ok"
    except NoDatabase:
        path = file_of(settings.database_url)
        if path is not None and not os.access(folder := path.absolute().parent, os.W_OK):
            return f"{path} cannot be made: you may not write to {folder}"
        return "ok, it is made at the first start"
    except CannotOpen as error:
        return str(error)


async def _token_state(settings: Settings) -> str:
    try:
        return f"ok, @{await username(settings)}"
    except WrongSetting as error:
        return str(error)


async def username(settings: Settings) -> str:
    """Ask the Bot API for the bot's username; raises ``WrongSetting``."""
    try:
        async with PlainBot(settings.token, request=AiohttpRequest(1), **addresses(settings.bot_api_url)) as bot:
            return bot.username
    except InvalidToken:
        raise WrongSetting("the Bot API refuses BOT_TOKEN; it should be the token that @BotFather gave") from None
    except TelegramError as error:
        fix = "check the network and BOT_API_URL" if settings.bot_api_url else "check the network"
        raise WrongSetting(f"the Bot API cannot be reached ({type(error).__name__}): {fix}") from None


@asynccontextmanager
async def opened(settings: Settings, *, make: bool = False) -> AsyncIterator[Database]:
    """Open the database of the settings, and close it at the end; ``make`` makes it if it does not exist."""
    path = file_of(settings.database_url)
    is_new = path is not None and not (is_there(path) and path.stat().st_size)
    database = await Database.open(settings.database_url, make=make)
    if path is not None and is_new:  # perhaps the command was started in a wrong folder
        _LOG.warning("%s was not there: a new database was made", path.absolute())
    try:
        yield database
    finally:
        await database.close()


def missing_in(settings: Settings, sha256: str) -> str:
    """Say that a file of the database is not on the disk."""
    return f"attachment {sha256} is missing in DATA_DIR, {settings.data_dir.absolute()}"
