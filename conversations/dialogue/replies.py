"""Replies as plain data: lines, buttons, and documents that are made when they are sent."""

from collections.abc import Callable
from typing import Annotated, Literal, Self

from pydantic import Field

from conversations.dialogue.inputs import Press
from conversations.dialogue.model import Format, Frozen, Period, Selection
from conversations.dialogue.review_record import SOMEBODY_GONE, Member
from conversations.languages import ENGLISH, Said


class Named(Frozen):
    """The people that a text names, by their user ids, and the same text without the names.

    With it, erasure never searches a text for a name: the name may be an ordinary word, or part of another name.
    """

    people: tuple[int, ...]
    without: Said


Style = Literal["plain", "bold", "italic", "quote"]


class Line(Frozen):
    """One line or paragraph of a reply; ``named`` is set if it names somebody."""

    text: Said
    style: Style = "plain"
    named: Named | None = None

    @classmethod
    def naming(cls, say: Callable[..., str], *members: Member | None, style: Style = "plain") -> Self:
        """Make the line that ``say`` writes about some members, and note whom it names."""
        return cls(text=say(*members), style=style, named=_named(say, *members))


class Button(Frozen):
    """A button under a reply; ``named`` is set if its label names somebody.

    One with ``copies`` copies that text in the person's app, and is a press only in apps and
    servers that cannot.
    """

    label: Said
    press: Press
    named: Named | None = None
    copies: str = Field("", max_length=256)

    def naming(self, say: Callable[..., str], *members: Member | None) -> Self:
        """Give the button the label that ``say`` writes about some members."""
        return self.model_copy(update={"label": str(say(*members)), "named": _named(say, *members)})


def _named(say: Callable[..., str], *members: Member | None) -> Named | None:
    people = tuple(member.user for member in members if member)
    return Named(people=people, without=say(*(member and SOMEBODY_GONE for member in members))) if people else None


class WordForm(Frozen):
    """The Word form of the person's own ``draft``, or of a ``submission`` that a coordinator reads.

    ``with_review`` adds the comments, and what the last revision changed.
    """

    makes: Literal["form"] = "form"
    language: str = ENGLISH
    draft: int | None = None
    submission: int | None = None
    with_review: bool = False


class EmptyForm(Frozen):
    """The empty Word form."""

    makes: Literal["emptyform"] = "emptyform"
    language: str = ENGLISH


class ExportFile(Selection):
    """Submissions in a file."""

    makes: Literal["export"] = "export"
    language: str = ENGLISH
    format: Format


class StatsPicture(Frozen):
    """A picture of the collection's figures, with the same figures as text, in a language."""

    makes: Literal["stats"] = "stats"
    language: str = ENGLISH
    period: Period = "all"


class MyData(Frozen):
    """Everything that is stored about the person whose chat it goes to."""

    makes: Literal["mydata"] = "mydata"
    language: str = ENGLISH
    format: Literal["html", "json"]


class MyFile(Frozen):
    """A file that the person once sent."""

    makes: Literal["myfile"] = "myfile"
    language: str = ENGLISH
    sha256: str
    name: str


Document = Annotated[WordForm | EmptyForm | ExportFile | StatsPicture | MyData | MyFile, Field(discriminator="makes")]
"""A document is made when it is sent: only this description is stored, never the content.

``language`` is that of the person who asked for it; an export for offices is English all the same.
"""


class ContactRequest(Frozen):
    """A keyboard in place of the phone's: one button lets the person choose somebody, the other sends its own label.

    ``placeholder`` stands in the empty text field: at most 64 characters.
    """

    choose: Said
    cancel: Said
    placeholder: Said


class ErasureNotice(Frozen):
    """The messages and files (by SHA-256) that must be deleted before the last message to a person is sent."""

    messages: tuple[int, ...] = ()
    files: tuple[str, ...] = ()


class Reply(Frozen):
    """One message to a person; ``redraws`` is the message that it replaces, if any.

    With a ``document``, the lines are its caption: at most 1,024 characters. ``erasure_notice`` is set by storage, on
    the last message after an erasure. ``holds`` are the authors whose words are in the reply, apart from the person who
    gets it; it is missing in replies of an older version, which did not note authors and names. ``topic`` is the topic
    of a group that gets the reply. ``keyboard`` replaces the phone's keyboard, or removes what replaced it; then there
    are no ``rows``, as a message has one keyboard.
    """

    lines: tuple[Line, ...]
    rows: tuple[tuple[Button, ...], ...] = ()
    redraws: int | None = None
    document: Document | None = None
    erasure_notice: ErasureNotice | None = None
    holds: tuple[int, ...] | None = ()
    topic: int | None = None
    keyboard: ContactRequest | Literal["removed"] | None = None

    @property
    def text(self) -> str:
        """The words alone."""
        return "\n".join(line.text for line in self.lines)


class Notification(Frozen):
    """A message to somebody else; ``to`` is their private chat, which has the number of the person."""

    to: int
    reply: Reply
