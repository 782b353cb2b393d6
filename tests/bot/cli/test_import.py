"""`practice-bot import` and `practice-bot form`: what they say, what they store, and their exit codes."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from sqlalchemy import select
from support.practices import keep, leaflet, practice
from support.spreadsheets import handed_in

from bot.cli.main import main
from bot.sandbox import Sandbox
from conversations import submission_json
from conversations.dialogue.model import NOBODY
from storage import Blobs, Database, admin, conversation_of
from storage.database.tables import DRAFTS

EXAMPLES: list[dict[str, Any]] = [
    submission_json(practice(1)),
    submission_json(practice(2, changes={"name.name": "Other"}, status="submitted")),
    submission_json(practice(3, changes={"name.name": "Third"}, status="draft", reference=None, submitted_at=None)),
]


async def command(*arguments: object) -> int:
    """Run a command, which brings its own event loop."""
    return await asyncio.to_thread(main, [*map(str, arguments)])


def written(path: Path, *items: object) -> Path:
    """Write a JSON file."""
    path.write_text(json.dumps(items), encoding="utf-8")
    return path


@pytest.mark.slow
@pytest.mark.usefixtures("settings")
async def test_import(database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line for each practice says what became of it; a second time nothing is stored, unless --again says so."""
    path = written(tmp_path / "a.json", *EXAMPLES)
    assert 0 == await command("import", path, "--dry-run")
    assert () == (await conversation_of(database, NOBODY)).drafts
    assert 0 == await command("import", path)
    assert 0 == await command("import", path)
    assert 0 == await command("import", path, "--again", "--owner", 1001)
    told = capsys.readouterr()
    no, how = "not imported, here already as", "--again imports it once more"
    assert [
        "Open Door: would be imported as RAN-2026-0001 (approved) of nobody",
        "Other: would be imported as RAN-2026-0002 (submitted) of nobody",
        "Third: would be imported as (draft) of nobody",
        "Open Door: imported as RAN-2026-0001 (approved) of nobody",
        "Other: imported as RAN-2026-0002 (submitted) of nobody",
        "Third: imported as (draft) of nobody",
        f"Open Door: {no} RAN-2026-0001 (same reference); {how}",
        f"Other: {no} RAN-2026-0002 (same reference); {how}",
        f"Third: {no} Third (same name and organisation); {how}",
        "Open Door: imported as RAN-2026-0003 (approved) of 1001",
        "Other: imported as RAN-2026-0004 (submitted) of 1001",
        "Third: imported as (draft) of 1001",
    ] == [line.removeprefix(f"{path}: ") for line in told.out.splitlines()]
    assert "" == told.err
    assert (3, 3) == tuple([len((await conversation_of(database, one)).drafts) for one in (NOBODY, 1001)])


@pytest.mark.usefixtures("settings", "database")
async def test_what_does_not_fit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each value that does not fit is named; that practice is not stored, the others are; exit code 1."""
    wrong = submission_json(practice(4, changes={"name.name": "Fourth"}))
    wrong["answers"]["contact"]["email"] = "\x1b[2Janna"  # type: ignore[call-overload, index] # it is a dict
    wrong["answers"]["contact"]["person"] = None  # type: ignore[call-overload, index] # likewise
    path = written(tmp_path / "a.json", EXAMPLES[0], wrong, EXAMPLES[1])
    (tmp_path / "b.json").write_text("no JSON", encoding="utf-8")
    assert 1 == await command("import", tmp_path / "b.json", path)
    told = capsys.readouterr()
    assert [
        f"{path}: Open Door: imported as RAN-2026-0001 (approved) of nobody",
        f"{path}: Fourth: not imported, 2 answers do not fit",
        f"{path}: Other: imported as RAN-2026-0002 (submitted) of nobody",
    ] == told.out.splitlines()
    first, *others = told.err.splitlines()
    assert f"practice-bot: {tmp_path / 'b.json'}: It is no file that can be imported" in first
    assert all(line.startswith(f"practice-bot: {path}: practice 2: ") for line in others)
    assert f"practice-bot: {path}: practice 2: Contact person: It needs an answer." in others
    assert "\x1b" not in told.err


@pytest.mark.slow
@pytest.mark.usefixtures("settings")
async def test_round_trip_of_everything(database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exported, imported and exported again, JSON and package are the same bytes; the package brings the files."""
    arriving = Blobs(tmp_path / "data").begin()
    arriving.write(b"8 bytes!")
    kept = leaflet(arriving.keep())
    every = ("draft", "submitted", "changes_requested", "approved", "declined", "withdrawn")
    drafts = [
        handed_in(
            practice(
                number,
                status=status,
                changes={"name.name": f"Door {number}"},
                attachments=(kept,),
                **({"reference": None, "submitted_at": None} if status == "draft" else {}),
            )
        )
        for number, status in enumerate(every, 1)
    ]
    await keep(database, 5, *drafts)
    options = "--status", *every
    for form, out in (("json", "a.json"), ("package", "a.zip")):
        assert 0 == await command("export", "--format", form, *options, "--out", tmp_path / out)
    for source in ("a.json", "a.zip"):
        folder = tmp_path / f"into {source}"
        folder.mkdir()
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{folder / 'new.db'}")
            patch.setenv("DATA_DIR", str(folder / "data"))
            assert 0 == await command("import", tmp_path / source)
            assert 0 == await command("export", "--format", "json", *options, "--out", folder / "b.json")
            if source == "a.zip":
                assert 0 == await command("export", "--format", "package", *options, "--out", folder / "b.zip")
        assert without_changed(tmp_path / "a.json") == without_changed(folder / "b.json")
    missing = [line for line in capsys.readouterr().out.splitlines() if "without its files: leaflet.pdf" in line]
    assert 6 == len(missing)
    with ZipFile(tmp_path / "a.zip") as before, ZipFile(tmp_path / "into a.zip" / "b.zip") as after:
        attached = [name for name in before.namelist() if name.startswith("attachments/")]
        assert attached
        assert [before.read(name) for name in attached] == [after.read(name) for name in attached]


