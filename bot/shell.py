"""What the commands of ``practice-bot`` do; each gives its exit code."""

import asyncio
import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from telegram.error import InvalidToken, TelegramError

from bot.application import running
from bot.garbage import collected_seldom
from bot.listening import addresses
from bot.logs import set_up
from bot.plain import PlainBot
from bot.requests import AiohttpRequest
from bot.settings import Settings, WrongSetting, read_settings
from bot.stopping import until_signal
from bot.wiring import build
from storage import CannotOpen, Database, NoDatabase, held
from storage.exports import OWN, BrokenLayout, check_layout

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
        for sentence in settings.unsaid:
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
    for sentence in settings.unsaid:
        print_line(f"privacy: {sentence}")
    found = [("database", await _database_state(settings)), ("token", await _token_state(settings))]
    if problem := await _layout_problem(settings):
        found.append(("word form", problem))
    for name, state in found:
        print_line(f"{name}: {state}")
    return 0 if not settings.unsaid and all(state.startswith("ok") for _, state in found) else 1


async def _layout_problem(settings: Settings) -> str | None:
    """Say why Word forms cannot be laid out; nothing where they can."""
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
    database = await Database.open(settings.database_url, make=make)
    try:
        yield database
    finally:
        await database.close()


def print_line(line: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{line}\n")
