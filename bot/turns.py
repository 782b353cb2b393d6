"""Turns: each update handled in one transaction, chats side by side, each chat in order of arrival."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from time import perf_counter

from telegram import Update

from bot.clock import Clock
from bot.delivery import Delivery
from bot.ended import Outcome, ended
from bot.fetching import Fetching
from bot.groups import is_meant, topic_of
from bot.intake import heard_of
from bot.keeping import Keeping
from bot.logs import places
from bot.metrics import Metrics
from bot.progress import Progress
from bot.reading import Membership, Reading, read
from bot.stopping import Stopping, growing_pauses
from bot.whereabouts import Following
from bot.wording import not_handled, only_in_private, set_aside, trying_again
from conversations.messages import Attached, Reply
from storage import (
    Claims,
    Kind,
    Point,
    Post,
    RawUpdate,
    StepFunction,
    Store,
    crash_at,
    is_trouble,
    say,
    turn,
)

PAUSES = (1.0, 2.0, 5.0, 10.0)
"""Seconds before an update that failed is tried again; after the last attempt it is set aside.

Its chat waits that long, so that the next answer is not taken for this one's question.
"""

PLACES = 16
"""Turns that run at once; a chat that floods takes one of them at most."""


class Turns:
    """Handles updates: reads each, lets the core take its step, wakes delivery for the replies."""

    def __init__(  # noqa: PLR0913 - what a turn touches
        self,
        store: Store,
        step: StepFunction,
        delivery: Delivery,
        heard: dict[int, RawUpdate],
        username: Callable[[], str],
        *,
        claims: Claims,
        keeping: Keeping,
        fetching: Fetching,
        metrics: Metrics,
        progress: Progress,
        stopping: Stopping,
        clock: Clock,
        pauses: Sequence[float] = PAUSES,
    ) -> None:
        self._store = store
        self._step = step
        self._delivery = delivery
        self._fetching = fetching
        self._heard = heard
        self._username = username
        self._claims = claims
        self._keeping = keeping
        self._metrics = metrics
        self._progress = progress
        self._stopping = stopping
        self._clock = clock
        self._pauses = pauses
        self._places = asyncio.Semaphore(PLACES)

    def chat_of(self, update: object) -> int | None:
        """Tell whose line an update waits in."""
        raw = self._heard.get(update.update_id) if isinstance(update, Update) else None
        return raw.chat_id if raw else None

    async def handle(self, update: Update, _context: object) -> None:
        """Handle an update, and among several workers all that its chat has; one heard before is nothing."""
        raw = self._heard.get(update.update_id)
        if raw is None:
            return
        if not self._claims.shared:
            del self._heard[raw.update_id]
            await self._handle(raw)
            return
        until_done = self._stopping.persist if raw.left else self._stopping.patient
        try:
            await until_done(partial(self._worked_off, raw.chat_id))
        finally:
            self._heard.pop(raw.update_id, None)  # not before: a look would take it up once more

    async def _worked_off(self, chat_id: int | None) -> bool:
        """Handle what waits for a chat, in order; false where another worker is at it.

        A worker that has accepted an update waits for the claim: the one that holds it does not look for newer ones.
        """
        async with self._claims.hold(Kind.TURNS, chat_id or 0) as claim:
            for raw in await self._store.inbox.line(chat_id, self._clock()) if claim else ():
                known = self._heard.get(raw.update_id)
                await self._handle(replace(raw, failure=known.failure) if known else raw)
                self._heard.pop(raw.update_id, None)
        return claim is not None

    async def _handle(self, raw: RawUpdate) -> None:
        """Handle an update; try again where that fails, and set it aside in the end."""
        for attempt in range(min(raw.attempts, len(self._pauses)), len(self._pauses) + 1):
            if self._stopping.is_set():
                return
            if await self._tried(raw, attempt) or attempt == len(self._pauses):
                self._progress.handled(raw.update_id, raw.chat_id)
                return

    async def _tried(self, raw: RawUpdate, attempt: int) -> bool:
        started = perf_counter()
        reading = read(raw.body, raw.sent_at)
        try:
            outcome = await self._attempted(raw, reading, attempt)
        except Exception as error:  # noqa: BLE001 - whatever it is, the others go on
            last = attempt == len(self._pauses)
            self._ended(raw, reading, started, Outcome("set aside" if last else "tried again later"), places(error))
            await self._stopping.persist(partial(self._failed, raw, reading, error, attempt))
            await self._stopping.rest(0 if last else self._pauses[attempt])
            return False
        self._ended(raw, reading, started, outcome or Outcome("left for the next start"))
        return outcome is not None

    async def _attempted(self, raw: RawUpdate, reading: Reading, attempt: int) -> Outcome | None:
        """Take the update, unless its first attempt was made with its batch and has failed."""
        if attempt == 0 and raw.failure is not None:
            raise raw.failure
        return await self._kept(raw, reading)

    def _ended(
        self, raw: RawUpdate, reading: Reading, started: float, outcome: Outcome, error: str | None = None
    ) -> None:
        ended(self._metrics, raw, reading, perf_counter() - started, outcome, error)

    async def _kept(self, raw: RawUpdate, reading: Reading) -> Outcome | None:
        """Take the update; where the database is the trouble, again until it works, or until the bot is to stop."""
        waits = [reading.chat_id] if reading.private and reading.chat_id else []
        for pause in growing_pauses():
            try:
                fetched = await self._fetched(raw, reading)
                if fetched is None:
                    return None if self._stopping.is_set() else Outcome("waits for its file")
                async with self._places:
                    outcome = await self._take(raw, fetched)
            except Exception as error:
                if not is_trouble(error):
                    self._keeping.works(raw.update_id)
                    raise
                self._keeping.fails(raw.update_id, error, waits)
            else:
                self._keeping.works(raw.update_id)
                return outcome
            await self._stopping.rest(pause)
            if self._stopping.is_set():
                break
        return None

    async def _fetched(self, raw: RawUpdate, reading: Reading) -> Reading | None:
        """Fetch the file that came, in no place of the turns; nothing where it is not here yet, or the bot stops."""
        if not isinstance(reading.given, Attached) or not reading.private or reading.chat_id is None:
            return reading
        given = await self._fetching.fetched(raw, reading, reading.chat_id, reading.given)
        return None if given is None else replace(reading, given=given)

    async def _take(self, raw: RawUpdate, reading: Reading) -> Outcome:
        """Do what an update asks for, in one transaction; say what that was."""
        given, chat_id = reading.given, reading.chat_id
        if isinstance(given, Membership):
            return await self._moved(raw, reading)
        if chat_id is not None and not reading.private and is_meant(raw.body, self._username()):
            return await self._shown_the_way(raw, chat_id)
        if given is None or chat_id is None or not reading.private:
            await self._store.inbox.handled(raw.update_id, self._clock())
            return Outcome("nothing to answer")
        heard = heard_of(self._store, self._username(), raw.update_id, reading)
        following = Following(self._step)
        mailed = await turn(self._store.database, heard, following, self._clock(), self._store.codes)
        crash_at(Point.AFTER_TURN)
        if isinstance(given, Attached) and given.sha256 and not following.kept_file:
            await self._fetching.discard(given)
        for chat in mailed or (chat_id,):
            self._delivery.wake(chat)
        return Outcome("heard before" if mailed is None else "done", following.place)

    async def _moved(self, raw: RawUpdate, reading: Reading) -> Outcome:
        """Stop sending to a person who blocked the bot, go on where one is back, or a group has taken it in again."""
        if reading.chat_id is not None:
            if reading.given is Membership.RETURNED:
                await self._delivery.resume_chat(reading.chat_id)
            elif reading.private:
                await self._delivery.stop_chat(reading.chat_id)
        await self._store.inbox.handled(raw.update_id, self._clock())
        return Outcome("moved")

    async def _shown_the_way(self, raw: RawUpdate, chat_id: int) -> Outcome:
        """Lead from a group to the private chat, outside the conversation; who hears the bot there has it back."""
        reply = only_in_private(self._username(), topic_of(raw.body))
        await say(self._store.database, raw.update_id, chat_id, (reply,), self._clock())
        await self._delivery.resume_chat(chat_id)
        return Outcome("sent to the private chat")

    async def _failed(self, raw: RawUpdate, reading: Reading, error: Exception, attempt: int) -> None:
        """Count the attempt and tell of it, in one transaction: the person at the first and the last, admins then."""
        now = self._clock()
        if attempt == len(self._pauses):
            retry_at, posts = None, [*_to_the_person(reading, set_aside()), *await self._to_admins(raw, error)]
        else:
            retry_at = now + timedelta(seconds=self._pauses[attempt])
            posts = _to_the_person(reading, trying_again()) if attempt == 0 else []
        await self._store.failures.note(raw.update_id, places(error), now, retry_at, posts)
        for post in posts:
            self._delivery.wake(post.chat_id)

    async def _to_admins(self, raw: RawUpdate, error: Exception) -> list[Post]:
        told = not_handled(raw.update_id, type(error).__name__)
        return [Post(chat_id, None, (told,)) for chat_id in await self._store.people.chats_of("admin")]


def _to_the_person(reading: Reading, reply: Reply) -> list[Post]:
    """Tell the person, if there is one in private; a press is answered in passing."""
    there = reading.chat_id if reading.private else None
    return [] if there is None else [Post(there, None, (reply,), reading.query_id)]
