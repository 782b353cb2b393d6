"""All wiring: what the bot is made of, and what knows what."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from telegram import Update
from telegram.ext import ApplicationBuilder, TypeHandler

from bot.application import Bot, Hook
from bot.attachments import Attachments
from bot.clock import Clock, now
from bot.clockwork import Clockwork
from bot.delivery import Delivery
from bot.fetching import Fetching
from bot.health import Watch
from bot.hearing import Hearing, Polling
from bot.intake import Intake
from bot.keeping import Keeping
from bot.leaving import Leaving
from bot.listening import Listener, polling_bot
from bot.making import Making
from bot.metrics import Metrics
from bot.ordering import PerChat
from bot.pages import pages
from bot.progress import Progress
from bot.rate import Rate
from bot.sending import say
from bot.serving import App, Serving
from bot.settings import Settings
from bot.stopping import Stopping
from bot.turns import PAUSES, Turns
from bot.webhook import Webhook
from bot.wording import cannot_save
from conversations.engine import step as core_step
from storage import Codes, Database, StepFunction, Store, claims_of, new_code

if TYPE_CHECKING:
    import asyncio

CONNECTIONS = 256


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
    store = Store(database, frozenset(settings.admin_ids), codes, settings.house)
    claims, rate = claims_of(settings.database_url), Rate(settings.messages_per_second)
    metrics, watch = Metrics(), Watch(database, keeping, clock)
    progress, stopping = Progress(), Stopping(keeping)
    hearing = Hearing(metrics, stopping)
    listener = polling_bot(
        lambda raws: intake.accept(raws),  # noqa: PLW0108 - it is made below, of this one
        claims,
        keeping,
        metrics,
        token=settings.token,
        api_url=settings.bot_api_url,
        rate=rate,
        connections=CONNECTIONS,
    )
    making = Making(
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
        making,
        Leaving(listener, database, settings.data_dir, stopping=stopping, clock=clock),
        claims=claims,
        metrics=metrics,
        progress=progress,
        stopping=stopping,
        clock=clock,
    )
    attachments = Attachments(listener, database, settings.data_dir, clock)
    fetching = Fetching(store, attachments, delivery, claims=claims, keeping=keeping, stopping=stopping, clock=clock)
    intake = Intake(
        store,
        step,
        delivery,
        lambda: listener.username,
        metrics=metrics,
        progress=progress,
        stopping=stopping,
        clock=clock,
    )
    turns = Turns(
        store,
        step,
        delivery,
        listener.heard,
        lambda: listener.username,
        claims=claims,
        keeping=keeping,
        fetching=fetching,
        metrics=metrics,
        progress=progress,
        stopping=stopping,
        clock=clock,
        pauses=pauses,
    )
    builder = ApplicationBuilder().bot(listener).updater(None).job_queue(None)
    application = builder.concurrent_updates(PerChat(turns.chat_of)).build()
    application.add_handler(TypeHandler(Update, turns.handle))
    queue = application.update_queue
    hook, apart = _servers(settings, listener, queue, partial(pages, watch, metrics, hearing))
    clockwork = Clockwork(database, step, settings.retention_days, settings.data_dir, clock)
    return Bot(
        application,
        listener,
        claims,
        rate,
        store,
        delivery,
        attachments,
        fetching,
        keeping,
        progress,
        stopping,
        clock,
        clockwork,
        hearing,
        None if hook else Polling(listener, queue, hearing, stopping),
        hook,
        apart,
    )


def _servers(
    settings: Settings, listener: Listener, queue: "asyncio.Queue[object]", paged: Callable[..., App]
) -> tuple[Hook | None, Serving | None]:
    """Make what takes posted updates, and what serves the pages: at their own address, or beside the webhook."""
    apart, hook = None, None
    if settings.health_listen:
        apart = Serving(paged(), settings.health_listen, "HEALTH_LISTEN")
    if settings.webhook_url and settings.webhook_secret:
        secret = settings.webhook_secret.get_secret_value()
        webhook = Webhook(listener.hear, queue, secret)
        app = webhook if apart else paged(webhook)
        hook = Hook(settings.webhook_url, secret, Serving(app, settings.webhook_listen, "WEBHOOK_LISTEN"))
    return hook, apart
