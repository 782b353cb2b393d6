"""Who can be played in a demo: the same ids in each run, so that a kept database knows everybody again."""

from datetime import datetime
from hashlib import sha256

from bot.demo.cast import ADMIN, COORDINATORS, PEOPLE
from storage import People

FIRST, ROOM = 1_000_000_000, 1_000_000_000
"""Ids of people who are made by name lie above those of the stage, and within what Telegram may give."""

ROLES = (
    {user_id: "practitioner" for _, user_id in PEOPLE} | dict.fromkeys(COORDINATORS, "coordinator") | {ADMIN: "admin"}
)


async def appoint(people: People, now: datetime) -> None:
    """Make coordinators of those who are; a role that a kept database knows stays what it has become."""
    known = {person.user_id for person in await people.all()}
    for user_id in COORDINATORS:
        if user_id not in known:
            await people.give(user_id, "coordinator", None, now)


def id_of(name: str) -> int:
    """Return the id that belongs to a name; two spellings that differ in case or spaces are one person."""
    plain = " ".join(name.casefold().split())
    return FIRST + int.from_bytes(sha256(plain.encode()).digest()[:8], "big") % ROOM
