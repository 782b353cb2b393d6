"""The pages for coordinators and admins, as parts of the state; a submission is named by its number."""

from typing import Annotated, Literal

from pydantic import Field

from conversations.dialogue.model import Format, Frozen, Selection

Shelf = Literal["waiting", "changes_requested", "approved", "declined", "withdrawn", "draft"]
"""The status of the listed submissions; ``waiting`` are those that wait for a coordinator."""


class Wanted(Frozen):
    """The filters of a queue; ``page`` counts from 0, ``mine`` lists only what the coordinator has claimed."""

    shelf: Shelf = "waiting"
    theme: str | None = None
    country: str | None = None
    mine: bool = False
    page: int = 0


class Queue(Frozen):
    """The queue; submissions that have waited longest come first.

    ``first`` says that the coordinator has just begun: it offers a practice of their own, too.
    """

    page: Literal["queue"] = "queue"
    first: bool = False


Filter = Literal["shelf", "theme", "country"]
"""A filter of the queue with values to choose from."""


class Narrowing(Frozen):
    """The values of one filter of the queue."""

    page: Literal["narrowing"] = "narrowing"
    by: Filter


class Card(Frozen):
    """One submission: its status, its comments, and the next moves."""

    page: Literal["card"] = "card"
    submission: int


class Reading(Frozen):
    """One section of a submission: each question with its answer and comments."""

    page: Literal["reading"] = "reading"
    submission: int
    section: str


class Whole(Frozen):
    """A whole submission, in several messages."""

    page: Literal["whole"] = "whole"
    submission: int


class Changes(Frozen):
    """The changes since the coordinator last read the submission, word by word."""

    page: Literal["changes"] = "changes"
    submission: int


Back = Literal["reading", "whole", "changes"]
"""The page that a comment was begun from."""


class Commenting(Frozen):
    """A comment is to be written; ``comment`` is an earlier one that it replaces, or continues (``adding``)."""

    page: Literal["commenting"] = "commenting"
    submission: int
    question: str
    weight: Literal["must fix", "suggestion"] = "must fix"
    comment: int | None = None
    adding: bool = False
    back: Back = "reading"

    @property
    def section(self) -> Reading:
        """The page of the question's section."""
        return Reading(submission=self.submission, section=self.question.partition(".")[0])


class Declining(Frozen):
    """The reason for declining is to be written; ``note`` is the number of one that was written before."""

    page: Literal["declining"] = "declining"
    submission: int
    note: int | None = None


class Confirming(Frozen):
    """A decision is to be confirmed, since the author will hear of it; ``reason`` goes with a refusal."""

    page: Literal["confirming"] = "confirming"
    submission: int
    decision: Literal["request", "approve", "decline", "reopen"]
    reason: str = ""


class Notifying(Frozen):
    """The choice how often the coordinator hears of news."""

    page: Literal["notifying"] = "notifying"


class Questions(Frozen):
    """The authors' questions that wait for a reply; ``leaf`` is the page, from 0."""

    page: Literal["questions"] = "questions"
    leaf: int = 0


class Asked(Frozen):
    """All questions of the author about one practice, answered ones too."""

    page: Literal["asked"] = "asked"
    submission: int


class Question(Frozen):
    """One question of an author, with all that was said about it."""

    page: Literal["question"] = "question"
    submission: int
    enquiry: int


class Answering(Frozen):
    """A reply to an author is to be written, or to be sent; ``note`` is the number of the note with its text.

    ``known`` is how many messages of the talk the coordinator had seen.
    """

    page: Literal["answering"] = "answering"
    submission: int
    enquiry: int
    known: int
    note: int | None = None

    @property
    def question(self) -> Question:
        """The page of the question."""
        return Question(submission=self.submission, enquiry=self.enquiry)


class Finding(Frozen):
    """The practices that have all of the words, or the question for words; ``leaf`` is the page, from 0."""

    page: Literal["finding"] = "finding"
    words: str = ""
    leaf: int = 0


ReviewPage = Annotated[
    Queue
    | Finding
    | Narrowing
    | Card
    | Reading
    | Whole
    | Changes
    | Commenting
    | Declining
    | Confirming
    | Notifying
    | Questions
    | Asked
    | Question
    | Answering,
    Field(discriminator="page"),
]


class Office(Frozen):
    """The admin page, which leads to all others."""

    page: Literal["office"] = "office"


class People(Frozen):
    """The people with a role; ``leaf`` is the page, from 0. ``words`` are parts of a name that was typed, or empty."""

    page: Literal["people"] = "people"
    leaf: int = 0
    words: str = ""


class Sharing(Frozen):
    """A contact is to be shared, to find a person."""

    page: Literal["sharing"] = "sharing"


class OnePerson(Frozen):
    """One person, and the roles they can get."""

    page: Literal["person"] = "person"
    user: int


class Changing(Frozen):
    """A change of role is to be confirmed."""

    page: Literal["changing"] = "changing"
    user: int
    role: Literal["practitioner", "coordinator", "admin"]


class Inviting(Frozen):
    """The open invitations."""

    page: Literal["inviting"] = "inviting"


class Exporting(Selection):
    """The choices for an export; ``by`` is the filter whose values are shown."""

    page: Literal["exporting"] = "exporting"
    format: Format = "xlsx"
    by: Literal["theme", "country"] | None = None


class Audit(Frozen):
    """The audit log, newest first; ``leaf`` is the page, from 0."""

    page: Literal["audit"] = "audit"
    leaf: int = 0


AdminPage = Annotated[
    Office | People | Sharing | OnePerson | Changing | Inviting | Exporting | Audit, Field(discriminator="page")
]
