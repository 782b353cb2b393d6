"""Moments as a column type, aware and in UTC on every database; and waiting that outlives a wrong clock."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, DateTime, Dialect, TypeDecorator, and_, or_


class Moment(TypeDecorator[datetime]):
    """An aware moment in UTC, also where the database (SQLite) keeps no time zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Bring the moment to UTC; a naive one is a bug of the caller and raises ``ValueError``."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A moment needs a time zone.")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the stored moment its time zone back."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


def is_due(until: datetime | None, since: datetime | None, now: datetime) -> bool:
    """Whether something that waits from one moment until another is due.

    It is due too where it began to wait at a moment that is still to come: the clock was wrong then, and was put right.
    """
    return until is None or until <= now or (since is not None and since > now)


def due(until: Column[Any], since: Column[Any], now: datetime) -> ColumnElement[bool]:
    """Say the same in a query."""
    return or_(until.is_(None), until <= now, and_(since.is_not(None), since > now))
