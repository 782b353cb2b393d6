"""What goes in and out of the core: inputs and events in the past tense, replies as plain data."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Literal, Self

from pydantic import Field, JsonValue

from conversations.formats import Format
from conversations.frozen import Frozen
from conversations.review.record import SOMEBODY_GONE, Member, Move, State, Weight
from conversations.roles import Reviewer
from conversations.status import Status

Detail = Literal["name", "phone", "email", "website", "address", "title"]
"""The details that a shared contact or place can have."""

CALLBACK_BYTES = 64
"""The most that Telegram lets a button carry (Bot API, InlineKeyboardButton.callback_data)."""

_PRESS = re.compile(r"(\d{1,7})\|(\d{1,9})\|([a-z_.0-9]{0,40})\|([a-z]{1,12})(?:\|(\d{1,4}))?", re.ASCII)


class Press(Frozen):
    """What a button carries: the draft and the revision it was drawn for, what it is about, and what it does."""

    draft: int
    revision: int
    about: str
    action: str
    index: int | None = None

    def data(self) -> str:
        """Write the press as callback data of at most 64 bytes."""
        ending = "" if self.index is None else f"|{self.index}"
        return f"{self.draft}|{self.revision}|{self.about}|{self.action}{ending}"

    @classmethod
    def read(cls, data: str) -> Self | None:
        """Read callback data; nothing where it is none of ours."""
        found = _PRESS.fullmatch(data)
        if found is None:
            return None
        draft, revision, about, action, index = found.groups()
        return cls(
            draft=int(draft),
            revision=int(revision),
            about=about,
            action=action,
            index=None if index is None else int(index),
        )


class SentAt(Frozen):
    """Where somebody was when they sent something that is heard later than it came.

    ``draft`` is the one in hand, ``touched`` when it was changed last, ``question`` the one that was open; they are
    missing where there was none. ``question`` is empty where no practice lay open. ``revision`` is that of the buttons,
    -1 where nobody knows.
    """

    draft: int | None = None
    touched: datetime | None = None
    question: str | None = None
    revision: int = -1


class Done(Frozen):
    """What a person did in their app; ``language`` is the code of its language, such as ``pt-br``, if it is known."""

    language: str = ""


class Sent(Done):
    """Something that was sent; ``sent_at`` is there where it is heard later than it came."""

    sent_at: SentAt | None = None


class Wrote(Sent):
    """A text was sent; ``links`` are the addresses behind its words, which are written into it.

    Where it is a reply, ``answered`` is the number of the message that it replies to (0: one that is not of this chat),
    and ``reply_to`` are the presses of that message; so it is with a file and a command.
    """

    did: Literal["wrote"] = "wrote"
    text: str
    message: int
    links: tuple[str, ...] = ()
    reply_to: tuple[Press, ...] = ()
    answered: int | None = None


class Chose(Done):
    """A button of ``message`` was pressed; ``press`` is missing where its data is none of ours."""

    did: Literal["chose"] = "chose"
    press: Press | None
    message: int


class Revised(Sent):
    """The text of an earlier message was changed; ``links`` as in ``Wrote``."""

    did: Literal["revised"] = "revised"
    text: str
    message: int
    links: tuple[str, ...] = ()


class Attached(Sent):
    """A file was sent (``what``: document, photo, video, ...), perhaps with words under it.

    ``name`` and ``size`` (bytes) are as the sender's side gives them, empty where it does not. ``sha256`` is there once
    the content has been stored under it; ``too_big`` says that it was refused for its size. ``links`` as in ``Wrote``.
    """

    did: Literal["attached"] = "attached"
    what: str
    caption: str
    message: int
    name: str = ""
    size: int = 0
    sha256: str = ""
    too_big: bool = False
    links: tuple[str, ...] = ()
    reply_to: tuple[Press, ...] = ()
    answered: int | None = None


class Commanded(Sent):
    """A command was sent: its name in lower case without the slash, and what followed it.

    ``to`` is the bot that it names, if it names one; ``text`` is the whole message, ``links`` as in ``Wrote``.
    """

    did: Literal["commanded"] = "commanded"
    name: str
    argument: str
    message: int
    to: str = ""
    text: str = ""
    links: tuple[str, ...] = ()
    reply_to: tuple[Press, ...] = ()
    answered: int | None = None


class Shared(Sent):
    """A contact, a place or a bare location was shared, with what it tells: each detail may be there several times."""

    did: Literal["shared"] = "shared"
    what: Literal["contact", "place", "location"]
    message: int
    details: dict[Detail, tuple[str, ...]] = Field(default_factory=dict)


class Unreadable(Done):
    """Something came that has no words in it (``what``: sticker, voice, location, ...)."""

    did: Literal["unreadable"] = "unreadable"
    what: str
    message: int | None = None


class Registered(Frozen):
    """The collection gave the submitted draft its reference."""

    did: Literal["registered"] = "registered"
    reference: str


class Invited(Frozen):
    """The collection made the invitation that was asked for; its code is a secret, to be shown once."""

    did: Literal["invited"] = "invited"
    role: Reviewer
    code: str = Field(repr=False)
    until: datetime


class Neglected(Frozen):
    """A draft has been left untouched for so long that its deletion at ``until`` is announced, ``days`` before."""

    did: Literal["neglected"] = "neglected"
    draft: int
    days: int
    until: datetime


class Expired(Frozen):
    """A draft has been left untouched for ``days`` days, its time is over."""

    did: Literal["expired"] = "expired"
    draft: int
    days: int


class TimeCame(Frozen):
    """The moment has come at which the person wanted to be reminded."""

    did: Literal["time_came"] = "time_came"


Given = Wrote | Chose | Revised | Attached | Commanded | Shared | Unreadable | Registered | Invited
"""What follows from what a person did."""

Passed = Neglected | Expired | TimeCame
"""What follows from time alone."""

Input = Annotated[Given | Passed, Field(discriminator="did")]


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
    dossier: int | None = None


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


class Farewell(Frozen):
    """What has to be gone before a last message is sent: messages of the person, contents of files by their sums."""

    messages: tuple[int, ...] = ()
    files: tuple[str, ...] = ()


class Reply(Frozen):
    """What to say; ``redraws`` is the message that it replaces, where it replaces one.

    With a ``document`` the lines are what stands under it: at most 1,024 characters. ``farewell`` is set by storage, on
    the last message to somebody who was forgotten. ``holds`` are the authors whose own words are in it, beside the
    person it goes to; it is missing where an older version wrote the reply, which said neither that nor whom it names.
    ``topic`` is that of a group, where the reply goes there.
    """

    lines: tuple[Line, ...]
    rows: tuple[tuple[Button, ...], ...] = ()
    redraws: int | None = None
    document: Document | None = None
    farewell: Farewell | None = None
    holds: tuple[int, ...] | None = ()
    topic: int | None = None

    @property
    def text(self) -> str:
        """The words alone, as a person reads them."""
        return "\n".join(line.text for line in self.lines)


class Letter(Frozen):
    """What is said to somebody else; ``to`` is the chat, which in private has the number of its person."""

    to: int
    reply: Reply


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
    state: State
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
