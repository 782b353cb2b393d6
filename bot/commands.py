"""The command menu, by role and scope."""

import logging
from collections.abc import Iterable

from telegram import Bot, BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats, BotCommandScopeChat
from telegram.error import TelegramError

from bot.logs import fields, places
from storage import Person, Role

_PRACTITIONER = (
    ("start", "Go on where you were"),
    ("new", "Begin another practice"),
    ("drafts", "Choose one of your practices"),
    ("overview", "The 16 sections and how far each is"),
    ("summary", "All your answers, to check and submit"),
    ("back", "The question before this one"),
    ("skip", "Leave out an optional question"),
    ("help", "What I can do"),
)

_COORDINATOR = (
    ("queue", "What waits for review"),
    ("notify", "How often you hear of news"),
    *_PRACTITIONER,
)

MENUS: dict[Role, tuple[tuple[str, str], ...]] = {
    "practitioner": _PRACTITIONER,
    "coordinator": _COORDINATOR,
    "admin": _COORDINATOR,
}
"""What each role finds in its menu: a line for each command that works."""

_LOG = logging.getLogger(__name__)


async def set_menus(bot: Bot, people: Iterable[Person]) -> None:
    """Set the menu of all private chats and of those who have another one, none in groups; a failure is logged."""
    try:
        await bot.set_my_commands(_menu("practitioner"), scope=BotCommandScopeAllPrivateChats())
        await bot.delete_my_commands(scope=BotCommandScopeAllGroupChats())
    except TelegramError as error:
        _LOG.warning("the command menu is not set", extra=fields(error=places(error)))
    for person in people:
        if person.chat_id is not None and MENUS[person.role] != MENUS["practitioner"]:
            await _set_menu_of(bot, person.chat_id, person.role)


async def _set_menu_of(bot: Bot, chat_id: int, role: Role) -> None:
    try:
        await bot.set_my_commands(_menu(role), scope=BotCommandScopeChat(chat_id))
    except TelegramError as error:
        _LOG.warning("a command menu is not set", extra=fields(chat=chat_id, error=places(error)))


def _menu(role: Role) -> list[BotCommand]:
    return [BotCommand(name, what) for name, what in MENUS[role]]
