"""Events: what a step did to a draft, in the past tense, for the history."""

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
    """A question got a value; ``messages`` gave it (a press has none)."""

    what: Literal["answered"] = "answered"
    draft: int
    question: str
    value: JsonValue
    source: Source
    messages: tuple[int, ...] = ()


class Skipped(Frozen):
    """An optional question was skipped, or its answer removed."""

    what: Literal["skipped"] = "skipped"
    draft: int
    question: str


class Cleared(Frozen):
    """An answer was removed; its question is open again."""

    what: Literal["cleared"] = "cleared"
    draft: int
    question: str


class Refused(Frozen):
    """A text was not taken as the answer; its words are stored here."""

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
    """A file was stored with the answer to a question."""

    what: Literal["file_kept"] = "file_kept"
    draft: int
    question: str
    name: str
    sha256: str
    size: int
    message: int


class FileRemoved(Frozen):
    """A file was removed from an answer; its content stays stored."""

    what: Literal["file_removed"] = "file_removed"
    draft: int
    question: str
    name: str
    sha256: str


class BroughtUp(Frozen):
    """A draft was moved from an older version of the form to the one in use."""

    what: Literal["brought_up"] = "brought_up"
    draft: int
    before: int
    version: int


class Submitted(Frozen):
    """The person confirmed the summary."""

    what: Literal["submitted"] = "submitted"
    draft: int


class Commented(Frozen):
    """A comment was made or changed by a coordinator, or replied to by the author (``by``)."""

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
    """The author asked the coordinators something, or one of them replied; ``by`` wrote the words."""

    what: Literal["enquired"] = "enquired"
    draft: int
    question: str
    enquiry: int
    by: int
    text: str


class Moved(Frozen):
    """A submission was claimed, approved, withdrawn ... by somebody (``by``)."""

    what: Literal["moved"] = "moved"
    draft: int
    move: Move
    by: int
    words: str = ""


class Read(Frozen):
    """A coordinator read a draft or a version of it for the first time."""

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
