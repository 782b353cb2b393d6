"""What others are told by the office; the button of a letter works at any time, since it only leads somewhere."""

from conversations.admin import wording
from conversations.messages import Button, Line, Press, Reply
from conversations.review import telling
from conversations.review.desk import REVIEWERS, Role
from conversations.review.record import Member
from conversations.review.wording.at_desk import QUEUE


def role_changed(role: Role) -> Reply:
    """Tell somebody what they may do from now on."""
    rows = ((telling.standing(QUEUE, "queue", 0),),) if role in REVIEWERS else ()
    return Reply(lines=(Line(text=wording.MAY_NOW[role]),), rows=rows)


def joined(who: Member, role: Role, invitation: int) -> Reply:
    """Tell the one who invited that the invitation was opened."""
    press = Press(draft=0, revision=0, about="", action="people")
    row = (Button(label=wording.PEOPLE, press=press),)
    return Reply(lines=(Line(text=wording.joined(who, role, invitation)),), rows=(row,))
