"""Help for tests of the form: an author says things and presses buttons, and the test looks at the result."""

from support.core_talker import CoreTalker

from bot.demo.transcripts import Act, Said
from conversations.dialogue.conversation import Draft
from conversations.dialogue.state import Asking


def act_of(words: str) -> Act:
    """Make an act: a label in brackets is pressed, other words are said."""
    return Act("presses", words[1:-1]) if words.startswith("[") else Act("says", words)


def go(one: CoreTalker, *acts: str) -> CoreTalker:
    """Do things one after the other."""
    for act in acts:
        one.do(act_of(act))
    return one


def named(*acts: str) -> CoreTalker:
    """Begin a practice with a name, and go on."""
    return go(CoreTalker(), "/start", "Open Door", *acts)


def says(one: CoreTalker, act: str) -> str:
    """Do one thing; return the text of all messages that follow."""
    return "\n".join(shown.text for shown in one.do(act_of(act)))


def last_said(one: CoreTalker, act: str) -> str:
    """Do one thing; return the text of the last message that follows, without notes on buttons."""
    return next((shown.text for shown in reversed(one.do(act_of(act))) if isinstance(shown, Said)), "")


def labels(one: CoreTalker) -> list[str]:
    """List the buttons of the last message."""
    return [button.label for row in one.replies[max(one.replies)].rows for button in row]


def draft(one: CoreTalker, number: int = 1) -> Draft:
    """Return a draft by its number."""
    return next(draft for draft in one.conversation.drafts if draft.number == number)


def question(one: CoreTalker) -> str:
    """Return the path of the open question, or the name of the state if no question is open."""
    state = one.conversation.state
    return state.question if isinstance(state, Asking) else state.at
