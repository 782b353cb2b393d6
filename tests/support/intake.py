"""People who write, and a bot that notes it: what tests of the intake stand on."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from conversations.conversation import Answer, Conversation, Draft, Step
from conversations.messages import Answered, Input, Line, Reply, Wrote
from conversations.place import Summary
from conversations.review.desk import Desk
from storage import Database, Heard, Inbox, Outbox, RawUpdate, TakenIn, take_in, turn

ANN, BEN, CLEO = 7_000_000_001, 7_000_000_002, 7_000_000_003


def said(text: str) -> Reply:
    """Make a reply of one line."""
    return Reply(lines=(Line(text=text),))


def wrote(update_id: int, text: str = "hello", chat_id: int = ANN) -> Heard:
    """Hear a text."""
    return Heard(update_id, chat_id, chat_id, Wrote(text=text, message=update_id))


def raws(heard: Sequence[Heard]) -> list[RawUpdate]:
    """Write updates as they came."""
    return [RawUpdate(each.update_id, each.chat_id, {"update_id": each.update_id}) for each in heard]


def note(conversation: Conversation, given: Input, now: datetime, _desk: Desk | None = None) -> Step:
    """Keep a text in the first draft and repeat it; one of them breaks, as a bug does."""
    assert isinstance(given, Wrote)
    if given.text == "a bug":
        raise RuntimeError("a bug")
    draft = conversation.drafts[0] if conversation.drafts else Draft(number=1, created_at=now, updated_at=now)
    answers = {**draft.answers, "name.name": Answer(value=given.text, source="typed", at=now)}
    kept = {"drafts": (draft.model_copy(update={"answers": answers}),), "place": Summary()}
    happened = Answered(draft=1, question="name.name", value=given.text, source="typed", messages=(given.message,))
    return Step(conversation=conversation.model_copy(update=kept), replies=(said(given.text),), events=(happened,))


async def talk(db: Database, now: datetime, *heard: Heard) -> None:
    """Let people say something before, and get their answer."""
    for each in heard:
        await Inbox(db).accept(raws([each]), now)
        await turn(db, each, note, now)
        await answered(db, each.chat_id, now)


async def answered(db: Database, chat_id: int, now: datetime) -> None:
    """Send what waits for a chat."""
    for parcel in await Outbox(db).next(chat_id, now):
        await Outbox(db).sent(parcel.id, 900, now)


async def taken(db: Database, now: datetime, *heard: Heard, step: Any = note) -> TakenIn:  # noqa: ANN401 - a step function
    """Take a batch in."""
    return await take_in(db, raws(heard), heard, step, now)


async def waiting(db: Database) -> list[int]:
    """List the updates that wait."""
    return [raw.update_id for raw in await Inbox(db).waiting()]
