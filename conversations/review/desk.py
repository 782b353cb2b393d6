"""What the desk looks things up in: a picture of the collection at one moment, which comes in as an argument.

A step asks it for what its place needs and gets frozen data; the same picture gives the same step. ``storage`` answers
from one transaction, tests from a list.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from conversations.admin.office import NoOffice, Office
from conversations.consent.house import UNNAMED, House
from conversations.review.pages import Wanted
from conversations.review.record import Member
from conversations.roles import REVIEWERS, Every, Role

if TYPE_CHECKING:
    from conversations.conversation import Draft

ON_A_PAGE = 6
"""Dossiers on one page of a queue."""

MOST_COUNTED = 500
"""A queue is counted up to here: further on the figure says nothing to a person, and counting would take long."""


@dataclass(frozen=True)
class Dossier:
    """A draft as the desk has it: its number in the collection, and the chat of its author."""

    number: int
    author: int
    draft: "Draft"


@dataclass(frozen=True)
class Listing:
    """One page of a queue, and how many there are on all pages, counted up to ``MOST_COUNTED`` + 1."""

    dossiers: Sequence[Dossier]
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
    def house(self) -> House:
        """Who is responsible for what is kept."""

    def dossier(self, number: int) -> Dossier | None:
        """Find a dossier by its number."""

    def number_of(self, draft: int) -> int | None:
        """Give the number in the collection of a draft of the person's own."""

    def referred(self, reference: str) -> Dossier | None:
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
    house: House = UNNAMED

    def dossier(self, _number: int) -> Dossier | None:
        """Find nothing."""
        return None

    def number_of(self, _draft: int) -> int | None:
        """Find nothing."""
        return None

    def referred(self, _reference: str) -> Dossier | None:
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
