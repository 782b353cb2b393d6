"""The texts of exports."""

from datetime import UTC, datetime

from conversations.dialogue.conversation import Draft
from conversations.dialogue.model import Face
from conversations.dialogue.review_record import CommentState, Weight
from conversations.fields.dates import say
from conversations.filling.review_texts import COMMENT_STATES, STATUSES, WEIGHTS, capital
from conversations.form.completion import FIRST
from conversations.form.texts import shortened
from conversations.languages import _
from conversations.papers.texts import ATTACHED

_HEADLINE = 60
"""The most characters of a name in a page header."""

_MOST_NAMED = 20
"""The most characters that a PDF names as not shown."""

CONTENTS = "Contents"

COLLECTION = "The RAN Collection"

HEADER, PAGE, OF = "RAN Collection", "Page", "of"

BY_THEME, BY_COUNTRY = "By theme", "By country"

CHOSEN = {
    "face": "For whom",
    "statuses": "Status",
    "references": "References",
    "since": "Submitted since",
    "theme": "Theme",
    "country": "Country",
}
"""The names of what was chosen for an export, by the fields of ``Wanted``."""

UPDATE_PAGES = "Page numbers: press Ctrl+A and then F9."

# The Word form

NAMELESS = _("Practice without a name")

EMPTY_TITLE = _("A practice for the RAN Collection")

EMPTY_HEADER = _("Empty form")

EMPTY_NAME = "RAN Collection practice form.docx"

AUTHOR, COORDINATOR = _("Author"), _("Coordinator")

DRAFT = _("Draft")
"""Stands where a practice that was submitted has its reference."""

DRAFT_MARK = _("Draft: not submitted yet. Answers may be missing and may still change.")

# Exports, which are in English

NO_FORMS = "No submission fits, so there is nothing to export."

REPEATED_GAP = "–"

CUT = " … [cut here: a cell holds no more; the JSON export has the whole text]"


YES, NO = "Yes", "No"

# The sheet "About"
ABOUT_HEADINGS = ("About this file", "")

FACES: dict[Face, str] = {
    "internal": "Internal: everything, with the review. For those who review and run the Collection.",
    "public": "Public: no review; contact details of approved practices only, as people have agreed.",
    "anonymous": (
        "Anonymous: no names, contacts, organisations, files and no review. People may have named others in their "
        "texts: read them before you hand the file on."
    ),
}

FOR_WHOM, MADE_ON = "For whom", "Made on"

WITH_STATUS, WITH_REFERENCE, WITH_THEME = "Status", "References", "Theme"

FROM_COUNTRY, HANDED_IN_SINCE = "Country", "Submitted since"

SUBMISSIONS, ATTACHMENTS = "Practices", "Attachments"


def of_status(status: str) -> str:
    """Name the count of a status."""
    return f"{SUBMISSIONS}: {said(status)}"


def said(word: str | None) -> str | None:
    """Write a word of the data, such as ``changes_requested``, for people."""
    return word and word.replace("_", " ")


def title_of(draft: Draft) -> str:
    """Name the practice."""
    return str(draft.values.get(FIRST) or NAMELESS)


def caption(draft: Draft) -> str:
    """Describe a practice in one line under its name."""
    status = str(STATUSES[draft.status])
    if draft.submitted_at is None:
        return _("{status} · last changed {day}").format(status=capital(status), day=_day(draft.updated_at))
    submitted = _("submitted {day}").format(day=_day(draft.submitted_at))
    return " · ".join(filter(None, (draft.reference, "" if draft.status == "submitted" else status, submitted)))


def to_fill_in(sections: int, questions: int) -> str:
    """Describe the empty form under its title."""
    return _("{sections} sections, {questions} questions · write under each, or put a cross in its box").format(
        sections=sections, questions=questions
    )


def headline(draft: Draft, title: str) -> str:
    """Name a practice in one line, such as a page header."""
    return f"{draft.reference or DRAFT} · {shortened(title, _HEADLINE)}"


def file_name(draft: Draft, *, with_review: bool) -> str:
    """Name the file of a Word form, without its ending."""
    named = f"{draft.reference or DRAFT} {title_of(draft.handed_in)}"
    return _("{name} with comments").format(name=named) if with_review else named


def several_forms(number: int) -> str:
    """Name a document with several forms."""
    return f"{number} practices"


def as_of(at: datetime) -> str:
    """Say the day of the last change in a book."""
    return f"As of {_day(at)}"


def attached(line: str) -> str:
    """Say that a file came with an answer."""
    return ATTACHED.format(file=line)


def comment_in_word(weight: Weight, state: CommentState, text: str) -> str:
    """Write a comment of the review as a comment in Word."""
    return f"{capital(str(WEIGHTS[weight]))} ({COMMENT_STATES[state]}): {text}"


def too_many_forms(number: int, most: int) -> str:
    """Say that a book would have too many practices."""
    return (
        f"{number:,} practices are too many for one document, which holds up to {most:,}. Narrow it down with "
        "--reference, --status or --since, or take --format package: it has a document for each."
    )


NO_PDF = "A PDF needs typst: pip install 'practice-bot[pdf]'. The other formats do not."


def not_shown(characters: str) -> str:
    """Say which characters of a practice a PDF could not show."""
    named = ", ".join(f"U+{ord(char):04X}" for char in characters[:_MOST_NAMED])
    more = len(characters) - _MOST_NAMED
    named += f" and {more:,} more" if more > 0 else ""
    return f"No font here has these characters; each is {MISSING} above: {named}. The Word document has them."


MISSING = "\ufffd"
"""Stands for a character that no font has."""


def _day(at: datetime) -> str:
    day = at.astimezone(UTC).date()
    return say((day, day))
