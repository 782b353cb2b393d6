"""What Telegram shows of the bot, the menu of each role, and which messages in a group are meant for the bot."""

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable, Iterator, Mapping
from functools import cache, partial
from zlib import crc32

from pydantic import JsonValue
from telegram import Bot, BotCommand, BotCommandScopeChat
from telegram.constants import BotCommandScopeType
from telegram.error import TelegramError

from bot.logs import fields, places
from bot.telegram.client import Json, PlainBot
from bot.telegram.stopping import PASSES, REFUSALS, Stopping
from bot.telegram.texts import DESCRIPTION, SHORT_DESCRIPTION
from conversations.dialogue.registry import REGISTRY, ROLES
from conversations.languages import DESK, ENGLISH, in_language, offered, speaking
from storage import People, Role

MENUS: dict[Role, tuple[tuple[str, str], ...]] = {
    role: tuple((command.name, command.menu) for command in REGISTRY.menu(role)) for role in ROLES
}
"""The menu of each role: the names of its commands, and a line about each."""

NAMES = frozenset(command.name for command in REGISTRY.commands)
"""All commands, also those that no menu lists."""

_LOG = logging.getLogger(__name__)


async def introduce(bot: PlainBot, stopping: Stopping) -> None:
    """Set what Telegram shows of the bot: the menu of private chats, none in groups, and both descriptions.

    English is for everybody whose app has no other language of the bot; the other languages follow one by one. Only
    what differs is set: Telegram answers 429 to a bot that sets these often. Each is tried again after a failure, and
    not after a refusal.
    """
    await asyncio.gather(*(_introduce(each, bot, stopping) for each in (_menu_of_all, _no_menu_in_groups, _describe)))
    for code in offered():
        for app in _APPS.get(code, (code,)) if code != ENGLISH else ():
            with speaking(code):
                await _introduce(partial(_menu_of_all, app=app), bot, stopping)
                await _introduce(partial(_describe, app=app), bot, stopping)


_APPS: Mapping[str, tuple[str, ...]] = {"no": ("no", "nb")}
"""The codes of apps for a language, where they differ from its own."""


async def _introduce(ask: Callable[[PlainBot], Awaitable[None]], bot: PlainBot, stopping: Stopping) -> None:
    def tell(error: BaseException) -> None:
        _LOG.warning("the command menu or a description is not set; trying again", extra=fields(error=places(error)))

    try:
        await stopping.retry(lambda: ask(bot), PASSES, tell=tell)
    except REFUSALS as error:
        _LOG.warning("the command menu or a description is refused", extra=fields(error=places(error)))


async def _menu_of_all(bot: PlainBot, app: str = "") -> None:
    of: Json = {"scope": {"type": BotCommandScopeType.ALL_PRIVATE_CHATS.value}, **_for(app)}
    menu: JsonValue = [{"command": name, "description": in_language(what)} for name, what in MENUS["practitioner"]]
    if await bot.call("getMyCommands", **of) != menu:
        await bot.command("setMyCommands", commands=menu, **of)


def _for(app: str) -> Json:
    return {"language_code": app} if app else {}


async def _no_menu_in_groups(bot: PlainBot) -> None:
    scope: JsonValue = {"type": BotCommandScopeType.ALL_GROUP_CHATS.value}
    if await bot.call("getMyCommands", scope=scope) != []:
        await bot.command("deleteMyCommands", scope=scope)


async def _describe(bot: PlainBot, app: str = "") -> None:
    long, short = str(DESCRIPTION), str(SHORT_DESCRIPTION)
    if await bot.call("getMyDescription", **_for(app)) != {"description": long}:
        await bot.command("setMyDescription", description=long, **_for(app))
    if await bot.call("getMyShortDescription", **_for(app)) != {"short_description": short}:
        await bot.command("setMyShortDescription", short_description=short, **_for(app))


async def follow_roles(bot: Bot, people: People) -> None:
    """Give people with a new role, or with new commands, their menu; the next sweep tries failures again."""
    for person in await people.menu_holders():
        wanted = menu_mark(person.role)
        if person.chat_id is None or person.menu == wanted:
            continue
        if await _set_menu_of(bot, person.chat_id, person.role):
            await people.note_menu(person.user_id, wanted)


def menu_mark(role: Role) -> str | None:
    """Give a mark of the role and the content of its menu; ``None`` if it is the menu of everybody."""
    return _mark(role, tuple(_desk_languages()))


@cache
def _mark(role: Role, languages: tuple[str, ...]) -> str | None:
    menu = MENUS[role]
    if menu == MENUS["practitioner"]:
        return None
    said = [menu, *([(code, _menu(role, code)) for code in languages])]
    return f"{role} {crc32(repr(said).encode()):08x}"


def _desk_languages() -> Iterator[str]:
    """Yield the languages of menus of coordinators and admins, but for English.

    Telegram chooses by the language of the app, as for everybody's menu: it knows nothing of /language.
    """
    return (code for code in offered() if code in DESK and code != ENGLISH)


