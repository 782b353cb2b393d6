"""Sentences that several features say."""

from collections.abc import Sequence

from conversations.fields.texts import answers

NOT_STARTED = "not started"

IN_PROGRESS = "in progress"

TO_FIX = "to fix"

FINISHED = "done"

FORM_OF_DRAFT = "The Word form with your answers so far."

HOW_LONG = (
    "It takes 30 to 60 minutes: 16 short sections, one question at a time. Every answer is saved at once, so you can "
    "stop and come back at any time."
)

AT_HAND = (
    "Have at hand: a description of the practice (at most 300 words), figures that show that it works, and a contact "
    "person who agrees to be named."
)

COPY_REFERENCE = "Copy the reference"

COPY_BY_HAND = "To copy it, press and hold the text in the message."

NOTHING_TO_SKIP = "There is no question to skip here."

HELP = (
    "I ask one question at a time. Send your answer as a message or press a button. To correct an answer, edit your "
    "message, or choose its section in the overview.\n"
    "/overview all sections · /summary read and submit · /back the question before · /skip leave out an optional "
    "question · /undo cancel your last change · /new another practice · /drafts all your practices · /start go on "
    "where you were · /privacy what happens to what you write · /mydata everything that is kept about you · /forget "
    "delete it"
)

SPOKEN = frozenset({"voice message", "audio file", "video message"})
"""Messages with speech."""

DICTATE = (
    "You can dictate instead: tap the text field, then the microphone on the keyboard (iPhone: below the letters; "
    "Android: above them), and speak. Your phone writes what you say; read it through and send it."
)


def heading(number: int, of: int, title: str) -> str:
    """Write the heading of a section."""
    return f"Section {number} of {of} · {title}"


def with_article(what: str) -> str:
    """Put "a" or "an" before a noun."""
    return f"{'an' if what[:1].lower() in 'aeiou' else 'a'} {what}"


def unreadable(what: str) -> str:
    """Say that the bot cannot read a message; after speech, explain dictation."""
    if what in SPOKEN:
        return f"I cannot listen to {with_article(what)}. {DICTATE}"
    return f"I cannot read {with_article(what)}. Please type your answer."


def megabytes(size: int) -> str:
    """Write a size in bytes as megabytes, rounded up: nothing over a limit looks as if it kept to it."""
    tenths = -(-size * 10 // (1 << 20))
    return f"{tenths // 10} MB" if tenths % 10 == 0 else f"{tenths / 10:.1f} MB"


def file_line(number: int, name: str, size: int) -> str:
    """List a file."""
    return f"{number}. {name}, {megabytes(size)}"


def untitled(number: int) -> str:
    """Name a draft that has no name yet."""
    return f"Practice {number} (no name yet)"


def progress(finished: int, of: int) -> str:
    """Write the progress of a draft."""
    return f"{finished} of {of} sections done"


def form_caption(reference: str | None) -> str:
    """Write the caption of a Word form; a draft has no reference."""
    return f"The Word form of {reference}, as it was submitted." if reference else FORM_OF_DRAFT


def continued(title: str) -> str:
    """Head the rest of a long answer."""
    return f"{title} (continued)"


def unknown_command(name: str) -> str:
    """Say that there is no such command."""
    return f"I do not know the command /{name}. /help lists what I know."


FROM_WORD_FORM = "from a Word form"


def with_notes(title: str, notes: Sequence[str]) -> str:
    """Write the title of a question with remarks on its answer."""
    return f"{title} ({', '.join(notes)})" if notes else title


def imported(count: int) -> str:
    """Say how many answers the author took from a Word form."""
    return f"{answers(count)} {FROM_WORD_FORM}."
