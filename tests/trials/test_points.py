"""Crash points, in short: `make trial-crash-points` is the whole matrix."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from trials.points import KINDS, Points, Way

from storage import Point

pytestmark = pytest.mark.slow

KEEPING = (
    Point.MIGRATING,
    Point.BEFORE_INBOX,
    Point.AFTER_INBOX,
    Point.WITHIN_TURN,
    Point.AFTER_TURN,
    Point.BEFORE_MARKING,
)
LISTENING = (Point.STOPPING, Point.AFTER_INBOX, Point.BEFORE_INBOX)


@pytest.mark.parametrize(("way", "points"), [("polling", tuple(Point)), ("webhook", LISTENING)])
async def test_crashed_at_each_point(way: Way, points: Sequence[Point], tmp_path: Path) -> None:
    """Wherever the process is stopped for good, the next one goes on as if nothing had happened."""
    cells = [(point, KINDS[number % len(KINDS)]) for number, point in enumerate(points)]
    async with Points(tmp_path, way, f"sqlite+aiosqlite:///{tmp_path}/practices.db") as crashed:
        found = await crashed.matrix(cells)
    assert {cell: findings.kept for cell, findings in found.items()} == dict.fromkeys(cells, True)


@pytest.mark.unmigrated
async def test_crashed_at_each_point_on_postgresql(postgres_url: str, tmp_path: Path) -> None:
    """On PostgreSQL too: the server rolls back the transaction of a killed process."""
    cells = [(point, KINDS[number % len(KINDS)]) for number, point in enumerate(KEEPING)]
    async with Points(tmp_path, "polling", postgres_url) as crashed:
        found = await crashed.matrix(cells)
    assert {cell: findings.kept for cell, findings in found.items()} == dict.fromkeys(cells, True)
