"""The whole bot: its parts and how they are wired, its start, its sweep every two seconds, its stop."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.clock import Clock, ScheduledWork, now
from bot.health import DatabaseHealth, HealthCheck, Metrics
from bot.logs import fields
from bot.settings import Settings, WrongSetting
from bot.telegram.client import RateLimiter
from bot.telegram.commands import follow_roles, introduce
from bot.telegram.delivery import Delivery
from bot.telegram.documents import Documents
from bot.telegram.erasure import ErasureFollowUp
from bot.telegram.fetching import Downloader, Fetching
from bot.telegram.polling import Hearing, Polling
from bot.telegram.receiving import ALLOWED, Listener, make_listener
from bot.telegram.runtime import PendingWork, Runtime
from bot.telegram.sending import say
from bot.telegram.stopping import Stopping
from bot.telegram.texts import cannot_save
from bot.telegram.turns import Turns
from conversations.engine.engine import step as core_step
from conversations.languages import offer
from conversations.remarks.listening import prepare
from storage import PAUSES, Codes, Database, Kind, Point, StepFunction, Store, WorkerLocks, crash_at, new_code

if TYPE_CHECKING:
    from bot.server import Server


SWEEP_SECONDS = 2
"""How often the bot looks for messages and updates that have become due."""

REFUSALS = 3
"""How often in a row the Bot API must refuse a token at a start before it counts as wrong: a proxy may send one 401."""

STOP_SECONDS = 2
"""How long each part of a stop may take: listening, turns, fetching, delivery. A locked database takes 3 more."""

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Webhook:
    """The address to which Telegram posts updates, and the server that takes them."""

    url: str
    secret: str = field(repr=False)
    server: "Server"


@dataclass(frozen=True)
class Bot:
    """The parts of a running bot that are started, swept or stopped, or that tests and the demo use."""

    runtime: Runtime
    listener: Listener
    rate: RateLimiter
    store: Store
    turns: Turns
    delivery: Delivery
    downloader: Downloader
    fetching: Fetching
    scheduled: ScheduledWork
    hearing: Hearing
    polling: Polling | None = None
    """Missing if there is a webhook."""
    webhook: Webhook | None = None
    pages: "Server | None" = None
    """Serves health and metrics, if they have an address of their own."""
    tasks: list["asyncio.Task[None]"] = field(default_factory=list)
    """Background tasks: the sweep, the command menu."""

    async def settled(self, update_id: int) -> None:
        """Wait until an update was handled and the messages of its chat were sent."""
        await self.runtime.pending.settled(update_id)

    async def idle(self) -> None:
        """Wait until there is nothing left to send."""
        await self.runtime.pending.idle()

    async def sweep(self) -> None:
        """Look once for due messages, files and updates. Only one worker tells news and does the scheduled work."""
        locks, clock = self.runtime.locks, self.runtime.clock
        self.rate.share(locks.workers)
        sweeps = await locks.keeps(Kind.SWEEPING)
        if sweeps:
            await self.store.news.tell(clock())
        await self.delivery.sweep()
        await self.fetching.resume()
        await self.turns.look()
        if sweeps:
            await follow_roles(self.listener, self.store.people)
            for chat_id in await self.scheduled.sweep():
                self.delivery.wake(chat_id)


@asynccontextmanager
async def running(bot: Bot) -> AsyncIterator[Bot]:
    """Run a bot: finish the work of an earlier run, then take new updates; at the end stop within 10 s."""
    try:
        if bot.pages:
            bot.pages.start()  # first: /healthz answers while the bot waits for Telegram
        await _reach(bot)
        await _start(bot)
        yield bot
    finally:
        await _stop(bot)


async def _reach(bot: Bot) -> None:
    """Wait for the Bot API, for as long as it takes; raise ``WrongSetting`` if it refuses the token."""
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
    locks = bot.runtime.locks
    prepare()
    await bot.downloader.tidy()
    await locks.open()
    await bot.delivery.open()
    if not locks.shared:
        await bot.store.inbox.hurry()
    await bot.turns.look()
    await bot.delivery.sweep()
    await bot.fetching.resume()
    bot.tasks.append(asyncio.create_task(_repeat(bot)))
    bot.tasks.append(asyncio.create_task(introduce(bot.listener, bot.runtime.stopping)))
    if bot.webhook:
        bot.webhook.server.start()
        await _announce(bot, bot.webhook)
    elif bot.polling:
        await bot.polling.start()
    _LOG.info("running", extra=fields(bot=bot.listener.id))


async def _announce(bot: Bot, webhook: Webhook) -> None:
    """Tell Telegram the webhook's address, for as long as it takes; raise ``WrongSetting`` if Telegram refuses it."""

    async def ask() -> None:
        try:
            await bot.listener.command(
                "setWebhook", url=webhook.url, secret_token=webhook.secret, allowed_updates=list(ALLOWED)
            )
        except BadRequest as error:
            raise WrongSetting(f"WEBHOOK_URL should be an address that Telegram takes: {error.message}") from None
        bot.hearing.found()

    await bot.hearing.until_done("the webhook is not set; trying again", ask)


