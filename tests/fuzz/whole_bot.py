"""Updates played through the whole bot: listener, inbox, turn, outbox, writing, over HTTP and with a database."""

import logging
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from fuzz.form import at, handed_in
from fuzz.telegram import PEOPLE
from pydantic import SecretStr
from support.turns import turn

from bot.app import Bot, build, running
from bot.clock import now
from bot.demo.transcripts import ADMIN, COORDINATORS
from bot.sandbox import Sandbox
from bot.settings import Settings
from bot.telegram.reading import read
from conversations.dialogue.conversation import Conversation, Step
from conversations.dialogue.inputs import Input, Unreadable
from conversations.dialogue.model import CONSENT_VERSION, Consent
from conversations.dialogue.repositories import ReviewRepository
from conversations.dialogue.state import Submitted
from storage import Database, Heard, Outbox

ANSWERED = ("wrote", "commanded", "attached", "unreadable")
"""Inputs that need a message as a reply; a press has its own answer, a correction may concern nothing."""

AGREED = Consent(version=CONSENT_VERSION, at=datetime(2026, 1, 1, tzinfo=UTC))

SHOWN = ("sendMessage", "editMessageText", "sendDocument", "sendPhoto")


@dataclass(frozen=True)
class Trouble:
    """Problems that no update may cause."""

    set_aside: tuple[str, ...] = ()
    waiting: tuple[int, ...] = ()
    unsent: bool = False
    unanswered: tuple[str, ...] = ()
    logged: tuple[str, ...] = ()


class _Worries(logging.Handler):
    """Keeps log lines at WARNING or above, except those about messages to missing chats."""

    def __init__(self, known: Sequence[int]) -> None:
        super().__init__(logging.WARNING)
        self._known = known
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line."""
        told = getattr(record, "fields", {})
        if record.getMessage() != "message refused" or told.get("chat") in self._known:
            self.lines.append(f"{record.name} {record.getMessage()} {told}")


@asynccontextmanager
async def open_bot(folder: Path) -> AsyncIterator[tuple[Sandbox, Database, Bot]]:
    """Run the bot with the real form on a local Bot API; an update that fails is not tried again."""
    url = f"sqlite+aiosqlite:///{folder}/fuzz.db"
    async with Sandbox() as sandbox:
        for person in PEOPLE:
            sandbox.person(f"Person {person}", person).chat.started = True
        database = await Database.open(url)
        try:
            settings = Settings.model_construct(
                bot_token=SecretStr(sandbox.token),
                bot_api_url=sandbox.base_url,
                database_url=url,
                data_dir=folder,
                admin_ids=(ADMIN,),
                messages_per_second=0,
            )
            bot = build(settings, database, pauses=())
            for coordinator in COORDINATORS:
                await bot.store.people.give(coordinator, "coordinator", None, bot.runtime.clock())
            async with running(bot):
                yield sandbox, database, bot
        finally:
            await database.close()


async def play(folder: Path, updates: Sequence[dict[str, Any]], question: str = "") -> Trouble:
    """Play updates one after the other; return the problems.

    The first person may be at a question already, the second has a submission.
    """
    handed = Conversation(consent=AGREED, state=Submitted(), hand=1, drafts=(handed_in("<b>words</b>"),))
    with _listening() as worries:
        async with open_bot(folder) as (sandbox, database, bot):
            await _begin(database, PEOPLE[0], at(question).conversation if question else Conversation())
            await _begin(database, PEOPLE[1], handed)
            unanswered = [
                str(update)
                for number, update in enumerate(updates, 1)
                if not await _answered(sandbox, bot, {**update, "update_id": number})
            ]
            return Trouble(
                set_aside=tuple(
                    f"{each.error} {updates[each.update_id - 1]}" for each in await bot.store.failures.all()
                ),
                waiting=tuple(raw.update_id for raw in await bot.store.inbox.waiting()),
                unsent=not await Outbox(database).empty(),
                unanswered=tuple(unanswered),
                logged=tuple(worries.lines),
            )


async def _begin(database: Database, person: int, conversation: Conversation) -> None:
    """Bring a person to a question."""

    def begun(_before: Conversation, _given: Input, _now: datetime, _desk: ReviewRepository) -> Step:
        return Step(conversation=conversation)

    await turn(database, Heard(-person, person, person, Unreadable(what="nothing")), begun, now())


@contextmanager
def _listening() -> Iterator[_Worries]:
    worries = _Worries(PEOPLE)
    root = logging.getLogger()
    root.addHandler(worries)
    try:
        yield worries
    finally:
        root.removeHandler(worries)


async def _answered(sandbox: Sandbox, bot: Bot, update: dict[str, Any]) -> bool:
    """Tell whether an update got the reply that it needs."""
    reading = read(update)
    before = len(sandbox.calls)
    sandbox.raw_update(update)
    await bot.settled(update["update_id"])
    if not reading.private or reading.chat_id not in PEOPLE or getattr(reading.given, "did", "") not in ANSWERED:
        return True
    calls = sandbox.calls[before:]
    return any(call.ok and call.method in SHOWN and int(call.params["chat_id"]) == reading.chat_id for call in calls)
