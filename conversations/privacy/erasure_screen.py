"""The screen that asks whether to delete everything: it says what goes, what stays, and that there is no undo."""

from collections.abc import Iterator

from conversations.dialogue import practice
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Draft
from conversations.dialogue.layout import Screen, button, pack
from conversations.dialogue.replies import Button, Line
from conversations.dialogue.repositories import may_review
from conversations.form.texts import shortened
from conversations.privacy import texts
from conversations.privacy.erasure import staying


def forgetting(context: Context) -> Screen:
    """Say what will be deleted and what will stay, and ask."""
    lines = (
        Line(text=texts.heading(), style="bold"),
        *(Line(text=sentence) for sentence in _sentences(context)),
        Line(text=texts.SURE, style="italic"),
    )
    chosen = [_choice(context, draft) for draft in _approved(context)]
    last = button(context, texts.DELETE, "forget"), button(context, texts.KEEP, "remember")
    return Screen(pages=pack(tuple((line,) for line in lines)), rows=tuple((one,) for one in (*chosen, *last)))


def _sentences(context: Context) -> Iterator[str]:
    drafts = context.conversation.drafts
    others = [draft for draft in drafts if draft.status != "approved"]
    along = [draft for draft in _approved(context) if draft not in staying(context.conversation)]
    references = [draft.reference or "" for draft in (*others, *along) if draft.status != "draft"]
    yield texts.will_be_deleted(sum(draft.status == "draft" for draft in others), references)
    for draft in _approved(context):
        say = texts.will_be_withdrawn if draft in along else texts.will_stay
        yield say(draft.reference or "", shortened(practice.title(draft.handed_in), 60))
    if may_review(context.repository):
        yield from _about_roles(context)
    yield texts.MESSAGES
    yield texts.BACKUPS


def _about_roles(context: Context) -> Iterator[str]:
    role, administration = context.repository.role, context.repository.administration
    me = administration.person(context.repository.me.user)
    by_settings = me is not None and me.by_settings
    yield texts.BY_SETTINGS if by_settings else texts.ROLE_GOES[role]
    yield texts.REVIEWS_STAY
    if role == "admin" and not by_settings and administration.admins() == 1:
        yield texts.LAST_ADMIN


def _approved(context: Context) -> list[Draft]:
    return [draft for draft in context.conversation.drafts if draft.status == "approved"]


def _choice(context: Context, draft: Draft) -> Button:
    reference = draft.reference or ""
    if draft in staying(context.conversation):
        return button(context, texts.withdraw(reference), "unpublish", index=draft.number)
    return button(context, texts.let_stay(reference), "letstay", index=draft.number)
