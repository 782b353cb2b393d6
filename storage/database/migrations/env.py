"""How Alembic runs the migrations: on the connection, and in the transaction, that ``migrating.py`` hands over."""

from alembic import context

from storage.database.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,  # SQLite alters a table by making a new one
)

with context.begin_transaction():
    context.run_migrations()
