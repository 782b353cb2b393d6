"""A yes, as it is kept."""

from datetime import datetime

from conversations.consent.text import VERSION
from conversations.frozen import Frozen


class Consent(Frozen):
    """A person agreed to this version of the text."""

    version: int
    at: datetime


def stands(consent: Consent | None) -> bool:
    """Say whether there is a yes to the text as it is now."""
    return consent is not None and consent.version >= VERSION
