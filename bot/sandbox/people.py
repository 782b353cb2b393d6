"""People and groups of the sandbox: their actions, and the messages that they see."""

import hashlib
import re
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.contents import COMMON_FIELDS, contents, shared_people, text_fields
from bot.sandbox.params import Json
from bot.sandbox.text import Client, Formatted, parts
from bot.sandbox.updates import NOT_DELIVERED
from bot.sandbox.views import Message, buttons_of, seen
from bot.sandbox.world import Chat, Notice, World

SCOPES = ("chat", "all_private_chats", "default")

LEADING_SYMBOL = re.compile(r"[^\w\s]+\s+")

_COUNT = re.compile(r" \(\d+\+?\)$")


@dataclass(frozen=True)
class Person:
    """Somebody with a private chat with the bot; the chat has the person's id."""

    world: World = field(repr=False, compare=False)
    user: Json = field(hash=False)

    @property
    def user_id(self) -> int:
        """Return the person's id, which is the chat's too."""
        return int(self.user["id"])

    @property
    def name(self) -> str:
        """Return the person's full name."""
        return f"{self.user['first_name']} {self.user.get('last_name', '')}".strip()

    @property
    def chat(self) -> Chat:
        """Return the private chat."""
        return self.world.chats[self.user_id]

    @property
    def messages(self) -> tuple[Message, ...]:
        """Return all messages of the private chat, both sides, oldest first."""
        return messages_of(self.world, self.chat)

    @property
    def notices(self) -> tuple[Notice, ...]:
        """Return the notices that answers to presses have shown to this person."""
        return tuple(notice for notice in self.world.notices if notice.user_id == self.user_id)

    @property
    def commands(self) -> tuple[tuple[str, str], ...]:
        """Return the command menu that this person sees: the narrowest scope that has one, own language first."""
        languages = (self.user.get("language_code", "").partition("-")[0], "")  # menus have two letters
        keys = (
            (f"{scope}:{self.user_id}" if scope == "chat" else scope, code) for scope in SCOPES for code in languages
        )
        menu = next((self.world.commands[key] for key in keys if key in self.world.commands), [])
        return tuple((entry["command"], entry["description"]) for entry in menu)

    async def says(self, text: str | Formatted, reply_to: int | None = None) -> int:
        """Write a message; return the number of its update, the last one if the text makes several."""
        if isinstance(text, Formatted):
            return self._say(text, reply_to)
        return [self._say(part, reply_to) for part in parts(text) or [text]][-1]

    async def pastes(self, text: str, client: Client = "exact") -> list[int]:
        """Paste a long text, which the client cuts into messages; return the numbers of their updates."""
        return [self._say(part) for part in parts(text, client)]

    async def presses(self, label: str, message_id: int | None = None) -> int:
        """Press the button with this label, on the given message or on the newest one that has it."""
        return press(self.world, self.chat, self.user, label, message_id)

    async def presses_data(self, message_id: int, data: str) -> int:
        """Press with any data, also data that no button has."""
        return press_data(self.world, self.chat, self.user, message_id, data)

    async def shares(self, *people: "Person") -> int:
        """Choose people from the contacts, with the button that the bot shows in place of the phone's keyboard."""
        shared = shared_people(self.chat.keyboard, [person.user for person in people])
        return deliver(self.world, self.chat, self.user, shared)

    async def edits(self, message_id: int, text: str | Formatted) -> int:
        """Change a text, or a caption, sent before."""
        return edit(self.world, self.chat, self.user, message_id, text)

    async def sends(self, kind: str, **fields: Any) -> int:  # noqa: ANN401 - fields of any Bot API object
        """Send a file, a place, a poll and so on: `kind` is one of `MAKERS`; `reply_to` answers a message."""
        return send(self.world, self.chat, self.user, kind, fields)

    async def deletes(self, message_id: int) -> None:
        """Delete a message; Telegram does not tell bots."""
        self.world.remove(self.chat, message_id)

    async def blocks(self) -> int:
        """Block the bot: it can no longer write to this person."""
        self.chat.blocked = True
        return change_membership(self.world, self.chat, self.user, "member", "kicked")

    async def unblocks(self) -> int:
        """Unblock the bot."""
        self.chat.blocked = False
        return change_membership(self.world, self.chat, self.user, "kicked", "member")

    async def leaves_telegram(self) -> None:
        """Delete the account."""
        self.chat.deactivated = True

    def _say(self, text: str | Formatted, reply_to: int | None = None) -> int:
        return say(self.world, self.chat, self.user, text, reply_to)


@dataclass(frozen=True)
class Group:
    """A group of people and the bot."""

    world: World = field(repr=False, compare=False)
    chat: Chat

    @property
    def chat_id(self) -> int:
        """Return the chat's id, below zero."""
        return self.chat.chat_id

    @property
    def messages(self) -> tuple[Message, ...]:
        """Return all messages, oldest first."""
        return messages_of(self.world, self.chat)

    async def says(self, person: Person, text: str, reply_to: int | None = None) -> int:
        """Write a message as `person`."""
        return say(self.world, self.chat, person.user, text, reply_to)

    async def presses(self, person: Person, label: str, message_id: int | None = None) -> int:
        """Press a button as `person`."""
        return press(self.world, self.chat, person.user, label, message_id)

    async def edits(self, person: Person, message_id: int, text: str) -> int:
        """Change a message of `person`."""
        return edit(self.world, self.chat, person.user, message_id, text)

    async def sends(self, person: Person, kind: str, **fields: Any) -> int:  # noqa: ANN401 - as in `Person.sends`
        """Send something other than text as `person`."""
        return send(self.world, self.chat, person.user, kind, fields)

    async def removes_bot(self, person: Person) -> int:
        """Remove the bot from the group."""
        self.chat.bot_status = "kicked"
        return change_membership(self.world, self.chat, person.user, "member", "kicked")

    async def adds_bot(self, person: Person) -> int:
        """Add the bot to the group."""
        self.chat.bot_status = "member"
        return change_membership(self.world, self.chat, person.user, "left", "member")

    async def forbids_text(self) -> None:
        """Forbid text to all members without rights."""
        self.chat.text_forbidden = True

    async def upgrades(self, person: Person) -> "Group":
        """Turn the group into a supergroup with a new id; return that."""
        number = self.world.next_group_id(supergroup=True)
        moved = Chat(self.chat.body | {"id": number, "type": "supergroup"})
        self.world.chats[number] = moved
        deliver(self.world, self.chat, person.user, {"migrate_to_chat_id": number})
        deliver(self.world, moved, person.user, {"migrate_from_chat_id": self.chat_id})
        self.chat.moved_to = number
        return Group(self.world, moved)


