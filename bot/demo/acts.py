"""Acts: what a person does, as one line of a transcript says it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Literal

from bot.sandbox.text import Formatted, Span

Verb = Literal["says", "pastes", "presses", "edits", "replies", "sends", "waits", "restarts", "agreed"]

OWN = "own "
"""The words before the first words of one's own message, in a reply to it."""

_PRESS = re.compile(r"\[(.+)\](?: \((again|first)\))?")
_SIZE = re.compile(r"(?:, |^)(\d+) MB\Z")
_WAIT = re.compile(r"(\d{1,4}) (day|hour|minute)s?")
_AGREED = re.compile(r"to (?:nothing|version (\d{1,4}))")
_LINK = re.compile(r"\[([^][\n]+)\]\(((?:https?|mailto|tel|tg):[^()\s]+)\)")
_BEFORE = re.compile(r"(?:\S )?(?:\d+\. )?")
"""What may stand before the words of a button: a symbol, the number of a section."""
_ASIDE = re.compile(r"\((\w+)(?: ([^)]*))?\)(?: (.*))?", re.DOTALL)


@dataclass(frozen=True)
class Act:
    """One thing a person does; ``detail`` is which button, which earlier message, what is sent, how long, or what to.

    ``file`` is what the sender's client says of a file: ``name`` and ``size`` (bytes), as far as it is given. ``who``
    is the first name of the person, empty for the first one of the cast.
    """

    verb: Verb
    text: str = ""
    detail: str = ""
    file: Mapping[str, str | int] = field(default_factory=dict)
    who: str = ""

    @property
    def version(self) -> int | None:
        """Which version of the text on their data the person has agreed to; none of it where none is named."""
        return int(self.detail) if self.detail else None

    @property
    def time(self) -> timedelta:
        """How long a wait is, in days where no unit stands; all else takes no time."""
        number, _, unit = self.detail.partition(" ")
        return timedelta(**{unit or "days": int(number)}) if self.verb == "waits" else timedelta()


def is_called(label: str, wanted: str) -> bool:
    """Say whether a button has that label, with or without its symbol and its number."""
    return label.endswith(wanted) and _BEFORE.fullmatch(label.removesuffix(wanted)) is not None


def linked(text: str) -> str | Formatted:
    """Read ``[words](address)`` as words with a link behind them; a text without any stays as it is."""
    pieces, spans, begin = [], [], 0
    for found in _LINK.finditer(text):
        pieces.append(text[begin : found.start()])
        at = sum(map(len, pieces))
        spans.append(Span("text_link", at, at + len(found[1]), found[2]))
        pieces.append(found[1])
        begin = found.end()
    return Formatted("".join((*pieces, text[begin:])), tuple(spans)) if spans else text


def act_of(written: str) -> Act:
    """Read what a person does."""
    first, *rest = written.split("\n")
    who, _, begin = first.partition("> ")
    return replace(_act("\n".join([begin, *(line[2:] for line in rest)])), who=who)


def _act(text: str) -> Act:
    press, aside = _PRESS.fullmatch(text), _ASIDE.fullmatch(text)
    if press:
        return Act("presses", press[1], press[2] or "")
    if aside:
        return _aside(aside[1], aside[2] or "", aside[3] or "")
    return Act("says", text.removeprefix("\\"))


def _aside(what: str, detail: str, text: str) -> Act:  # noqa: PLR0911 - one for each
    match what:
        case "edits":
            return Act("edits", text, detail)
        case "replies":
            return Act("replies", text, detail.removeprefix("to "))
        case "repeats" | "pastes":
            return Act("says" if what == "repeats" else "pastes", " ".join([text] * int(detail)))
        case "waits":
            return Act("waits", detail=_wait(detail))
        case "restarts":
            return Act("restarts")
        case "agreed":
            return Act("agreed", detail=_version(detail))
        case "contact" | "venue":
            return Act("sends", detail=what, file=_contact(detail) if what == "contact" else _venue(detail))
        case _:
            return Act("sends", text, what, _file(detail))


def _contact(detail: str) -> dict[str, str | int]:
    """Describe a contact by its name and what follows it: telephone numbers, the first of them Telegram's, e-mails."""
    name, *rest = detail.split(", ")
    phones = [one for one in rest if "@" not in one]
    card = [*(f"TEL:{one}" for one in phones[1:]), *(f"EMAIL:{one}" for one in rest if "@" in one)]
    described: dict[str, str | int] = {"first_name": name, "phone_number": phones[0] if phones else ""}
    return described | ({"vcard": "\r\n".join(["BEGIN:VCARD", *card, "END:VCARD"])} if card else {})


def _venue(detail: str) -> dict[str, str | int]:
    title, _, address = detail.partition(", ")
    return {"title": title, "address": address}


def _wait(detail: str) -> str:
    found = _WAIT.fullmatch(detail)
    if found is None:
        raise ValueError(f"a wait is so many days, hours or minutes, such as (waits 3 hours), not: {detail}")
    return found[1] if found[2] == "day" else f"{found[1]} {found[2]}s"


def _version(detail: str) -> str:
    found = _AGREED.fullmatch(detail)
    if found is None:
        raise ValueError(f"somebody (agreed to nothing) or, say, (agreed to version 1), not: {detail}")
    return found[1] or ""


def _file(detail: str) -> dict[str, str | int]:
    size = _SIZE.search(detail)
    name = detail[: size.start()] if size else detail
    return ({"name": name} if name else {}) | ({"size": int(size[1]) << 20} if size else {})
