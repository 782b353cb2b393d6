"""People who write and a bot that records it, for the tests of batches."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from support.turns import Handling, raw_of, sent

from conversations.dialogue.conversation import Answer, Conversation, Draft, Step
from conversations.dialogue.events import Answered
from conversations.dialogue.inputs import Input, Wrote
from conversations.dialogue.replies import Line, Reply
from conversations.dialogue.repositories import ReviewRepository
from storage import Database, Heard, Inbox, Outbox, OutgoingMessage, StepFunction, Taken, conversation_of

ANN, BEN, CLEO = 7_000_000_001, 7_000_000_002, 7_000_000_003


def said(text: str) -> Reply:
    """Make a reply of one line."""
    return Reply(lines=(Line(text=text),))


def wrote(update_id: int, text: str = "hello", chat_id: int = ANN) -> Heard:
    """Make the input of a written text."""
    return Heard(update_id, chat_id, chat_id, Wrote(text=text, message=update_id))


def note(conversation: Conversation, given: Input, now: datetime, _desk: ReviewRepository | None = None) -> Step:
    """Store a text in the first draft and repeat it; one text raises, as a bug does."""
    assert isinstance(given, Wrote)
    if given.text == "a bug":
        raise RuntimeError("a bug")
    draft = conversation.drafts[0] if conversation.drafts else Draft(number=1, created_at=now, updated_at=now)
    answers = {**draft.answers, "name.name": Answer(value=given.text, source="typed", at=now)}
    drafts = (draft.model_copy(update={"answers": answers}),)
    happened = Answered(draft=1, question="name.name", value=given.text, source="typed", messages=(given.message,))
    after = conversation.model_copy(update={"drafts": drafts})
    return Step(conversation=after, replies=(said(given.text),), events=(happened,))


def leave(conversation: Conversation, _given: Input, _now: datetime, _desk: ReviewRepository | None = None) -> Step:
    """Ask for erasure."""
    gone = conversation.model_copy(update={"drafts": ()})
    return Step(conversation=gone, replies=(said("gone"),), forget=True)


async def taken(db: Database, now: datetime, *heard: Heard, step: StepFunction = note, **more: Any) -> Taken:  # noqa: ANN401 - settings
    """Take a batch."""
    return await Handling(db, step, now, **more).took([raw_of(each) for each in heard])


async def context(db: Database, now: datetime, *heard: Heard) -> None:
    """Let people write first, and send their answers."""
    for each in heard:
        await taken(db, now, each)
        await answered(db, each.chat_id, now)


async def answered(db: Database, chat_id: int, now: datetime) -> None:
    """Send the waiting messages of a chat."""
    for outgoing in await Outbox(db).next(chat_id, now):
        await sent(db, outgoing.id, 900, now)


async def waiting(db: Database) -> list[int]:
    """List the updates that wait."""
    return [raw.update_id for raw in await Inbox(db).waiting()]


async def words_of(db: Database, chat_id: int) -> str | None:
    """Return the name of a chat's first draft."""
    drafts = (await conversation_of(db, chat_id)).drafts
    return str(drafts[0].answers["name.name"].value) if drafts else None


async def words_to(db: Database, chat_id: int, now: datetime) -> list[str]:
    """List the waiting messages of a chat."""
    return texts(await Outbox(db).next(chat_id, now))


def texts(outgoing_messages: tuple[OutgoingMessage, ...]) -> list[str]:
    """List the texts of messages."""
    return [outgoing.reply.text for outgoing in outgoing_messages if outgoing.reply]


def fates(told: Taken) -> Mapping[int, str]:
    """Return the outcome of each update, in the order in which they were handled."""
    return {outcome.raw.update_id: outcome.fate for outcome in told.outcomes}
