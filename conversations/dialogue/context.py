"""One turn of the talk while it is being worked out: what ``step`` fills in and hands back as a ``Step``."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from conversations.dialogue.audit import AuditEntry
from conversations.dialogue.conversation import Conversation, Draft, Handled, Reminder, Step, Undo
from conversations.dialogue.events import Event
from conversations.dialogue.model import Consent
from conversations.dialogue.replies import Document, Line, Notification, Reply
from conversations.dialogue.repositories import Desk, Nowhere, Submission
from conversations.dialogue.state import Asking, Collecting, Onward, ReturnTo, State
from conversations.fields import ReadingContext
from conversations.form import completion
from conversations.form.asked import Asked, asked_at

if TYPE_CHECKING:
    from conversations.dialogue.model import Every, Reviewer


Reads = Literal["", "privacy", "questions"]
"""What the person has asked to read above the place: the text on their data, or all questions."""


class Context:
    """The conversation as it is so far in this turn, what to say above the next question, and what has happened.

    It lives within one call of ``step``, so that ``step`` as a whole stays pure. ``noted`` is the conversation up to
    which ``undoing`` has noted what changed.
    """

    def __init__(self, conversation: Conversation, now: datetime, desk: Desk | None = None, language: str = "") -> None:
        """Begin a turn at ``now`` (UTC); ``language`` is that of the person's app: it is used and not kept."""
        self.conversation = conversation
        self.noted = conversation
        self.now = now
        self.desk: Desk = desk or Nowhere()
        self.notifications: list[Notification] = []
        self.every: Every | None = None
        self.audit_entries: list[AuditEntry] = []
        self.invite: Reviewer | None = None
        self.forget = False
        self._handled: dict[int, Handled] = {}
        self.said: list[str | Line] = []
        self.events: list[Event] = []
        self.toast = ""
        self.pressed_message = 0
        self.redraws: int | None = None
        self.language = language
        self.silent = False
        self.reads: Reads = ""
        self._enclosed: list[Reply] = []
        self._checked: list[tuple[completion.Values, Mapping[str, str]]] = []
        self._valued: tuple[Draft | None, completion.Values] = (None, {})

    @property
    def state(self) -> State:
        """Where the person is."""
        return self.conversation.state

    @property
    def today(self) -> date:
        """The day of the turn."""
        return self.now.date()

    @property
    def draft(self) -> Draft:
        """The draft in hand; LookupError where there is none."""
        return self.numbered(self.conversation.hand)

    def numbered(self, number: int | None) -> Draft:
        """Find a draft by its number; LookupError where there is none."""
        for draft in self.conversation.drafts:
            if draft.number == number:
                return draft
        raise LookupError(f"there is no draft {number}")

    @property
    def values(self) -> completion.Values:
        """The values of the draft in hand, by question path."""
        draft = self.draft
        if draft is not self._valued[0]:
            self._valued = draft, draft.values
        return self._valued[1]

    def reading_context(self, draft: Draft) -> ReadingContext:
        """Give what a kind may look at when it reads an answer for that draft."""
        others = (other for other in self.conversation.drafts if other.number != draft.number)
        latest = sorted(others, key=lambda other: other.updated_at, reverse=True)
        return ReadingContext(self.today, draft.values, tuple(other.values for other in latest), self.language)

    @property
    def problems(self) -> Mapping[str, str]:
        """What is to fix in the draft in hand, by question path."""
        return self.problems_of(self.values)

    def problems_of(self, values: completion.Values) -> Mapping[str, str]:
        """Say what would be to fix in a draft; the same values are looked at several times in a step."""
        for known, problems in self._checked:
            if known == values:
                return problems
        self._checked.append((values, completion.problems(values, self.today)))
        return self._checked[-1][1]

    def say(self, *sentences: str | Line) -> None:
        """Put sentences above what is shown next; one that names somebody is a line."""
        self.said.extend(sentence for sentence in sentences if sentence)

    def note_on_button(self, words: str) -> None:
        """Say it on the pressed button alone: what is shown stays, unless there is something else to say."""
        self.toast = words
        if self.said:
            self.say(words)
        else:
            self.silent = True

    def happened(self, event: Event) -> None:
        """Note an event for the history."""
        self.events.append(event)

    def keep(self, draft: Draft) -> None:
        """Put a changed draft, or a new one, in its place."""
        changed = draft.model_copy(update={"updated_at": self.now})
        others = {other.number: other for other in self.conversation.drafts} | {draft.number: changed}
        self._set(drafts=tuple(others[number] for number in sorted(others)))

    def drop(self, number: int) -> None:
        """Take a draft away for good; its number is never given again, and nothing reminds of it."""
        conversation = self.conversation
        reminder = conversation.reminder
        self._set(
            drafts=tuple(draft for draft in conversation.drafts if draft.number != number),
            begun=max(conversation.begun, number),
            reminder=None if reminder and reminder.draft == number else reminder,
        )

    def handle(self, submission: Submission, draft: Draft, *events: Event) -> None:
        """Put a changed dossier of somebody else in its place, with what happened to it."""
        before = self._handled.get(submission.number)
        told = (*(before.events if before else ()), *events)
        self._handled[submission.number] = Handled(
            number=submission.number, author=submission.author, draft=draft, events=told
        )

    def submission(self, number: int) -> Submission | None:
        """Find a dossier as it is so far in this turn."""
        handled = self._handled.get(number)
        if handled is None:
            return self.desk.submission(number)
        return Submission(number, handled.author, handled.draft)

    def write_to(self, chat: int, reply: Reply) -> None:
        """Say something to somebody else."""
        self.notifications.append(Notification(to=chat, reply=reply))

    def enclose(self, document: Document, caption: str) -> None:
        """Send a document after what is shown, with words under it."""
        self._enclosed.append(Reply(lines=(Line(text=caption),), document=document))

    def tell(self, reply: Reply) -> None:
        """Say something in a message of its own, after what is shown."""
        self._enclosed.append(reply)

    def did(self, audit_entry: AuditEntry) -> None:
        """Note what was done in the office."""
        self.audit_entries.append(audit_entry)

    def remark(self, message: int, submission: int) -> None:
        """Remember the message that gave a comment."""
        self._set(remarks=self.conversation.remarks | {message: submission})

    def remind(self, reminder: Reminder | None) -> None:
        """Remember when to remind the person; there is one moment at most."""
        self._set(reminder=reminder)

    def begin_anew(self, conversation: Conversation) -> None:
        """Delete all that is kept about the person but this, and what happened in this turn."""
        self.conversation, self.forget = conversation, True
        self.events.clear()

    def remember(self, undo: tuple[Undo, ...]) -> None:
        """Remember what can be taken back; what has changed until now is accounted for."""
        self._set(undo=undo)
        self.noted = self.conversation

    def hold(self, number: int | None) -> None:
        """Take another draft in hand."""
        self._set(hand=number)

    def agree(self, consent: Consent) -> None:
        """Keep the yes of the person."""
        self._set(consent=consent)

    def press(self, pressed: str) -> None:
        """Remember the last press, to know a double tap."""
        self._set(pressed=pressed)

    def stay(self, state: State) -> None:
        """Change the place a little: buttons that are shown stay good."""
        self._set(state=state)

    def go(self, state: State) -> None:
        """Show something else: buttons shown so far become old."""
        self._set(state=state, keyboard_version=self.conversation.keyboard_version + 1)

    def ask(self, asked: Asked, return_to: ReturnTo | None = None) -> None:
        """Ask a question."""
        self.go(Asking(question=asked.path, return_to=return_to or Onward()))

    @property
    def asked(self) -> Asked | None:
        """The question that is open now, if one is."""
        return asked_at(self.state.question) if isinstance(self.state, Asking | Collecting) else None

    def done(self, replies: tuple[Reply, ...]) -> Step:
        """Hand the turn back."""
        return Step(
            conversation=self.conversation,
            replies=(*replies, *self._enclosed),
            events=tuple(self.events),
            toast=self.toast,
            handled=tuple(self._handled.values()),
            notifications=tuple(self.notifications),
            every=self.every,
            audit_entries=tuple(self.audit_entries),
            invite=self.invite,
            forget=self.forget,
        )

    def _set(self, **changes: object) -> None:
        self.conversation = self.conversation.model_copy(update=changes)
