"""All wiring: what the bot is made of, and what knows what."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.application import Bot, Hook
from bot.attachments import Attachments
from bot.clock import Clock, now
from bot.clockwork import Clockwork
from bot.delivery import Delivery
from bot.fetching import Fetching
from bot.health import Watch
from bot.hearing import Hearing, Polling
from bot.keeping import Keeping
from bot.leaving import Leaving
from bot.listening import Listener, polling_bot
from bot.making import Making
from bot.metrics import Metrics
from bot.progress import Progress
from bot.rate import Rate
from bot.sending import say
from bot.settings import Settings
from bot.stopping import Stopping
from bot.turns import Turns
from bot.wording import cannot_save
from conversations.engine import step as core_step
from storage import PAUSES, Codes, Database, StepFunction, Store, WorkerLocks, new_code

if TYPE_CHECKING:
    from bot.serving import Serving

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
    keeping = Keeping(lambda chat_id: say(listener, chat_id, cannot_save()))
    store = Store(database, frozenset(settings.admin_ids), codes, settings.house)
    locks, rate = WorkerLocks(settings.database_url), Rate(settings.messages_per_second)
    metrics, watch = Metrics(), Watch(database, keeping, clock)
    progress, stopping = Progress(), Stopping(keeping)
    hearing = Hearing(metrics, stopping)
    listener = polling_bot(
        lambda raws: turns.take(raws),  # noqa: PLW0108 - it is made below, of this one
        locks,
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
        lambda mark: turns.batches.mark(mark),  # noqa: PLW0108 - likewise
        making,
        Leaving(listener, database, settings.data_dir, stopping=stopping, clock=clock),
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
        keeping=keeping,
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
        keeping=keeping,
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
        keeping,
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
    from bot import pages, serving, webhook  # noqa: PLC0415 - 1.5 MB that most bots do not need

    apart, hook = None, None
    if settings.health_listen:
        apart = serving.Serving(pages.pages(*watched), settings.health_listen, "HEALTH_LISTEN")
    if settings.webhook_url and settings.webhook_secret:
        secret = settings.webhook_secret.get_secret_value()
        posted = webhook.webhook(listener.hear, secret)
        app = posted if apart else pages.pages(*watched, posted)
        hook = Hook(settings.webhook_url, secret, serving.Serving(app, settings.webhook_listen, "WEBHOOK_LISTEN"))
    return hook, apart
