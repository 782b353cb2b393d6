"""Inputs of a step, in the past tense: what a person did, what storage did, what time brought."""

import re
from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import Field

from conversations.dialogue.model import Frozen, Reviewer
from conversations.dialogue.paper import Paper

Detail = Literal["name", "phone", "email", "website", "address", "title"]
"""The details that a shared contact or place can have."""

CALLBACK_BYTES = 64
"""The most that Telegram lets a button carry (Bot API, InlineKeyboardButton.callback_data)."""

_PRESS = re.compile(r"(\d{1,7})\|(\d{1,9})\|([a-z_.0-9]{0,40})\|([a-z]{1,12})(?:\|(\d{1,4}))?", re.ASCII)


class Press(Frozen):
    """The data of a button: its draft and keyboard version, the question or other thing it is about, and its action."""

    draft: int
    keyboard_version: int
    about: str
    action: str
    index: int | None = None

    def data(self) -> str:
        """Write the press as callback data of at most 64 bytes."""
        ending = "" if self.index is None else f"|{self.index}"
        return f"{self.draft}|{self.keyboard_version}|{self.about}|{self.action}{ending}"

    @classmethod
    def read(cls, data: str) -> Self | None:
        """Read callback data; ``None`` if it is not ours."""
        found = _PRESS.fullmatch(data)
        if found is None:
            return None
        draft, keyboard_version, about, action, index = found.groups()
        return cls(
            draft=int(draft),
            keyboard_version=int(keyboard_version),
            about=about,
            action=action,
            index=None if index is None else int(index),
        )


class SentAt(Frozen):
    """The state at the time of sending, for something that is handled later.

    ``draft`` is the one in hand, ``touched`` the time of its last change, ``question`` the open one; each is missing if
    there was none. ``question`` is empty if no practice was open. ``keyboard_version`` is -1 if it is not known.
    """

    draft: int | None = None
    touched: datetime | None = None
    question: str | None = None
    keyboard_version: int = -1


class Done(Frozen):
    """Something a person did; ``language`` is the language code of their app, such as ``pt-br``, if known."""

    language: str = ""


class Sent(Done):
    """A message; ``sent_at`` is set if it is handled later than it came."""

    sent_at: SentAt | None = None


class Wrote(Sent):
    """A text was sent; ``links`` are the addresses behind its words, which are also written into it.

    In a reply, ``answered`` is the number of the message that it replies to (0 if that is not in this chat), and
    ``reply_to`` are the presses of that message's buttons. ``quote`` are the words of it that the person has marked.
    The same holds for files and commands.
    """

    did: Literal["wrote"] = "wrote"
    text: str
    message: int
    links: tuple[str, ...] = ()
    reply_to: tuple[Press, ...] = ()
    answered: int | None = None
    quote: str = ""


class Chose(Done):
    """A button of ``message`` was pressed; ``press`` is missing if its data is not ours."""

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

    ``name`` and ``size`` (bytes) are as the sender's app gives them, or empty. ``sha256`` is set once the content is
    stored under it; ``too_big`` says that the file was refused for its size. ``links`` as in ``Wrote``. ``paper`` is
    what was read in a Word form; ``unread`` says why nothing was read in a Word file.
    """

    did: Literal["attached"] = "attached"
    what: str
    caption: str
    message: int
    name: str = ""
    size: int = 0
    sha256: str = ""
    too_big: bool = False
    paper: Paper | None = None
    unread: str = ""
    links: tuple[str, ...] = ()
    reply_to: tuple[Press, ...] = ()
    answered: int | None = None
    quote: str = ""


class Commanded(Sent):
    """A command was sent: its name in lower case without the slash, and the words behind it.

    ``to`` is the bot that it names, or empty; ``text`` is the whole message, ``links`` as in ``Wrote``.
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
    quote: str = ""


class Shared(Sent):
    """A contact, a place or a bare location was shared; each detail can have several values."""

    did: Literal["shared"] = "shared"
    what: Literal["contact", "place", "location"]
    message: int
    details: dict[Detail, tuple[str, ...]] = Field(default_factory=dict)


class Unreadable(Done):
    """A message without words came (``what``: sticker, voice, location, ...)."""

    did: Literal["unreadable"] = "unreadable"
    what: str
    message: int | None = None


class Picked(Done):
    """A person was chosen with the button of a ``ContactRequest``; ``user`` is missing if the number is unreadable."""

    did: Literal["picked"] = "picked"
    user: int | None
    message: int


class Registered(Frozen):
    """Storage gave the submitted draft its reference."""

    did: Literal["registered"] = "registered"
    reference: str


class Invited(Frozen):
    """Storage made the invitation that was asked for, to a role or a submission; its code is a secret, shown once."""

    did: Literal["invited"] = "invited"
    gives: Reviewer | int
    code: str = Field(repr=False)
    until: datetime


class Neglected(Frozen):
    """A draft was not changed for so long that its deletion at ``until`` is announced, ``days`` days ahead."""

    did: Literal["neglected"] = "neglected"
    draft: int
    days: int
    until: datetime


class Expired(Frozen):
    """A draft was not changed for ``days`` days and is to be deleted."""

    did: Literal["expired"] = "expired"
    draft: int
    days: int


class TimeCame(Frozen):
    """The time has come for a reminder."""

    did: Literal["time_came"] = "time_came"


Given = Wrote | Chose | Revised | Attached | Commanded | Shared | Unreadable | Picked | Registered | Invited
"""Inputs that a person has caused."""

Passed = Neglected | Expired | TimeCame
"""Inputs that time alone has caused."""

Input = Annotated[Given | Passed, Field(discriminator="did")]
