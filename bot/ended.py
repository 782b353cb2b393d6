"""What came of an update: counted, and logged in one line with ids, the kind of input and where its person is now."""

import logging
from dataclasses import dataclass

from bot.logs import fields
from bot.metrics import Ended, Metrics
from bot.reading import Membership, Reading
from storage import RawUpdate

_LOG = logging.getLogger("bot.turns")  # one name for the line of a turn, whoever took it


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an update, in words for the log, and where its person is now, where a turn was taken."""

    words: Ended
    place: str | None = None


def ended(  # noqa: PLR0913, PLR0917 - what the line says
    metrics: Metrics, raw: RawUpdate, reading: Reading, seconds: float, outcome: Outcome, error: str | None = None
) -> None:
    """Count what came of the update, and write the one line of its turn."""
    metrics.turned(outcome.words, seconds)
    details = fields(
        update=raw.update_id,
        chat=raw.chat_id,
        input=_kind(reading),
        ms=round(seconds * 1000, 1),
        outcome=outcome.words,
        **({"place": outcome.place} if outcome.place else {}),
        **({"error": error} if error else {}),
    )
    _LOG.log(logging.ERROR if error else logging.INFO, "turn", extra=details)


def _kind(reading: Reading) -> str:
    if isinstance(reading.given, Membership):
        return reading.given.value
    return reading.given.did if reading.given else "none"
