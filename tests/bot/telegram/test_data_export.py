"""The data export of a person: complete, theirs only, in every state."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from html import unescape
from pathlib import Path
from typing import Any, get_args

import pytest
from sqlalchemy import select
from support.leftovers import leftovers
from support.offering import offer_language
from support.pseudo import PSEUDO, plain_words
from support.talks import LEAFLET, all_agreed, anna, context, reviewed

from bot.cli.main import main
from bot.demo.test_bed import TestBed
from bot.demo.transcripts import ADMIN
from bot.sandbox import Person
from conversations.dialogue.audit import AuditEntry
from conversations.dialogue.conversation import Reminder
from conversations.dialogue.events import Event
from conversations.dialogue.model import CONSENT_VERSION, Consent, Every
from conversations.dialogue.review_record import Move
from conversations.dialogue.state import State
from conversations.privacy.texts import TABLES
from storage import Database, conversation_of
from storage.database.tables import INBOX, METADATA, OUTBOX
from storage.files import Blobs
from storage.privacy.data_export import WITHHELD, data_of
from storage.privacy.texts import AUDIT_TEXTS, EVENTS, MOVES, NEWS, STATE_TEXTS

ANNA, BEN, CORA = 1001, 1002, 2001

KEYS = [
    "format",
    "made_at",
    "person",
    "conversation",
    "practices",
    "history",
    "files",
    "reviews",
    "updates",
    "messages",
]


@pytest.fixture
async def bed(url: str, tmp_path: Path) -> AsyncIterator[TestBed]:
    """Run the bot, with people who have agreed beforehand."""
    async with TestBed(url, data_dir=tmp_path / "data") as bed:
        await all_agreed(bed)
        yield bed


def sent(person: Person, name: str) -> bytes:
    """Give the newest file of that name that the bot has sent."""
    files = [message.attachment for message in person.messages if message.attachment and message.sender == "bot"]
    return [file.content for file in files if file.name == name][-1]


async def my_data(bed: TestBed, person: Person) -> tuple[dict[str, Any], str]:
    """Ask for everything; give the JSON and the page."""
    await bed.bot.settled(await person.says("/mydata"))
    await bed.bot.idle()
    return json.loads(sent(person, "my-data.json")), sent(person, "my-data.html").decode()


async def test_all_of_an_author(bed: TestBed) -> None:
    """An author gets their answers, versions, comments, replies, files, history, updates and the bot's messages."""
    await reviewed(bed, "Cora> [What changed]")
    kept, page = await my_data(bed, anna(bed))

    assert [*KEYS, "invitations", "audit", "other"] == [*kept]
    (practice,) = kept["practices"]
    first, second = practice["kept"]["versions"]
    assert ("RAN-2026-0001", "submitted", "Open Door") == (
        practice["reference"],
        practice["status"],
        practice["answers"]["name"]["name"],
    )
    assert first["answers"]["description.description"] != second["answers"]["description.description"]
    assert "It was the pilot" in json.dumps(practice["kept"]["review"])
    assert [("Secret leaflet.pdf", len(LEAFLET))] == [(file["name"], file["size"]) for file in kept["files"]]
    assert {"started", "answered", "file_kept", "submitted", "commented", "moved", "read"} <= {
        event["what"] for event in kept["history"]
    }
    texts = {update["update"].get("message", {}).get("text") for update in kept["updates"]}
    assert {"next spring or so", "It was the pilot; the year is right.", "/mydata"} <= texts
    assert any("Saved: Open Door" in (message["text"] or "") for message in kept["messages"])
    for words in (
        "Open Door",
        "Secret leaflet.pdf",
        "It was the pilot",
        "Say how the mentors are chosen",
        "1 practice",
    ):
        assert words in page


async def test_questions_to_the_coordinators(bed: TestBed) -> None:
    """An author gets what they asked and what was replied; the coordinator gets their own replies alone."""
    await context(bed, "/start", "Open Door", "Do you take schools?", "[Ask the coordinators]")
    await context(bed, "Cora> (replies to The author of) Schools, yes.", "(replies to Schools, yes) Thank you!")
    await context(bed, "Carl> [Open the question]", "Carl> [I am on it]", "Carl> yes, they")
    await context(bed, "Cora> [Open the question]", "Cora> [Close without a reply]")
    kept, page = await my_data(bed, anna(bed))
    (enquiry,) = kept["practices"][0]["kept"]["review"]["enquiries"]
    theirs, their_page = await my_data(bed, bed.person("Cora"))

    assert ["Do you take schools?", "Schools, yes.", "Thank you!"] == [said["text"] for said in enquiry["said"]]
    assert ("Do you take schools?" in page, "Schools, yes." in page) == (True, True)
    assert ["Schools, yes."] == [one["text"] for one in theirs["reviews"][0]["replies"]]
    assert ["closed"] == [one["you"] for one in theirs["reviews"][0]["questions"]]
    assert "You closed the question at “Description”" in their_page
    assert ("Schools, yes." in their_page, "Do you take schools?" in json.dumps(theirs)) == (True, False)


