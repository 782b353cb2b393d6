"""The methods about the bot's account, chats, files, command menus and callback queries."""

import re
from collections.abc import Callable

from bot.sandbox.params import (
    COMMAND_DESCRIPTION_INVALID,
    COMMAND_INVALID,
    COMMANDS_NOT_ARRAY,
    COMMANDS_TOO_MUCH,
    COMMANDS_UNREADABLE,
    MARKUP_UNREADABLE,
    MESSAGE_TOO_LONG_SERVER,
    QUERY_TOO_OLD,
    SCOPE_UNREADABLE,
    SCOPE_UNSUPPORTED,
    USER_NOT_FOUND,
    Json,
    Params,
    RefusalError,
    bad,
)
from bot.sandbox.world import Notice, World

Method = Callable[[World, Params], object]

ACCENTS: Json = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": {}}


def get_me(world: World, _params: Params) -> Json:
    """Return the bot."""
    return world.bot | {
        "can_join_groups": True,
        "can_read_all_group_messages": not world.privacy,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def log_out(world: World, _params: Params) -> bool:
    """Log out: every later call is refused."""
    world.logged_out = True
    return True


def close(_world: World, _params: Params) -> bool:
    """Prepare to move to another server."""
    return True


def get_file(world: World, params: Params) -> Json:
    """Return a file with the path to download it from."""
    return world.files.link(params.text("file_id"))


def get_chat(world: World, params: Params) -> Json:
    """Return a chat."""
    chat = world.chat(params.text("chat_id"))
    chat.check_access(edits=False)
    return chat.body | ACCENTS


def get_chat_member(world: World, params: Params) -> Json:
    """Return somebody's membership in a chat."""
    chat = world.chat(params.text("chat_id"))
    chat.check_access(edits=False)
    user_id = params.number("user_id")
    if user_id == world.bot["id"]:
        return {"user": world.bot, "status": chat.bot_status}
    if user_id not in world.users:
        raise RefusalError(USER_NOT_FOUND)
    return {"user": world.users[user_id], "status": "member"}


LONGEST = {"name": 64, "description": 512, "short_description": 120}
"""Characters of each text of the profile."""


def set_profile(name: str) -> Method:
    """Return the method that sets one text of the bot's profile."""

    def keep(world: World, params: Params) -> bool:
        if len(params.text(name)) > LONGEST[name]:
            raise RefusalError(bad(f"bot {name.replace('_', ' ')} is too long"))
        world.profile[name, params.text("language_code")] = params.text(name)
        return True

    return keep


def get_profile(name: str) -> Method:
    """Return the method that gets one text of the bot's profile."""

    def give(world: World, params: Params) -> Json:
        fallback = world.bot["first_name"] if name == "name" else ""
        return {name: world.profile.get((name, params.text("language_code")), fallback)}

    return give


def set_chat_menu_button(world: World, params: Params) -> bool:
    """Set the menu button beside the text field."""
    button = params.loaded("menu_button", MARKUP_UNREADABLE)
    world.menu_buttons[params.number("chat_id")] = button if isinstance(button, dict) else {"type": "default"}
    return True


def get_chat_menu_button(world: World, params: Params) -> Json:
    """Return the menu button beside the text field."""
    return world.menu_buttons.get(params.number("chat_id"), {"type": "default"})


COMMAND = re.compile(r"[a-z0-9_]{1,32}")

MAX_DESCRIPTION = 256

MAX_COMMANDS = 100

WIDE_SCOPES = frozenset({"default", "all_private_chats", "all_group_chats", "all_chat_administrators"})

CHAT_SCOPES = frozenset({"chat", "chat_administrators", "chat_member"})


def set_my_commands(world: World, params: Params) -> bool:
    """Set a command menu; an empty list deletes it."""
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
    """Delete a command menu."""
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
    """Return an entry as Telegram stores it."""
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


MAX_NOTICE = 200  # characters


def answer_callback_query(world: World, params: Params) -> bool:
    """Answer a press, once; show a text if there is one."""
    query = world.open_query(params.text("callback_query_id"))
    if query is None:
        raise RefusalError(QUERY_TOO_OLD)
    text = params.text("text")
    if len(text) > MAX_NOTICE:
        raise RefusalError(MESSAGE_TOO_LONG_SERVER)
    query.answered = True
    if text:
        world.notices.append(Notice(query.user_id, text, params.flag("show_alert"), world.next_version()))
    return True
