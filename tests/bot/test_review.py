"""The review desk through the whole bot: rights on the server's side, news through restarts, menus."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from support.slow import slowly

from bot.demo.acts import Act
from bot.demo.playing import SandboxTalker
from bot.demo.stage import TALKS_BEGIN, Stage
from bot.demo.transcripts import parse
from storage import conversation_of

ANNA, CORA, BEN = 1001, 2001, 1002
FILLING = Path(__file__).parents[1] / "transcripts" / "reviews" / "approval.txt"
"""Its first turns fill in a short practice and submit it."""


@pytest.fixture
async def stage(url: str) -> AsyncIterator[Stage]:
    """Run the bot, with a submission that waits."""
    async with Stage(url, begins=TALKS_BEGIN) as stage:
        talker = SandboxTalker(stage)
        for turn in parse(FILLING.read_text(encoding="utf-8")).turns:
            await talker.act(turn.act)
            if turn.written == "> [Submit]":
                break
        yield stage


def press(label: str, who: str = "Cora") -> Act:
    """Press a button."""
    return Act("presses", label, who=who)


def texts(stage: Stage, user: int) -> list[str]:
    """List what the bot has written to somebody."""
    return [message.text for message in stage.sandbox.person("", user).messages if message.sender == "bot"]


async def status(stage: Stage) -> str:
    """Tell how the submission stands."""
    return (await conversation_of(stage.database, ANNA)).drafts[0].status


async def test_old_button_of_a_former_coordinator(stage: Stage) -> None:
    """Who is a coordinator no more gets told so by an old button, and nothing is done."""
    talker = SandboxTalker(stage)
    for label in ("RAN-2026-0001", "Review this", "Approve"):
        await talker.act(press(label))
    await stage.bot.store.people.give(CORA, "practitioner", None, stage.clock())
    await talker.act(press("Approve"))

    assert await status(stage) == "submitted"
    assert "you are none at this moment" in texts(stage, CORA)[-1]


@pytest.mark.parametrize(
    "action", ["read", "approve", *slowly("claim", "comment", "section", "queue", "sure", "every")]
)
async def test_forged_button_of_a_practitioner(stage: Stage, action: str) -> None:
    """A practitioner who forges a button of the desk learns nothing and changes nothing."""
    ben = stage.sandbox.person("Ben Example", BEN)
    await stage.bot.settled(await ben.says("/start"))
    message = ben.messages[-1].message_id
    await stage.bot.settled(await ben.presses_data(message, f"1|1|description.description|{action}"))

    before = (await conversation_of(stage.database, ANNA)).drafts[0]
    assert "That is for coordinators" in texts(stage, BEN)[-1]
    assert not any("Open Door" in text for text in texts(stage, BEN))
    assert ("submitted", None, ()) == (before.status, before.review.claim, before.review.seen)


async def test_news_survives_a_restart(stage: Stage) -> None:
    """What came within the hour is told together after it, by a bot that was started anew meanwhile."""
    talker = SandboxTalker(stage)
    await talker.act(press("Withdraw", "Anna"))
    await talker.act(press("Yes, withdraw it", "Anna"))
    await talker.act(press("Submit again", "Anna"))
    told = len(texts(stage, CORA))
    await stage.restart()
    stage.clock.forward(timedelta(hours=1))
    await stage.bot.sweep()
    await stage.bot.idle()
    await stage.bot.sweep()
    await stage.bot.idle()

    assert [text.splitlines()[1] for text in texts(stage, CORA)[told:]] == [
        "RAN-2026-0001 · Open Door: withdrawn by its author, then submitted again"
    ]


async def test_name_of_a_reader_is_escaped(stage: Stage) -> None:
    """A coordinator's name is what Telegram says; markup in it stays text."""
    stage.sandbox.person("", CORA).user["last_name"] = "<b>& \u202eCo</b>"
    talker = SandboxTalker(stage)
    for label in ("RAN-2026-0001", "Description"):
        await talker.act(press(label))
    await talker.act(press("Who has seen this", "Anna"))

    assert "Cora <b>& Co</b> has read it" in texts(stage, ANNA)[-1]
