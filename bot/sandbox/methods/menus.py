"""Command menus, each kept under its scope and language."""

import re

from bot.sandbox.params import Json, Params
from bot.sandbox.refusals import (
    COMMAND_DESCRIPTION_INVALID,
    COMMAND_INVALID,
    COMMANDS_NOT_ARRAY,
    COMMANDS_TOO_MUCH,
    COMMANDS_UNREADABLE,
    SCOPE_UNREADABLE,
    SCOPE_UNSUPPORTED,
    RefusalError,
    bad,
)
from bot.sandbox.world import World

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
MAX_DESCRIPTION = 256
MAX_COMMANDS = 100
WIDE_SCOPES = frozenset({"default", "all_private_chats", "all_group_chats", "all_chat_administrators"})
CHAT_SCOPES = frozenset({"chat", "chat_administrators", "chat_member"})


def set_my_commands(world: World, params: Params) -> bool:
    """Keep a menu; an empty list takes it away."""
    listed = params.loaded("commands", COMMANDS_UNREADABLE)
    if listed is not None and not isinstance(listed, list):
        raise RefusalError(COMMANDS_NOT_ARRAY)
    read = [read_command(entry) for entry in listed or []]
    key = menu_key(world, params)
    menu = [checked_command(entry) for entry in read]
    if len(menu) > MAX_COMMANDS:
        raise RefusalError(COMMANDS_TOO_MUCH)
    world.commands.pop(key, None)
    if menu:
        world.commands[key] = menu
    return True


def get_my_commands(world: World, params: Params) -> list[Json]:
    """Return the menu of exactly this scope and language."""
    return world.commands.get(menu_key(world, params), [])


def delete_my_commands(world: World, params: Params) -> bool:
    """Take a menu away."""
    world.commands.pop(menu_key(world, params), None)
    return True


def read_command(entry: object) -> tuple[str, str]:
    """Return the command and description of an entry."""
    if not isinstance(entry, dict):
        raise RefusalError(bad("can't parse BotCommand: expected an Object"))
    for name in ("command", "description"):
        if name not in entry:
            raise RefusalError(bad(f"can't parse BotCommand: Can't find field \"{name}\""))
    return str(entry["command"]).removeprefix("/"), str(entry["description"]).strip()


def checked_command(entry: tuple[str, str]) -> Json:
    """Return an entry as Telegram keeps it."""
    command, description = entry
    if not COMMAND.fullmatch(command):
        raise RefusalError(COMMAND_INVALID)
    if not 1 <= len(description) <= MAX_DESCRIPTION:
        raise RefusalError(COMMAND_DESCRIPTION_INVALID)
    return {"command": command, "description": description}


def menu_key(world: World, params: Params) -> tuple[str, str]:
    """Return the scope, with its chat and person, and the language of a call."""
    scope = params.loaded("scope", SCOPE_UNREADABLE)
    language = params.text("language_code")
    if scope is None:
        return "default", language
    kind = scope.get("type") if isinstance(scope, dict) else None
    if kind in WIDE_SCOPES:
        return str(kind), language
    if not isinstance(scope, dict) or kind not in CHAT_SCOPES:
        raise RefusalError(SCOPE_UNSUPPORTED)
    for name in ("chat_id", "user_id") if kind == "chat_member" else ("chat_id",):
        if name not in scope:
            raise RefusalError(bad(f"can't parse BotCommandScope: Can't find field \"{name}\""))
    chat = world.chat(str(scope["chat_id"]))
    member = f":{scope['user_id']}" if kind == "chat_member" else ""
    return f"{kind}:{chat.chat_id}{member}", language
