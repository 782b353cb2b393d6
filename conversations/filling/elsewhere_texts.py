"""What is said about words that probably belong to another question."""

from conversations.fields.texts import quoted, shortened
from conversations.filling.texts import ASK_COORDINATORS, BACK, CHANGE, OVERVIEW, SUBMIT
from conversations.form.texts import USE

_SHOWN = 60


def fits(title: str) -> str:
    """Say that words fit another question, which has no answer."""
    return f"It fits {title}: press that button to save it there."


def comes_next(title: str) -> str:
    """Say that words fit the next question, but are not all of its answer."""
    return f"It fits {title}, the next question: answer this one first."


def changes(title: str, now: str) -> str:
    """Say that words would change the answer to another question; ``now`` is that answer."""
    return f"Your answer to {title} is now “{shortened(now, _SHOWN)}”. To change it, press the button with the new one."


def adds(title: str) -> str:
    """Say that a text can be added to the answer to another question."""
    return f"To add it to your answer to {title}, press that button."


def rest(words: str) -> str:
    """Begin to say what can be done with the words behind a yes or no."""
    return f"{quoted(words)} is not saved yet."


def rest_not_saved(words: str) -> str:
    """Say that the words behind a yes or no answer no question nearby."""
    return f"{quoted(words)} is in no answer yet. To use it, open its question in {OVERVIEW}."


BELONGS = f"Your message is in no answer yet. Press the question that it belongs to, or {CHANGE} for another one."

IN_NO_ANSWER = "No question is open, so your message is in no answer."


def at_summary(*, lacks: bool) -> str:
    """Say what to press at the Summary; ``lacks``: an answer is missing or to fix."""
    first = "To answer what is missing, press its button." if lacks else f"To submit your practice, press {SUBMIT}."
    return f"{first} To change an answer, press {CHANGE}."


def one_of(more: str, enough: str) -> str:
    """Say what to press where the bot asks whether there is one more; the words are two buttons."""
    return f"I need a Yes or a No here: press {more} or {enough}."


def use_as(title: str) -> str:
    """Label the button that saves a text as the answer to a question."""
    return f"Use it as {title}"


OR_HERE = f"If your message answers this question, press {USE}."


def ways_on(how: str, stays: str) -> str:
    """Say what a person can do whose words were refused again and again."""
    return f"{how} {stays} To go back, press {BACK}. For help, press {ASK_COORDINATORS}."


WHICH = "Press the one that you mean."

CHOOSE_OR_ASK = f"Press what fits, or type it. For help, press {ASK_COORDINATORS}."

CHOOSE = "Press one of the choices below, or type it."


def send_alone(example: str) -> str:
    """Ask for the answer without other words; ``example`` may be empty."""
    return f"Send the answer alone, such as {example}." if example else "Send the answer alone."


def keeps_answer(button: str) -> str:
    """Say how to go on with the answer that stands."""
    return f"To keep your answer as it is, press {button}."


def without_answer(button: str) -> str:
    """Say how to go on without an answer."""
    return f"If you have no answer, press {button}."
