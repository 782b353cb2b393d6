"""A collection to look at: invented practices that invented people fill in, by typing and pressing, side by side.

Nothing is written into tables: what stands there at the end, the bot has heard. A further step, such as a review, is a
further function that plays a ``Player``, called from ``fill`` with the references of what was submitted.
"""

import asyncio
from collections.abc import Iterable, Sequence
from itertools import groupby

from bot.demo.sample_people import Asked, Player
from bot.demo.sample_practices import SECTIONS, Practice, practices
from bot.sandbox import Sandbox

SKIP = "/skip"


async def fill(sandbox: Sandbox, planned: Sequence[Practice] | None = None) -> int:
    """Fill in practices, each author's one after the other; return how many."""
    plan = practices() if planned is None else planned
    by_author = groupby(sorted(plan, key=lambda practice: practice.author), key=lambda practice: practice.author)
    async with asyncio.TaskGroup() as group:
        for author, own in by_author:
            group.create_task(fill_all(Player(sandbox, sandbox.person(author)), list(own)))
    return len(plan)


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
        if player.asked == asked:
            raise RuntimeError(f"the sample has no answer that helps at {told(asked)}")


def told(asked: Asked) -> str:
    """Return where a question stands, in words."""
    return f"section {asked.section} of {SECTIONS}, {asked.title}"
