"""Read an update: its JSON becomes an input of the core. Never fails: the update is kept before it is read.

Fields are named as in the Bot API (10.3). The library does not parse updates here: it leaves fields that it does not
know in ``api_kwargs``, and its filters would drop a message whose text is there.
"""

import re
from dataclasses import dataclass, replace
from enum import Enum

from pydantic import JsonValue

from bot.telegram import content
from bot.telegram.content import written_out
from conversations.dialogue.inputs import (
    Attached,
    Chose,
    Commanded,
    Done,
    Input,
    Picked,
    Press,
    Revised,
    Sent,
    SentAt,
    Shared,
    Unreadable,
    Wrote,
)
from conversations.dialogue.state import behind, without

FILES = {
    "animation": "animation",
    "live_photo": "photo",
    "photo": "photo",
    "video": "video",
    "document": "document",
}
"""Kinds of file that are attachments. Animations are also documents, live photos also photos: so they come first."""

WORDLESS = {
    "sticker": "sticker",
    "voice": "voice message",
    "audio": "audio file",
    "video_note": "video message",
    "venue": "place",
    "location": "location",
    "contact": "contact",
    "poll": "poll",
    "dice": "dice",
    "game": "game",
    "story": "story",
    "invoice": "invoice",
    "checklist": "checklist",
    "paid_media": "paid post",
    "giveaway": "giveaway",
    "rich_message": "message without words",
    "text": "message without words",
}
"""Kinds of message without words, as the bot names them to people."""

SERVICE = frozenset(
    """new_chat_members left_chat_member chat_owner_left chat_owner_changed new_chat_title new_chat_photo
    delete_chat_photo group_chat_created supergroup_chat_created channel_chat_created
    message_auto_delete_timer_changed migrate_to_chat_id migrate_from_chat_id pinned_message successful_payment
    refunded_payment gift unique_gift gift_upgrade_sent connected_website write_access_allowed
    proximity_alert_triggered boost_added chat_background_set checklist_tasks_done checklist_tasks_added
    community_chat_added community_chat_joined community_chat_removed direct_message_price_changed
    forum_topic_created forum_topic_edited forum_topic_closed forum_topic_reopened general_forum_topic_hidden
    general_forum_topic_unhidden giveaway_created giveaway_winners giveaway_completed managed_bot_created
    paid_message_price_changed poll_option_added poll_option_deleted suggested_post_approved
    suggested_post_approval_failed suggested_post_declined suggested_post_paid suggested_post_refunded
    video_chat_scheduled video_chat_started video_chat_ended video_chat_participants_invited""".split()  # noqa: SIM905 - a list would fill the page
)
"""Service messages, which Telegram itself writes into a chat (Bot API 10.3, Message)."""

ELSEWHERE = frozenset(
    """channel_post edited_channel_post business_connection business_message edited_business_message
    deleted_business_messages guest_message message_reaction message_reaction_count inline_query
    chosen_inline_result shipping_query pre_checkout_query purchased_paid_media poll poll_answer chat_member
    chat_join_request chat_boost removed_chat_boost managed_bot subscription stopped_message_generation""".split()  # noqa: SIM905 - a list would fill the page
)
"""Kinds of update that are not messages to the bot (Bot API 10.3, Update); it asks for none of them."""

LONGEST = 64
"""Characters of a full name that are kept; Telegram allows 64 for each of its two parts."""

_UNSEEN = re.compile("[\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ud800-\udfff]")
"""Control characters that are not white space, lone surrogates, and marks that change the direction of the text.

They are removed and not replaced by blanks, which would stand inside a name.
"""


def full_name(first: str, last: str) -> str:
    """Join the two parts of a name on one line, without invisible characters."""
    return " ".join(_UNSEEN.sub("", f"{first} {last}").split())[:LONGEST].rstrip()


_COMMAND = re.compile(
    r"/([a-z]\w*)(?:@(\w+))?(?:[.,;:!?]+(?=\s|\Z))?(?:\s+(.*))?", re.ASCII | re.DOTALL | re.IGNORECASE
)

_NOT_KEPT = re.compile("[\0\ud800-\udfff]")

_LARGEST = 1 << 52
"""Telegram's ids have at most 52 significant bits."""


