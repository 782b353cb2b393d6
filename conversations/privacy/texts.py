"""Every sentence about consent, the data export and erasure, and the list of all questions."""

from collections.abc import Sequence
from datetime import datetime

from conversations.dialogue.model import CONSENT_VERSION, Consent, Operator, Role
from conversations.fields.texts import files, submissions
from conversations.fields.times import day, day_of, on
from conversations.languages import _, ngettext, number
from conversations.privacy.consent_text import NEWS, controller

# The form before consent

EMPTY_FORM = "The empty form, to read or to prepare your answers in."
ALL_QUESTIONS = "All questions"
OPTIONAL, IF_IT_APPLIES = "optional", "if it applies"


def questions_counted(sections: int, questions: int) -> str:
    """Say how many sections and questions the form has."""
    return f"{sections} sections, {questions} questions. Those marked “{OPTIONAL}” can be skipped."


def listed(title: str, prompt: str, notes: Sequence[str]) -> str:
    """Write a question as a line of the list; ``title`` is empty if the section has the same."""
    noted = f" ({', '.join(notes)})" if notes else ""
    return f"{title}: {prompt}{noted}" if title else f"{prompt}{noted}"


def at_most(words: int) -> str:
    """Say the word limit of a text."""
    return f"at most {words} words"


# Consent

AGREE = "I agree"
PRIVACY = "Privacy"
LANGUAGE = _("🌐 Language")
YES = frozenset({"i agree"})
NO = frozenset({"no", "no thanks", "no thank you", "i disagree", "i do not agree", "i don't agree", "i don’t agree"})
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


def asks(operator: Operator) -> str:
    """Say who asks for the description of a practice, and for which collection."""
    return f"{controller(operator)} asks you to describe your practice for the RAN Collection."


def whats_new() -> str:
    """Say what is new in the text."""
    return f"What is new: {NEWS}"


def agreed_already(consent: Consent, now: datetime) -> str:
    """Say when the person agreed."""
    return f"You already agreed {_day(consent, now)}."


def on_record(consent: Consent, now: datetime) -> str:
    """Say which version of the text the person agreed to."""
    this = "" if consent.version >= CONSENT_VERSION else f" This is version {CONSENT_VERSION}."
    return f"You agreed to version {consent.version} {_day(consent, now)}.{this}"


def _day(consent: Consent, now: datetime) -> str:
    return on(day(day_of(consent.at), now))


# The data that a person gets

MY_DATA = (
    "Two files follow with everything that is kept about you: one to read, and the same in full for programs (JSON)."
)
TO_READ = "Everything that is kept about you, to read: it opens in the browser of your phone."
FOR_PROGRAMS = "The same in full, for programs (JSON)."
NO_FILES = "You have sent no files that are part of a practice."

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
"""The stored things by table, for one and for several."""


def my_files(count: int) -> str:
    """Say how to get the files that the person sent."""
    return f"You have sent {files(count)}: /mydata files sends {'it' if count == 1 else 'them'} back."


def files_follow(count: int) -> str:
    """Say that the files follow."""
    return f"{files(count).capitalize()} of yours {'follows' if count == 1 else 'follow'}."


# Erasure

DELETE = "Delete everything"
KEEP = "Keep everything"
KEPT = "Nothing was deleted."
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
REVIEWS_STAY = (
    "Your reviews wait for another coordinator. Your comments on the practices of others stay there, without your name."
)
BY_SETTINGS = "You are an admin by the settings of the bot, and stay one until somebody changes them there."
LAST_ADMIN = "You are the last admin: after this, roles can be given only from the shell of the machine that runs me."
DELETED = "Everything is deleted."
OLDER = "I cannot delete messages of this chat that are older than 48 hours. To remove them, delete the chat."
ANEW = "If you write again, we start from the beginning."
PAGE_GONE = "This message was about a practice that is not in the collection any more."
FROM_BEFORE = (
    "I did not send you an older message: it may have named somebody whose data is deleted. Send /start to see "
    "where you are."
)
RELEASED = "can no longer review"


def heading() -> str:
    """Head the page that asks whether to delete everything."""
    return f"{DELETE}?"


def will_be_deleted(drafts: int, references: Sequence[str]) -> str:
    """Say what will be deleted: the number of drafts, and the references of submissions."""
    listed = f" ({', '.join(references)})" if references else ""
    parts = [ngettext("{count} draft", "{count} drafts", drafts).format(count=number(drafts))] if drafts else []
    parts += [f"{submissions(len(references))}{listed}"] if references else []
    return f"This deletes {' and '.join(parts)}, {WITH_THEM}" if parts else NOTHING_BEGUN


def will_stay(reference: str, title: str) -> str:
    """Say that an approved practice stays published, and how it can be withdrawn."""
    return (
        f"{reference}, “{title}”, stays: it is approved and published. I keep the number of this chat with it, so "
        "that you can withdraw it later. If you withdraw it now, it is deleted too."
    )


def will_be_withdrawn(reference: str, title: str) -> str:
    """Say that an approved practice will be withdrawn and deleted."""
    return (
        f"{reference}, “{title}”, is withdrawn and deleted too. Those who publish the collection are told its "
        "reference."
    )


def withdraw(reference: str) -> str:
    """Label the button that adds an approved practice to the deletion."""
    return f"Withdraw {reference} too"


def let_stay(reference: str) -> str:
    """Label the button that lets an approved practice stay."""
    return f"Let {reference} stay"


def published(references: Sequence[str]) -> str:
    """Say after the deletion which practices stay published."""
    which = ", ".join(references)
    stays_, it = ("stays", "it") if len(references) == 1 else ("stay", "them")
    return f"{which} {stays_} published; /drafts leads to {it}, also to withdraw {it}."


def notify_gone(reference: str) -> str:
    """Tell a coordinator that the submission they were reviewing is deleted, without its content."""
    return f"{reference}, which you were reviewing, is not in the collection any more: its author had it deleted."


def notify_unpublished(reference: str) -> str:
    """Tell the coordinators to take a practice out of the publication."""
    return (
        f"{reference} was approved, and is not in the collection any more: its author has withdrawn and deleted it. "
        "Take it out of where it was published."
    )
