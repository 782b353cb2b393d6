"""Fixtures for the tests of the bot: the local Bot API, a database, and bots that run against both."""

import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from pathlib import Path

import pytest

from bot.app import Bot, build, running
from bot.clock import Clock, now
from bot.sandbox import Person, Sandbox
from bot.settings import Settings
from conversations.dialogue.conversation import Answer, Conversation, Draft, Step
from conversations.dialogue.events import Answered
from conversations.dialogue.inputs import Chose, Commanded, Input, Press, Revised, Wrote
from conversations.dialogue.replies import Button, Line, Reply
from conversations.dialogue.repositories import ReviewRepository
from conversations.dialogue.state import Part
from storage import Database, StepFunction, history_of

Start = Callable[..., AbstractAsyncContextManager[Bot]]


def write_down(conversation: Conversation, given: Input, now: datetime, _desk: ReviewRepository | None = None) -> Step:
    """Answer every text with its number; redraw the message of a press."""
    if isinstance(given, Wrote | Commanded | Revised):
        text = given.text if isinstance(given, Wrote | Revised) else f"/{given.name} {given.argument}".strip()
        return _written(conversation, text, given.message, now)
    if isinstance(given, Chose):
        return Step(conversation=conversation, replies=(page("pressed", redraws=given.message),), toast="Pressed")
    return Step(conversation=conversation, replies=(page(f"no words: {given.model_dump().get('what')}"),))


def _written(
    conversation: Conversation, text: str, message: int, now: datetime, _desk: ReviewRepository | None = None
) -> Step:
    draft = conversation.drafts[0] if conversation.drafts else Draft(number=1, created_at=now, updated_at=now)
    path = f"heard.{len(draft.answers) + 1}"
    answer = Answer(value=text, source="typed", parts=(Part(message=message, text=text),), at=now)
    after = draft.model_copy(update={"answers": {**draft.answers, path: answer}})
    return Step(
        conversation=conversation.model_copy(update={"drafts": (after,), "hand": 1}),
        replies=(page(f"{len(after.answers)}: {text}"),),
        events=(Answered(draft=1, question=path, value=text, source="typed", messages=(message,)),),
    )


def page(text: str, redraws: int | None = None) -> Reply:
    """Make a reply with one button."""
    again = Button(label="Again", press=Press(draft=1, keyboard_version=0, about="heard", action="again"))
    return Reply(lines=(Line(text=text),), rows=((again,),), redraws=redraws)


@pytest.fixture(autouse=True)
def loggers_restored() -> Iterator[None]:
    """Restore the loggers after a test."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.captureWarnings(capture=False)
    for name in ("bot", "conversations", "storage", "telegram.ext.AIORateLimiter"):
        logging.getLogger(name).setLevel(logging.NOTSET)


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    """Open a local Bot API."""
    async with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def url(sqlite_url: str) -> str:
    """Name an empty database."""
    return sqlite_url


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    """Open the database; close it at the end."""
    database = await Database.open(url)
    yield database
    await database.close()


@pytest.fixture
def settings(sandbox: Sandbox, url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Settings:
    """Make settings for the local Bot API; files and variables of this machine do not count."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("BOT_TOKEN", sandbox.token)
    monkeypatch.setenv("BOT_API_URL", sandbox.base_url)
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("MESSAGES_PER_SECOND", "0")
    return Settings()


@pytest.fixture
def start(settings: Settings, database: Database) -> Start:
    """Return a function that runs bots on the same database; they try a failed update again at once."""

    def started(
        step: StepFunction = write_down, clock: Clock = now, pauses: tuple[float, ...] = (0.0, 0.0)
    ) -> AbstractAsyncContextManager[Bot]:
        return running(build(settings, database, step, clock, pauses))

    return started


@pytest.fixture
def notebook() -> StepFunction:
    """Return a step that answers every text with its number."""
    return write_down


@pytest.fixture
async def bot(start: Start) -> AsyncIterator[Bot]:
    """Run a bot that answers every text with its number."""
    async with start() as bot:
        yield bot


@pytest.fixture
def anna(sandbox: Sandbox) -> Person:
    """Add a person."""
    return sandbox.person("Anna Example", username="anna")


@pytest.fixture
def ben(sandbox: Sandbox) -> Person:
    """Add another person."""
    return sandbox.person("Ben Example")


@pytest.fixture
def heard(database: Database) -> Callable[[Person], Awaitable[list[object]]]:
    """Return a function that lists the words of a person in the database, in order."""

    async def words(person: Person) -> list[object]:
        history = await history_of(database, person.user_id)
        return [row.event.value for row in history if isinstance(row.event, Answered)]

    return words


@pytest.fixture
def said() -> Callable[[Person], list[str]]:
    """Return a function that lists what the bot said to a person, in order."""
    return lambda person: [message.text for message in person.messages if message.sender == "bot"]
