"""Crash points kill a process that was told to stop there, and no other."""

import os
import signal
from pathlib import Path

import pytest

from storage import Point, crash_at, crash_points


@pytest.fixture
def killed(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """Write down who is killed instead of killing them."""
    killed: list[tuple[int, int]] = []
    monkeypatch.setattr(os, "kill", lambda *given: killed.append(given))
    return killed


def test_point_without_orders(killed: list[tuple[int, int]]) -> None:
    """In production a point does nothing."""
    for point in Point:
        crash_at(point)
    assert killed == []


def test_point_with_orders(killed: list[tuple[int, int]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A process that was told to stop at a point passes the others and kills itself there."""
    (tmp_path / "orders").write_text("after sending")
    monkeypatch.setattr(crash_points, "_orders", str(tmp_path / "orders"))
    for point in Point:
        crash_at(point)
    assert killed == [(os.getpid(), signal.SIGKILL)]
