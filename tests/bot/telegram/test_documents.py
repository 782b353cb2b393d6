"""Documents: made when they are sent, until Telegram has taken them; a long one delays nothing else."""

import asyncio
import logging
import sqlite3
import sys
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

import docx
import pytest
from support.practices import keep, practice, reviewed
from support.slow import slowly
from telegram import InputFile
from telegram.error import ChatMigrated

from bot.app import Bot, build, running
from bot.sandbox import Message, Person, Sandbox
from bot.sandbox.fault_injection import Body
from bot.settings import Settings
from bot.telegram.documents import command_of
from bot.telegram.receiving import Listener
from bot.telegram.sending import File, send_file
from conversations.dialogue.conversation import Conversation, Draft, Step, Version
from conversations.dialogue.inputs import Input, Press, Wrote
from conversations.dialogue.model import Role
from conversations.dialogue.replies import Button, Document, EmptyForm, ExportFile, Line, Reply, StatsPicture, WordForm
from conversations.dialogue.repositories import ReviewRepository
from storage import Database, Outbox, OutgoingMessage, People, StepFunction
from storage.exports import Written, export_name

Start = Callable[..., AbstractAsyncContextManager[Bot]]

TODAY = datetime(2026, 11, 23, 12, tzinfo=UTC)

AUTHOR = 77

ALL = ExportFile(format="json", statuses=("approved",))


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Try again at once what is tried again with growing pauses."""
    monkeypatch.setattr("bot.telegram.stopping.GROWING", (0.0,))


@pytest.fixture(autouse=True)
async def admin(database: Database, anna: Person) -> None:
    """Let Anna be an admin, who may have every document."""
    await People(database).give(anna.user_id, "admin", None, TODAY)


def documented(document: Document, caption: str = "Here it is.", rows: tuple[tuple[Button, ...], ...] = ()) -> Reply:
    """Make a reply with a document."""
    return Reply(lines=(Line(text=caption),), rows=rows, document=document)


def bringing(*replies: Reply) -> StepFunction:
    """Make a step that brings these where it hears "bring", and repeats all else."""

    def step(conversation: Conversation, given: Input, now: datetime, _desk: ReviewRepository | None = None) -> Step:  # noqa: ARG001 - as any step
        text = given.text if isinstance(given, Wrote) else ""
        told = replies if text == "bring" else (Reply(lines=(Line(text=f"heard {text}"),)),)
        return Step(conversation=conversation, replies=told)

    return step


def seen(person: Person) -> list[tuple[str, str]]:
    """List what the bot has shown to a person: the name or kind of a file, and words."""
    return [(_file(message), message.text) for message in person.messages if message.sender == "bot"]


def _file(message: Message) -> str:
    attachment = message.attachment
    return "" if attachment is None else attachment.name or attachment.kind


def content_of(person: Person) -> bytes:
    """Give the newest file that the bot has sent to a person."""
    return [message.attachment.content for message in person.messages if message.attachment][-1]


async def bring(bot: Bot, person: Person) -> None:
    """Ask for what there is to bring, and wait until all of it is there."""
    await bot.settled(await person.says("bring"))
    await bot.idle()


async def brought(start: Start, anna: Person, *replies: Reply) -> list[tuple[str, str]]:
    """Let a bot bring replies to Anna; list what she has seen."""
    async with start(bringing(*replies), clock=lambda: TODAY) as bot:
        await bring(bot, anna)
    return seen(anna)


class Gate:
    """An export that waits to be let through; it tells how far it is."""

    def __init__(self, content: bytes = b"[]") -> None:
        self.content = content
        self.begun = 0
        self.entered = asyncio.Event()
        self.open = asyncio.Event()

    async def __call__(
        self, _url: str, _data: Path, _wanted: object, file: IO[bytes], progress: Callable[[int, int], None]
    ) -> Written:
        """Export, when the gate is open."""
        self.begun += 1
        progress(3000, 10_000)
        self.entered.set()
        await self.open.wait()
        file.write(self.content)
        file.flush()
        return Written(count=1)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    """Put a gate before every export."""
    gate = Gate()
    monkeypatch.setattr("bot.telegram.documents.export_in_subprocess", gate)
    return gate


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Say at once, and again and again, how far something is."""
    monkeypatch.setattr("bot.telegram.document_progress.PATIENCE", 0)
    monkeypatch.setattr("bot.telegram.document_progress.EVERY", 0.01)


