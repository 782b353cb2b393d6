"""Database time of the queue and of a search, at 100, 1,000 and 10,000 submissions: ``make bench-queue``."""

import asyncio
import statistics
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from sqlalchemy import Connection, insert

from conversations.dialogue.conversation import Answer, Conversation, Draft, Version
from conversations.dialogue.pages import Wanted
from conversations.dialogue.repositories import ON_A_PAGE
from conversations.dialogue.review_record import Member
from conversations.dialogue.reviews import made
from conversations.dialogue.search import Search
from conversations.review.queue import countries, themes
from storage import Database
from storage.conversations import Loaded, save
from storage.database.tables import CONVERSATIONS
from storage.review_queries import ReviewQueries

SIZES = (100, 1_000, 10_000)

RUNS = 200

ME = Member(user=2001, name="Cora Coordinator")

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)

Look = Callable[[ReviewQueries], object]
"""Asks the collection something."""

WORDS = "Mentors visit young people in prison and talk about what they want to leave behind. "


def submission(number: int) -> Draft:
    """Make a typical submission: some 3,000 characters, in one of the countries, with two of the themes."""
    at = NOW - timedelta(minutes=number)
    given = {
        "name.name": f"Practice {number}",
        "description.description": WORDS * 20,
        "evidence.performance": WORDS * 10,
        "sustainability.sustainability": WORDS * 8 + ("A rarity." if number == 1 else ""),
        "country_of_origin.country": countries()[number % len(countries())],
        "key_themes.themes": [themes()[number % len(themes())], themes()[(number // 7) % len(themes())]],
    }
    answers = {path: Answer(value=value, source="typed", at=at) for path, value in given.items()}
    draft = Draft(
        number=1, created_at=at, updated_at=at, submitted_at=at, answers=answers, reference=f"RAN-2026-{number:05d}"
    )
    return made(draft.model_copy(update={"versions": (Version(at=at, answers=answers),)}), "hand in", at, None)


def fill(connection: Connection, numbers: Iterable[int]) -> None:
    """Store submissions, one in each chat."""
    for number in numbers:
        conversation = Conversation(drafts=(submission(number),))
        connection.execute(insert(CONVERSATIONS).values(chat_id=number, version=1, state="{}", updated_at=NOW))
        save(connection, number, Loaded(Conversation(), 1), conversation, NOW)


def listed(wanted: Wanted) -> Look:
    """Look at a page."""
    return lambda queries: queries.listing(wanted)


ASKED: dict[str, Callable[[int], Look]] = {
    "first page": lambda _: listed(Wanted()),
    "last page": lambda size: listed(Wanted(page=min(size, 1_000) // ON_A_PAGE - 1)),
    "one theme": lambda _: listed(Wanted(theme=themes()[11])),
    "one country": lambda _: listed(Wanted(country=countries()[5])),
    "theme and country": lambda _: listed(Wanted(theme=themes()[11], country=countries()[5])),
    "mine (none)": lambda _: listed(Wanted(mine=True)),
    "theme, mine (none)": lambda _: listed(Wanted(theme=themes()[11], mine=True)),
    "counts of all themes": lambda _: lambda queries: queries.tallies(Wanted(), "theme", themes()),
    "counts of all countries": lambda _: lambda queries: queries.tallies(Wanted(), "country", countries()),
    "counts of all countries, mine": lambda _: (
        lambda queries: queries.tallies(Wanted(mine=True), "country", countries())
    ),
    "next unclaimed": lambda _: lambda queries: queries.next_unclaimed(Wanted()),
    "questions of authors": lambda _: lambda queries: queries.asked(0),
}


def found(words: str) -> Look:
    """Look words up."""
    return lambda queries: queries.find(Search.read(words), 0)


SOUGHT: dict[str, Look] = {
    "a word that all have": found("prison"),
    "a word that one has": found("rarity"),
    "the beginning of a word that all have": found("mento"),
    "a word that all have, and one that one has": found("prison rarity"),
    "a word that none has": found("nowhere"),
}
"""Words to search for; the first practice of each size has the rare one."""


async def measured(db: Database, ask: Look, runs: int = RUNS) -> list[float]:
    """Return the milliseconds of many reads, from the query to the drafts."""

    def look(connection: Connection) -> float:
        queries = ReviewQueries(lambda: connection, ME, "coordinator", ())
        began = perf_counter()
        ask(queries)
        return (perf_counter() - began) * 1000

    return [await db.ask(look) for _ in range(runs)]


async def main() -> None:
    """Print a table: median and 95th percentile, in milliseconds."""
    rows: dict[str, list[str]] = {name: [] for name in (*ASKED, *SOUGHT)}
    with TemporaryDirectory() as folder:
        for size in SIZES:
            db = await Database.open(f"sqlite+aiosqlite:///{Path(folder) / str(size)}.db")
            await db.change(fill, range(1, size + 1))
            for name, ask in ({name: asked(size) for name, asked in ASKED.items()} | SOUGHT).items():
                took = await measured(db, ask)
                rows[name].append(f"{statistics.median(took):.1f} / {statistics.quantiles(took, n=20)[-1]:.1f}")
            await db.close()
    sys.stdout.write(f"| ms, median / p95 | {' | '.join(f'{size:,}' for size in SIZES)} |\n|---|---|---|---|\n")
    for name, cells in rows.items():
        sys.stdout.write(f"| {name} | {' | '.join(cells)} |\n")


if __name__ == "__main__":
    asyncio.run(main())
