"""The options of ``practice-bot export`` and of the commands that take several values."""

import asyncio
import errno
import io
import json
import os
import sys
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from pydantic import JsonValue
from support.practices import keep, practice, reviewed
from support.slow import slowly

from bot.cli.main import main
from bot.settings import Settings
from storage import Database
from storage.exports import OWN

LISTED = tuple(f"RAN-2026-{number:04d}" for number in range(1, 6))


async def exported(capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, list[str], str]:
    """Export as JSON; give the exit code, the references that came out, and the words beside them."""
    code = await asyncio.to_thread(main, ("export", "--format", "json", "--out", "-", *options))
    told = capsys.readouterr()
    return code, [each["reference"] for each in json.loads(told.out)], told.err


@pytest.fixture
async def collection(database: Database) -> None:
    """Keep three approved practices, one that was declined and one with changes asked for."""
    others = practice(4, status="declined"), practice(5, status="changes_requested")
    await keep(database, 5, practice(1), practice(2), practice(3), *others)


@pytest.mark.usefixtures("settings", "collection")
@pytest.mark.parametrize(
    ("options", "references"),
    [
        ("--reference RAN-2026-0001 RAN-2026-0002", LISTED[:2]),
        ("--reference RAN-2026-0001 --reference RAN-2026-0002", LISTED[:2]),
        ("--reference RAN-2026-0003 RAN-2026-0001 --reference RAN-2026-0002", LISTED[:3]),
        ("--reference=RAN-2026-0001 --reference RAN-2026-0001 RAN-2026-0001", LISTED[:1]),
        *slowly(
            ("--ref RAN-2026-0001 --ref RAN-2026-0002", LISTED[:2]),
            ("--status declined", LISTED[3:4]),
            ("--status declined --status approved", LISTED[:4]),
            ("--status declined approved --status changes_requested --status declined", LISTED),
            ("--status approved --reference RAN-2026-0004 --status declined --reference RAN-2026-0001", LISTED[0:4:3]),
            ("--status Approved CHANGES-REQUESTED", (*LISTED[:3], LISTED[4])),
        ),
        ("--reference ran-2026-0001 RAN\u20112026\u20130002", LISTED[:2]),
        ("--reference RAN-2026-0001,RAN-2026-0003 RAN-2026-0002;", LISTED[:3]),
        ("--status approved,declined", LISTED[:4]),
        ("--since 2026\u201111\u201123", LISTED[:3]),
        ("--since 2026-11-24", ()),
    ],
)
async def test_option_given_several_times(
    capsys: pytest.CaptureFixture[str], options: str, references: tuple[str, ...]
) -> None:
    """Values of one option add up, however they are given; each counts once, in any case."""
    assert (0, [*references], "") == await exported(capsys, *options.split(" "))


@pytest.mark.slow
@pytest.mark.usefixtures("settings", "collection")
async def test_blanks_around_values(capsys: pytest.CaptureFixture[str]) -> None:
    """Blanks that were copied along do no harm."""
    values = "--reference", " RAN-2026-0004\n", "\u00a0RAN-2026-0005", "--status", "changes requested", " declined "
    assert (0, [*LISTED[3:]], "") == await exported(capsys, *values)


@pytest.mark.usefixtures("settings", "collection")
async def test_each_missing_reference_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Each reference that is not there is named once, in the order given; the others are written; exit code 1."""
    wanted = "--reference", "RAN-2026-0099", "--reference", "RAN-2026-0001", "ran-2026-0004", "RAN-2026-0099"
    code, references, told = await exported(capsys, *wanted)
    missing = [line.removeprefix("practice-bot: ").split(" ")[0] for line in told.splitlines()]
    assert (1, [LISTED[0]], ["RAN-2026-0099", LISTED[3]]) == (code, references, missing)


@pytest.mark.parametrize(
    "options",
    [
        ("--reference", " "),
        ("--reference", ",;"),
        ("--status", "printed"),
        ("--status", ""),
        ("--status", "approved,all"),
        ("--since", "yesterday"),
        ("--since", "2026-02-30"),
        ("--since", "23.11.2026"),
        ("--since", ""),
    ],
)
async def test_value_that_is_none(capsys: pytest.CaptureFixture[str], options: tuple[str, str]) -> None:
    """An empty reference, an unknown status and a day that is none are refused with exit code 2."""
    with pytest.raises(SystemExit) as ended:
        await asyncio.to_thread(main, ("export", "--format", "json", "--out", "-", *options))
    assert (2, "", True) == (
        ended.value.code,
        (told := capsys.readouterr()).out,
        f"argument {options[0]}: should be " in told.err,
    )


@pytest.mark.usefixtures("settings", "collection")
async def test_word_of_references_that_are_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """If no reference is found, no Word document is made, and each reference is named as in the other formats."""
    out = tmp_path / "out.docx"
    wanted = "export", "--format", "docx", "--out", str(out), "--reference", "RAN-2026-0099", LISTED[3]
    code = await asyncio.to_thread(main, wanted)
    among = "is not among those that are approved (--status asks for others)"
    says = (f"RAN-2026-0099 {among}", f"{LISTED[3]} {among}", "No submission fits, so there is nothing to export.")
    assert (2, [f"practice-bot: {line}" for line in says]) == (code, capsys.readouterr().err.splitlines())
    assert [] == begun(tmp_path)


class Full(io.BytesIO):
    """A file on a disk that is full."""

    def write(self, _content: object) -> int:
        """Refuse to."""
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.usefixtures("settings", "collection")
async def test_standard_output_is_full(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Standard output that leads to a full disk is told in one line, with exit code 2."""
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(Full()))
    code = await asyncio.to_thread(main, ("export", "--format", "csv", "--out", "-"))
    says = "practice-bot: Standard output cannot be written: No space left on device.\n"
    assert (2, says) == (code, capsys.readouterr().err)


