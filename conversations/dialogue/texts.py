"""Every sentence that is not a question's own or a kind's refusal: one voice, in one place."""

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

NOTHING_TO_SKIP = "There is no question to skip here."

HELP = (
    "I ask one question at a time. Send your answer as a message or press a button. To correct an answer, edit your "
    "message, or choose its section in the overview.\n"
    "/overview all sections · /summary read and submit · /back the question before · /skip leave out an optional "
    "question · /undo take back your last change · /new another practice · /drafts all your practices · /start go on "
    "where you were · /privacy what happens to what you write · /mydata everything that is kept about you · /forget "
    "delete it"
)

SPOKEN = frozenset({"voice message", "audio file", "video message"})
"""Messages in which people speak."""

DICTATE = (
    "You can dictate instead: tap the text field, then the microphone on the keyboard (iPhone: below the letters; "
    "Android: above them), and speak. Your phone writes what you say; read it through and send it."
)


def heading(number: int, of: int, title: str) -> str:
    """Say which section this is."""
    return f"Section {number} of {of} · {title}"


def with_article(what: str) -> str:
    """Put the article before a noun."""
    return f"{'an' if what[:1].lower() in 'aeiou' else 'a'} {what}"


def unreadable(what: str) -> str:
    """Say that a message has no words that could be an answer, and how the phone writes what somebody says."""
    if what in SPOKEN:
        return f"I cannot listen to {with_article(what)}. {DICTATE}"
    return f"I cannot read {with_article(what)}. Please type your answer."


def megabytes(size: int) -> str:
    """Say a size in bytes, rounded up, so that nothing over a limit looks as if it kept it."""
    tenths = -(-size * 10 // (1 << 20))
    return f"{tenths // 10} MB" if tenths % 10 == 0 else f"{tenths / 10:.1f} MB"


def file_line(number: int, name: str, size: int) -> str:
    """List a file."""
    return f"{number}. {name}, {megabytes(size)}"


def untitled(number: int) -> str:
    """Name a draft that has no name yet."""
    return f"Practice {number} (no name yet)"


def progress(finished: int, of: int) -> str:
    """Say how far a draft is."""
    return f"{finished} of {of} sections done"


def form_caption(reference: str | None) -> str:
    """Say under a Word form which answers it holds; a draft has no reference."""
    return f"The Word form of {reference}, as it was submitted." if reference else FORM_OF_DRAFT


def continued(title: str) -> str:
    """Head the rest of a long answer."""
    return f"{title} (continued)"
