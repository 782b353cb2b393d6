"""The bot's own account, and what it may ask about chats and files."""

from collections.abc import Callable

from bot.sandbox.params import Json, Params
from bot.sandbox.refusals import MARKUP_UNREADABLE, USER_NOT_FOUND, RefusalError
from bot.sandbox.world import World

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
    """Leave this server: every later call is refused."""
    world.logged_out = True
    return True


def close(_world: World, _params: Params) -> bool:
    """Make ready to move to another server."""
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
    """Return somebody's place in a chat."""
    chat = world.chat(params.text("chat_id"))
    chat.check_access(edits=False)
    user_id = params.number("user_id")
    if user_id == world.bot["id"]:
        return {"user": world.bot, "status": chat.bot_status}
    if user_id not in world.users:
        raise RefusalError(USER_NOT_FOUND)
    return {"user": world.users[user_id], "status": "member"}


def set_profile(name: str) -> Method:
    """Return the method that keeps one text of the bot's profile."""

    def keep(world: World, params: Params) -> bool:
        world.profile[name, params.text("language_code")] = params.text(name)
        return True

    return keep


def get_profile(name: str) -> Method:
    """Return the method that gives one text of the bot's profile."""

    def give(world: World, params: Params) -> Json:
        fallback = world.bot["first_name"] if name == "name" else ""
        return {name: world.profile.get((name, params.text("language_code")), fallback)}

    return give


def set_chat_menu_button(world: World, params: Params) -> bool:
    """Keep what the button beside the text field does."""
    button = params.loaded("menu_button", MARKUP_UNREADABLE)
    world.menu_buttons[params.number("chat_id")] = button if isinstance(button, dict) else {"type": "default"}
    return True


def get_chat_menu_button(world: World, params: Params) -> Json:
    """Return what the button beside the text field does."""
    return world.menu_buttons.get(params.number("chat_id"), {"type": "default"})