async def _set_menu_of(bot: Bot, chat_id: int, role: Role) -> bool:
    scope = BotCommandScopeChat(chat_id)
    try:
        for code in (ENGLISH, *_desk_languages()):
            app = None if code == ENGLISH else code
            if menu_mark(role) is None:
                await bot.delete_my_commands(scope=scope, language_code=app)
            else:
                await bot.set_my_commands(_menu(role, code), scope=scope, language_code=app)
    except REFUSALS as error:
        _LOG.warning("a command menu is refused", extra=fields(chat=chat_id, error=places(error)))
    except TelegramError as error:
        _LOG.warning("a command menu is not set", extra=fields(chat=chat_id, error=places(error)))
        return False
    return True


def _menu(role: Role, code: str) -> list[BotCommand]:
    with speaking(code):
        return [BotCommand(name, in_language(what)) for name, what in MENUS[role]]


_KINDS = ("message", "channel_post")

_TALK = frozenset((*_KINDS, "edited_message", "edited_channel_post"))

_TYPES = ("group", "supergroup", "channel")

_COMMAND = re.compile(r"/([a-z][a-z0-9_]*)(?:@([a-z0-9_]+))?(?![^\s,.;:!?])", re.IGNORECASE)

_ADDRESSED = re.compile(r"/\w+@(\w+)", re.ASCII)

_PASSED_ON = ("forward_origin", "is_automatic_forward", "via_bot")

_ANONYMOUS_ADMIN = 1087968824
"""Telegram's user for an admin who writes as the group (GroupAnonymousBot): a person, though marked as a bot."""


def is_meant(update: JsonValue, username: str) -> bool:
    """Say whether a message in a group or channel is meant for the bot with that username."""
    kinds = _dict(update)
    message = next((_dict(kinds[kind]) for kind in _KINDS if kind in kinds), {})
    if _dict(message.get("chat")).get("type") not in _TYPES or not _is_said_by_people(message):
        return False
    name = username.casefold()
    texts = (
        (message.get("text"), message.get("entities")),
        (message.get("caption"), message.get("caption_entities")),
    )
    return _answers(message, name) or any(_names(text, marks, name) for text, marks in texts if isinstance(text, str))


def is_talk(update: JsonValue) -> bool:
    """Say whether an update is a message or an edited message."""
    return not _TALK.isdisjoint(_dict(update))


def topic_of(update: JsonValue) -> int | None:
    """Give the topic of a forum that a message is in; replies outside of topics have such a number, too."""
    message = _dict(_dict(update).get("message"))
    number = message.get("message_thread_id")
    if message.get("is_topic_message") is not True or isinstance(number, bool):
        return None
    return number if isinstance(number, int) else None


def _is_said_by_people(message: dict[str, JsonValue]) -> bool:
    """Say whether a person wrote it: no bot, no other chat, no forward. Posts of a channel are by its admins."""
    person, chat = _dict(message.get("from")), message.get("sender_chat")
    as_the_chat = chat is not None and _dict(chat).get("id") == _dict(message.get("chat")).get("id")
    if any(key in message for key in _PASSED_ON):
        return False
    if as_the_chat:
        return not person or person.get("id") == _ANONYMOUS_ADMIN
    return chat is None and bool(person) and person.get("is_bot") is not True


def _answers(message: dict[str, JsonValue], name: str) -> bool:
    """Say whether it replies to the bot; in a topic, all messages reply to the one that opened the topic."""
    answered = _dict(message.get("reply_to_message"))
    return "forum_topic_created" not in answered and _is_called(answered.get("from"), name)


def _names(text: str, marks: JsonValue, name: str) -> bool:
    """Say whether a text begins with a command of the bot, or Telegram marks its name or command in the text."""
    command = _COMMAND.match(text)
    if command is not None:
        own = command[2] is None and command[1].lower() in NAMES
        if own or (command[2] or "").casefold() == name:
            return True
    return any(_marks(text, _dict(mark), name) for mark in (marks if isinstance(marks, list) else ()))


def _marks(text: str, mark: dict[str, JsonValue], name: str) -> bool:
    match mark.get("type"):
        case "mention":
            return _marked(text, mark).casefold() == f"@{name}"
        case "bot_command":
            addressed = _ADDRESSED.fullmatch(_marked(text, mark))
            return addressed is not None and addressed[1].casefold() == name
        case "text_mention":
            return _is_called(mark.get("user"), name)
        case _:
            return False


def _marked(text: str, mark: dict[str, JsonValue]) -> str:
    """Cut out the marked text; Telegram counts UTF-16 units."""
    begin, length = mark.get("offset"), mark.get("length")
    if not (isinstance(begin, int) and isinstance(length, int) and begin >= 0 and length >= 0):
        return ""
    return text.encode("utf-16-le", "surrogatepass")[2 * begin : 2 * (begin + length)].decode("utf-16-le", "replace")


def _is_called(user: JsonValue, name: str) -> bool:
    called = _dict(user).get("username")
    return isinstance(called, str) and called.casefold() == name


def _dict(value: JsonValue) -> dict[str, JsonValue]:
    return value if isinstance(value, dict) else {}
