"""Leave a state behind, for ``tests/storage/states``: ``PYTHONPATH=.:tests python -m support.left_state 0009``.

The whole bot runs, and invented people bring it into the middle of everything; then it stops. What Telegram would not
take, what came too late and what went wrong stands in the database as the bot itself wrote it.
"""

import asyncio
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from support.states import State, drafts_of, left, telegram
from support.talks import REVIEW, all_agreed, context

from bot.app import build
from bot.demo.test_bed import TRANSCRIPTS_BEGIN, TestBed, agree
from bot.demo.transcripts import DEMO_USERS, parse
from bot.sandbox import Person
from conversations.dialogue.conversation import Conversation, Step
from conversations.dialogue.inputs import Input, Wrote
from conversations.dialogue.repositories import ReviewRepository
from conversations.engine.engine import step

MORE = ("Dina", "Elin", "Finn", "Gina", "Hugo", "Ines", "Jonas", "Kim", "Lena")
"""Who talks beside the cast; each is in one state, which their name stands for in the tests."""

BEGINS = TRANSCRIPTS_BEGIN - timedelta(days=336)

LONG_AGO, LATER, LATELY = timedelta(days=300), timedelta(days=28), timedelta(days=8)

MINUTES = 600
"""Seconds that Telegram asks the bot to wait: longer than this takes."""

DESCRIPTION = "Mentors visit families every week. We prevent radicalisation."

BUG = "These words meet a bug."

MESSAGE, FILE, ANSWER = "sendMessage", "sendDocument", "answerCallbackQuery"

LEAFLET = b"%PDF words of a leaflet"


@dataclass
class Stumbling:
    """The core with a bug that some words meet; ``pauses`` are those before another try."""

    pauses: tuple[float, ...]

    def step(self, conversation: Conversation, given: Input, now: datetime, repository: ReviewRepository) -> Step:
        """Take a step, or stumble."""
        if isinstance(given, Wrote) and given.text == BUG:
            raise KeyError(given.message)
        return step(conversation, given, now, repository)

    def build(self, *given: object, **named: object) -> object:
        """Put the bot together with this core."""
        return partial(build, step=self.step, pauses=self.pauses)(*given, **named)  # type: ignore[arg-type] # as the bed does


async def leave(path: Path, stumbling: Stumbling) -> State:
    """Bring people into the middle of everything and stop the bot."""
    sandbox = telegram()
    async with TestBed(f"sqlite+aiosqlite:///{path}", sandbox, BEGINS) as bed:
        everybody = {name: sandbox.person(f"{name} Example", 1003 + number) for number, name in enumerate(MORE)}
        await all_agreed(bed)
        await agree(bed.database, [person.user_id for person in everybody.values()], bed.clock())
        await _long_ago(bed)
        await _talks(bed)
        await _at_the_desk(bed)
        await _at_the_office(bed)
        await _set_aside(bed)
        stumbling.pauses = (float(MINUTES),)
        await bed.restart()
        await _not_taken(bed)
        await _too_late(bed)
        chats = [user_id for _, user_id in DEMO_USERS] + [person.user_id for person in everybody.values()]
        drafts = {str(chat): await drafts_of(bed.database, chat) for chat in chats}
    return left(path, sandbox, drafts)


async def _long_ago(bed: TestBed) -> None:
    """Let Ines leave a draft behind, of which she hears in time, and Ben fill in his form."""
    await context(bed, "Ines> /start", "Ines> Open Garden")
    await _waits(bed, LONG_AGO)
    for turn in parse(REVIEW.read_text(encoding="utf-8")).turns:
        if turn.written == "> [Submit]":
            break
        await context(bed, f"Ben{turn.written}")
    await _waits(bed, LATER)


async def _waits(bed: TestBed, time: timedelta) -> None:
    bed.clock.forward(time)
    await bed.bot.sweep()
    await bed.bot.idle()


async def _talks(bed: TestBed) -> None:
    """Let everybody begin: most are asked for the description; Anna for the year, Finn for deliverables.

    Dina is in the middle of her description.
    """
    begun = ("Anna", "Dina", "Elin", "Finn", "Gina", "Hugo", "Jonas", "Kim", "Lena")
    await context(bed, *(f"{name}> {words}" for name in begun for words in ("/start", f"Practice of {name}")))
    to_year = DESCRIPTION, "[No]", "12, 9", "families", "[Skip]", "Denmark"
    await context(bed, *(f"> {words}" for words in to_year))
    await context(bed, *(f"Finn> {words}" for words in (*to_year, "2011", "[Still active]")))
    await context(bed, f"Dina> {'word ' * 819}")
    await _waits(bed, LATELY)


