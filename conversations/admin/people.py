"""People: their roles and the invitations to a role. There is always at least one admin."""

import re
from dataclasses import replace
from datetime import datetime

from conversations.admin import texts
from conversations.dialogue import reviews
from conversations.dialogue.audit import InviteRefused, InviteUsed, InviteWithdrawn, RoleGiven
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Draft
from conversations.dialogue.events import Moved
from conversations.dialogue.inputs import Commanded, Input, Invited
from conversations.dialogue.layout import Screen, in_rows
from conversations.dialogue.model import REVIEWERS, Reviewer, Role
from conversations.dialogue.pages import Changing, Inviting, OnePerson, People, Queue
from conversations.dialogue.replies import Line, Reply
from conversations.dialogue.repositories import PEOPLE_ON_A_PAGE, Invitation, Person
from conversations.dialogue.review_record import Member
from conversations.dialogue.state import Choosing, New
from conversations.filling.review_texts import called
from conversations.privacy.texts import RELEASED
from conversations.review import texts as review_texts
from conversations.review.navigation import lasting_button, open_admin_page, open_page, page_button, page_turns
from conversations.review.texts import CHANGED_MEANWHILE, QUEUE

ROLES: tuple[Role, ...] = ("admin", "coordinator", "practitioner")
"""The roles in the order of their buttons."""


