"""Chats as the Bot API server keeps them, and which of them the bot may reach."""

from dataclasses import dataclass, field

from bot.sandbox.params import (
    BLOCKED,
    CHAT_ID_EMPTY,
    CHAT_NOT_FOUND,
    DEACTIVATED,
    NEVER_STARTED,
    TO_A_BOT,
    Json,
    RefusalError,
    forbidden,
    migrated,
)


@dataclass(eq=False)
class Chat:
    """One chat with its messages, oldest first, as the Bot API gives them."""

    body: Json
    messages: dict[int, Json] = field(default_factory=dict)
    versions: dict[int, int] = field(default_factory=dict)  # of each message, deleted ones too
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    is_bot: bool = False
    bot_status: str = "member"
    text_forbidden: bool = False
    moved_to: int = 0

    @property
    def chat_id(self) -> int:
        """Return the chat's id."""
        return int(self.body["id"])

    @property
    def private(self) -> bool:
        """Return whether this is the chat with one person."""
        return bool(self.body["type"] == "private")

    def check_access(self, *, edits: bool = True) -> None:
        """Refuse where the bot cannot act in this chat."""
        if self.deactivated and edits:
            raise RefusalError(DEACTIVATED)
        if self.moved_to:
            raise RefusalError(migrated(self.moved_to))
        if self.bot_status == "kicked":
            raise RefusalError(forbidden(f"bot was kicked from the {self.body['type']} chat"))
        if self.bot_status == "left":
            raise RefusalError(forbidden(f"bot is not a member of the {self.body['type']} chat"))

    def check_reachable(self) -> None:
        """Refuse a new message to somebody who has never written."""
        if self.is_bot:
            raise RefusalError(TO_A_BOT)
        if self.private and not self.started:
            raise RefusalError(NEVER_STARTED)

    def check_unblocked(self) -> None:
        """Refuse where the person has blocked the bot."""
        if self.blocked:
            raise RefusalError(BLOCKED)


def chat_named(chats: dict[int, Chat], name: str) -> Chat:
    """Return the chat that a call names by id or `@username`."""
    if not name:
        raise RefusalError(CHAT_ID_EMPTY)
    for chat in chats.values():
        if name == str(chat.chat_id) or (name.startswith("@") and name[1:] == chat.body.get("username")):
            return chat
    raise RefusalError(CHAT_NOT_FOUND)
