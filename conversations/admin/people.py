"""Roles: looked at, given and taken; nobody takes away the last admin."""

import re
from dataclasses import replace
from datetime import datetime

from conversations.admin import texts
from conversations.admin.navigation import go
from conversations.dialogue import reviews
from conversations.dialogue.audit import InviteRefused, InviteUsed, InviteWithdrawn, RoleGiven
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Draft
from conversations.dialogue.desk_states import Changing, Inviting, OnePerson, People, Queue
from conversations.dialogue.events import Moved
from conversations.dialogue.inputs import Commanded, Input, Invited
from conversations.dialogue.layout import Rows, Screen, filled, in_rows
from conversations.dialogue.model import REVIEWERS, Reviewer, Role
from conversations.dialogue.replies import Button, Line, Reply
from conversations.dialogue.repositories import PEOPLE_ON_A_PAGE, Invitation, Person
from conversations.dialogue.review_record import Member
from conversations.dialogue.reviews import made as reviews_made
from conversations.dialogue.reviews import with_claim
from conversations.dialogue.state import Choosing, New
from conversations.filling.review_texts import called
from conversations.privacy import texts as privacy_texts
from conversations.review import notifications, queue
from conversations.review import texts as review_texts
from conversations.review.card_screen import desk_button
from conversations.review.texts import CHANGED_MEANWHILE, QUEUE


def role_changed(role: Role) -> Reply:
    """Tell somebody what they may do from now on."""
    rows = ((notifications.standing(QUEUE, "queue", 0),),) if role in REVIEWERS else ()
    return Reply(lines=(Line(text=texts.MAY_NOW[role]),), rows=rows)


def joined(who: Member, role: Role, invitation: int) -> Reply:
    """Tell the one who invited that the invitation was opened."""
    row = (notifications.standing(texts.PEOPLE, "people", 0),)
    return Reply(lines=(Line.naming(lambda one: texts.joined(one, role, invitation), who),), rows=(row,))


ROLES: tuple[Role, ...] = ("admin", "coordinator", "practitioner")
"""In the order in which they are offered."""


def find(context: Context, user: int) -> Person | None:
    """Find a person as they are so far in this turn."""
    person = context.desk.office.person(user)
    given = [
        audit_entry
        for audit_entry in context.audit_entries
        if isinstance(audit_entry, RoleGiven) and audit_entry.whom == user
    ]
    if person is None or not given:
        return person
    name = "" if given[-1].role == "practitioner" else person.name
    return replace(person, name=name, role=given[-1].role, since=context.now, by=context.desk.me, invitation=None)


def look_up(context: Context, text: str) -> None:
    """Open the person with that number."""
    if not _NUMBER.fullmatch(text):
        context.say(texts.NOT_A_NUMBER)
        go(context, People())
    elif find(context, int(text)) is None:
        context.say(texts.nobody(int(text)))
        go(context, People())
    else:
        go(context, OnePerson(user=int(text)))


_NUMBER = re.compile(r"\d{1,16}", re.ASCII)
"""A user id has at most 52 bits (Bot API, User.id)."""


def obstacle(context: Context, person: Person, role: Role) -> str | None:
    """Say what stands against giving somebody a role."""
    if person.by_settings:
        return texts.BY_SETTINGS
    if person.role == role:
        return CHANGED_MEANWHILE
    return texts.LAST_ADMIN if person.role == "admin" and context.desk.office.admins() <= 1 else None


def begin(context: Context, user: int, role: Role) -> None:
    """Show what a change means before it is made, or say why it cannot be made."""
    person = find(context, user)
    reason = CHANGED_MEANWHILE if person is None else obstacle(context, person, role)
    if reason is None:
        go(context, Changing(user=user, role=role))
    else:
        context.say(reason)


def give(context: Context, user: int, role: Role) -> None:
    """Give or take the role that was shown, where nothing has come to stand against it."""
    person = find(context, user)
    reason = CHANGED_MEANWHILE if person is None else obstacle(context, person, role)
    if person is None or reason is not None:
        context.say(reason or "")
        go(context, People())
        return
    context.did(RoleGiven(whom=person.user, role=role, was=person.role))
    changed = replace(person, role=role)
    if person.user == context.desk.me.user:
        _leave(context, role)
        return
    if person.seen is not None:
        context.write_to(person.user, role_changed(role))
    context.say(Line.naming(lambda one: texts.is_now(one, changed), person.member))
    go(context, OnePerson(user=person.user))


def _leave(context: Context, role: Role) -> None:
    """Go out of the office for good: the admin has given the role away."""
    context.say(texts.MAY_NOW[role])
    if role in REVIEWERS:
        queue.go(context, Queue())
    else:
        context.go(Choosing() if context.conversation.drafts else New())


RANK: dict[Role, int] = {"practitioner": 0, "coordinator": 1, "admin": 2}
"""Each role may do what those of a lower rank may."""


def invitations(context: Context) -> tuple[Invitation, ...]:
    """List what is open, as it is so far in this turn."""
    gone = {audit_entry.invitation for audit_entry in context.audit_entries if isinstance(audit_entry, InviteWithdrawn)}
    return tuple(
        one for one in context.desk.office.invitations() if one.number not in gone and one.state(context.now) == "open"
    )


