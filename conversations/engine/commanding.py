"""Commands: which ones a person has, which words can follow them, and what is said of unknown ones."""

from conversations.dialogue import texts as dialogue_texts
from conversations.dialogue.context import Context
from conversations.dialogue.inputs import Commanded, Wrote
from conversations.dialogue.registry import REGISTRY, Command
from conversations.dialogue.state import Asking
from conversations.fields.plain import as_typed, fold
from conversations.filling import texts as filling_texts
from conversations.languages import _, english

_COURTESY = frozenset(
    ("please", "pls", "plz", "now", "thank", "thanks", "you", "bitte", "danke", "merci", "tak", "tack")
)


def known(context: Context, given: Commanded) -> Command | None:
    """Find the command that is meant, if the person has it and gives it to this bot."""
    return None if is_for_another(context, given) else REGISTRY.command_of(context.repository, given.name)


def is_for_another(context: Context, given: Commanded) -> bool:
    """Say whether the command names another bot."""
    username = context.repository.administration.username
    return bool(given.to and username) and given.to.casefold() != username.casefold()


def without_courtesy(context: Context, given: Commanded) -> Commanded:
    """Leave out words behind a command that ask for nothing, such as "please"; "/notify now" asks for something."""
    polite = set(fold(given.argument).split()) <= _COURTESY
    command = known(context, given)
    if command is None or command.takes == "words" or not polite:
        return given
    return given.model_copy(update={"argument": ""})


def unslashed(context: Context, given: Wrote) -> Commanded | None:
    """Return the command that a word alone means at a question: "summary", and "help" where a text is no answer."""
    name, asked = given.text.strip(" .!?").casefold(), context.asked
    if asked is None or not isinstance(context.state, Asking) or given.answered is not None:
        return None
    if is_summary(name):
        return Commanded(name="summary", argument="", message=given.message)
    helps = name == "help" and not asked.kind.keeps_text
    return Commanded(name=name, argument="", message=given.message) if helps else None


def is_summary(words: str) -> bool:
    """Tell whether words are "summary", in English or in the language that is spoken."""
    label = filling_texts.SUMMARY
    return as_typed(words) in {as_typed(english(label)), as_typed(str(label))}


def whole_name(given: Commanded) -> str:
    """Name a command as it was sent."""
    return f"{given.name}@{given.to}" if given.to else given.name


# Menu of commands

COMMANDS = (
    Command(
        "help",
        lambda context, _: context.say(dialogue_texts.HELP),
        only_says=True,
        before_consent=True,
        menu=_("What I can do"),
        place=10,
    ),
)
