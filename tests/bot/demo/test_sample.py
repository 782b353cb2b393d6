"""The sample: invented practices, filled in through the whole bot."""

import asyncio
from dataclasses import replace
from typing import get_args

import pytest

from bot.demo import demo_server
from bot.demo.demo_server import HOST, free_port, opened, serve
from bot.demo.sample import SCENES, Player, fill, fill_all
from bot.demo.sample_practices import AUTHORS, COORDINATORS, COUNT, Course, Practice, practices
from bot.demo.test_bed import TestBed
from conversations.dialogue.model import Selection, Status
from storage import StoredDraft, submissions

AFTER: dict[Course, Status] = {
    "requested": "changes_requested",
    "half revised": "changes_requested",
    "approved": "approved",
    "approved at once": "approved",
    "declined": "declined",
    "withdrawn": "withdrawn",
}
"""The status after each course of a review; any other submission waits."""

PLAYED: tuple[Course, ...] = ("requested", "approved", "declined", "reopened", "withdrawn")

LISTS: dict[str, Status] = {
    "Waiting for their authors": "changes_requested",
    "Approved": "approved",
    "Declined": "declined",
    "Withdrawn": "withdrawn",
    "Drafts in progress": "draft",
    "Waiting for review": "submitted",
}


def test_same_seed_same_practices() -> None:
    """The sample is the same in each run; another seed makes another one."""
    assert (COUNT, practices(), True) == (len(practices()), practices(), practices(seed=1) != practices())


def test_practices_in_all_states() -> None:
    """Some practices are unfinished, some have something to fix, some wait to be submitted, some are submitted."""
    assert {"left", "to fix", "to submit", "submitted"} == {practice.ending for practice in practices()}


def test_reviews_of_all_courses() -> None:
    """The submitted practices are in every state of a review, with both coordinators."""
    submitted = [practice for practice in practices() if practice.ending == "submitted"]
    assert (set(SCENES), set(COORDINATORS)) == (
        {practice.course for practice in submitted},
        {practice.coordinator for practice in submitted},
    )


@pytest.mark.slow
async def test_sample_through_the_bot(url: str) -> None:
    """Every practice is in the database with its planned status, and the bot's own queue counts the same."""
    planned = one_of_each()
    async with TestBed(url) as bed:
        assert len(planned) == await fill(bed.sandbox, planned)
        stored = [one async for one in submissions(bed.database, Selection(statuses=get_args(Status)))]
        cora = Player(bed.sandbox, bed.person("Cora"))
        for listed, status in LISTS.items():
            await cora.presses("Status", shows="Which status?")
            await cora.presses(listed, shows=f"{listed}: {sum(one.draft.status == status for one in stored)}")
    assert sorted(map(expected, planned)) == sorted((named(one), one.draft.status) for one in stored)


def one_of_each() -> list[Practice]:
    """Return one practice of each ending, and courses that cover all scenes; authors have two each."""
    drafts = {practice.ending: practice for practice in practices() if practice.ending != "submitted"}
    courses = {practice.course: practice for practice in practices() if practice.course in PLAYED}
    found = [*drafts.values(), *(courses[course] for course in PLAYED)]
    return [replace(practice, author=AUTHORS[number // 2]) for number, practice in enumerate(found)]


def expected(practice: Practice) -> tuple[str, Status]:
    """Return the name of a practice and its final status."""
    return practice.name, AFTER.get(practice.course, "submitted") if practice.ending == "submitted" else "draft"


def named(stored: StoredDraft) -> str:
    """Return the name of a practice."""
    return str(stored.draft.answers["name.name"].value)


async def test_answer_that_does_not_help(url: str) -> None:
    """A sample that no longer fits the form stops and names the question."""
    wrong = replace(practices(1)[0], answers={"Name of the practice": "/help"})
    async with TestBed(url) as bed:
        with pytest.raises(RuntimeError, match="section 1 of 16, Name of the practice"):
            await fill_all(Player(bed.sandbox, bed.anna), [wrong])


async def test_answer_that_the_bot_takes_for_a_remark(url: str) -> None:
    """An author whose answer is not saved at once uses it as the answer."""
    planned = replace(practices(1)[0], answers={"Name of the practice": "Way Out, Way Back"}, ending="left", sections=1)
    async with TestBed(url) as bed:
        assert {} == await fill_all(Player(bed.sandbox, bed.anna), [planned])
        assert "Saved: Way Out, Way Back" in bed.anna.messages[-1].text


@pytest.mark.slow
async def test_demo_with_the_sample(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A demo fills in the sample once, and has its people again at the next start."""
    told: asyncio.Queue[str] = asyncio.Queue()
    monkeypatch.setattr(demo_server, "say", told.put_nowait)
    monkeypatch.setattr(demo_server, "fill", lambda sandbox: fill(sandbox, practices(2)))
    for lines in (2, 1):
        serving = asyncio.create_task(serve(url, HOST, free_port(22_000), command="practice-bot", sample=True))
        said = [await told.get() for _ in range(lines)]
        serving.cancel()
        with pytest.raises(asyncio.CancelledError):
            await serving
        assert said[1:] == [line for line in said if line.startswith("2 invented practices are filled in")]
    async with opened(url, sample=True) as (sandbox, fresh):
        assert (False, set(AUTHORS)) == (fresh, {person.name for person in sandbox.people} & set(AUTHORS))
