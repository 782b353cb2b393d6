"""The bot as a whole: its parts, what it does every few seconds, how it starts and how it stops."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.clock import Clock, Clockwork, now
from bot.health import DatabaseHealth, Metrics, Watch
from bot.logs import fields
from bot.settings import Settings, WrongSetting
from bot.telegram.commands import follow_roles, set_menu_of_all
from bot.telegram.delivery import Delivery
from bot.telegram.documents import Documents
from bot.telegram.erasure import ErasureFollowUp
from bot.telegram.fetching import Attachments, Fetching
from bot.telegram.polling import Hearing, Polling
from bot.telegram.progress import Progress, Rate
from bot.telegram.receiving import ALLOWED, Listener, polling_bot
from bot.telegram.sending import say
from bot.telegram.stopping import Stopping
from bot.telegram.texts import cannot_save
from bot.telegram.turns import Turns
from conversations.engine.engine import step as core_step
from storage import PAUSES, Codes, Database, Kind, Point, StepFunction, Store, WorkerLocks, crash_at, new_code

if TYPE_CHECKING:
    from bot.server import Serving


SWEEP_SECONDS = 2
"""How often mail that has become due, and updates that were asked to be tried again, are looked for."""

REFUSALS = 3
"""How often in a row the Bot API has to refuse a token at a start for it to be wrong: one 401 may be a proxy's."""

STOP_SECONDS = 2
"""How long each of the three parts of a stop may take: listening, turns, delivery; a locked database takes 3 more."""

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Hook:
    """Where Telegram posts updates, and what takes them here."""

    url: str
    secret: str = field(repr=False)
    serving: "Serving"


@dataclass(frozen=True)
class Bot:
    """The parts of a running bot."""

    listener: Listener
    locks: WorkerLocks
    rate: Rate
    store: Store
    turns: Turns
    delivery: Delivery
    attachments: Attachments
    fetching: Fetching
    database_health: DatabaseHealth
    progress: Progress
    stopping: Stopping
    clock: Clock
    clockwork: Clockwork
    hearing: Hearing
    polling: Polling | None = None
    """Fetches updates, where there is no hook."""
    hook: Hook | None = None
    pages: "Serving | None" = None
    """Serves health and metrics at an address of their own, where one is set."""
    tasks: list["asyncio.Task[None]"] = field(default_factory=list)
    """What goes on beside: the sweep, the command menu."""

    async def settled(self, update_id: int) -> None:
        """Wait until an update has been handled and its chat's mail is out."""
        await self.progress.settled(update_id)

    async def idle(self) -> None:
        """Wait until nobody's mail is on its way."""
        await self.progress.idle()

    async def sweep(self) -> None:
        """Do once what is done every few seconds.

        What has become due is done by one worker: news are told, what time brings is done. Mail that has become due is
        sent, updates that nobody is at are taken up; menus follow roles, by that one worker.
        """
        self.rate.share(self.locks.workers)
        sweeps = await self.locks.keeps(Kind.SWEEPING)
        if sweeps:
            await self.store.news.tell(self.clock())
        await self.delivery.sweep()
        await self.fetching.resume()
        await self.turns.look()
        if sweeps:
            await follow_roles(self.listener, self.store.people)
            for chat_id in await self.clockwork.sweep():
                self.delivery.wake(chat_id)


@asynccontextmanager
async def running(bot: Bot) -> AsyncIterator[Bot]:
    """Run a bot: what an earlier run left undone first, then what comes; at the end, stop within 10 s."""
    try:
        if bot.pages:
            bot.pages.start()
        await _reach(bot)
        await _start(bot)
        yield bot
    finally:
        await _stop(bot)


async def _reach(bot: Bot) -> None:
    """Wait for the Bot API, however long; a token that it does not know is refused."""
    refusals = 0

    async def ask() -> None:
        nonlocal refusals
        try:
            await bot.listener.initialize()
        except InvalidToken:
            refusals += 1
            if refusals < REFUSALS:
                raise
            raise WrongSetting("BOT_TOKEN should be the token that @BotFather gave: the Bot API refuses it") from None
        except TelegramError:
            refusals = 0
            raise

    await bot.hearing.until_done("the Bot API cannot be reached; trying again", ask)


async def _start(bot: Bot) -> None:
    await bot.attachments.tidy()
    await bot.locks.open()
    await bot.delivery.open()
    if not bot.locks.shared:
        await bot.store.inbox.hurry()
    await bot.turns.look()
    await bot.delivery.sweep()
    await bot.fetching.resume()
    bot.tasks.append(asyncio.create_task(_repeat(bot)))
    bot.tasks.append(asyncio.create_task(set_menu_of_all(bot.listener, bot.stopping)))
    if bot.hook:
        bot.hook.serving.start()
        await _announce(bot, bot.hook)
    elif bot.polling:
        await bot.polling.start()
    _LOG.info("running", extra=fields(bot=bot.listener.id))


async def _announce(bot: Bot, hook: Hook) -> None:
    """Tell Telegram where to post, however long that takes; an address that it does not take is refused."""

    async def ask() -> None:
        try:
            await bot.listener.command(
                "setWebhook", url=hook.url, secret_token=hook.secret, allowed_updates=list(ALLOWED)
            )
        except BadRequest as error:
            raise WrongSetting(f"WEBHOOK_URL should be an address that Telegram takes: {error.message}") from None
        bot.hearing.found()

    await bot.hearing.until_done("the webhook is not set; trying again", ask)


