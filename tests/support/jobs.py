"""The child's part of a job, done in the process of a test."""

import json
import os
import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from typing import Any

import pytest

from storage.subprocess_job import Job

InChild = Callable[[Job[Any, Any], str], tuple[list[Any], list[int]]]


@pytest.fixture
def in_child(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> InChild:
    """Do the child's part of a job for an order in JSON; returns its lines, and what it gave to ``os.nice``."""
    nice: list[int] = []

    def done(job: Job[Any, Any], order: str) -> tuple[list[Any], list[int]]:
        monkeypatch.setattr(os, "nice", nice.append)
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(order.encode())))
        job.be_the_child()
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()], nice

    return done
