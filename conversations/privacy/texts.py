"""Every sentence about consent, the data export and erasure, and the list of all questions."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from conversations.dialogue.model import CONSENT_VERSION, Consent, Operator, Role
from conversations.fields.plain import as_typed
from conversations.fields.times import day, day_of, on
from conversations.languages import _, both, english, ngettext, number
from conversations.privacy.consent_text import NEWS, controller

# The form before consent

EMPTY_FORM = _("The empty form, to read or to prepare your answers in.")
ALL_QUESTIONS = _("All questions")
OPTIONAL, IF_IT_APPLIES = _("optional"), _("if it applies")


def questions_counted(sections: int, questions: int) -> str:
    """Say how many sections and questions the form has."""
    return _("{sections} sections, {questions} questions. Those marked “{optional}” can be skipped.").format(
        sections=sections, questions=questions, optional=OPTIONAL
    )


def listed(title: str, prompt: str, notes: Sequence[str]) -> str:
    """Write a question as a line of the list; ``title`` is empty if the section has the same."""
    noted = f" ({', '.join(map(str, notes))})" if notes else ""
    return f"{title}: {prompt}{noted}" if title else f"{prompt}{noted}"


def at_most(words: int) -> str:
    """Say the word limit of a text."""
    return ngettext("at most {count} word", "at most {count} words", words).format(count=words)


# Buttons of the page that asks for consent

AGREE = _("I agree")
PRIVACY = _("Privacy")
LANGUAGE = _("🌐 Language")

# Consent

_DISAGREE = _("no; no thanks; no thank you; i disagree; i do not agree; i don't agree; i don’t agree")
"""What people type in place of a yes, in small letters, with semicolons between."""

TITLE = _("Welcome. Before we begin")
TITLE_LATER = _("Before you go on")
TEXT_HAS_CHANGED = _("The text has changed")
READERS = _("The coordinators of the Collection can read what you write, drafts too, while you are still writing.")
PUBLISHED = _(
    "If they approve it, the practice is published with the contact details that you give: address, contact person, "
    "e-mail, telephone and website."
)
TAKE_BACK = _(
    "You can change your mind at any time: press Withdraw to take out a practice, also a published one. /mydata "
    "shows what is kept about you, /forget deletes it."
)
PRESS = _("Press I agree to begin. Privacy shows the full text.")
PRESS_AGAIN = _("Press I agree to go on where you were. Privacy shows the full text.")
AT_THE_END = _("If you agree, press I agree.")
AGREE_FIRST = _("Please press I agree first. Your message was not saved as an answer.")
AGREE_FIRST_TO_PRESS = _("Please press I agree first. Nothing has changed.")
NEEDS_YES = _("I need your agreement first: send /privacy and press I agree. Then try again. Nothing has changed.")
OLD_TEXT = _("The text has changed since. Please read it again.")
SAID_NO = _(
    "That is fine. Without your agreement I ask nothing and save no answer. If you change your mind, press I agree. "
    "/forget deletes what I have kept of this chat."
)
THANKS = _("Thank you.")


def yes_words() -> frozenset[str]:
    """Return what counts as a yes when it is typed, in small letters."""
    return both_ways(AGREE)


def no_words() -> frozenset[str]:
    """Return what counts as a no when it is typed, in small letters."""
    return frozenset(word.strip() for said in both_ways(_DISAGREE) for word in said.split(";"))


def both_ways(said: str) -> frozenset[str]:
    """Return a text in English and in the language of the talk, as people may type it."""
    return frozenset((as_typed(english(said)), as_typed(str(said))))


def asks(operator: Operator) -> str:
    """Say who asks for the description of a practice, and for which collection."""
    return _("{operator} asks you to describe your practice for the RAN Collection.").format(
        operator=controller(operator)
    )


def whats_new() -> str:
    """Say what is new in the text."""
    return _("What is new: {news}").format(news=NEWS)


def agreed_already(consent: Consent, now: datetime) -> str:
    """Say when the person agreed."""
    return _("You already agreed {when}.").format(when=_day(consent, now))


def on_record(consent: Consent, now: datetime) -> str:
    """Say which version of the text the person agreed to."""
    agreed = _("You agreed to version {version} {when}.").format(version=consent.version, when=_day(consent, now))
    if consent.version >= CONSENT_VERSION:
        return agreed
    this = _("This is version {version}.").format(version=CONSENT_VERSION)
    return f"{agreed} {this}"


def _day(consent: Consent, now: datetime) -> str:
    return on(day(day_of(consent.at), now))


# The data that a person gets

MY_DATA = _(
    "Two files follow with everything that is kept about you: one to read, and the same in full for programs (JSON)."
)
TO_READ = _("Everything that is kept about you, to read: it opens in the browser of your phone.")
FOR_PROGRAMS = _("The same in full, for programs (JSON).")
NO_FILES = _("You have sent no files that are part of a practice.")

TABLES: Mapping[str, Callable[[int], str]] = {
    "practices": lambda count: ngettext("{count} practice", "{count} practices", count),
    "files": lambda count: ngettext("{count} file", "{count} files", count),
    "history": lambda count: ngettext("{count} line of history", "{count} lines of history", count),
    "updates": lambda count: ngettext(
        "{count} message or press, as it came", "{count} messages and presses, as they came", count
    ),
    "messages": lambda count: ngettext(
        "{count} message of the bot to you", "{count} messages of the bot to you", count
    ),
    "reviews": lambda count: ngettext(
        "{count} review of a practice of somebody else", "{count} reviews of practices of others", count
    ),
    "invitations": lambda count: ngettext("{count} invitation", "{count} invitations", count),
    "audit": lambda count: ngettext("{count} line of the audit log", "{count} lines of the audit log", count),
}
"""The number of stored things by table."""


def stored(table: str, count: int) -> str:
    """Count the stored things of a table."""
    return TABLES[table](count).format(count=number(count))


def stored_elsewhere(count: int) -> str:
    """Count what is stored in tables that have no name here."""
    return ngettext("{count} other record", "{count} other records", count).format(count=number(count))


def my_files(count: int) -> str:
    """Say how to get the files that the person sent."""
    return ngettext(
        "You have sent {count} file: /mydata files sends it back.",
        "You have sent {count} files: /mydata files sends them back.",
        count,
    ).format(count=number(count))


def files_follow(count: int) -> str:
    """Say that the files follow."""
    return ngettext("{count} file of yours follows.", "{count} files of yours follow.", count).format(
        count=number(count)
    )


# Buttons of the page that asks whether to delete everything

DELETE = _("Delete everything")
KEEP = _("Keep everything")

# Erasure

KEPT = _("Nothing was deleted.")
NOTHING_BEGUN = _("You have no practice here. This deletes your entry and the messages that I keep.")
MESSAGES = _(
    "I delete the messages of this chat that are less than 48 hours old, yours and mine. Telegram allows no more: "
    "to remove older ones, delete the chat."
)
BACKUPS = _(
    "Older backups still hold your data until they are replaced, and pages that coordinators have read stay in "
    "their chats. For a copy, send /mydata first."
)
SURE = _("This cannot be undone. Please use one of these buttons.")
ROLE_GOES: Mapping[Role, str] = {
    "practitioner": "",
    "coordinator": _("You lose your role as a coordinator."),
    "admin": _("You lose your role as an admin."),
}
REVIEWS_STAY = _(
    "Your reviews wait for another coordinator. Your comments on the practices of others stay there, without your name."
)
BY_SETTINGS = _("You are an admin by the settings of the bot, and stay one until somebody changes them there.")
LAST_ADMIN = _(
    "You are the last admin: after this, roles can be given only from the shell of the machine that runs me."
)
DELETED = _("Everything is deleted.")
OLDER = _("I cannot delete messages of this chat that are older than 48 hours. To remove them, delete the chat.")
ANEW = _("If you write again, we start from the beginning.")
PAGE_GONE = _("This message was about a practice that is not in the collection any more.")
FROM_BEFORE = _(
    "I did not send you an older message: it may have named somebody whose data is deleted. Send /start to see "
    "where you are."
)
RELEASED = "can no longer review"
"""Stored behind a name, in English; ``released`` says it."""


def released(who: str) -> str:
    """Say in the history of a review that a coordinator has lost their role, and so the review."""
    return _("{who} can no longer review").format(who=who)


def heading() -> str:
    """Head the page that asks whether to delete everything."""
    return _("Delete everything?")


def will_be_deleted(drafts: int, references: Sequence[str]) -> str:
    """Say what will be deleted: the number of drafts, and the references of submissions."""
    if not drafts and not references:
        return NOTHING_BEGUN
    parts = []
    if drafts:
        parts.append(ngettext("{count} draft", "{count} drafts", drafts).format(count=number(drafts)))
    if references:
        submissions = ngettext("{count} submission", "{count} submissions", len(references))
        parts.append(f"{submissions.format(count=number(len(references)))} ({', '.join(references)})")
    return _(
        "This deletes {practices}, with every answer, comment, reply and file, all earlier versions and their history, "
        "the messages of this chat that I keep, and your entry."
    ).format(practices=both(parts))


def will_stay(reference: str, title: str) -> str:
    """Say that an approved practice stays published, and how it can be withdrawn."""
    return _(
        "{reference}, “{title}”, stays: it is approved and published. I keep the number of this chat with it, so "
        "that you can withdraw it later. If you withdraw it now, it is deleted too."
    ).format(reference=reference, title=title)


def will_be_withdrawn(reference: str, title: str) -> str:
    """Say that an approved practice will be withdrawn and deleted."""
    return _(
        "{reference}, “{title}”, is withdrawn and deleted too. Those who publish the collection are told its reference."
    ).format(reference=reference, title=title)


def withdraw(reference: str) -> str:
    """Label the button that adds an approved practice to the deletion."""
    return _("Withdraw {reference} too").format(reference=reference)


def let_stay(reference: str) -> str:
    """Label the button that lets an approved practice stay."""
    return _("Let {reference} stay").format(reference=reference)


def published(references: Sequence[str]) -> str:
    """Say after the deletion which practices stay published."""
    return ngettext(
        "{references} stays published; /drafts leads to it, also to withdraw it.",
        "{references} stay published; /drafts leads to them, also to withdraw them.",
        len(references),
    ).format(references=", ".join(references))


def notify_gone(reference: str) -> str:
    """Tell a coordinator that the submission they were reviewing is deleted, without its content."""
    return _(
        "{reference}, which you were reviewing, is not in the collection any more: its author had it deleted."
    ).format(reference=reference)


def notify_unpublished(reference: str) -> str:
    """Tell the coordinators to take a practice out of the publication."""
    return _(
        "{reference} was approved, and is not in the collection any more: its author has withdrawn and deleted it. "
        "Take it out of where it was published."
    ).format(reference=reference)
