"""Stage 3 of an update: read it for its batch, and start to send, to fetch, to count and to log after the commit.

The batch itself is taken in ``storage/batches.py``.
"""

import asyncio
import logging
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from bot.health import TurnOutcome
from bot.logs import fields, places
from bot.telegram.commands import is_meant, is_talk, topic_of
from bot.telegram.delivery import Delivery
from bot.telegram.fetching import Fetching
from bot.telegram.reading import Membership, Reading, read
from bot.telegram.runtime import Runtime
from bot.telegram.texts import not_handled, only_in_private, set_aside, trying_again
from conversations.dialogue.events import FileKept
from conversations.dialogue.inputs import Done
from conversations.dialogue.state import Asking, AtDesk, AtOffice, Collecting, Opened, Repeating, State
from conversations.languages import matching, offered, speaking
from storage import PAUSES, Apologies, Batches, Heard, NoInput, Outcome, RawUpdate, Setting, StepFunction, Store, Taken

_LOG = logging.getLogger(__name__)


class Turns:
    """Reads updates for the batches, and acts on the outcome of each batch."""

    def __init__(  # noqa: PLR0913, PLR0917 - the last part of the bot: it drives all others
        self,
        store: Store,
        step: StepFunction,
        delivery: Delivery,
        fetching: Fetching,
        username: Callable[[], str],
        runtime: Runtime,
        pauses: Sequence[float] = PAUSES,
    ) -> None:
        self._store = store
        self._delivery = delivery
        self._fetching = fetching
        self._username = username
        self._database_health = runtime.database_health
        self._metrics = runtime.metrics
        self._pending = runtime.pending
        self._clock = runtime.clock
        setting = Setting(step, store.admins, username, store.operator, store.codes, not runtime.locks.shared)
        apologies = Apologies(
            trying_again, set_aside, lambda update_id, error: not_handled(update_id, type(error).__name__), places
        )
        self.batches = Batches(
            store.database,
            setting,
            self.heard,
            self._clock,
            apologies=apologies,
            pauses=pauses,
            follow=self._follow,
            fails=self._fails,
        )

    async def take(self, raws: Sequence[RawUpdate]) -> None:
        """Keep updates and handle them; raises if some of them may not be kept."""
        if raws:
            await self.batches.take([self._without_group_talk(raw) for raw in raws])

    async def look(self) -> None:
        """Handle the due updates of the inbox."""
        self.batches.look(await self._store.inbox.chats_due(self._clock()))

    def heard(self, raw: RawUpdate) -> Heard | NoInput | None:
        """Read an update for a batch; ``None`` if there is nothing to answer."""
        reading = read(raw.body, raw.sent_at)
        given, chat_id = reading.given, reading.chat_id
        if chat_id is None:
            return None
        if isinstance(given, Membership):
            return _membership_change(reading, chat_id)
        if not reading.private:
            language = given.language if isinstance(given, Done) else ""
            return self._link_to_private_chat(raw, chat_id, language)
        if given is None:
            return None
        given, is_fetched = self._fetching.with_content(raw.update_id, given)
        user_id = reading.user_id or chat_id
        return Heard(raw.update_id, chat_id, user_id, given, reading.query_id, reading.name, is_fetched)

    def _without_group_talk(self, raw: RawUpdate) -> RawUpdate:
        """Drop the messages of a group or channel to each other: nobody there agreed that they are kept."""
        is_elsewhere = raw.chat_id is not None and raw.chat_id < 0
        if is_elsewhere and is_talk(raw.body) and not is_meant(raw.body, self._username()):
            return replace(raw, body={"update_id": raw.update_id})
        return raw

    def _link_to_private_chat(self, raw: RawUpdate, chat_id: int, language: str) -> NoInput | None:
        """Answer in a group with the link to the private chat, and send to this group again if that was stopped.

        A group has no language: the answer has that of the app of the person who wrote.
        """
        if not is_meant(raw.body, self._username()):
            return None
        with speaking(matching(language, offered())):
            return NoInput(chat_id, (only_in_private(self._username(), topic_of(raw.body)),), resumes=True)

    def _follow(self, taken: Taken) -> None:
        """Start sending at once; fetch files, count and log after that: people wait for answers, nobody for the log."""
        for chat_id, outgoing_messages in taken.mail.items():
            with _logged(chat=chat_id):
                self._delivery.wake(chat_id, outgoing_messages)
        asyncio.get_running_loop().call_soon(self._finish, taken)

    def _finish(self, taken: Taken) -> None:
        with _logged():
            self._database_health.works("turns")
            self._metrics.accepted(len(taken.new))
        for outcome in taken.outcomes:
            for end in (partial(self._note, seconds=taken.seconds), self._end):
                with _logged(update=outcome.raw.update_id, chat=outcome.raw.chat_id):
                    end(outcome)

    def _note(self, outcome: Outcome, seconds: float) -> None:
        """Count an update, and log it in one line: ids, the kind of input, the person's state."""
        raw, step = outcome.raw, outcome.step
        words, kind = self._words(outcome)
        self._metrics.turned(words, seconds)
        if outcome.fate == "waits for its file":  # logged when the file has arrived
            return
        details = fields(
            update=raw.update_id,
            chat=raw.chat_id,
            input=kind,
            ms=round(seconds * 1000, 1),
            outcome=words,
            **({"state": state_label(step.conversation.state)} if step else {}),
            **({"error": places(outcome.error)} if outcome.error else {}),
        )
        _LOG.log(logging.ERROR if outcome.error else logging.INFO, "turn", extra=details)

    def _end(self, outcome: Outcome) -> None:
        """Fetch or drop the file of an update, and tell those who wait for the update."""
        raw, step = outcome.raw, outcome.step
        if outcome.fate == "waits for its file":
            self._fetching.start(raw.chat_id or 0)
        elif outcome.fate in {"handled", "set aside"}:
            is_kept = step is not None and any(isinstance(event, FileKept) for event in step.events)
            self._fetching.done(raw.update_id, is_kept=is_kept)
            self._pending.handled(raw.update_id, raw.chat_id)

    def _words(self, outcome: Outcome) -> tuple[TurnOutcome, str]:
        """Return the outcome of an update and the kind of its input, for the log."""
        raw = outcome.raw
        if outcome.heard is not None and outcome.step is not None:
            return "done", outcome.heard.given.did
        reading = read(raw.body, raw.sent_at)
        kind = _kind(reading)
        if outcome.fate != "handled":
            return outcome.fate, kind
        if isinstance(reading.given, Membership):
            return "moved", kind
        has_link = not reading.private and is_meant(raw.body, self._username())
        return ("sent to the private chat" if has_link else "nothing to answer"), kind

    def _fails(self, error: Exception, chats: Collection[int]) -> None:
        """Note that the database does not work; the next sweep handles the chats."""
        # only private chats, whose ids are positive, are told
        self._database_health.fails("turns", error, [chat_id for chat_id in chats if chat_id > 0])


@contextmanager
def _logged(**ids: int | None) -> Iterator[None]:
    """Log an error by ids. The turn is committed, so that the next sweep sends or fetches the rest."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - whatever it is, the chat goes on
        _LOG.error("something failed after the commit", extra=fields(**ids, error=places(error)))


def _membership_change(reading: Reading, chat_id: int) -> NoInput | None:
    """Stop sending to a person who blocked the bot; send again if they, or a group, took the bot back."""
    if reading.given is Membership.RETURNED:
        return NoInput(chat_id, resumes=True)
    return NoInput(chat_id, stops=True) if reading.private else None


def _kind(reading: Reading) -> str:
    if isinstance(reading.given, Membership):
        return reading.given.value
    return reading.given.did if reading.given else "none"


def state_label(state: State) -> str:
    """Return a state for the log: its name with the path of its question, its section or its page, no answers."""
    match state:
        case Asking() | Collecting():
            return f"{state.at} {state.question}"
        case Repeating() | Opened():
            return f"{state.at} {state.section}"
        case AtDesk() | AtOffice():
            return f"{state.at} {state.page.page}"
        case _:
            return state.at
