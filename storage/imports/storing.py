"""Storing imported practices: each in a transaction of its own, under the lock of its owner's conversation."""

import asyncio
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal, Self
from zipfile import ZipFile

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import IntegrityError

from conversations.dialogue.conversation import Attachment, Conversation, Draft
from conversations.dialogue.events import Answered, Event, Started
from conversations.dialogue.model import NOBODY
from conversations.dialogue.state import New, Overview
from conversations.fields.plain import fold
from conversations.form.completion import FIRST
from storage.conversations import load_without_drafts, save, wait_for
from storage.database.database import Database
from storage.database.dialects import counted, unless_there
from storage.database.stored_schema import DRAFT, STATE
from storage.database.tables import CONVERSATIONS, DRAFTS
from storage.drafts import append, identifier
from storage.files import Blobs, note_orphaned, note_used
from storage.imports.opening import BAD_ZIP, Contents
from storage.unit_of_work import allot

ORGANISATION = "organisation.description"

Same = Literal["identifier", "reference", "name and organisation"]
"""What a practice has in common with one that is stored."""

_RAN = re.compile(r"(RAN-\d{4})-(\d{1,9})", re.ASCII)

_AT_A_TIME = 100

_CHUNK = 1 << 20


@dataclass(frozen=True)
class Outcome:
    """What became of a practice: the draft as it is stored, or would be in a dry run.

    ``there`` is the one that is here already, by its reference or name, and ``same`` what the two have in common; then
    the practice was not stored. ``missing`` are the names of its files that are nowhere.
    """

    draft: Draft
    same: Same | None = None
    there: str = ""
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Archive:
    """A package that is open, and the names of its attachments by their SHA-256."""

    file: ZipFile | None = None
    names: Mapping[str, str] = field(default_factory=dict)


@contextmanager
def archive_behind(path: Path, contents: Contents) -> Iterator[Archive]:
    """Open a file for its attachments, if it has any."""
    with ZipFile(path) if contents.files else nullcontext() as file:
        yield Archive(file, contents.files)


class Collection:
    """The stored practices, as far as an import has to know them; what it stores belongs to ``owner``."""

    def __init__(self, database: Database, blobs: Blobs, owner: int = NOBODY) -> None:
        self._database = database
        self._blobs = blobs
        self._owner = owner
        self._known: dict[tuple[Same, str], str] = {}

    @classmethod
    async def of(cls, database: Database, blobs: Blobs, owner: int = NOBODY) -> Self:
        """Read the stored practices."""
        made, number = cls(database, blobs, owner), 0
        query = select(DRAFTS.c.id, DRAFTS.c.body).order_by(DRAFTS.c.id).limit(_AT_A_TIME)
        while rows := await database.rows(query.where(DRAFTS.c.id > number)):
            for number, body in rows:
                draft = DRAFT.read(body)
                known = draft.identifier or identifier(number, draft.created_at)
                made._note(draft.model_copy(update={"identifier": known}))
        return made

    async def add(
        self, draft: Draft, archive: Archive, now: datetime, *, again: bool = False, dry_run: bool = False
    ) -> Outcome:
        """Store a practice with its files; one that is here already only ``again``, and a dry run stores nothing."""
        found = self._same(draft)
        if found and not again:
            same, there = found
            return Outcome(draft, same, there)
        draft = draft.model_copy(update=self._taken(draft))
        if draft.status == "draft" and self._owner != NOBODY:
            draft = draft.model_copy(update={"updated_at": now})  # the time of an untouched draft begins today
        if dry_run:
            missing = tuple(file.name for file in draft.attachments if not self._is_there(file, archive))
            self._note(draft)
            return Outcome(draft, missing=missing)
        kept = [file for file in draft.attachments if await asyncio.to_thread(self._keep, file, archive)]
        try:
            draft = await self._database.change(_stored, self._owner, draft, now)
        except Exception as error:
            await self._database.change(_forget_files, [file.sha256 for file in kept], now)
            if isinstance(error, IntegrityError):  # another process gave the reference a moment ago
                return Outcome(draft, "reference", draft.reference or "")
            raise
        self._note(draft)
        return Outcome(draft, missing=tuple(file.name for file in draft.attachments if file not in kept))

    def _note(self, draft: Draft) -> None:
        self._known |= dict.fromkeys(_marks(draft), draft.reference or str(draft.handed_in.values.get(FIRST) or ""))

    def _same(self, draft: Draft) -> tuple[Same, str] | None:
        return next(((mark[0], self._known[mark]) for mark in _marks(draft) if mark in self._known), None)

    def _taken(self, draft: Draft) -> dict[str, object]:
        """Return the changes of a draft that is stored again: a reference and an identifier name one practice."""
        taken = {mark[0] for mark in _marks(draft) if mark in self._known}
        changes: dict[str, object] = {"reference": None} if "reference" in taken else {}
        return changes | ({"identifier": ""} if "identifier" in taken else {})

    def _is_there(self, file: Attachment, archive: Archive) -> bool:
        return file.sha256 in archive.names or self._blobs.path(file.sha256).is_file()

    def _keep(self, file: Attachment, archive: Archive) -> bool:
        """Store the content of a file, if the package has it unchanged; say whether it is there."""
        if file.sha256 in archive.names and archive.file is not None:
            arriving = self._blobs.begin()
            try:
                with archive.file.open(archive.names[file.sha256]) as part:
                    while arriving.size <= file.size and (chunk := part.read(_CHUNK)):
                        arriving.write(chunk)
                if arriving.sha256 == file.sha256:
                    arriving.keep()
            except (KeyError, *BAD_ZIP):
                pass
            finally:
                arriving.drop()
        return self._blobs.path(file.sha256).is_file()


