"""What is said of the data that is kept about a person: when it is given, before it is deleted, and after."""

from collections.abc import Sequence

from conversations.refusals import counted
from conversations.roles import Role

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
