"""What is said about words that probably belong to another question."""

from conversations.fields.texts import quoted, shortened
from conversations.filling.texts import ASK_COORDINATORS, BACK, CHANGE, OVERVIEW, SUBMIT
from conversations.languages import _

_SHOWN = 60

# Words that probably belong to another question


def fits(title: str) -> str:
    """Say that words fit another question, which has no answer."""
    return _("It fits {question}: press that button to save it there.").format(question=title)


def comes_next(title: str) -> str:
    """Say that words fit the next question, but are not all of its answer."""
    return _("It fits {question}, the next question: answer this one first.").format(question=title)


def changes(title: str, now: str) -> str:
    """Say that words would change the answer to another question; ``now`` is that answer."""
    said = _("Your answer to {question} is now “{answer}”. To change it, press the button with the new one.")
    return said.format(question=title, answer=shortened(str(now), _SHOWN))


def adds(title: str) -> str:
    """Say that a text can be added to the answer to another question."""
    return _("To add it to your answer to {question}, press that button.").format(question=title)


def rest(words: str) -> str:
    """Begin to say what can be done with the words behind an answer."""
    return _("{words} is not saved yet.").format(words=quoted(words))


def rest_not_saved(words: str) -> str:
    """Say that the words behind an answer answer no question nearby."""
    said = _("{words} is in no answer yet. To use it, open its question in {overview}.")
    return said.format(words=quoted(words), overview=OVERVIEW)


BELONGS = _("Your message is in no answer yet. Press the question that it belongs to, or Change for another one.")

IN_NO_ANSWER = _("No question is open, so your message is in no answer.")


def at_summary(*, lacks: bool) -> str:
    """Say what to press at the Summary; ``lacks``: an answer is missing or to fix."""
    if lacks:
        first = str(_("To answer what is missing, press its button."))
    else:
        first = _("To submit your practice, press {submit}.").format(submit=SUBMIT)
    return f"{first} {_('To change an answer, press {change}.').format(change=CHANGE)}"


def one_of(more: str, enough: str) -> str:
    """Say what to press where the bot asks whether there is one more; the words are two buttons."""
    return _("I need a Yes or a No here: press {more} or {enough}.").format(more=more, enough=enough)


OR_HERE = _("If your message answers this question, press Use it as the answer.")

REPLACE_OR_KEEP = _("Your message is in no answer yet. First press Replace or Keep the earlier text.")

WHICH = _("Press the one that you mean.")

CHOOSE_OR_ASK = _("Press what fits, or type it. For help, press Ask the coordinators.")

CHOOSE = _("Press one of the choices below, or type it.")


def ways_on(how: str, stays: str) -> str:
    """Say what a person can do whose words were refused again and again."""
    back = _("To go back, press {back}. For help, press {ask}.").format(back=BACK, ask=ASK_COORDINATORS)
    return f"{how} {stays} {back}"


def send_alone(example: str) -> str:
    """Ask for the answer without other words; ``example`` may be empty."""
    if not example:
        return str(_("Send the answer alone."))
    return _("Send the answer alone, such as {example}.").format(example=example)


def keeps_answer(button: str) -> str:
    """Say how to go on with the answer that stands."""
    return _("To keep your answer as it is, press {button}.").format(button=button)


def without_answer(button: str) -> str:
    """Say how to go on without an answer."""
    return _("If you have no answer, press {button}.").format(button=button)


# Buttons


def use_as(title: str) -> str:
    """Label the button that saves a text as the answer to a question."""
    return _("Use it as {question}").format(question=title)
