"""Documents: made when they are sent, in an unnamed file, which the system deletes also if the bot is killed."""

import asyncio
import logging
import shlex
import shutil
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from tempfile import TemporaryFile
from typing import IO, assert_never

from bot.logs import fields, places
from bot.settings import Settings
from bot.telegram import texts
from bot.telegram.runtime import Runtime
from bot.telegram.sending import File
from bot.telegram.texts import LARGEST
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
from conversations.languages import speaking
from storage import Blobs, Database, OutgoingMessage, People, is_transient
from storage.drafts import draft_of
from storage.exports import EMPTY_NAME, BrokenLayout, CannotExport, Wanted, export_in_subprocess, export_name, form_name
from storage.pictures import CannotDraw, can_draw, draw_in_subprocess, figures
from storage.privacy.data_export import data_of, written_as

FORMS_AT_ONCE, LONG_AT_ONCE = 1, 2
"""Word forms are made in a thread and take 11 ms of CPU each; exports and pictures have processes of their own."""

_LOG = logging.getLogger(__name__)

Hear = Callable[[Reply], None]
"""Takes the progress of a document that takes long."""


def may_have(role: Role, document: Document) -> bool:
    """Say whether somebody with this role may have a document: exports, and forms of others, are for reviewers.

    The role is read when the document is made: the person may have lost it since they asked.
    """
    match document:
        case StatsPicture():
            return role == "admin"
        case WordForm(submission=None) | EmptyForm() | MyData() | MyFile():
            return True
        case WordForm() | ExportFile():
            return role in REVIEWERS
        case _:
            assert_never(document)


@dataclass(frozen=True)
class MadeDocument:
    """A file with the reply as its caption; without a file, the reply alone."""

    reply: Reply
    file: File | None = None