class Membership(Enum):
    """A person blocked the bot or came back, or a group removed the bot or added it."""

    BLOCKED = "blocked"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Reading:
    """An update as the bot understands it: the chat, the person and the input.

    ``given`` is ``None`` if there is nothing to answer. Telegram hands a file over for its ``file_id``.
    """

    chat_id: int | None = None
    user_id: int | None = None
    private: bool = False
    given: Input | Membership | None = None
    query_id: str | None = None
    file_id: str | None = None
    name: str = ""


def read(update: JsonValue, sent_at: SentAt | None = None) -> Reading:
    """Read an update. ``sent_at`` is the question at which it was sent, if it is read later than it came."""
    reading = _read(update)
    if sent_at is None or not isinstance(reading.given, Sent):
        return reading
    return replace(reading, given=reading.given.model_copy(update={"sent_at": sent_at}))


def _read(update: JsonValue) -> Reading:
    kind, body = _content(update)
    chat = _chat(body)
    chat_id = chat_id_of(update)
    if chat_id is None or kind in ELSEWHERE or chat.get("type") == "channel":
        return Reading(chat_id)
    person = _dict(body.get("from"))
    private = chat.get("type") == "private" or (kind == "callback_query" and not chat)
    query_id = body.get("id") if kind == "callback_query" else None
    return Reading(
        chat_id=chat_id,
        user_id=_id(person.get("id")) or (chat_id if private else None),
        private=private,
        given=_in_language(_given(kind, body), _clean(person.get("language_code"))),
        query_id=_clean(query_id) or None,
        file_id=_clean(_file(body).get("file_id")) or None,
        name=full_name(_clean(person.get("first_name")), _clean(person.get("last_name"))),
    )


def _in_language(given: Input | Membership | None, code: str) -> Input | Membership | None:
    """Add the language of the person's app."""
    return given.model_copy(update={"language": code}) if isinstance(given, Done) and code else given


def chat_id_of(update: JsonValue) -> int | None:
    """Return the chat of an update of any kind; of a press without its message, the person's private chat."""
    _, body = _content(update)
    person = _dict(body.get("from")) or _dict(body.get("user"))
    return _id(_chat(body).get("id")) or _id(person.get("id"))


def _content(update: JsonValue) -> tuple[str, dict[str, JsonValue]]:
    """Return the kind of an update and its content, the one part beside the id."""
    parts = [(kind, part) for kind, part in _dict(update).items() if isinstance(part, dict)]
    return parts[0] if parts else ("", {})


def _chat(body: dict[str, JsonValue]) -> dict[str, JsonValue]:
    return _dict(body.get("chat")) or _dict(_dict(body.get("message")).get("chat"))


def _given(kind: str, body: dict[str, JsonValue]) -> Input | Membership | None:
    match kind:
        case "message":
            return _message(body)
        case "edited_message":
            text, links = _said(body)
            return Revised(text=text, message=_message_id(body), links=links) if text else None
        case "callback_query":
            return _press(body)
        case "my_chat_member":
            return _membership(body)
        case _:
            return Unreadable(what="update of a new kind")


def _message(message: dict[str, JsonValue]) -> Input | None:
    if _text(message):
        return _written(message)
    number, (caption, links) = _message_id(message), _said(message)
    for name, what in (FILES | WORDLESS if caption else FILES).items():
        if name in message:
            file = _file(message)
            size, called = _id(file.get("file_size")) or 0, _clean(file.get("file_name")) or _UNNAMED.get(name, "")
            given = Attached(what=what, caption=caption, message=number, name=called, size=max(size, 0), links=links)
            return _replying(given, message)
    if not SERVICE.isdisjoint(message):
        return None
    what = next((what for name, what in WORDLESS.items() if name in message), "message of a new kind")
    if "users_shared" in message:
        return Picked(user=_picked(_dict(message["users_shared"])), message=number)
    return _shared(what, message) or Unreadable(what=what, message=number)


def _picked(shared: dict[str, JsonValue]) -> int | None:
    """Return the first person of a shared contact; one is asked for."""
    users = (_id(_dict(user).get("user_id")) for user in _list(shared.get("users")))
    return next((user for user in users if user is not None and user > 0), None)


def _shared(what: str, message: dict[str, JsonValue]) -> Shared | None:
    number = _message_id(message)
    match what:
        case "contact":
            return Shared(what=what, message=number, details=content.contact(_dict(message["contact"])))
        case "place":
            return Shared(what=what, message=number, details=content.venue(_dict(message["venue"])))
        case "location":
            return Shared(what=what, message=number)
        case _:
            return None


