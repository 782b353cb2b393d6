"""The sample: invented practices, filled in through the whole bot."""

import asyncio
from dataclasses import replace

import pytest

from bot.demo import open_house
from bot.demo.open_house import HOST, free_port, opened, serve
from bot.demo.sample import fill, fill_all
from bot.demo.sample_people import Player
from bot.demo.sample_practices import COUNT, practices
from bot.demo.sample_words import AUTHORS
from bot.demo.stage import Stage
from storage import StoredDraft, submissions

FEW = 7


def test_same_seed_same_practices() -> None:
    """The sample comes again as it was; another seed makes another one."""
    assert (COUNT, practices(), True) == (len(practices()), practices(), practices(seed=1) != practices())


def test_practices_in_all_states() -> None:
    """There are practices that were left, that have something to fix, that wait to be submitted, and that were."""
    assert {"left", "to fix", "to submit", "submitted"} == {practice.ending for practice in practices()}


async def test_sample_through_the_bot(url: str) -> None:
    """Every practice arrives as it was planned: left, with something to fix, ready, or submitted."""
    planned = practices(FEW)
    async with Stage(url) as stage:
        assert FEW == await fill(stage.sandbox, planned)
        stored = [one async for one in submissions(stage.database, ("draft", "submitted"))]
    expected = sorted((each.name, "submitted" if each.ending == "submitted" else "draft") for each in planned)
    assert expected == sorted((named(one), one.draft.status) for one in stored)


def named(stored: StoredDraft) -> object:
    """Return what a practice is called."""
    return stored.draft.answers["name.name"].value


async def test_several_practices_of_one_author(url: str) -> None:
    """One author fills in one practice after the other; the references lead to what was submitted."""
    planned = [replace(practice, ending="submitted", sections=16) for practice in practices(2)]
    async with Stage(url) as stage:
        submitted = await fill_all(Player(stage.sandbox, stage.anna), planned)
    assert planned == list(submitted.values())


async def test_answer_that_does_not_help(url: str) -> None:
    """A sample that no longer fits the form stops with the question at which it does not."""
    wrong = replace(practices(1)[0], answers={"Name of the practice": "/help"})
    async with Stage(url) as stage:
        with pytest.raises(RuntimeError, match="section 1 of 16, Name of the practice"):
            await fill_all(Player(stage.sandbox, stage.anna), [wrong])


async def test_demo_with_the_sample(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A demo with the sample fills it in once, and has its people again when it is opened anew."""
    told: asyncio.Queue[str] = asyncio.Queue()
    monkeypatch.setattr(open_house, "say", told.put_nowait)
    monkeypatch.setattr(open_house, "fill", lambda sandbox: fill(sandbox, practices(2)))
    for lines in (2, 1):
        serving = asyncio.create_task(serve(url, HOST, free_port(22_000), command="practice-bot", sample=True))
        said = [await told.get() for _ in range(lines)]
        serving.cancel()
        with pytest.raises(asyncio.CancelledError):
            await serving
        assert said[1:] == [line for line in said if line.startswith("2 invented practices are filled in")]
    async with opened(url, sample=True) as (sandbox, fresh):
        assert (False, set(AUTHORS)) == (fresh, {person.name for person in sandbox.people} & set(AUTHORS))