def revised() -> Draft:
    """Make a submission whose author has changed its name since."""
    given = practice(1, {"name.name": "Not yet sent"})
    first = Version(at=TODAY, answers={**given.answers, "name.name": practice().answers["name.name"]})
    return given.model_copy(update={"versions": (first,)})


def words_of(content: bytes) -> str:
    """Read a Word document."""
    return "\n".join(paragraph.text for paragraph in docx.Document(BytesIO(content)).paragraphs)


async def test_word_form(start: Start, database: Database, anna: Person) -> None:
    """The form comes as a document under the name of the practice, with words and buttons under it."""
    await keep(database, anna.user_id, practice())
    again = Button(label="Again", press=Press(draft=1, keyboard_version=0, about="", action="form"))
    told = await brought(start, anna, documented(WordForm(draft=1), rows=((again,),)))
    assert (told, anna.messages[-1].labels) == ([("RAN-2026-0001 Open Door.docx", "Here it is.")], ("Again",))
    assert "A leaflet" in words_of(content_of(anna))


async def test_word_form_of_a_submission(start: Start, database: Database, anna: Person) -> None:
    """Of somebody else's submission the form has what was handed in."""
    await keep(database, AUTHOR, revised())
    await brought(start, anna, documented(WordForm(submission=1)))
    words = words_of(content_of(anna))
    assert [False, True] == [name in words for name in ("Not yet sent", "Open Door")]


async def test_word_form_of_a_draft(start: Start, database: Database, anna: Person) -> None:
    """Of a draft the form has the answers so far, and says that it is one."""
    draft = practice(2, {"name.name": "So far"}, status="draft", reference=None, submitted_at=None)
    await keep(database, anna.user_id, draft)
    told = await brought(start, anna, documented(WordForm(draft=2)))
    assert ([("Draft So far.docx", "Here it is.")], True) == (told, "not submitted yet" in words_of(content_of(anna)))


async def brought_with(settings: Settings, database: Database, anna: Person, layout: Path) -> list[tuple[str, str]]:
    """Let a bot with that layout bring Anna's form; list what she has seen."""
    own = settings.model_copy(update={"word_layout": layout})
    await keep(database, anna.user_id, practice())
    async with running(build(own, database, bringing(documented(WordForm(draft=1))), lambda: TODAY)) as bot:
        await bring(bot, anna)
    return seen(anna)


