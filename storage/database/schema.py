"""The schema of the database: it is migrated inside one transaction of the caller."""

from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, column, inspect, select, table

from storage.crash_points import Point, crash_at

if TYPE_CHECKING:
    from alembic.config import Config

_VERSION = table("alembic_version", column("version_num"))


class NewerSchema(Exception):  # noqa: N818 - it says what was met
    """The database has a migration that this version does not know."""


def bring_up_to_date(connection: Connection) -> None:
    """Run the missing migrations; raises ``NewerSchema`` before anything is changed."""
    present = _present(connection)
    if unknown := unknown_revisions(present):
        raise NewerSchema(", ".join(sorted(unknown)))
    if present != {max(revisions())}:
        from alembic import command  # noqa: PLC0415 - most starts find nothing to do: they save 14 MiB

        command.upgrade(configuration(connection), "head")
        crash_at(Point.MIGRATING)


def configuration(connection: Connection | None = None) -> "Config":
    """Return Alembic's configuration: the migrations of this package, run on this connection."""
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", "storage.database:migrations")
    config.attributes["connection"] = connection
    return config


def is_up_to_date(connection: Connection) -> bool:
    """Say whether the database has this version's tables."""
    return _present(connection) == {max(revisions())}


def unknown_revisions(present: Collection[str]) -> set[str]:
    """Return the migrations of a database that only a newer version knows."""
    return set(present) - revisions()


@cache
def revisions() -> frozenset[str]:
    """List the migrations of this version by the numbers of their files; each follows the one before."""
    return frozenset(
        file.stem.partition("_")[0] for file in (Path(__file__).parent / "migrations/versions").glob("0*.py")
    )


def _present(connection: Connection) -> set[str]:
    """Return the migration of a database; empty if it has no tables yet."""
    if not inspect(connection).has_table(_VERSION.name):
        return set()
    return set(connection.scalars(select(_VERSION.c.version_num)))
