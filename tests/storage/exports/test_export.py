"""An export from the database: which submissions, of which version, what is counted, and its file."""

import asyncio
import json
import os
import sys
import tempfile
from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, get_args

import pytest
from pydantic import JsonValue
from support.changed_form import GONE, NEW, changed_form
from support.jobs import InChild
from support.practices import NOW, keep, practice, reviewed

from conversations import submission_json
from conversations.dialogue.conversation import Draft, Version
from conversations.dialogue.model import Format, Selection
from conversations.form.template import using
from storage import Blobs, Database, subprocess_job
from storage.exports import CannotExport, Wanted, Written, export, export_in_subprocess, export_name, form_name, written
from storage.exports.columns import columns, row
from storage.exports.export import EXPORT, Order
from storage.exports.filled import filled_form
from storage.exports.schema import schema
from storage.exports.texts import NO_FORMS
from storage.exports.word import word_form


async def exported(db: Database, blobs: Blobs, **wanted: object) -> tuple[bytes, Written]:
    """Export; JSON unless asked otherwise."""
    file = BytesIO()
    done = await export(db, blobs, Wanted.model_validate({"format": "json", **wanted}), file)
    return file.getvalue(), done


async def test_export_of_what_is_wanted(db: Database, blobs: Blobs) -> None:
    """Approved ones come unless asked otherwise, by reference; references and a day narrow them down."""
    await keep(db, 5, practice(2), practice(1), practice(3, status="declined"))
    found = {
        name: ([each["reference"][-1] for each in json.loads(content)], done.count)
        for name, (content, done) in {
            "all": await exported(db, blobs),
            "declined": await exported(db, blobs, statuses=["declined"]),
            "second": await exported(db, blobs, references=["RAN-2026-0002"]),
            "today": await exported(db, blobs, since=NOW.date()),
            "later": await exported(db, blobs, since=date(2026, 11, 24)),
        }.items()
    }
    assert {
        "all": (["1", "2"], 2),
        "declined": (["3"], 1),
        "second": (["2"], 1),
        "today": (["1", "2"], 2),
        "later": ([], 0),
    } == found


@pytest.mark.both
async def test_export_narrows_to_theme_and_country(db: Database, blobs: Blobs) -> None:
    """A theme and a country narrow an export down, of what was submitted and of drafts in progress."""
    other: dict[str, JsonValue] = {
        "key_themes.themes": ["Training", "Formers"],
        "country_of_origin.country": "Norway",
    }
    begun = [practice(n, changes, status="draft", reference=None) for n, changes in ((3, other), (4, None))]
    await keep(db, 5, practice(1), practice(2, other), *begun)
    both = ["approved", "draft"]
    found = {
        name: [each["reference"] for each in json.loads((await exported(db, blobs, statuses=both, **wanted))[0])]
        for name, wanted in {
            "theme": {"theme": "Training"},
            "another theme": {"theme": "Rehabilitation"},
            "part of a theme": {"theme": "Train"},
            "country": {"country": "Norway"},
            "both": {"theme": "Training", "country": "Denmark"},
        }.items()
    }
    assert {
        "theme": ["RAN-2026-0002", None],
        "another theme": ["RAN-2026-0001", None],
        "part of a theme": [],
        "country": ["RAN-2026-0002", None],
        "both": [],
    } == found


@pytest.mark.both
async def test_identifier_stays(db: Database, blobs: Blobs) -> None:
    """Each practice has an identifier of its own, from the draft on, also after a revision."""
    begun = practice(1, status="draft", reference=None, submitted_at=None)
    await keep(db, 5, begun, practice(2))
    await keep(db, 6, practice(3))
    wanted = ["draft", "approved"]
    first, _ = await exported(db, blobs, statuses=wanted)
    await keep(db, 5, practice(1), reviewed(practice(2)), update_id=99)
    second, _ = await exported(db, blobs, statuses=wanted)
    before = {item["reference"]: item["id"] for item in json.loads(first)}
    after = {item["reference"]: item["id"] for item in json.loads(second)}
    assert (3, before[None]) == (len({*after.values()}), after["RAN-2026-0001"])
    assert before["RAN-2026-0002"] == after["RAN-2026-0002"]
    assert before["RAN-2026-0003"] == after["RAN-2026-0003"]


