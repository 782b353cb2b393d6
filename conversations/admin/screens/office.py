"""The page that lies open in the office, drawn anew each time from the collection as it is."""

from dataclasses import replace
from typing import assert_never

from conversations.admin import wording
from conversations.admin.inviting import invitations
from conversations.admin.office import ENTRIES_ON_A_PAGE, Entry, Invitation
from conversations.admin.pages import Audit, Changing, Exporting, Inviting, OnePerson, People
from conversations.admin.screens import exporting, people
from conversations.messages import Button, Line
from conversations.place import AtOffice
from conversations.review.screens.buttons import desk_button
from conversations.screens.layout import Screen, filled
from conversations.talk import Talk


def draw(talk: Talk, place: AtOffice) -> Screen:
    """Draw the office."""
    page = place.page
    match page:
        case People():
            return people.people(talk, page)
        case OnePerson():
            return people.one_person(talk, page)
        case Changing():
            return people.changing(talk, page)
        case Inviting():
            return _inviting(talk)
        case Exporting():
            return exporting.exporting(talk, page)
        case Audit():
            return _audit(talk, page)
        case _:
            assert_never(page)


def _inviting(talk: Talk) -> Screen:
    """List the open invitations."""
    found = invitations(talk)
    lines = (
        Line(text=wording.INVITE_HINT, style="bold"),
        *(_invitation(one) for one in found),
        *(() if found else (Line(text=wording.NOBODY_INVITED),)),
    )
    make = tuple(desk_button(talk, label, "invite", role) for role, label in wording.INVITE_A.items())
    gone = tuple((desk_button(talk, wording.withdraw(one.number), "uninvite", index=one.number),) for one in found)
    return Screen(pages=(lines,), rows=(make, *gone, (desk_button(talk, wording.PEOPLE, "people"),)))


def _invitation(one: Invitation) -> Line:
    return Line.naming(lambda by: wording.invitation(replace(one, by=by)), one.by)


def _entry(entry: Entry) -> Line:
    return Line.naming(lambda who, whom: wording.entry(replace(entry, who=who, whom=whom)), entry.who, entry.whom)


def _audit(talk: Talk, page: Audit) -> Screen:
    """Show a page of the audit log."""
    trail = talk.desk.office.audit(page.leaf)
    lines = (
        Line(text=wording.audit_title(trail.total), style="bold"),
        *(_entry(entry) for entry in trail.entries),
        *(() if trail.entries else (Line(text=wording.AUDIT_EMPTY),)),
    )
    more = (page.leaf + 1) * ENTRIES_ON_A_PAGE < trail.total
    turning: tuple[Button, ...] = (
        *((desk_button(talk, wording.NEWER, "audit", index=page.leaf - 1),) if page.leaf else ()),
        *((desk_button(talk, wording.OLDER, "audit", index=page.leaf + 1),) if more else ()),
    )
    return Screen(pages=(lines,), rows=(*filled(turning), (desk_button(talk, wording.PEOPLE, "people"),)))
