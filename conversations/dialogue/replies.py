"""What goes in and out of the core: inputs and events in the past tense, replies as plain data."""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field

from conversations.dialogue.inputs import Press
from conversations.dialogue.model import Format, Frozen, Status
from conversations.dialogue.review_record import SOMEBODY_GONE, Member


class Named(Frozen):
    """The people whom some words name, by their numbers, and the same words without the names.

    So a name that has to go is never looked for in a text: it may be a word of the language or part of another name.
    """

    people: tuple[int, ...]
    without: str


Style = Literal["plain", "bold", "italic", "quote"]


class Line(Frozen):
    """One line or paragraph of a reply; ``named`` is there where it names somebody."""

    text: str
    style: Style = "plain"
    named: Named | None = None

    @classmethod
    def naming(cls, say: Callable[..., str], *members: Member | None, style: Style = "plain") -> Self:
        """Make the line that ``say`` writes of some members; of each that is there it says whose name that is."""
        return cls(text=say(*members), style=style, named=_named(say, *members))


class Button(Frozen):
    """A button under a reply; ``named`` is there where its label names somebody."""

    label: str
    press: Press
    named: Named | None = None

    def naming(self, say: Callable[..., str], *members: Member | None) -> Self:
        """Give the button the label that ``say`` writes of some members."""
        return self.model_copy(update={"label": say(*members), "named": _named(say, *members)})


def _named(say: Callable[..., str], *members: Member | None) -> Named | None:
    people = tuple(member.user for member in members if member)
    return Named(people=people, without=say(*(member and SOMEBODY_GONE for member in members))) if people else None


class WordForm(Frozen):
    """The Word form of a practice: the person's own with that number, or one that a coordinator reads."""

    makes: Literal["form"] = "form"
    draft: int | None = None
    submission: int | None = None


class EmptyForm(Frozen):
    """The Word form without an answer."""

    makes: Literal["emptyform"] = "emptyform"


class ExportFile(Frozen):
    """Submissions in a file; ``since`` narrows to what was submitted on that day (UTC) or later."""

    makes: Literal["export"] = "export"
    format: Format
    statuses: tuple[Status, ...]
    since: date | None = None


class StatsPicture(Frozen):
    """How the collection goes, as a picture with its figures as text."""

    makes: Literal["stats"] = "stats"


class MyData(Frozen):
    """Everything that is kept about the person whose chat it goes to."""

    makes: Literal["mydata"] = "mydata"
    format: Literal["html", "json"]


class MyFile(Frozen):
    """A file that the person once sent."""

    makes: Literal["myfile"] = "myfile"
    sha256: str
    name: str


Document = Annotated[WordForm | EmptyForm | ExportFile | StatsPicture | MyData | MyFile, Field(discriminator="makes")]
"""What is made when it is sent: a description of it is kept, never its content."""


class ErasureNotice(Frozen):
    """What has to be gone before a last message is sent: messages of the person, contents of files by their sums."""

    messages: tuple[int, ...] = ()
    files: tuple[str, ...] = ()


class Reply(Frozen):
    """What to say; ``redraws`` is the message that it replaces, where it replaces one.

    With a ``document`` the lines are what stands under it: at most 1,024 characters. ``erasure_notice`` is set by
    storage, on the last message to somebody who was forgotten. ``holds`` are the authors whose own words are in it,
    beside the person it goes to; it is missing where an older version wrote the reply, which said neither that nor whom
    it names. ``topic`` is that of a group, where the reply goes there.
    """

    lines: tuple[Line, ...]
    rows: tuple[tuple[Button, ...], ...] = ()
    redraws: int | None = None
    document: Document | None = None
    erasure_notice: ErasureNotice | None = None
    holds: tuple[int, ...] | None = ()
    topic: int | None = None

    @property
    def text(self) -> str:
        """The words alone, as a person reads them."""
        return "\n".join(line.text for line in self.lines)


class Notification(Frozen):
    """What is said to somebody else; ``to`` is the chat, which in private has the number of its person."""

    to: int
    reply: Reply