def ask(context: Context, role: Reviewer) -> None:
    """Ask for an invitation; its code comes next, and with it the answer."""
    go(context, Inviting())
    context.invite = role
    context.silent = True


def made(context: Context, given: Invited) -> None:
    """Show the link, this once."""
    context.say(texts.link(given.role, context.desk.office.username, given.code, given.until))
    go(context, Inviting())


def withdraw(context: Context, number: int) -> None:
    """Take back an invitation that nobody has used."""
    context.did(InviteWithdrawn(invitation=number))
    context.say(texts.withdrawn(number))
    go(context, Inviting())


def opened(context: Context, given: Input) -> bool:
    """Give the role of the link that was opened; where there is none to give, say so, and the start goes on."""
    if not isinstance(given, Commanded) or given.name != "start" or len(given.argument.split()) != 1:
        return False
    invitation = context.desk.office.invitation(given.argument)
    if invitation is None:
        context.say(texts.NO_SUCH_LINK)
        return False
    if invitation.used_by == context.desk.me.user:  # tapped twice
        return False
    state = invitation.state(context.now)
    if state != "open":
        context.did(InviteRefused(invitation=invitation.number, why=state))
        context.say(texts.NO_SUCH_LINK)
    elif RANK[context.desk.role] >= RANK[invitation.role]:
        context.say(texts.already(context.desk.role))
    else:
        _join(context, invitation)
        return True
    return False


def _join(context: Context, invitation: Invitation) -> None:
    role = invitation.role
    context.did(InviteUsed(invitation=invitation.number, role=role, was=context.desk.role))
    context.say(texts.MAY_NOW[role])
    if invitation.by is not None:
        context.write_to(invitation.by.user, joined(context.desk.me, role, invitation.number))
    queue.go(context, Queue())


def people(context: Context, page: People) -> Screen:
    """List a page of those who have a role, each with a button."""
    roster = context.desk.office.people(page.leaf)
    lines = [Line(text=texts.people_title(roster.total), style="bold")]
    for person in roster.people:
        lines += [Line(text=""), *_described(person)]
    pages = max(-(-roster.total // PEOPLE_ON_A_PAGE), 1)
    if pages > 1:
        lines += [Line(text=""), Line(text=review_texts.page(page.leaf + 1, pages), style="italic")]
    lines += [Line(text=""), Line(text=texts.PEOPLE_HINT, style="italic")]
    opened = tuple((_opening(context, one),) for one in roster.people)
    ways = (desk_button(context, texts.INVITE, "invites"), desk_button(context, texts.AUDIT, "audit"))
    return Screen(
        pages=(tuple(lines),),
        rows=(
            *opened,
            *_turning(context, page.leaf, pages),
            ways,
            (desk_button(context, review_texts.QUEUE, "queue"),),
        ),
    )


def _opening(context: Context, person: Person) -> Button:
    return desk_button(context, "", "person", str(person.user)).naming(texts.label, person.member)


def _described(person: Person) -> tuple[Line, Line]:
    return (
        Line.naming(texts.named, person.member, style="bold"),
        Line.naming(lambda by: texts.standing(replace(person, by=by)), person.by),
    )


def _turning(context: Context, leaf: int, pages: int) -> Rows:
    before = (desk_button(context, review_texts.BEFORE, "people", index=leaf - 1),) if leaf else ()
    after = (desk_button(context, review_texts.NEXT, "people", index=leaf + 1),) if leaf + 1 < pages else ()
    return filled((*before, *after))


def one_person(context: Context, page: OnePerson) -> Screen:
    """Show one person, and the roles that they can be given."""
    person = find(context, page.user)
    back = ((desk_button(context, texts.PEOPLE, "people"),),)
    if person is None:
        return Screen(pages=((Line(text=texts.nobody(page.user)),),), rows=back)
    if person.by_settings:
        return Screen(pages=((*_described(person), Line(text=texts.BY_SETTINGS)),), rows=back)
    buttons = [
        desk_button(context, texts.MAKE[role], "give", str(person.user), n)
        for n, role in enumerate(ROLES)
        if role != person.role
    ]
    return Screen(pages=(_described(person),), rows=(*in_rows(buttons), *back))


def changing(context: Context, page: Changing) -> Screen:
    """Show what a change means before it is made."""
    person = find(context, page.user)
    if person is None:
        return one_person(context, OnePerson(user=page.user))
    lines = (
        Line.naming(lambda one: texts.sure_of(one, person, page.role), person.member, style="bold"),
        Line(text=texts.WHAT_IT_MEANS[page.role]),
    )
    sure = desk_button(context, texts.SURE[page.role], "given", str(person.user), ROLES.index(page.role))
    return Screen(pages=(lines,), rows=((sure, desk_button(context, review_texts.CANCEL, "person", str(person.user))),))


def released(draft: Draft, by: Member | None, now: datetime) -> tuple[Draft, Moved] | None:
    """Let a submission go in its coordinator's stead, with a line in its history; nothing where it is decided."""
    claim = draft.review.claim
    if claim is None or not reviews.allows(draft, "let go"):
        return None
    who = by or texts.SHELL_AS_MEMBER
    words = f"{called(claim.by)} {privacy_texts.RELEASED}"
    after = reviews_made(with_claim(draft, None, now), "let go", now, who, words)
    return after, Moved(draft=draft.number, move="let go", by=who.user, words=words)
