"""How far a practice is on its way into the Collection."""

from typing import Literal

Status = Literal["draft", "submitted", "changes_requested", "approved", "declined", "withdrawn"]
