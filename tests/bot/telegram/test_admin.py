"""The admins' part through the whole bot and the shell: rights at every action, and secret codes."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, select
from support.practices import keep, practice
from support.slow import few
from support.talks import reviewed

from bot.cli.main import main
from bot.clock import now as clock
from bot.demo.playing import SandboxTalker
from bot.demo.test_bed import TRANSCRIPTS_BEGIN, TestBed
from bot.demo.transcripts import ADMIN, Act
from bot.sandbox import Sandbox, keyboards
from conversations.admin.actions import ACTIONS
from conversations.dialogue.audit import InviteUsed
from conversations.dialogue.registry import Action
from conversations.dialogue.review_record import Member
from conversations.filling import role_texts
from conversations.filling.role_texts import NOT_A_COORDINATOR
from storage import Audit, Database, Invites, People, admin, history_of
from storage.admin import carry_out
from storage.database.tables import AUDIT, CONVERSATIONS, HISTORY, INVITES
from storage.exports import Wanted, export
from storage.files import Blobs
from storage.imports import Collection
from storage.imports.storing import Archive

BEN, CORA = 1002, 2001

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)

DAY = timedelta(days=1)


@pytest.fixture
async def bed(url: str) -> AsyncIterator[TestBed]:
    """Run the bot."""
    async with TestBed(url, begins=TRANSCRIPTS_BEGIN) as bed:
        yield bed


async def does(bed: TestBed, who: str, *acts: str) -> str:
    """Do something: a label in brackets is pressed, anything else said; give the newest message of the bot."""
    for act in acts:
        verb = Act("presses", act[1:-1], who=who) if act.startswith("[") else Act("says", act, who=who)
        await SandboxTalker(bed).act(verb)
    return bed.person(who).messages[-1].text


async def command(*arguments: str) -> int:
    """Run a command, which brings its own event loop."""
    return await asyncio.to_thread(main, arguments)


REFUSALS = {"admin": role_texts.NOT_AN_ADMIN, "coordinator": NOT_A_COORDINATOR}


@pytest.mark.parametrize("action", few(5, ACTIONS), ids=[one.name for one in ACTIONS])
async def test_forged_button(bed: TestBed, action: Action) -> None:
    """A practitioner who forges a button of the office learns nothing and changes nothing."""
    await does(bed, "Ben", "/start")
    before = [entry async for entry in Audit(bed.database).all()]
    ben = bed.person("Ben")
    for about in ("", str(BEN), "admin"):
        await bed.bot.settled(await ben.presses_data(ben.messages[-1].message_id, f"0|0|{about}|{action.name}|0"))

    assert REFUSALS[action.role] == ben.messages[-1].text.split("\n")[0]
    assert "practitioner" == await bed.bot.store.people.role_of(BEN)
    assert before == [entry async for entry in Audit(bed.database).all()]


async def test_old_button_of_a_former_admin(bed: TestBed) -> None:
    """An old button tells a former admin that they are no longer one, and does nothing."""
    people = bed.bot.store.people
    await people.give(BEN, "admin", None, bed.clock())
    await does(bed, "Ben", f"/people {CORA}", "[Take the role away]")
    await people.give(BEN, "coordinator", None, bed.clock())

    assert role_texts.NOT_AN_ADMIN in await does(bed, "Ben", "[Yes, take it away]")
    assert "coordinator" == await people.role_of(CORA)


async def test_code_is_in_no_log_and_no_history(bed: TestBed, caplog: pytest.LogCaptureFixture) -> None:
    """The code of an invitation is in no log line, no history, no audit entry, and no conversation."""
    caplog.set_level(logging.DEBUG)
    await does(bed, "Ada", "/invite coordinator")
    await does(bed, "Ben", "/start join-0001")
    kept = [
        str(row) for table in (AUDIT, CONVERSATIONS, HISTORY, INVITES) for row in await bed.database.rows(select(table))
    ]

    assert "coordinator" == await bed.bot.store.people.role_of(BEN)
    assert not any("join-0001" in text for text in kept)
    lines = [record.getMessage() for record in caplog.records if record.name.startswith(("bot", "storage"))]
    assert not any("join-0001" in line for line in lines)
    assert [] == [row for row in await history_of(bed.database, BEN) if "join" in str(row)]


async def test_contact_that_is_shared(bed: TestBed) -> None:
    """An admin makes a shared contact a coordinator, who begins with the queue; the keyboard is gone again."""
    ada, ben = bed.person("Ada"), bed.person("Ben")
    await does(bed, "Ada", "/people", "[Share a contact]")
    asked = ada.chat.keyboard
    await bed.bot.settled(await ada.shares(ben))
    said = await does(bed, "Ada", "[Make coordinator]", "[Yes, make coordinator]")

    assert (True, None) == (asked is not None, ada.chat.keyboard)
    assert f"user {BEN} is now a coordinator. They have not written to me yet" in said
    assert "Waiting for review: 0" in await does(bed, "Ben", "/start")
    assert ("Describe a practice of my own",) == ben.messages[-1].labels[-1:]
    assert "Section 1 of 16" in await does(bed, "Ben", "[Describe a practice of my own]")


@pytest.mark.parametrize("act", ["/queue", "Cancel"])
async def test_contact_keyboard_is_removed(bed: TestBed, act: str) -> None:
    """The keyboard goes away where no contact is shared."""
    await does(bed, "Ada", "/people", "[Share a contact]", act)
    assert None is bed.person("Ada").chat.keyboard


@pytest.mark.parametrize("knows", [True, False])
async def test_server_that_cannot_copy(bed: TestBed, monkeypatch: pytest.MonkeyPatch, *, knows: bool) -> None:
    """A Bot API server that refuses a copying button gets a press in its place, and no message is lost."""
    if not knows:
        older = tuple(action for action in keyboards.ACTIONS if action != "copy_text")
        monkeypatch.setattr(keyboards, "ACTIONS", older)
    await does(bed, "Ada", "/invite coordinator")
    ada = bed.person("Ada")
    letter, page = ada.messages[-2:]
    button = page.buttons[0][0]

    assert ("Copy the link", knows, not knows) == (button.label, button.copies is not None, button.data is not None)
    assert "To accept, open this link and press Start:" in letter.text
    if knows:
        assert button.copies in letter.text.split("\n")
    else:
        assert "To copy it, press and hold" in await does(bed, "Ada", "[Copy the link]")


@pytest.mark.parametrize("knows", [True, False])
async def test_redrawn_for_a_server_that_cannot_copy(
    bed: TestBed, monkeypatch: pytest.MonkeyPatch, *, knows: bool
) -> None:
    """A page that replaces another is not lost either."""
    await reviewed(bed, "> [Submit]")
    if not knows:
        older = tuple(action for action in keyboards.ACTIONS if action != "copy_text")
        monkeypatch.setattr(keyboards, "ACTIONS", older)
    await does(bed, "Anna", "/drafts")
    listed = bed.person("Anna").messages[-1]
    await does(bed, "Anna", f"[{listed.labels[0]}]")
    shown = bed.person("Anna").messages[-1]
    (button,) = [one for row in shown.buttons for one in row if one.label == "Copy the reference"]

    assert (listed.message_id, True) == (shown.message_id, shown.edited)
    assert (knows, not knows) == (button.copies is not None, button.data is not None)


@pytest.mark.parametrize("payload", ["x" * 4000, "a\u202eb", "../../etc"])
async def test_start_with_what_is_no_link(bed: TestBed, payload: str) -> None:
    """If the word behind /start is no invitation, the bot says so, and the person starts."""
    await does(bed, "Ada", "/invite coordinator")
    said = await does(bed, "Ben", f"/start {payload}")
    role = await bed.bot.store.people.role_of(BEN)
    assert ("practitioner", True, True) == (role, "Section 1 of 16" in said, said.startswith(role_texts.NO_SUCH_LINK))


@pytest.mark.parametrize("words", ["join-0001 join-0001", "'; DROP TABLE people; --", "{}"])
async def test_start_with_words_behind_it(bed: TestBed, words: str) -> None:
    """Words behind /start are no link: nobody gets a role by them, and the person starts."""
    await does(bed, "Ada", "/invite coordinator")
    said = await does(bed, "Ben", f"/start {words}")
    role = await bed.bot.store.people.role_of(BEN)
    assert ("practitioner", True, False) == (role, "Section 1 of 16" in said, role_texts.NO_SUCH_LINK in said)


async def test_start_with_a_blank_behind_the_link(bed: TestBed) -> None:
    """White space around a code is none of it."""
    await does(bed, "Ada", "/invite coordinator")
    await does(bed, "Ben", "/start join-0001 ")
    assert "coordinator" == await bed.bot.store.people.role_of(BEN)


@pytest.mark.slow
async def test_count_on_the_page_is_that_of_the_file(bed: TestBed, tmp_path: Path) -> None:
    """The page says of drafts as many as the file holds."""
    for who in ("Anna", "Ben"):
        await does(bed, who, "/start", "Open Door")
    said = await does(bed, "Ada", "/export", "[Drafts]", "[Approved]", "[JSON]")
    out = tmp_path / "out.json"
    with out.open("wb") as file:
        wanted = Wanted(format="json", statuses=("draft",))
        written = await export(bed.database, Blobs(tmp_path / "blobs"), wanted, file)

    assert ["JSON: drafts", "2 submissions"] == said.split("\n")[:2]
    assert (2, 2) == (written.count, len(json.loads(out.read_text())))


async def test_admin_by_the_settings_is_named(bed: TestBed) -> None:
    """An admin of the settings who has not written yet is on the list of another one."""
    await bed.bot.store.people.give(BEN, "admin", None, bed.clock())

    assert f"user {ADMIN}\nadmin, set in ADMIN_IDS, has not written yet" in await does(bed, "Ben", "/people")


@pytest.mark.usefixtures("settings")
async def test_people_of_all_kinds(
    database: Database, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The list says of everyone by whom they have their role."""
    monkeypatch.setenv("ADMIN_IDS", "9001")
    people = People(database)
    for user in (9001, 1001):
        await people.seen(user, user, NOW)
    await people.give(1002, "admin", 9001, NOW)
    made = await Invites(database).make("coordinator", NOW)
    await database.change(_invited, made.code)
    assert await command("people") == 0
    assert [
        f"1001 practitioner since {NOW:%Y-%m-%d}",
        f"1002 admin since {NOW:%Y-%m-%d} by 9001",
        f"1003 coordinator since {NOW:%Y-%m-%d} by invitation 1 of the server",
        f"9001 admin since {NOW:%Y-%m-%d} by the settings",
    ] == capsys.readouterr().out.splitlines()