def without_changed(path: Path) -> list[dict[str, Any]]:
    """Read an export, without what says when."""
    return [
        {key: value for key, value in item.items() if key != "updated_at"}
        for item in json.loads(path.read_text(encoding="utf-8"))
    ]


@pytest.mark.slow
async def test_while_the_bot_runs(start: Callable[..., Any], database: Database, tmp_path: Path) -> None:
    """A running bot does not keep an import from storing, nor the other way round."""
    async with start():
        assert 0 == await command("import", written(tmp_path / "a.json", *EXAMPLES), "--owner", 1001)
    assert 3 == len((await conversation_of(database, 1001)).drafts)


@pytest.mark.slow
@pytest.mark.usefixtures("settings")
async def test_folder(database: Database, tmp_path: Path) -> None:
    """Of a folder all files with such endings are imported, in the order of their names; many at a time."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(25):
        alone = submission_json(practice(1, changes={"name.name": f"Door {number}"}))["answers"]
        written(folder / f"{number:02}.JSON", alone)
    (folder / "notes.txt").write_text("nothing", encoding="utf-8")
    assert 0 == await command("import", folder, "--status", "approved")
    drafts = (await conversation_of(database, NOBODY)).drafts
    assert [f"Door {number}" for number in range(25)] == [draft.values["name.name"] for draft in drafts]
    assert [f"{number:04d}" for number in range(1, 26)] == [(draft.reference or "")[-4:] for draft in drafts]


@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize(
    "arguments",
    [
        ("import",),
        ("import", "a.json", "--owner", "0"),
        ("import", "a.json", "--owner", "Anna"),
        ("import", "a.json", "--status", "declined"),
        ("form", "--format", "pdf", "--out", "a.pdf"),
        ("form", "--format", "xlsx"),
    ],
)
async def test_wrong_command(arguments: tuple[str, ...]) -> None:
    """A command that is wrong ends with 2."""
    with pytest.raises(SystemExit) as ended:
        await command(*arguments)
    assert 2 == ended.value.code


@pytest.mark.usefixtures("settings", "database")
async def test_no_such_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A path that is no file is a wrong command; nothing is read from a device."""
    assert 2 == await command("import", tmp_path / "a.json")
    assert (
        f"practice-bot: FILE should be a file or a folder: {tmp_path / 'a.json'} is none\n" == capsys.readouterr().err
    )
    assert 2 == await command("import", "/dev/null")


@pytest.mark.usefixtures("settings")
async def test_form(database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The form as a spreadsheet comes back with what was typed into it, and names the cells that do not fit."""
    for form in ("docx", "xlsx"):
        assert 0 == await command("form", "--format", form, "--out", tmp_path / f"form.{form}")
        assert f"{tmp_path / 'form'}.{form} is the empty form" in capsys.readouterr().out
    book = openpyxl.load_workbook(tmp_path / "form.xlsx")
    sheet = book.worksheets[0]
    for column, cell in enumerate(book["Example"][2], 1):
        sheet.cell(2, column, cell.value)
    sheet.cell(3, 1, "Second")
    sheet.cell(3, 3, "perhaps")
    book.save(tmp_path / "filled.xlsx")
    assert 1 == await command("import", tmp_path / "filled.xlsx", "--status", "submitted", "--owner", 1001)
    told = capsys.readouterr()
    assert "Open Door: mentoring after prison: imported as RAN-" in told.out
    assert f"practice-bot: {tmp_path / 'filled.xlsx'}: Practices C3: Peer reviewed: " in told.err
    assert 1 == len((await conversation_of(database, 1001)).drafts)


@pytest.mark.usefixtures("settings")
async def test_form_of_a_broken_layout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A layout that cannot be used is named by its setting."""
    (tmp_path / "broken.docx").write_bytes(b"nothing")
    monkeypatch.setenv("WORD_LAYOUT", str(tmp_path / "broken.docx"))
    assert 2 == await command("form", "--format", "docx", "--out", tmp_path / "form.docx")
    assert "WORD_LAYOUT should be a .docx that lays out the form" in capsys.readouterr().err


@pytest.mark.usefixtures("settings")
async def test_import_with_links(
    sandbox: Sandbox,
    database: Database,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Each new practice has a link on its line; what is here already and a dry run have none."""
    monkeypatch.setattr("bot.cli.inviting.set_up", lambda *_: None)
    path = written(tmp_path / "a.json", *EXAMPLES)
    assert [0, 0, 0] == [await command("import", path, "--invite", *more) for more in (("--dry-run",), (), ())]
    lines = capsys.readouterr().out.splitlines()
    links = [line.partition("; its author can get it within 7 days by ")[2] for line in lines]
    beginning = f"https://t.me/{sandbox.bot_user['username']}?start=join-"
    assert [False] * 3 + [True] * 3 + [False] * 3 == [link.startswith(beginning) for link in links]
    found = [await database.ask(admin.found, link.partition("?start=")[2], ()) for link in links[3:6]]
    drafts = [await database.rows(select(DRAFTS.c.title).where(DRAFTS.c.id == one.submission)) for one in found if one]
    assert ["Open Door", "Other", "Third"] == [title for ((title,),) in drafts]

    with pytest.raises(SystemExit):
        await command("import", path, "--invite", "--owner", 1001)
    assert "not allowed with" in capsys.readouterr().err
