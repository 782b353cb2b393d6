"""What a step decides, beside the conversation itself: what is said, to whom, and what storage is to do."""

from typing import Literal

from conversations.dialogue.audit import AuditEntry
from conversations.dialogue.conversation import Conversation, Draft, Handled, Received, Step
from conversations.dialogue.events import Event
from conversations.dialogue.model import Every, Reviewer
from conversations.dialogue.replies import Button, Document, Line, Notification, Reply
from conversations.dialogue.repositories import Submission
from conversations.languages import current

Reads = Literal["", "privacy", "questions"]
"""What the person has asked to read above the state: the text on their data, or all questions."""


class Changes:
    """Collects the decisions of one step; ``as_step`` hands them over."""

    reads: Reads = ""
    """What stands above all else that is shown."""

    silent: bool = False
    """The state is not shown again."""

    briefly: bool = False
    """Only what is said is shown, with the buttons of the state."""

    toast: str = ""
    """The short note on the pressed button."""

    redraws: int | None = None
    """The message that the next reply replaces."""

    every: Every | None = None
    """How often the person wants to hear of news from now on, if this step changes that."""

    invite: Reviewer | int | None = None
    """What an invitation gives that storage is to make: a role, or the submission with this number."""

    received: Received | None = None
    """The practice that an invitation gives the person."""

    forget: bool = False
    """All that is stored about the person is to be deleted."""

    def __init__(self) -> None:
        """Begin with no decision."""
        self.said: list[str | Line] = []
        self.events: list[Event] = []
        self.audit_entries: list[AuditEntry] = []
        self._own_messages: list[Reply] = []
        self._notifications: list[Notification] = []
        self._handled: dict[int, Handled] = {}

    # To the person

    def say(self, *sentences: str | Line) -> None:
        """Put sentences above what is shown next; one that names somebody is a ``Line``."""
        self.said.extend(sentence for sentence in sentences if sentence)

    def note_on_button(self, words: str) -> None:
        """Say something on the pressed button alone: what is shown stays, unless there is something else to say."""
        self.toast = words
        if self.said:
            self.say(words)
        else:
            self.silent = True

    def enclose(self, document: Document, caption: str, rows: tuple[tuple[Button, ...], ...] = ()) -> None:
        """Send a document in the language of the talk after what is shown, with words and buttons under it."""
        spoken = document.model_copy(update={"language": current()})
        self.tell(Reply(lines=(Line(text=caption),), document=spoken, rows=rows))

    def tell(self, reply: Reply) -> None:
        """Say something in a message of its own, after what is shown."""
        self._own_messages.append(reply)

    # To others

    def write_to(self, chat: int, reply: Reply) -> None:
        """Say something to somebody else."""
        self._notifications.append(Notification(to=chat, reply=reply))

    def handle(self, submission: Submission, draft: Draft, *events: Event) -> None:
        """Store a changed draft of somebody else, with what happened to it."""
        before = self._handled.get(submission.number)
        told = (*(before.events if before else ()), *events)
        self._handled[submission.number] = Handled(
            number=submission.number, author=submission.author, draft=draft, events=told
        )

    # To the records

    def happened(self, event: Event) -> None:
        """Note an event for the history."""
        self.events.append(event)

    def did(self, audit_entry: AuditEntry) -> None:
        """Note for the audit log what an admin did."""
        self.audit_entries.append(audit_entry)

    def as_step(self, conversation: Conversation, replies: tuple[Reply, ...]) -> Step:
        """Hand over the conversation as it is now, what is shown, and all decisions."""
        return Step(
            conversation=conversation,
            replies=(*replies, *self._own_messages),
            events=tuple(self.events),
            toast=self.toast,
            handled=tuple(self._handled.values()),
            notifications=tuple(self._notifications),
            every=self.every,
            audit_entries=tuple(self.audit_entries),
            invite=self.invite,
            received=self.received,
            forget=self.forget,
        )