@pytest.mark.usefixtures("settings", "collection")
async def test_standard_output_is_closed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without a standard output the file is written, and nothing is said."""
    monkeypatch.setattr("sys.stdout", None)
    out = tmp_path / "out.csv"
    assert 0 == await asyncio.to_thread(main, ("export", "--format", "csv", "--out", str(out)))
    sys.stdout.close()
    assert 4 == len(out.read_bytes().split(b"\r\nRAN-"))


def test_export_that_is_interrupted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Ctrl-C ends it without a word, with the exit code that shells expect."""

    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bot.cli.records.read_settings", interrupted)
    assert 130 == main(("export", "--format", "csv", "--out", str(tmp_path / "out.csv")))


@pytest.fixture
def letter(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> Path:
    """Let the settings name a layout that is a letter."""
    assert settings.word_layout is None
    path = tmp_path / "letter.docx"
    document = docx.Document()
    document.add_paragraph("Dear friends")
    document.save(str(path))
    monkeypatch.setenv("WORD_LAYOUT", str(path))
    return path


def refusal(path: Path) -> str:
    """Give the line that refuses the letter."""
    fields = "form.title, section.title, question.heading, question.choices, part.text"
    return (
        f"WORD_LAYOUT should be a .docx that lays out the form: {path} cannot lay out the Word form: "
        f"it does not print {fields}."
    )


@pytest.mark.slow
@pytest.mark.usefixtures("collection")
@pytest.mark.parametrize("form", ["docx", "package"])
async def test_export_with_a_broken_layout(
    letter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    """A layout that is none is told in one line that names the setting, with exit code 2, and no file is left."""
    out = tmp_path / "out"
    code = await asyncio.to_thread(main, ("export", "--format", form, "--out", str(out)))
    told = capsys.readouterr()
    assert (2, "", f"practice-bot: {refusal(letter)}\n") == (code, told.out, told.err)
    assert [] == begun(tmp_path)


def begun(folder: Path) -> list[Path]:
    """List what an export has left in a folder."""
    return [*folder.glob("out*"), *folder.glob(".part*")]


@pytest.mark.usefixtures("letter", "collection")
async def test_export_that_needs_no_layout(capsys: pytest.CaptureFixture[str]) -> None:
    """A broken layout keeps nobody from the other formats."""
    assert (0, [*LISTED[:3]], "") == await exported(capsys)


@pytest.mark.usefixtures("database")
async def test_check_finds_a_broken_layout(
    letter: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The check says what is wrong with the layout."""
    monkeypatch.setattr("bot.cli.running.set_up", lambda *_: None)
    code = await asyncio.to_thread(main, ("check",))
    assert (1, True) == (code, f"word form: {refusal(letter)}" in capsys.readouterr().out.splitlines())


@pytest.mark.usefixtures("database")
async def test_run_refuses_a_broken_layout(
    letter: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong setting stops the start."""
    monkeypatch.setattr("bot.cli.running.set_up", lambda *_: None)
    assert (2, f"practice-bot: {refusal(letter)}\n") == (
        await asyncio.to_thread(main, ("run",)),
        capsys.readouterr().err,
    )


@pytest.mark.usefixtures("settings", "collection")
async def test_own_layout_that_is_broken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the product's own layout is damaged, export and check say so in one line."""
    broken = tmp_path / "form.docx"
    broken.write_bytes(b"PK\x03\x04 half of it")
    monkeypatch.setattr("bot.cli.running.set_up", lambda *_: None)
    for name in ("bot.cli.running.OWN", "storage.exports.word.OWN"):
        monkeypatch.setattr(name, broken)
    says = f"{broken} cannot lay out the Word form: it is no Word document (.docx)."
    code = await asyncio.to_thread(main, ("export", "--format", "docx", "--out", str(tmp_path / "out.docx")))
    assert (2, f"practice-bot: {says}\n") == (code, capsys.readouterr().err)
    assert 1 == await asyncio.to_thread(main, ("check",))
    assert f"word form: {says}" in capsys.readouterr().out.splitlines()


@pytest.mark.slow
@pytest.mark.usefixtures("collection")
async def test_export_with_a_layout_of_one_s_own(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A layout that the settings name lays out the forms of every export."""
    assert settings.word_layout is None
    path, out = tmp_path / "ours.docx", tmp_path / "out.docx"
    with ZipFile(OWN) as own, ZipFile(path, "w") as ours:
        for name in own.namelist():
            ours.writestr(name, own.read(name).replace(b">RAN Collection<", b">Our house<"))
    monkeypatch.setenv("WORD_LAYOUT", str(path))
    wanted = ("export", "--format", "docx", "--reference", LISTED[0], "--out", str(out))
    assert 0 == await asyncio.to_thread(main, wanted)
    (section,) = docx.Document(str(out)).sections
    assert "RAN-2026-0001 · Open Door\tOur house" == section.header.paragraphs[0].text


@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize(
    ("options", "references"),
    [
        (("--theme", "prison and  probation"), ["RAN-2026-0001"]),
        (("--country", "NORWAY"), ["RAN-2026-0002"]),
        (("--theme", "Training", "--country", "Denmark"), []),
    ],
)
async def test_theme_and_country(
    database: Database, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], references: list[str]
) -> None:
    """A theme and a country of the form narrow an export down, in any case."""
    other: dict[str, JsonValue] = {
        "key_themes.themes": ["Training", "Formers"],
        "country_of_origin.country": "Norway",
    }
    await keep(database, 5, practice(1), practice(2, other))
    assert (0, references, "") == await exported(capsys, *options)


@pytest.mark.usefixtures("settings", "collection")
async def test_missing_reference_names_the_filters(capsys: pytest.CaptureFixture[str]) -> None:
    """The line about a missing reference says what was chosen."""
    options = "--reference", LISTED[0], "--theme", "Training", "--country", "Norway", "--since", "2026-01-02"
    says = "those that are approved since 2026-01-02 with the theme Training from Norway (--status asks for others)"
    assert (1, [], f"practice-bot: {LISTED[0]} is not among {says}\n") == await exported(capsys, *options)


@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize(("option", "person"), [("--public", "Anna Example"), ("--anonymous", None)])
async def test_face(database: Database, capsys: pytest.CaptureFixture[str], option: str, person: str | None) -> None:
    """A public and an anonymous export leave out what they say."""
    await keep(database, 5, reviewed(practice()))
    assert 0 == await asyncio.to_thread(main, ("export", "--format", "json", option, "--out", "-"))
    (item,) = json.loads(capsys.readouterr().out)
    assert (None, person) == (item["review"], item["answers"]["contact"]["person"])


@pytest.mark.parametrize(
    "options", [("--public", "--anonymous"), ("--theme", "Cooking"), ("--country", "Atlantis"), ("--theme", "")]
)
async def test_choice_that_is_none(capsys: pytest.CaptureFixture[str], options: tuple[str, ...]) -> None:
    """Two faces at once, and a theme or country that is not in the form, are refused with what there is."""
    with pytest.raises(SystemExit) as ended:
        await asyncio.to_thread(main, ("export", "--format", "json", "--out", "-", *options))
    told = capsys.readouterr().err
    assert (2, True) == (ended.value.code, "should be one of: " in told or "not allowed with argument" in told)


@pytest.mark.usefixtures("settings")
async def test_what_is_gone(database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was withdrawn since a package is listed as JSON or CSV; other formats are refused."""
    package, out = str(tmp_path / "package.zip"), tmp_path / "gone.csv"
    await keep(database, 5, practice(1), practice(2))
    assert 0 == await asyncio.to_thread(main, ("export", "--format", "package", "--out", package))
    await keep(database, 5, practice(1), practice(2, status="withdrawn"), update_id=99)
    capsys.readouterr()
    codes = [
        await asyncio.to_thread(main, ("export", "--format", form, "--since-manifest", package, "--out", to))
        for form, to in (("json", "-"), ("csv", str(out)), ("xlsx", str(out)))
    ]
    told = capsys.readouterr()
    listed, said = told.out[: told.out.rindex("]") + 1], told.out[told.out.rindex("]") + 1 :]
    assert [("RAN-2026-0002", "withdrawn")] == [(one["reference"], one["happened"]) for one in json.loads(listed)]
    assert ([0, 0, 2], f"{out} has 1 practice that is gone") == (codes, said.strip())
    assert "What is gone is written as json or csv, not as xlsx." in told.err
    assert out.read_text(encoding="utf-8-sig").startswith("reference,id,happened\nRAN-2026-0002,")
