"""Scenes on a test bed: demo users who act in turn, and a whole review with every kind of stored data."""

from pathlib import Path

from bot.demo.playing import SandboxTalker
from bot.demo.test_bed import TestBed, agree
from bot.demo.transcripts import DEMO_USERS, parse
from bot.sandbox import Person

REVIEW = Path(__file__).parents[1] / "transcripts" / "reviews" / "approval.txt"

LEAFLET = b"%PDF words of a leaflet that is on no page " * 9000


async def all_agreed(bed: TestBed) -> None:
    """Record everybody's consent, for tests about something else."""
    await agree(bed.database, [user_id for _, user_id in DEMO_USERS], bed.clock())


async def context(bed: TestBed, *acts: str) -> None:
    """Let people act in turn: ``Cora> words``, ``[Button]``, or Anna's words."""
    talker = SandboxTalker(bed)
    for act in acts:
        (turn,) = parse(act if "> " in act else f"> {act}").turns
        await talker.act(turn.act)


async def reviewed(bed: TestBed, until: str) -> None:
    """Play the review of a practice up to a line, with a file, a refused answer and a reaction of the author."""
    talker = SandboxTalker(bed)
    for turn in parse(REVIEW.read_text(encoding="utf-8")).turns:
        if turn.written == "> [Submit]":
            await context(bed, "/overview", "8")
            await bed.bot.settled(await anna(bed).sends("document", content=LEAFLET, name="Secret leaflet.pdf"))
            await context(
                bed,
                "Where the leaflet was printed, nobody knows",
                "[Done]",
                "/overview",
                "7",
                "next spring or so",
                "/summary",
            )
        await talker.act(turn.act)
        if turn.written == until:
            return
    raise LookupError(until)


def anna(bed: TestBed) -> Person:
    """Return Anna."""
    return bed.person("Anna")
