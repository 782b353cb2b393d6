"""What others are told by the office; the button of a letter works at any time, since it only leads somewhere."""

from conversations.admin import wording
from conversations.messages import Line, Reply
from conversations.review import telling
from conversations.review.record import Member
from conversations.review.wording.at_desk import QUEUE
from conversations.roles import REVIEWERS, Role


def role_changed(role: Role) -> Reply:
    """Tell somebody what they may do from now on."""
    rows = ((telling.standing(QUEUE, "queue", 0),),) if role in REVIEWERS else ()
    return Reply(lines=(Line(text=wording.MAY_NOW[role]),), rows=rows)


def joined(who: Member, role: Role, invitation: int) -> Reply:
    """Tell the one who invited that the invitation was opened."""
    row = (telling.standing(wording.PEOPLE, "people", 0),)
    return Reply(lines=(Line.naming(lambda one: wording.joined(one, role, invitation), who),), rows=(row,))
