"""A collection to look at: invented practices that invented people fill in, by typing and pressing, side by side.

Nothing is written into tables: what stands there at the end, the bot has heard.
"""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from bot.demo import cast
from bot.demo.sample_people import Asked, Player
from bot.demo.sample_practices import COORDINATORS, SECTIONS, Practice, practices
from bot.demo.sample_reviews import Desk, Review, take_course
from bot.sandbox import Sandbox
from conversations.consent.wording import AGREE

PEOPLE = dict(cast.PEOPLE)
SKIP = "/skip"
KEEP = "Keep and fix later"


async def fill(sandbox: Sandbox, planned: Sequence[Practice] | None = None) -> int:
    """Make the collection: authors write and coordinators review, side by side; return how many practices it has."""
    plan = practices() if planned is None else planned
    desks = {name: Desk(Player(sandbox, sandbox.person(name, PEOPLE[name]))) for name in COORDINATORS}
    by_author = groupby(sorted(plan, key=author_of), key=author_of)
    async with asyncio.TaskGroup() as group:
        for author, own in by_author:
            group.create_task(goes_through(Player(sandbox, sandbox.person(author)), list(own), desks))
    for desk in desks.values():
        await desk.player.says("/queue", shows="Waiting for review")
    return len(plan)


async def goes_through(author: Player, planned: Sequence[Practice], desks: Mapping[str, Desk]) -> None:
    """Let one author write all, and see what was submitted through its review, one after the other."""
    for reference, practice in (await fill_all(author, planned)).items():
        await take_course(Review(author, desks[practice.coordinator], reference, practice))


def author_of(practice: Practice) -> str:
    """Return who writes a practice."""
    return practice.author


async def fill_all(player: Player, planned: Iterable[Practice]) -> dict[str, Practice]:
    """Fill in one author's practices; return those that were submitted, by reference."""
    submitted: dict[str, Practice] = {}
    await player.says("/start")
    await player.presses(AGREE)
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
