"""All wiring: what the bot is made of, how it starts and how it stops."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from telegram import Update
from telegram.error import BadRequest, InvalidToken, RetryAfter, TelegramError
from telegram.ext import Application, ApplicationBuilder, TypeHandler

from bot.attachments import Attachments
from bot.clock import Clock, now
from bot.commands import follow_roles, set_menu_of_all
from bot.delivery import Delivery
from bot.keeping import Keeping
from bot.leaving import Leaving
from bot.listening import ALLOWED, Listener, polling_bot
from bot.logs import fields
from bot.making import Making
from bot.ordering import PerChat
from bot.progress import Progress
from bot.sending import retry_after, say
from bot.serving import Serving
from bot.settings import Settings, WrongSetting
from bot.stopping import Stopping, growing_pauses
from bot.turns import PAUSES, Turns
from bot.webhook import Webhook
from bot.wording import cannot_save
from conversations.engine import step as core_step
from storage import Codes, Database, Point, RawUpdate, StepFunction, Store, crash_at, new_code

CONNECTIONS = 256
SWEEP_SECONDS = 2
"""How often mail that has become due, and updates that were asked to be tried again, are looked for."""

STOP_SECONDS = 2
"""How long each of the three parts of a stop may take: listening, turns, delivery; a locked database takes 3 more."""

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Hook:
    """Where Telegram posts updates, and what takes them here."""

    url: str
    secret: str = field(repr=False)
    serving: Serving


@dataclass(frozen=True)
class Bot:
    """The parts of a running bot."""

    application: Application[Listener, Any, Any, Any, Any, Any]
    listener: Listener
    store: Store
    delivery: Delivery
    attachments: Attachments
    keeping: Keeping
    progress: Progress
    stopping: Stopping
    clock: Clock
    hook: Hook | None = None

    async def settled(self, update_id: int) -> None:
        """Wait until an update has been handled and its chat's mail is out."""
        await self.progress.settled(update_id)

    async def idle(self) -> None:
        """Wait until nobody's mail is on its way."""
        await self.progress.idle()

    async def sweep(self) -> None:
        """Do once what is done every few seconds.

        News that has become due is told, mail that has become due is sent, updates to be tried again are taken up, and
        menus follow roles.
        """
        await self.store.news.tell(self.clock())
        await self.delivery.sweep()
        await _take_up(self, await self.store.failures.retried())
        await follow_roles(self.listener, self.store.people)


def build(  # noqa: PLR0913, PLR0917 - what a bot is made of
    settings: Settings,
    database: Database,
    step: StepFunction = core_step,
    clock: Clock = now,
    pauses: tuple[float, ...] = PAUSES,
    codes: Codes = new_code,
) -> Bot:
    """Put the parts together; nothing runs yet."""
    keeping = Keeping(lambda chat_id: say(listener, chat_id, cannot_save()))
    store = Store(database, frozenset(settings.admin_ids), codes)
    progress, stopping = Progress(), Stopping(keeping)
    listener = polling_bot(
        store.inbox,
        keeping,
        clock,
        token=settings.token,
        api_url=settings.bot_api_url,
        messages_per_second=settings.messages_per_second,
        connections=CONNECTIONS,
    )
    making = Making(
        database, settings.database_url, settings.data_dir, admins=store.admins, stopping=stopping, clock=clock
    )
    leaving = Leaving(listener, database, settings.data_dir, stopping=stopping, clock=clock)
    delivery = Delivery(listener, store.outbox, making, leaving, progress=progress, stopping=stopping, clock=clock)
    attachments = Attachments(listener, database, settings.data_dir)
    turns = Turns(
        store,
        step,
        delivery,
        listener.heard,
        lambda: listener.username,
        keeping=keeping,
        attachments=attachments,
        progress=progress,
        stopping=stopping,
        clock=clock,
        pauses=pauses,
    )
    builder = ApplicationBuilder().bot(listener).concurrent_updates(PerChat(turns.chat_of))
    application = (builder.updater(None) if settings.webhook_url else builder).build()
    application.add_handler(TypeHandler(Update, turns.handle))
    hook = _hook(settings, listener, application.update_queue)
    return Bot(application, listener, store, delivery, attachments, keeping, progress, stopping, clock, hook)


