"""The stored conversation of one chat, its drafts, and the result of a step."""

from collections.abc import Mapping
from datetime import datetime

from pydantic import Field, JsonValue

from conversations.dialogue.audit import AuditEntry
from conversations.dialogue.events import Event, Source
from conversations.dialogue.model import Consent, Every, Frozen, Reviewer, Status
from conversations.dialogue.paper import HeldPaper
from conversations.dialogue.parts import joined
from conversations.dialogue.replies import Notification, Reply
from conversations.dialogue.review_record import Review
from conversations.dialogue.state import New, Part, State
from conversations.fields import VERSION
from conversations.fields.plain import words
from conversations.form import completion
from conversations.form.template import in_use
from conversations.languages import ENGLISH, Said, matching, offered

IN_HEADING = "§"
"""Stands before a word of the heading. Both full-text indexes take it for a letter; no word begins with it."""

LONGEST_WORD, MOST_SEARCHABLE = 64, 200_000
"""How many characters of a word, and of all words of a draft, can be searched for."""


class Answer(Frozen):
    """A stored value and its source; the value ``None`` means skipped.

    ``parts`` are the messages that gave it, in order, with their words; a press has none.
    """

    value: JsonValue
    source: Source
    parts: tuple[Part, ...] = ()
    at: datetime


class Attachment(Frozen):
    """A file that belongs to the answer to a question; its content is stored under its SHA-256.

    ``name`` is text only, never a path. ``message`` brought the file; ``size`` is in bytes.
    """

    question: str
    name: str
    sha256: str
    size: int
    message: int
    at: datetime


class Late(Frozen):
    """Words that came too late to be the answer to ``question`` without asking; ``text`` is empty once that is settled.

    ``message`` brought them; ``edited`` says that they correct an answer of that message.
    """

    question: str
    message: int
    text: str
    links: tuple[str, ...] = ()
    edited: bool = False

    @property
    def part(self) -> Part:
        """The words as the part of an answer."""
        return Part(message=self.message, text=self.text, links=self.links)


class Version(Frozen):
    """The answers and files as they were handed in once; versions are numbered from 1, a revision is the next one."""

    at: datetime
    answers: dict[str, Answer]
    attachments: tuple[Attachment, ...] = ()


class Draft(Frozen):
    """One practice of its author, from the first answer on; ``number`` counts the drafts of one chat from 1.

    ``answers`` maps question paths (``start.starting_year``, ``ran_meetings.meetings.0.name``) to answers. ``filed``
    maps each message that was read as an answer to its question, even if it was refused or has been replaced.
    ``advice`` maps question paths to advice that still holds. ``attachments`` are the files, in the order they came.
    ``left`` is the state in which the person left the draft for another one. ``late`` are words that wait for a press.
    ``read_texts`` maps question paths to doubtful texts of a Word form, which are offered when the question is asked.
    ``answers`` and ``attachments`` are the author's working copy; ``versions`` are what was handed in. ``identifier``
    is that of the export from which it was imported; every other draft has that of its row. ``language`` is the code
    of the talk's when the author last changed it.
    """

    number: int
    template_version: int = Field(default_factory=lambda: in_use().version)
    status: Status = "draft"
    language: str = ENGLISH
    reference: str | None = None
    created_at: datetime
    updated_at: datetime
    submitted_at: datetime | None = None
    decided_at: datetime | None = None
    answers: dict[str, Answer] = Field(default_factory=dict)
    filed: dict[int, str] = Field(default_factory=dict)
    advice: dict[str, str] = Field(default_factory=dict)
    attachments: tuple[Attachment, ...] = ()
    left: State | None = None
    late: tuple[Late, ...] = ()
    read_texts: dict[str, str] = Field(default_factory=dict)
    versions: tuple[Version, ...] = ()
    review: Review = Review()
    identifier: str = ""

    @property
    def values(self) -> Mapping[str, JsonValue]:
        """The values alone, by question path; answers to an older version of the form also carry its number."""
        values = {path: answer.value for path, answer in self.answers.items()}
        return values if self.template_version >= in_use().version else values | {VERSION: self.template_version}

    @property
    def handed_in(self) -> "Draft":
        """The draft with the answers and files of the last version that was handed in."""
        return self.at_version(len(self.versions))

    def at_version(self, number: int) -> "Draft":
        """Give the draft with the answers and files of a version; as it is now if it was never handed in."""
        if not self.versions:
            return self
        version = self.versions[number - 1]
        return self.model_copy(update={"answers": version.answers, "attachments": version.attachments})

    @property
    def unsent(self) -> tuple[str, ...]:
        """The paths whose answers or files have been changed since the last version was handed in."""
        if not self.versions:
            return ()
        return changed(self.versions[-1], self)

    @property
    def heading_words(self) -> list[str]:
        """The words of the title and the reference; the number of a reference is also there as people say it."""
        number = (self.reference or "").rpartition("-")[2].lstrip("0")
        return words(f"{self.handed_in.values.get(completion.FIRST) or ''} {self.reference or ''} {number}")

    @property
    def searchable(self) -> str:
        """The words of all that coordinators read of the author; those of the heading stand there twice.

        PostgreSQL takes no word over 2,046 bytes and no more than 1 MB: what is over the limits is cut.
        """
        heading = self.heading_words
        found = [*(f"{IN_HEADING}{word}" for word in heading), *heading, *completion.words_of(self.handed_in.values)]
        return " ".join(word[:LONGEST_WORD] for word in found)[:MOST_SEARCHABLE].rstrip()

    def files(self, path: str) -> tuple[Attachment, ...]:
        """List the files that came with the answer to a question."""
        return tuple(file for file in self.attachments if file.question == path)