async def test_export_of_a_face(db: Database, blobs: Blobs) -> None:
    """The face that was asked for is what leaves the database."""
    await keep(db, 5, reviewed(practice()))
    items = {
        face: json.loads((await exported(db, blobs, face=face))[0])[0] for face in ("internal", "public", "anonymous")
    }
    assert [True, False, False] == [item["review"] is not None for item in items.values()]
    persons = [item["answers"]["contact"]["person"] for item in items.values()]
    assert ["Anna Example", "Anna Example", None] == persons


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ({}, "practices-2026-11-30.xlsx"),
        ({"face": "public"}, "practices-public-2026-11-30.xlsx"),
        ({"statuses": ("approved", "changes_requested")}, "practices-approved-changes-requested-2026-11-30.xlsx"),
        (
            {"theme": "Deradicalisation/disengagement", "country": "Outside the EU and EEA", "since": "2026-01-02"},
            "practices-Deradicalisation-disengagement-Outside-the-EU-and-EEA-since-2026-01-02-2026-11-30.xlsx",
        ),
        ({"references": ("RAN-2026-0001", "RAN-2026-0002")}, "practices-RAN-2026-0001-RAN-2026-0002-2026-11-30.xlsx"),
    ],
)
def test_name_of_the_file_says_what_was_chosen(wanted: dict[str, object], name: str) -> None:
    """The name of a file in the chat has the face, the filters and the day; what is usual is left out."""
    assert name == export_name("xlsx", Selection.model_validate(wanted), date(2026, 11, 30))


async def test_export_tells_what_is_missing(db: Database, blobs: Blobs) -> None:
    """References that were asked for and are not among those are told, each once."""
    await keep(db, 5, practice(1), practice(2, status="declined"))
    wanted = [f"RAN-2026-000{number}" for number in (1, 2, 9, 9)]
    _, done = await exported(db, blobs, references=wanted)
    assert Written(count=1, missing=("RAN-2026-0002", "RAN-2026-0009")) == done


@pytest.mark.both
async def test_export_tells_how_far_it_is(db: Database, blobs: Blobs) -> None:
    """Whoever asks hears of each submission."""
    await keep(db, 5, practice(1), practice(2))
    heard: list[tuple[int, int]] = []
    await export(db, blobs, Wanted(format="csv"), BytesIO(), lambda done, of: heard.append((done, of)))
    assert [(1, 2), (2, 2)] == heard


@pytest.mark.both
@pytest.mark.parametrize("form", ["xlsx", "package"])
async def test_broken_export_leaves_nothing(
    db: Database, blobs: Blobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: Format
) -> None:
    """What is broken off leaves nothing of what people wrote in the system's folder of temporary files."""
    await keep(db, 5, practice(1), practice(2))
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    there: list[Path] = []

    def breaks(_done: int, _of: int) -> None:
        there.extend(folder.iterdir())
        raise ConnectionError

    with pytest.raises(ConnectionError):
        await export(db, blobs, Wanted(format=form), BytesIO(), breaks)
    assert (1, []) == (len(there), list(folder.iterdir()))


def breaks_off(file: IO[bytes]) -> None:
    """Write half of it, and fail."""
    file.write(b"half")
    raise ValueError("closed")


def test_written_file_is_whole_or_not_there(tmp_path: Path) -> None:
    """A broken export leaves what was there, and nothing else."""
    path = tmp_path / "out.json"
    path.write_bytes(b"before")
    with pytest.raises(ValueError, match="closed"), written(path) as file:
        breaks_off(file)
    assert (b"before", [path]) == (path.read_bytes(), list(tmp_path.iterdir()))


