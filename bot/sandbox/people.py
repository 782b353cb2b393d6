"""People of the sandbox: what they do and what they see."""

from dataclasses import dataclass, field
from typing import Any

from bot.sandbox import acts
from bot.sandbox.chats import Chat
from bot.sandbox.params import Json
from bot.sandbox.text import Client, Formatted, parts
from bot.sandbox.views import Message, seen
from bot.sandbox.world import Notice, World

SCOPES = ("chat", "all_private_chats", "default")


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
        """Return what answers to presses have shown to this person."""
        return tuple(notice for notice in self.world.notices if notice.user_id == self.user_id)

    @property
    def commands(self) -> tuple[tuple[str, str], ...]:
        """Return the command menu that this person sees: the narrowest scope that has one, own language first."""
        languages = (self.user.get("language_code", ""), "")
        keys = (
            (f"{scope}:{self.user_id}" if scope == "chat" else scope, code) for scope in SCOPES for code in languages
        )
        menu = next((self.world.commands[key] for key in keys if key in self.world.commands), [])
        return tuple((entry["command"], entry["description"]) for entry in menu)

    async def says(self, text: str | Formatted, reply_to: int | None = None) -> int:
        """Write a message; return the number of its update, of the last one where the text made several."""
        if isinstance(text, Formatted):
            return self._say(text, reply_to)
        return [self._say(part, reply_to) for part in parts(text) or [text]][-1]

    async def pastes(self, text: str, client: Client = "exact") -> list[int]:
        """Paste a long text, which the client cuts into messages; return the numbers of their updates."""
        return [self._say(part) for part in parts(text, client)]

    async def presses(self, label: str, message_id: int | None = None) -> int:
        """Press the button with this label, on the newest message that has it or on the given one."""
        return acts.press(self.world, self.chat, self.user, label, message_id)

    async def presses_data(self, message_id: int, data: str) -> int:
        """Forge a press."""
        return acts.press_data(self.world, self.chat, self.user, message_id, data)

    async def edits(self, message_id: int, text: str | Formatted) -> int:
        """Change a text, or a caption, sent before."""
        return acts.edit(self.world, self.chat, self.user, message_id, text)

    async def sends(self, kind: str, **fields: Any) -> int:  # noqa: ANN401 - fields of any Bot API object
        """Send something other than text: see `kinds`; `reply_to` answers a message."""
        return acts.send(self.world, self.chat, self.user, kind, fields)

    async def deletes(self, message_id: int) -> None:
        """Delete a message; Telegram does not tell bots."""
        self.world.remove(self.chat, message_id)

    async def blocks(self) -> int:
        """Block the bot: it can write no more."""
        self.chat.blocked = True
        return acts.change_membership(self.world, self.chat, self.user, "member", "kicked")

    async def unblocks(self) -> int:
        """Take the bot back."""
        self.chat.blocked = False
        return acts.change_membership(self.world, self.chat, self.user, "kicked", "member")

    async def leaves_telegram(self) -> None:
        """Delete the account."""
        self.chat.deactivated = True

    def _say(self, text: str | Formatted, reply_to: int | None = None) -> int:
        return acts.say(self.world, self.chat, self.user, text, reply_to)


@dataclass(frozen=True)
class Group:
    """A chat of several people and the bot."""

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
        return acts.say(self.world, self.chat, person.user, text, reply_to)

    async def presses(self, person: Person, label: str, message_id: int | None = None) -> int:
        """Press a button as `person`."""
        return acts.press(self.world, self.chat, person.user, label, message_id)

    async def edits(self, person: Person, message_id: int, text: str) -> int:
        """Change a message of `person`."""
        return acts.edit(self.world, self.chat, person.user, message_id, text)

    async def sends(self, person: Person, kind: str, **fields: Any) -> int:  # noqa: ANN401 - as in `Person.sends`
        """Send something other than text as `person`."""
        return acts.send(self.world, self.chat, person.user, kind, fields)

    async def removes_bot(self, person: Person) -> int:
        """Throw the bot out."""
        self.chat.bot_status = "kicked"
        return acts.change_membership(self.world, self.chat, person.user, "member", "kicked")

    async def adds_bot(self, person: Person) -> int:
        """Take the bot in."""
        self.chat.bot_status = "member"
        return acts.change_membership(self.world, self.chat, person.user, "left", "member")

    async def forbids_text(self) -> None:
        """Let nobody without rights write text."""
        self.chat.text_forbidden = True

    async def upgrades(self, person: Person) -> "Group":
        """Become a supergroup with a new id; return it."""
        number = self.world.next_group_id(supergroup=True)
        moved = Chat(self.chat.body | {"id": number, "type": "supergroup"})
        self.world.chats[number] = moved
        acts.deliver(self.world, self.chat, person.user, {"migrate_to_chat_id": number})
        acts.deliver(self.world, moved, person.user, {"migrate_from_chat_id": self.chat_id})
        self.chat.moved_to = number
        return Group(self.world, moved)


def messages_of(world: World, chat: Chat) -> tuple[Message, ...]:
    """Return the messages of a chat as people see them."""
    return tuple(seen(message, world.bot["id"], world.files.content_of) for message in chat.messages.values())
