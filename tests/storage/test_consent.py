"""A consent in the database: saved with its step, in the history, and there after a restart."""

from datetime import datetime

from support.turns import turn

from bot.demo.test_bed import agree
from conversations.dialogue.events import Agreed, Started
from conversations.dialogue.inputs import Input, Wrote
from conversations.dialogue.model import CONSENT_VERSION, Consent, Operator
from conversations.engine.engine import step
from storage import Database, Heard, Outbox, conversation_of, history_of

ANN = 1001


async def says(db: Database, update: int, given: Input, now: datetime, operator: Operator) -> None:
    """Let Ann say something."""
    await turn(db, Heard(update, ANN, ANN, given), step, now, operator=operator)


async def test_yes_is_kept_and_told(db: Database, other: Database, now: datetime) -> None:
    """The yes is in the state with version and date, where another process finds it, and in the history as an event."""
    await says(db, 1, Wrote(text="I agree", message=1), now, Operator())
    kept = await conversation_of(other, ANN)
    told = [(row.event, row.update_id, row.at) for row in await history_of(other, ANN)]
    assert Consent(version=CONSENT_VERSION, at=now) == kept.consent
    assert [(Agreed(version=CONSENT_VERSION), 1, now), (Started(draft=1), 1, now)] == told


async def test_nothing_of_an_answer_is_kept_before_the_yes(db: Database, now: datetime) -> None:
    """What is written before it leaves no draft and no line in the history; the answer names who is responsible."""
    await says(db, 1, Wrote(text="Open Door", message=1), now, Operator(controller="The Example Foundation"))
    (outgoing,) = await Outbox(db).next(ANN, now)
    assert outgoing.reply is not None
    assert ((), (), True) == (
        (await conversation_of(db, ANN)).drafts,
        await history_of(db, ANN),
        "The Example Foundation asks you" in outgoing.reply.text,
    )


async def test_yes_put_on_record_leaves_all_else(db: Database, now: datetime) -> None:
    """A yes that a demo puts on record, or takes away, changes nothing but that."""
    await says(db, 1, Wrote(text="I agree", message=1), now, Operator())
    await says(db, 2, Wrote(text="Open Door", message=2), now, Operator())
    before = await conversation_of(db, ANN)
    await agree(db, [ANN], now, None)
    without = await conversation_of(db, ANN)
    await agree(db, [ANN], now)
    assert (before.model_copy(update={"consent": None}), before) == (without, await conversation_of(db, ANN))
