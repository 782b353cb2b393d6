"""The schema, brought up to date by Alembic inside one transaction of the caller."""

from collections.abc import Collection
from functools import cache

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from storage.crashing import Point, crash_at


class NewerSchema(Exception):  # noqa: N818 - it says what was met
    """The database has a revision that this version does not know."""


def bring_up_to_date(connection: Connection) -> None:
    """Run the migrations that are missing; raises ``NewerSchema`` before anything is changed."""
    present = MigrationContext.configure(connection).get_current_heads()
    if unknown := unknown_revisions(present):
        raise NewerSchema(", ".join(sorted(unknown)))
    if set(present) != set(_migrations().get_heads()):
        command.upgrade(configuration(connection), "head")
        crash_at(Point.MIGRATING)


def is_up_to_date(connection: Connection) -> bool:
    """Whether the database has this version's tables."""
    return set(MigrationContext.configure(connection).get_current_heads()) == set(_migrations().get_heads())


def unknown_revisions(present: Collection[str]) -> set[str]:
    """Tell which revisions of a database are those of a newer version."""
    return set(present) - {revision.revision for revision in _migrations().walk_revisions()}


def configuration(connection: Connection | None = None) -> Config:
    """Alembic's configuration: the migrations of this package, run on this connection."""
    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    config.attributes["connection"] = connection
    return config


@cache
def _migrations() -> ScriptDirectory:
    """Read what migrations this version has, once: as long as it runs they stay the same."""
    return ScriptDirectory.from_config(configuration())
