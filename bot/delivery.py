"""Delivery: what the outbox holds is sent, in order per chat, until Telegram has taken it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from time import monotonic

from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.clock import Clock
from bot.files import File
from bot.going import Going
from bot.leaving import Leaving
from bot.logs import fields, places
from bot.making import Made, Making
from bot.metrics import Metrics
from bot.plain import PlainBot
from bot.progress import Progress
from bot.requests import TooLarge
from bot.sending import retry_after, said_again, say, send, send_file
from bot.stopping import Stopping, growing_pauses
from bot.wording import too_large_on_the_way
from conversations.messages import Reply
from storage import Claim, Claims, Kind, Outbox, Parcel, Point, crash_at

_LOG = logging.getLogger(__name__)


class Delivery:
    """One sender for each chat that has mail; beside it one for each press, and one for what is long in the making."""

    def __init__(  # noqa: PLR0913 - what delivery touches
        self,
        bot: PlainBot,
        outbox: Outbox,
        making: Making,
        leaving: Leaving,
        *,
        claims: Claims,
        metrics: Metrics,
        progress: Progress,
        stopping: Stopping,
        clock: Clock,
    ) -> None:
        self._bot = bot
        self._outbox = outbox
        self._making = making
        self._leaving = leaving
        self._claims = claims
        self._metrics = metrics
        self._progress = progress
        self._stopping = stopping
        self._clock = clock
        self._senders: dict[int, asyncio.Task[None]] = {}
        self._long: dict[int, asyncio.Task[None]] = {}
        self._woken: set[int] = set()
        self._answers: dict[int, asyncio.Task[None]] = {}
        self._handed: dict[int, tuple[Parcel, ...]] = {}
        self._closed = False
        self._newest_before = 0

    @property
    def takes_mail(self) -> bool:
        """Whether what is handed over with its commit is sent at once: another worker's look might find it first."""
        return not self._claims.shared

    async def open(self) -> None:
        """Learn what earlier runs have left: it may have been sent. Among several workers each notes what it begins."""
        self._newest_before = await self._outbox.newest()

    def wake(self, chat_id: int, mail: tuple[Parcel, ...] = ()) -> None:
        """Send what a chat's mail holds, now and until there is no more.

        ``mail`` is all of it but for answers to presses, where that is known; a sender that is at work reads it anew,
        as what it is reading now may hold it, too. Once delivery is closed it waits in the outbox.
        """
        self._woken.add(chat_id)
        if chat_id in self._senders:
            self._handed.pop(chat_id, None)
        elif not self._closed:
            if mail and self.takes_mail:
                self._handed[chat_id] = mail
            self._progress.sending(chat_id)
            self._senders[chat_id] = asyncio.create_task(self._serve(chat_id))

    async def sweep(self) -> None:
        """Wake the chats whose mail is due: after a start, and after a pause that an earlier run was told to make."""
        for chat_id in await self._outbox.chats_with_mail(self._clock()):
            if chat_id not in self._senders:
                self.wake(chat_id)

    async def stop_chat(self, chat_id: int, refused: Parcel | None = None) -> None:
        """Keep a chat's mail and send none of it: the person blocked the bot, as the answer to a parcel may say."""
        await self._outbox.stop(chat_id, self._clock(), refused)

    async def resume_chat(self, chat_id: int) -> None:
        """Send to a person who is back."""
        await self._outbox.resume(chat_id)
        self.wake(chat_id)

    async def close(self, seconds: float) -> None:
        """Send what can be sent in so many seconds; the rest stays in the outbox, and nothing more is begun."""
        ends = monotonic() + seconds
        while (working := self._working()) and (left := ends - monotonic()) > 0:
            await asyncio.wait(working, timeout=left)
        self._closed = True
        for late in working:
            late.cancel()
        await asyncio.gather(*working, return_exceptions=True)

    def _working(self) -> Collection[asyncio.Task[None]]:
        return [*self._senders.values(), *self._answers.values(), *self._long.values()]

    async def _serve(self, chat_id: int) -> None:
        try:
            while chat_id in self._woken:
                self._woken.discard(chat_id)
                await self._stopping.patient(lambda: self._emptied(chat_id))
        finally:
            del self._senders[chat_id]
            self._progress.sent(chat_id)

    async def _emptied(self, chat_id: int) -> bool:
        """Send a chat's mail; false where another worker does."""
        async with self._claims.hold(Kind.MAIL, chat_id) as claim:
            if claim:
                await self._see_off(chat_id, claim)
        return claim is not None

    async def _see_off(self, chat_id: int, claim: Claim) -> None:
        """Send a chat's mail parcel by parcel, one that has to wait before those behind it; what comes later wakes.

        Beside it goes what nothing behind it waits for: the answer to a press, and what is long in the making.
        """
        for parcel in self._handed.pop(chat_id, ()) or await self._outbox.next(chat_id, self._clock()):
            if parcel.takes_long:
                self._begin(parcel)
            elif parcel.answers:
                self._answer(parcel)
            elif not await self._delivered(parcel, claim):
                break

    def _answer(self, parcel: Parcel) -> None:
        """Take the spinner off a button that was pressed; two workers may do so, which is no harm."""
        if parcel.id not in self._answers:
            self._progress.sending(parcel.chat_id)
            self._answers[parcel.id] = asyncio.create_task(self._answered(parcel))

    async def _answered(self, parcel: Parcel) -> None:
        try:
            await self._delivered(parcel, Claim())
        finally:
            del self._answers[parcel.id]
            self._progress.sent(parcel.chat_id)

    def _begin(self, parcel: Parcel) -> None:
        if parcel.chat_id not in self._long and not self._stopping.is_set():
            self._progress.making(parcel.chat_id)
            self._long[parcel.chat_id] = asyncio.create_task(self._serve_long(parcel))

    async def _serve_long(self, parcel: Parcel) -> None:
        done = None
        try:
            done = await self._stopping.persist(lambda: self._made(parcel))
        finally:
            del self._long[parcel.chat_id]
            if done:
                self.wake(parcel.chat_id)
            self._progress.made(parcel.chat_id)

    async def _made(self, parcel: Parcel) -> bool:
        """Bring what takes long to its end, unless that has come since the list was read that it stands in."""
        async with self._claims.hold(Kind.LONG, parcel.chat_id) as claim:
            if claim is None:
                return False
            return not await self._outbox.waits(parcel.id) or await self._delivered(parcel, claim)

    async def _delivered(self, parcel: Parcel, claim: Claim) -> bool:
        """Make what is to be made, and bring the parcel to its end; false where the chat or the bot has stopped."""
        if self._may_be_there(parcel):
            parcel = said_again(parcel)
        reply = parcel.reply
        if parcel.farewell and not await self._stopping.unless_set(self._leaving.cleared(parcel, parcel.farewell)):
            return False
        if reply is None or reply.document is None:
            return await self._brought(parcel, claim, lambda: send(self._bot, parcel))
        going = Going(self._bot, parcel, self._shows)
        with ExitStack() as held:
            async with going.told():
                making = self._making.made(parcel, reply, reply.document, held, going.hear)
                made = await self._stopping.unless_set(making)
            if made is None:
                return False
            done = await self._brought(parcel, claim, lambda: self._send(parcel.chat_id, made, going))
        await going.over()
        return done

    async def _send(self, chat_id: int, made: Made, going: Going) -> int:
        if made.file is None:
            message_id = await say(self._bot, chat_id, made.reply)
        else:
            message_id = await self._send_file(chat_id, made.reply, made.file)
        await going.over()
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

    async def _shows(self, parcel_id: int, message_id: int) -> None:
        await self._stopping.persist(lambda: self._outbox.shows(parcel_id, message_id))

    async def _brought(self, parcel: Parcel, claim: Claim, bring: Callable[[], Awaitable[int | None]]) -> bool:
        """Bring a parcel until Telegram has taken or refused it; false where the chat or the bot has stopped.

        False too where the claim is lost: another worker may be bringing it by now.
        """
        pauses, begun = growing_pauses(), parcel.begun or parcel.answers
        while await claim.still_mine():
            if not begun:
                await self._stopping.persist(lambda: self._outbox.begin(parcel.id))
                begun = True
            try:
                message_id = await bring()
            except Forbidden as error:
                return await self._blocked(parcel, error)
            except (BadRequest, ChatMigrated) as error:
                await self._refused(parcel, error)
                return True
            except TelegramError as error:
                begun = parcel.answers or self._may_be_there(parcel) or not isinstance(error, RetryAfter)
                if not await self._again(parcel, error, next(pauses), begun=begun):
                    return False
            except Exception as error:  # noqa: BLE001 - a reply that cannot be written must not hold up the next
                await self._refused(parcel, error)
                return True
            else:
                crash_at(Point.AFTER_SENDING)
                self._metrics.delivered("sent")
                await self._sent(parcel, message_id)
                return True
        return False

    async def _blocked(self, parcel: Parcel, error: Forbidden) -> bool:
        """Keep the mail for the person's return; that of a group, or of one who is forgotten, is for nobody's."""
        if parcel.farewell or parcel.chat_id < 0:
            await self._refused(parcel, error)
            return True
        _LOG.info("chat stopped", extra=_ids(parcel))
        self._metrics.delivered("chat stopped")
        refused = replace(parcel, begun=self._may_be_there(parcel))
        await self._stopping.persist(lambda: self.stop_chat(parcel.chat_id, refused))
        return False

    async def _sent(self, parcel: Parcel, message_id: int | None) -> None:
        if parcel.farewell:
            await self._stopping.persist(lambda: self._outbox.forgotten(parcel))
        else:
            await self._stopping.persist(lambda: self._outbox.sent(parcel.id, message_id, self._clock()))

    async def _refused(self, parcel: Parcel, error: Exception) -> None:
        _LOG.error("parcel refused", extra=_ids(parcel, error=places(error)))
        self._metrics.delivered("refused")
        words = f"{type(error).__name__}: {error}" if isinstance(error, TelegramError) else places(error)
        if parcel.farewell:
            await self._stopping.persist(lambda: self._outbox.forgotten(parcel))
        else:
            await self._stopping.persist(lambda: self._outbox.refused(parcel.id, words, self._clock()))

    def _may_be_there(self, parcel: Parcel) -> bool:
        """Whether an earlier run, or another worker, began to send it and did not see what became of it."""
        return parcel.begun and (self._claims.shared or parcel.id <= self._newest_before)

    async def _again(self, parcel: Parcel, error: TelegramError, pause: float, *, begun: bool) -> bool:
        """Wait as long as Telegram says, else as long as it is our turn to; false where the bot has stopped."""
        seconds = retry_after(error) if isinstance(error, RetryAfter) else pause
        _LOG.warning("parcel not taken", extra=_ids(parcel, error=type(error).__name__, seconds=seconds))
        self._metrics.delivered("not taken")
        now = self._clock()
        until = now + timedelta(seconds=seconds)
        await self._stopping.persist(lambda: self._outbox.later(parcel.id, now, until, begun=begun))
        await self._stopping.rest(seconds)
        return not self._stopping.is_set()


def _ids(parcel: Parcel, **details: object) -> dict[str, object]:
    return fields(parcel=parcel.id, update=parcel.update_id, chat=parcel.chat_id, **details)
