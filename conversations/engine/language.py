"""The language of the talk: the list of languages, and the choice by a press or by name."""

from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Conversation
from conversations.dialogue.inputs import Chose, Commanded, Given, Input, Press, Wrote
from conversations.dialogue.registry import REGISTRY, Action, Command
from conversations.dialogue.replies import Button, Line, Reply
from conversations.dialogue.state import AtDesk, AtOffice, New
from conversations.engine import texts
from conversations.filling.question_screen import standing
from conversations.languages import OWN_NAMES, at_desk, code_named, is_signed, offered
from conversations.privacy import consent

_IN_A_ROW = 3
"""Own names have up to 12 characters."""

_LETTERS_OF_A_CODE = 2


def spoken(conversation: Conversation, given: Input) -> str:
    """Return the language to speak; the pages for coordinators and admins have fewer languages."""
    desk = isinstance(conversation.state, AtDesk | AtOffice) or REGISTRY.is_for_reviewers(given)
    return at_desk(conversation.speaks) if desk else conversation.speaks


def heard(context: Context, given: Given) -> bool:
    """Show the list of languages, or speak the one that was chosen."""
    was_asked = context.conversation.asked_language
    context.ask_language(asked=False)
    match given:
        case Commanded(name="language", argument=name):
            _asked(context, name)
        case Chose(press=Press(action="language", index=number)):
            _chosen(context, number)
        case Wrote(text=name) if (was_asked or _may_choose_at_welcome(context, name)) and code_named(name) in offered():
            _speak(context, code_named(name) or "")
        case _:
            return False
    return True


def _may_choose_at_welcome(context: Context, name: str) -> bool:
    """Tell whether a name may choose the language before the first question; codes such as "no" are also words."""
    return isinstance(context.state, New) and consent.wanted(context) and len(name.strip()) > _LETTERS_OF_A_CODE


def _asked(context: Context, name: str) -> None:
    code = code_named(name) or ""
    if code in offered():
        _speak(context, code)
        return
    said = (texts.NO_SUCH_LANGUAGE, texts.CHOOSE_LANGUAGE) if name else (texts.CHOOSE_LANGUAGE,)
    context.tell(Reply(lines=tuple(Line(text=each) for each in said), rows=_rows(context)))
    context.ask_language(asked=True)
    context.silent = True


def _rows(context: Context) -> tuple[tuple[Button, ...], ...]:
    """Put the own names of the languages into rows; the one that is spoken has a tick."""
    numbers = {code: number for number, code in enumerate(OWN_NAMES)}
    buttons = [
        standing(f"{'✓ ' if code == context.conversation.speaks else ''}{OWN_NAMES[code]}", "language", numbers[code])
        for code in offered()
    ]
    return tuple(tuple(buttons[n : n + _IN_A_ROW]) for n in range(0, len(buttons), _IN_A_ROW))


def _chosen(context: Context, number: int | None) -> None:
    if number is None:
        _asked(context, "")
        return
    code = dict(enumerate(OWN_NAMES)).get(number)
    if code is None or code not in offered():
        context.note_on_button(texts.NO_SUCH_LANGUAGE)
    elif code == context.conversation.language:
        context.note_on_button(texts.SPEAKS_ALREADY)
    else:
        _speak(context, code)
        context.toast = texts.SPEAKS


def _speak(context: Context, code: str) -> None:
    context.choose_language(code)
    context.say(texts.SPEAKS, "" if is_signed(code) else texts.FIRST_VERSION)


ACTIONS = (Action("language", lambda context, press: _chosen(context, press.index), before_consent=True),)

COMMANDS = (
    Command(
        "language",
        _asked,
        takes="words",
        only_says=True,
        before_consent=True,
        menu="Language · Sprache · Langue",
        place=9,
    ),
)
