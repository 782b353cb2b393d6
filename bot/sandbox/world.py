"""Everything that Telegram knows: people, chats, messages, callback queries, files, updates. Nothing here waits."""

import asyncio
import itertools
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.sandbox.files import Files
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
from bot.sandbox.updates import Updates


class Pulse:
    """Wakes everybody who waits, each time that something happens."""

    def __init__(self) -> None:
        self._beat = asyncio.Event()

    def beat(self) -> None:
        """Wake everybody who waits."""
        self._beat.set()
        self._beat = asyncio.Event()

    async def next(self) -> None:
        """Wait until something happens."""
        await self._beat.wait()

    async def until(self, predicate: Callable[[], object], timeout: float) -> None:  # noqa: ASYNC109 - TimeoutError is the answer
        """Wait until `predicate` holds; TimeoutError after `timeout` seconds."""
        async with asyncio.timeout(timeout):
            while not predicate():
                await self.next()


ACTION_LASTS = 5  # seconds for which a chat shows that the bot is at work (Bot API, sendChatAction)

QUERY_LASTS = 150  # seconds in which a press can be answered

BOT_NAME = "Practice sandbox"

BOT_USERNAME = "practice_sandbox_bot"


@dataclass
class Query:
    """A press that waits for its answer."""

    at: float
    user_id: int
    answered: bool = False


@dataclass(frozen=True)
class Notice:
    """A text that the answer to a press has shown: a line at the top, or a box to close."""

    user_id: int
    text: str
    alert: bool
    version: int


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
    keyboard: Json | None = None  # what the bot shows in place of the phone's, until it removes that

    @property
    def chat_id(self) -> int:
        """Return the chat's id."""
        return int(self.body["id"])

    @property
    def private(self) -> bool:
        """Return whether this is the chat with one person."""
        return bool(self.body["type"] == "private")

    def check_access(self, *, edits: bool = True) -> None:
        """RefusalError if the bot cannot act in this chat."""
        if self.deactivated and edits:
            raise RefusalError(DEACTIVATED)
        if self.moved_to:
            raise RefusalError(migrated(self.moved_to))
        if self.bot_status == "kicked":
            raise RefusalError(forbidden(f"bot was kicked from the {self.body['type']} chat"))
        if self.bot_status == "left":
            raise RefusalError(forbidden(f"bot is not a member of the {self.body['type']} chat"))

    def check_reachable(self) -> None:
        """RefusalError for a new message to somebody who has never written."""
        if self.is_bot:
            raise RefusalError(TO_A_BOT)
        if self.private and not self.started:
            raise RefusalError(NEVER_STARTED)

    def check_unblocked(self) -> None:
        """RefusalError if the person has blocked the bot."""
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


@dataclass(eq=False)
class World:
    """The state of one sandbox."""

    token: str
    clock: Callable[[], float]
    first_message_id: int = 1
    first_update_id: int | None = None
    privacy: bool = False
    id_of: Callable[[str], int] | None = None
    pulse: Pulse = field(default_factory=Pulse)
    closing: bool = False
    users: dict[int, Json] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    queries: dict[str, Query] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    actions: dict[int, float] = field(default_factory=dict)  # of each chat: when the bot was last seen at work
    profile: dict[tuple[str, str], str] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)
    logged_out: bool = False
    version: int = 0

    def __post_init__(self) -> None:
        self.files = Files(self.clock)
        # From the clock, so that a second sandbox does not repeat the numbers of the first.
        first = int(self.clock() * 1000) % (1 << 30) if self.first_update_id is None else self.first_update_id
        self.updates = Updates(first, self.clock, self.pulse.beat)
        self._message_ids = itertools.count(self.first_message_id)
        self._query_ids = itertools.count(int(self.clock() * 1000) << 20)
        self._person_ids = itertools.count(1_000_001)
        self._group_ids = itertools.count(1_000_001)
        self.bot: Json = {
            "id": int(self.token.partition(":")[0]),
            "is_bot": True,
            "first_name": BOT_NAME,
            "username": BOT_USERNAME,
        }

    @property
    def now(self) -> int:
        """Return the time as messages carry it."""
        return int(self.clock())

    def next_message_id(self) -> int:
        """Return the id of the next message: one count for all chats, as for a real bot account."""
        return next(self._message_ids)

    def new_person_id(self, name: str) -> int:
        """Return an id for a person who is made by name alone."""
        if self.id_of:
            return self.id_of(name)
        return next(number for number in self._person_ids if number not in self.users)

    def next_group_id(self, *, supergroup: bool) -> int:
        """Return an id for a group; those of supergroups begin with -100."""
        number = next(self._group_ids)
        return -1_000_000_000_000 - number if supergroup else -number

    def chat(self, name: str) -> Chat:
        """Return the chat that a call names."""
        return chat_named(self.chats, name)

    def post(self, chat: Chat, sender: Json, content: Json) -> Json:
        """Put a message into a chat; return it."""
        head: Json = {"message_id": self.next_message_id(), "from": sender, "chat": chat.body, "date": self.now}
        if sender is self.bot:
            self.actions.pop(chat.chat_id, None)
        return self.change(chat, head | content)

    def change(self, chat: Chat, message: Json) -> Json:
        """Store a new or changed message; return it."""
        chat.messages[message["message_id"]] = message
        chat.versions[message["message_id"]] = self.next_version()
        return message

    def remove(self, chat: Chat, message_id: int) -> None:
        """Delete a message from a chat."""
        del chat.messages[message_id]
        chat.versions[message_id] = self.next_version()

    def next_version(self) -> int:
        """Count a change and wake everybody who waits; a watcher asks for the changes after a version."""
        self.version += 1
        self.pulse.beat()
        return self.version

    def acts(self, chat: Chat, *, ends: bool = False) -> None:
        """Remember that the bot is at work for a chat, or has ended it."""
        self.actions[chat.chat_id] = 0.0 if ends else self.clock()
        self.next_version()

    def at_work(self, chat_id: int) -> bool:
        """Return whether a chat shows the bot at work: for five seconds, or until its message comes."""
        return self.clock() - self.actions.get(chat_id, 0.0) < ACTION_LASTS

    def waiting_for_answer(self) -> set[int]:
        """Return the ids of the people whose pressed button still shows that it waits."""
        oldest = self.clock() - QUERY_LASTS
        return {query.user_id for query in self.queries.values() if not query.answered and query.at >= oldest}

    def ask(self, user_id: int) -> str:
        """Return the id of a new query."""
        query_id = str(next(self._query_ids))
        self.queries[query_id] = Query(self.clock(), user_id)
        return query_id

    def open_query(self, query_id: str) -> Query | None:
        """Return the query if it can still be answered, otherwise None."""
        query = self.queries.get(query_id)
        young = query is not None and not query.answered and self.clock() - query.at <= QUERY_LASTS
        return query if young else None
