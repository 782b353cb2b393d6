"""What was read in a filled-in Word form, as plain data."""

from datetime import datetime, timedelta

from pydantic import JsonValue

from conversations.dialogue.model import Frozen

HELD = timedelta(days=1)
"""How long a Word form waits for a press of its sender."""


class ReadAnswer(Frozen):
    """The answer to one question: its ``text`` in the Word form, and the ``title`` above it there.

    ``sure`` says that the title is known and that the text is an answer; ``value`` is then the value to store, or None
    if an optional question was left empty. What is not sure is asked again.
    """

    question: str
    text: str
    title: str
    sure: bool
    value: JsonValue = None


class Paper(Frozen):
    """All that was read; ``left`` are texts that stand under no known title."""

    answers: tuple[ReadAnswer, ...] = ()
    left: tuple[str, ...] = ()


class HeldPaper(Frozen):
    """A Word form that waits for a press: as a new practice, for the gaps of one, as an attachment, or for nothing.

    ``message`` brought it and is the number in its buttons; ``name``, ``size`` and ``sha256`` are those of the file.
    ``shown`` says that the person has seen what was read.
    """

    message: int
    at: datetime
    name: str
    size: int
    sha256: str
    paper: Paper
    shown: bool = False
