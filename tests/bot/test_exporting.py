"""The options of ``practice-bot export`` and of the commands that take several values."""

import asyncio
import json

import pytest
from support.practices import keep, practice

from bot.cli import main
from storage import Database

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
        ("--ref RAN-2026-0001 --ref RAN-2026-0002", LISTED[:2]),
        ("--status declined", LISTED[3:4]),
        ("--status declined --status approved", LISTED[:4]),
        ("--status declined approved --status changes_requested --status declined", LISTED),
        ("--status approved --reference RAN-2026-0004 --status declined --reference RAN-2026-0001", LISTED[0:4:3]),
        ("--status Approved CHANGES-REQUESTED", (*LISTED[:3], LISTED[4])),
        ("--reference ran-2026-0001 RAN\u20112026\u20130002", LISTED[:2]),
    ],
)
async def test_option_given_several_times(
    capsys: pytest.CaptureFixture[str], options: str, references: tuple[str, ...]
) -> None:
    """Values of one option add up, however they are given; each counts once, in any case."""
    assert (0, [*references], "") == await exported(capsys, *options.split(" "))


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


@pytest.mark.parametrize("options", [("--reference", " "), ("--status", "printed"), ("--status", "")])
async def test_value_that_is_none(capsys: pytest.CaptureFixture[str], options: tuple[str, str]) -> None:
    """An empty reference and an unknown status are refused with exit code 2."""
    with pytest.raises(SystemExit) as ended:
        await asyncio.to_thread(main, ("export", "--format", "json", "--out", "-", *options))
    assert (2, "", True) == (ended.value.code, (told := capsys.readouterr()).out, f"argument {options[0]}" in told.err)
