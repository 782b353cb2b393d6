"""Every sentence that is not a question's own or a kind's refusal: one voice, in one place."""

from collections.abc import Sequence

from conversations.dialogue.model import CONSENT_VERSION, Consent, Operator, Role
from conversations.fields.dates import say
from conversations.fields.texts import counted
from conversations.privacy.consent_text import NEWS, controller

EMPTY_FORM = "The empty form, to read or to prepare your answers in."

ALL_QUESTIONS = "All questions"

OPTIONAL, IF_IT_APPLIES = "optional", "if it applies"


def questions_counted(sections: int, questions: int) -> str:
    """Say how much the form asks."""
    return f"{sections} sections, {questions} questions. Those marked “{OPTIONAL}” can be skipped."


def listed(title: str, prompt: str, notes: Sequence[str]) -> str:
    """List a question, with its title where it has one of its own."""
    noted = f" ({', '.join(notes)})" if notes else ""
    return f"{title}: {prompt}{noted}" if title else f"{prompt}{noted}"


def at_most(words: int) -> str:
    """Say the limit of a text."""
    return f"at most {words} words"


RELEASED = "has no role at the desk any more"

AGREE = "I agree"

PRIVACY = "Privacy"

TITLE = "Welcome. Before we begin"

TITLE_LATER = "Before you go on"

TEXT_HAS_CHANGED = "The text has changed"

READERS = "The coordinators of the Collection can read what you write, drafts too, while you are still writing."

PUBLISHED = (
    "If they approve it, the practice is published with the contact details that you give: address, contact person, "
    "e-mail, telephone and website."
)

TAKE_BACK = (
    "You can change your mind at any time: press Withdraw to take out a practice, also a published one. /mydata "
    "shows what is kept about you, /forget deletes it."
)

PRESS = "Press I agree to begin. Privacy shows the full text."

PRESS_AGAIN = "Press I agree to go on where you were. Privacy shows the full text."

AT_THE_END = "If you agree, press I agree."

AGREE_FIRST = "Please press I agree first. Your message was not saved as an answer."

AGREE_FIRST_TO_PRESS = "Please press I agree first. Nothing has changed."

NEEDS_YES = "I need your agreement first: send /privacy and press I agree. Then try again. Nothing has changed."

OLD_TEXT = "The text has changed since. Please read it again."

SAID_NO = (
    "That is fine. Without your agreement I ask nothing and save no answer. If you change your mind, press I agree. "
    "/forget deletes what I have kept of this chat."
)

THANKS = "Thank you."

YES = frozenset({"i agree"})

NO = frozenset({"no", "no thanks", "no thank you", "i disagree", "i do not agree", "i don't agree", "i don’t agree"})


def asks(operator: Operator) -> str:
    """Say who asks for what."""
    return f"{controller(operator)} asks you to describe your practice for the RAN Collection."


def whats_new() -> str:
    """Say what the text says that it did not say before."""
    return f"What is new: {NEWS}"


def agreed_already(consent: Consent) -> str:
    """Say since when there is a yes."""
    return f"You have agreed already, on {_day(consent)}."


def on_record(consent: Consent) -> str:
    """Say under the text which version of it the person has agreed to."""
    this = "" if consent.version >= CONSENT_VERSION else f" This is version {CONSENT_VERSION}."
    return f"You agreed to version {consent.version} on {_day(consent)}.{this}"


def _day(consent: Consent) -> str:
    return say((consent.at.date(), consent.at.date()))


DELETE = "Delete everything"

KEEP = "Keep everything"

KEPT = "Nothing was deleted."

MY_DATA = (
    "Two files follow with everything that is kept about you: one to read, and the same in full for programs (JSON)."
)

TO_READ = "Everything that is kept about you, to read: it opens in the browser of your phone."

FOR_PROGRAMS = "The same in full, for programs (JSON)."

NO_FILES = "You have sent no files that are part of a practice."

NOTHING_BEGUN = "You have no practice here. This deletes your entry and the messages that I keep."

WITH_THEM = (
    "with every answer, comment, reply and file, all earlier versions and their history, the messages of this chat "
    "that I keep, and your entry."
)

