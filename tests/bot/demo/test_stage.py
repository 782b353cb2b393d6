"""The stage keeps its files where it is told to, and nowhere by itself."""

from pathlib import Path

import pytest

from bot.demo.demo_server import files_of
from bot.demo.test_bed import Stage


async def attach(stage: Stage) -> None:
    """Send a file with the deliverables."""
    for text in ("I agree", "/overview", "8"):
        await stage.bot.settled(await stage.anna.says(text))
    await stage.bot.settled(await stage.anna.sends("document"))


def names(folder: Path) -> list[str]:
    """List what lies in a folder, without the database."""
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("talk.db"))


async def test_files_of_a_stage_go_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a folder of its own a stage leaves no file behind, in no place."""
    monkeypatch.chdir(tmp_path)
    async with Stage(f"sqlite+aiosqlite:///{tmp_path}/talk.db") as stage:
        await attach(stage)
        assert "file 1 of 10" in stage.anna.messages[-1].text
    assert [] == names(tmp_path)


async def test_files_of_a_demo_are_kept(tmp_path: Path) -> None:
    """A demo whose database is kept keeps its files, over a restart too."""
    folder = tmp_path / "files"
    async with Stage(f"sqlite+aiosqlite:///{tmp_path}/talk.db", data_dir=folder) as stage:
        await attach(stage)
        await stage.restart()
        await stage.bot.settled(await stage.anna.sends("photo"))
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
    """Files lie beside the database where that is a file."""
    assert expected == files_of(url)
