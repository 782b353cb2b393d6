"""The test bed keeps its attachments in the given folder, and leaves none elsewhere."""

from pathlib import Path

import pytest

from bot.demo.demo_server import files_of
from bot.demo.test_bed import TestBed


async def attach(bed: TestBed) -> None:
    """Send a file at the deliverables."""
    for text in ("I agree", "/overview", "8"):
        await bed.bot.settled(await bed.anna.says(text))
    await bed.bot.settled(await bed.anna.sends("document"))


def names(folder: Path) -> list[str]:
    """List the files in a folder, without the database."""
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("talk.db"))


async def test_files_of_a_test_bed_are_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a folder, a test bed leaves no file behind."""
    monkeypatch.chdir(tmp_path)
    async with TestBed(f"sqlite+aiosqlite:///{tmp_path}/talk.db") as bed:
        await attach(bed)
        assert "file 1 of 10" in bed.anna.messages[-1].text
    assert [] == names(tmp_path)


@pytest.mark.slow
async def test_files_of_a_demo_are_kept(tmp_path: Path) -> None:
    """A demo with a kept database keeps its attachments, also over a restart."""
    folder = tmp_path / "files"
    async with TestBed(f"sqlite+aiosqlite:///{tmp_path}/talk.db", data_dir=folder) as bed:
        await attach(bed)
        await bed.restart()
        await bed.bot.settled(await bed.anna.sends("photo"))
    assert 2 == len(names(folder))


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("sqlite+aiosqlite:///demo.db", Path("demo.db-files")),
        ("sqlite+aiosqlite:////srv/kept.db", Path("/srv/kept.db-files")),
        ("postgresql+asyncpg://localhost/practices", None),
    ],
)
def test_folder_of_a_demo(url: str, expected: Path | None) -> None:
    """The attachments are beside the database, if that is a file."""
    assert expected == files_of(url)
