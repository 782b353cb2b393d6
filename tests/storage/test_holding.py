"""Holding: one bot for one file."""

from pathlib import Path

import pytest

from storage import CannotOpen, DatabaseInUse, held

pytestmark = [pytest.mark.sqlite, pytest.mark.unmigrated]


def test_held_by_one(url: str, tmp_path: Path) -> None:
    """The second is refused in one line; when the first lets go, the next may."""
    line = f"{tmp_path}/practices.db is in use by a bot that runs: stop that one first."
    with held(url), pytest.raises(DatabaseInUse) as refused, held(url):
        pass
    with held(url):
        (lock,) = tmp_path.iterdir()
    assert (line, "practices.db-lock", 0o600) == (str(refused.value), lock.name, lock.stat().st_mode & 0o777)


def test_held_under_two_names(url: str, tmp_path: Path) -> None:
    """A link to the file is the same file."""
    (tmp_path / "practices.db").touch()
    (tmp_path / "link.db").symlink_to(tmp_path / "practices.db")
    with held(url), pytest.raises(DatabaseInUse), held(f"sqlite+aiosqlite:///{tmp_path}/link.db"):
        pass


@pytest.mark.parametrize("address", ["postgresql+asyncpg://host/name", "sqlite+aiosqlite:////no/folder/practices.db"])
def test_held_without_a_file(address: str) -> None:
    """What is no file that could be made is left to the database, which says what is wrong with it."""
    with held(address), held(address):
        pass


def test_lock_that_cannot_be_made(url: str, tmp_path: Path) -> None:
    """A lock that cannot be made is told in one line."""
    (tmp_path / "practices.db-lock").mkdir()
    with pytest.raises(CannotOpen, match=r"practices\.db-lock cannot be made: Is a directory"), held(url):
        pass
