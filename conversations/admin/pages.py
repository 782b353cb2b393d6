"""The pages of the admins: each is drawn from the collection as it is now, and /back leaves it."""

from dataclasses import replace
from typing import assert_never

from conversations.admin import exporting, people, texts
from conversations.dialogue.context import Context
from conversations.dialogue.layout import Screen, filled
from conversations.dialogue.pages import AdminPage, Audit, Changing, Exporting, Inviting, OnePerson, People, Queue
from conversations.dialogue.replies import Line
from conversations.dialogue.repositories import ENTRIES_ON_A_PAGE, Entry
from conversations.dialogue.state import AtOffice
from conversations.review.navigation import open_admin_page, open_page, page_button


def up(context: Context, page: AdminPage) -> None:
    """Go back to the page that this one was opened from; the first pages lead back to the queue."""
    match page:
        case Changing(user=user):
            open_admin_page(context, OnePerson(user=user))
        case Exporting(by="theme" | "country"):
            open_admin_page(context, page.model_copy(update={"by": None}))
        case OnePerson() | Inviting() | Audit():
            open_admin_page(context, People())
        case _:
            open_page(context, Queue())


def draw(context: Context, state: AtOffice) -> Screen:
    """Draw the page that is open."""
    page = state.page
    match page:
        case People():
            return people.people_screen(context, page)
        case OnePerson():
            return people.person_screen(context, page)
        case Changing():
            return people.change_screen(context, page)
        case Inviting():
            return people.invitations_screen(context)
        case Exporting():
            return exporting.export_screen(context, page)
        case Audit():
            return _audit_screen(context, page)
        case _:
            assert_never(page)


def _audit_screen(context: Context, page: Audit) -> Screen:
    trail = context.repository.administration.audit(page.leaf)
    lines = (
        Line(text=texts.audit_title(trail.total), style="bold"),
        *(_entry(entry) for entry in trail.entries),
        *(() if trail.entries else (Line(text=texts.AUDIT_EMPTY),)),
    )
    more = (page.leaf + 1) * ENTRIES_ON_A_PAGE < trail.total
    newer = (page_button(context, texts.NEWER, "audit", index=page.leaf - 1),) if page.leaf else ()
    older = (page_button(context, texts.OLDER, "audit", index=page.leaf + 1),) if more else ()
    rows = filled((*newer, *older), (page_button(context, texts.PEOPLE, "people"),))
    return Screen(pages=(lines,), rows=rows)


def _entry(entry: Entry) -> Line:
    return Line.naming(lambda who, whom: texts.entry(replace(entry, who=who, whom=whom)), entry.who, entry.whom)
