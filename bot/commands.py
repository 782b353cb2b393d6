"""The command menu, by role and scope."""

import logging
from zlib import crc32

from telegram import Bot, BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats, BotCommandScopeChat
from telegram.error import TelegramError

from bot.logs import fields, places
from bot.stopping import PASSES, REFUSALS, Stopping
from storage import People, Role

_PRACTITIONER = (
    ("start", "Go on where you were"),
    ("new", "Begin another practice"),
    ("drafts", "Choose one of your practices"),
    ("overview", "The 16 sections and how far each is"),
    ("summary", "All your answers, to check and submit"),
    ("back", "The question before this one"),
    ("skip", "Leave out an optional question"),
    ("undo", "Take back your last change"),
    ("privacy", "What happens to what you write"),
    ("help", "What I can do"),
    ("mydata", "Everything that is kept about you"),
    ("forget", "Delete everything about you"),
)

_COORDINATOR = (
    ("queue", "What waits for review"),
    ("notify", "How often you hear of news"),
    *_PRACTITIONER,
)

_ADMIN = (
    ("export", "Submissions as a file"),
    ("people", "Who has which role"),
    ("invite", "A link that gives a role"),
    ("stats", "How the collection goes"),
    ("audit", "What was done with roles and exports"),
    *_COORDINATOR,
)

MENUS: dict[Role, tuple[tuple[str, str], ...]] = {
    "practitioner": _PRACTITIONER,
    "coordinator": _COORDINATOR,
    "admin": _ADMIN,
}
"""What each role finds in its menu: a line for each command that works."""

NAMES = frozenset(name for name, _ in _ADMIN) | {"find", "language", "show"}
"""All commands, those too that stand in no menu."""

_LOG = logging.getLogger(__name__)


async def set_menu_of_all(bot: Bot, stopping: Stopping) -> None:
    """Set the menu of all private chats, none in groups; a failure is logged and tried again, a refusal is left."""

    async def ask() -> None:
        await bot.set_my_commands(_menu("practitioner"), scope=BotCommandScopeAllPrivateChats())
        await bot.delete_my_commands(scope=BotCommandScopeAllGroupChats())

    def tell(error: BaseException) -> None:
        _LOG.warning("the command menu is not set; trying again", extra=fields(error=places(error)))

    try:
        await stopping.retry(ask, PASSES, tell=tell)
    except REFUSALS as error:
        _LOG.warning("the command menu is refused", extra=fields(error=places(error)))


async def follow_roles(bot: Bot, people: People) -> None:
    """Give those whose role has changed, or whose role has new commands, the menu of it; a failure is tried again."""
    for person in await people.menu_holders():
        wanted = menu_mark(person.role)
        if person.chat_id is None or person.menu == wanted:
            continue
        if await _set_menu_of(bot, person.chat_id, person.role):
            await people.note_menu(person.user_id, wanted)


def menu_mark(role: Role) -> str | None:
    """Name the menu of a role with its content; nothing where it is the menu of everybody."""
    menu = MENUS[role]
    if menu == MENUS["practitioner"]:
        return None
    return f"{role} {crc32(repr(menu).encode()):08x}"


async def _set_menu_of(bot: Bot, chat_id: int, role: Role) -> bool:
    scope = BotCommandScopeChat(chat_id)
    try:
        if menu_mark(role) is None:
            await bot.delete_my_commands(scope=scope)
        else:
            await bot.set_my_commands(_menu(role), scope=scope)
    except REFUSALS as error:
        _LOG.warning("a command menu is refused", extra=fields(chat=chat_id, error=places(error)))
    except TelegramError as error:
        _LOG.warning("a command menu is not set", extra=fields(chat=chat_id, error=places(error)))
        return False
    return True


def _menu(role: Role) -> list[BotCommand]:
    return [BotCommand(name, what) for name, what in MENUS[role]]
