"""What a step may look up in the collection: the queries of ``Desk``, within the transaction of the step."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, cast

from sqlalchemy import Connection, Row, Select, bindparam, func, select

from conversations.dialogue.conversation import IN_HEADING
from conversations.dialogue.model import UNNAMED, Every, Operator, Role
from conversations.dialogue.pages import Filter, Wanted
from conversations.dialogue.repositories import MOST_COUNTED, ON_A_PAGE, Listing, Submission
from conversations.dialogue.review_record import Member
from conversations.dialogue.search import Search
from conversations.review.notifications import UNLESS_CHOSEN
from storage.admin import AdminQueries
from storage.database import dialects
from storage.database.stored_schema import DRAFT
from storage.database.tables import CONVERSATIONS, DRAFT_THEMES, DRAFTS, PEOPLE, WATCHERS
from storage.outbox import spoken_in
from storage.people import reviews

_SUBMISSIONS = select(DRAFTS.c.id, DRAFTS.c.chat_id, DRAFTS.c.body, CONVERSATIONS.c.version).join_from(
    DRAFTS, CONVERSATIONS, CONVERSATIONS.c.chat_id == DRAFTS.c.chat_id
)


class ReviewQueries:
    """The questions of one person's step; ``admins`` are admins by the settings, whatever the table says.

    ``asked`` returns the connection for each question. ``versions`` has the version of each author's conversation that
    was read, so that a change is saved on top of that version and no other.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - the parts of a step
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
        self.administration = AdminQueries(asked, admins, username)

    @property
    def every(self) -> Every:
        """How often the person wants news."""
        query = select(WATCHERS.c.every).where(WATCHERS.c.user_id == self.me.user)
        return cast("Every | None", self._asked().scalar(query)) or UNLESS_CHOSEN[self.role]

    def submission(self, number: int) -> Submission | None:
        """Find a submission by its id."""
        return self._first(_SUBMISSIONS.where(DRAFTS.c.id == number))

    def number_of(self, draft: int) -> int | None:
        """Return the id of one of the person's own drafts: a private chat has the number of its person."""
        mine = DRAFTS.c.chat_id == self.me.user, DRAFTS.c.number == draft
        return self._asked().scalar(select(DRAFTS.c.id).where(*mine))

    def referred(self, reference: str) -> Submission | None:
        """Find a submission by its reference."""
        return self._first(_SUBMISSIONS.where(DRAFTS.c.reference == reference))

    def listing(self, wanted: Wanted) -> Listing:
        """List a page of a queue, and count the queue up to ``MOST_COUNTED``."""
        me = self.me.user
        rows = self._asked().execute(page_of(wanted, me)).all()
        counts = counting([wanted, wanted.model_copy(update={"mine": True})], me).add_columns(_QUESTIONS)
        total, mine, questions = self._asked().execute(counts, {"me": me}).one()
        return Listing(tuple(map(self._submission, rows)), total, mine, questions)

    def tallies(self, wanted: Wanted, by: Filter, choices: Sequence[str]) -> Mapping[str, int]:
        """Count each choice of a filter; no index finds the themes of a draft in progress, so those are missing."""
        queues = {choice: wanted.model_copy(update={by: choice}) for choice in choices}
        quick = {choice: queue for choice, queue in queues.items() if not (queue.shelf == "draft" and queue.theme)}
        counts = self._asked().execute(counting([*quick.values()], self.me.user)).one() if quick else ()
        return dict(zip(quick, counts, strict=True))

    def next_unclaimed(self, wanted: Wanted) -> Submission | None:
        """Find the longest waiting submission that nobody has claimed, but none of the person's own."""
        return self._first(unclaimed(wanted, self.me.user))

    def asked(self, page: int) -> Listing:
        """List a page of the drafts with questions that wait for a reply, and count the questions."""
        found = _ASKED.order_by(DRAFTS.c.asked_at, DRAFTS.c.id).limit(ON_A_PAGE + 1).offset(page * ON_A_PAGE)
        query = _SUBMISSIONS.where(DRAFTS.c.id.in_(found)).order_by(DRAFTS.c.asked_at, DRAFTS.c.id)
        rows = self._asked().execute(query, {"me": self.me.user}).all()
        questions = self._asked().scalar(select(_QUESTIONS), {"me": self.me.user})
        return Listing(tuple(map(self._submission, rows)), questions or 0)

    def find(self, search: Search, page: int) -> Listing:
        """List a page of the practices found, and count them up to ``MOST_COUNTED``."""
        dialects.plan_anew(self._asked())
        in_heading = [f"{IN_HEADING}{word}" for word in search.words]
        found = list(dict.fromkeys((*self._having(in_heading, search), *self._having(search.words, search))))
        ids = found[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]
        rows = {row.id: row for row in self._asked().execute(_SUBMISSIONS.where(DRAFTS.c.id.in_(ids)))}
        return Listing(tuple(self._submission(rows[number]) for number in ids), min(len(found), MOST_COUNTED + 1))

    def _having(self, words: Sequence[str], search: Search) -> Sequence[int]:
        """Return the ids of the newest practices with these words; a beginning counts if there are not too many."""
        connection, most = self._asked(), LOOKED_THROUGH if search.phrases else MOST_COUNTED + 1
        ids: Sequence[int] = ()
        for beginning in (False, True) if search.has_beginning else (False,):
            if words and len(ids) <= MOST_COUNTED:
                having = dialects.having(connection.dialect, words, beginning=beginning).limit(most)
                ids = connection.scalars(having).all()
        if not search.phrases:
            return ids
        said = ((" " + DRAFTS.c.words + " ").contains(f" {phrase} ") for phrase in search.phrases)
        return connection.scalars(
            select(DRAFTS.c.id).where(DRAFTS.c.id.in_(ids), *said).order_by(DRAFTS.c.id.desc())
        ).all()

    def readers(self) -> tuple[Member, ...]:
        """List the people who may read drafts and submissions."""
        query = select(PEOPLE.c.user_id, PEOPLE.c.name).where(reviews(self._admins)).order_by(PEOPLE.c.user_id)
        known = {user: name or "" for user, name in self._asked().execute(query)}
        everybody = dict.fromkeys(sorted(self._admins), "") | known
        return tuple(Member(user=user, name=everybody[user]) for user in sorted(everybody))

    def language_of(self, user: int) -> str:
        """Return the language of a person's talk: a private chat has the number of its person."""
        return spoken_in(self._asked(), user)

    def _first(self, query: Select[int, int, str, int]) -> Submission | None:
        row = self._asked().execute(query).first()
        return None if row is None else self._submission(row)

    def _submission(self, row: Row[int, int, str, int]) -> Submission:
        self.versions[row.chat_id] = row.version
        return Submission(row.id, row.chat_id, DRAFT.read(row.body))


