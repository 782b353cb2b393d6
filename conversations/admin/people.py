"""People and their roles. There is always at least one admin."""

import re
from dataclasses import replace
from datetime import datetime

from conversations.admin import texts
from conversations.dialogue import reviews
from conversations.dialogue.audit import RoleGiven
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Draft
from conversations.dialogue.events import Moved
from conversations.dialogue.layout import Screen, in_rows
from conversations.dialogue.model import REVIEWERS, Role
from conversations.dialogue.pages import Changing, OnePerson, People, Queue
from conversations.dialogue.replies import ContactRequest, Line, Reply
from conversations.dialogue.repositories import Person
from conversations.dialogue.review_record import Member
from conversations.dialogue.state import AtOffice, Choosing, New
from conversations.fields.plain import bare, one_line
from conversations.filling.review_texts import SOMEBODY
from conversations.filling.role_texts import CHANGED_MEANWHILE, MAY_NOW
from conversations.languages import at_desk, english, speaking
from conversations.privacy.texts import RELEASED
from conversations.review import texts as review_texts
from conversations.review.navigation import lasting_button, open_admin_page, open_page, page_button, page_turns
from conversations.review.texts import QUEUE

ROLES: tuple[Role, ...] = ("admin", "coordinator", "practitioner")
"""The roles in the order of their buttons."""


PEOPLE_ON_A_PAGE = 8
"""People on one page of their list."""


def open_list(context: Context, leaf: int | None) -> None:
    """Turn to a page of the open list, from 0; without ``leaf`` list all people with a role."""
    state = context.state
    page = state.page if isinstance(state, AtOffice) and isinstance(state.page, People) else People()
    open_admin_page(context, People() if leaf is None else page.model_copy(update={"leaf": leaf}))


def _named(context: Context, words: str) -> list[Person]:
    """List the people with a role whose name has each of these words in it, in any case and with any accents."""
    wanted = bare(words).split()
    found = context.repository.administration.people()
    return [person for person in found if all(word in bare(person.name) for word in wanted)]