def test_written_file_takes_the_place(tmp_path: Path) -> None:
    """A whole one takes the place of the file, also behind a link; it is for its owner alone."""
    path, link = tmp_path / "out.json", tmp_path / "link.json"
    path.write_bytes(b"before")
    link.symlink_to(path)
    with written(link) as file:
        file.write(b"after")
    assert (b"after", True, 0o600) == (path.read_bytes(), link.is_symlink(), path.stat().st_mode & 0o777)


def test_written_to_a_pipe(tmp_path: Path) -> None:
    """What is no file is written to, never replaced."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with written(pipe) as file:
        file.write(b"through")
    read = os.read(reader, 100)
    os.close(reader)
    assert (b"through", True) == (read, pipe.is_fifo())


@pytest.mark.parametrize("name", ["nowhere/out.json", "."])
def test_file_cannot_be_written(tmp_path: Path, name: str) -> None:
    """What the disk refuses is told in one line."""
    with pytest.raises(CannotExport, match=r"cannot be written: (No such file or directory|Is a directory)\.$"):  # noqa: SIM117 - what raises is the inner one
        with written(tmp_path / name):
            pass


@pytest.mark.slow
@pytest.mark.parametrize("form", get_args(Format))
@pytest.mark.sqlite
async def test_subprocess_gives_the_same_bytes(
    db: Database, blobs: Blobs, url: str, tmp_path: Path, form: Format
) -> None:
    """A process of its own writes, byte for byte, what this one does, and tells how far it is."""
    await keep(db, 5, practice(1), practice(2))
    heard: list[tuple[int, int]] = []
    wanted = Wanted(format=form, references=("RAN-2026-0001", "RAN-2026-0002", "RAN-2026-0003"))
    with TemporaryFile() as there:
        done = await export_in_subprocess(url, tmp_path / "data", wanted, there, lambda *given: heard.append(given))
        there.seek(0)
        here = BytesIO()
        assert done == await export(db, blobs, wanted, here)
        assert (here.getvalue(), [(1, 2), (2, 2)]) == (there.read(), heard)


async def refused(url: str, tmp_path: Path, form: Format) -> str:
    """Export in a process of its own, which cannot be; give the sentence."""
    with TemporaryFile() as file, pytest.raises(CannotExport) as refusal:
        await export_in_subprocess(url, tmp_path / "data", Wanted(format=form), file)
    return str(refusal.value)


@pytest.mark.usefixtures("db")
@pytest.mark.sqlite
async def test_subprocess_is_refused(url: str, tmp_path: Path) -> None:
    """What cannot be exported is told as in this process."""
    assert await refused(url, tmp_path, "docx") == NO_FORMS


@pytest.mark.slow
async def test_subprocess_without_a_database(tmp_path: Path) -> None:
    """A database that cannot be opened is told in one line."""
    says = "/nowhere/at/all.db cannot be made: there is no directory /nowhere/at."
    assert says == await refused("sqlite+aiosqlite:////nowhere/at/all.db", tmp_path, "json")


@pytest.mark.usefixtures("db")
@pytest.mark.sqlite
def test_failure_in_the_child_tells_no_answer(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_child: InChild
) -> None:
    """Of an error only its class is told: its text may hold an answer."""

    def fails(*_: object) -> None:
        raise ValueError("Anna Example")

    monkeypatch.setattr(sys.modules[Order.__module__], "export", fails)
    with TemporaryFile() as file:
        lines, _ = in_child(EXPORT, order_of(url, tmp_path, file))
    assert [{"problem": "The export failed (ValueError)."}] == lines


def order_of(url: str, data_dir: Path, file: IO[bytes]) -> str:
    """Order the export of what is approved as JSON."""
    wanted = Wanted(format="json")
    return Order(database=url, data_dir=data_dir, wanted=wanted, file=os.dup(file.fileno())).model_dump_json()


@pytest.mark.both
@pytest.mark.sqlite
async def test_child_that_dies(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, url: str) -> None:
    """A child that ends without a word is a failure."""
    monkeypatch.setattr(subprocess_job, "command", lambda _: (sys.executable, "-c", "import sys; sys.stdin.read()"))
    assert await refused(url, tmp_path, "json") == "The export ended before it was finished."


@pytest.mark.sqlite
async def test_child_ends_with_its_caller(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, url: str) -> None:
    """Where nobody waits any more, the child is gone."""
    says = "import os, time; print(os.environ['TOLD'] % os.getpid(), flush=True); time.sleep(60)"
    monkeypatch.setenv("TOLD", '{"done": %d, "of": 0}')
    monkeypatch.setattr(subprocess_job, "command", lambda _: (sys.executable, "-c", says))
    child: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    with TemporaryFile() as file:
        going = export_in_subprocess(url, tmp_path, Wanted(format="json"), file, lambda pid, _: child.set_result(pid))
        task = asyncio.create_task(going)
        pid = await child
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


@pytest.mark.both
@pytest.mark.usefixtures("db")
@pytest.mark.sqlite
def test_child_s_own_side(url: str, tmp_path: Path, in_child: InChild) -> None:
    """The child reads its order, lowers its priority, and writes the result as a line of JSON."""
    with TemporaryFile() as file:
        said = in_child(EXPORT, order_of(url, tmp_path, file))
        file.seek(0)
        assert file.read() == b"[]\n"
    assert ([{"result": {"count": 0, "missing": []}}], [10]) == said


@pytest.mark.parametrize("form", ["json", "csv"])
async def test_change_that_was_not_sent_is_in_no_export(db: Database, blobs: Blobs, form: Format) -> None:
    """An export has what was handed in, not what its author has changed since and not sent."""
    await keep(db, 5, changed_since())
    content, _ = await exported(db, blobs, format=form)
    assert [False, True] == [name in content.decode() for name in ("Not yet sent", "Open Door")]


def test_change_that_was_not_sent_is_not_in_the_word_form() -> None:
    """The Word form of a submission is that of what was handed in, under its name."""
    changed = changed_since()
    assert word_form(changed.handed_in) == word_form(changed)
    assert form_name(changed) == "RAN-2026-0001 Open Door.docx"


def changed_since() -> Draft:
    """Make a practice whose name was changed after it had been handed in."""
    whole = practice(1)
    version = Version(at=NOW, answers=whole.answers)
    other = whole.answers["name.name"].model_copy(update={"value": "Not yet sent"})
    return whole.model_copy(update={"versions": (version,), "answers": whole.answers | {"name.name": other}})


def headings(version: int) -> set[str]:
    """List the questions that the Word form of a submission of that version has."""
    form = filled_form(practice(1, {GONE: "Sports coaches"}, template_version=version))
    return {question.heading for section in form.sections for question in section.questions}


def test_columns_of_every_version() -> None:
    """A sheet has a column for each question that was ever asked, so that submissions of all versions fit in one."""
    older = practice(1, {GONE: "Sports coaches"}, template_version=1)
    with using(changed_form()):
        cells = dict(zip([column.name for column in columns()], row(submission_json(older)), strict=True))
    assert ("Sports coaches", None) == (cells[GONE], cells[NEW])
    assert NEW not in [column.name for column in columns()]


def test_word_form_of_each_version() -> None:
    """The Word form has the questions of the version that was handed in."""
    with using(changed_form()):
        assert {"Additional target audience"} == headings(1) - headings(2)
        assert {"Founded"} == headings(2) - headings(1)


def test_schema_of_every_version() -> None:
    """The schema knows the keys that submissions of all versions have."""
    with using(changed_form()):
        answers = schema()["items"]["properties"]["answers"]["properties"]
    assert {"description", "type", "founded"} == answers["organisation"]["properties"].keys()
    assert {"audiences", "additional"} == answers["target_audience"]["properties"].keys()
