"""Invitations: made by an admin, withdrawn, and opened by the one who gets the link."""

from conversations.admin import telling, wording
from conversations.admin.deeds import InviteRefused, InviteUsed, InviteWithdrawn
from conversations.admin.moving import go
from conversations.admin.office import Invitation
from conversations.admin.pages import Inviting
from conversations.messages import Commanded, Input, Invited
from conversations.review import queueing
from conversations.review.pages import Queue
from conversations.roles import Reviewer, Role
from conversations.talk import Talk

RANK: dict[Role, int] = {"practitioner": 0, "coordinator": 1, "admin": 2}
"""Each role may do what those of a lower rank may."""


def invitations(talk: Talk) -> tuple[Invitation, ...]:
    """List what is open, as it is so far in this turn."""
    gone = {deed.invitation for deed in talk.deeds if isinstance(deed, InviteWithdrawn)}
    return tuple(
        one for one in talk.desk.office.invitations() if one.number not in gone and one.state(talk.now) == "open"
    )


def ask(talk: Talk, role: Reviewer) -> None:
    """Ask for an invitation; its code comes next, and with it the answer."""
    go(talk, Inviting())
    talk.invite = role
    talk.silent = True


def made(talk: Talk, given: Invited) -> None:
    """Show the link, this once."""
    talk.say(wording.link(given.role, talk.desk.office.username, given.code, given.until))
    go(talk, Inviting())


def withdraw(talk: Talk, number: int) -> None:
    """Take back an invitation that nobody has used."""
    talk.did(InviteWithdrawn(invitation=number))
    talk.say(wording.withdrawn(number))
    go(talk, Inviting())


def opened(talk: Talk, given: Input) -> bool:
    """Give the role of the link that was opened; where there is none to give, say so, and the start goes on."""
    if not isinstance(given, Commanded) or given.name != "start" or len(given.argument.split()) != 1:
        return False
    invitation = talk.desk.office.invitation(given.argument)
    if invitation is None:
        talk.say(wording.NO_SUCH_LINK)
        return False
    if invitation.used_by == talk.desk.me.user:  # tapped twice
        return False
    state = invitation.state(talk.now)
    if state != "open":
        talk.did(InviteRefused(invitation=invitation.number, why=state))
        talk.say(wording.NO_SUCH_LINK)
    elif RANK[talk.desk.role] >= RANK[invitation.role]:
        talk.say(wording.already(talk.desk.role))
    else:
        _join(talk, invitation)
        return True
    return False


def _join(talk: Talk, invitation: Invitation) -> None:
    role = invitation.role
    talk.did(InviteUsed(invitation=invitation.number, role=role, was=talk.desk.role))
    talk.say(wording.MAY_NOW[role])
    if invitation.by is not None:
        talk.write_to(invitation.by.user, telling.joined(talk.desk.me, role, invitation.number))
    queueing.go(talk, Queue())