def changed(before: Version | Draft, after: Version | Draft) -> tuple[str, ...]:
    """List the paths whose answers or files are not the same in both."""
    old, new = before.answers, after.answers
    paths = [path for path in {**old, **new} if _value(old.get(path)) != _value(new.get(path))]
    files = {file.question for file in {*before.attachments} ^ {*after.attachments}}
    return (*paths, *sorted(files - {*paths}))


def _value(answer: Answer | None) -> JsonValue:
    return answer.value if answer else None


class Reminder(Frozen):
    """When a person wants to be reminded, and of which draft."""

    draft: int
    at: datetime


class Undo(Frozen):
    """What one change of a draft replaced, so that it can be undone.

    ``number`` is in the Undo button, ``offered`` is the keyboard version of that button. ``hand`` and ``state`` say
    where the person was. ``answers``, ``advice`` and ``filed`` hold the old value of each key that changed (``None``:
    it had none), ``moved`` the same for comments by their numbers. ``files`` are all files from before; it is missing
    if they did not change. ``deleted`` is the whole draft if the change was its deletion. ``redo`` says that the change
    was itself an undo: its button does the change again.
    """

    number: int
    draft: int
    at: datetime
    hand: int | None
    state: State
    offered: int
    answers: dict[str, Answer | None] = Field(default_factory=dict)
    advice: dict[str, str | None] = Field(default_factory=dict)
    filed: dict[int, str | None] = Field(default_factory=dict)
    moved: dict[int, str | None] = Field(default_factory=dict)
    files: tuple[Attachment, ...] | None = None
    deleted: Draft | None = None
    redo: bool = False


class Note(Frozen):
    """What a coordinator wrote and what is no comment yet; it stays until it becomes one, or is deleted.

    ``number`` is in its buttons. ``parts`` are its messages. ``submission`` and ``questions`` (paths) say what it may
    be about. ``reason``: it was written as a reason for declining.
    """

    number: int
    parts: tuple[Part, ...]
    at: datetime
    submission: int | None = None
    questions: tuple[str, ...] = ()
    reason: bool = False

    @property
    def text(self) -> str:
        """The words."""
        return joined(self.parts)


class Conversation(Frozen):
    """All that the bot remembers of one chat; ``state`` is where the person is.

    ``keyboard_version`` rises with each question or page that is shown: a button with a lower one is old. ``pressed``
    is the last press that changed something: the same again is a double tap. ``hand`` is the number of the draft in
    hand. ``remarks`` (a stored name) maps a coordinator's messages with comments to the number of the submission.
    ``consent`` is the person's last yes to the text on their data. ``begun`` is the highest number of a deleted draft.
    There is at most one ``reminder``. ``undo`` are the last changes, the newest last. ``notes`` are a coordinator's,
    ``noted`` is the highest number of one so far. ``paper`` is a Word form that waits for a press. ``invited`` is the
    number of an invitation to a practice, which waits for the yes. ``language`` is the code of the language that the
    person has chosen, empty if none; ``app_language`` is that of their app, such as ``pt-br``, when they last wrote.
    ``asked_language`` says that the list of languages was shown last.
    """

    state: State = New()
    keyboard_version: int = 0
    hand: int | None = None
    pressed: str = ""
    drafts: tuple[Draft, ...] = ()
    remarks: dict[int, int] = Field(default_factory=dict)
    consent: Consent | None = None
    begun: int = 0
    reminder: Reminder | None = None
    undo: tuple[Undo, ...] = ()
    notes: tuple[Note, ...] = ()
    noted: int = 0
    paper: HeldPaper | None = None
    invited: int | None = None
    language: str = ""
    app_language: str = ""
    asked_language: bool = False

    @property
    def speaks(self) -> str:
        """The code of the language of the talk: the chosen one, else that of the app, if they are offered."""
        return matching(self.language or self.app_language, offered())

    @property
    def deleted(self) -> Mapping[int, Draft]:
        """The drafts that were deleted and can still be brought back, by their numbers."""
        return {each.draft: each.deleted for each in self.undo if each.deleted is not None}


class Handled(Frozen):
    """Another person's draft as the step left it: its number as a submission, and its author's chat."""

    number: int
    author: int
    draft: Draft
    events: tuple[Event, ...]


class Received(Frozen):
    """A practice of nobody that an invitation gave: its number as a submission, and as a draft of its new author."""

    invitation: int
    submission: int
    draft: int


class Step(Frozen):
    """What follows from an input: the conversation as it is now, what to say, what happened.

    ``toast`` is the short note on a pressed button, at most 200 characters. ``handled`` are drafts of others that a
    review changed, ``notifications`` messages to others, ``every`` how often the person wants to hear of news from now
    on. ``audit_entries`` is what an admin did. ``invite`` is the role, or the number of the submission, that a new
    invitation is to give: an ``Invited`` follows. ``received`` is a practice that the person gets, with its history.
    ``forget`` says that all that is stored about the person is to be deleted, except this conversation; the last reply
    says so, and is sent when that is done.
    """

    conversation: Conversation
    replies: tuple[Reply, ...] = ()
    events: tuple[Event, ...] = ()
    toast: Said = ""
    handled: tuple[Handled, ...] = ()
    notifications: tuple[Notification, ...] = ()
    every: Every | None = None
    audit_entries: tuple[AuditEntry, ...] = ()
    invite: Reviewer | int | None = None
    received: Received | None = None
    forget: bool = False

    def then(self, further: "Step") -> "Step":
        """Put this step and the one that followed from it together."""
        return further.model_copy(
            update={
                "replies": self.replies + further.replies,
                "events": self.events + further.events,
                "toast": self.toast,
                "handled": self.handled + further.handled,
                "notifications": self.notifications + further.notifications,
                "every": self.every,
                "audit_entries": self.audit_entries + further.audit_entries,
            }
        )
