"""The office's picture of the collection, read within one transaction."""

from collections.abc import (
    Callable,
    Collection,
    Iterable,
)
from datetime import date
from typing import Any, cast

from sqlalchemy import Connection, Row, Select, func, select

from conversations.dialogue.desk_states import Wanted
from conversations.dialogue.model import UNNAMED, Every, Operator, Role, Status
from conversations.dialogue.repositories import (
    MOST_COUNTED,
    ON_A_PAGE,
    PEOPLE_ON_A_PAGE,
    Invitation,
    Listing,
    Person,
    Roster,
    Submission,
    Trail,
)
from conversations.dialogue.review_record import Member
from conversations.review.notifications import UNLESS_CHOSEN
from storage import audit, invitations
from storage.audit import member
from storage.database.stored_schema import DRAFT
from storage.database.tables import CONVERSATIONS, DRAFT_THEMES, DRAFTS, PEOPLE, WATCHERS
from storage.drafts import counting
from storage.people import effective, reviews
from storage.roles import admins_left


class OfficeOf:
    """The office at one moment; ``admins`` have that role whatever the table says."""

    def __init__(self, asked: Callable[[], Connection], admins: Collection[int], username: str) -> None:
        self.username = username
        self._asked = asked
        self._admins = admins

    def people(self, page: int) -> Roster:
        """List a page of those who have a role, admins first: they are few, so all of them are read."""
        rows = self._asked().execute(_PEOPLE.where(reviews(self._admins)))
        found = {row.user_id: self._person(row) for row in rows}
        unseen = (user for user in self._admins if user not in found)
        everyone = [*found.values(), *(_by_settings(user) for user in unseen)]
        everyone.sort(key=lambda person: (person.role != "admin", person.user))
        return Roster(tuple(everyone[page * PEOPLE_ON_A_PAGE :][:PEOPLE_ON_A_PAGE]), len(everyone))

    def person(self, user: int) -> Person | None:
        """Find one who has a role or has written to the bot."""
        row = self._asked().execute(_PEOPLE.where(PEOPLE.c.user_id == user)).first()
        if row is None:
            return _by_settings(user) if user in self._admins else None
        return self._person(row)

    def admins(self) -> int:
        """Count the admins."""
        return admins_left(self._asked(), self._admins)

    def invitations(self) -> tuple[Invitation, ...]:
        """List the invitations that are neither used nor withdrawn."""
        return invitations.unused(self._asked(), self._admins)

    def invitation(self, code: str) -> Invitation | None:
        """Find the invitation that a link leads to."""
        return invitations.found(self._asked(), code, self._admins)

    def count(self, statuses: Collection[Status], since: date | None) -> int:
        """Count what an export would hold."""
        return self._asked().scalar(counting(statuses, since=since)) or 0

    def audit(self, page: int) -> Trail:
        """Read a page of the audit log."""
        return audit.page_of(self._asked(), page)

    def _person(self, row: Row[Any]) -> Person:
        by_settings = row.user_id in self._admins
        return Person(
            user=row.user_id,
            name=row.name or "",
            role=effective(row.user_id, row.role, self._admins),
            since=None if by_settings else row.since,
            by=None if by_settings else member(row.given_by, row.givers_name),
            invitation=None if by_settings else row.invitation,
            seen=row.seen_at.date() if row.seen_at else None,
            by_settings=by_settings,
        )


def _by_settings(user: int) -> Person:
    """Describe an admin who has not written yet."""
    return Person(user=user, name="", role="admin", by_settings=True)


_GIVER = PEOPLE.alias()

_PEOPLE: Select[Any] = select(PEOPLE, _GIVER.c.name.label("givers_name")).outerjoin_from(
    PEOPLE, _GIVER, _GIVER.c.user_id == PEOPLE.c.given_by
)

_DOSSIERS = select(DRAFTS.c.id, DRAFTS.c.chat_id, DRAFTS.c.body, CONVERSATIONS.c.version).join_from(
    DRAFTS, CONVERSATIONS, CONVERSATIONS.c.chat_id == DRAFTS.c.chat_id
)


