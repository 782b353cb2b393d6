"""Roles: looked at, given and taken; nobody takes away the last admin."""

import re
from dataclasses import replace

from conversations.admin import wording
from conversations.admin.deeds import RoleGiven
from conversations.admin.moving import go
from conversations.admin.office import Person
from conversations.admin.pages import Changing, OnePerson, People
from conversations.admin.telling import role_changed
from conversations.messages import Line
from conversations.place import Choosing, New
from conversations.review import queueing
from conversations.review.pages import Queue
from conversations.review.wording.at_desk import CHANGED_MEANWHILE
from conversations.roles import REVIEWERS, Role
from conversations.talk import Talk

ROLES: tuple[Role, ...] = ("admin", "coordinator", "practitioner")
"""In the order in which they are offered."""


def find(talk: Talk, user: int) -> Person | None:
    """Find a person as they are so far in this turn."""
    person = talk.desk.office.person(user)
    given = [deed for deed in talk.deeds if isinstance(deed, RoleGiven) and deed.whom == user]
    if person is None or not given:
        return person
    name = "" if given[-1].role == "practitioner" else person.name
    return replace(person, name=name, role=given[-1].role, since=talk.now, by=talk.desk.me, invitation=None)


def look_up(talk: Talk, text: str) -> None:
    """Open the person with that number."""
    if not _NUMBER.fullmatch(text):
        talk.say(wording.NOT_A_NUMBER)
        go(talk, People())
    elif find(talk, int(text)) is None:
        talk.say(wording.nobody(int(text)))
        go(talk, People())
    else:
        go(talk, OnePerson(user=int(text)))


_NUMBER = re.compile(r"\d{1,16}", re.ASCII)
"""A user id has at most 52 bits (Bot API, User.id)."""


def obstacle(talk: Talk, person: Person, role: Role) -> str | None:
    """Say what stands against giving somebody a role."""
    if person.by_settings:
        return wording.BY_SETTINGS
    if person.role == role:
        return CHANGED_MEANWHILE
    return wording.LAST_ADMIN if person.role == "admin" and talk.desk.office.admins() <= 1 else None


def begin(talk: Talk, user: int, role: Role) -> None:
    """Show what a change means before it is made, or say why it cannot be made."""
    person = find(talk, user)
    reason = CHANGED_MEANWHILE if person is None else obstacle(talk, person, role)
    if reason is None:
        go(talk, Changing(user=user, role=role))
    else:
        talk.say(reason)


def give(talk: Talk, user: int, role: Role) -> None:
    """Give or take the role that was shown, where nothing has come to stand against it."""
    person = find(talk, user)
    reason = CHANGED_MEANWHILE if person is None else obstacle(talk, person, role)
    if person is None or reason is not None:
        talk.say(reason or "")
        go(talk, People())
        return
    talk.did(RoleGiven(whom=person.user, role=role, was=person.role))
    changed = replace(person, role=role)
    if person.user == talk.desk.me.user:
        _leave(talk, role)
        return
    if person.seen is not None:
        talk.write_to(person.user, role_changed(role))
    talk.say(Line.naming(lambda one: wording.is_now(one, changed), person.member))
    go(talk, OnePerson(user=person.user))


def _leave(talk: Talk, role: Role) -> None:
    """Go out of the office for good: the admin has given the role away."""
    talk.say(wording.MAY_NOW[role])
    if role in REVIEWERS:
        queueing.go(talk, Queue())
    else:
        talk.go(Choosing() if talk.conversation.drafts else New())
