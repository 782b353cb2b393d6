"""Whose bot it is: what the settings say of the operator, as far as it is told to people."""

from conversations.frozen import Frozen


class House(Frozen):
    """Who is responsible and where to write to, empty where it is not set; ``retention_days`` is 0 to keep drafts."""

    controller: str = ""
    contact: str = ""
    retention_days: int = 365


UNNAMED = House()
"""One whose settings say nothing."""
