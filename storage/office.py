"""The office's picture of the collection, read within one transaction."""

from collections.abc import Callable, Collection
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from conversations.admin.office import ON_A_PAGE, Invitation, Person, Roster, Trail
from conversations.status import Status
from storage import audit, invites
from storage.audit import member
from storage.drafts import counting
from storage.people import effective, reviews
from storage.roles import admins_left
from storage.tables import PEOPLE


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
        return Roster(tuple(everyone[page * ON_A_PAGE :][:ON_A_PAGE]), len(everyone))

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
        return invites.unused(self._asked(), self._admins)

    def invitation(self, code: str) -> Invitation | None:
        """Find the invitation that a link leads to."""
        return invites.found(self._asked(), code, self._admins)

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