_ASKED = select(DRAFTS.c.id).where(DRAFTS.c.asked_at.is_not(None), DRAFTS.c.chat_id != bindparam("me"))
"""The drafts of others with questions that wait for a reply."""

_FEW_ASKED = _ASKED.with_only_columns(DRAFTS.c.questions).limit(MOST_COUNTED + 1).subquery()

_QUESTIONS = select(func.coalesce(func.sum(_FEW_ASKED.c.questions), 0)).scalar_subquery()


LOOKED_THROUGH = 1_000
"""A phrase is looked for in so many of the newest practices that have its words: no index has the order of words."""


def fitting(wanted: Wanted, me: int) -> Select[int]:
    """Select the ids of the drafts in a queue."""
    status = "submitted" if wanted.shelf == "waiting" else wanted.shelf
    number, columns = _index_of(wanted)
    found = select(number).where(columns.status == status)
    if wanted.theme is not None:
        found = found.where(_has_theme(columns, wanted.theme))
    if wanted.country is not None:
        # What one person has claimed is little: SQLite is not to go through all of a country instead.
        country = func.coalesce(columns.country, "") if wanted.mine else columns.country
        found = found.where(country == wanted.country)
    if wanted.mine:
        found = found.where(columns.claimed_by == me)
    return found


def page_of(wanted: Wanted, me: int) -> Select[int, int, str, int]:
    """Select a page: the longest waiting first, or for drafts in progress the last changed first."""
    number, columns = _index_of(wanted)
    page = fitting(wanted, me).order_by(*_order(wanted, columns.waits_since, number))
    page = page.limit(ON_A_PAGE).offset(wanted.page * ON_A_PAGE)
    return _SUBMISSIONS.where(DRAFTS.c.id.in_(page)).order_by(*_order(wanted, DRAFTS.c.waits_since, DRAFTS.c.id))


def counting(queues: Iterable[Wanted], me: int) -> Select[Any]:
    """Select the number of drafts in each queue, up to ``MOST_COUNTED`` + 1, as one row."""
    few = [fitting(wanted, me).limit(MOST_COUNTED + 1).subquery() for wanted in queues]
    return select(*(select(func.count()).select_from(found).scalar_subquery() for found in few))


def unclaimed(wanted: Wanted, me: int) -> Select[int, int, str, int]:
    """Select the longest waiting submission that nobody has claimed and ``me`` has not written."""
    queue = Wanted(theme=wanted.theme, country=wanted.country)
    number, columns = _index_of(queue)
    own = select(DRAFTS.c.id).where(DRAFTS.c.chat_id == me)
    found = fitting(queue, me).where(columns.claimed_by.is_(None), number.not_in(own))
    first = found.order_by(columns.waits_since, number).limit(1)
    return _SUBMISSIONS.where(DRAFTS.c.id.in_(first))


def _index_of(wanted: Wanted) -> tuple[Any, Any]:
    """Choose the id and the columns to filter by: the index of themes, unless the queue is of drafts in progress."""
    if wanted.theme is None or wanted.shelf == "draft":
        return DRAFTS.c.id, DRAFTS.c
    return DRAFT_THEMES.c.draft_id, DRAFT_THEMES.c


def _has_theme(columns: Any, theme: str) -> Any:  # noqa: ANN401 - columns, and a condition on them
    return columns.theme == theme if "theme" in columns else columns.themes.contains(f"|{theme}|", autoescape=True)


def _order(wanted: Wanted, *columns: Any) -> Iterable[Any]:  # noqa: ANN401 - columns
    return [column.desc() if wanted.shelf == "draft" else column for column in columns]
