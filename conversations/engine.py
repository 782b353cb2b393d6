"""The product in one pure function: what follows from what a person did."""

from datetime import datetime
from typing import assert_never

from conversations import (
    answering,
    commanding,
    drafts,
    hearing,
    late,
    moving,
    pressing,
    preview,
    revising,
    screens,
    sharing,
    undoing,
    versions,
    wording,
)
from conversations.admin import administering, inviting
from conversations.admin import wording as admin
from conversations.clocks import passing
from conversations.consent import asking as consent
from conversations.conversation import Conversation, Step
from conversations.forgetting import asking as forgetting
from conversations.messages import (
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
    WordForm,
    Wrote,
)
from conversations.place import Choosing, New, Part, Replying, Submitted
from conversations.review import reviewing
from conversations.review.desk import Desk
from conversations.review.wording import at_desk
from conversations.talk import Talk


def step(conversation: Conversation, given: Input, now: datetime, desk: Desk | None = None) -> Step:
    """Work out what follows from ``given``: pure, and total over every conversation and input.

    ``now`` is in UTC; ``desk`` is the collection as it is at that moment, seen by the person who talks.
    """
    talk = Talk(conversation, now, desk, given.language if isinstance(given, Done) else "")
    if isinstance(given, Neglected | Expired | TimeCame):
        return talk.done(passing.passed(talk, given))  # nothing is shown anew: the person may be in the middle of it
    if not isinstance(given, Chose | Registered | Invited):
        talk.press("")  # only a button that is pressed again at once is a double tap
    undoing.expire(talk)
    if not (isinstance(given, Wrote) and isinstance(talk.place, Replying)):  # a reply that comes too late says so
        moving.settle(talk)  # a coordinator may have closed what was open
    if not late.heard(talk, given) and not versions.met_first(talk, given):
        _take(talk, given)
    versions.catch_up(talk)
    moving.settle(talk)
    versions.lead_on(talk)
    answering.keep_details(talk, conversation)
    undoing.note(talk)
    return talk.done(screens.show(talk))


def _take(talk: Talk, given: Given) -> None:
    if isinstance(given, Commanded):
        given = commanding.without_courtesy(talk, given)
        if hearing.slashed(talk, given):
            return
    if forgetting.heard(talk, given) or inviting.opened(talk, given):
        return
    if _left_without_rights(talk):
        talk.go(Choosing() if talk.conversation.drafts else New())
        return
    if undoing.heard(talk, given):
        return
    administering.help_first(talk, given)
    if reviewing.heard(talk, given) or administering.heard(talk, given):
        return
    if preview.heard(talk, given) or (not _leads_elsewhere(given) and consent.heard(talk, given)):
        return
    again = isinstance(given, Chose) and talk.conversation.begun > 0  # all practices were deleted
    if isinstance(talk.place, New) and not isinstance(given, Commanded) and not again and not _leads_elsewhere(given):
        _greet(talk, given)
    else:
        _hear(talk, given)


def _left_without_rights(talk: Talk) -> bool:
    """Say whether somebody is where they have no business any more, and tell them."""
    if reviewing.left_without_rights(talk):
        talk.say(at_desk.NOT_A_COORDINATOR)
        return True
    if administering.left_without_rights(talk):
        talk.say(admin.NOT_AN_ADMIN)
        return True
    return False


def _leads_elsewhere(given: Given) -> bool:
    """Say whether a button is pressed that is none of the form's."""
    press = given.press if isinstance(given, Chose) else None
    return press is not None and (reviewing.is_of_desk(press) or administering.is_of_office(press))


def _greet(talk: Talk, given: Given) -> None:
    if isinstance(given, Chose):
        talk.toast = wording.BUTTON_GONE
        talk.say(wording.BUTTON_GONE, *wording.WELCOME)
    else:
        talk.say(*wording.WELCOME, wording.STARTED_FIRST)
    drafts.begin(talk)


def _hear(talk: Talk, given: Given) -> None:
    match given:
        case Wrote():
            hearing.wrote(talk, given)
        case Chose():
            pressing.chose(talk, given)
        case Revised():
            revising.revised(talk, Part(message=given.message, text=given.text, links=given.links))
        case Commanded():
            commanding.commanded(talk, given)
        case Attached():
            hearing.attached(talk, given)
        case Shared():
            sharing.shared(talk, given)
        case Unreadable(what=what):
            talk.say(wording.unreadable(what))
        case Registered(reference=reference):
            _registered(talk, reference)
        case Invited():
            pass  # who asked for it is no admin any more
        case _:
            assert_never(given)


def _registered(talk: Talk, reference: str) -> None:
    if isinstance(talk.place, Submitted) and talk.draft.reference is None:
        talk.keep(talk.draft.model_copy(update={"reference": reference}))
        talk.enclose(WordForm(draft=talk.draft.number), wording.form_caption(talk.draft.reference))
