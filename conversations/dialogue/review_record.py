"""The record of a review; it is stored in the row of its draft, so that both always match."""

from datetime import datetime
from itertools import takewhile
from typing import Literal

from conversations.dialogue.model import Frozen
from conversations.dialogue.parts import joined
from conversations.dialogue.state import Part

Weight = Literal["must fix", "suggestion"]

CommentState = Literal["open", "answered", "resolved", "withdrawn"]

Move = Literal[
    "hand in",
    "claim",
    "take over",
    "let go",
    "request",
    "take back",
    "revise",
    "approve",
    "decline",
    "reopen",
    "withdraw",
    "hand in again",
]
"""A change of a submission's status or claim; ``reviews.MOVES`` says when and by whom."""


class Member(Frozen):
    """A coordinator or admin, with the name that Telegram gave at that time."""

    user: int
    name: str


SOMEBODY_GONE = Member(user=0, name="")
"""Stands for a person whose data was deleted."""


class Comment(Frozen):
    """A coordinator's comment on a question; comments are numbered from 1 within the review.

    ``parts`` are its messages in the coordinator's chat, ``reply_parts`` those of the author's reply. ``asked`` says
    that the author has got the comment. ``moved`` is the new path of the question, if the author has removed a
    repetition since; it is empty if the question was removed.
    """

    number: int
    question: str
    by: Member
    weight: Weight
    parts: tuple[Part, ...]
    at: datetime
    state: CommentState = "open"
    asked: bool = False
    reply_parts: tuple[Part, ...] = ()
    moved: str | None = None

    @property
    def stands(self) -> str:
        """The path of the question in the author's working copy; empty if the question was removed."""
        return self.question if self.moved is None else self.moved

    @property
    def text(self) -> str:
        """The coordinator's words."""
        return joined(self.parts)

    @property
    def reply(self) -> str:
        """The author's reply; empty if there is none."""
        return joined(self.reply_parts) if self.reply_parts else ""


class Said(Frozen):
    """Words within an enquiry; ``by`` is the coordinator (``None``: the author), ``message`` brought them."""

    text: str
    message: int
    at: datetime
    by: Member | None = None


class Claim(Frozen):
    """The coordinator who reviews a submission or is on an enquiry, and since when."""

    by: Member
    since: datetime


class Enquiry(Frozen):
    """A question of an author to the coordinators, numbered from 1, with all that was said about it.

    ``claim`` says who is on it, ``closed`` who closed it without a reply; the author's next words open it again.
    """

    number: int
    question: str
    said: tuple[Said, ...]
    claim: Claim | None = None
    closed: Claim | None = None

    @property
    def waiting(self) -> Said | None:
        """The author's first words that wait for a reply."""
        unanswered = [*takewhile(lambda said: said.by is None, reversed(self.said))]
        return unanswered[-1] if unanswered and self.closed is None else None


class Seen(Frozen):
    """When somebody read a submission; ``version`` is the newest they read, ``before`` the one they read earlier."""

    by: Member
    first: datetime
    last: datetime
    version: int
    before: int


class Entry(Frozen):
    """A line of the review's history; ``by`` is the coordinator (``None``: the author)."""

    at: datetime
    move: Move
    by: Member | None = None
    words: str = ""


class Review(Frozen):
    """All that is stored about the review of one draft."""

    claim: Claim | None = None
    comments: tuple[Comment, ...] = ()
    seen: tuple[Seen, ...] = ()
    log: tuple[Entry, ...] = ()
    enquiries: tuple[Enquiry, ...] = ()

    def enquiry(self, number: int | None) -> Enquiry | None:
        """Find an enquiry by its number."""
        return next((enquiry for enquiry in self.enquiries if enquiry.number == number), None)

    @property
    def waiting(self) -> tuple[Enquiry, ...]:
        """The enquiries that wait for a reply."""
        return tuple(enquiry for enquiry in self.enquiries if enquiry.waiting is not None)

    def comment(self, number: int | None) -> Comment | None:
        """Find a comment by its number."""
        return next((comment for comment in self.comments if comment.number == number), None)

    def numbered(self, number: int | None) -> Comment:
        """Give the comment with that number; LookupError if there is none."""
        by_number: dict[int | None, Comment] = {comment.number: comment for comment in self.comments}
        return by_number[number]

    def on(self, question: str) -> tuple[Comment, ...]:
        """List the comments on a question that are not withdrawn; none if its repetition was removed."""
        return tuple(comment for comment in self.standing if comment.question == question and comment.moved != "")

    @property
    def standing(self) -> tuple[Comment, ...]:
        """The comments that are not withdrawn."""
        return tuple(comment for comment in self.comments if comment.state != "withdrawn")

    @property
    def open(self) -> tuple[Comment, ...]:
        """The comments that are neither answered nor resolved."""
        return tuple(comment for comment in self.comments if comment.state == "open")

    def holds(self, user: int) -> bool:
        """Say whether this person has claimed the submission."""
        return self.claim is not None and self.claim.by.user == user
