"""The people of a collection without a database: their roles and invitations, and the audit log."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.demo.test_bed import numbered_codes
from bot.sandbox.world import BOT_USERNAME
from conversations.dialogue.audit import (
    AuditEntry,
    Forgotten,
    InviteMade,
    InviteRefused,
    InviteUsed,
    InviteWithdrawn,
    PracticeReceived,
    RoleGiven,
)
from conversations.dialogue.conversation import Draft
from conversations.dialogue.model import REVIEWERS, Reviewer, Role, Selection
from conversations.dialogue.repositories import (
    ENTRIES_ON_A_PAGE,
    Entry,
    Invitation,
    Person,
    Trail,
)
from conversations.dialogue.review_record import SOMEBODY_GONE, Member
from storage import Codes

USERNAME = BOT_USERNAME


@dataclass
class Registry:
    """All people with a role or a message, and the audit log; only people with a role have a name."""

    roles: dict[int, Role] = field(default_factory=dict)
    people: dict[int, Person] = field(default_factory=dict)
    invitations: dict[str, Invitation] = field(default_factory=dict)
    log: list[tuple[datetime, int | None, int | None, AuditEntry]] = field(default_factory=list)
    codes: Codes = field(default_factory=numbered_codes)

    def appoint(self, user: int, role: Role, now: datetime, *, by_settings: bool = False) -> None:
        """Give a role before the conversation begins: from the shell, or by the settings."""
        since = None if by_settings else now
        self.roles[user] = role
        self.people[user] = Person(user, "", role, since=since, by_settings=by_settings)
        if not by_settings:
            self.log.append((now, None, user, RoleGiven(whom=user, role=role, was="practitioner")))

    def meet(self, user: int, name: str, now: datetime) -> None:
        """Note a person who writes."""
        person = self.people.get(user, Person(user, "", "practitioner", since=now))
        called = name if self.roles.get(user) in REVIEWERS else ""
        self.people[user] = replace(person, name=called, seen=person.seen or now.date())

    def invite(self, gives: Reviewer | int, by: Member, now: datetime) -> tuple[str, datetime]:
        """Make an invitation to a role, or to the only link that gives a practice."""
        code, until, number = self.codes(), now + timedelta(days=7), len(self.invitations) + 1
        role, submission = (None, gives) if isinstance(gives, int) else (gives, None)
        for one in [one for one in self.invitations.values() if one.submission is not None]:
            if one.submission == submission and one.used_by is None:
                self._change(one.number, withdrawn=True)
        self.invitations[code] = Invitation(number, role, until, by, submission=submission)
        self.log.append((now, by.user, None, InviteMade(invitation=number, role=role, submission=submission)))
        return code, until

    def carry_out(self, me: Member, audit_entries: Iterable[AuditEntry], now: datetime) -> Iterable[int]:
        """Carry out the audit entries of a step; yields the people who have lost their role."""
        for audit_entry in audit_entries:
            if isinstance(audit_entry, InviteRefused) and any(
                (who, what) == (me.user, audit_entry) for _, who, _, what in self.log
            ):
                continue
            self.log.append((now, me.user, getattr(audit_entry, "whom", None), audit_entry))
            if isinstance(audit_entry, RoleGiven):
                unknown = Person(audit_entry.whom, "", "practitioner")
                self._give(self.people.get(audit_entry.whom, unknown), audit_entry.role, me, now)
                if audit_entry.role == "practitioner":
                    yield audit_entry.whom
            elif isinstance(audit_entry, InviteUsed):
                invitation = self._change(audit_entry.invitation, used_by=me.user)
                self._give(self.people[me.user], audit_entry.role, invitation.by, now, invitation.number, me.name)
            elif isinstance(audit_entry, PracticeReceived):
                self._change(audit_entry.invitation, used_by=me.user)
            elif isinstance(audit_entry, InviteWithdrawn):
                self._change(audit_entry.invitation, withdrawn=True)

    def _give(  # noqa: PLR0913, PLR0917 - all parts of a role
        self,
        person: Person,
        role: Role,
        by: Member | None,
        now: datetime,
        invitation: int | None = None,
        name: str = "",
    ) -> None:
        called = (name or person.name) if role in REVIEWERS else ""
        self.roles[person.user] = role
        changes = {"name": called, "role": role, "since": now, "by": by, "invitation": invitation}
        self.people[person.user] = replace(person, **changes)  # type: ignore[arg-type] # each has its field's type

    def forget(self, user: int, now: datetime) -> None:
        """Delete a person; an admin by the settings stays one, without a name."""
        person = self.people.pop(user)
        if person.by_settings:
            self.people[user] = Person(user, "", "admin", by_settings=True)
        else:
            self.roles.pop(user, None)
        for code, one in self.invitations.items():
            by = one.by and (SOMEBODY_GONE if one.by.user == user else one.by)
            self.invitations[code] = replace(one, by=by, used_by=0 if one.used_by == user else one.used_by)
        self.log = [
            (at, _without(who, user), _without(whom, user), audit_entry) for at, who, whom, audit_entry in self.log
        ]
        self.log.append((now, 0, None, Forgotten()))

    def _change(self, number: int, **changes: object) -> Invitation:
        for code, one in self.invitations.items():
            if one.number == number:
                self.invitations[code] = replace(one, **changes)  # type: ignore[arg-type] # likewise
                return one
        raise LookupError(number)


def _without(number: int | None, user: int) -> int | None:
    return 0 if number == user else number


@dataclass(frozen=True)
class AdminRepository:
    """The admins' view of the collection as it is now."""

    registry: Registry
    drafts: tuple[Draft, ...] = ()
    username: str = USERNAME

    def people(self) -> tuple[Person, ...]:
        """List the people with a role."""
        found = [person for person in map(self._shown, self.registry.people.values()) if person.role in REVIEWERS]
        return tuple(sorted(found, key=lambda person: (person.role != "admin", person.user)))

    def person(self, user: int) -> Person | None:
        """Find a person."""
        person = self.registry.people.get(user)
        return person and self._shown(person)

    def _shown(self, person: Person) -> Person:
        role = self.registry.roles.get(person.user, "practitioner")
        return replace(person, role=role, by=self._named(person.by.user if person.by else None))

    def admins(self) -> int:
        """Count the admins."""
        return sum(role == "admin" for role in self.registry.roles.values())

    def invitations(self) -> tuple[Invitation, ...]:
        """List the invitations to a role that are neither used nor withdrawn."""
        found = map(self._current, self.registry.invitations.values())
        return tuple(one for one in found if one.role and one.used_by is None and not one.withdrawn)

    def invitation(self, code: str) -> Invitation | None:
        """Find an invitation by its code."""
        one = self.registry.invitations.get(code)
        return one and self._current(one)

    def numbered(self, number: int) -> Invitation | None:
        """Find an invitation by its number."""
        return next((self._current(one) for one in self.registry.invitations.values() if one.number == number), None)

    def _current(self, one: Invitation) -> Invitation:
        maker = one.by.user if one.by else None
        may = maker is None or self.registry.roles.get(maker) in (("admin",) if one.role else REVIEWERS)
        return replace(one, withdrawn=one.withdrawn or not may, by=self._named(maker))

    def count(self, wanted: Selection) -> int:
        """Count the submissions of an export."""
        return sum(fits(draft, wanted) for draft in self.drafts)

    def audit(self, page: int) -> Trail:
        """Read a page of the audit log."""
        newest = self.registry.log[::-1][page * ENTRIES_ON_A_PAGE :][:ENTRIES_ON_A_PAGE]
        lines = (Entry(at, self._named(who), self._named(whom), audit_entry) for at, who, whom, audit_entry in newest)
        return Trail(tuple(lines), len(self.registry.log))

    def _named(self, user: int | None) -> Member | None:
        if user is None:
            return None
        person = self.registry.people.get(user)
        return Member(user=user, name=person.name if person else "")


def fits(draft: Draft, wanted: Selection) -> bool:
    """Say whether an export has this draft."""
    values = draft.handed_in.values
    themes = values.get("key_themes.themes")
    return (
        draft.status in wanted.statuses
        and (not wanted.references or draft.reference in wanted.references)
        and (wanted.since is None or (draft.submitted_at or draft.updated_at).date() >= wanted.since)
        and (wanted.theme is None or (isinstance(themes, list) and wanted.theme in themes))
        and (wanted.country is None or values.get("country_of_origin.country") == wanted.country)
    )
