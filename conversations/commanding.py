"""What each command does; all of them work in every place."""

from collections.abc import Callable

from conversations import answering, drafts, sidesteps, wording
from conversations.admin import administering
from conversations.asked import question_at
from conversations.consent import asking
from conversations.fields.plain import fold
from conversations.messages import Commanded
from conversations.place import Asking, AtDesk, AtOffice, Collecting, New, Summary
from conversations.review import commands
from conversations.review.desk import may_administer, may_review
from conversations.review.wording import to_author
from conversations.talk import Talk


def commanded(talk: Talk, given: Commanded) -> None:
    """Do what the command says; a person without a practice gets one first."""
    command = COMMANDS.get(given.name)
    if isinstance(talk.place, New) and not asking.wanted(talk):
        talk.say(*wording.WELCOME)
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


_WITH_WORDS = frozenset({"start", "mydata", "show", "notify", "people", "invite"})


def takes_words(given: Commanded) -> bool:
    """Say whether a command can have these words behind it; a link gives /start one."""
    return given.name in _WITH_WORDS and (given.name != "start" or len(given.argument.split()) == 1)


_COURTESY = frozenset(
    ("please", "pls", "plz", "now", "thank", "thanks", "you", "bitte", "danke", "merci", "tak", "tack")
)


def without_courtesy(talk: Talk, given: Commanded) -> Commanded:
    """Leave out the words behind a command of the person's that ask for nothing, such as "please"."""
    polite = set(fold(given.argument).split()) <= _COURTESY
    alone = given.name == "start" or given.name not in _WITH_WORDS  # /notify now says something
    return given.model_copy(update={"argument": ""}) if polite and alone and knows(talk, given) else given


def knows(talk: Talk, given: Commanded) -> bool:
    """Say whether the person has such a command, and gives it to this bot."""
    if is_for_another(talk, given):
        return False
    everybodys = {*COMMANDS, *TOLD, "privacy", "mydata", "forget", "undo"}
    desk = may_review(talk.desk) and is_of_others(given.name)
    return given.name in everybodys or (desk and (may_administer(talk.desk) or given.name in commands.COMMANDS))


def is_of_others(name: str) -> bool:
    """Say whether it is a command of coordinators or admins."""
    return name in commands.COMMANDS or name in administering.COMMANDS


def is_command(talk: Talk, text: str) -> bool:
    """Say whether a text is a command that the person has, and nothing else."""
    name = text.strip().removeprefix("/").casefold()
    return text.strip().startswith("/") and knows(talk, Commanded(name=name, argument="", message=0))


def is_for_another(talk: Talk, given: Commanded) -> bool:
    """Say whether the command names another bot."""
    username = talk.desk.office.username
    return bool(given.to and username) and given.to.casefold() != username.casefold()


def whole_name(given: Commanded) -> str:
    """Name a command as it was sent."""
    return f"{given.name}@{given.to}" if given.to else given.name


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
        answering.finish_parts(talk)
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
