"""Methods that change or delete a message."""

from bot.sandbox.chats import Chat
from bot.sandbox.keyboards import check_markup, read_markup
from bot.sandbox.methods.sending import caption_fields, text_fields
from bot.sandbox.params import (
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
    TOO_MANY_MESSAGES,
    Json,
    Params,
    RefusalError,
    whole,
)
from bot.sandbox.parsing import caption_text, checked_caption, checked_text, message_text
from bot.sandbox.views import MEDIA
from bot.sandbox.world import World

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
    """Return the inline keyboard of an edit, nothing where it takes the keyboard away."""
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
    """Put the changed message in the place of the old one; refuse where nothing changes."""
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
    """Delete several messages; the ones that cannot be found are passed over."""
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
