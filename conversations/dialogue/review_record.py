"""What a review remembers: it is part of the draft that it is about, so one row keeps both in step."""

from datetime import datetime
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
"""What can be done with a submission; ``rules`` says when and by whom."""


class Member(Frozen):
    """One who works at the desk, with the name that Telegram gave at that moment."""

    user: int
    name: str


SOMEBODY_GONE = Member(user=0, name="")
"""The person in the place of somebody whose data was deleted."""


class Comment(Frozen):
    """A coordinator's words on a question, counted from 1 within the review.

    ``parts`` are the messages that gave it, in the coordinator's chat; ``asked`` says that the author has got it;
    ``reply_parts`` are the messages of the author's reply. ``moved`` says where the question stands in the author's
    working copy since a repetition was taken away there: empty where it went with it.
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
        """Where the question is in the author's working copy; nothing where it was taken away."""
        return self.question if self.moved is None else self.moved

    @property
    def text(self) -> str:
        """What the coordinator said."""
        return joined(self.parts)

    @property
    def reply(self) -> str:
        """What the author said to it; nothing where there is no reply."""
        return joined(self.reply_parts) if self.reply_parts else ""


class Said(Frozen):
    """Words about an enquiry; ``by`` is missing where they are the author's, ``message`` brought them."""

    text: str
    message: int
    at: datetime
    by: Member | None = None


class Enquiry(Frozen):
    """What an author asked the coordinators at a question of the form, counted from 1, and what has been said since."""

    number: int
    question: str
    said: tuple[Said, ...]


class Claim(Frozen):
    """Who is on a submission, and since when."""

    by: Member
    since: datetime


class Seen(Frozen):
    """Who has read it, when first and last; ``version`` is the newest one they read, ``before`` the one before it."""

    by: Member
    first: datetime
    last: datetime
    version: int
    before: int


class Entry(Frozen):
    """A line of the review's history; ``by`` is missing where it was the author."""

    at: datetime
    move: Move
    by: Member | None = None
    words: str = ""


class Review(Frozen):
    """All that the desk remembers of one draft."""

    claim: Claim | None = None
    comments: tuple[Comment, ...] = ()
    seen: tuple[Seen, ...] = ()
    log: tuple[Entry, ...] = ()
    enquiries: tuple[Enquiry, ...] = ()

    def enquiry(self, number: int | None) -> Enquiry | None:
        """Find what the author asked by its number."""
        return next((enquiry for enquiry in self.enquiries if enquiry.number == number), None)

    def comment(self, number: int | None) -> Comment | None:
        """Find a comment by its number."""
        return next((comment for comment in self.comments if comment.number == number), None)

    def numbered(self, number: int | None) -> Comment:
        """Give the comment that a button stands for; LookupError where there is none."""
        by_number: dict[int | None, Comment] = {comment.number: comment for comment in self.comments}
        return by_number[number]

    def on(self, question: str) -> tuple[Comment, ...]:
        """List the comments on a question that stand; none of a repetition that was taken away."""
        return tuple(comment for comment in self.standing if comment.question == question and comment.moved != "")

    @property
    def standing(self) -> tuple[Comment, ...]:
        """The comments that were not withdrawn."""
        return tuple(comment for comment in self.comments if comment.state != "withdrawn")

    @property
    def open(self) -> tuple[Comment, ...]:
        """The comments that nobody has answered yet."""
        return tuple(comment for comment in self.comments if comment.state == "open")

    def holds(self, user: int) -> bool:
        """Say whether the submission is this person's to review."""
        return self.claim is not None and self.claim.by.user == user
