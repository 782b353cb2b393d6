"""What goes in and out of the core: inputs and events in the past tense, replies as plain data."""

from typing import Annotated, Literal

from pydantic import Field, JsonValue

from conversations.dialogue.model import Frozen
from conversations.dialogue.review_record import CommentState, Move, Weight

Source = Literal["typed", "chosen", "edited", "imported"]


class Started(Frozen):
    """A draft was begun."""

    what: Literal["started"] = "started"
    draft: int


class Agreed(Frozen):
    """The person agreed to a version of the text on their data."""

    what: Literal["agreed"] = "agreed"
    version: int


class Answered(Frozen):
    """A question got a value; ``messages`` are those that gave it (none for a press)."""

    what: Literal["answered"] = "answered"
    draft: int
    question: str
    value: JsonValue
    source: Source
    messages: tuple[int, ...] = ()


class Skipped(Frozen):
    """An optional question was passed over or its answer taken away."""

    what: Literal["skipped"] = "skipped"
    draft: int
    question: str


class Cleared(Frozen):
    """An answer was taken away and its question is open again."""

    what: Literal["cleared"] = "cleared"
    draft: int
    question: str


class Refused(Frozen):
    """A text was not an answer to the question; the words are kept here."""

    what: Literal["refused"] = "refused"
    draft: int
    question: str
    text: str
    messages: tuple[int, ...] = ()


class Advised(Frozen):
    """Advice was given about an answer."""

    what: Literal["advised"] = "advised"
    draft: int
    question: str
    advice: str


class FileKept(Frozen):
    """A file was taken with the answer to a question."""

    what: Literal["file_kept"] = "file_kept"
    draft: int
    question: str
    name: str
    sha256: str
    size: int
    message: int


class FileRemoved(Frozen):
    """A file was taken away from the answer to a question; its content stays stored."""

    what: Literal["file_removed"] = "file_removed"
    draft: int
    question: str
    name: str
    sha256: str


class BroughtUp(Frozen):
    """A draft that was begun with an older version of the form goes on with the one in use."""

    what: Literal["brought_up"] = "brought_up"
    draft: int
    before: int
    version: int


class Submitted(Frozen):
    """The person confirmed the summary."""

    what: Literal["submitted"] = "submitted"
    draft: int


class Commented(Frozen):
    """A comment was made or changed; ``by`` is the coordinator, or the author where it was replied to."""

    what: Literal["commented"] = "commented"
    draft: int
    question: str
    comment: int
    by: int
    weight: Weight
    state: CommentState
    text: str
    reply: str = ""


class Enquired(Frozen):
    """The author asked the coordinators something, or one of them replied; ``by`` is whose words they are."""

    what: Literal["enquired"] = "enquired"
    draft: int
    question: str
    enquiry: int
    by: int
    text: str


class Moved(Frozen):
    """A move was made with a submission: claimed, approved, withdrawn ...; ``by`` is whose move it was."""

    what: Literal["moved"] = "moved"
    draft: int
    move: Move
    by: int
    words: str = ""


class Read(Frozen):
    """A coordinator read the draft for the first time, or a version of it that they had not read."""

    what: Literal["read"] = "read"
    draft: int
    by: int
    version: int


Event = Annotated[
    Started
    | Agreed
    | Answered
    | Skipped
    | Cleared
    | Refused
    | Advised
    | FileKept
    | FileRemoved
    | BroughtUp
    | Submitted
    | Commented
    | Enquired
    | Moved
    | Read,
    Field(discriminator="what"),
]
