"""Forgetting through the whole bot: every table and every file is looked through for what a person wrote."""

import re
from collections.abc import AsyncIterator
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import insert, select
from support.leftovers import leftovers, tables
from support.slow import slowly
from support.talks import LEAFLET, all_agreed, anna, reviewed, talk

from bot import leaving
from bot.demo.stage import Stage
from bot.sandbox import Person
from bot.stopping import Stopping
from conversations.forgetting.wording import PAGE_GONE
from conversations.messages import Farewell
from storage import Blobs, LooseFiles, Parcel, conversation_of
from storage.tables import DRAFTS, LOOSE_FILES

ANNA, BEN, CORA, ADA = 1001, 1002, 2001, 9001


@pytest.fixture
def url(request: pytest.FixtureRequest) -> str:
    """Name a database: SQLite, unless a test asks for PostgreSQL."""
    on_server = getattr(request, "param", "sqlite") == "postgresql"
    return str(request.getfixturevalue("postgres_url" if on_server else "sqlite_url"))


@pytest.fixture
async def stage(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    """Run the bot, with a folder for its files, and people who have agreed beforehand; nothing was just stored."""
    monkeypatch.setattr(leaving, "JUST_STORED", 0)
    async with Stage(url, data_dir=tmp_path / "data") as stage:
        await all_agreed(stage)
        yield stage


ASKED = (
    "/start",
    "Open Door",
    "Do you take schools near Aarhus?",
    "[Ask the coordinators]",
    "Cora> (replies to The author of) Schools in Denmark, yes.",
    "(replies to replies to your question) And kindergartens in Odense?",
)
"""A question to the coordinators, a reply, and a reply to that."""


@pytest.mark.parametrize("url", ["sqlite", "postgresql"], indirect=True)
async def test_nothing_is_left_of_a_question_to_the_coordinators(stage: Stage, tmp_path: Path) -> None:
    """What an author asked, and what was replied in their practice, is in no table when they are forgotten."""
    await talk(stage, *ASKED)
    words = {
        "Do you take schools near Aarhus?",
        "Schools in Denmark, yes.",
        "And kindergartens in Odense?",
        "Open Door",
    }
    before = {word for _, word in await leftovers(stage.database, words, tmp_path)}
    await talk(stage, "/forget", "[Delete everything]")
    assert (words, [], []) == (before, await leftovers(stage.database, words, tmp_path), await numbers_of(stage, ANNA))


async def test_coordinator_who_replied_is_forgotten(stage: Stage, tmp_path: Path) -> None:
    """What a coordinator replied stays with the practice, without their name and number."""
    await talk(stage, *ASKED, "Cora> /forget", "Cora> [Delete everything]")
    (draft,) = (await conversation_of(stage.database, ANNA)).drafts
    said = draft.review.enquiries[0].said[1]
    assert (("Schools in Denmark, yes.", 0), [], []) == (
        (said.text, said.by.user if said.by else None),
        await leftovers(stage.database, ["Cora Coordinator"], tmp_path),
        await numbers_of(stage, CORA),
    )


def words_of(person: Person) -> set[str]:
    """Give all that somebody has written, and what they are called; commands and short answers tell nothing."""
    texts = {message.text for message in person.messages if message.sender != "bot"}
    return {text for text in texts if len(text) > 5 and not text.startswith("/")} | {person.user["first_name"]}


async def numbers_of(stage: Stage, user: int) -> list[str]:
    """List the tables in which somebody's number stands."""
    return [name for name, rows in (await tables(stage.database)).items() if re.search(rf"\b{user}\b", rows)]


@pytest.mark.parametrize("until", ["> [Submit]", "> It was the pilot; the year is right.", "Cora> [What changed]"])
@pytest.mark.parametrize("url", ["sqlite", *slowly("postgresql")], indirect=True)
async def test_nothing_is_left_of_an_author(stage: Stage, until: str, tmp_path: Path) -> None:
    """No word, name, number, file or name of a file of a forgotten author is in any table or file."""
    await reviewed(stage, until)
    await talk(stage, "/new", "A second practice of mine", "words " * 700, "/forget")
    words = {*words_of(anna(stage)), "Secret leaflet.pdf", LEAFLET.decode()[:50], "Open Door", "dorte@example.org"}
    before = {word for _, word in await leftovers(stage.database, words, tmp_path)}

    await talk(stage, "[Delete everything]")

    left = await leftovers(stage.database, words, tmp_path)
    assert (set(), []) == (words - before, left)
    assert [] == await numbers_of(stage, ANNA)


@pytest.mark.parametrize("name", ["Na", '"back\\', *slowly("li", "Anna", "Section", "👩‍🏫 Ö")])
async def test_name_of_a_coordinator_is_a_word(stage: Stage, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a coordinator was called: what waits for others names nobody, and is else as it was."""
    monkeypatch.setattr("bot.reading.full_name", lambda first, last: name if first == "Cora" else f"{first} {last}")
    await talk(stage, "Ben> /start")
    await reviewed(stage, "Cora> [Request changes]")
    for user in (ANNA, BEN):
        stage.sandbox.weather.fail(403, method="sendMessage", chat_id=user)
    await talk(stage, "Ben> /overview", "Cora> [Send to the author]", "Cora> /forget", "Cora> [Delete everything]")
    stage.sandbox.weather.clear()
    ben, seen = stage.person("Ben"), (len(anna(stage).messages), len(stage.person("Ben").messages))
    await talk(stage, "/help", "Ben> /overview")

    letter, overview = (
        next(message for message in person.messages[before:] if message.sender == "bot")
        for person, before in zip((anna(stage), ben), seen, strict=True)
    )
    assert ("Everything is deleted.", "A coordinator has read your practice and asks for changes.") == (
        stage.person("Cora").messages[-1].text.split("\n")[0],
        letter.text.split("\n")[1].partition(" Your other")[0],
    )
    assert (overview.text, overview.labels) == (ben.messages[-1].text, ben.messages[-1].labels)


@pytest.mark.parametrize("url", ["sqlite", *slowly("postgresql")], indirect=True)
async def test_nothing_is_left_of_a_coordinator(stage: Stage, tmp_path: Path) -> None:
    """No name and number of a forgotten coordinator is anywhere; what they asked the author for still is."""
    await reviewed(stage, "Cora> [Send to the author]")
    await talk(stage, "/start", "Ada> /people")
    before = await leftovers(stage.database, ["Cora Coordinator"], tmp_path)
    await talk(stage, "Cora> /forget", "Cora> [Delete everything]")

    assert (True, []) == (bool(before), await leftovers(stage.database, ["Cora Coordinator", "Cora"], tmp_path))
    assert [] == await numbers_of(stage, CORA)
    (draft,) = (await conversation_of(stage.database, ANNA)).drafts
    assert (None, 2, "a coordinator has no role at the desk any more") == (
        draft.review.claim,
        len(draft.review.comments),
        draft.review.log[-1].words,
    )


@pytest.mark.parametrize("acts", [[], ["[Make admin]"], ["[Make admin]", "/forget"]])
async def test_open_page_of_a_coordinator(stage: Stage, acts: list[str]) -> None:
    """Where an admin has the page of a forgotten coordinator open, no number is left there."""
    await talk(stage, "Cora> /queue", "Ada> /people", f"Ada> {CORA}", *(f"Ada> {act}" for act in acts))
    before = await numbers_of(stage, CORA)
    await talk(stage, "Cora> /forget", "Cora> [Delete everything]")
    assert (True, []) == ("conversations" in before, await numbers_of(stage, CORA))


async def test_page_of_a_coordinator_that_waits(stage: Stage) -> None:
    """What an admin is still to get of a forgotten coordinator has neither the name nor the number, also in buttons."""
    await talk(stage, "Cora> /queue", "Ada> /people")
    stage.sandbox.weather.fail(403, method="sendMessage", chat_id=ADA)
    await talk(stage, f"Ada> {CORA}")
    before = await numbers_of(stage, CORA)
    await talk(stage, "Cora> /forget", "Cora> [Delete everything]")
    assert (True, []) == ("outbox" in before, await numbers_of(stage, CORA))


async def test_published_practice_stays_without_its_history(stage: Stage, tmp_path: Path) -> None:
    """Of an approved practice what was handed in last is left, and nothing that was said on the way there."""
    await reviewed(stage, "> [Status]")
    await talk(stage, "/forget", "[Delete everything]")
    (draft,) = (await conversation_of(stage.database, ANNA)).drafts
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
    assert (LEAFLET, []) == (stored[0].read_bytes(), await leftovers(stage.database, gone, tmp_path))


async def test_chat_is_empty_but_for_the_last_message(stage: Stage) -> None:
    """Messages of both sides younger than 48 hours are deleted, 100 at a time; older ones and the last stay."""
    for number in range(70):
        await stage.bot.settled(await anna(stage).says(f"message {number}"))
    await talk(stage, "/mydata", "/forget")
    old = anna(stage).messages[4].message_id
    anna(stage).chat.messages[old]["date"] -= 3 * 24 * 3600
    await talk(stage, "[Delete everything]")

    assert [(old, True), (anna(stage).messages[-1].message_id, True)] == [
        (message.message_id, message.text.startswith(("message", "Saved", "That", "Everything is deleted", "Section")))
        for message in anna(stage).messages
    ]
    calls = [call.method for call in stage.sandbox.calls if call.method.lower().startswith("deletemessage")]
    assert {"deleteMessages", "deleteMessage"} == set(calls)


@pytest.mark.parametrize("method", ["deleteMessages", "deleteMyCommands", "sendMessage"])
async def test_deletion_goes_on_after_a_restart(stage: Stage, method: str, tmp_path: Path) -> None:
    """A bot that is stopped between the turn and the last message deletes the rest at its next start."""
    await reviewed(stage, "> [Submit]")
    await talk(stage, "/forget")
    stage.sandbox.weather.fail(502, times=None, method=method)
    await anna(stage).presses("Delete everything")
    await stage.sandbox.until(lambda: any(call.method == method for call in stage.sandbox.calls[-3:]))
    await stage.restart()
    stage.sandbox.weather.clear()
    await stage.restart()
    await stage.bot.idle()

    assert ["Everything is deleted."] == [message.text.split("\n")[0] for message in anna(stage).messages]
    assert [] == await leftovers(stage.database, words_of(anna(stage)) | {"Open Door", LEAFLET.decode()[:40]}, tmp_path)
    assert [] == await numbers_of(stage, ANNA)


async def test_same_file_of_somebody_else_stays(stage: Stage, tmp_path: Path) -> None:
    """A content that another practice has too is not taken away; one that was only taken out of a practice is."""
    for person in (anna(stage), stage.person("Ben")):
        for text in ("/start", "/overview", "8"):
            await stage.bot.settled(await person.says(text))
        await stage.bot.settled(await person.sends("document", content=LEAFLET, name="ours.pdf"))
    await stage.bot.settled(await anna(stage).sends("document", content=b"hers alone", name="hers.pdf"))
    await talk(stage, "[Remove hers.pdf]", "/forget", "[Delete everything]")
    assert [LEAFLET] == [path.read_bytes() for path in (tmp_path / "data").glob("??/*")]


async def test_file_that_was_just_stored_is_waited_for(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A content of which a turn may still be on its way is looked at when it is old enough, and then taken away."""
    await talk(stage, "/start", "/overview", "8")
    await stage.bot.settled(await anna(stage).sends("document", content=LEAFLET, name="leaflet.pdf"))
    rests: list[tuple[float, int]] = []

    async def rest(_stopping: Stopping, seconds: float) -> None:
        rests.append((seconds, len(list((tmp_path / "data").glob("??/*")))))

    monkeypatch.setattr(leaving, "JUST_STORED", 3600)
    monkeypatch.setattr(Stopping, "rest", rest)
    await talk(stage, "/forget", "[Delete everything]")
    left = [(3500 < seconds < 3600, files) for seconds, files in rests]
    assert ([(True, 1)], []) == (left, list((tmp_path / "data").glob("??/*")))


async def test_file_of_a_draft_that_was_deleted_before_goes(stage: Stage, tmp_path: Path) -> None:
    """A content that waits to be taken away, as its draft is gone already, waits no longer; what is used stays."""
    ben = stage.person("Ben")
    for text in ("/start", "/overview", "8"):
        await stage.bot.settled(await ben.says(text))
    await stage.bot.settled(await ben.sends("document", content=b"of Ben", name="his.pdf"))
    arriving = Blobs(tmp_path / "data").begin()
    arriving.write(LEAFLET)
    rows = [{"sha256": one, "since": stage.clock()} for one in (arriving.keep(), sha256(b"of Ben").hexdigest())]
    await stage.database.change(lambda connection: connection.execute(insert(LOOSE_FILES), rows))
    before = await LooseFiles(stage.database, Blobs(tmp_path / "data")).remove(stage.clock())
    await talk(stage, "Hello", "/forget", "[Delete everything]")

    assert (0, [b"of Ben"]) == (before, [path.read_bytes() for path in (tmp_path / "data").glob("??/*")])
    await LooseFiles(stage.database, Blobs(tmp_path / "data")).remove(stage.clock())
    assert [] == await stage.database.rows(select(LOOSE_FILES))


async def test_what_waits_in_line_is_heard_by_somebody_new(stage: Stage) -> None:
    """A message that was sent right behind the button begins a new talk, and the old update counts as handled."""
    await talk(stage, "Hello", "Open Door", "/forget")
    first = await anna(stage).presses("Delete everything")
    second = await anna(stage).says("/start")
    await stage.bot.settled(second)
    await stage.bot.idle()
    stage.sandbox.weather.redeliver()
    await talk(stage, "[I agree]", "Closed Door")

    (draft,) = (await conversation_of(stage.database, ANNA)).drafts
    assert ("Closed Door", True) == (draft.values["name.name"], first < second)
    assert 1 == sum(message.text.startswith("Everything is deleted.") for message in anna(stage).messages)


async def test_who_blocks_the_bot_is_forgotten_too(stage: Stage) -> None:
    """Where the last message cannot be delivered, nothing is kept for somebody's return."""
    await talk(stage, "Hello", "Open Door", "/forget")
    stage.sandbox.weather.fail(502, times=1, method="deleteMessages")
    await anna(stage).presses("Delete everything")
    anna(stage).chat.blocked = True
    await stage.bot.idle()
    await stage.sandbox.until(
        lambda: any(call.method == "sendMessage" and call.status == 403 for call in stage.sandbox.calls)
    )
    await stage.bot.idle()
    assert [] == await numbers_of(stage, ANNA)


async def test_page_that_waits_for_a_coordinator_is_taken_back(stage: Stage, tmp_path: Path) -> None:
    """A page that a coordinator has not got yet does not come any more, nor does what their updates quote of it."""
    await reviewed(stage, "> [Submit]")
    cora = stage.person("Cora")
    await talk(stage, "Cora> /show 1")
    stage.sandbox.weather.fail(403, method="sendMessage", chat_id=CORA)
    await talk(stage, "Cora> [Description]", "/forget", "[Delete everything]")
    left = await leftovers(stage.database, words_of(anna(stage)), tmp_path)
    seen = len(cora.messages)
    await talk(stage, "Cora> /queue")

    assert ([], PAGE_GONE) == (left, next(message.text for message in cora.messages[seen:] if message.sender == "bot"))


async def test_numbers_are_given_once(stage: Stage) -> None:
    """A practice that is begun after another was deleted has a number in the collection that none had before."""
    numbers = []
    for _ in range(2):
        await all_agreed(stage)
        await talk(stage, "Hello", "Open Door")
        numbers += [row[0] for row in await stage.database.rows(select(DRAFTS.c.id))]
        await talk(stage, "/forget", "[Delete everything]")
    assert [] == await stage.database.rows(select(DRAFTS.c.id))
    assert numbers[0] < numbers[1]


async def test_reader_of_the_log_is_waited_for(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """While somebody reads an older state, the log cannot be emptied; the last message comes when it has been."""
    monkeypatch.setattr("bot.stopping.GROWING", (0.05,))
    await talk(stage, "Hello", "Open Door", "/forget")
    async with stage.database.read() as reading:
        await reading.execute(select(DRAFTS.c.id))
        await stage.bot.settled(await anna(stage).says("Why?"))
        emptied = await stage.database.overwritten()
        update = await anna(stage).presses("Delete everything")
        await stage.sandbox.until(lambda: any(call.method == "deleteMyCommands" for call in stage.sandbox.calls))
        told = anna(stage).messages
    await stage.bot.settled(update)
    assert (False, False, "Everything is deleted.") == (
        emptied,
        any("Everything is deleted." in message.text for message in told),
        anna(stage).messages[-1].text.split("\n")[0],
    )


async def test_deletion_that_a_stop_cuts_short(stage: Stage) -> None:
    """Where a stop comes while messages cannot be deleted, it is not done: the next start begins again."""
    stage.sandbox.weather.fail(500, times=None, method="deleteMessages")
    stage.bot.stopping.set()
    parcel = Parcel(1, ANNA, None, None, None, "", 0)
    assert await stage.bot.delivery._leaving.cleared(parcel, Farewell(messages=(1,))) is False
