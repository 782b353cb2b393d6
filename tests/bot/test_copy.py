"""The copy command: a line for each table, and where the attachments are."""

import asyncio
from pathlib import Path

import pytest

from bot.cli.main import main
from storage import Database


async def test_copy_is_told_line_by_line(
    database: Database, url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], postgres_url: str
) -> None:
    """Each table is told with its rows and their sum; attachments stay where they are."""
    await database.close()
    codes = [
        await asyncio.to_thread(main, ["copy", "--from", url, "--to", there])
        for there in (postgres_url, f"sqlite+aiosqlite:///{tmp_path}/copy.db")
    ]
    lines = capsys.readouterr().out.splitlines()
    half = len(lines) // 2

    assert ([0, 0], lines[:half]) == (codes, lines[half:])
    assert f"drafts: 0 rows, {'0' * 16}" in lines
    assert "Both have the same rows. Attachments are no part of a database: they stay in DATA_DIR." == lines[-1]


async def test_copy_of_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be copied is told in one line, with exit code 2."""
    gone, new = f"sqlite+aiosqlite:///{tmp_path}/gone.db", f"sqlite+aiosqlite:///{tmp_path}/new.db"
    code = await asyncio.to_thread(main, ["copy", "--from", gone, "--to", new])
    assert (2, f"practice-bot: There is no database {tmp_path}/gone.db.\n") == (code, capsys.readouterr().err)
