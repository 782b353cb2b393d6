"""What people do, and the updates that come of it."""

import hashlib
import re
from collections.abc import Callable
from typing import Any

from bot.sandbox.chats import Chat
from bot.sandbox.files import mime_type
from bot.sandbox.params import Json
from bot.sandbox.text import Formatted, cleaned, composed, detected
from bot.sandbox.updates import UNHEARD
from bot.sandbox.views import buttons_of
from bot.sandbox.world import World

SIZES = ((90, 60), (320, 213), (800, 533))

RIPE: Json = {"id": 777_000, "is_bot": False, "first_name": "Somebody", "last_name": "Else"}


def contents(world: World, kind: str, fields: Json) -> Json:
    """Return the part of a message that its kind makes; an unknown kind is taken as it is."""
    maker = MAKERS.get(kind)
    return maker(world, dict(fields)) if maker else {kind: fields}


def text_fields(text: str | Formatted, name: str = "text", entities: str = "entities") -> Json:
    """Return a text as a message holds it, with what Telegram finds in it."""
    formatted = detected(cleaned(composed(text if isinstance(text, Formatted) else Formatted(text))))
    found = formatted.entities()
    return ({name: formatted.text} if formatted.text else {}) | ({entities: found} if found else {})


def caption_fields(fields: Json) -> Json:
    """Return the caption, nothing where there is none."""
    return text_fields(fields.pop("caption", ""), "caption", "caption_entities")


def filed(kind: str, default_name: str, default_type: str, extra: Json) -> Callable[[World, Json], Json]:
    """Return the maker of a message that holds one file."""

    def make(world: World, fields: Json) -> Json:
        caption = caption_fields(fields)
        name = fields.pop("name", default_name)
        file = world.files.add(kind, fields.pop("content", b"invented"), name, fields.pop("size", None))
        named: Json = {"file_name": name} if name else {}
        kind_of_file = mime_type(name) if name else default_type
        return {kind: named | {"mime_type": kind_of_file} | extra | file.described() | fields} | caption

    return make


def photo(world: World, fields: Json) -> Json:
    """Return a photo in three sizes."""
    caption = caption_fields(fields)
    content, size = fields.pop("content", b"\xff\xd8\xff invented"), fields.pop("size", None)
    fields.pop("name", None)
    sizes = [
        world.files.add("photo", content, size=size).described() | {"width": width, "height": height}
        for width, height in SIZES
    ]
    return {"photo": sizes} | caption | fields


def plain(kind: str, defaults: Json) -> Callable[[World, Json], Json]:
    """Return the maker of a message that holds one object without a file."""

    def make(_world: World, fields: Json) -> Json:
        return {kind: defaults | fields}

    return make


def venue(_world: World, fields: Json) -> Json:
    """Return a place with a name; real messages repeat its location."""
    location = {"latitude": 50.85, "longitude": 4.35}
    body: Json = {"location": location, "title": "Town hall", "address": "1 Example Square"} | fields
    return {"location": body["location"], "venue": body}


def poll(_world: World, fields: Json) -> Json:
    """Return a poll with two options."""
    body: Json = {
        "id": "5100000000000000001",
        "question": "Tea or coffee?",
        "options": [{"text": "Tea", "voter_count": 0}, {"text": "Coffee", "voter_count": 0}],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
    }
    return {"poll": body | fields}


def animation(world: World, fields: Json) -> Json:
    """Return an animation; real messages give it as a document too."""
    made = filed("animation", "dance.mp4", "video/mp4", {"width": 320, "height": 240, "duration": 2})(world, fields)
    body = made["animation"]
    document = {name: body[name] for name in ("file_name", "mime_type", "file_id", "file_unique_id", "file_size")}
    return made | {"document": document}


def forwarded(world: World, fields: Json) -> Json:
    """Return a text that somebody else wrote."""
    origin: Json = fields.pop("origin", None) or {"type": "user", "sender_user": RIPE, "date": world.now - 60}
    return {"forward_origin": origin} | text_fields(fields.pop("text", "Written by somebody else")) | fields


def rich(_world: World, fields: Json) -> Json:
    """Return a rich message (Bot API 10.1), which has no `text`: a paragraph for each line of `text`, or `blocks`."""
    lines = str(fields.pop("text", "Styled words")).split("\n")
    blocks: list[Any] = fields.pop("blocks", None) or [{"type": "paragraph", "text": line} for line in lines if line]
    return {"rich_message": {"blocks": blocks} | fields}


def story(_world: World, fields: Json) -> Json:
    """Return a forwarded story."""
    chat: Json = {"id": RIPE["id"], "type": "private", "first_name": "Somebody", "last_name": "Else"}
    return {"story": {"chat": chat, "id": 1} | fields}


MAKERS: dict[str, Callable[[World, Json], Json]] = {
    "document": filed("document", "leaflet.pdf", "application/pdf", {}),
    "video": filed("video", "film.mp4", "video/mp4", {"width": 640, "height": 360, "duration": 5}),
    "voice": filed("voice", "", "audio/ogg", {"duration": 3}),
    "audio": filed("audio", "talk.mp3", "audio/mpeg", {"duration": 60}),
    "video_note": filed("video_note", "", "video/mp4", {"length": 240, "duration": 3}),
    "sticker": filed(
        "sticker",
        "",
        "image/webp",
        {"width": 512, "height": 512, "is_animated": False, "is_video": False, "type": "regular", "emoji": "🙂"},
    ),
    "photo": photo,
    "animation": animation,
    "location": plain("location", {"latitude": 50.85, "longitude": 4.35}),
    "contact": plain("contact", {"phone_number": "+3200000000", "first_name": "Somebody"}),
    "dice": plain("dice", {"emoji": "🎲", "value": 4}),
    "venue": venue,
    "poll": poll,
    "forwarded": forwarded,
    "rich": rich,
    "story": story,
}

