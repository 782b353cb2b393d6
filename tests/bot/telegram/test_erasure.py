"""Erasure through the whole bot: every table and every file is searched for the words of the person."""

import re
from collections.abc import AsyncIterator
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import insert, select
from support.leftovers import leftovers, tables
from support.slow import slowly
from support.talks import LEAFLET, all_agreed, anna, context, reviewed

from bot.demo.test_bed import TestBed
from bot.sandbox import Person
from bot.telegram import erasure
from bot.telegram.stopping import Stopping
from conversations.dialogue.replies import ErasureNotice
from conversations.privacy.texts import PAGE_GONE
from storage import Blobs, OrphanedFiles, OutgoingMessage, conversation_of
from storage.database.tables import DRAFTS, ORPHANED_FILES

ANNA, BEN, CORA, ADA = 1001, 1002, 2001, 9001


@pytest.fixture
def url(request: pytest.FixtureRequest) -> str:
    """Name a database: SQLite, unless a test asks for PostgreSQL."""
    on_server = getattr(request, "param", "sqlite") == "postgresql"
    return str(request.getfixturevalue("postgres_url" if on_server else "sqlite_url"))


@pytest.fixture
async def bed(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[TestBed]:
    """Run the bot, with a folder for its files, and people who have agreed beforehand; nothing was just stored."""
    monkeypatch.setattr(erasure, "JUST_STORED", 0)
    async with TestBed(url, data_dir=tmp_path / "data") as bed:
        await all_agreed(bed)
        yield bed


ASKED = (
    "/start",
    "Open Door",
    "Do you take schools near Aarhus?",
    "[Ask the coordinators]",
    "Cora> (replies to The author of) Schools in Denmark, yes.",
    "(replies to replies to your question) And kindergartens in Odense?",
    "Cora> [Open the question]",
    "Cora> [I am on it]",
    "Cora> [Questions]",
)
"""A question to the coordinators, a reply, and a reply to that."""


@pytest.mark.parametrize("url", ["sqlite", *slowly("postgresql")], indirect=True)
async def test_nothing_is_left_of_a_question_to_the_coordinators(bed: TestBed, tmp_path: Path) -> None:
    """What an author asked, and what was replied in their practice, is in no table after their erasure."""
    await context(bed, *ASKED)
    words = {
        "Do you take schools near Aarhus?",
        "Schools in Denmark, yes.",
        "And kindergartens in Odense?",
        "Open Door",
    }
    before = {word for _, word in await leftovers(bed.database, words, tmp_path)}
    await context(bed, "/forget", "[Delete everything]")
    assert (words, [], []) == (before, await leftovers(bed.database, words, tmp_path), await numbers_of(bed, ANNA))


async def test_coordinator_who_replied_is_erased(bed: TestBed, tmp_path: Path) -> None:
    """What a coordinator replied stays with the practice, without their name and number."""
    await context(bed, *ASKED, "Cora> /forget", "Cora> [Delete everything]")
    (draft,) = (await conversation_of(bed.database, ANNA)).drafts
    said = draft.review.enquiries[0].said[1]
    assert (("Schools in Denmark, yes.", 0), [], []) == (
        (said.text, said.by.user if said.by else None),
        await leftovers(bed.database, ["Cora Coordinator"], tmp_path),
        await numbers_of(bed, CORA),
    )


def words_of(person: Person) -> set[str]:
    """Give all that somebody has written, and what they are called; commands and short answers tell nothing."""
    texts = {message.text for message in person.messages if message.sender != "bot"}
    return {text for text in texts if len(text) > 5 and not text.startswith("/")} | {person.user["first_name"]}


async def numbers_of(bed: TestBed, user: int) -> list[str]:
    """List the tables in which somebody's number stands."""
    return [name for name, rows in (await tables(bed.database)).items() if re.search(rf"\b{user}\b", rows)]


@pytest.mark.parametrize(
    "until", [*slowly("> [Submit]", "> It was the pilot; the year is right."), "Cora> [What changed]"]
)
@pytest.mark.parametrize("url", ["sqlite", *slowly("postgresql")], indirect=True)
async def test_nothing_is_left_of_an_author(bed: TestBed, until: str, tmp_path: Path) -> None:
    """No word, name, number, file or name of a file of an erased author is in any table or file."""
    await reviewed(bed, until)
    await context(bed, "/new", "A second practice of mine", "words " * 700, "/forget")
    words = {*words_of(anna(bed)), "Secret leaflet.pdf", LEAFLET.decode()[:50], "Open Door", "dorte@example.org"}
    before = {word for _, word in await leftovers(bed.database, words, tmp_path)}

    await context(bed, "[Delete everything]")

    left = await leftovers(bed.database, words, tmp_path)
    assert (set(), []) == (words - before, left)
    assert [] == await numbers_of(bed, ANNA)


@pytest.mark.parametrize("name", ['"back\\', *slowly("Na", "li", "Anna", "Section", "👩‍🏫 Ö")])
async def test_name_of_a_coordinator_is_a_word(bed: TestBed, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a coordinator was called: what waits for others names nobody, and is else as it was."""
    monkeypatch.setattr(
        "bot.telegram.reading.full_name", lambda first, last: name if first == "Cora" else f"{first} {last}"
    )
    await context(bed, "Ben> /start")
    await reviewed(bed, "Cora> [Request changes]")
    for user in (ANNA, BEN):
        bed.sandbox.faults.fail(403, method="sendMessage", chat_id=user)
    await context(bed, "Ben> /overview", "Cora> [Send to the author]", "Cora> /forget", "Cora> [Delete everything]")
    bed.sandbox.faults.clear()
    ben, seen = bed.person("Ben"), (len(anna(bed).messages), len(bed.person("Ben").messages))
    await context(bed, "/help", "Ben> /overview")

    notification, overview = (
        next(message for message in person.messages[before:] if message.sender == "bot")
        for person, before in zip((anna(bed), ben), seen, strict=True)
    )
    assert ("Everything is deleted.", "A coordinator has read your practice and asks for changes.") == (
        bed.person("Cora").messages[-1].text.split("\n")[0],
        notification.text.split("\n")[1].partition(" Your other")[0],
    )
    assert (overview.text, overview.labels) == (ben.messages[-1].text, ben.messages[-1].labels)


@pytest.mark.parametrize("url", ["sqlite", *slowly("postgresql")], indirect=True)
async def test_nothing_is_left_of_a_coordinator(bed: TestBed, tmp_path: Path) -> None:
    """No name and number of an erased coordinator is anywhere; what they asked the author for still is."""
    await reviewed(bed, "Cora> [Send to the author]")
    await context(bed, "/start", "Ada> /people")
    before = await leftovers(bed.database, ["Cora Coordinator"], tmp_path)
    await context(bed, "Cora> /forget", "Cora> [Delete everything]")

    assert (True, []) == (bool(before), await leftovers(bed.database, ["Cora Coordinator", "Cora"], tmp_path))
    assert [] == await numbers_of(bed, CORA)
    (draft,) = (await conversation_of(bed.database, ANNA)).drafts
    assert (None, 2, "a coordinator can no longer review") == (
        draft.review.claim,
        len(draft.review.comments),
        draft.review.log[-1].words,
    )


@pytest.mark.parametrize("acts", [[], ["[Make admin]"], ["[Make admin]", "/forget"]])
async def test_open_page_of_a_coordinator(bed: TestBed, acts: list[str]) -> None:
    """Where an admin has the page of an erased coordinator open, no number is left there."""
    await context(bed, "Cora> /queue", "Ada> /people", f"Ada> {CORA}", *(f"Ada> {act}" for act in acts))
    before = await numbers_of(bed, CORA)
    await context(bed, "Cora> /forget", "Cora> [Delete everything]")
    assert (True, []) == ("conversations" in before, await numbers_of(bed, CORA))


async def test_page_of_a_coordinator_that_waits(bed: TestBed) -> None:
    """What an admin is still to get of an erased coordinator has neither the name nor the number, also in buttons."""
    await context(bed, "Cora> /queue", "Ada> /people")
    bed.sandbox.faults.fail(403, method="sendMessage", chat_id=ADA)
    await context(bed, f"Ada> {CORA}")
    before = await numbers_of(bed, CORA)
    await context(bed, "Cora> /forget", "Cora> [Delete everything]")
    assert (True, []) == ("outbox" in before, await numbers_of(bed, CORA))


async def test_published_practice_stays_without_its_history(bed: TestBed, tmp_path: Path) -> None:
    """Of an approved practice what was handed in last is left, and nothing that was said on the way there."""
    await reviewed(bed, "> [Status]")
    await context(bed, "/forget", "[Delete everything]")
    (draft,) = (await conversation_of(bed.database, ANNA)).drafts
    assert ("approved", "Open Door", 1, ("Secret leaflet.pdf",)) == (
        draft.status,
        draft.values["name.name"],
        len(draft.versions),
        tuple(file.name for file in draft.attachments),
    )
    stored = list((tmp_path / "data").glob("??/*"))
    gone = [
        "next spring or so",
        "It was the pilot; the year is right.",
        "Say how the mentors are chosen, and how",
        "Anna",
    ]
    assert (LEAFLET, []) == (stored[0].read_bytes(), await leftovers(bed.database, gone, tmp_path))


async def test_chat_is_empty_but_for_the_last_message(bed: TestBed) -> None:
    """Messages of both sides younger than 48 hours are deleted, 100 at a time; older ones and the last stay."""
    for number in range(70):
        await bed.bot.settled(await anna(bed).says(f"message {number}"))
    await context(bed, "/mydata", "/forget")
    old = anna(bed).messages[4].message_id
    anna(bed).chat.messages[old]["date"] -= 3 * 24 * 3600
    await context(bed, "[Delete everything]")

    assert [(old, True), (anna(bed).messages[-1].message_id, True)] == [
        (message.message_id, message.text.startswith(("message", "Saved", "That", "Everything is deleted", "Section")))
        for message in anna(bed).messages
    ]
    calls = [call.method for call in bed.sandbox.calls if call.method.lower().startswith("deletemessage")]
    assert {"deleteMessages", "deleteMessage"} == set(calls)


@pytest.mark.parametrize("method", ["deleteMessages", *slowly("deleteMyCommands", "sendMessage")])
async def test_deletion_goes_on_after_a_restart(bed: TestBed, method: str, tmp_path: Path) -> None:
    """A bot that is stopped between the turn and the last message deletes the rest at its next start."""
    await reviewed(bed, "> [Submit]")
    await context(bed, "/forget")
    bed.sandbox.faults.fail(502, times=None, method=method)
    await anna(bed).presses("Delete everything")
    await bed.sandbox.until(lambda: any(call.method == method for call in bed.sandbox.calls[-3:]))
    await bed.restart()
    bed.sandbox.faults.clear()
    await bed.restart()
    await bed.bot.idle()

    assert ["Everything is deleted."] == [message.text.split("\n")[0] for message in anna(bed).messages]
    assert [] == await leftovers(bed.database, words_of(anna(bed)) | {"Open Door", LEAFLET.decode()[:40]}, tmp_path)
    assert [] == await numbers_of(bed, ANNA)


@pytest.mark.slow
async def test_same_file_of_somebody_else_stays(bed: TestBed, tmp_path: Path) -> None:
    """A content that another practice has too is not taken away; one that was only taken out of a practice is."""
    for person in (anna(bed), bed.person("Ben")):
        for text in ("/start", "/overview", "8"):
            await bed.bot.settled(await person.says(text))
        await bed.bot.settled(await person.sends("document", content=LEAFLET, name="ours.pdf"))
    await bed.bot.settled(await anna(bed).sends("document", content=b"hers alone", name="hers.pdf"))
    await context(bed, "[Remove hers.pdf]", "/forget", "[Delete everything]")
    assert [LEAFLET] == [path.read_bytes() for path in (tmp_path / "data").glob("??/*")]


async def test_file_that_was_just_stored_is_waited_for(
    bed: TestBed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A content of which a turn may still be on its way is looked at when it is old enough, and then taken away."""
    await context(bed, "/start", "/overview", "8")
    await bed.bot.settled(await anna(bed).sends("document", content=LEAFLET, name="leaflet.pdf"))
    rests: list[tuple[float, int]] = []

    async def rest(_stopping: Stopping, seconds: float) -> None:
        rests.append((seconds, len(list((tmp_path / "data").glob("??/*")))))

    monkeypatch.setattr(erasure, "JUST_STORED", 3600)
    monkeypatch.setattr(Stopping, "rest", rest)
    await context(bed, "/forget", "[Delete everything]")
    left = [(3500 < seconds < 3600, files) for seconds, files in rests]
    assert ([(True, 1)], []) == (left, list((tmp_path / "data").glob("??/*")))


async def test_file_of_a_draft_that_was_deleted_before_goes(bed: TestBed, tmp_path: Path) -> None:
    """A content that waits to be taken away, as its draft is gone already, waits no longer; what is used stays."""
    ben = bed.person("Ben")
    for text in ("/start", "/overview", "8"):
        await bed.bot.settled(await ben.says(text))
    await bed.bot.settled(await ben.sends("document", content=b"of Ben", name="his.pdf"))
    arriving = Blobs(tmp_path / "data").begin()
    arriving.write(LEAFLET)
    rows = [{"sha256": one, "since": bed.clock()} for one in (arriving.keep(), sha256(b"of Ben").hexdigest())]
    await bed.database.change(lambda connection: connection.execute(insert(ORPHANED_FILES), rows))
    before = await OrphanedFiles(bed.database, Blobs(tmp_path / "data")).remove(bed.clock())
    await context(bed, "Hello", "/forget", "[Delete everything]")

    assert (0, [b"of Ben"]) == (before, [path.read_bytes() for path in (tmp_path / "data").glob("??/*")])
    await OrphanedFiles(bed.database, Blobs(tmp_path / "data")).remove(bed.clock())
    assert [] == await bed.database.rows(select(ORPHANED_FILES))


async def test_what_waits_in_line_is_heard_by_somebody_new(bed: TestBed) -> None:
    """A message sent right after the button begins a new conversation, and the old update counts as handled."""
    await context(bed, "Hello", "Open Door", "/forget")
    first = await anna(bed).presses("Delete everything")
    second = await anna(bed).says("/start")
    await bed.bot.settled(second)
    await bed.bot.idle()
    bed.sandbox.faults.redeliver()
    await context(bed, "[I agree]", "Closed Door")

    (draft,) = (await conversation_of(bed.database, ANNA)).drafts
    assert ("Closed Door", True) == (draft.values["name.name"], first < second)
    assert 1 == sum(message.text.startswith("Everything is deleted.") for message in anna(bed).messages)


async def test_person_who_blocks_the_bot_is_erased_too(bed: TestBed) -> None:
    """Where the last message cannot be delivered, nothing is kept for somebody's return."""
    await context(bed, "Hello", "Open Door", "/forget")
    bed.sandbox.faults.fail(502, times=1, method="deleteMessages")
    await anna(bed).presses("Delete everything")
    anna(bed).chat.blocked = True
    await bed.bot.idle()
    await bed.sandbox.until(
        lambda: any(call.method == "sendMessage" and call.status == 403 for call in bed.sandbox.calls)
    )
    await bed.bot.idle()
    assert [] == await numbers_of(bed, ANNA)


async def test_page_that_waits_for_a_coordinator_is_taken_back(bed: TestBed, tmp_path: Path) -> None:
    """A page that a coordinator has not got yet does not come any more, nor does what their updates quote of it."""
    await reviewed(bed, "> [Submit]")
    cora = bed.person("Cora")
    await context(bed, "Cora> /show 1")
    bed.sandbox.faults.fail(403, method="sendMessage", chat_id=CORA)
    await context(bed, "Cora> [Description]", "/forget", "[Delete everything]")
    left = await leftovers(bed.database, words_of(anna(bed)), tmp_path)
    seen = len(cora.messages)
    await context(bed, "Cora> /queue")

    assert ([], PAGE_GONE) == (left, next(message.text for message in cora.messages[seen:] if message.sender == "bot"))


async def test_numbers_are_given_once(bed: TestBed) -> None:
    """A practice that is begun after another was deleted has a number in the collection that none had before."""
    numbers = []
    for _ in range(2):
        await all_agreed(bed)
        await context(bed, "Hello", "Open Door")
        numbers += [row[0] for row in await bed.database.rows(select(DRAFTS.c.id))]
        await context(bed, "/forget", "[Delete everything]")
    assert [] == await bed.database.rows(select(DRAFTS.c.id))
    assert numbers[0] < numbers[1]


@pytest.mark.slow
async def test_reader_of_the_log_is_waited_for(bed: TestBed, monkeypatch: pytest.MonkeyPatch) -> None:
    """While somebody reads an older state, the log cannot be emptied; the last message comes when it has been."""
    monkeypatch.setattr("bot.telegram.stopping.GROWING", (0.05,))
    await context(bed, "Hello", "Open Door", "/forget")
    async with bed.database.read() as reading:
        await reading.execute(select(DRAFTS.c.id))
        await bed.bot.settled(await anna(bed).says("Why?"))
        emptied = await bed.database.overwritten()
        update = await anna(bed).presses("Delete everything")
        await bed.sandbox.until(lambda: any(call.method == "deleteMyCommands" for call in bed.sandbox.calls))
        told = anna(bed).messages
    await bed.bot.settled(update)
    assert (False, False, "Everything is deleted.") == (
        emptied,
        any("Everything is deleted." in message.text for message in told),
        anna(bed).messages[-1].text.split("\n")[0],
    )


async def test_deletion_that_a_stop_cuts_short(bed: TestBed) -> None:
    """Where a stop comes while messages cannot be deleted, it is not done: the next start begins again."""
    bed.sandbox.faults.fail(500, times=None, method="deleteMessages")
    bed.bot.runtime.stopping.set()
    outgoing = OutgoingMessage(1, ANNA, None, None, None, "", 0)
    assert await bed.bot.delivery._erasure.finish(outgoing, ErasureNotice(messages=(1,))) is False
