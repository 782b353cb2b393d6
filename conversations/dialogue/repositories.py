"""What a step may look up about others: submissions for reviewers; roles, invitations and the audit log for admins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, Protocol

from conversations.dialogue.audit import AuditEntry
from conversations.dialogue.conversation import Draft
from conversations.dialogue.model import REVIEWERS, UNNAMED, Every, Operator, Reviewer, Role, Selection
from conversations.dialogue.pages import Filter, Wanted
from conversations.dialogue.review_record import Member
from conversations.dialogue.search import Search
from conversations.languages import ENGLISH

ENTRIES_ON_A_PAGE = 10
"""Audit entries on one page."""


@dataclass(frozen=True)
class Person:
    """Somebody who has a role or has written to the bot.

    ``since`` is when they got the role, ``by`` the admin who gave it (``None``: the command line), ``invitation`` the
    one they used. ``seen`` is the day they last wrote, to within a day; it is missing if they never did.
    """

    user: int
    name: str
    role: Role
    since: datetime | None = None
    by: Member | None = None
    invitation: int | None = None
    seen: date | None = None
    by_settings: bool = False

    @property
    def member(self) -> Member:
        """The person as a name in a text."""
        return Member(user=self.user, name=self.name)


@dataclass(frozen=True)
class Invitation:
    """A link that gives a role once; ``by`` is missing if the command line made it.

    ``withdrawn`` says that it was withdrawn, or that its maker is no longer an admin.
    """

    number: int
    role: Reviewer
    until: datetime
    by: Member | None = None
    used_by: int | None = None
    withdrawn: bool = False

    def state(self, now: datetime) -> Literal["open", "used", "withdrawn", "expired"]:
        """Give its state at that time."""
        if self.used_by is not None:
            return "used"
        if self.withdrawn:
            return "withdrawn"
        return "open" if now < self.until else "expired"


@dataclass(frozen=True)
class Entry:
    """A line of the audit log; ``who`` did it (``None``: the command line), ``whom`` it is about."""

    at: datetime
    who: Member | None
    whom: Member | None
    audit_entry: AuditEntry


@dataclass(frozen=True)
class Trail:
    """One page of the audit log, newest first, and the number of lines on all pages."""

    entries: Sequence[Entry]
    total: int


class AdminRepository(Protocol):
    """What an admin looks up: people, invitations, counts, the audit log."""

    @property
    def username(self) -> str:
        """The username of the bot, for links."""

    def people(self) -> Sequence[Person]:
        """List the people with a role: admins first, then by user id. They are few."""

    def person(self, user: int) -> Person | None:
        """Find somebody who has a role or has written to the bot."""

    def admins(self) -> int:
        """Count the admins, also those from the settings."""

    def invitations(self) -> tuple[Invitation, ...]:
        """List the invitations that are neither used nor withdrawn."""

    def invitation(self, code: str) -> Invitation | None:
        """Find the invitation of a link; ``code`` can be any text."""

    def count(self, wanted: Selection) -> int:
        """Count the submissions that an export would hold."""

    def audit(self, page: int) -> Trail:
        """Read a page (from 0) of the audit log."""


class NoAdminRepository:
    """What people who are no admins look up: nothing is found."""

    username = ""

    def people(self) -> Sequence[Person]:
        """List nobody."""
        return ()

    def person(self, _user: int) -> Person | None:
        """Find nobody."""
        return None

    def admins(self) -> int:
        """Count nobody."""
        return 0

    def invitations(self) -> tuple[Invitation, ...]:
        """List nothing."""
        return ()

    def invitation(self, _code: str) -> Invitation | None:
        """Find nothing."""
        return None

    def count(self, _wanted: Selection) -> int:
        """Count nothing."""
        return 0

    def audit(self, _page: int) -> Trail:
        """Read nothing."""
        return Trail((), 0)


ON_A_PAGE = 10
"""Submissions on one page of a queue."""

MOST_COUNTED = 500
"""A queue is counted up to here: larger figures tell a person nothing, and counting takes long."""


@dataclass(frozen=True)
class Submission:
    """A draft as reviewers see it: its number in the collection, and its author's chat."""

    number: int
    author: int
    draft: Draft


