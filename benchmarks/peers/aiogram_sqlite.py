"""The smallest durable storage for aiogram's FSM: a row for each chat, on disk before an answer counts as stored."""

import json
from collections.abc import Mapping
from typing import Any, Self

import aiosqlite
from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey

_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL")
_TABLE = "CREATE TABLE IF NOT EXISTS kept (chat INTEGER PRIMARY KEY, state TEXT, data TEXT NOT NULL DEFAULT '{}')"
_STATE = "INSERT INTO kept (chat, state) VALUES (?, ?) ON CONFLICT (chat) DO UPDATE SET state = excluded.state"
_DATA = "INSERT INTO kept (chat, data) VALUES (?, ?) ON CONFLICT (chat) DO UPDATE SET data = excluded.data"


class SqliteStorage(BaseStorage):
    """Stores states and data in one file, over one connection that commits each statement."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    @classmethod
    async def open(cls, path: str) -> Self:
        """Open the file."""
        connection = await aiosqlite.connect(path, isolation_level=None)
        for pragma in _PRAGMAS:
            await connection.execute(f"PRAGMA {pragma}")
        await connection.execute(_TABLE)
        return cls(connection)

    async def close(self) -> None:
        """Close the file."""
        await self._connection.close()

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """Store a state."""
        name = state.state if isinstance(state, State) else state
        await self._connection.execute(_STATE, (key.chat_id, name))

    async def get_state(self, key: StorageKey) -> str | None:
        """Read a state."""
        row = await self._row("SELECT state FROM kept WHERE chat = ?", key)
        return row[0] if row else None

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Store data."""
        await self._connection.execute(_DATA, (key.chat_id, json.dumps(data)))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """Read data."""
        row = await self._row("SELECT data FROM kept WHERE chat = ?", key)
        return json.loads(row[0]) if row else {}

    async def _row(self, query: str, key: StorageKey) -> Any:  # noqa: ANN401 - a row of one column
        async with self._connection.execute(query, (key.chat_id,)) as cursor:
            return await cursor.fetchone()
