"""Groups and channels: find the messages that are meant for the bot among the talk of others.

The bot answers commands and mentions with a link to the private chat. It ignores other bots, edits, service messages
and forwarded words. Every function accepts any JSON.
"""

import re

from pydantic import JsonValue

from bot.commands import NAMES

_KINDS = ("message", "channel_post")
_TALK = frozenset((*_KINDS, "edited_message", "edited_channel_post"))
_TYPES = ("group", "supergroup", "channel")
_COMMAND = re.compile(r"/([a-z][a-z0-9_]*)(?:@([a-z0-9_]+))?(?![^\s,.;:!?])", re.IGNORECASE)
_ADDRESSED = re.compile(r"/\w+@(\w+)", re.ASCII)
_PASSED_ON = ("forward_origin", "is_automatic_forward", "via_bot")
_ANONYMOUS_ADMIN = 1087968824
"""Telegram's user for an admin who speaks as the group (GroupAnonymousBot): a person, though it says bot."""


def is_meant(update: JsonValue, username: str) -> bool:
    """Say whether somebody in a group or channel speaks to the bot of that name."""
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
    """Say whether an update is a message, or the edit of one."""
    return not _TALK.isdisjoint(_dict(update))


def topic_of(update: JsonValue) -> int | None:
    """Tell in which topic of a forum something was said; outside of topics a reply has such a number, too."""
    message = _dict(_dict(update).get("message"))
    number = message.get("message_thread_id")
    if message.get("is_topic_message") is not True or isinstance(number, bool):
        return None
    return number if isinstance(number, int) else None


def _is_said_by_people(message: dict[str, JsonValue]) -> bool:
    """Say whether a person wrote it: no bot, no other chat, no forward. The posts of a channel are by its admins."""
    person, chat = _dict(message.get("from")), message.get("sender_chat")
    as_the_chat = chat is not None and _dict(chat).get("id") == _dict(message.get("chat")).get("id")
    if any(key in message for key in _PASSED_ON):
        return False
    if as_the_chat:
        return not person or person.get("id") == _ANONYMOUS_ADMIN
    return chat is None and bool(person) and person.get("is_bot") is not True


def _answers(message: dict[str, JsonValue], name: str) -> bool:
    """Say whether it replies to a message of the bot's; in a topic all messages hang on the one that opened it."""
    answered = _dict(message.get("reply_to_message"))
    return "forum_topic_created" not in answered and _is_called(answered.get("from"), name)


def _names(text: str, marks: JsonValue, name: str) -> bool:
    """Say whether a text begins with a command that is the bot's, or Telegram marks the bot's name or command in it."""
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
    """Cut out the marked text: Telegram counts in UTF-16."""
    begin, length = mark.get("offset"), mark.get("length")
    if not (isinstance(begin, int) and isinstance(length, int) and begin >= 0 and length >= 0):
        return ""
    return text.encode("utf-16-le", "surrogatepass")[2 * begin : 2 * (begin + length)].decode("utf-16-le", "replace")


def _is_called(user: JsonValue, name: str) -> bool:
    called = _dict(user).get("username")
    return isinstance(called, str) and called.casefold() == name


def _dict(value: JsonValue) -> dict[str, JsonValue]:
    return value if isinstance(value, dict) else {}
