"""The sentences of the Telegram side; all others are in ``conversations``."""

from telegram.constants import FileSizeLimit

from conversations.dialogue.replies import Line, Reply
from conversations.dialogue.texts import HOW_LONG

LARGEST: int = FileSizeLimit.FILESIZE_UPLOAD
"""Bytes that a bot may send in one file."""

DESCRIPTION = (
    "I help you to submit your practice to the RAN Collection: an activity, method or tool that prevents or counters "
    f"radicalisation.\n\n{HOW_LONG}\n\nBefore the first question I tell you what is kept and who reads it. Press Start."
)
"""What the empty chat shows of the bot: at most 512 characters (Bot API, setMyDescription)."""

SHORT_DESCRIPTION = "Describe your practice for the RAN Collection, one question at a time. Coordinators review it."
"""What the bot's profile and a link to it show: at most 120 characters (Bot API, setMyShortDescription)."""

SEEN_BEFORE = "You may have seen this already:"
"""The first line of a message that is sent again after a crash: nobody knows whether Telegram took it before."""


def only_in_private(username: str, topic: int | None = None) -> Reply:
    """Give the link to the private chat, in a group or in one of its topics."""
    words = (
        f"What is written in a group is not private, so I take no answers here. Write to me: https://t.me/{username}"
    )
    return _said(words).model_copy(update={"topic": topic})


def trying_again() -> Reply:
    """Say that a message is kept and will be tried again."""
    return _said(
        "Something went wrong on my side. What you sent is kept, and I try again by myself in a few seconds. "
        "You need not send it again."
    )


def cannot_save() -> Reply:
    """Say that nothing can be saved now, and that nothing is lost."""
    return _said("I cannot save right now; what you sent will be read when I can.")


def set_aside() -> Reply:
    """Say that a message could not be handled."""
    return _said(
        "I could not handle your last message. It is kept for the people who look after me, and your answers are as "
        "they were. Send /start to go on."
    )


def not_handled(update_id: int, error: str) -> Reply:
    """Tell an admin which update was set aside and what to do; the error is the name of its class."""
    return _said(
        f"Update {update_id} could not be handled ({error}). "
        f"practice-bot retry {update_id} takes it up again after a fix."
    )


def repeated(reply: Reply) -> Reply:
    """Say above a message that it may have been sent before."""
    return reply.model_copy(update={"lines": (Line(text=SEEN_BEFORE), Line(text=""), *reply.lines)})


def file_on_its_way(name: str) -> Reply:
    """Say that a file has not arrived yet, and that the person can go on."""
    return _said(
        f"Telegram has not given me {name} yet. I keep trying and tell you when it is saved. Go on; you need not "
        "send it again."
    )


def exporting(done: int, of: int) -> Reply:
    """Say how far an export is."""
    return _said(f"Exporting: {done:,} of {of:,}." if of else "Exporting …")


def drawing() -> Reply:
    """Say that a picture is being drawn."""
    return _said("Drawing the picture …")


def form_gone() -> Reply:
    """Say that the practice of a Word form is gone."""
    return _said("That practice is no longer here, so there is no Word form of it.")


def file_not_kept(name: str) -> Reply:
    """Say that a file is no longer kept."""
    return _said(f"{name} is not kept any more.")


def nothing_to_export() -> Reply:
    """Say that an export would be empty."""
    return _said("No submission fits, so there is nothing to export.")


def no_right() -> Reply:
    """Say that a person no longer has the role for a file."""
    return _said("Your role has changed since you asked for that file, so I did not make it.")


def cannot_make(problem: str) -> Reply:
    """Say why a document was not made."""
    return _said(problem)


def not_made() -> Reply:
    """Say that a document could not be made."""
    return _said(
        "I could not make that file. What went wrong is noted for the people who look after me; ask again later."
    )


def too_large(size: int, command: str) -> Reply:
    """Say that a file is larger than Telegram takes, and how to get it from the shell."""
    return Reply(
        lines=(
            Line(
                text=f"The file has {size / 1e6:,.1f} MB, and Telegram takes up to {LARGEST / 1e6:,.0f} MB from me. "
                "Narrow the export down, or let somebody with a shell on my machine run:"
            ),
            Line(text=""),
            Line(text=command),
        )
    )


def too_large_on_the_way(size: int) -> Reply:
    """Say that the operator's own server on the way to Telegram does not take a file of this size."""
    return _said(
        f"I could not send that file: it has {size / 1e6:,.1f} MB, and the server on the way to Telegram takes less. "
        "That is noted for the people who look after me."
    )


def _said(text: str) -> Reply:
    return Reply(lines=(Line(text=text),))
