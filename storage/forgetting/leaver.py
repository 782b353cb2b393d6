"""Who is forgotten."""

from dataclasses import dataclass

UNKNOWN = 0
"""Stands in a column for somebody who was forgotten: Telegram gives nobody this number."""


@dataclass(frozen=True)
class Leaver:
    """A person, their private chat, and the update by which they asked; none where the shell did.

    ``name`` is what Telegram calls them, where that is known; ``admins`` are those who have that role by the settings.
    """

    user: int
    chat: int
    update_id: int | None = None
    name: str = ""
    admins: frozenset[int] = frozenset()