def people_screen(context: Context, page: People) -> Screen:
    """Draw a page of the people who have a role, each with a button."""
    roster = context.repository.administration.people(page.leaf)
    lines = [Line(text=texts.people_title(roster.total), style="bold")]
    for person in roster.people:
        lines += [Line(text=""), *_described(person, context.now)]
    pages = max(-(-roster.total // PEOPLE_ON_A_PAGE), 1)
    if pages > 1:
        lines += [Line(text=""), Line(text=review_texts.page(page.leaf + 1, pages), style="italic")]
    lines += [Line(text=""), Line(text=texts.PEOPLE_HINT, style="italic")]
    opened = tuple(
        (page_button(context, "", "person", str(one.user)).naming(texts.label, one.member),) for one in roster.people
    )
    more = (page_button(context, texts.INVITE, "invites"), page_button(context, texts.AUDIT, "audit"))
    queue = (page_button(context, QUEUE, "queue"),)
    rows = (*opened, *page_turns(context, "people", page.leaf, pages), more, queue)
    return Screen(pages=(tuple(lines),), rows=rows)


def _described(person: Person, now: datetime) -> tuple[Line, Line]:
    return (
        Line.naming(texts.named, person.member, style="bold"),
        Line.naming(lambda by: texts.status(replace(person, by=by), now), person.by),
    )


def look_up(context: Context, text: str) -> None:
    """Open the page of the person with this Telegram user id."""
    if not _NUMBER.fullmatch(text):
        context.say(texts.NOT_A_NUMBER)
        open_admin_page(context, People())
    elif find(context, int(text)) is None:
        context.say(texts.nobody(int(text)))
        open_admin_page(context, People())
    else:
        open_admin_page(context, OnePerson(user=int(text)))


_NUMBER = re.compile(r"\d{1,16}", re.ASCII)
"""A Telegram user id has at most 52 significant bits (Bot API, User.id)."""


def find(context: Context, user: int) -> Person | None:
    """Find a person, with the role that this turn has given them."""
    person = context.repository.administration.person(user)
    given = [entry for entry in context.audit_entries if isinstance(entry, RoleGiven) and entry.whom == user]
    if person is None or not given:
        return person
    name = "" if given[-1].role == "practitioner" else person.name
    return replace(person, name=name, role=given[-1].role, since=context.now, by=context.repository.me, invitation=None)


def person_screen(context: Context, page: OnePerson) -> Screen:
    """Draw one person, with a button for each role that they can get."""
    person = find(context, page.user)
    back = ((page_button(context, texts.PEOPLE, "people"),),)
    if person is None:
        return Screen(pages=((Line(text=texts.nobody(page.user)),),), rows=back)
    if person.by_settings:
        return Screen(pages=((*_described(person, context.now), Line(text=texts.BY_SETTINGS)),), rows=back)
    buttons = [
        page_button(context, texts.MAKE[role], "give", str(person.user), n)
        for n, role in enumerate(ROLES)
        if role != person.role
    ]
    return Screen(pages=(_described(person, context.now),), rows=(*in_rows(buttons), *back))


def begin_change(context: Context, user: int, role: Role) -> None:
    """Ask the admin to confirm a change of a role, or say why it is not possible."""
    person = find(context, user)
    reason = CHANGED_MEANWHILE if person is None else _obstacle(context, person, role)
    if reason is None:
        open_admin_page(context, Changing(user=user, role=role))
    else:
        context.say(reason)


def change_screen(context: Context, page: Changing) -> Screen:
    """Draw the page that says what a change of a role means and asks to confirm it."""
    person = find(context, page.user)
    if person is None:
        return person_screen(context, OnePerson(user=page.user))
    lines = (
        Line.naming(lambda one: texts.sure_of(one, person, page.role), person.member, style="bold"),
        Line(text=texts.WHAT_IT_MEANS[page.role]),
    )
    sure = page_button(context, texts.SURE[page.role], "given", str(person.user), ROLES.index(page.role))
    return Screen(pages=(lines,), rows=((sure, page_button(context, review_texts.CANCEL, "person", str(person.user))),))


def change_role(context: Context, user: int, role: Role) -> None:
    """Change the role that was shown, if that is still possible."""
    person = find(context, user)
    reason = CHANGED_MEANWHILE if person is None else _obstacle(context, person, role)
    if person is None or reason is not None:
        context.say(reason or "")
        open_admin_page(context, People())
        return
    context.did(RoleGiven(whom=person.user, role=role, was=person.role))
    changed = replace(person, role=role)
    if person.user == context.repository.me.user:
        _leave(context, role)
        return
    if person.seen is not None:
        context.write_to(person.user, role_changed(role))
    context.say(Line.naming(lambda one: texts.is_now(one, changed), person.member))
    open_admin_page(context, OnePerson(user=person.user))


def _obstacle(context: Context, person: Person, role: Role) -> str | None:
    """Say why a person cannot get this role; None if they can."""
    if person.by_settings:
        return texts.BY_SETTINGS
    if person.role == role:
        return CHANGED_MEANWHILE
    return texts.LAST_ADMIN if person.role == "admin" and context.repository.administration.admins() <= 1 else None


def _leave(context: Context, role: Role) -> None:
    """Leave the admins' pages: the admin has changed their own role."""
    context.say(texts.MAY_NOW[role])
    if role in REVIEWERS:
        open_page(context, Queue())
    else:
        context.go(Choosing() if context.conversation.drafts else New())


def role_changed(role: Role) -> Reply:
    """Write to a person whose role was changed."""
    rows = ((lasting_button(QUEUE, "queue", 0),),) if role in REVIEWERS else ()
    return Reply(lines=(Line(text=texts.MAY_NOW[role]),), rows=rows)


def released(draft: Draft, by: Member | None, now: datetime) -> tuple[Draft, Moved] | None:
    """End the claim of a coordinator who has no role any more, as ``by`` (None: the shell) has taken it away.

    Returns the changed draft and its event; None if nobody has claimed the submission or it is decided.
    """
    claim = draft.review.claim
    if claim is None or not reviews.allows(draft, "let go"):
        return None
    who = by or texts.SHELL_AS_MEMBER
    words = f"{called(claim.by)} {RELEASED}"
    after = reviews.made(reviews.with_claim(draft, None, now), "let go", now, who, words)
    return after, Moved(draft=draft.number, move="let go", by=who.user, words=words)


def invitations(context: Context) -> tuple[Invitation, ...]:
    """List the open invitations, without those that this turn has withdrawn."""
    gone = {entry.invitation for entry in context.audit_entries if isinstance(entry, InviteWithdrawn)}
    return tuple(
        one
        for one in context.repository.administration.invitations()
        if one.number not in gone and one.state(context.now) == "open"
    )


def invitations_screen(context: Context) -> Screen:
    """Draw the open invitations, each with a button to withdraw it."""
    found = invitations(context)
    lines = (
        Line(text=texts.INVITE_HINT, style="bold"),
        *(_invitation(one, context.now) for one in found),
        *(() if found else (Line(text=texts.NOBODY_INVITED),)),
    )
    make = tuple(page_button(context, label, "invite", role) for role, label in texts.INVITE_A.items())
    gone = tuple((page_button(context, texts.withdraw(one.number), "uninvite", index=one.number),) for one in found)
    return Screen(pages=(lines,), rows=(make, *gone, (page_button(context, texts.PEOPLE, "people"),)))


def _invitation(one: Invitation, now: datetime) -> Line:
    return Line.naming(lambda by: texts.invitation(replace(one, by=by), now), one.by)


def invite(context: Context, role: Reviewer) -> None:
    """Ask the storage for an invitation. Its code comes as the next input, which is answered with the link."""
    open_admin_page(context, Inviting())
    context.invite = role
    context.silent = True


def show_link(context: Context, given: Invited) -> None:
    """Show the link of a new invitation; it is shown only once."""
    username = context.repository.administration.username
    context.say(texts.link(given.role, username, given.code, given.until, context.now))
    open_admin_page(context, Inviting())


def withdraw_invitation(context: Context, number: int) -> None:
    """Withdraw an open invitation."""
    context.did(InviteWithdrawn(invitation=number))
    context.say(texts.withdrawn(number))
    open_admin_page(context, Inviting())


def use_invitation(context: Context, given: Input) -> bool:
    """Give the role of the invitation link that was opened; false if it gives none, and /start goes on."""
    if not isinstance(given, Commanded) or given.name != "start" or len(given.argument.split()) != 1:
        return False
    invitation = context.repository.administration.invitation(given.argument)
    if invitation is None:
        context.say(texts.NO_SUCH_LINK)
        return False
    if invitation.used_by == context.repository.me.user:  # the person has tapped the link twice
        return False
    state = invitation.state(context.now)
    if state != "open":
        context.did(InviteRefused(invitation=invitation.number, why=state))
        context.say(texts.NO_SUCH_LINK)
    elif RANK[context.repository.role] >= RANK[invitation.role]:
        context.say(texts.already(context.repository.role))
    else:
        _join(context, invitation)
        return True
    return False


RANK: dict[Role, int] = {"practitioner": 0, "coordinator": 1, "admin": 2}
"""A role may do all that a role of a lower rank may."""


def _join(context: Context, invitation: Invitation) -> None:
    role = invitation.role
    context.did(InviteUsed(invitation=invitation.number, role=role, was=context.repository.role))
    context.say(texts.MAY_NOW[role])
    if invitation.by is not None:
        context.write_to(invitation.by.user, joined(context.repository.me, role, invitation.number))
    open_page(context, Queue())


def joined(who: Member, role: Role, invitation: int) -> Reply:
    """Write to an admin whose invitation was used."""
    row = (lasting_button(texts.PEOPLE, "people", 0),)
    return Reply(lines=(Line.naming(lambda one: texts.joined(one, role, invitation), who),), rows=(row,))
