"""An update that is handled late lands at its own question, or the person is asked."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Any

import pytest

from bot.app import Bot
from bot.clock import now
from bot.sandbox import Person
from conversations.dialogue.conversation import Conversation, Step
from conversations.dialogue.inputs import Input
from conversations.dialogue.repositories import ReviewRepository
from conversations.engine.engine import step
from conversations.filling import texts
from conversations.form import texts as form_texts
from storage import Database, conversation_of

Start = Callable[..., AbstractAsyncContextManager[Bot]]

Said = Callable[[Person], list[str]]

DESCRIPTION, FILES = "description.description", "deliverables.deliverables"

OLD, GOOD = "The old text, to prevent radicalisation.", "A good description, to prevent radicalisation."


class Broken:
    """The core, with a bug that some inputs meet until it is mended."""

    def __init__(self) -> None:
        self.meets: Callable[[Any], bool] = lambda _given: False

    def __call__(self, conversation: Conversation, given: Input, now: datetime, repository: ReviewRepository) -> Step:
        """Fail, or take the step."""
        if self.meets(given):
            raise ZeroDivisionError
        return step(conversation, given, now, repository)


@pytest.fixture
def core() -> Broken:
    """Give a core that can be broken."""
    return Broken()


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look often for what is to be tried again."""
    monkeypatch.setattr("bot.app.SWEEP_SECONDS", 0.02)


@pytest.fixture
async def bot(start: Start, core: Broken, anna: Person) -> AsyncIterator[Bot]:
    """Run the bot, with Anna at the description of her practice."""
    async with start(core) as bot:
        for text in ("I agree", "Open Door"):
            await bot.settled(await anna.says(text))
        yield bot


async def set_aside(bot: Bot, core: Broken, did: str, act: Callable[[], Any]) -> int:
    """Let an update meet the bug until it is set aside; then the bug is mended."""
    core.meets = lambda given: given.did == did
    update: int = await act()
    await bot.settled(update)
    core.meets = lambda _given: False
    return update


async def retried(bot: Bot, update: int) -> None:
    """Ask for another try, as ``practice-bot retry`` does, and wait for it."""
    before = len([1 for _ in await bot.store.failures.all()])
    assert frozenset({update}) == await bot.store.failures.retry([update], now())
    del bot.runtime.pending._handled[update]
    await bot.settled(update)
    await bot.idle()
    assert before == len(await bot.store.failures.all()) + 1


async def value(database: Database, anna: Person, path: str) -> object:
    """Give an answer of Anna's."""
    return (await conversation_of(database, anna.user_id)).drafts[0].values.get(path)


async def test_text_lands_at_its_question(bot: Bot, core: Broken, anna: Person, said: Said, database: Database) -> None:
    """A text that is tried again answers the question that it was sent for, and the open one stays open."""
    update = await set_aside(bot, core, "wrote", lambda: anna.says(OLD))
    for text in ("/overview", "6"):
        await bot.settled(await anna.says(text))
    state = (await conversation_of(database, anna.user_id)).state
    await retried(bot, update)
    assert said(anna)[-1].startswith("I have now read your earlier message for Description. Saved: ")
    assert (OLD, state) == (
        await value(database, anna, DESCRIPTION),
        (await conversation_of(database, anna.user_id)).state,
    )


@pytest.mark.slow
async def test_text_does_not_replace_a_newer_answer(
    bot: Bot, core: Broken, anna: Person, said: Said, database: Database
) -> None:
    """Where the question has been answered since, the person is shown the words and asked."""
    update = await set_aside(bot, core, "wrote", lambda: anna.says(OLD))
    for text in ("/start", GOOD, "/overview", "6"):
        await bot.settled(await anna.says(text))
    await retried(bot, update)
    assert (GOOD, True) == (await value(database, anna, DESCRIPTION), OLD in said(anna)[-1])
    await bot.settled(await anna.presses(texts.LEAVE_LATE))
    assert GOOD == await value(database, anna, DESCRIPTION)
    await bot.settled(await anna.presses_data(anna.messages[-1].message_id, "1|0|description.description|use|1"))
    assert GOOD == await value(database, anna, DESCRIPTION)


