"""Yeses put on record without a word said: what a talk stands on that is about something else."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection

from conversations.consent.given import Consent
from conversations.consent.text import VERSION
from storage import Database, put_consent


async def agree(database: Database, chats: Iterable[int], now: datetime, version: int | None = VERSION) -> None:
    """Let these people have agreed to that version of the text, or to none."""
    consent = None if version is None else Consent(version=version, at=now)

    def put(connection: Connection) -> None:
        for chat in chats:
            put_consent(connection, chat, consent, now)

    await database.change(put)