async def test_word_form_while_the_layout_is_broken(
    settings: Settings, database: Database, anna: Person, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A layout that breaks while the bot runs costs nobody their form: it comes in the bot's own; the log says so."""
    (tmp_path / "layout.docx").write_bytes(b"half saved")
    told = await brought_with(settings, database, anna, tmp_path / "layout.docx")
    assert [("RAN-2026-0001 Open Door.docx", "Here it is.")] == told
    assert "A leaflet" in words_of(content_of(anna))
    assert "WORD_LAYOUT cannot be used, so the bot's own layout is" in caplog.messages


async def test_word_form_while_no_layout_can_be_used(
    start: Start, database: Database, anna: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the bot's own layout is damaged, the person hears it without internals, and the conversation goes on."""
    monkeypatch.setattr("storage.exports.word.OWN", tmp_path / "gone.docx")
    await keep(database, anna.user_id, practice())
    after = Reply(lines=(Line(text="after"),))
    told = await brought(start, anna, documented(WordForm(draft=1)), after)
    says = "I could not make that file. What went wrong is noted for the people who look after me; ask again later."
    assert [("", says), ("", "after")] == told


async def test_empty_form_for_anybody(start: Start, database: Database, anna: Person) -> None:
    """A practitioner without a practice gets the form with all questions, as a Word document."""
    people = People(database)
    await people.give(AUTHOR, "admin", None, TODAY)
    await people.give(anna.user_id, "practitioner", None, TODAY)
    assert [("RAN Collection practice form.docx", "Here it is.")] == await brought(start, anna, documented(EmptyForm()))
    assert "Description" in [paragraph.text for paragraph in docx.Document(BytesIO(content_of(anna))).paragraphs]


@pytest.mark.parametrize("wanted", [WordForm(draft=1), WordForm(submission=999)])
async def test_word_form_of_what_is_gone(start: Start, anna: Person, wanted: WordForm) -> None:
    """A form of a practice that is no longer there is answered with a sentence."""
    sentence = "That practice is no longer here, so there is no Word form of it."
    assert [("", sentence)] == await brought(start, anna, documented(wanted))


async def test_word_form_of_somebody_else(start: Start, database: Database, anna: Person) -> None:
    """The number of a draft is looked for in the person's own chat alone."""
    await keep(database, AUTHOR, practice())
    told = await brought(start, anna, documented(WordForm(draft=1)))
    assert [""] == [file for file, _ in told]


@pytest.mark.parametrize(
    ("role", "document"),
    [
        ("practitioner", WordForm(submission=1)),
        ("practitioner", StatsPicture()),
        ("practitioner", ALL),
        ("coordinator", StatsPicture()),
    ],
)
async def test_document_for_one_whose_role_was_taken_away(
    start: Start, database: Database, anna: Person, role: Role, document: Document
) -> None:
    """What was asked for with a right is not made for somebody who has it no more, however long it waited."""
    await keep(database, AUTHOR, practice())
    people = People(database)
    await people.give(AUTHOR, "admin", None, TODAY)
    await people.give(anna.user_id, role, None, TODAY)
    sentence = "Your role has changed since you asked for that file, so I did not make it."
    assert [("", sentence)] == await brought(start, anna, documented(document))


@pytest.mark.parametrize(
    ("role", "wanted"), [("practitioner", WordForm(draft=1)), ("coordinator", WordForm(submission=1))]
)
async def test_word_form_for_those_who_may_have_it(
    start: Start, database: Database, anna: Person, role: Role, wanted: WordForm
) -> None:
    """A practitioner gets the form of a practice of their own, and a coordinator that of a submission."""
    people = People(database)
    await people.give(AUTHOR, "admin", None, TODAY)
    await people.give(anna.user_id, role, None, TODAY)
    await keep(database, anna.user_id, practice())
    assert [("RAN-2026-0001 Open Door.docx", "Here it is.")] == await brought(start, anna, documented(wanted))


async def test_word_form_with_comments(start: Start, database: Database, anna: Person) -> None:
    """A coordinator gets the form with the review in it, under a name that says so."""
    people = People(database)
    await people.give(AUTHOR, "admin", None, TODAY)
    await people.give(anna.user_id, "coordinator", None, TODAY)
    await keep(database, AUTHOR, reviewed(practice()))
    asked = documented(WordForm(submission=1, with_review=True))
    assert [("RAN-2026-0001 Open Door with comments.docx", "Here it is.")] == await brought(start, anna, asked)


@pytest.mark.parametrize("document", [ALL, *slowly(ALL.model_copy(update={"face": "public"}))])
async def test_export_for_a_coordinator(start: Start, database: Database, anna: Person, document: ExportFile) -> None:
    """A coordinator gets an export under a name that says what it is."""
    people = People(database)
    await people.give(AUTHOR, "admin", None, TODAY)
    await people.give(anna.user_id, "coordinator", None, TODAY)
    await keep(database, AUTHOR, practice())
    name = export_name("json", document, TODAY.date())
    assert [(name, "Here it is.")] == await brought(start, anna, documented(document))


async def test_order_of_a_form(start: Start, database: Database, anna: Person) -> None:
    """A form is sent in order with the messages around it."""
    await keep(database, anna.user_id, practice())
    before, after = (Reply(lines=(Line(text=text),)) for text in ("before", "after"))
    told = await brought(start, anna, before, documented(WordForm(draft=1)), after)
    assert ["before", "Here it is.", "after"] == [text for _, text in told]


async def test_long_caption(start: Start, database: Database, anna: Person) -> None:
    """Words that do not fit under a file go out before it; its buttons stay under it."""
    await keep(database, anna.user_id, practice())
    again = Button(label="Again", press=Press(draft=1, keyboard_version=0, about="", action="form"))
    told = await brought(start, anna, documented(WordForm(draft=1), "x" * 1025, ((again,),)))
    assert ([("", "x" * 1025), ("RAN-2026-0001 Open Door.docx", "")], ("Again",)) == (told, anna.messages[-1].labels)


async def test_export(start: Start, database: Database, anna: Person) -> None:
    """An export comes under the day's name and has what the command would write."""
    await keep(database, AUTHOR, practice())
    told = await brought(start, anna, documented(ALL))
    assert ([("practices-2026-11-23.json", "Here it is.")], True) == (told, b"RAN-2026-0001" in content_of(anna))


async def test_export_as_pdf(start: Start, database: Database, anna: Person) -> None:
    """A PDF of several practices is made in a process of its own, as every export."""
    await keep(database, AUTHOR, practice(), practice(2))
    told = await brought(start, anna, documented(ALL.model_copy(update={"format": "pdf"})))
    assert ([("practices-2026-11-23.pdf", "Here it is.")], True) == (told, content_of(anna).startswith(b"%PDF-"))


async def test_export_of_nothing(start: Start, anna: Person) -> None:
    """Where no submission fits, that is said."""
    assert [("", "No submission fits, so there is nothing to export.")] == await brought(start, anna, documented(ALL))


async def test_export_that_cannot_be_written(start: Start, anna: Person, caplog: pytest.LogCaptureFixture) -> None:
    """What an export refuses is answered with its sentence, and logged by ids."""
    told = await brought(start, anna, documented(ALL.model_copy(update={"format": "docx"})))
    assert ["No submission fits, so there is nothing to export."] == [text for _, text in told]
    lines = [record.__dict__["fields"] for record in caplog.records if record.getMessage() == "document not made"]
    assert [("export", anna.user_id)] == [(line["document"], line["chat"]) for line in lines]


async def test_export_too_large(
    start: Start, database: Database, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that Telegram would not take is answered with its size and the command that makes it."""
    monkeypatch.setattr("bot.telegram.documents.LARGEST", 10)
    await keep(database, AUTHOR, practice())
    asked = ExportFile(format="json", statuses=("approved", "declined"), since=date(2026, 1, 2))
    [(file, text)] = await brought(start, anna, documented(asked))
    command = "--format json --status approved declined --since 2026-01-02"
    name = "practices-approved-declined-since-2026-01-02-2026-11-23.json"
    assert ("", f"practice-bot export {command} --out {name}") == (file, text.rpartition("\n")[2])


def test_command_of_an_export() -> None:
    """The command has what was chosen, and nothing else."""
    assert command_of(ALL, "x.json") == "practice-bot export --format json --status approved --out x.json"
    chosen = {"references": ("RAN-2026-0001",), "theme": "Family support", "country": "Denmark", "face": "public"}
    says = (
        "--public --status approved --reference RAN-2026-0001 --theme 'Family support' --country Denmark --out x.json"
    )
    assert command_of(ALL.model_copy(update=chosen), "x.json") == f"practice-bot export --format json {says}"


async def test_picture(start: Start, database: Database, anna: Person) -> None:
    """The picture comes as a photo with its figures under it."""
    await keep(database, AUTHOR, practice())
    [(kind, text)] = await brought(start, anna, documented(StatsPicture()))
    first = "The collection on 23 November 2026: 1 practice submitted, 0 in progress."
    assert ("photo", ["Here it is.", first]) == (kind, text.split("\n")[:2])
    assert content_of(anna).startswith(b"\x89PNG")


async def test_figures_without_the_plotting_library(
    start: Start, database: Database, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the extra for pictures is not installed, the figures come as text."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    await keep(database, AUTHOR, practice())
    [(kind, text)] = await brought(start, anna, documented(StatsPicture()))
    first = "The collection on 23 November 2026: 1 practice submitted, 0 in progress."
    assert ("", ["Here it is.", first]) == (kind, text.split("\n")[:2])


async def test_conversation_goes_on_beside_an_export(start: Start, gate: Gate, anna: Person) -> None:
    """While an export is made its own chat is answered; the file comes when it is there."""
    async with start(bringing(documented(ALL)), clock=lambda: TODAY) as bot:
        await bot.settled(await anna.says("bring"))
        await gate.entered.wait()
        await bot.settled(await anna.says("hello"))
        await bot.sweep()
        assert [("", "heard hello")] == seen(anna)
        gate.open.set()
        await bot.idle()
    assert (seen(anna)[1:], gate.begun) == ([("practices-2026-11-23.json", "Here it is.")], 1)


async def test_exports_one_after_the_other(start: Start, gate: Gate, anna: Person) -> None:
    """Two exports of one chat are made one at a time, in order."""
    async with start(bringing(documented(ALL, "first"), documented(ALL, "second")), clock=lambda: TODAY) as bot:
        await bot.settled(await anna.says("bring"))
        await gate.entered.wait()
        begun = gate.begun
        gate.open.set()
        await bot.idle()
    assert (1, 2, ["first", "second"]) == (begun, gate.begun, [text for _, text in seen(anna)])


@pytest.mark.parametrize("refused", [0, 1])
async def test_at_work(  # noqa: PLR0913, PLR0917 - fixtures are arguments
    start: Start, gate: Gate, sandbox: Sandbox, anna: Person, monkeypatch: pytest.MonkeyPatch, refused: int
) -> None:
    """While an export is made the chat shows that the bot is at work; it is no harm where that cannot be shown."""
    monkeypatch.setattr("bot.telegram.document_progress.HASTE", 0)
    sandbox.faults.fail(400, times=refused, method="sendChatAction")
    async with start(bringing(documented(ALL))) as bot:
        await bot.settled(await anna.says("bring"))
        await sandbox.wait_for_calls(1, "sendChatAction")
        shown = sandbox.world.at_work(anna.user_id)
        gate.open.set()
        await bot.idle()
    assert (not refused, ["Here it is."]) == (shown, [text for _, text in seen(anna)])
    assert sandbox.world.at_work(anna.user_id) is False


async def test_at_work_with_a_slow_line(
    start: Start, gate: Gate, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An export does not wait for the chat to show that it is being made."""
    asked = asyncio.Event()

    async def hangs(*_given: object) -> bool:
        asked.set()
        await asyncio.sleep(3600)
        return True

    monkeypatch.setattr("bot.telegram.document_progress.HASTE", 0)
    monkeypatch.setattr(Listener, "send_chat_action", hangs)
    async with start(bringing(documented(ALL))) as bot:
        await bot.settled(await anna.says("bring"))
        await asked.wait()
        gate.open.set()
        await bot.idle()
    assert ["Here it is."] == [text for _, text in seen(anna)]


async def test_at_work_for_a_short_time(
    start: Start, database: Database, sandbox: Sandbox, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is made sooner than the chat would show it costs no call, and does not wait to be shown."""
    monkeypatch.setattr("bot.telegram.document_progress.HASTE", 3600)
    await keep(database, anna.user_id, practice())
    await brought(start, anna, documented(WordForm(draft=1)))
    assert [] == [call for call in sandbox.calls if call.method == "sendChatAction"]


@pytest.mark.usefixtures("at_once")
async def test_progress(start: Start, gate: Gate, sandbox: Sandbox, anna: Person) -> None:
    """A long export says how far it is, in one message that is gone when the file is there."""
    async with start(bringing(documented(ALL))) as bot:
        await bot.settled(await anna.says("bring"))
        await sandbox.wait_for_calls(1, "sendMessage")
        shown = seen(anna)
        gate.open.set()
        await bot.idle()
    assert [("", "Exporting: 3,000 of 10,000.")] == shown
    assert ["Here it is."] == [text for _, text in seen(anna)]


@pytest.mark.usefixtures("at_once")
async def test_progress_that_goes_on(
    start: Start, monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox, anna: Person
) -> None:
    """The progress of an export is changed as it goes on, and sent as a new message if the old one is gone."""
    open_, tell = asyncio.Event(), list[Callable[[int, int], None]]()

    async def export(
        _url: str, _data: Path, _wanted: object, _file: object, progress: Callable[[int, int], None]
    ) -> Written:
        tell.append(progress)
        await open_.wait()
        return Written(count=1)

    monkeypatch.setattr("bot.telegram.documents.export_in_subprocess", export)
    async with start(bringing(documented(ALL))) as bot:
        await bot.settled(await anna.says("bring"))
        await sandbox.wait_for_calls(1, "sendMessage")
        tell[0](1, 2)
        await sandbox.wait_for_calls(1, "editMessageText")
        first = seen(anna)
        await anna.deletes(anna.messages[-1].message_id)
        tell[0](2, 2)
        await sandbox.wait_for_calls(2, "sendMessage")
        second = seen(anna)
        open_.set()
        await bot.idle()
    assert ([("", "Exporting: 1 of 2.")], [("", "Exporting: 2 of 2.")]) == (first, second)


@pytest.mark.usefixtures("at_once")
async def test_export_cut_off_by_a_stop(start: Start, gate: Gate, sandbox: Sandbox, anna: Person) -> None:
    """An export that a stop has cut off is made again by the next run, which takes the older words away."""
    async with start(bringing(documented(ALL))) as bot:
        await bot.settled(await anna.says("bring"))
        await sandbox.wait_for_calls(1, "sendMessage")
    left = seen(anna)
    gate.open.set()
    async with start(bringing()) as bot:
        await bot.idle()
    assert ([("", "Exporting: 3,000 of 10,000.")], 2) == (left, gate.begun)
    assert ["Here it is."] == [text for _, text in seen(anna)]


@pytest.mark.slow
async def test_flood_at_the_file(start: Start, gate: Gate, sandbox: Sandbox, anna: Person) -> None:
    """A file that Telegram does not take now is sent again, and not made again."""
    gate.open.set()
    sandbox.faults.flood(1, times=1, method="sendDocument")
    sandbox.faults.fail(502, times=1, method="sendDocument")
    async with start(bringing(documented(ALL))) as bot:
        await bring(bot, anna)
    assert (1, ["Here it is."], b"[]") == (gate.begun, [text for _, text in seen(anna)], content_of(anna))


@pytest.mark.slow
async def test_waiting_export_holds_up_nothing(
    start: Start, gate: Gate, sandbox: Sandbox, anna: Person, database: Database
) -> None:
    """What comes behind a file that has to wait goes past it."""
    gate.open.set()
    sandbox.faults.flood(1, times=1, method="sendDocument")
    async with start(bringing(documented(ALL))) as bot:
        await bot.settled(await anna.says("bring"))
        await sandbox.wait_for_calls(1, "sendDocument")
        await bot.settled(await anna.says("hello"))
        assert [("", "heard hello")] == seen(anna)
        await bot.idle()
    assert await Outbox(database).empty()


async def test_file_refused(start: Start, gate: Gate, sandbox: Sandbox, anna: Person, database: Database) -> None:
    """A file that Telegram will never take is set aside, and the next goes out."""
    gate.open.set()
    sandbox.faults.fail(400, times=1, method="sendDocument")
    async with start(bringing(documented(ALL, "first"), documented(ALL, "second"))) as bot:
        await bring(bot, anna)
    assert (["second"], True) == ([text for _, text in seen(anna)], await Outbox(database).empty())


@pytest.mark.parametrize("body", ["json", "html"])
async def test_file_too_large_on_the_way(start: Start, gate: Gate, sandbox: Sandbox, anna: Person, body: Body) -> None:
    """A file that a server on the way never takes is told as such, and holds nobody up."""
    gate.open.set()
    sandbox.faults.fail(413, None, body, method="sendDocument")
    async with start(bringing(documented(ALL))) as bot:
        await bring(bot, anna)
    says = "I could not send that file: it has 0.0 MB, and the server on the way to Telegram takes less."
    assert [says] == [text[: len(says)] for _, text in seen(anna)]


async def test_file_for_one_who_blocked(start: Start, gate: Gate, sandbox: Sandbox, anna: Person) -> None:
    """A file for a person who blocked the bot is kept, and made again when they are back."""
    gate.open.set()
    sandbox.faults.fail(403, times=1, method="sendDocument")
    async with start(bringing(documented(ALL))) as bot:
        await bring(bot, anna)
        none = seen(anna)
        await bot.settled(await anna.says("back"))
        await bot.idle()
    assert ([], {"heard back", "Here it is."}) == (none, {text for _, text in seen(anna)})


async def test_document_that_fails(
    start: Start, anna: Person, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A document that cannot be made is answered with a sentence; the log has no words of the error."""

    async def fails(*_: object) -> None:
        await asyncio.sleep(0)
        raise ValueError("secret")

    monkeypatch.setattr("bot.telegram.documents.draw_in_subprocess", fails)
    with caplog.at_level(logging.INFO, "bot"):
        told = await brought(start, anna, documented(StatsPicture()))
    assert ("I could not make that file.", False) == (told[0][1][:27], "secret" in caplog.text)


async def test_document_while_the_database_fails(
    start: Start, anna: Person, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the database does not answer, the document is made when it does."""
    await keep(database, anna.user_id, practice())
    trouble = sqlite3.OperationalError("locked")
    trouble.sqlite_errorcode = sqlite3.SQLITE_BUSY
    results: list[object] = [trouble, practice()]

    async def draft_of(*_: object) -> Draft:
        await asyncio.sleep(0)
        result = results.pop(0)
        if isinstance(result, Draft):
            return result
        raise trouble

    monkeypatch.setattr("bot.telegram.documents.draft_of", draft_of)
    told = await brought(start, anna, documented(WordForm(draft=1)))
    assert ["RAN-2026-0001 Open Door.docx"] == [file for file, _ in told]


async def test_group_that_has_moved(bot: Bot, ben: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file for a group that has become a supergroup goes there, from its beginning."""
    await bot.settled(await ben.says("hello"))
    send, tried = type(bot.listener).send_document, list[int]()

    async def moving(self: Listener, chat_id: int, sent: InputFile, **words: Any) -> object:  # noqa: ANN401 - the library's own
        tried.append(chat_id)
        if chat_id != ben.user_id:
            raise ChatMigrated(ben.user_id)
        return await send(self, chat_id, sent, **words)

    monkeypatch.setattr(type(bot.listener), "send_document", moving)
    with TemporaryFile() as content:
        content.write(b"content")
        content.flush()
        message_id = await send_file(bot.listener, -5, documented(ALL), File("a.txt", content))
    assert ([-5, ben.user_id], b"content", ben.messages[-1].message_id) == (tried, content_of(ben), message_id)


async def test_list_read_before_the_file_was_sent(
    start: Start, gate: Gate, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that was sent since the list was read in which it stands is not sent again."""
    gate.open.set()
    lists: list[tuple[OutgoingMessage, ...]] = []
    read = Outbox.next

    async def stale(self: Outbox, chat_id: int, at: datetime) -> tuple[OutgoingMessage, ...]:
        lists.append(await read(self, chat_id, at))
        return lists[-1] if len(lists) > 5 else next(filter(None, lists), ())

    monkeypatch.setattr(Outbox, "next", stale)
    async with start(bringing(documented(ALL))) as bot:
        await bring(bot, anna)
    assert (1, True) == (len(seen(anna)), len(lists) > 1)
