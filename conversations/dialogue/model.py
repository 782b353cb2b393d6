"""The base class of stored data, and small types that everything uses."""

from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """Immutable data that refuses unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


Format = Literal["json", "csv", "xlsx", "docx", "package", "pdf"]
"""The formats of an export; ``storage/exports`` has a renderer for each."""

Period = Literal["month", "quarter", "year", "all"]
"""What the figures of the collection are about: the last 30, 90 or 365 days, or all."""

Status = Literal["draft", "submitted", "changes_requested", "approved", "declined", "withdrawn"]

Face = Literal["internal", "public", "anonymous"]
"""Whom an export is for: those who review, everybody, or research (no names, contacts and organisations)."""


class Selection(Frozen):
    """The submissions of an export, and its face; ``since`` leaves out those from before that day (UTC).

    No ``references``: any. ``theme`` and ``country`` are choices of the form.
    """

    statuses: tuple[Status, ...] = ("approved",)
    references: tuple[str, ...] = ()
    since: date | None = None
    theme: str | None = None
    country: str | None = None
    face: Face = "internal"


Role = Literal["practitioner", "coordinator", "admin"]

Reviewer = Literal["coordinator", "admin"]
"""The roles that can be given; everybody else is a practitioner."""

REVIEWERS: tuple[Role, ...] = ("coordinator", "admin")
"""The roles that may read submissions and decide on them."""

NOBODY = 0
"""The chat of imported practices that have no owner: Telegram gives no person and no chat this number."""

Every = Literal["now", "hourly", "daily", "off"]
"""How often coordinators and admins hear of news."""


class Operator(Frozen):
    """The people responsible for the data, from the settings; ``retention_days`` is 0 if drafts are never deleted."""

    controller: str = ""
    contact: str = ""
    retention_days: int = 365


UNNAMED = Operator()
"""An operator without settings."""


class Consent(Frozen):
    """A person agreed to this version of the text."""

    version: int
    at: datetime


def stands(consent: Consent | None) -> bool:
    """Say whether the person has agreed to the current text."""
    return consent is not None and consent.version >= CONSENT_VERSION


CONSENT_VERSION = 1
