"""The context of a step: what it may read, the conversation that it changes, and what else it decides."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from conversations.dialogue.changes import Changes
from conversations.dialogue.conversation import Conversation, Draft, Note, Reminder, Step, Undo
from conversations.dialogue.model import Consent
from conversations.dialogue.paper import HeldPaper
from conversations.dialogue.replies import Reply
from conversations.dialogue.repositories import NoRepository, ReviewRepository, Submission
from conversations.dialogue.state import Asking, Collecting, Onward, ReturnTo, State
from conversations.fields import ReadingContext
from conversations.form import completion
from conversations.form.asked import Asked, asked_at
from conversations.languages import at_desk, current, speak, speaking


class Context(Changes):
    """The conversation as this step has left it so far, with all that the step may read and has decided.

    It lives within one call of ``step``, so that ``step`` as a whole stays pure. It is one object, not a pair of
    readings and decisions, because a step reads what it has just changed: the next question follows from the answer
    that was stored a line before. ``Changes`` holds what is only written.

    ``pressed_message`` is the message of the pressed button, 0 if none was pressed. ``noted`` is the conversation up to
    which undo has noted what changed.
    """

    def __init__(self, conversation: Conversation, now: datetime, repository: ReviewRepository | None = None) -> None:
        """Begin a step at ``now`` (UTC)."""
        super().__init__()
        self.conversation = conversation
        self.noted = conversation
        self.now = now
        self.repository: ReviewRepository = repository or NoRepository()
        self.pressed_message = 0
        self._checked: list[tuple[str, completion.Values, Mapping[str, str]]] = []
        self._valued: tuple[Draft | None, completion.Values] = (None, {})

    # What may be read

    @property
    def state(self) -> State:
        """Where the person is."""
        return self.conversation.state

    @property
    def asked(self) -> Asked | None:
        """The question that is open now, if one is."""
        return asked_at(self.state.question) if isinstance(self.state, Asking | Collecting) else None

    @property
    def today(self) -> date:
        """The day of the step (UTC)."""
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

    @property
    def problems(self) -> Mapping[str, str]:
        """What is to fix in the draft in hand, by question path."""
        return self.problems_of(self.values)

    def problems_of(self, values: completion.Values) -> Mapping[str, str]:
        """Find what is to fix among some values, by question path; results are cached, since a step asks often."""
        for language, known, problems in self._checked:
            if language == current() and known == values:
                return problems
        self._checked.append((current(), values, completion.problems(values, self.today)))
        return self._checked[-1][2]

    def reading_context(self, draft: Draft) -> ReadingContext:
        """Give what a field kind may look at when it reads an answer for that draft."""
        others = (other for other in self.conversation.drafts if other.number != draft.number)
        app = self.conversation.app_language
        latest = sorted(others, key=lambda other: other.updated_at, reverse=True)
        return ReadingContext(self.today, draft.values, tuple(other.values for other in latest), app)

    def submission(self, number: int) -> Submission | None:
        """Find a submission as this step has left it so far."""
        handled = self._handled.get(number)
        if handled is None:
            return self.repository.submission(number)
        return Submission(number, handled.author, handled.draft)

    def as_handled(self, submission: Submission) -> Submission:
        """Give a submission that was looked up as this step has left it so far."""
        handled = self._handled.get(submission.number)
        return submission if handled is None else Submission(submission.number, handled.author, handled.draft)

    # Messages to others, each in the language of their talk

    def write_to_author(self, author: int, write: Callable[[], Reply]) -> None:
        """Say to an author what ``write`` writes in the author's language."""
        with speaking(self.repository.language_of(author)):
            self.write_to(author, write())

    def write_to_desk(self, user: int, write: Callable[[], Reply]) -> None:
        """Say to a coordinator or admin what ``write`` writes in the language of their pages."""
        with speaking(at_desk(self.repository.language_of(user))):
            self.write_to(user, write())

    # Changes to the state

    def stay(self, state: State) -> None:
        """Change details of the state: the buttons that are shown still work."""
        self._set(state=state)

    def go(self, state: State) -> None:
        """Go to another state: the buttons shown so far become old."""
        self._set(state=state, keyboard_version=self.conversation.keyboard_version + 1)

    def ask(self, asked: Asked, return_to: ReturnTo | None = None) -> None:
        """Ask a question."""
        self.go(Asking(question=asked.path, return_to=return_to or Onward()))

    # Changes to the drafts

    def keep(self, draft: Draft) -> None:
        """Store a changed or new draft."""
        changed = draft.model_copy(update={"updated_at": self.now, "language": self.conversation.speaks})
        others = {other.number: other for other in self.conversation.drafts} | {draft.number: changed}
        self._set(drafts=tuple(others[number] for number in sorted(others)))

    def drop(self, number: int) -> None:
        """Delete a draft; its number is never given again, and its reminder goes with it."""
        conversation = self.conversation
        reminder = conversation.reminder
        self._set(
            drafts=tuple(draft for draft in conversation.drafts if draft.number != number),
            begun=max(conversation.begun, number),
            reminder=None if reminder and reminder.draft == number else reminder,
        )

    def hold(self, number: int | None) -> None:
        """Take another draft in hand."""
        self._set(hand=number)

    # Changes to what else is remembered

    def agree(self, consent: Consent) -> None:
        """Store that the person agreed to the text on their data."""
        self._set(consent=consent)

    def press(self, pressed: str) -> None:
        """Remember the last press, to know a double tap."""
        self._set(pressed=pressed)

    def remember_comment(self, message: int, submission: int) -> None:
        """Remember the coordinator's message that gave a comment."""
        self._set(remarks=self.conversation.remarks | {message: submission})

    def keep_note(self, note: Note) -> None:
        """Store a coordinator's note, or change it."""
        others = {other.number: other for other in self.conversation.notes} | {note.number: note}
        self._set(notes=tuple(others.values()), noted=max(self.conversation.noted, note.number))

    def hold_paper(self, paper: HeldPaper | None) -> None:
        """Keep a Word form until a button is pressed, or forget it."""
        self._set(paper=paper)

    def drop_note(self, number: int) -> None:
        """Delete a note; its number is not given again."""
        self._set(notes=tuple(note for note in self.conversation.notes if note.number != number))

    def choose_language(self, code: str) -> None:
        """Speak a language from now on, and remember it."""
        self._set(language=code)
        speak(code)

    def ask_language(self, *, asked: bool) -> None:
        """Remember whether the list of languages was shown last."""
        if asked != self.conversation.asked_language:
            self._set(asked_language=asked)

    def remind(self, reminder: Reminder | None) -> None:
        """Set the reminder, or take it away; there is one at most."""
        self._set(reminder=reminder)

    def remember(self, undo: tuple[Undo, ...]) -> None:
        """Remember what undo can take back; it covers all changes up to now."""
        self._set(undo=undo)
        self.noted = self.conversation

    def erase_all_but(self, conversation: Conversation) -> None:
        """Delete all that is stored about the person, also the events of this step; only this conversation stays."""
        self.conversation, self.forget = conversation, True
        self.events.clear()

    def done(self, replies: tuple[Reply, ...]) -> Step:
        """End the step with these replies."""
        return self.as_step(self.conversation, replies)

    def _set(self, **changes: object) -> None:
        self.conversation = self.conversation.model_copy(update=changes)
