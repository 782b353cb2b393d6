"""Everything that is left of a person: a search for their words and numbers in every table and every file."""

import json
from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import select

from storage import Database
from storage.database.tables import METADATA


async def tables(database: Database) -> dict[str, str]:
    """Return the text of every table, by its name."""
    return {
        table.name: repr([tuple(row) for row in await database.rows(select(table))]) for table in METADATA.sorted_tables
    }


def files(*folders: Path) -> dict[str, bytes]:
    """Read every file of some folders, by its path."""
    return {str(path): path.read_bytes() for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()}


async def leftovers(database: Database, words: Iterable[str], *folders: Path) -> list[tuple[str, str]]:
    """List where these words are found, as plain text or in JSON."""
    written = {name: text.encode() for name, text in (await tables(database)).items()} | files(*folders)
    return [
        (where, word)
        for word in words
        for where, content in written.items()
        if any(form.encode() in content for form in _forms(word))
    ]


def _forms(word: str) -> set[str]:
    """Return the spellings of a word: plain, in JSON, in ASCII JSON, and as Python shows them in a row of a table."""
    plain = {word, json.dumps(word)[1:-1], json.dumps(word, ensure_ascii=False)[1:-1]}
    return plain | {repr(form)[1:-1] for form in plain}