def people_screen(context: Context, page: People) -> Screen:
    """Draw a page of the people who have a role, each with a button."""
    found = _named(context, page.words)
    here = found[page.leaf * PEOPLE_ON_A_PAGE :][:PEOPLE_ON_A_PAGE]
    title = texts.people_found(len(found)) if page.words else texts.people_title(len(found))
    lines = [Line(text=title, style="bold")]
    for person in here:
        lines += [Line(text=""), *_described(person, context.now)]
    pages = max(-(-len(found) // PEOPLE_ON_A_PAGE), 1)
    if pages > 1:
        lines += [Line(text=""), Line(text=review_texts.page(page.leaf + 1, pages), style="italic")]
    lines += [Line(text=""), Line(text=texts.PEOPLE_HINT, style="italic")]
    opened = tuple((page_button(context, "", "person", str(one.user)).naming(texts.label, one.member),) for one in here)
    find = (
        page_button(context, texts.SHARE, "share"),
        *((page_button(context, texts.ALL_PEOPLE, "people"),) if page.words else ()),
    )
    more = (page_button(context, texts.INVITE, "invites"), page_button(context, texts.AUDIT, "audit"))
    up = (page_button(context, texts.OFFICE, "office"), page_button(context, QUEUE, "queue"))
    rows = (*opened, *page_turns(context, "people", page.leaf, pages), find, more, up)
    return Screen(pages=(tuple(lines),), rows=rows)


def sharing_screen(context: Context) -> Screen:
    """Ask for a contact, with a keyboard in place of the phone's."""
    ask = ContactRequest(choose=texts.CHOOSE, cancel=review_texts.CANCEL, placeholder=texts.NAME_OR_NUMBER)
    cancel = page_button(context, review_texts.CANCEL, "people")
    return Screen(pages=((Line(text=texts.SHARE_HINT),),), rows=(), hidden=(cancel,), keyboard=ask)


def picked(context: Context, user: int | None) -> None:
    """Open the page of somebody whose contact was shared, whether they have written to the bot or not."""
    if user is None:
        context.say(texts.UNREADABLE_CONTACT)
        open_admin_page(context, People())
    else:
        open_admin_page(context, OnePerson(user=user))


def _described(person: Person, now: datetime) -> tuple[Line, Line]:
    return (
        Line.naming(texts.named, person.member, style="bold"),
        Line.naming(lambda by: texts.status(replace(person, by=by), now), person.by),
    )


def look_up(context: Context, text: str) -> None:
    """Find people by their Telegram user id or a part of their name, and open the page of the only one."""
    words = one_line(text)[:_LONGEST]
    if _NUMBER.fullmatch(words):
        _open_known(context, int(words))
        return
    found = _named(context, words)
    if len(found) == 1:
        open_admin_page(context, OnePerson(user=found[0].user))
    else:
        context.say("" if found else texts.NOBODY_NAMED)
        open_admin_page(context, People(words=words if found else ""))


def _open_known(context: Context, user: int) -> None:
    if context.repository.administration.person(user) is None:  # a typed number may be wrong, that of a contact is not
        context.say(texts.nobody(user))
        open_admin_page(context, People())
    else:
        open_admin_page(context, OnePerson(user=user))


_NUMBER = re.compile(r"\d{1,16}", re.ASCII)
"""A Telegram user id has at most 52 significant bits (Bot API, User.id)."""

_LONGEST = 130
"""Characters of a name that is looked for: Telegram allows 64 for each of its two parts."""


def find(context: Context, user: int) -> Person:
    """Find a person, with the role that this turn has given them; an unknown one is a practitioner."""
    person = context.repository.administration.person(user) or Person(user=user, name="", role="practitioner")
    given = [entry for entry in context.audit_entries if isinstance(entry, RoleGiven) and entry.whom == user]
    if not given:
        return person
    name = "" if given[-1].role == "practitioner" else person.name
    return replace(person, name=name, role=given[-1].role, since=context.now, by=context.repository.me, invitation=None)


def person_screen(context: Context, page: OnePerson) -> Screen:
    """Draw one person, with a button for each role that they can get."""
    person = find(context, page.user)
    back = ((page_button(context, texts.PEOPLE, "people"),),)
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
    reason = _obstacle(context, person, role)
    if reason is None:
        open_admin_page(context, Changing(user=user, role=role))
    else:
        context.say(reason)


def change_screen(context: Context, page: Changing) -> Screen:
    """Draw the page that says what a change of a role means and asks to confirm it."""
    person = find(context, page.user)
    lines = (
        Line.naming(lambda one: texts.sure_of(one, person, page.role), person.member, style="bold"),
        Line(text=texts.WHAT_IT_MEANS[page.role]),
    )
    sure = page_button(context, texts.SURE[page.role], "given", str(person.user), ROLES.index(page.role))
    return Screen(pages=(lines,), rows=((sure, page_button(context, review_texts.CANCEL, "person", str(person.user))),))


def change_role(context: Context, user: int, role: Role) -> None:
    """Change the role that was shown, if that is still possible."""
    person = find(context, user)
    reason = _obstacle(context, person, role)
    if reason is not None:
        context.say(reason)
        open_admin_page(context, People())
        return
    context.did(RoleGiven(whom=person.user, role=role, was=person.role))
    changed = replace(person, role=role)
    if person.user == context.repository.me.user:
        _leave(context, role)
        return
    if person.seen is not None:
        context.write_to(person.user, role_changed(role, context.repository.language_of(person.user)))
    username = context.repository.administration.username
    context.say(Line.naming(lambda one: texts.is_now(one, changed, username), person.member))
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
    context.say(MAY_NOW[role])
    if role in REVIEWERS:
        open_page(context, Queue())
    else:
        context.go(Choosing() if context.conversation.drafts else New())


def role_changed(role: Role, language: str) -> Reply:
    """Write to a person whose role was changed; ``language`` is that of their talk."""
    with speaking(at_desk(language) if role in REVIEWERS else language):
        rows = {
            "practitioner": (),
            "coordinator": ((lasting_button(QUEUE, "queue", 0),),),
            "admin": ((lasting_button(texts.OFFICE, "office", 0),),),
        }
        return Reply(lines=(Line(text=MAY_NOW[role]),), rows=rows[role])


def released(draft: Draft, by: Member | None, now: datetime) -> tuple[Draft, Moved] | None:
    """End the claim of a coordinator who has no role any more, as ``by`` (None: the shell) has taken it away.

    Returns the changed draft and its event; None if nobody has claimed the submission or it is decided.
    """
    claim = draft.review.claim
    if claim is None or not reviews.allows(draft, "let go"):
        return None
    who = by or texts.SHELL_AS_MEMBER
    words = f"{claim.by.name or english(SOMEBODY)} {RELEASED}"
    after = reviews.made(reviews.with_claim(draft, None, now), "let go", now, who, words)
    return after, Moved(draft=draft.number, move="let go", by=who.user, words=words)
