"""The files that a person sent: those that their practices have, and those that they took away since."""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from conversations.conversation import Draft
from conversations.file_names import Names
from conversations.forgetting.giving import files_of
from conversations.messages import FileKept
from storage.kept.plain import Plain
from storage.shapes import EVENT
from storage.tables import HISTORY

IN_USE, TAKEN_AWAY = "part of a practice", "taken away by you, and still stored"


def files(connection: Connection, chat: int, drafts: Sequence[Draft]) -> list[Plain]:
    """List them, each content under each name once, as they are called where they lie in one folder."""
    in_use = {(file.sha256, file.name): _file(file.sha256, file.name, file.size, IN_USE) for file in files_of(*drafts)}
    kept = HISTORY.c.chat_id == chat, HISTORY.c.what == "file_kept"
    for body in connection.scalars(select(HISTORY.c.body).where(*kept).order_by(HISTORY.c.id)):
        event = EVENT.read(body)
        if isinstance(event, FileKept):
            once = _file(event.sha256, event.name, event.size, TAKEN_AWAY)
            in_use.setdefault((event.sha256, event.name), once)
    names = Names()
    return [{**file, "name": names.fresh(file["name"])} for file in in_use.values()]


def _file(sha256: str, name: str, size: int, state: str) -> Plain:
    return {"name": name, "size": size, "sha256": sha256, "state": state}