def _marks(draft: Draft) -> Iterator[tuple[Same, str]]:
    """Yield by what a practice is known."""
    if draft.identifier:
        yield "identifier", draft.identifier
    if draft.reference:
        yield "reference", draft.reference
    values = draft.handed_in.values
    if values.get(FIRST):
        yield "name and organisation", f"{fold(str(values[FIRST]))}\n{fold(str(values.get(ORGANISATION) or ''))}"


def _stored(connection: Connection, owner: int, draft: Draft, now: datetime) -> Draft:
    """Store a draft with its history, in the caller's transaction; return it with its number and its reference."""
    begun = {"chat_id": owner, "version": 0, "state": STATE.write(Conversation()), "updated_at": now}
    connection.execute(unless_there(connection.dialect, CONVERSATIONS), begun)
    wait_for(connection, owner)
    before = load_without_drafts(connection, owner)
    highest = connection.scalar(select(func.max(DRAFTS.c.number)).where(DRAFTS.c.chat_id == owner)) or 0
    reference = draft.reference
    if reference is None and draft.status != "draft":
        reference = allot(connection, now)
    elif reference is not None:
        _count_up_to(connection, reference)
    number = max(highest, before.conversation.begun) + 1
    draft = draft.model_copy(update={"number": number, "reference": reference})
    after = before.conversation.model_copy(update={"drafts": (draft,), **_in_hand(before.conversation, draft)})
    save(connection, owner, before, after, now)
    append(connection, owner, None, _events(draft), now)
    note_used(connection, [file.sha256 for file in draft.attachments])
    return draft


def _in_hand(before: Conversation, draft: Draft) -> dict[str, object]:
    """Give a person who has not begun yet the draft in hand, so that /start leads to it."""
    has_begun = not isinstance(before.state, New) or before.hand is not None
    return {} if has_begun or draft.status != "draft" else {"hand": draft.number, "state": Overview()}


def _count_up_to(connection: Connection, reference: str) -> None:
    """Let the next reference of the year come after an old one."""
    found = _RAN.fullmatch(reference)
    if found:
        value = connection.scalar(counted(connection.dialect), {"name": found[1], "value": 0}) or 0
        connection.execute(counted(connection.dialect), {"name": found[1], "value": max(int(found[2]) - value, 0)})


def _events(draft: Draft) -> Sequence[Event]:
    answered = (
        Answered(draft=draft.number, question=path, value=answer.value, source=answer.source)
        for path, answer in draft.answers.items()
        if answer.value is not None
    )
    return (Started(draft=draft.number), *answered)


def _forget_files(connection: Connection, sums: Sequence[str], now: datetime) -> None:
    for sha256 in sums:
        note_orphaned(connection, sha256, now)
