"""Any update is read and stored, gets a reply or needs none, and never stops the bot."""

import asyncio
import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from fuzz.form import PATHS
from fuzz.telegram import updates
from fuzz.whole_bot import Trouble, play
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.telegram.reading import Reading, read

pytestmark = pytest.mark.slow

EXAMPLES = int(os.environ.get("EXAMPLES", "300"))
"""The number of updates for each test; ``make fuzz EXAMPLES=20000`` tries more."""

BATCH = 30
"""The number of updates for one bot, one after the other."""

UNSHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)
"""A failure names the update; shrinking the other 29 would take hours."""


@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
@given(updates())
def test_any_update_is_read(update: dict[str, Any]) -> None:
    """Any update is read, and an input has a chat."""
    reading = read(update)
    assert isinstance(reading, Reading)
    assert reading.given is None or reading.chat_id is not None


@settings(max_examples=max(EXAMPLES // BATCH, 1), phases=UNSHRUNK, suppress_health_check=list(HealthCheck))
@given(st.lists(updates(), min_size=BATCH, max_size=BATCH), st.sampled_from(("", *PATHS)))
def test_any_updates_through_the_whole_bot(batch: list[dict[str, Any]], question: str) -> None:
    """Each update gets a reply or needs none; none fails, none waits, and no error is logged."""
    with TemporaryDirectory() as folder:
        assert Trouble() == asyncio.run(play(Path(folder), batch, question))
