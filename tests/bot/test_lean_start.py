"""A start loads no library that most bots do not need."""

import subprocess
import sys

SELDOM = (
    "alembic",
    "asyncpg",
    "docx",
    "docxtpl",
    "jinja2",
    "lxml",
    "mako",
    "matplotlib",
    "starlette",
    "typst",
    "uvicorn",
    "xlsxwriter",
)
"""Of documents, of migrations, of the webhook, of the other database: each is imported where it is needed."""

START = """
import asyncio, sys
import bot.cli.main
from storage import Database

async def opened():
    await (await Database.open(sys.argv[1])).close()

asyncio.run(opened())
print(*(name for name in sys.argv[2:] if name in sys.modules))
"""


def test_plain_start_loads_nothing_that_is_needed_seldom(sqlite_url: str) -> None:
    """A bot that polls, on a database that is up to date, has no library of documents, servers or migrations."""
    told = subprocess.run(  # noqa: S603 - ourselves
        (sys.executable, "-c", START, sqlite_url, *SELDOM), capture_output=True, check=True, text=True
    )
    assert [] == told.stdout.split()
