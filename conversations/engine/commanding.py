"""What each command does; all of them work in every place."""

from collections.abc import Callable

from conversations.admin import actions
from conversations.dialogue import texts as dialogue_texts
from conversations.dialogue.context import Context
from conversations.dialogue.inputs import Commanded
from conversations.dialogue.repositories import may_administer, may_review
from conversations.dialogue.state import Asking, AtDesk, AtOffice, Collecting, New, Summary
from conversations.engine import texts
from conversations.fields.plain import fold
from conversations.filling import answering, navigation, review_texts
from conversations.form.asked import question_at
from conversations.privacy import consent
from conversations.review import reviewing


def commanded(context: Context, given: Commanded) -> None:
    """Do what the command says; a person without a practice gets one first."""
    command = COMMANDS.get(given.name)
    if isinstance(context.state, New) and not consent.wanted(context):
        context.say(*texts.WELCOME)
        navigation.begin(context)
        if given.name in TOLD:
            context.say(TOLD[given.name])
    elif given.name in TOLD:
        context.say(TOLD[given.name])
    elif command is None:
        context.say(texts.unknown_command(given.name))
    elif context.conversation.hand is None and given.name not in {"start", "new"}:
        context.say(review_texts.NO_PRACTICE)
    else:
        _leave_desk(context, given.name)
        command(context)


def _leave_desk(context: Context, name: str) -> None:
    """Take the draft in hand up again before a command about it, where a coordinator was at the desk."""
    if isinstance(context.state, AtDesk | AtOffice) and name not in {"new", "drafts"}:
        navigation.hold(context, context.conversation.hand)


_WITH_WORDS = frozenset({"start", "mydata", "show", "notify", "people", "invite"})


def takes_words(given: Commanded) -> bool:
    """Say whether a command can have these words behind it; a link gives /start one."""
    return given.name in _WITH_WORDS and (given.name != "start" or len(given.argument.split()) == 1)


_COURTESY = frozenset(
    ("please", "pls", "plz", "now", "thank", "thanks", "you", "bitte", "danke", "merci", "tak", "tack")
)


def without_courtesy(context: Context, given: Commanded) -> Commanded:
    """Leave out the words behind a command of the person's that ask for nothing, such as "please"."""
    polite = set(fold(given.argument).split()) <= _COURTESY
    alone = given.name == "start" or given.name not in _WITH_WORDS  # /notify now says something
    return given.model_copy(update={"argument": ""}) if polite and alone and knows(context, given) else given


def knows(context: Context, given: Commanded) -> bool:
    """Say whether the person has such a command, and gives it to this bot."""
    if is_for_another(context, given):
        return False
    everybodys = {*COMMANDS, *TOLD, "privacy", "mydata", "forget", "undo"}
    desk = may_review(context.desk) and is_of_others(given.name)
    return given.name in everybodys or (desk and (may_administer(context.desk) or given.name in reviewing.COMMANDS))


def is_of_others(name: str) -> bool:
    """Say whether it is a command of coordinators or admins."""
    return name in reviewing.COMMANDS or name in actions.COMMANDS


def is_command(context: Context, text: str) -> bool:
    """Say whether a text is a command that the person has, and nothing else."""
    name = text.strip().removeprefix("/").casefold()
    return text.strip().startswith("/") and knows(context, Commanded(name=name, argument="", message=0))


def is_for_another(context: Context, given: Commanded) -> bool:
    """Say whether the command names another bot."""
    username = context.desk.office.username
    return bool(given.to and username) and given.to.casefold() != username.casefold()


def whole_name(given: Commanded) -> str:
    """Name a command as it was sent."""
    return f"{given.name}@{given.to}" if given.to else given.name


TOLD = {"help": dialogue_texts.HELP, "language": texts.LANGUAGE}
"""Commands that say something and leave everything as it is."""


def _start(context: Context) -> None:
    context.say(texts.WELCOME_BACK)


def _new(context: Context) -> None:
    before = context.conversation.hand
    if navigation.begin(context):
        context.say(texts.SAME_DRAFT if context.conversation.hand == before else texts.NEW_DRAFT)


def _overview(context: Context) -> None:
    _leave_parts(context, navigation.overview)


def _summary(context: Context) -> None:
    _leave_parts(context, lambda leaving: leaving.go(Summary()))


def _back(context: Context) -> None:
    _leave_parts(context, navigation.back)


def _leave_parts(context: Context, go: Callable[[Context], None]) -> None:
    answering.settle_parts(context)
    go(context)


def _skip(context: Context) -> None:
    if isinstance(context.state, Collecting):
        answering.finish_parts(context)
    elif isinstance(context.state, Asking):
        answering.skip(context, question_at(context.state.question))
    else:
        context.say(dialogue_texts.NOTHING_TO_SKIP)


COMMANDS: dict[str, Callable[[Context], None]] = {
    "start": _start,
    "new": _new,
    "drafts": navigation.choose_draft,
    "overview": _overview,
    "summary": _summary,
    "back": _back,
    "skip": _skip,
}
