"""References: a running number for each year, without a gap and never given twice."""

from datetime import UTC, datetime

from sqlalchemy import Connection

from storage.dialects import counted


def allot(connection: Connection, now: datetime) -> str:
    """Give the next reference of the year (UTC), such as ``RAN-2026-0001``; it goes back where the transaction does."""
    year = now.astimezone(UTC).year
    number = connection.scalar(counted(connection.dialect), {"name": f"RAN-{year}", "value": 1})
    return f"RAN-{year}-{number:04d}"
