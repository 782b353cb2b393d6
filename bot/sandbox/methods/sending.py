"""Methods that put a message into a chat."""

from bot.sandbox.chats import Chat
from bot.sandbox.keyboards import check_markup, read_markup
from bot.sandbox.params import (
    ACTION_UNKNOWN,
    REPLY_NOT_FOUND,
    REPLY_UNREADABLE,
    TEXT_FORBIDDEN,
    Json,
    Params,
    RefusalError,
    whole,
)
from bot.sandbox.parsing import caption_text, checked_caption, checked_text, message_text
from bot.sandbox.text import Formatted
from bot.sandbox.uploads import document_of, photo_of
from bot.sandbox.world import World

ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_audio",
        "upload_audio",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "pick_up_location",
        "record_video_note",
        "upload_video_note",
        "cancel",
    }
)


def send_message(world: World, params: Params) -> Json:
    """Send a text. The checks come in the order of the real servers."""
    formatted = message_text(params)
    markup = read_markup(params)
    chat = reachable_chat(world, params)
    reply = reply_fields(world, chat, params)
    content = text_fields(checked_text(formatted))
    return put(world, chat, content | reply, markup)


def send_document(world: World, params: Params) -> Json:
    """Send a file."""
    return send_file(world, params, document_of(world, params))


def send_photo(world: World, params: Params) -> Json:
    """Send a photo."""
    return send_file(world, params, photo_of(world, params))


def send_file(world: World, params: Params, content: Json) -> Json:
    """Send what holds a file, with its caption."""
    formatted = caption_text(params)
    markup = read_markup(params)
    chat = reachable_chat(world, params)
    reply = reply_fields(world, chat, params)
    caption = caption_fields(checked_caption(formatted))
    return put(world, chat, content | caption | reply, markup)


def send_chat_action(world: World, params: Params) -> bool:
    """Show that the bot is at work."""
    action = params.text("action").lower()
    if action not in ACTIONS:
        raise RefusalError(ACTION_UNKNOWN)
    chat = reachable_chat(world, params)
    chat.check_unblocked()
    world.acts(chat, ends=action == "cancel")
    return True


def reachable_chat(world: World, params: Params) -> Chat:
    """Return the chat to write to."""
    chat = world.chat(params.text("chat_id"))
    chat.check_access()
    chat.check_reachable()
    return chat


def put(world: World, chat: Chat, content: Json, markup: Json | None) -> Json:
    """Put the message into the chat, unless Telegram's own servers refuse it."""
    keyboard = check_markup(markup)
    chat.check_unblocked()
    if chat.text_forbidden and "text" in content:
        raise RefusalError(TEXT_FORBIDDEN)
    shown = {"reply_markup": keyboard} if keyboard and "inline_keyboard" in keyboard else {}
    return world.post(chat, world.bot, content | shown)


def text_fields(formatted: Formatted) -> Json:
    """Return a text and its entities."""
    entities = formatted.entities()
    return {"text": formatted.text} | ({"entities": entities} if entities else {})


def caption_fields(formatted: Formatted) -> Json:
    """Return a caption and its entities, nothing where it is empty."""
    entities = formatted.entities()
    return ({"caption": formatted.text} if formatted.text else {}) | (
        {"caption_entities": entities} if entities else {}
    )


def reply_fields(world: World, chat: Chat, params: Params) -> Json:
    """Return the message that is answered, nothing where none is named or where it need not exist."""
    named = params.loaded("reply_parameters", REPLY_UNREADABLE)
    asked = named if isinstance(named, dict) else {}
    message_id = whole(asked.get("message_id")) or params.number("reply_to_message_id")
    if not message_id:
        return {}
    there = world.chat(str(asked["chat_id"])) if asked.get("chat_id") else chat
    target = there.messages.get(message_id)
    if target is not None:
        return {"reply_to_message": {name: value for name, value in target.items() if name != "reply_to_message"}}
    if asked.get("allow_sending_without_reply") or params.flag("allow_sending_without_reply"):
        return {}
    raise RefusalError(REPLY_NOT_FOUND)