async def _repeat(bot: Bot) -> None:
    stopping, health = bot.runtime.stopping, bot.runtime.database_health
    await stopping.rest(SWEEP_SECONDS)
    while not stopping.is_set():
        try:
            await bot.sweep()
        except Exception as error:  # noqa: BLE001 - such as a full disk or a lock: the next sweep is in a few seconds
            health.fails("sweep", error)
        else:
            health.works("sweep")
        await stopping.rest(SWEEP_SECONDS)


async def _stop(bot: Bot) -> None:
    """Take nothing new, finish the turns that have begun, send for a while; the rest waits for the next start."""
    bot.runtime.stopping.set()
    await asyncio.gather(*(_at_most(STOP_SECONDS, stopped) for stopped in _stop_listening(bot)))
    crash_at(Point.STOPPING)
    await _at_most(STOP_SECONDS, bot.turns.batches.close())
    await _at_most(STOP_SECONDS, bot.fetching.close())
    await bot.delivery.close(STOP_SECONDS)
    await bot.runtime.locks.close()
    await bot.runtime.database_health.close()
    for task in bot.tasks:
        task.cancel()
    await asyncio.gather(*bot.tasks, return_exceptions=True)
    await bot.listener.shutdown()


def _stop_listening(bot: Bot) -> Iterator[Awaitable[None]]:
    if bot.polling:
        yield bot.polling.stop()
    if bot.webhook:
        yield bot.webhook.server.stop()
    if bot.pages:
        yield bot.pages.stop()


async def _at_most(seconds: float, work: Awaitable[None]) -> None:
    try:
        await asyncio.wait_for(work, seconds)
    except TimeoutError:
        _LOG.warning("a part of the stop took too long", extra=fields(seconds=seconds))


def build(  # noqa: PLR0913, PLR0917 - all that tests replace; the program gives the first two
    settings: Settings,
    database: Database,
    step: StepFunction = core_step,
    clock: Clock = now,
    pauses: Sequence[float] = PAUSES,
    codes: Codes = new_code,
) -> Bot:
    """Wire the parts; nothing runs yet."""
    # An update goes round in a circle: a batch wakes the delivery, and the delivery's marks go into the next batch. So
    # the parts are made in the order of their arguments, and a lambda names a part that is made further down.
    health = DatabaseHealth(lambda chat_id: say(listener, chat_id, cannot_save()))
    offer(settings.languages)
    locks = WorkerLocks(settings.database_url)
    runtime = Runtime(clock, Stopping(health), health, Metrics(), locks, PendingWork())
    store = Store(database, frozenset(settings.admin_ids), codes, settings.operator)
    rate = RateLimiter(settings.messages_per_second)
    listener = make_listener(
        lambda raws: turns.take(raws),  # noqa: PLW0108 - made below
        runtime,
        token=settings.token,
        api_url=settings.bot_api_url,
        rate=rate,
    )
    delivery = Delivery(
        listener,
        store.outbox,
        lambda mark: turns.batches.mark(mark),  # noqa: PLW0108 - made below
        Documents(settings, database, store.people, runtime),
        ErasureFollowUp(listener, database, settings.data_dir, runtime),
        runtime,
    )
    downloader = Downloader(listener, database, settings.data_dir, clock)
    fetching = Fetching(
        store,
        downloader,
        delivery,
        lambda chats: turns.batches.look(chats),  # noqa: PLW0108 - made below
        runtime,
    )
    turns = Turns(store, step, delivery, fetching, lambda: listener.username, runtime, pauses)
    hearing = Hearing(runtime.metrics, runtime.stopping)
    check = HealthCheck(database, health, clock)
    webhook, pages = _servers(settings, listener, check, runtime.metrics, hearing)
    return Bot(
        runtime,
        listener,
        rate,
        store,
        turns,
        delivery,
        downloader,
        fetching,
        ScheduledWork(database, step, settings.retention_days, settings.data_dir, clock),
        hearing,
        None if webhook else Polling(listener, hearing, runtime.stopping),
        webhook,
        pages,
    )


def _servers(
    settings: Settings, listener: Listener, check: HealthCheck, metrics: Metrics, hearing: Hearing
) -> tuple[Webhook | None, "Server | None"]:
    """Make the servers of the webhook and of the pages; without an address of their own the webhook's has them too."""
    if not settings.health_listen and not settings.webhook_url:
        return None, None
    from bot import server  # noqa: PLC0415 - 1.5 MB that most bots do not need
    from bot.telegram import webhook  # noqa: PLC0415 - as server

    own, hook = None, None
    if settings.health_listen:
        own = server.Server(server.pages(check, metrics, hearing), settings.health_listen, "HEALTH_LISTEN")
    if settings.webhook_url and settings.webhook_secret:
        secret = settings.webhook_secret.get_secret_value()
        posted = webhook.webhook(listener.hear, secret)
        app = posted if own else server.pages(check, metrics, hearing, posted)
        hook = Webhook(settings.webhook_url, secret, server.Server(app, settings.webhook_listen, "WEBHOOK_LISTEN"))
    return hook, own
