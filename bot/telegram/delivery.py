"""Stage 4 of an update: send the messages of the outbox, in order per chat, until Telegram has taken them."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from time import monotonic

from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.logs import fields, places
from bot.telegram.client import PlainBot
from bot.telegram.document_progress import DocumentProgress
from bot.telegram.documents import Documents, MadeDocument
from bot.telegram.erasure import ErasureFollowUp
from bot.telegram.http_request import TooLarge
from bot.telegram.runtime import Runtime
from bot.telegram.sending import File, said_again, say, send, send_file
from bot.telegram.stopping import FAILS_AT_TELEGRAM
from bot.telegram.texts import too_large_on_the_way
from conversations.dialogue.replies import Reply
from conversations.languages import ENGLISH, speaking
from storage import Begun, Kind, Mark, Outbox, OutgoingMessage, Point, Sent, WorkerLock, crash_at

_LOG = logging.getLogger(__name__)

REMEMBERED = 10_000
"""How many messages are remembered as taken or refused: at the highest rate, those of the last ten seconds."""


class Delivery:
    """Sends the outbox: a task for each chat with messages, one for each answer to a press, one for a long document."""

    def __init__(  # noqa: PLR0913, PLR0917 - the outbox with its marks, and all that a message may need before it goes out
        self,
        bot: PlainBot,
        outbox: Outbox,
        mark: Callable[[Mark], Awaitable[None]],
        documents: Documents,
        erasure: ErasureFollowUp,
        runtime: Runtime,
    ) -> None:
        self._bot = bot
        self._outbox = outbox
        self._mark = mark
        self._documents = documents
        self._erasure = erasure
        self._locks = runtime.locks
        self._metrics = runtime.metrics
        self._pending = runtime.pending
        self._stopping = runtime.stopping
        self._clock = runtime.clock
        self._senders: dict[int, asyncio.Task[None]] = {}
        self._long: dict[int, asyncio.Task[None]] = {}
        self._woken: set[int] = set()  # chats to send to, whose messages are still to be read from the outbox
        self._answers: dict[int, asyncio.Task[None]] = {}
        self._handed: dict[int, tuple[OutgoingMessage, ...]] = {}  # messages by chat, as the turn handed them over
        self._unmarked: dict[int, asyncio.Task[None]] = {}  # by message: it is sent, and its mark is being written
        self._passed: dict[int, None] = {}  # ids of messages that Telegram has taken or refused, the oldest first
        self._closed = False
        self._newest_before = 0

    async def open(self) -> None:
        """Remember which messages earlier runs left: they may have been sent already."""
        self._newest_before = await self._outbox.newest()

    def wake(self, chat_id: int, messages: tuple[OutgoingMessage, ...] = ()) -> None:
        """Send the messages of a chat until none is left; nothing once delivery is closed.

        ``messages`` are all that the outbox holds for the chat, but for answers to presses; without them it is read.
        """
        if self._closed:
            return
        # with several workers another one may have sent them since the commit: the outbox is read under the chat's lock
        if messages and not self._locks.shared:
            self._handed[chat_id] = (*self._handed.get(chat_id, ()), *messages)
        else:
            self._woken.add(chat_id)
        if chat_id not in self._senders:
            self._pending.sending_begins(chat_id)
            self._senders[chat_id] = asyncio.create_task(self._serve(chat_id))

    async def sweep(self) -> None:
        """Send to the chats with due messages: those that an earlier run left, and those that became due since."""
        for chat_id in await self._outbox.chats_with_mail(self._clock()):
            if chat_id not in self._senders:
                self.wake(chat_id)

    async def stop_chat(self, chat_id: int, refused: OutgoingMessage | None = None) -> None:
        """Keep a chat's messages and send none: the person blocked the bot. ``refused`` is the message that told so."""
        await self._outbox.stop(chat_id, self._clock(), refused)

    async def close(self, seconds: float) -> None:
        """Send for at most ``seconds``, then begin nothing more; the rest stays in the outbox."""
        ends = monotonic() + seconds
        while (working := self._working()) and (left := ends - monotonic()) > 0:
            await asyncio.wait(working, timeout=left)
        self._closed = True
        for late in working:
            late.cancel()
        await asyncio.gather(*working, return_exceptions=True)

    def _working(self) -> Collection[asyncio.Task[None]]:
        return [*self._senders.values(), *self._answers.values(), *self._long.values(), *self._unmarked.values()]

    async def _serve(self, chat_id: int) -> None:
        try:
            while chat_id in self._woken or chat_id in self._handed:
                await self._stopping.until_true(lambda: self._send_with_lock(chat_id))
        finally:
            self._handed.pop(chat_id, None)
            self._woken.discard(chat_id)
            del self._senders[chat_id]
            self._pending.sending_ends(chat_id)

    async def _send_with_lock(self, chat_id: int) -> bool:
        """Send a chat's messages; false if another worker is sending to it."""
        async with self._locks.hold(Kind.SENDING, chat_id) as lock:
            if lock:
                await self._send_all(chat_id, lock)
        return lock is not None

    async def _send_all(self, chat_id: int, lock: WorkerLock) -> None:
        """Send a chat's messages one after the other; a message that has to wait blocks the next ones.

        Answers to presses and long documents do not wait for the others. A later message wakes the sender again.
        """
        messages = self._handed.pop(chat_id, ())
        if chat_id in self._woken:
            self._woken.discard(chat_id)
            messages = await self._outbox.next(chat_id, self._clock())
        for outgoing in messages:
            if outgoing.id in self._passed:
                continue
            if outgoing.takes_long:
                self._begin_long(outgoing)
            elif outgoing.answers:
                self._begin_answer(outgoing)
            elif not await self._deliver(outgoing, lock):
                break

    def _begin_answer(self, outgoing: OutgoingMessage) -> None:
        """Answer a press without the chat's lock: if two workers answer it, that does no harm."""
        if outgoing.id not in self._answers:
            self._pending.sending_begins(outgoing.chat_id)
            self._answers[outgoing.id] = asyncio.create_task(self._serve_answer(outgoing))

    async def _serve_answer(self, outgoing: OutgoingMessage) -> None:
        try:
            await self._deliver(outgoing, WorkerLock())
        finally:
            del self._answers[outgoing.id]
            self._pending.sending_ends(outgoing.chat_id)

    def _begin_long(self, outgoing: OutgoingMessage) -> None:
        if outgoing.chat_id not in self._long and not self._stopping.is_set():
            self._pending.document_begins(outgoing.chat_id)
            self._long[outgoing.chat_id] = asyncio.create_task(self._serve_long(outgoing))

    async def _serve_long(self, outgoing: OutgoingMessage) -> None:
        done = None
        try:
            done = await self._stopping.persist(lambda: self._deliver_long(outgoing))
        finally:
            del self._long[outgoing.chat_id]
            if done:
                self.wake(outgoing.chat_id)
            self._pending.document_ends(outgoing.chat_id)

    async def _deliver_long(self, outgoing: OutgoingMessage) -> bool:
        """Make and send a long document, unless it was sent since the outbox was read; false if another worker does."""
        async with self._locks.hold(Kind.LONG, outgoing.chat_id) as lock:
            if lock is None:
                return False
            is_sent = outgoing.id in self._passed or not await self._outbox.waits(outgoing.id)
            return is_sent or await self._deliver(outgoing, lock)

    async def _deliver(self, outgoing: OutgoingMessage, lock: WorkerLock) -> bool:
        """Make the document, if there is one, and send the message; false if the chat or the bot has stopped."""
        if self._may_have_been_sent(outgoing):
            with speaking(await self._stopping.persist(lambda: self._outbox.spoken_in(outgoing.chat_id)) or ENGLISH):
                outgoing = said_again(outgoing)
        reply = outgoing.reply
        if outgoing.erasure_notice and not await self._stopping.unless_set(
            self._erasure.finish(outgoing, outgoing.erasure_notice)
        ):
            return False
        if reply is None or reply.document is None:
            return await self._send_until_taken(outgoing, lock, lambda: send(self._bot, outgoing))
        progress = DocumentProgress(self._bot, outgoing, self._note_progress)
        with speaking(reply.document.language), ExitStack() as held:
            async with progress.shown():
                making = self._documents.make(outgoing, reply, reply.document, held, progress.update)
                made = await self._stopping.unless_set(making)
            if made is None:
                return False
            done = await self._send_until_taken(
                outgoing, lock, lambda: self._send_document(outgoing.chat_id, made, progress)
            )
        await progress.remove()
        return done

    async def _send_document(self, chat_id: int, made: MadeDocument, progress: DocumentProgress) -> int:
        if made.file is None:
            message_id = await say(self._bot, chat_id, made.reply)
        else:
            message_id = await self._send_file(chat_id, made.reply, made.file)
        await progress.remove()
        return message_id

    async def _send_file(self, chat_id: int, reply: Reply, file: File) -> int:
        try:
            return await send_file(self._bot, chat_id, reply, file)
        except TooLarge:
            _LOG.error(
                "a server on the way to Telegram takes no file of this size",
                extra=fields(chat=chat_id, bytes=file.size),
            )
            return await say(self._bot, chat_id, too_large_on_the_way(file.size))

    async def _note_progress(self, outgoing_id: int, message_id: int) -> None:
        await self._stopping.persist(lambda: self._outbox.shows(outgoing_id, message_id))

    async def _send_until_taken(
        self, outgoing: OutgoingMessage, lock: WorkerLock, bring: Callable[[], Awaitable[int | None]]
    ) -> bool:
        """Send a message until Telegram has taken or refused it; false if the chat or the bot has stopped.

        False too if the lock is lost: another worker may be sending it by now.
        """
        is_begun = outgoing.begun or outgoing.answers

        async def attempt() -> bool:
            nonlocal is_begun
            if not is_begun:
                await self._stopping.persist(lambda: self._mark(Begun(outgoing.id)))
                is_begun = True
            if not await lock.still_mine():  # asked last: the process may have hung until now
                return False
            return await self._send_once(outgoing, bring)

        async def put_off(error: BaseException, seconds: float) -> None:
            # a 429 says that Telegram did not take it; after any other error, such as a broken connection, it may have
            nonlocal is_begun
            is_begun = outgoing.answers or self._may_have_been_sent(outgoing) or not isinstance(error, RetryAfter)
            await self._put_off(outgoing, error, seconds, begun=is_begun)

        return bool(await self._stopping.retry(attempt, FAILS_AT_TELEGRAM, note=put_off))

    async def _send_once(self, outgoing: OutgoingMessage, bring: Callable[[], Awaitable[int | None]]) -> bool:
        """Send a message once; false if the chat has stopped. Raises ``TelegramError`` if it may be taken later."""
        try:
            message_id = await bring()
        except Forbidden as error:
            return await self._blocked(outgoing, error)
        except (BadRequest, ChatMigrated) as error:
            await self._refused(outgoing, error)
        except TelegramError:
            raise
        except Exception as error:  # noqa: BLE001 - a reply that cannot be written must not hold up the next
            await self._refused(outgoing, error)
        else:
            crash_at(Point.AFTER_SENDING)
            self._pass(outgoing)
            self._metrics.delivered("sent")
            await self._sent(outgoing, message_id)
        return True

    async def _blocked(self, outgoing: OutgoingMessage, error: Forbidden) -> bool:
        """Keep the messages until the person is back; refuse those of a group, and the last one after an erasure."""
        if outgoing.erasure_notice or outgoing.chat_id < 0:
            await self._refused(outgoing, error)
            return True
        _LOG.info("chat stopped", extra=_ids(outgoing))
        self._metrics.delivered("chat stopped")
        refused = replace(outgoing, begun=self._may_have_been_sent(outgoing))
        await self._stopping.persist(lambda: self.stop_chat(outgoing.chat_id, refused))
        return False

    async def _sent(self, outgoing: OutgoingMessage, message_id: int | None) -> None:
        if outgoing.erasure_notice:
            await self._stopping.persist(lambda: self._outbox.forgotten(outgoing))
        else:
            crash_at(Point.BEFORE_MARKING)
            self._pending.sending_begins(outgoing.chat_id)
            marking = asyncio.create_task(self._note_sent(outgoing, Sent(outgoing.id, message_id, self._clock())))
            self._unmarked[outgoing.id] = marking
            if self._locks.shared:  # once the lock is free, another worker reads the outbox
                await marking

    async def _note_sent(self, outgoing: OutgoingMessage, sent: Sent) -> None:
        """Mark a message as sent. The chat does not wait for the mark: it is written with the next batch."""
        try:
            await self._stopping.persist(lambda: self._mark(sent))
        finally:
            del self._unmarked[outgoing.id]
            self._pending.sending_ends(outgoing.chat_id)

    def _pass(self, outgoing: OutgoingMessage) -> None:
        """Remember that Telegram has taken or refused a message: it is never sent to Telegram again."""
        # The outbox shows it as waiting until its mark is written. And a sweep can find a message after its commit and
        # send it before its turn hands it over: so it is remembered after the mark, too. No id is given twice.
        self._passed[outgoing.id] = None
        if len(self._passed) > REMEMBERED:
            del self._passed[next(iter(self._passed))]

    async def _refused(self, outgoing: OutgoingMessage, error: Exception) -> None:
        self._pass(outgoing)
        _LOG.error("message refused", extra=_ids(outgoing, error=places(error)))
        self._metrics.delivered("refused")
        words = f"{type(error).__name__}: {error}" if isinstance(error, TelegramError) else places(error)
        if outgoing.erasure_notice:
            await self._stopping.persist(lambda: self._outbox.forgotten(outgoing))
        else:
            await self._stopping.persist(lambda: self._outbox.refused(outgoing.id, words, self._clock()))

    def _may_have_been_sent(self, outgoing: OutgoingMessage) -> bool:
        """Whether Telegram may have it already: an earlier run or another worker began to send it."""
        return outgoing.begun and (self._locks.shared or outgoing.id <= self._newest_before)

    async def _put_off(self, outgoing: OutgoingMessage, error: BaseException, seconds: float, *, begun: bool) -> None:
        """Keep in the outbox how long a message has to wait: it counts after a restart, too."""
        _LOG.warning("message not taken", extra=_ids(outgoing, error=type(error).__name__, seconds=seconds))
        self._metrics.delivered("not taken")
        now = self._clock()
        until = now + timedelta(seconds=seconds)
        await self._stopping.persist(lambda: self._outbox.later(outgoing.id, now, until, begun=begun))


def _ids(outgoing: OutgoingMessage, **details: object) -> dict[str, object]:
    return fields(outgoing=outgoing.id, update=outgoing.update_id, chat=outgoing.chat_id, **details)