async def test_contact_that_an_admin_shared(bed: TestBed) -> None:
    """An admin's data has no number of the person whose contact they shared; nothing has it when that person leaves."""
    ada, ben = bed.person("Ada"), bed.person("Ben")
    await context(bed, "Ben> /start", "Ada> /people", "Ada> [Share a contact]")
    await bed.bot.settled(await ada.shares(ben))
    kept, _ = await my_data(bed, ada)
    messages = [update["update"].get("message", {}) for update in kept["updates"]]
    assert [{}] == [message["users_shared"] for message in messages if "users_shared" in message]

    await context(bed, "Ben> /forget", "Ben> [Delete everything]")
    bodies = await bed.database.rows(select(INBOX.c.body).where(INBOX.c.body.contains("users_shared")))
    assert [] == [body for (body,) in bodies if str(BEN) in body]


async def test_yes_and_reminder(bed: TestBed) -> None:
    """The yes to the text on their data and the reminder that is set are in both files, with their times."""
    await context(bed, "Hello", "Open Door", "/overview", "[Remind me]", "[In a week]")
    conversation = await conversation_of(bed.database, ANNA)
    kept, page = await my_data(bed, anna(bed))
    consent, reminder = kept["conversation"]["state"]["consent"], kept["conversation"]["state"]["reminder"]

    assert (conversation.consent, conversation.reminder) == (
        Consent.model_validate(consent),
        Reminder.model_validate(reminder),
    )
    assert (CONSENT_VERSION, 1, True, True) == (
        consent["version"],
        reminder["draft"],
        consent["at"] in page,
        reminder["at"] in page,
    )


async def test_nobody_elses_number_is_in_it(bed: TestBed) -> None:
    """The number of a coordinator is nowhere in what an author gets, nor an author's in what a coordinator gets."""
    await reviewed(bed, "Cora> [What changed]")
    await context(bed, "Ada> /people 1001", "Ada> /invite coordinator")
    for person, others in (
        (anna(bed), (CORA,)),
        (bed.person("Cora"), (ANNA, ADMIN)),
        (bed.person("Ada"), (ANNA,)),
    ):
        kept, page = await my_data(bed, person)
        found = [number for number in others if re.search(rf"\\b{number}\\b", json.dumps(kept) + page)]
        assert [] == [number for number in found if not _typed_it(person, number)]


def _typed_it(person: Person, number: int) -> bool:
    """Say whether somebody wrote the number themselves: it is part of what they said."""
    return any(str(number) in message.text for message in person.messages if message.sender != "bot")


async def test_coordinator_gets_no_words_of_authors(bed: TestBed) -> None:
    """A coordinator gets their own comments and moves, but neither answers nor the pages that showed them."""
    await reviewed(bed, "Cora> [What changed]")
    kept, page = await my_data(bed, bed.person("Cora"))
    written = json.dumps(kept) + page

    assert [] == [
        words for words in ("We prevent radicalisation", "dorte@example.org", "the pilot; the") if words in written
    ]
    (review,) = kept["reviews"]
    assert [
        "Say how the mentors are chosen, and how they are trained.",
        "Was 2011 the pilot, or the year in which it began in full?",
    ] == [one["text"] for one in review["comments"]]
    assert {WITHHELD} == {message["text"] for message in kept["messages"]}
    assert ("coordinator", "RAN-2026-0001", ["role_given"]) == (
        kept["person"]["role"],
        review["reference"],
        [line["what"] for line in kept["audit"]],
    )


@pytest.mark.parametrize(
    "said", [[], ["/start"], ["/start", "/forget"], ["Hello", "/mydata files"], ["(agreed to nothing)", "/start"]]
)
async def test_in_any_state(bed: TestBed, said: list[str]) -> None:
    """Before the first word as after it, everything is given in one go: a message and two files."""
    await context(bed, *said)
    kept, page = await my_data(bed, anna(bed))
    assert (ANNA, "practitioner", True) == (
        kept["person"]["user_id"],
        kept["person"]["role"],
        "What is kept about you" in page,
    )


