"""What all stored data is made of."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """Plain data that never changes and knows no extra fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


Format = Literal["json", "csv", "xlsx", "docx", "package"]

Status = Literal["draft", "submitted", "changes_requested", "approved", "declined", "withdrawn"]

Role = Literal["practitioner", "coordinator", "admin"]

Reviewer = Literal["coordinator", "admin"]
"""A role that is given, or invited to; everybody else is a practitioner."""

REVIEWERS: tuple[Role, ...] = ("coordinator", "admin")
"""Those who may read and decide."""

Every = Literal["now", "hourly", "daily", "off"]
"""How often one of them wants to be told of news."""


class Operator(Frozen):
    """Who is responsible and where to write to, empty where it is not set; ``retention_days`` is 0 to keep drafts."""

    controller: str = ""
    contact: str = ""
    retention_days: int = 365


UNNAMED = Operator()
"""One whose settings say nothing."""


class Consent(Frozen):
    """A person agreed to this version of the text."""

    version: int
    at: datetime


def stands(consent: Consent | None) -> bool:
    """Say whether there is a yes to the text as it is now."""
    return consent is not None and consent.version >= CONSENT_VERSION


CONSENT_VERSION = 1
