"""What a coordinator does at the desk: commands, buttons, words. Rights are checked here, at each of them."""

from collections.abc import Callable
from typing import TypeVar

from conversations.dialogue.context import Context
from conversations.dialogue.desk_states import (
    Card,
    Changes,
    Commenting,
    Confirming,
    Declining,
    Queue,
    Reading,
    ReviewPage,
    Whole,
)
from conversations.dialogue.inputs import Attached, Commanded, Input, Press, Revised, Shared, Unreadable, Wrote
from conversations.dialogue.repositories import Submission, may_review
from conversations.dialogue.state import AtDesk, New, Part
from conversations.dialogue.texts import HELP, NOTHING_TO_SKIP, SPOKEN, unreadable
from conversations.review import card, commenting, deciding, pages, queue, reading, texts
from conversations.review.navigation import find, open_page


def commanded(context: Context, name: str, argument: str) -> bool:
    """Do a command of the desk; false where it is none, or is meant for the form."""
    state = context.state
    if not may_review(context.desk):
        return False
    if name in COMMANDS:
        COMMANDS[name](context, argument)
    elif isinstance(state, AtDesk) and name in AT_DESK:
        AT_DESK[name](context, state.page)
    elif isinstance(state, New) and name == "start" and context.desk.role == "coordinator":
        context.say(texts.WELCOME)
        open_page(context, Queue())
    else:
        return False
    return True


def _help(context: Context, _: str) -> None:
    context.say(texts.HELP, HELP)
    if isinstance(context.state, New):
        open_page(context, Queue())


def _up(context: Context, page: ReviewPage) -> None:
    """Go to the page that this one was opened from."""
    match page:
        case Commenting():
            open_page(context, page.section)
        case Reading() | Whole() | Changes() | Declining() | Confirming():
            open_page(context, Card(submission=page.submission))
        case _:
            open_page(context, Queue())


COMMANDS: dict[str, Callable[[Context, str], None]] = {
    "queue": lambda context, _: open_page(context, Queue()),
    "show": queue.show,
    "notify": queue.notify,
    "help": _help,
}
"""Commands that a coordinator can give anywhere."""

AT_DESK: dict[str, Callable[[Context, ReviewPage], None]] = {
    "start": lambda context, _: context.stay(context.state),
    "back": _up,
    "skip": lambda context, _: context.say(NOTHING_TO_SKIP),
}
"""Commands that mean something else at the desk than in the form."""

P = TypeVar("P")

Move = Callable[["Context", Press], None]

OfDossier = Callable[["Context", Submission, Press], None]


def heard(context: "Context", given: Input) -> bool:
    """Do what concerns the desk; false where the input is meant for the form."""
    match given:
        case Commanded(name=name, argument=argument):
            return commanded(context, name, argument)
        case Wrote():
            return pages.replied(context, given)
        case Revised(message=message, text=text):
            return pages.edited(context, Part(message=message, text=text))
        case Attached() | Shared() | Unreadable() if isinstance(context.state, AtDesk):
            spoken = isinstance(given, Unreadable) and given.what in SPOKEN
            context.say(unreadable(given.what) if spoken else texts.NO_FILE_HERE)
            return True
        case _:
            return False


def is_of_desk(press: Press) -> bool:
    """Say whether a button is one of the desk's."""
    return press.action in ACTIONS or press.action in OF_DOSSIER


def pressed(context: "Context", press: Press) -> None:
    """Do what a button of the desk says, where the person may."""
    if not may_review(context.desk):
        context.say(texts.NOT_A_COORDINATOR)
        return
    action = ACTIONS.get(press.action)
    if action is not None:
        action(context, press)
        return
    submission = find(context, press.draft)
    if submission is not None:
        OF_DOSSIER[press.action](context, submission, press)


def left_without_rights(context: "Context") -> bool:
    """Say whether somebody is at the desk who has no business there any more."""
    return isinstance(context.state, AtDesk) and not may_review(context.desk)


def _confirm(context: "Context", submission: Submission, _press: Press) -> None:
    deciding.confirm(context, submission, _lying_open(context, Confirming))


def _turn_weight(context: "Context", _dossier: Submission, _press: Press) -> None:
    commenting.turn_weight(context, _lying_open(context, Commenting))


def _close(context: "Context", submission: Submission, press: Press) -> None:
    """Leave what was begun, for the section that it is about or for the card."""
    if press.about:
        commenting.read_section(context, submission, press.about)
    else:
        open_page(context, Card(submission=submission.number))


def _lying_open(context: "Context", kind: type[P]) -> P:
    """Give the page that lies open; TypeError where it is of another kind, since only its own buttons ask for it."""
    page = getattr(context.state, "page", None)
    if not isinstance(page, kind):
        message = f"no such page is open at {context.state.at}"
        raise TypeError(message)
    return page


def _then_card(change: Callable[["Context", Submission], None]) -> OfDossier:
    """Make a change to a dossier and show its card."""

    def changed(context: "Context", submission: Submission, _press: Press) -> None:
        change(context, submission)
        open_page(context, Card(submission=submission.number))

    return changed


ACTIONS: dict[str, Move] = {
    "queue": lambda context, _: open_page(context, Queue()),
    "turn": lambda context, press: queue.turn_page(context, press.index or 0),
    "narrow": lambda context, press: queue.choose_filter(context, press.about),
    "by": lambda context, press: queue.set_filter(context, press.about, press.index or 0),
    "mine": lambda context, _: queue.turn_mine(context),
    "every": lambda context, press: queue.set_every(context, tuple(texts.EVERY)[press.index or 0]),
}
"""What the buttons do that are about no dossier."""

OF_DOSSIER: dict[str, OfDossier] = {
    "read": lambda context, submission, _: open_page(context, Card(submission=submission.number)),
    "section": lambda context, submission, press: commenting.read_section(context, submission, press.about),
    "whole": lambda context, submission, _: reading.read_whole(context, submission),
    "dossierform": lambda context, submission, _: reading.send_form(context, submission),
    "changes": lambda context, submission, _: reading.read_changes(context, submission),
    "claim": _then_card(card.claim),
    "takeover": _then_card(card.claim),
    "letgo": _then_card(card.let_go),
    "comment": commenting.begin,
    "weight": _turn_weight,
    "reword": commenting.reword,
    "unsay": commenting.withdraw,
    "resolve": lambda context, submission, press: commenting.settle(context, submission, press, "resolved"),
    "anew": lambda context, submission, press: commenting.settle(context, submission, press, "open"),
    "request": lambda context, submission, _: deciding.begin(context, submission, "request"),
    "approve": lambda context, submission, _: deciding.begin(context, submission, "approve"),
    "decline": lambda context, submission, _: deciding.begin(context, submission, "decline"),
    "reopen": lambda context, submission, _: deciding.begin(context, submission, "reopen"),
    "takeback": _then_card(deciding.take_back),
    "sure": _confirm,
    "close": _close,
}
"""What the buttons do that are about a dossier: its number stands in the press."""

STANDING = frozenset({"queue", "read", "comment", "section"})
"""Buttons that work on any message, old ones too: they lead somewhere, or are checked against what is true now."""
