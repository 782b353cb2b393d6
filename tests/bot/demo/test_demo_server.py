"""The chats of a demo are there again when it is opened on the same database."""

from pathlib import Path

import pytest

from bot.demo.demo_server import SavedChats, chats_in, chats_of, opened, persistent_chats, save_chats
from bot.sandbox import Person, Sandbox

pytestmark = pytest.mark.slow

EVA = "Eva Example"

SECONDS = 30.0

BYTES = b"\x00\xff leaflet"


@pytest.fixture
def path(url: str) -> Path:
    """Return the file of the chats."""
    path = chats_of(url)
    assert path is not None
    return path


async def says(sandbox: Sandbox, person: Person, text: str) -> str:
    """Write, wait for the bot, and return its answer."""
    before = len(person.messages)
    await person.says(text)
    await sandbox.until(lambda: len(person.messages) > before + 1, SECONDS)
    return person.messages[-1].text


async def test_demo_that_is_opened_again(url: str) -> None:
    """A new person, the messages, a file and the old buttons are there again, and the conversation goes on."""
    async with opened(url) as (sandbox, _):
        eva = sandbox.person(EVA)
        await says(sandbox, eva, "I agree")
        await eva.sends("document", content=BYTES, name="leaflet.pdf")
        await sandbox.until(lambda: len(eva.messages) == 4, SECONDS)
        before = eva.messages
    async with opened(url) as (sandbox, _):
        eva = next(person for person in sandbox.people if person.name == EVA)
        assert (before, BYTES) == (eva.messages, eva.messages[2].document.content)  # type: ignore[union-attr]
        await eva.presses("Example", before[1].message_id)
        await sandbox.until(lambda: eva.messages[1] != before[1], SECONDS)
        assert "Section 2 of 16" in await says(sandbox, eva, "Back on Track")


async def test_message_to_a_dead_bot(url: str) -> None:
    """A message to a dead bot, written before the demo stopped, is handled after the next start."""
    async with opened(url) as (sandbox, _):
        await says(sandbox, sandbox.people[0], "I agree")
    async with Sandbox() as dead:
        anna = dead.person(sandbox.people[0].name, sandbox.people[0].user_id)
        path = chats_of(url)
        with persistent_chats(dead, path, fresh=False):
            await anna.says("Back on Track")
    async with opened(url) as (again, _):
        await again.until(lambda: "Section 2 of 16" in again.people[0].messages[-1].text, SECONDS)


async def test_chats_of_another_database(url: str, path: Path) -> None:
    """With a new database no chats are loaded: the bot does not know them."""
    async with Sandbox() as sandbox:
        await sandbox.person(EVA).says("Hello")
        save_chats(path, chats_in(sandbox))
    async with opened(url) as (again, fresh):
        assert (True, []) == (fresh, [person for person in again.people if person.name == EVA])


def write(path: Path, content: str) -> None:
    """Write the file of the chats."""
    path.write_text(content)


def read(path: Path) -> SavedChats:
    """Read the file of the chats."""
    return SavedChats.model_validate_json(path.read_text())


@pytest.mark.parametrize("content", ["", "{}", '{"people": {"x": 1}}'])
async def test_unreadable_chats(path: Path, content: str) -> None:
    """An unreadable file is an empty chat, and is replaced at the end."""
    write(path, content)
    async with Sandbox() as sandbox:
        anna = sandbox.person(EVA)
        with persistent_chats(sandbox, path, fresh=False):
            await anna.says("Hello")
        expected = chats_in(sandbox)
    assert expected == read(path)


async def test_chats_are_private(path: Path) -> None:
    """The file of the chats is as private as the database, whatever an interrupted stop has left."""
    write(path.with_name(f"{path.name}.new"), "half")
    async with Sandbox() as sandbox:
        save_chats(path, chats_in(sandbox))
    assert (0o600, False) == mode(path)


def mode(path: Path) -> tuple[int, bool]:
    """Return the permissions of a file, and whether its draft is still there."""
    return path.stat().st_mode & 0o777, path.with_name(f"{path.name}.new").exists()


async def test_database_that_is_no_file() -> None:
    """Without a database file, no chats are saved."""
    async with Sandbox() as sandbox:
        with persistent_chats(sandbox, chats_of("postgresql+asyncpg://localhost/practices"), fresh=False):
            await sandbox.person(EVA).says("Hello")
    assert None is chats_of("postgresql+asyncpg://localhost/practices")
