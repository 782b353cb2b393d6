"""The strongest check: the results of the same inputs in the pure core, compared with the database and the messages."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from hashlib import sha256
from typing import Any

from trials.people import Heard, Json, said_to

from bot.clock import now
from bot.sandbox import Sandbox
from bot.telegram.reading import Membership, read
from bot.telegram.sending import write
from conversations.dialogue.conversation import Conversation, Step
from conversations.dialogue.events import Event, Submitted
from conversations.dialogue.inputs import Attached, Registered
from conversations.dialogue.repositories import NoRepository, ReviewRepository
from conversations.dialogue.review_record import Member
from conversations.engine.engine import step
from conversations.filling.attachments import takes_file
from storage import Database, conversation_of, history_of


class Own(NoRepository):
    """The repositories of a practitioner: nothing can be found, and moves are their own."""

    def __init__(self, user: int) -> None:
        self.me = Member(user=user, name="")


@dataclass
class Replayed:
    """The results of a person's updates: the conversation, and for each update its events and replies."""

    content_of: Callable[[str], bytes]
    repository: ReviewRepository
    conversation: Conversation = field(default_factory=Conversation)
    events: dict[int, list[Event]] = field(default_factory=dict)
    says: list[tuple[int, str]] = field(default_factory=list)

    def hear(self, update: Json, stored: Conversation) -> None:
        """Take the step for an update; the references are those of the collection."""
        reading = read(update)
        given = reading.given
        if given is None or isinstance(given, Membership):
            raise TypeError("people of a trial write, press, edit and send")
        if isinstance(given, Attached) and takes_file(self.conversation, given):
            content = self.content_of(reading.file_id or "")
            given = given.model_copy(update={"sha256": sha256(content).hexdigest(), "size": len(content)})
        number = update["update_id"]
        self.events[number] = []
        taken = self._take(number, step(self.conversation, given, now(), self.repository))
        for event in taken.events:
            if isinstance(event, Submitted):
                reference = next(draft.reference for draft in stored.drafts if draft.number == event.draft)
                registered = Registered(reference=reference or "")
                self._take(number, step(self.conversation, registered, now(), self.repository))

    def _take(self, number: int, taken: Step) -> Step:
        self.conversation = taken.conversation
        self.events[number] += taken.events
        self.says += [(number, page.html) for reply in taken.replies for page in write(reply)]
        return taken


@dataclass
class Findings:
    """The results of the inputs, counted."""

    people: int = 0
    inputs: int = 0
    found: int = 0
    doubled: int = 0
    lost: int = 0
    misfiled: int = 0
    unanswered: int = 0
    said_again: int = 0
    warned: int = 0
    """Messages that say that they may be a repetition; some of them are none."""
    unwarned: int = 0
    """Repeated messages that do not say so; a message that is redrawn again is not a repetition."""
    late: int = 0
    """Presses that are 150 s old, which Telegram lets nobody answer: they are saved, and their reply comes."""

    def __add__(self, other: "Findings") -> "Findings":
        return Findings(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(self)))

    @property
    def kept(self) -> bool:
        """Whether every input was found once, in its place, and answered."""
        return self.inputs == self.found and not (self.doubled or self.lost or self.misfiled or self.unanswered)


async def findings_of(db: Database, sandbox: Sandbox, chat_id: int, updates: Sequence[Json]) -> Findings:
    """Compare a person's data and messages with the results of the same updates in order."""
    stored = await conversation_of(db, chat_id)
    expected = Replayed(sandbox.world.files.content_of, Own(chat_id))
    for update in updates:
        expected.hear(update, stored)
    happened: dict[int, list[Event]] = {number: [] for number in expected.events}
    for row in await history_of(db, chat_id):
        happened.setdefault(row.update_id or 0, []).append(row.event)
    findings = _filed(expected.events, happened)
    findings.misfiled += timeless(stored) != timeless(expected.conversation)
    said = said_to(sandbox.calls, chat_id)
    silent, findings.said_again = _heard(expected.says, said)
    findings.warned, findings.unwarned = sum(one.warns for one in said), _unwarned(expected.says, said)
    silent_presses, findings.late = _presses(sandbox, updates)
    findings.unanswered = len(silent | silent_presses)
    return findings


def _filed(expected: dict[int, list[Event]], happened: dict[int, list[Event]]) -> Findings:
    """Count the updates by the history entries with their number."""
    kinds = Counter(_filing(expected.get(number, []), events) for number, events in happened.items())
    return Findings(people=1, inputs=len(expected), **kinds)


def _filing(expected: list[Event], events: list[Event]) -> str:
    if events == expected:
        return "found"
    if len(events) == len(expected):
        return "misfiled"
    return "doubled" if len(events) > len(expected) else "lost"


def _heard(expected: Sequence[tuple[int, str]], said: Iterable[Heard]) -> tuple[set[int], int]:
    """Match the messages with the expected ones, in order; return the unanswered updates and the repetitions."""
    texts, unanswered = [one.text for one in said], list[int]()
    at = 0
    for number, text in expected:
        if text in texts[at:]:
            at = texts.index(text, at) + 1
        else:  # only this one is missing: the next ones may be there
            unanswered.append(number)
    return set(unanswered), len(texts) - len(expected) + len(unanswered)


def _unwarned(expected: Sequence[tuple[int, str]], said: Iterable[Heard]) -> int:
    """Count the repetitions that do not say so."""
    once = Counter(text for _, text in expected)
    came = Counter(one.text for one in said if not one.warns and not one.redraws)
    return sum(max(0, times - once[text]) for text, times in came.items() if text in once)


def _presses(sandbox: Sandbox, updates: Iterable[Json]) -> tuple[set[int], int]:
    """Return the presses that nobody tried to answer, and the number of late answers."""
    tried = {call.params["callback_query_id"] for call in sandbox.calls if call.method == "answerCallbackQuery"}
    presses = {update["update_id"]: update["callback_query"]["id"] for update in updates if "callback_query" in update}
    late = [query for query in presses.values() if query in tried and not sandbox.world.queries[query].answered]
    return {number for number, query in presses.items() if query not in tried}, len(late)


def timeless(conversation: Conversation) -> Any:  # noqa: ANN401 - plain data of any shape
    """Return the conversation as plain data without its times, which differ in a replay."""
    return _timeless(conversation.model_dump())


def _timeless(value: Any) -> Any:  # noqa: ANN401 - plain data of any shape
    if isinstance(value, dict):
        return {key: _timeless(each) for key, each in value.items() if not isinstance(each, datetime)}
    return [_timeless(each) for each in value] if isinstance(value, list | tuple) else value
