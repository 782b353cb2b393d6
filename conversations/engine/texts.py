"""Sentences that the engine says: welcome, old buttons, unclear messages, unknown commands."""

from conversations.dialogue.texts import AT_HAND, HOW_LONG, with_article
from conversations.form.texts import USE
from conversations.languages import _

# Welcome

READERS = _("The coordinators of the Collection can read what you write, drafts too.")

WELCOME = (_("Welcome. I help you to submit your practice to the RAN Collection."), HOW_LONG, AT_HAND, READERS)

# Buttons that no longer work, and messages that answer no question

OLD_BUTTON = _("That button is from an earlier message. Nothing was changed.")

STRANGE_BUTTON = _("I do not know that button. Nothing was changed.")

PICK_ONE = _("Please use one of these buttons.")

PICK_BUTTON_FIRST = _("Your message was not saved as an answer: no question is open. Press a button to go on.")

SUBMITTED_SO = _(
    "Your practice is submitted, so I did not save your message as an answer. To correct something that you "
    "submitted, press Change an answer."
)

BUTTON_GONE = _("That practice is no longer here.")

STARTED_FIRST = _("Your message was not saved as an answer. Here is the first question.")

# Messages that need a press

REST_WAITS = _("This looks like the rest of your last text. If the whole text answers this question, press the button.")

PART_IS_HERE = _("You have already sent this part. I did not add it again.")


def sent_before(title: str) -> str:
    """Say that a text was sent before, and that a press takes it as the answer."""
    said = _("You have already sent this text for {question}. To use it here, too, press the button.")
    return said.format(question=title)


def sent_before_changed(title: str) -> str:
    """Say that a text is nearly the answer stored last, and that a press takes it as the answer."""
    return _(
        "This is nearly the same as your answer to {question}. To correct that answer, edit its message or reply to "
        "it. To use the text here, press the button."
    ).format(question=title)


def reply_to_nothing(title: str) -> str:
    """Ask whether a reply to some other message is the answer to the open question."""
    return _(
        "The message that you replied to is not a question of this practice. If this is your answer to {question}, "
        "press the button. To change another answer, reply to its question or to your answer."
    ).format(question=title)


def command_with_words(name: str) -> str:
    """Say that a command was not carried out, because the words behind it may be an answer."""
    return _("To use /{name}, send it alone. If this is your answer, press the button.").format(name=name)


# Files that are not taken: {thing} is "a photo", "a voice message", "a sticker" ...

CAPTION_NOT_TAKEN = _(
    "The text under it was not saved as an answer: no question is open. Send it again at its question."
)


def caption_added(what: str) -> str:
    """Say that a file is not taken, but that its caption was added to the answer."""
    said = _("I cannot keep {thing} here. I added the text under it to your answer.")
    return said.format(thing=with_article(what))


def file_refused(what: str, home: str) -> str:
    """Say that a file is not taken here, and which question takes files."""
    return _(
        "I cannot keep {thing} here. Write your answer as a text message; documents, photos and videos belong to "
        "{question}, which /overview leads to."
    ).format(thing=with_article(what), question=home)


def caption_refused(what: str) -> str:
    """Say that a file is not taken, but that its caption can be."""
    said = _("I cannot keep {thing} here, but I can use the text under it: press the button.")
    return said.format(thing=with_article(what))


def file_too_late(name: str) -> str:
    """Say that the practice of a file no longer exists or can no longer be changed."""
    said = _("{name} has arrived, but its practice can no longer be changed. The file was not saved.")
    return said.format(name=name)


# Messages that came late


def late_words(words: str) -> str:
    """Repeat an earlier message whose question no longer exists."""
    return _(
        "I read this earlier message too late: you have gone on since. Nothing has changed. Send it again at its "
        "question:\n{words}"
    ).format(words=words)


def late_command(name: str) -> str:
    """Say that an earlier command was not carried out."""
    return _(
        "I could not do /{name} in time, and you have gone on since. Nothing has changed. Send it again if you still "
        "want it."
    ).format(name=name)


def late_question(title: str) -> str:
    """Ask whether an earlier message is to replace the current answer to its question."""
    return _(
        "I read this earlier message for {question} too late: {question} has another answer now. To replace that "
        "answer, press {use}. Until then nothing changes:"
    ).format(question=title, use=USE)


# The language of the talk

CHOOSE_LANGUAGE = _(
    "Choose the language that I speak. You can answer in any language: your answers stay as you write them."
)

NO_SUCH_LANGUAGE = _("I do not speak that language yet.")

SPEAKS = _("I now speak English.")
"""The translation names its own language."""

FIRST_VERSION = _("This translation is a first version: nobody who speaks the language has checked all of it yet.")

SPEAKS_ALREADY = _("I speak English already.")
"""The translation names its own language."""