def _hook(settings: Settings, listener: Listener, queue: "asyncio.Queue[object]") -> Hook | None:
    """Make what takes posted updates, where these are asked for."""
    if settings.webhook_url is None or settings.webhook_secret is None:
        return None
    secret = settings.webhook_secret.get_secret_value()
    return Hook(settings.webhook_url, secret, Serving(Webhook(listener.hear, queue, secret), settings.webhook_listen))


@asynccontextmanager
async def running(bot: Bot) -> AsyncIterator[Bot]:
    """Run a bot: what an earlier run left undone first, then what comes; at the end, stop within 10 s."""
    try:
        await _reach(bot)
        await _start(bot)
        yield bot
    finally:
        await _stop(bot)


async def _reach(bot: Bot) -> None:
    """Wait for the Bot API, however long; a token that it does not know is refused."""
    pauses = growing_pauses()
    while True:
        try:
            return await bot.application.initialize()
        except InvalidToken:
            raise WrongSetting("BOT_TOKEN should be the token that @BotFather gave: the Bot API refuses it") from None
        except TelegramError as error:
            _LOG.warning("the Bot API cannot be reached; trying again", extra=fields(error=type(error).__name__))
            await bot.stopping.rest(next(pauses))


async def _start(bot: Bot) -> None:
    await bot.attachments.tidy()
    await bot.store.failures.retried()  # they wait like all others
    await _take_up(bot, await bot.store.inbox.waiting())
    await bot.application.start()
    await bot.delivery.sweep()
    _repeat(bot)
    bot.application.create_task(set_menu_of_all(bot.listener))
    if bot.hook:
        bot.hook.serving.start()
        await _announce(bot, bot.hook)
    elif bot.application.updater:
        await bot.application.updater.start_polling(
            bootstrap_retries=-1, allowed_updates=ALLOWED, error_callback=bot.listener.troubled
        )
    _LOG.info("running", extra=fields(bot=bot.listener.id))


async def _take_up(bot: Bot, raws: Iterable[RawUpdate]) -> None:
    for raw in raws:
        bot.listener.heard[raw.update_id] = raw
        await bot.application.update_queue.put(Update(raw.update_id))


async def _announce(bot: Bot, hook: Hook) -> None:
    """Tell Telegram where to post, however long that takes; an address that it does not take is refused."""
    pauses = growing_pauses()
    while not bot.stopping.is_set():
        try:
            await bot.listener.set_webhook(hook.url, secret_token=hook.secret, allowed_updates=ALLOWED)
        except BadRequest as error:
            raise WrongSetting(f"WEBHOOK_URL should be an address that Telegram takes: {error.message}") from None
        except TelegramError as error:
            _LOG.warning("the webhook is not set; trying again", extra=fields(error=type(error).__name__))
            await bot.stopping.rest(retry_after(error) if isinstance(error, RetryAfter) else next(pauses))
        else:
            return


def _repeat(bot: Bot) -> None:
    """Look every few seconds for mail that has become due, and for updates that someone asked to be tried again."""

    async def sweep(_context: object) -> None:
        try:
            await bot.sweep()
        except Exception as error:  # noqa: BLE001 - a full disk or a lock: the next look is in a few seconds
            bot.keeping.fails("sweep", error)
        else:
            bot.keeping.works("sweep")

    if bot.application.job_queue:
        bot.application.job_queue.run_repeating(sweep, SWEEP_SECONDS)


async def _stop(bot: Bot) -> None:
    """Take nothing new, finish turns that have begun, send what can be sent; the rest waits for the next start."""
    bot.stopping.set()
    updater = bot.application.updater
    if updater and updater.running:
        await _at_most(STOP_SECONDS, updater.stop())
    if bot.hook:
        await _at_most(STOP_SECONDS, bot.hook.serving.stop())
    crash_at(Point.STOPPING)
    if bot.application.running:
        await _at_most(STOP_SECONDS, bot.application.stop())
    await bot.delivery.close(STOP_SECONDS)
    await bot.keeping.close()
    await bot.application.shutdown()
    await bot.listener.shutdown()


async def _at_most(seconds: float, work: Awaitable[None]) -> None:
    try:
        await asyncio.wait_for(work, seconds)
    except TimeoutError:
        _LOG.warning("a part of the stop took too long", extra=fields(seconds=seconds))
