"""Roles: what somebody may do here."""

from typing import Literal

Role = Literal["practitioner", "coordinator", "admin"]

Reviewer = Literal["coordinator", "admin"]
"""A role that is given, or invited to; everybody else is a practitioner."""

REVIEWERS: tuple[Role, ...] = ("coordinator", "admin")
"""Those who may read and decide."""

Every = Literal["now", "hourly", "daily", "off"]
"""How often one of them wants to be told of news."""