def _invited(connection: Connection, code: str) -> None:
    found = admin.found(connection, code, ())
    assert found
    carry_out(connection, Member(user=1003, name="Ben Example"), [_opened(found.number)], (), 1, NOW)


def _opened(number: int) -> InviteUsed:
    return InviteUsed(invitation=number, role="coordinator", was="practitioner")


@pytest.mark.usefixtures("settings")
async def test_roles_that_stay(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """An admin of the settings, and the last admin, keep the role; one line says why."""
    assert await command("role", "1001", "admin") == 0
    codes = [await command("role", "1001", "practitioner")]
    monkeypatch.setenv("ADMIN_IDS", "1001")
    codes.append(await command("role", "1001", "coordinator"))
    assert ([2, 2], "1001 is admin\n") == (codes, (told := capsys.readouterr()).out)
    assert [
        "practice-bot: 1001 is the last admin, and there has to be one; make somebody else an admin first",
        "practice-bot: 1001 is an admin by ADMIN_IDS; take the number out of there, and start the bot again",
    ] == told.err.splitlines()


@pytest.mark.usefixtures("settings")
async def test_invite(
    sandbox: Sandbox, database: Database, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A link is printed whose code opens the invitation, and the log has a line without it."""
    monkeypatch.setattr("bot.cli.inviting.set_up", lambda *_: None)
    assert await command("invite", "coordinator") == 0
    link = capsys.readouterr().out.splitlines()[0]
    before, _, code = link.partition("?start=")
    found = await database.ask(admin.found, code, ())
    assert f"https://t.me/{sandbox.bot_user['username']}" == before
    assert found is not None
    assert ("coordinator", timedelta(days=7)) == (found.role, timedelta(days=round((found.until - clock()) / DAY)))

    assert await command("audit") == 0
    printed = capsys.readouterr().out
    assert printed.endswith("Z the server made invitation 1 for a coordinator\n")
    assert code not in printed


@pytest.mark.usefixtures("settings")
async def test_invite_to_a_practice(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A link to a practice of nobody is printed with its name; one that has an author, or none, is told."""
    monkeypatch.setattr("bot.cli.inviting.set_up", lambda *_: None)
    await (await Collection.of(database, Blobs(tmp_path))).add(practice(7), Archive(), clock())
    await keep(database, 1001, practice(8))
    assert await command("invite", "practice", "RAN-2026-0007") == 0
    name, link, said = capsys.readouterr().out.splitlines()
    found = await database.ask(admin.found, link.partition("?start=")[2], ())
    assert ("RAN-2026-0007 · Open Door", "Whoever opens the link first becomes the author") == (
        name,
        said.split(".")[0],
    )
    assert (None, 1) == (found and found.role, found and found.submission)

    wrong = ("RAN-2026-0008",), ()
    told = [(await command("invite", "practice", *arguments), capsys.readouterr().err) for arguments in wrong]
    told.append((await command("invite", "admin", "RAN-2026-0007"), capsys.readouterr().err))
    assert [
        (1, "practice-bot: RAN-2026-0008 is no practice that belongs to nobody\n"),
        (2, "practice-bot: invite practice should have the reference or id of one, such as RAN-2026-0001\n"),
        (2, "practice-bot: invite admin takes no practice: RAN-2026-0007\n"),
    ] == told


@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("BOT_TOKEN", "", "BOT_TOKEN should be set: the token that @BotFather gave"),
        ("BOT_TOKEN", "4243:wrong", "the Bot API refuses BOT_TOKEN; it should be the token that @BotFather gave"),
        (
            "BOT_API_URL",
            "http://127.0.0.1:1",
            "the Bot API cannot be reached (NetworkError): check the network and BOT_API_URL",
        ),
    ],
)
async def test_invite_without_a_name(  # noqa: PLR0913, PLR0917 - what is set, what is told
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    value: str,
    line: str,
) -> None:
    """If the bot's name is not known, no invitation is made; one line says what is needed, with exit code 2."""
    monkeypatch.setenv(name, value)
    monkeypatch.setattr("bot.cli.inviting.set_up", lambda *_: None)
    assert (2, ("", f"practice-bot: {line}\n")) == (await command("invite", "admin"), capsys.readouterr())
    assert [] == [entry async for entry in Audit(database).all()]
