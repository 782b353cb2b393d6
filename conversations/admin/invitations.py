"""Invitations: links that give a role once."""

from dataclasses import replace
from datetime import datetime

from conversations.admin import texts
from conversations.dialogue.audit import InviteRefused, InviteUsed, InviteWithdrawn
from conversations.dialogue.context import Context
from conversations.dialogue.inputs import Commanded, Input, Invited
from conversations.dialogue.layout import Screen, copy_button
from conversations.dialogue.model import Reviewer, Role
from conversations.dialogue.pages import Inviting, Office, Queue
from conversations.dialogue.replies import Line, Reply
from conversations.dialogue.repositories import Invitation
from conversations.dialogue.review_record import Member
from conversations.filling import role_texts
from conversations.privacy.consent_text import controller
from conversations.review.navigation import lasting_button, open_admin_page, open_page, page_button


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
    """Show the link of a new invitation once: in a message to forward, and below it on a button that copies it."""
    open_admin_page(context, Inviting())
    link = texts.link(context.repository.administration.username, given.code)
    drawn = invitations_screen(context)
    words = texts.letter(controller(context.repository.operator), given.role, link, given.until, context.now)
    context.tell(Reply(lines=tuple(Line(text=one) for one in words)))
    lines = (Line(text=texts.invited(given.role, given.until, context.now)), Line(text=""), *drawn.pages[0])
    context.tell(Reply(lines=lines, rows=((copy_button(texts.COPY_LINK, link),), *drawn.rows)))
    context.silent = True


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
        context.say(role_texts.NO_SUCH_LINK)
        return False
    if invitation.used_by == context.repository.me.user:  # the person has tapped the link twice
        return False
    state = invitation.state(context.now)
    if state != "open":
        context.did(InviteRefused(invitation=invitation.number, why=state))
        context.say(role_texts.NO_SUCH_LINK)
    elif RANK[context.repository.role] >= RANK[invitation.role]:
        context.say(role_texts.ALREADY[context.repository.role])
    else:
        _join(context, invitation)
        return True
    return False


RANK: dict[Role, int] = {"practitioner": 0, "coordinator": 1, "admin": 2}
"""A role may do all that a role of a lower rank may."""


def _join(context: Context, invitation: Invitation) -> None:
    role = invitation.role
    context.did(InviteUsed(invitation=invitation.number, role=role, was=context.repository.role))
    context.say(role_texts.MAY_NOW[role])
    if invitation.by is not None:
        context.write_to_desk(invitation.by.user, lambda: joined(context.repository.me, role, invitation.number))
    if role == "admin":
        open_admin_page(context, Office())
    else:
        open_page(context, Queue(first=True))


def joined(who: Member, role: Role, invitation: int) -> Reply:
    """Write to an admin whose invitation was used."""
    row = (lasting_button(texts.PEOPLE, "people", 0),)
    return Reply(lines=(Line.naming(lambda one: texts.joined(one, role, invitation), who),), rows=(row,))
