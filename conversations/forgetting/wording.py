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

NOTHING_BEGUN = (
    "You have no practice here. Your entry goes: who you are to the collection, and the messages that I keep."
)
WITH_THEM = (
    "with every answer, comment, reply and file, all earlier versions and their history, the messages of this chat "
    "that I keep, and your entry."
)
MESSAGES = (
    "In this chat: Telegram lets me delete messages that are younger than 48 hours, yours and mine, and I do. Older "
    "ones stay until you delete the chat yourself."
)
BACKUPS = (
    "Backups that were made before still hold it until they are replaced, and pages that coordinators have read stay "
    "in their own chats. /mydata gives you a copy."
)
SURE = "This cannot be undone. Please use one of these buttons."

ROLE_GOES: dict[Role, str] = {
    "practitioner": "",
    "coordinator": "Your role as a coordinator goes.",
    "admin": "Your role as an admin goes.",
}
DESK = (
    "What you are reviewing waits for another coordinator. What you said of the practices of others stays in their "
    "reviews, without your name."
)
BY_SETTINGS = "You are an admin by the settings of the bot, and stay one until somebody changes them there."
LAST_ADMIN = "You are the last admin: after this, roles can be given only from the shell of the machine that runs me."

PAGE_GONE = "This message was about a practice that is not in the collection any more."
FROM_BEFORE = (
    "A message for you from before my last update is taken back: it may have named somebody whose data was deleted "
    "since. Send /start to see how things stand."
)

DELETED = "Everything is deleted."
OLDER = "Messages of this chat that are older than 48 hours I cannot delete: delete the chat to be rid of them."
ANEW = "If you write again, we begin anew."


def heading() -> str:
    """Head the page."""
    return f"{DELETE}?"


def goes(drafts: int, references: Sequence[str]) -> str:
    """Say what goes."""
    listed = f" ({', '.join(references)})" if references else ""
    parts = [counted(drafts, "draft")] if drafts else []
    parts += [f"{counted(len(references), 'submission')}{listed}"] if references else []
    return f"What goes: {' and '.join(parts)}, {WITH_THEM}" if parts else NOTHING_BEGUN


def stays(reference: str, title: str) -> str:
    """Say that an approved practice stays, and what of it."""
    return (
        f"What stays: {reference}, “{title}”. It is approved and published, so it stays as you handed it in last, with "
        "the number of this chat, so that you can withdraw it later. If you withdraw it now, it goes too."
    )


def goes_too(reference: str, title: str) -> str:
    """Say that an approved practice is withdrawn and goes."""
    return (
        f"{reference}, “{title}”, is withdrawn and goes too. Those who publish the collection are told its reference."
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
