"""Sentences that the engine says: welcome, old buttons, unclear messages, unknown commands."""

from conversations.dialogue.texts import AT_HAND, HOW_LONG, with_article
from conversations.filling.texts import CHANGE_IT_SO
from conversations.form.texts import USE
from conversations.languages import _

READERS = "The coordinators of the Collection can read what you write, drafts too."

WELCOME = ("Welcome. I help you to submit your practice to the RAN Collection.", HOW_LONG, AT_HAND, READERS)

OLD_BUTTON = "That button is from an earlier message. Nothing was changed."

STRANGE_BUTTON = "I do not know that button. Nothing was changed."

PICK_ONE = "Please use one of these buttons."

PICK_BUTTON_FIRST = "Your message was not saved as an answer: no question is open. Press a button to go on."

SUBMITTED_SO = f"Your practice is submitted, so I did not save your message as an answer. {CHANGE_IT_SO}"

BUTTON_GONE = "That practice is no longer here."

STARTED_FIRST = "Your message was not saved as an answer. Here is the first question."

CHOOSE_LANGUAGE = _(
    "Choose the language that I speak. You can answer in any language: your answers stay as you write them."
)

NO_SUCH_LANGUAGE = _("I do not speak that language yet.")

SPEAKS = _("I now speak English.")
"""The translation names its own language."""

FIRST_VERSION = _("This translation is a first version: nobody who speaks the language has checked all of it yet.")

SPEAKS_ALREADY = _("I speak English already.")
"""The translation names its own language."""

REST_WAITS = "This looks like the rest of your last text. If the whole text answers this question, press the button."

PART_IS_HERE = "You have already sent this part. I did not add it again."

CAPTION_NOT_TAKEN = "The text under it was not saved as an answer: no question is open. Send it again at its question."


def sent_before(title: str) -> str:
    """Say that a text was sent before, and that a press takes it as the answer."""
    return f"You have already sent this text for {title}. To use it here, too, press the button."


def sent_before_changed(title: str) -> str:
    """Say that a text is nearly the answer stored last, and that a press takes it as the answer."""
    return (
        f"This is nearly the same as your answer to {title}. To correct that answer, edit its message or reply to "
        "it. To use the text here, press the button."
    )


def reply_to_nothing(title: str) -> str:
    """Ask whether a reply to some other message is the answer to the open question."""
    return (
        f"The message that you replied to is not a question of this practice. If this is your answer to {title}, "
        "press the button. To change another answer, reply to its question or to your answer."
    )


def command_with_words(name: str) -> str:
    """Say that a command was not carried out, because the words behind it may be an answer."""
    return f"To use /{name}, send it alone. If this is your answer, press the button."


def caption_added(what: str) -> str:
    """Say that a file is not taken, but that its caption was added to the answer."""
    return f"I cannot keep {with_article(what)} here. I added the text under it to your answer."


def file_refused(what: str, home: str) -> str:
    """Say that a file is not taken here, and which question takes files."""
    return (
        f"I cannot keep {with_article(what)} here. Write your answer as a text message; documents, photos and videos "
        f"belong to {home}, which /overview leads to."
    )


def file_too_late(name: str) -> str:
    """Say that the practice of a file no longer exists or can no longer be changed."""
    return f"{name} has arrived, but its practice can no longer be changed. The file was not saved."


def late_words(words: str) -> str:
    """Repeat an earlier message whose question no longer exists."""
    return (
        "I read this earlier message too late: you have gone on since. Nothing has changed. Send it again at its "
        f"question:\n{words}"
    )


def late_command(name: str) -> str:
    """Say that an earlier command was not carried out."""
    return (
        f"I could not do /{name} in time, and you have gone on since. Nothing has changed. Send it again if you "
        "still want it."
    )


def late_question(title: str) -> str:
    """Ask whether an earlier message is to replace the current answer to its question."""
    return (
        f"I read this earlier message for {title} too late: {title} has another answer now. To replace that answer, "
        f"press {USE}. Until then nothing changes:"
    )


def caption_refused(what: str) -> str:
    """Say that a file is not taken, but that its caption can be."""
    return f"I cannot keep {with_article(what)} here, but I can use the text under it: press the button."
