"""Crash points, in short: `make trial-crash-points` is the whole matrix."""

from pathlib import Path

from trials.points import KINDS, Points

from storage import Point


async def test_crashed_at_each_point(tmp_path: Path) -> None:
    """Wherever the process is stopped for good, the next one goes on as if nothing had happened."""
    cells = [(point, KINDS[number % len(KINDS)]) for number, point in enumerate(Point)]
    async with Points(tmp_path) as points:
        found = await points.matrix(cells)
    assert {cell: findings.kept for cell, findings in found.items()} == dict.fromkeys(cells, True)
