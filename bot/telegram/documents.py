"""Who may have a document: asked when it is made, which may be long after it was asked for."""

import asyncio
import logging
import shlex
import shutil
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, assert_never

from bot.clock import Clock
from bot.logs import fields, places
from bot.telegram import texts
from bot.telegram.files import LARGEST, File
from bot.telegram.stopping import Stopping
from conversations.dialogue.conversation import Draft
from conversations.dialogue.model import REVIEWERS, Role
from conversations.dialogue.practice import safe_name
from conversations.dialogue.replies import (
    Document,
    EmptyForm,
    ExportFile,
    Line,
    MyData,
    MyFile,
    Reply,
    StatsPicture,
    WordForm,
)
from storage import Blobs, Database, OutgoingMessage, People, is_transient
from storage.drafts import draft_of
from storage.exports import EMPTY_NAME, BrokenLayout, CannotExport, Wanted, export_in_subprocess, export_name, form_name
from storage.pictures import CannotDraw, draw_in_subprocess, figures
from storage.privacy.data_export import data_of, written_as

_ADMINS: tuple[Role, ...] = ("admin",)


def may_have(role: Role, document: Document) -> bool:
    """Say whether somebody with that role may have it; what is one's own, and the empty form, is for everybody."""
    match document:
        case ExportFile() | StatsPicture():
            return role in _ADMINS
        case WordForm(submission=None) | EmptyForm() | MyData() | MyFile():
            return True
        case WordForm():
            return role in REVIEWERS
        case _:
            assert_never(document)


FORMS_AT_ONCE, LONG_AT_ONCE = 1, 2
"""Word forms are made in a thread, 11 ms of the processor each; exports and pictures in processes of their own."""

_LOG = logging.getLogger(__name__)

Hear = Callable[[Reply], None]
"""Hears what can be said of a document that takes long."""


"""Makes a Word form with a layout; without one, with the product's own."""


@dataclass(frozen=True)
class Made:
    """What goes out: a file with the reply as its words, or the reply alone where there is no file."""

    reply: Reply
    file: File | None = None


