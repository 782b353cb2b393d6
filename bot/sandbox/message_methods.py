"""The methods that send, change or delete a message."""

from bot.sandbox.files import document_of, photo_of
from bot.sandbox.keyboards import check_markup, read_markup
from bot.sandbox.params import (
    ACTION_UNKNOWN,
    CHAT_NOT_SPECIFIED,
    DELETE_NOT_FOUND,
    EDIT_NOT_FOUND,
    MESSAGE_INVALID,
    MESSAGE_NOT_SPECIFIED,
    MESSAGE_TOO_LONG_SERVER,
    MESSAGES_NOT_SPECIFIED,
    NO_CAPTION_TO_EDIT,
    NO_TEXT_TO_EDIT,
    NOT_DELETABLE,
    NOT_EDITABLE,
    NOT_MODIFIED,
    REPLY_NOT_FOUND,
    REPLY_UNREADABLE,
    TEXT_FORBIDDEN,
    TOO_MANY_MESSAGES,
    Json,
    Params,
    RefusalError,
    whole,
)
from bot.sandbox.parsing import caption_text, checked_caption, checked_text, message_text
from bot.sandbox.text import Formatted
from bot.sandbox.views import MEDIA
from bot.sandbox.world import Chat, World

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
    return send_file(world, params, document_of(world.files, params))


def send_photo(world: World, params: Params) -> Json:
    """Send a photo."""
    return send_file(world, params, photo_of(world.files, params))


def send_file(world: World, params: Params, content: Json) -> Json:
    """Send a message with a file and its caption."""
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
    """Check as Telegram's own servers do, then put the message into the chat."""
    keyboard = check_markup(markup)
    chat.check_unblocked()
    if chat.text_forbidden and "text" in content:
        raise RefusalError(TEXT_FORBIDDEN)
    shown = {"reply_markup": keyboard} if keyboard and "inline_keyboard" in keyboard else {}
    if keyboard and ("keyboard" in keyboard or "remove_keyboard" in keyboard):
        chat.keyboard = keyboard if "keyboard" in keyboard else None
    return world.post(chat, world.bot, content | shown)


def text_fields(formatted: Formatted) -> Json:
    """Return a text and its entities."""
    entities = formatted.entities()
    return {"text": formatted.text} | ({"entities": entities} if entities else {})


def caption_fields(formatted: Formatted) -> Json:
    """Return a caption and its entities, no fields if it is empty."""
    entities = formatted.entities()
    return ({"caption": formatted.text} if formatted.text else {}) | (
        {"caption_entities": entities} if entities else {}
    )


def reply_fields(world: World, chat: Chat, params: Params) -> Json:
    """Return the replied message as a field; no field without a reply, or if the message may be missing and is."""
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


DELETABLE_FOR = 48 * 3600  # seconds

MOST_DELETED = 100  # messages by one call

SHOWN = ("text", "entities", "caption", "caption_entities", "reply_markup")


def edit_message_text(world: World, params: Params) -> Json:
    """Change the text and the keyboard."""
    formatted = message_text(params)
    markup = read_markup(params)
    chat, message = own_message(world, params)
    if "text" not in message:
        raise RefusalError(NO_TEXT_TO_EDIT)
    content = text_fields(checked_text(formatted, MESSAGE_TOO_LONG_SERVER))
    return replace(world, chat, message, content | keyboard(markup))


def edit_message_caption(world: World, params: Params) -> Json:
    """Change the caption of a file and the keyboard."""
    formatted = caption_text(params)
    markup = read_markup(params)
    chat, message = own_message(world, params)
    if not any(kind in message for kind in MEDIA):
        raise RefusalError(NO_CAPTION_TO_EDIT)
    content = caption_fields(checked_caption(formatted))
    return replace(world, chat, message, content | keyboard(markup))


def edit_message_reply_markup(world: World, params: Params) -> Json:
    """Change the keyboard alone."""
    markup = read_markup(params)
    chat, message = own_message(world, params)
    kept = {name: message[name] for name in SHOWN if name in message and name != "reply_markup"}
    return replace(world, chat, message, kept | keyboard(markup))


def keyboard(markup: Json | None) -> Json:
    """Return the inline keyboard of an edit, no field if it removes the keyboard."""
    checked = check_markup(markup, inline_only=True)
    return {"reply_markup": checked} if checked else {}


def own_message(world: World, params: Params) -> tuple[Chat, Json]:
    """Return the bot's message that a call names."""
    chat_name, message_id = params.text("chat_id"), params.number("message_id")
    if not chat_name and not message_id:
        raise RefusalError(MESSAGE_NOT_SPECIFIED)
    chat = world.chat(chat_name)
    chat.check_access()
    message = chat.messages.get(message_id)
    if message is None:
        raise RefusalError(EDIT_NOT_FOUND)
    if message["from"]["id"] != world.bot["id"]:
        raise RefusalError(NOT_EDITABLE)
    return chat, message


def replace(world: World, chat: Chat, message: Json, content: Json) -> Json:
    """Store the changed message; refuse an edit that changes nothing."""
    if all(content.get(name) == message.get(name) for name in SHOWN):
        raise RefusalError(NOT_MODIFIED)
    chat.check_unblocked()
    kept = {name: value for name, value in message.items() if name not in SHOWN}
    return world.change(chat, kept | {"edit_date": world.now} | content)


def delete_message(world: World, params: Params) -> bool:
    """Delete one message."""
    if not params.text("chat_id"):
        raise RefusalError(CHAT_NOT_SPECIFIED)
    if not params.number("message_id"):
        raise RefusalError(MESSAGE_NOT_SPECIFIED)
    chat = world.chat(params.text("chat_id"))
    chat.check_access()
    message = chat.messages.get(params.number("message_id"))
    if message is None:
        raise RefusalError(DELETE_NOT_FOUND)
    if not deletable(world, chat, message):
        raise RefusalError(NOT_DELETABLE)
    world.remove(chat, message["message_id"])
    return True


def delete_messages(world: World, params: Params) -> bool:
    """Delete several messages; unknown ids are ignored."""
    numbers = params.loaded("message_ids", MESSAGES_NOT_SPECIFIED)
    if not isinstance(numbers, list) or not numbers:
        raise RefusalError(MESSAGES_NOT_SPECIFIED)
    if len(numbers) > MOST_DELETED:
        raise RefusalError(TOO_MANY_MESSAGES)
    if any(whole(number) <= 0 for number in numbers):
        raise RefusalError(MESSAGE_INVALID)
    chat = world.chat(params.text("chat_id"))
    chat.check_access()
    messages = [chat.messages[number] for number in map(whole, numbers) if number in chat.messages]
    if not all(deletable(world, chat, message) for message in messages):
        raise RefusalError(NOT_DELETABLE)
    for message in messages:
        world.remove(chat, message["message_id"])
    return True


def deletable(world: World, chat: Chat, message: Json) -> bool:
    """Return whether the bot may delete a message: not after two days, in groups only its own."""
    own = message["from"]["id"] == world.bot["id"]
    return (own or chat.private) and world.clock() - message["date"] <= DELETABLE_FOR
