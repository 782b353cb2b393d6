"""The pages of the review desk: what a coordinator may have open; a dossier is named by its number."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from conversations.dialogue.model import Format, Frozen, Status

Shelf = Literal["waiting", "changes_requested", "approved", "declined", "withdrawn", "draft"]
"""What a queue lists: submissions that wait for a coordinator, those of another status, or drafts in progress."""


class Wanted(Frozen):
    """What a queue is narrowed to; ``page`` counts from 0, ``mine`` is what the coordinator is on."""

    shelf: Shelf = "waiting"
    theme: str | None = None
    country: str | None = None
    mine: bool = False
    page: int = 0


class Queue(Frozen):
    """What waits, the longest first."""

    page: Literal["queue"] = "queue"


class Narrowing(Frozen):
    """The choices by which the queue can be narrowed."""

    page: Literal["narrowing"] = "narrowing"
    by: Literal["shelf", "theme", "country"]


class Card(Frozen):
    """One dossier: how far it is, what was said of it, what can be done."""

    page: Literal["card"] = "card"
    submission: int


class Reading(Frozen):
    """One section: each question with its answer and comments."""

    page: Literal["reading"] = "reading"
    submission: int
    section: str


class Whole(Frozen):
    """All of it, in messages."""

    page: Literal["whole"] = "whole"
    submission: int


class Changes(Frozen):
    """What has changed since the coordinator read it, word by word."""

    page: Literal["changes"] = "changes"
    submission: int


class Commenting(Frozen):
    """The words of a comment are awaited; ``comment`` is the one that they replace, or go on with (``adding``)."""

    page: Literal["commenting"] = "commenting"
    submission: int
    question: str
    weight: Literal["must fix", "suggestion"] = "must fix"
    comment: int | None = None
    adding: bool = False

    @property
    def section(self) -> Reading:
        """The section that the question is in."""
        return Reading(submission=self.submission, section=self.question.partition(".")[0])


class Declining(Frozen):
    """The reason for declining is awaited."""

    page: Literal["declining"] = "declining"
    submission: int


class Confirming(Frozen):
    """A decision that the author will be told of, to be confirmed; ``reason`` goes with a refusal."""

    page: Literal["confirming"] = "confirming"
    submission: int
    decision: Literal["request", "approve", "decline", "reopen"]
    reason: str = ""


class Notifying(Frozen):
    """How often the coordinator wants to be told of news."""

    page: Literal["notifying"] = "notifying"


ReviewPage = Annotated[
    Queue | Narrowing | Card | Reading | Whole | Changes | Commenting | Declining | Confirming | Notifying,
    Field(discriminator="page"),
]


class People(Frozen):
    """Those who have a role; ``leaf`` counts from 0."""

    page: Literal["people"] = "people"
    leaf: int = 0


class OnePerson(Frozen):
    """One person, with the roles that they can be given."""

    page: Literal["person"] = "person"
    user: int


class Changing(Frozen):
    """A role to be given or taken, to be confirmed."""

    page: Literal["changing"] = "changing"
    user: int
    role: Literal["practitioner", "coordinator", "admin"]


class Inviting(Frozen):
    """The invitations that are open."""

    page: Literal["inviting"] = "inviting"


class Exporting(Frozen):
    """What is to be exported, and how; ``since`` is the first day of what was handed in."""

    page: Literal["exporting"] = "exporting"
    format: Format = "xlsx"
    statuses: tuple[Status, ...] = ("approved",)
    since: date | None = None


class Audit(Frozen):
    """What was done in the office, the newest first; ``leaf`` counts from 0."""

    page: Literal["audit"] = "audit"
    leaf: int = 0


AdminPage = Annotated[People | OnePerson | Changing | Inviting | Exporting | Audit, Field(discriminator="page")]
