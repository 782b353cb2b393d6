"""Query plans: an index answers each query of a start, a batch, a delivery, a sweep and a queue."""

import json
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, delete
from support.statements import heard

from bot.demo.playing import SandboxTalker
from bot.demo.test_bed import TRANSCRIPTS_BEGIN, TestBed
from bot.demo.transcripts import parse, play
from conversations.dialogue.pages import Filter, Wanted
from conversations.dialogue.review_record import Member
from conversations.review.queue import QUEUES
from storage import Database
from storage.database.tables import METADATA
from storage.review_queries import ReviewQueries

pytestmark = pytest.mark.slow

TRANSCRIPTS = Path(__file__).parents[1] / "transcripts"

TALKS = ("reviews/desk", "reviews/finding", "admin/people", "admin/releases", "talks/untouched", "talks/reminders")
"""Talks that meet every query of a turn: answers, drafts, the desk, news, roles, invitations, the log, the clocks."""

FEW = {"alembic_version", "counters", "watchers"}
"""Tables that have a row for each coordinator at most."""

GROWING = {table.name for table in METADATA.sorted_tables} - FEW

PARTIAL = r"INDEX (inbox_waiting|inbox_fetching|outbox_waiting|drafts_claimed|drafts_asked|invites_unused)\b"
"""Indexes that hold what is open alone: going through one of them is going through what is open."""

ALLOWED = (
    (r"^SELECT count\(\*\) AS count_1 \s*FROM audit", "how many lines the log has: an admin looks at it, now and then"),
    (r"FROM audit .*ORDER BY audit\.id DESC\s+LIMIT", "a page of the log: from its end, no further than that page"),
    (r"FROM people ORDER BY people.user_id$", "everybody: `practice-bot people`, and the bed, which appoints people"),
    (
        r"FROM orphaned_files ORDER BY orphaned_files.since",
        "files of what was deleted, looked at once an hour and gone then",
    ),
)
"""What may go through a whole table, and why."""

Statement = tuple[str, Any]


class Recorded:
    """The SELECT, UPDATE and DELETE statements that went to a database, each with what was given to it last."""

    def __init__(self) -> None:
        self.statements: dict[str, Any] = {}

    def hear(self, _connection: Connection, statement: str, given: Any) -> None:  # noqa: ANN401 - as the driver has it
        """Take a statement that is about to run."""
        if re.match(r"(SELECT|UPDATE|DELETE)\b", statement) and _tables(statement) & GROWING:
            self.statements[statement] = given


def _tables(statement: str) -> set[str]:
    return set(re.findall(r"(?:FROM|JOIN|UPDATE) (\w+)", statement))


CHOICES: dict[Filter, tuple[str, ...]] = {
    "shelf": tuple(QUEUES),
    "theme": ("Training", "Formers"),
    "country": ("Denmark", "Finland"),
}
"""The filters of a queue, and some of their choices."""


def look_at_queues(connection: Connection) -> None:
    """Look at each shelf, narrowed in each way, count its filters, and look at the authors' questions."""
    me = Member(user=2001, name="Cora Coordinator")
    queries = ReviewQueries(lambda: connection, me, "coordinator", ())
    shelves = ("waiting", "draft", "changes_requested", "approved")
    for shelf, theme, country, mine in product(shelves, (None, "Training"), (None, "Denmark"), (False, True)):
        wanted = Wanted.model_validate({"shelf": shelf, "theme": theme, "country": country, "mine": mine, "page": 1})
        queries.listing(wanted)
        for by, choices in CHOICES.items():
            queries.tallies(wanted, by, choices)
        queries.next_unclaimed(wanted)
    queries.asked(1)


def clear(connection: Connection) -> None:
    """Empty the tables: each talk begins with nothing."""
    for table in reversed(METADATA.sorted_tables):
        connection.execute(delete(table))


@pytest.fixture
async def asked(url: str) -> dict[str, Any]:
    """Play talks through the bot, let it sweep, look at queues, start anew; give what the database was asked."""
    found = Recorded()
    for talk in TALKS:
        async with TestBed(url, begins=TRANSCRIPTS_BEGIN) as bed:
            with heard(found.hear):
                text = (TRANSCRIPTS / f"{talk}.txt").read_text(encoding="utf-8")
                await play(parse(text), SandboxTalker(bed))
                await bed.bot.sweep()
                await bed.database.ask(look_at_queues)
                await bed.restart()
            await bed.database.change(clear)
    return found.statements


def scans_of_sqlite(connection: Connection, statement: Statement) -> set[str]:
    """Tell which steps of SQLite's plan go through all of a growing table (https://www.sqlite.org/eqp.html)."""
    rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement[0]}", statement[1]).all()
    steps = [str(row[3]) for row in rows]
    scans = [step for step in steps if step.startswith("SCAN ") and not re.search(PARTIAL, step)]
    names = {alias: table for table, alias in re.findall(r"(\w+) AS (\w+)", statement[0])}
    return {step for step in scans if names.get(step.split()[1], step.split()[1]) in GROWING}


def scans_of_postgresql(connection: Connection, statement: Statement) -> set[str]:
    """Tell which growing tables PostgreSQL goes through even where that is the last thing it would do."""
    connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
    plan = connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {statement[0]}", statement[1]).scalar()
    read: Any = json.loads(plan) if isinstance(plan, str) else plan
    return {f"Seq Scan on {table}" for table in _scanned(read[0]["Plan"]) if table in GROWING}


def _scanned(node: dict[str, Any]) -> Iterator[str]:
    if node["Node Type"] == "Seq Scan":
        yield node["Relation Name"]
    for child in node.get("Plans", ()):
        yield from _scanned(child)


async def test_every_query_of_a_talk_has_an_index(asked: dict[str, Any], db: Database, url: str) -> None:
    """No statement of a start, a turn, a delivery, a sweep or a page of a queue goes through all of a growing table."""
    scans = scans_of_sqlite if url.startswith("sqlite") else scans_of_postgresql
    found = {text: await db.change(scans, (text, given)) for text, given in asked.items()}
    assert {} == {text: steps for text, steps in found.items() if steps and not _is_allowed(text)}
    assert len(asked) > 40


def _is_allowed(statement: str) -> bool:
    return any(re.search(pattern, statement, re.DOTALL) for pattern, _ in ALLOWED)