async def test_files_come_back(bed: TestBed) -> None:
    """/mydata files sends the files as they were sent; of one that is not there any more it says so."""
    for text in ("/start", "/overview", "8"):
        await bed.bot.settled(await anna(bed).says(text))
    await bed.bot.settled(await anna(bed).sends("document", content=LEAFLET, name="mine.pdf"))
    await context(bed, "/mydata files")
    assert LEAFLET == sent(anna(bed), "mine.pdf")

    (draft,) = (await conversation_of(bed.database, ANNA)).drafts
    Blobs(Path(bed.bot.downloader._blobs._folder)).remove(draft.attachments[0].sha256)
    await context(bed, "/mydata files")
    assert "mine.pdf is not kept any more." == anna(bed).messages[-1].text


async def test_more_than_telegram_takes(bed: TestBed, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the data is larger than a bot may send, the answer is the command that writes it in the shell."""
    monkeypatch.setattr("bot.telegram.documents.LARGEST", 100)
    await context(bed, "Hello", "/mydata")
    assert "practice-bot mydata 1001 --out FOLDER" in anna(bed).messages[-1].text


async def test_page_is_harmless(bed: TestBed) -> None:
    """A person's words are text on the page, even if they look like HTML; the page has no script and loads nothing."""
    await context(bed, "Hello", "<script>alert(1)</script>")
    _, page = await my_data(bed, anna(bed))
    assert (
        "<script" in page,
        "&lt;script&gt;" in page,
        "default-src &#39;none&#39;" in page or "default-src 'none'" in page,
    ) == (
        False,
        True,
        True,
    )


INTERNALS = re.compile(
    r"\b(pressed|hand|remarks|begun|then|offers|parts|must_fix|sha-?256|null|None|true|false|\w+_\w+)\b"
    r"|[{}\[\]|]|\b[a-z_]+\.[a-z_]+\b|[0-9a-f]{32}",
    re.IGNORECASE,
)
"""Names of the program's own, data as a program writes it, paths of questions, sums."""

WORDS_OF_PEOPLE = ("my-data.json", "Secret leaflet.pdf", "dorte@example.org")


def read(page: str) -> str:
    """Give the words of a page, but what people wrote."""
    words = re.sub(r"<style>.*?</style>|<[^>]*>", " ", page, flags=re.DOTALL)
    for own in WORDS_OF_PEOPLE:
        words = words.replace(own, "")
    return words


STATES: dict[str, tuple[str, str]] = {
    "asking": ("Open Door", "You are at the question “Description” of “\u2068Open Door\u2069”."),
    "summary": ("/summary", "You are at the summary of “\u2068Open Door\u2069”."),
    "overview": ("/overview", "You are at the overview of “\u2068Open Door\u2069”."),
    "timing": ("[Remind me]", "You are choosing when to be reminded."),
    "reminded": ("[In a week]", "You are at the overview of “\u2068Open Door\u2069”."),
    "choosing": ("/drafts", "You are choosing one of your practices."),
    "forgetting": ("/forget", "You are asked whether everything is to be deleted."),
}


@pytest.mark.slow
async def test_page_has_no_internals(bed: TestBed) -> None:
    """The page names every state in words; names of the program's own are in the JSON alone."""
    await context(bed, "Hello")
    for at, (said, expected) in STATES.items():
        await context(bed, said)
        kept, page = await my_data(bed, anna(bed))
        assert (at, True, []) == (at, expected in page, INTERNALS.findall(read(page)))
        assert {"state", "pressed", "keyboard_version"} <= {*kept["conversation"]["state"]}


@pytest.mark.slow
async def test_pages_of_a_review_have_no_internals(bed: TestBed) -> None:
    """Nor has the page of an author with comments, of a coordinator with moves, or of an admin with audit entries."""
    await reviewed(bed, "Cora> [What changed]")
    await context(bed, "Ada> /invite coordinator", "Cora> /notify daily")
    told = {name: (await my_data(bed, bed.person(name)))[1] for name in ("Anna", "Cora", "Ada")}
    assert {name: [] for name in told} == {name: INTERNALS.findall(read(page)) for name, page in told.items()}
    said = {
        "Anna": (
            "A coordinator commented on “Starting year” of “\u2068Open Door\u2069”.",
            "You replied to a comment on “Starting year”",
            "You sent a revision of “\u2068Open Door\u2069”.",
            "“Description” <small>must fix, answered",
            "0.4 MB, part of a practice",
        ),
        "Cora": ("You took up the review of it", "gave you the role of coordinator", "once a day"),
        "Ada": ("You made invitation 1, for a new coordinator.",),
    }
    assert [] == [(name, words) for name, sentences in said.items() for words in sentences if words not in told[name]]


def test_everything_has_words() -> None:
    """Each state, event, move, audit entry and choice of the core has words on the page, and nothing else has."""
    kinds = {
        "places": (STATE_TEXTS, State, "at"),
        "events": (EVENTS, Event, "what"),
        "audit_entries": (AUDIT_TEXTS, AuditEntry, "what"),
    }
    for name, (words, union, field) in kinds.items():
        classes = get_args(get_args(union)[0])
        assert (name, {*words}) == (name, {each.model_fields[field].default for each in classes})
    assert ({*MOVES}, {*NEWS}) == ({*get_args(Move)}, {*get_args(Every)})


async def test_page_of_somebody_who_writes_from_the_right(bed: TestBed) -> None:
    """Each line that people wrote has the direction of its first letter."""
    name = "باب مفتوح (Open Door)"
    await context(bed, "Hello", name, "line one\nשורה שנייה")
    _, page = await my_data(bed, anna(bed))
    assert f'<h2 dir="auto">{name}</h2>' in page
    assert f'<dt>Name of the practice</dt><dd dir="auto">{name}</dd>' in page
    assert "li, dd { unicode-bidi: plaintext }" in page
    assert f"You began “\u2068{name}\u2069”." in page


async def test_every_table_is_looked_at(bed: TestBed) -> None:
    """Each table is gathered by hand, comes along by its column for a person, or has nothing of anybody."""
    kept, _ = await my_data(bed, anna(bed))
    by_hand = {
        "people",
        "watchers",
        "stopped",
        "inbox",
        "outbox",
        "conversations",
        "drafts",
        "history",
        "invites",
        "audit",
    }
    nothing = {
        "counters",
        "draft_themes",
        "news",
        "orphaned_files",
    }  # themes are answers; whose deleted files were is not kept
    assert {table.name for table in METADATA.sorted_tables} == {*by_hand, *nothing, *kept["other"]}
    assert {*TABLES} <= {*kept}


async def command(*arguments: str) -> int:
    """Run a command, which brings its own event loop."""
    return await asyncio.to_thread(main, arguments)


@pytest.fixture
def shell(bed: TestBed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TestBed:
    """Let commands find the database and the files of the bed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{tmp_path}/practices.db")
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("ADMIN_IDS", str(ADMIN))
    return bed


async def test_shell_writes_it(shell: TestBed, tmp_path: Path) -> None:
    """The command writes both files and what was sent, also what was taken away, for its owner alone."""
    await reviewed(shell, "> [Submit]")
    out = tmp_path / "out"
    assert (0, 2) == (
        await command("mydata", str(ANNA), "--out", str(out)),
        await command("mydata", "1", "--out", str(out)),
    )
    assert ["files", "my-data.html", "my-data.json"] == sorted(path.name for path in out.iterdir())
    assert LEAFLET == (out / "files" / "Secret leaflet.pdf").read_bytes()
    assert {0o600, 0o700} == {path.stat().st_mode & 0o777 for path in (out, *out.rglob("*"))}


async def test_file_names_are_plain(shell: TestBed, tmp_path: Path) -> None:
    """Names of files lead nowhere: not on the page, not in what is kept of a practice, not on the disk."""
    await context(shell, "Hello", "/overview", "8")
    for name in ("../../evil-a.sh", "..\\..\\evil-e.exe", "a.pdf", "A.pdf"):
        await shell.bot.settled(await anna(shell).sends("document", content=name.encode(), name=name))
    kept, page = await my_data(shell, anna(shell))
    names = ["_.._evil-a.sh", "_.._evil-e.exe", "a.pdf", "A (2).pdf"]
    own = kept["practices"][0]["kept"]["attachments"]
    kept_events = [event["name"] for event in kept["history"] if event["what"] == "file_kept"]
    assert (names, [*names[:3], "A.pdf"]) == ([file["name"] for file in kept["files"]], [file["name"] for file in own])
    assert ([*names[:3], "A.pdf"], False) == (kept_events, "../evil" in page)
    assert 0 == await command("mydata", str(ANNA), "--out", str(tmp_path / "out"))
    assert {*names} == {path.name for path in (tmp_path / "out" / "files").iterdir()}


async def test_shell_erases(shell: TestBed, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command says what would go, and does it when told to; the running bot does the rest and tells the person."""
    await reviewed(shell, "Cora> [Approve]")
    assert (1, True) == (
        await command("forget", str(ANNA)),
        "1 practice to delete; 0 to stay published" in capsys.readouterr().out,
    )
    assert (0, 0) == (await command("forget", str(ANNA), "--withdraw", "--yes"), await command("forget", "77", "--yes"))
    await shell.bot.sweep()
    await shell.bot.idle()
    left = await leftovers(shell.database, ["Open Door", "Secret leaflet.pdf", LEAFLET.decode()[:40]], tmp_path)
    assert ([], "Everything is deleted.") == (left, anna(shell).messages[-1].text.split("\n")[0])


@pytest.mark.usefixtures("shell")
async def test_shell_does_not_erase_the_last_admin_unasked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The only admin is erased if --last-admin says so, and refused otherwise, with --yes and without."""
    monkeypatch.setenv("ADMIN_IDS", "")
    await command("role", "77", "admin")
    capsys.readouterr()
    codes = [await command("forget", "77"), await command("forget", "77", "--yes")]
    told = capsys.readouterr().err.splitlines()
    assert ([2, 2], [True, True]) == (codes, ["77 is the last admin, and nothing was deleted" in one for one in told])
    assert ["77"] == await admins(capsys)
    assert (0, []) == (await command("forget", "77", "--last-admin", "--yes"), await admins(capsys))


@pytest.mark.usefixtures("shell")
@pytest.mark.parametrize("other", ["by ADMIN_IDS", "by the shell"])
async def test_shell_erases_an_admin_beside_another(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], other: str
) -> None:
    """One of two admins is erased like anybody, wherever the other one comes from."""
    monkeypatch.setenv("ADMIN_IDS", "78" if other == "by ADMIN_IDS" else "")
    await command("role", "77", "admin")
    await command("role", "78", "admin")
    assert (0, ["78"]) == (await command("forget", "77", "--yes"), await admins(capsys))


@pytest.mark.usefixtures("shell")
async def test_shell_erases_an_admin_of_the_settings(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A person in ADMIN_IDS is erased and stays an admin, and the command says so."""
    monkeypatch.setenv("ADMIN_IDS", "77")
    code, told = await command("forget", "77", "--yes"), capsys.readouterr().out
    assert (0, True) == (code, "77 stays an admin by ADMIN_IDS; take the number out of there" in told)


async def admins(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """List the admins, as the shell does."""
    capsys.readouterr()
    await command("people")
    return [line.split()[0] for line in capsys.readouterr().out.splitlines() if " admin " in line]


async def test_message_that_was_emptied(bed: TestBed) -> None:
    """A message whose words are not kept any more is listed without them."""
    await context(bed, "Hello")
    await bed.database.change(lambda connection: connection.execute(OUTBOX.update().values(reply=None, toast="Done")))
    rows = await bed.database.ask(data_of, ANNA, ANNA, frozenset(), bed.clock())
    assert [{"text": "Done"}] == [{"text": message["text"]} for message in rows["messages"]]
    assert isinstance(bed.database, Database)
    assert 1 == len(await bed.database.rows(select(OUTBOX.c.id)))


async def test_page_in_another_language(bed: TestBed, monkeypatch: pytest.MonkeyPatch) -> None:
    """Headings, history and labels are in the language of the talk; names, words of people and the JSON are kept."""
    await reviewed(bed, "Cora> [What changed]")
    await context(bed, "Ada> /invite coordinator", "Cora> /notify daily")
    offer_language(monkeypatch, "de", PSEUDO)
    for name in ("Anna", "Cora", "Ada"):
        person = bed.person(name)
        person.user["language_code"] = "de"
        kept, page = await my_data(bed, person)
        assert '<html lang="de">' in page
        own = {
            *re.findall(r"[A-Za-z]{3,}", json.dumps([kept["practices"], kept["reviews"], kept["person"]["name"]])),
            *NAMES,
        }
        words = re.sub(r"<style>.*?</style>|<[^>]*>", " ", page, flags=re.DOTALL)
        assert (name, set()) == (name, {*plain_words(unescape(words))} - own)


NAMES = {"UTC", "RAN", "data", "json", "November", "Dezember", "nemark", "Coordinator", "Admin"}
"""What is the same in each language, what Babel writes in this one, and names of people."""
