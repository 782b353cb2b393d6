"""Those who have a role, one of them, and a change to be confirmed."""

from dataclasses import replace

from conversations.admin import wording
from conversations.admin.office import ON_A_PAGE, Person
from conversations.admin.pages import Changing, OnePerson, People
from conversations.admin.people import ROLES, find
from conversations.messages import Button, Line
from conversations.review.screens.buttons import desk_button
from conversations.review.wording import at_desk, in_review
from conversations.screens.layout import Rows, Screen, filled, in_rows
from conversations.talk import Talk


def people(talk: Talk, page: People) -> Screen:
    """List a page of those who have a role, each with a button."""
    roster = talk.desk.office.people(page.leaf)
    lines = [Line(text=wording.people_title(roster.total), style="bold")]
    for person in roster.people:
        lines += [Line(text=""), *_described(person)]
    pages = max(-(-roster.total // ON_A_PAGE), 1)
    if pages > 1:
        lines += [Line(text=""), Line(text=at_desk.page(page.leaf + 1, pages), style="italic")]
    lines += [Line(text=""), Line(text=wording.PEOPLE_HINT, style="italic")]
    opened = tuple((_opening(talk, one),) for one in roster.people)
    ways = (desk_button(talk, wording.INVITE, "invites"), desk_button(talk, wording.AUDIT, "audit"))
    return Screen(
        pages=(tuple(lines),),
        rows=(*opened, *_turning(talk, page.leaf, pages), ways, (desk_button(talk, at_desk.QUEUE, "queue"),)),
    )


def _opening(talk: Talk, person: Person) -> Button:
    return desk_button(talk, "", "person", str(person.user)).naming(wording.label, person.member)


def _described(person: Person) -> tuple[Line, Line]:
    return (
        Line.naming(wording.named, person.member, style="bold"),
        Line.naming(lambda by: wording.standing(replace(person, by=by)), person.by),
    )


def _turning(talk: Talk, leaf: int, pages: int) -> Rows:
    before = (desk_button(talk, at_desk.BEFORE, "people", index=leaf - 1),) if leaf else ()
    after = (desk_button(talk, at_desk.NEXT, "people", index=leaf + 1),) if leaf + 1 < pages else ()
    return filled((*before, *after))


def one_person(talk: Talk, page: OnePerson) -> Screen:
    """Show one person, and the roles that they can be given."""
    person = find(talk, page.user)
    back = ((desk_button(talk, wording.PEOPLE, "people"),),)
    if person is None:
        return Screen(pages=((Line(text=wording.nobody(page.user)),),), rows=back)
    if person.by_settings:
        return Screen(pages=((*_described(person), Line(text=wording.BY_SETTINGS)),), rows=back)
    buttons = [
        desk_button(talk, wording.MAKE[role], "give", str(person.user), n)
        for n, role in enumerate(ROLES)
        if role != person.role
    ]
    return Screen(pages=(_described(person),), rows=(*in_rows(buttons), *back))


def changing(talk: Talk, page: Changing) -> Screen:
    """Show what a change means before it is made."""
    person = find(talk, page.user)
    if person is None:
        return one_person(talk, OnePerson(user=page.user))
    lines = (
        Line.naming(lambda one: wording.sure_of(one, person, page.role), person.member, style="bold"),
        Line(text=wording.WHAT_IT_MEANS[page.role]),
    )
    sure = desk_button(talk, wording.SURE[page.role], "given", str(person.user), ROLES.index(page.role))
    return Screen(pages=(lines,), rows=((sure, desk_button(talk, in_review.CANCEL, "person", str(person.user))),))