_UNNAMED = {"photo": "photo.jpg", "live_photo": "photo.jpg"}
"""File names for photos: Telegram gives them none, and they are always JPEG."""


def _file(message: dict[str, JsonValue]) -> dict[str, JsonValue]:
    """Return the file of a message; of a photo the largest size, which is last."""
    kind = next((kind for kind in FILES if kind in message), "")
    found = message.get("photo" if kind == "live_photo" else kind)
    return _dict(found[-1]) if isinstance(found, list) and found else _dict(found)


def _written(message: dict[str, JsonValue]) -> Input:
    number, (text, links) = _message_id(message), _said(message)
    command = _COMMAND.fullmatch(without(text, links))
    if command is None:
        return _replying(Wrote(text=text, message=number, links=links), message)
    name, to, argument = command.groups(default="")
    given = Commanded(name=name.lower(), argument=argument.strip(), message=number, to=to, text=text, links=links)
    return _replying(given, message)


def _replying(given: Wrote | Attached | Commanded, message: dict[str, JsonValue]) -> Input:
    """Add the message to which this one replies, if it does."""
    presses, answered = _answered(message)
    if answered is None:
        return given
    quote = _clean(_dict(message.get("quote")).get("text"))
    return given.model_copy(update={"reply_to": presses, "answered": answered, "quote": quote})


def _answered(message: dict[str, JsonValue]) -> tuple[tuple[Press, ...], int | None]:
    """Return the message to which this one replies: its buttons, if it is a bot's, and its id.

    A message of another chat has no id that is known here: 0 stands for it.
    """
    answered = _dict(message.get("reply_to_message"))
    if not answered:
        return (), 0 if _dict(message.get("external_reply")) else None
    if _dict(answered.get("from")).get("is_bot") is not True:
        return (), _message_id(answered)
    rows = _list(_dict(answered.get("reply_markup")).get("inline_keyboard"))
    carried = (_clean(_dict(button).get("callback_data")) for row in rows for button in _list(row))
    return tuple(press for press in map(Press.read, carried) if press is not None), _message_id(answered)


def _said(message: dict[str, JsonValue]) -> tuple[str, tuple[str, ...]]:
    """Return the text of a message, with the addresses of links written after their words, and these addresses."""
    if not _clean(message.get("text")) and (text := _text(message)):
        links = tuple(url for url in content.rich_links(message.get("rich_message")) if behind(url) in text)
    else:
        kind, entities = ("text", "entities") if _text(message) else ("caption", "caption_entities")
        raw = message.get(kind)
        text, links = written_out(raw if isinstance(raw, str) else "", message.get(entities))
    return _clean(text), tuple(map(_clean, links))


def _text(message: dict[str, JsonValue]) -> str:
    # long or styled text may come as rich_message alone, without text (since Bot API 10.1)
    return _clean(message.get("text")) or _clean(content.rich_text(message.get("rich_message")))


def _press(query: dict[str, JsonValue]) -> Chose:
    """Read a press; a message whose date is 0 is too old for the bot, and counts as none."""
    message = _dict(query.get("message"))
    number = 0 if message.get("date") == 0 else _message_id(message)
    return Chose(press=Press.read(_clean(query.get("data"))), message=number)


def _membership(change: dict[str, JsonValue]) -> Membership | None:
    """Read whether the bot is in a chat now; in a group it may be a member, an admin, or restricted."""
    now = _dict(change.get("new_chat_member"))
    match now.get("status"):
        case "kicked" | "left":
            return Membership.BLOCKED
        case "member" | "administrator":
            return Membership.RETURNED
        case "restricted" if now.get("is_member") is True:
            return Membership.RETURNED
        case _:
            return None


def _message_id(message: dict[str, JsonValue]) -> int:
    return _id(message.get("message_id")) or 0


def _clean(text: JsonValue) -> str:
    """Remove characters that PostgreSQL or UTF-8 cannot store: NUL and lone surrogates."""
    return _NOT_KEPT.sub("", text) if isinstance(text, str) else ""


def _dict(value: JsonValue) -> dict[str, JsonValue]:
    return value if isinstance(value, dict) else {}


def _list(value: JsonValue) -> list[JsonValue]:
    return value if isinstance(value, list) else []


def _id(value: JsonValue) -> int | None:
    """Return a number that can be an id; 0 is not one."""
    fits = isinstance(value, int) and not isinstance(value, bool) and -_LARGEST < value < _LARGEST
    return value or None if fits and isinstance(value, int) else None
