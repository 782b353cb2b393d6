"""What the office looks things up in: roles, invitations, counts and the audit log, as they are at one moment."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, Protocol

from conversations.dialogue.audit import AuditEntry
from conversations.dialogue.conversation import Draft
from conversations.dialogue.desk_states import Wanted
from conversations.dialogue.model import REVIEWERS, UNNAMED, Every, Operator, Reviewer, Role, Status
from conversations.dialogue.review_record import Member

PEOPLE_ON_A_PAGE = 8
"""People on one page."""

ENTRIES_ON_A_PAGE = 10
"""Lines of the audit log on one page."""


@dataclass(frozen=True)
class Person:
    """One who has a role or has written to the bot; ``name`` and ``by`` as far as they are known.

    ``since`` is when they got the role, ``by`` who gave it (nobody: the shell), ``invitation`` the one that they
    opened. ``seen`` is the day they last wrote, to within a day; it is missing for one who never did.
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
        """The person as one who is named."""
        return Member(user=self.user, name=self.name)


@dataclass(frozen=True)
class Roster:
    """One page of those who have a role, and how many they are on all pages."""

    people: Sequence[Person]
    total: int


@dataclass(frozen=True)
class Invitation:
    """A link that gives a role once; ``by`` is missing where the shell made it.

    ``withdrawn`` says that it was taken back, or that who made it is no admin any more.
    """

    number: int
    role: Reviewer
    until: datetime
    by: Member | None = None
    used_by: int | None = None
    withdrawn: bool = False

    def state(self, now: datetime) -> Literal["open", "used", "withdrawn", "expired"]:
        """Say how it stands at that moment."""
        if self.used_by is not None:
            return "used"
        if self.withdrawn:
            return "withdrawn"
        return "open" if now < self.until else "expired"


@dataclass(frozen=True)
class Entry:
    """A line of the audit log: who did what; ``who`` is missing where it was the shell."""

    at: datetime
    who: Member | None
    whom: Member | None
    audit_entry: AuditEntry


@dataclass(frozen=True)
class Trail:
    """One page of the audit log, the newest first, and how many lines there are on all pages."""

    entries: Sequence[Entry]
    total: int


class Office(Protocol):
    """A picture of the collection's people and of what admins have done."""

    @property
    def username(self) -> str:
        """What the bot is called in links."""

    def people(self, page: int) -> Roster:
        """List a page (from 0) of those who have a role: admins first, then by user id."""

    def person(self, user: int) -> Person | None:
        """Find one who has a role or has written to the bot."""

    def admins(self) -> int:
        """Count the admins, those by the settings too."""

    def invitations(self) -> tuple[Invitation, ...]:
        """List the invitations that are neither used nor withdrawn."""

    def invitation(self, code: str) -> Invitation | None:
        """Find the invitation that a link leads to; ``code`` may be any text."""

    def count(self, statuses: Collection[Status], since: date | None) -> int:
        """Count what an export would hold."""

    def audit(self, page: int) -> Trail:
        """Read a page (from 0) of the audit log."""


class NoOffice:
    """The office of one who has none: nothing can be found."""

    username = ""

    def people(self, _page: int) -> Roster:
        """List nobody."""
        return Roster((), 0)

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

    def count(self, _statuses: Collection[Status], _since: date | None) -> int:
        """Count nothing."""
        return 0

    def audit(self, _page: int) -> Trail:
        """Read nothing."""
        return Trail((), 0)


ON_A_PAGE = 6
"""Dossiers on one page of a queue."""

MOST_COUNTED = 500
"""A queue is counted up to here: further on the figure says nothing to a person, and counting would take long."""


@dataclass(frozen=True)
class Submission:
    """A draft as the desk has it: its number in the collection, and the chat of its author."""

    number: int
    author: int
    draft: Draft


@dataclass(frozen=True)
class Listing:
    """One page of a queue, and how many there are on all pages, counted up to ``MOST_COUNTED`` + 1."""

    submissions: Sequence[Submission]
    total: int


class Desk(Protocol):
    """A picture of the collection, seen by one person."""

    @property
    def me(self) -> Member:
        """Who is talking."""

    @property
    def role(self) -> Role:
        """What they may do at this moment."""

    @property
    def every(self) -> Every:
        """How often they want to be told of news."""

    @property
    def office(self) -> Office:
        """What an admin looks things up in."""

    @property
    def operator(self) -> Operator:
        """Who is responsible for what is kept."""

    def submission(self, number: int) -> Submission | None:
        """Find a dossier by its number."""

    def number_of(self, draft: int) -> int | None:
        """Give the number in the collection of a draft of the person's own."""

    def referred(self, reference: str) -> Submission | None:
        """Find a dossier by its reference."""

    def listing(self, wanted: Wanted) -> Listing:
        """List what a queue is narrowed to: submissions that wait longest first, drafts touched last first."""

    def readers(self) -> tuple[Member, ...]:
        """List those who may read drafts and submissions."""


class Nowhere:
    """The desk of one who has none: nothing can be found."""

    me = Member(user=0, name="")
    role: Role = "practitioner"
    every: Every = "off"
    office: Office = NoOffice()
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

    def readers(self) -> tuple[Member, ...]:
        """List nobody."""
        return ()


def may_review(desk: Desk) -> bool:
    """Say whether the person is a coordinator at this moment."""
    return desk.role in REVIEWERS


def may_administer(desk: Desk) -> bool:
    """Say whether the person is an admin at this moment."""
    return desk.role == "admin"
