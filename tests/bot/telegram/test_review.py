"""The review through the whole bot: rights are checked by the server, news survives restarts."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from support.slow import slowly

from bot.demo.playing import SandboxTalker
from bot.demo.test_bed import TRANSCRIPTS_BEGIN, TestBed
from bot.demo.transcripts import Act, parse
from storage import conversation_of

ANNA, CORA, BEN = 1001, 2001, 1002

FILLING = Path(__file__).parents[2] / "transcripts" / "reviews" / "approval.txt"
"""Its first turns fill in a short practice and submit it."""


@pytest.fixture
async def bed(url: str) -> AsyncIterator[TestBed]:
    """Run the bot, with a submission that waits."""
    async with TestBed(url, begins=TRANSCRIPTS_BEGIN) as bed:
        talker = SandboxTalker(bed)
        for turn in parse(FILLING.read_text(encoding="utf-8")).turns:
            await talker.act(turn.act)
            if turn.written == "> [Submit]":
                break
        yield bed


def press(label: str, who: str = "Cora") -> Act:
    """Press a button."""
    return Act("presses", label, who=who)


def texts(bed: TestBed, user: int) -> list[str]:
    """List what the bot has written to somebody."""
    return [message.text for message in bed.sandbox.person("", user).messages if message.sender == "bot"]


async def status(bed: TestBed) -> str:
    """Tell how the submission stands."""
    return (await conversation_of(bed.database, ANNA)).drafts[0].status


@pytest.mark.slow
async def test_old_button_of_a_former_coordinator(bed: TestBed) -> None:
    """Who is a coordinator no more gets told so by an old button, and nothing is done."""
    talker = SandboxTalker(bed)
    for label in ("RAN-2026-0001", "Review this", "Approve"):
        await talker.act(press(label))
    await bed.bot.store.people.give(CORA, "practitioner", None, bed.clock())
    await talker.act(press("Approve"))

    assert await status(bed) == "submitted"
    assert "you are not one now" in texts(bed, CORA)[-1]


@pytest.mark.parametrize(
    "action", ["read", "approve", *slowly("claim", "comment", "section", "queue", "sure", "every")]
)
async def test_forged_button_of_a_practitioner(bed: TestBed, action: str) -> None:
    """A practitioner who forges a button of the desk learns nothing and changes nothing."""
    ben = bed.sandbox.person("Ben Example", BEN)
    await bed.bot.settled(await ben.says("/start"))
    message = ben.messages[-1].message_id
    await bed.bot.settled(await ben.presses_data(message, f"1|1|description.description|{action}"))

    before = (await conversation_of(bed.database, ANNA)).drafts[0]
    assert "Only coordinators can do that" in texts(bed, BEN)[-1]
    assert not any("Open Door" in text for text in texts(bed, BEN))
    assert ("submitted", None, ()) == (before.status, before.review.claim, before.review.seen)


async def test_news_survives_a_restart(bed: TestBed) -> None:
    """The news of an hour is told together after it, also by a bot that was restarted in between."""
    talker = SandboxTalker(bed)
    await talker.act(press("Withdraw", "Anna"))
    await talker.act(press("Yes, withdraw it", "Anna"))
    await talker.act(press("Submit again", "Anna"))
    told = len(texts(bed, CORA))
    await bed.restart()
    bed.clock.forward(timedelta(hours=1))
    await bed.bot.sweep()
    await bed.bot.idle()
    await bed.bot.sweep()
    await bed.bot.idle()

    assert [text.splitlines()[1] for text in texts(bed, CORA)[told:]] == [
        "RAN-2026-0001 · Open Door: withdrawn by its author, then submitted again"
    ]


async def test_name_of_a_reader_is_escaped(bed: TestBed) -> None:
    """A coordinator's name is what Telegram says; markup in it stays text."""
    bed.sandbox.person("", CORA).user["last_name"] = "<b>& \u202eCo</b>"
    talker = SandboxTalker(bed)
    for label in ("RAN-2026-0001", "Description"):
        await talker.act(press(label))
    await talker.act(press("Who has seen this", "Anna"))

    assert "Cora <b>& Co</b> has read it" in texts(bed, ANNA)[-1]