async def _at_the_desk(bed: TestBed) -> None:
    """Let Cora review what Ben hands in: a claim, a comment and one half written; Carl is told of news once a day."""
    await context(bed, "Carl> /notify", "Carl> [At most once a day]", "Ben> [Submit]")
    await context(bed, "Ben> [Withdraw]", "Ben> [Yes, withdraw it]", "Ben> [Hand in again]")
    await context(bed, "Cora> /show 1", "Cora> [Review this]", "Cora> [Description]", "Cora> [Comment]")
    await context(bed, "Cora> Say how the mentors are chosen.", "Cora> [Card]", "Cora> [Organisation]")
    await context(bed, "Cora> [Comment]", f"Cora> {'more ' * 819}")


async def _at_the_office(bed: TestBed) -> None:
    """Let Ada invite two people, take one invitation back, and stay at that page."""
    await context(bed, "Ada> /people", "Ada> [Invite]", "Ada> [Invite a coordinator]", "Ada> [Invite a coordinator]")
    await context(bed, "Ada> [Withdraw invitation 1]")


async def _set_aside(bed: TestBed) -> None:
    """Let Hugo's words meet the bug until they are set aside."""
    await context(bed, f"Hugo> {BUG}")


async def _not_taken(bed: TestBed) -> None:
    """Let Telegram not take this and that: files, messages, answers to presses."""
    weather, heard = bed.sandbox.faults, bed.bot.settled
    ada, ben, elin, finn = map(bed.person, ("Ada", "Ben", "Elin", "Finn"))
    gina, jonas, kim, lena = map(bed.person, ("Gina", "Jonas", "Kim", "Lena"))
    weather.flood(MINUTES, None, method="getFile")
    await heard(await finn.sends("document", content=LEAFLET, name="leaflet.pdf"))
    await heard(await finn.says("A handbook in Danish."))
    weather.fail(400, None, method=MESSAGE, chat_id=lena.user_id)
    await heard(await lena.says(DESCRIPTION))
    await elin.says(DESCRIPTION)
    await heard(await elin.blocks())
    weather.flood(MINUTES, None, method=FILE)
    await heard(await ada.says("/export"))
    await heard(await ada.presses("Submitted"))
    await ada.presses("Send the file")
    await _refused(bed, ada, FILE)
    await heard(await ada.says("/people"))
    await heard(await ada.presses("Invite"))
    weather.flood(MINUTES, None, jonas.user_id, MESSAGE)
    weather.drop_after(None, MESSAGE, kim.user_id)
    for person in (jonas, kim):
        await person.says(DESCRIPTION)
        await _refused(bed, person, MESSAGE)
    weather.flood(MINUTES, None, method=ANSWER)
    await ben.presses("Who has seen this")
    await jonas.says("No")
    await jonas.presses("Overview")
    await gina.says(BUG)
    await gina.says("No")
    await bed.sandbox.until(lambda: "Something went wrong" in gina.messages[-1].text)
    await bed.sandbox.until(lambda: any(call.method == ANSWER and not call.ok for call in bed.sandbox.calls))


async def _refused(bed: TestBed, person: Person, method: str) -> None:
    """Wait until Telegram has not taken something for somebody."""

    def refused() -> bool:
        return any(
            (call.method, call.params.get("chat_id")) == (method, str(person.user_id)) and (call.dropped or not call.ok)
            for call in bed.sandbox.calls
        )

    await bed.sandbox.until(refused)


async def _too_late(bed: TestBed) -> None:
    """Let people write while the bot stops: it keeps that, for the next start."""
    bed.bot.runtime.stopping.set()
    for words in ("2011", "Still active", "A handbook in Danish."):
        await bed.anna.says(words)
    await bed.person("Cora").presses("Done")
    await bed.person("Lena").says("No")


def main(name: str) -> int:
    """Write the files of a state."""
    stumbling = Stumbling((0.0,))
    with TemporaryDirectory() as folder, patch("bot.demo.test_bed.build", stumbling.build):
        asyncio.run(leave(Path(folder) / "practices.db", stumbling)).write(name)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
