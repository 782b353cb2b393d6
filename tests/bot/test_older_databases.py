"""A database that an older version left in the middle of everything: today's version goes on from there."""

import asyncio
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from support.sqlite import address
from support.states import Json, State, drafts_of
from support.talks import context

from bot.demo.test_bed import TRANSCRIPTS_BEGIN, TestBed
from bot.sandbox import Message, Person, Sandbox
from bot.telegram.texts import SEEN_BEFORE
from storage import Database

pytestmark = pytest.mark.asyncio(loop_scope="module")

NAMES = ("0009",)
"""Each is named by the newest migration of its time."""

HALF_AN_HOUR = timedelta(minutes=30)
"""How long the bot was down: whatever Telegram had asked it to wait is over."""

WAITED = {
    "Anna": ["Saved: 2011", "Saved: Still active", "Saved: 4 words"],
    "Ben": [],
    "Cora": [
        "Section 13 of 16 · Organisation",
        "Type of organisation",
        "Comment 2 (must fix, open, not sent yet) by Cora Coordinator:",
        "Comment 2 (must fix, open, not sent yet) by Cora Coordinator: (continued)",
    ],
    "Carl": [],
    "Ada": ["Excel: approved, submitted, 1 submission"],
    "Dina": [],
    "Elin": [],
    "Finn": ["leaflet.pdf has arrived and is saved under Deliverables (file 1 of 10)."],
    "Gina": ["Saved: 5 of 300 words", "Saved: No"],
    "Hugo": [],
    "Ines": [],
    "Jonas": ["Saved: 8 of 300 words", "Saved: No", "Overview"],
    "Kim": [SEEN_BEFORE],
    "Lena": ["Saved: No"],
}
"""The first line of each message that comes once the bot runs again."""

PRESSES = {
    ("Anna", "Overview"): "Overview",
    ("Ben", "Summary"): "Summary",
    ("Carl", "RAN-2026-0001"): "RAN-2026-0001 · Open Door",
    ("Ada", "People"): "People with a role: 3",
    ("Finn", "Back"): "Section 8 of 16 · Deliverables",
    ("Ines", "Keep"): "“Open Garden” is kept. The time starts again today.",
    ("Kim", "No"): "Saved: No",
}
"""Buttons that people still see, and the first line of what each leads to."""


@dataclass(frozen=True)
class Later:
    """A state in which the bot runs again, half an hour later."""

    state: State
    bed: TestBed

    @property
    def sandbox(self) -> Sandbox:
        """The Bot API."""
        return self.bed.sandbox

    def new(self, person: Person) -> list[Message]:
        """List what the bot has said to somebody since."""
        known = {message["message_id"] for message in self.state.messages.get(str(person.user_id), ())}
        return [each for each in person.messages if each.sender == "bot" and each.message_id not in known]

    def first_lines(self, person: Person) -> list[str]:
        """Give the first line of each of these messages."""
        return [message.text.split("\n")[0] for message in self.new(person)]

    async def presses(self, name: str, label: str) -> list[str]:
        """Press a button that stood in a chat before; give the first line of each answer."""
        person = self.bed.person(name)
        before = len(self.new(person))
        (stood,) = self.state.messages[str(person.user_id)]
        await self.bed.bot.settled(await person.presses(label, stood["message_id"]))
        return self.first_lines(person)[before:]

    async def drafts(self, name: str) -> list[Json]:
        """Give all practices of somebody."""
        return await drafts_of(self.bed.database, self.bed.person(name).user_id)


@pytest.fixture(scope="module", params=NAMES)
def state(request: pytest.FixtureRequest) -> State:
    """Read a state."""
    return State.read(request.param)


@asynccontextmanager
async def going_on(state: State, folder: Path) -> AsyncIterator[Later]:
    """Run the bot on the file that was left, until all that waited is done."""
    path, sandbox = state.put_into(folder), state.telegram()
    with closing(sqlite3.connect(path)) as connection:
        waiting = [number for (number,) in connection.execute("SELECT update_id FROM inbox WHERE status = 'waiting'")]
    sandbox.person("Elin Example", 1004).chat.blocked = True
    async with TestBed(address(path), sandbox, TRANSCRIPTS_BEGIN + HALF_AN_HOUR) as bed:
        found = Later(state, bed)
        for number in waiting:
            await bed.bot.settled(number)
        await until(bed, lambda: bool(found.new(bed.person("Finn"))))
        yield found


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def caught_up(state: State, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Later]:
    """Let the bot catch up; tests that only read share it."""
    async with going_on(state, tmp_path_factory.mktemp("left")) as later:
        yield later