def people_of(world: World) -> tuple[Person, ...]:
    """Return all people of a sandbox."""
    return tuple(Person(world, user) for user in world.users.values() if not user["is_bot"])


def find_or_make_person(  # noqa: PLR0913 - all but two by name, each with a default
    world: World,
    name: str,
    user_id: int | None = None,
    *,
    username: str | None = None,
    language_code: str = "en",
    is_bot: bool = False,
) -> Person:
    """Return the person with that id; make one with a private chat if there is none."""
    number = world.new_person_id(name) if user_id is None else user_id
    if number not in world.users:
        first, _, last = name.partition(" ")
        names: Json = {"first_name": first} | ({"last_name": last} if last else {})
        names |= {"username": username} if username else {}
        language = {} if is_bot else {"language_code": language_code}
        world.users[number] = {"is_bot": is_bot, "id": number} | names | language
        world.chats[number] = Chat({"id": number} | names | {"type": "private"}, is_bot=is_bot)
    return Person(world, world.users[number])


def messages_of(world: World, chat: Chat) -> tuple[Message, ...]:
    """Return the messages of a chat as people see them."""
    return tuple(seen(message, world.bot["id"], world.files.content_of) for message in chat.messages.values())


def say(world: World, chat: Chat, user: Json, text: str | Formatted, reply_to: int | None = None) -> int:
    """Write a message; return the number of its update."""
    content = text_fields(text)
    if "text" not in content:
        raise ValueError("Nothing in this message can be seen: write some words")
    return deliver(world, chat, user, content | quoted(chat, reply_to))


def send(world: World, chat: Chat, user: Json, kind: str, fields: Json) -> int:
    """Send something other than text; return the number of its update."""
    reply_to = fields.pop("reply_to", None)
    common = {name: fields.pop(name) for name in COMMON_FIELDS if name in fields}
    return deliver(world, chat, user, contents(world, kind, fields) | common | quoted(chat, reply_to))


def quoted(chat: Chat, reply_to: int | None) -> Json:
    """Return the message that is answered, without the message that it answered itself."""
    if reply_to is None:
        return {}
    if reply_to not in chat.messages:
        raise LookupError(f"no message {reply_to} in this chat to reply to")
    target = chat.messages[reply_to]
    return {"reply_to_message": {name: value for name, value in target.items() if name != "reply_to_message"}}


def deliver(world: World, chat: Chat, user: Json, content: Json) -> int:
    """Put a person's message into a chat; queue it for the bot if the bot can read it."""
    open_chat(chat)
    message = world.post(chat, user, content)
    return world.updates.add("message", message) if readable(world, chat, message) else NOT_DELIVERED


def open_chat(chat: Chat) -> None:
    """Open the chat with the bot; RuntimeError if the person has blocked the bot."""
    if chat.blocked:
        raise RuntimeError("this person has blocked the bot and must unblock it first")
    chat.started = True


def readable(world: World, chat: Chat, message: Json) -> bool:
    """Return whether the bot gets this message: in groups, privacy mode hides messages that are not for the bot."""
    if chat.private:
        return True
    if chat.bot_status != "member":
        return False
    text = str(message.get("text", ""))
    answered = message.get("reply_to_message", {}).get("from", {}).get("id") == world.bot["id"]
    return not world.privacy or text.startswith("/") or answered or f"@{world.bot['username']}" in text


def edit(world: World, chat: Chat, user: Json, message_id: int, text: str | Formatted) -> int:
    """Change an own message; return the number of the update."""
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
    return world.updates.add("edited_message", changed) if readable(world, chat, changed) else NOT_DELIVERED


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
    """Return the data of the button with this label; it may lack its leading symbol or its count."""
    buttons = [(button.label, button.data) for row in buttons_of(message) for button in row if button.data is not None]
    plain = [(LEADING_SYMBOL.sub("", shown, count=1), data) for shown, data in buttons]
    uncounted = [(_COUNT.sub("", shown), data) for shown, data in (*buttons, *plain)]
    return next((data for shown, data in (*buttons, *plain, *uncounted) if shown == label), None)


def press_data(world: World, chat: Chat, user: Json, message_id: int, data: str) -> int:
    """Send a callback query with any data, also for a deleted message."""
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
    """Tell the bot that its membership in a chat has changed."""
    content: Json = {
        "chat": chat.body,
        "from": user,
        "date": world.now,
        "old_chat_member": membership(world, old),
        "new_chat_member": membership(world, new),
    }
    return world.updates.add("my_chat_member", content)


def membership(world: World, status: str) -> Json:
    """Return the bot's membership in a chat."""
    return {"user": world.bot, "status": status} | ({"until_date": 0} if status == "kicked" else {})
