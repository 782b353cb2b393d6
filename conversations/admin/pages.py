"""The pages of the admins: each is drawn from the collection as it is now, and /back leaves it."""

from dataclasses import replace
from typing import assert_never

from conversations.admin import audit_texts, exporting, invitations, people, texts
from conversations.dialogue.context import Context
from conversations.dialogue.layout import Screen, filled, in_rows
from conversations.dialogue.pages import (
    AdminPage,
    Audit,
    Changing,
    Exporting,
    Inviting,
    Office,
    OnePerson,
    People,
    Queue,
    Sharing,
    Wanted,
)
from conversations.dialogue.replies import Line
from conversations.dialogue.repositories import ENTRIES_ON_A_PAGE, Entry, may_administer
from conversations.dialogue.review_record import Member
from conversations.dialogue.state import AtOffice, State
from conversations.review import queue_texts
from conversations.review import texts as review_texts
from conversations.review.navigation import open_admin_page, open_page, own_practice, page_button


def up(context: Context, page: AdminPage) -> None:
    """Go back to the page that this one was opened from; the admin page leads to the queue."""
    match page:
        case Changing(user=user):
            open_admin_page(context, OnePerson(user=user))
        case Exporting(by="theme" | "country"):
            open_admin_page(context, page.model_copy(update={"by": None}))
        case Exporting() if not may_administer(context.repository):
            open_page(context, Queue())
        case OnePerson() | Sharing() | Inviting() | Audit():
            open_admin_page(context, People())
        case People() | Exporting():
            open_admin_page(context, Office())
        case Office():
            open_page(context, Queue())
        case _:
            assert_never(page)


def asks_contact(state: State) -> bool:
    """Say whether a contact is asked for, with a keyboard in place of the phone's."""
    return isinstance(state, AtOffice) and isinstance(state.page, Sharing)


def draw(context: Context, state: AtOffice) -> Screen:  # noqa: PLR0911 - one for each page
    """Draw the page that is open."""
    page = state.page
    match page:
        case Office():
            return _office_screen(context)
        case People():
            return people.people_screen(context, page)
        case Sharing():
            return people.sharing_screen(context)
        case OnePerson():
            return people.person_screen(context, page)
        case Changing():
            return people.change_screen(context, page)
        case Inviting():
            return invitations.invitations_screen(context)
        case Exporting():
            return exporting.export_screen(context, page)
        case Audit():
            return _audit_screen(context, page)
        case _:
            assert_never(page)


def _office_screen(context: Context) -> Screen:
    """Draw the page that leads to all others, with what waits."""
    lines = (
        Line(text=texts.OFFICE, style="bold"),
        Line(text=queue_texts.found("waiting", context.repository.listing(Wanted()).total)),
        Line(text=texts.people_title(len(context.repository.administration.people()))),
        Line(text=texts.invitations_title(len(invitations.invitations(context)))),
    )
    buttons = (
        page_button(context, review_texts.QUEUE, "queue"),
        page_button(context, texts.EXPORT, "export"),
        page_button(context, texts.PEOPLE, "people"),
        page_button(context, texts.INVITE, "invites"),
        page_button(context, texts.FIGURES, "stats"),
        page_button(context, texts.AUDIT, "audit"),
    )
    return Screen(pages=(lines,), rows=(*in_rows(buttons), own_practice(context)))


def _audit_screen(context: Context, page: Audit) -> Screen:
    trail = context.repository.administration.audit(page.leaf)
    lines = (
        Line(text=audit_texts.audit_title(trail.total), style="bold"),
        *(_entry(context, entry) for entry in trail.entries),
        *(() if trail.entries else (Line(text=audit_texts.AUDIT_EMPTY),)),
    )
    more = (page.leaf + 1) * ENTRIES_ON_A_PAGE < trail.total
    newer = (page_button(context, audit_texts.NEWER, "audit", index=page.leaf - 1),) if page.leaf else ()
    older = (page_button(context, audit_texts.OLDER, "audit", index=page.leaf + 1),) if more else ()
    rows = filled((*newer, *older), (page_button(context, texts.PEOPLE, "people"),))
    return Screen(pages=(lines,), rows=rows)


def _entry(context: Context, entry: Entry) -> Line:
    def say(who: Member | None, whom: Member | None) -> str:
        return audit_texts.entry(replace(entry, who=who, whom=whom), context.now)

    return Line.naming(say, entry.who, entry.whom)