@pytest_asyncio.fixture(loop_scope="module")
async def later(state: State, tmp_path: Path) -> AsyncIterator[Later]:
    """Let the bot catch up, for a test that goes on from there."""
    async with going_on(state, tmp_path) as later:
        yield later


async def until(bed: TestBed, holds: Callable[[], bool]) -> None:
    """Let the bot look for what is due until something holds, and say all that is to be said."""
    async with asyncio.timeout(20):
        while not holds():
            await bed.bot.sweep()
            await asyncio.sleep(0.01)  # a look for what other tasks of the bot have done
    await bed.bot.idle()


async def test_practices_are_as_they_were(state: State, tmp_path: Path) -> None:
    """Every practice is read with each of its answers, before anything that waits is handled."""
    db = await Database.open(address(state.put_into(tmp_path)))
    found = {chat: await drafts_of(db, int(chat)) for chat in state.drafts}
    await db.close()
    assert state.drafts == {chat: known(drafts, state.drafts[chat]) for chat, drafts in found.items()}


def known(found: list[Json], before: list[Json]) -> list[Json]:
    """Leave out what the version that left the state did not write."""
    return [{key: now[key] for key in then} for now, then in zip(found, before, strict=True)]


@pytest.mark.slow
async def test_what_waited_is_answered_once(caught_up: Later) -> None:
    """Everybody gets what waited for them, in order and once, and nobody anything else."""
    told = {person.name.split()[0]: caught_up.first_lines(person) for person in caught_up.sandbox.people}
    assert WAITED == told


async def test_practices_that_nothing_waited_for_stay(caught_up: Later) -> None:
    """The practices of all for whom no word and no file waited are as they were."""
    names = ("Ben", "Dina", "Elin", "Hugo", "Ines", "Jonas", "Kim")
    before = {name: caught_up.state.drafts[str(caught_up.bed.person(name).user_id)] for name in names}
    assert before == {name: known(await caught_up.drafts(name), drafts) for name, drafts in before.items()}


async def test_what_was_begun_says_so(caught_up: Later) -> None:
    """A message that may have been sent says that it may be there, and no other does."""
    doubtful = [
        each.name for each in caught_up.sandbox.people if any(SEEN_BEFORE in one.text for one in caught_up.new(each))
    ]
    assert ["Kim Example"] == doubtful


async def test_presses_are_answered_once(caught_up: Later) -> None:
    """Every button that was pressed stops spinning, each by one call."""
    calls = Counter(
        call.params["callback_query_id"] for call in caught_up.sandbox.calls if call.method == "answerCallbackQuery"
    )
    assert dict.fromkeys(caught_up.state.queries, 1) == calls


@pytest.mark.slow
async def test_nothing_is_said_again_at_the_next_start(later: Later) -> None:
    """What waited is done for good."""
    await later.bed.restart()
    await later.bed.bot.sweep()
    await later.bed.bot.idle()
    assert WAITED == {person.name.split()[0]: later.first_lines(person) for person in later.sandbox.people}


async def test_words_that_waited_are_kept(caught_up: Later) -> None:
    """Words that came while the bot stopped are the answers to the questions that their person was at."""
    (anna,), (gina,) = await caught_up.drafts("Anna"), await caught_up.drafts("Gina")
    assert ({"starting_year": 2011, "ending_year": None}, "A handbook in Danish.") == (
        anna["answers"]["start"],
        anna["answers"]["deliverables"]["deliverables"],
    )
    assert ("These words meet a bug.", False) == (
        gina["answers"]["description"]["description"],
        gina["answers"]["peer_reviewed"]["peer_reviewed"],
    )


