"""A search finds the same practices on SQLite and PostgreSQL, and no deleted word."""

import asyncio
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection
from support.practices import NOW, practice

from conversations.dialogue.conversation import Conversation, Draft, Version
from conversations.dialogue.pages import Finding
from conversations.dialogue.repositories import Listing
from conversations.dialogue.review_record import Member
from conversations.dialogue.search import Search
from conversations.dialogue.state import AtDesk
from storage import Database, PayloadPurge, review_queries
from storage.conversations import Loaded, conversation_of, load, save
from storage.database.dialects import has_deleted_words
from storage.database.sqlite_file import log_emptied
from storage.drafts import delete_drafts
from storage.privacy.erasure import erase_from_shell
from storage.review_queries import ReviewQueries

CORA = Member(user=8, name="Cora Coordinator")

TEXTS = (
    "Prison mentors in München listen, and work against radicalisation.",
    "Mentors visit a prison on the island of Ærø near Łódź, Straße 5.",
    "Младежи в София; שלום; 日本 and हिन्दी. AND OR NOT NEAR it's a door",
)
"""The descriptions of the practices 1 to 3, which have references from RAN-2026-0011 on."""

NAMES = ("Open Door", "Mentors at Home", "Third Way")


def three() -> list[Draft]:
    """Make three practices."""
    return [
        practice(
            number,
            {"name.name": name, "description.description": text, "contact.person": f"Nadia Example{number}"},
            reference=f"RAN-2026-{number + 10:04d}",
        )
        for number, (name, text) in enumerate(zip(NAMES, TEXTS, strict=True), 1)
    ]


async def keep(db: Database, chat_id: int, *drafts: Draft) -> None:
    """Save these drafts, and no others, as those of a chat."""
    await db.change(_keep, chat_id, drafts)


def _keep(connection: Connection, chat_id: int, drafts: tuple[Draft, ...]) -> None:
    before = load(connection, chat_id)
    save(connection, chat_id, before, before.conversation.model_copy(update={"drafts": drafts}), NOW)


def look(connection: Connection, words: str, page: int = 0) -> Listing:
    """Search as a coordinator."""
    return ReviewQueries(lambda: connection, CORA, "coordinator", ()).find(Search.read(words), page)


async def found(db: Database, words: str) -> Sequence[int]:
    """Return the numbers of the practices found, in their order."""
    listing = await db.ask(look, words)
    assert listing.total == len(listing.submissions)
    return [one.draft.number for one in listing.submissions]


@pytest.mark.both
async def test_words_find_the_same_on_both_databases(db: Database) -> None:
    """Names, references, several words, phrases, beginnings, any case, accent and script; nothing typed is an error."""
    await keep(db, 5, *three())
    said = {
        "munchen": [1],
        "MÜNCHEN": [1],
        "mu\u0308nchen": [1],
        "aero": [2],
        "Ærø": [2],
        "lodz strasse": [2],
        "prison mentors": [2, 1],  # 2 has one of them in its title, but not both: the newest first
        "mentors": [2, 1],
        "radic": [1],
        "ra": [],
        "radic prison": [],
        "prison radic": [1],
        '"prison mentors"': [1],
        "“mentors visit”": [2],
        '"mentors prison"': [],
        '"prison': [3, 2, 1],
        "door": [1, 3],
        "nadia example2": [2],
        "Open Door": [1],
        "12": [2],
        "RAN-2026-0012": [2],
        "ran 2026 12": [2],
        "2026-13": [3],
        "софия": [3],
        "Соф": [3],
        "שלום": [3],
        "日本": [3],
        "हिन्दी": [3],
        "AND": [3, 2, 1],
        "near NOT or": [3],
        "it's": [3],
        "§mentors": [2, 1],
        "nowhere": [],
        "prison nowhere": [],
    }
    assert said == {words: await found(db, words) for words in said}


HOSTILE = {
    "": 0,
    "-": 0,
    "\"'*:^()[]{}|&!<>;--/*\\%_": 0,
    "🙂": 0,
    "\u0600 \u200b \u202e": 0,
    "NEAR(prison mentors, 5)": 1,
    "words:prison": 0,
    "prison* AND (NOT": 1,
    "prison' OR 1=1 --": 1,
    "prison' <-> 'mentors": 2,
    "\x00prison\x00": 3,
    "prison\ud800": 3,
    "prison:*": 3,
    "\\prison": 3,
    "½ ² ﷺ ©": 0,
    "a" * 4096: 0,
    "prison " * 585: 3,
    "é" * 4096: 0,
    "\N{COMBINING ACUTE ACCENT}" * 4096: 0,
}
"""Operators, quotation marks, NUL, a surrogate, 4,096 characters; and how many practices are found."""


@pytest.mark.both
async def test_hostile_words_are_no_error(db: Database) -> None:
    """Whatever is typed finds something or nothing."""
    await keep(db, 5, *three())
    assert HOSTILE == {words: len(await found(db, words)) for words in HOSTILE}


