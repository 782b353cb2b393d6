"""What can be looked at before the first answer: all questions in one message, and the empty Word form."""

from conversations import wording
from conversations.consent import asking
from conversations.messages import Chose, EmptyForm, Input, Wrote
from conversations.talk import Talk

LABELS = {"questions": wording.SEE_QUESTIONS, "blank": wording.WORD_FORM}
"""The buttons, by their actions."""


def heard(talk: Talk, given: Input) -> bool:
    """Show what a button asks for: in every place, however old it is, and before the yes."""
    action = _wished(talk, given)
    if action == "questions":
        see_questions(talk)
    elif action == "blank":
        send_form(talk)
    return bool(action)


def _wished(talk: Talk, given: Input) -> str:
    """Say which button is pressed, or typed where it stands under what asks for the yes."""
    match given:
        case Chose(press=press) if press is not None and press.action in LABELS:
            return press.action
        case Wrote(text=text) if asking.wanted(talk):
            said = " ".join(text.split()).casefold()
            return next((action for action, label in LABELS.items() if label.casefold() == said), "")
        case _:
            return ""


def see_questions(talk: Talk) -> None:
    """Show all questions, and then where the person is; where the yes is asked for, its button stands under them."""
    talk.reads = "questions"
    talk.silent = asking.wanted(talk)


def send_form(talk: Talk) -> None:
    """Send the empty form by itself: what is shown stays as it is."""
    talk.enclose(EmptyForm(), wording.EMPTY_FORM)
    talk.silent = True