async def test_file_that_was_being_fetched_lands_at_its_question(caught_up: Later) -> None:
    """A file that Telegram had not handed over is where it was sent, though its person has gone on."""
    (draft,) = await caught_up.drafts("Finn")
    assert [("deliverables.deliverables", "leaflet.pdf")] == [
        (each["question"], each["name"]) for each in draft["attachments"]
    ]


async def test_export_that_was_being_made_comes(caught_up: Later) -> None:
    """A document that waited is made and sent."""
    (message,) = caught_up.new(caught_up.bed.person("Ada"))
    assert message.document is not None
    assert "practices-approved-submitted-2026-11-23.xlsx" == message.document.name


@pytest.mark.slow
async def test_stopped_chat_gets_its_mail_when_it_is_back(later: Later) -> None:
    """Who had blocked the bot gets what waited when they come back."""
    elin = later.bed.person("Elin")
    await later.bed.bot.settled(await elin.unblocks())
    await later.bed.bot.idle()
    assert ["Saved: 8 of 300 words"] == later.first_lines(elin)


@pytest.mark.slow
async def test_what_was_set_aside_can_be_tried_again(later: Later) -> None:
    """An update that had been set aside is taken up when someone asks, for the question that it was sent at."""
    hugo, failures = later.bed.person("Hugo"), later.bed.bot.store.failures
    (failed,) = await failures.all()
    await failures.retry([failed.update_id], later.bed.clock())
    await until(later.bed, lambda: bool(later.new(hugo)))
    (draft,) = await later.drafts("Hugo")
    assert "These words meet a bug." == draft["answers"]["description"]["description"]


async def test_text_that_was_arriving_goes_on(later: Later) -> None:
    """The rest of a long text joins what came before."""
    await context(later.bed, "Dina> It ends here.", "Dina> [Done]")
    (draft,) = await later.drafts("Dina")
    words = draft["answers"]["description"]["description"].split()
    assert (["word"] * 819, ["It", "ends", "here."]) == (words[:819], words[819:])


@pytest.mark.slow
async def test_keyboards_that_stood_in_chats_work(later: Later) -> None:
    """A button of a message from before does what it says."""
    said = {label: await later.presses(name, label) for (name, label) in PRESSES}
    assert {label: [line] for (_, label), line in PRESSES.items()} == said


async def test_review_goes_on(later: Later) -> None:
    """The claim, the comments and the half-written one are there: the author gets them."""
    await context(later.bed, "Cora> [Card]", "Cora> [Request changes]", "Cora> [Send to the author]")
    (draft,) = await later.drafts("Ben")
    told = "\n".join(message.text for message in later.new(later.bed.person("Ben")))
    comments = "Say how the mentors are chosen.", "more more"
    assert ("changes_requested", comments) == (draft["status"], tuple(each for each in comments if each in told))


@pytest.mark.slow
async def test_invitations_count_as_before(later: Later) -> None:
    """An invitation that was open gives its role, one that was taken back does not."""
    newcomer = later.sandbox.person("Otto Example", 1020)
    told = []
    for code in ("join-0001", "join-0002"):
        await later.bed.bot.settled(await newcomer.says(f"/start {code}"))
        told.append(later.first_lines(newcomer)[-1])
    assert ["This link does not work.", "You are now a coordinator."] == [
        " ".join(line.replace(":", "").split()[:5]) for line in told
    ]


@pytest.mark.slow
async def test_news_are_told_once_when_they_are_due(later: Later) -> None:
    """What coordinators had not heard yet they hear a day later, once."""
    carl = later.bed.person("Carl")
    for _ in range(2):
        later.bed.clock.forward(timedelta(days=1))
        await later.bed.bot.sweep()
    await later.bed.bot.idle()
    assert ["New in the queue"] == later.first_lines(carl)


@pytest.mark.slow
async def test_untouched_practice_is_deleted_in_its_time(later: Later) -> None:
    """Who had been told once that a practice will be deleted is told again, and then it is."""
    ines = later.bed.person("Ines")
    for days in (27, 3):
        later.bed.clock.forward(timedelta(days=days))
        await later.bed.bot.sweep()
        await later.bed.bot.idle()
    told = [" ".join(line.split()[:4]) for line in later.first_lines(ines)]
    assert (["You have not changed", "“Open Garden” has been"], []) == (
        told,
        await later.drafts("Ines"),
    )
