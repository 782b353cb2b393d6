"""What goes in and out of the core: inputs and events in the past tense, replies as plain data."""

import re
from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import Field

from conversations.dialogue.model import Frozen, Reviewer

Detail = Literal["name", "phone", "email", "website", "address", "title"]
"""The details that a shared contact or place can have."""

CALLBACK_BYTES = 64
"""The most that Telegram lets a button carry (Bot API, InlineKeyboardButton.callback_data)."""

_PRESS = re.compile(r"(\d{1,7})\|(\d{1,9})\|([a-z_.0-9]{0,40})\|([a-z]{1,12})(?:\|(\d{1,4}))?", re.ASCII)


class Press(Frozen):
    """What a button carries: the draft and the revision it was drawn for, what it is about, and what it does."""

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
        """Read callback data; nothing where it is none of ours."""
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
    """Where somebody was when they sent something that is heard later than it came.

    ``draft`` is the one in hand, ``touched`` when it was changed last, ``question`` the one that was open; they are
    missing where there was none. ``question`` is empty where no practice lay open. ``keyboard_version`` is that of the
    buttons, -1 where nobody knows.
    """

    draft: int | None = None
    touched: datetime | None = None
    question: str | None = None
    keyboard_version: int = -1


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