MESSAGES = (
    "I delete the messages of this chat that are less than 48 hours old, yours and mine. Telegram allows no more: "
    "to remove older ones, delete the chat."
)

BACKUPS = (
    "Older backups still hold your data until they are replaced, and pages that coordinators have read stay in "
    "their chats. For a copy, send /mydata first."
)

SURE = "This cannot be undone. Please use one of these buttons."

ROLE_GOES: dict[Role, str] = {
    "practitioner": "",
    "coordinator": "You lose your role as a coordinator.",
    "admin": "You lose your role as an admin.",
}

DESK = (
    "Your reviews wait for another coordinator. Your comments on the practices of others stay there, without your name."
)

BY_SETTINGS = "You are an admin by the settings of the bot, and stay one until somebody changes them there."

LAST_ADMIN = "You are the last admin: after this, roles can be given only from the shell of the machine that runs me."

PAGE_GONE = "This message was about a practice that is not in the collection any more."

FROM_BEFORE = (
    "I did not send you an older message: it may have named somebody whose data is deleted. Send /start to see "
    "where you are."
)

DELETED = "Everything is deleted."

OLDER = "I cannot delete messages of this chat that are older than 48 hours. To remove them, delete the chat."

ANEW = "If you write again, we start from the beginning."


def heading() -> str:
    """Head the page."""
    return f"{DELETE}?"


def goes(drafts: int, references: Sequence[str]) -> str:
    """Say what goes."""
    listed = f" ({', '.join(references)})" if references else ""
    parts = [counted(drafts, "draft")] if drafts else []
    parts += [f"{counted(len(references), 'submission')}{listed}"] if references else []
    return f"This deletes {' and '.join(parts)}, {WITH_THEM}" if parts else NOTHING_BEGUN


def stays(reference: str, title: str) -> str:
    """Say that an approved practice stays, and what of it."""
    return (
        f"{reference}, “{title}”, stays: it is approved and published. I keep the number of this chat with it, so "
        "that you can withdraw it later. If you withdraw it now, it is deleted too."
    )


def goes_too(reference: str, title: str) -> str:
    """Say that an approved practice is withdrawn and goes."""
    return (
        f"{reference}, “{title}”, is withdrawn and deleted too. Those who publish the collection are told its "
        "reference."
    )


def withdraw(reference: str) -> str:
    """Label the button that takes an approved practice along."""
    return f"Withdraw {reference} too"


def let_stay(reference: str) -> str:
    """Label the button that leaves an approved practice where it is."""
    return f"Let {reference} stay"


def published(references: Sequence[str]) -> str:
    """Say after all is deleted what is still there."""
    which = ", ".join(references)
    stays_, it = ("stays", "it") if len(references) == 1 else ("stay", "them")
    return f"{which} {stays_} published; /drafts leads to {it}, also to withdraw {it}."


def my_files(count: int) -> str:
    """Say how to get the files themselves."""
    return f"You have sent {counted(count, 'file')}: /mydata files sends {'it' if count == 1 else 'them'} back."


def files_follow(count: int) -> str:
    """Say that the files come."""
    return f"{counted(count, 'file').capitalize()} of yours {'follows' if count == 1 else 'follow'}."


def letter_gone(reference: str) -> str:
    """Tell a coordinator that what they were reviewing is gone; nothing of what it held."""
    return f"{reference}, which you were reviewing, is not in the collection any more: its author had it deleted."


def letter_unpublished(reference: str) -> str:
    """Tell those who publish that a practice is to be taken out."""
    return (
        f"{reference} was approved, and is not in the collection any more: its author has withdrawn and deleted it. "
        "Take it out of where it was published."
    )


TABLES = {
    "practices": ("practice", "practices"),
    "files": ("file", "files"),
    "history": ("line of history", "lines of history"),
    "updates": ("message or press, as it came", "messages and presses, as they came"),
    "messages": ("message of the bot to you", "messages of the bot to you"),
    "reviews": ("review of a practice of somebody else", "reviews of practices of others"),
    "invitations": ("invitation", "invitations"),
    "audit": ("line of the audit log", "lines of the audit log"),
}
"""How what is kept is counted, one and many."""
