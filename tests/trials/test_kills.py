"""Random kills, in short: `make trial-crash` is the long form."""

from pathlib import Path

import pytest
from trials.kills import Trial, kills

pytestmark = pytest.mark.slow


async def test_killed_at_random_times(tmp_path: Path) -> None:
    """However often the process is killed, every input is found once, under its question, and answered.

    A repeated message says that it may be a repetition.
    """
    findings = await kills(Trial(rounds=10, seed=1, work=0.3), tmp_path)
    assert (findings.kept, findings.inputs > 50, findings.unwarned) == (True, True, 0), findings
