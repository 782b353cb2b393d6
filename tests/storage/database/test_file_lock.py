"""The lock on the database file: one bot at a time."""

from pathlib import Path

import pytest

from storage import CannotOpen, DatabaseInUse, held
from storage.portable import lock as lock_file

pytestmark = [pytest.mark.sqlite, pytest.mark.unmigrated]


def second(url: str) -> str:
    """Try to hold a database that is held, and give the line that refuses it."""
    with pytest.raises(DatabaseInUse) as refused, held(url):
        pass
    return str(refused.value)


def test_held_by_one(url: str, tmp_path: Path) -> None:
    """The second is refused in one line; when the first lets go, the next may, and nothing is left."""
    line = f"{tmp_path}/practices.db is in use by a bot that runs: stop that one first."
    with held(url):
        assert (line, 0o600) == (second(url), (tmp_path / "practices.db").stat().st_mode & 0o777)
    with held(url):
        pass
    assert [] == list(tmp_path.iterdir())


def test_held_by_a_file_that_cannot_be_deleted(url: str, tmp_path: Path) -> None:
    """Whatever is deleted beside the database, the second is refused."""
    with held(url):
        for beside in set(tmp_path.iterdir()) - {tmp_path / "practices.db"}:
            beside.unlink()
        assert "practices.db is in use" in second(url)


@pytest.mark.parametrize("name", ["link.db", "hard.db", "./practices.db", "dangling.db", "folder/practices.db"])
def test_held_under_two_names(url: str, tmp_path: Path, name: str) -> None:
    """Links of each kind and other spellings of the path are the same file."""
    (tmp_path / "dangling.db").symlink_to(tmp_path / "practices.db")
    (tmp_path / "folder").symlink_to(tmp_path)
    with held(url):
        (tmp_path / "link.db").symlink_to(tmp_path / "practices.db")
        (tmp_path / "hard.db").hardlink_to(tmp_path / "practices.db")
        assert f"{name.removeprefix('./')} is in use" in second(f"sqlite+aiosqlite:///{tmp_path}/{name}")


def test_held_where_it_was_moved_to(url: str, tmp_path: Path) -> None:
    """A file that was moved is held by the bot that opened it; the old name is free for another file."""
    (tmp_path / "practices.db").write_bytes(b"not empty")
    with held(url):
        (tmp_path / "practices.db").rename(tmp_path / "moved.db")
        assert "moved.db is in use" in second(f"sqlite+aiosqlite:///{tmp_path}/moved.db")
        with held(url):
            pass


@pytest.mark.parametrize("address", ["postgresql+asyncpg://host/name", "sqlite+aiosqlite:////no/folder/practices.db"])
def test_held_without_a_file(address: str) -> None:
    """What is no file that could be made is left to the database, which says what is wrong with it."""
    with held(address), held(address):
        pass


def test_held_through_links_in_a_circle(url: str, tmp_path: Path) -> None:
    """A link that leads to itself is told in one line."""
    (tmp_path / "practices.db").symlink_to(tmp_path / "practices.db")
    with pytest.raises(CannotOpen, match=r"practices\.db cannot be opened: its links lead in a circle"), held(url):
        pass


def test_held_where_no_file_can_be_made() -> None:
    """A file that cannot be made is told in one line."""
    address = f"sqlite+aiosqlite:////tmp/{'x' * 300}.db"
    with pytest.raises(CannotOpen, match=r"x\.db cannot be opened: File name too long"), held(address):
        pass


def test_lock_taken_away_while_it_is_taken(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is deleted between its opening and its locking is no lock: the next one is taken."""
    path, flocks = tmp_path / "practices.db", [0]

    def late(lock: int) -> None:
        flocks[0] += 1
        if flocks[0] == 1:
            path.unlink()
        lock_file(lock)

    monkeypatch.setattr("storage.database.sqlite_file.lock_file", late)
    with held(url):
        assert (2, True) == (flocks[0], path.exists())