class Documents:
    """Makes documents; ``database_url`` and ``data_dir`` are what processes of their own read."""

    def __init__(  # noqa: PLR0913 - what a document is made from
        self,
        database: Database,
        people: People,
        database_url: str,
        data_dir: Path,
        layout: Path | None,
        *,
        stopping: Stopping,
        clock: Clock,
    ) -> None:
        self._database = database
        self._people = people
        self._database_url = database_url
        self._data_dir = data_dir
        self._layout = layout
        self._stopping = stopping
        self._clock = clock
        self._forms = asyncio.Semaphore(FORMS_AT_ONCE)
        self._long = asyncio.Semaphore(LONG_AT_ONCE)

    async def made(
        self, outgoing: OutgoingMessage, reply: Reply, document: Document, held: ExitStack, going: Hear
    ) -> Made | None:
        """Make the document of a parcel, in a file that ``held`` closes; what cannot be made becomes a sentence.

        While the database or the disk fails it is tried again; nothing where the bot is to stop.
        """
        return await self._stopping.retry(partial(self._tried, outgoing, reply, document, held, going))

    async def _tried(
        self, outgoing: OutgoingMessage, reply: Reply, document: Document, held: ExitStack, going: Hear
    ) -> Made:
        """Make it; raises where another attempt may help."""
        try:
            content = held.enter_context(TemporaryFile())  # noqa: SIM115 - ``held`` is its context
            return await self._made(outgoing.chat_id, reply, document, content, going)
        except BrokenLayout as error:
            _LOG.error("document not made", extra=_ids(outgoing, document=document.makes, error=error.why))
            return Made(texts.not_made())
        except (CannotExport, CannotDraw) as error:
            _LOG.warning("document not made", extra=_ids(outgoing, document=document.makes))
            return Made(texts.cannot_make(str(error)))
        except Exception as error:
            _LOG.error("document not made", extra=_ids(outgoing, document=document.makes, error=places(error)))
            if is_transient(error):
                raise
            return Made(texts.not_made())  # what cannot be made must not hold up the next

    async def _made(self, chat_id: int, reply: Reply, document: Document, content: IO[bytes], going: Hear) -> Made:
        if not may_have(
            await self._people.role_of(chat_id), document
        ):  # in private a chat has the number of its person
            return Made(texts.no_right())
        match document:
            case WordForm() | EmptyForm():
                return await self._form(chat_id, reply, document, content)
            case ExportFile():
                async with self._long:
                    return await self._export(reply, document, content, going)
            case StatsPicture():
                async with self._long:
                    return await self._picture(reply, content, going)
            case MyData():
                return await self._my_data(chat_id, reply, document, content)
            case MyFile():
                return await asyncio.to_thread(self._my_file, reply, document, content)
            case _:
                assert_never(document)

    async def _form(self, chat_id: int, reply: Reply, wanted: WordForm | EmptyForm, content: IO[bytes]) -> Made:
        if isinstance(wanted, EmptyForm):
            return await self._laid_out(reply, EMPTY_NAME, None, content)
        draft = await draft_of(self._database, chat_id, wanted)
        if draft is None:
            return Made(texts.form_gone())
        return await self._laid_out(reply, form_name(draft), draft, content)

    async def _laid_out(self, reply: Reply, name: str, draft: Draft | None, content: IO[bytes]) -> Made:
        async with self._forms:
            await asyncio.to_thread(self._lay_out, draft, content)
        content.flush()
        return Made(reply, File(name, content))

    def _lay_out(self, draft: Draft | None, content: IO[bytes]) -> None:
        """Write the form; where the layout of the settings is broken since the start, the product's own does."""
        from storage.exports.word import empty_word_form, word_form  # noqa: PLC0415 - 9 MiB that few bots need

        form = partial(word_form, draft) if draft else empty_word_form
        try:
            content.write(form(self._layout))
        except BrokenLayout as error:
            if self._layout is None:
                raise
            _LOG.error("WORD_LAYOUT cannot be used, so the bot's own layout is", extra=fields(error=error.why))
            content.write(form(None))

    async def _export(self, reply: Reply, asked: ExportFile, content: IO[bytes], going: Hear) -> Made:
        going(texts.exporting(0, 0))
        wanted = Wanted(format=asked.format, statuses=asked.statuses, since=asked.since, layout=self._layout)
        written = await export_in_subprocess(
            self._database_url,
            self._data_dir,
            wanted,
            content,
            lambda done, of: going(texts.exporting(done, of)),
        )
        file = File(export_name(asked.format, self._clock().date()), content)
        if not written.count:
            return Made(texts.nothing_to_export())
        if file.size > LARGEST:
            return Made(texts.too_large(file.size, command_of(asked, file.name)))
        return Made(reply, file)

    async def _picture(self, reply: Reply, content: IO[bytes], going: Hear) -> Made:
        going(texts.drawing())
        now = self._clock()
        stats = await draw_in_subprocess(self._database_url, now, content)
        lines = (*reply.lines, *(Line(text=line) for line in figures(stats)))
        told = reply.model_copy(update={"lines": tuple(line for line in lines if line.text)})
        return Made(told, File(f"collection-{now:%Y-%m-%d}.png", content, is_picture=True))

    async def _my_data(self, chat_id: int, reply: Reply, wanted: MyData, content: IO[bytes]) -> Made:
        """Gather what is kept of a person, whose private chat has their number."""
        kept = await self._database.ask(data_of, chat_id, chat_id, self._people.admin_ids, self._clock())
        async with self._forms:
            await asyncio.to_thread(lambda: content.write(written_as(wanted.format, kept)))
        content.flush()
        file = File(f"my-data.{wanted.format}", content)
        if file.size > LARGEST:
            return Made(texts.too_large(file.size, f"practice-bot mydata {chat_id} --out FOLDER"))
        return Made(reply, file)

    def _my_file(self, reply: Reply, wanted: MyFile, content: IO[bytes]) -> Made:
        try:
            with Blobs(self._data_dir).path(wanted.sha256).open("rb") as kept:
                shutil.copyfileobj(kept, content)
        except FileNotFoundError:
            return Made(texts.file_not_kept(wanted.name))
        content.flush()
        return Made(reply, File(safe_name(wanted.name), content))


def command_of(asked: ExportFile, name: str) -> str:
    """Write the command that makes an export from the shell."""
    since = ("--since", asked.since.isoformat()) if asked.since else ()
    parts = ("practice-bot", "export", "--format", asked.format, "--status", *asked.statuses, *since, "--out", name)
    return shlex.join(parts)


def _ids(outgoing: OutgoingMessage, **details: object) -> dict[str, object]:
    return fields(outgoing=outgoing.id, update=outgoing.update_id, chat=outgoing.chat_id, **details)