async def test_text_is_used_by_one_press(bot: Bot, core: Broken, anna: Person, database: Database) -> None:
    """Pressed, the earlier text replaces the answer at its question."""
    update = await set_aside(bot, core, "wrote", lambda: anna.says(OLD))
    for text in ("/start", GOOD, "/overview", "6"):
        await bot.settled(await anna.says(text))
    await retried(bot, update)
    await bot.settled(await anna.presses(form_texts.USE))
    assert OLD == await value(database, anna, DESCRIPTION)


@pytest.mark.slow
async def test_text_that_fails_again(bot: Bot, core: Broken, anna: Person, said: Said, database: Database) -> None:
    """Tried again in vain and once more, it still knows its question."""
    update = await set_aside(bot, core, "wrote", lambda: anna.says(OLD))
    for text in ("/overview", "6"):
        await bot.settled(await anna.says(text))
    core.meets = lambda given: given.did == "wrote"
    assert await bot.store.failures.retry([update], now())
    del bot.runtime.pending._handled[update]
    await bot.settled(update)
    core.meets = lambda _given: False
    await bot.settled(await anna.says("/back"))
    await retried(bot, update)
    assert ("your earlier message for Description" in said(anna)[-1], OLD) == (
        True,
        await value(database, anna, DESCRIPTION),
    )


async def test_text_after_a_restart(start: Start, core: Broken, anna: Person, said: Said, database: Database) -> None:
    """An update that is asked for while the bot is down lands at its question, too."""
    async with start(core) as bot:
        for text in ("I agree", "Open Door"):
            await bot.settled(await anna.says(text))
        update = await set_aside(bot, core, "wrote", lambda: anna.says(OLD))
        for text in ("/overview", "6"):
            await bot.settled(await anna.says(text))
        store = bot.store
    await store.failures.retry([update], now())
    async with start(core) as bot:
        await bot.settled(update)
    assert ("your earlier message for Description" in said(anna)[-1], OLD) == (
        True,
        await value(database, anna, DESCRIPTION),
    )


async def test_command_is_not_done_later(bot: Bot, core: Broken, anna: Person, said: Said, database: Database) -> None:
    """A command that is tried again moves nobody who has gone on."""
    update = await set_aside(bot, core, "commanded", lambda: anna.says("/back"))
    await bot.settled(await anna.says(GOOD))
    before = await conversation_of(database, anna.user_id)
    await retried(bot, update)
    assert said(anna)[-1].startswith("I could not do /back in time")
    assert before == await conversation_of(database, anna.user_id)


async def test_button_is_old_later(bot: Bot, core: Broken, anna: Person, said: Said, database: Database) -> None:
    """A press that is tried again is that of an old button: it gets a note alone."""
    update = await set_aside(bot, core, "chose", lambda: anna.presses("Back"))
    await bot.settled(await anna.says(GOOD))
    state, before = (await conversation_of(database, anna.user_id)).state, said(anna)
    await retried(bot, update)
    assert (state, before) == ((await conversation_of(database, anna.user_id)).state, said(anna))


@pytest.mark.slow
async def test_file_lands_at_its_question(bot: Bot, core: Broken, anna: Person, said: Said, database: Database) -> None:
    """A file that is tried again is fetched again, and saved where it was sent."""
    for text in ("/overview", "8"):
        await bot.settled(await anna.says(text))
    update = await set_aside(bot, core, "attached", lambda: anna.sends("photo", content=b"\xff\xd8\xff"))
    for text in ("/overview", "6"):
        await bot.settled(await anna.says(text))
    await retried(bot, update)
    assert said(anna)[-1].startswith("photo.jpg has arrived and is saved under Deliverables (file 1 of 10).")
    draft = (await conversation_of(database, anna.user_id)).drafts[0]
    assert [FILES] == [file.question for file in draft.attachments]


async def test_edit_does_not_replace_a_newer_one(bot: Bot, core: Broken, anna: Person, database: Database) -> None:
    """An edit that is tried again after a newer one of the same message asks."""
    message = next(one for one in anna.messages[::-1] if one.sender == "person").message_id
    update = await set_aside(bot, core, "revised", lambda: anna.edits(message, "Opened Door"))
    await bot.settled(await anna.edits(message, "Newest Door"))
    await retried(bot, update)
    assert "Newest Door" == await value(database, anna, "name.name")
    await bot.settled(await anna.presses(form_texts.USE))
    assert "Opened Door" == await value(database, anna, "name.name")
