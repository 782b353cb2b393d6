"""What is left of a person: every table and every file is looked through for their words and numbers."""

import json
from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import select

from storage import Database
from storage.database.tables import METADATA


async def tables(database: Database) -> dict[str, str]:
    """Write out every table that there is, by its name."""
    return {
        table.name: repr([tuple(row) for row in await database.rows(select(table))]) for table in METADATA.sorted_tables
    }


def files(*folders: Path) -> dict[str, bytes]:
    """Read every file of some folders as it lies on the disk, by its path."""
    return {str(path): path.read_bytes() for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()}


async def leftovers(database: Database, words: Iterable[str], *folders: Path) -> list[tuple[str, str]]:
    """List what is found of these words, and where; as it was written, or as JSON writes it."""
    written = {name: text.encode() for name, text in (await tables(database)).items()} | files(*folders)
    return [
        (where, word)
        for word in words
        for where, content in written.items()
        if any(form.encode() in content for form in _forms(word))
    ]


def _forms(word: str) -> set[str]:
    """Give a word as it is, in JSON, in JSON of ASCII alone, and as Python shows these in a row of a table."""
    plain = {word, json.dumps(word)[1:-1], json.dumps(word, ensure_ascii=False)[1:-1]}
    return plain | {repr(form)[1:-1] for form in plain}
