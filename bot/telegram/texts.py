"""The sentences of the Telegram side; all others are in ``conversations``."""

from telegram.constants import FileSizeLimit

from conversations.dialogue.replies import Line, Reply
from conversations.languages import _, number

LARGEST: int = FileSizeLimit.FILESIZE_UPLOAD
"""Bytes that a bot may send in one file."""

# What Telegram shows of the bot before the first message: at most 512 characters, and at most 120 in its profile

DESCRIPTION = _(
    "I help you to submit your practice to the RAN Collection: an activity, method or tool that prevents or counters "
    "radicalisation.\n\nIt takes 30 to 60 minutes: 16 short sections, one question at a time. Every answer is saved "
    "at once, so you can stop and come back at any time.\n\nBefore the first question I tell you what is kept and who "
    "reads it. Press Start."
)
"""What the empty chat shows of the bot: at most 512 characters (Bot API, setMyDescription)."""

SHORT_DESCRIPTION = _("Describe your practice for the RAN Collection, one question at a time. Coordinators review it.")
"""What the bot's profile and a link to it show: at most 120 characters (Bot API, setMyShortDescription)."""

# Messages about what goes wrong or takes long

SEEN_BEFORE = _("You may have seen this already:")
"""The first line of a message that is sent again after a crash: nobody knows whether Telegram took it before."""


def only_in_private(username: str, topic: int | None = None) -> Reply:
    """Give the link to the private chat, in a group or in one of its topics."""
    words = _("What is written in a group is not private, so I take no answers here. Write to me: {link}")
    return _said(words.format(link=f"https://t.me/{username}")).model_copy(update={"topic": topic})


def trying_again() -> Reply:
    """Say that a message is kept and will be tried again."""
    return _said(
        _(
            "Something went wrong on my side. What you sent is kept, and I try again by myself in a few seconds. "
            "You need not send it again."
        )
    )


def cannot_save() -> Reply:
    """Say that nothing can be saved now, and that nothing is lost."""
    return _said(_("I cannot save right now; what you sent will be read when I can."))


def set_aside() -> Reply:
    """Say that a message could not be handled."""
    return _said(
        _(
            "I could not handle your last message. It is kept for the people who look after me, and your answers are "
            "as they were. Send /start to go on."
        )
    )


def not_handled(update_id: int, error: str) -> Reply:
    """Tell an admin which update was set aside and what to do; the error is the name of its class."""
    words = _("Update {number} could not be handled ({error}). {command} takes it up again after a fix.")
    return _said(words.format(number=update_id, error=error, command=f"practice-bot retry {update_id}"))


def repeated(reply: Reply) -> Reply:
    """Say above a message that it may have been sent before."""
    return reply.model_copy(update={"lines": (Line(text=SEEN_BEFORE), Line(text=""), *reply.lines)})


def file_on_its_way(name: str) -> Reply:
    """Say that a file has not arrived yet, and that the person can go on."""
    words = _(
        "Telegram has not given me {file} yet. I keep trying and tell you when it is saved. Go on; you need not send "
        "it again."
    )
    return _said(words.format(file=name))


def exporting(done: int, of: int) -> Reply:
    """Say how far an export is."""
    if not of:
        return _said(_("Exporting …"))
    return _said(_("Exporting: {done} of {of}.").format(done=number(done), of=number(of)))


def drawing() -> Reply:
    """Say that a picture is being drawn."""
    return _said(_("Drawing the picture …"))


def form_gone() -> Reply:
    """Say that the practice of a Word form is gone."""
    return _said(_("That practice is no longer here, so there is no Word form of it."))


def file_not_kept(name: str) -> Reply:
    """Say that a file is no longer kept."""
    return _said(_("{file} is not kept any more.").format(file=name))


def nothing_to_export() -> Reply:
    """Say that an export would be empty."""
    return _said(_("No submission fits, so there is nothing to export."))


def no_right() -> Reply:
    """Say that a person no longer has the role for a file."""
    return _said(_("Your role has changed since you asked for that file, so I did not make it."))


def cannot_make(problem: str) -> Reply:
    """Say why a document was not made."""
    return _said(problem)


def not_made() -> Reply:
    """Say that a document could not be made."""
    return _said(
        _("I could not make that file. What went wrong is noted for the people who look after me; ask again later.")
    )


def too_large(size: int, command: str) -> Reply:
    """Say that a file is larger than Telegram takes, and how to get it from the shell."""
    words = _(
        "The file has {size} MB, and Telegram takes up to {most} MB from me. Narrow the export down, or let somebody "
        "with a shell on my machine run:"
    ).format(size=f"{size / 1e6:,.1f}", most=f"{LARGEST / 1e6:,.0f}")
    return Reply(lines=(Line(text=words), Line(text=""), Line(text=command)))


def too_large_on_the_way(size: int) -> Reply:
    """Say that the operator's own server on the way to Telegram does not take a file of this size."""
    words = _(
        "I could not send that file: it has {size} MB, and the server on the way to Telegram takes less. That is noted "
        "for the people who look after me."
    )
    return _said(words.format(size=f"{size / 1e6:,.1f}"))


def _said(text: str) -> Reply:
    return Reply(lines=(Line(text=text),))
