"""The talks of a demo, kept beside its database: the local Bot API itself forgets all when it is closed."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from pydantic import Base64Bytes, BaseModel, ValidationError

from bot.sandbox import Sandbox
from bot.sandbox.files import StoredFile


class KeptFile(BaseModel):
    """A file that was sent."""

    file_id: str
    unique_id: str
    path: str
    content: Base64Bytes
    size: int
    name: str
    gone: bool
    link_until: float


class KeptTalks(BaseModel):
    """All that one can see of the talks, and what the bot has not heard yet."""

    people: dict[int, str]
    messages: list[dict[str, Any]]
    files: list[KeptFile]
    updates: list[dict[str, Any]]


@contextmanager
def remembered(sandbox: Sandbox, path: Path | None, *, fresh: bool) -> Iterator[None]:
    """Bring the talks back where the database is not a fresh one, and write them down at the end."""
    if path is not None and not fresh:
        with suppress(FileNotFoundError, ValidationError):  # what cannot be read is no more than an empty chat
            bring_back(sandbox, KeptTalks.model_validate_json(path.read_bytes()))
    try:
        yield
    finally:
        if path is not None:
            write_down(path, kept(sandbox))


def kept(sandbox: Sandbox) -> KeptTalks:
    """Return what is to be kept of a sandbox."""
    world = sandbox.world
    return KeptTalks(
        people={person.user_id: person.name for person in sandbox.people},
        messages=[message for person in sandbox.people for message in person.chat.messages.values()],
        files=[KeptFile.model_construct(**asdict(file)) for file in world.files.all()],
        updates=[update.body for update in world.updates.pending()],
    )


def bring_back(sandbox: Sandbox, talks: KeptTalks) -> None:
    """Put what was kept into a new sandbox."""
    world = sandbox.world
    for user_id, name in talks.people.items():
        sandbox.person(name, user_id).chat.started = True
    for file in talks.files:
        world.files.bring(StoredFile(**file.model_dump() | {"content": file.content}))
    for message in talks.messages:
        world.change(world.chats[message["chat"]["id"]], message)
    for update in talks.updates:
        world.updates.add_raw(update)


def write_down(path: Path, talks: KeptTalks) -> None:
    """Write a file that is whole or not there, and that nobody else may read: answers stand in it."""
    draft = path.with_name(f"{path.name}.new")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    draft.write_text(talks.model_dump_json(), encoding="utf-8")
    draft.replace(path)
