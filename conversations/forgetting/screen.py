"""The page that asks whether everything is to be deleted: what goes, what stays, and what nobody can take back."""

from collections.abc import Iterator

from conversations import progress
from conversations.conversation import Draft
from conversations.forgetting import wording
from conversations.forgetting.asking import staying
from conversations.messages import Button, Line
from conversations.review.desk import may_review
from conversations.screens.layout import Screen, button
from conversations.screens.paging import pack
from conversations.talk import Talk
from conversations.wording import shortened


def forgetting(talk: Talk) -> Screen:
    """Say what goes and what stays, and ask."""
    lines = (
        Line(text=wording.heading(), style="bold"),
        *(Line(text=sentence) for sentence in _sentences(talk)),
        Line(text=wording.SURE, style="italic"),
    )
    chosen = [_choice(talk, draft) for draft in _approved(talk)]
    last = button(talk, wording.DELETE, "forget"), button(talk, wording.KEEP, "remember")
    return Screen(pages=pack(tuple((line,) for line in lines)), rows=tuple((one,) for one in (*chosen, *last)))


def _sentences(talk: Talk) -> Iterator[str]:
    drafts = talk.conversation.drafts
    others = [draft for draft in drafts if draft.status != "approved"]
    along = [draft for draft in _approved(talk) if draft not in staying(talk.conversation)]
    references = [draft.reference or "" for draft in (*others, *along) if draft.status != "draft"]
    yield wording.goes(sum(draft.status == "draft" for draft in others), references)
    for draft in _approved(talk):
        say = wording.goes_too if draft in along else wording.stays
        yield say(draft.reference or "", shortened(progress.title(draft.handed_in), 60))
    if may_review(talk.desk):
        yield from _of_the_desk(talk)
    yield wording.MESSAGES
    yield wording.BACKUPS


def _of_the_desk(talk: Talk) -> Iterator[str]:
    role, office = talk.desk.role, talk.desk.office
    me = office.person(talk.desk.me.user)
    by_settings = me is not None and me.by_settings
    yield wording.BY_SETTINGS if by_settings else wording.ROLE_GOES[role]
    yield wording.DESK
    if role == "admin" and not by_settings and office.admins() == 1:
        yield wording.LAST_ADMIN


def _approved(talk: Talk) -> list[Draft]:
    return [draft for draft in talk.conversation.drafts if draft.status == "approved"]


def _choice(talk: Talk, draft: Draft) -> Button:
    reference = draft.reference or ""
    if draft in staying(talk.conversation):
        return button(talk, wording.withdraw(reference), "unpublish", index=draft.number)
    return button(talk, wording.let_stay(reference), "letstay", index=draft.number)
