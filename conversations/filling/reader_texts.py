"""The sentences about who can read a practice, and who has read it."""

from collections.abc import Sequence
from datetime import datetime

from conversations.dialogue.review_record import Member
from conversations.fields.times import day, day_of, on
from conversations.filling.review_texts import called, capital
from conversations.languages import _, ngettext, number

# Who can read a practice, and who has read it

NOBODY_MAY_READ = _("No coordinator has been named yet.")
NOBODY_READ = _("Nobody has read it yet.")


def may_read(members: Sequence[Member]) -> str:
    """Say who can read a draft or submission."""
    if not members:
        return str(NOBODY_MAY_READ)
    names = [member.name for member in members if member.name]
    others = len(members) - len(names)
    if others:
        more = ngettext("{count} other", "{count} others", others)
        alone = ngettext("{count} person", "{count} people", others)
        names.append((more if names else alone).format(count=number(others)))
    return _("The coordinators can read it, also while you write: {names}.").format(names=", ".join(names))


def read_by(members: Sequence[Member], days: Sequence[datetime], now: datetime) -> str:
    """Say in one line who has read a practice, and when last."""
    read = [f"{called(member)} {on(day(day_of(at), now))}" for member, at in zip(members, days, strict=True)]
    return _("Read by {readers}.").format(readers=", ".join(read))


def has_read(member: Member, first: datetime, last: datetime, now: datetime) -> str:
    """Say who has read it."""
    begin, end = day_of(first), day_of(last)
    who, when = capital(called(member)), on(day(begin, now))
    if begin == end:
        return _("{who} has read it {when}.").format(who=who, when=when)
    return _("{who} has read it first {first}, last {last}.").format(who=who, first=when, last=on(day(end, now)))