class DeskOf:
    """The desk as one person sees it at one moment; ``admins`` have that role whatever the table says.

    It remembers at which version it read each author's conversation, so that a change can be saved on top of that one
    and no other. ``asked`` gives the connection to each question.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what a turn knows
        self,
        asked: Callable[[], Connection],
        me: Member,
        role: Role,
        admins: Collection[int],
        username: str = "",
        operator: Operator = UNNAMED,
    ) -> None:
        self.me = me
        self.role = role
        self.operator = operator
        self.versions: dict[int, int] = {}
        self._asked = asked
        self._admins = admins
        self.office = OfficeOf(asked, admins, username)

    @property
    def every(self) -> Every:
        """How often the person wants to be told of news."""
        query = select(WATCHERS.c.every).where(WATCHERS.c.user_id == self.me.user)
        return cast("Every | None", self._asked().scalar(query)) or UNLESS_CHOSEN[self.role]

    def submission(self, number: int) -> Submission | None:
        """Find a dossier by its number."""
        return self._first(_DOSSIERS.where(DRAFTS.c.id == number))

    def number_of(self, draft: int) -> int | None:
        """Give the number in the collection of a draft of the person's own: a private chat has their number."""
        mine = DRAFTS.c.chat_id == self.me.user, DRAFTS.c.number == draft
        return self._asked().scalar(select(DRAFTS.c.id).where(*mine))

    def referred(self, reference: str) -> Submission | None:
        """Find a dossier by its reference."""
        return self._first(_DOSSIERS.where(DRAFTS.c.reference == reference))

    def listing(self, wanted: Wanted) -> Listing:
        """List a page of a queue, and count all of it as far as that says something."""
        few = fitting(wanted, self.me.user).limit(MOST_COUNTED + 1).subquery()
        counted = select(func.count()).select_from(few)
        rows = self._asked().execute(page_of(wanted, self.me.user)).all()
        return Listing(tuple(map(self._dossier, rows)), self._asked().scalar(counted) or 0)

    def readers(self) -> tuple[Member, ...]:
        """List those who may read drafts and submissions."""
        query = select(PEOPLE.c.user_id, PEOPLE.c.name).where(reviews(self._admins)).order_by(PEOPLE.c.user_id)
        known = {user: name or "" for user, name in self._asked().execute(query)}
        everybody = dict.fromkeys(sorted(self._admins), "") | known
        return tuple(Member(user=user, name=everybody[user]) for user in sorted(everybody))

    def _first(self, query: Select[int, int, str, int]) -> Submission | None:
        row = self._asked().execute(query).first()
        return None if row is None else self._dossier(row)

    def _dossier(self, row: Row[int, int, str, int]) -> Submission:
        self.versions[row.chat_id] = row.version
        return Submission(row.id, row.chat_id, DRAFT.read(row.body))


def fitting(wanted: Wanted, me: int) -> Select[int]:
    """Find the numbers of all that a queue is narrowed to."""
    status = "submitted" if wanted.shelf == "waiting" else wanted.shelf
    number, shelf = _shelf(wanted)
    found = select(number).where(shelf.status == status)
    if wanted.theme is not None:
        found = found.where(_under(shelf, wanted.theme))
    if wanted.country is not None:
        found = found.where(shelf.country == wanted.country)
    if wanted.mine:
        found = found.where(shelf.claimed_by == me)
    return found


def page_of(wanted: Wanted, me: int) -> Select[int, int, str, int]:
    """Ask for one page: what waits longest first, of drafts in progress what was touched last."""
    number, shelf = _shelf(wanted)
    page = fitting(wanted, me).order_by(*_order(wanted, shelf.waits_since, number))
    page = page.limit(ON_A_PAGE).offset(wanted.page * ON_A_PAGE)
    return _DOSSIERS.where(DRAFTS.c.id.in_(page)).order_by(*_order(wanted, DRAFTS.c.waits_since, DRAFTS.c.id))


def _shelf(wanted: Wanted) -> tuple[Any, Any]:
    """Choose the number and the columns by which a queue is read; drafts in progress have no rows for their themes."""
    if wanted.theme is None or wanted.shelf == "draft":
        return DRAFTS.c.id, DRAFTS.c
    return DRAFT_THEMES.c.draft_id, DRAFT_THEMES.c


def _under(shelf: Any, theme: str) -> Any:  # noqa: ANN401 - columns, and a condition on them
    return shelf.theme == theme if "theme" in shelf else shelf.themes.contains(f"|{theme}|", autoescape=True)


def _order(wanted: Wanted, *columns: Any) -> Iterable[Any]:  # noqa: ANN401 - columns
    return [column.desc() if wanted.shelf == "draft" else column for column in columns]
