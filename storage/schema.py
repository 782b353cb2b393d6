"""The schema, brought up to date by Alembic inside one transaction of the caller."""

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
    config = configuration(connection)
    script = ScriptDirectory.from_config(config)
    present = MigrationContext.configure(connection).get_current_heads()
    known = {revision.revision for revision in script.walk_revisions()}
    if unknown := set(present) - known:
        raise NewerSchema(", ".join(sorted(unknown)))
    if set(present) != set(script.get_heads()):
        command.upgrade(config, "head")
        crash_at(Point.MIGRATING)


def configuration(connection: Connection) -> Config:
    """Alembic's configuration: the migrations of this package, run on this connection."""
    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    config.attributes["connection"] = connection
    return config
