"""The office's picture of the collection, read within one transaction."""

from collections.abc import (
    Callable,
    Collection,
    Iterable,
)
from typing import Any, cast

from sqlalchemy import Connection, Row, Select, func, select

from conversations.dialogue.desk_states import Wanted
from conversations.dialogue.model import UNNAMED, Every, Operator, Role
from conversations.dialogue.repositories import (
    MOST_COUNTED,
    ON_A_PAGE,
    Listing,
    Submission,
)
from conversations.dialogue.review_record import Member
from conversations.review.notifications import UNLESS_CHOSEN
from storage.admin import AdminQueries
from storage.database.stored_schema import DRAFT
from storage.database.tables import CONVERSATIONS, DRAFT_THEMES, DRAFTS, PEOPLE, WATCHERS
from storage.people import reviews

_SUBMISSIONS = select(DRAFTS.c.id, DRAFTS.c.chat_id, DRAFTS.c.body, CONVERSATIONS.c.version).join_from(
    DRAFTS, CONVERSATIONS, CONVERSATIONS.c.chat_id == DRAFTS.c.chat_id
)


class ReviewQueries:
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
        self.office = AdminQueries(asked, admins, username)

    @property
    def every(self) -> Every:
        """How often the person wants to be told of news."""
        query = select(WATCHERS.c.every).where(WATCHERS.c.user_id == self.me.user)
        return cast("Every | None", self._asked().scalar(query)) or UNLESS_CHOSEN[self.role]

    def submission(self, number: int) -> Submission | None:
        """Find a dossier by its number."""
        return self._first(_SUBMISSIONS.where(DRAFTS.c.id == number))

    def number_of(self, draft: int) -> int | None:
        """Give the number in the collection of a draft of the person's own: a private chat has their number."""
        mine = DRAFTS.c.chat_id == self.me.user, DRAFTS.c.number == draft
        return self._asked().scalar(select(DRAFTS.c.id).where(*mine))

    def referred(self, reference: str) -> Submission | None:
        """Find a dossier by its reference."""
        return self._first(_SUBMISSIONS.where(DRAFTS.c.reference == reference))

    def listing(self, wanted: Wanted) -> Listing:
        """List a page of a queue, and count all of it as far as that says something."""
        few = fitting(wanted, self.me.user).limit(MOST_COUNTED + 1).subquery()
        counted = select(func.count()).select_from(few)
        rows = self._asked().execute(page_of(wanted, self.me.user)).all()
        return Listing(tuple(map(self._submission, rows)), self._asked().scalar(counted) or 0)

    def readers(self) -> tuple[Member, ...]:
        """List those who may read drafts and submissions."""
        query = select(PEOPLE.c.user_id, PEOPLE.c.name).where(reviews(self._admins)).order_by(PEOPLE.c.user_id)
        known = {user: name or "" for user, name in self._asked().execute(query)}
        everybody = dict.fromkeys(sorted(self._admins), "") | known
        return tuple(Member(user=user, name=everybody[user]) for user in sorted(everybody))

    def _first(self, query: Select[int, int, str, int]) -> Submission | None:
        row = self._asked().execute(query).first()
        return None if row is None else self._submission(row)

    def _submission(self, row: Row[int, int, str, int]) -> Submission:
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
    return _SUBMISSIONS.where(DRAFTS.c.id.in_(page)).order_by(*_order(wanted, DRAFTS.c.waits_since, DRAFTS.c.id))


def _shelf(wanted: Wanted) -> tuple[Any, Any]:
    """Choose the number and the columns by which a queue is read; drafts in progress have no rows for their themes."""
    if wanted.theme is None or wanted.shelf == "draft":
        return DRAFTS.c.id, DRAFTS.c
    return DRAFT_THEMES.c.draft_id, DRAFT_THEMES.c


def _under(shelf: Any, theme: str) -> Any:  # noqa: ANN401 - columns, and a condition on them
    return shelf.theme == theme if "theme" in shelf else shelf.themes.contains(f"|{theme}|", autoescape=True)


def _order(wanted: Wanted, *columns: Any) -> Iterable[Any]:  # noqa: ANN401 - columns
    return [column.desc() if wanted.shelf == "draft" else column for column in columns]