async def _repeat(bot: Bot) -> None:
    """Look every few seconds for mail that has become due, and for updates that someone asked to be tried again."""
    await bot.stopping.rest(SWEEP_SECONDS)
    while not bot.stopping.is_set():
        try:
            await bot.sweep()
        except Exception as error:  # noqa: BLE001 - a full disk or a lock: the next look is in a few seconds
            bot.database_health.fails("sweep", error)
        else:
            bot.database_health.works("sweep")
        await bot.stopping.rest(SWEEP_SECONDS)


async def _stop(bot: Bot) -> None:
    """Take nothing new, finish turns that have begun, send what can be sent; the rest waits for the next start."""
    bot.stopping.set()
    await asyncio.gather(*(_at_most(STOP_SECONDS, stopped) for stopped in _stop_listening(bot)))
    crash_at(Point.STOPPING)
    await _at_most(STOP_SECONDS, bot.turns.batches.close())
    await _at_most(STOP_SECONDS, bot.fetching.close())
    await bot.delivery.close(STOP_SECONDS)
    await bot.locks.close()
    await bot.database_health.close()
    for task in bot.tasks:
        task.cancel()
    await asyncio.gather(*bot.tasks, return_exceptions=True)
    await bot.listener.shutdown()


def _stop_listening(bot: Bot) -> Iterator[Awaitable[None]]:
    """Stop each part that others call, or that asks others."""
    if bot.polling:
        yield bot.polling.stop()
    if bot.hook:
        yield bot.hook.serving.stop()
    if bot.pages:
        yield bot.pages.stop()


async def _at_most(seconds: float, work: Awaitable[None]) -> None:
    try:
        await asyncio.wait_for(work, seconds)
    except TimeoutError:
        _LOG.warning("a part of the stop took too long", extra=fields(seconds=seconds))


CONNECTIONS = 256


def build(  # noqa: PLR0913, PLR0917 - what a bot is made of
    settings: Settings,
    database: Database,
    step: StepFunction = core_step,
    clock: Clock = now,
    pauses: Sequence[float] = PAUSES,
    codes: Codes = new_code,
) -> Bot:
    """Put the parts together; nothing runs yet."""
    database_health = DatabaseHealth(lambda chat_id: say(listener, chat_id, cannot_save()))
    store = Store(database, frozenset(settings.admin_ids), codes, settings.operator)
    locks, rate = WorkerLocks(settings.database_url), Rate(settings.messages_per_second)
    metrics, watch = Metrics(), Watch(database, database_health, clock)
    progress, stopping = Progress(), Stopping(database_health)
    hearing = Hearing(metrics, stopping)
    listener = polling_bot(
        lambda raws: turns.take(raws),  # noqa: PLW0108 - it is made below, of this one
        locks,
        database_health,
        metrics,
        token=settings.token,
        api_url=settings.bot_api_url,
        rate=rate,
        connections=CONNECTIONS,
    )
    documents = Documents(
        database,
        store.people,
        settings.database_url,
        settings.data_dir,
        settings.word_layout,
        stopping=stopping,
        clock=clock,
    )
    delivery = Delivery(
        listener,
        store.outbox,
        lambda mark: turns.batches.mark(mark),  # noqa: PLW0108 - likewise
        documents,
        ErasureFollowUp(listener, database, settings.data_dir, stopping=stopping, clock=clock),
        locks=locks,
        metrics=metrics,
        progress=progress,
        stopping=stopping,
        clock=clock,
    )
    attachments = Attachments(listener, database, settings.data_dir, clock)
    fetching = Fetching(
        store,
        attachments,
        delivery,
        lambda chats: turns.batches.look(chats),  # noqa: PLW0108 - likewise
        locks=locks,
        database_health=database_health,
        progress=progress,
        stopping=stopping,
        clock=clock,
    )
    turns = Turns(
        store,
        step,
        delivery,
        fetching,
        lambda: listener.username,
        alone=not locks.shared,
        database_health=database_health,
        metrics=metrics,
        progress=progress,
        clock=clock,
        pauses=pauses,
    )
    hook, apart = _servers(settings, listener, (watch, metrics, hearing))
    clockwork = Clockwork(database, step, settings.retention_days, settings.data_dir, clock)
    return Bot(
        listener,
        locks,
        rate,
        store,
        turns,
        delivery,
        attachments,
        fetching,
        database_health,
        progress,
        stopping,
        clock,
        clockwork,
        hearing,
        None if hook else Polling(listener, hearing, stopping),
        hook,
        apart,
    )


def _servers(
    settings: Settings, listener: Listener, watched: tuple[Watch, Metrics, Hearing]
) -> tuple[Hook | None, "Serving | None"]:
    """Make what takes posted updates, and what serves the pages: at their own address, or beside the webhook."""
    if not settings.health_listen and not settings.webhook_url:
        return None, None
    from bot import server  # noqa: PLC0415 - 1.5 MB that most bots do not need
    from bot.telegram import webhook  # noqa: PLC0415 - as server

    apart, hook = None, None
    if settings.health_listen:
        apart = server.Serving(server.pages(*watched), settings.health_listen, "HEALTH_LISTEN")
    if settings.webhook_url and settings.webhook_secret:
        secret = settings.webhook_secret.get_secret_value()
        posted = webhook.webhook(listener.hear, secret)
        app = posted if apart else server.pages(*watched, posted)
        hook = Hook(settings.webhook_url, secret, server.Serving(app, settings.webhook_listen, "WEBHOOK_LISTEN"))
    return hook, apart
