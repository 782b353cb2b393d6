"""What all sentences of a review are made of: people and days."""

from datetime import datetime

from conversations.fields.dates import say
from conversations.review.record import Member

SOMEBODY = "a coordinator"


def called(member: Member | None) -> str:
    """Name somebody of the desk."""
    return member.name or SOMEBODY if member else "the author"


def day(at: datetime) -> str:
    """Write a day."""
    return say((at.date(), at.date()))


def moment(at: datetime) -> str:
    """Write a moment, in UTC as all of the collection."""
    return f"{day(at)}, {at:%H:%M} UTC"


def capital(text: str) -> str:
    """Begin a sentence."""
    return text[:1].upper() + text[1:]