AROUND = ("media_group_id", "forward_origin", "has_protected_content", "via_bot")  # fields of any kind of message

LEADING_SYMBOL = re.compile(r"[^\w\s]+\s+")


def say(world: World, chat: Chat, user: Json, text: str | Formatted, reply_to: int | None = None) -> int:
    """Write a message; return the number of its update."""
    content = text_fields(text)
    if "text" not in content:
        raise ValueError("Nothing in this message can be seen: write some words")
    return deliver(world, chat, user, content | quoted(chat, reply_to))


def send(world: World, chat: Chat, user: Json, kind: str, fields: Json) -> int:
    """Send something other than text; return the number of its update."""
    reply_to = fields.pop("reply_to", None)
    around = {name: fields.pop(name) for name in AROUND if name in fields}
    return deliver(world, chat, user, contents(world, kind, fields) | around | quoted(chat, reply_to))


def quoted(chat: Chat, reply_to: int | None) -> Json:
    """Return the message that is answered, without what it answered itself."""
    if reply_to is None:
        return {}
    if reply_to not in chat.messages:
        raise LookupError(f"no message {reply_to} in this chat to reply to")
    target = chat.messages[reply_to]
    return {"reply_to_message": {name: value for name, value in target.items() if name != "reply_to_message"}}


def deliver(world: World, chat: Chat, user: Json, content: Json) -> int:
    """Put a person's message into a chat and tell the bot of it, where it can read it."""
    open_chat(chat)
    message = world.post(chat, user, content)
    return world.updates.add("message", message) if readable(world, chat, message) else UNHEARD


def open_chat(chat: Chat) -> None:
    """Begin the talk with a person; nobody can write to a bot that they have blocked."""
    if chat.blocked:
        raise RuntimeError("this person has blocked the bot and must unblock it first")
    chat.started = True


def readable(world: World, chat: Chat, message: Json) -> bool:
    """Return whether the bot gets this message: in groups privacy mode hides what is not meant for it."""
    if chat.private:
        return True
    if chat.bot_status != "member":
        return False
    text = str(message.get("text", ""))
    answered = message.get("reply_to_message", {}).get("from", {}).get("id") == world.bot["id"]
    return not world.privacy or text.startswith("/") or answered or f"@{world.bot['username']}" in text


def edit(world: World, chat: Chat, user: Json, message_id: int, text: str | Formatted) -> int:
    """Change a message of one's own; return the number of the update."""
    open_chat(chat)
    message = chat.messages.get(message_id)
    if message is None or message["from"]["id"] != user["id"]:
        raise LookupError(f"no message {message_id} of {user['first_name']} in this chat")
    names = ("text", "entities") if "text" in message else ("caption", "caption_entities")
    content = text_fields(text, *names)
    if all(content.get(name) == message.get(name) for name in names):
        raise ValueError("Nothing was changed")
    kept = {name: value for name, value in message.items() if name not in names}
    changed = world.change(chat, kept | {"edit_date": world.now} | content)
    return world.updates.add("edited_message", changed) if readable(world, chat, changed) else UNHEARD


def press(world: World, chat: Chat, user: Json, label: str, message_id: int | None = None) -> int:
    """Press an inline button; return the number of the update."""
    messages = list(reversed(chat.messages.values()))
    if message_id is not None:
        messages = [message for message in messages if message["message_id"] == message_id]
    for message in messages:
        data = data_of(message, label)
        if data is not None:
            return press_data(world, chat, user, message["message_id"], data)
    where = "in this chat" if message_id is None else f"on message {message_id}"
    shown = [button.label for message in messages for row in buttons_of(message) for button in row]
    raise LookupError(f"no button {label!r} {where}; buttons there: {shown}")


def data_of(message: Json, label: str) -> str | None:
    """Return what the button with this label sends, its leading symbol left out where that is what differs."""
    buttons = [(button.label, button.data) for row in buttons_of(message) for button in row if button.data is not None]
    plain = [(LEADING_SYMBOL.sub("", shown, count=1), data) for shown, data in buttons]
    return next((data for shown, data in (*buttons, *plain) if shown == label), None)


def press_data(world: World, chat: Chat, user: Json, message_id: int, data: str) -> int:
    """Send a callback query with any data, also for a message that is gone."""
    open_chat(chat)
    gone: Json = {"message_id": message_id, "chat": chat.body, "date": 0}
    query: Json = {
        "id": world.ask(user["id"]),
        "from": user,
        "message": chat.messages.get(message_id, gone),
        "chat_instance": instance_of(chat),
        "data": data,
    }
    return world.updates.add("callback_query", query)


def instance_of(chat: Chat) -> str:
    """Return the identifier that all presses in one chat share."""
    digest = hashlib.sha256(str(chat.chat_id).encode()).digest()
    return str(int.from_bytes(digest[:8], "big", signed=True))


def change_membership(world: World, chat: Chat, user: Json, old: str, new: str) -> int:
    """Tell the bot that its place in a chat has changed."""
    content: Json = {
        "chat": chat.body,
        "from": user,
        "date": world.now,
        "old_chat_member": membership(world, old),
        "new_chat_member": membership(world, new),
    }
    return world.updates.add("my_chat_member", content)


def membership(world: World, status: str) -> Json:
    """Return the bot's place in a chat."""
    return {"user": world.bot, "status": status} | ({"until_date": 0} if status == "kicked" else {})
