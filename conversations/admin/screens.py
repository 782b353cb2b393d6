"""The page that lies open in the office, drawn anew each time from the collection as it is."""

from dataclasses import replace
from typing import assert_never

from conversations.admin import exporting, people, texts
from conversations.admin.people import invitations
from conversations.dialogue.context import Context
from conversations.dialogue.desk_states import Audit, Changing, Exporting, Inviting, OnePerson, People
from conversations.dialogue.layout import Screen, filled
from conversations.dialogue.replies import Button, Line
from conversations.dialogue.repositories import ENTRIES_ON_A_PAGE, Entry, Invitation
from conversations.dialogue.state import AtOffice
from conversations.review.card_screen import desk_button


def draw(context: Context, state: AtOffice) -> Screen:
    """Draw the office."""
    page = state.page
    match page:
        case People():
            return people.people(context, page)
        case OnePerson():
            return people.one_person(context, page)
        case Changing():
            return people.changing(context, page)
        case Inviting():
            return _inviting(context)
        case Exporting():
            return exporting.exporting(context, page)
        case Audit():
            return _audit(context, page)
        case _:
            assert_never(page)


def _inviting(context: Context) -> Screen:
    """List the open invitations."""
    found = invitations(context)
    lines = (
        Line(text=texts.INVITE_HINT, style="bold"),
        *(_invitation(one) for one in found),
        *(() if found else (Line(text=texts.NOBODY_INVITED),)),
    )
    make = tuple(desk_button(context, label, "invite", role) for role, label in texts.INVITE_A.items())
    gone = tuple((desk_button(context, texts.withdraw(one.number), "uninvite", index=one.number),) for one in found)
    return Screen(pages=(lines,), rows=(make, *gone, (desk_button(context, texts.PEOPLE, "people"),)))


def _invitation(one: Invitation) -> Line:
    return Line.naming(lambda by: texts.invitation(replace(one, by=by)), one.by)


def _entry(entry: Entry) -> Line:
    return Line.naming(lambda who, whom: texts.entry(replace(entry, who=who, whom=whom)), entry.who, entry.whom)


def _audit(context: Context, page: Audit) -> Screen:
    """Show a page of the audit log."""
    trail = context.desk.office.audit(page.leaf)
    lines = (
        Line(text=texts.audit_title(trail.total), style="bold"),
        *(_entry(entry) for entry in trail.entries),
        *(() if trail.entries else (Line(text=texts.AUDIT_EMPTY),)),
    )
    more = (page.leaf + 1) * ENTRIES_ON_A_PAGE < trail.total
    turning: tuple[Button, ...] = (
        *((desk_button(context, texts.NEWER, "audit", index=page.leaf - 1),) if page.leaf else ()),
        *((desk_button(context, texts.OLDER, "audit", index=page.leaf + 1),) if more else ()),
    )
    return Screen(pages=(lines,), rows=(*filled(turning), (desk_button(context, texts.PEOPLE, "people"),)))
