"""The product as one pure function: ``step``."""

from datetime import datetime

from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Conversation, Step
from conversations.dialogue.inputs import (
    Chose,
    Commanded,
    Done,
    Expired,
    Given,
    Input,
    Invited,
    Neglected,
    Registered,
    TimeCame,
    Wrote,
)
from conversations.dialogue.repositories import ReviewRepository
from conversations.dialogue.state import Replying
from conversations.engine import commanding, hearing, late, screens
from conversations.engine.features import FEATURES
from conversations.filling import accepting, flow, undo, versions
from conversations.papers import arriving, asking, telling
from conversations.reminders import reminding


def step(conversation: Conversation, given: Input, now: datetime, repository: ReviewRepository | None = None) -> Step:
    """Work out what follows from an input: pure, and with a result for every conversation and input.

    ``now`` is in UTC; ``repository`` is what the person may look up in the collection at that moment.
    """
    context = Context(conversation, now, repository, given.language if isinstance(given, Done) else "")
    if isinstance(given, Neglected | Expired | TimeCame):
        # The state is not shown again: the person may be in the middle of an answer.
        return context.done(reminding.passed(context, given))
    if isinstance(given, Chose):
        context.pressed_message = given.message
    if not isinstance(given, Chose | Registered | Invited):
        context.press("")  # a double tap is the same button again with nothing in between
    undo.expire(context)
    arriving.expire(context)
    if not (
        isinstance(given, Wrote) and isinstance(context.state, Replying)
    ):  # words that come too late for the reply are told so
        flow.settle(context)  # a coordinator may have closed the state
    if not late.heard(context, given) and not versions.met_first(context, given):
        _take(context, given)
    versions.catch_up(context)
    flow.settle(context)
    versions.lead_on(context)
    accepting.keep_details(context, conversation)
    asking.offer(context)
    telling.tell(context)
    undo.note(context)
    return context.done(screens.show(context, conversation.state))


def _take(context: Context, given: Given) -> None:
    if isinstance(given, Commanded):
        given = commanding.without_courtesy(context, given)
        if hearing.slashed(context, given):
            return
    next(feature for feature in FEATURES if feature.hears(context, given))  # the last one takes everything
