"""One practice from its first answer to its export, in a real browser, with a bot that really gets killed."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.async_api import expect
from support.browser import Chat, findings

from bot.demo.transcripts import Turn, parse

pytestmark = [pytest.mark.slow, pytest.mark.asyncio(loop_scope="module")]

BACK_ON_TRACK = Path(__file__).parents[2] / "transcripts" / "practices" / "back_on_track.txt"
KILLED_AT = 8
REFERENCE = f"RAN-{datetime.now(UTC).year}-0001"
CORA = "Cora Coordinator"


def turns() -> tuple[Turn, ...]:
    """Read the practice; its reference has the current year."""
    return parse(BACK_ON_TRACK.read_text(encoding="utf-8").replace("RAN-2026-0001", REFERENCE)).turns


async def test_practice_from_its_first_answer_to_its_export(chat: Chat, tmp_path: Path) -> None:
    """A practice is filled in, reviewed, approved and exported by mouse and keyboard; two kills change nothing."""
    await chat.looks_behind()
    lives = {await process(chat)}
    await fills_in(chat)
    lives.add(await process(chat))
    await chat.becomes(CORA)
    await comments(chat)
    await chat.becomes(chat.person.name)
    await revises(chat)
    lives.add(await process(chat))
    await chat.becomes(CORA)
    await approves(chat)
    await chat.becomes(chat.person.name)
    await chat.sees(f"({REFERENCE}) is approved by {CORA}")
    await exports(chat, tmp_path)
    assert 3 == len(lives)


async def process(chat: Chat) -> str | None:
    """Return the process id of the bot."""
    return await chat.page.locator("#process").text_content()


async def fills_in(chat: Chat) -> None:
    """Answer as the transcript does; the bot is killed on the way and started again at once."""
    for number, turn in enumerate(turns()):
        if number == KILLED_AT:
            await chat.button("Kill the bot").click()
        await chat.act(turn.act)
        await chat.shows(turn.expected)


async def comments(chat: Chat) -> None:
    """Claim the submission, comment by button and by replies to questions, and request changes."""
    await chat.says("/queue")
    await chat.presses(f"{REFERENCE} · Back on Track")
    await chat.sees("Press a section", "nobody is reviewing this")
    await chat.presses("Review this")
    await chat.sees("You are now reviewing this.")
    await looks_well(chat)
    await chat.presses("Description")
    await chat.sees("Section 2 of 16")
    await chat.presses("Comment")
    await chat.sees("Comment on Description")
    await chat.says("Say how the mentors are chosen.")
    await chat.sees("Comment 1 on Description is saved")
    await looks_well(chat)
    for number, (section, question) in enumerate(
        [("Start of the practice", "Starting year"), ("Evidence and evaluation", "Performance")], 2
    ):
        await chat.presses("Card")
        await chat.sees(f"Comments: {number - 1} open")
        await chat.presses(section)
        await chat.sees(f"· {section}", question)
        await chat.replies(question, f"Are you sure of this, {question}?")
        await chat.sees(f"Comment {number} on {question} is saved")
    await chat.presses("Card")
    await chat.sees("Comments: 3 open")
    await chat.presses("Request changes")
    await chat.sees("The author gets these comments")
    await chat.presses("Send to the author")
    await chat.sees("Sent.")


async def revises(chat: Chat) -> None:
    """Answer the comments; the revision goes to a dead bot, which gets it after its start."""
    await chat.sees("Changes requested", REFERENCE)
    await chat.presses("Description")
    await chat.sees("Your answer now")
    await chat.says(
        "Mentors whom we choose and train help inmates to turn away from extremism, and so prevent violence."
    )
    await chat.presses("Replace")
    for question in ("Starting year", "Performance"):
        await chat.sees(f"Are you sure of this, {question}?", "Your answer now")
        await chat.presses("Reply to the comment")
        await chat.sees(f"Are you sure of this, {question}?", "Write your reply")
        await chat.says(f"Yes, {question} is right.")
    await chat.sees("You have dealt with all comments.")
    await chat.button("Kill, leave it dead").click()
    await expect(chat.page.locator("#banner")).to_contain_text("The bot is dead")
    await chat.presses("Send revision")
    await chat.button("Start it again").click()
    await chat.sees(f"Your revision of {REFERENCE} is sent.")


async def approves(chat: Chat) -> None:
    """Compare the revision with the first submission, and approve it."""
    await chat.says(f"/show {REFERENCE}")
    await chat.sees("Submitted twice.")
    await chat.presses("What changed")
    await chat.sees("version 2 beside version 1", "[+", "Yes, Performance is right.")
    await looks_well(chat)
    await chat.presses("Card")
    await chat.sees("Revised, waiting", "Comments: 0 open (0 must fix), 3 answered")
    await chat.presses("Approve")
    await chat.sees("Approve: Back on Track")
    await chat.presses("Approve")
    await chat.sees("Approved. I have told the author.")


async def exports(chat: Chat, folder: Path) -> None:
    """Send /export as the admin, and download the approved submission."""
    await chat.becomes("Ada Admin")
    await chat.says("/export")
    await chat.sees("Excel: approved", "1 submission")
    await chat.presses("JSON")
    await chat.sees("JSON: approved", "1 submission")
    await looks_well(chat)
    await chat.presses("Send the file")
    content = json.loads(await chat.saved(chat.log.locator("a.file").last, folder))
    assert [(REFERENCE, "approved")] == [(one["reference"], one["status"]) for one in content]


async def looks_well(chat: Chat) -> None:
    """Check that the page has no serious axe finding, in both colour schemes."""
    found = []
    for colours in ("dark", "light"):
        await chat.page.emulate_media(color_scheme=colours)
        found += await findings(chat)
    assert [] == found
