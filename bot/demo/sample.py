"""A collection to look at: invented practices that invented people fill in, by typing and pressing, side by side.

Nothing is written into tables: what stands there at the end, the bot has heard. A further step, such as a review, is a
function that plays another ``Player``, called from ``fill`` with what ``fill_in`` gives: the submitted, by reference.
"""

import asyncio
from collections.abc import Iterable, Sequence
from itertools import groupby

from bot.demo.sample_people import Asked, Player
from bot.demo.sample_practices import SECTIONS, Practice, practices
from bot.sandbox import Sandbox

SKIP = "/skip"
KEEP = "Keep and fix later"


async def fill(sandbox: Sandbox, planned: Sequence[Practice] | None = None) -> int:
    """Make the collection; return how many practices it has."""
    plan = practices() if planned is None else planned
    await fill_in(sandbox, plan)
    return len(plan)


async def fill_in(sandbox: Sandbox, planned: Sequence[Practice]) -> dict[str, Practice]:
    """Let all authors write side by side, each one practice after the other; return the submitted, by reference."""
    by_author = groupby(sorted(planned, key=author_of), key=author_of)
    async with asyncio.TaskGroup() as group:
        written = [
            group.create_task(fill_all(Player(sandbox, sandbox.person(author)), list(own))) for author, own in by_author
        ]
    return {reference: practice for each in written for reference, practice in each.result().items()}


def author_of(practice: Practice) -> str:
    """Return who writes a practice."""
    return practice.author


async def fill_all(player: Player, planned: Iterable[Practice]) -> dict[str, Practice]:
    """Fill in one author's practices; return those that were submitted, by reference."""
    submitted: dict[str, Practice] = {}
    await player.says("/start")
    for number, practice in enumerate(planned):
        if number:
            await player.says("/new")
        await answer_all(player, practice)
        if practice.ending == "submitted":
            submitted[await player.submits()] = practice
    return submitted


async def answer_all(player: Player, practice: Practice) -> None:
    """Answer what is asked until the practice is filled in as far as planned, or the summary comes."""
    while (asked := player.asked) and asked.section <= practice.sections:
        await player.does(practice.answers.get(asked.title, SKIP))
        if player.offers(KEEP):
            await player.presses(KEEP)
        if player.asked == asked:
            raise RuntimeError(f"the sample has no answer that helps at {told(asked)}")


def told(asked: Asked) -> str:
    """Return where a question stands, in words."""
    return f"section {asked.section} of {SECTIONS}, {asked.title}"