@pytest.mark.both
async def test_index_follows_each_change(db: Database, now: datetime) -> None:
    """Changed words are found at once, words from before and those of a deleted draft are not."""
    in_progress = {"status": "draft", "reference": None}
    first, second, third = (draft.model_copy(update=in_progress) for draft in three())
    await keep(db, 5, first, second, third)
    changed = practice(1, {"name.name": "Harbour"}, **in_progress)
    await keep(db, 5, changed, second)
    assert [[1], [], [], [2]] == [await found(db, words) for words in ("harbour", "munchen", "софия", "aero")]
    await db.change(lambda connection: erase_from_shell(connection, 5, frozenset(), now, withdraw=True))
    assert [] == await found(db, "example2")


@pytest.mark.both
async def test_draft_with_huge_words_is_kept(db: Database) -> None:
    """A word of any length and an answer of a million letters are kept, and their beginning is found."""
    text = f"{'x' * 5_000} {' '.join(f'ж{number}' for number in range(150_000))}"
    await keep(db, 5, practice(1, {"evidence.performance": text}))
    assert [[1], [1], []] == [await found(db, words) for words in ("x" * 4_096, "ж17", "ж149999")]


async def test_words_of_what_is_not_sent_are_not_found(db: Database, now: datetime) -> None:
    """Of a submission, coordinators find what was handed in, not what its author is changing."""
    draft = practice(1)
    sent = draft.model_copy(update={"versions": (Version(at=now, answers=draft.answers),)})
    answers = practice(1, {"name.name": "Harbour"}).answers
    await keep(db, 5, sent.model_copy(update={"answers": answers}))
    assert [[], [1]] == [await found(db, words) for words in ("harbour", "open door")]


async def test_pages(db: Database) -> None:
    """A page has ten practices, headings first; the count is of all."""
    drafts = [practice(number, {"name.name": "Door" if number == 1 else "Mentors"}) for number in range(1, 13)]
    await keep(db, 5, *drafts)
    pages = [await db.ask(look, "door", page) for page in (0, 1, 2)]
    assert [[1, *range(12, 3, -1)], [3, 2], []] == [[one.draft.number for one in page.submissions] for page in pages]
    assert [12] * 3 == [page.total for page in pages]


async def test_many_are_counted_up_to_a_limit(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Above the limit the newest are listed, and no beginning is looked for."""
    monkeypatch.setattr(review_queries, "MOST_COUNTED", 2)
    await keep(db, 5, *(practice(number, {"name.name": f"Practice {number}"}) for number in range(1, 6)))
    listing = await db.ask(look, "mentors")
    assert (3, [5, 4, 3]) == (listing.total, [one.draft.number for one in listing.submissions])


async def test_open_search_is_emptied_by_an_erasure(db: Database, now: datetime) -> None:
    """A coordinator may have searched for the name of the person who is erased."""
    searching = Conversation(state=AtDesk(page=Finding(words="Nadia Example1", leaf=1)))
    await keep(db, 5, *three())
    await db.change(save, CORA.user, Loaded(Conversation(), 0), searching, now)
    await db.change(lambda connection: erase_from_shell(connection, 5, frozenset(), now, withdraw=True))
    assert AtDesk(page=Finding()) == (await conversation_of(db, CORA.user)).state


@pytest.mark.sqlite
async def test_deleted_words_are_not_in_the_file(db: Database, sqlite_url: str, now: datetime) -> None:
    """Once the file is overwritten, it has no word of a deleted draft, nor one that was changed."""
    path = Path(sqlite_url.partition("///")[2])
    await keep(db, 5, practice(1, {"contact.person": "Xaverine Example"}))
    await keep(db, 5, practice(1, {"contact.person": "Yolantha Example"}))
    await keep(db, 6, practice(2, {"contact.person": "Zenobiana Example"}))
    await db.change(lambda connection: erase_from_shell(connection, 5, frozenset(), now, withdraw=True))
    await db.overwritten()
    kept = (await asyncio.to_thread(path.read_bytes)).lower()
    assert [False, False, True] == [word in kept for word in (b"xaverine", b"yolantha", b"zenobiana")]
    assert [2] == await found(db, "zenob")


@pytest.mark.sqlite
async def test_purge_drops_deleted_words(db: Database, sqlite_url: str, now: datetime) -> None:
    """The hourly purge rewrites the index if a draft was deleted, so that its words leave the file."""
    path = Path(sqlite_url.partition("///")[2])
    await keep(db, 5, practice(1, {"contact.person": "Xaverine Example"}, status="draft", reference=None))
    await db.change(delete_drafts, 5, [1], now)
    before = await db.ask(has_deleted_words)
    await PayloadPurge(db).some(now)
    assert (True, False) == (before, await db.ask(has_deleted_words))
    await log_emptied(db.writer)
    with closing(sqlite3.connect(path)) as reading:
        blocks = [bytes(block) for (block,) in reading.execute("SELECT block FROM draft_search_data")]
    assert [] == [block for block in blocks if b"xaverine" in block]
