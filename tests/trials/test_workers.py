"""Several workers, in short: `make trial-workers` is the long form."""

from pathlib import Path

import pytest
from trials.workers import Trial

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("webhook", [True, False])
async def test_workers_killed_in_turn(webhook: bool, postgres_url: str, tmp_path: Path) -> None:  # noqa: FBT001 - a parameter
    """If one worker is killed, the other handles every input once, in order, and answers soon."""
    found = await Trial(rounds=2, seed=1, inputs=20, webhook=webhook).run(tmp_path, postgres_url)
    assert (found.kept, found.findings.inputs >= 60) == (True, True), found


async def test_workers_that_live_send_once(postgres_url: str, tmp_path: Path) -> None:
    """While no worker dies, both take turns, and no message is sent twice."""
    found = await Trial(rounds=0, seed=2, inputs=50).run(tmp_path, postgres_url)
    again = found.findings.said_again, found.findings.warned
    assert (found.kept, again, min(found.shares) > 0) == (True, (0, 0), True), found
