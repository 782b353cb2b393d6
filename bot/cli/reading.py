"""What is typed on the command line, read as people write it; an error says the right form."""

import re
from argparse import ArgumentTypeError
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from typing import cast, get_args

from conversations.dialogue.model import Status
from conversations.review.queue import countries, themes

PORTS = 1 << 16

STATUSES = get_args(Status)

_DASHES = re.compile(r"[\u2010-\u2015\u2212]")
"""Dashes into which Word and mail programs change a hyphen."""

_DIGITS = 18
"""Digits of a number that the database can store."""


def statuses(text: str) -> list[Status]:
    """Read statuses as people write them, such as ``Approved, changes requested``."""
    found = ["_".join(re.split(r"[\s_-]+", each.strip().lower())) for each in re.split("[,;]", text) if each.strip()]
    if not found or not set(found) <= set(STATUSES):
        raise ArgumentTypeError(f"should be {', '.join(STATUSES[:-1])} or {STATUSES[-1]}, not {text!r}")
    return cast("list[Status]", found)


def references(text: str) -> list[str]:
    """Read references as people write them, such as ``ran-2026-0001, RAN-2026-0002``."""
    found = _DASHES.sub("-", text).upper().replace(",", " ").replace(";", " ").split()
    if not found:
        raise ArgumentTypeError("should be a reference, such as RAN-2026-0001")
    return found


def day(text: str) -> date:
    """Read a day in ISO 8601; other forms mean another day in another country."""
    with suppress(ValueError):
        return date.fromisoformat(_DASHES.sub("-", text.strip()))
    raise ArgumentTypeError(f"should be a day, such as 2026-11-23, not {text!r}")


def theme(text: str) -> str:
    """Read a theme of the form, in any case."""
    return _one_of(themes(), text)


def country(text: str) -> str:
    """Read a choice of the question about the country, in any case."""
    return _one_of(countries(), text)


def _one_of(choices: Sequence[str], text: str) -> str:
    found = next((choice for choice in choices if choice.casefold() == " ".join(text.split()).casefold()), None)
    if found is None:
        raise ArgumentTypeError(f"should be one of: {', '.join(choices)}; not {text!r}")
    return found


def port(text: str) -> int:
    """Read the number of a port."""
    if not (text.isascii() and text.isdigit() and int(text) < PORTS):
        raise ArgumentTypeError(f"should be a port, 0 to {PORTS - 1}")
    return int(text)


def person(text: str) -> int:
    """Read the id of a person."""
    user_id = number(text)
    if user_id <= 0:
        raise ArgumentTypeError("should be a Telegram user id, such as 1001")
    return user_id


def number(text: str) -> int:
    """Read the id of a person or an update."""
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _DIGITS):
        raise ArgumentTypeError(f"should be a number of up to {_DIGITS} digits")
    return int(text)
