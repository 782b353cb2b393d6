"""What is remembered of one chat: the drafts, the one in hand, and the place."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from pydantic import Field, JsonValue

from conversations.messages import Event, Reply, Source
from conversations.place import Frozen, New, Part, Place

TEMPLATE_VERSION = 1

Status = Literal["draft", "submitted", "changes_requested", "approved", "declined", "withdrawn"]


class Answer(Frozen):
    """A stored value with where it came from; the value ``None`` means skipped.

    ``parts`` are the messages that gave it, in order, with their words; none for a press.
    """

    value: JsonValue
    source: Source
    parts: tuple[Part, ...] = ()
    at: datetime


class Attachment(Frozen):
    """A file that came with the answer to a question: its content is stored under its SHA-256, its name is text only.

    ``message`` is the one that brought it; ``size`` is in bytes.
    """

    question: str
    name: str
    sha256: str
    size: int
    message: int
    at: datetime


class Draft(Frozen):
    """One practice on its way; ``number`` counts the drafts of one chat from 1.

    ``answers`` maps question paths (``start.starting_year``, ``ran_meetings.meetings.0.name``) to answers; ``filed``
    maps each message that was read as an answer to its question, also where it was refused or replaced since;
    ``advice`` maps question paths to the advice that stands; ``attachments`` are the files, in the order they came;
    ``left`` is the place where the person left the draft for another one.
    """

    number: int
    template_version: int = TEMPLATE_VERSION
    status: Status = "draft"
    reference: str | None = None
    created_at: datetime
    updated_at: datetime
    submitted_at: datetime | None = None
    answers: dict[str, Answer] = Field(default_factory=dict)
    filed: dict[int, str] = Field(default_factory=dict)
    advice: dict[str, str] = Field(default_factory=dict)
    attachments: tuple[Attachment, ...] = ()
    left: Place | None = None

    @property
    def values(self) -> Mapping[str, JsonValue]:
        """The values alone, by question path."""
        return {path: answer.value for path, answer in self.answers.items()}

    def files(self, path: str) -> tuple[Attachment, ...]:
        """List the files that came with the answer to a question."""
        return tuple(file for file in self.attachments if file.question == path)


class Conversation(Frozen):
    """The whole state of one chat.

    ``revision`` rises whenever another question or page is shown, so that older buttons are known as old; ``pressed``
    is the last press that changed something, so that a double tap is known as one; ``hand`` is the number of the draft
    in hand.
    """

    place: Place = New()
    revision: int = 0
    hand: int | None = None
    pressed: str = ""
    drafts: tuple[Draft, ...] = ()


class Step(Frozen):
    """What follows from an input: the conversation as it is now, what to say, what happened.

    ``toast`` is the short note on a pressed button, at most 200 characters.
    """

    conversation: Conversation
    replies: tuple[Reply, ...] = ()
    events: tuple[Event, ...] = ()
    toast: str = ""
