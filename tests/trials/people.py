"""People of a trial: each fills in forms at full speed, patient or not, with words that appear only once."""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from bot.sandbox import Call, Person, Sandbox
from bot.telegram.texts import SEEN_BEFORE
from conversations.fields import LongText, Text
from conversations.form.asked import Asked
from conversations.form.completion import applicable

Json = dict[str, Any]

SAYING = ("sendMessage", "editMessageText", "sendDocument")

PATIENCE = 3.0
"""Seconds after which a person goes on without an answer: longer than a restart, or the queue would only grow."""

HASTY = 0.1
"""The number of people who do not wait at all."""

WALKS = {"Back", "Overview", "Example", "Summary", "Keep", "Keep and fix later", "Privacy"}
"""Buttons for navigation: people press them sometimes, not each time."""

CONDITIONS = {"eu_funding.co_funded": True, "ran_meetings.presented": True}


def _fixed(asked: Asked) -> bool:
    return bool(asked.question.example) and not isinstance(asked.kind, Text | LongText)


EXAMPLES = {asked.question.title: asked.question.example for asked in applicable(CONDITIONS) if _fixed(asked)}
"""Answers for questions whose format has no room for an own word."""

Decide = Callable[["Typist"], Awaitable[None]]
"""The next action of a person."""


@dataclass
class Typist:
    """One person at full speed; ``updates`` are all updates that the local Bot API has accepted, in order."""

    sandbox: Sandbox
    person: Person
    random: random.Random
    updates: list[Json] = field(default_factory=list)
    seen: int = 0
    shown: Json = field(default_factory=dict)
    words: "count[int]" = field(default_factory=lambda: count(1))

    async def types(self, decide: "Decide") -> None:
        """Write without end, each time after the answer or when patience ends."""
        await self.says("/start")
        while True:
            patience = 0.01 if self.random.random() < HASTY else PATIENCE
            with suppress(TimeoutError):
                await self.sandbox.until(self._answered, timeout=patience)
            await decide(self)

    async def goes_on(self) -> None:
        """Follow the newest message, most of the time."""
        labels = [button["text"] for row in _rows(self.shown) for button in row if "callback_data" in button]
        choices = [label for label in labels if label not in WALKS]
        chance = self.random.random()
        if "Submitted" in self.shown.get("text", "")[:40]:
            await self.says("/new")
        elif chance < 0.06 and await self._edits():
            return
        elif chance < 0.09 and labels:
            await self.presses(self.random.choice(labels))
        elif "Submit" in labels:
            await self.presses("Submit")
        elif "Done" in labels and any(label.startswith("✓") for label in labels) and chance < 0.7:
            await self.presses("Done")
        elif choices and chance < 0.8 and not set(choices) <= {"Skip"}:
            await self.presses(self.random.choice(choices))
        else:
            await self.says(self._answer())

    async def says(self, text: str) -> None:
        """Write a message."""
        await self.person.says(text)
        self._note()

    async def presses(self, label: str) -> None:
        """Press a button of the newest message."""
        await self.person.presses(label, self.shown["message_id"])
        self._note()

    def word(self) -> str:
        """Make a word that nobody else uses."""
        return f"word{self.person.user_id}x{next(self.words)}"

    def _answer(self) -> str:
        lines = self.shown.get("text", "").split("\n")
        example = next((EXAMPLES[line] for line in lines if line in EXAMPLES), None)
        return example or f"We call it {self.word()}, to prevent radicalisation"

    async def _edits(self) -> bool:
        written = [update["message"] for update in self.updates if "message" in update][-3:]
        texts = [message for message in written if not message["text"].startswith("/")]
        if texts:
            await self.person.edits(self.random.choice(texts)["message_id"], f"Better {self.word()}")
            self._note()
        return bool(texts)

    def _note(self) -> None:
        self.updates.append(self.sandbox.world.updates.pending()[-1].body)

    def _answered(self) -> bool:
        """Read the bot's new messages; remember the newest."""
        calls, self.seen = self.sandbox.calls[self.seen :], len(self.sandbox.calls)
        mine = [call for call in calls if is_said_to(call, self.person.user_id) and "text" in call.params]
        if mine and isinstance(mine[-1].response.get("result"), dict):
            self.shown = mine[-1].response["result"]
        return bool(mine)


def is_said_to(call: Call, chat_id: int) -> bool:
    """Return whether Telegram took a call that shows a message; also an edit without a change."""
    if call.method not in SAYING or call.params.get("chat_id") != str(chat_id):
        return False
    return call.ok or "not modified" in str(call.response.get("description"))


@dataclass(frozen=True)
class Heard:
    """A message as Telegram took it, without the sentence that it may be a repetition."""

    text: str
    warns: bool
    redraws: bool


def said_to(calls: Sequence[Call], chat_id: int) -> list[Heard]:
    """Return the messages that Telegram has taken for a chat, in order, and the repeated ones."""
    return [_heard(call) for call in calls if is_said_to(call, chat_id)]


def _heard(call: Call) -> Heard:
    said = str(call.params.get("text", call.params.get("caption", "")))
    text = said.removeprefix(f"{SEEN_BEFORE}\n\n")
    return Heard(text, text != said, call.method == "editMessageText")


def _rows(message: Json) -> list[list[Json]]:
    rows: list[list[Json]] = message.get("reply_markup", {}).get("inline_keyboard", [])
    return rows


@asynccontextmanager
async def typing(typists: Sequence[Typist], decide: Decide = Typist.goes_on) -> AsyncIterator[None]:
    """Let all of them type during the block."""
    task = asyncio.create_task(_all_type(typists, decide))
    yield
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def _all_type(typists: Sequence[Typist], decide: Decide) -> None:
    async with asyncio.TaskGroup() as group:
        for typist in typists:
            group.create_task(typist.types(decide))


def typists(sandbox: Sandbox, chance: random.Random, number: int) -> list[Typist]:
    """Invent people, each with their own random numbers."""
    people = [sandbox.person(f"Person {count}") for count in range(number)]
    return [Typist(sandbox, person, random.Random(chance.random())) for person in people]
