"""The parts of the messages that people send: text, photo, file, place, poll and so on."""

from collections.abc import Callable
from typing import Any

from bot.sandbox.files import mime_type
from bot.sandbox.params import Json
from bot.sandbox.text import Formatted, cleaned, composed, detected
from bot.sandbox.world import World

SIZES = ((90, 60), (320, 213), (800, 533))

STRANGER: Json = {"id": 777_000, "is_bot": False, "first_name": "Somebody", "last_name": "Else"}


def contents(world: World, kind: str, fields: Json) -> Json:
    """Return the part of a message that belongs to its kind; the fields of an unknown kind stay as they are."""
    maker = MAKERS.get(kind)
    return maker(world, dict(fields)) if maker else {kind: fields}


def text_fields(text: str | Formatted, name: str = "text", entities: str = "entities") -> Json:
    """Return a text as Telegram keeps it, with the links, commands and so on that it finds in the text."""
    formatted = detected(cleaned(composed(text if isinstance(text, Formatted) else Formatted(text))))
    found = formatted.entities()
    return ({name: formatted.text} if formatted.text else {}) | ({entities: found} if found else {})


def shared_people(keyboard: Json | None, chosen: list[Json]) -> Json:
    """Return the part of a message that shares people, as a keyboard of the bot asks for them."""
    rows = (keyboard or {}).get("keyboard", ())
    asked = next((button["request_users"] for row in rows for button in row if "request_users" in button), None)
    if asked is None:
        raise LookupError("no keyboard here asks for people")
    most = asked.get("max_quantity", 1)
    if not 1 <= len(chosen) <= most:
        raise ValueError(f"choose from 1 to {most} people")
    wanted = [*(["first_name", "last_name"] if asked.get("request_name") else [])]
    wanted += ["username"] if asked.get("request_username") else []
    users = [{"user_id": user["id"]} | {name: user[name] for name in wanted if name in user} for user in chosen]
    return {"users_shared": {"request_id": asked["request_id"], "users": users}}


def caption_fields(fields: Json) -> Json:
    """Return the caption, or no field without one."""
    return text_fields(fields.pop("caption", ""), "caption", "caption_entities")


def file_maker(kind: str, default_name: str, default_type: str, extra: Json) -> Callable[[World, Json], Json]:
    """Return a function that makes a message with one file."""

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


def object_maker(kind: str, defaults: Json) -> Callable[[World, Json], Json]:
    """Return a function that makes a message with one object and no file."""

    def make(_world: World, fields: Json) -> Json:
        return {kind: defaults | fields}

    return make


def venue(_world: World, fields: Json) -> Json:
    """Return a venue; real messages repeat its location."""
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
    made = file_maker("animation", "dance.mp4", "video/mp4", {"width": 320, "height": 240, "duration": 2})(
        world, fields
    )
    body = made["animation"]
    document = {name: body[name] for name in ("file_name", "mime_type", "file_id", "file_unique_id", "file_size")}
    return made | {"document": document}


def forwarded(world: World, fields: Json) -> Json:
    """Return a text that somebody else wrote."""
    origin: Json = fields.pop("origin", None) or {"type": "user", "sender_user": STRANGER, "date": world.now - 60}
    return {"forward_origin": origin} | text_fields(fields.pop("text", "Written by somebody else")) | fields


def rich(_world: World, fields: Json) -> Json:
    """Return a rich message (Bot API 10.1), which has no `text`: a paragraph for each line of `text`, or `blocks`."""
    lines = str(fields.pop("text", "Styled words")).split("\n")
    blocks: list[Any] = fields.pop("blocks", None) or [{"type": "paragraph", "text": line} for line in lines if line]
    return {"rich_message": {"blocks": blocks} | fields}


def story(_world: World, fields: Json) -> Json:
    """Return a forwarded story."""
    chat: Json = {"id": STRANGER["id"], "type": "private", "first_name": "Somebody", "last_name": "Else"}
    return {"story": {"chat": chat, "id": 1} | fields}


MAKERS: dict[str, Callable[[World, Json], Json]] = {
    "document": file_maker("document", "leaflet.pdf", "application/pdf", {}),
    "video": file_maker("video", "film.mp4", "video/mp4", {"width": 640, "height": 360, "duration": 5}),
    "voice": file_maker("voice", "", "audio/ogg", {"duration": 3}),
    "audio": file_maker("audio", "talk.mp3", "audio/mpeg", {"duration": 60}),
    "video_note": file_maker("video_note", "", "video/mp4", {"length": 240, "duration": 3}),
    "sticker": file_maker(
        "sticker",
        "",
        "image/webp",
        {"width": 512, "height": 512, "is_animated": False, "is_video": False, "type": "regular", "emoji": "🙂"},
    ),
    "photo": photo,
    "animation": animation,
    "location": object_maker("location", {"latitude": 50.85, "longitude": 4.35}),
    "contact": object_maker("contact", {"phone_number": "+3200000000", "first_name": "Somebody"}),
    "dice": object_maker("dice", {"emoji": "🎲", "value": 4}),
    "venue": venue,
    "poll": poll,
    "forwarded": forwarded,
    "rich": rich,
    "story": story,
}

COMMON_FIELDS = ("media_group_id", "forward_origin", "has_protected_content", "via_bot")  # of any kind of message
