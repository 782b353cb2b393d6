"""The product in one pure function: what follows from what a person did."""

from datetime import datetime
from typing import assert_never

from conversations.admin import actions, people
from conversations.admin import texts as admin
from conversations.dialogue import texts as dialogue_texts
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Conversation, Step
from conversations.dialogue.inputs import (
    Attached,
    Chose,
    Commanded,
    Done,
    Expired,
    Given,
    Input,
    Invited,
    Neglected,
    Registered,
    Revised,
    Shared,
    TimeCame,
    Unreadable,
    Wrote,
)
from conversations.dialogue.replies import WordForm
from conversations.dialogue.repositories import Desk
from conversations.dialogue.state import Choosing, New, Part, Replying, Submitted
from conversations.engine import commanding, hearing, late, pressing, screens
from conversations.engine import texts as engine_texts
from conversations.filling import answering, edits, flow, navigation, sharing, undo, versions
from conversations.privacy import consent
from conversations.privacy import erasure as forgetting
from conversations.reminders import reminding
from conversations.review import reviewing, texts


def step(conversation: Conversation, given: Input, now: datetime, desk: Desk | None = None) -> Step:
    """Work out what follows from ``given``: pure, and total over every conversation and input.

    ``now`` is in UTC; ``desk`` is the collection as it is at that moment, seen by the person who talks.
    """
    context = Context(conversation, now, desk, given.language if isinstance(given, Done) else "")
    if isinstance(given, Neglected | Expired | TimeCame):
        return context.done(
            reminding.passed(context, given)
        )  # nothing is shown anew: the person may be in the middle of it
    if not isinstance(given, Chose | Registered | Invited):
        context.press("")  # only a button that is pressed again at once is a double tap
    undo.expire(context)
    if not (isinstance(given, Wrote) and isinstance(context.state, Replying)):  # a reply that comes too late says so
        flow.settle(context)  # a coordinator may have closed what was open
    if not late.heard(context, given) and not versions.met_first(context, given):
        _take(context, given)
    versions.catch_up(context)
    flow.settle(context)
    versions.lead_on(context)
    answering.keep_details(context, conversation)
    undo.note(context)
    return context.done(screens.show(context))


def _take(context: Context, given: Given) -> None:
    if isinstance(given, Commanded):
        given = commanding.without_courtesy(context, given)
        if hearing.slashed(context, given):
            return
    if forgetting.heard(context, given) or people.use_invitation(context, given):
        return
    if _left_without_rights(context):
        context.go(Choosing() if context.conversation.drafts else New())
        return
    if undo.heard(context, given):
        return
    actions.help_first(context, given)
    if reviewing.heard(context, given) or actions.heard(context, given):
        return
    if consent.preview_heard(context, given) or (not _leads_elsewhere(given) and consent.heard(context, given)):
        return
    again = isinstance(given, Chose) and context.conversation.begun > 0  # all practices were deleted
    if (
        isinstance(context.state, New)
        and not isinstance(given, Commanded)
        and not again
        and not _leads_elsewhere(given)
    ):
        _greet(context, given)
    else:
        _hear(context, given)


def _left_without_rights(context: Context) -> bool:
    """Say whether somebody is where they have no business any more, and tell them."""
    if reviewing.left_without_rights(context):
        context.say(texts.NOT_A_COORDINATOR)
        return True
    if actions.left_without_rights(context):
        context.say(admin.NOT_AN_ADMIN)
        return True
    return False


def _leads_elsewhere(given: Given) -> bool:
    """Say whether a button is pressed that is none of the form's."""
    press = given.press if isinstance(given, Chose) else None
    return press is not None and (reviewing.is_of_desk(press) or actions.is_of_office(press))


def _greet(context: Context, given: Given) -> None:
    if isinstance(given, Chose):
        context.toast = engine_texts.BUTTON_GONE
        context.say(engine_texts.BUTTON_GONE, *engine_texts.WELCOME)
    else:
        context.say(*engine_texts.WELCOME, engine_texts.STARTED_FIRST)
    navigation.begin(context)


def _hear(context: Context, given: Given) -> None:
    match given:
        case Wrote():
            hearing.wrote(context, given)
        case Chose():
            pressing.chose(context, given)
        case Revised():
            edits.revised(context, Part(message=given.message, text=given.text, links=given.links))
        case Commanded():
            commanding.commanded(context, given)
        case Attached():
            hearing.attached(context, given)
        case Shared():
            sharing.shared(context, given)
        case Unreadable(what=what):
            context.say(dialogue_texts.unreadable(what))
        case Registered(reference=reference):
            _registered(context, reference)
        case Invited():
            pass  # who asked for it is no admin any more
        case _:
            assert_never(given)


def _registered(context: Context, reference: str) -> None:
    if isinstance(context.state, Submitted) and context.draft.reference is None:
        context.keep(context.draft.model_copy(update={"reference": reference}))
        context.enclose(WordForm(draft=context.draft.number), dialogue_texts.form_caption(context.draft.reference))
