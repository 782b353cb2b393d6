"""Sentences that several features say."""

from collections.abc import Sequence

from babel.numbers import format_decimal

from conversations.languages import _, locale, ngettext, number

NOT_STARTED = "not started"

IN_PROGRESS = "in progress"

TO_FIX = "to fix"

FINISHED = "done"
"""The progress of a section, in the code: ``filling/texts.py`` has what people read."""

# Several features

FORM_OF_DRAFT = _("The Word form with your answers so far.")

HOW_LONG = _(
    "It takes 30 to 60 minutes: 16 short sections, one question at a time. Every answer is saved at once, so you can "
    "stop and come back at any time."
)

AT_HAND = _(
    "Have at hand: a description of the practice (at most 300 words), figures that show that it works, and a contact "
    "person who agrees to be named."
)

COPY_BY_HAND = _("To copy it, press and hold the text in the message.")

NOTHING_TO_SKIP = _("There is no question to skip here.")

HELP = _(
    "I ask one question at a time. Send your answer as a message or press a button. To correct an answer, edit your "
    "message, or choose its section in the overview.\n"
    "/overview all sections · /summary read and submit · /back the question before · /skip leave out an optional "
    "question · /undo cancel your last change · /new another practice · /drafts all your practices · /start go on "
    "where you were · /language the language that I speak · /privacy what happens to what you write · /mydata "
    "everything that is kept about you · /forget delete it"
)

# Buttons

COPY_REFERENCE = _("Copy the reference")

# What the bot cannot use: each stands after "I cannot read", "I cannot listen to" or "I cannot keep"

SPOKEN = frozenset({"voice message", "audio file", "video message"})
"""Messages with speech."""

_THINGS = {
    "animation": _("an animation"),
    "audio file": _("an audio file"),
    "checklist": _("a checklist"),
    "contact": _("a contact"),
    "dice": _("a dice"),
    "document": _("a document"),
    "game": _("a game"),
    "giveaway": _("a giveaway"),
    "invoice": _("an invoice"),
    "location": _("a location"),
    "message of a new kind": _("a message of a new kind"),
    "message without words": _("a message without words"),
    "paid post": _("a paid post"),
    "photo": _("a photo"),
    "place": _("a place"),
    "poll": _("a poll"),
    "sticker": _("a sticker"),
    "story": _("a story"),
    "update of a new kind": _("an update of a new kind"),
    "video": _("a video"),
    "video message": _("a video message"),
    "voice message": _("a voice message"),
}
"""All that ``bot/telegram/reading.py`` names."""


def with_article(what: str) -> str:
    """Name a kind of message with its article."""
    return str(_THINGS.get(what, _THINGS["message of a new kind"]))


# Messages without words

DICTATE = _(
    "You can dictate instead: tap the text field, then the microphone on the keyboard (iPhone: below the letters; "
    "Android: above them), and speak. Your phone writes what you say; read it through and send it."
)


def unreadable(what: str) -> str:
    """Say that the bot cannot read a message; after speech, explain dictation."""
    if what in SPOKEN:
        return f"{_('I cannot listen to {thing}.').format(thing=with_article(what))} {DICTATE}"
    return _("I cannot read {thing}. Please type your answer.").format(thing=with_article(what))


# Practices, sections and files


def heading(number: int, of: int, title: str) -> str:
    """Write the heading of a section, such as "Section 7 of 16 · Start of the practice"; ``number`` is a figure."""
    return _("Section {number} of {of} · {title}").format(number=number, of=of, title=title)


def megabytes(size: int) -> str:
    """Write a size in bytes as megabytes, rounded up: nothing over a limit looks as if it kept to it."""
    tenths = -(-size * 10 // (1 << 20))
    return _("{size} MB").format(size=format_decimal(tenths / 10, format="0.#", locale=locale()))


def file_line(number: int, name: str, size: int) -> str:
    """List a file."""
    return f"{number}. {name}, {megabytes(size)}"


def untitled(number: int) -> str:
    """Name a draft that has no name yet."""
    return _("Practice {number} (no name yet)").format(number=number)


def no_reference() -> str:
    """Stand for the reference of a practice that was not submitted yet, in parentheses behind its name."""
    return str(_("draft"))


def progress(finished: int, of: int) -> str:
    """Write the progress of a draft; ``of`` is 16."""
    said = ngettext("{count} of {of} sections done", "{count} of {of} sections done", finished)
    return said.format(count=number(finished), of=of)


def form_caption(reference: str | None) -> str:
    """Write the caption of a Word form; a draft has no reference."""
    said = _("The Word form of {reference}, as it was submitted.")
    return said.format(reference=reference) if reference else str(FORM_OF_DRAFT)


def continued(title: str) -> str:
    """Head the rest of a long answer."""
    return _("{title} (continued)").format(title=title)


def unknown_command(name: str) -> str:
    """Say that there is no such command."""
    return _("I do not know the command /{name}. /help lists what I know.").format(name=name)


FROM_WORD_FORM = _("from a Word form")


def with_notes(title: str, notes: Sequence[str]) -> str:
    """Write the title of a question with remarks on its answer."""
    return f"{title} ({', '.join(map(str, notes))})" if notes else f"{title}"


def imported(count: int) -> str:
    """Say how many answers the author took from a Word form."""
    return ngettext("{count} answer from a Word form.", "{count} answers from a Word form.", count).format(
        count=number(count)
    )
