"""What each command does; all of them work in every place."""

from collections.abc import Callable

from conversations import answering, drafts, sidesteps, wording
from conversations.asked import question_at
from conversations.consent import asking
from conversations.messages import Commanded
from conversations.place import Asking, AtDesk, AtOffice, Collecting, New, Summary
from conversations.review.wording import to_author
from conversations.talk import Talk


def commanded(talk: Talk, given: Commanded) -> None:
    """Do what the command says; a person without a practice gets one first."""
    command = COMMANDS.get(given.name)
    if isinstance(talk.place, New) and not asking.wanted(talk):
        talk.say(wording.WELCOME)
        drafts.begin(talk)
        if given.name in TOLD:
            talk.say(TOLD[given.name])
    elif given.name in TOLD:
        talk.say(TOLD[given.name])
    elif command is None:
        talk.say(wording.unknown_command(given.name))
    elif talk.conversation.hand is None and given.name not in {"start", "new"}:
        talk.say(to_author.NO_PRACTICE)
    else:
        _leave_desk(talk, given.name)
        command(talk)


def _leave_desk(talk: Talk, name: str) -> None:
    """Take the draft in hand up again before a command about it, where a coordinator was at the desk."""
    if isinstance(talk.place, AtDesk | AtOffice) and name not in {"new", "drafts"}:
        drafts.hold(talk, talk.conversation.hand)


TOLD = {"help": wording.HELP, "language": wording.LANGUAGE}
"""Commands that say something and leave everything as it is."""


def _start(talk: Talk) -> None:
    talk.say(wording.WELCOME_BACK)


def _new(talk: Talk) -> None:
    before = talk.conversation.hand
    if drafts.begin(talk):
        talk.say(wording.SAME_DRAFT if talk.conversation.hand == before else wording.NEW_DRAFT)


def _overview(talk: Talk) -> None:
    _leave_parts(talk, sidesteps.overview)


def _summary(talk: Talk) -> None:
    _leave_parts(talk, lambda leaving: leaving.go(Summary()))


def _back(talk: Talk) -> None:
    _leave_parts(talk, sidesteps.back)


def _leave_parts(talk: Talk, go: Callable[[Talk], None]) -> None:
    answering.settle_parts(talk)
    go(talk)


def _skip(talk: Talk) -> None:
    if isinstance(talk.place, Collecting):
        answering.settle_parts(talk)
    elif isinstance(talk.place, Asking):
        answering.skip(talk, question_at(talk.place.question))
    else:
        talk.say(wording.NOTHING_TO_SKIP)


COMMANDS: dict[str, Callable[[Talk], None]] = {
    "start": _start,
    "new": _new,
    "drafts": drafts.choose_draft,
    "overview": _overview,
    "summary": _summary,
    "back": _back,
    "skip": _skip,
}