@dataclass(frozen=True)
class Listing:
    """One page of a queue or of a search, and the number on all pages.

    ``mine`` is how many of them the reader has claimed, ``questions`` how many questions of authors wait for a reply,
    whatever the queue. The figures are counted up to ``MOST_COUNTED`` + 1.
    """

    submissions: Sequence[Submission]
    total: int
    mine: int = 0
    questions: int = 0


class ReviewRepository(Protocol):
    """What one person may look up in the collection."""

    @property
    def me(self) -> Member:
        """The person."""

    @property
    def role(self) -> Role:
        """Their role at this moment."""

    @property
    def every(self) -> Every:
        """How often they want to hear of news."""

    @property
    def administration(self) -> AdminRepository:
        """What an admin looks up."""

    @property
    def operator(self) -> Operator:
        """The people responsible for the data."""

    def submission(self, number: int) -> Submission | None:
        """Find a submission by its number."""

    def number_of(self, draft: int) -> int | None:
        """Give the submission number of a draft of the person's own."""

    def referred(self, reference: str) -> Submission | None:
        """Find a submission by its reference."""

    def listing(self, wanted: Wanted) -> Listing:
        """List a page of a queue: the longest waiting submissions first, the last changed drafts first."""

    def tallies(self, wanted: Wanted, by: Filter, choices: Sequence[str]) -> Mapping[str, int]:
        """Count what each choice of a filter would list beside the other filters, up to ``MOST_COUNTED`` + 1.

        Choices that would take long to count are missing.
        """

    def next_unclaimed(self, wanted: Wanted) -> Submission | None:
        """Find the longest waiting submission that nobody has claimed and the person has not written.

        Of ``wanted``, theme and country count.
        """

    def asked(self, page: int) -> Listing:
        """List a page of the drafts of others with questions that wait for a reply, and the first of the next page.

        The number is that of the questions.
        """

    def find(self, search: Search, page: int) -> Listing:
        """List a page of the practices found: those with all words in the heading first, then the newest first."""

    def readers(self) -> tuple[Member, ...]:
        """List the people who may read drafts and submissions."""

    def language_of(self, user: int) -> str:
        """Give the code of the language that a person's talk is in; "en" if it is not known."""


class NoRepository:
    """What a person without a role looks up: nothing is found."""

    me = Member(user=0, name="")
    role: Role = "practitioner"
    every: Every = "off"
    administration: AdminRepository = NoAdminRepository()
    operator: Operator = UNNAMED

    def submission(self, _number: int) -> Submission | None:
        """Find nothing."""
        return None

    def number_of(self, _draft: int) -> int | None:
        """Find nothing."""
        return None

    def referred(self, _reference: str) -> Submission | None:
        """Find nothing."""
        return None

    def listing(self, _wanted: Wanted) -> Listing:
        """List nothing."""
        return Listing((), 0)

    def tallies(self, _wanted: Wanted, _by: Filter, _choices: Sequence[str]) -> Mapping[str, int]:
        """Count nothing."""
        return {}

    def next_unclaimed(self, _wanted: Wanted) -> Submission | None:
        """Find nothing."""
        return None

    def asked(self, _page: int) -> Listing:
        """List nothing."""
        return Listing((), 0)

    def find(self, _search: Search, _page: int) -> Listing:
        """Find nothing."""
        return Listing((), 0)

    def readers(self) -> tuple[Member, ...]:
        """List nobody."""
        return ()

    def language_of(self, _user: int) -> str:
        """Know no language."""
        return ENGLISH


def may_review(repository: ReviewRepository) -> bool:
    """Say whether the person is a coordinator at this moment."""
    return repository.role in REVIEWERS


def may_administer(repository: ReviewRepository) -> bool:
    """Say whether the person is an admin at this moment."""
    return repository.role == "admin"
