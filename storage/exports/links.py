"""Addresses in a text, and where a link to one leads."""

import re
from urllib.parse import quote

from conversations.fields.addresses import is_web

_EMAIL = r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,63}"

ADDRESSES = re.compile(rf"(?:https?://|www\.)\S+|{_EMAIL}", re.IGNORECASE)
"""Only texts that are surely an address: "work.The next" has a dot too."""

_LOOSE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")

_KEPT = "%/:?#[]@!$&'()*+,;=~"

_LONGEST = 2000
"""Word does not follow longer addresses."""


def link_target(address: str) -> str:
    """Return the target of an address as Word wants it; empty if it is no address."""
    if not is_web(address) and not re.fullmatch(_EMAIL, address):
        return ""
    target = _LOOSE_PERCENT.sub("%25", quote(address if is_web(address) else f"mailto:{address}", safe=_KEPT))
    return target if len(target) <= _LONGEST else ""
