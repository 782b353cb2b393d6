"""PostgreSQL databases that are used again: making one takes ten times as long as emptying it.

One goes back only where nothing of a test is left in it: no connection, no table, column, function or setting that a
new one has not, no statistics by which a plan could turn out otherwise. Else it is thrown away.
"""

from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import (
    AsyncConnection,
    create_async_engine,
)
from sqlalchemy.pool import NullPool

from storage.database.tables import METADATA

_OTHERS = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"

_ALL = "; ".join(f"DELETE FROM {table.name}" for table in reversed(METADATA.sorted_tables))  # noqa: S608 - our names

_EMPTY = f"DO $$ BEGIN {_ALL}; END $$"

_COUNT_ANEW = "SELECT setval(oid::regclass, 1, false) FROM pg_class WHERE relkind = 'S' AND oid > 16383"

_LOOKS = """
SELECT (SELECT string_agg(version_num, ' ') FROM alembic_version),
       (SELECT count(*) FROM pg_statistic WHERE starelid > 16383),
       (SELECT count(*) FROM pg_db_role_setting),
       (SELECT count(*) FROM pg_namespace) + (SELECT count(*) FROM pg_proc) + (SELECT count(*) FROM pg_trigger),
       (SELECT md5(string_agg(concat_ws(' ', oid, relname, relnatts, relhastriggers), ' ' ORDER BY oid))
        FROM pg_class WHERE oid > 16383),
       (SELECT md5(string_agg(concat_ws(' ', conname, conrelid), ' ' ORDER BY oid)) FROM pg_constraint)
"""


async def looks(url: str) -> Any:  # noqa: ANN401 - a row, to be compared
    """Tell what a database is like, but for its rows."""
    async with _connected(url) as connection:
        return await _look(connection)


async def emptied(url: str, new: object) -> bool:
    """Empty a database; false where it is not like a ``new`` one then, or where somebody is still at it."""
    async with _connected(url) as connection:
        if (await connection.execute(text(_OTHERS))).scalar() or await _look(connection) != new:
            return False
        await connection.exec_driver_sql(_EMPTY)
        await connection.exec_driver_sql(_COUNT_ANEW)
        return True


async def _look(connection: AsyncConnection) -> Any:  # noqa: ANN401 - a row, to be compared
    return tuple((await connection.exec_driver_sql(_LOOKS)).one())


def _connected(url: str) -> Any:  # noqa: ANN401 - a connection in an ``async with``
    return create_async_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool).connect()