class Documents:
    """Makes Word forms, exports, pictures and data exports; a few at a time, so that other people do not wait."""

    def __init__(self, settings: Settings, database: Database, people: People, runtime: Runtime) -> None:
        self._database = database
        self._people = people
        self._database_url = settings.database_url
        self._data_dir = settings.data_dir
        self._layout = settings.word_layout
        self._stopping = runtime.stopping
        self._clock = runtime.clock
        self._forms = asyncio.Semaphore(FORMS_AT_ONCE)
        self._long = asyncio.Semaphore(LONG_AT_ONCE)

    async def make(
        self, outgoing: OutgoingMessage, reply: Reply, document: Document, held: ExitStack, progress: Hear
    ) -> MadeDocument | None:
        """Make the document of an outgoing message, in a file that ``held`` closes; ``None`` if the bot stops first.

        While the database or the disk fails, it is tried again. If the document cannot be made, a sentence says so.
        """
        return await self._stopping.retry(partial(self._attempt, outgoing, reply, document, held, progress))

    async def _attempt(
        self, outgoing: OutgoingMessage, reply: Reply, document: Document, held: ExitStack, progress: Hear
    ) -> MadeDocument:
        """Make it once; raises an error that may pass."""
        try:
            content = held.enter_context(TemporaryFile())  # noqa: SIM115 - ``held`` is its context
            return await self._made(outgoing.chat_id, reply, document, content, progress)
        except BrokenLayout as error:
            _LOG.error("document not made", extra=_ids(outgoing, document=document.makes, error=error.why))
            return MadeDocument(texts.not_made())
        except (CannotExport, CannotDraw) as error:
            _LOG.warning("document not made", extra=_ids(outgoing, document=document.makes))
            return MadeDocument(texts.cannot_make(str(error)))
        except Exception as error:
            _LOG.error("document not made", extra=_ids(outgoing, document=document.makes, error=places(error)))
            if is_transient(error):
                raise
            return MadeDocument(texts.not_made())  # a document that cannot be made must not block the next message

    async def _made(
        self, chat_id: int, reply: Reply, document: Document, content: IO[bytes], progress: Hear
    ) -> MadeDocument:
        role = await self._people.role_of(chat_id)  # the id of a private chat is that of its person
        if not may_have(role, document):
            return MadeDocument(texts.no_right())
        match document:
            case WordForm() | EmptyForm():
                return await self._form(chat_id, reply, document, content)
            case ExportFile():
                async with self._long:
                    return await self._export(reply, document, content, progress)
            case StatsPicture():
                async with self._long:
                    return await self._picture(reply, document, content, progress)
            case MyData():
                return await self._my_data(chat_id, reply, document, content)
            case MyFile():
                return await asyncio.to_thread(self._my_file, reply, document, content)
            case _:
                assert_never(document)

    async def _form(self, chat_id: int, reply: Reply, wanted: WordForm | EmptyForm, content: IO[bytes]) -> MadeDocument:
        if isinstance(wanted, EmptyForm):
            return await self._laid_out(reply, EMPTY_NAME, None, content)
        draft = await draft_of(self._database, chat_id, wanted)
        if draft is None:
            return MadeDocument(texts.form_gone())
        name = form_name(draft, with_review=wanted.with_review)
        return await self._laid_out(reply, name, draft, content, with_review=wanted.with_review)

    async def _laid_out(
        self, reply: Reply, name: str, draft: Draft | None, content: IO[bytes], *, with_review: bool = False
    ) -> MadeDocument:
        async with self._forms:
            await asyncio.to_thread(self._lay_out, draft, content, with_review=with_review)
        content.flush()
        return MadeDocument(reply, File(name, content))

    def _lay_out(self, draft: Draft | None, content: IO[bytes], *, with_review: bool) -> None:
        """Write the form; if the layout of the settings broke after the start, use the product's own."""
        from storage.exports.word import (  # noqa: PLC0415 - 9 MiB that few bots need
            empty_word_form,
            word_form,
            word_form_with_review,
        )

        filled = word_form_with_review if with_review else word_form
        form = partial(filled, draft) if draft else empty_word_form
        try:
            content.write(form(self._layout))
        except BrokenLayout as error:
            if self._layout is None:
                raise
            _LOG.error("WORD_LAYOUT cannot be used, so the bot's own layout is", extra=fields(error=error.why))
            content.write(form(None))

    async def _export(self, reply: Reply, asked: ExportFile, content: IO[bytes], progress: Hear) -> MadeDocument:
        progress(texts.exporting(0, 0))
        today = self._clock().date()
        wanted = Wanted(**asked.model_dump(exclude={"makes", "language"}), layout=self._layout, made=today)
        written = await export_in_subprocess(
            self._database_url,
            self._data_dir,
            wanted,
            content,
            lambda done, of: progress(texts.exporting(done, of)),
        )
        file = File(export_name(asked.format, asked, today), content)
        if not written.count:
            return MadeDocument(texts.nothing_to_export())
        if file.size > LARGEST:
            return MadeDocument(texts.too_large(file.size, command_of(asked, file.name)))
        return MadeDocument(reply, file)

    async def _picture(self, reply: Reply, asked: StatsPicture, content: IO[bytes], progress: Hear) -> MadeDocument:
        if can_draw():
            progress(texts.drawing())
        now = self._clock()
        stats = await draw_in_subprocess(self._database_url, now, content, asked)
        with speaking(asked.language):
            lines = (*reply.lines, *(Line(text=line) for line in figures(stats)))
        told = reply.model_copy(update={"lines": tuple(line for line in lines if line.text)})
        picture = File(f"collection-{now:%Y-%m-%d}.png", content, is_picture=True)
        return MadeDocument(told, picture if can_draw() else None)  # without the library the figures are text alone

    async def _my_data(self, chat_id: int, reply: Reply, wanted: MyData, content: IO[bytes]) -> MadeDocument:
        """Write a person's data."""
        kept = await self._database.ask(data_of, chat_id, chat_id, self._people.admin_ids, self._clock())
        async with self._forms:
            await asyncio.to_thread(lambda: content.write(written_as(wanted.format, kept)))
        content.flush()
        file = File(f"my-data.{wanted.format}", content)
        if file.size > LARGEST:
            return MadeDocument(texts.too_large(file.size, f"practice-bot mydata {chat_id} --out FOLDER"))
        return MadeDocument(reply, file)

    def _my_file(self, reply: Reply, wanted: MyFile, content: IO[bytes]) -> MadeDocument:
        try:
            with Blobs(self._data_dir).path(wanted.sha256).open("rb") as kept:
                shutil.copyfileobj(kept, content)
        except FileNotFoundError:
            return MadeDocument(texts.file_not_kept(wanted.name))
        content.flush()
        return MadeDocument(reply, File(safe_name(wanted.name), content))


def command_of(asked: ExportFile, name: str) -> str:
    """Return the shell command that makes the same export."""
    options = {
        "--status": asked.statuses,
        "--reference": asked.references,
        "--since": (asked.since.isoformat(),) if asked.since else (),
        "--theme": (asked.theme,) if asked.theme else (),
        "--country": (asked.country,) if asked.country else (),
    }
    face = () if asked.face == "internal" else (f"--{asked.face}",)
    chosen = (part for option, values in options.items() if values for part in (option, *values))
    return shlex.join(("practice-bot", "export", "--format", asked.format, *face, *chosen, "--out", name))


def _ids(outprogress: OutgoingMessage, **details: object) -> dict[str, object]:
    return fields(outprogress=outprogress.id, update=outprogress.update_id, chat=outprogress.chat_id, **details)
